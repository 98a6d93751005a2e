/**
 * Write many pieces of text one behind the other as UTF-8, as they are or as JSON.
 *
 * Pieces go into one buffer that is used again for the next document: joined as a text first, or made JSON as a text, they would be
 * copied several times more, at two bytes a character wherever one of them is not Latin-1.
 */

/** Largest buffer that is kept for the next document; a larger one serves its document alone. */
const mostKept = 1 << 22
/** A UTF-16 code unit takes so many bytes at most, and so many a byte of UTF-8 that JSON escapes. */
const bytesOfUnit = 3
const bytesOfEscape = 6
/** So many code units are made JSON at a time. */
const chunkSize = 1 << 14
/** Longest text that is written character by character: to leave JavaScript costs more. */
const shortText = 24

const quote = 0x22
const backslash = 0x5c

/** What stands behind a backslash for a byte: a letter, or its number; 0 where it needs none. */
const numbered = 1
const escapes = new Uint8Array(256).fill(numbered, 0, 0x20)
for (const [byte, letter] of ['\bb', '\tt', '\nn', '\ff', '\rr', '""', '\\\\'])
  escapes[byte!.charCodeAt(0)] = letter!.charCodeAt(0)

let kept = Buffer.allocUnsafeSlow(1 << 16)
const scratch = Buffer.allocUnsafeSlow(chunkSize * bytesOfUnit)

/** Bytes in the making; to be ended before another is begun. */
export class ByteWriter {
  #buffer: Buffer<ArrayBuffer> = kept
  #length = 0

  /** Add a text that cuts no surrogate pair at either end. */
  write(text: string): void {
    this.#reserve(text.length * bytesOfUnit)
    if (text.length <= shortText && this.#writeAscii(text)) return
    this.#length += this.#buffer.write(text, this.#length)
  }

  /** Add a text as JSON, as `JSON.stringify` writes it. */
  writeJson(text: string): void {
    this.#reserve(2 + text.length * bytesOfEscape)
    if (text.length <= shortText && this.#writeShortJson(text)) return
    this.write('"')
    for (let start = 0; start < text.length; ) {
      let end = Math.min(text.length, start + chunkSize)
      if (end < text.length && (text.charCodeAt(end) & 0xfc00) === 0xdc00) end--
      this.#writeEscaped(start === 0 && end === text.length ? text : text.slice(start, end))
      start = end
    }
    this.write('"')
  }

  /** Add a whole number that is not negative. */
  writeNumber(value: number): void {
    let digits = 1
    for (let power = 10; power <= value; power *= 10) digits++
    this.#reserve(digits)
    let rest = value
    for (let at = this.#length + digits - 1; at >= this.#length; at--) {
      this.#buffer[at] = 0x30 + (rest % 10)
      rest = Math.floor(rest / 10)
    }
    this.#length += digits
  }

  /** Give the bytes away. */
  end(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#buffer.subarray(0, this.#length))
  }

  /** Add a text if it is ASCII. */
  #writeAscii(text: string): boolean {
    const buffer = this.#buffer
    const start = this.#length
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index)
      if (code > 0x7f) return false
      buffer[start + index] = code
    }
    this.#length = start + text.length
    return true
  }

  /** Add a text as JSON if it is ASCII without control characters but those that have a letter. */
  #writeShortJson(text: string): boolean {
    const buffer = this.#buffer
    let at = this.#length
    buffer[at++] = quote
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index)
      if (code > 0x7f) return false
      const letter = escapes[code]!
      if (letter === numbered) return false
      if (letter !== 0) buffer[at++] = backslash
      buffer[at++] = letter === 0 ? code : letter
    }
    buffer[at++] = quote
    this.#length = at
    return true
  }

  #writeEscaped(text: string): void {
    const length = scratch.write(text, 0)
    if (length > text.length && !isWellFormed(text)) {
      // Half a pair, which is no UTF-8, JSON has by its number.
      this.write(JSON.stringify(text).slice(1, -1))
      return
    }
    this.#reserve(length * bytesOfEscape)
    const buffer = this.#buffer
    let at = this.#length
    for (let index = 0; index < length; index++) {
      const byte = scratch[index]!
      const letter = escapes[byte]!
      if (letter === 0) buffer[at++] = byte
      else if (letter === numbered) at += buffer.write(`\\u${byte.toString(16).padStart(4, '0')}`, at)
      else {
        buffer[at++] = backslash
        buffer[at++] = letter
      }
    }
    this.#length = at
  }

  #reserve(length: number): void {
    const most = this.#length + length
    if (most > this.#buffer.length) this.#grow(most)
  }

  #grow(least: number): void {
    const grown = Buffer.allocUnsafeSlow(Math.max(least, 2 * this.#buffer.length))
    this.#buffer.copy(grown, 0, 0, this.#length)
    this.#buffer = grown
    if (grown.length <= mostKept) kept = grown
  }
}

/** Tell a text without half a surrogate pair: what the language has known since 2024, and Node 20 has. */
function isWellFormed(text: string): boolean {
  return (text as string & {isWellFormed(): boolean}).isWellFormed()
}
