/**
 * Find out what the line breaks of a text mean.
 *
 * A text may be wrapped at a width, in which case a break inside a group of lines means no more than a space; or each
 * line may be a paragraph (what browsers copy and most flattening scrapers write). The one is told from the other by
 * the question that a wrapping program asks itself: would the next word still have fitted on this line?
 */

/** What stands between a line and the next one of the same group. */
export type Break = 'wrap' | 'paragraph'

/** Widths at which prose is wrapped; longer lines show that the text is not. */
const narrowest = 30
const widest = 130

/** Measures of a whole text that decide about its breaks. */
export interface Layout {
  /** Column at which lines were wrapped; undefined for a text that was not. */
  readonly width: number | undefined
}

/** Measure the layout of a text by the lengths of its lines. */
export function measureLayout(lines: readonly string[]): Layout {
  const lengths = lines.map((line) => line.trimEnd().length).filter((length) => length > 0)
  if (lengths.length < 4) return {width: undefined}
  lengths.sort((a, b) => a - b)
  const longest = lengths.at(-1)!
  // A few long lines (an address, a table) do not make a wrapped text an unwrapped one.
  const width = lengths[Math.floor(lengths.length * 0.97)]!
  if (width > widest || width < narrowest || longest > width * 4) return {width: undefined}
  // Where text was wrapped, the lines of a group pile up just below the width.
  const full = lengths.filter((length) => length > width * 0.8 && length <= width).length
  return full >= 3 && full >= lengths.length * 0.25 ? {width} : {width: undefined}
}

/**
 * Tell what the break between two neighbouring lines means.
 *
 * @param line neither it nor `next` is blank; both may be indented.
 */
export function breakBetween(line: string, next: string, layout: Layout): Break {
  const head = line.trimEnd()
  const tail = next.trim()
  if (layout.width !== undefined && isProse(head) && isProse(tail)) {
    const firstWord = /^\S+/.exec(tail)![0]
    if (head.length + 1 + firstWord.length > layout.width) return 'wrap'
    // Ragged wrapping: clearly in the middle of a sentence.
    if (head.length > layout.width * 0.6 && /[\p{L},-]$/u.test(head) && /^\p{Ll}/u.test(tail)) return 'wrap'
  }
  return 'paragraph'
}

/** Tell lines of words from rules, markers and other ornaments. */
function isProse(line: string): boolean {
  return /[\p{L}\p{N}]{2}/u.test(line)
}

/**
 * Tell whether a group of lines is verse: several short lines, most of which go on in the next one.
 */
export function isVerse(lines: readonly string[], layout: Layout): boolean {
  if (lines.length < 3) return false
  const wraps = lines.slice(1).filter((next, index) => breakBetween(lines[index]!, next, layout) === 'wrap').length
  if (wraps >= (lines.length - 1) / 2) return false
  let runOn = 0
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!.trim()
    if (line.length > 65 || line.length < 8 || !line.includes(' ')) return false
    const next = lines[index + 1]?.trim()
    if (next !== undefined && (/[,;:–—-]$/.test(line) || (/\p{L}$/u.test(line) && /^\p{Ll}/u.test(next)))) runOn++
  }
  return runOn >= (lines.length - 1) * 0.6
}
