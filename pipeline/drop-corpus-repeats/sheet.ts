/**
 * The sheet of a document: all that other documents have to know of it. About 2 KB for 10 KB of text, and of bounded size for
 * what furniture needs, since furniture stands at the edges of a document.
 */
import type {Document} from '../../src/document/document.js'
import {groupOf} from '../../src/document/site.js'
import {hashRow, number48} from './hash.js'
import {bandOf, signatureOf} from './minhash.js'
import type {CorpusOptions} from './options.js'
import {packRows, unpackRows} from './packing.js'
import {type CutDocument, cutDocument, type Unit} from './units.js'

/** What is known of one document; all texts are ASCII but `group`. */
export interface Sheet {
  /** The site it is of, or the folder. */
  readonly group: string
  /** Words of the body. */
  readonly words: number
  /** When it was published, as a number with the digits of year, month, day, hour and minute; missing when not known. */
  readonly date?: number
  /** Hash of all words. */
  readonly content: string
  /** MinHash signature of the body; missing for a body of few words. */
  readonly signature?: string
  /** The units at both edges. */
  readonly units: string
  /** Number of units in `units` that stand at the beginning; missing where these are all units, so that both edges are one. */
  readonly cut?: number
  /** By paragraph: index in `units` of its unit, or `elsewhere`, and its bands. */
  readonly paragraphs?: string
}

/** Units at either edge of a document among which furniture is looked for. */
const edgeUnits = 150
/** Paragraphs of a document that are compared with those of others. */
const mostParagraphs = 1000
/** Bands and rows of a paragraph's signature: 97 % of what is alike to 0.9 are found, 52 % at 0.7, 12 % at 0.5, 1 % at 0.3. */
const paragraphBands = 4
const paragraphRows = 5
const paragraphShingle = 3
const elsewhere = 0xffff

const unitWidths = [6, 2, 1]
const paragraphWidths = [2, ...new Array<number>(paragraphBands).fill(6)]

/** What of a unit decides whether it is furniture. */
export interface EdgeUnit {
  readonly key: number
  /** How many words; in a sheet at most 65,535. */
  readonly count: number
  readonly isHeading: boolean
  readonly isLinked: boolean
  readonly isEligible: boolean
  readonly isItem: boolean
  readonly isFurtherItem: boolean
}

/** The units at the edges of a document: those of its beginning, then those of its end. */
export interface Edges<Item extends EdgeUnit = EdgeUnit> {
  readonly units: readonly Item[]
  /** How many of them stand at the beginning, where others stand between; missing where these are all. */
  readonly cut?: number
}

/** The units of a document at its edges. */
export function edgesOf(units: readonly Unit[]): Edges<Unit> {
  if (units.length <= 2 * edgeUnits) return {units}
  return {units: [...units.slice(0, edgeUnits), ...units.slice(-edgeUnits)], cut: edgeUnits}
}

/** Observe a document. */
export function observe(document: Document, options: CorpusOptions): Sheet {
  const cut = cutDocument(document, options.shortWords)
  const {words} = cut
  const {high, low} = hashRow(words)
  const edges = edgesOf(cut.units)
  const date = dateOf(document)
  const paragraphs = options.paragraphs === 'mark' ? packParagraphs(cut, edges, options) : ''
  return {
    group: groupOf(document),
    words: words.length,
    ...(date !== undefined && {date}),
    content: packRows([[high, low]], [4, 4]),
    ...(words.length >= options.leastWords && {
      signature: packRows([[...signatureOf(words, options.bands * options.rows, options.shingle)]], widthsOf(options)),
    }),
    units: packRows(edges.units.map(rowOf), unitWidths),
    ...(edges.cut !== undefined && {cut: edges.cut}),
    ...(paragraphs !== '' && {paragraphs}),
  }
}

/** The signature in a sheet. */
export function signatureIn(signature: string, options: CorpusOptions): Uint16Array {
  return Uint16Array.from(unpackRows(signature, widthsOf(options))[0] ?? [])
}

/** The hash of all words in a sheet, as two numbers. */
export function contentIn({content}: Sheet): readonly [high: number, low: number] {
  const [[high, low]] = unpackRows(content, [4, 4]) as [[number, number]]
  return [high, low]
}

export function edgesIn({units, cut}: Sheet): Edges {
  const unpacked = unpackRows(units, unitWidths).map(([key, count, flags]) => ({
    key: key!,
    count: count!,
    isHeading: (flags! & 1) > 0,
    isLinked: (flags! & 2) > 0,
    isEligible: (flags! & 4) > 0,
    isItem: (flags! & 8) > 0,
    isFurtherItem: (flags! & 16) > 0,
  }))
  return {units: unpacked, ...(cut !== undefined && {cut})}
}

/** A paragraph that may stand in other documents as well. */
export interface ObservedParagraph {
  /** Index of its unit among those at the edges; missing where it is none of them. */
  readonly unit: number | undefined
  readonly bands: readonly number[]
}

export function paragraphsIn({paragraphs = ''}: Sheet): ObservedParagraph[] {
  return unpackRows(paragraphs, paragraphWidths).map(([unit, ...bands]) => ({
    unit: unit === elsewhere ? undefined : unit!,
    bands,
  }))
}

/** The bands of a paragraph, the first of which is its name in a verdict. */
export function paragraphBandsOf({firstWord, count}: Unit, {words}: CutDocument): readonly number[] {
  const signature = signatureOf(
    words.subarray(firstWord, firstWord + count),
    paragraphBands * paragraphRows,
    paragraphShingle,
  )
  return Array.from({length: paragraphBands}, (_, band) => number48(bandOf(signature, band, paragraphRows)))
}

/** The paragraphs of a document that are compared with those of others. */
export function comparedParagraphs({units}: CutDocument, {paragraphWords}: CorpusOptions): Unit[] {
  const compared: Unit[] = []
  for (const unit of units) {
    if (compared.length === mostParagraphs) break
    if (unit.isParagraph && unit.count >= paragraphWords) compared.push(unit)
  }
  return compared
}

function packParagraphs(cut: CutDocument, edges: Edges<Unit>, options: CorpusOptions): string {
  const places = new Map(edges.units.map((unit, index) => [unit, index]))
  const rows = comparedParagraphs(cut, options).map((unit) => [
    places.get(unit) ?? elsewhere,
    ...paragraphBandsOf(unit, cut),
  ])
  return packRows(rows, paragraphWidths)
}

function rowOf({key, count, isHeading, isLinked, isEligible, isItem, isFurtherItem}: EdgeUnit): number[] {
  const flags = [isHeading, isLinked, isEligible, isItem, isFurtherItem]
  return [key, Math.min(count, 0xffff), flags.reduce((sum, flag, bit) => sum | (flag ? 1 << bit : 0), 0)]
}

function widthsOf({bands, rows}: CorpusOptions): number[] {
  return new Array<number>(bands * rows).fill(2)
}

/** The first date that a document states of its publication, to be compared with others; hours of the zone it was written in. */
function dateOf({facts}: Document): number | undefined {
  const value = facts.find(({field}) => field === 'date')?.value
  const parts = typeof value === 'string' ? /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d))?)?)?/.exec(value) : null
  if (!parts) return undefined
  return Number([1, 2, 3, 4, 5].map((index) => parts[index] ?? '00').join(''))
}
