/**
 * Changes: what is shown of edits. One stage's edits are changes as they stand; those of several stages in a row are
 * composed into the changes that lead from the text before the first to the text after the last.
 *
 * Nothing is found out by comparing texts: where an edit of one stage was undone by another, there is no change; where
 * two stages worked on one place, there is one change with two causes.
 */
import {Lineage} from '../document/lineage.js'
import {type Range, upperBound} from '../document/range.js'
import type {ReplayedEdit, ReplayedStage} from '../provenance/read.js'

/** An edit, with the stage and the class of the rule that made it. */
export interface Cause {
  readonly stage: string
  readonly class: string
  readonly edit: ReplayedEdit
}

/** A range of a text that gave way to something else. Offsets are UTF-16 code units. */
export interface Change extends Range {
  readonly replacement: string
  /** At least one, in the order of the stages. */
  readonly causes: readonly Cause[]
}

/** The texts between which changes lead. */
export interface Comparison {
  readonly before: string
  readonly after: string
  /** Sorted and disjoint. */
  readonly changes: readonly Change[]
}

/** An edit of a stage as a cause. */
export function causeOf({stage, classes}: ReplayedStage, edit: ReplayedEdit): Cause {
  return {stage, class: classes[edit.rule] ?? 'custom', edit}
}

/** The changes that a run of stages made together. */
export function compareStages(stages: readonly ReplayedStage[]): Comparison {
  const [first] = stages
  if (!first) return {before: '', after: '', changes: []}
  const before = first.input
  const after = stages.at(-1)!.output
  if (stages.length === 1) {
    const changes = first.edits.map((edit) => ({...edit.at, replacement: edit.after, causes: [causeOf(first, edit)]}))
    return {before, after, changes}
  }
  let lineage = Lineage.identity(before.length)
  const found: {cause: Cause; origin: Range}[] = []
  for (const stage of stages) {
    for (const edit of stage.edits) found.push({cause: causeOf(stage, edit), origin: lineage.originOf(edit.at)})
    lineage = lineage.compose(splicesOf(stage))
  }
  const gaps = gapsOf(lineage)
  const causes: Cause[][] = gaps.map(() => [])
  for (const {cause, origin} of found) {
    // What an edit took lies whole in one gap, for nothing between its ends was copied. An edit whose place is in no gap
    // was undone by a later one.
    const index = upperBound(gaps, origin.start, (gap) => gap.start) - 1
    if (index >= 0 && origin.end <= gaps[index]!.end) causes[index]!.push(cause)
  }
  const changes: Change[] = []
  for (const [index, {start, end, to}] of gaps.entries()) {
    const replacement = after.slice(to.start, to.end)
    // Two stages may end up with the characters that the first of them began with.
    if (replacement !== before.slice(start, end)) changes.push({start, end, replacement, causes: causes[index]!})
  }
  return {before, after, changes}
}

/**
 * Let removals begin with a word, and be whole lines, where the outcome is the same: one that begins with newlines and
 * stands before as many is moved behind them, and of two without anything between them the former takes the newlines.
 */
export function alignToLines({before, after, changes}: Comparison): Comparison {
  let limit = before.length
  const aligned = changes.toReversed().map((change) => {
    let by = 0
    if (change.replacement === '') {
      const {start, end} = change
      while (start + by < end && end + by < limit && before[start + by] === '\n' && before[end + by] === '\n') by++
    }
    limit = change.start + by
    return by > 0 ? {...change, start: change.start + by, end: change.end + by} : change
  })
  aligned.reverse()
  for (let index = 1; index < aligned.length; index++) {
    const [former, latter] = [aligned[index - 1]!, aligned[index]!]
    if (former.end !== latter.start || former.replacement !== '' || latter.replacement !== '') continue
    let border = latter.start
    while (border < latter.end - 1 && before[border] === '\n') border++
    if (border === latter.start || before[border] === '\n') continue
    aligned[index - 1] = {...former, end: border}
    aligned[index] = {...latter, start: border}
  }
  return {before, after, changes: aligned}
}

/** The rules behind a change, as one word: to tell whether two changes have the same. */
export function rulesOf({causes}: Change): string {
  return [...new Set(causes.map(({stage, edit}) => `${stage}/${edit.rule}`))].join()
}

/** The offset at which a change begins to be seen: behind the newlines that a removal starts with. */
export function firstSeen(text: string, {start, end}: Range): number {
  let seen = start
  while (seen < end - 1 && text[seen] === '\n') seen++
  return seen
}

/** Which characters of the text after the last stage are which of the text before the first. */
export function lineageOf(stages: readonly ReplayedStage[]): Lineage {
  let lineage = Lineage.identity(stages[0]?.input.length ?? 0)
  for (const stage of stages) lineage = lineage.compose(splicesOf(stage))
  return lineage
}

function splicesOf({edits}: ReplayedStage): {start: number; end: number; inserted: number}[] {
  return edits.map(({at, after}) => ({...at, inserted: after.length}))
}

/** What lies between two copied spans: ranges of the origin, and of the text that stands for them. */
function gapsOf(lineage: Lineage): (Range & {readonly to: Range})[] {
  const gaps: (Range & {readonly to: Range})[] = []
  let origin = 0
  let text = 0
  const close = (originEnd: number, textEnd: number): void => {
    if (originEnd > origin || textEnd > text)
      gaps.push({start: origin, end: originEnd, to: {start: text, end: textEnd}})
  }
  for (const span of lineage.spans) {
    close(span.origin, span.start)
    origin = span.origin + span.length
    text = span.start + span.length
  }
  close(lineage.originLength, lineage.textLength)
  return gaps
}
