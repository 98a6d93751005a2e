/**
 * Undo the codings of an HTTP body, as a browser would: transfer codings first, then content codings.
 *
 * Many crawlers store the body as it was after decoding and leave the header that tells of the coding. Where a body does not
 * decode, and is text as it stands, it is taken for what it is.
 */
import {isUtf8} from 'node:buffer'
import {brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync} from 'node:zlib'
import {describeBinary} from '../document/binary.js'
import {tooLarge} from '../run/read-raw.js'
import {joinPieces} from './chunks.js'

export type Payload = {readonly bytes: Uint8Array} | {readonly reason: string}

/** The codings of a body, as its headers name them. */
export interface Codings {
  readonly transfer: string | null
  readonly content: string | null
}

/** Undo the codings of a body. What comes out shares its memory with nothing. */
export function decodePayload(body: Uint8Array, codings: Codings, limit: number): Payload {
  let bytes = body
  // Codings are named in the order in which they were applied.
  for (const coding of [...namesOf(codings.content), ...namesOf(codings.transfer)].reverse()) {
    const decoded = undo(coding, bytes, limit)
    if ('bytes' in decoded) bytes = decoded.bytes
    else if (decoded.reason !== undefined) return {reason: decoded.reason}
    else if (!isText(bytes)) return {reason: describe(coding)}
  }
  if (bytes.length > limit) return {reason: tooLarge(limit).message}
  return {bytes: bytes.byteLength === bytes.buffer.byteLength ? bytes : Uint8Array.from(bytes)}
}

function namesOf(header: string | null): string[] {
  const names = (header ?? '').toLowerCase().split(',')
  return names.map((name) => name.trim()).filter((name) => name !== '' && name !== 'identity' && name !== 'none')
}

type Undo = (bytes: Uint8Array, maxOutputLength: number) => Uint8Array

const undoing: Readonly<Record<string, Undo>> = {
  gzip: (bytes, maxOutputLength) => gunzipSync(bytes, {maxOutputLength}),
  // What HTTP calls deflate has a zlib header, which some servers leave out.
  deflate: (bytes, maxOutputLength) =>
    hasZlibHeader(bytes) ? inflateSync(bytes, {maxOutputLength}) : inflateRawSync(bytes, {maxOutputLength}),
  br: (bytes, maxOutputLength) => brotliDecompressSync(bytes, {maxOutputLength}),
}

/** Undo one coding; neither bytes nor a reason where it cannot be undone. */
function undo(
  coding: string,
  bytes: Uint8Array,
  limit: number,
): {readonly bytes: Uint8Array} | {readonly reason?: string} {
  if (bytes.length === 0) return {bytes}
  if (coding === 'chunked') return dechunk(bytes)
  const known = coding === 'x-gzip' ? 'gzip' : coding
  if (!Object.hasOwn(undoing, known)) return {}
  try {
    const decoded = undoing[known]!(bytes, limit)
    // The first byte of some texts is a whole Brotli stream, of nothing.
    return decoded.length === 0 && isText(bytes) ? {} : {bytes: decoded}
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException
    if (code === 'ERR_BUFFER_TOO_LARGE') return {reason: tooLarge(limit).message}
    if (code?.startsWith('Z_') || code?.startsWith('ERR_') || code?.startsWith('BROTLI')) return {}
    throw error
  }
}

function hasZlibHeader(bytes: Uint8Array): boolean {
  const [first = 0, second = 0] = bytes
  return (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0
}

/**
 * Undo chunked transfer coding. Neither bytes nor a reason where the body is not chunked at all. (Written out here, as warcio
 * copies all that is left of a body at each of its chunks.)
 */
function dechunk(body: Uint8Array): {readonly bytes: Uint8Array} | {readonly reason?: string} {
  const broken = {reason: 'is broken off: its chunked transfer coding does not end in order'}
  const buffer = Buffer.from(body.buffer, body.byteOffset, body.length)
  const pieces: Uint8Array[] = []
  let length = 0
  for (let at = 0; ; ) {
    const failure = at === 0 ? {} : broken
    const lineEnd = buffer.indexOf('\n', at)
    if (lineEnd < 0 || lineEnd - at > 4096) return failure
    const size = /^([\da-f]{1,8})[ \t]*(?:;.*)?\r?$/i.exec(buffer.toString('latin1', at, lineEnd))?.[1]
    if (size === undefined) return failure
    const end = lineEnd + 1 + Number.parseInt(size, 16)
    // Trailers may follow the last chunk; they are no part of the body.
    if (end === lineEnd + 1) return {bytes: joinPieces(pieces, length)}
    if (end > buffer.length) return broken
    pieces.push(buffer.subarray(lineEnd + 1, end))
    length += end - lineEnd - 1
    if (buffer[end] === 0x0a) at = end + 1
    else if (buffer[end] === 0x0d && buffer[end + 1] === 0x0a) at = end + 2
    else return end === buffer.length ? broken : failure
  }
}

/** Tell text that stands there undecoded from compressed data. */
function isText(bytes: Uint8Array): boolean {
  if (describeBinary(bytes) !== undefined) return false
  return isUtf8(bytes) || /^\s*</.test(Buffer.from(bytes.subarray(0, 200)).toString('latin1'))
}

function describe(coding: string): string {
  const known = Object.hasOwn(undoing, coding === 'x-gzip' ? 'gzip' : coding)
  if (known) return `cannot be decoded: its content coding "${coding}" is damaged or cut off`
  return `cannot be decoded: its content coding ${JSON.stringify(coding.slice(0, 40))} is unknown`
}
