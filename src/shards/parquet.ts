/**
 * Shards of Parquet: a row a document. Fields of metadata that most readers ask for are columns; all of them stand in the
 * column `metadata` as JSON.
 */
import {createHash} from 'node:crypto'
import {type FileHandle, open} from 'node:fs/promises'
import type {SchemaElement} from 'hyparquet'
import type {WrittenShard} from './json-lines.js'
import type {CleanRow} from './row.js'

/** Text of so many characters is written as one row group: what a reader skips or takes at once. */
const charactersPerGroup = 8 * 1024 ** 2

/** Fields of metadata with a column of their own; a list in one of them is joined with semicolons. */
const fieldColumns = ['title', 'author', 'date', 'modified', 'site', 'section', 'language', 'source'] as const

interface Column {
  readonly name: string
  readonly element: Omit<SchemaElement, 'name'>
  readonly value: (row: CleanRow) => string | number | undefined
}

const string = {type: 'BYTE_ARRAY', converted_type: 'UTF8'} as const
const required = {repetition_type: 'REQUIRED'} as const
const optional = {repetition_type: 'OPTIONAL'} as const

const columns: readonly Column[] = [
  {name: 'id', element: {...string, ...required}, value: ({id}) => id},
  {name: 'text', element: {...string, ...required}, value: ({text}) => text},
  ...fieldColumns.map(
    (name): Column => ({
      name,
      element: {...string, ...optional},
      value: ({metadata}) => {
        const stated = metadata[name]
        return Array.isArray(stated) ? stated.join('; ') : stated
      },
    }),
  ),
  {
    name: 'metadata',
    element: {type: 'BYTE_ARRAY', converted_type: 'JSON', ...required},
    value: ({metadata}) => JSON.stringify(metadata),
  },
  {name: 'verdict', element: {...string, ...required}, value: ({verdict}) => verdict},
  {name: 'words', element: {type: 'INT32', ...required}, value: ({words}) => words},
  {name: 'raw_path', element: {...string, ...required}, value: ({raw}) => raw.path},
  {name: 'raw_sha256', element: {...string, ...required}, value: ({raw}) => raw.sha256},
  {name: 'provenance_sha256', element: {...string, ...required}, value: ({provenance}) => provenance},
]

const schema: SchemaElement[] = [
  {name: 'root', num_children: columns.length},
  ...columns.map(({name, element}) => ({name, ...element})),
]

/** Writes rows to a file that is not there yet, or only works out what would be written. */
export class RowWriter {
  readonly #path: string | undefined
  readonly #hash = createHash('sha256')
  #rows: CleanRow[] = []
  #characters = 0
  #bytes = 0
  #open: Promise<Opened> | undefined

  /** @param path of the file; undefined writes none. */
  constructor(path: string | undefined) {
    this.#path = path
  }

  async add(row: CleanRow): Promise<void> {
    this.#rows.push(row)
    this.#characters += row.text.length
    if (this.#characters >= charactersPerGroup) await this.#writeGroup()
  }

  /** Let go of the file, whatever was written of it. */
  async abort(): Promise<void> {
    const opened = await this.#open?.catch(() => undefined)
    await opened?.file?.close().catch(() => undefined)
  }

  async close(): Promise<WrittenShard> {
    await this.#writeGroup()
    const {writer, file} = await this.#opened()
    try {
      await writer.finish()
      await file?.sync()
    } finally {
      await file?.close()
    }
    return {sha256: `sha256:${this.#hash.digest('hex')}`, bytes: this.#bytes}
  }

  async #writeGroup(): Promise<void> {
    if (this.#rows.length === 0) return
    const rows = this.#rows
    this.#rows = []
    this.#characters = 0
    const {writer} = await this.#opened()
    const columnData = columns.map(({name, value}) => ({name, data: rows.map(value)}))
    await writer.write({columnData, rowGroupSize: rows.length})
  }

  #opened(): Promise<Opened> {
    this.#open ??= this.#openFile()
    return this.#open
  }

  async #openFile(): Promise<Opened> {
    const {ByteWriter, ParquetWriter} = await import('hyparquet-writer')
    const file = this.#path === undefined ? undefined : await open(this.#path, 'wx')
    const bytes = new ByteWriter() as InstanceType<typeof ByteWriter> & {flush?: () => Promise<void>}
    bytes.flush = async () => {
      const chunk = bytes.getBytes().slice()
      bytes.index = 0
      this.#hash.update(chunk)
      this.#bytes += chunk.length
      await file?.writeFile(chunk)
    }
    bytes.finish = () => bytes.flush!() as never
    return {writer: new ParquetWriter({writer: bytes, schema, createdBy: 'palimpsest'}), file}
  }
}

interface Opened {
  readonly writer: InstanceType<typeof import('hyparquet-writer')['ParquetWriter']>
  readonly file: FileHandle | undefined
}

/** What a row has in its columns, by their names; null where there is nothing. */
export function cellsOf(row: CleanRow): Record<string, unknown> {
  return Object.fromEntries(columns.map(({name, value}) => [name, value(row) ?? null]))
}

/** The rows of a shard, by the names of their columns. */
export async function* readRows(path: string): AsyncGenerator<Record<string, unknown>> {
  const {asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects} = await import('hyparquet')
  const file = await asyncBufferFromFile(path)
  const metadata = await parquetMetadataAsync(file)
  let start = 0
  for (const {num_rows: count} of metadata.row_groups) {
    const end = start + Number(count)
    yield* await parquetReadObjects({file, metadata, rowStart: start, rowEnd: end})
    start = end
  }
}
