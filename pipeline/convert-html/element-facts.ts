/**
 * Note the elements in which the blocks of a page stand, each once, parents first.
 *
 * Inline elements without a class, id or role say nothing, and are left out; so is everything that holds no block.
 */
import type {HtmlElement} from '../../src/document/html-facts.js'
import {elementKind, isBlockKind} from './elements.js'
import type {PageNode} from './page-node.js'

/** What a name may have that is no lower-case ASCII; and space that is not one between two words. */
const beyondLower = /[A-Z\x80-\uffff]/
const unevenSpace = /\s\s|[^\S ]|^ | $/

export class ElementFacts {
  readonly #body: PageNode
  readonly elements: HtmlElement[] = []
  /** Words by the value of the attribute: the same few classes stand on a page a thousand times. */
  readonly #words: Map<string, string> = new Map()

  constructor(body: PageNode) {
    this.#body = body
  }

  /** The place of an element among the elements of the facts; those that say nothing stand for their parents. */
  placeOf(node: PageNode): number {
    const path: PageNode[] = []
    let at: PageNode = node
    while (at.element < 0 && at !== this.#body && at.parent) {
      path.push(at)
      at = at.parent
    }
    if (at.element < 0) {
      this.elements.push({parent: -1, tag: 'body', words: this.#wordsOf(this.#body)})
      at.element = this.elements.length - 1
    }
    let index = at.element
    for (let step = path.length - 1; step >= 0; step--) {
      const element = path[step]!
      const words = element.attributes.length > 0 ? this.#wordsOf(element) : ''
      if (words || isBlockKind(elementKind(element.tag))) {
        this.elements.push({parent: index, tag: element.tag, words})
        index = this.elements.length - 1
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
        text = (beyondLower.test(value) ? value.replace(/([\p{Ll}\d])(?=\p{Lu})/gu, '$1-') : value)
          .replaceAll('_', '-')
          .toLowerCase()
        if (unevenSpace.test(text)) text = text.replace(/\s+/g, ' ').trim()
        this.#words.set(value, text)
      }
      if (text) words = words ? `${words} ${text}` : text
    }
    return words
  }
}
