/**
 * Cut markdown into blocks without parsing it: stretches that micromark would parse the same alone as in their place.
 *
 * This is what lets a document be parsed once, block by block, and only where a stage asks. The cut is made at blank
 * lines and around ATX headings, wherever no fence, HTML block, list or footnote goes on across them. A block may hold
 * several top-level nodes (a quote and what follows it without a blank line), never half a one; a property test holds
 * the nodes of all blocks equal to those of one parse of the whole.
 *
 * Expects `\n` as the only line ending, which the decode stage sees to.
 */
import type {Range} from './range.js'

/** What the first line of a block announces. */
export type BlockType =
  | 'paragraph'
  | 'heading'
  | 'list'
  | 'quote'
  | 'table'
  | 'code'
  | 'html'
  | 'rule'
  | 'definition'
  | 'frontMatter'

/** A stretch of markdown that can be read alone; it holds no blank line at either end and no final newline. */
export interface Block extends Range {
  readonly type: BlockType
  /** Number of the block's first line, counted from 1. */
  readonly line: number
  /** 1 to 6 for a heading. */
  readonly depth?: number
}

const blank = /^[ \t]*$/
const atxHeading = /^ {0,3}(#{1,6})(?:[ \t]|$)/
const listItem = /^ {0,3}(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)/
const thematicBreak = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/
const quote = /^ {0,3}>/
const fenceOpening = /^ {0,3}(?:(`{3,})[^`]*|(~{3,}).*)$/
const fenceClosing = /^ {0,3}(`{3,}|~{3,})[ \t]*$/
const indented = /^(?: {4}| {0,3}\t)/
const definition = /^ {0,3}\[[^\]]+\]:/
const tableDelimiter = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/
const frontMatter = /^---[ \t]*\n(?:[\s\S]*?\n)?---[ \t]*(?=\n|$)/

/** HTML that may hold blank lines, by how it opens and how it closes (CommonMark's HTML blocks 1 to 5). */
const spanningHtml: readonly (readonly [opening: RegExp, closing: RegExp])[] = [
  [/^ {0,3}<(?:script|pre|style|textarea)(?:[ \t>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}<\?/, /\?>/],
  [/^ {0,3}<![a-z]/i, />/],
  [/^ {0,3}<!\[CDATA\[/, /\]\]>/],
]
/** HTML that ends at a blank line: block 6, which may interrupt a paragraph, and block 7, which may not. */
const namedHtml =
  /^ {0,3}<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:[ \t>]|\/>|$)/i
const completeTag =
  /^ {0,3}(?:<\/[a-z][a-z\d-]*[ \t]*>|<[a-z][a-z\d-]*(?:[ \t]+[a-z_:][\w.:-]*(?:[ \t]*=[ \t]*(?:[^ \t"'=<>`]+|'[^']*'|"[^"]*"))?)*[ \t]*\/?>)[ \t]*$/i

/**
 * Cut a markdown text into its blocks, in order; blank lines belong to none.
 *
 * Linear in the length of the text.
 */
export function scanBlocks(text: string): Block[] {
  const blocks: Block[] = []
  let offset = 0
  let line = 1
  const front = frontMatter.exec(text)?.[0]
  if (front !== undefined) {
    blocks.push({type: 'frontMatter', start: 0, end: front.length, line: 1})
    offset = front.length + 1
    line = countLines(front) + 1
  }

  let open: OpenBlock | undefined
  let afterBlank = false
  const close = (): void => {
    if (open) blocks.push(sealed(open))
    open = undefined
  }

  while (offset < text.length) {
    const newline = text.indexOf('\n', offset)
    const end = newline < 0 ? text.length : newline
    const content = text.slice(offset, end)
    const start = offset
    offset = end + 1

    if (open && (open.fence !== undefined || open.html)) {
      open.end = end
      if (open.html?.test(content)) delete open.html
      else if (open.fence !== undefined && fenceClosing.exec(content)?.[1]?.startsWith(open.fence)) delete open.fence
    } else if (blank.test(content)) {
      // A list, a footnote and indented code may go on behind a blank line: the next line decides.
      if (open && !open.itemWidth && open.type !== 'code') close()
      if (open) open.inHtml = false
      afterBlank = true
    } else {
      if (open && afterBlank && !goesOn(open, content)) close()
      afterBlank = false
      const heading = !open?.inHtml && !isInside(open, content) ? atxHeading.exec(content) : null
      if (heading && !(open?.itemWidth && isIndented(content))) {
        close()
        blocks.push({type: 'heading', start, end, line, depth: heading[1]!.length})
      } else {
        if (open && startsList(content, open)) close()
        open ??= {type: typeOf(content), start, end, line, itemWidth: 0, inHtml: false, isUncertain: false, lines: 0}
        open.end = end
        open.lines++
        if (!readLine(open, content)) {
          open.end = text.length
          close()
          return blocks
        }
      }
    }
    line++
  }
  close()
  return blocks
}

interface OpenBlock {
  type: BlockType
  start: number
  end: number
  line: number
  lines: number
  /** Inside a fence: its marker. */
  fence?: string
  /** Inside HTML that may hold blank lines: what closes it. */
  html?: RegExp
  /** Inside HTML that runs to the next blank line, where nothing else is recognised. */
  inHtml: boolean
  /** Columns by which a line must be indented to belong to the last list item or footnote; 0 outside of any. */
  itemWidth: number
  /** Whether the list may have ended at a line that could also be a lazy continuation. */
  isUncertain: boolean
}

function sealed({type, start, end, line}: OpenBlock): Block {
  return {type, start, end, line}
}

/**
 * Take one line into the open block.
 *
 * Returns false where it cannot be told without a parse whether something that spans blank lines opens here: the caller
 * then makes the rest of the text one block, which is always right, only less fine.
 */
function readLine(open: OpenBlock, content: string): boolean {
  if (open.inHtml) return true
  const isFirst = open.lines === 1
  if (listItem.test(content) && !thematicBreak.test(content)) open.itemWidth = itemWidth(content)
  else if (definition.test(content)) open.itemWidth = 4
  else if (open.itemWidth && !isIndented(content)) open.isUncertain = true
  if (open.lines === 2 && open.type === 'paragraph' && isTableDelimiter(content)) open.type = 'table'
  if (indented.test(content)) return true
  const fence = fenceOpening.exec(content)
  const spanning = fence ? undefined : spanningHtml.find(([opening]) => opening.test(content))
  if (open.itemWidth && isIndented(content)) {
    if (!fence && !spanning && !namedHtml.test(content)) return true
    return isInside(open, content) && !open.isUncertain
  }
  if (fence) {
    open.fence = fence[1] ?? fence[2]!
    if (isFirst) open.type = 'code'
  } else if (spanning) {
    const [opening, closing] = spanning
    const rest = opening === spanningHtml[0]![0] ? content : content.slice(opening.exec(content)![0].length)
    if (!closing.test(rest)) open.html = closing
  } else if (namedHtml.test(content) || completeTag.test(content)) {
    // A complete tag cannot interrupt a paragraph; taking it for HTML all the same only makes the block coarser.
    open.inHtml = true
  }
  return true
}

/** Tell whether a line is indented enough to stand inside the open list item or footnote for certain. */
function isInside(open: OpenBlock | undefined, content: string): boolean {
  return open !== undefined && open.itemWidth > 0 && /^ */.exec(content)![0].length >= open.itemWidth
}

function isIndented(content: string): boolean {
  return content.startsWith(' ') || content.startsWith('\t')
}

/** Width of an item's marker and the space behind it, which is how far its further lines are indented. */
function itemWidth(content: string): number {
  const [, marker, space] = /^( {0,3}(?:[-+*]|\d{1,9}[.)]))([ \t]*)/.exec(content) as unknown as [
    string,
    string,
    string,
  ]
  const isPlain =
    !space.includes('\t') && space.length >= 1 && space.length <= 4 && marker.length + space.length < content.length
  return marker.length + (isPlain ? space.length : 1)
}

/** Tell whether a line opens a list that ends the open block, whatever that is: an item that may interrupt a paragraph. */
function startsList(content: string, open: OpenBlock): boolean {
  if (open.itemWidth || open.inHtml || open.type === 'list') return false
  return /^ {0,3}(?:[-+*]|1[.)])[ \t]+\S/.test(content) && !thematicBreak.test(content)
}

/** Tell whether a line behind a blank one may still belong to the open list, footnote or indented code. */
function goesOn(open: OpenBlock, content: string): boolean {
  if (open.itemWidth) return isIndented(content) || (listItem.test(content) && !thematicBreak.test(content))
  return open.type === 'code' && indented.test(content)
}

function typeOf(content: string): BlockType {
  if (indented.test(content)) return 'code'
  if (thematicBreak.test(content)) return 'rule'
  if (listItem.test(content)) return 'list'
  if (quote.test(content)) return 'quote'
  if (definition.test(content)) return 'definition'
  if (
    /^ {0,3}</.test(content) &&
    (namedHtml.test(content) || completeTag.test(content) || spanningHtml.some(([opening]) => opening.test(content)))
  ) {
    return 'html'
  }
  return 'paragraph'
}

function isTableDelimiter(content: string): boolean {
  return (content.includes('|') || content.includes(':')) && tableDelimiter.test(content)
}

function countLines(text: string): number {
  let count = 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  return count
}
