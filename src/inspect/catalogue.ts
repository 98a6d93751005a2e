/**
 * List the stages of a configuration and their rules, for a person who wants to know what there is.
 */

import {oneOf} from '../config/wording.js'
import {nearest} from '../document/nearest.js'
import type {Measured, Rule, RuleExample, Stage} from '../document/stage.js'
import {UsageError} from '../errors.js'
import type {Palette} from './palette.js'
import {oneLine, visible} from './visible.js'

export interface StageEntry {
  readonly stage: Stage
  /** Whether it runs under the configuration. */
  readonly isOn: boolean
  /** Whether the user brought it. */
  readonly isCustom: boolean
}

export interface RuleEntry {
  readonly stage: Stage
  readonly rule: Rule
}

/** `stage/rule`, the name by which provenance files know a rule. */
function nameOfRule({stage, rule}: RuleEntry): string {
  return `${stage.id}/${rule.id}`
}

/**
 * The rules of the stages, in order, of one stage or of one class.
 *
 * @throws UsageError for a stage or class that no rule has.
 */
export function selectRules(
  entries: readonly StageEntry[],
  {stage, class: name}: {readonly stage?: string | undefined; readonly class?: string | undefined},
): RuleEntry[] {
  const ids = entries.map((entry) => entry.stage.id)
  if (stage !== undefined && !ids.includes(stage))
    throw new UsageError(`Unexpected stage ${stage}, ${oneOf(ids, stage)}`)
  const all = entries.flatMap((entry) => entry.stage.rules.map((rule) => ({stage: entry.stage, rule})))
  const classes = [...new Set(all.map(({rule}) => rule.class as string))].sort()
  if (name !== undefined && !classes.includes(name))
    throw new UsageError(`Unexpected class ${name}, ${oneOf(classes, name)}`)
  return all.filter(
    (entry) => (stage ?? entry.stage.id) === entry.stage.id && (name ?? entry.rule.class) === entry.rule.class,
  )
}

/**
 * The rules that an id names, `rule` or `stage/rule`; more than one where stages have rules of the same id.
 *
 * @throws UsageError for an unknown id; it names those that are near.
 */
export function findRules(entries: readonly StageEntry[], id: string): RuleEntry[] {
  const all = selectRules(entries, {})
  const found = all.filter((entry) => entry.rule.id === id || nameOfRule(entry) === id)
  if (found.length > 0) return found
  const names = all.map(nameOfRule)
  const word = id.slice(id.indexOf('/') + 1)
  const near = names.filter((name) => word.length >= 3 && name.includes(word))
  if (near.length === 0) {
    const best = nearest(id, id.includes('/') ? names : all.map(({rule}) => rule.id))
    near.push(...all.filter((entry) => nameOfRule(entry) === best || entry.rule.id === best).map(nameOfRule))
  }
  const hint = near.length > 0 ? `\n(Did you mean ${alternatives(near.slice(0, 3))}?)` : ''
  throw new UsageError(`Unexpected rule ${id}; \`palimpsest rules\` lists them${hint}`)
}

function alternatives(names: readonly string[]): string {
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${names.at(-1)}` : (names[0] ?? '')
}

/** The stages as a table, each line ended. */
export function stageTable(entries: readonly StageEntry[], palette: Palette): string {
  const rows = entries.map(({stage, isOn, isCustom}, index) => [
    String(index + 1),
    stage.id,
    `v${stage.version}`,
    isOn ? 'on' : 'off',
    `${stage.rules.length} ${stage.rules.length === 1 ? 'rule' : 'rules'}`,
    `${oneLine(stage.description)}${isCustom ? ' (your own)' : ''}`,
  ])
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(0, ...rows.map((row) => row[column]!.length)))
  return rows
    .map(([number, id, version, state, rules, description]) => {
      const cells = [
        number!.padStart(widths[0]!),
        palette.title(id!.padEnd(widths[1]!)),
        version!.padEnd(widths[2]!),
        (state === 'on' ? palette.added : palette.removed)(state!.padEnd(widths[3]!)),
        rules!.padStart(widths[4]!),
      ]
      return `${cells.join('  ')}  ${description}\n`
    })
    .join('')
}

/** Rules under their stages, with class and reason, each line ended. */
export function ruleList(rules: readonly RuleEntry[], palette: Palette): string {
  const parts: string[] = []
  const width = Math.max(0, ...rules.map(({rule}) => rule.id.length))
  const classWidth = Math.max(0, ...rules.map(({rule}) => rule.class.length))
  let last: Stage | undefined
  for (const {stage, rule} of rules) {
    if (stage !== last)
      parts.push(`${last ? '\n' : ''}${palette.title(stage.id)}  ${palette.faint(oneLine(stage.description))}\n`)
    last = stage
    parts.push(`  ${palette.rule(rule.id.padEnd(width))}  ${rule.class.padEnd(classWidth)}  ${oneLine(rule.reason)}\n`)
  }
  return parts.length > 0 ? parts.join('') : 'There are no such rules.\n'
}

/** All about one rule, each line ended. */
export function ruleText(entry: RuleEntry, classMeaning: string, palette: Palette): string {
  const {stage, rule} = entry
  const patterns = patternsOf(rule)
  const hits = (rule.examples ?? []).filter((example) => !isNegative(example))
  const spared = (rule.examples ?? []).filter(isNegative)
  return [
    `${palette.rule(nameOfRule(entry))}  ${palette.faint(`stage version ${stage.version}`)}\n`,
    `class:  ${rule.class}: ${classMeaning}\n`,
    `reason: ${oneLine(rule.reason)}\n`,
    ...(rule.measured ? [`measured: ${measuredText(rule.measured)}\n`] : []),
    ...(patterns.length > 0
      ? [palette.title('\nPatterns\n'), ...patterns.map((pattern) => `  ${oneLine(pattern)}\n`)]
      : []),
    ...(hits.length > 0
      ? [palette.title('\nExamples\n'), ...hits.map((example) => exampleText(example, palette)).join('\n')]
      : []),
    ...(spared.length > 0
      ? [palette.title('\nLeft alone\n'), ...spared.map((example) => exampleText(example, palette)).join('\n')]
      : []),
  ].join('')
}

function measuredText({hits, inGold}: Measured): string {
  const share = hits === 0 ? 0 : (100 * inGold) / hits
  return `${hits} ${hits === 1 ? 'hit' : 'hits'} on labelled pages, ${share.toFixed(1)} % of them in the body`
}

/** Tell whether an example is one that the rule must leave alone. */
function isNegative({becomes, isSpared}: RuleExample): boolean {
  return becomes === undefined || isSpared === true
}

function exampleText({text, becomes}: RuleExample, palette: Palette): string {
  const quote = (value: string, sign: string, paint: (text: string) => string): string =>
    value === ''
      ? `  ${paint(`${sign} (nothing)`)}\n`
      : value
          .replace(/\n$/, '')
          .split('\n')
          .map((line) => `  ${paint(`${sign} ${visible(line)}`.trimEnd())}\n`)
          .join('')
  if (becomes === undefined) return quote(text, ' ', String)
  return quote(text, '-', palette.removed) + quote(becomes, '+', palette.added)
}

/** The patterns that a rule was made from, where its stage lays them open: texts, expressions, or entries with either. */
export function patternsOf(rule: Rule): string[] {
  const {patterns} = rule as Rule & {readonly patterns?: unknown}
  if (!Array.isArray(patterns)) return []
  return patterns.flatMap((item: unknown) => {
    if (typeof item === 'string') return [item]
    if (item instanceof RegExp) return [String(item)]
    const inner = (item as {readonly pattern?: unknown} | null)?.pattern
    return typeof inner === 'string' || inner instanceof RegExp ? [String(inner)] : []
  })
}
