/**
 * Find what lies in the output and not in the manifest, say why it may lie there, and what to do about it: the same that
 * `palimpsest run` says. A provenance file speaks for itself and for the clean text beside it; nothing else does.
 */
import type {Dirent} from 'node:fs'
import {readdir} from 'node:fs/promises'
import {join} from 'node:path'
import {readRegularFile} from '../../regular-file.js'
import {describe} from '../../run/system-errors.js'
import {spread} from './document.js'
import {digestOfBytes} from './json.js'
import type {Report} from './report.js'

export interface StaleSearch {
  readonly out: string
  /** Files that the manifest knows. */
  readonly listed: ReadonlySet<string>
  /** Where the files of documents that failed would be. */
  readonly failed: ReadonlySet<string>
}

const prune = '`palimpsest run --prune` removes it'
const byHand = 'it stays whatever is run; move it elsewhere, or remove it'

/** Report every file below `clean` and `provenance` that the manifest does not know. Dot files are no output of ours. */
export async function findStale({out, listed, failed}: StaleSearch, report: Report): Promise<void> {
  const visit = async (path: string): Promise<void> => {
    report.made('stale')
    if (listed.has(path)) return
    const found = (message: string, advice: string): void => report.found('stale', path, message, undefined, advice)
    if (failed.has(path)) {
      found(
        'its document failed in the last run, and this is what an earlier one gave',
        'it stays until the document comes out',
      )
      return
    }
    const kind = await kindOf(out, path)
    if (kind === 'gone') found('its raw is gone or was renamed', prune)
    else if (kind === 'changed') found('its raw is gone or was renamed, and it was changed by hand', byHand)
    else found('neither the manifest nor a provenance file knows it', byHand)
  }
  const walk = async (folder: string): Promise<void> => {
    let entries: Dirent[]
    try {
      entries = await readdir(join(out, folder), {withFileTypes: true})
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
      report.made('stale')
      report.found('stale', folder, `it cannot be listed: ${describe(error)}`)
      return
    }
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue
      const path = `${folder}/${entry.name}`
      if (entry.isDirectory()) await walk(path)
      else await visit(path)
    }
  }
  await walk('clean')
  await walk('provenance')
}

/** Tell what a file is by the provenance file that speaks of it. */
async function kindOf(out: string, path: string): Promise<'gone' | 'changed' | 'stray'> {
  const id = /^(?:clean\/(.+)\.md|provenance\/(.+)\.json)$/s
    .exec(path)
    ?.slice(1)
    .find((name) => name !== undefined)
  if (id === undefined) return 'stray'
  const recorded = cleanDigestOf(await readRegularFile(join(out, `provenance/${id}.json`)).then(String, () => ''), id)
  if (recorded === undefined) return 'stray'
  if (path.startsWith('provenance/')) return 'gone'
  const digest = await readRegularFile(join(out, path)).then(digestOfBytes, () => undefined)
  return digest === recorded ? 'gone' : 'changed'
}

/** The digest of the clean text that a provenance file of ours records. */
function cleanDigestOf(content: string, id: string): unknown {
  if (!content.startsWith('{"format":"palimpsest-provenance",')) return undefined
  try {
    const provenance = JSON.parse(content) as {id?: unknown; clean?: {sha256?: unknown}}
    const owner = provenance.id
    return typeof owner === 'string' && (owner === id || spread(owner) === id) ? provenance.clean?.sha256 : undefined
  } catch {
    // Not as a run wrote it, so nothing is known by it.
    return undefined
  }
}
