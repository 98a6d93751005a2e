/** Find the bare addresses of a text, which markdown links without being asked: nothing is escaped in them. */
import {isSpace} from './escape.js'

/** What markdown links without being asked: not behind a letter. */
const address = /(?<![a-z])https?:\/\/[^\s<]+|(?<![^\s(*_[\]~])www\.[^\s<]+/gi

/** Bare addresses in a range, as pairs of offsets; `before` is the character before the range. */
export function findAddresses(raw: string, start: number, end: number, before: number): number[] {
  const ranges: number[] = []
  const text = String.fromCharCode(before) + raw.slice(start, end)
  for (const match of text.matchAll(address)) {
    ranges.push(start + match.index - 1, start + match.index - 1 + match[0].length)
  }
  return ranges
}

/** Where the address begins that runs to the end of a range; -1 for none. */
export function lastAddress(raw: string, start: number, end: number, before: number): number {
  let word = end
  while (word > start && !isAddressEnd(raw.charCodeAt(word - 1))) word--
  if (end - word < 5) return -1
  return findAddresses(raw, word, end, word > start ? raw.charCodeAt(word - 1) : before)[0] ?? -1
}

export function firstSpace(raw: string, start: number, end: number): number {
  let at = start
  while (at < end && !isAddressEnd(raw.charCodeAt(at))) at++
  return at
}

export function hasSpace(raw: string, start: number, end: number): boolean {
  return firstSpace(raw, start, end) < end
}

function isAddressEnd(code: number): boolean {
  return isSpace(code) || code === 0x3c
}

export function isInRanges(ranges: readonly number[], at: number): boolean {
  let low = 0
  let high = ranges.length / 2
  while (low < high) {
    const middle = (low + high) >>> 1
    if (ranges[middle * 2 + 1]! <= at) low = middle + 1
    else high = middle
  }
  return low * 2 < ranges.length && ranges[low * 2]! <= at
}
