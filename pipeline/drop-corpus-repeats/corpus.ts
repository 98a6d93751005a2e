/**
 * The documents of a corpus, numbered as they come: what has to be in memory of each of them. That is its id and some 20
 * bytes; all else is read from the sheets again.
 */
import type {ObservedDocument} from '../../src/document/corpus-stage.js'
import type {Sheet} from './sheet.js'

/** Walks over the sheets, as `decide` is given it. */
export type Sheets = () => AsyncIterable<ObservedDocument<Sheet>>

/** A document with the number it has in this run. */
export interface NumberedSheet {
  readonly number: number
  readonly id: string
  readonly sheet: Sheet
}

export interface Corpus {
  readonly size: number
  idOf(number: number): string
  /** Number of the site that a document is of. */
  siteOf(number: number): number
  /** How many documents of a site have words. */
  sizeOfSite(site: number): number
  /** Which of two documents stays for both: negative for the first one. It is the longest, then the earliest, then the first by id. */
  compare(one: number, other: number): number
  /** Walk over the sheets once more. */
  walk(): AsyncGenerator<NumberedSheet>
}

const unknownDate = Number.MAX_SAFE_INTEGER

/** Number the documents, in one walk, telling of each. */
export async function readCorpus(
  sheets: Sheets,
  visit: (document: NumberedSheet, site: number) => void,
): Promise<Corpus> {
  const ids: string[] = []
  const words = new Growing((length) => new Uint32Array(length))
  const dates = new Growing((length) => new Float64Array(length))
  const sites = new Growing((length) => new Uint32Array(length))
  const siteNumbers = new Map<string, number>()
  const siteSizes: number[] = []
  for await (const {id, sheet} of sheets()) {
    const number = ids.push(id) - 1
    let site = siteNumbers.get(sheet.group)
    if (site === undefined) {
      site = siteSizes.push(0) - 1
      siteNumbers.set(sheet.group, site)
    }
    if (sheet.words > 0) siteSizes[site]!++
    words.set(number, sheet.words)
    dates.set(number, sheet.date ?? unknownDate)
    sites.set(number, site)
    visit({number, id, sheet}, site)
  }
  return {
    size: ids.length,
    idOf: (number) => ids[number]!,
    siteOf: (number) => sites.get(number),
    sizeOfSite: (site) => siteSizes[site]!,
    compare: (one, other) =>
      words.get(other) - words.get(one) ||
      dates.get(one) - dates.get(other) ||
      (ids[one]! < ids[other]! ? -1 : Number(one !== other)),
    async *walk() {
      let number = 0
      for await (const {id, sheet} of sheets()) {
        if (id !== ids[number]) throw new Error(`the sheets came in another order: ${id} where ${ids[number]} was`)
        yield {number, id, sheet}
        number++
      }
    },
  }
}

/** A row of numbers of one type, as long as need be; 0 where nothing was set. */
export class Growing<Numbers extends Uint32Array | Float64Array> {
  #numbers: Numbers
  readonly #make: (length: number) => Numbers

  constructor(make: (length: number) => Numbers) {
    this.#make = make
    this.#numbers = make(1024)
  }

  get(index: number): number {
    return this.#numbers[index] ?? 0
  }

  add(index: number, value: number): void {
    this.set(index, this.get(index) + value)
  }

  set(index: number, value: number): void {
    if (index >= this.#numbers.length) {
      const larger = this.#make(index * 2)
      larger.set(this.#numbers)
      this.#numbers = larger
    }
    this.#numbers[index] = value
  }
}
