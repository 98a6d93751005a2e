/**
 * Find paragraphs that stand in another document as well, or nearly so. They are marked, not dropped: a quotation, a statement
 * that all papers printed and a paragraph that was copied look alike.
 *
 * Each one but those of the document that stays for all (the longest, the earliest) is marked with that one document, however
 * many there are: so the mark of a text does not change with every further copy.
 */
import type {Shuffle} from '../../src/document/corpus-stage.js'
import type {Corpus} from './corpus.js'
import type {Duplicate} from './duplicates.js'
import type {FurnitureOf} from './furniture.js'
import {nameOf48} from './hash.js'
import {edgesIn, paragraphsIn, type Sheet} from './sheet.js'

/** By name of a paragraph, the id of the document where it stands as well; sorted by name. */
export type MarkedParagraphs = readonly (readonly [name: string, id: string])[]

/** Add the paragraphs of all documents to those that are compared, but duplicates' and furniture; takes one walk over the sheets. */
export async function addParagraphs(
  corpus: Corpus,
  shuffle: Shuffle,
  furnitureOf: FurnitureOf,
  duplicates: ReadonlyMap<number, Duplicate>,
): Promise<void> {
  for await (const {number, sheet} of corpus.walk()) {
    if (sheet.paragraphs === undefined || duplicates.has(number)) continue
    const bands = bandsOf(sheet, furnitureOf(number, sheet).keys)
    for (const [index, paragraph] of bands.entries()) {
      for (const [band, key] of (paragraph ?? []).entries()) {
        shuffle.add(Math.floor(key / 2 ** 32) | (band << 16), key >>> 0, number, index)
      }
    }
  }
}

/** Find where each paragraph stands as well: by document and index of the paragraph, the number of the other document. */
export async function markParagraphs(corpus: Corpus, shuffle: Shuffle): Promise<Map<number, Map<number, number>>> {
  const marks = new Map<number, Map<number, number>>()
  for await (const {documents, extras} of shuffle.groups()) {
    let first = documents[0]!
    for (const number of documents) if (corpus.compare(number, first) < 0) first = number
    for (const [place, number] of documents.entries()) {
      if (number === first) continue
      let own = marks.get(number)
      if (!own) marks.set(number, (own = new Map()))
      const index = extras[place]!
      const known = own.get(index)
      if (known === undefined || corpus.compare(first, known) < 0) own.set(index, first)
    }
  }
  return marks
}

/** Say which paragraphs of a document were marked. */
export function markedParagraphs(
  sheet: Sheet,
  marks: ReadonlyMap<number, number> | undefined,
  corpus: Corpus,
): MarkedParagraphs {
  if (!marks) return []
  const paragraphs = paragraphsIn(sheet)
  const marked = new Map<string, number>()
  for (const [index, number] of marks) {
    const name = nameOf48(paragraphs[index]!.bands[0]!)
    const known = marked.get(name)
    if (known === undefined || corpus.compare(number, known) < 0) marked.set(name, number)
  }
  return [...marked].map(([name, number]) => [name, corpus.idOf(number)] as const).sort(([a], [b]) => (a < b ? -1 : 1))
}

/** The bands of each paragraph; of furniture none. */
function bandsOf(sheet: Sheet, furniture: ReadonlySet<number>): (readonly number[] | undefined)[] {
  const units = furniture.size > 0 ? edgesIn(sheet).units : []
  return paragraphsIn(sheet).map(({unit, bands}) =>
    unit !== undefined && furniture.has(units[unit]?.key ?? -1) ? undefined : bands,
  )
}
