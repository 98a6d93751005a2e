/**
 * Narrow a parsed page to what selectors of the user's own say: take elements out of the tree, and find those that hold the document.
 *
 * What is taken out leaves a node of its own in its place, so that whoever reads the tree (tables, code, declarations) sees nothing of it,
 * and the walk can name the range and the selector. Elements that a reader does not see are no document, whatever matches them.
 */
import type {Message} from '../../src/document/document.js'
import {kindOfElement} from './elements.js'
import type {Page} from './page.js'
import {extentOf, following, nodeTypes, PageNode} from './page-node.js'
import {PageSelector} from './selectors.js'
import type {Visibility} from './visibility.js'

/** Selectors of the user's own. */
export interface PageSelectors {
  /** What is left out. */
  readonly remove: readonly string[]
  /** What holds the document; none for all of the page. */
  readonly content: readonly string[]
}

/** What selectors say of one page, which has been narrowed to it. */
export interface NarrowedPage {
  /** The outermost elements that hold the document, in the order of the page, by their selectors; undefined for the body. */
  readonly content: ReadonlyMap<PageNode, string> | undefined
  readonly messages: readonly Message[]
}

/** Take out of a page what `remove` matches, and find what `content` matches. Linear in the size of the page. */
export function narrowPage(
  page: Page,
  raw: string,
  {remove, content}: PageSelectors,
  visibility: Visibility,
): NarrowedPage {
  // Both ask the page as it came.
  const selector = new PageSelector(page, raw)
  const removed = selector.select(remove)
  const matched = selector.select(content)
  // How much of a page may be hidden is not changed by what is removed beside it.
  visibility.measure()
  if (removed.elements.size > 0) takeOut(page, removed.elements)
  const messages: Message[] = [...removed.givenUp, ...matched.givenUp].map((text) => ({
    level: 'warning',
    text: `The selector ${text} takes too many steps on this page; it was not used`,
  }))
  const isWhole = matched.elements.has(page.html) || matched.elements.has(page.body)
  if (content.length === 0 || isWhole) return {content: undefined, messages}
  const shown = findShown(page, matched.elements, visibility)
  if (shown.size === 0) messages.push({level: 'info', text: 'No content selector matches; the whole page was read'})
  return {content: shown.size > 0 ? shown : undefined, messages}
}

/** Put a node that only says what matched in the place of every element. */
function takeOut(page: Page, elements: ReadonlyMap<PageNode, string>): void {
  const {html, head, body} = page
  const whole = elements.get(html)
  for (const part of [head, body]) {
    const selector = whole ?? elements.get(part)
    if (selector !== undefined && part.first) {
      const removed = removedNode(part, selector)
      while (part.first) part.first.detach()
      part.append(removed)
    }
  }
  for (let node: PageNode | null = following(html, html); node; ) {
    const selector = node === head || node === body ? undefined : elements.get(node)
    if (selector !== undefined) {
      const removed = removedNode(node, selector)
      node.replace(removed)
      node = removed
    }
    node = following(node, html)
  }
}

function removedNode(element: PageNode, selector: string): PageNode {
  const node = new PageNode(nodeTypes.removed, element.tag, element.isHtml)
  const {start, end} = extentOf(element)
  node.start = start
  node.end = end
  node.value = selector
  return node
}

/** Find the outermost elements of the body that match and that a reader sees. */
function findShown(
  {body}: Page,
  elements: ReadonlyMap<PageNode, string>,
  visibility: Visibility,
): Map<PageNode, string> {
  const shown = new Map<PageNode, string>()
  if (elements.size === 0) return shown
  for (let node: PageNode | null = body.first; node; ) {
    let skip = false
    if (node.type === nodeTypes.element) {
      const selector = elements.get(node)
      skip = visibility.leavingRule(node, kindOfElement(node)) !== undefined
      if (selector !== undefined && !skip) {
        shown.set(node, selector)
        skip = true
      }
    }
    node = following(node, body, skip)
  }
  return shown
}
