/** Count the words of a text in any script. */

const beginsWord = /[\p{L}\p{N}]/u
const goesOnInWord = /[\p{L}\p{N}\p{M}'’_-]/u
/** Scripts that write no spaces between words: counted by letters. */
const unspaced = /[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u9FFF]/gu
const unspacedStart = new RegExp(`^${unspaced.source}`, 'u')

const isStart = 1
const isInside = 2
const isKnown = 4
/** What each character of the basic plane is to a word, 0 before it was met: most of the time goes to asking again. */
const kinds = new Uint8Array(0x10000)

/** Count the words of a text in any script. */
export function wordCount(text: string): number {
  let spaced = 0
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
    if ((kind & isInside) === 0) isInWord = false
    else if (!isInWord && kind & isStart) {
      isInWord = true
      spaced++
    }
  }
  if (!/[\u0E00-\u9FFF]/.test(text)) return spaced
  return Math.max(spaced, Math.round((text.match(unspaced)?.length ?? 0) / 2))
}

/** Tell whether a text begins in a script that writes no spaces between words, so that its first word has no end. */
export function isUnspaced(text: string): boolean {
  return unspacedStart.test(text)
}

function kindOf(character: string): number {
  return isKnown | (beginsWord.test(character) ? isStart : 0) | (goesOnInWord.test(character) ? isInside : 0)
}
