/** Look at any place of a file as if it were in memory, of which no more than a window is. */
import type {FileHandle} from 'node:fs/promises'

const windowSize = 1024 * 1024

export class FileWindow {
  readonly #file: FileHandle
  readonly #buffer: Buffer = Buffer.allocUnsafeSlow(windowSize)
  #start = 0
  #length = 0
  #reachesEnd = false

  constructor(file: FileHandle) {
    this.#file = file
  }

  /**
   * Look at some bytes; fewer than asked for come at the end of the file alone.
   *
   * @param length at most the window's.
   * @returns a view that stands until the next look.
   */
  async peek(position: number, length: number): Promise<Buffer> {
    const end = this.#start + this.#length
    const isInside = position >= this.#start && (position + length <= end || (this.#reachesEnd && position <= end))
    if (!isInside) await this.#load(position)
    const from = position - this.#start
    return this.#buffer.subarray(from, Math.min(from + length, this.#length))
  }

  async #load(position: number): Promise<void> {
    this.#start = position
    this.#length = 0
    this.#reachesEnd = false
    while (this.#length < windowSize) {
      const free = windowSize - this.#length
      const {bytesRead} = await this.#file.read(this.#buffer, this.#length, free, position + this.#length)
      if (bytesRead === 0) {
        this.#reachesEnd = true
        return
      }
      this.#length += bytesRead
    }
  }
}
