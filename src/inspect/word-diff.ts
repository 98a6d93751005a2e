/**
 * Write a comparison as passages: `… the visit to [-Ankaka-]{+Ankara+} on …`, a line each, with the place and the rule
 * in front. Newlines show as `⏎`.
 *
 * Only the words around a change are shown, and of a long change both ends: a paragraph of any length stays readable.
 * Where text runs from right to left, every piece is isolated, so that the marks stay around what they mark.
 */
import {annotate} from './annotation.js'
import type {Change, Comparison} from './changes.js'
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

/** The passages as text, each line ended; empty where nothing changed. */
export function wordDiff({before, changes}: Comparison, palette: Palette, {context}: WordOptions): string {
  const lines = new Lines(before)
  const passages: {start: number; end: number; changes: Change[]}[] = []
  for (const change of changes) {
    const start = wordsBefore(before, change.start, context)
    const end = wordsAfter(before, change.end, context)
    const last = passages.at(-1)
    if (last && start <= last.end) {
      last.end = Math.max(last.end, end)
      last.changes.push(change)
    } else passages.push({start, end, changes: [change]})
  }
  return passages
    .map((passage) => {
      const {line, column} = lines.position(passage.changes[0]!.start)
      const rule = annotate(passage.changes.flatMap(({causes}) => causes))
      return `${palette.place(`${line}:${column}`)} ${palette.rule(rule)}\n  ${writePassage(before, passage, palette)}\n`
    })
    .join('')
}

function writePassage(
  text: string,
  {start, end, changes}: {start: number; end: number; changes: readonly Change[]},
  palette: Palette,
): string {
  const isIsolated =
    rightToLeft.test(text.slice(start, end)) || changes.some(({replacement}) => rightToLeft.test(replacement))
  const piece = isIsolated ? isolate : (part: string) => part
  const parts: string[] = [start > 0 ? palette.faint('…') : '']
  let offset = start
  for (const change of changes) {
    parts.push(oneLine(text.slice(offset, change.start)))
    const old = text.slice(change.start, change.end)
    const show = differsUnseen(old, change.replacement) ? seen : shorten
    if (old) parts.push(palette.removed(`[-${piece(show(old))}-]`))
    if (change.replacement) parts.push(palette.added(`{+${piece(show(change.replacement))}+}`))
    offset = change.end
  }
  parts.push(oneLine(text.slice(offset, end)), end < text.length ? palette.faint('…') : '')
  return piece(parts.join(''))
}

function seen(text: string): string {
  return shorten(text, (part) => explicit(part).replace(/\n/g, '⏎'))
}

function shorten(text: string, show: (text: string) => string = oneLine): string {
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
