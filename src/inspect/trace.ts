/**
 * Follow a place through the stages: from the clean text back to the raw, and from the raw to where it went.
 *
 * Both walk the edits of one stage after the other, so that each step can name the rule that was at work; the lineage
 * over all stages says the same of the characters that were copied, and a test holds the two together.
 */
import {type Range, upperBound} from '../document/range.js'
import type {ReplayedEdit, ReplayedStage} from '../provenance/read.js'
import {type Cause, causeOf} from './changes.js'

export interface BackTrace {
  /** The edits that made the range what it is, in the order of the stages. */
  readonly causes: readonly Cause[]
  /** The range of the first stage's input behind it; empty for what was put in. */
  readonly origin: Range
}

/**
 * Follow a range of the last stage's output back.
 *
 * An edit belongs to the range where its outcome overlaps it; a removal where it was made inside, or at an end of the
 * range where it took something of the same line. Of an outcome that reaches over an end, the whole edit is behind it.
 */
export function traceBack(stages: readonly ReplayedStage[], range: Range): BackTrace {
  const causes: Cause[][] = []
  let {start, end} = range
  for (const stage of stages.toReversed()) {
    const {edits} = stage
    const found: Cause[] = []
    let index = upperBound(edits, start - 1, ({to}) => to.end)
    let by = shiftBack(edits[index - 1])
    let from: number | undefined
    let to = end + by
    // Nothing stands behind what was put in, wherever it was put: it has its place, and no text that a rule could touch.
    const isNothing = start === end
    for (; index < edits.length && edits[index]!.to.start <= end; index++) {
      const edit = edits[index]!
      if (isNothing && edit.to.start < start && start < edit.to.end) {
        from = edit.at.start
        to = from
        break
      }
      if (!isNothing && isBehind(edit, start, end, stage.output)) {
        found.push(causeOf(stage, edit))
        from ??= edit.to.start <= start ? firstOf(edit, start) : start + by
        by = shiftBack(edit)
        to = edit.to.end > end || edit.to.start === end ? lastOf(edit) : end + by
      } else if (edit.to.end <= start) {
        by = shiftBack(edit)
        to = end + by
      } else break
    }
    from ??= start + by
    start = from
    end = Math.max(from, to)
    causes.push(found)
  }
  return {causes: causes.toReversed().flat(), origin: {start, end}}
}

function shiftBack(edit: ReplayedEdit | undefined): number {
  return edit ? edit.at.end - edit.to.end : 0
}

function isBehind({to, before}: ReplayedEdit, start: number, end: number, output: string): boolean {
  if (to.end > to.start) return to.start < end && start < to.end
  if (start < to.start && to.start < end) return true
  if (to.start === start) return !before.endsWith('\n')
  return to.start === end && !before.startsWith('\n') && output[end - 1] !== '\n'
}

/** Where an edit begins that the range begins at or in; of a removal only the line in front of the range counts. */
function firstOf({at, to, before}: ReplayedEdit, start: number): number {
  return to.end === to.start && to.start === start ? at.start + before.lastIndexOf('\n') + 1 : at.start
}

/** Where an edit ends that the range ends at or in; of a removal only the rest of the line counts. */
function lastOf({at, to, before}: ReplayedEdit): number {
  const newline = to.end === to.start ? before.indexOf('\n') : -1
  return newline < 0 ? at.end : at.start + newline
}

/** What became of a stretch of the first stage's input. */
export interface Part {
  readonly origin: Range
  readonly fate: 'kept' | 'changed' | 'removed'
  /** The edits that changed it, in the order of the stages; the last one removed it if it is gone. */
  readonly causes: readonly Cause[]
  /** Where it, or what it was changed to, stands in the last stage's output; where it would stand if it is gone. */
  readonly to: Range
}

export interface ForwardTrace {
  /** In order; together they are the range. */
  readonly parts: readonly Part[]
  /** What was put in between two of its characters. */
  readonly insertions: readonly Cause[]
}

interface Piece {
  readonly origin: Range
  readonly at: Range
  readonly causes: readonly Cause[]
}

/** Follow a range of the first stage's input to what became of each of its parts. */
export function traceForward(stages: readonly ReplayedStage[], range: Range): ForwardTrace {
  const insertions: Cause[] = []
  if (range.end <= range.start) return {parts: [], insertions}
  let pieces: Piece[] = [{origin: range, at: range, causes: []}]
  for (const stage of stages) {
    if (stage.edits.length === 0) continue
    pieces = pieces.flatMap((piece) =>
      piece.causes.length === 0 ? cutPiece(stage, piece, insertions) : [movePiece(stage, piece)],
    )
  }
  const parts: Part[] = []
  for (const {origin, at, causes} of pieces) {
    const fate = causes.length === 0 ? 'kept' : at.end > at.start ? 'changed' : 'removed'
    const last = parts.at(-1)
    // What one edit removed is one part, even where an earlier edit had changed some of it.
    if (last && last.fate === fate && last.causes.at(-1)?.edit === causes.at(-1)?.edit) {
      const all = [...new Set([...last.causes, ...causes])]
      const kept = fate === 'removed' ? all.filter(({edit}) => edit === causes.at(-1)!.edit).slice(0, 1) : dedupe(all)
      parts[parts.length - 1] = {
        origin: {start: last.origin.start, end: origin.end},
        fate,
        causes: kept,
        to: {start: last.to.start, end: Math.max(last.to.end, at.end)},
      }
    } else parts.push({origin, fate, causes, to: at})
  }
  return {parts, insertions}
}

function dedupe(causes: readonly Cause[]): Cause[] {
  const seen = new Set<ReplayedEdit>()
  return causes.filter(({edit}) => !seen.has(edit) && seen.add(edit))
}

/** Cut a piece that is still as it was at the edits of one more stage. */
function cutPiece(stage: ReplayedStage, {origin, at}: Piece, insertions: Cause[]): Piece[] {
  const {edits} = stage
  const pieces: Piece[] = []
  let index = upperBound(edits, at.start, (edit) => edit.at.end)
  let shift = -shiftBack(edits[index - 1])
  let offset = at.start
  const push = (end: number, to: Range, causes: readonly Cause[]): void => {
    if (end <= offset) return
    const start = origin.start + offset - at.start
    pieces.push({origin: {start, end: start + end - offset}, at: to, causes})
    offset = end
  }
  for (; index < edits.length && edits[index]!.at.start < at.end; index++) {
    const edit = edits[index]!
    const cause = causeOf(stage, edit)
    push(edit.at.start, {start: offset + shift, end: edit.at.start + shift}, [])
    if (edit.at.end === edit.at.start) insertions.push(cause)
    push(Math.min(edit.at.end, at.end), edit.to, [cause])
    shift = -shiftBack(edit)
  }
  push(at.end, {start: offset + shift, end: at.end + shift}, [])
  return pieces
}

/** Move a piece that was changed already past one more stage; it is not cut any more, for it has no characters of its own. */
function movePiece(stage: ReplayedStage, piece: Piece): Piece {
  const {edits} = stage
  const {at} = piece
  let index = upperBound(edits, at.start, (edit) => edit.at.end)
  let shift = -shiftBack(edits[index - 1])
  const causes = [...piece.causes]
  let start = at.start + shift
  let end = at.end + shift
  // What is gone already changes no more.
  const isGone = at.start === at.end
  for (; index < edits.length && edits[index]!.at.start < at.end; index++) {
    const edit = edits[index]!
    if (edit.at.start <= at.start) start = edit.to.start
    shift = -shiftBack(edit)
    end = edit.at.end >= at.end ? edit.to.end : at.end + shift
    if (!isGone) causes.push(causeOf(stage, edit))
  }
  return {...piece, at: {start, end: isGone ? start : Math.max(start, end)}, causes}
}
