/**
 * Read one raw: its bytes, its digest, or the reason why not.
 */
import {formatSize} from '../config/units.js'
import {DocumentError} from '../errors.js'
import {sha256} from '../provenance/outputs.js'
import {readRegularFile} from '../regular-file.js'
import {describe} from './system-errors.js'

export interface Raw {
  readonly bytes: Uint8Array
  readonly sha256: string
}

/**
 * Read a raw.
 *
 * @param limit the most bytes it may have.
 * @throws DocumentError for what cannot be read.
 */
export async function readRaw(file: string, limit: number): Promise<Raw> {
  try {
    const bytes = await readRegularFile(file, limit)
    return {bytes, sha256: sha256(bytes)}
  } catch (cause) {
    throw unreadable(cause, file, limit)
  }
}

/** Why a raw of more bytes than the limit is left out. */
export function tooLarge(limit: number): DocumentError {
  return new DocumentError(`is larger than ${formatSize(limit)}; raise limits.bytes in the configuration to take it in`)
}

/** Why a file cannot be read, as an error of its document; an error that is none of the file system comes back as it is. */
export function unreadable(cause: unknown, file: string, limit: number): Error {
  const {code} = cause as NodeJS.ErrnoException
  // No error of the file system, so a bug.
  if (code === undefined) return cause as Error
  if (code === 'EFBIG') return tooLarge(limit)
  if (code === 'EFTYPE' || code === 'EISDIR') return new DocumentError('is not a regular file', {cause})
  const isGone = code === 'ENOENT'
  if (isGone && file.includes('\ufffd')) return new DocumentError('its name is not valid UTF-8; rename it', {cause})
  return new DocumentError(isGone ? 'vanished during the run' : `cannot be read: ${describe(cause)}`, {cause})
}
