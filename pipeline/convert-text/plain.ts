/**
 * Turn plain text into markdown that says the same: paragraphs apart, nothing read as syntax that was not meant so.
 */
import type {Edit} from '../../src/document/edit.js'
import {countMarks, escapeLine} from './escape.js'
import {breakBetween, isVerse, type Layout, measureLayout} from './layout.js'
import {isAmid, isWrapped} from './wrapped.js'

/** A line of the text without its indentation and trailing space. */
interface Line {
  /** Where its indentation starts. */
  readonly from: number
  readonly start: number
  /** Where the line's last word ends. */
  readonly end: number
  /** Where the newline stands, or the text ends. */
  readonly newline: number
  readonly content: string
  /** The line as it stands. */
  readonly whole: string
  isItem: boolean
}

const item = /^(?:[-+*]|(\d{1,3})([.)]))[ \t]+\S/
/** Shorter lines of an item were not wrapped, without other lines to show it. */
const shortestItem = 45
const bareMarker = /^[-+*•·▪◦‣●○■□►▼▲»›|/][-+*•·▪◦‣●○■□►▼▲»›|/ \t]*$/

/** Propose the edits of a whole plain text. */
export function plainEdits(text: string): Edit[] {
  const edits: Edit[] = []
  const groups: Line[][] = []
  const gaps: number[] = []
  let isApart = true
  for (let offset = 0; offset <= text.length; ) {
    const found = text.indexOf('\n', offset)
    const newline = found < 0 ? text.length : found
    const whole = text.slice(offset, newline)
    const content = whole.trim()
    if (content === '') {
      // A line of no-break spaces would be a paragraph to markdown.
      if (/[^ \t]/.test(whole)) edits.push({start: offset, end: newline, replacement: '', rule: 'line-edge-space'})
      if (groups.length > 0) gaps[groups.length - 1] = (gaps[groups.length - 1] ?? 0) + 1
      isApart = true
    } else {
      const start = offset + whole.indexOf(content)
      const line = {from: offset, start, end: start + content.length, newline, content, whole, isItem: false}
      if (start > offset) edits.push({start: offset, end: start, replacement: '', rule: 'line-edge-space'})
      if (line.end < newline) edits.push({start: line.end, end: newline, replacement: '', rule: 'line-edge-space'})
      if (isApart) groups.push([])
      groups.at(-1)!.push(line)
      isApart = false
    }
    offset = newline + 1
  }
  const layout = measureLayout(groups.map((lines) => lines.map(({whole}) => whole)))
  markItems(groups.flat())
  for (const lines of layout.isSpaced ? closeUp(groups, gaps, layout, edits) : groups) groupEdits(lines, layout, edits)
  return edits
}

/** Take out the blank lines between wrapped lines. */
function closeUp(groups: readonly Line[][], gaps: readonly number[], layout: Layout, edits: Edit[]): Line[][] {
  const closed: Line[][] = []
  let last: Line | undefined
  for (const [index, lines] of groups.entries()) {
    const next = lines[0]!
    if (last && gaps[index - 1] === 1 && !next.isItem && breakBetween(last.whole, next.whole, layout) === 'wrap') {
      edits.push({start: last.newline + 1, end: next.from, replacement: '', rule: 'spaced-line'})
      closed.at(-1)!.push(...lines)
    } else closed.push([...lines])
    last = lines.at(-1)!
  }
  return closed
}

/**
 * Mark the lines that are items of a list. A number makes an item only in a sequence: "5. Oktober" and "1994. The war"
 * are prose, and markdown would read them as lists.
 */
function markItems(lines: readonly Line[]): void {
  let expected = 0
  let delimiter = ''
  const numbered = lines.flatMap((line) => {
    const match = item.exec(line.content)
    if (!match) return []
    if (match[1] === undefined) line.isItem = true
    return match[1] === undefined ? [] : [{line, number: Number(match[1]), delimiter: match[2]!}]
  })
  for (const [index, {line, number, delimiter: mark}] of numbered.entries()) {
    const next = numbered[index + 1]
    const begins = number === 1 && next?.number === 2 && next.delimiter === mark
    if (begins || (number === expected && mark === delimiter)) {
      line.isItem = true
      expected = number + 1
      delimiter = mark
    } else expected = 0
  }
}

function groupEdits(lines: readonly Line[], layout: Layout, edits: Edit[]): void {
  const verse = isVerse(
    lines.map((line) => line.content),
    layout,
  )
  const prose = wrappedLines(lines)
  let paragraph: Line[] = []
  for (const [index, line] of lines.entries()) {
    if (bareMarker.test(line.content)) {
      edits.push({start: line.start, end: line.end, replacement: '', rule: 'bare-marker'})
      paragraph = []
      continue
    }
    paragraph.push(line)
    const next = lines[index + 1]
    const kind = !next ? 'paragraph' : prose.has(next) ? 'wrap' : breakAfter(line, next, paragraph[0]!, layout, verse)
    if (kind === 'wrap') continue
    if (kind === 'verse') edits.push({start: line.newline, end: line.newline, replacement: '\\', rule: 'verse-line'})
    else if (next && !(line.isItem && next.isItem)) {
      edits.push({start: line.newline, end: line.newline, replacement: '\n', rule: 'line-paragraph'})
    }
    if (kind === 'verse') continue
    escapeParagraph(paragraph, edits)
    paragraph = []
  }
  if (paragraph.length > 0) escapeParagraph(paragraph, edits)
}

/** The lines that go on with the one before, where lines from one item to the next were wrapped beyond doubt. */
function wrappedLines(lines: readonly Line[]): ReadonlySet<Line> {
  const found = new Set<Line>()
  for (let from = 0, to = 1; from < lines.length; from = to, to++) {
    while (to < lines.length && !lines[to]!.isItem && !bareMarker.test(lines[to]!.content)) to++
    const part = lines.slice(from, to)
    if (isWrapped(part.map(({whole}) => whole))) for (const line of part.slice(1)) found.add(line)
  }
  return found
}

/** @param first of the lines of the paragraph. */
function breakAfter(
  line: Line,
  next: Line,
  first: Line,
  layout: Layout,
  verse: boolean,
): 'wrap' | 'verse' | 'paragraph' {
  if (next.isItem || bareMarker.test(next.content)) return 'paragraph'
  // What hangs below the text of an item goes on with it, if it is amid a sentence: it may be another line of an address.
  const hangs = first.isItem && indentOf(next) === indentOf(first) + item.exec(first.content)![0].length - 1
  if (hangs && line.content.length >= shortestItem && isAmid(line.content, next.content)) return 'wrap'
  if (verse) return 'verse'
  return breakBetween(line.whole, next.whole, layout)
}

function indentOf({from, start}: Line): number {
  return start - from
}

function escapeParagraph(lines: readonly Line[], edits: Edit[]): void {
  const counts = countMarks(lines.map((line) => line.content))
  for (const line of lines) {
    for (const edit of escapeLine(line.content, counts, line.isItem)) {
      edits.push({...edit, start: edit.start + line.start, end: edit.end + line.start})
    }
  }
}
