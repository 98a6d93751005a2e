/**
 * Find the elements of a page that selectors of the user's own match, with cheerio.
 *
 * Cheerio is loaded when there is a selector to read: most configurations have none, and it costs as much as all the rest of a start.
 * It never sees the text of a page, only nodes, and selectors by `find`, since `$(text)` may take its text for HTML.
 *
 * Only what CSS knows is accepted, and what of it can be told from a page at rest. Positions among all matches (`:first`, `:eq(2)`) are
 * refused: they are jQuery's, and fail late or are slow.
 */
import {createRequire} from 'node:module'
import type {CheerioAPI, load} from 'cheerio/slim'
import type {Page} from './page.js'
import type {PageNode} from './page-node.js'
import {makeSelectable, type SelectableElement, type SelectableTree, SelectorCostError} from './selectable.js'

/** Elements by the selector that found them, the first of those that did. */
export interface Selection {
  readonly elements: ReadonlyMap<PageNode, string>
  /** Selectors that were given up, since they take too many steps on this page. */
  readonly givenUp: readonly string[]
}

let loaded: typeof load | undefined

/** Load a tree into cheerio; without one, an empty one. */
function query(root?: SelectableElement): CheerioAPI {
  loaded ??= (createRequire(import.meta.url)('cheerio/slim') as {load: typeof load}).load
  return loaded((root ? [root] : []) as unknown as Parameters<typeof load>[0])
}

/** Selects from one page, whose tree is made once, when it is first asked. */
export class PageSelector {
  readonly #page: Page
  readonly #raw: string
  #tree: {readonly query: CheerioAPI; readonly meter: SelectableTree['meter']} | undefined

  constructor(page: Page, raw: string) {
    this.#page = page
    this.#raw = raw
  }

  /** Find the elements that any of the selectors match. */
  select(selectors: readonly string[]): Selection {
    const elements = new Map<PageNode, string>()
    const givenUp: string[] = []
    for (const selector of selectors) {
      this.#tree ??= this.#makeTree()
      this.#tree.meter.reset()
      try {
        for (const found of this.#tree.query.root().find(selector).get() as unknown as SelectableElement[]) {
          if (!elements.has(found.page)) elements.set(found.page, selector)
        }
      } catch (error) {
        if (!(error instanceof SelectorCostError)) throw error
        givenUp.push(selector)
      }
    }
    return {elements, givenUp}
  }

  #makeTree(): {query: CheerioAPI; meter: SelectableTree['meter']} {
    const {root, meter} = makeSelectable(this.#page, this.#raw)
    meter.reset()
    return {query: query(root), meter}
  }
}

const escapes = /\\[\s\S]/g
const strings = /"[^"]*"|'[^']*'/g
const positional = /:(?:first|last|eq|nth|gt|lt|even|odd)(?![\w-])/i
const openEnd = /[>+~]\s*(?:$|[,)])/
const openStart = /(?:^|,)\s*[>+~]/

/** What is wrong with a selector, in a few words; undefined where it can be asked. */
export function selectorProblem(selector: string): string | undefined {
  if (selector.trim() === '') return 'it is empty'
  const plain = selector.replace(escapes, '_').replace(strings, '""')
  const position = positional.exec(plain)?.[0]
  if (position) return `${position} is none of CSS`
  if (openEnd.test(plain) || openStart.test(withoutParentheses(plain)))
    return 'a sign between two parts lacks one of them'
  for (const [, name] of plain.matchAll(/:([\w-]+)/g)) {
    if (name!.toLowerCase() in {}) return `Unknown pseudo-class :${name}`
  }
  try {
    query().root().find(selector)
    return undefined
  } catch (error) {
    return (error as Error).message.trim()
  }
}

function withoutParentheses(text: string): string {
  let outer = ''
  let depth = 0
  for (const sign of text) {
    if (sign === '(') depth++
    else if (sign === ')') depth--
    else if (depth === 0) outer += sign
  }
  return outer
}
