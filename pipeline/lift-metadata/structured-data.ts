/**
 * Read the structured data of a page as one graph of items, whether they stand in JSON-LD, in microdata or in RDFa: what differs is
 * how they are written, not what they say.
 *
 * Nothing is followed deeper than pages nest, so that hostile data cost no more than their length.
 */
import type {HtmlDeclaration} from '../../src/document/html-facts.js'
import type {Range} from '../../src/document/range.js'
import {decodeReference} from '../convert-text/escape.js'
import {mendJson} from './mend-json.js'

/** The value of a property, and where in the raw text it is declared. */
export interface Stated {
  readonly value: unknown
  readonly raw: Range
}

/** An item: what it is, and its properties by their names in lower case, lists one by one. */
export interface Item {
  readonly types: readonly string[]
  readonly properties: ReadonlyMap<string, readonly Stated[]>
  readonly rule: 'declared-json-ld' | 'declared-microdata'
}

/** The items of a page that may be about it, in their order. */
export interface Graph {
  readonly items: readonly Item[]
  /** Items that others refer to. */
  readonly byId: ReadonlyMap<string, Item>
}

/** Properties that hold what an item is about or made of, so that it is looked for in them. */
const containers = ['@graph', 'mainentity', 'mainentityofpage', 'haspart', 'blogpost', 'blogposts']
const deepest = 6
const mostItems = 2000
/** Longest JSON that is mended, in UTF-16 code units: no page that somebody reads declares as much. */
const longestMended = 500_000

/** Read the items of a page. */
export function readGraph(declarations: readonly HtmlDeclaration[]): Graph {
  const items: Item[] = []
  for (const {kind, value, raw} of declarations) if (kind === 'json-ld') collect({value: parseJson(value), raw}, items)
  for (const item of microdataItems(declarations)) collect({value: item, raw: {start: 0, end: 0}}, items)
  const byId = new Map<string, Item>()
  for (const item of items) {
    const id = item.properties.get('@id')?.[0]?.value
    // One that has no more than its address refers to another.
    if (typeof id === 'string' && item.properties.size > 1 && !byId.has(id)) byId.set(id, item)
  }
  return {items, byId}
}

/** Tell whether an item is of one of some types, which a pattern names. */
export function isOfType(item: Item, pattern: RegExp): boolean {
  return item.types.some((type) => pattern.test(type))
}

/** The item that is a value or that it refers to; undefined for any other value. */
export function itemOf({value, raw}: Stated, {byId}: Graph): Item | undefined {
  const item = asItem(value, raw)
  const id = item?.properties.get('@id')?.[0]?.value
  return typeof id === 'string' && !item!.properties.has('name') ? (byId.get(id) ?? item) : item
}

/** Items of microdata are known by this class from whatever JSON may hold. */
class MicrodataItem implements Item {
  readonly rule = 'declared-microdata'
  readonly types: readonly string[]
  readonly properties = new Map<string, Stated[]>()

  constructor(type: string) {
    this.types = type === '' ? [] : [type]
  }

  state(name: string, stated: Stated): void {
    const values = this.properties.get(name)
    if (values) values.push(stated)
    else this.properties.set(name, [stated])
  }
}

function asItem(value: unknown, raw: Range): Item | undefined {
  if (value instanceof MicrodataItem) return value
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? jsonItem(value, raw) : undefined
}

/** Collect the items that may be about the page: those at the top, in the graph, those that are what another is about. */
function collect({value, raw}: Stated, items: Item[], depth = 0): void {
  if (depth > deepest) return
  for (const entry of Array.isArray(value) ? (value as unknown[]) : []) collect({value: entry, raw}, items, depth + 1)
  const item = items.length < mostItems ? asItem(value, raw) : undefined
  if (!item) return
  items.push(item)
  for (const name of containers) for (const child of item.properties.get(name) ?? []) collect(child, items, depth + 1)
}

function jsonItem(node: object, raw: Range): Item {
  const properties = new Map<string, readonly Stated[]>()
  for (const [key, value] of Object.entries(node)) {
    const name = key.toLowerCase().replace(/^(?:schema:|https?:\/\/schema\.org\/)/, '')
    const values: readonly unknown[] = Array.isArray(value) ? value : [value]
    if (!properties.has(name))
      properties.set(
        name,
        values.map((entry) => ({value: entry, raw})),
      )
  }
  const types = (properties.get('@type') ?? []).flatMap(({value}) =>
    typeof value === 'string' ? [value.replace(/^.*[/#:]/, '')] : [],
  )
  return {types, properties, rule: 'declared-json-ld'}
}

function parseJson(text: string): unknown {
  const bare = text
    .replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\/\s*\]\]>|\/\*\s*\]\]>\s*\*\/|\]\]>)$/, '')
  // A template that escapes all it writes has escaped the quotes of JSON, too.
  const source = /^\s*[[{]\s*&quot;/.test(bare)
    ? bare.replace(/&[#\w]{2,31};/g, (reference) => decodeReference(reference)?.text ?? reference)
    : bare
  return parsed(source) ?? (source.length <= longestMended ? parsed(mendJson(source)) : undefined)
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Build the items of microdata and RDFa that stand in no other; properties outside of all are those of one without a type. */
function microdataItems(declarations: readonly HtmlDeclaration[]): MicrodataItem[] {
  const items = new Map<number, MicrodataItem>()
  const loose = new MicrodataItem('')
  const top: MicrodataItem[] = []
  for (const {kind, name, value, raw, item: place, opens} of declarations) {
    if (kind !== 'microdata') continue
    const opened = opens === undefined ? undefined : (items.get(opens) ?? new MicrodataItem(value))
    if (opened && !items.has(opens!)) {
      items.set(opens!, opened)
      if (name === '' || place === undefined) top.push(opened)
    }
    const holder = place === undefined ? loose : items.get(place)
    if (name !== '') holder?.state(name, {value: opened ?? value, raw})
  }
  return loose.properties.size > 0 ? [...top, loose] : top
}
