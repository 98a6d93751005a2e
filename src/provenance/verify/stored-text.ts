/**
 * Open what a manifest speaks of, wherever it stands: in a file of its own, in a shard beside others, or in a container of
 * raws. What stands with others is read in their order, so that a whole output is read once.
 */
import {join} from 'node:path'
import {type ContainerReader, openContainer} from '../../containers/open.js'
import {ShardReader} from '../../shards/reader.js'
import {rowOf} from '../../shards/row.js'
import type {ListedRaw, ManifestEntry, OutputEntity} from '../model.js'
import type {CheckId} from './checks.js'
import {digestOfBytes} from './json.js'
import type {Report} from './report.js'
import {openFile, type StoredFile} from './stored-file.js'

export class StoredTexts {
  readonly #out: string
  readonly #raw: string | undefined
  readonly #shards: ShardReader
  #container: {readonly path: string; readonly reader: ContainerReader} | undefined

  /** @param raw the raw folder; without it there are no raws. */
  constructor(out: string, raw: string | undefined) {
    this.#out = out
    this.#raw = raw
    this.#shards = new ShardReader(out)
  }

  /** Open a clean text. */
  clean(entry: ManifestEntry, report: Report): Promise<StoredFile | undefined> {
    const entity = entry.clean
    if (entity.record === undefined) return openFile(this.#out, entity, 'clean-digest', report)
    return this.#inShard(entity, 'clean-digest', report, async () => {
      const row = await this.#shards.row(entity)
      if (!row) return undefined
      report.made('rows')
      if (!row.isSame(rowOf(entry, row.text)))
        report.found('rows', `${entity.path}#${entity.record}`, 'it says beside its text what the manifest does not')
      return Buffer.from(row.text)
    })
  }

  /** Open a record of provenance. */
  provenance(entity: OutputEntity, report: Report): Promise<StoredFile | undefined> {
    if (entity.record === undefined) return openFile(this.#out, entity, 'provenance-digest', report)
    return this.#inShard(entity, 'provenance-digest', report, () => this.#shards.provenance(entity))
  }

  /** Open a raw; undefined also where there is no raw folder. */
  async raw(
    entity: {readonly [Name in keyof ListedRaw]?: ListedRaw[Name] | undefined} & {readonly path: string},
    report: Report,
  ): Promise<StoredFile | undefined> {
    if (this.#raw === undefined) return undefined
    const {path, record, field} = entity
    const reader = await this.#containerOf(path)
    if (!reader) return openFile(this.#raw, entity, 'raw', report)
    report.made('raw')
    const found = await reader.find({number: record, field})
    if ('bytes' in found) return stored(path, Buffer.from(found.bytes))
    report.found('raw', path, `${record === undefined ? 'it' : `record ${record}`} ${found.reason}`)
    return undefined
  }

  async close(): Promise<void> {
    await this.#shards.close()
    await this.#container?.reader.close()
  }

  async #inShard(
    {path, record}: OutputEntity,
    check: CheckId,
    report: Report,
    read: () => Promise<Buffer | undefined>,
  ): Promise<StoredFile | undefined> {
    report.made(check)
    try {
      const bytes = await read()
      if (bytes) return stored(`${path}#${record}`, bytes)
      report.found(check, path, `there is no record ${record} in it`)
    } catch (error) {
      report.found(check, path, `record ${record} cannot be read: ${(error as Error).message}`)
    }
    return undefined
  }

  async #containerOf(path: string): Promise<ContainerReader | undefined> {
    if (this.#container?.path === path) return this.#container.reader
    await this.#container?.reader.close()
    this.#container = undefined
    const reader = openContainer(join(this.#raw!, path))
    if (reader) this.#container = {path, reader}
    return reader
  }
}

function stored(path: string, bytes: Buffer): StoredFile {
  return {path, digest: digestOfBytes(bytes), size: bytes.length, read: async () => bytes}
}
