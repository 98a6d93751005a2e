/**
 * Group records by key: one walk to number the keys, one to put the records of a key together. Linear, and no sort: which key
 * comes first means nothing to anybody.
 */
import type {ShuffleGroup} from '../document/corpus-stage.js'

/** Numbers that a record is made of: high and low half of the key, document, extra. */
export const recordLength = 4

/** Bytes that grouping takes for each record, at most, beside the record itself. */
export const bytesPerGroupedRecord = 36

/** Mix a key into 32 bits; another seed gives a hash that knows nothing of the first. */
export function mixKey(high: number, low: number, seed: number): number {
  let hash = Math.imul(high ^ seed, 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 15) ^ low, 0xc2b2ae35)
  hash = Math.imul(hash ^ (hash >>> 13), 0x27d4eb2f)
  return (hash ^ (hash >>> 16)) >>> 0
}

const seed = 0x9e3779b9

/** Arrays that one grouping after another works in: made anew for each, they would pile up faster than they are collected. */
export class GroupingSpace {
  readonly #arrays = new Map<string, Uint32Array>()

  /** An array of at least a length, with whatever was left in it. */
  array(name: string, length: number): Uint32Array {
    let array = this.#arrays.get(name)
    if (!array || array.length < length) {
      array = new Uint32Array(length)
      this.#arrays.set(name, array)
    }
    return array
  }
}

/** Give the groups of two records and more among the first `count` records. A group is good until the next is asked for. */
export function* groupRecords(records: Uint32Array, count: number, space: GroupingSpace): Generator<ShuffleGroup> {
  const size = 2 ** (Math.ceil(Math.log2(count + 1)) + 1)
  const mask = size - 1
  /** By slot: number of the key that hashed there, from 1. */
  const slots = space.array('slots', size).fill(0, 0, size)
  const firsts = space.array('firsts', count)
  const sizes = space.array('sizes', count).fill(0, 0, count)
  const keyOf = space.array('keyOf', count)
  let keys = 0
  for (let index = 0; index < count; index++) {
    const high = records[index * recordLength]!
    const low = records[index * recordLength + 1]!
    let slot = mixKey(high, low, seed) & mask
    for (;;) {
      const key = slots[slot]!
      if (key === 0) {
        slots[slot] = ++keys
        firsts[keys - 1] = index
        break
      }
      const first = firsts[key - 1]! * recordLength
      if (records[first] === high && records[first + 1] === low) break
      slot = (slot + 1) & mask
    }
    const key = slots[slot]! - 1
    keyOf[index] = key
    sizes[key]!++
  }
  // The slots have done their service: now by key, where its next record goes.
  const places = slots
  let grouped = 0
  for (let key = 0; key < keys; key++) {
    places[key] = grouped
    if (sizes[key]! > 1) grouped += sizes[key]!
  }
  const documents = space.array('documents', grouped)
  const extras = space.array('extras', grouped)
  for (let index = 0; index < count; index++) {
    const key = keyOf[index]!
    if (sizes[key]! < 2) continue
    const place = places[key]!++
    documents[place] = records[index * recordLength + 2]!
    extras[place] = records[index * recordLength + 3]!
  }
  for (let key = 0; key < keys; key++) {
    const length = sizes[key]!
    if (length < 2) continue
    const end = places[key]!
    const first = firsts[key]! * recordLength
    yield {
      keyHigh: records[first]!,
      keyLow: records[first + 1]!,
      documents: documents.subarray(end - length, end),
      extras: extras.subarray(end - length, end),
    }
  }
}
