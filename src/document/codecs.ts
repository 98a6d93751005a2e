/**
 * Codecs: bytes to text and back for one encoding each, with the places that do not survive the way.
 *
 * They know nothing of how an encoding is found. `iconv-lite` has the tables of legacy encodings; Node's own TextDecoder
 * reads windows-1252 wrongly and knows no way back.
 */
import {isUtf8} from 'node:buffer'
import iconv from 'iconv-lite'
import type {Undecodable} from './encoding.js'

export interface Codec {
  decode(bytes: Uint8Array): {text: string; undecodable: Undecodable[]}
  /** Encode a text that came out of `decode`, less its undecodable places. */
  encode(text: string): Uint8Array
}

const replacement = '\ufffd'
/** What iconv-lite calls an encoding, where it does not know WHATWG's name. */
const iconvNames: Readonly<Record<string, string>> = {'x-mac-cyrillic': 'maccyrillic', 'iso-8859-8-i': 'iso-8859-8'}
const multiByte: ReadonlySet<string> = new Set(['gbk', 'gb18030', 'big5', 'euc-jp', 'euc-kr', 'shift_jis'])
const codecs = new Map<string, Codec>()

/**
 * Find the codec of an encoding, by its WHATWG name in lower case.
 *
 * @throws RangeError for an encoding that cannot be read.
 */
export function codecOf(encoding: string): Codec {
  let codec = codecs.get(encoding)
  if (codec) return codec
  if (encoding === 'utf-8') codec = utf8
  else if (encoding === 'utf-16le') codec = utf16(false)
  else if (encoding === 'utf-16be') codec = utf16(true)
  else if (encoding === 'utf-32le') codec = utf32(true)
  else if (encoding === 'utf-32be') codec = utf32(false)
  else {
    const name = iconvNames[encoding] ?? encoding
    if (!iconv.encodingExists(name) || /^(?:utf|ucs|unicode|base64|hex|binary|cesu)/.test(name)) {
      throw new RangeError(`Unexpected encoding ${encoding}`)
    }
    codec = multiByte.has(encoding) ? doubleByte(name) : singleByte(name)
  }
  codecs.set(encoding, codec)
  return codec
}

/** Collect text and undecodable places; neighbouring places become one. */
class Collector {
  readonly #parts: string[] = []
  readonly #undecodable: {start: number; end: number; from: number; to: number}[] = []
  readonly #bytes: Uint8Array
  #length = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  add(text: string): void {
    if (!text) return
    this.#parts.push(text)
    this.#length += text.length
  }

  /** Note that `bytes[from, to)` mean nothing. */
  skip(from: number, to: number): void {
    const last = this.#undecodable.at(-1)
    this.add(replacement)
    if (last && last.to === from) {
      last.to = to
      last.end = this.#length
    } else this.#undecodable.push({start: this.#length - 1, end: this.#length, from, to})
  }

  result(): ReturnType<Codec['decode']> {
    const undecodable = this.#undecodable.map(({start, end, from, to}) => ({
      start,
      end,
      bytes: this.#bytes.slice(from, to),
    }))
    return {text: this.#parts.join(''), undecodable}
  }
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
}

const utf8: Codec = {
  decode(bytes) {
    const buffer = bufferOf(bytes)
    if (isUtf8(bytes)) return {text: buffer.toString('utf8'), undecodable: []}
    const collector = new Collector(bytes)
    let from = 0
    let at = 0
    while (at < bytes.length) {
      const length = bytes[at]! < 0x80 ? 1 : sequenceLength(bytes, at)
      if (length > 0) at += length
      else {
        collector.add(buffer.toString('utf8', from, at))
        const to = at - length
        collector.skip(at, to)
        from = at = to
      }
    }
    collector.add(buffer.toString('utf8', from))
    return collector.result()
  },
  encode: (text) => Buffer.from(text, 'utf8'),
}

/**
 * Length of the UTF-8 sequence beyond ASCII at an offset; where it is none, minus the length of what WHATWG replaces by
 * one U+FFFD: the longest beginning of a sequence that stands there, at least one byte.
 */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0
  for (let index = 1; index < length; index++) {
    const byte = bytes[at + index] ?? 0
    // The second byte rules out overlong forms, surrogates and what lies beyond U+10FFFF.
    const low = index > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
    const high = index > 1 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
    if (byte < low || byte > high) return -index
  }
  return length || -1
}

const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

function utf16(isBigEndian: boolean): Codec {
  return {
    decode(bytes) {
      const even = bytes.length - (bytes.length % 2)
      const buffer = isBigEndian ? Buffer.from(bytes.subarray(0, even)).swap16() : bufferOf(bytes)
      const whole = buffer.toString('utf16le', 0, even)
      const collector = new Collector(bytes)
      let from = 0
      for (const {index} of whole.matchAll(loneSurrogate)) {
        collector.add(whole.slice(from, index))
        collector.skip(index * 2, index * 2 + 2)
        from = index + 1
      }
      collector.add(whole.slice(from))
      if (even < bytes.length) collector.skip(even, bytes.length)
      return collector.result()
    },
    encode(text) {
      const buffer = Buffer.from(text, 'utf16le')
      return isBigEndian ? buffer.swap16() : buffer
    },
  }
}

function utf32(isLittleEndian: boolean): Codec {
  return {
    decode(bytes) {
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
      const collector = new Collector(bytes)
      let at = 0
      for (; at + 4 <= bytes.length; at += 4) {
        const code = view.getUint32(at, isLittleEndian)
        if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) collector.skip(at, at + 4)
        else collector.add(String.fromCodePoint(code))
      }
      if (at < bytes.length) collector.skip(at, bytes.length)
      return collector.result()
    },
    encode(text) {
      const codes = Array.from(text, (character) => character.codePointAt(0)!)
      const view = new DataView(new ArrayBuffer(codes.length * 4))
      for (const [index, code] of codes.entries()) view.setUint32(index * 4, code, isLittleEndian)
      return new Uint8Array(view.buffer)
    },
  }
}

function singleByte(name: string): Codec {
  const all = Uint8Array.from({length: 256}, (_, byte) => byte)
  const table = iconv.decode(Buffer.from(all), name)
  const byteOf = new Map<number, number>()
  const units = new Uint16Array(256)
  const isBad = new Uint8Array(256)
  for (let byte = 0; byte < 256; byte++) {
    const code = table.charCodeAt(byte)
    // A character that stands twice in the table has one way back only.
    if (code === 0xfffd || byteOf.has(code)) {
      isBad[byte] = 1
      units[byte] = 0xfffd
    } else {
      byteOf.set(code, byte)
      units[byte] = code
    }
  }
  return {
    decode(bytes) {
      const text = new Uint16Array(bytes.length)
      const undecodable: {start: number; end: number; bytes: Uint8Array}[] = []
      for (let at = 0; at < bytes.length; at++) {
        const byte = bytes[at]!
        text[at] = units[byte]!
        if (!isBad[byte]) continue
        const last = undecodable.at(-1)
        if (last?.end === at) last.end = at + 1
        else undecodable.push({start: at, end: at + 1, bytes})
      }
      // One byte is one code unit, so that offsets are the same on both sides.
      for (const place of undecodable) place.bytes = bytes.slice(place.start, place.end)
      return {text: utf16le(text), undecodable}
    },
    encode(text) {
      const bytes = new Uint8Array(text.length)
      for (let at = 0; at < text.length; at++) bytes[at] = byteOf.get(text.charCodeAt(at)) ?? 0x3f
      return bytes
    },
  }
}

/** Make a string of code units, whatever the byte order of the machine. */
function utf16le(units: Uint16Array): string {
  const buffer = Buffer.from(units.buffer, units.byteOffset, units.byteLength)
  if (new Uint8Array(Uint16Array.of(1).buffer)[0] === 0) buffer.swap16()
  return buffer.toString('utf16le')
}

/** Longest stretch that is tried at once, in bytes. */
const longestStretch = 65_536

/** An encoding of one to four bytes a character, by tables that are not all one to one. */
function doubleByte(name: string): Codec {
  const encode = (text: string): Buffer => iconv.encode(text, name)
  return {
    decode(bytes) {
      const buffer = bufferOf(bytes)
      const collector = new Collector(bytes)
      // Stretches that come back the same are taken whole; around those that do not, shorter and shorter ones are tried.
      let size = longestStretch
      let at = 0
      while (at < bytes.length) {
        const stretch = buffer.subarray(at, at + size)
        const text = iconv.decode(stretch, name)
        if (!text.includes(replacement) && encode(text).equals(stretch)) {
          collector.add(text)
          at += stretch.length
          size = Math.min(size * 2, longestStretch)
        } else if (stretch.length > 4) size = Math.ceil(Math.min(size, stretch.length) / 2)
        else if (size > 1) size--
        else {
          collector.skip(at, at + 1)
          at++
          size = 4
        }
      }
      return collector.result()
    },
    encode,
  }
}
