/** Arithmetic of code points, in which provenance files count, on JavaScript's UTF-16 strings. */

const pair = /[\ud800-\udbff][\udc00-\udfff]/

/** Code points from one remembered place to the next: an offset is found in so many steps, an index costs so much less. */
const stride = 64

/** A text that is addressed by code points. */
export class CodePointText {
  readonly text: string
  /** Length in code points. */
  readonly length: number
  /** UTF-16 offset of every 64th code point; missing where the two ways of counting agree. */
  readonly #units: Uint32Array | undefined

  constructor(text: string) {
    this.text = text
    if (!pair.test(text)) {
      this.length = text.length
      return
    }
    const units = new Uint32Array(Math.ceil(text.length / stride) + 1)
    let count = 0
    for (let unit = 0; unit < text.length; unit += isPair(text, unit) ? 2 : 1) {
      if (count % stride === 0) units[count / stride] = unit
      count++
    }
    this.#units = units
    this.length = count
  }

  /** UTF-16 offset of a code point; -1 for one that the text does not have. */
  unit(codePoint: number): number {
    if (codePoint < 0 || codePoint > this.length) return -1
    if (!this.#units) return codePoint
    if (codePoint === this.length) return this.text.length
    let unit = this.#units[Math.floor(codePoint / stride)]!
    for (let steps = codePoint % stride; steps > 0; steps--) unit += isPair(this.text, unit) ? 2 : 1
    return unit
  }

  slice(start: number, end: number): string {
    return this.text.slice(this.unit(start), this.unit(end))
  }
}

/** Count the code points of a text. */
export function countCodePoints(text: string): number {
  if (!pair.test(text)) return text.length
  let count = 0
  for (let unit = 0; unit < text.length; unit += isPair(text, unit) ? 2 : 1) count++
  return count
}

function isPair(text: string, unit: number): boolean {
  const high = text.charCodeAt(unit)
  if (high < 0xd800 || high > 0xdbff) return false
  const low = text.charCodeAt(unit + 1)
  return low >= 0xdc00 && low <= 0xdfff
}

/** Name a UTF-16 offset as a person looks for it, `line:column`, both from 1, the column in code points. */
export function lineAndColumn(text: string, unit: number): string {
  let line = 1
  let start = 0
  for (let at = text.indexOf('\n'); at >= 0 && at < unit; at = text.indexOf('\n', at + 1)) {
    line++
    start = at + 1
  }
  return `${line}:${countCodePoints(text.slice(start, unit)) + 1}`
}

/** Name a byte of a file the same way, reading it as UTF-8. */
export function placeOfByte(bytes: Buffer, offset: number): string {
  let at = Math.min(offset, bytes.length)
  // Within a character the place is that of the character.
  while (at > 0 && at < bytes.length && (bytes[at]! & 0xc0) === 0x80) at--
  let line = 1
  let start = 0
  for (let end = bytes.indexOf(10); end >= 0 && end < at; end = bytes.indexOf(10, end + 1)) {
    line++
    start = end + 1
  }
  return `${line}:${countCodePoints(bytes.toString('utf8', start, at)) + 1}`
}

/** First offset at which two sequences differ; -1 when they are equal. */
export function firstDifference(a: string | Uint8Array, b: string | Uint8Array): number {
  if (typeof a === 'string' ? a === b : typeof b !== 'string' && Buffer.compare(a, b) === 0) return -1
  const length = Math.min(a.length, b.length)
  for (let index = 0; index < length; index++) if (a[index] !== b[index]) return index
  return a.length === b.length ? -1 : length
}

/** Show the beginning of a text in a message. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 59)}…` : text)
}
