/**
 * Open what a manifest speaks of, wherever it stands: in a file of its own, in a shard beside others, or in a container of
 * raws. What stands with others is read in their order, so that a whole output is read once.
 */
import {join} from 'node:path'
import {type ContainerReader, openContainer} from '../../containers/open.js'
import {openRegularFile} from '../../regular-file.js'
import {describe} from '../../run/system-errors.js'
import {ShardReader} from '../../shards/reader.js'
import {rowOf} from '../../shards/row.js'
import type {ManifestDocument, ManifestEntry, OutputEntity} from '../model.js'
import type {CheckId} from './checks.js'
import {digestOfBytes} from './json.js'
import type {Report} from './report.js'
import {openFile, type StoredFile} from './stored-file.js'

/** The container that is being read, if it is there. */
interface OpenContainer {
  readonly path: string
  readonly reader: ContainerReader
  readonly isThere: boolean
}

export class StoredTexts {
  readonly #out: string
  readonly #raw: string | undefined
  readonly #shards: ShardReader
  #container: OpenContainer | undefined

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
  async raw({id, raw: entity}: Pick<ManifestDocument, 'id' | 'raw'>, report: Report): Promise<StoredFile | undefined> {
    if (this.#raw === undefined) return undefined
    const {path, record, field} = entity
    const container = await this.#containerOf(path, report)
    if (!container) return openFile(this.#raw, {path, bytes: entity.bytes}, 'raw', report)
    report.made('raw')
    // That it is not there is told once, and not of each of its records.
    if (!container.isThere) return undefined
    const found = await container.reader.find({number: record, field})
    if ('bytes' in found) return stored(path, Buffer.from(found.bytes))
    report.found(
      'raw',
      path,
      `${nameOfRaw({id, raw: entity})} ${found.reason}`,
      undefined,
      record === undefined ? undefined : adviceOn(id),
    )
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

  async #containerOf(path: string, report: Report): Promise<OpenContainer | undefined> {
    if (this.#container?.path === path) return this.#container
    await this.#container?.reader.close()
    this.#container = undefined
    const reader = openContainer(join(this.#raw!, path))
    if (!reader) return undefined
    const fault = await faultOf(join(this.#raw!, path))
    if (fault !== undefined) report.found('raw', path, fault, undefined, adviceOnContainer)
    this.#container = {path, reader, isThere: fault === undefined}
    return this.#container
  }
}

const adviceOnContainer =
  'put it back where it was; or run `palimpsest run`, if it is gone for good or has another name. `palimpsest restore --all --to FOLDER` gives back what it held, each raw a file'

/** Say why a container cannot be read; undefined where it can. */
async function faultOf(file: string): Promise<string | undefined> {
  try {
    await (await openRegularFile(file)).close()
    return undefined
  } catch (cause) {
    const {code} = cause as NodeJS.ErrnoException
    if (code === undefined) throw cause
    return code === 'ENOENT' || code === 'ENOTDIR' ? 'it is not there' : `it cannot be read: ${describe(cause)}`
  }
}

/** What a raw is called in a finding about the file that it stands in. */
export function nameOfRaw({id, raw}: Pick<ManifestDocument, 'id' | 'raw'>): string {
  return raw.record === undefined ? 'it' : `record ${raw.record} (${id})`
}

/** What to do about a raw that stands in a container, and is not as it was. */
export function adviceOn(id: string): string {
  return `the container has changed since, or its records have moved: run \`palimpsest run\`; \`palimpsest restore ${id}\` gives back the raw as it was`
}

function stored(path: string, bytes: Buffer): StoredFile {
  return {path, digest: digestOfBytes(bytes), size: bytes.length, read: async () => bytes}
}
