/**
 * Prove an output folder: everything that raw, clean texts and provenance allow to be proved, and nothing believed that
 * can be worked out.
 *
 * It shares no code with the stages nor with `src/document`; only the published schemas are common ground.
 */
import {readdir, stat} from 'node:fs/promises'
import {join} from 'node:path'
import pLimit from 'p-limit'
import {UsageError} from '../../errors.js'
import type {CheckId} from './checks.js'
import {type Folders, verifyDocument} from './document.js'
import {readManifestLines} from './manifest.js'
import {type Finding, Report} from './report.js'

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

/** Documents that are in memory at once. */
const concurrency = 4

/**
 * Verify an output folder.
 *
 * @param out the output folder.
 * @param raw the raw folder; without it, or where it does not exist, raws are known by their digests alone.
 * @throws UsageError when there is no manifest to begin with.
 */
export async function verifyOutput(out: string, raw?: string): Promise<Verification> {
  if (!(await isKind(join(out, 'manifest.jsonl'), 'isFile'))) {
    throw new UsageError(`No manifest in ${out}; run \`palimpsest run\` first, or name the output folder`)
  }
  const hasRaw = raw !== undefined && (await isKind(raw, 'isDirectory'))
  const folders: Folders = {out, raw: hasRaw ? raw : undefined}
  const report = new Report()
  const limit = pLimit(concurrency)
  const running = new Set<Promise<void>>()
  const listed = new Set<string>()
  const errors: unknown[] = []
  let documents = 0
  for await (const document of readManifestLines(out, report)) {
    documents++
    if (document.entry.verdict !== 'failed') {
      listed.add(document.entry.clean.path).add(document.entry.provenance.path)
    }
    const task = limit(() => verifyDocument(document, folders, report))
      .catch((error) => errors.push(error))
      .then(() => void running.delete(task))
    running.add(task)
    // The manifest may be longer than memory; it is read no faster than it is worked off.
    if (running.size >= concurrency * 4) await Promise.race(running)
  }
  await Promise.all(running)
  if (errors.length > 0) throw errors[0]
  // A line that cannot be read leaves files without an owner, but they are not stale.
  if (!report.hasFound('manifest-form')) await findStale(out, listed, report)
  const {findings} = report
  const isSound = findings.every(({level}) => level === 'warning')
  return {isSound, documents, hasRaw, checks: report.counts, findings}
}

/** Tell whether a folder is there. */
export function isFolder(path: string): Promise<boolean> {
  return isKind(path, 'isDirectory')
}

async function isKind(path: string, kind: 'isFile' | 'isDirectory'): Promise<boolean> {
  try {
    return (await stat(path))[kind]()
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return false
    throw new UsageError(`Cannot open ${path} (${code})`, {cause: error})
  }
}

async function findStale(out: string, listed: ReadonlySet<string>, report: Report): Promise<void> {
  const walk = async (folder: string): Promise<void> => {
    const entries = await readdir(join(out, folder), {withFileTypes: true}).catch((error) => {
      if (error.code === 'ENOENT') return []
      throw error
    })
    for (const entry of entries) {
      const path = `${folder}/${entry.name}`
      if (entry.isDirectory()) await walk(path)
      else {
        report.made('stale')
        if (!listed.has(path)) report.found('stale', path, 'the manifest does not know it')
      }
    }
  }
  await walk('clean')
  await walk('provenance')
}
