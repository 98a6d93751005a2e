/**
 * Write many pieces of text one behind the other as UTF-8.
 *
 * Pieces go into one buffer that is used again for the next document: joined as a text first, they would be copied twice more,
 * at two bytes a character wherever one of them is not Latin-1.
 */

/** Largest buffer that is kept for the next document; a larger one serves its document alone. */
const mostKept = 1 << 22
/** A UTF-16 code unit takes so many bytes at most. */
const bytesOfUnit = 3

let kept = Buffer.allocUnsafeSlow(1 << 16)

/** Bytes in the making; to be ended before another is begun. */
export class ByteWriter {
  #buffer: Buffer<ArrayBuffer> = kept
  #length = 0

  /** Add a text that cuts no surrogate pair at either end. */
  write(text: string): void {
    const most = this.#length + text.length * bytesOfUnit
    if (most > this.#buffer.length) this.#grow(most)
    this.#length += this.#buffer.write(text, this.#length)
  }

  /** Give the bytes away. */
  end(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#buffer.subarray(0, this.#length))
  }

  #grow(least: number): void {
    const grown = Buffer.allocUnsafeSlow(Math.max(least, 2 * this.#buffer.length))
    this.#buffer.copy(grown, 0, 0, this.#length)
    this.#buffer = grown
    if (grown.length <= mostKept) kept = grown
  }
}
