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

const word = /[\p{L}\p{M}]+(?:[-‐֊][\p{L}\p{M}]+)*/gu
const cutBehind = /^[-\u00ad‐֊¬](?:[ \t]*\n| \p{Ll})/u
const cutBefore = /[-\u00ad‐֊¬](?:[ \t]*\n[ \t\n>]*| )$/

/** A word in lower case, as it is without ligatures of print. */
export function lowerOf(word: string): string {
  return (/[\ufb00-\ufb17]/.test(word) ? word.normalize('NFKC') : word).toLowerCase()
}

function wordsOf(text: string): Set<string> {
  const words = new Set<string>()
  for (const {0: found, index} of text.matchAll(word)) {
    const end = index + found.length
    const parts = lowerOf(found).split(/[-‐֊]/)
    // Of a compound, the half at the cut alone is in doubt.
    const isCutBehind = cutBehind.test(text.slice(end, end + 12))
    const isCutBefore = /\s/.test(text[index - 1] ?? '') && cutBefore.test(text.slice(Math.max(0, index - 12), index))
    const first = isCutBefore ? 1 : 0
    const last = parts.length - (isCutBehind ? 1 : 0)
    for (let at = first; at < last; at++) words.add(parts[at]!)
    if (parts.length > 1 && last - first > 1) words.add(parts.slice(first, last).join('-'))
  }
  return words
}
