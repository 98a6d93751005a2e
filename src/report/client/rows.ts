/**
 * Lay two texts side by side by what leads from one to the other: rows in which what stands on one side is what became of what stands
 * on the other. A row begins where a paragraph begins in both.
 */
import {alignToLines, type Change, type Comparison} from '../../inspect/changes.js'

export interface Segment {
  /** Counting over all rows. */
  readonly number: number
  readonly kind: 'kept' | 'gone' | 'changed' | 'added'
  /** Where it begins in the text before. */
  readonly start: number
  readonly before: string
  readonly after: string
  /** Missing for what was kept. */
  readonly change?: Change
}

export type Row = readonly Segment[]

/** Text without an empty line is cut at the end of a line beyond so many characters. */
const longRow = 1500

/** Lay a comparison out in rows. */
export function rowsOf(comparison: Comparison): Row[] {
  const {before, changes} = alignToLines(comparison)
  const rows: Segment[][] = []
  let row: Segment[] = []
  let number = 0
  let isStart = true
  const close = (): void => {
    if (row.length > 0) rows.push(row)
    row = []
  }
  const keep = (start: number, end: number): void => {
    for (let from = start; from < end; ) {
      const to = endOfParagraph(before, from, end)
      const text = before.slice(from, to)
      const kept: Segment = {number: number++, kind: 'kept', start: from, before: text, after: text}
      // Empty lines alone make no row.
      if (row.length === 0 && rows.length > 0 && text.trim() === '') rows.at(-1)!.push(kept)
      else row.push(kept)
      isStart = text.endsWith('\n')
      if (isStart && (to < end || text.endsWith('\n\n'))) close()
      from = to
    }
  }
  let offset = 0
  for (const change of changes) {
    keep(offset, change.start)
    const {start, end, replacement} = change
    // Line feeds at its ends that stand there as before are shown as what they are: kept.
    const same = sameLineFeeds(before.slice(start, end), replacement)
    keep(start, start + same.leading)
    const text = before.slice(start + same.leading, end - same.trailing)
    const after = replacement.slice(same.leading, replacement.length - same.trailing)
    // What begins a line and ends one stands in rows of its own.
    if (isStart) close()
    const kind: Segment['kind'] = after === '' ? 'gone' : text === '' ? 'added' : 'changed'
    // What was put in before a paragraph, as front matter is, has rows of its own but for its last line.
    const cut: number = kind === 'added' && isStart ? after.lastIndexOf('\n\n') + 2 : 1
    const parts = cut > 1 && cut < after.length ? [after.slice(0, cut), after.slice(cut)] : [after]
    for (const part of parts) {
      row.push({number: number++, kind, start: start + same.leading, before: text, after: part, change})
      if (part !== '') isStart = part.endsWith('\n')
      if (isStart && (part !== '' || text.endsWith('\n'))) close()
    }
    keep(end - same.trailing, end)
    offset = end
  }
  keep(offset, before.length)
  close()
  return rows
}

function sameLineFeeds(before: string, after: string): {readonly leading: number; readonly trailing: number} {
  const most = Math.min(before.length, after.length)
  let leading = 0
  while (leading < most && before[leading] === '\n' && after[leading] === '\n') leading++
  let trailing = 0
  while (trailing < most - leading && before.at(-1 - trailing) === '\n' && after.at(-1 - trailing) === '\n') trailing++
  return {leading, trailing}
}

/** Where the paragraph ends that holds an offset, with the empty lines behind it. */
function endOfParagraph(text: string, from: number, end: number): number {
  const empty = text.indexOf('\n\n', from)
  let at = empty < 0 || empty >= end ? end : empty + 2
  if (at - from > longRow) {
    const line = text.indexOf('\n', from + longRow)
    if (line >= 0 && line + 1 < at) return line + 1
  }
  while (at < end && text[at] === '\n') at++
  return Math.min(at, end)
}

/** Tell whether something of a segment can be read. */
export function hasWords({before, after}: Segment): boolean {
  return /[\p{L}\p{N}]/u.test(before) || /[\p{L}\p{N}]/u.test(after)
}

/** Find the segment that an offset of the text before lies in. */
export function segmentAt(rows: readonly Row[], offset: number): {row: number; segment: Segment} | undefined {
  for (const [row, segments] of rows.entries()) {
    for (const segment of segments) {
      if (offset >= segment.start && offset < segment.start + segment.before.length) return {row, segment}
    }
  }
  return undefined
}
