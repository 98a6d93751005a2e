/**
 * Lines that are kept until what stands before them is known: in memory while they are few, in a file when they are many.
 */
import {type FileHandle, open, rm} from 'node:fs/promises'
import {cutIntoLines} from '../cut-lines.js'
import {writing} from './write-error.js'

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

  /** @param line with its end. */
  async add(line: string): Promise<void> {
    this.#lines.push(line)
    this.#length += line.length
    if (this.#length < mostInMemory) return
    const lines = this.#lines
    this.#lines = []
    this.#length = 0
    await writing(this.#path, async () => {
      this.#file ??= await open(this.#path, 'wx+')
      await this.#file.appendFile(lines.join(''))
    })
  }

  /** What was added, from the beginning, in pieces of any size; each is good until the next is asked for. */
  async *read(): AsyncGenerator<Uint8Array | string> {
    if (this.#file) {
      const chunk = Buffer.allocUnsafe(1024 ** 2)
      for (let offset = 0; ; ) {
        const {bytesRead} = await this.#file.read(chunk, 0, chunk.length, offset)
        if (bytesRead === 0) break
        offset += bytesRead
        yield chunk.subarray(0, bytesRead)
      }
    }
    yield this.#lines.join('')
  }

  /** The lines, without their ends. */
  async *lines(): AsyncGenerator<string> {
    for await (const line of cutIntoLines(this.read())) yield line.toString()
  }

  /** Forget it all. */
  async discard(): Promise<void> {
    await this.#file?.close()
    if (this.#file) await rm(this.#path, {force: true})
    this.#file = undefined
    this.#lines = []
  }
}
