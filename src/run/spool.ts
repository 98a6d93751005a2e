/**
 * Lines that are kept until what stands before them is known: in memory while they are few, in a file when they are many.
 */
import {type FileHandle, open, rm} from 'node:fs/promises'

/** Most characters that are kept in memory. */
const mostInMemory = 4 * 1024 ** 2

export class Spool {
  readonly #path: string
  #lines: string[] = []
  #length = 0
  #file: FileHandle | undefined

  /** @param path of the file, made when it is needed; it must not be there. */
  constructor(path: string) {
    this.#path = path
  }

  async add(line: string): Promise<void> {
    this.#lines.push(line)
    this.#length += line.length
    if (this.#length < mostInMemory) return
    this.#file ??= await open(this.#path, 'wx+')
    await this.#file.appendFile(this.#lines.join(''))
    this.#lines = []
    this.#length = 0
  }

  /** What was added, from the beginning, in pieces of any size. */
  async *read(): AsyncGenerator<Uint8Array | string> {
    if (this.#file) {
      const chunk = Buffer.allocUnsafe(1024 ** 2)
      for (let offset = 0; ; ) {
        const {bytesRead} = await this.#file.read(chunk, 0, chunk.length, offset)
        if (bytesRead === 0) break
        offset += bytesRead
        // Whoever takes it may keep it: a hash and a stream do not, so that one buffer serves.
        yield chunk.subarray(0, bytesRead)
      }
    }
    yield this.#lines.join('')
  }

  /** Forget it all. */
  async discard(): Promise<void> {
    await this.#file?.close()
    if (this.#file) await rm(this.#path, {force: true})
    this.#file = undefined
    this.#lines = []
  }
}
