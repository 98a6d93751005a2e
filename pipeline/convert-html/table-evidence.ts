/**
 * Read the cells of a table and tell whether they hold data or lay out the page.
 *
 * A table that its author marked as data (a head, a caption) is believed unless a cell holds what cannot stand on one line. Without such
 * marks a table of data shows itself by rows that can be compared: two or more of them with words and something beside them. Menus, rows
 * of buttons and columns of prose have none.
 *
 * Widths, colours and borders are not asked: before style sheets, tables of data and of layout had the same ones.
 */
import {elementKind, isBlockKind, kinds} from './elements.js'
import {imageSource, isPixel} from './images.js'
import {following, nodeTypes, type PageNode} from './page-node.js'
import {isVisible} from './white-space.js'

/** Longest text of a cell of data that has several paragraphs, in characters, and that has one. */
const maxParagraphsLength = 400
const maxCellLength = 1600
/** Most blocks in a cell of data. */
const maxCellBlocks = 6
/** Length from which paragraphs in a cell that nobody marked as data are prose, and from which one paragraph is. */
const proseParagraphsLength = 160
const proseLength = 300

/** What a cell of data does not hold. */
const unfit: ReadonlySet<number> = new Set([kinds.table, kinds.heading, kinds.preformatted, kinds.quote])
/** What holds no text that is shown. */
const unread: ReadonlySet<number> = new Set([kinds.script, kinds.style, kinds.template, kinds.noscript, kinds.media])
/** Characters that mark a line or stand between two words, and say nothing in a cell of their own. */
const wordless = /^[\s\p{Pd}•·●■▪|:»›>*.]*$/u

/** What stands in a cell. Lengths are in characters. */
interface CellContent {
  length: number
  /** Length of the text in links. */
  linkLength: number
  hasWords: boolean
  hasPicture: boolean
  /** Paragraphs after the first, told by block elements and by double line breaks between visible text. */
  breaks: number
  blocks: number
}

export interface TableContent {
  /** The cells of each row that has any. */
  readonly rows: readonly (readonly PageNode[])[]
  readonly contents: readonly (readonly CellContent[])[]
  /** Whether the author says that this is data. */
  readonly isMarked: boolean
  readonly hasControls: boolean
}

/**
 * Read a table; undefined where it holds what a markdown table cannot: other tables, headings, long prose, or text beside the cells.
 * Linear in the part that it reads.
 */
export function readTable(table: PageNode, raw: string): TableContent | undefined {
  const rows: PageNode[][] = []
  const contents: CellContent[][] = []
  // The cell or caption that is read, and the node behind it; the same of the link in it.
  let part: PageNode | undefined
  let partEnd: PageNode | null = null
  let isInLink = false
  let linkEnd: PageNode | null = null
  let cell = emptyCell()
  let lineBreaks = 0
  let isMarked = /^(?:table|grid|treegrid)$/.test(table.attribute('role') ?? '')
  let hasControls = false
  let isClosed = false
  let next: PageNode | null
  for (let node: PageNode | null = table.first; node; node = next) {
    const kind = node.type === nodeTypes.element ? elementKind(node.tag) : -1
    next = following(node, table, unread.has(kind))
    if (part && node === partEnd) part = undefined
    if (isInLink && node === linkEnd) isInLink = false
    if (node.type === nodeTypes.text) {
      if (!isVisible(raw, node.start, node.end, node.value)) continue
      if (!part) return undefined
      if (part.tag === 'caption') continue
      const text = (node.value ?? raw.slice(node.start, node.end)).trim()
      if (lineBreaks > 1 && cell.length > 0) cell.breaks++
      lineBreaks = 0
      cell.length += text.length
      if (isInLink) cell.linkLength += text.length
      if (!cell.hasWords && !wordless.test(text)) {
        cell.hasWords = true
        if (part.tag === 'th') isMarked = true
      }
      const longest = cell.breaks > 0 ? maxParagraphsLength : maxCellLength
      if (cell.length > longest) return undefined
    } else if (kind === kinds.cell || node.tag === 'caption') {
      if (kind === kinds.cell && node.parent?.tag !== 'tr') return undefined
      part = node
      partEnd = following(node, table, true)
      lineBreaks = 0
      cell = emptyCell()
      if (kind === kinds.cell) {
        rows.at(-1)?.push(node)
        contents.at(-1)?.push(cell)
      } else {
        isMarked = true
        isClosed = rows.length > 0
      }
    } else if (kind === kinds.row) {
      // A caption becomes a block of its own, and so must stand before the rows or behind them.
      if (isClosed) return undefined
      rows.push([])
      contents.push([])
    } else if (unfit.has(kind)) {
      return undefined
    } else if (kind === kinds.image) {
      if (!part) return undefined
      if (imageSource(node) && !isPixel(node)) cell.hasPicture = true
    } else if (kind === kinds.lineBreak) {
      lineBreaks++
    } else if (kind === kinds.link) {
      isInLink = true
      linkEnd = following(node, table, true)
    } else if (kind === kinds.control) {
      if (node.attribute('type')?.toLowerCase() !== 'hidden') hasControls = true
    } else if (node.tag === 'thead') {
      isMarked = true
    } else if (isBlockKind(kind) && kind !== kinds.tablePart) {
      if (++cell.blocks > maxCellBlocks) return undefined
      lineBreaks = 2
    }
  }
  const isRow = (cells: readonly unknown[]): boolean => cells.length > 0
  return {rows: rows.filter(isRow), contents: contents.filter(isRow), isMarked, hasControls}
}

function emptyCell(): CellContent {
  return {length: 0, linkLength: 0, hasWords: false, hasPicture: false, breaks: 0, blocks: 0}
}

/** Tell whether the cells of a table hold data. */
export function holdsData({contents, isMarked, hasControls}: TableContent): boolean {
  const widest = Math.max(0, ...contents.map((cells) => cells.filter(isFilled).length))
  if (contents.length < 2 || widest < 2) return false
  if (isMarked) return true
  if (hasControls) return false
  let filledRows = 0
  let comparable = 0
  let withWords = 0
  let withPicture = 0
  let length = 0
  let linkLength = 0
  let longest = 0
  for (const cells of contents) {
    const words = cells.filter(({hasWords}) => hasWords)
    const filled = cells.filter(isFilled).length
    if (filled > 0) filledRows++
    if (filled > 1 && words.length > 0) comparable++
    for (const cell of words) {
      if (cell.length > proseParagraphsLength && cell.breaks > 0) return false
      withWords++
      if (cell.hasPicture) withPicture++
      length += cell.length
      linkLength += cell.linkLength
      longest = Math.max(longest, cell.length)
    }
  }
  if (comparable < 2 || comparable < filledRows * leastComparable) return false
  if (longest > proseLength && longest > length / 2) return false
  return withPicture < withWords / 2 && linkLength < length * mostLinked
}

/** Least share of the rows of a table of data that have words and something beside them. */
const leastComparable = 0.4
/** Share of linked text from which a table is a menu. */
const mostLinked = 0.95

function isFilled({length, hasPicture}: CellContent): boolean {
  return length > 0 || hasPicture
}
