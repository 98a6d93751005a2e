/**
 * Look up what the last run left of a document. The manifest stays on disk: of each line no more is kept than where it is.
 *
 * A manifest is trusted only where its digest fits: a cache that anybody touched is no cache.
 */
import {createHash} from 'node:crypto'
import type {FileHandle} from 'node:fs/promises'
import {join} from 'node:path'
import {OutputError} from '../errors.js'
import type {ManifestDocument, ManifestRun} from '../provenance/model.js'
import {manifestName} from '../provenance/read.js'
import {manifestDocumentSchema, manifestRunSchema} from '../provenance/schema.js'
import {openRegularFile} from '../regular-file.js'
import {linesBetween} from './file-lines.js'
import {PlaceIndex} from './place-index.js'
import {describe} from './system-errors.js'

/** What the last run left. */
export class Previous {
  readonly run: ManifestRun
  readonly #file: FileHandle
  readonly #lines: PlaceIndex
  /** Of each container, where the lines of its records begin and end. */
  readonly #containers: ReadonlyMap<string, {readonly start: number; end: number}>

  constructor(
    run: ManifestRun,
    file: FileHandle,
    lines: PlaceIndex,
    containers: ReadonlyMap<string, {readonly start: number; end: number}>,
  ) {
    this.run = run
    this.#file = file
    this.#lines = lines
    this.#containers = containers
  }

  /** How many documents it has. */
  get size(): number {
    return this.#lines.size
  }

  /** Find a document by its id. */
  async find(id: string): Promise<ManifestDocument | undefined> {
    for (const {start, length} of this.#lines.find(id)) {
      const document = parseLine(await this.#read(start, length))
      if (document?.id === id) return document
    }
    return undefined
  }

  /** The documents of a container, in their order. */
  async *recordsOf(path: string): AsyncGenerator<ManifestDocument> {
    const place = this.#containers.get(path)
    if (!place) return
    for await (const line of linesBetween(this.#file, place.start, place.end)) {
      const document = parseLine(line)
      if (document) yield document
    }
  }

  async close(): Promise<void> {
    await this.#file.close()
  }

  async #read(start: number, length: number): Promise<Buffer> {
    const buffer = Buffer.allocUnsafe(length)
    const {bytesRead} = await this.#file.read(buffer, 0, length, start)
    return buffer.subarray(0, bytesRead)
  }
}

/**
 * Open the manifest of the last run.
 *
 * @returns undefined where there is none, and 'damaged' for one that is not as it was written.
 */
export async function openPrevious(out: string): Promise<Previous | 'damaged' | undefined> {
  const path = join(out, manifestName)
  let file: FileHandle
  try {
    file = await openRegularFile(path)
  } catch (cause) {
    const {code} = cause as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw new OutputError(`Cannot read ${path}: ${describe(cause)}`, {cause})
  }
  try {
    const previous = await index(file)
    if (previous) return previous
    await file.close()
    return 'damaged'
  } catch (cause) {
    await file.close()
    throw new OutputError(`Cannot read ${path}: ${describe(cause)}`, {cause})
  }
}

/** Read through a manifest once: hold it against its digest, and see where what stands. */
async function index(file: FileHandle): Promise<Previous | undefined> {
  const hash = createHash('sha256')
  const lines = new PlaceIndex()
  const containers = new Map<string, {readonly start: number; end: number}>()
  let run: ManifestRun | undefined
  let offset = 0
  for await (const line of linesBetween(file, 0, Number.POSITIVE_INFINITY)) {
    const end = offset + line.length + 1
    if (offset === 0) {
      run = parseHead(line)
      if (!run) return undefined
      hash.update(withoutDigest(line, run.digest))
    } else {
      hash.update(line)
      const key = keyOf(line)
      if (!key) return undefined
      lines.add(key.id, offset, line.length)
      const place = containers.get(key.path)
      if (place) place.end = end
      else if (key.isRecord) containers.set(key.path, {start: offset, end})
    }
    hash.update('\n')
    offset = end
  }
  // A last line that does not end leaves the digest as it would be, and the file shorter than what was counted.
  const isWhole = offset === (await file.stat()).size
  if (!run || !isWhole || `sha256:${hash.digest('hex')}` !== run.digest) return undefined
  return new Previous(run, file, lines, containers)
}

function parseHead(line: Buffer): ManifestRun | undefined {
  try {
    return manifestRunSchema.parse(JSON.parse(String(line)))
  } catch {
    // Anybody can work out a digest: what fits it may be no manifest all the same.
    return undefined
  }
}

function withoutDigest(line: Buffer, digest: string): string {
  return String(line).replace(`"digest":"${digest}",`, '')
}

function keyOf(line: Buffer): {id: string; path: string; isRecord: boolean} | undefined {
  try {
    const {id, raw} = JSON.parse(String(line)) as Partial<ManifestDocument>
    if (typeof id !== 'string' || typeof raw?.path !== 'string') return undefined
    return {id, path: raw.path, isRecord: raw.record !== undefined}
  } catch {
    return undefined
  }
}

function parseLine(line: Buffer): ManifestDocument | undefined {
  try {
    return manifestDocumentSchema.parse(JSON.parse(String(line)))
  } catch {
    return undefined
  }
}
