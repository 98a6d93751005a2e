/**
 * Work on one document of a run: read it, see whether the last run's output still stands, clean it, and write, compare or
 * merely tell. Whatever is wrong with this document becomes a report; what is wrong with the whole run is thrown.
 */
import {isDeepStrictEqual} from 'node:util'
import {DocumentError} from '../errors.js'
import type {ManifestDocument, RawEntity} from '../provenance/model.js'
import {copyGiven, placeOf} from '../provenance/write.js'
import type {Verdicts} from './corpus-verdicts.js'
import type {Observation} from './journal.js'
import type {Pipeline} from './pipeline.js'
import type {Previous} from './previous.js'
import type {Raw} from './read-raw.js'
import type {PutResult, Results} from './results.js'
import type {SheetCache} from './sheet-cache.js'
import type {RawItem} from './source.js'
import {StageFault, type Workers} from './workers.js'

/**
 * What was done, or would be: `written`; `unchanged` since the last run; in a dry run `new`, `changed` (the raw), `outdated`
 * (the stages or the version), `damaged` (the output) or `retry` (it failed last time); in a check `same` or `differs`; `failed`.
 */
export type DocumentStatus =
  | 'written'
  | 'unchanged'
  | 'new'
  | 'changed'
  | 'outdated'
  | 'damaged'
  | 'retry'
  | 'same'
  | 'differs'
  | 'failed'

export interface DocumentReport extends PutResult {
  readonly id: string
  /** Path of the raw below the raw folder. */
  readonly path: string
  readonly status: DocumentStatus
  /** Its line of the manifest; in a dry run that of the last run, or none. */
  readonly record?: ManifestDocument
  /** Where a fault of the program was met. */
  readonly stack?: string
  /** What stages warn of, where it was worked on. */
  readonly warnings?: readonly string[]
  /** What was observed of it. */
  readonly sheets?: Observation | undefined
}

/** A file of the output that is not what the raws give. */
export interface Finding {
  /** Below the output folder. */
  readonly path: string
  readonly problem: 'missing' | 'differs' | 'stale' | 'stray'
  /** Why it could not be compared; or what it is doing there. */
  readonly reason?: string
}

/** What the work on every document of a run shares. */
export interface DocumentWork {
  readonly mode: 'write' | 'check' | 'dry-run'
  readonly workers: Workers
  readonly results: Results
  readonly pipeline: Pipeline
  /** What the last run left. */
  readonly previous: Previous | undefined
  /** Whether its output may be taken over: made by the same stages, and not to be made anew. */
  readonly isCached: boolean
  /** What the last run observed of documents; missing where no stage asks for it, or there is nothing to be trusted. */
  readonly sheetCache?: SheetCache | undefined
  /** Whether stages ask for what is observed of every document. */
  readonly isObserving: boolean
}

/**
 * Work on one document.
 *
 * @throws OutputError, UsageError and bugs; never for what is wrong with this document alone.
 */
export async function workOn(item: RawItem, work: DocumentWork): Promise<DocumentReport> {
  let raw: Raw | undefined
  try {
    raw = await item.read()
    const entry = await work.previous?.find(item.id)
    const status = await statusOf(item, raw, entry, work)
    const isStanding = status === 'unchanged' && isObserved(entry!, work)
    if (work.mode === 'dry-run' || isStanding) {
      const sheets = isStanding && work.isObserving ? 'cached' : undefined
      return {id: item.id, path: item.path, status, sheets, ...(entry && {record: replaced(entry, item)})}
    }
    return await clean(item, raw, undefined, entry, work)
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    return failed(item, error.message, raw, error instanceof StageFault ? error.remoteStack : undefined)
  }
}

/**
 * Work on a document again, now that something was decided upon it among others.
 *
 * @param item undefined where its raw is gone since.
 * @param record what was made of it before.
 */
export async function workAgain(
  item: RawItem | undefined,
  verdicts: Verdicts | undefined,
  record: ManifestDocument,
  work: DocumentWork,
): Promise<DocumentReport> {
  const {id, raw} = record
  if (!item) return failed({id, ...raw}, missing(raw))
  let read: Raw | undefined
  try {
    read = await item.read()
    if (read.sha256 !== raw.sha256) throw new DocumentError('was changed during the run; run again')
    return await clean(item, read, verdicts, await work.previous?.find(id), work)
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    return failed(item, error.message, read, error instanceof StageFault ? error.remoteStack : undefined)
  }
}

/** Why a raw is not found again. Where a container has changed, what came before in it may have been passed over. */
function missing({record}: ManifestDocument['raw']): string {
  return record === undefined ? 'vanished during the run' : 'its container was changed during the run; run again'
}

async function clean(
  item: RawItem,
  raw: Raw,
  verdicts: Verdicts | undefined,
  previous: ManifestDocument | undefined,
  {mode, workers, results}: DocumentWork,
): Promise<DocumentReport> {
  const {sheets, warnings, ...cleaned} = await workers.clean({...item, verdicts, bytes: raw.bytes})
  const put = await results.put(cleaned, previous)
  const status = mode === 'write' ? 'written' : 'same'
  return {id: item.id, path: item.path, status, record: cleaned.entry, sheets, warnings, ...put}
}

/** The report of a document that cannot be worked on. */
export function failed(
  {id, path, record, field, given}: Pick<RawItem, 'id' | 'path' | 'record' | 'field' | 'given'>,
  reason: string,
  raw?: Raw,
  stack?: string,
): DocumentReport {
  const entity = {
    path,
    ...(raw && {sha256: raw.sha256, bytes: raw.bytes.length}),
    ...(raw && given && {given: copyGiven(given)}),
    ...placeOf({record, field}),
  }
  const entry: ManifestDocument = {id, verdict: 'failed', reasons: [reason], raw: entity}
  return {id, path, status: 'failed', record: entry, ...(stack !== undefined && {stack})}
}

/** Tell whether the output of the last run still stands, and why not. */
async function statusOf(
  {path, given}: RawItem,
  raw: Raw,
  entry: ManifestDocument | undefined,
  {results, pipeline, isCached}: DocumentWork,
): Promise<DocumentStatus> {
  if (!entry) return 'new'
  if (entry.verdict === 'failed') return 'retry'
  const isSame = entry.raw.path === path && entry.raw.sha256 === raw.sha256
  if (!isSame || !isDeepStrictEqual(entry.raw.given, given && copyGiven(given))) return 'changed'
  if (!isCached || !pipeline.isDecidedAlike(entry.id, entry.decisions)) return 'outdated'
  return (await results.isIntact(entry)) ? 'unchanged' : 'damaged'
}

/** Tell whether what has to be known of a document for the others is known, where it is asked for. */
function isObserved({id, raw}: ManifestDocument, {isObserving, sheetCache}: DocumentWork): boolean {
  return !isObserving || (sheetCache?.has(id, raw as RawEntity) ?? false)
}

/** The line of a document that stands unchanged, whatever was put before it in its container. */
function replaced(entry: ManifestDocument, item: RawItem): ManifestDocument {
  const {record, field, ...raw} = entry.raw
  if (record === item.record && field === item.field) return entry
  return {...entry, raw: {...raw, ...placeOf(item)}} as ManifestDocument
}
