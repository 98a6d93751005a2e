/**
 * Turn a decoded text back into bytes, and bytes into text, with other code than the pipeline's own: Node's and
 * iconv-lite's. What no encoder can give back stands in the record as bytes, and is put in from there.
 */
import iconv from 'iconv-lite'
import type {Provenance} from '../model.js'
import type {CodePointText} from './text.js'

/** Encode a text as the record says it was encoded; an error tells why that cannot be. */
export function encodeRaw(text: CodePointText, raw: Provenance['raw']): {bytes: Buffer} | {error: string} {
  const encode = encoderOf(raw.encoding)
  if (!encode) return {error: `encoding ${raw.encoding} is unknown`}
  const parts: Buffer[] = []
  let offset = 0
  for (const {at, base64} of raw.undecodable ?? []) {
    if (at[0] < offset || at[1] < at[0] || at[1] > text.length) {
      return {error: `undecodable place [${at.join(', ')}) is out of order or out of the text`}
    }
    const bytes = Buffer.from(base64, 'base64')
    if (bytes.toString('base64') !== base64) return {error: `undecodable place [${at.join(', ')}) holds no base64`}
    if (at[0] > offset) parts.push(encode(text.slice(offset, at[0])))
    parts.push(bytes)
    offset = at[1]
  }
  parts.push(encode(offset === 0 ? text.text : text.slice(offset, text.length)))
  return {bytes: parts.length === 1 ? parts[0]! : Buffer.concat(parts)}
}

/** Names of encodings that iconv-lite knows under another name than the WHATWG. */
const iconvNames: Readonly<Record<string, string>> = {'x-mac-cyrillic': 'maccyrillic', 'iso-8859-8-i': 'iso-8859-8'}

/** Decode bytes in a recorded encoding; undefined where that encoding is unknown. */
export function decodeRaw(bytes: Buffer, encoding: string): string | undefined {
  if (encoding === 'utf-8') return new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes)
  const name = iconvNames[encoding] ?? encoding
  return iconv.encodingExists(name) ? iconv.decode(bytes, name, {stripBOM: false}) : undefined
}

function encoderOf(encoding: string): ((text: string) => Buffer) | undefined {
  if (encoding === 'utf-8') return (text) => Buffer.from(text, 'utf8')
  if (encoding === 'utf-16le') return (text) => Buffer.from(text, 'utf16le')
  if (encoding === 'utf-16be') return (text) => Buffer.from(text, 'utf16le').swap16()
  const name = iconvNames[encoding] ?? encoding
  if (!iconv.encodingExists(name)) return undefined
  return (text) => Buffer.concat(text.split(/([\u0080-\u009f])/).map((part) => encodePart(part, name)))
}

/** Encode a stretch of text; a C1 control that iconv-lite has no byte for is, by the WHATWG's tables, the byte itself. */
function encodePart(part: string, encoding: string): Buffer {
  const bytes = iconv.encode(part, encoding, {addBOM: false})
  const isControl = part.length === 1 && /[\u0080-\u009f]/.test(part)
  return isControl && bytes.equals(Buffer.from('?')) ? Buffer.from([part.charCodeAt(0)]) : bytes
}
