/**
 * What was observed of documents in the last run: a document that stands unchanged need not be read again to be held against the
 * others. It lies in a dot folder of the output, is no part of the results, and where it is missing or damaged the documents are
 * worked on anew.
 */
import {createHash} from 'node:crypto'
import type {FileHandle} from 'node:fs/promises'
import {join} from 'node:path'
import type {RawEntity} from '../provenance/model.js'
import {openRegularFile} from '../regular-file.js'
import {linesBetween} from './file-lines.js'
import type {OutputFolder} from './output.js'
import {digestOf} from './pipeline.js'
import {PlaceIndex} from './place-index.js'
import type {Spool} from './spool.js'

const path = '.palimpsest/sheets.jsonl'

/** What the sheets of a document depend on, beside the pipeline. */
export type RawKey = Pick<RawEntity, 'sha256' | 'given'>

/** What was observed of a raw, by stage: a line of the cache. */
export interface SheetLine {
  readonly id: string
  /** Digest of the raw, and of what was given beside it. */
  readonly raw: string
  readonly sheets: Readonly<Record<string, unknown>>
}

interface Head {
  readonly format: 'palimpsest-sheets'
  /** Digest of the pipeline. */
  readonly pipeline: string
  /** Whether every document was worked on with what was decided upon it in that run: not so where some were not selected. */
  readonly isComplete: boolean
  /** Of the lines below. */
  readonly digest: string
}

export class SheetCache {
  readonly isComplete: boolean
  readonly #file: FileHandle
  readonly #places: PlaceIndex

  private constructor(file: FileHandle, {isComplete}: Head, places: PlaceIndex) {
    this.isComplete = isComplete
    this.#file = file
    this.#places = places
  }

  /** Open the cache that a run of the same pipeline has left; undefined where there is none that can be trusted. */
  static async open(out: string, pipeline: string): Promise<SheetCache | undefined> {
    const file = await openRegularFile(join(out, path)).catch(() => undefined)
    if (!file) return undefined
    const read = await index(file, pipeline).catch(() => undefined)
    if (read) return new SheetCache(file, read.head, read.places)
    await file.close()
    return undefined
  }

  /** Whether it has the sheets of a document, as they were observed of this very raw. */
  has(id: string, raw: RawKey): boolean {
    const [place] = this.#places.find(nameOf(id, keyOf(raw)))
    return place !== undefined
  }

  async find(id: string, raw: RawKey): Promise<SheetLine | undefined> {
    const key = keyOf(raw)
    for (const {start, length} of this.#places.find(nameOf(id, key))) {
      const bytes = Buffer.alloc(length)
      await this.#file.read(bytes, 0, length, start)
      const line = JSON.parse(bytes.toString()) as SheetLine
      if (line.id === id && line.raw === key) return line
    }
    return undefined
  }

  async close(): Promise<void> {
    await this.#file.close()
  }
}

/** Digest of a raw and of what was given beside it. */
export function keyOf({sha256, given}: RawKey): string {
  return given ? digestOf([sha256, given]) : sha256
}

/**
 * Write the cache.
 *
 * @param lines of `SheetLine`.
 */
export async function writeSheets(
  output: OutputFolder,
  {pipeline, isComplete}: Pick<Head, 'pipeline' | 'isComplete'>,
  lines: Spool,
): Promise<void> {
  const hash = createHash('sha256')
  for await (const chunk of lines.read()) hash.update(chunk)
  const head: Head = {format: 'palimpsest-sheets', pipeline, isComplete, digest: hash.digest('hex')}
  await output.write(
    path,
    (async function* () {
      yield `${JSON.stringify(head)}\n`
      yield* lines.read()
    })(),
  )
}

async function index(file: FileHandle, pipeline: string): Promise<{head: Head; places: PlaceIndex} | undefined> {
  const places = new PlaceIndex()
  const hash = createHash('sha256')
  let head: Head | undefined
  let offset = 0
  for await (const line of linesBetween(file)) {
    if (!head) {
      head = JSON.parse(line.toString()) as Head
      if (head.pipeline !== pipeline) return undefined
    } else {
      hash.update(line).update('\n')
      const key = keyPattern.exec(line.toString())
      if (!key) return undefined
      places.add(nameOf(JSON.parse(key[1]!) as string, key[2]!), offset, line.length)
    }
    offset += line.length + 1
  }
  return head?.digest === hash.digest('hex') ? {head, places} : undefined
}

/** What a line begins with. The sheets behind it are long, and not read before they are asked for. */
const keyPattern = /^\{"id":("(?:[^"\\]|\\.)*"),"raw":"([^"]*)",/

function nameOf(id: string, key: string): string {
  return `${id}\n${key}`
}
