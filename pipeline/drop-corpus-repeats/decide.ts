/** Decide upon all documents: first what is furniture, then which are duplicates beside it, then which paragraphs repeat. */
import type {DecidedDocument, OpenShuffle, Shuffle} from '../../src/document/corpus-stage.js'
import {type Corpus, readCorpus, type Sheets} from './corpus.js'
import {addDocument, type Duplicate, decideDuplicates} from './duplicates.js'
import {addUnits, decideFurniture, type FurnitureOf} from './furniture.js'
import {nameOf48} from './hash.js'
import type {CorpusOptions} from './options.js'
import {addParagraphs, type MarkedParagraphs, markedParagraphs, markParagraphs} from './paragraphs.js'

/** What was decided upon a document. */
export interface Verdict {
  /** What of it is furniture of which site: names of units, sorted. */
  readonly furniture?: {readonly site: string; readonly units: readonly string[]}
  /** Of which document it is a duplicate. */
  readonly duplicate?: {readonly of: string; readonly isExact: boolean}
  /** Which of its paragraphs stand in which document as well. */
  readonly paragraphs?: MarkedParagraphs
}

/** Decide, in five walks over the sheets at most. */
export async function* decide(
  sheets: Sheets,
  options: CorpusOptions,
  openShuffle: OpenShuffle,
): AsyncGenerator<DecidedDocument<Verdict>> {
  const open = new Set<Shuffle>()
  const openOne = (): Shuffle => {
    const shuffle = openShuffle()
    open.add(shuffle)
    return shuffle
  }
  const close = (shuffle: Shuffle): void => {
    shuffle.close()
    open.delete(shuffle)
  }
  try {
    const units = openOne()
    const documents = openOne()
    const corpus = await readCorpus(sheets, ({number, sheet}, site) => {
      if (options.furniture === 'drop') addUnits(units, number, site, sheet, options)
      addDocument(documents, number, sheet, options)
    })
    const furnitureOf = await decideFurniture(corpus, units, options)
    close(units)
    const duplicates = await decideDuplicates(corpus, documents, furnitureOf, options)
    close(documents)
    let marks = new Map<number, Map<number, number>>()
    if (options.paragraphs === 'mark') {
      const paragraphs = openOne()
      await addParagraphs(corpus, paragraphs, furnitureOf, duplicates)
      marks = await markParagraphs(corpus, paragraphs)
      close(paragraphs)
    }
    yield* verdicts(corpus, furnitureOf, duplicates, marks)
  } finally {
    for (const shuffle of open) shuffle.close()
  }
}

async function* verdicts(
  corpus: Corpus,
  furnitureOf: FurnitureOf,
  duplicates: ReadonlyMap<number, Duplicate>,
  marks: ReadonlyMap<number, ReadonlyMap<number, number>>,
): AsyncGenerator<DecidedDocument<Verdict>> {
  for await (const {number, id, sheet} of corpus.walk()) {
    const {keys} = furnitureOf(number, sheet)
    const duplicate = duplicates.get(number)
    const paragraphs = markedParagraphs(sheet, marks.get(number), corpus)
    if (keys.size === 0 && !duplicate && paragraphs.length === 0) continue
    yield {
      id,
      verdict: {
        ...(keys.size > 0 && {furniture: {site: sheet.group, units: [...keys].map(nameOf48).sort()}}),
        ...(duplicate && {duplicate: {of: corpus.idOf(duplicate.of), isExact: duplicate.isExact}}),
        ...(paragraphs.length > 0 && {paragraphs}),
      },
    }
  }
}
