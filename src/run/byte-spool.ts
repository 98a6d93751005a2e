/** Bytes that wait for their turn: in memory while they are few, in a file when they are many. */
import {type FileHandle, open, rm} from 'node:fs/promises'
import {writing} from './write-error.js'

/** Most bytes that are kept in memory. */
const mostInMemory = 16 * 1024 ** 2

/** Where bytes wait. */
export interface SpoolPlace {
  readonly start: number
  readonly length: number
}

export class ByteSpool {
  readonly #path: string
  /** By where they begin. */
  #pieces = new Map<number, Uint8Array>()
  /** Bytes in the file, and in all. */
  #written = 0
  #length = 0
  #file: FileHandle | undefined

  /** @param path of the file, made when it is needed; it must not be there. */
  constructor(path: string) {
    this.#path = path
  }

  async add(bytes: Uint8Array): Promise<SpoolPlace> {
    const place = {start: this.#length, length: bytes.length}
    // What is empty takes no place: another may begin where it would stand.
    if (bytes.length === 0) return place
    this.#pieces.set(place.start, bytes)
    this.#length += bytes.length
    if (this.#length - this.#written >= mostInMemory) {
      const pieces = this.#pieces
      this.#pieces = new Map()
      this.#written = this.#length
      await writing(this.#path, async () => {
        this.#file ??= await open(this.#path, 'wx+')
        for (const piece of pieces.values()) await this.#file.appendFile(piece)
      })
    }
    return place
  }

  async read({start, length}: SpoolPlace): Promise<Uint8Array> {
    const bytes = Buffer.allocUnsafe(length)
    if (length === 0) return bytes
    if (start < this.#written) {
      for (let done = 0; done < length; ) {
        const {bytesRead} = await this.#file!.read(bytes, done, length - done, start + done)
        if (bytesRead === 0) throw new Error(`${this.#path} was cut off`)
        done += bytesRead
      }
      return bytes
    }
    return this.#pieces.get(start) ?? bytes
  }

  /** Forget it all. */
  async discard(): Promise<void> {
    await this.#file?.close()
    if (this.#file) await rm(this.#path, {force: true})
    this.#file = undefined
    this.#pieces.clear()
  }
}
