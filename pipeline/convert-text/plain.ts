/**
 * Turn plain text into markdown that says the same: paragraphs apart, nothing read as syntax that was not meant so.
 */
import type {Edit} from '../../src/document/edit.js'
import {countMarks, escapeLine} from './escape.js'
import {breakBetween, isVerse, type Layout, measureLayout} from './layout.js'

/** A line of the text without its indentation and trailing space. */
interface Line {
  readonly start: number
  /** Where the line's last word ends. */
  readonly end: number
  /** Where the newline stands, or the text ends. */
  readonly newline: number
  readonly content: string
  isItem: boolean
}

const item = /^(?:[-+*]|(\d{1,3})([.)]))[ \t]+\S/
const bareMarker = /^[-+*•·▪◦‣●○■□►▼▲»›|/][-+*•·▪◦‣●○■□►▼▲»›|/ \t]*$/

/** Propose the edits of a whole plain text. */
export function plainEdits(text: string): Edit[] {
  const edits: Edit[] = []
  const groups: Line[][] = []
  let group: Line[] = []
  const contents: string[] = []
  let offset = 0
  while (offset <= text.length) {
    const found = text.indexOf('\n', offset)
    const newline = found < 0 ? text.length : found
    const whole = text.slice(offset, newline)
    const content = whole.trim()
    contents.push(whole)
    if (content === '') {
      if (group.length > 0) groups.push(group)
      group = []
    } else {
      const start = offset + whole.indexOf(content)
      const line = {start, end: start + content.length, newline, content, isItem: false}
      if (start > offset) edits.push({start: offset, end: start, replacement: '', rule: 'line-edge-space'})
      if (line.end < newline) edits.push({start: line.end, end: newline, replacement: '', rule: 'line-edge-space'})
      group.push(line)
    }
    offset = newline + 1
  }
  if (group.length > 0) groups.push(group)
  const layout = measureLayout(contents)
  markItems(groups.flat())
  for (const lines of groups) groupEdits(lines, layout, edits)
  return edits
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
  let paragraph: Line[] = []
  for (const [index, line] of lines.entries()) {
    if (bareMarker.test(line.content)) {
      edits.push({start: line.start, end: line.end, replacement: '', rule: 'bare-marker'})
      paragraph = []
      continue
    }
    paragraph.push(line)
    const next = lines[index + 1]
    const kind = next ? breakAfter(line, next, layout, verse) : 'paragraph'
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

function breakAfter(line: Line, next: Line, layout: Layout, verse: boolean): 'wrap' | 'verse' | 'paragraph' {
  if (next.isItem || bareMarker.test(next.content)) return 'paragraph'
  if (verse) return 'verse'
  return breakBetween(line.content, next.content, layout)
}

function escapeParagraph(lines: readonly Line[], edits: Edit[]): void {
  const counts = countMarks(lines.map((line) => line.content))
  for (const line of lines) {
    for (const edit of escapeLine(line.content, counts, line.isItem)) {
      edits.push({...edit, start: edit.start + line.start, end: edit.end + line.start})
    }
  }
}
