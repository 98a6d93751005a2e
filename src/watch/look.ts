/** Look at what a run works on: the raws, as a run collects them, and the files of settings. */
import {createHash} from 'node:crypto'
import {statSync} from 'node:fs'
import {realpath} from 'node:fs/promises'
import {UsageError} from '../errors.js'
import {collectRaws} from '../run/collect.js'
import {describe} from '../run/system-errors.js'

/** Digest of what lies below the raw folder: names, sizes and times of change. A folder that is not there is one like any other. */
export async function lookAtRaws(folder: string): Promise<string> {
  const hash = createHash('sha256')
  try {
    const {files, refused} = await collectRaws(await realpath(folder))
    for (const {path, file} of files) hash.update(`${path}\0${stampOf(file)}\n`)
    for (const {path, reason} of refused) hash.update(`${path}\0${reason}\n`)
  } catch (error) {
    // A run will say what is wrong with it.
    if (!(error instanceof UsageError) && (error as NodeJS.ErrnoException).code === undefined) throw error
    hash.update(`\0${error instanceof UsageError ? error.message : describe(error)}`)
  }
  return hash.digest('hex')
}

/** The stamps of files, in their order. */
export function lookAtFiles(files: readonly string[]): string {
  return files.map((file) => `${file}\0${stampOf(file)}`).join('\n')
}

/** What changes when a file is written, or another is put in its place. A look at five thousand must not cost five thousand waits. */
function stampOf(file: string): string {
  const stats = statSync(file, {throwIfNoEntry: false, bigint: true})
  return stats ? `${stats.size} ${stats.mtimeNs} ${stats.ctimeNs} ${stats.ino}` : 'none'
}
