/**
 * Run the pipeline over a folder: raws in, clean texts, provenance and the manifest out.
 *
 * Bytes depend on raws, configuration and version alone: documents are worked on in any order and recorded in the order
 * of their ids. The manifest is written last and is the cache of the next run.
 */
import {stat} from 'node:fs/promises'
import pLimit from 'p-limit'
import picomatch from 'picomatch'
import {buildPipeline} from '../config/build.js'
import type {Config} from '../config/config.js'
import {UsageError} from '../errors.js'
import type {ManifestDocument} from '../provenance/model.js'
import {cleanPath, compareIds, provenancePath} from '../provenance/outputs.js'
import {manifestName} from '../provenance/read.js'
import {formatManifest} from '../provenance/write.js'
import {version} from '../version.js'
import {type Collection, collectRaws, type RawFile} from './collect.js'
import {type Folders, findFolders} from './folders.js'
import {takeLock} from './lock.js'
import {compare, type DocumentReport, type DocumentWork, type Finding, failed, workOn} from './one-document.js'
import {OutputFolder} from './output.js'
import type {Pipeline} from './pipeline.js'
import {type Previous, readPrevious} from './previous.js'
import {findStale, isRemovable, type RawState, type StaleFile} from './stale.js'
import {Workers} from './workers.js'

export interface RunOptions {
  /** Folder that relative paths start from. */
  readonly cwd: string
  readonly config: Config
  /** What to do: write the output, hold it against what it should be, or only tell what would be worked on. */
  readonly mode: 'write' | 'check' | 'dry-run'
  /** Globs on raw paths; empty for all. */
  readonly only?: readonly string[]
  readonly onlyStages?: readonly string[]
  readonly skipStages?: readonly string[]
  /** Work on every document, whatever the last run left. */
  readonly force?: boolean
  /** Remove output whose raw is gone. */
  readonly prune?: boolean
  /** Told after every document. */
  readonly onProgress?: (done: number, total: number) => void
}

export interface RunReport {
  readonly folders: Folders
  /** The selected documents, in the order of ids. */
  readonly documents: readonly DocumentReport[]
  /** What stands in the output and is not what this run gives. */
  readonly stale: readonly StaleFile[]
  /** Output that was removed. */
  readonly pruned: readonly string[]
  /** For a check: what is not as it should be. */
  readonly findings: readonly Finding[]
  readonly notes: readonly string[]
}

/** Bytes of raw that are worth the start of one more thread. */
const bytesPerThread = 400_000

/**
 * Run the pipeline over a folder.
 *
 * @throws UsageError before any work is done; OutputError where the output cannot be written.
 */
export async function run(options: RunOptions): Promise<RunReport> {
  const {cwd, config, mode, only = [], onlyStages, skipStages} = options
  const folders = await findFolders(cwd, config.raw, config.out)
  const pipeline = await buildPipeline(config, {only: onlyStages, skip: skipStages})
  const collection = await collectRaws(folders.raw)
  const matches = only.length > 0 ? picomatch([...only]) : () => true
  if (only.length > 0 && ![...collection.files, ...collection.refused].some(({path}) => matches(path))) {
    throw new UsageError(`No raw matches --only ${only.join(' ')}; globs are held against paths below ${folders.raw}`)
  }
  const output = new OutputFolder(folders.out, folders.raw)
  const setting: Setting = {options, folders, pipeline, collection, output, matches}
  if (mode !== 'write') return runInside(setting)
  await output.make()
  let isUnfinished = false
  const unlock = await takeLock(folders.out, () => {
    isUnfinished = true
  })
  try {
    const report = await runInside(setting)
    return isUnfinished ? {...report, notes: [unfinished, ...report.notes]} : report
  } finally {
    await unlock()
  }
}

const unfinished = 'an earlier run did not finish; what it wrote was kept where it holds, and the rest made now'

interface Setting {
  readonly options: RunOptions
  readonly folders: Folders
  readonly pipeline: Pipeline
  readonly collection: Collection
  readonly output: OutputFolder
  readonly matches: (path: string) => boolean
}

async function runInside({options, folders, pipeline, collection, output, matches}: Setting): Promise<RunReport> {
  const {config, mode, only = []} = options
  const isWriting = mode === 'write'
  const notes = [...collection.notes]
  const read = await readPrevious(folders.out)
  const previous = read === 'damaged' ? undefined : read
  if (read === 'damaged') notes.push(`${manifestName} is not as it was written; nothing is taken from it`)
  const kept = keptDocuments(collection, matches, previous)
  if (only.length > 0) refuseMixture(read, kept, pipeline, folders.out)

  const files = collection.files.filter(({path}) => matches(path))
  const workers = new Workers({
    config,
    only: options.onlyStages ?? [],
    skip: options.skipStages ?? [],
    threads: await threadsFor(files, config.concurrency),
    memory: config.limits.memory,
  })
  let documents: DocumentReport[]
  try {
    const cache =
      options.force || mode === 'check' || !previous || !isSameMaker(previous, pipeline) ? undefined : previous
    const work: DocumentWork = {mode, out: folders.out, limit: config.limits.bytes, workers, output, previous, cache}
    const refused = collection.refused.filter(({path}) => matches(path))
    documents = [
      ...refused.map(({id, path, reason}) => failed({id, path}, reason)),
      ...(await workOnAll(files, work, config.concurrency, options.onProgress)),
    ].sort((a, b) => compareIds(a.id, b.id))
  } finally {
    await workers.stop()
  }

  const findings: Finding[] = documents.flatMap((document) => document.findings ?? [])
  const report = {folders, documents, notes, pruned: [] as string[], findings}
  const records = [...documents.flatMap(({record}) => record ?? []), ...kept]
  notes.push(...documents.flatMap(({replaced}) => (replaced === undefined ? [] : replacedNote(replaced))))
  const stale = await findStale({
    out: folders.out,
    ...(await output.list(isWriting)),
    previous: previous?.documents.values() ?? [],
    raws: statesOf(collection, documents, kept),
    ...outputsOf([
      ...documents.map(({id, status}) => ({id, isFailed: status === 'failed'})),
      ...kept.map(({id, verdict}) => ({id, isFailed: verdict === 'failed'})),
    ]),
  })
  if (mode === 'dry-run') return {...report, stale}
  const manifest = formatManifest({version, pipeline}, records)
  if (mode === 'check') {
    findings.push(...stale.flatMap(findingOf))
    findings.push(...(await compare(folders.out, manifestName, Buffer.from(manifest))))
    return {...report, stale, findings: findings.sort((a, b) => compareIds(a.path, b.path))}
  }
  if (previous?.text !== manifest) await output.write(manifestName, manifest)
  if (!options.prune) return {...report, stale}
  for (const file of stale) {
    if (!isRemovable(file)) continue
    await output.remove(file.path)
    report.pruned.push(file.path)
  }
  return {...report, stale: stale.filter((file) => !isRemovable(file))}
}

/** What became of the raws that are there. */
function statesOf(
  {files, refused}: Collection,
  documents: readonly DocumentReport[],
  kept: readonly ManifestDocument[],
): Map<string, RawState> {
  const states = new Map<string, RawState>()
  // What is refused may be a folder, of which nothing was read: selected or not, its raws may be there.
  for (const {path} of files) states.set(path, 'unselected')
  for (const {raw, verdict} of kept) states.set(raw.path, verdict === 'failed' ? 'failed' : 'done')
  for (const {path, status} of documents) states.set(path, status === 'failed' ? 'failed' : 'done')
  for (const {path} of refused) states.set(path, 'failed')
  return states
}

/** Where the output of documents stands: of those that came out, and of those that failed. */
function outputsOf(documents: readonly {readonly id: string; readonly isFailed: boolean}[]): {
  expected: Set<string>
  failed: Set<string>
} {
  const paths = (isFailed: boolean): Set<string> => {
    const some = documents.filter((document) => document.isFailed === isFailed)
    return new Set(some.flatMap(({id}) => [cleanPath(id), provenancePath(id)]))
  }
  return {expected: paths(false), failed: paths(true)}
}

/** What a check finds in a file that this run does not give. That a document failed is told already. */
function findingOf({path, kind, fault = 'was changed by hand'}: StaleFile): Finding[] {
  if (kind === 'failed' || kind === 'unselected') return []
  if (kind === 'gone' || kind === 'renamed') return [{path, problem: 'stale'}]
  const reason =
    kind === 'stray'
      ? 'neither manifest nor provenance knows it; move it elsewhere, or remove it'
      : `no raw gives it any more, and it ${fault}`
  return [{path, problem: kind === 'stray' ? 'stray' : 'stale', reason}]
}

function replacedNote(path: string): string {
  return `${path} was changed by hand after the last run; it was written anew`
}

/** The lines of the last manifest for documents that were not selected and still have their raw. */
function keptDocuments(
  {files, refused}: Collection,
  matches: (path: string) => boolean,
  previous: Previous | undefined,
): ManifestDocument[] {
  const kept: ManifestDocument[] = []
  for (const {id, path} of [...files, ...refused]) {
    if (matches(path)) continue
    const document = previous?.documents.get(id)
    if (document?.raw.path === path) kept.push(document)
  }
  return kept
}

/** One manifest has one pipeline: documents of two cannot stand in it together. */
function refuseMixture(
  previous: Previous | 'damaged' | undefined,
  kept: readonly ManifestDocument[],
  pipeline: Pipeline,
  out: string,
): void {
  if (previous === 'damaged') {
    throw new UsageError(
      `The manifest of ${out} is damaged, so --only cannot keep its other documents; run without --only`,
    )
  }
  if (!previous || kept.length === 0 || isSameMaker(previous, pipeline)) return
  throw new UsageError(
    `${out} was made by other stages, options or another version, so --only cannot keep its other documents; run without --only, or name another output folder`,
  )
}

function isSameMaker({run: {tool, pipeline}}: Previous, {digest}: Pipeline): boolean {
  return tool.version === version && pipeline.digest === digest
}

/** Work on documents, a bounded number at once; the first error that is not one document's own ends it. */
async function workOnAll(
  files: readonly RawFile[],
  work: DocumentWork,
  concurrency: number,
  onProgress: RunOptions['onProgress'],
): Promise<DocumentReport[]> {
  let stopped: {error: unknown} | undefined
  let done = 0
  // One document more than there are threads, a thread: while one is cleaned, another is read or written.
  const limit = pLimit(concurrency * 2)
  const reports = await limit.map(files, async (file) => {
    if (stopped) return undefined
    try {
      const report = await workOn(file, work)
      onProgress?.(++done, files.length)
      return report
    } catch (error) {
      // Those that are under way come to their end first: nothing is left half-done.
      stopped ??= {error}
      return undefined
    }
  })
  if (stopped) throw stopped.error
  return reports.filter((report) => report !== undefined)
}

/** How many threads the work is worth: a few small scrapes are done before a second thread has started. */
async function threadsFor(files: readonly RawFile[], concurrency: number): Promise<number> {
  let bytes = 0
  for (const {file} of files) {
    bytes += (await stat(file).catch(() => undefined))?.size ?? 0
    if (bytes >= bytesPerThread * concurrency) break
  }
  return Math.min(concurrency, Math.max(1, Math.ceil(bytes / bytesPerThread)))
}
