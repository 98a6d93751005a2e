/** Decompress one member of a gzip file (RFC 1952): header, deflate data, checksum and size. */
import {crc32, createInflateRaw, type InflateRaw, inflateRawSync} from 'node:zlib'
import type {FileWindow} from './file-window.js'

/** What became of a member. */
export interface MemberOutcome {
  readonly state: 'whole' | 'damaged' | 'checksum' | 'cut'
  /** Bytes given. */
  readonly given: number
  /** Offset behind the member; where it is damaged, an offset that is not before the place at which this showed. */
  readonly end: number
}

/** Archives have a member for each record; most of them are decompressed with one call, which is much cheaper than a stream. */
const smallMember = 128 * 1024
const smallContent = 4 * 1024 * 1024

const chunkSize = 64 * 1024
/** Length of what begins every header, and of what follows the deflate data. */
const fixedHeader = 10
const trailerLength = 8

/** Tell whether bytes begin like a member. Where there are fewer of them than its header has, they may be the beginning of one. */
export function beginsMember(bytes: Uint8Array): boolean {
  const [first = 0x1f, second = 0x8b, method = 8, flags = 0] = bytes
  return bytes.length > 0 && first === 0x1f && second === 0x8b && method === 8 && (flags & 0xe0) === 0
}

/** Tell, more strictly, whether a member's header stands at an offset: what is found by searching may be there by chance. */
export function isMemberHeader(bytes: Uint8Array, offset: number): boolean {
  const header = bytes.subarray(offset, offset + fixedHeader)
  if (header.length < fixedHeader || !beginsMember(header)) return false
  const compression = header[8]!
  const system = header[9]!
  return (compression === 0 || compression === 2 || compression === 4) && (system <= 13 || system === 255)
}

/**
 * Find out what becomes of a member, before anything of it is given: its checksum stands behind all that it vouches for. A large one
 * is decompressed once for that, and again for what it holds, as no more than a chunk of it is ever in memory.
 */
export async function measureMember(
  window: FileWindow,
  start: number,
): Promise<{readonly outcome: MemberOutcome; readonly content: AsyncGenerator<Uint8Array> | Iterable<Uint8Array>}> {
  const pieces: Uint8Array[] = []
  let length = 0
  const member = readMember(window, start)
  for (;;) {
    const {done, value} = await member.next()
    if (!done) {
      length += value.length
      if (length <= smallContent) pieces.push(value)
      else pieces.length = 0
      continue
    }
    return {outcome: value, content: length <= smallContent ? pieces : readMember(window, start)}
  }
}

/** Decompress the member that begins at an offset, where `beginsMember` holds. */
export async function* readMember(
  window: FileWindow,
  start: number,
): AsyncGenerator<Uint8Array, MemberOutcome, undefined> {
  const head = await window.peek(start, smallMember)
  const length = headerLength(head)
  if (length === undefined) {
    const isCut = head.length < smallMember
    return {state: isCut ? 'cut' : 'damaged', given: 0, end: start + head.length}
  }
  const from = start + length
  let given = 0
  let crc = 0
  let end: number
  const small = inflateSmall(head.subarray(length))
  if (small) {
    end = from + small.consumed
    given = small.content.length
    crc = crc32(small.content)
    if (given > 0) yield small.content
  } else {
    const stream = inflateFrom(window, from)
    for (;;) {
      const next = await stream.next()
      if (next.done) {
        if (next.value.state !== 'whole') return {state: next.value.state, given, end: next.value.end}
        end = next.value.end
        break
      }
      given += next.value.length
      crc = crc32(next.value, crc)
      yield next.value
    }
  }
  const trailer = await window.peek(end, trailerLength)
  end += trailer.length
  if (trailer.length < trailerLength) return {state: 'cut', given, end}
  const isRight = trailer.readUInt32LE(0) === crc && trailer.readUInt32LE(4) === given % 2 ** 32
  return {state: isRight ? 'whole' : 'checksum', given, end}
}

/** Measure a header with its name, comment and extra fields; undefined where it does not end in these bytes. */
function headerLength(bytes: Buffer): number | undefined {
  if (bytes.length < fixedHeader) return undefined
  const flags = bytes[3]!
  let at = fixedHeader
  if (flags & 4) {
    if (bytes.length < at + 2) return undefined
    at += 2 + bytes.readUInt16LE(at)
  }
  for (const flag of [8, 16]) {
    if (!(flags & flag)) continue
    const end = bytes.indexOf(0, at)
    if (end < 0) return undefined
    at = end + 1
  }
  if (flags & 2) at += 2
  return at <= bytes.length ? at : undefined
}

interface Inflated {
  readonly content: Buffer
  readonly consumed: number
}

/** Decompress deflate data that end within these bytes and are not large; undefined for others, and for damaged ones. */
function inflateSmall(bytes: Uint8Array): Inflated | undefined {
  try {
    const options = {info: true, chunkSize, maxOutputLength: smallContent}
    const {buffer, engine} = inflateRawSync(bytes, options) as unknown as {buffer: Buffer; engine: InflateRaw}
    return {content: buffer, consumed: engine.bytesWritten}
  } catch (error) {
    // Cut, damaged or large: the stream tells which, and gives what comes before.
    if (isZlibError(error)) return undefined
    throw error
  }
}

/**
 * Decompress deflate data of any size. Bytes are given to the engine only when all that came of those before was taken: so no
 * more than a chunk is in memory, and what comes before a damage does not depend on how fast it was taken.
 */
async function* inflateFrom(
  window: FileWindow,
  from: number,
): AsyncGenerator<Uint8Array, {readonly state: 'whole' | 'damaged' | 'cut'; readonly end: number}, undefined> {
  const engine = createInflateRaw({chunkSize})
  let failure: Error | undefined
  let wake = (): void => {}
  engine.on('readable', () => wake())
  engine.on('error', (error) => {
    failure = error
    wake()
  })
  try {
    for (let position = from; ; ) {
      const input = await window.peek(position, chunkSize)
      if (input.length === 0) return {state: 'cut', end: position}
      position += input.length
      let isTaken = false
      engine.write(input, (error) => {
        failure ??= error ?? undefined
        isTaken = true
        wake()
      })
      for (;;) {
        for (let output: Buffer | null; (output = engine.read() as Buffer | null) !== null; ) yield output
        if (isTaken || failure) break
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
      if (failure) {
        if (isZlibError(failure)) return {state: 'damaged', end: position}
        throw failure
      }
      // The engine leaves bytes behind only where its data end.
      if (engine.bytesWritten < position - from) return {state: 'whole', end: from + engine.bytesWritten}
    }
  } finally {
    engine.destroy()
  }
}

/** Tell an error of the compressed data from one of the program. */
function isZlibError(error: unknown): boolean {
  const {code} = error as NodeJS.ErrnoException
  return code === 'ERR_BUFFER_TOO_LARGE' || (code?.startsWith('Z_') ?? false)
}
