/**
 * A file that is held against its digest at once and read for its content when that is needed: what is large is not kept
 * in memory in between.
 */
import {lstat} from 'node:fs/promises'
import {join} from 'node:path'
import {longestText, readRegularFile} from '../../regular-file.js'
import type {CheckId} from './checks.js'
import {digestOfBytes} from './json.js'
import type {Report} from './report.js'

/** A file may be so many bytes larger than what is recorded of it and still be read, for the place where it differs. */
const tolerance = 1024 ** 2

/** What a manifest records of a file. */
export interface Recorded {
  readonly path: string
  readonly bytes?: number | undefined
}

/** A file that could be read. */
export interface StoredFile {
  readonly path: string
  readonly digest: string
  readonly size: number
  /** Read it, again. */
  read(): Promise<Buffer>
}

/**
 * Open a file for a check; when it cannot be read, that is a finding. One that is far larger than the manifest records is
 * not the one that was written, whatever it is, and is left unread.
 */
export async function openFile(
  folder: string,
  {path, bytes: recorded = 0}: Recorded,
  check: CheckId,
  report: Report,
): Promise<StoredFile | undefined> {
  report.made(check)
  // A raw may be a link inside its folder; what is written never is one, and what it leads to may change unseen.
  if (check !== 'raw' && (await lstat(join(folder, path)).catch(() => undefined))?.isSymbolicLink()) {
    report.found(check, path, 'it is a symbolic link, and not the file that was written')
    return undefined
  }
  const read = (): Promise<Buffer> => readRegularFile(join(folder, path), Math.min(longestText, recorded + tolerance))
  try {
    const bytes = await read()
    return {path, digest: digestOfBytes(bytes), size: bytes.length, read}
  } catch (error) {
    report.found(check, path, faultOf(error, recorded))
    return undefined
  }
}

function faultOf(error: unknown, recorded: number): string {
  const {code} = error as NodeJS.ErrnoException
  // No error of the file system, so a bug.
  if (code === undefined) throw error
  if (code !== 'EFBIG') return `it cannot be read (${code})`
  if (recorded + tolerance > longestText)
    return `it has more than ${longestText} bytes, which cannot be read as one text`
  return `it is far larger than the ${recorded} bytes that the manifest records`
}
