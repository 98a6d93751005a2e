/**
 * Tell the language of a few words by their n-grams.
 *
 * The method and the numbers are those of eld (Nito T.M., Apache-2.0), and so are the answers, to which a test holds them.
 * Its own table is a hundred thousand small objects: 29 MB in each thread, and a fifth of a second before the first text.
 * Here it is a few arrays, unpacked when the first text asks.
 */
import {inflateRawSync} from 'node:zlib'
import {languages, packed, usualScores} from './table.js'

/** What a text reads as. */
export interface Reading {
  /** ISO 639-1 code of the likeliest language; empty where none is likely. */
  readonly language: string
  /** Whether the text reads as much as that language as its texts usually do. */
  readonly isReliable: boolean
  /** How much it reads as English, and as the likeliest language: 0 to 1. */
  readonly english: number
  readonly best: number
}

/** A group of up to four bytes of a word, as a number; and whether the word begins or ends with it. */
interface Table {
  /** By hash of a group and its ends, its row; -1 for none. */
  readonly slots: Int32Array
  readonly keys: Uint32Array
  readonly ends: Uint8Array
  /** By row, where its pairs begin; one more than there are rows. */
  readonly starts: Uint32Array
  /** By pair: a language, and how much the group speaks for it. */
  readonly languages: Uint8Array
  readonly scores: Uint8Array
}

/** Characters, and bytes, of a text that are read: to the end of a word behind the first limit, and not beyond the second. */
const mostCharacters = 1000
const mostBytes = 350
const mostBytesAtAll = 380
/** Bytes of a word that are read. */
const longestWord = 70
/** What every group counts for its languages beside its score. */
const baseScore = 53
/** Brings scores of groups to 0 to 1. */
const scale = 25
/** Part of the usual score from which on a text is one of the language; fewest groups that tell. */
const leastOfUsual = 0.75
const fewestGroups = 3

/** Everything but letters parts words; an apostrophe does not, where a letter follows. */
const separators = /(?:[^\p{L}]|[\u{10000}-\u{10ffff}])+(?<!['`’])/gu

/** Slots of the table, a power of two. */
const capacity = 131_072
const space = 0x20
const isBeginning = 1
const isEnd = 2
const english = languages.indexOf('en')

let table: Table | undefined

function slotOf(key: number, ends: number): number {
  const mixed = Math.imul(key ^ (ends << 29), 0x9e3779b1)
  return (mixed ^ (mixed >>> 15)) & (capacity - 1)
}

function load(): Table {
  const bytes = new Uint8Array(inflateRawSync(Buffer.from(packed, 'base64')))
  const [rows = 0, pairs = 0] = new Uint32Array(bytes.buffer, 0, 2)
  const keys = new Uint32Array(bytes.buffer, 8, rows)
  let at = 8 + rows * Uint32Array.BYTES_PER_ELEMENT
  const take = (length: number) => bytes.subarray(at, (at += length))
  const ends = take(rows)
  const counts = take(rows)
  const starts = new Uint32Array(rows + 1)
  const slots = new Int32Array(capacity).fill(-1)
  for (let row = 0; row < rows; row++) {
    starts[row + 1] = starts[row]! + counts[row]!
    let slot = slotOf(keys[row]!, ends[row]!)
    while (slots[slot] !== -1) slot = (slot + 1) & (capacity - 1)
    slots[slot] = row
  }
  return {slots, keys, ends, starts, languages: take(pairs), scores: take(pairs)}
}

/** Row of a group, or -1. */
function rowOf({slots, keys, ends}: Table, key: number, end: number): number {
  for (let slot = slotOf(key, end); ; slot = (slot + 1) & (capacity - 1)) {
    const row = slots[slot]!
    if (row === -1 || (keys[row] === key && ends[row] === end)) return row
  }
}

/** The beginning of a text that is read, in UTF-8: words of lower-case letters with a space between them. */
function wordsOf(text: string): Buffer {
  const bytes = Buffer.from(text.slice(0, mostCharacters).replace(separators, ' ').trim().toLowerCase())
  let end = bytes.indexOf(space, mostBytes + 1)
  if (end !== -1 && end <= mostBytesAtAll) return bytes.subarray(0, end)
  end = mostBytesAtAll + 1
  // To the end of a character.
  while (end < bytes.length && (bytes[end]! & 0xc0) === 0x80) end++
  return bytes.subarray(0, end)
}

/** Read the beginning of a text. */
export function readLanguage(text: string): Reading {
  table ??= load()
  const {starts, languages: speaksFor, scores} = table
  const totals = new Uint32Array(languages.length)
  const seen = new Set<number | string>()
  const bytes = wordsOf(text)

  const count = (start: number, end: number, ends: number): void => {
    let key = 0
    for (let index = end; index-- > start; ) key = key * 256 + bytes[index]!
    const group = key * 4 + ends
    if (seen.has(group)) return
    seen.add(group)
    const row = rowOf(table!, key, ends)
    if (row === -1) return
    for (let pair = starts[row]!; pair < starts[row + 1]!; pair++)
      totals[speaksFor[pair]!]! += scores[pair]! + baseScore
  }

  for (let start = 0; start < bytes.length; ) {
    const next = bytes.indexOf(space, start)
    const end = next === -1 ? bytes.length : next
    const length = Math.min(end - start, longestWord)
    let at = 0
    for (; at + 4 < length; at += 3) count(start + at, start + at + 4, at === 0 ? isBeginning : 0)
    const ends = (at === 0 ? isBeginning : 0) | isEnd
    // Of a word beyond the longest, all that is left counts as one group, which no table has.
    if (end - start > longestWord) seen.add(`${bytes.toString('latin1', start + length - 4, end)} ${ends}`)
    else count(start + Math.max(0, length - 4), end, ends)
    start = end + 1
  }
  return readingOf(totals, seen.size)
}

function readingOf(totals: Uint32Array, groups: number): Reading {
  let best = -1
  for (let index = 0; index < totals.length; index++) {
    if (totals[index]! > (totals[best] ?? 0)) best = index
  }
  if (best === -1) return {language: '', isReliable: false, english: 0, best: 0}
  const scoreOf = (index: number) => {
    const average = totals[index]! / groups
    return average / (average + scale)
  }
  const score = scoreOf(best)
  const isUsual = score >= (usualScores[best]! / 1000) * leastOfUsual
  return {
    language: languages[best]!,
    isReliable: groups >= fewestGroups && isUsual,
    english: scoreOf(english),
    best: score,
  }
}
