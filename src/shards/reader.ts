/**
 * Read documents out of shards. Documents that are asked for in the order in which they stand are read in one pass; one
 * that stands before the last one that was asked for is looked for from the beginning.
 */
import {join} from 'node:path'
import {isDeepStrictEqual} from 'node:util'
import type {OutputEntity} from '../provenance/model.js'
import {readLines} from './json-lines.js'
import {cellsOf, readRows} from './parquet.js'
import type {CleanRow} from './row.js'

/** Where a document stands in a shard. */
export type ShardPlace = Pick<OutputEntity, 'path' | 'record'>

/** A line, or the cells of a row. */
type Item = Buffer | Record<string, unknown>

interface Cursor {
  readonly path: string
  readonly items: AsyncGenerator<Item>
  /** Number of the record that comes next. */
  next: number
}

/** A row as it was read. */
export interface ReadRow {
  readonly text: string
  /** Tell whether it is this row, to the letter. */
  isSame(row: CleanRow): boolean
}

/** Texts and records of provenance in the shards of one output folder. */
export class ShardReader {
  readonly #out: string
  readonly #cursors = new Map<string, Cursor>()

  constructor(out: string) {
    this.#out = out
  }

  /**
   * Read the clean text of a document.
   *
   * @returns undefined where its shard ends before it. What cannot be read at all is an error of the file system, of zlib, of JSON
   * or of Parquet.
   */
  async text(place: ShardPlace): Promise<string | undefined> {
    return (await this.row(place))?.text
  }

  /** Read the row of a document: its text, and whether the rest of it is what a row should say. */
  async row(place: ShardPlace): Promise<ReadRow | undefined> {
    const item = await this.#item('clean', place)
    if (item === undefined) return undefined
    const isLine = Buffer.isBuffer(item)
    const {text} = (isLine ? JSON.parse(String(item)) : item) as {readonly text?: unknown}
    if (typeof text !== 'string') return undefined
    const isSame = (row: CleanRow): boolean =>
      isLine ? item.equals(Buffer.from(JSON.stringify(row))) : isDeepStrictEqual(cellsOf(row), {...item})
    return {text, isSame}
  }

  /** Read the record of provenance of a document, as it was written: one line. */
  async provenance(place: ShardPlace): Promise<Buffer | undefined> {
    return (await this.#item('provenance', place)) as Buffer | undefined
  }

  async close(): Promise<void> {
    for (const {items} of this.#cursors.values()) await items.return(undefined)
    this.#cursors.clear()
  }

  async #item(kind: string, {path, record = 0}: ShardPlace): Promise<Item | undefined> {
    let cursor = this.#cursors.get(kind)
    if (cursor?.path !== path || cursor.next > record) {
      await cursor?.items.return(undefined)
      const file = join(this.#out, path)
      cursor = {path, items: path.endsWith('.parquet') ? readRows(file) : readLines(file), next: 1}
      this.#cursors.set(kind, cursor)
    }
    for (;;) {
      const {done, value} = await cursor.items.next()
      if (done) return undefined
      if (cursor.next++ === record) return value
    }
  }
}
