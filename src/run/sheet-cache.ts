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
import {Spool} from './spool.js'

const path = '.palimpsest/sheets.jsonl'

type Sheets = Readonly<Record<string, unknown>>

/** What the sheets of a document depend on, beside the pipeline. */
type RawKey = Pick<RawEntity, 'sha256' | 'given'>

export class SheetCache {
  readonly #file: FileHandle
  readonly #places: PlaceIndex

  private constructor(file: FileHandle, places: PlaceIndex) {
    this.#file = file
    this.#places = places
  }

  /** Open the cache that a run of the same pipeline has left; undefined where there is none that can be trusted. */
  static async open(out: string, pipeline: string): Promise<SheetCache | undefined> {
    const file = await openRegularFile(join(out, path)).catch(() => undefined)
    if (!file) return undefined
    const places = await index(file, pipeline).catch(() => undefined)
    if (places) return new SheetCache(file, places)
    await file.close()
    return undefined
  }

  /** Find the sheets of a document, as they were observed of this very raw. */
  async find(id: string, raw: RawKey): Promise<Sheets | undefined> {
    for (const {start, length} of this.#places.find(nameOf(id, raw))) {
      const bytes = Buffer.alloc(length)
      await this.#file.read(bytes, 0, length, start)
      const line = parse(bytes.toString())
      if (line?.id === id && line.raw === keyOf(raw)) return line.sheets
    }
    return undefined
  }

  async close(): Promise<void> {
    await this.#file.close()
  }
}

/** What was observed of a raw. */
export interface ObservedRaw {
  readonly id: string
  readonly raw: RawKey
  readonly sheets: Sheets
}

interface Line {
  readonly id: string
  readonly raw: string
  readonly sheets: Sheets
}

/** Write what was observed in a run. */
export async function writeSheets(
  output: OutputFolder,
  pipeline: string,
  observed: AsyncIterable<ObservedRaw>,
): Promise<void> {
  const lines = new Spool(output.draftPath(''))
  try {
    const hash = createHash('sha256')
    for await (const {id, raw, sheets} of observed) {
      const line = `${JSON.stringify({id, raw: keyOf(raw), sheets} satisfies Line)}\n`
      hash.update(line)
      await lines.add(line)
    }
    const head = `${JSON.stringify({format: 'palimpsest-sheets', pipeline, digest: hash.digest('hex')})}\n`
    await output.write(
      path,
      (async function* () {
        yield head
        yield* lines.read()
      })(),
    )
  } finally {
    await lines.discard()
  }
}

async function index(file: FileHandle, pipeline: string): Promise<PlaceIndex | undefined> {
  const places = new PlaceIndex()
  const hash = createHash('sha256')
  let head: {readonly pipeline?: unknown; readonly digest?: unknown} | undefined
  let offset = 0
  for await (const bytes of linesBetween(file)) {
    const line = bytes.toString()
    if (!head) {
      head = JSON.parse(line) as object
      if (head.pipeline !== pipeline) return undefined
    } else {
      hash.update(line).update('\n')
      const read = parse(line)
      if (!read) return undefined
      places.add(`${read.id}\n${read.raw}`, offset, bytes.length)
    }
    offset += bytes.length + 1
  }
  return head?.digest === hash.digest('hex') ? places : undefined
}

function nameOf(id: string, raw: RawKey): string {
  return `${id}\n${keyOf(raw)}`
}

function keyOf({sha256, given}: RawKey): string {
  return given ? digestOf([sha256, given]) : sha256
}

function parse(line: string): Line | undefined {
  try {
    return JSON.parse(line) as Line
  } catch {
    return undefined
  }
}
