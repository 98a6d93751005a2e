/** Bring all that a page declares under the names of its sources, wherever it stands: `declared-sources.ts` says which are believed. */
import type {HtmlDeclaration} from '../../src/document/html-facts.js'
import type {Range} from '../../src/document/range.js'
import {foldText} from '../../src/document/visible-text.js'
import {type Graph, type Item, isOfType, itemOf, readGraph, type Stated} from './structured-data.js'

/** What a source states, as it is written. */
export interface DeclaredStatement {
  readonly value: string
  readonly rule: string
  readonly raw: Range
  /** Whether the source itself says that this is no person. */
  readonly isOrganization?: boolean
}

/** What a page declares, by source. */
export type Statements = ReadonlyMap<string, readonly DeclaredStatement[]>

const articleType = /(?:Article|Posting|Report)$/
/** What is no article in name, but is published by somebody on some day. */
const workType =
  /(?:Article|Posting|Report|Review|Recipe|HowTo|CreativeWork|Blog|Episode|VideoObject|Book|Course|Dataset|FAQPage|QAPage|AboutPage|ItemPage|WebPage)$/
const houseType = /(?:Organization|Corporation|Company|WebSite|Brand|Project)$/
/** Labels that say that the value beside them is an author, as plugins for social networks write them. */
const authorLabel =
  /^(?:written by|author|posted by|by|verfasst von|geschrieben von|autor|escrito por|écrit par|auteur|scritto da|escrito por|geschreven door|napisane przez|autor|skrivet av|skrevet af|написано|автор|yazan|yazar)$/i
/** Most statements of one source that are looked at. */
const mostStatements = 50

/** Collect what a page declares, by source. */
export function collectStatements(declarations: readonly HtmlDeclaration[]): Statements {
  const statements = new Map<string, DeclaredStatement[]>()
  const say = (source: string, statement: DeclaredStatement): void => {
    const said = statements.get(source)
    if (!said) statements.set(source, [statement])
    else if (said.length < mostStatements) said.push(statement)
  }
  const labels = new Map<string, string>()
  for (const {kind, name, value} of declarations) {
    if (kind === 'meta' && name.startsWith('twitter:label')) labels.set(name.slice(13), value)
  }
  for (const {kind, name, value, raw} of declarations) {
    const rule = rules[kind]
    // Structured data are read as a whole.
    if (rule === undefined || kind === 'json-ld' || kind === 'microdata') continue
    if (kind === 'meta' && name.startsWith('twitter:data')) {
      if (authorLabel.test(labels.get(name.slice(12)) ?? '')) say('meta twitter:data', {value, rule, raw})
    } else say(name === '' ? kind : `${kind} ${name}`, {value, rule, raw})
  }
  const graph = readGraph(declarations)
  const pages = new Set(
    ['link canonical', 'meta og:url'].flatMap((source) => statements.get(source) ?? []).map(({value}) => pathOf(value)),
  )
  const titles = new Set(
    ['meta og:title', 'title'].flatMap((source) => statements.get(source) ?? []).map(({value}) => foldText(value)),
  )
  const isAbout = (item: Item): boolean => addressesOf(item, graph).some((address) => pages.has(pathOf(address)))
  const isNamed = (item: Item): boolean =>
    [...textsOf(item, 'headline', graph), ...textsOf(item, 'name', graph)].some(({value}) =>
      titles.has(foldText(value)),
    )
  for (const kind of ['json-ld', 'microdata'] as const) {
    const items = graph.items.filter((item) => item.rule === rules[kind])
    const articles = items.filter((item) => isOfType(item, articleType))
    const works = items.filter((item) => isOfType(item, workType) && item.properties.has('datepublished'))
    const article = articles.find(isAbout) ?? articles.find(isNamed) ?? articles[0]
    if (article) sayItem(article, kind, graph, say)
    const isPage = (item: Item): boolean => isOfType(item, /(?:WebPage|^Blog)$/)
    // What stands beside an article and is published by itself is something else, unless it is the page around it.
    const work =
      works.find((item) => isAbout(item) && (!article || isPage(item))) ??
      works.find((item) => !article || isPage(item))
    if (work && work !== article) sayItem(work, isPage(work) ? 'page' : kind, graph, say)
    // Properties that stand in no item are those of the page, for want of another.
    const loose = kind === 'microdata' ? items.find(({types}) => types.length === 0) : undefined
    if (loose) sayItem(loose, kind, graph, say)
    const page = items.find((item) => item !== work && isOfType(item, /WebPage$/))
    if (page) sayItem(page, 'page', graph, say)
    const website = items.find((item) => isOfType(item, /WebSite$/))
    if (website) sayItem(website, 'website', graph, say)
    for (const item of items) {
      if (isOfType(item, /BreadcrumbList$/)) sayBreadcrumb(item, graph, titles, say)
      if (isOfType(item, houseType)) for (const logo of textsOf(item, 'logo', graph)) say('logo', logo)
    }
  }
  return statements
}

const rules: Readonly<Partial<Record<HtmlDeclaration['kind'], string>>> = {
  'json-ld': 'declared-json-ld',
  microdata: 'declared-microdata',
  meta: 'declared-meta',
  link: 'declared-link',
  rel: 'declared-link',
  title: 'declared-title',
  time: 'declared-time',
  lang: 'declared-language',
}

type Say = (source: string, statement: DeclaredStatement) => void

/** Properties that are read, by what of an item that is their value is meant. */
const properties = [
  ...['headline', 'alternativeheadline', 'name', 'author', 'creator', 'publisher', 'articlesection', 'inlanguage'],
  ...['datepublished', 'datemodified', 'datecreated', 'description', 'license', 'copyrightnotice', 'copyrightholder'],
  ...['url', 'mainentityofpage', 'image', 'thumbnailurl', 'primaryimageofpage'],
]

function sayItem(item: Item, kind: string, graph: Graph, say: Say): void {
  for (const name of properties) for (const text of textsOf(item, name, graph)) say(`${kind} ${name}`, text)
  for (const {value: publisher, raw} of item.properties.get('publisher') ?? []) {
    const house = itemOf({value: publisher, raw}, graph)
    if (house) for (const logo of textsOf(house, 'logo', graph)) say('logo', logo)
  }
}

/** Farthest that two authors of one text stand from each other in microdata; those further down wrote a comment. */
const farthest = 1000

/** The texts that a property states: of an item its name, or its address where the property is one. */
function textsOf(item: Item, property: string, graph: Graph): DeclaredStatement[] {
  let end: number | undefined
  return (item.properties.get(property) ?? []).slice(0, mostStatements).flatMap((stated) => {
    const {value, raw} = stated
    const {rule} = item
    if (rule === 'declared-microdata' && property === 'author') {
      if (end !== undefined && raw.start > end + farthest) return []
      end = Math.max(end ?? 0, raw.end)
    }
    if (typeof value === 'string') return [{value, rule, raw}]
    const other = itemOf(stated, graph)
    if (!other) return []
    const isOrganization = isOfType(other, houseType) && !isOfType(other, /^Person$/)
    return keysOf(property)
      .flatMap((key) =>
        stringsOf(other, key).map(({value: text, raw: place}) => ({value: text, rule, raw: place, isOrganization})),
      )
      .slice(0, /^(?:author|creator)$/.test(property) ? mostStatements : 1)
  })
}

/** Which properties of an item say what is meant by it. */
function keysOf(property: string): readonly string[] {
  switch (property) {
    case 'image':
    case 'logo':
    case 'primaryimageofpage':
      return ['url', 'contenturl', '@id']
    case 'license':
    case 'url':
    case 'mainentityofpage':
      return ['@id', 'url']
    case 'inlanguage':
      return ['alternatename', 'name']
    default:
      return ['name']
  }
}

function stringsOf(item: Item, property: string): {readonly value: string; readonly raw: Range}[] {
  return (item.properties.get(property) ?? []).flatMap(({value, raw}: Stated) =>
    typeof value === 'string' ? [{value, raw}] : [],
  )
}

function addressesOf(item: Item, graph: Graph): string[] {
  return ['url', 'mainentityofpage', '@id'].flatMap((name) => textsOf(item, name, graph).map(({value}) => value))
}

/** An address without what differs between two of one page. */
function pathOf(address: string): string {
  return address
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/#.*$/, '')
    .replace(/\/$/, '')
    .toLowerCase()
}

/** Say the innermost of the sections that a page is in: what stands last in its trail, but for the page itself. */
function sayBreadcrumb(list: Item, graph: Graph, titles: ReadonlySet<string>, say: Say): void {
  const trail = (list.properties.get('itemlistelement') ?? []).slice(0, 20).flatMap((stated) => {
    const entry = itemOf(stated, graph)
    return entry ? [...textsOf(entry, 'name', graph), ...textsOf(entry, 'item', graph)].slice(0, 1) : []
  })
  const last = trail.at(-1)
  if (!last || trail.length < 2) return
  const isPage = (value: string): boolean => {
    const fold = foldText(value)
    const words = fold.split(' ').length
    return words > 4 || titles.has(fold) || (words > 2 && [...titles].some((title) => title.startsWith(fold)))
  }
  // The first place is the site's front page.
  const section = trail
    .slice(1)
    .findLast(({value}) => !isPage(value) && !/\bblogs?$|^[a-z\d]+(?:-[a-z\d]+)+$/i.test(value.trim()))
  if (section) say('breadcrumb', section)
}
