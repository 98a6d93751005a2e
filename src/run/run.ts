/**
 * Run the pipeline over a folder: raws in, clean texts, provenance and the manifest out.
 *
 * Bytes depend on raws, configuration and version alone: documents are worked on in any order and recorded in the order
 * of their raws. The manifest is written last and is the cache of the next run.
 */
import {stat} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import picomatch from 'picomatch'
import {buildPipeline} from '../config/build.js'
import type {Config} from '../config/config.js'
import {withPlace} from '../config/place.js'
import {isCorpusStage} from '../document/corpus-stage.js'
import {UsageError} from '../errors.js'
import {type FinishedManifest, ManifestWriter} from '../provenance/manifest-writer.js'
import {compareIds} from '../provenance/outputs.js'
import {manifestName} from '../provenance/read.js'
import {version} from '../version.js'
import {type Collection, collectRaws, type RawFile} from './collect.js'
import type {DecisionReport} from './decision-report.js'
import {fileResults, isLink} from './file-results.js'
import {type Folders, findFolders} from './folders.js'
import {Ledger} from './ledger.js'
import {takeLock} from './lock.js'
import {Made} from './made.js'
import type {DocumentReport, DocumentWork, Finding} from './one-document.js'
import {draftName, OutputFolder} from './output.js'
import {type Passes, runAlone, runTogether} from './passes.js'
import type {Pipeline} from './pipeline.js'
import {openPrevious, type Previous} from './previous.js'
import type {Results} from './results.js'
import {ShardResults} from './shard-results.js'
import {readSource} from './source.js'
import {Spool} from './spool.js'
import {findStale, isRemovable, type StaleFile} from './stale.js'
import type {Totals} from './tally.js'
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
  /**
   * The selected documents, in the order of the manifest: the first thousand, and of those behind them the ones that are
   * suspect or failed, ten thousand at most.
   */
  readonly documents: readonly DocumentReport[]
  /** Of all selected documents. */
  readonly totals: Totals
  /** What stands in the output and is not what this run gives. */
  readonly stale: readonly StaleFile[]
  /** Output that was removed. */
  readonly pruned: readonly string[]
  /** What each decision of a person did; none where only some of the raws were selected. */
  readonly decisions: readonly DecisionReport[]
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
  const {cwd, mode, only = [], onlyStages, skipStages} = options
  const config = withPlace(options.config)
  const folders = await findFolders(cwd, config.raw, config.out)
  const pipeline = await buildPipeline(config, {only: onlyStages, skip: skipStages})
  const collection = await collectRaws(folders.raw)
  const matches = only.length > 0 ? picomatch([...only]) : () => true
  if (only.length > 0 && ![...collection.files, ...collection.refused].some(({path}) => matches(path))) {
    throw new UsageError(`No raw matches --only ${only.join(' ')}; globs are held against paths below ${folders.raw}`)
  }
  const output = new OutputFolder(folders.out, folders.raw)
  const setting: Setting = {options: {...options, config}, folders, pipeline, collection, output, matches}
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

async function runInside(setting: Setting): Promise<RunReport> {
  const {options, folders, pipeline, collection, output} = setting
  const {mode} = options
  const notes = [...collection.notes]
  const opened = await openPrevious(folders.out)
  const previous = opened === 'damaged' ? undefined : opened
  if (opened === 'damaged') notes.push(`${manifestName} is not as it was written; nothing is taken from it`)
  const lines = new Spool(draftFor(mode, output))
  const results = resultsFor(setting, previous)
  const workers = await startWorkers(setting)
  try {
    if (options.only?.length) await refuseMixture(opened, setting)
    const made = new Made()
    const manifest = new ManifestWriter(lines)
    const ledger = new Ledger(manifest, {results, made, previous})
    await workOnAll(setting, {workers, results, previous, ledger})
    const written = await results.finish()
    const others = await output.listOthers((path) => made.isExpected(path), mode === 'write')
    const stale = await findStale({out: folders.out, ...others, previous, made})
    const {tally, findings} = ledger
    const report: RunReport = {
      folders,
      documents: tally.documents,
      totals: tally.totals(),
      stale,
      pruned: [],
      decisions: options.only?.length || mode === 'dry-run' ? [] : ledger.decisions.reports(pipeline.decisions),
      findings,
      notes: [...notes, ...ledger.notes],
    }
    if (mode === 'dry-run') return report
    const finished = await manifest.finish({version, pipeline, output: written.output})
    if (mode === 'check') {
      findings.push(
        ...(written.findings ?? []),
        ...stale.flatMap(findingOf),
        ...(await manifestFinding(folders.out, finished, opened)),
      )
      return {...report, findings: findings.sort((a, b) => compareIds(a.path, b.path))}
    }
    if (previous?.run.digest !== finished.digest || (await isLink(join(folders.out, manifestName)))) {
      await output.write(manifestName, finished.read())
    }
    return options.prune ? {...report, ...(await prune(stale, output))} : report
  } finally {
    await workers.stop()
    await results.close()
    await previous?.close()
    await lines.discard()
  }
}

function resultsFor({options: {config, mode}, output, pipeline}: Setting, previous: Previous | undefined): Results {
  const {format, shards} = config
  if (format === 'files') return fileResults(output, mode === 'check')
  const isSame = previous !== undefined && isSameMaker(previous, pipeline)
  return new ShardResults(output, {format, ...shards}, isSame ? previous.run.output : undefined, mode === 'write')
}

async function startWorkers({options, collection, matches}: Setting): Promise<Workers> {
  const {config, onlyStages = [], skipStages = []} = options
  const files = collection.files.filter(({path}) => matches(path))
  return new Workers({
    config,
    only: onlyStages,
    skip: skipStages,
    isSharded: config.format !== 'files',
    threads: await threadsFor(files, config.concurrency),
    memory: config.limits.memory,
  })
}

/** Work on the raws and enter what comes of them. */
async function workOnAll(
  {options, pipeline, collection, output, matches}: Setting,
  {ledger, ...tools}: Pick<DocumentWork, 'workers' | 'results' | 'previous'> & {readonly ledger: Ledger},
): Promise<void> {
  const {mode, config, force, onProgress} = options
  const {previous} = tools
  const isCached = !force && mode !== 'check' && previous !== undefined && isSameMaker(previous, pipeline)
  const isObserving = pipeline.stages.some(({stage}) => isCorpusStage(stage))
  let done = 0
  const passes: Passes = {
    pipeline,
    work: {mode, pipeline, isCached, isObserving, ...tools},
    ledger,
    concurrency: config.concurrency,
    source: () =>
      readSource(collection, {
        matches,
        limit: config.limits.bytes,
        jsonl: config.jsonl,
        onLeftOut: (path, counts) => ledger.leaveOut(path, counts),
      }),
    onDone: () => onProgress?.(++done, collection.files.length),
  }
  if (!isObserving) await runAlone(passes)
  else await runTogether(passes, output, () => draftFor(mode, output))
}

/** A path for a file of our own until the run has ended. A check writes nothing into the output folder. */
function draftFor(mode: RunOptions['mode'], output: OutputFolder): string {
  return mode === 'write' ? output.draftPath('') : join(tmpdir(), draftName())
}

/** Whether the manifest is the one that this run would write. */
async function manifestFinding(
  out: string,
  {digest}: FinishedManifest,
  opened: Previous | 'damaged' | undefined,
): Promise<Finding[]> {
  if (opened === undefined) return [{path: manifestName, problem: 'missing'}]
  if (await isLink(join(out, manifestName)))
    return [{path: manifestName, problem: 'differs', reason: 'it is a symbolic link'}]
  return opened !== 'damaged' && opened.run.digest === digest ? [] : [{path: manifestName, problem: 'differs'}]
}

/** Remove output whose raw is gone. */
async function prune(stale: readonly StaleFile[], output: OutputFolder): Promise<Pick<RunReport, 'stale' | 'pruned'>> {
  const pruned: string[] = []
  for (const file of stale) {
    if (!isRemovable(file)) continue
    await output.remove(file.path)
    pruned.push(file.path)
  }
  return {stale: stale.filter((file) => !isRemovable(file)), pruned}
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

/** One manifest has one pipeline: documents of two cannot stand in it together. */
async function refuseMixture(
  previous: Previous | 'damaged' | undefined,
  {folders: {out}, pipeline, collection, matches}: Pick<Setting, 'folders' | 'pipeline' | 'collection' | 'matches'>,
): Promise<void> {
  if (previous === 'damaged') {
    throw new UsageError(
      `The manifest of ${out} is damaged, so --only cannot keep its other documents; run without --only`,
    )
  }
  if (!previous || isSameMaker(previous, pipeline)) return
  const unselected = [...collection.files, ...collection.refused].filter(({path}) => !matches(path))
  let isMixed = false
  for (const {id, path} of unselected) if ((await previous.find(id))?.raw.path === path) isMixed = true
  if (!isMixed) return
  throw new UsageError(
    `${out} was made by other stages, options or another version, so --only cannot keep its other documents; run without --only, or name another output folder`,
  )
}

function isSameMaker({run: {tool, pipeline}}: Previous, {digest}: Pipeline): boolean {
  return tool.version === version && pipeline.digest === digest
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
