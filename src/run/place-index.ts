/** Where in a file something stands, by its name: 20 bytes a name at most, whatever its length, and no name is kept. */
import {hashOf} from './path-set.js'

const emptySlots = 1024

/** A stretch of a file, in bytes. */
export interface Place {
  readonly start: number
  readonly length: number
}

/** Places by name. Two names may share a hash: whoever asks looks whether it found what it asked for. */
export class PlaceIndex {
  #hashes = new Float64Array(emptySlots)
  #starts = new Float64Array(emptySlots)
  #lengths = new Uint32Array(emptySlots)
  #size = 0

  get size(): number {
    return this.#size
  }

  add(name: string, start: number, length: number): void {
    if (this.#size * 2 >= this.#hashes.length) this.#grow()
    this.#put(hashOf(name), start, length)
    this.#size++
  }

  /** The places of all names that may be this one. */
  *find(name: string): Generator<Place> {
    const hash = hashOf(name)
    const mask = this.#hashes.length - 1
    for (let slot = hash & mask; this.#hashes[slot] !== 0; slot = (slot + 1) & mask) {
      if (this.#hashes[slot] === hash) yield {start: this.#starts[slot]!, length: this.#lengths[slot]!}
    }
  }

  #put(hash: number, start: number, length: number): void {
    const mask = this.#hashes.length - 1
    let slot = hash & mask
    while (this.#hashes[slot] !== 0) slot = (slot + 1) & mask
    this.#hashes[slot] = hash
    this.#starts[slot] = start
    this.#lengths[slot] = length
  }

  #grow(): void {
    const [hashes, starts, lengths] = [this.#hashes, this.#starts, this.#lengths]
    const count = hashes.length * 2
    this.#hashes = new Float64Array(count)
    this.#starts = new Float64Array(count)
    this.#lengths = new Uint32Array(count)
    for (const [slot, hash] of hashes.entries()) if (hash !== 0) this.#put(hash, starts[slot]!, lengths[slot]!)
  }
}
