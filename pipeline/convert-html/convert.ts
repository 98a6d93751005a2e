/**
 * Walk over a page once, in the order of the raw, and write it as markdown.
 *
 * It leaves in everything that a reader of the page sees, menus and comments included: what is debris is decided later, with
 * the elements around each block as evidence. There is no recursion: the walk follows the links of the tree, so that no
 * depth of nesting is too much for it.
 */

import type {Message} from '../../src/document/document.js'
import type {Edit} from '../../src/document/edit.js'
import type {HtmlBlock, HtmlDeclaration, HtmlFacts} from '../../src/document/html-facts.js'
import {declare, declareHead} from './declarations.js'
import {ElementFacts} from './element-facts.js'
import {elementKind, isBlockKind, kindOfElement, kinds} from './elements.js'
import {escapeDestination, escapeLabel} from './escape.js'
import {Flow, type FlowBlock} from './flow.js'
import {type Footnotes, findFootnotes} from './footnotes.js'
import {isBracketed, placeOf, signBefore} from './formulas.js'
import {imageSource, isPixel} from './images.js'
import {type Page, parsePage} from './page.js'
import {extentOf, following, nodeTypes, type PageNode} from './page-node.js'
import {PhrasingBuffer} from './phrasing.js'
import {marks} from './phrasing-ops.js'
import {codeLanguage, readCode, writeCode} from './preformatted.js'
import {type Script, scriptOf} from './raised.js'
import {narrowPage, type PageSelectors} from './selection.js'
import {TableWriter} from './table-writer.js'
import {findGrid} from './tables.js'
import {Visibility} from './visibility.js'
import {hasBlank, isVisible} from './white-space.js'
import {EditWriter} from './writer.js'

/** What a page becomes: edits of it, and what they do not say. Ranges of blocks are in the result, others in the page. */
export interface Conversion {
  readonly edits: Edit[]
  readonly facts: HtmlFacts
  readonly messages: readonly Message[]
}

const noSelectors: PageSelectors = {remove: [], content: []}

/** Convert a page to markdown. */
export function convertPage(raw: string, selectors: PageSelectors = noSelectors): Conversion {
  return new Converter(raw, parsePage(raw)).convert(selectors)
}

class Converter {
  readonly #raw: string
  readonly #page: Page
  readonly #writer: EditWriter
  readonly #flow: Flow
  readonly #phrasing: PhrasingBuffer
  readonly #elements: ElementFacts
  readonly #visibility: Visibility
  readonly #blocks: HtmlBlock[] = []
  readonly #declarations: HtmlDeclaration[] = []
  /** Element that holds all of the block so far, and the one to fall back on when it was left. */
  #holder: PageNode | undefined
  #nextHolder: PageNode | undefined
  /** Level of the heading whose first block is still to come. */
  #heading = 0
  #footnotes: Footnotes | undefined
  #table: TableWriter | undefined
  #cell: PageNode | undefined
  readonly #isShown = (element: PageNode): boolean =>
    this.#visibility.leavingRule(element, kindOfElement(element)) === undefined

  constructor(raw: string, page: Page) {
    this.#raw = raw
    this.#page = page
    this.#writer = new EditWriter(raw)
    this.#flow = new Flow(this.#writer)
    this.#phrasing = new PhrasingBuffer(raw)
    this.#elements = new ElementFacts(page.body)
    this.#visibility = new Visibility(page.body, raw)
  }

  convert(selectors: PageSelectors): Conversion {
    const {head, body} = this.#page
    const isNarrowed = selectors.remove.length > 0 || selectors.content.length > 0
    const {content, messages} = isNarrowed
      ? narrowPage(this.#page, this.#raw, selectors, this.#visibility)
      : {content: undefined, messages: []}
    declareHead(this.#page, this.#raw, this.#declarations)
    if (head.end > 0) this.#writer.cut(0, head.end, 'head')
    // Of a page in parts a mark may be in one, and its note in none.
    if (!content) {
      this.#footnotes = findFootnotes(body, this.#raw, this.#isShown)
    }
    if (content) this.#walkContent(content)
    else this.#walk(body)
    this.#endBlock()
    if (this.#writer.length > 0) this.#writer.insert('\n', 'block-break')
    const edits = this.#writer.finish()
    const facts = {elements: this.#elements.elements, blocks: this.#blocks, declarations: this.#declarations}
    return {edits, facts, messages}
  }

  /** Walk over the elements that hold the document, each for itself; of all that stands outside only declarations are read. */
  #walkContent(content: ReadonlyMap<PageNode, string>): void {
    const {body} = this.#page
    const evidence = `outside of ${[...new Set(content.values())].join(', ')}`
    // Where the stretch outside begins that is not cut yet.
    let outside = body.first ? extentOf(body.first).start : 0
    for (let node = body.first; node; ) {
      const isContent = content.has(node)
      const rule = isContent ? undefined : this.#outsideRule(node)
      if (isContent || rule) {
        const {start, end} = extentOf(node)
        this.#writer.cut(outside, start, 'outside-content', evidence)
        if (rule) this.#writer.cut(start, end, rule, node.type === nodeTypes.removed ? node.value : undefined)
        else {
          this.#walk(node)
          this.#endBlock()
        }
        outside = Math.max(outside, end)
      }
      node = following(node, body, isContent || rule !== undefined)
    }
    this.#writer.cut(outside, body.last ? extentOf(body.last).end : 0, 'outside-content', evidence)
  }

  /** The rule of its own by which a node outside of the content is left out; what it declares is noted. */
  #outsideRule(node: PageNode): string | undefined {
    switch (node.type) {
      case nodeTypes.comment:
        return 'comment'
      case nodeTypes.removed:
        return 'removed-by-selector'
      case nodeTypes.element: {
        const kind = kindOfElement(node)
        this.#declare(node, kind)
        return this.#visibility.leavingRule(node, kind)
      }
      default:
        return undefined
    }
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
      case nodeTypes.removed:
        this.#writer.cut(node.start, node.end, 'removed-by-selector', node.value)
        if (isApart(elementKind(node.tag))) this.#blockBoundary(node)
        return false
      case nodeTypes.boundary:
        if (isBlockKind(elementKind(node.tag))) this.#blockBoundary(node)
        return false
      default:
        return true
    }
  }

  #enterElement(node: PageNode): boolean {
    const kind = kindOfElement(node)
    this.#declare(node, kind)
    const rule = this.#visibility.leavingRule(node, kind)
    if (rule) {
      if (kind === kinds.control) this.#phrasing.addSpace(node.start, node.start, ' ')
      this.#leaveOut(node, rule)
      return false
    }
    if (this.#footnotes && this.#isFootnoteSign(node, this.#footnotes)) return false
    const phrasing = this.#phrasing
    switch (kind) {
      case kinds.phrasing:
        return this.#phrasingElement(node)
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
        if (this.#script(node, 'superscript')) return false
        if (/\d/.test(phrasing.last) && beginsWithDigit(node, this.#raw)) phrasing.addGenerated('^')
        break
      case kinds.subscript:
        if (this.#script(node, 'subscript')) return false
        break
      case kinds.rubyText:
        if (!hasRubyParentheses(node)) {
          this.#visible(node)
          phrasing.addGenerated('(')
          node.state |= entered
        }
        break
      case kinds.template:
      case kinds.noscript:
        break
      case kinds.dialog:
      case kinds.control:
      case kinds.media:
        this.#blockBoundary(node)
        break
      default:
        return this.#enterBlock(node, kind)
    }
    return true
  }

  /** Note what an element declares. */
  #declare(node: PageNode, kind: number): void {
    if (node.attributes.length === 0) return
    const isDeclaration = node.tag === 'time' || kind === kinds.head || kind === kinds.script
    if (isDeclaration || node.attribute('itemprop') !== undefined) declare(node, this.#raw, this.#declarations)
  }

  #enterBlock(node: PageNode, kind: number): boolean {
    if (this.#cell) {
      // A cell is one line: its blocks stand side by side.
      this.#phrasing.addSpace(node.start, node.start, ' ')
      return true
    }
    this.#endBlock()
    const flow = this.#flow
    const label = this.#footnotes?.notes.get(node)
    if (label !== undefined) {
      flow.openNote(label)
      node.state = pushed | (this.#phrasing.enterBlock() << 4)
      return true
    }
    switch (kind) {
      case kinds.heading:
        this.#heading = node.tag.charCodeAt(1) - 48
        break
      case kinds.list:
        flow.openList(node.tag === 'ol', ...numbering(node))
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
        if (grid) this.#table = new TableWriter(node, grid.columns, this.#writer, flow)
        break
      }
      case kinds.row:
        this.#table?.startRow()
        break
      case kinds.cell:
        if (this.#table) {
          this.#table.skip(node.state >> 8)
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
    const kind = kindOfElement(node)
    const phrasing = this.#phrasing
    if (node.state & entered && kind !== kinds.cell) {
      if (kind === kinds.rubyText) phrasing.addGenerated(')')
      else phrasing.closeMark()
    } else if (kind === kinds.quotation) phrasing.addGenerated('"')
    else if (kind === kinds.spaced) phrasing.addSpace(node.end, node.end, ' ')
    else if (kind === kinds.phrasing && node.state & boxed) this.#blockBoundary(node)
    else if (kind === kinds.phrasing && node.state & bracketed) phrasing.addGenerated(')')
    else if (kind === kinds.dialog || kind === kinds.control || kind === kinds.media) this.#blockBoundary(node)
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
    else if (kind === kinds.row && this.#table?.endRow()) this.#extendBlock()
    else if (kind === kinds.table && this.#table?.element === node) {
      this.#table = undefined
    }
  }

  /** Leave out an element and what is in it. */
  #leaveOut(node: PageNode, rule: string): void {
    const {start, end} = extentOf(node)
    this.#writer.cut(start, end, rule)
    node.state = left
  }

  #blockBoundary(node: PageNode): void {
    if (this.#cell) this.#phrasing.addSpace(node.start, node.start, ' ')
    else this.#endBlock()
  }

  /** Write the mark of a footnote, and leave out what leads back to it; tells whether an element was one of them. */
  #isFootnoteSign(node: PageNode, {marks: footnoteMarks, returns}: Footnotes): boolean {
    const label = footnoteMarks.get(node)
    if (label === undefined && !returns.has(node)) return false
    if (label !== undefined) {
      this.#visible(node.parent!)
      this.#phrasing.addGenerated(`[^${label}]`)
    }
    this.#leaveOut(node, 'footnote')
    return true
  }

  /**
   * Begin an element that has no mark: one that is drawn as a box of its own ends the block, one of a formula gets its sign. Tells whether
   * its children are read.
   */
  #phrasingElement(node: PageNode): boolean {
    if (node.isHtml) {
      if (!boxStyle.test(node.attribute('style') ?? '')) return true
      this.#blockBoundary(node)
      node.state |= boxed
      return true
    }
    const script = placeOf(node)
    if (script && this.#script(node, script)) return false
    const sign = signBefore(node)
    const isInBrackets = isBracketed(node)
    if (!sign && !isInBrackets) return true
    this.#visible(node)
    this.#phrasing.addGenerated(`${sign}${isInBrackets ? '(' : ''}`)
    if (isInBrackets) node.state |= bracketed
    return true
  }

  /** Write an element as raised or lowered characters, where there are such for all of it; tells whether there are. */
  #script(node: PageNode, script: Script): boolean {
    const text = scriptOf(node, script, this.#raw, this.#phrasing.last, this.#isShown)
    if (text === undefined) return false
    const {start, end} = extentOf(node)
    this.#visible(node.parent!)
    this.#phrasing.addScript(start, end, text, script)
    return true
  }

  #mark(node: PageNode, mark: number): void {
    if (this.#phrasing.isInside(mark) || this.#phrasing.isInside(marks.code)) return
    this.#phrasing.openMark(mark)
    node.state |= entered
  }

  #text(node: PageNode): void {
    const {start, end, value} = node
    if (!isVisible(this.#raw, start, end, value)) {
      if (hasBlank(this.#raw, start, end, value)) this.#phrasing.addSpace(start, end, value)
      else this.#writer.cut(start, end, 'invisible')
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
    const description = node.attribute('alt')?.trim() ?? ''
    if (drawnInitial.test(description) && this.#beginsInWord(node.next)) {
      this.#phrasing.addImage(node.start, node.end, description)
      return
    }
    const alt = escapeLabel(node.attribute('alt') ?? '')
    this.#phrasing.addImage(node.start, node.end, `![${alt}](${escapeDestination(source, this.#cell !== undefined)})`)
  }

  /** Tell whether a node is text that begins amid a word. */
  #beginsInWord(node: PageNode | null): boolean {
    return (
      node?.type === nodeTypes.text &&
      node.value === undefined &&
      /^\p{Ll}\p{L}/u.test(this.#raw.slice(node.start, node.end))
    )
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
    const element = this.#elements.placeOf(this.#holder ?? this.#page.body)
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
    this.#phrasing.complete()
    if (table.cell(this.#phrasing)) {
      const {start} = table
      this.#blocks.push({start, end: start, element: this.#elements.placeOf(table.element)})
    }
    table.skip(node.state & 255)
    this.#phrasing.clear()
    this.#nextHolder = undefined
    this.#holder = undefined
  }

  /** A table is one block, which grows by its rows. */
  #extendBlock(): void {
    const block = this.#blocks.at(-1)!
    this.#blocks[this.#blocks.length - 1] = {...block, end: this.#writer.length}
  }
}

/** Flags of `PageNode.state` between entering and leaving an element; higher bits count the marks of `enterBlock`. */
const entered = 1
const pushed = 2
const boxed = 4
const bracketed = 8
/** Styles by which an inline element stands on lines of its own. */
const boxStyle = /(?:^|;)\s*display\s*:\s*(?:block|flex|grid|list-item|table)\s*(?:;|!|$)/i
/** An initial that is drawn: its description is the letter. */
const drawnInitial = /^\p{Lu}$/u

/** Tell whether an element stands apart from what is beside it, so that its neighbours do not meet when it is removed. */
function isApart(kind: number): boolean {
  return isBlockKind(kind) || kind === kinds.lineBreak || kind === kinds.dialog
}

/** The element was left out as a whole. */
const left = -1

function integer(value: string | undefined): number | undefined {
  return value !== undefined && /^\d{1,8}$/.test(value.trim()) ? Number.parseInt(value, 10) : undefined
}

/** The number of the first item of a list, and the step from one to the next. */
function numbering(list: PageNode): [start: number, step: 1 | -1] {
  const start = integer(list.attribute('start'))
  if (list.attribute('reversed') === undefined) return [start ?? 1, 1]
  let items = 0
  for (let node = list.first; node; node = node.next) if (node.tag === 'li') items++
  return [start ?? items, -1]
}

function beginsWithDigit(node: PageNode, raw: string): boolean {
  const first = node.first
  if (first?.type !== nodeTypes.text) return false
  return /^[-−+]?\d/.test(first.value ?? raw.slice(first.start, first.end).slice(0, 2))
}

function hasRubyParentheses(node: PageNode): boolean {
  return node.previous?.tag === 'rp' || node.next?.tag === 'rp'
}
