/**
 * Read web archives (WARC 1.0 and 1.1, with the texts of WET among them): the pages and texts that were fetched in order.
 *
 * Where records begin and end is found here, and headers are parsed by warcio. Its own way from record to record believes what an
 * archive says of itself: a header without end is read to the end of the file, a record that is cut off is waited for without end,
 * and one with a wrong length is given, with whatever stands there.
 */
import {formatSize} from '../config/units.js'
import {describeBinary} from '../document/binary.js'
import type {Given} from '../document/given.js'
import {tooLarge} from '../run/read-raw.js'
import {ByteReader} from './byte-reader.js'
import {type Chunk, joinPieces} from './chunks.js'
import {decodePayload} from './http-payload.js'
import type {BadRecord, ContainerRecord, LeftOut, ReadOptions} from './record.js'
import {nameRecords} from './record-name.js'
import {
  blockLength,
  type Decision,
  decideByRecord,
  decideByResponse,
  isResponse,
  parseHeaders,
  recordId,
  type Wanted,
} from './warc-headers.js'

/** Most bytes of the header of a record, and of an HTTP answer. */
const longestHeader = 256 * 1024
const tooLongHeader = `cannot be read: its header is longer than ${formatSize(longestHeader)}`
const recordStart = Buffer.from('WARC/')
const recordEnd = Buffer.from('\r\n\r\n')
/** What records are searched for by, where one does not end where it should. */
const surerStart = Buffer.from('WARC/1.')

/** What was read of a record. */
type Reading = {readonly id?: string | undefined} & (
  | {readonly bytes: Uint8Array; readonly given: Given}
  | {readonly leftOut: LeftOut}
  /**
   * Behind a record that is `lost` the next has to be searched for. What is `none` only looks like a record: while one is searched
   * for, that is not worth telling.
   */
  | {readonly reason: string; readonly state: 'bad' | 'lost' | 'none'}
)

/** Looks at bytes of an archive that come later, and tells how many of those before them it has less. */
type LookAhead = (offset: number, length: number) => Promise<{readonly bytes: Uint8Array; readonly missing: number}>

/**
 * Read the records of an archive. Those that are no pages or texts are left out, and counted by `options.onLeftOut`.
 *
 * @param lookAhead tells before a record is read whether it ends where it says; where there is none, that shows only there, and what
 * it has taken along is lost.
 */
export async function* readWarc(
  chunks: AsyncIterable<Chunk> | Iterable<Chunk>,
  options: ReadOptions,
  lookAhead?: LookAhead,
): AsyncGenerator<ContainerRecord | BadRecord, void, undefined> {
  const iterator = Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]()
  const reader = new ByteReader(iterator, surerStart)
  const names = nameRecords()
  const bad = (reason: string, id?: string): BadRecord => ({name: names.bad(id, number), number, reason})
  let number = 0
  /** Whether that something is wrong was told, and no record has begun since. */
  let isLost = false
  /** Whether a record was told to be in doubt since the last gap. */
  let isDoubtTold = false
  try {
    for (;;) {
      await reader.skipLineEnds()
      if (!(await reader.hasMore())) {
        if (reader.takeMember()) continue
        const gap = reader.takeGap()
        if (!gap) break
        // All bytes came, wrong as they may be, and the records that they came as have said so.
        if (gap.gap !== 'checksum' || !isDoubtTold) {
          number += 1
          isLost = true
          yield bad(gap.reason)
        }
        isDoubtTold = false
        continue
      }
      if (!(await reader.mayStartWith(recordStart))) {
        if (!isLost) {
          number += 1
          yield bad(await describeStart(reader, number))
        }
        isLost = true
        await reader.skipTo(surerStart)
        continue
      }
      const start = reader.position
      const reading = await readRecord(reader, options.limit, lookAhead)
      const doubt = reader.doubtSince(start)
      if ('reason' in reading && reading.state !== 'bad') {
        if (!isLost || reading.state === 'lost') {
          number += 1
          yield bad(reading.reason, reading.id)
        }
        isLost = true
        await reader.skipTo(surerStart)
        continue
      }
      number += 1
      isLost = false
      isDoubtTold ||= doubt !== undefined && !('leftOut' in reading)
      if ('leftOut' in reading) options.onLeftOut?.(reading.leftOut)
      else if ('reason' in reading) yield bad(reading.reason, reading.id)
      else {
        const given = {...reading.given, ...(doubt !== undefined && {doubt})}
        yield {name: names.good(reading.id, number), number, bytes: reading.bytes, given}
      }
    }
    if (number === 0) {
      number = 1
      yield bad('is empty, and no web archive')
    }
  } finally {
    await iterator.return?.()
  }
}

async function readRecord(reader: ByteReader, limit: number, lookAhead: LookAhead | undefined): Promise<Reading> {
  const header = await reader.readHeader(longestHeader)
  const again = lastStart(header.bytes)
  if (again > 0) {
    reader.giveBack(header.bytes.subarray(again))
    return {reason: 'is broken off: another record begins inside of its header', state: 'lost'}
  }
  if (!header.isWhole) {
    if (await reader.hasMore()) return {reason: tooLongHeader, state: 'none'}
    return {reason: takeBreak(reader) ?? 'ends inside of its header: the archive is cut off', state: 'lost'}
  }
  const headers = await parseHeaders(header.bytes)
  const length = headers && blockLength(headers)
  if (!headers || length === undefined || !headers.headers.get('WARC-Type')) {
    return {reason: 'cannot be read: its header has no valid WARC-Type and Content-Length', state: 'none'}
  }
  const id = recordId(headers)
  const fault = lookAhead && (await foresee(reader, length, lookAhead))
  if (fault !== undefined) return {id, reason: fault, state: 'lost'}
  let left = length
  let decision: Decision
  if (isResponse(headers)) {
    const http = await reader.readHeader(Math.min(length, longestHeader))
    left -= http.bytes.length
    const isTooLong = !http.isWhole && http.bytes.length === longestHeader
    decision = isTooLong ? {reason: tooLongHeader} : decideByResponse(headers, await parseHeaders(http.bytes))
  } else decision = decideByRecord(headers)

  let pieces: readonly Uint8Array[] = []
  let read: number
  if ('wanted' in decision && left <= longestBlock(limit)) ({pieces, length: read} = await reader.read(left))
  else {
    if ('wanted' in decision) decision = {reason: tooLarge(limit).message}
    read = await reader.skip(left)
  }
  const end = await findFault(reader, length, length - left + read)
  if ('reason' in end) return {id, reason: end.reason, state: 'lost'}
  if ('leftOut' in decision) return decision
  if ('reason' in decision) return {id, reason: decision.reason, state: 'bad'}
  const content = contentOf(joinPieces(pieces, read), decision.wanted, limit)
  if ('reason' in content) return {id, ...content, state: 'bad'}
  return 'given' in content ? {id, ...content, given: {...content.given, ...end}} : {id, ...content}
}

/** Where the last first line of a record stands in what was read as one header. */
function lastStart(header: Buffer): number {
  for (let at = header.lastIndexOf(surerStart); at > 0; at = header.lastIndexOf(surerStart, at - 1)) {
    if (/^\d\r?\n/.test(header.toString('latin1', at + surerStart.length, at + surerStart.length + 3))) return at
  }
  return 0
}

/** Chunks of a transfer coding take a few bytes each; a content coding takes none but in bytes that no text has. */
function longestBlock(limit: number): number {
  return limit + limit / 8 + 64 * 1024
}

/** How far is looked for what follows a record: four bytes of line ends should be between. */
const farthestAhead = 512

/** Find out whether a record will end where it says, before any of it is read: what it says that it has may be other records. */
async function foresee(reader: ByteReader, length: number, lookAhead: LookAhead): Promise<string | undefined> {
  let bytes = reader.ahead(length, farthestAhead)
  if (!bytes) {
    const ahead = await lookAhead(reader.position + length, farthestAhead)
    if (ahead.missing > 0) return cutOff(length - ahead.missing, length)
    bytes = ahead.bytes
  }
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  // What follows may be no record for all that: it shows when that is read.
  if (text.startsWith(`${recordEnd}`)) return undefined
  const behind = text.replace(/^[\r\n]+/, '')
  return `${recordStart}`.startsWith(behind.slice(0, recordStart.length)) ? undefined : wrongLength(length)
}

/** Find out whether a record ends where it says: why it does not, or may not, if there is any reason. */
async function findFault(
  reader: ByteReader,
  length: number,
  read: number,
): Promise<{readonly reason: string} | {readonly doubt?: string}> {
  if (read < length) {
    return {reason: takeBreak(reader) ?? cutOff(read, length)}
  }
  const isClosed = await reader.startsWith(recordEnd)
  await reader.skipLineEnds()
  // A gap within the first bytes of the next record says nothing of this one; nor does one behind it, but that it is in doubt.
  if (!(await reader.hasMore()) || reader.isAtStart || (await reader.mayStartWith(recordStart))) return {}
  // A text may hold such line ends as well.
  return isClosed
    ? {doubt: 'what stands behind it in its archive is no record, so that its length may be wrong'}
    : {reason: wrongLength(length)}
}

function cutOff(read: number, length: number): string {
  return `ends after ${read} of ${length} bytes: the archive is cut off`
}

function wrongLength(length: number): string {
  return `cannot be trusted: the next record does not begin behind the ${length} bytes that it says it has`
}

/** Go on behind the gap that broke a record off, and say what it is; undefined where the archive is cut off there. */
function takeBreak(reader: ByteReader): string | undefined {
  if (reader.takeMember()) return 'cannot be trusted: the next record begins before the end that it says it has'
  const gap = reader.takeGap()
  return gap && gap.gap !== 'cut' ? gap.reason : undefined
}

function contentOf(
  body: Uint8Array,
  {codings, given, isUnlabelled}: Wanted,
  limit: number,
): {readonly bytes: Uint8Array; readonly given: Given} | {readonly leftOut: LeftOut} | {readonly reason: string} {
  if (body.length === 0) return {leftOut: 'empty body'}
  const payload = decodePayload(body, codings, limit)
  if ('reason' in payload) return payload
  if (payload.bytes.length === 0) return {leftOut: 'empty body'}
  if (isUnlabelled && describeBinary(payload.bytes) !== undefined) return {leftOut: 'media type'}
  return {bytes: payload.bytes, given}
}

const arcStart = Buffer.from('filedesc://')

/** Say what stands where a record should begin. */
async function describeStart(reader: ByteReader, number: number): Promise<string> {
  if (number > 1) return 'cannot be read: no record begins where the one before it ends'
  if (await reader.startsWith(arcStart)) return 'is an archive of the old format ARC; convert it to WARC'
  return 'is no web archive: it does not begin with a record of WARC'
}
