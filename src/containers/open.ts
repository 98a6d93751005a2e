/**
 * Find raws in their containers again, by the places that were recorded. In the order in which they stand there the whole
 * container is read once; for one that stands before the last one, it is begun anew.
 */
import {DocumentError} from '../errors.js'
import {longestText} from '../regular-file.js'
import {type ContainerKind, containerOf, readCompressed, readContainer, readLines} from './container.js'
import {fieldOf} from './json-fields.js'
import {encodeText, parseLine} from './jsonl.js'
import type {BadRecord, ContainerRecord} from './record.js'

/** Where a raw stands in its container. */
export interface RecordPlace {
  /** Missing for the one raw of a compressed file. */
  readonly number?: number | undefined
  /** Of a JSON line, the field that the raw stands in. */
  readonly field?: string | undefined
}

/** A raw that was found, or why there is none, as a predicate. */
export type FoundRaw = {readonly bytes: Uint8Array} | {readonly reason: string}

export interface ContainerReader {
  find(place: RecordPlace): Promise<FoundRaw>
  close(): Promise<void>
}

/** Open a container, as its name says which it is; undefined for a file that is one raw. */
export function openContainer(file: string): ContainerReader | undefined {
  const kind = containerOf(file)
  if (kind === undefined) return undefined
  if (kind === 'gz') return compressedReader(file)
  return kind.startsWith('jsonl') ? lineReader(file, kind) : archiveReader(file, kind)
}

type Archive = Exclude<ContainerKind, 'gz'>

function compressedReader(file: string): ContainerReader {
  return {
    find: async () => found(async () => ({bytes: await readCompressed(file, longestText)})),
    close: async () => undefined,
  }
}

function lineReader(file: string, kind: Archive): ContainerReader {
  const cursor = new Cursor(() => readLines(file, kind))
  return {
    find: ({number = 0, field = ''}) =>
      found(async () => {
        const line = await cursor.at(number)
        if (line?.kind !== 'line') return {reason: 'is not there'}
        const object = parseLine(line.bytes)
        if ('reason' in object) return object
        const text = fieldOf(object.value, field)
        return typeof text === 'string' ? {bytes: encodeText(text)} : {reason: `has no text in its field "${field}"`}
      }),
    close: () => cursor.close(),
  }
}

function archiveReader(file: string, kind: Archive): ContainerReader {
  const options = {limit: longestText, jsonl: {text: [], html: [], id: [], metadata: {}}}
  const cursor = new Cursor<ContainerRecord | BadRecord>(() => readContainer(file, kind, options))
  return {
    find: ({number = 0}) => found(async () => (await cursor.at(number)) ?? {reason: 'is not there'}),
    close: () => cursor.close(),
  }
}

async function found(find: () => Promise<FoundRaw>): Promise<FoundRaw> {
  try {
    return await find()
  } catch (error) {
    if (error instanceof DocumentError) return {reason: error.message}
    throw error
  }
}

/** Items that are asked for by their numbers, mostly one after the other. */
class Cursor<Item extends {readonly number: number}> {
  readonly #begin: () => AsyncGenerator<Item>
  #items: AsyncGenerator<Item> | undefined
  #last: Item | undefined

  constructor(begin: () => AsyncGenerator<Item>) {
    this.#begin = begin
  }

  async at(number: number): Promise<Item | undefined> {
    if (!this.#items || (this.#last && this.#last.number > number)) {
      await this.close()
      this.#items = this.#begin()
    }
    while (!this.#last || this.#last.number < number) {
      const {done, value} = await this.#items.next()
      if (done) return undefined
      this.#last = value
    }
    return this.#last.number === number ? this.#last : undefined
  }

  async close(): Promise<void> {
    await this.#items?.return(undefined)
    this.#items = undefined
    this.#last = undefined
  }
}
