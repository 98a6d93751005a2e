/**
 * Read what an HTML page declares about itself: JSON-LD, OpenGraph, meta elements, microdata, links.
 *
 * Each field takes the first source that states it, the most deliberate sources first: what an editor fills in for
 * machines is better than what a template derives.
 */
import {jsonrepair} from 'jsonrepair'
import type {MetadataFact} from '../../src/document/document.js'
import type {HtmlDeclaration, HtmlFacts} from '../../src/document/html-facts.js'
import type {Range} from '../../src/document/range.js'
import {foldText} from '../../src/document/visible-text.js'
import {decodeReference} from '../convert-text/escape.js'
import {declaredDate} from './dates.js'
import {isNobody} from './persons.js'

/** Names of meta elements by field, in order of trust. */
const metaNames: readonly (readonly [field: string, names: readonly string[]])[] = [
  [
    'title',
    [
      'og:title',
      'citation_title',
      'dc.title',
      'dcterms.title',
      'parsely-title',
      'sailthru.title',
      'twitter:title',
      'headline',
    ],
  ],
  [
    'author',
    [
      'citation_author',
      'author',
      'parsely-author',
      'dc.creator',
      'dcterms.creator',
      'sailthru.author',
      'byl',
      'article:author_name',
    ],
  ],
  [
    'date',
    [
      'article:published_time',
      'citation_publication_date',
      'citation_date',
      'datepublished',
      'dc.date.issued',
      'dcterms.issued',
      'dc.date',
      'parsely-pub-date',
      'sailthru.date',
      'pubdate',
      'publishdate',
      'publish-date',
      'date',
      'og:published_time',
      'article.published',
    ],
  ],
  [
    'modified',
    ['article:modified_time', 'og:updated_time', 'datemodified', 'dcterms.modified', 'lastmod', 'last-modified'],
  ],
  ['site', ['og:site_name', 'citation_journal_title', 'application-name', 'dc.publisher']],
  ['section', ['article:section', 'parsely-section']],
  ['language', ['content-language', 'og:locale', 'dc.language']],
  ['source', ['og:url', 'parsely-link', 'twitter:url']],
  ['description', ['og:description', 'description', 'dc.description', 'twitter:description']],
  ['image', ['og:image', 'og:image:url', 'twitter:image', 'parsely-image-url']],
  ['rights', ['dc.rights', 'copyright', 'dcterms.rights']],
]

const articleType = /(?:Article|BlogPosting|Report|Review|LiveBlogPosting|CreativeWork|WebPage)$/

/** List what the page declares, one fact a field. */
export function declaredFacts(html: HtmlFacts): MetadataFact[] {
  const found = new Map<string, MetadataFact>()
  const put = (field: string, value: unknown, raw: Range, rule: string): void => {
    const clean = cleanValue(field, value)
    if (clean !== undefined && !found.has(field)) found.set(field, {field, value: clean, rule, raw})
  }
  for (const declaration of html.declarations) {
    if (declaration.kind === 'json-ld') readJsonLd(declaration, put)
  }
  const metas = new Map<string, HtmlDeclaration>()
  for (const declaration of html.declarations) {
    if (declaration.kind === 'meta' && !metas.has(declaration.name)) metas.set(declaration.name, declaration)
  }
  for (const {kind, name, value, raw} of html.declarations) {
    if (kind === 'link' && name === 'canonical') put('source', value, raw, 'declared-link')
  }
  for (const [field, names] of metaNames) {
    for (const name of names) {
      const declaration = metas.get(name)
      if (declaration) put(field, declaration.value, declaration.raw, 'declared-meta')
    }
  }
  const microdata: ReadonlyMap<string, string> = new Map(
    Object.entries({
      articlesection: 'section',
    }),
  )
  for (const {kind, name, value, raw} of html.declarations) {
    const field = kind === 'microdata' ? microdata.get(name) : undefined
    if (field !== undefined) put(field, value, raw, 'declared-microdata')
    else if (kind === 'lang') put('language', value, raw, 'declared-language')
  }
  for (const {kind, value, raw} of html.declarations) {
    if (kind === 'title') put('title', value, raw, 'declared-title')
  }
  return consistent(found)
}

/** The site's name, where the title element is the heading of the page and one name more. */
export function siteInTitle(html: HtmlFacts, heading: string): MetadataFact | undefined {
  const element = html.declarations.find(({kind}) => kind === 'title')
  if (!element) return undefined
  const parts = decoded(element.value).split(/\s+[|–—·•»-]\s+|\s*::\s*/u)
  const [first, last] = [parts[0]!, parts.at(-1)!]
  if (parts.length < 2) return undefined
  const name =
    foldText(parts.slice(0, -1).join(' ')) === heading ? last : foldText(last) === heading ? first : undefined
  if (name === undefined || name.split(' ').length > 5) return undefined
  return {field: 'site', value: name, rule: 'declared-title', raw: element.raw}
}

/** Sections that every blog has and no editor chose. */
const noSection = /^(?:uncategori[sz]ed|allgemein|general|non classé|sin categoría|без рубрики|bez kategorii|genel)$/iu

/** Drop what is said of one field by mistake: the site as its author, the title as its site. */
function consistent(facts: ReadonlyMap<string, MetadataFact>): MetadataFact[] {
  const fold = (field: string): string => foldText(String(facts.get(field)?.value ?? ''))
  return [...facts.values()].flatMap((fact) => {
    const {field, value} = fact
    if (field === 'site' && fold('site') === fold('title')) return []
    if (field === 'section' && (noSection.test(String(value)) || fold('section') === fold('title'))) return []
    if (field === 'rights' && /^https?:/.test(String(value))) return []
    if (field !== 'author') return [fact]
    const names = [value].flat().filter((name) => foldText(name) !== fold('site'))
    return names.length === 0 ? [] : [{...fact, value: names.length === 1 ? names[0]! : names}]
  })
}

type Put = (field: string, value: unknown, raw: Range, rule: string) => void

function readJsonLd({value, raw}: HtmlDeclaration, put: Put): void {
  const data = parseJson(value)
  const nodes: Record<string, unknown>[] = []
  const collect = (item: unknown, depth: number): void => {
    if (depth > 6) return
    if (Array.isArray(item)) for (const child of item) collect(child, depth + 1)
    else if (item && typeof item === 'object') {
      const node = item as Record<string, unknown>
      nodes.push(node)
      for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage']) collect(node[key], depth + 1)
    }
  }
  collect(data, 0)
  const typeOf = (node: Record<string, unknown>): string =>
    [node['@type']]
      .flat()
      .filter((name) => typeof name === 'string')
      .join(' ')
  const article =
    nodes.find((node) => /(?:Article|BlogPosting|Report)/.test(typeOf(node))) ??
    nodes.find((node) => articleType.test(typeOf(node)) && node['datePublished'] !== undefined)
  if (!article) return
  const rule = 'declared-json-ld'
  put('title', article['headline'] ?? article['name'], raw, rule)
  put('author', namesOf(article['author'] ?? article['creator']), raw, rule)
  put('date', article['datePublished'], raw, rule)
  put('modified', article['dateModified'], raw, rule)
  put('site', namesOf(article['publisher'])?.[0], raw, rule)
  put('section', [article['articleSection']].flat()[0], raw, rule)
  put('language', article['inLanguage'], raw, rule)
  put('description', article['description'], raw, rule)
  put('source', article['url'], raw, rule)
}

function parseJson(text: string): unknown {
  const source = text.replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\/\s*\]\]>|\]\]>)\s*$/g, '')
  try {
    return JSON.parse(source)
  } catch {
    // What JSON.parse refuses is often one stray comma or newline away from JSON; a page that is further off declares nothing.
    if (source.length > 100_000) return undefined
    try {
      return JSON.parse(jsonrepair(source))
    } catch {
      return undefined
    }
  }
}

function namesOf(value: unknown): string[] | undefined {
  const names = [value].flat().flatMap((item) => {
    if (typeof item === 'string') return [item]
    const name = item && typeof item === 'object' ? (item as Record<string, unknown>)['name'] : undefined
    return [name].flat().filter((entry): entry is string => typeof entry === 'string')
  })
  return names.length > 0 ? names : undefined
}

/** Bring a declared value into the form of its field; undefined for what is no value of it. */
function cleanValue(field: string, value: unknown): string | string[] | undefined {
  if (field === 'author') {
    const names = [value].flat().flatMap((item) => (typeof item === 'string' ? [item] : []))
    const authors = names
      .map((name) => inCase(decoded(name).replace(/^(?:(?:written|posted|updated) )?by:?\s+/i, '')))
      .filter(
        (name) =>
          name.length > 1 &&
          name.length < 100 &&
          !/^https?:|@|[<>{}]|^[\w-]+\.[a-z]{2,6}$/i.test(name) &&
          !isNobody(name),
      )
    const unique = [...new Set(authors)]
    return unique.length === 0 ? undefined : unique.length === 1 ? unique[0] : unique
  }
  if (typeof value !== 'string') return undefined
  const text = decoded(value)
  if (text === '' || text.length > 2000) return undefined
  if (field === 'date' || field === 'modified') return declaredDate(text)
  if (field === 'language')
    return /^[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?$/i.test(text)
      ? text
          .slice(0, 3)
          .replace(/[-_].*/, '')
          .toLowerCase()
      : undefined
  if (field === 'source' || field === 'image') return /^https?:\/\/[^\s<>"]+$/.test(text) ? text : undefined
  return text
}

/** A name in capitals, two words or more, as it is written elsewhere. */
function inCase(name: string): string {
  if (!/^\p{Lu}[\p{Lu}'’.-]+(?: \p{Lu}[\p{Lu}'’.-]*)+$/u.test(name)) return name
  return name.replace(/\p{Lu}+/gu, (word) => word[0]! + word.slice(1).toLowerCase())
}

/** Values in JSON-LD are often escaped once more than they should be. */
function decoded(value: string): string {
  return (
    value
      .replace(/&(?:amp|#0*38);/g, '&')
      .replace(/&[#\w]{2,31};/g, (reference) => decodeReference(reference)?.text ?? reference)
      // JSON may escape half a character, which no file can hold.
      .replace(/\p{Surrogate}/gu, '\ufffd')
      .replace(/\s+/g, ' ')
      .trim()
  )
}
