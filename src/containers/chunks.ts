/** The bytes of a container as they come: chunk by chunk, with a mark at every place where some are missing. */
import type {FileHandle} from 'node:fs/promises'

/** A place where bytes are missing, or cannot be trusted. */
export interface Gap {
  /**
   * What is wrong: `damaged` compressed data, a `checksum` that they do not match, a file that ends inside of them (`cut`),
   * bytes between them that are none (`foreign`).
   */
  readonly gap: 'damaged' | 'checksum' | 'cut' | 'foreign'
  /** Offset in the compressed file: where the gzip member begins, or the bytes that belong to none. */
  readonly at: number
  /** How many bytes of the member came before the gap. What precedes the damage may be damaged as well; before a cut it is right. */
  readonly given: number
  /** As a predicate: `cannot be read: …`. */
  readonly reason: string
}

/** A place where a gzip member begins that gives any bytes. */
export interface MemberStart {
  /** Offset in the compressed file. */
  readonly member: number
  /**
   * Why its bytes cannot be trusted, up to the gap behind them: they do not match their checksum, or damage shows further on, and
   * nobody knows where it began. Missing where they can.
   */
  readonly doubt?: string
}

export type Chunk = Uint8Array | Gap | MemberStart

export function isGap(chunk: Chunk): chunk is Gap {
  return 'gap' in chunk
}

export function isMemberStart(chunk: Chunk): chunk is MemberStart {
  return 'member' in chunk
}

const chunkSize = 256 * 1024

/** Read an open file from its beginning. Each chunk is memory of its own. */
export async function* readChunks(file: FileHandle): AsyncGenerator<Uint8Array, void, undefined> {
  for (let position = 0; ; ) {
    const buffer = Buffer.allocUnsafeSlow(chunkSize)
    const {bytesRead} = await file.read(buffer, 0, buffer.length, position)
    if (bytesRead === 0) return
    position += bytesRead
    yield buffer.subarray(0, bytesRead)
  }
}

/**
 * Join pieces to bytes that share their memory with nothing else: a view of a larger chunk would keep all of that chunk alive,
 * and take it along to a worker.
 */
export function joinPieces(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const joined = new Uint8Array(length)
  let offset = 0
  for (const piece of pieces) {
    joined.set(piece, offset)
    offset += piece.length
  }
  return joined
}
