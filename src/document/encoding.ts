/**
 * Turn bytes into text and back without loss.
 *
 * The encoding is found by BOM, by validity as UTF-8, by declaration and by detection. Validity goes before declaration:
 * text that holds letters beyond ASCII and is valid UTF-8 is UTF-8, whatever its page says, and what is ASCII alone reads
 * the same in all of them. Whatever does not survive decoding and encoding again is kept aside as bytes, with its place
 * in the text. Encodings that shift by escape are ASCII to the byte and stay it here: the decode stage reads ISO-2022-JP
 * (`iso-2022-jp.ts`), and nothing reads the others (HZ, UTF-7), in which scrapes are all but extinct.
 */
import {isUtf8} from 'node:buffer'
import {createRequire} from 'node:module'
import {codecOf} from './codecs.js'

const require = createRequire(import.meta.url)

/** A place in the text whose bytes the encoding cannot give back. */
export interface Undecodable {
  /** UTF-16 offset in the decoded text. */
  readonly start: number
  readonly end: number
  /** The bytes that stood there. */
  readonly bytes: Uint8Array
}

export interface DecodedText {
  /** The whole text, a byte order mark included as U+FEFF; U+FFFD stands where bytes cannot be decoded. */
  readonly text: string
  /** WHATWG name of the encoding, in lower case; `armscii-8`, `utf-32le` and `utf-32be` are names beyond WHATWG. */
  readonly encoding: string
  /** How the encoding was found out. */
  readonly evidence: 'bom' | 'declaration' | 'utf-8' | 'detection' | 'fallback'
  readonly hasBom: boolean
  /** In order, apart. */
  readonly undecodable: readonly Undecodable[]
}

/** A declaration is looked for in so many bytes; browsers read 1024, scrapers put comments before. */
const declarationWindow = 4096
/** Bytes that detection is given: more of them change its answer no more. */
const detectionWindow = 16_384
/** An encoding is tried on so many bytes first. */
const sampleSize = 65_536
/** Least confidence at which what was detected is believed. */
const leastConfidence = 0.2

const marks: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

const declarations: readonly RegExp[] = [
  /^\s*<\?xml\s[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]+)/i,
  /<meta\s[^>]{0,500}?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i,
]

/**
 * Decode bytes, finding out their encoding. Any bytes can be decoded, and `encodeText` gives them back.
 *
 * @param charset label that a server declared; it counts as a declaration of the text, and goes before one.
 */
export function decodeBytes(bytes: Uint8Array, charset?: string): DecodedText {
  const marked = marks.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))
  if (marked) return decodeAs(marked[0], 'bom', bytes)
  const wide = wideEncoding(bytes)
  if (wide) return decodeAs(wide, 'detection', bytes)
  const declared = (charset === undefined ? undefined : encodingOf(charset)) ?? declaredEncoding(bytes)
  if (isUtf8(bytes)) return decodeAs('utf-8', declared === 'utf-8' ? 'declaration' : 'utf-8', bytes)

  const utf8 = decodeAs('utf-8', declared === 'utf-8' ? 'declaration' : 'utf-8', bytes)
  if (isMostlyRight(utf8)) return utf8
  for (const [encoding, evidence] of [
    [declared === 'utf-8' ? undefined : declared, 'declaration'],
    [detectedEncoding(bytes), 'detection'],
  ] as const) {
    if (!encoding || encoding === 'utf-8') continue
    const sample = codecOf(encoding).decode(bytes.subarray(0, sampleSize))
    // What cannot read a tenth of the text is not its encoding.
    if (sample.undecodable.length * 10 > sample.text.length) continue
    const decoded = decodeAs(encoding, evidence, bytes)
    // Multi-byte tables are not all one to one; what they would lose they must not read.
    if (Buffer.compare(encodeText(decoded.text, encoding, decoded.undecodable), bytes) === 0) return decoded
  }
  const isLatin = utf8.undecodable.length > countBeyondAscii(utf8.text) / 2
  return isLatin ? decodeAs('windows-1252', 'fallback', bytes) : {...utf8, evidence: 'fallback'}
}

/**
 * Give back the bytes that a text was decoded from.
 *
 * @param encoding as `DecodedText.encoding` names it.
 * @throws RangeError for an encoding that `decodeBytes` never finds.
 */
export function encodeText(text: string, encoding: string, undecodable: readonly Undecodable[]): Uint8Array {
  const codec = codecOf(encoding)
  if (undecodable.length === 0) return codec.encode(text)
  const parts: Uint8Array[] = []
  let offset = 0
  for (const {start, end, bytes} of undecodable) {
    if (start > offset) parts.push(codec.encode(text.slice(offset, start)))
    parts.push(bytes)
    offset = end
  }
  if (offset < text.length) parts.push(codec.encode(text.slice(offset)))
  return Buffer.concat(parts)
}

/** Name the encoding of UTF-16 without a BOM, which shows in every second byte being the same few. */
export function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, declarationWindow)
  if (sample.length < 16) return undefined
  const counts = [new Uint32Array(256), new Uint32Array(256)] as const
  for (let index = 0; index < sample.length; index++) counts[index % 2 === 0 ? 0 : 1][sample[index]!]!++
  const half = sample.length / 2
  const isHigh = (side: 0 | 1): boolean => {
    const highs = counts[side]
    // High bytes: one script and the spaces and signs between its words.
    return highs[0]! >= half * 0.05 && Math.max(highs[0]!, highs[0]! + scriptCount(highs)) >= half * 0.9
  }
  const isLow = (side: 0 | 1): boolean => counts[side][0]! <= half * 0.01
  if (isHigh(1) && isLow(0)) return 'utf-16le'
  if (isHigh(0) && isLow(1)) return 'utf-16be'
  return undefined
}

/** Count the high bytes of the commonest script among U+0100–U+0FFF and of general punctuation. */
function scriptCount(highs: Uint32Array): number {
  return Math.max(...highs.subarray(1, 16)) + highs[0x20]!
}

function decodeAs(encoding: string, evidence: DecodedText['evidence'], bytes: Uint8Array): DecodedText {
  const {text, undecodable} = codecOf(encoding).decode(bytes)
  return {text, encoding, evidence, hasBom: text.startsWith('\ufeff'), undecodable}
}

/** Name the encoding that a page declares, if it is one that can be read. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, declarationWindow)).toString('latin1')
  for (const declaration of declarations) {
    const label = declaration.exec(head)?.[1]
    const encoding = label && encodingOf(label)
    // A page whose declaration could be read is no UTF-16: browsers take it for UTF-8.
    if (encoding) return encoding.startsWith('utf-16') ? 'utf-8' : encoding
  }
  return undefined
}

/** Ask the detector. */
function detectedEncoding(bytes: Uint8Array): string | undefined {
  // The tables of the detector are large, and most scrapes need none.
  const {detect} = require('jschardet') as typeof import('jschardet')
  const {encoding, confidence} = detect(telling(bytes))
  return encoding && confidence >= leastConfidence ? encodingOf(encoding) : undefined
}

/** Gather what tells encodings apart: the bytes beyond ASCII, with a little of what stands around them. */
function telling(bytes: Uint8Array): Uint8Array {
  const sample = new Uint8Array(Math.min(bytes.length, detectionWindow))
  let length = 0
  let ascii = 0
  for (let at = 0; at < bytes.length && length < sample.length; at++) {
    const byte = bytes[at]!
    ascii = byte < 0x80 ? ascii + 1 : 0
    if (ascii <= 8) sample[length++] = byte
  }
  return sample.subarray(0, length)
}

/** Names beyond the labels of WHATWG. */
const otherLabels: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'armscii-8': 'armscii-8',
    armscii8: 'armscii-8',
    cp932: 'shift_jis',
    cp936: 'gbk',
    cp949: 'euc-kr',
    cp950: 'big5',
    'utf-32le': 'utf-32le',
    'utf-32be': 'utf-32be',
  }),
)

/** Resolve a label to the name of its encoding as WHATWG has it: `latin1` and `ascii` mean windows-1252. */
function encodingOf(label: string): string | undefined {
  const name = label.trim().toLowerCase()
  const other = otherLabels.get(name)
  if (other) return other
  try {
    const {encoding} = new TextDecoder(name)
    return isSupported(encoding) ? encoding : undefined
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function isSupported(encoding: string): boolean {
  try {
    codecOf(encoding)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** Tell whether a few bad bytes stand in what is UTF-8 all the same: a cut sequence, a pasted stray byte. */
function isMostlyRight({text, undecodable}: DecodedText): boolean {
  return undecodable.length * 10 <= countBeyondAscii(text) - undecodable.length
}

function countBeyondAscii(text: string): number {
  let count = 0
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 127) count++
  return count
}
