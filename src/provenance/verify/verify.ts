/**
 * Prove an output folder: everything that raw, clean texts and provenance allow to be proved, and nothing believed that
 * can be worked out.
 *
 * It shares no code with the stages nor with `src/document`; only the published schemas are common ground, and the readers of files
 * that hold many documents (`src/containers`, `src/shards`): what they give is held against recorded digests.
 */
import {stat} from 'node:fs/promises'
import {UsageError} from '../../errors.js'
import {describe} from '../../run/system-errors.js'
import type {ManifestRun} from '../model.js'
import type {CheckId} from './checks.js'
import {spread, verifyDocument} from './document.js'
import {readManifestLines} from './manifest.js'
import {type Finding, Report} from './report.js'
import {verifyShards} from './shards.js'
import {findStale} from './stale.js'
import {StoredTexts} from './stored-text.js'

/** What came of a verification. */
export interface Verification {
  /** Whether every promise holds; warnings do not count. */
  readonly isSound: boolean
  readonly documents: number
  /** Whether raws were read too, or only their digests known. */
  readonly hasRaw: boolean
  /** How often each check was made, in the order of the checks. */
  readonly checks: Readonly<Partial<Record<CheckId, number>>>
  readonly findings: readonly Finding[]
}

/**
 * Verify an output folder.
 *
 * @param out the output folder.
 * @param raw the raw folder; without it, or where it does not exist, raws are known by their digests alone.
 * @throws UsageError when there is no manifest to begin with.
 */
export async function verifyOutput(out: string, raw?: string): Promise<Verification> {
  const hasRaw = raw !== undefined && (await isFolder(raw))
  const texts = new StoredTexts(out, hasRaw ? raw : undefined)
  const report = new Report()
  const listed = new Set<string>()
  const seen = new Set<string>()
  const failed = new Set<string>()
  const failedRaws = new Set<string>()
  const ids = new Set<string>()
  let documents = 0
  let run: ManifestRun | undefined
  // One after the other: a document may take as much memory as there is, and the proof of it leaves no time to wait in.
  for await (const document of readManifestLines(out, report)) {
    documents++
    const {entry} = document
    if (entry.verdict !== 'failed') {
      // Records of a container stand in their order there, which does not tell that one of them stands twice.
      const place = `${entry.clean.path}#${entry.clean.record ?? ''}`
      if (seen.has(place)) report.found('manifest-order', 'manifest.jsonl', `${entry.id} stands twice`)
      seen.add(place)
      ids.add(entry.id)
      listed.add(entry.clean.path).add(entry.provenance.path)
    } else {
      const name = entry.raw.record === undefined ? entry.id : spread(entry.id)
      failedRaws.add(entry.raw.path)
      failed.add(`clean/${name}.md`).add(`provenance/${name}.json`)
    }
    await verifyDocument(document, texts, report)
    run = document.run
  }
  await texts.close()
  if (run?.output) await verifyShards(out, run.output, seen.size, report)
  // A line that cannot be read leaves files without an owner, but they are not stale.
  if (!report.hasFound('manifest-form')) await findStale({out, listed, failed, failedRaws, ids}, report)
  const {findings} = report
  const isSound = findings.every(({level}) => level === 'warning')
  return {isSound, documents, hasRaw, checks: report.counts, findings}
}

/** Tell whether a folder is there. */
export async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return false
    throw new UsageError(`Cannot open ${path}: ${describe(error)}`, {cause: error})
  }
}
