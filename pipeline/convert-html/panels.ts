/** Tell the panels that a reader opens by a click: they are hidden, and yet part of what the page says, as `details` are. */
import {following, nodeTypes, type PageNode} from './page-node.js'

/** Menus and forms open as well. */
const frameTags: ReadonlySet<string> = new Set(['nav', 'header', 'footer', 'aside', 'form', 'dialog'])
/** How far out the frame of the page is looked for, and how far into an element what names it as a panel. */
const farthest = 40
const nearest = 12
/** Fewest characters of a panel that says something, and the largest share of them in links. */
const leastText = 80
const mostLinked = 0.4

/** Tell whether a hidden element is a panel of text with a switch over it. */
export function isPanel(element: PageNode): boolean {
  return hasSwitch(element) && holdsText(element) && !isInFrame(element)
}

/** Tell whether the page says that something opens an element: a region with a label, or a switch right before it. */
function hasSwitch(element: PageNode): boolean {
  let node: PageNode | null = element
  for (let steps = 0; node && steps < 2; steps++) {
    const role = node.attribute('role')
    if ((role === 'region' || role === 'tabpanel') && node.attribute('aria-labelledby') !== undefined) return true
    node = node.first
  }
  let before = element.previous
  while (before && before.type !== nodeTypes.element) before = before.previous
  let part: PageNode | null = before
  for (let steps = 0; before && part && steps < nearest; steps++) {
    if (part.type === nodeTypes.element && part.attribute('aria-expanded') !== undefined) return true
    part = following(part, before)
  }
  return false
}

function holdsText(element: PageNode): boolean {
  let length = 0
  let linked = 0
  for (let node: PageNode | null = element.first; node; node = following(node, element)) {
    if (node.type !== nodeTypes.text) continue
    const own = node.value?.length ?? node.end - node.start
    length += own
    if (node.parent?.tag === 'a') linked += own
  }
  return length >= leastText && linked <= length * mostLinked
}

function isInFrame(element: PageNode): boolean {
  let node = element.parent
  for (let steps = 0; node && steps < farthest; steps++) {
    if (frameTags.has(node.tag)) return true
    node = node.parent
  }
  return false
}
