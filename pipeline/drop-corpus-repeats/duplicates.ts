/**
 * Decide which documents are duplicates of others.
 *
 * Documents that share their words, or a band of their signatures, are candidates. Candidates of one band are compared with the
 * first few unlike ones among them (leaders), never all with all; those that are alike are joined by union-find. In what is
 * then together, one document stays for all that are alike to it, not merely to one another: a chain of versions, each
 * close to the next, may lead from a text to one that has little of it. Of those left over another one stays, and so on.
 */
import type {Shuffle} from '../../src/document/corpus-stage.js'
import type {Corpus} from './corpus.js'
import type {FurnitureOf} from './furniture.js'
import {bandOf, similarityOf} from './minhash.js'
import type {CorpusOptions} from './options.js'
import {contentIn, type Sheet, signatureIn} from './sheet.js'
import {makeUnionFind} from './union-find.js'

/** That a document is a duplicate of another one. */
export interface Duplicate {
  /** Number of the one that stays. */
  readonly of: number
  readonly isExact: boolean
}

/** Documents of a band with which each other one is compared. */
const mostLeaders = 8
/** Documents that stay for others in what is joined; what is like none of them is no duplicate. */
const mostStaying = 16

/** What is in memory of a document that shares something with another. */
interface Candidate {
  readonly number: number
  readonly contentHigh: number
  readonly contentLow: number
  readonly signature: Uint16Array | undefined
  readonly words: number
  /** Words of it that are furniture of its site. */
  readonly furniture: number
  readonly site: number
}

/** Add a document to those that are compared. A document without words is a duplicate of none. */
export function addDocument(shuffle: Shuffle, number: number, sheet: Sheet, options: CorpusOptions): void {
  if (sheet.words === 0) return
  const [high, low] = contentIn(sheet)
  // Keys of contents are odd and those of bands even.
  shuffle.add((high | 1) >>> 0, low, number, low)
  if (sheet.signature === undefined) return
  const signature = signatureIn(sheet.signature, options)
  for (let band = 0; band < options.bands; band++) {
    const key = bandOf(signature, band, options.rows)
    shuffle.add((key.high & ~1) >>> 0, key.low, number, low)
  }
}

/** The duplicates among the documents, by number; takes one walk over the sheets. */
export async function decideDuplicates(
  corpus: Corpus,
  shuffle: Shuffle,
  furnitureOf: FurnitureOf,
  options: CorpusOptions,
): Promise<Map<number, Duplicate>> {
  const slots = new Map<number, number>()
  for await (const {documents} of shuffle.groups()) for (const number of documents) slots.set(number, -1)
  const candidates: Candidate[] = []
  if (slots.size > 0) {
    for await (const {number, sheet} of corpus.walk()) {
      if (!slots.has(number)) continue
      slots.set(number, candidates.length)
      candidates.push(candidateOf(number, sheet, corpus, furnitureOf, options))
    }
  }
  const joined = makeUnionFind(candidates.length)
  const isAlike = (one: Candidate, other: Candidate): boolean => areAlike(one, other, options)
  for await (const {keyHigh, documents} of shuffle.groups()) {
    const members = Array.from(documents, (number) => slots.get(number)!)
    if (keyHigh & 1) {
      for (const slot of members) joined.union(members[0]!, slot)
      continue
    }
    // Which ones lead must not depend on the order in which documents came.
    members.sort((a, b) => compareContents(candidates[a]!, candidates[b]!, corpus))
    const leaders: number[] = []
    for (const slot of members) {
      const leader = leaders.find((other) => isAlike(candidates[slot]!, candidates[other]!))
      if (leader !== undefined) joined.union(leader, slot)
      else if (leaders.length < mostLeaders) leaders.push(slot)
    }
  }
  return duplicatesIn(clustersOf(candidates, joined.find), corpus, isAlike)
}

function candidateOf(
  number: number,
  sheet: Sheet,
  corpus: Corpus,
  furnitureOf: FurnitureOf,
  options: CorpusOptions,
): Candidate {
  const [contentHigh, contentLow] = contentIn(sheet)
  return {
    number,
    contentHigh,
    contentLow,
    signature: sheet.signature === undefined ? undefined : signatureIn(sheet.signature, options),
    words: sheet.words,
    furniture: furnitureOf(number, sheet).words,
    site: corpus.siteOf(number),
  }
}

function isExact(one: Candidate, other: Candidate): boolean {
  return one.contentHigh === other.contentHigh && one.contentLow === other.contentLow
}

/**
 * Whether two documents have the same words, or nearly so beside the furniture of their site: of two notices of three lines
 * with the same twenty lines below, it is the three that count. Shingles are counted as words, there being nearly as many.
 */
function areAlike(one: Candidate, other: Candidate, {similarity}: CorpusOptions): boolean {
  if (isExact(one, other)) return true
  if (!one.signature || !other.signature) return false
  const estimate = similarityOf(one.signature, other.signature)
  if (estimate < similarity) return false
  const shared = one.site === other.site ? Math.min(one.furniture, other.furniture) : 0
  const both = one.words + other.words
  const common = (estimate / (1 + estimate)) * both
  return common - shared >= similarity * (both - common - shared)
}

function compareContents(one: Candidate, other: Candidate, corpus: Corpus): number {
  return (
    one.contentLow - other.contentLow || one.contentHigh - other.contentHigh || corpus.compare(one.number, other.number)
  )
}

/** What was joined, each cluster of two and more. */
function clustersOf(candidates: readonly Candidate[], find: (slot: number) => number): Candidate[][] {
  const clusters = new Map<number, Candidate[]>()
  for (const [slot, candidate] of candidates.entries()) {
    const root = find(slot)
    const cluster = clusters.get(root)
    if (cluster) cluster.push(candidate)
    else clusters.set(root, [candidate])
  }
  return [...clusters.values()].filter(({length}) => length > 1)
}

function duplicatesIn(
  clusters: readonly Candidate[][],
  corpus: Corpus,
  isAlike: (one: Candidate, other: Candidate) => boolean,
): Map<number, Duplicate> {
  const duplicates = new Map<number, Duplicate>()
  for (const cluster of clusters) {
    let rest = cluster.sort((a, b) => corpus.compare(a.number, b.number))
    for (let round = 0; round < mostStaying && rest.length > 1; round++) {
      const [staying, ...others] = rest as [Candidate, ...Candidate[]]
      rest = others.filter((other) => {
        if (!isAlike(staying, other)) return true
        duplicates.set(other.number, {of: staying.number, isExact: isExact(staying, other)})
        return false
      })
    }
  }
  return duplicates
}
