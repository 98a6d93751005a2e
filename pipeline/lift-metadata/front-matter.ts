/**
 * Read the front matter that a document came with, and write it. It is read as data: nothing in it is ever executed.
 */
import {isMap, isNode, isScalar, parseDocument, Scalar, stringify} from 'yaml'
import {type MetadataFact, metadataFields} from '../../src/document/document.js'
import type {Range} from '../../src/document/range.js'
import {declaredDate, partialDate} from './dates.js'
import {languageTag} from './language.js'

/** Other names of our fields, as static site generators and scrapers use them. */
const aliases: ReadonlyMap<string, string> = new Map(
  Object.entries({
    authors: 'author',
    by: 'author',
    byline: 'author',
    creator: 'author',
    published: 'date',
    publishdate: 'date',
    publish_date: 'date',
    pubdate: 'date',
    pub_date: 'date',
    date_published: 'date',
    updated: 'modified',
    lastmod: 'modified',
    last_modified: 'modified',
    date_modified: 'modified',
    site_name: 'site',
    sitename: 'site',
    publisher: 'site',
    hostname: 'site',
    lang: 'language',
    locale: 'language',
    url: 'source',
    link: 'source',
    canonical: 'source',
    canonical_url: 'source',
    summary: 'description',
    excerpt: 'description',
    category: 'section',
    copyright: 'rights',
  }),
)

/** What was read of a front matter. */
export interface FrontMatter {
  /** A fact for each value that is text or a list of text. */
  readonly facts: readonly MetadataFact[]
  /** Keys of what was left out: values and keys of other kinds, no dates, what a key says that has said something before. */
  readonly ignored: readonly string[]
}

/** A key that is read, and found again as a field of front matter when it is written. */
const plainKey = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.-]*(?: [\p{L}\p{M}\p{N}_.-]+)*$/u
const longestKey = 100
/** What many readers take for the prototype of the mapping, so that its value is lost or does harm. */
const noKey = '__proto__'
/**
 * Bounds beyond which YAML is not read: its parser goes down one call a level, so that how deep it comes would depend on
 * the machine, and looks for each alias in the whole document.
 */
const mostNesting = 100
const mostAliases = 100

/** What YAML writes for no value: to text it would be a word. */
function isNothing(node: unknown): boolean {
  return isScalar(node) && node.type === 'PLAIN' && /^(?:~|null|Null|NULL)$/.test(String(node.value))
}

/**
 * Read a front matter, given with the lines that fence it.
 *
 * @param names names that fields have in it, as they are given to the stage that writes it.
 * @returns undefined for what is no YAML mapping or is nested beyond all use.
 */
export function readFrontMatter(source: string, at: Range, names: FieldNames = {}): FrontMatter | undefined {
  const body = source.replace(/^---[ \t]*\n/, '').replace(/\n?---[ \t]*$/, '')
  if (!isBounded(body)) return undefined
  const yaml = parseDocument(body, {version: '1.2', schema: 'failsafe', uniqueKeys: false})
  if (yaml.errors.length > 0) return undefined
  const {contents} = yaml
  if (contents === null || (isScalar(contents) && contents.value === '')) return {facts: [], ignored: []}
  if (!isMap(contents)) return undefined
  const facts = new Map<string, MetadataFact>()
  const ignored: string[] = []
  const seen = new Set<string>()
  const renamed = new Map(Object.entries(names).map(([field, key]) => [key, field]))
  for (const pair of contents.items) {
    const key = isScalar(pair.key) ? String(pair.key.value) : ''
    if (seen.has(key) || key.length > longestKey || !plainKey.test(key) || key === noKey) {
      ignored.push(key.slice(0, longestKey))
      continue
    }
    seen.add(key)
    let value: unknown
    try {
      value = isNode(pair.value) ? pair.value.toJS(yaml, {maxAliasCount: mostAliases}) : null
    } catch {
      ignored.push(key)
      continue
    }
    if (value === null || value === '' || isNothing(pair.value)) continue
    const known = renamed.get(key) ?? fieldOf(key)
    if (known === 'author') value = namesOf(value)
    const isText = typeof value === 'string'
    if (!isText && !(Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string'))) {
      ignored.push(key)
      continue
    }
    // Two names of one field may say two things: the second keeps its own name.
    const field = facts.has(known) ? key : known
    if (facts.has(field)) {
      ignored.push(key)
      continue
    }
    const stated = statedValue(field, wellFormed(value as string | string[]))
    const isPlain =
      isScalar(pair.value) && pair.value.type === 'PLAIN' && isForeign(field) && plainValue.test(String(value))
    if (stated === undefined) ignored.push(key)
    else facts.set(field, {field, value: stated, rule: 'front-matter', at, ...(isPlain && {isPlain})})
  }
  return {facts: [...facts.values()], ignored}
}

/** YAML may escape half a character, which no file can hold. */
function wellFormed(value: string | string[]): string | string[] {
  const whole = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd')
  return typeof value === 'string' ? whole(value) : value.map(whole)
}

/** Links between the notes of a wiki, and nothing else: `[[People/Jane Roe|Jane]]`, whose reader sees `Jane`. */
const wikiLinks = /^(?:\[\[[^[\]]{1,200}\]\](?:$|\s*[,;&]\s*|\s+(?=\[)))+$/
const wikiLink = /\[\[(?:[^[\]|#]*\/)?([^[\]|#/]+)(?:#[^[\]|]*)?(?:\|([^[\]]+))?\]\]/g

/** Bring authors into the form in which this pipeline writes them: one is no list, and a name is neither a link nor a mapping. */
function namesOf(value: unknown): unknown {
  const items = Array.isArray(value) && !isBareLink(value) ? (value as unknown[]) : [value]
  const names = items.map(nameIn).flatMap((item): unknown[] => {
    const text = isBareLink(item) ? `[[${item[0][0]}]]` : item
    if (typeof text !== 'string' || !wikiLinks.test(text.trim())) return [item]
    const linked = Array.from(text.matchAll(wikiLink), ([, target, alias]) => (alias ?? target!).trim())
    return linked.length > 0 && linked.every((name) => name !== '') ? linked : [item]
  })
  return names.length === 1 ? names[0] : names
}

/** The name in a mapping about a person. */
function nameIn(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const name = Object.entries(value).find(([key]) => /^name$/i.test(key))?.[1] as unknown
  return typeof name === 'string' && name !== '' ? name : value
}

/** Tell a wiki link without quotes, which to YAML is a list in a list. */
function isBareLink(value: unknown): value is readonly [readonly [string]] {
  if (!Array.isArray(value) || value.length !== 1) return false
  const [inner] = value as unknown[]
  return Array.isArray(inner) && inner.length === 1 && typeof inner[0] === 'string'
}

/** Bring a value into the form of its field; undefined for what is no value of it. */
export function statedValue(field: string, value: string | string[]): string | string[] | undefined {
  if (field === 'date' || field === 'modified') {
    return typeof value === 'string' ? (declaredDate(value) ?? partialDate(value)) : undefined
  }
  if (field !== 'language') return value
  if (typeof value === 'string') return languageTag(value)
  const tags = value.flatMap((item) => languageTag(item) ?? [])
  return tags.length === value.length ? tags : undefined
}

/** A number or a truth value that all readers of YAML take for the same one, and that is written as it was read. */
const plainValue = /^(?:true|false|(?!-0(?:\.0+)?$)-?(?:(?:0|[1-9]\d{0,8})\.\d{1,6}|0|[1-9]\d{0,14}))$/

/** Tell a field that is none of ours: what it means is for who wrote it. */
function isForeign(field: string): boolean {
  return !(metadataFields as readonly string[]).includes(field)
}

/** Our name of a field. */
function fieldOf(key: string): string {
  const lower = key.toLowerCase()
  return aliases.get(lower) ?? ((metadataFields as readonly string[]).includes(lower) ? lower : key)
}

/** Tell YAML that a person or a program may have meant from what is nested or full of aliases beyond all use. */
function isBounded(yaml: string): boolean {
  if (/^(?: {200}|(?:[-?:] +){50})/m.test(yaml)) return false
  let depth = 0
  let aliases = 0
  for (const [mark] of yaml.matchAll(/[[{}\]]|(?<=[\s,[:])\*(?=[^\s*])/g)) {
    if (mark === '*') aliases++
    else depth = Math.max(0, depth + (mark === '[' || mark === '{' ? 1 : -1))
    if (depth > mostNesting || aliases > mostAliases) return false
  }
  return true
}

/** What is known of a document, for its front matter: fields in the order in which they are written. */
export interface Metadata {
  readonly fields: ReadonlyMap<string, string | readonly string[]>
  /** Names of those that are written without quotes. */
  readonly plain: ReadonlySet<string>
}

/** What a document says about itself: the last word on each field, known fields first and in their order. */
export function metadataOf(facts: readonly MetadataFact[]): Metadata {
  const found = new Map<string, MetadataFact>()
  for (const fact of facts) found.set(fact.field, fact)
  const order = [...metadataFields, ...[...found.keys()].filter(isForeign).sort()]
  const kept = order.flatMap((field) => found.get(field) ?? [])
  return {
    fields: new Map(kept.map(({field, value}) => [field, value])),
    plain: new Set(kept.flatMap(({field, isPlain}) => (isPlain ? [field] : []))),
  }
}

/** New names of fields; `false` leaves a field out. */
export type FieldNames = Readonly<Record<string, string | false>>

/** What tells front matter of this pipeline from that of others where it does not say the language. */
const mark = '# written by palimpsest, without the language'

/**
 * Write front matter, with the lines that fence it, so that readers of YAML 1.1 and of 1.2 agree on every value.
 *
 * @returns undefined where nothing is to be written.
 */
export function renderFrontMatter({fields, plain}: Metadata, names: FieldNames = {}): string | undefined {
  const renamed = new Map<string, unknown>()
  for (const [field, value] of fields) {
    const key = Object.hasOwn(names, field) ? names[field]! : field
    // A field of the scrape's own may have the name that another is given: the field that was renamed is what is asked for.
    if (key === false || renamed.has(key)) continue
    const items = Array.isArray(value) ? value.map(textScalar) : textScalar(String(value))
    renamed.set(key, plain.has(field) ? plainScalar(String(value)) : items)
  }
  if (renamed.size === 0) return undefined
  // Quoted as full dates are: some readers take a month for a date.
  const yaml = stringify(renamed, {compat: 'yaml-1.1', lineWidth: 0})
    .replace(/^(\w+: )(\d{4}-\d{2})$/gm, '$1"$2"')
    .replace(unprintable, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return `---\n${names['language'] === false ? `${mark}\n` : ''}${yaml}---`
}

/** What some readers take for the end of a line, or refuse wherever it stands. */
const unprintable = /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g

/** A text; between quotes where it holds what only there can be written, or is a sign that YAML 1.1 keeps for itself. */
function textScalar(text: string): Scalar {
  const scalar = new Scalar(text)
  if (text === '=' || text.includes('\t') || text.search(unprintable) >= 0) scalar.type = Scalar.QUOTE_DOUBLE
  return scalar
}

/** A scalar that is written as it was read: a version `1.10` is not `1.1`. */
function plainScalar(source: string): Scalar {
  const scalar = new Scalar(JSON.parse(source))
  scalar.minFractionDigits = source.split('.')[1]?.length ?? 0
  return scalar
}
