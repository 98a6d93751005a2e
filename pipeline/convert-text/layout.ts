/**
 * Find out what the line breaks of a text mean.
 *
 * A text may be wrapped at a width, in which case a break inside a group of lines means no more than a space; or each
 * line may be a paragraph (what browsers copy and most flattening scrapers write). The one is told from the other by
 * the question that a wrapping program asks itself: would the next word still have fitted on this line? At the width of a
 * wrapped text it would not, for almost all lines but the last of a paragraph.
 */
import {charactersOf, columnsOf, eastern, firstWordOf, isUneven, type Measure, unspaced} from './columns.js'
import {isProse} from './prose.js'
import {
  beginsClosed,
  caseOf,
  endsClause,
  endsSentence,
  entryStart,
  isAmid,
  isCutWord,
  isEntry,
  isFull,
  isWrapped,
  marksClause,
} from './wrapped.js'

/** What stands between a line and the next one of the same group. */
export type Break = 'wrap' | 'paragraph'

/** Widths at which prose is wrapped; longer lines show that the text is not. */
const narrowest = 30
const widest = 250
/** Width up to which lines of about one length show that a text was wrapped, without a word that did not fit. */
const widestRagged = 130

/** Longest line of verse. */
const widestVerse = 65

/** Measures of a whole text that decide about its breaks. */
export interface Layout {
  /** Column at which lines were wrapped; undefined for a text that was not. */
  readonly width: number | undefined
  readonly measure: Measure
  /** Whether lines end where the next word did not fit, not somewhere near. */
  readonly isExact: boolean
  /** Whether a blank line stands behind every line, and so parts no paragraphs. */
  readonly isSpaced: boolean
  /** Whether blank lines part the paragraphs, so that line ends hardly do. */
  readonly isParted: boolean
}

/**
 * Measure the layout of a text.
 *
 * @param groups the lines between two blank ones, or of one paragraph.
 */
export function measureLayout(groups: readonly (readonly string[])[]): Layout {
  const pairs = pairsOf(groups)
  const uneven = groups.some((group) => group.some(isUneven))
  const exact = bestOf(pairs, uneven, 3)
  // A text of long lines is none that was wrapped, whatever stands in it.
  if (exact && exact.count >= groups.filter((group) => isLongLine(group, exact)).length) {
    const isParted = groups.filter(({length}) => length > 1).length >= 3 && exact.count >= pairs.length * 0.8
    return {...exact, isExact: true, isSpaced: false, isParted}
  }
  const single = groups.filter((group) => group.length === 1).length
  if (groups.length >= leastSpaced && single >= groups.length * 0.85) {
    // However wide the gaps: a second run, over text with one blank line everywhere, must find the same.
    const across = groups.slice(1).map(([next], index) => ({line: groups[index]!.at(-1)!, next: next!}))
    const spaced = bestOf(across, uneven, leastSpaced - 2)
    if (spaced) return {...spaced, isExact: true, isSpaced: true, isParted: false}
  }
  return {width: raggedWidth(groups), measure: charactersOf, isExact: false, isSpaced: false, isParted: false}
}

/** Fewest groups of a line each that show that blank lines mean nothing. */
const leastSpaced = 7

/** Two neighbouring lines. */
interface Pair {
  readonly line: string
  readonly next: string
}

function pairsOf(groups: readonly (readonly string[])[]): Pair[] {
  return groups.flatMap((group) => group.slice(1).map((next, index) => ({line: group[index]!, next})))
}

interface Wrap {
  readonly width: number
  readonly measure: Measure
  readonly count: number
}

function isLongLine([line, next]: readonly string[], {width, measure}: Wrap): boolean {
  return line !== undefined && next === undefined && measure(line) > width
}

/** Find the width that explains the most breaks, by whichever measure explains more. */
function bestOf(pairs: readonly Pair[], uneven: boolean, fewest: number): Wrap | undefined {
  const found = wrapOf(pairs, charactersOf, fewest)
  const other = uneven ? wrapOf(pairs, columnsOf, fewest) : undefined
  return other && (!found || other.count > found.count) ? other : found
}

/** Find the width at which lines were wrapped: one that lies between many a line and that line with the next word. */
function wrapOf(pairs: readonly Pair[], measure: Measure, fewest: number): Wrap | undefined {
  const change = new Int32Array(widest + 2)
  const measured: {readonly line: string; readonly length: number; readonly next: string}[] = []
  for (const {line, next} of pairs) {
    const head = line.trimEnd()
    const tail = next.trim()
    if (!isProse(head) || !isProse(tail)) continue
    const length = measure(head)
    measured.push({line: head, length, next: tail})
    if (length > widest || length < narrowest) continue
    const first = firstWordOf(tail)
    const last = Math.min(widest, length + measure(first) + (unspaced.test(first) ? 2 : 0))
    change[length]!++
    change[last + 1]!--
  }
  let width = 0
  let most = 0
  for (let column = 0, sum = 0; column <= widest; column++) {
    sum += change[column]!
    if (sum > most) {
      most = sum
      width = column
    }
  }
  if (most < fewest) return undefined
  let telling = 0
  let longer = 0
  let amid = 0
  let cased = 0
  let ended = 0
  let closed = 0
  let marked = 0
  for (const {line, length, next} of measured) {
    if (length > width) longer++
    // Short lines end a paragraph, or are none.
    else if (length > width / 2) telling++
    if (length > width || !isFull(length, next, width, measure)) continue
    if (endsSentence(line)) ended++
    if (endsClause(line)) closed++
    if (marksClause(line)) marked++
    if (caseOf(next) !== undefined) cased++
    if (isAmid(line, next)) amid++
  }
  // Lines that all end in a mark are verse.
  const isCertain =
    most >= telling * 0.6 && longer <= measured.length * 0.1 && (closed <= most * 0.45 || width > widestVerse)
  // Headlines of one length begin large, wrapped lines with whatever came next.
  const isSentence = cased > 0 ? amid >= cased * 0.25 : marked > 0 && (most >= 5 || (width >= 60 && ended <= most / 3))
  return isCertain && isSentence ? {width, measure, count: most} : undefined
}

/** Find the width of a text whose lines pile up below it, as those of a page in letters of unequal width do. */
function raggedWidth(groups: readonly (readonly string[])[]): number | undefined {
  const lengths = groups.flatMap((group) => group.map((line) => line.trimEnd().length)).filter((length) => length > 0)
  if (lengths.length < 4 || groups.length === lengths.length) return undefined
  lengths.sort((a, b) => a - b)
  const longest = lengths.at(-1)!
  // A few long lines (an address, a table) do not make a wrapped text an unwrapped one.
  const width = lengths[Math.floor(lengths.length * 0.97)]!
  if (width > widestRagged || width < narrowest || longest > width * 4) return undefined
  // Where text was wrapped, the lines of a group pile up just below the width.
  const full = lengths.filter((length) => length > width * 0.8 && length <= width).length
  return full >= 3 && full >= lengths.length * 0.25 ? width : undefined
}

/**
 * Tell what the break between two neighbouring lines means.
 *
 * @param line neither it nor `next` is blank; both may be indented.
 */
export function breakBetween(line: string, next: string, layout: Layout): Break {
  const {width, measure, isExact, isParted} = layout
  const head = line.trimEnd()
  const tail = next.trim()
  if (isProse(head) && ((beginsClosed(tail) && eastern.test(head.slice(-4))) || isCutWord(head, tail))) return 'wrap'
  if (width === undefined || !isProse(head) || !isProse(tail)) return 'paragraph'
  if (isEntry(tail, head.trimStart())) return 'paragraph'
  const isEnd = endsSentence(head)
  if (isEnd && (entryStart.test(tail) || indentOf(next) >= indentOf(line) + 2)) return 'paragraph'
  const length = measure(head)
  const goesOn = isAmid(head, tail)
  // Longer lines than those of the width were not wrapped, unless a sentence says otherwise.
  if (isExact && length > width) return goesOn ? 'wrap' : 'paragraph'
  if (isFull(length, tail, width, measure) || (isParted && length > width * 0.75)) return 'wrap'
  // Ragged wrapping: clearly in the middle of a sentence.
  if (goesOn && length > width * 0.6) return 'wrap'
  const isOpen = /[\p{L}\p{M},،、-]$/u.test(head) && caseOf(tail) === undefined
  return isOpen && length > width * 0.85 ? 'wrap' : 'paragraph'
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}

/**
 * Tell whether a group of lines is verse: several short lines, most of which go on in the next one.
 */
export function isVerse(lines: readonly string[], layout: Layout): boolean {
  if (lines.length < 3 || isWrapped(lines)) return false
  const wraps = lines.slice(1).filter((next, index) => breakBetween(lines[index]!, next, layout) === 'wrap').length
  if (wraps >= (lines.length - 1) / 2) return false
  let runOn = 0
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!.trim()
    if (line.length > widestVerse || line.length < 8 || !line.includes(' ')) return false
    const next = lines[index + 1]?.trim()
    if (next !== undefined && (/(?:[,;:–—]|\s-)$/.test(line) || (/\p{L}$/u.test(line) && /^\p{Ll}/u.test(next))))
      runOn++
  }
  return runOn >= (lines.length - 1) * 0.6
}
