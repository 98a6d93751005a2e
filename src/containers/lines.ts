/**
 * Cut a stream of bytes into lines. They end with LF or CRLF and nothing else: what other programs take for a line end (U+2028,
 * a lone CR) may stand in the strings of JSON.
 */
import {type Chunk, type Gap, isGap, isMemberStart, joinPieces} from './chunks.js'

export type Line =
  | {
      readonly kind: 'line'
      /** Counting from 1; behind a gap, from the line in which the gap is, as nobody knows how many are missing. */
      readonly number: number
      /** Without the line end. May be a view of a larger chunk. */
      readonly bytes: Uint8Array
      /** Whether the line stands next to a gap, and so may be a piece of one. */
      readonly isBroken: boolean
      /** Why what it holds cannot be trusted, where it cannot. */
      readonly doubt?: string
    }
  | {readonly kind: 'too long'; readonly number: number; readonly length: number}
  /** Where a checksum does not match, nothing is missing: the line of this number goes on, or comes next. */
  | {readonly kind: 'gap'; readonly number: number; readonly gap: Gap}

/**
 * Cut into lines. A byte order mark at the beginning is taken off. Lines of nothing but spaces are counted and not given, since a file
 * may have any number of them.
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
  /** Why what comes cannot be trusted, and why the line in progress cannot. */
  let doubt: string | undefined
  let lineDoubt: string | undefined
  let isDoubtTold = false
  /** Whether the line in progress should have ended with its member, for all that is known. */
  let mayHaveEnded = false
  /** End the line in progress with its last piece. */
  const finish = (last: Uint8Array): Line | undefined => {
    const total = length + last.length
    const bytes = total > limit || pieces.length === 0 ? last : joinPieces([...pieces, last], total)
    const why = last.length > 0 ? (lineDoubt ?? doubt) : lineDoubt
    pieces = []
    length = 0
    lineDoubt = undefined
    const content = trim(bytes, number === 1)
    if (total <= limit && isBlank(content)) return undefined
    isDoubtTold ||= why !== undefined
    if (total > limit) return {kind: 'too long', number, length: total}
    return {kind: 'line', number, bytes: content, isBroken, ...(why !== undefined && {doubt: why})}
  }
  for await (const chunk of chunks) {
    if (isMemberStart(chunk)) {
      doubt = chunk.doubt
      isDoubtTold = false
      continue
    }
    if (isGap(chunk)) {
      doubt = undefined
      // Wrong as they may be, all bytes of the member came, and the line goes on in the next.
      if (chunk.gap === 'checksum') {
        // What came of the member tells of it, if anything did.
        if (!isDoubtTold && lineDoubt === undefined) yield {kind: 'gap', number, gap: chunk}
        mayHaveEnded = length > 0
        continue
      }
      isBroken = true
      const broken = length > 0 && finish(empty)
      if (broken) yield broken
      yield {kind: 'gap', number, gap: chunk}
      number += 1
      continue
    }
    // Its end may be among the bytes that are wrong: what begins like an object is another line.
    if (mayHaveEnded && chunk[0] === openingBrace) {
      const ended = finish(empty)
      if (ended) yield ended
      number += 1
    }
    mayHaveEnded = false
    let start = 0
    for (;;) {
      if (length === 0) {
        const blank = measureBlank(chunk, start)
        if (blank.lines > 0) isBroken = false
        number += blank.lines
        start = blank.end
      }
      const end = chunk.indexOf(lineFeed, start)
      if (end < 0) break
      const line = finish(chunk.subarray(start, end))
      if (line) yield line
      isBroken = false
      number += 1
      start = end + 1
    }
    if (start === chunk.length) continue
    const rest = chunk.subarray(start)
    length += rest.length
    lineDoubt ??= doubt
    if (length > limit) pieces = []
    else pieces.push(rest)
  }
  const last = length > 0 && finish(empty)
  if (last) yield last
}

const empty = new Uint8Array()
const lineFeed = 0x0a
const openingBrace = 0x7b

/** Count the blank lines that begin at an offset, and find the end of the last. */
function measureBlank(bytes: Uint8Array, start: number): {readonly lines: number; readonly end: number} {
  let lines = 0
  let end = start
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte === lineFeed) {
      lines += 1
      end = at + 1
    } else if (!isSpace(byte)) break
  }
  return {lines, end}
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0d
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every(isSpace)
}

function trim(bytes: Uint8Array, isFirst: boolean): Uint8Array {
  const hasMark = isFirst && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  return bytes.subarray(hasMark ? 3 : 0, bytes.at(-1) === 0x0d ? -1 : bytes.length)
}
