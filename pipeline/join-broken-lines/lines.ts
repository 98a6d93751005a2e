/** Join the lines of a paragraph that a screen broke, wherever it stands: at the margin, in a list, in a quote. */
import type {Nodes, Paragraph} from 'mdast'
import type {Block} from '../../src/document/blocks.js'
import type {Edit} from '../../src/document/edit.js'
import {charactersOf, columnsOf} from '../convert-text/columns.js'
import {isCode} from '../convert-text/prose.js'
import {caseOf, endsSentence, entryStart, indent, isFull, isWrapped} from '../convert-text/wrapped.js'
import type {Context} from './context.js'
import {cutBehind, joinAt} from './join-at.js'

/** Width below which prose is wrapped only where its lines show it. */
const narrowest = 44

/** What stands before the text of a line inside a list or a quote. */
const margin = /^[ \t>]*/
/** A line with more than a marker at its head: it may go on with an item or a quote. */
const further = /\n[ \t>]*(?![ \t>]|[-+*][ \t]|\d{1,9}[.)][ \t])[^\s]/

/** Join the lines of all paragraphs of a block. */
export function joinLines(context: Context, block: Block, edits: Edit[]): void {
  const {document} = context
  const source = document.text.slice(block.start, block.end)
  if (block.type === 'paragraph' ? !source.includes('\n') : !further.test(source)) return
  const root = document.node(block)
  // A block that was too much to parse is one paragraph of text, items, markers and all: its lines are no lines of that.
  const hasMarkers = block.type === 'list' || block.type === 'quote' || source.startsWith('[^')
  if (hasMarkers && root.children[0]?.type === 'paragraph') return
  for (const paragraph of paragraphsOf(root)) joinParagraph(context, block, paragraph, edits)
}

/** The paragraphs of a block; not those of a table or a heading. */
function paragraphsOf(root: Nodes): Paragraph[] {
  const found: Paragraph[] = []
  const open: Nodes[] = [root]
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'paragraph') found.push(node)
    else if ('children' in node) open.push(...node.children)
  }
  return found
}

function joinParagraph(context: Context, block: Block, paragraph: Paragraph, edits: Edit[]): void {
  const {text} = context.document
  const start = block.start + (paragraph.position?.start.offset ?? 0)
  const stop = block.start + (paragraph.position?.end.offset ?? 0)
  const first = text.indexOf('\n', start)
  if (first < 0 || first >= stop) return
  const source = text.slice(start, stop)
  if (staysInLines(source, context)) return
  // Lines of an item or a quote are as often lines: a name, who said it.
  const isDoubtful = block.type !== 'paragraph' && !isWrapped(linesOf(source))
  // Breaks inside code are the code's; a hard break is the author's.
  const fixed = paragraph.children.filter(({type}) => type === 'inlineCode' || type === 'html' || type === 'break')
  let at = 0
  // Where the line starts that this one was joined to: a second run sees it whole.
  let from = start
  for (let newline = first; newline >= 0 && newline < stop; newline = text.indexOf('\n', newline + 1)) {
    const offset = newline - block.start
    while (at < fixed.length && (fixed[at]!.position?.end.offset ?? 0) <= offset) at++
    if ((fixed[at]?.position?.start.offset ?? Number.POSITIVE_INFINITY) <= offset) continue
    if (hardBreak.test(text.slice(Math.max(start, newline - 12), newline))) continue
    if (isDoubtful && !isOpen(text.slice(Math.max(from, newline - 200), newline))) {
      from = newline + 1
      continue
    }
    const end = newline + 1 + margin.exec(text.slice(newline + 1, newline + 200))![0].length
    // Joined, what began a line must not join into a link or a mark with what ended the one before.
    joinAt(context, newline, end, 'wrapped-line', block, edits)
  }
}

/** Tell a line of prose that ends amid a sentence. */
function isOpen(line: string): boolean {
  return columnsOf(line) >= narrowest && !endsSentence(line.trimEnd())
}

const hardBreak = /(?: {2}|\\|<br ?\/?> ?)$/i

/** The lines of a paragraph without what stands before them in a list or a quote. */
function linesOf(source: string): string[] {
  return source.split('\n').map((line, index) => (index === 0 ? line : line.replace(margin, '')).trimEnd())
}

/**
 * Tell lines that no screen wrapped: short ones (verse, an address) but for those that show it, and entries: a log, a
 * mail's head.
 */
export function staysInLines(source: string, context: Context): boolean {
  const lines = linesOf(source)
  const [first = '', ...others] = lines
  if (others.length === 0) return false
  const isShort = (line: string): boolean => columnsOf(line) < narrowest && !cutBehind.test(line)
  if (lines.filter(isCode).length * 2 >= lines.length) return true
  if (lines.every(isShort)) return !isWrapped(lines) && !isWrappedAt(lines, context.width)
  const entries = others.filter((line) => entryStart.test(line)).length
  if (entries * 2 >= others.length && (isShort(first) || entryStart.test(first))) return true
  return isStanza(lines)
}

/** Tell lines that were wrapped at a width that others show. */
function isWrappedAt(lines: readonly string[], width: number): boolean {
  return lines.every((line, index) => {
    const next = lines[index + 1]
    if (next === undefined) return true
    const length = charactersOf(line)
    if (length > width || !isFull(length + (index === 0 ? indent : 0), next, width, charactersOf)) return false
    return !(endsSentence(line) && entryStart.test(next))
  })
}

/** Tell long lines of verse: each begins large and ends in a mark or without one, no line as the wrapping would have it. */
function isStanza(lines: readonly string[]): boolean {
  if (lines.length < 4 || lines.some((line) => line.length > 65) || isWrapped(lines)) return false
  const large = lines.filter((line) => caseOf(line) === 'large').length
  const marked = lines.filter((line) => /[,;:.!?…—–]["”»’']?$/.test(line)).length
  return large >= lines.length * 0.9 && marked >= lines.length * 0.5
}
