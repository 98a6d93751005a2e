/** Read the lines of files that a run has written. */
import type {FileHandle} from 'node:fs/promises'

/** Most bytes of a line: no run writes a longer one. */
const longestLine = 64 * 1024 ** 2

/** The lines of a stretch of a file, without their ends. Each must be used before the next is asked for. */
export async function* linesBetween(
  file: FileHandle,
  start = 0,
  end: number = Number.POSITIVE_INFINITY,
): AsyncGenerator<Buffer> {
  const chunk = Buffer.allocUnsafe(1024 ** 2)
  let rest: Buffer = Buffer.alloc(0)
  for (let offset = start; offset < end; ) {
    const {bytesRead} = await file.read(chunk, 0, Math.min(chunk.length, end - offset), offset)
    if (bytesRead === 0) break
    offset += bytesRead
    let from = 0
    for (let at = chunk.indexOf(10); at >= 0 && at < bytesRead; at = chunk.indexOf(10, from)) {
      yield rest.length > 0 ? Buffer.concat([rest, chunk.subarray(from, at)]) : chunk.subarray(from, at)
      rest = Buffer.alloc(0)
      from = at + 1
    }
    rest = Buffer.concat([rest, chunk.subarray(from, bytesRead)])
    if (rest.length > longestLine) break
  }
  if (rest.length > 0) yield rest
}
