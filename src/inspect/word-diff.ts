/**
 * Write a comparison as passages: `… the visit to [-Ankaka-]{+Ankara+} on …`, a line each, with the place and the rule
 * in front. Newlines show as `⏎`.
 *
 * Only the words around a change are shown, and of a long change both ends: a paragraph of any length stays readable.
 * Where text runs from right to left, every piece is isolated, so that the marks stay around what they mark.
 */
import {annotate} from './annotation.js'
import {alignToLines, type Change, type Comparison, firstSeen, rulesOf} from './changes.js'
import {Lines} from './lines.js'
import type {Palette} from './palette.js'
import {boundary, differsUnseen, explicit, oneLine} from './visible.js'

export interface WordOptions {
  /** Unchanged words on either side of a change. */
  readonly context: number
}

/** Longest text between two words that still counts as one word; scripts without spaces have no shorter end. */
const longestWord = 24
/** Longest removed or added text that is shown whole, and how much of each end is shown of a longer one. */
const longestChange = 400
const changeEnd = 160

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
const isolate = (text: string): string => `\u2068${text}\u2069`

/** A stretch of text with the changes in it. */
interface Passage {
  readonly start: number
  end: number
  readonly changes: Change[]
}

/** Changes in one passage, where thousands stand side by side; and headings of one, before its rules are summed up. */
const mostChanges = 8
const mostHeadings = 4

/** The passages as text, each line ended; empty where nothing changed. */
export function wordDiff(comparison: Comparison, palette: Palette, {context}: WordOptions): string {
  const {before, changes} = alignToLines(comparison)
  const lines = new Lines(before)
  const passages: Passage[] = []
  for (const change of changes) {
    const start = wordsBefore(before, change.start, context)
    const end = wordsAfter(before, change.end, context)
    const last = passages.at(-1)
    if (last && start <= last.end && last.changes.length < mostChanges) {
      last.end = end
      last.changes.push(change)
    } else {
      // What is around two passages is shown once, in front of the latter.
      if (last && last.end > start) last.end = Math.max(start, last.changes.at(-1)!.end)
      passages.push({start: Math.max(start, last?.end ?? 0), end, changes: [change]})
    }
  }
  return passages
    .map((passage) => `${headings(before, passage, lines, palette)}  ${writePassage(before, passage, palette)}\n`)
    .join('')
}

/** Place and rule of the changes, a line for each run of changes of one rule. */
function headings(text: string, {changes}: Passage, lines: Lines, palette: Palette): string {
  const runs: Change[][] = []
  for (const change of changes) {
    const last = runs.at(-1)
    if (last && rulesOf(last[0]!) === rulesOf(change)) last.push(change)
    else runs.push([change])
  }
  return (runs.length > mostHeadings ? [runs.flat()] : runs)
    .map((run) => {
      const {line, column} = lines.position(firstSeen(text, run[0]!))
      return `${palette.place(`${line}:${column}`)} ${palette.rule(annotate(run.flatMap(({causes}) => causes)))}\n`
    })
    .join('')
}

function writePassage(text: string, {start, end, changes}: Passage, palette: Palette): string {
  const isIsolated =
    rightToLeft.test(text.slice(start, end)) || changes.some(({replacement}) => rightToLeft.test(replacement))
  const piece = isIsolated ? isolate : (part: string) => part
  const pieces = (part: string): string => part.split('\n').map(piece).join('\n')
  const parts: string[] = [start > 0 ? palette.faint('…') : '']
  let offset = start
  for (const change of changes) {
    parts.push(oneLine(text.slice(offset, change.start)))
    const old = text.slice(change.start, change.end)
    const show = differsUnseen(old, change.replacement) ? seen : (part: string) => shorten(part)
    if (old) parts.push(paintLines(`[-${pieces(show(old))}-]`, palette.removed))
    if (change.replacement) parts.push(paintLines(`{+${pieces(show(change.replacement))}+}`, palette.added))
    offset = change.end
  }
  parts.push(oneLine(text.slice(offset, end)), end < text.length ? palette.faint('…') : '')
  // An isolate ends with its line, and the indent of the next one is none of its text.
  return parts.join('').replace(/^( *)(.+)$/gm, (_, indent: string, line: string) => indent + piece(line))
}

function seen(text: string): string {
  return shorten(text, (part) => explicit(part).replace(/\n/g, '⏎'))
}

/** Colour every line by itself, so that a pager may cut it anywhere. */
function paintLines(text: string, paint: (text: string) => string): string {
  return text.split('\n').map(paint).join('\n    ')
}

/** A removed or added text; one of many lines keeps them. */
function whole(text: string): string {
  const shown = oneLine(text)
  return (text.match(/\S\n/g)?.length ?? 0) > 2 ? shown.replace(/⏎(?=[^⏎])/g, '⏎\n') : shown
}

function shorten(text: string, show: (text: string) => string = whole): string {
  if (text.length <= longestChange) return show(text)
  const left = boundary(text, changeEnd)
  const right = boundary(text, text.length - changeEnd)
  return `${show(text.slice(0, left))} …${right - left} characters… ${show(text.slice(right))}`
}

/** The offset at which the last `count` words before `offset` begin. */
function wordsBefore(text: string, offset: number, count: number): number {
  let at = offset
  for (let words = 0; words < count && at > 0; words++) {
    while (at > 0 && offset - at < longestWord * count && /\s/.test(text[at - 1]!)) at--
    const least = Math.max(0, at - longestWord)
    while (at > least && !/\s/.test(text[at - 1]!)) at--
  }
  return boundary(text, at)
}

/** The offset at which the first `count` words behind `offset` end. */
function wordsAfter(text: string, offset: number, count: number): number {
  let at = offset
  for (let words = 0; words < count && at < text.length; words++) {
    while (at < text.length && at - offset < longestWord * count && /\s/.test(text[at]!)) at++
    const most = Math.min(text.length, at + longestWord)
    while (at < most && !/\s/.test(text[at]!)) at++
  }
  return at < text.length ? boundary(text, at) : at
}
