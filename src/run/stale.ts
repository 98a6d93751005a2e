/**
 * Find what stands in the output beside what this run gives: output of ours that no raw gives any more, earlier results of
 * documents that failed, and what belongs to somebody else. Whether a file is ours is told by what we wrote about it: the
 * last manifest, or a provenance file of ours. Only output that is ours, unchanged, and without a raw may be removed.
 */
import {stat} from 'node:fs/promises'
import {join} from 'node:path'
import type {ManifestDocument, Provenance} from '../provenance/model.js'
import {cleanPath, compareIds, provenancePath, sha256} from '../provenance/outputs.js'
import {readRegularFile} from '../regular-file.js'
import {describe} from './system-errors.js'

export interface StaleFile {
  /** Below the output folder. */
  readonly path: string
  /**
   * Why it stands there: `gone`, its raw is; `renamed`, its raw gives another file now; `changed`, one of these, and a person
   * has changed it since; `failed`, its document did, or its raw cannot be read, and this is what an earlier run gave;
   * `unselected`, its raw is there and was not asked for; `stray`, nothing says that a run wrote it. Only the first two are
   * ever removed.
   */
  readonly kind: 'gone' | 'renamed' | 'changed' | 'failed' | 'unselected' | 'stray'
  /** Why that cannot be told. */
  readonly fault?: string
}

export interface StaleSearch {
  readonly out: string
  /** Files below `clean` and `provenance`, with paths below the output folder. */
  readonly files: readonly string[]
  /** What stands there and is no regular file: a link, a pipe. */
  readonly others: readonly string[]
  /** Documents of the last manifest. */
  readonly previous: Iterable<ManifestDocument>
  /** Files that this run has written, or would. */
  readonly expected: ReadonlySet<string>
  /** Where the output of documents that failed would stand. */
  readonly failed: ReadonlySet<string>
  /** What became of every raw that is there, by its path; a folder that cannot be read is one that failed. */
  readonly raws: ReadonlyMap<string, RawState>
}

export type RawState = 'done' | 'failed' | 'unselected'

/** Tell whether a file may go: it is ours, unchanged, and no raw gives it. */
export function isRemovable({kind}: StaleFile): boolean {
  return kind === 'gone' || kind === 'renamed'
}

/** What was written of a file when it was made. */
interface Origin {
  readonly digest: string
  /** Path of its raw. */
  readonly raw: unknown
}

/** Find stale files, sorted by path. */
export async function findStale(search: StaleSearch): Promise<StaleFile[]> {
  const {out, files, others, previous, expected, failed, raws} = search
  const strays = files.filter((path) => !expected.has(path)).sort()
  const odd = others.filter((path) => !expected.has(path)).map((path): StaleFile => ({path, kind: 'stray'}))
  if (strays.length === 0) return odd
  const names = new Map([...expected].map((path) => [path.normalize('NFC').toLowerCase(), path]))
  const written = new Map(outputsOf(previous))
  // Provenance files speak for the clean texts beside them where the last manifest is missing or was not reached.
  for (const path of strays) {
    if (!path.startsWith('provenance/') || written.has(path)) continue
    // What cannot be read does not say that it is ours, and is left alone.
    const content = await readRegularFile(join(out, path)).then(String, () => '')
    const provenance = parseProvenance(content)
    if (!provenance || provenancePath(provenance.id) !== path) continue
    const raw = provenance.raw?.path
    written.set(path, {digest: sha256(content), raw})
    const clean = cleanPath(provenance.id)
    if (!written.has(clean)) written.set(clean, {digest: provenance.clean.sha256, raw})
  }
  const stale: StaleFile[] = odd
  for (const path of strays) {
    const alias = names.get(path.normalize('NFC').toLowerCase())
    if (alias !== undefined && (await isSameFile(join(out, alias), join(out, path)))) continue
    const origin = written.get(path)
    const state = typeof origin?.raw === 'string' ? stateOf(origin.raw, raws) : undefined
    if (failed.has(path)) stale.push({path, kind: 'failed'})
    else if (origin === undefined) stale.push({path, kind: 'stray'})
    else if (state === 'failed' || state === 'unselected') stale.push({path, kind: state})
    else {
      try {
        const isSame = sha256(await readRegularFile(join(out, path))) === origin.digest
        stale.push({path, kind: isSame ? (state === 'done' ? 'renamed' : 'gone') : 'changed'})
      } catch (cause) {
        stale.push({path, kind: 'changed', fault: `cannot be read: ${describe(cause)}`})
      }
    }
  }
  return stale.sort((a, b) => compareIds(a.path, b.path))
}

/** Read the digest that a provenance file of ours records of the clean text beside it. */
export async function recordedDigest(out: string, id: string): Promise<string | undefined> {
  const content = await readRegularFile(join(out, provenancePath(id))).then(String, () => '')
  const provenance = parseProvenance(content)
  return provenance?.id === id ? provenance.clean.sha256 : undefined
}

/** Tell what became of a raw; undefined for one that is not there. */
function stateOf(path: string, raws: StaleSearch['raws']): RawState | undefined {
  const state = raws.get(path)
  if (state) return state
  for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
    if (raws.get(path.slice(0, at)) === 'failed') return 'failed'
  }
  return undefined
}

function* outputsOf(documents: Iterable<ManifestDocument>): Generator<[path: string, origin: Origin]> {
  for (const document of documents) {
    if (document.verdict === 'failed') continue
    const raw = document.raw.path
    yield [document.clean.path, {digest: document.clean.sha256, raw}]
    yield [document.provenance.path, {digest: document.provenance.sha256, raw}]
  }
}

function parseProvenance(content: string): (Pick<Provenance, 'id' | 'clean'> & Partial<Provenance>) | undefined {
  if (!content.startsWith('{"format":"palimpsest-provenance",')) return undefined
  try {
    const {id, clean, raw} = JSON.parse(content) as Partial<Provenance>
    return typeof id === 'string' && clean ? {id, clean, ...(raw && {raw})} : undefined
  } catch {
    // Not as we wrote it, so not ours to judge.
    return undefined
  }
}

/** Tell whether two names are one file, as on file systems that fold case. */
async function isSameFile(a: string, b: string): Promise<boolean> {
  const [left, right] = await Promise.all([a, b].map((path) => stat(path, {bigint: true}).catch(() => undefined)))
  return left !== undefined && right !== undefined && left.dev === right.dev && left.ino === right.ino
}
