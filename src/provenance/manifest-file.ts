/**
 * Read the manifest of an output folder, a line at a time, and find documents in it by what people call them.
 *
 * A manifest has a line a document, and a corpus may have a hundred thousand of them: who goes through it once or twice keeps
 * none. What is damaged is refused with the number of its line.
 */
import type {FileHandle} from 'node:fs/promises'
import {join, posix, relative, resolve, sep} from 'node:path'
import {UsageError} from '../errors.js'
import {openRegularFile} from '../regular-file.js'
import {linesBetween} from '../run/file-lines.js'
import {damaged, parseJson, validation} from './damage.js'
import {manifestError} from './manifest-error.js'
import type {ManifestDocument, ManifestEntry, ManifestRun, ManifestShard} from './model.js'
import {cleanPath, outputNameOf, provenancePath} from './outputs.js'

/** A whole manifest. */
export interface Manifest {
  readonly run: ManifestRun
  /** In the order of ids. */
  readonly documents: readonly ManifestDocument[]
}

/** Name of the manifest below the output folder. */
export const manifestName = 'manifest.jsonl'

/** A manifest that is read as often as is needed, and never held. */
export class ManifestFile {
  readonly out: string
  readonly run: ManifestRun
  readonly #file: FileHandle

  private constructor(out: string, run: ManifestRun, file: FileHandle) {
    this.out = out
    this.run = run
    this.#file = file
  }

  /**
   * Open the manifest of an output folder. Every pass reads the file that was opened, also where a run writes another meanwhile.
   *
   * @throws UsageError when the folder holds none; ProvenanceError when its first line is damaged.
   */
  static async open(out: string): Promise<ManifestFile> {
    const path = join(out, manifestName)
    const file = await openRegularFile(path).catch((cause) => {
      throw manifestError(path, cause)
    })
    try {
      const {manifestRunSchema, validate} = await validation()
      const {value} = await linesBetween(file).next()
      const run = validate(manifestRunSchema, parseJson(String(value ?? ''), path, 'line 1'), path, 'line 1')
      return new ManifestFile(out, run, file)
    } catch (error) {
      await file.close()
      throw error
    }
  }

  /**
   * The documents, in their order.
   *
   * @param isAsked tells of a line whether its document is wanted: of the others no more is checked than that
   *   they lead nowhere else.
   * @throws ProvenanceError for the first line that is damaged, once it is reached.
   */
  async *documents(isAsked: (listed: Listed) => boolean = () => true): AsyncGenerator<ManifestDocument> {
    const path = join(this.out, manifestName)
    const {manifestDocumentSchema, validate} = await validation()
    let number = 0
    let length = 0
    try {
      for await (const line of linesBetween(this.#file)) {
        number++
        length += line.length + 1
        if (number === 1) continue
        const place = `line ${number}`
        const value = parseJson(String(line), path, place)
        const isPassed = isListed(value) && !isAsked(value)
        const document = isPassed ? (value as ManifestDocument) : validate(manifestDocumentSchema, value, path, place)
        const fault = pathFault(document, this.run)
        if (fault !== undefined) throw damaged(path, place, fault)
        if (!isPassed) yield document
      }
    } catch (cause) {
      throw manifestError(path, cause)
    }
    if (length > (await this.#file.stat()).size) throw damaged(path, `line ${number}`, 'the last line does not end')
  }

  async close(): Promise<void> {
    await this.#file.close()
  }
}

/** What is known of a line before it is checked. */
export type Listed = Pick<ManifestDocument, 'id'> & {
  readonly raw: {readonly path: string; readonly record?: unknown}
  readonly clean?: {readonly path: string; readonly record?: unknown}
  readonly provenance?: {readonly path: string}
}

function isListed(value: unknown): value is Listed {
  const {id, raw, verdict, clean, provenance} = (value ?? {}) as Partial<Listed> & {readonly verdict?: unknown}
  const isPlaced = typeof clean?.path === 'string' && typeof provenance?.path === 'string'
  return typeof id === 'string' && typeof raw?.path === 'string' && (isPlaced || verdict === 'failed')
}

/** A manifest that is read once. */
export interface OpenManifest {
  readonly run: ManifestRun
  /** In the order of ids, to be read to the end, or until one is damaged. */
  readonly documents: AsyncGenerator<ManifestDocument, void, undefined>
}

/**
 * Open the manifest of an output folder to go through it once; it is closed behind the last document.
 *
 * @throws as `ManifestFile`.
 */
export async function openManifest(out: string): Promise<OpenManifest> {
  const file = await ManifestFile.open(out)
  return {run: file.run, documents: documents()}

  async function* documents(): AsyncGenerator<ManifestDocument, void, undefined> {
    try {
      yield* file.documents()
    } finally {
      await file.close()
    }
  }
}

/**
 * Read and validate the manifest of an output folder: for who needs all of it at once.
 *
 * @throws as `ManifestFile`.
 */
export async function readManifest(out: string): Promise<Manifest> {
  const {run, documents: given} = await openManifest(out)
  const documents: ManifestDocument[] = []
  for await (const document of given) documents.push(document)
  return {run, documents}
}

/** Say which path of a document is not where a run puts it: no manifest, whoever wrote it, leads out of its folders. */
function pathFault(document: ManifestDocument, {output}: ManifestRun): string | undefined {
  const {id, raw} = document
  const leadsOut = [id, raw.path].find((path) => path.split('/').some((part) => ['', '.', '..'].includes(part)))
  if (leadsOut !== undefined) return `${JSON.stringify(leadsOut)} leads out of its folder`
  if (document.verdict === 'failed') return undefined
  const {clean, provenance} = document
  if (output) return shardFault(document, output.shards)
  const name = outputNameOf(document)
  if (clean.path !== cleanPath(name)) return `the clean path of ${id} is ${JSON.stringify(clean.path)}`
  if (provenance.path !== provenancePath(name))
    return `the provenance path of ${id} is ${JSON.stringify(provenance.path)}`
  return undefined
}

/** Say that a document is not in one of the shards of the run. */
function shardFault({id, clean, provenance}: ManifestEntry, shards: readonly ManifestShard[]): string | undefined {
  // Shards are called by their numbers.
  const shard = shards[Number(/part-(\d+)\./.exec(clean.path)?.[1] ?? -1)]
  const isSame = shard?.clean.path === clean.path && shard.provenance.path === provenance.path
  const isThere = isSame && clean.record === provenance.record && (clean.record ?? Number.NaN) <= shard.documents
  if (!isThere) return `${id} stands in no shard of the run`
  const isSafe = [clean.path, provenance.path].every((path) =>
    /^(?:clean|provenance)\/part-\d{5,}\.\w+(?:\.gz)?$/.test(path),
  )
  return isSafe ? undefined : `${JSON.stringify(clean.path)} is no name of a shard`
}

/** Documents that are named where one of many is to be chosen. */
const mostNamed = 10

/**
 * Looks for a document by its id, by the path of its raw, clean or provenance file (with or without the folder's own path in
 * front), or by the beginning of its id where no other id begins so. Is shown documents, and keeps a few of them.
 */
class DocumentSearch<Item extends Listed> {
  readonly #name: string
  readonly #names: ReadonlySet<string>
  #exact: Item | undefined
  #byPath: Item | undefined
  readonly #paths: string[] = []
  #pathCount = 0
  #starting: Item | undefined
  readonly #ids = {all: [] as string[], starting: [] as string[]}
  readonly #counts = {all: 0, starting: 0}

  /**
   * @param out the output folder, where paths that begin with it are to be understood.
   * @param raw the raw folder, likewise.
   */
  constructor(name: string, out?: string, raw?: string) {
    this.#name = name
    const names = new Set([posix.normalize(name.split(sep).join('/'))])
    for (const folder of [out, raw]) {
      if (folder === undefined) continue
      const below = relative(resolve(folder), resolve(name))
      if (below && !below.startsWith('..')) names.add(below.split(sep).join('/'))
    }
    this.#names = names
  }

  /** Look at a document; tells whether it is the one, whatever comes behind it. */
  look(item: Item): boolean {
    const {id, raw, clean, provenance} = item
    if (this.#names.has(id)) {
      this.#exact = item
      return true
    }
    if ([raw.path, clean?.path, provenance?.path].some((path) => path !== undefined && this.#names.has(path))) {
      this.#byPath ??= item
      this.#pathCount++
      if (this.#paths.length < mostNamed) this.#paths.push(id)
    }
    this.#note('all', id)
    if (id.startsWith(this.#name)) {
      this.#starting ??= item
      this.#note('starting', id)
    }
    return false
  }

  /**
   * The document.
   *
   * @throws UsageError for a name that fits none or several.
   */
  result(): Item {
    const name = this.#name
    if (this.#exact) return this.#exact
    if (this.#byPath && this.#pathCount === 1) return this.#byPath
    if (this.#byPath) {
      throw new UsageError(
        `${name} holds ${this.#pathCount} documents; name one by its id: ${listed(this.#paths, this.#pathCount)}`,
      )
    }
    const {all, starting} = this.#counts
    if (this.#starting && starting === 1) return this.#starting
    if (starting > 1) {
      throw new UsageError(
        `${name} is the beginning of ${starting} ids; write more of the one that is meant: ${listed(this.#ids.starting, starting)}`,
      )
    }
    throw new UsageError(`No document ${name} in the manifest; there is ${listed(this.#ids.all, all) || 'none'}`)
  }

  #note(list: 'all' | 'starting', id: string): void {
    this.#counts[list]++
    if (this.#ids[list].length < mostNamed) this.#ids[list].push(id)
  }
}

function listed(ids: readonly string[], count: number): string {
  return ids.join(', ') + (count > ids.length ? ` and ${count - ids.length} more` : '')
}

/**
 * Find a document among those of a manifest; see `findListed`.
 *
 * @throws UsageError for a name that fits none or several.
 */
export function findDocument({documents}: Manifest, name: string, out?: string, raw?: string): ManifestDocument {
  const search = new DocumentSearch<ManifestDocument>(name, out, raw)
  for (const document of documents) if (search.look(document)) break
  return search.result()
}

/**
 * Find a document by its id, by the path of its raw, clean or provenance file (with or without the folder's own path
 * in front), or by the beginning of its id where no other id begins so. Reads no further than it must.
 *
 * @param raw the raw folder, where paths that begin with it are to be understood.
 * @throws UsageError for a name that fits none or several.
 */
export async function findListed(manifest: ManifestFile, name: string, raw?: string): Promise<ManifestDocument> {
  const search = new DocumentSearch<Listed>(name, manifest.out, raw)
  for await (const document of manifest.documents((item) => search.look(item))) return document
  const {id} = search.result()
  for await (const document of manifest.documents((item) => item.id === id)) return document
  throw new UsageError(`No document ${name} in the manifest`)
}
