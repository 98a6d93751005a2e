/** Words, as the project counts them everywhere: runs of letters, digits and marks, in any script. */
const word = /[\p{L}\p{N}\p{M}]+/gu
/** Scripts that put no space between words: each character counts as one. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu

/** Count the words of a text; in scripts without spaces between words, the characters. */
export function countWords(text: string): number {
  let count = 0
  word.lastIndex = 0
  while (word.test(text)) count++
  if (count > 0 && unspaced.test(text)) {
    unspaced.lastIndex = 0
    let characters = 0
    while (unspaced.test(text)) characters++
    count += characters
  }
  unspaced.lastIndex = 0
  return count
}
