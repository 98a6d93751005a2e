/** Read the lines of files that a run has written. */
import type {FileHandle} from 'node:fs/promises'
import {cutIntoLines} from '../cut-lines.js'

/** Most bytes of a line: no run writes a longer one. */
const longestLine = 64 * 1024 ** 2

/** The lines of a stretch of a file, without their ends. Each must be used before the next is asked for. */
export function linesBetween(
  file: FileHandle,
  start = 0,
  end: number = Number.POSITIVE_INFINITY,
): AsyncGenerator<Buffer> {
  return cutIntoLines(chunksBetween(file, start, end), longestLine)
}

async function* chunksBetween(file: FileHandle, start: number, end: number): AsyncGenerator<Uint8Array> {
  const chunk = Buffer.allocUnsafe(1024 ** 2)
  for (let offset = start; offset < end; ) {
    const {bytesRead} = await file.read(chunk, 0, Math.min(chunk.length, end - offset), offset)
    if (bytesRead === 0) return
    offset += bytesRead
    yield chunk.subarray(0, bytesRead)
  }
}
