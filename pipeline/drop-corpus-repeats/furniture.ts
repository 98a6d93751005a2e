/**
 * Decide what is furniture of a site, from the sheets: units that stand in many documents of it, and at an edge in nearly all of them.
 *
 * Documents with the very same words count once, and a document of which nothing would be left is left alone: so copies of
 * an article are no evidence against its paragraphs. What is taken away never makes furniture of what stayed, so that what
 * comes out, decided upon again, stays as it is: a share is one of all documents of the site, copies and all; and an edge ends
 * at a unit of many words that is not in many documents, whatever stands before it.
 */
import type {Shuffle} from '../../src/document/corpus-stage.js'
import {type Corpus, Growing} from './corpus.js'
import {atEdges, furnitureOf, furnitureWith, mayChain} from './edges.js'
import {type Hash64, hashRow} from './hash.js'
import type {CorpusOptions} from './options.js'
import {contentIn, type Edges, type EdgeUnit, edgesIn, type Sheet} from './sheet.js'

/** What of a document goes. */
export interface GoingUnits {
  readonly keys: ReadonlySet<number>
  /** How many words they have together. */
  readonly words: number
}

/** Tells what of a document is furniture of its site. */
export type FurnitureOf = (number: number, sheet: Sheet) => GoingUnits

const nothing: GoingUnits = {keys: new Set(), words: 0}

/** Add the units of a document to those that are counted. */
export function addUnits(shuffle: Shuffle, number: number, site: number, sheet: Sheet, options: CorpusOptions): void {
  const [, content] = contentIn(sheet)
  const {units} = edgesIn(sheet)
  for (const unit of distinct(units)) {
    if (!unit.isEligible) continue
    const {high, low} = hashAt(site, unit, options)
    shuffle.add(high, low, number, content)
  }
  for (const [index, unit] of units.entries()) {
    const next = units[index + 1]
    if (!next || !mayChain(unit, next)) continue
    const {high, low} = hashOfPair(site, unit, next)
    shuffle.add(high, low, number, content)
  }
}

/** Decide, in one walk over the sheets. */
export async function decideFurniture(corpus: Corpus, shuffle: Shuffle, options: CorpusOptions): Promise<FurnitureOf> {
  const common = await commonUnits(corpus, shuffle, options)
  if (common.size === 0) return () => nothing
  const numberOf = (site: number, unit: EdgeUnit): number | undefined =>
    unit.isEligible ? common.get(nameOf(hashAt(site, unit, options))) : undefined
  const standing = new Growing((length) => new Uint32Array(length))
  const edged = new Growing((length) => new Uint32Array(length))
  for await (const {number, sheet} of corpus.walk()) {
    const site = corpus.siteOf(number)
    const edges = edgesIn(sheet)
    const numbers = new Map(edges.units.map((unit) => [unit.key, numberOf(site, unit)]))
    const {start, end} = atEdges(edges, ({key}) => numbers.get(key) !== undefined)
    const found = new Set([...start, ...end].map((index) => edges.units[index]!.key))
    for (const [key, unit] of numbers) {
      if (unit === undefined) continue
      standing.add(unit, 1)
      if (found.has(key)) edged.add(unit, 1)
    }
  }
  return (number, sheet) => {
    const site = corpus.siteOf(number)
    const edges = edgesIn(sheet)
    const furniture = new Set<number>()
    for (const unit of edges.units) {
      const place = numberOf(site, unit)
      if (place !== undefined && edged.get(place) >= options.edgeShare * standing.get(place)) furniture.add(unit.key)
    }
    if (furniture.size === 0) return nothing
    const candidates = furnitureOf(edges, {
      unit: ({key}) => furniture.has(key),
      pair: (unit, next) => common.has(nameOf(hashOfPair(site, unit, next))),
    })
    // What the verdict will do, not what led to it: the key of a unit that goes may stand where it would have stayed.
    const going = goingUnits(edges, new Set(candidates.map((index) => edges.units[index]!.key)))
    return {keys: new Set(going.map(({key}) => key)), words: going.reduce((sum, {count}) => sum + count, 0)}
  }
}

/** What goes of a document by the keys in its verdict. */
export function goingUnits<Unit extends EdgeUnit>(edges: Edges<Unit>, keys: ReadonlySet<number>): Unit[] {
  return furnitureWith(edges, keys).map((index) => edges.units[index]!)
}

/** The units, and pairs of them, that stand in many documents of their site, numbered. */
async function commonUnits(corpus: Corpus, shuffle: Shuffle, options: CorpusOptions): Promise<Map<number, number>> {
  const common = new Map<number, number>()
  for await (const {keyHigh, keyLow, documents, extras} of shuffle.groups()) {
    const isLong = (keyLow & 1) === 1
    const least = Math.max(
      isLong ? options.longDocuments : options.shortDocuments,
      (isLong ? options.longShare : options.shortShare) * corpus.sizeOfSite(corpus.siteOf(documents[0]!)),
    )
    if (documents.length >= least && new Set(extras).size >= least) {
      common.set(nameOf({high: keyHigh, low: keyLow}), common.size)
    }
  }
  return common
}

/** Hash a unit of a site; the last bit tells whether it is a long one. */
function hashAt(site: number, {key, count}: EdgeUnit, {shortWords}: CorpusOptions): Hash64 {
  const {high, low} = hashRow([site, Math.floor(key / 2 ** 32), key >>> 0])
  return {high, low: ((low & ~1) | (count > shortWords ? 1 : 0)) >>> 0}
}

function hashOfPair(site: number, unit: EdgeUnit, next: EdgeUnit): Hash64 {
  const keys = [unit.key, next.key].flatMap((key) => [Math.floor(key / 2 ** 32), key >>> 0])
  const {high, low} = hashRow([site, ...keys])
  return {high, low: (low & ~1) >>> 0}
}

/** As many bits of a hash as a number holds. */
function nameOf({high, low}: Hash64): number {
  return (high & 0x1fffff) * 2 ** 32 + low
}

function distinct(units: readonly EdgeUnit[]): Iterable<EdgeUnit> {
  return new Map(units.map((unit) => [unit.key, unit])).values()
}
