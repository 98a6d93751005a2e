/**
 * The words that pages use: how much each speaks for body or against it, learned from labelled pages. Only words and pairs
 * of words that stand on many sites are in it: the language of pages ("comments", "posted by") and of texts ("said"), and
 * some of what was in all the news when those pages were made. A word that it does not know is one of the document's own.
 */

/** A word, or a word behind another. */
interface Entry {
  /** What it adds to the log-odds. */
  readonly weight: number
  readonly number: number
  /** What may stand behind it. */
  readonly pairs: Map<string, Entry>
}

export interface Lexicon {
  /** Log-odds that a text is body of which no word is known. */
  readonly bias: number
  readonly words: ReadonlyMap<string, Entry>
  /** The text in which each entry was met last: so that each counts once, without a set of strings for every line. */
  readonly met: Uint32Array
}

/** Words of a unit that are looked at; of longer ones the first part speaks for all. */
const mostWords = 100
/** Fewest letters of a word that says what a document is about. */
const leastLetters = 3

/** Read a lexicon from the form in which `weights.ts` holds it: the bias, then each entry and its weight, in hundredths. */
export function readLexicon(packed: string): Lexicon {
  const fields = packed.split(',')
  const words = new Map<string, Entry>()
  let number = 0
  // A word stands before the pairs that it begins, as the entries are sorted.
  for (let at = 1; at + 1 < fields.length; at += 2) {
    const [first, second] = fields[at]!.split(' ') as [string, string | undefined]
    const weight = Number(fields[at + 1]) / 100
    const list = second === undefined ? words : words.get(first)?.pairs
    list?.set(second ?? first, {weight, number: number++, pairs: new Map()})
  }
  return {bias: Number(fields[0]) / 100, words, met: new Uint32Array(number + 1)}
}

/** List the words and pairs of neighbours in a text, each once, given its words in lower case: what a lexicon may know. */
export function entriesOf(words: readonly string[]): ReadonlySet<string> {
  const entries = new Set<string>()
  const end = Math.min(words.length, mostWords)
  for (let index = 0; index < end; index++) {
    entries.add(words[index]!)
    if (index > 0) entries.add(`${words[index - 1]} ${words[index]}`)
  }
  return entries
}

/** Log-odds that a text is body, by its words alone; in lower case. */
export function scoreWords({bias, words: known, met}: Lexicon, words: readonly string[]): number {
  // The last place of `met` counts the texts.
  const text = ++met[met.length - 1]!
  let sum = 0
  let count = 0
  let before: Entry | undefined
  const add = (entry: Entry | undefined): void => {
    if (!entry || met[entry.number] === text) return
    met[entry.number] = text
    sum += entry.weight
    count++
  }
  const end = Math.min(words.length, mostWords)
  for (let index = 0; index < end; index++) {
    const word = words[index]!
    if (before && before.pairs.size > 0) add(before.pairs.get(word))
    before = known.get(word)
    add(before)
  }
  return count === 0 ? bias : bias + sum / Math.sqrt(count)
}

/** The words that are the document's own, each once: those that pages do not have in common. */
export function ownWords({words: known}: Lexicon, words: readonly string[]): ReadonlySet<string> {
  const own = new Set<string>()
  for (const word of words) if (word.length >= leastLetters && !known.has(word)) own.add(word)
  return own
}
