/** Play the edits of a document forwards: from the raw text to the text after each stage. */
import {Lineage} from '../../document/lineage.js'
import type {Range} from '../../document/range.js'
import type {ReplayedEdit, ReplayedStage} from '../../provenance/read.js'
import type {DocumentData} from '../model.js'

/** The stages of a document with their texts. Stages that changed nothing share one string. */
export function replay({text, stages}: Pick<DocumentData, 'text' | 'stages'>): ReplayedStage[] {
  let input = text
  let lineage = Lineage.identity(text.length)
  return stages.map(({id, version, mediaType, rules, edits: data}) => {
    const edits: ReplayedEdit[] = []
    const from = lineage
    const copyOf = (at: Range): NonNullable<ReplayedEdit['copyOf']> => ({at, raw: from.originOf(at)})
    const parts: string[] = []
    let offset = 0
    let shift = 0
    for (const [gap, length, rule, after, evidence = '', copyStart, copyEnd] of data) {
      const at = {start: offset + gap, end: offset + gap + length}
      parts.push(input.slice(offset, at.start), after)
      const start = at.start + shift
      shift += after.length - length
      offset = at.end
      const before = input.slice(at.start, at.end)
      const to = {start, end: start + after.length}
      edits.push({
        rule: rules[rule]![0],
        at,
        to,
        raw: from.originOf(at),
        before,
        after,
        ...(evidence && {evidence}),
        ...(copyStart !== undefined && copyEnd !== undefined && {copyOf: copyOf({start: copyStart, end: copyEnd})}),
      })
    }
    const output = edits.length > 0 ? parts.join('') + input.slice(offset) : input
    lineage = from.compose(edits.map(({at, after}) => ({...at, inserted: after.length})))
    const stage = {stage: id, version, mediaType, classes: Object.fromEntries(rules), input, output, edits}
    input = output
    return stage
  })
}
