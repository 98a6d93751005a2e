/**
 * Collect what a page declares about itself, anywhere in it and shown or not: its head, JSON-LD, microdata and RDFa, times, links that say
 * what they lead to.
 */
import type {HtmlDeclaration} from '../../src/document/html-facts.js'
import type {Range} from '../../src/document/range.js'
import type {Page} from './page.js'
import {following, nodeTypes, type PageNode} from './page-node.js'

const rels: ReadonlySet<string> = new Set(['canonical', 'amphtml', 'alternate', 'author', 'shortlink', 'license'])
/** Elements that say something without an attribute. */
const bare: ReadonlySet<string> = new Set(['title', 'time', 'script'])
/** Longest text, and most nodes, that count as the value of a property; what is more is content. */
const maxValueLength = 500
const maxValueNodes = 100
/** Properties whose value is an address, also where a link has words. */
const isAddress = /^(?:.*url|sameas|image|logo|license|mainentityofpage|ispartof|item|itemid)$/i
/** Most text of scripts that is kept, in UTF-16 code units, and what they must speak of. */
const maxStateLength = 4_000_000
const publication = /publi(?:sh|cation)[\w-]*\\*["':&]|date_?publi/i
/** Classes of a time element that say of what it is the time. */
const published = /(?:^|[\s_-])(?:published?|pubdate|(?:entry|post|article)-?_?date)(?:$|[\s_-])/i
const updated = /(?:^|[\s_-])(?:updated?|modified)(?:$|[\s_-])/i
/** Words of one that say so, whatever its classes are called. */
const saysUpdated =
  /^\s*(?:last |zuletzt |última |dernière )?(?:updated?|modified|edited|revised|aktualisiert|geändert|mise? à jour|modifié|actualizad[oa]|atualizad[oa]|aggiornat[oa]|bijgewerkt|zaktualizowano|aktualizacja|обновлен[оа]|güncelle\p{L}*)(?!\p{L})/iu

/** Attributes by which an element that is none of those above may declare something. */
const declaring: ReadonlySet<string> = new Set(['itemprop', 'property', 'itemscope', 'typeof', 'rel'])
const declaringLengths: readonly boolean[] = Array.from({length: 10}, (_, length) =>
  [...declaring].some((name) => name.length === length),
)
const declaringTags: ReadonlySet<string> = new Set(['meta', 'title', 'base', 'script', 'time'])

function mayDeclare({tag, attributes}: PageNode): boolean {
  if (declaringTags.has(tag)) return attributes.length > 0 || bare.has(tag)
  // Most names are as long as none of them, and need not be looked up.
  for (const {name} of attributes) if (declaringLengths[name.length] && declaring.has(name)) return true
  return false
}

/** Any white space but a single space. */
const unevenSpace = /[^\S ]| \s/

/** List what a page declares, in the order of the page, with ranges of its text. */
export function declarationsOf({root, html}: Page, raw: string): HtmlDeclaration[] {
  const declarations: HtmlDeclaration[] = []
  const language = html.attribute('lang') ?? html.attribute('xml:lang')
  if (language?.trim()) {
    const end = html.first?.start ?? -1
    const start = Math.max(0, html.start)
    declarations.push({kind: 'lang', name: '', value: language.trim(), raw: {start, end: Math.max(start, end)}})
  }
  const reader = new DeclarationReader(raw, declarations)
  for (let node: PageNode | null = root.first; node; ) {
    if (node.type === nodeTypes.element && mayDeclare(node)) reader.read(node)
    if (node.first) {
      node = node.first
      continue
    }
    while (node && !node.next) {
      node = node.parent
      if (node) reader.leave(node)
    }
    node = node?.next ?? null
  }
  return declarations
}

class DeclarationReader {
  readonly #raw: string
  readonly #declarations: HtmlDeclaration[]
  /** The items that are open, by their elements; an item is known by its number. */
  readonly #open: {readonly element: PageNode; readonly item: number}[] = []
  #items = 0
  #hasTitle = false
  #stateLength = 0

  constructor(raw: string, declarations: HtmlDeclaration[]) {
    this.#raw = raw
    this.#declarations = declarations
  }

  /** Note what one element declares. */
  read(element: PageNode): void {
    const {tag} = element
    if (tag === 'meta') {
      const content = element.attribute('content')
      for (const name of ['name', 'property', 'http-equiv'])
        this.#add(element, 'meta', element.attribute(name), content)
    } else if (tag === 'link' || tag === 'a' || tag === 'area') this.#readLink(element)
    else if (tag === 'title') this.#readTitle(element)
    else if (tag === 'base') this.#add(element, 'base', '', element.attribute('href'))
    else if (tag === 'script') this.#readScript(element)
    else if (tag === 'time') this.#readTime(element)
    this.#readProperty(element)
  }

  /** Leave an element, and the item that it opened. */
  leave(element: PageNode): void {
    const open = this.#open
    if (open.length > 0 && open[open.length - 1]!.element === element) open.pop()
  }

  #add(
    element: PageNode,
    kind: HtmlDeclaration['kind'],
    name: string | undefined,
    value: string | undefined,
    more: Partial<HtmlDeclaration> = {},
  ): void {
    if (name === undefined || !value || element.start < 0) return
    const text = (unevenSpace.test(value) ? value.replace(/\s+/g, ' ') : value).trim()
    if (text === '') return
    const {start, end} = element
    this.#declarations.push({kind, name: name.trim().toLowerCase(), value: text, raw: {start, end}, ...more})
  }

  #readTitle(element: PageNode): void {
    if (!element.isHtml || this.#hasTitle) return
    this.#hasTitle = true
    this.#add(element, 'title', '', textOf(element, this.#raw), {raw: textRange(element, this.#raw)})
  }

  #readScript(element: PageNode): void {
    if (!element.first) return
    const {start, end} = element
    const value = this.#raw.slice(element.first.start, element.last!.end).trim()
    const isLinked = /^\s*application\/ld\+json/i.test(element.attribute('type') ?? '')
    if (!isLinked) {
      // Most scripts say nothing of the page, and a few are longer than it.
      if (this.#stateLength + value.length > maxStateLength || !publication.test(value)) return
      this.#stateLength += value.length
    }
    if (value) this.#declarations.push({kind: isLinked ? 'json-ld' : 'state', name: '', value, raw: {start, end}})
  }

  #readLink(element: PageNode): void {
    const rel = element.attribute('rel')
    if (rel === undefined) return
    for (const name of new Set(rel.toLowerCase().split(/\s+/))) {
      if (!rels.has(name)) continue
      if (element.tag === 'link' || name === 'license') this.#add(element, 'link', name, element.attribute('href'))
      else if (name === 'author') this.#add(element, 'rel', name, textOf(element, this.#raw))
    }
  }

  #readTime(element: PageNode): void {
    const role = `${element.attribute('class') ?? ''} ${element.attribute('itemprop') ?? ''}`
    const isModified = updated.test(role) || /datemodified/i.test(role)
    const isStated = element.attribute('pubdate') !== undefined || /datepublished/i.test(role)
    // One that says both says that nothing was changed.
    const isPublished = isStated || (published.test(role) && !saysUpdated.test(textOf(element, this.#raw) ?? ''))
    const name = isPublished ? 'published' : isModified ? 'modified' : ''
    this.#add(element, 'time', name, element.attribute('datetime') ?? textOf(element, this.#raw), this.#place())
  }

  #place(): {readonly item?: number} {
    const item = this.#open.at(-1)?.item
    return item === undefined ? {} : {item}
  }

  /** Note a property of microdata or RDFa, and the item that is its value. */
  #readProperty(element: PageNode): void {
    const isRdfa = element.attribute('itemprop') === undefined && element.tag !== 'meta'
    const properties = element.attribute('itemprop') ?? (isRdfa ? element.attribute('property') : undefined)
    const isItem = element.attribute('itemscope') !== undefined || element.attribute('typeof') !== undefined
    if (properties === undefined && !isItem) return
    const place = this.#place()
    const opens = isItem ? this.#items++ : undefined
    // What holds nothing has no end at which it could be left.
    if (opens !== undefined && element.first) this.#open.push({element, item: opens})
    const type = localName((element.attribute('itemtype') ?? element.attribute('typeof') ?? '').trim().split(/\s+/)[0]!)
    const names = (properties ?? '').split(/\s+/).filter(Boolean).map(localName)
    if (opens !== undefined) {
      const {start, end} = element
      if (start < 0) return
      const more = {...place, opens, raw: {start, end}}
      for (const name of names.length > 0 ? names : [''])
        this.#declarations.push({kind: 'microdata', name: name.toLowerCase(), value: type, ...more})
      return
    }
    for (const name of names) this.#add(element, 'microdata', name, this.#valueOf(element, name), place)
  }

  #valueOf(element: PageNode, name: string): string | undefined {
    const stated = element.attribute('content') ?? element.attribute('datetime')
    if (stated !== undefined) return stated
    // The text of a link says more than its address where a name is asked for.
    const address = element.attribute('href') ?? element.attribute('src') ?? element.attribute('data')
    if (element.tag === 'link' || element.tag === 'img' || isAddress.test(name)) return address
    return textOf(element, this.#raw)
  }
}

/** A name without the vocabulary that it is from: `http://schema.org/Article`, `schema:author`, `dc:title`. */
function localName(name: string): string {
  return name.replace(/^.*[/#:]/, '')
}

/** Where the text of an element stands, without white space round it: its tags are not what it declares. */
function textRange({first, last, start, end}: PageNode, raw: string): Range {
  if (!first || !last) return {start, end}
  const text = raw.slice(first.start, last.end)
  return {start: last.end - text.trimStart().length, end: first.start + text.trimEnd().length}
}

/** The text of an element; undefined where it is too long for the value of a property. */
function textOf(element: PageNode, raw: string): string | undefined {
  let text = ''
  let count = 0
  for (let node: PageNode | null = element.first; node; ) {
    if (node.type === nodeTypes.text) text += node.value ?? raw.slice(node.start, node.end)
    if (text.length > maxValueLength || ++count > maxValueNodes) return undefined
    node = following(node, element, node.tag === 'script' || node.tag === 'style')
  }
  return text
}
