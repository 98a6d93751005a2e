/**
 * Read one raw: its bytes, its digest, or the reason why not. Never hangs on what is not a file, and never takes more of
 * a file into memory than the limit allows, whatever its size was said to be.
 */
import {constants} from 'node:fs'
import {type FileHandle, open} from 'node:fs/promises'
import {formatSize} from '../config/units.js'
import {DocumentError} from '../errors.js'
import {sha256} from '../provenance/outputs.js'
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
  let handle: FileHandle
  try {
    // Without O_NONBLOCK the opening of a pipe, put there since the folder was listed, would wait for ever.
    handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  } catch (cause) {
    throw unreadable(cause, file)
  }
  try {
    const stats = await handle.stat()
    if (!stats.isFile()) throw new DocumentError('is not a regular file')
    if (stats.size > limit) throw tooLarge(limit)
    const bytes = await readAll(handle, stats.size, limit)
    return {bytes, sha256: sha256(bytes)}
  } catch (cause) {
    throw cause instanceof DocumentError ? cause : unreadable(cause, file)
  } finally {
    await handle.close()
  }
}

async function readAll(handle: FileHandle, size: number, limit: number): Promise<Uint8Array> {
  // One byte more than there should be, to see whether the file has grown meanwhile.
  let buffer = Buffer.allocUnsafeSlow(size + 1)
  let length = 0
  for (;;) {
    const {bytesRead} = await handle.read(buffer, length, buffer.length - length, null)
    if (bytesRead === 0) return buffer.subarray(0, length)
    length += bytesRead
    if (length > limit) throw tooLarge(limit)
    if (length === buffer.length) buffer = Buffer.concat([buffer], Math.min(limit + 1, length * 2))
  }
}

/** Why a raw of more bytes than the limit is left out. */
function tooLarge(limit: number): DocumentError {
  return new DocumentError(`is larger than ${formatSize(limit)}; raise limits.bytes in the configuration to take it in`)
}

function unreadable(cause: unknown, file: string): DocumentError {
  const isGone = (cause as NodeJS.ErrnoException).code === 'ENOENT'
  if (isGone && file.includes('\ufffd')) return new DocumentError('its name is not valid UTF-8; rename it', {cause})
  return new DocumentError(isGone ? 'vanished during the run' : `cannot be read: ${describe(cause)}`, {cause})
}
