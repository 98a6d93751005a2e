/**
 * Count how often each of many names has come, in 12 bytes a name at a load of a half: 64 bits of its digest and the count. Two
 * names with the same 64 bits would be counted as one.
 */
import {createHash} from 'node:crypto'

const firstCapacity = 1024

export class NameTable {
  #size = 0
  #keys = new Uint32Array(2 * firstCapacity)
  #counts = new Uint32Array(firstCapacity)

  /** Count a name, and tell how often it has come, this time included. */
  count(name: string): number {
    if (this.#size * 2 >= this.#counts.length) this.#grow()
    const digest = createHash('sha256').update(name).digest()
    const slot = this.#slotOf(digest.readUInt32LE(0), digest.readUInt32LE(4))
    const count = (this.#counts[slot] ?? 0) + 1
    if (count === 1) this.#size += 1
    this.#counts[slot] = count
    return count
  }

  /** Find the slot of a key, and write the key there if it is new. */
  #slotOf(low: number, high: number): number {
    const mask = this.#counts.length - 1
    let slot = low & mask
    while (this.#counts[slot] !== 0 && (this.#keys[2 * slot] !== low || this.#keys[2 * slot + 1] !== high)) {
      slot = (slot + 1) & mask
    }
    this.#keys[2 * slot] = low
    this.#keys[2 * slot + 1] = high
    return slot
  }

  #grow(): void {
    const keys = this.#keys
    const counts = this.#counts
    this.#keys = new Uint32Array(2 * keys.length)
    this.#counts = new Uint32Array(2 * counts.length)
    for (let slot = 0; slot < counts.length; slot++) {
      if (counts[slot]) this.#counts[this.#slotOf(keys[2 * slot]!, keys[2 * slot + 1]!)] = counts[slot]!
    }
  }
}
