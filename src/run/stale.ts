/**
 * Find output of ours that no raw gives any more. Whether a file is ours is told by what we wrote about it: the last
 * manifest, or a provenance file of ours. Everything else in the folder belongs to somebody else and is not looked at.
 */
import {stat} from 'node:fs/promises'
import {join} from 'node:path'
import type {ManifestDocument, Provenance} from '../provenance/model.js'
import {cleanPath, provenancePath, sha256} from '../provenance/outputs.js'
import {readRegularFile} from '../regular-file.js'
import {describe} from './system-errors.js'

export interface StaleFile {
  /** Below the output folder. */
  readonly path: string
  /** Whether it still is as we wrote it; one that a person has changed since is not removed. */
  readonly isOurs: boolean
  /** Why that cannot be told. */
  readonly fault?: string
}

export interface StaleSearch {
  readonly out: string
  /** Files below `clean` and `provenance`, with paths below the output folder. */
  readonly files: readonly string[]
  /** Documents of the last manifest. */
  readonly previous: Iterable<ManifestDocument>
  /** Files that this run has written, or would. */
  readonly expected: ReadonlySet<string>
}

/** Find stale files, sorted by path. */
export async function findStale({out, files, previous, expected}: StaleSearch): Promise<StaleFile[]> {
  const strays = files.filter((path) => !expected.has(path)).sort()
  if (strays.length === 0) return []
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
  const stale: StaleFile[] = []
  for (const path of strays) {
    const digest = written.get(path)
    if (digest === undefined) continue
    const alias = names.get(path.normalize('NFC').toLowerCase())
    if (alias !== undefined && (await isSameFile(join(out, alias), join(out, path)))) continue
    try {
      stale.push({path, isOurs: sha256(await readRegularFile(join(out, path))) === digest})
    } catch (cause) {
      stale.push({path, isOurs: false, fault: `cannot be read: ${describe(cause)}`})
    }
  }
  return stale
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
    return JSON.parse(content) as Provenance
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
