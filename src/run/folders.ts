/** Check the two folders of a run before anything is done: one is only read, the other only ours to write below. */
import {realpath, stat} from 'node:fs/promises'
import {dirname, resolve} from 'node:path'
import {UsageError} from '../errors.js'
import {describe} from './system-errors.js'

/** The folders of a run, as real paths; the output folder need not exist yet. */
export interface Folders {
  readonly raw: string
  readonly out: string
}

/**
 * Find the folders of a run.
 *
 * @throws UsageError when the raw folder is none, or one of the folders lies in the other, links resolved.
 */
export async function findFolders(cwd: string, rawGiven: string, outGiven: string): Promise<Folders> {
  const rawPath = resolve(cwd, rawGiven)
  const outPath = resolve(cwd, outGiven)
  const raw = await realpath(rawPath).catch((cause) => {
    const isMissing = cause.code === 'ENOENT' || cause.code === 'ENOTDIR'
    const message = isMissing
      ? `No raw folder at ${rawPath}; make it and put scrapes into it, or name another: palimpsest run RAW OUT`
      : `Cannot open the raw folder ${rawPath}: ${describe(cause)}`
    throw new UsageError(message, {cause})
  })
  if (!(await stat(raw)).isDirectory()) {
    throw new UsageError(
      `${rawPath} is a file, not a folder; name the folder it stands in, or clean it alone: palimpsest clean ${rawGiven}`,
    )
  }
  const base = await nearestExisting(outPath)
  if (base.path === outPath && !base.isFolder)
    throw new UsageError(`${outPath} is a file; name a folder for the output`)
  if (!base.isFolder) throw new UsageError(`Cannot write to ${outPath}: ${base.path} is a file, not a folder`)
  const out = resolve(base.real, outPath.slice(base.path.length).replace(/^[\\/]+/, ''))
  if (await isWithin(base.real, raw)) {
    const where = base.real === raw && base.path === outPath ? 'is' : 'lies in'
    throw new UsageError(
      `The output folder ${outPath} ${where} the raw folder ${rawPath}, which is only ever read; name another one`,
    )
  }
  if (base.path === outPath && (await isWithin(raw, base.real))) {
    throw new UsageError(`The raw folder ${rawPath} lies in the output folder ${outPath}; name another output folder`)
  }
  return {raw, out}
}

async function nearestExisting(path: string): Promise<{path: string; real: string; isFolder: boolean}> {
  for (let folder = path; ; folder = dirname(folder)) {
    try {
      const real = await realpath(folder)
      return {path: folder, real, isFolder: (await stat(real)).isDirectory()}
    } catch (cause) {
      const {code} = cause as NodeJS.ErrnoException
      if ((code !== 'ENOENT' && code !== 'ENOTDIR') || dirname(folder) === folder) {
        throw new UsageError(`Cannot open the output folder ${path}: ${describe(cause)}`, {cause})
      }
    }
  }
}

/** Tell whether a folder is another one or lies in it. Folders are compared by identity, as one may have several names. */
export async function isWithin(folder: string, container: string): Promise<boolean> {
  const wanted = await stat(container, {bigint: true})
  for (let path = folder; ; path = dirname(path)) {
    const {dev, ino} = await stat(path, {bigint: true})
    if (dev === wanted.dev && ino === wanted.ino) return true
    if (dirname(path) === path) return false
  }
}
