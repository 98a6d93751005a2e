/** Enter and leave the elements inside of a line: emphasis, links, images, line breaks, what is raised, and what shows signs of its own. */
import type {BlockWriter} from './block-writer.js'
import {kinds} from './elements.js'
import {escapeDestination, escapeLabel} from './escape.js'
import {isBracketed, placeOf, signBefore} from './formulas.js'
import {imageSource, isPixel} from './images.js'
import {boxed, bracketed, entered} from './node-states.js'
import {extentOf, nodeTypes, type PageNode} from './page-node.js'
import type {PhrasingBuffer} from './phrasing.js'
import {marks} from './phrasing-ops.js'
import {type Script, scriptOf} from './raised.js'

/** Styles by which an inline element stands on lines of its own. */
const boxStyle = /(?:^|;)\s*display\s*:\s*(?:block|flex|grid|list-item|table)\s*(?:;|!|$)/i
/** An initial that is drawn: its description is the letter. */
const drawnInitial = /^\p{Lu}$/u

export class PhrasingElements {
  readonly #raw: string
  readonly #blocks: BlockWriter
  readonly #phrasing: PhrasingBuffer
  readonly #isShown: (element: PageNode) => boolean

  /** @param isShown tells whether a reader sees an element. */
  constructor(raw: string, blocks: BlockWriter, isShown: (element: PageNode) => boolean) {
    this.#raw = raw
    this.#blocks = blocks
    this.#phrasing = blocks.phrasing
    this.#isShown = isShown
  }

  /** Begin an element; tells whether its children are read. */
  enter(node: PageNode, kind: number): boolean {
    const phrasing = this.#phrasing
    switch (kind) {
      case kinds.phrasing:
        return this.#unmarked(node)
      case kinds.strong:
        // Headings are strong as they are.
        if (this.#blocks.heading === 0) this.#mark(node, marks.strong)
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
      case kinds.link:
        this.#link(node)
        break
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
        this.#blocks.visible(node)
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
        if (hasRubyParentheses(node)) break
        this.#blocks.visible(node)
        phrasing.addGenerated('(')
        node.state |= entered
        break
      case kinds.dialog:
      case kinds.control:
      case kinds.media:
        this.#blocks.boundary(node)
        break
      default:
    }
    return true
  }

  /** End an element. */
  leave(node: PageNode, kind: number): void {
    const phrasing = this.#phrasing
    if (node.state & entered) {
      if (kind === kinds.rubyText) phrasing.addGenerated(')')
      else phrasing.closeMark()
      return
    }
    switch (kind) {
      case kinds.quotation:
        phrasing.addGenerated('"')
        break
      case kinds.spaced:
        phrasing.addSpace(node.end, node.end, ' ')
        break
      case kinds.phrasing:
        if (node.state & boxed) this.#blocks.boundary(node)
        else if (node.state & bracketed) phrasing.addGenerated(')')
        break
      case kinds.dialog:
      case kinds.control:
      case kinds.media:
        this.#blocks.boundary(node)
        break
      default:
    }
  }

  /**
   * Begin an element that has no mark: one that is drawn as a box of its own ends the block, one of a formula gets its sign. Tells whether
   * its children are read.
   */
  #unmarked(node: PageNode): boolean {
    if (node.isHtml) {
      if (!boxStyle.test(node.attribute('style') ?? '')) return true
      this.#blocks.boundary(node)
      node.state |= boxed
      return true
    }
    const script = placeOf(node)
    if (script && this.#script(node, script)) return false
    const sign = signBefore(node)
    const isInBrackets = isBracketed(node)
    if (!sign && !isInBrackets) return true
    this.#blocks.visible(node)
    this.#phrasing.addGenerated(`${sign}${isInBrackets ? '(' : ''}`)
    if (isInBrackets) node.state |= bracketed
    return true
  }

  /** Write an element as raised or lowered characters, where there are such for all of it; tells whether there are. */
  #script(node: PageNode, script: Script): boolean {
    const text = scriptOf(node, script, this.#raw, this.#phrasing.last, this.#isShown)
    if (text === undefined) return false
    const {start, end} = extentOf(node)
    this.#blocks.visible(node.parent!)
    this.#phrasing.addScript(start, end, text, script)
    return true
  }

  #mark(node: PageNode, mark: number): void {
    if (this.#phrasing.isInside(mark) || this.#phrasing.isInside(marks.code)) return
    this.#phrasing.openMark(mark)
    node.state |= entered
  }

  #link(node: PageNode): void {
    // Tabs and line breaks are no part of an address, wherever they stand in it (WHATWG URL, basic URL parser).
    const destination = node
      .attribute('href')
      ?.replace(/[\t\n\r]/g, '')
      .trim()
    if (!destination || /^(?:javascript|data|vbscript):/i.test(destination)) return
    if (this.#phrasing.isInside(marks.link) || this.#phrasing.isInside(marks.code)) return
    this.#phrasing.openMark(marks.link, escapeDestination(destination, this.#blocks.isInCell))
    node.state |= entered
  }

  #image(node: PageNode): void {
    const source = imageSource(node)
    if (!source || isPixel(node)) {
      this.#blocks.writer.cut(node.start, node.end, 'image')
      return
    }
    this.#blocks.visible(node.parent!)
    const description = node.attribute('alt')?.trim() ?? ''
    if (drawnInitial.test(description) && this.#beginsInWord(node.next)) {
      this.#phrasing.addImage(node.start, node.end, description)
      return
    }
    const alt = escapeLabel(node.attribute('alt') ?? '')
    this.#phrasing.addImage(node.start, node.end, `![${alt}](${escapeDestination(source, this.#blocks.isInCell)})`)
  }

  /** Tell whether a node is text that begins amid a word. */
  #beginsInWord(node: PageNode | null): boolean {
    return (
      node?.type === nodeTypes.text &&
      node.value === undefined &&
      /^\p{Ll}\p{L}/u.test(this.#raw.slice(node.start, node.end))
    )
  }
}

function beginsWithDigit(node: PageNode, raw: string): boolean {
  const first = node.first
  if (first?.type !== nodeTypes.text) return false
  return /^[-−+]?\d/.test(first.value ?? raw.slice(first.start, first.end).slice(0, 2))
}

function hasRubyParentheses(node: PageNode): boolean {
  return node.previous?.tag === 'rp' || node.next?.tag === 'rp'
}
