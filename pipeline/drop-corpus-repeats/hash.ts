/**
 * Hashes of words and of rows of words. Of 32 bits where they are one of many in a comparison, of 48 where each stands for
 * a text among all texts, of 64 where equality is taken for granted. Not for keeping anything from anybody who forges them.
 */

/** Spread the bits of a number: no two give one result, and near ones give far ones. */
export function spread(value: number): number {
  let hash = value ^ (value >>> 16)
  hash = Math.imul(hash, 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Hash a short text, or a part of one (FNV-1a over its code units). */
export function hashText(text: string, start = 0, end: number = text.length): number {
  let hash = 0x811c9dc5
  for (let index = start; index < end; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return spread(hash)
}

/** A hash of 64 bits, in two halves. */
export interface Hash64 {
  readonly high: number
  readonly low: number
}

/** Hash a row of hashes, in their order. */
export function hashRow(hashes: ArrayLike<number>, start = 0, end: number = hashes.length): Hash64 {
  let high = 0x9e3779b9 ^ (end - start)
  let low = 0x7f4a7c15
  for (let index = start; index < end; index++) {
    const hash = hashes[index]!
    high = Math.imul(high ^ hash, 0x85ebca6b)
    high ^= high >>> 15
    low = Math.imul(low ^ hash, 0xc2b2ae35)
    low = (low << 13) | (low >>> 19)
  }
  return {high: spread(high), low: spread(low ^ high)}
}

/** Number that a hash can be found by in a Map or a Set: its last 48 bits. */
export function number48({high, low}: Hash64): number {
  return (high & 0xffff) * 2 ** 32 + low
}

/** What a verdict calls a hash of 48 bits. */
export function nameOf48(number: number): string {
  return number.toString(16).padStart(12, '0')
}
