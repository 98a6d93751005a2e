/**
 * Turn changes of a text into hunks of whole lines, as a unified diff has them.
 *
 * Every hunk is of one rule where that can be: changes by different rules are parted even where a common diff would run
 * them together, and share out the unchanged lines between them. What touches one line stays one hunk.
 */
import {type Change, type Comparison, rulesOf} from './changes.js'
import {Lines} from './lines.js'

/** Lines `[start, end)`, counted from 1. */
export interface LineRange {
  readonly start: number
  readonly end: number
}

/** Neighbouring lines that gave way to others. */
export interface LineChange {
  readonly old: LineRange
  readonly new: LineRange
}

export interface Hunk {
  /** In order; between them lie unchanged lines of the hunk. */
  readonly lineChanges: readonly LineChange[]
  readonly changes: readonly Change[]
  /** How many unchanged lines stand in front and behind. */
  readonly leading: number
  readonly trailing: number
}

export interface LineDiff {
  readonly old: Lines
  readonly new: Lines
  readonly hunks: readonly Hunk[]
}

interface Group {
  old: LineRange
  new: LineRange
  readonly changes: Change[]
}

/**
 * @param context how many unchanged lines to show around a change.
 * @param isForReading whether to part hunks even where `patch` cannot follow: it takes no hunk behind one that leaves a
 *   text without a final newline.
 */
export function diffLines(comparison: Comparison, context: number, isForReading = false): LineDiff {
  const before = new Lines(comparison.before)
  const after = new Lines(comparison.after)
  const groups = groupByLine(comparison, before, after, isForReading)
  const bundles: Group[][] = []
  for (const group of groups) {
    const last = bundles.at(-1)
    const gap = last ? group.old.start - last.at(-1)!.old.end : Number.POSITIVE_INFINITY
    if (last && gap <= 2 * context && groupRules(last[0]!) === groupRules(group)) last.push(group)
    else bundles.push([group])
  }
  const hunks = bundles.map((bundle, index): Hunk => {
    const space = (a: Group[] | undefined, b: Group[] | undefined): number =>
      (b ? b[0]!.old.start : before.count + 1) - (a ? a.at(-1)!.old.end : 1)
    const inFront = space(bundles[index - 1], bundle)
    const behind = space(bundle, bundles[index + 1])
    // `patch` takes a hunk with less context behind than in front to belong to the end of the file.
    const trailing = Math.min(context, bundles[index + 1] ? Math.ceil(behind / 2) : behind)
    const room = index > 0 ? inFront - Math.min(context, Math.ceil(inFront / 2)) : inFront
    const isEnd = bundle.at(-1)!.old.end + trailing > before.count
    const leading = Math.min(context, room, isEnd ? context : trailing)
    return {lineChanges: bundle, changes: bundle.flatMap(({changes}) => changes), leading, trailing}
  })
  return {old: before, new: after, hunks}
}

function groupRules({changes}: Group): string {
  return [...new Set(changes.map(rulesOf))].join()
}

function groupByLine({changes}: Comparison, old: Lines, fresh: Lines, isForReading: boolean): Group[] {
  const groups: Group[] = []
  let shift = 0
  for (const change of changes) {
    const newStart = change.start + shift
    const newEnd = newStart + change.replacement.length
    shift += change.replacement.length - (change.end - change.start)
    // What ends where a line begins, before and after, has not touched that line; neither has what ends where nothing is
    // left of the text but removals.
    const isLast = isForReading && newEnd === fresh.text.length && change.end < old.text.length
    const isWhole = old.isStart(change.end) && fresh.isStart(newEnd)
    const oldEnd = old.lineAt(change.end) + (isWhole || (isLast && old.isStart(change.end)) ? 0 : 1)
    const oldLines = {start: old.lineAt(change.start), end: oldEnd}
    const newLines = {start: fresh.lineAt(newStart), end: fresh.lineAt(newEnd) + (isWhole ? 0 : 1)}
    if (
      isForReading &&
      groups.length > 0 &&
      newStart === fresh.text.length &&
      !fresh.isStart(newStart) &&
      old.isStart(change.start)
    ) {
      newLines.start = newLines.end
    }
    const last = groups.at(-1)
    if (last && (oldLines.start < last.old.end || newLines.start < last.new.end)) {
      last.old = {start: last.old.start, end: oldLines.end}
      last.new = {start: last.new.start, end: newLines.end}
      last.changes.push(change)
    } else groups.push({old: oldLines, new: newLines, changes: [change]})
  }
  return groups.map((group) => ({...group, ...trim(group, old, fresh)}))
}

/** Leave out the lines at both ends of a group that are the same in both texts, and what is behind a final newline. */
function trim({old, new: fresh}: Group, oldLines: Lines, newLines: Lines): {old: LineRange; new: LineRange} {
  const textOf = (lines: Lines, line: number): string => {
    const {start, end} = lines.full(line)
    return lines.text.slice(start, end)
  }
  let [oldStart, oldEnd] = [old.start, Math.min(old.end, oldLines.count + 1)]
  let [newStart, newEnd] = [fresh.start, Math.min(fresh.end, newLines.count + 1)]
  while (oldStart < oldEnd && newStart < newEnd && textOf(oldLines, oldStart) === textOf(newLines, newStart)) {
    oldStart++
    newStart++
  }
  while (oldStart < oldEnd && newStart < newEnd && textOf(oldLines, oldEnd - 1) === textOf(newLines, newEnd - 1)) {
    oldEnd--
    newEnd--
  }
  return {
    old: {start: oldStart, end: Math.max(oldStart, oldEnd)},
    new: {start: newStart, end: Math.max(newStart, newEnd)},
  }
}
