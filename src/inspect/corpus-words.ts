/**
 * Count the words of a corpus that stand with a capital, and know which of them stand in small letters too.
 */

export interface WordUse {
  /** How often it stands with a capital. */
  count: number
  documents: number
  /** Id of the first document that has it. */
  readonly first: string
  /** The words around it there. */
  readonly context: string
}

/** What is not words: addresses, targets of links, code. */
const notWords = /\]\([^()\s]*\)|<https?:[^>\s]*>|https?:\/\/[^\s<>)\]]+|`[^`\n]*`|[\w.+-]+@[\w.-]+/g
const word = /[\p{L}\p{M}\u00ad\u200b-\u200d\u2060]+/gu
const invisible = /[\u00ad\u200b-\u200d\u2060]/g
/** Code units to both sides of a word that are shown. */
const around = 30

/** The words of a corpus, document after document. Grows with its vocabulary and not with its length. */
export class CorpusWords {
  readonly #capitalised = new Map<string, WordUse>()
  readonly #small = new Set<string>()

  /** @param text clean markdown, front matter left out. */
  add(id: string, text: string): void {
    const seen = new Set<string>()
    const shown = text.replace(notWords, (found) => ' '.repeat(found.length))
    for (const match of shown.matchAll(word)) {
      const form = match[0].replace(invisible, '')
      const lower = form.toLowerCase()
      if (form === lower) {
        this.#small.add(lower)
        continue
      }
      const use = this.#capitalised.get(form)
      if (!use) {
        const context = shown.slice(Math.max(0, match.index - around), match.index + match[0].length + around)
        this.#capitalised.set(form, {count: 1, documents: 1, first: id, context: context.replace(/\s+/g, ' ').trim()})
      } else {
        use.count++
        if (!seen.has(form)) use.documents++
      }
      seen.add(form)
    }
  }

  /** Words that stand with a capital and nowhere without one, as a name does. */
  *names(): Generator<[form: string, use: WordUse]> {
    for (const entry of this.#capitalised) if (!this.#small.has(entry[0].toLowerCase())) yield entry
  }
}
