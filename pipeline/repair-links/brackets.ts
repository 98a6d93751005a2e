/** Read the brackets around links, and compare the address that a link shows with the one that it has. */
import {unescaped} from './syntax.js'

/** Whether the text of a link shows the address that it leads to, give or take a slash and its encoding. */
export function isSameAddress(shown: string, url: string): boolean {
  const plain = (address: string): string => {
    let text = unescaped(address)
      .replace(/^https?:\/\/(?:www\.)?|^www\.|^mailto:/i, '')
      .replace(/\/$/, '')
    try {
      text = decodeURI(text)
    } catch {
      // A stray percent sign: compared as it stands.
    }
    return text
  }
  const [a, b] = [plain(shown), plain(url)]
  // A site-relative text beside its absolute address, or the other way round.
  return a === b || (shown.startsWith('/') && shown.length > 3 && b.endsWith(unescaped(shown).replace(/\/$/, '')))
}

/** How far from a link the brackets round it are looked for. */
const reach = 400

/** The unmatched bracket that opens before an offset; -1 where there is none near, or it is that of an image. */
export function openingBracket(source: string, from: number): number {
  let depth = 0
  for (let offset = from - 1; offset >= Math.max(0, from - reach); offset--) {
    const character = source.charAt(offset)
    if ((character !== '[' && character !== ']') || source.charAt(offset - 1) === '\\') continue
    if (character === ']') depth++
    else if (--depth < 0) return source.charAt(offset - 1) === '!' ? -1 : offset
  }
  return -1
}

/** The unmatched bracket that closes behind an offset; -1 where there is none near. */
export function closingBracket(source: string, from: number): number {
  let depth = 0
  for (let offset = from; offset < Math.min(source.length, from + reach); offset++) {
    const character = source.charAt(offset)
    if (character === '\\') offset++
    else if (character === '[') depth++
    else if (character === ']' && --depth < 0) return offset
  }
  return -1
}

/** The parenthesis that closes the one at an offset, on the same line; -1 where there is none. */
export function closingParenthesis(source: string, open: number): number {
  let depth = 0
  for (let offset = open; offset < source.length && offset < open + 3000; offset++) {
    const character = source.charAt(offset)
    if (character === '\\') offset++
    else if (character === '\n') return -1
    else if (character === '(') depth++
    else if (character === ')' && --depth === 0) return offset
  }
  return -1
}
