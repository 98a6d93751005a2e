/**
 * Cut markdown into blocks without parsing it: stretches that micromark would parse the same alone as in their place.
 *
 * This is what lets a document be parsed once, block by block, and only where a stage asks. The cut is made at blank
 * lines and around ATX headings, fences and HTML, wherever no list, footnote or indented code goes on across them. What
 * stands inside a list item is not looked into. A block may hold several top-level nodes (a quote and what follows it
 * without a blank line), never half a one; where that cannot be known cheaply, the rest of the text is one block. A
 * property test holds the nodes of all blocks equal to those of one parse of the whole.
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

/**
 * A stretch of markdown that can be read alone. It holds no blank line at either end and no final newline, except where
 * a fence or HTML that nothing closes runs on to the end of the text or of a list.
 */
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
/** An item that may stand right behind a paragraph's line. */
const interruptingItem = /^(?:[-+*]|1[.)])[ \t]+\S/
/** An item whose text is no item itself: behind a paragraph's line micromark does not see the inner one. */
const lonelyItem = /^ {0,3}(?:[-+*]|\d{1,9}[.)])[ \t]+(?![-+*>[\d \t])/
const thematicBreak = /^ {0,3}(?:\*[ \t]*\*[ \t]*\*[* \t]*|-[ \t]*-[ \t]*-[- \t]*|_[ \t]*_[ \t]*_[_ \t]*)$/
const quote = /^ {0,3}>/
const fenceOpening = /^ {0,3}(?:(`{3,})[^`]*|(~{3,}).*)$/
const closingFence = /^ {0,3}(`{3,}|~{3,})[ \t]*$/
const indented = /^(?: {4}| {0,3}\t)/
/** Behind the markers of an item or a footnote, as much room as indented code has. */
const indentedInside = /^(?:[ >+*.)\d-]*|\[\^.*\]:[ >+*.)\d-]*)(?: {5}|\t)/
const definition = /^ {0,3}\[[^\]]+\]:/
const footnote = /^ {0,3}\[\^.*\]:/
const tableDelimiter = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/
/** A line that front matter may hold: a field, or what goes on with one. Prose at the margin is none. */
const frontMatterLine =
  /^(?:$|[ \t#}\]?:-]|<<:|(?:"[^"]*"|'[^']*'|[\p{L}\p{N}_][\p{L}\p{M}\p{N}_. -]*)[ \t]*:(?:[ \t]|$))/u
/** Its first line, behind comments, where a heading and a list are no front matter. */
const frontMatterField = /^(?:"[^"]*"|'[^']*'|[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.-]*)[ \t]*:(?:[ \t]|$)/u
/** How far into a line of front matter its key may reach; the value behind it may be as long as it likes. */
const longestKey = 300

const emptyAtEnd = /\n[ \t>]*$/
/** Longest line that is read for a tag or for the delimiters of a table. */
const longestLine = 20_000
/** Columns by which the further lines of a footnote are indented. */
const footnoteWidth = 4
/** A line in a container that may open a fence or HTML which runs over blank lines up to the end of its item. */
export const spanningInside: RegExp =
  /^[ \t>+*.)\d-]*(?:\[\^.*\]:[ \t>+*.)\d-]*)?(?:```|~~~|<[!?]|<(?:pre|script|style|textarea)(?![^ \t\n>]))/im
/** A last line that is a tag, which in a container may read otherwise at the end of a text. */
export const tagAtEnd: RegExp = /\n[ \t>]*<[a-z/][^\n]*>[ \t]*$/i

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

/** What a block is while its lines are being read. */
interface OpenBlock {
  type: BlockType
  readonly start: number
  end: number
  readonly line: number
  lines: number
  /** Inside a fence, or HTML that may hold blank lines: tells the line that closes it. */
  closing: ((content: string) => boolean) | undefined
  /**
   * Whether HTML is open that runs to the next blank line, where nothing else is recognised. It may be so behind a
   * complete tag, which opens HTML unless it continues a paragraph.
   */
  html: 'no' | 'maybe' | 'yes'
  /** Columns by which a line must be indented to belong to the outermost list item or footnote; 0 outside of any. */
  itemWidth: number
  /** Whether its last line may be indented code, also inside an item, which goes on over blank lines. */
  isIndented: boolean
  /** Whether a quote stands in it: what was open inside that ends otherwise at a list than at the end of a text. */
  hasQuote: boolean
  /** Whether that item may have ended meanwhile, or may never have been one. */
  isUncertain: boolean
}

/**
 * Cut a markdown text into its blocks, in order; blank lines belong to none.
 *
 * Linear in the length of the text.
 */
export function scanBlocks(text: string): Block[] {
  const blocks: Block[] = []
  let offset = 0
  let line = 1
  const front = frontMatterEnd(text)
  if (front > 0) {
    blocks.push({type: 'frontMatter', start: 0, end: front, line: 1})
    offset = front + 1
    line = countLines(text.slice(0, front)) + 1
  }

  let open: OpenBlock | undefined
  let isAfterBlank = false
  const close = (): void => {
    if (open) blocks.push({type: open.type, start: open.start, end: open.end, line: open.line})
    open = undefined
  }

  for (; offset < text.length; line++) {
    const newline = text.indexOf('\n', offset)
    const end = newline < 0 ? text.length : newline
    const content = text.slice(offset, end)
    const start = offset
    offset = end + 1

    if (open?.closing) {
      open.end = end
      if (open.closing(content)) close()
      continue
    }
    if (blank.test(content)) {
      // A list, a footnote and indented code may go on behind a blank line: the next line decides. What stayed open at one
      // blank line stays so at the next, and is not read again.
      if (open && !isAfterBlank && !open.itemWidth && !open.isIndented && !isDoubtfulEnd(text, open, start)) close()
      if (open) open.html = 'no'
      isAfterBlank = true
      continue
    }
    const step = !open || (isAfterBlank && !goesOn(open, content)) ? 'cut' : readLine(open, content, isAfterBlank)
    if (step === 'unknown' || (open && step === 'cut' && isDoubtfulEnd(text, open, start))) {
      open!.end = text.length
      break
    }
    if (open && step === 'cut' && isAfterBlank && isUnclosed(open, text, start)) {
      // Of what was still open a quote leaves one line end more than other blocks do.
      open.end = quote.test(content) || footnote.test(content) ? start : start - 1
    }
    isAfterBlank = false
    if (step === 'cut') {
      close()
      const marks = atxHeading.exec(content)?.[1]
      if (marks) {
        blocks.push({type: 'heading', start, end, line, depth: marks.length})
        continue
      }
      open = begin(content, start, line)
    }
    open!.end = end
  }
  if (open && (isUnclosed(open, text, text.length) || isDoubtfulEnd(text, open, text.length))) open.end = text.length
  close()
  return blocks
}

/**
 * Find the end of the front matter that a text begins with: behind the `---` that closes it; 0 where there is none.
 *
 * Text between two rules is text: the first line that is no comment must hold a field, and every other line may.
 */
export function frontMatterEnd(text: string): number {
  const opening = /^---[ \t]*\n/.exec(text)
  if (!opening) return 0
  let hasField = false
  for (let start = opening[0].length; start < text.length; ) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    const line = text.slice(start, Math.min(end, start + longestKey))
    if (/^---[ \t]*$/.test(line)) return end
    if (!hasField && !/^(?:[ \t]*$|#)/.test(line)) {
      hasField = frontMatterField.test(line)
      if (!hasField) return 0
    }
    if (!frontMatterLine.test(line)) return 0
    start = end + 1
  }
  return 0
}

/** Begin a block at its first line. */
function begin(content: string, start: number, line: number): OpenBlock {
  const type = typeOf(content)
  const html = type !== 'html' ? 'no' : namedHtml.test(content) ? 'yes' : tagOf(content)
  const open: OpenBlock = {
    type,
    start,
    end: start,
    line,
    html,
    lines: 1,
    closing: undefined,
    itemWidth: 0,
    isIndented: indented.test(content),
    hasQuote: type === 'quote',
    isUncertain: false,
  }
  if (type === 'list') openItem(open, content)
  else if (type === 'definition' && footnote.test(content)) {
    open.itemWidth = footnoteWidth
    open.isIndented = indentedInside.test(content)
  } else if (type === 'code') open.closing = fenceClosing(content)
  else if (type === 'html') open.closing = htmlClosing(content)
  return open
}

/**
 * Take one more line into the open block, or tell that the text must be cut before it.
 *
 * It is `unknown` where it cannot be told without a parse whether something that spans blank lines opens at the line:
 * the caller then makes the rest of the text one block, which is always right, only less fine.
 */
function readLine(open: OpenBlock, content: string, isAfterBlank: boolean): 'on' | 'cut' | 'unknown' {
  open.lines++
  open.isIndented = indented.test(content)
  if (open.html === 'yes') return 'on'
  if (beginsWord(content)) {
    open.isUncertain = open.itemWidth > 0
    return 'on'
  }
  if (open.lines === 2 && open.type === 'paragraph' && isTableDelimiter(content)) open.type = 'table'
  if (open.isIndented) return 'on'
  if (quote.test(content)) open.hasQuote = true
  const indent = indentOf(content)
  const mayBeInside = indent > 0 && open.itemWidth > 0
  // What stands inside the item for certain is closed with it.
  if (mayBeInside && indent >= open.itemWidth && !open.isUncertain) return 'on'
  const isOutside = !mayBeInside || !open.isUncertain
  if (listItem.test(content) && !thematicBreak.test(content)) {
    const isCertain =
      isOutside && open.html === 'no' && ((isAfterBlank && open.itemWidth > 0) || interruptingItem.test(content))
    if (isCertain && !open.itemWidth && !open.hasQuote && lonelyItem.test(content)) return 'cut'
    if (mayBeInside && open.isUncertain) return 'on'
    openItem(open, content)
    if (!isCertain) open.isUncertain = true
    return 'on'
  }
  if (footnote.test(content)) {
    open.isUncertain = open.isUncertain || open.itemWidth > 0
    open.itemWidth = footnoteWidth
    open.isIndented = indentedInside.test(content)
    return 'on'
  }
  if (atxHeading.test(content)) return isOutside && open.html === 'no' ? 'cut' : 'on'
  if (opensFence(content) || spanningHtml.some(([opening]) => opening.test(content)))
    return isOutside && open.html === 'no' ? 'cut' : 'unknown'
  if (namedHtml.test(content)) {
    if (!isOutside) return 'unknown'
    // Whether it opens HTML or goes on with it, from here on it is HTML.
    if (open.html === 'no') return 'cut'
    open.html = 'yes'
  } else if (tagOf(content) !== 'no') open.html = 'maybe'
  if (open.itemWidth) open.isUncertain = true
  return 'on'
}

/** Tell whether something may be open in a block that takes in the blank lines behind it, which end at `next`. */
function isUnclosed(open: OpenBlock, text: string, next: number): boolean {
  if (open.closing) return true
  // Spaces behind indented code may be part of it.
  if (open.isIndented && /[ \t]/.test(text.slice(open.end, next))) return true
  return open.itemWidth > 0 && spanningInside.test(text.slice(open.start, open.end))
}

/**
 * Tell whether the end of a block depends on what follows: a lazy tag, spaces or an empty line
 * of a quote, behind what may be an open fence.
 */
function isDoubtfulEnd(text: string, {start, end, itemWidth, hasQuote}: OpenBlock, next: number): boolean {
  if (!itemWidth && !hasQuote) return false
  const source = text.slice(start, end)
  return (
    (tagAtEnd.test(source) || emptyAtEnd.test(source) || / |\t/.test(text.slice(end, next))) &&
    spanningInside.test(source)
  )
}

/** Note the list item that a line opens. */
function openItem(open: OpenBlock, content: string): void {
  const [, marker, space, rest] = /^( {0,3}(?:[-+*]|\d{1,9}[.)]))([ \t]*)(.?)/.exec(content)!
  open.itemWidth = marker!.length + (space!.length >= 1 && space!.length <= 4 ? space!.length : 1)
  open.isIndented = indentedInside.test(content)
  // An empty item ends at a blank line; how wide a tab is need not be known here.
  open.isUncertain = !rest || space!.includes('\t')
}

/** Tell whether a line behind a blank one may still belong to the open list, footnote or indented code. */
function goesOn(open: OpenBlock, content: string): boolean {
  if (open.itemWidth) {
    return (
      content.startsWith(' ') || content.startsWith('\t') || (listItem.test(content) && !thematicBreak.test(content))
    )
  }
  if (!open.isIndented) return false
  // Behind indented code micromark sees no item, not even deeper in, that could not interrupt a paragraph.
  if (indented.test(content) || quote.test(content) || footnote.test(content)) return true
  return listItem.test(content) && !(interruptingItem.test(content) && lonelyItem.test(content))
}

function typeOf(content: string): BlockType {
  if (beginsWord(content)) return 'paragraph'
  if (indented.test(content) || opensFence(content)) return 'code'
  if (thematicBreak.test(content)) return 'rule'
  if (listItem.test(content)) return 'list'
  if (quote.test(content)) return 'quote'
  if (definition.test(content) || footnote.test(content)) return 'definition'
  const isHtml =
    namedHtml.test(content) || tagOf(content) !== 'no' || spanningHtml.some(([opening]) => opening.test(content))
  return isHtml ? 'html' : 'paragraph'
}

/** Tell whether a line begins with a letter: nothing but text begins so, and most lines do. */
function beginsWord(content: string): boolean {
  const code = content.charCodeAt(0)
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code > 127
}

function indentOf(content: string): number {
  let indent = 0
  while (content.charCodeAt(indent) === 32) indent++
  return indent
}

/** Tell whether a line is a complete tag. A line beyond all tags is not read to its end, which would take a deep stack. */
function tagOf(content: string): OpenBlock['html'] {
  if (content.length > longestLine) return /^ {0,3}<[a-z/]/i.test(content) ? 'maybe' : 'no'
  return completeTag.test(content) ? 'yes' : 'no'
}

function opensFence(content: string): boolean {
  return fenceOpening.test(content)
}

/** What tells the line that closes the fence which a line opens. */
function fenceClosing(content: string): OpenBlock['closing'] {
  const match = fenceOpening.exec(content)
  if (!match) return undefined
  const marker = match[1] ?? match[2]!
  return (further) => closingFence.exec(further)?.[1]?.startsWith(marker) === true
}

/** What tells the line that closes the HTML which a line opens, if that may hold blank lines and stays open. */
function htmlClosing(content: string): OpenBlock['closing'] {
  const kind = spanningHtml.find(([opening]) => opening.test(content))
  if (!kind) return undefined
  const closing = kind[1]
  // An opening comment or declaration may close itself: `<!-->` does.
  return closing.test(content) ? undefined : (further) => closing.test(further)
}

function isTableDelimiter(content: string): boolean {
  return (
    content.length <= longestLine && (content.includes('|') || content.includes(':')) && tableDelimiter.test(content)
  )
}

function countLines(text: string): number {
  let count = 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  return count
}
