/**
 * Work on one document of a run: read it, see whether the last run's output still stands, clean it, and write, compare or
 * merely tell. Whatever is wrong with this document becomes a report; what is wrong with the whole run is thrown.
 */
import {lstat} from 'node:fs/promises'
import {join} from 'node:path'
import {isDeepStrictEqual} from 'node:util'
import {DocumentError} from '../errors.js'
import type {ManifestDocument, ManifestEntry} from '../provenance/model.js'
import {cleanPath, type OutputName, outputNameOf, provenancePath, sha256} from '../provenance/outputs.js'
import {copyGiven} from '../provenance/write.js'
import {readRegularFile} from '../regular-file.js'
import type {OutputFolder} from './output.js'
import type {Previous} from './previous.js'
import type {Raw} from './read-raw.js'
import type {RawItem} from './source.js'
import {recordedDigest} from './stale.js'
import {describe} from './system-errors.js'
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

export interface DocumentReport {
  readonly id: string
  /** Path of the raw below the raw folder. */
  readonly path: string
  readonly status: DocumentStatus
  /** Its line of the manifest; in a dry run that of the last run, or none. */
  readonly record?: ManifestDocument
  /** Where a fault of the program was met. */
  readonly stack?: string
  /** The clean file that was written over, if it was not what the last run had written. */
  readonly replaced?: string
  /** For a check: what of its output is not as it should be. */
  readonly findings?: readonly Finding[]
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
  readonly out: string
  readonly workers: Workers
  readonly output: OutputFolder
  /** What the last run left. */
  readonly previous: Previous | undefined
  /** Whether its output may be taken over: made by the same stages, and not to be made anew. */
  readonly isCached: boolean
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
    if (status === 'unchanged' || work.mode === 'dry-run') {
      return {id: item.id, path: item.path, status, ...(entry && {record: renumbered(entry, item.record)})}
    }
    const {clean, provenance, entry: record} = await work.workers.clean({...item, bytes: raw.bytes})
    const contents = [[record.clean.path, clean] as const, [record.provenance.path, provenance] as const]
    const report = {id: item.id, path: item.path, record}
    if (work.mode === 'check') {
      const findings: Finding[] = []
      for (const [path, content] of contents) findings.push(...(await compare(work.out, path, content)))
      return {...report, status: findings.length > 0 ? 'differs' : 'same', findings}
    }
    const isReplaced = await isOfOthers(outputNameOf({id: item.id, raw: item}), clean, entry, work.out)
    // Provenance first: a clean text of ours is then never without the file that says it is ours.
    for (const [path, content] of contents.reverse()) await work.output.write(path, content)
    return {...report, status: 'written', ...(isReplaced && {replaced: record.clean.path})}
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    return failed(item, error.message, raw, error instanceof StageFault ? error.remoteStack : undefined)
  }
}

/** The report of a document that cannot be worked on. */
export function failed(
  {id, path, record: number, given}: Pick<RawItem, 'id' | 'path' | 'record' | 'given'>,
  reason: string,
  raw?: Raw,
  stack?: string,
): DocumentReport {
  const entity = {
    path,
    ...(raw && {sha256: raw.sha256, bytes: raw.bytes.length}),
    ...(raw && given && {given: copyGiven(given)}),
    ...(number !== undefined && {record: number}),
  }
  const record: ManifestDocument = {id, verdict: 'failed', reasons: [reason], raw: entity}
  return {id, path, status: 'failed', record, ...(stack !== undefined && {stack})}
}

/** Tell whether the output of the last run still stands, and why not. */
async function statusOf(
  {path, given}: RawItem,
  raw: Raw,
  entry: ManifestDocument | undefined,
  {out, isCached}: DocumentWork,
): Promise<DocumentStatus> {
  if (!entry) return 'new'
  if (entry.verdict === 'failed') return 'retry'
  const isSame = entry.raw.path === path && entry.raw.sha256 === raw.sha256
  if (!isSame || !isDeepStrictEqual(entry.raw.given, given && copyGiven(given))) return 'changed'
  if (!isCached) return 'outdated'
  return (await isIntact(out, entry)) ? 'unchanged' : 'damaged'
}

/** The line of a document that stands unchanged, whatever was put before it in its container. */
function renumbered(entry: ManifestDocument, record: number | undefined): ManifestDocument {
  if (entry.raw.record === record) return entry
  const {record: _, ...raw} = entry.raw
  return {...entry, raw: {...raw, ...(record !== undefined && {record})}} as ManifestDocument
}

/** Tell whether the clean file that is to be written over is neither what was last written there nor what will be. */
async function isOfOthers(
  name: OutputName,
  clean: Uint8Array,
  entry: ManifestDocument | undefined,
  out: string,
): Promise<boolean> {
  const standing = await readRegularFile(join(out, cleanPath(name))).catch(() => undefined)
  if (!standing || standing.equals(clean)) return false
  const digest = sha256(standing)
  // A run that was killed has written its provenance and not the manifest.
  return (
    !(entry && entry.verdict !== 'failed' && entry.clean.sha256 === digest) &&
    (await recordedDigest(out, name)) !== digest
  )
}

async function isIntact(out: string, entry: ManifestEntry): Promise<boolean> {
  const {clean, provenance} = entry
  const name = outputNameOf(entry)
  if (clean.path !== cleanPath(name) || provenance.path !== provenancePath(name)) return false
  for (const {path, sha256: digest, bytes} of [clean, provenance]) {
    // Whatever keeps it from being read, it is written anew; what stands in the way of that is reported then.
    const content = (await isLink(join(out, path)))
      ? undefined
      : await readRegularFile(join(out, path), bytes).catch(() => undefined)
    if (!content || sha256(content) !== digest) return false
  }
  return true
}

/** Tell whether a link stands in the place of a file: what it leads to is none of ours, and may change unseen. */
export async function isLink(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => undefined))?.isSymbolicLink() ?? false
}

/** Hold a file of the output against what it should be. */
export async function compare(out: string, path: string, content: Uint8Array): Promise<Finding[]> {
  if (await isLink(join(out, path))) return [{path, problem: 'differs', reason: 'it is a symbolic link'}]
  try {
    const actual = await readRegularFile(join(out, path), content.length)
    return actual.equals(content) ? [] : [{path, problem: 'differs'}]
  } catch (cause) {
    const {code} = cause as NodeJS.ErrnoException
    if (code === undefined) throw cause
    if (code === 'ENOENT' || code === 'ENOTDIR') return [{path, problem: 'missing'}]
    return [{path, problem: 'differs', ...(code !== 'EFBIG' && {reason: `it cannot be read: ${describe(cause)}`})}]
  }
}
