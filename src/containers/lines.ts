/**
 * Cut a stream of bytes into lines. They end with LF or CRLF and nothing else: what other programs take for a line end (U+2028,
 * a lone CR) may stand in the strings of JSON.
 */
import {type Chunk, type Gap, isGap, joinPieces} from './chunks.js'

export type Line =
  | {
      readonly kind: 'line'
      /** Counting from 1; behind a gap, from the line in which the gap is, as nobody knows how many are missing. */
      readonly number: number
      /** Without the line end. May be a view of a larger chunk. */
      readonly bytes: Uint8Array
      /** Whether the line stands next to a gap, and so may be a piece of one. */
      readonly isBroken: boolean
    }
  | {readonly kind: 'too long'; readonly number: number; readonly length: number}
  | {readonly kind: 'gap'; readonly number: number; readonly gap: Gap}

/**
 * Cut into lines. A byte order mark at the beginning is taken off.
 *
 * @param limit the most bytes of a line; what a longer one holds is passed over.
 */
export async function* cutLines(
  chunks: AsyncIterable<Chunk> | Iterable<Chunk>,
  limit: number,
): AsyncGenerator<Line, void, undefined> {
  let number = 1
  let pieces: Uint8Array[] = []
  let length = 0
  let isBroken = false
  /** End the line in progress with its last piece. */
  const finish = (last: Uint8Array): Line => {
    const total = length + last.length
    const bytes = total > limit || pieces.length === 0 ? last : joinPieces([...pieces, last], total)
    pieces = []
    length = 0
    if (total > limit) return {kind: 'too long', number, length: total}
    return {kind: 'line', number, bytes: trim(bytes, number === 1), isBroken}
  }
  for await (const chunk of chunks) {
    if (isGap(chunk)) {
      isBroken = true
      if (length > 0) yield finish(new Uint8Array())
      yield {kind: 'gap', number, gap: chunk}
      number += 1
      continue
    }
    let start = 0
    for (let end: number; (end = chunk.indexOf(0x0a, start)) >= 0; start = end + 1) {
      yield finish(chunk.subarray(start, end))
      isBroken = false
      number += 1
    }
    if (start === chunk.length) continue
    const rest = chunk.subarray(start)
    length += rest.length
    if (length > limit) pieces = []
    else pieces.push(rest)
  }
  if (length > 0) yield finish(new Uint8Array())
}

function trim(bytes: Uint8Array, isFirst: boolean): Uint8Array {
  const hasMark = isFirst && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  return bytes.subarray(hasMark ? 3 : 0, bytes.at(-1) === 0x0d ? -1 : bytes.length)
}
