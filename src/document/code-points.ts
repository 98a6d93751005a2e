/**
 * Translate offsets between UTF-16 code units, which JavaScript counts, and Unicode code points, which provenance
 * files count (as the W3C Web Annotation TextPositionSelector does, and as Python, Rust and most readers of JSON can).
 */
import {upperBound} from './range.js'

/** Without `u`, so that each half is a character; searched for so, most texts are passed over at a glance. */
const pair = /[\ud800-\udbff][\udc00-\udfff]/g

export class CodePointIndex {
  /** Code point offsets of the characters that take two code units; empty for most texts. */
  readonly #astral: readonly number[]
  /** Length of the text in code points. */
  readonly length: number

  /** @param mayHavePairs false of a text that is known to have no surrogate pair, and need not be looked through. */
  constructor(text: string, mayHavePairs = true) {
    const astral: number[] = []
    pair.lastIndex = 0
    while (mayHavePairs && pair.test(text)) astral.push(pair.lastIndex - 2 - astral.length)
    this.#astral = astral
    this.length = text.length - astral.length
  }

  /** Whether every character takes one code unit. */
  get isPlain(): boolean {
    return this.#astral.length === 0
  }

  /** Code point offset of a code unit offset; inside a pair, that of the pair. */
  toCodePoint(codeUnit: number): number {
    const list = this.#astral
    if (list.length === 0) return codeUnit
    let low = 0
    let high = list.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (list[middle]! + middle < codeUnit) low = middle + 1
      else high = middle
    }
    // `low` pairs begin before the offset; it may fall between the halves of the last one.
    return low > 0 && list[low - 1]! + low === codeUnit ? list[low - 1]! : codeUnit - low
  }

  /** Code unit offset of a code point offset. */
  toCodeUnit(codePoint: number): number {
    return codePoint + upperBound(this.#astral, codePoint - 1, (offset) => offset)
  }
}

/** Count the code points of a text. */
export function codePointLength(text: string): number {
  return new CodePointIndex(text).length
}
