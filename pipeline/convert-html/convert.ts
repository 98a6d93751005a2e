/**
 * Walk over a page once, in the order of the raw, and write it as markdown.
 *
 * It leaves in everything that a reader of the page sees, menus and comments included: what is debris is decided later, with
 * the elements around each block as evidence. There is no recursion: the walk follows the links of the tree, so that no
 * depth of nesting is too much for it.
 */

import type {Message} from '../../src/document/document.js'
import type {Edit} from '../../src/document/edit.js'
import type {HtmlFacts} from '../../src/document/html-facts.js'
import {enterBlock, leaveBlock} from './block-elements.js'
import {BlockWriter} from './block-writer.js'
import {declarationsOf} from './declarations.js'
import {ElementFacts} from './element-facts.js'
import {elementKind, isBlockKind, kindOfElement, kinds} from './elements.js'
import {type Footnotes, findFootnotes} from './footnotes.js'
import {left} from './node-states.js'
import {type Page, parsePage} from './page.js'
import {extentOf, following, nodeTypes, type PageNode} from './page-node.js'
import {PhrasingElements} from './phrasing-elements.js'
import {narrowPage, type PageSelectors} from './selection.js'
import {Visibility} from './visibility.js'

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
  readonly #elements: ElementFacts
  readonly #blocks: BlockWriter
  readonly #phrasing: PhrasingElements
  readonly #visibility: Visibility
  #footnotes: Footnotes | undefined

  constructor(raw: string, page: Page) {
    this.#raw = raw
    this.#page = page
    this.#elements = new ElementFacts(page.body)
    this.#blocks = new BlockWriter(raw, page.body, this.#elements)
    this.#visibility = new Visibility(page.body, raw)
    this.#phrasing = new PhrasingElements(raw, this.#blocks, this.#isShown)
  }

  convert(selectors: PageSelectors): Conversion {
    const {head, body} = this.#page
    const {writer} = this.#blocks
    const isNarrowed = selectors.remove.length > 0 || selectors.content.length > 0
    const {content, messages} = isNarrowed
      ? narrowPage(this.#page, this.#raw, selectors, this.#visibility)
      : {content: undefined, messages: []}
    const declarations = declarationsOf(this.#page, this.#raw)
    if (head.end > 0) writer.cut(0, head.end, 'head')
    // Of a page in parts a mark may be in one, and its note in none.
    if (!content) this.#footnotes = findFootnotes(body, this.#raw, this.#isShown)
    if (content) this.#walkContent(content)
    else this.#walk(body)
    this.#blocks.endBlock()
    if (writer.length > 0) writer.insert('\n', 'block-break')
    const edits = writer.finish()
    const facts = {elements: this.#elements.elements, blocks: this.#blocks.blocks, declarations}
    return {edits, facts, messages}
  }

  /** Walk over the elements that hold the document, each for itself. */
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
        this.#blocks.writer.cut(outside, start, 'outside-content', evidence)
        if (rule) this.#blocks.writer.cut(start, end, rule, node.type === nodeTypes.removed ? node.value : undefined)
        else {
          this.#walk(node)
          this.#blocks.endBlock()
        }
        outside = Math.max(outside, end)
      }
      node = following(node, body, isContent || rule !== undefined)
    }
    this.#blocks.writer.cut(outside, body.last ? extentOf(body.last).end : 0, 'outside-content', evidence)
  }

  /** The rule of its own by which a node outside of the content is left out. */
  #outsideRule(node: PageNode): string | undefined {
    switch (node.type) {
      case nodeTypes.comment:
        return 'comment'
      case nodeTypes.removed:
        return 'removed-by-selector'
      case nodeTypes.element: {
        const kind = kindOfElement(node)
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
        this.#blocks.text(node)
        return false
      case nodeTypes.element:
        return this.#enterElement(node)
      case nodeTypes.comment:
        this.#blocks.writer.cut(node.start, node.end, 'comment')
        return false
      case nodeTypes.removed:
        this.#blocks.writer.cut(node.start, node.end, 'removed-by-selector', node.value)
        if (isApart(elementKind(node.tag))) this.#blocks.boundary(node)
        return false
      case nodeTypes.boundary:
        if (isBlockKind(elementKind(node.tag))) this.#blocks.boundary(node)
        return false
      default:
        return true
    }
  }

  #enterElement(node: PageNode): boolean {
    const kind = kindOfElement(node)
    const rule = this.#visibility.leavingRule(node, kind)
    if (rule) {
      if (kind === kinds.control) this.#blocks.phrasing.addSpace(node.start, node.start, ' ')
      this.#leaveOut(node, rule)
      return false
    }
    if (this.#footnotes && this.#isFootnoteSign(node, this.#footnotes)) return false
    return isBlockKind(kind) ? enterBlock(this.#blocks, node, kind, this.#footnotes) : this.#phrasing.enter(node, kind)
  }

  #leave(node: PageNode): void {
    if (node.type !== nodeTypes.element || node.state === left) return
    const kind = kindOfElement(node)
    if (isBlockKind(kind)) leaveBlock(this.#blocks, node, kind)
    else this.#phrasing.leave(node, kind)
    this.#blocks.leaveHolder(node)
  }

  /** Leave out an element and what is in it. */
  #leaveOut(node: PageNode, rule: string): void {
    const {start, end} = extentOf(node)
    this.#blocks.writer.cut(start, end, rule)
    node.state = left
  }

  /** Write the mark of a footnote, and leave out what leads back to it; tells whether an element was one of them. */
  #isFootnoteSign(node: PageNode, {marks, returns}: Footnotes): boolean {
    const label = marks.get(node)
    if (label === undefined && !returns.has(node)) return false
    if (label !== undefined) {
      this.#blocks.visible(node.parent!)
      this.#blocks.phrasing.addGenerated(`[^${label}]`)
    }
    this.#leaveOut(node, 'footnote')
    return true
  }

  readonly #isShown = (element: PageNode): boolean =>
    this.#visibility.leavingRule(element, kindOfElement(element)) === undefined
}

/** Tell whether an element stands apart from what is beside it, so that its neighbours do not meet when it is removed. */
function isApart(kind: number): boolean {
  return isBlockKind(kind) || kind === kinds.lineBreak || kind === kinds.dialog
}
