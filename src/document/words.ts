/** Words, as reports, manifest and provenance count them: runs of letters, digits and marks, in any script. */
import {rememberKinds} from './character-kinds.js'

const word = /[\p{L}\p{N}\p{M}]/u
/** Scripts that put no space between words: each character counts as one. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

const isWord = 1
const isUnspaced = 2
const kindAt = rememberKinds(
  (character) => (word.test(character) ? isWord : 0) | (unspaced.test(character) ? isUnspaced : 0),
)

/** Count the words of a text; in scripts without spaces between words, the characters. */
export function countWords(text: string): number {
  let words = 0
  let characters = 0
  let isInWord = false
  for (let index = 0; index < text.length; index++) {
    let codePoint = text.charCodeAt(index)
    if (codePoint >= 0xd800 && codePoint < 0xdc00) codePoint = text.codePointAt(index)!
    if (codePoint > 0xffff) index++
    const kind = kindAt(codePoint)
    if (kind & isUnspaced) characters++
    if ((kind & isWord) === 0) isInWord = false
    else if (!isInWord) {
      isInWord = true
      words++
    }
  }
  return words > 0 ? words + characters : 0
}
