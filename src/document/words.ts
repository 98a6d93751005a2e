/** Words, as the project counts them everywhere: runs of letters, digits and marks, in any script. */
const word = /[\p{L}\p{N}\p{M}]/u
/** Scripts that put no space between words: each character counts as one. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

const isWord = 1
const isUnspaced = 2
const isKnown = 4
/** What each character of the basic plane was found to be, 0 before it was met: most of the time goes to asking again. */
const kinds = new Uint8Array(0x10000)

/** Count the words of a text; in scripts without spaces between words, the characters. */
export function countWords(text: string): number {
  let words = 0
  let characters = 0
  let isInWord = false
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    let kind = kinds[code]!
    if (code >= 0xd800 && code < 0xdc00) {
      const point = text.codePointAt(index)!
      kind = kindOf(String.fromCodePoint(point))
      if (point > 0xffff) index++
    } else if (kind === 0) {
      kind = kindOf(String.fromCharCode(code))
      kinds[code] = kind
    }
    if (kind & isUnspaced) characters++
    if ((kind & isWord) === 0) isInWord = false
    else if (!isInWord) {
      isInWord = true
      words++
    }
  }
  return words > 0 ? words + characters : 0
}

function kindOf(character: string): number {
  return isKnown | (word.test(character) ? isWord : 0) | (unspaced.test(character) ? isUnspaced : 0)
}
