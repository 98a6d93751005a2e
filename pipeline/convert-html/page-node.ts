/**
 * The nodes of a parsed page: siblings are linked, so that no operation is linear in their number and no walk needs a stack; a text is
 * a range of the raw, with character references as nodes of their own.
 */
import type {Token} from 'parse5'
import type {Range} from '../../src/document/range.js'

export const nodeTypes = {root: 0, element: 1, text: 2, comment: 3, boundary: 4, removed: 5} as const

/** A node of the page. Fields that do not fit its type are empty. */
export class PageNode {
  readonly type: number
  readonly tag: string
  readonly isHtml: boolean
  attributes: Token.Attribute[]
  parent: PageNode | null = null
  previous: PageNode | null = null
  next: PageNode | null = null
  first: PageNode | null = null
  last: PageNode | null = null
  /** Raw range; of an element from its start tag to its end tag. -1 where the parser made it up. */
  start = -1
  end = -1
  /**
   * Text of a character reference; undefined for text that stands in the raw word for word. Of what stands where an element was
   * removed, what matched it.
   */
  value: string | undefined = undefined
  /** Scratch of the walk: what entering this element changed. */
  state = 0
  /** Scratch of the walk: index among the elements of `HtmlFacts`; -1 as long as it has none. */
  element = -1

  constructor(type: number, tagName = '', isHtml = true, attributes: Token.Attribute[] = []) {
    this.type = type
    this.tag = tagName
    this.isHtml = isHtml
    this.attributes = attributes
  }

  /** Value of an attribute; undefined where there is none. */
  attribute(name: string): string | undefined {
    for (const attribute of this.attributes) if (attribute.name === name) return attribute.value
    return undefined
  }

  append(child: PageNode): void {
    child.parent = this
    child.previous = this.last
    child.next = null
    if (this.last) this.last.next = child
    else this.first = child
    this.last = child
  }

  /** Put another node in the place of this one. */
  replace(other: PageNode): void {
    const {parent, next} = this
    if (!parent) return
    other.parent = parent
    other.previous = this
    other.next = next
    if (next) next.previous = other
    else parent.last = other
    this.next = other
    this.detach()
  }

  detach(): void {
    const {parent, previous, next} = this
    if (!parent) return
    if (previous) previous.next = next
    else parent.first = next
    if (next) next.previous = previous
    else parent.last = previous
    this.parent = null
    this.previous = null
    this.next = null
  }
}

/**
 * The raw range of a node and of all that it holds. An element may hold what stands behind its end tag, and one that the parser made up
 * has no range but that of its content; empty where there is none.
 */
export function extentOf(node: PageNode): Range {
  let start = -1
  let end = -1
  for (let at: PageNode | null = node; at && start < 0; at = at.first) start = at.start
  for (let at: PageNode | null = node; at; at = at.last) end = Math.max(end, at.end)
  return start < 0 ? {start: 0, end: 0} : {start, end: Math.max(start, end)}
}

/** Find the node that follows another in the order of the page, inside `root`; with `skip`, not among its children. */
export function following(node: PageNode, root: PageNode, skip = false): PageNode | null {
  if (!skip && node.first) return node.first
  for (let at: PageNode | null = node; at && at !== root; at = at.parent) if (at.next) return at.next
  return null
}
