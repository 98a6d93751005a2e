/**
 * Count words as lines and phrases have them: a compound with its hyphens and apostrophes is one, and two characters of a
 * script without spaces are one. All lengths in rules and model are in these words; what reports count is in
 * `src/document/words.ts`.
 */
import {rememberKinds} from '../../src/document/character-kinds.js'

const beginsWord = /[\p{L}\p{N}]/u
const goesOnInWord = /[\p{L}\p{N}\p{M}'’_-]/u
/** Scripts that write no spaces between words: counted by letters. */
const unspaced = /[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u9FFF]/
const unspacedStart = new RegExp(`^${unspaced.source}`)

const isStart = 1
const isInside = 2
const isUnspacedLetter = 4
const kindAt = rememberKinds(
  (character) =>
    (beginsWord.test(character) ? isStart : 0) |
    (goesOnInWord.test(character) ? isInside : 0) |
    (unspaced.test(character) ? isUnspacedLetter : 0),
)

/** Count the words of a text in any script. */
export function wordCount(text: string): number {
  let words = 0
  let letters = 0
  let isInWord = false
  for (let index = 0; index < text.length; index++) {
    let codePoint = text.charCodeAt(index)
    if (codePoint >= 0xd800 && codePoint < 0xdc00) codePoint = text.codePointAt(index)!
    if (codePoint > 0xffff) index++
    const kind = kindAt(codePoint)
    if (kind & isUnspacedLetter) letters++
    if ((kind & isInside) === 0) isInWord = false
    else if (!isInWord && kind & isStart) {
      isInWord = true
      words++
    }
  }
  return Math.max(words, Math.round(letters / 2))
}

/** Tell whether a text begins in a script that writes no spaces between words, so that its first word has no end. */
export function isUnspaced(text: string): boolean {
  return unspacedStart.test(text)
}
