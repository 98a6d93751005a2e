/**
 * Results in shards: rows of clean documents, and beside each such file one of their records of provenance.
 *
 * Shards are cut where their texts or records reach a size, in the order of the manifest, so that they come out the same
 * whatever was kept from the last run. A shard in which nothing changes is left as it stands; one in which something does is
 * written anew from there on, what stays being copied.
 */
import {rename, rm} from 'node:fs/promises'
import {join} from 'node:path'
import {DocumentError} from '../errors.js'
import type {ManifestEntry, ManifestRun, ManifestShard, OutputEntity} from '../provenance/model.js'
import {digestShard} from '../shards/digest.js'
import {LineWriter, type WrittenShard} from '../shards/json-lines.js'
import {RowWriter} from '../shards/parquet.js'
import {ShardReader} from '../shards/reader.js'
import {type CleanRow, rowOf} from '../shards/row.js'
import type {OutputFolder} from './output.js'
import type {FinishedResults, PendingResult, PlacedResult, Results} from './results.js'
import {writing} from './write-error.js'

export interface ShardSettings {
  readonly format: 'jsonl' | 'parquet'
  readonly gzip: boolean
  /** Bytes of clean texts, or of records of provenance, at which a shard is full. */
  readonly size: number
}

/** What the last run left: its manifest's word for it, where that can be believed. */
type PreviousOutput = ManifestRun['output']

interface Drafts {
  readonly cleanPath: string | undefined
  readonly provenancePath: string | undefined
  readonly clean: {add(row: CleanRow): Promise<void>; close(): Promise<WrittenShard>; abort(): Promise<void> | void}
  readonly provenance: LineWriter
}

export class ShardResults implements Results {
  readonly #output: OutputFolder
  readonly #settings: ShardSettings
  readonly #isWriting: boolean
  readonly #previous: readonly ManifestShard[]
  readonly #intact = new Map<string, Promise<boolean>>()
  readonly #reader: ShardReader
  readonly #shards: ManifestShard[] = []
  /** Shards that were written and wait to be put in their places. */
  #written: {readonly draft: string; readonly path: string}[] = []
  /** Documents of the shard that is being made, and their sizes. */
  #kept: ManifestEntry[] = []
  #documents = 0
  #cleanBytes = 0
  #provenanceBytes = 0
  /** Missing while all that it holds stands in the old one at the same place. */
  #drafts: Drafts | undefined

  /** @param previous what the last run left; undefined where nothing may be taken over. */
  constructor(output: OutputFolder, settings: ShardSettings, previous: PreviousOutput, isWriting: boolean) {
    this.#output = output
    this.#settings = settings
    this.#isWriting = isWriting
    const isSame = previous?.format === settings.format && previous.gzip === settings.gzip
    this.#previous = isSame ? previous.shards : []
    this.#reader = new ShardReader(output.path)
  }

  async isIntact({clean, provenance}: ManifestEntry): Promise<boolean> {
    const shard = this.#previous[numberOf(clean.path)]
    if (shard?.clean.path !== clean.path || clean.record === undefined || provenance.path !== shard.provenance.path)
      return false
    let isWhole = this.#intact.get(clean.path)
    if (!isWhole) {
      isWhole = damaged(this.#output.path, shard).then((files) => files.length === 0)
      this.#intact.set(clean.path, isWhole)
    }
    return isWhole
  }

  async put({clean, provenance}: PendingResult): Promise<{pending: PendingResult}> {
    return {pending: {clean, provenance}}
  }

  async place(entry: ManifestEntry, pending: PendingResult | undefined): Promise<PlacedResult> {
    const isFull =
      this.#documents > 0 &&
      (this.#cleanBytes + entry.clean.bytes > this.#settings.size ||
        this.#provenanceBytes + entry.provenance.bytes > this.#settings.size)
    if (isFull) await this.#end()
    const record = this.#documents + 1
    const names = this.#names(this.#shards.length)
    const placed: ManifestEntry = {
      ...entry,
      clean: inShard(entry.clean, names.clean, record),
      provenance: inShard(entry.provenance, names.provenance, record),
    }
    const standsThere = entry.clean.path === names.clean && entry.clean.record === record
    if (!pending && !this.#drafts && standsThere) this.#kept.push(entry)
    else await this.#write(placed, pending ?? (await this.#read(entry)))
    this.#documents++
    this.#cleanBytes += entry.clean.bytes
    this.#provenanceBytes += entry.provenance.bytes
    return {entry: placed}
  }

  async finish(): Promise<FinishedResults> {
    if (this.#documents > 0) await this.#end()
    await this.#publish()
    const {format, gzip} = this.#settings
    const shards = this.#shards
    const files = this.#isWriting
      ? []
      : (await Promise.all(shards.map((shard) => damaged(this.#output.path, shard)))).flat()
    const findings = files.map(({path}) => ({path, problem: 'differs' as const, reason: 'it is missing, or another'}))
    return {output: {format, gzip, shards}, findings}
  }

  /**
   * Put the new shards in the places of the old ones, which were needed whole until now: what is kept is copied out of them. Whoever reads
   * the old manifest meanwhile finds by its digests that they are others. Shards that are no longer needed go, being as they were
   * written: a set of shards is one result.
   */
  async #publish(): Promise<void> {
    if (!this.#isWriting) return
    const surplus: string[] = []
    for (const shard of this.#previous.slice(this.#shards.length)) {
      const changed = new Set((await damaged(this.#output.path, shard)).map(({path}) => path))
      surplus.push(...[shard.clean.path, shard.provenance.path].filter((path) => !changed.has(path)))
    }
    await this.#reader.close()
    for (const {draft, path} of this.#written) {
      const target = join(this.#output.path, path)
      await writing(target, () => rename(draft, target))
    }
    this.#written = []
    for (const path of surplus) await this.#output.remove(path)
  }

  async close(): Promise<void> {
    await this.#reader.close()
    for (const {draft} of this.#written) await rm(draft, {force: true})
    const {cleanPath, provenancePath, clean, provenance} = this.#drafts ?? {}
    await clean?.abort()
    provenance?.abort()
    for (const path of [cleanPath, provenancePath]) if (path !== undefined) await rm(path, {force: true})
  }

  async #write(entry: ManifestEntry, {clean, provenance}: PendingResult): Promise<void> {
    const drafts = (this.#drafts ??= await this.#begin())
    await writing(join(this.#output.path, entry.clean.path), async () => {
      await drafts.clean.add(rowOf(entry, Buffer.from(clean).toString()))
      await drafts.provenance.add(provenance)
    })
  }

  /** Begin to write a shard, with what it holds of the old one so far. */
  async #begin(): Promise<Drafts> {
    const {format, gzip} = this.#settings
    const [cleanPath, provenancePath] = this.#isWriting
      ? [await this.#output.draftIn('clean'), await this.#output.draftIn('provenance')]
      : [undefined, undefined]
    const provenance = new LineWriter(provenancePath, gzip)
    const drafts: Drafts = {
      cleanPath,
      provenancePath,
      clean: format === 'parquet' ? new RowWriter(cleanPath) : rowLines(new LineWriter(cleanPath, gzip)),
      provenance,
    }
    this.#drafts = drafts
    const kept = this.#kept
    this.#kept = []
    for (const entry of kept) await this.#write(entry, await this.#read(entry))
    return drafts
  }

  async #end(): Promise<void> {
    const index = this.#shards.length
    const names = this.#names(index)
    const old = this.#previous[index]
    if (!this.#drafts && old?.documents === this.#documents) this.#shards.push(old)
    else {
      // The old shard holds more than stays of it.
      const drafts = this.#drafts ?? (await this.#begin())
      const target = join(this.#output.path, names.clean)
      const [clean, provenance] = await writing(
        target,
        async () => [await drafts.clean.close(), await drafts.provenance.close()] as const,
      )
      if (drafts.provenancePath) this.#written.push({draft: drafts.provenancePath, path: names.provenance})
      if (drafts.cleanPath) this.#written.push({draft: drafts.cleanPath, path: names.clean})
      this.#shards.push({
        documents: this.#documents,
        clean: {path: names.clean, ...clean},
        provenance: {path: names.provenance, ...provenance},
      })
      this.#drafts = undefined
    }
    this.#kept = []
    this.#documents = 0
    this.#cleanBytes = 0
    this.#provenanceBytes = 0
  }

  /** Read what the last run left of a document. */
  async #read({id, clean, provenance}: ManifestEntry): Promise<PendingResult> {
    const text = await this.#reader.text(clean)
    const record = await this.#reader.provenance(provenance)
    if (text === undefined || record === undefined)
      throw new DocumentError(`${clean.path} does not hold ${id} any more; run again`)
    return {clean: Buffer.from(text), provenance: new Uint8Array(record)}
  }

  #names(index: number): {readonly clean: string; readonly provenance: string} {
    const {format, gzip} = this.#settings
    const part = `part-${String(index).padStart(5, '0')}`
    const lines = gzip ? 'jsonl.gz' : 'jsonl'
    return {
      clean: `clean/${part}.${format === 'parquet' ? 'parquet' : lines}`,
      provenance: `provenance/${part}.${lines}`,
    }
  }
}

/** The number of a shard, by its name. */
function numberOf(path: string): number {
  return Number(/part-(\d+)\./.exec(path)?.[1] ?? -1)
}

function inShard({sha256, bytes}: OutputEntity, path: string, record: number): OutputEntity {
  return {path, sha256, bytes, record}
}

function rowLines(lines: LineWriter): Drafts['clean'] {
  return {add: (row) => lines.add(JSON.stringify(row)), close: () => lines.close(), abort: () => lines.abort()}
}

/** Tell which files of a shard are not as they are recorded. */
async function damaged(out: string, {clean, provenance}: ManifestShard): Promise<OutputEntity[]> {
  const found: OutputEntity[] = []
  for (const file of [clean, provenance]) {
    // Whatever keeps it from being read, it is written anew.
    const actual = await digestShard(join(out, file.path)).catch(() => undefined)
    if (actual?.sha256 !== file.sha256 || actual.bytes !== file.bytes) found.push(file)
  }
  return found
}
