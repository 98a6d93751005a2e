/**
 * Read a stream of bytes by lines and lengths. Every read stops at a gap, and begins behind it only when the gap was taken: so
 * nothing is ever put together from what stood on both sides of one. It stops likewise where a gzip member begins with what was
 * said to begin a record: archives have a member for each, so that none goes on there, whatever it says of its length.
 */
import {type Chunk, type Gap, isGap, isMemberStart} from './chunks.js'

const empty = new Uint8Array()
const lineFeed = 0x0a
const carriageReturn = 0x0d

export class ByteReader {
  readonly #chunks: AsyncIterator<Chunk> | Iterator<Chunk>
  readonly #recordStart: Uint8Array
  #chunk: Uint8Array = empty
  #gap: Gap | undefined
  #isEnd = false
  /** What comes behind the start of a member; it begins a record. */
  #member: Uint8Array | undefined
  /** Where the last member begins that began. */
  #start = 0
  /** Bytes that came so far. */
  #received = 0
  /** Where bytes cannot be trusted, as far as they were not yet asked about, and why. */
  #doubts: {readonly start: number; end: number; readonly reason: string}[] = []

  /** @param recordStart what begins a record. */
  constructor(chunks: AsyncIterator<Chunk> | Iterator<Chunk>, recordStart: Uint8Array) {
    this.#chunks = chunks
    this.#recordStart = recordStart
  }

  /** How many bytes were read, or passed over. */
  get position(): number {
    return this.#received - this.#chunk.length
  }

  /** Whether what comes next begins a member. */
  get isAtStart(): boolean {
    return this.position === this.#start
  }

  /** Say why some of the bytes that were read from a position on cannot be trusted; those before it are not asked about again. */
  doubtSince(position: number): string | undefined {
    this.#doubts = this.#doubts.filter(({end}) => end > position)
    return this.#doubts.find(({start}) => start < this.position)?.reason
  }

  /** Go on behind the start of a member at which a record begins; tells whether this is one. */
  takeMember(): boolean {
    if (this.#chunk.length > 0 || !this.#member) return false
    this.#chunk = this.#member
    this.#received += this.#member.length
    this.#member = undefined
    return true
  }

  /** The gap that what comes next is behind, if it is. */
  get gap(): Gap | undefined {
    return this.#chunk.length === 0 ? this.#gap : undefined
  }

  /** Go on behind the gap. */
  takeGap(): Gap | undefined {
    const {gap} = this
    if (gap) this.#gap = undefined
    return gap
  }

  /** Look at bytes that come later, where they came already. */
  ahead(offset: number, length: number): Uint8Array | undefined {
    return offset + length <= this.#chunk.length ? this.#chunk.subarray(offset, offset + length) : undefined
  }

  /** Look whether there is a byte before the next gap and the end. */
  async hasMore(): Promise<boolean> {
    while (this.#chunk.length === 0) {
      const next = await this.#next()
      if (!next) return false
      this.#chunk = next
    }
    return true
  }

  /** Tell whether these bytes come next. */
  async startsWith(bytes: Uint8Array): Promise<boolean> {
    while (this.#chunk.length < bytes.length) {
      const next = await this.#next()
      if (!next) return false
      this.#chunk = this.#chunk.length === 0 ? next : Buffer.concat([this.#chunk, next])
    }
    return Buffer.compare(this.#chunk.subarray(0, bytes.length), bytes) === 0
  }

  /** Tell whether what comes next begins with these bytes, or with as many of them as there are. */
  async mayStartWith(bytes: Uint8Array): Promise<boolean> {
    if (await this.startsWith(bytes)) return true
    const most = Math.min(bytes.length, this.#chunk.length)
    return Buffer.compare(this.#chunk.subarray(0, most), bytes.subarray(0, most)) === 0
  }

  /** Read so many bytes, or as many as there are. */
  async read(length: number): Promise<{readonly pieces: readonly Uint8Array[]; readonly length: number}> {
    const pieces: Uint8Array[] = []
    let left = length
    while (left > 0 && (await this.hasMore())) {
      const piece = this.#take(left)
      pieces.push(piece)
      left -= piece.length
    }
    return {pieces, length: length - left}
  }

  /** Pass over so many bytes, or as many as there are, and tell how many. */
  async skip(length: number): Promise<number> {
    let left = length
    while (left > 0 && (await this.hasMore())) left -= this.#take(left).length
    return length - left
  }

  /** Pass over line ends. */
  async skipLineEnds(): Promise<void> {
    while (await this.hasMore()) {
      let at = 0
      while (this.#chunk[at] === lineFeed || this.#chunk[at] === carriageReturn) at += 1
      this.#take(at)
      if (this.#chunk.length > 0) return
    }
  }

  /** Pass over what comes before these bytes, or all of it. */
  async skipTo(bytes: Uint8Array): Promise<void> {
    for (;;) {
      const chunk = Buffer.from(this.#chunk.buffer, this.#chunk.byteOffset, this.#chunk.length)
      const at = chunk.indexOf(bytes)
      if (at >= 0) {
        this.#take(at)
        return
      }
      // They may begin in this chunk and go on in the next.
      const kept = this.#chunk.subarray(Math.max(0, this.#chunk.length - bytes.length + 1))
      const next = await this.#next()
      if (!next) {
        this.#chunk = empty
        return
      }
      this.#chunk = Buffer.concat([kept, next])
    }
  }

  /** Give back the last of what was read, to be read again. */
  giveBack(bytes: Uint8Array): void {
    this.#chunk = Buffer.concat([bytes, this.#chunk])
  }

  /**
   * Read a header: lines up to an empty one, which is read with them.
   *
   * @param limit the most bytes.
   */
  async readHeader(limit: number): Promise<{readonly bytes: Buffer; readonly isWhole: boolean}> {
    const pieces: Uint8Array[] = []
    let length = 0
    /** Bytes of the line in progress, carriage returns not counted. */
    let lineLength = 0
    while (length < limit && (await this.hasMore())) {
      let at = 0
      let isWhole = false
      const most = Math.min(this.#chunk.length, limit - length)
      while (at < most && !isWhole) {
        const byte = this.#chunk[at++]
        if (byte === lineFeed) {
          isWhole = lineLength === 0
          lineLength = 0
        } else if (byte !== carriageReturn) lineLength += 1
      }
      pieces.push(this.#take(at))
      length += at
      if (isWhole) return {bytes: Buffer.concat(pieces), isWhole}
    }
    return {bytes: Buffer.concat(pieces), isWhole: false}
  }

  #take(most: number): Uint8Array {
    const taken = this.#chunk.subarray(0, most)
    this.#chunk = this.#chunk.subarray(most)
    return taken
  }

  /** The next bytes; none at a gap, at the end, and where a member begins with a record. */
  async #next(): Promise<Uint8Array | undefined> {
    if (this.#gap || this.#isEnd || this.#member) return undefined
    let isStart = false
    for (;;) {
      const {done, value} = await this.#chunks.next()
      if (done) {
        this.#isEnd = true
        return undefined
      }
      if (isGap(value)) {
        this.#gap = value
        this.#endDoubt()
        return undefined
      }
      if (isMemberStart(value)) {
        isStart = true
        this.#start = this.#received
        this.#endDoubt()
        const {doubt} = value
        if (doubt !== undefined) {
          this.#doubts.push({start: this.#received, end: Number.POSITIVE_INFINITY, reason: doubt})
        }
        continue
      }
      if (isStart && Buffer.compare(value.subarray(0, this.#recordStart.length), this.#recordStart) === 0) {
        this.#member = value
        return undefined
      }
      this.#received += value.length
      return value
    }
  }

  #endDoubt(): void {
    const last = this.#doubts.at(-1)
    if (last) last.end = Math.min(last.end, this.#received)
  }
}
