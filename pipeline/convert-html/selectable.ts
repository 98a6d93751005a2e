/**
 * Make the tree of a page into nodes that cheerio's selectors can be asked on, each with the way back to its node of the page.
 *
 * The nodes have the fields of domhandler's, and count what a selector costs: every step of one looks at the type of a node. Some
 * selectors (`:nth-child()`, `a ~ b`, `:has()`) take the square of the siblings or of the depth, and how long a page may take is
 * said in numbers that are the same on every machine.
 *
 * Names are in lower case, as those of selectors are. What a template holds is left out unless it is shown, and so are comments.
 */
import type {Page} from './page.js'
import {following, nodeTypes, type PageNode} from './page-node.js'
import {isShownTemplate} from './visibility.js'

/** Steps that a selector may take on a page: for each of its nodes, and beside that. */
const stepsOfNode = 100
const freeSteps = 10_000_000
/** Characters of text that cost as much as a step. */
const charactersOfStep = 32

/** A selector took more steps than it may. */
export class SelectorCostError extends Error {
  override name = 'SelectorCostError'
}

/** Counts the steps that are left to a selector. */
class Meter {
  nodes = 0
  #steps = 0

  /** Begin to count anew. */
  reset(): void {
    this.#steps = freeSteps + stepsOfNode * this.nodes
  }

  spend(steps: number): void {
    this.#steps -= steps
    if (this.#steps < 0) throw new SelectorCostError('Unexpected number of steps, expected fewer')
  }
}

/** The tree of a page, to ask selectors on. */
export interface SelectableTree {
  readonly root: SelectableElement
  readonly meter: {reset(): void}
}

export class SelectableElement {
  readonly page: PageNode
  readonly name: string
  readonly attribs: Record<string, string>
  readonly children: (SelectableElement | SelectableText)[] = []
  readonly parent: SelectableElement | null
  prev: SelectableElement | SelectableText | null = null
  next: SelectableElement | SelectableText | null = null
  readonly #meter: Meter

  constructor(page: PageNode, parent: SelectableElement | null, meter: Meter) {
    this.page = page
    this.name = page.tag.toLowerCase()
    this.attribs = attributesOf(page)
    this.parent = parent
    this.#meter = meter
  }

  get type(): 'tag' {
    this.#meter.spend(1)
    return 'tag'
  }

  append(child: SelectableElement | SelectableText): void {
    const last = this.children.at(-1)
    if (last) {
      last.next = child
      child.prev = last
    }
    this.children.push(child)
  }
}

class SelectableText {
  readonly parent: SelectableElement
  prev: SelectableElement | SelectableText | null = null
  next: SelectableElement | SelectableText | null = null
  readonly #text: string
  readonly #meter: Meter

  constructor(text: string, parent: SelectableElement, meter: Meter) {
    this.#text = text
    this.parent = parent
    this.#meter = meter
  }

  get type(): 'text' {
    this.#meter.spend(1)
    return 'text'
  }

  get data(): string {
    this.#meter.spend(this.#text.length / charactersOfStep)
    return this.#text
  }
}

const noAttributes: Record<string, string> = Object.freeze(Object.create(null) as Record<string, string>)

function attributesOf({attributes}: PageNode): Record<string, string> {
  if (attributes.length === 0) return noAttributes
  // Without a prototype, so that no attribute is one that every object inherits.
  const values = Object.create(null) as Record<string, string>
  for (const {name, value} of attributes) values[name.toLowerCase()] = value
  return values
}

/** Make the tree of a page selectable. Linear in the size of the page. */
export function makeSelectable({html}: Page, raw: string): SelectableTree {
  const meter = new Meter()
  const root = new SelectableElement(html, null, meter)
  // What the children of a node of the page are appended to; the content of a shown template stands in the template itself.
  const parents = new Map<PageNode, SelectableElement>([[html, root]])
  for (let node: PageNode | null = following(html, html); node; ) {
    const parent = parents.get(node.parent!)!
    let skip = false
    if (node.type === nodeTypes.element) {
      const element = new SelectableElement(node, parent, meter)
      parent.append(element)
      parents.set(node, element)
      skip = node.tag === 'template' && !isShownTemplate(node)
    } else if (node.type === nodeTypes.text) {
      parent.append(new SelectableText(node.value ?? raw.slice(node.start, node.end), parent, meter))
    } else if (node.type === nodeTypes.root) parents.set(node, parent)
    meter.nodes++
    node = following(node, html, skip)
  }
  return {root, meter}
}
