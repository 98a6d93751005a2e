/**
 * What is known of a page beyond its text: where each block stood among the elements, and what the head declared.
 *
 * Conversion to markdown fills it in; later stages read it as evidence. It is plain data.
 */
import type {Range} from './range.js'

/** An element of the page that holds visible text, by its place in `HtmlFacts.elements`. */
export interface HtmlElement {
  /** Index of the parent element; -1 for the body. Parents stand before their children. */
  readonly parent: number
  /** Tag name in lower case. */
  readonly tag: string
  /** Words of class, id, role, itemprop and aria-label, in lower case, separated by single spaces. */
  readonly words: string
}

/** A block of the text and the innermost element that it is the content of. */
export interface HtmlBlock extends Range {
  /** Index into `HtmlFacts.elements`. */
  readonly element: number
}

/** One declaration of the page about itself, with its place in the raw text. */
export interface HtmlDeclaration {
  /**
   * Where the declaration was made: `link` is an address that a link leads to, `rel` the words of one, `microdata` RDFa as well, `state` a
   * script that speaks of publication.
   */
  readonly kind: 'meta' | 'title' | 'link' | 'rel' | 'json-ld' | 'state' | 'lang' | 'base' | 'time' | 'microdata'
  /** Name, property, rel or itemprop, in lower case; empty where the kind says it all. */
  readonly name: string
  /** What is declared; of a property of microdata that opens an item, the type of the item, which may be empty. */
  readonly value: string
  /** The item of microdata in which it stands; missing outside of all. */
  readonly item?: number
  /** The item of microdata that it opens. */
  readonly opens?: number
  /** Range in the raw text of the element that declares it; of a title, of its words alone. */
  readonly raw: Range
}

export interface HtmlFacts {
  readonly elements: readonly HtmlElement[]
  /** Sorted by `start`; moved along with every edit. */
  readonly blocks: readonly HtmlBlock[]
  readonly declarations: readonly HtmlDeclaration[]
}
