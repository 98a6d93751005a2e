/**
 * Read a file that somebody may have put in the place of another: never wait for a pipe, never read a device without end,
 * never take more into memory than was asked for, whatever the file's size was said to be.
 *
 * Links are followed, for folders of results may hold them by choice.
 */
import {constants as limits} from 'node:buffer'
import {closeSync, constants, fstatSync, openSync, readSync, type Stats} from 'node:fs'
import {type FileHandle, open} from 'node:fs/promises'
import {formatSize} from './config/units.js'

/** Most bytes that can be taken as one text: half a gigabyte, the longest string there is. */
export const longestText: number = Math.min(limits.MAX_STRING_LENGTH, 2 ** 29)

// Without O_NONBLOCK the opening of a pipe would wait until somebody writes to it.
const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

/**
 * Open a regular file to read it.
 *
 * @throws an error of the file system, with its code; EISDIR for a folder, EFTYPE for a pipe, a socket or a device, EFBIG
 *   for a file that is larger than the limit.
 */
export async function openRegularFile(path: string, limit: number = Number.MAX_SAFE_INTEGER): Promise<FileHandle> {
  const handle = await open(path, flags)
  try {
    checkStats(await handle.stat(), limit)
    return handle
  } catch (error) {
    await handle.close()
    throw error
  }
}

/**
 * Read a regular file.
 *
 * @param limit the most bytes that it may have.
 * @throws as `openRegularFile`.
 */
export async function readRegularFile(path: string, limit: number = longestText): Promise<Buffer> {
  const handle = await openRegularFile(path, limit)
  try {
    // One byte more than there should be, to see whether the file has grown meanwhile.
    let buffer: Buffer = Buffer.allocUnsafeSlow(Math.min(limit, (await handle.stat()).size) + 1)
    for (let length = 0; ; ) {
      const {bytesRead} = await handle.read(buffer, length, buffer.length - length, null)
      if (bytesRead === 0) return buffer.subarray(0, length)
      length += bytesRead
      buffer = withRoom(buffer, length, limit)
    }
  } finally {
    await handle.close()
  }
}

/** The same, for who cannot wait. */
export function readRegularFileSync(path: string, limit: number = longestText): Buffer {
  const file = openSync(path, flags)
  try {
    const stats = fstatSync(file)
    checkStats(stats, limit)
    let buffer: Buffer = Buffer.allocUnsafeSlow(stats.size + 1)
    for (let length = 0; ; ) {
      const read = readSync(file, buffer, length, buffer.length - length, null)
      if (read === 0) return buffer.subarray(0, length)
      length += read
      buffer = withRoom(buffer, length, limit)
    }
  } finally {
    closeSync(file)
  }
}

function checkStats(stats: Stats, limit: number): void {
  if (stats.isDirectory()) throw Object.assign(new Error('it is a folder'), {code: 'EISDIR'})
  if (!stats.isFile()) throw Object.assign(new Error('it is not a regular file'), {code: 'EFTYPE'})
  if (stats.size > limit) throw tooLarge(limit)
}

function withRoom(buffer: Buffer, length: number, limit: number): Buffer {
  if (length > limit) throw tooLarge(limit)
  return length < buffer.length ? buffer : Buffer.concat([buffer], Math.min(limit + 1, length * 2 + 4096))
}

function tooLarge(limit: number): Error {
  return Object.assign(new Error(`it is larger than ${formatSize(limit)}`), {code: 'EFBIG'})
}
