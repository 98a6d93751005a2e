/**
 * Walk over a page once, in the order of the raw, and write it as markdown.
 *
 * It leaves in everything that a reader of the page sees, menus and comments included: what is debris is decided later, with
 * the elements around each block as evidence. There is no recursion: the walk follows the links of the tree, so that no
 * depth of nesting is too much for it.
 */
import type {Edit} from '../../src/document/edit.js'
import type {HtmlBlock, HtmlDeclaration, HtmlElement, HtmlFacts} from '../../src/document/html-facts.js'
import {declare, declareHead} from './declarations.js'
import {elementKind, isBlockKind, kinds} from './elements.js'
import {escapeDestination, escapeLabel} from './escape.js'
import {Flow, type FlowBlock} from './flow.js'
import {imageSource, isPixel} from './images.js'
import {nodeTypes, type Page, type PageNode, parsePage} from './page.js'
import {marks, PhrasingBuffer} from './phrasing.js'
import {codeLanguage, readCode, writeCode} from './preformatted.js'
import {findGrid} from './tables.js'
import {hidingRule, mayBeHidden} from './visibility.js'
import {isVisible} from './white-space.js'
import {EditWriter} from './writer.js'

/** What a page becomes: edits of it, and what they do not say. Ranges of blocks are in the result, others in the page. */
export interface Conversion {
  readonly edits: Edit[]
  readonly facts: HtmlFacts
}

/** Convert a page to markdown. */
export function convertPage(raw: string): Conversion {
  return new Converter(raw, parsePage(raw)).convert()
}

interface OpenTable {
  readonly element: PageNode
  readonly columns: number
  rows: number
  /** Cells of the row that were written, and empty ones that were not yet. */
  cells: number
  empty: number
}

class Converter {
  readonly #raw: string
  readonly #page: Page
  readonly #writer: EditWriter
  readonly #flow: Flow
  readonly #phrasing: PhrasingBuffer
  readonly #elements: HtmlElement[] = []
  readonly #blocks: HtmlBlock[] = []
  readonly #declarations: HtmlDeclaration[] = []
  readonly #words: Map<string, string> = new Map()
  /** Element that holds all of the block so far, and the one to fall back on when it was left. */
  #holder: PageNode | undefined
  #nextHolder: PageNode | undefined
  /** Level of the heading whose first block is still to come. */
  #heading = 0
  #table: OpenTable | undefined
  #cell: PageNode | undefined
  #textLength = -1

  constructor(raw: string, page: Page) {
    this.#raw = raw
    this.#page = page
    this.#writer = new EditWriter(raw)
    this.#flow = new Flow(this.#writer)
    this.#phrasing = new PhrasingBuffer(raw)
  }

  convert(): Conversion {
    const {head, body} = this.#page
    declareHead(this.#page, this.#raw, this.#declarations)
    if (head.end > 0) this.#writer.cut(0, head.end, 'head')
    this.#walk(body)
    this.#endBlock()
    if (this.#writer.length > 0) this.#writer.insert('\n', 'block-break')
    const edits = this.#writer.finish()
    return {edits, facts: {elements: this.#elements, blocks: this.#blocks, declarations: this.#declarations}}
  }

  #walk(root: PageNode): void {
    let node = root
    for (;;) {
      const first = this.#enter(node) ? node.first : null
      if (first) {
        node = first
        continue
      }
      this.#leave(node)
      while (node !== root && !node.next) {
        node = node.parent!
        this.#leave(node)
      }
      if (node === root) return
      node = node.next!
    }
  }

  /** Begin a node; tells whether its children are read. */
  #enter(node: PageNode): boolean {
    switch (node.type) {
      case nodeTypes.text:
        this.#text(node)
        return false
      case nodeTypes.element:
        return this.#enterElement(node)
      case nodeTypes.comment:
        this.#writer.cut(node.start, node.end, 'comment')
        return false
      case nodeTypes.boundary:
        if (isBlockKind(elementKind(node.tag))) this.#blockBoundary(node)
        return false
      default:
        return true
    }
  }

  #enterElement(node: PageNode): boolean {
    const kind = node.isHtml ? elementKind(node.tag) : foreignKind(node)
    if (node.attributes.length > 0) {
      if (
        node.tag === 'time' ||
        kind === kinds.head ||
        node.attribute('itemprop') !== undefined ||
        kind === kinds.script
      ) {
        declare(node, this.#raw, this.#declarations)
      }
      const rule = kind < kinds.script ? hidingRule(node) : undefined
      if (rule && mayBeHidden(node, this.#pageLength())) return this.#leaveOut(node, rule)
    }
    const phrasing = this.#phrasing
    switch (kind) {
      case kinds.phrasing:
        break
      case kinds.strong:
        // Headings are strong as they are.
        if (this.#heading === 0) this.#mark(node, marks.strong)
        break
      case kinds.emphasis:
        this.#mark(node, marks.emphasis)
        break
      case kinds.deleted:
        this.#mark(node, marks.deleted)
        break
      case kinds.code:
        this.#mark(node, marks.code)
        break
      case kinds.link: {
        const destination = node.attribute('href')?.trim()
        const isLink =
          destination !== undefined && destination !== '' && !/^(?:javascript|data|vbscript):/i.test(destination)
        if (isLink && !phrasing.isInside(marks.link) && !phrasing.isInside(marks.code)) {
          phrasing.openMark(marks.link, escapeDestination(destination, this.#cell !== undefined))
          node.state |= entered
        }
        break
      }
      case kinds.image:
        this.#image(node)
        return false
      case kinds.lineBreak:
        phrasing.breaks++
        return false
      case kinds.spaced:
        phrasing.addSpace(node.start, node.start, ' ')
        break
      case kinds.quotation:
        this.#visible(node)
        phrasing.addGenerated('"')
        break
      case kinds.superscript:
        if (phrasing.endsInDigit && beginsWithDigit(node, this.#raw)) phrasing.addGenerated('^')
        break
      case kinds.rubyText:
        if (!hasRubyParentheses(node)) {
          this.#visible(node)
          phrasing.addGenerated('(')
          node.state |= entered
        }
        break
      case kinds.script:
        return this.#leaveOut(node, 'script')
      case kinds.style:
        return this.#leaveOut(node, 'style')
      case kinds.template:
        if (node.attribute('shadowrootmode') !== undefined || node.attribute('shadowroot') !== undefined) break
        return this.#leaveOut(node, 'template')
      case kinds.noscript:
        if (this.#isShownNoscript(node)) break
        return this.#leaveOut(node, 'noscript')
      case kinds.head:
        return this.#leaveOut(node, 'head')
      case kinds.control:
        phrasing.addSpace(node.start, node.start, ' ')
        return this.#leaveOut(node, 'form-control')
      case kinds.media:
        return this.#leaveOut(node, 'media')
      case kinds.dialog:
        if (node.attribute('open') === undefined && mayBeHidden(node, this.#pageLength()))
          return this.#leaveOut(node, 'hidden')
        this.#blockBoundary(node)
        break
      default:
        return this.#enterBlock(node, kind)
    }
    return true
  }

  #enterBlock(node: PageNode, kind: number): boolean {
    if (this.#cell) {
      // A cell is one line: its blocks stand side by side.
      this.#phrasing.addSpace(node.start, node.start, ' ')
      return true
    }
    this.#endBlock()
    const flow = this.#flow
    switch (kind) {
      case kinds.heading:
        this.#heading = node.tag.charCodeAt(1) - 48
        break
      case kinds.list:
        flow.openList(node.tag === 'ol', integer(node.attribute('start')) ?? 1)
        break
      case kinds.item:
        if (flow.openItem(integer(node.attribute('value')))) node.state |= pushed
        break
      case kinds.quote:
        if (flow.openQuote()) node.state |= pushed
        break
      case kinds.thematicBreak:
        this.#holder = node.parent ?? node
        this.#startBlock('thematic-break')
        this.#writer.insert(flow.isInItem ? '___' : '***', 'thematic-break')
        this.#closeBlock(this.#writer.length - 3)
        return false
      case kinds.preformatted: {
        const pieces = this.#heading === 0 ? readCode(node, this.#raw) : undefined
        if (!pieces) break
        if (pieces.length > 0) this.#code(node, pieces)
        return false
      }
      case kinds.table: {
        const grid = findGrid(node, this.#raw)
        if (grid) this.#table = {element: node, columns: grid.columns, rows: 0, cells: 0, empty: 0}
        break
      }
      case kinds.row:
        if (this.#table) {
          this.#table.cells = 0
          this.#table.empty = 0
        }
        break
      case kinds.cell:
        if (this.#table) {
          this.#table.empty += node.state >> 8
          this.#cell = node
          return true
        }
        node.state = 0
        break
      default:
    }
    node.state = (node.state & pushed) | (this.#phrasing.enterBlock() << 4)
    return true
  }

  #leave(node: PageNode): void {
    if (node.type !== nodeTypes.element || node.state === left) return
    const kind = node.isHtml ? elementKind(node.tag) : foreignKind(node)
    const phrasing = this.#phrasing
    if (node.state & entered && kind !== kinds.cell) {
      if (kind === kinds.rubyText) phrasing.addGenerated(')')
      else phrasing.closeMark()
    } else if (kind === kinds.quotation) phrasing.addGenerated('"')
    else if (kind === kinds.spaced) phrasing.addSpace(node.end, node.end, ' ')
    else if (kind === kinds.dialog) this.#blockBoundary(node)
    else if (isBlockKind(kind)) this.#leaveBlock(node, kind)
    // What follows in the same block is held by an element further out.
    if (node === (this.#nextHolder ?? this.#holder)) this.#nextHolder = node.parent ?? undefined
  }

  #leaveBlock(node: PageNode, kind: number): void {
    if (this.#cell) {
      if (node === this.#cell) this.#endCell(node)
      else this.#phrasing.addSpace(node.end, node.end, ' ')
      return
    }
    if (kind === kinds.preformatted && node.state === 0 && this.#phrasing.isEmpty) return
    this.#endBlock()
    this.#phrasing.leaveBlock(node.state >> 4)
    if (kind === kinds.heading) this.#heading = 0
    else if (kind === kinds.list) this.#flow.closeList()
    else if (node.state & pushed) this.#flow.close()
    else if (kind === kinds.row && this.#table) this.#endRow(this.#table)
    else if (kind === kinds.table && this.#table?.element === node) {
      this.#table = undefined
    }
  }

  /** Leave out an element and what is in it. */
  #leaveOut(node: PageNode, rule: string): false {
    this.#writer.cut(node.start, node.end, rule)
    node.state = left
    return false
  }

  #blockBoundary(node: PageNode): void {
    if (this.#cell) this.#phrasing.addSpace(node.start, node.start, ' ')
    else this.#endBlock()
  }

  #mark(node: PageNode, mark: number): void {
    if (this.#phrasing.isInside(mark) || this.#phrasing.isInside(marks.code)) return
    this.#phrasing.openMark(mark)
    node.state |= entered
  }

  #text(node: PageNode): void {
    const {start, end, value} = node
    if (!isVisible(this.#raw, start, end, value)) {
      this.#phrasing.addSpace(start, end, value)
      return
    }
    this.#visible(node.parent!)
    this.#phrasing.addText(start, end, value)
  }

  /** Something visible comes next, in `parent`: end the paragraph at a double line break, and note what holds the block. */
  #visible(parent: PageNode): void {
    const phrasing = this.#phrasing
    if (phrasing.breaks > 1 && !phrasing.isEmpty && !this.#cell && this.#heading === 0) this.#endBlock()
    if (phrasing.isEmpty) this.#holder = parent
    else if (this.#nextHolder) this.#holder = this.#nextHolder
    this.#nextHolder = undefined
  }

  #image(node: PageNode): void {
    const source = imageSource(node)
    if (!source || isPixel(node)) {
      this.#writer.cut(node.start, node.end, 'image')
      return
    }
    this.#visible(node.parent!)
    const alt = escapeLabel(node.attribute('alt') ?? '')
    this.#phrasing.addImage(node.start, node.end, `![${alt}](${escapeDestination(source, this.#cell !== undefined)})`)
  }

  /** A noscript element is shown where it holds the image that a script would have put in its place, and that only. */
  #isShownNoscript(node: PageNode): boolean {
    let hasImage = false
    for (let child = node.first; child; child = child.next) {
      if (elementKind(child.tag) === kinds.image && imageSource(child) && !isPixel(child)) hasImage = true
      else if (child.tag === 'picture') hasImage = true
    }
    if (!hasImage) return !mayBeHidden(node, this.#pageLength())
    // The image beside it, or the last one before it in the same element, may have told its address already.
    for (let other = node.previous; other; other = other.previous) {
      const image = elementKind(other.tag) === kinds.image ? other : undefined
      if (image) return imageSource(image) === ''
      if (other.type === nodeTypes.element) break
    }
    return true
  }

  #pageLength(): number {
    if (this.#textLength >= 0) return this.#textLength
    let length = 0
    let node: PageNode | null = this.#page.body
    const root = node
    while (node) {
      if (node.type === nodeTypes.text) length += node.end - node.start
      const isUnread: boolean = node.tag === 'script' || node.tag === 'style' || node.tag === 'template'
      let next: PageNode | null = isUnread ? null : node.first
      while (node && !next) {
        if (node === root) break
        next = node.next
        node = node.parent
      }
      node = next
    }
    this.#textLength = length
    return length
  }

  #startBlock(block: FlowBlock): void {
    this.#flow.startBlock(block)
  }

  /** Write the block that was collected. */
  #endBlock(): void {
    const phrasing = this.#phrasing
    phrasing.complete()
    if (!phrasing.isEmpty) {
      const level = this.#heading
      this.#startBlock(level > 0 ? 'heading' : 'paragraph')
      const start = this.#writer.length
      if (level > 0) this.#writer.insert(`${'#'.repeat(level)} `, 'heading')
      phrasing.write(this.#writer, {prefix: this.#flow.prefix, isHeading: level > 0, isInCell: false})
      this.#heading = 0
      this.#closeBlock(start)
    }
    phrasing.clear()
    this.#nextHolder = undefined
  }

  #closeBlock(start: number): void {
    const element = this.#elementOf(this.#holder ?? this.#page.body)
    this.#blocks.push({start, end: this.#writer.length, element})
    this.#holder = undefined
  }

  #code(node: PageNode, pieces: Parameters<typeof writeCode>[0]): void {
    this.#holder = node
    this.#startBlock('code-block')
    const start = this.#writer.length
    writeCode(pieces, this.#raw, this.#writer, this.#flow.prefix, codeLanguage(node))
    this.#closeBlock(start)
  }

  #endCell(node: PageNode): void {
    const table = this.#table!
    this.#cell = undefined
    const phrasing = this.#phrasing
    phrasing.complete()
    if (phrasing.isEmpty) table.empty++
    else {
      if (table.cells === 0) this.#startRow(table)
      this.#writer.insert(`${'  |'.repeat(table.empty)} `, 'table')
      phrasing.write(this.#writer, {prefix: '', isHeading: false, isInCell: true})
      this.#writer.insert(' |', 'table')
      table.cells += table.empty + 1
      table.empty = 0
    }
    table.empty += node.state & 255
    phrasing.clear()
    this.#nextHolder = undefined
    this.#holder = undefined
  }

  #startRow(table: OpenTable): void {
    if (table.rows === 0) {
      this.#startBlock('table')
      const start = this.#writer.length
      this.#blocks.push({start, end: start, element: this.#elementOf(table.element)})
    } else this.#writer.insert(`\n${this.#flow.prefix}`, 'table')
    this.#writer.insert('|', 'table')
    table.rows++
  }

  #endRow(table: OpenTable): void {
    if (table.cells > 0) {
      if (table.rows === 1) {
        const missing = '  |'.repeat(Math.max(0, table.columns - table.cells))
        this.#writer.insert(`${missing}\n${this.#flow.prefix}|${' --- |'.repeat(table.columns)}`, 'table')
      }
      const block = this.#blocks.at(-1)!
      this.#blocks[this.#blocks.length - 1] = {...block, end: this.#writer.length}
    }
    table.cells = 0
    table.empty = 0
  }

  /** The place of an element among the elements of the facts; those that say nothing stand for their parents. */
  #elementOf(node: PageNode): number {
    const path: PageNode[] = []
    let at: PageNode = node
    while (at.element < 0 && at !== this.#page.body && at.parent) {
      path.push(at)
      at = at.parent
    }
    if (at.element < 0) {
      this.#elements.push({parent: -1, tag: 'body', words: this.#wordsOf(this.#page.body)})
      at.element = this.#elements.length - 1
    }
    let index = at.element
    for (let step = path.length - 1; step >= 0; step--) {
      const element = path[step]!
      const words = element.attributes.length > 0 ? this.#wordsOf(element) : ''
      if (words || isBlockKind(elementKind(element.tag))) {
        this.#elements.push({parent: index, tag: element.tag, words})
        index = this.#elements.length - 1
      }
      element.element = index
    }
    return index
  }

  #wordsOf(element: PageNode): string {
    let words = ''
    for (const {name, value} of element.attributes) {
      if (name !== 'class' && name !== 'id' && name !== 'role' && name !== 'itemprop' && name !== 'aria-label') continue
      let text = this.#words.get(value)
      if (text === undefined) {
        // `shareButtons`, `share_buttons` and `share-buttons` are the same words.
        text = value
          .replace(/([\p{Ll}\d])(?=\p{Lu})/gu, '$1-')
          .replaceAll('_', '-')
          .toLowerCase()
          .replace(/\s+/g, ' ')
          .trim()
        this.#words.set(value, text)
      }
      if (text) words = words ? `${words} ${text}` : text
    }
    return words
  }
}

/** Flags of `PageNode.state` between entering and leaving an element; higher bits count the marks of `enterBlock`. */
const entered = 1
const pushed = 2
/** The element was left out as a whole. */
const left = -1

/** Drawings are no text; formulas are. */
function foreignKind(node: PageNode): number {
  if (node.tag === 'svg' || node.tag === 'annotation' || node.tag === 'annotation-xml') return kinds.media
  return node.tag === 'script' || node.tag === 'style' ? kinds.script : kinds.phrasing
}

function integer(value: string | undefined): number | undefined {
  return value !== undefined && /^\d{1,8}$/.test(value.trim()) ? Number.parseInt(value, 10) : undefined
}

function beginsWithDigit(node: PageNode, raw: string): boolean {
  const first = node.first
  if (first?.type !== nodeTypes.text) return false
  return /^[-−+]?\d/.test(first.value ?? raw.slice(first.start, first.end).slice(0, 2))
}

function hasRubyParentheses(node: PageNode): boolean {
  return node.previous?.tag === 'rp' || node.next?.tag === 'rp'
}
