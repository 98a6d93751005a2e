/**
 * Say on one line which rules stand behind a change, and on what evidence.
 */
import type {Cause} from './changes.js'
import {oneLine, shortened} from './visible.js'

/** How many rules one line names, and how much of the evidence it quotes. */
const mostRules = 3
const mostEvidence = 200

/** `strip-debris/comment-form (comment-form): matched "Leave a Reply"`, and so on for up to three rules. */
export function annotate(causes: readonly Cause[]): string {
  const rules = new Map<string, {count: number; evidence: Set<string>}>()
  for (const {stage, class: name, edit} of causes) {
    const key = `${stage}/${edit.rule} (${name})`
    const rule = rules.get(key) ?? {count: 0, evidence: new Set()}
    rule.count++
    if (edit.evidence !== undefined) rule.evidence.add(edit.evidence)
    rules.set(key, rule)
  }
  const shown = [...rules].slice(0, mostRules).map(([key, {count, evidence}]) => {
    const [first] = evidence
    const times = count > 1 ? ` ×${count}` : ''
    const more = evidence.size > 1 ? ` and ${evidence.size - 1} more` : ''
    return `${key}${times}${first === undefined ? '' : `: ${shortened(oneLine(first), mostEvidence)}${more}`}`
  })
  const rest = rules.size - shown.length
  return shown.join('; ') + (rest > 0 ? `; ${rest} more ${rest > 1 ? 'rules' : 'rule'}` : '')
}
