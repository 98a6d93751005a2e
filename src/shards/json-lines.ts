/** Shards of JSON lines, plain or gzipped: written from the first line to the last, and read so. */
import {createHash} from 'node:crypto'
import {once} from 'node:events'
import {createWriteStream, type WriteStream} from 'node:fs'
import {finished} from 'node:stream/promises'
import {createGunzip, createGzip} from 'node:zlib'
import {cutIntoLines} from '../cut-lines.js'
import {openRegularFile} from '../regular-file.js'

/** A shard that was written. */
export interface WrittenShard {
  /** Of its lines: gzip writes the same in other bytes on other machines. */
  readonly sha256: string
  /** Of the same. */
  readonly bytes: number
}

const lineEnd = Buffer.from('\n')

/** Writes lines to a file that is not there yet, or only works out what would be written. */
export class LineWriter {
  readonly #hash = createHash('sha256')
  readonly #file: WriteStream | undefined
  readonly #target: NodeJS.WritableStream | undefined
  #bytes = 0
  #failure: unknown

  /** @param path of the file; undefined writes none. */
  constructor(path: string | undefined, isGzip: boolean) {
    if (path === undefined) return
    this.#file = createWriteStream(path, {flags: 'wx', flush: true})
    const fail = (error: unknown): void => {
      this.#failure ??= error
    }
    this.#file.on('error', fail)
    const gzip = isGzip ? createGzip() : undefined
    gzip?.on('error', fail)
    gzip?.pipe(this.#file)
    this.#target = gzip ?? this.#file
  }

  async add(line: string | Uint8Array): Promise<void> {
    const bytes = typeof line === 'string' ? Buffer.from(line) : line
    this.#hash.update(bytes).update(lineEnd)
    this.#bytes += bytes.length + 1
    if (!this.#target) return
    this.#target.write(bytes)
    if (!this.#target.write(lineEnd) && this.#failure === undefined) await drained(this.#target, this.#file!)
    if (this.#failure !== undefined) throw this.#failure
  }

  /** Let go of the file, whatever was written of it. */
  abort(): void {
    this.#file?.destroy()
  }

  async close(): Promise<WrittenShard> {
    if (this.#target) {
      if (this.#failure !== undefined) throw this.#failure
      this.#target.end()
      await finished(this.#file!)
    }
    return {sha256: `sha256:${this.#hash.digest('hex')}`, bytes: this.#bytes}
  }
}

/** Wait until a stream takes more, or the file behind it fails. */
async function drained(stream: NodeJS.WritableStream, file: NodeJS.WritableStream): Promise<void> {
  const controller = new AbortController()
  try {
    await Promise.race([
      once(stream, 'drain', {signal: controller.signal}),
      once(file, 'close', {signal: controller.signal}),
    ])
  } finally {
    controller.abort()
  }
}

/** The lines of a shard, without their ends. */
export function readLines(path: string): AsyncGenerator<Buffer> {
  return cutIntoLines(readBytes(path))
}

/** The bytes of the lines of a shard, decompressed where they are compressed. */
export async function* readBytes(path: string): AsyncGenerator<Buffer> {
  const file = (await openRegularFile(path)).createReadStream({highWaterMark: 1024 ** 2})
  if (!path.endsWith('.gz')) {
    yield* file as AsyncIterable<Buffer>
    return
  }
  const gunzip = createGunzip({chunkSize: 256 * 1024})
  file.on('error', (error) => gunzip.destroy(error))
  file.pipe(gunzip)
  try {
    yield* gunzip as AsyncIterable<Buffer>
  } finally {
    file.destroy()
  }
}
