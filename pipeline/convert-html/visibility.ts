/**
 * Decide which elements a reader of the page does not see.
 *
 * Only what the page itself says is used: attributes, inline styles, and the few class names by which sites hide text
 * from sight for screen readers. Style sheets are not read. An element that holds most of the page's text is shown
 * whatever it says: such pages hide their body until a script has run.
 */
import {elementKind, kinds} from './elements.js'
import {imageSource, isPixel} from './images.js'
import {following, nodeTypes, type PageNode} from './page.js'

const hidingStyle = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i
const screenReaderClass =
  /(?:^|\s)(?:sr-only|visually-?hidden|screen-?reader(?:-?text|-only)?|element-invisible|u-visually-?hidden|assistive-text|hide-visually|a11y-hidden|is-visually-hidden)(?=\s|$)/i
/** Parts of a page that React sends after the rest, hidden until a script has moved them to their places. */
const arrivesLate = /^S:[\da-f]+$/
const iconClass = /(?:^|[\s_-])(?:icons?|fa|glyphicon|material-icons|svg)(?=$|[\s_-])/i

/** Largest share of a page's text that may be hidden. */
const largestShare = 1 / 3

/** A declarative shadow root is shown; any other template only where a script copies it. */
export function isShownTemplate(template: PageNode): boolean {
  return template.attribute('shadowrootmode') !== undefined || template.attribute('shadowroot') !== undefined
}

/** The rule by which an element is not seen; undefined where it is. */
export function hidingRule(element: PageNode): 'hidden' | 'screen-reader' | 'icon' | undefined {
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
        break
      case 'aria-hidden':
        if (value === 'true' && isDecorative(element)) return 'icon'
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

/** What may be left out of one page. */
export class Visibility {
  readonly #body: PageNode
  #textLength = -1

  constructor(body: PageNode) {
    this.#body = body
  }

  /** Take the measure of the page as it is now; what is removed later counts. */
  measure(): void {
    this.#pageLength()
  }

  /** The rule by which an element of a kind is left out with all that it holds; undefined where it is read. */
  leavingRule(element: PageNode, kind: number): string | undefined {
    if (kind < kinds.script) {
      const rule = element.attributes.length > 0 ? hidingRule(element) : undefined
      return rule && this.mayBeHidden(element) ? rule : undefined
    }
    switch (kind) {
      case kinds.script:
        return 'script'
      case kinds.style:
        return 'style'
      case kinds.template:
        return isShownTemplate(element) ? undefined : 'template'
      case kinds.noscript:
        return this.isShownNoscript(element) ? undefined : 'noscript'
      case kinds.head:
        return 'head'
      case kinds.control:
        return 'form-control'
      case kinds.media:
        return 'media'
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
    let hasImage = false
    for (let child = node.first; child; child = child.next) {
      if (elementKind(child.tag) === kinds.image && imageSource(child) && !isPixel(child)) hasImage = true
      else if (child.tag === 'picture') hasImage = true
    }
    if (!hasImage) return !this.mayBeHidden(node)
    // The image beside it, or the last one before it in the same element, may have told its address already.
    for (let other = node.previous; other; other = other.previous) {
      const image = elementKind(other.tag) === kinds.image ? other : undefined
      if (image) return imageSource(image) === ''
      if (other.type === nodeTypes.element) break
    }
    return true
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
