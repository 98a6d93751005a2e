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
   * Why it stands there: `gone`, its raw is; `changed`, the same, and a person has changed it since; `failed`, its document
   * did, and this is what an earlier run gave; `stray`, nothing says that a run wrote it. Only the first is ever removed.
   */
  readonly kind: 'gone' | 'changed' | 'failed' | 'stray'
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
}

/** Find stale files, sorted by path. */
export async function findStale(search: StaleSearch): Promise<StaleFile[]> {
  const {out, files, others, previous, expected, failed} = search
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
    written.set(path, sha256(content))
    const clean = cleanPath(provenance.id)
    if (!written.has(clean)) written.set(clean, provenance.clean.sha256)
  }
  const stale: StaleFile[] = odd
  for (const path of strays) {
    const alias = names.get(path.normalize('NFC').toLowerCase())
    if (alias !== undefined && (await isSameFile(join(out, alias), join(out, path)))) continue
    const digest = written.get(path)
    if (failed.has(path)) stale.push({path, kind: 'failed'})
    else if (digest === undefined) stale.push({path, kind: 'stray'})
    else {
      try {
        stale.push({path, kind: sha256(await readRegularFile(join(out, path))) === digest ? 'gone' : 'changed'})
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

function* outputsOf(documents: Iterable<ManifestDocument>): Generator<[path: string, digest: string]> {
  for (const document of documents) {
    if (document.verdict === 'failed') continue
    yield [document.clean.path, document.clean.sha256]
    yield [document.provenance.path, document.provenance.sha256]
  }
}

function parseProvenance(content: string): Provenance | undefined {
  if (!content.startsWith('{"format":"palimpsest-provenance",')) return undefined
  try {
    const provenance = JSON.parse(content) as Partial<Provenance>
    return typeof provenance.id === 'string' && provenance.clean ? (provenance as Provenance) : undefined
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
