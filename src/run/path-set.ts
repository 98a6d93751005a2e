/**
 * A set of paths that keeps none of them: 53 bits of a hash each, so that a million take 16 MB and not two hundred. Two of
 * a million paths are taken for one with a probability of one in ten thousand, and in all of a run's questions together.
 */

const emptySlots = 1024

export class PathSet {
  #slots = new Float64Array(emptySlots)
  #size = 0

  get size(): number {
    return this.#size
  }

  /** Add a path; tells whether it was not there. */
  add(path: string): boolean {
    if (this.#size * 2 >= this.#slots.length) this.#grow()
    const hash = hashOf(path)
    const slot = slotOf(this.#slots, hash)
    if (this.#slots[slot] === hash) return false
    this.#slots[slot] = hash
    this.#size++
    return true
  }

  has(path: string): boolean {
    const hash = hashOf(path)
    return this.#slots[slotOf(this.#slots, hash)] === hash
  }

  #grow(): void {
    const slots = new Float64Array(this.#slots.length * 2)
    for (const hash of this.#slots) if (hash !== 0) slots[slotOf(slots, hash)] = hash
    this.#slots = slots
  }
}

/** The slot that holds a hash, or the free one where it belongs. */
function slotOf(slots: Float64Array, hash: number): number {
  const mask = slots.length - 1
  let slot = hash & mask
  while (slots[slot] !== 0 && slots[slot] !== hash) slot = (slot + 1) & mask
  return slot
}

/**
 * 53 bits of hash, never 0 (cyrb53 by bryc, public domain).
 *
 * @see https://github.com/bryc/code/blob/master/jshash/experimental/cyrb53.js
 */
export function hashOf(text: string): number {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    high = Math.imul(high ^ unit, 2654435761)
    low = Math.imul(low ^ unit, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return 2 ** 32 * (2097151 & low) + (high >>> 0) || 1
}
