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
  /** Paths of the raws, and of the folders, in which something failed. */
  readonly failedRaws: ReadonlySet<string>
  /** Ids of the documents that came out. */
  readonly ids: ReadonlySet<string>
}

const prune = '`palimpsest run --prune` removes it'
const byHand = 'it stays whatever is run; move it elsewhere, or remove it'

/** Report every file below `clean` and `provenance` that the manifest does not know. Dot files are no output of ours. */
export async function findStale({out, listed, failed, failedRaws, ids}: StaleSearch, report: Report): Promise<void> {
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
    const {kind, id, raw} = await originOf(out, path)
    // What came out elsewhere is not that of a raw that failed.
    const failure = raw === undefined || (id !== undefined && ids.has(id)) ? undefined : failedAbove(raw, failedRaws)
    if (kind === 'stray') found('neither the manifest nor a provenance file knows it', byHand)
    else if (failure !== undefined) {
      found(
        `no raw gives it any more, but something failed in ${failure}, and it may be that`,
        `it stays as long as anything fails there: mend what \`palimpsest run\` says of ${failure}, or take it out of the raw folder; then ${prune}`,
      )
    } else if (kind === 'gone') found('its raw is gone or was renamed', prune)
    else found('its raw is gone or was renamed, and it was changed by hand', byHand)
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

interface Origin {
  readonly kind: 'gone' | 'changed' | 'stray'
  /** Id of its document, and path of the raw. */
  readonly id?: string
  readonly raw?: string
}

/** Tell what a file is by the provenance file that speaks of it. */
async function originOf(out: string, path: string): Promise<Origin> {
  const name = /^(?:clean\/(.+)\.md|provenance\/(.+)\.json)$/s
    .exec(path)
    ?.slice(1)
    .find((part) => part !== undefined)
  if (name === undefined) return {kind: 'stray'}
  const content = await readRegularFile(join(out, `provenance/${name}.json`)).then(String, () => '')
  const recorded = readRecorded(content, name)
  if (recorded === undefined) return {kind: 'stray'}
  const {digest, ...origin} = recorded
  if (path.startsWith('provenance/')) return {kind: 'gone', ...origin}
  const actual = await readRegularFile(join(out, path)).then(digestOfBytes, () => undefined)
  return {kind: actual === digest ? 'gone' : 'changed', ...origin}
}

/** What a provenance file of ours records of its document. */
function readRecorded(content: string, name: string): (Omit<Origin, 'kind'> & {readonly digest: unknown}) | undefined {
  if (!content.startsWith('{"format":"palimpsest-provenance",')) return undefined
  try {
    const {id, clean, raw} = JSON.parse(content) as {id?: unknown; clean?: {sha256?: unknown}; raw?: {path?: unknown}}
    if (typeof id !== 'string' || (id !== name && spread(id) !== name) || clean?.sha256 === undefined) return undefined
    return {id, digest: clean.sha256, ...(typeof raw?.path === 'string' && {raw: raw.path})}
  } catch {
    // Not as a run wrote it, so nothing is known by it.
    return undefined
  }
}

/** The raw, or the nearest folder above it, in which something failed. */
function failedAbove(raw: string, failed: ReadonlySet<string>): string | undefined {
  for (let end = raw.length; end > 0; end = raw.lastIndexOf('/', end - 1)) {
    if (failed.has(raw.slice(0, end))) return raw.slice(0, end)
  }
  return undefined
}
