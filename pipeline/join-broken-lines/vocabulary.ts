/** The words of a document, of which one that stands elsewhere tells what a hyphen at the end of a line is. */
import {rememberKinds} from '../../src/document/character-kinds.js'
import type {Range} from '../../src/document/range.js'

/**
 * The words of a document, counted when first asked for.
 *
 * Halves of a cut word are left out: a syllable that counted as a word because it stands in the cut itself would prove
 * that cut to be a compound.
 */
export class Vocabulary {
  readonly #text: string
  #words: Set<string> | undefined

  constructor(text: string) {
    this.#text = text
  }

  /** Tell whether a word stands in the document, given in lower case. */
  has(word: string): boolean {
    this.#words ??= wordsOf(this.#text)
    return this.#words.has(word)
  }
}

const letter = /[\p{L}\p{M}]/u
const kindAt = rememberKinds((character) => Number(letter.test(character)))
const hyphen = /[-‐֊]/
const cutBehind = /^[-\u00ad‐֊¬](?:[ \t]*\n| \p{Ll})/u
const cutMark = /[-\u00ad‐֊¬]/
const cutBefore = /[-\u00ad‐֊¬](?:[ \t]*\n[ \t\n>]*| )$/

/** A word in lower case, as it is without ligatures of print. */
export function lowerOf(word: string): string {
  return (/[\ufb00-\ufb17]/.test(word) ? word.normalize('NFKC') : word).toLowerCase()
}

function wordsOf(text: string): Set<string> {
  const words = new Set<string>()
  for (let index = 0; index < text.length; ) {
    let end = lettersEnd(text, index)
    if (end === index) {
      index++
      continue
    }
    let isCompound = false
    while (hyphen.test(text.charAt(end))) {
      const next = lettersEnd(text, end + 1)
      if (next === end + 1) break
      end = next
      isCompound = true
    }
    addWord(words, text, {start: index, end}, isCompound)
    index = end
  }
  return words
}

/** Where the letters that begin at an offset end. */
function lettersEnd(text: string, start: number): number {
  let end = start
  while (end < text.length) {
    const codePoint = text.codePointAt(end)!
    if (kindAt(codePoint) === 0) break
    end += codePoint > 0xffff ? 2 : 1
  }
  return end
}

function addWord(words: Set<string>, text: string, {start, end}: Range, isCompound: boolean): void {
  const lower = lowerOf(text.slice(start, end))
  const parts = isCompound ? lower.split(/[-‐֊]/) : [lower]
  // Of a compound, the half at the cut alone is in doubt.
  const isCutBehind = cutMark.test(text.charAt(end)) && cutBehind.test(text.slice(end, end + 12))
  const isCutBefore = mayBeCutBefore(text, start) && cutBefore.test(text.slice(Math.max(0, start - 12), start))
  const first = isCutBefore ? 1 : 0
  const last = parts.length - (isCutBehind ? 1 : 0)
  for (let at = first; at < last; at++) words.add(parts[at]!)
  if (parts.length > 1 && last - first > 1) words.add(parts.slice(first, last).join('-'))
}

/** Whether a mark of a cut stands before a word and the white space in front of it, as it does before hardly any. */
function mayBeCutBefore(text: string, start: number): boolean {
  if (!/\s/.test(text.charAt(start - 1))) return false
  let at = start - 1
  while (at >= 0 && ' \t\n>'.includes(text.charAt(at))) at--
  return cutMark.test(text.charAt(at))
}
