/**
 * Find out in one walk over a text which of many patterns may match it: those of which a required literal stands in it. Of
 * hundreds of patterns one or two are left to be tried, in their order.
 */
import {requiredLiterals, startMark} from './required-literals.js'

/** Numbers of the patterns that may match a text, ascending. */
export type Prefilter = (text: string) => readonly number[]

/** A place in the tree of all literals, one character deeper a step. */
interface Place {
  /** Patterns that have a literal which ends here. */
  readonly patterns: number[]
  /** What follows; missing at the end of all literals, which is where most of them end. */
  next?: Map<number, Place>
}

/** Where the tree begins: at the first characters of literals, of which other characters may have the key as well. */
interface Beginning {
  readonly text: string
  readonly place: Place
}

/** A literal is looked for where its first characters stand, and a shorter one where its rarest character does. */
const keySize = 4

export function makePrefilter(patterns: readonly RegExp[]): Prefilter {
  const always: number[] = []
  const beginnings = new Map<number, Beginning[]>()
  // Most places of most texts begin no literal, which this tells without a look into the tree.
  const isKey = new Uint8Array(1 << slotBits)
  const isRare = new Uint8Array(0x10000)
  const byRare = new Map<number, number[]>()
  for (const [number, pattern] of patterns.entries()) {
    const literals = literalsOf(pattern)
    if (!literals) {
      always.push(number)
      continue
    }
    for (const literal of literals) {
      if (literal.length < keySize) {
        const code = rarestOf(literal)
        isRare[code] = 1
        byRare.set(code, [...(byRare.get(code) ?? []), number])
        continue
      }
      let key = 0
      for (let at = 0; at < keySize; at++) key = nextKey(key, literal.charCodeAt(at))
      let place = beginningOf(beginnings, key, literal.slice(0, keySize))
      for (let at = keySize; at < literal.length; at++) {
        const code = literal.charCodeAt(at)
        place.next ??= new Map()
        const next: Place = place.next.get(code) ?? {patterns: []}
        place.next.set(code, next)
        place = next
      }
      isKey[slotOf(key)] = 1
      place.patterns.push(number)
    }
  }

  return (text) => {
    const marked = startMark + text
    let found: number[] | undefined
    const add = (number: number): void => {
      found ??= [...always]
      if (!found.includes(number)) found.push(number)
    }
    let key = 0
    for (let last = 0; last < marked.length; last++) {
      const code = marked.charCodeAt(last)
      if (isRare[code] !== 0) for (const number of byRare.get(code)!) add(number)
      key = nextKey(key, code)
      if (isKey[slotOf(key)] === 0 || last < keySize - 1) continue
      const begun = beginnings.get(key)
      if (!begun) continue
      for (const {text: beginning, place: first} of begun) {
        if (!endsAt(marked, last, beginning)) continue
        let at = last
        for (let place: Place | undefined = first; place; place = place.next?.get(marked.charCodeAt(++at))) {
          for (const number of place.patterns) add(number)
        }
      }
    }
    return found?.sort((a, b) => a - b) ?? always
  }
}

/** Whether a text stands in another with its last character at an offset: of a few characters, asked one by one. */
function endsAt(text: string, last: number, ending: string): boolean {
  for (let at = ending.length - 1, place = last; at >= 0; at--, place--) {
    if (text.charCodeAt(place) !== ending.charCodeAt(at)) return false
  }
  return true
}

function beginningOf(beginnings: Map<number, Beginning[]>, key: number, text: string): Place {
  const list = beginnings.get(key) ?? []
  beginnings.set(key, list)
  let beginning = list.find((one) => one.text === text)
  if (!beginning) list.push((beginning = {text, place: {patterns: []}}))
  return beginning.place
}

/**
 * The literals of a pattern, of which one stands in what it matches. Where the start of the text is all that is certain of its
 * beginning, what stands further inside tells more; a pattern that may match anywhere has no fewer texts.
 */
function literalsOf(pattern: RegExp): readonly string[] | undefined {
  const literals = requiredLiterals(pattern)
  if (literals?.every((literal) => literal.length >= keySize)) return literals
  const {source, flags} = pattern
  return source.startsWith('^') ? requiredLiterals(new RegExp(source.slice(1), flags)) : literals
}

/** The code unit of a literal that is likely to stand in the fewest texts: beyond ASCII, else no letter. */
function rarestOf(literal: string): number {
  const beyondAscii = literal.search(/[^\0-\x7f]/)
  return literal.charCodeAt(beyondAscii < 0 ? Math.max(0, literal.search(/[^a-z ]/)) : beyondAscii)
}

/** Bits of a key: of its characters the last five bits each, which tell letters apart. */
const keyBits = 5 * keySize
const slotBits = 16

/** The key of the last characters of a text, given that of the characters before: older ones are shifted out of it. */
function nextKey(key: number, code: number): number {
  return ((key << 5) ^ code) & ((1 << keyBits) - 1)
}

/** The place of a key in a small table: its bits multiplied over one another. */
function slotOf(key: number): number {
  return Math.imul(key, 0x9e3779b1) >>> (32 - slotBits)
}
