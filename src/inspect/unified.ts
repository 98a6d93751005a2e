/**
 * Write a comparison as a unified diff that `patch` applies, with the rule and its evidence behind the second `@@`.
 *
 * On a terminal lines that would fill the screen are shortened between their changes. What would act on the terminal is
 * written as notation everywhere but in an exact diff.
 */

import type {Range} from '../document/range.js'
import {annotate} from './annotation.js'
import {alignToLines, type Change, type Comparison, firstSeen, rulesOf} from './changes.js'
import {diffLines, type Hunk, type LineChange, type LineDiff} from './hunks.js'
import type {Lines} from './lines.js'
import type {Palette} from './palette.js'
import {boundary, differsUnseen, explicit, visible} from './visible.js'

export interface UnifiedOptions {
  /** Unchanged lines around a change. */
  readonly context: number
  /** Write every character as it is, for `patch`. */
  readonly isExact?: boolean
}

/** Lines longer than this are shortened on a terminal, to so much around each change. */
const longLine = 800
const around = 120
/** Longest change that is shown whole on a terminal, and how much of each end of a longer one: markup, hardly prose. */
const longChange = 4000
const changeEnd = 500
/** So many runs of changes by one rule are named one by one. */
const mostRuns = 12

/** A range of a line's text that changed. */
interface Mark extends Range {
  readonly isUnseen: boolean
}

/** The hunks as text, each line ended; empty where nothing changed. */
export function unified(comparison: Comparison, palette: Palette, options: UnifiedOptions): string {
  const aligned = alignToLines(comparison)
  const diff = diffLines(aligned, options.context, palette.isTerminal)
  const newOffset = offsets(aligned)
  return diff.hunks.map((hunk) => writeHunk(diff, hunk, newOffset, palette, options)).join('')
}

/** Where each change stands in the new text. */
function offsets({changes}: Comparison): Map<object, number> {
  const found = new Map<object, number>()
  let shift = 0
  for (const change of changes) {
    found.set(change, change.start + shift)
    shift += change.replacement.length - (change.end - change.start)
  }
  return found
}

function writeHunk(
  diff: LineDiff,
  {lineChanges, changes, leading, trailing}: Hunk,
  newOffset: Map<object, number>,
  palette: Palette,
  {isExact = false}: UnifiedOptions,
): string {
  const first = lineChanges[0]!
  const last = lineChanges.at(-1)!
  const write = (sign: string, lines: Lines, line: number, marks: readonly Mark[]): string =>
    writeLine(sign, lines, line, marks, palette, isExact)
  const oldMarks = changes.map(({start, end, replacement}) => {
    return {start, end, isUnseen: differsUnseen(diff.old.text.slice(start, end), replacement)}
  })
  const newMarks = changes.map((change, index) => {
    const start = newOffset.get(change)!
    return {start, end: start + change.replacement.length, isUnseen: oldMarks[index]!.isUnseen}
  })
  const body: string[] = []
  let line = first.old.start - leading
  const keep = (end: number): void => {
    for (; line < end; line++) body.push(write(' ', diff.old, line, []))
  }
  const oldMarksOf = marksByLine(oldMarks, diff.old)
  const newMarksOf = marksByLine(newMarks, diff.new)
  for (const change of runsOf(lineChanges)) {
    keep(change.old.start)
    for (; line < change.old.end; line++) body.push(write('-', diff.old, line, oldMarksOf(line)))
    for (let at = change.new.start; at < change.new.end; at++) body.push(write('+', diff.new, at, newMarksOf(at)))
  }
  keep(last.old.end + trailing)
  const oldRange = headerRange(first.old.start - leading, last.old.end + trailing)
  const newRange = headerRange(first.new.start - leading, last.new.end + trailing)
  const rule = annotateHunk(changes, diff.old)
  return `${palette.place(`@@ -${oldRange} +${newRange} @@`)} ${palette.rule(rule)}\n${body.join('')}`
}

/** Take together what is removed right behind a change, so that removed lines are not parted by what came for the first. */
function runsOf(lineChanges: readonly LineChange[]): LineChange[] {
  const runs: LineChange[] = []
  for (const change of lineChanges) {
    const last = runs.at(-1)
    if (last && last.old.end === change.old.start && change.new.end === change.new.start) {
      runs[runs.length - 1] = {old: {start: last.old.start, end: change.old.end}, new: last.new}
    } else runs.push(change)
  }
  return runs
}

/** The rules of a hunk; where they are several and stand on several lines, each with the line it begins on. */
function annotateHunk(changes: readonly Change[], lines: Lines): string {
  const runs: Change[][] = []
  for (const change of changes) {
    const last = runs.at(-1)
    if (last && rulesOf(last[0]!) === rulesOf(change)) last.push(change)
    else runs.push([change])
  }
  const all = annotate(changes.flatMap(({causes}) => causes))
  const lineOf = (change: Change): number => lines.lineAt(firstSeen(lines.text, change))
  if (runs.length < 2 || runs.length > mostRuns || lineOf(changes[0]!) === lineOf(changes.at(-1)!)) return all
  return runs.map((run) => `line ${lineOf(run[0]!)}: ${annotate(run.flatMap(({causes}) => causes))}`).join('; ')
}

/** An empty range is named by the line in front of it. */
function headerRange(start: number, end: number): string {
  return end > start ? `${start},${end - start}` : `${start - 1},0`
}

/** Make a function that gives the marks of ever later lines, cut to the line. */
function marksByLine(marks: readonly Mark[], lines: Lines): (line: number) => Mark[] {
  let from = 0
  return (line) => {
    const {start, end} = lines.content(line)
    while (from < marks.length && marks[from]!.end <= start) from++
    const found: Mark[] = []
    for (let index = from; index < marks.length && marks[index]!.start < end; index++) {
      const mark = marks[index]!
      found.push({...mark, start: Math.max(start, mark.start), end: Math.min(end, mark.end)})
    }
    return found
  }
}

function writeLine(
  sign: string,
  lines: Lines,
  line: number,
  marks: readonly Mark[],
  palette: Palette,
  isExact: boolean,
): string {
  const {start, end: full} = lines.full(line)
  const hasEnd = lines.text[full - 1] === '\n' && full > start
  const end = hasEnd ? full - 1 : full
  const note = hasEnd ? '' : `${palette.faint('\\ No newline at end of file')}\n`
  const {text} = lines
  if (isExact) return `${sign}${text.slice(start, end)}\n${note}`
  const paint = sign === '-' ? palette.removed : sign === '+' ? palette.added : (part: string) => part
  const isAllMarked = marks.length === 1 && marks[0]!.start === start && marks[0]!.end === end
  const pieces: string[] = [paint(sign)]
  let offset = start
  const plainText = (to: number, isLast: boolean): void => {
    const isFirst = offset === start
    if (to > offset) pieces.push(shorten(text, offset, to, isFirst, isLast, paint, palette, end - start > longLine))
    offset = to
  }
  for (const mark of marks) {
    plainText(mark.start, false)
    const part = text.slice(mark.start, mark.end)
    const isSeen = !palette.isTerminal || !mark.isUnseen
    const isCut = palette.isTerminal && part.length > longChange
    const shown = isCut ? ends(part) : isSeen ? visible(part) : explicit(part)
    if (shown) pieces.push(isAllMarked ? paint(shown) : paint(palette.marked(shown)))
    offset = Math.max(offset, mark.end)
  }
  plainText(end, true)
  return `${pieces.join('')}\n${note}`
}

/** A long text without its middle. */
function ends(text: string): string {
  const left = boundary(text, changeEnd)
  const right = boundary(text, text.length - changeEnd)
  return `${visible(text.slice(0, left))} …${right - left} characters… ${visible(text.slice(right))}`
}

/** The unchanged text between two changes of a line, without its middle where the line is long. */
function shorten(
  text: string,
  start: number,
  end: number,
  isFirst: boolean,
  isLast: boolean,
  paint: (text: string) => string,
  palette: Palette,
  isLong: boolean,
): string {
  const head = isFirst && !isLast ? 0 : around
  const tail = isLast && !isFirst ? 0 : around
  const left = boundary(text, start + head)
  const right = boundary(text, end - tail)
  if (!palette.isTerminal || !isLong || right - left < 40) return paint(visible(text.slice(start, end)))
  const gap = palette.faint(`…${right - left} characters…`)
  return paint(visible(text.slice(start, left))) + gap + paint(visible(text.slice(right, end)))
}
