/**
 * Decide which elements a reader of the page does not see.
 *
 * Only what the page itself says is used: attributes, inline styles, and the few class names by which sites hide text
 * from sight for screen readers. Style sheets are not read. An element that holds most of the page's text is shown
 * whatever it says: such pages hide their body until a script has run.
 */
import {elementKind, kinds} from './elements.js'
import {isDrawnFormula} from './formulas.js'
import {imageSource, isPixel} from './images.js'
import {isLineNumber} from './line-numbers.js'
import {extentOf, following, nodeTypes, type PageNode} from './page-node.js'
import {isPanel} from './panels.js'

/** Not shown at all, or far outside of the window. */
const hidingStyle =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|(?:left|top|text-indent|margin-left)\s*:\s*-\d{3}(?:\d+px|\d*r?em))/i
/** Whole names, or the last part of longer ones; `not-sr-only` says the opposite. */
const screenReaderClass =
  /(?:^|\s|(?<!\bnot)[-_])(?:sr-only|visually-?hidden|screen-?reader(?:-?text|-only)?|element-invisible|assistive-text|hide-visually|hidden-visually|a11y-hidden|hidden-accessible|show-for-sr|off-?screen)(?=\s|$)/i
/** Parts of a page that React sends after the rest, hidden until a script has moved them to their places. */
const arrivesLate = /^S:[\da-f]+$/
const iconClass = /(?:^|[\s_-])(?:icons?|fa|glyphicon|material-icons|svg)(?=$|[\s_-])/i

/** Largest share of a page's text that may be hidden. */
const largestShare = 1 / 3

/** A declarative shadow root is shown; any other template only where a script copies it. */
export function isShownTemplate(template: PageNode): boolean {
  return template.attribute('shadowrootmode') !== undefined || template.attribute('shadowroot') !== undefined
}

/** The rule by which an element is not seen, or not read as text; undefined where it is. */
export function hidingRule(
  element: PageNode,
  raw: string,
): 'hidden' | 'screen-reader' | 'icon' | 'formula' | 'line-number' | undefined {
  for (const {name, value} of element.attributes) {
    switch (name) {
      case 'hidden':
        if (value.toLowerCase() !== 'until-found' && !arrivesLate.test(element.attribute('id') ?? '')) return 'hidden'
        break
      case 'style':
        if (value.length >= 12 && hidingStyle.test(value)) return 'hidden'
        break
      case 'class':
        if (value.length >= 7 && screenReaderClass.test(value)) return 'screen-reader'
        if (isLineNumber(element, raw)) return 'line-number'
        break
      case 'aria-hidden':
        if (value !== 'true') break
        if (isDrawnFormula(element)) return 'formula'
        if (isDecorative(element)) return 'icon'
        break
      default:
    }
  }
  return undefined
}

/** Tell whether an element that is hidden from screen readers is an ornament: an icon, or signs without a word. */
function isDecorative(element: PageNode): boolean {
  const isIcon = iconClass.test(element.attribute('class') ?? '')
  let length = 0
  for (let node: PageNode | null = element.first; node; node = following(node, element)) {
    if (node.type !== nodeTypes.text) {
      if (node.tag === 'img' || node.tag === 'picture') return false
      continue
    }
    length += node.value?.length ?? node.end - node.start
    if (length > 40) return false
    if (!isIcon && length > 2) return false
  }
  return true
}

/** Tell whether the text of an element is no text of the page. */
function isUnread({tag}: PageNode): boolean {
  return tag === 'script' || tag === 'style' || tag === 'template'
}

/** How many nodes behind the start of a wrapper its image is looked for. */
const nearImage = 20

/** The first image in an element that holds little else, or the element itself. */
function imageIn(element: PageNode): PageNode | undefined {
  if (elementKind(element.tag) === kinds.image) return element
  let node = following(element, element)
  for (let steps = 0; node && steps < nearImage; steps++) {
    if (elementKind(node.tag) === kinds.image) return node
    node = following(node, element)
  }
  return undefined
}

/** Tell whether what stands beside a noscript is the image in it, with an address of its own. */
function isTold(image: PageNode, noscript: PageNode, side: 'previous' | 'next'): boolean {
  let node = noscript[side]
  while (node && node.type !== nodeTypes.element) node = node[side]
  const other = node ? imageIn(node) : undefined
  if (!other) return false
  const source = imageSource(other)
  if (source === '') return false
  // What follows, or holds its image in wrappers, may be a picture of its own.
  return (other === node && side === 'previous') || fileOf(source) === fileOf(imageSource(image))
}

/** The file that an address names, whatever its size or host. */
function fileOf(address: string): string {
  return address.replace(/[?#].*$/s, '').replace(/^.*\//s, '')
}

/** What may be left out of one page. */
export class Visibility {
  readonly #body: PageNode
  readonly #raw: string
  #textLength = -1

  constructor(body: PageNode, raw: string) {
    this.#body = body
    this.#raw = raw
  }

  /** Take the measure of the page as it is now; what is removed later counts. */
  measure(): void {
    this.#pageLength()
  }

  /** The rule by which an element of a kind is left out with all that it holds; undefined where it is read. */
  leavingRule(element: PageNode, kind: number): string | undefined {
    if (kind < kinds.script) {
      const rule = element.attributes.length > 0 ? hidingRule(element, this.#raw) : undefined
      return rule && this.mayBeHidden(element) && !(rule === 'hidden' && isPanel(element)) ? rule : undefined
    }
    switch (kind) {
      case kinds.script:
        return 'script'
      case kinds.style:
        return 'style'
      case kinds.template:
        return isShownTemplate(element) || this.#holdsPage(element) ? undefined : 'template'
      case kinds.noscript:
        return this.isShownNoscript(element) ? undefined : 'noscript'
      case kinds.head:
        return 'head'
      case kinds.control:
        return this.#holdsPage(element) ? undefined : 'form-control'
      case kinds.media:
        return this.#holdsPage(element) ? undefined : 'media'
      default:
        return element.attribute('open') === undefined && this.mayBeHidden(element) ? 'hidden' : undefined
    }
  }

  /** Tell whether an element may be left out without losing most of the page. */
  mayBeHidden(element: PageNode): boolean {
    if (element.tag === 'body' || element.tag === 'main') return false
    const limit = Math.max(200, this.#pageLength() * largestShare)
    // The raw of an element is longer than its text.
    if (element.end - element.start <= limit) return true
    let length = 0
    for (let node: PageNode | null = element.first; node; ) {
      if (node.type === nodeTypes.text) length += node.end - node.start
      if (length > limit) return false
      node = following(node, element, isUnread(node))
    }
    return true
  }

  /** Tell whether a noscript element is shown. It is where it holds the image that a script would have put in its place, and that only. */
  isShownNoscript(node: PageNode): boolean {
    let image: PageNode | undefined
    for (let child = node.first; child; child = child.next) image ??= imageIn(child)
    if (!image || !imageSource(image) || isPixel(image)) return !this.mayBeHidden(node)
    // The image beside it may tell its address already.
    return !isTold(image, node, 'previous') && !isTold(image, node, 'next')
  }

  /** Tell whether an element that nothing shows was never closed, and so holds most of the page. */
  #holdsPage(element: PageNode): boolean {
    if (!element.first || this.mayBeHidden(element)) return false
    const {end} = extentOf(element)
    const last = this.#raw.lastIndexOf('<', end - 1)
    return !this.#raw.slice(last, end).toLowerCase().startsWith(`</${element.tag}`)
  }

  /** Length of the text of the page, hidden or not. */
  #pageLength(): number {
    if (this.#textLength >= 0) return this.#textLength
    let length = 0
    for (let node: PageNode | null = this.#body.first; node; ) {
      if (node.type === nodeTypes.text) length += node.end - node.start
      node = following(node, this.#body, isUnread(node))
    }
    this.#textLength = length
    return length
  }
}
