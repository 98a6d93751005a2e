/**
 * Find, among the words of a corpus, spellings that a gazetteer does not have and that may be a name of it.
 *
 * A suggestion is for a person to judge: Tatar is near to Tartar and is another word. What stands in small letters too is a common
 * word and is not suggested, nor is a name with an ending of English (Karabakhi, Shushians).
 */
import {editDistance} from '../../../src/document/edit-distance.js'
import {deletionsOf} from './deletions.js'
import {bareLetters, plainLetters, soundKeys} from './sound-key.js'

/** A spelling of the gazetteer. */
export interface KnownSpelling {
  readonly form: string
  /** Id of the entry. */
  readonly entry: string
  /** Who spells it so. */
  readonly tradition: string
}

export interface Suggestion {
  /** The unknown spelling. */
  readonly form: string
  /** The known one that it is near to. */
  readonly near: string
  /** Id of its entry. */
  readonly entry: string
  /** Tradition of the known spelling, and so of the unknown one. */
  readonly tradition: string
  /** Letters that differ: one too many, too few, another one, or two exchanged; accents do not count. */
  readonly distance: number
  /** Whether the two may be said alike. */
  readonly isAlike: boolean
}

/** Shortest and longest word that is compared at all: no name is longer, and what a long one leaves is beyond number. */
const shortest = 4
const longest = 40
/** Shorter words must be said alike besides, for they are near to everything. */
const short = 5
const betweenWords = /[\s\u2010-\u2015-]+/
/** From this length on two letters may differ. */
const long = 9

/** Looks up words beside the known spellings. Made once for a gazetteer; a look-up does not depend on its size. */
export class SpellingIndex {
  readonly #bySound = new Map<string, KnownSpelling[]>()
  readonly #byDeletion = new Map<string, KnownSpelling[]>()
  readonly #known = new Set<string>()

  /**
   * @param spellings that a word may be near to; of those of several words no word is compared, as it is told by its neighbours.
   * @param others words, or several, that are known and suggest nothing.
   */
  constructor(spellings: Iterable<KnownSpelling>, others: Iterable<string> = []) {
    const know = (form: string): void => {
      for (const word of form.split(betweenWords)) this.#known.add(plainLetters(word))
    }
    for (const form of others) know(form)
    for (const spelling of spellings) {
      know(spelling.form)
      const letters = bareLetters(spelling.form)
      if (letters.length < shortest || letters.length > longest || betweenWords.test(spelling.form)) continue
      for (const key of soundKeys(spelling.form)) push(this.#bySound, key, spelling)
      for (const left of deletionsOf(letters, reachOf(letters))) push(this.#byDeletion, left, spelling)
    }
  }

  /** The nearest known spelling, if one is near enough. */
  nearest(word: string): Suggestion | undefined {
    const plain = plainLetters(word)
    if (this.#known.has(plain) || this.#isInflected(plain)) return undefined
    const letters = bareLetters(word)
    if (letters.length < shortest || letters.length > longest) return undefined
    let best: Suggestion | undefined
    const consider = (candidates: readonly KnownSpelling[] | undefined, share: number): void => {
      const isAlike = share > 0
      for (const {form, entry, tradition} of candidates ?? []) {
        const other = bareLetters(form)
        const limit = isAlike
          ? Math.floor(Math.max(letters.length, other.length) * share)
          : Math.min(reachOf(letters), reachOf(other))
        // Who mistypes a name seldom mistypes its first letter.
        if (!isAlike && (letters[0] !== other[0] || Math.min(letters.length, other.length) < short)) continue
        const distance = editDistance(letters, other, limit)
        if (distance > limit) continue
        if (!best || distance < best.distance || (distance === best.distance && isAlike && !best.isAlike)) {
          best = {form: word, near: form, entry, tradition, distance, isAlike}
        }
      }
    }
    for (const key of soundKeys(word)) {
      // The more sounds agree, the less their spellings need to.
      if (key.length > 1) consider(this.#bySound.get(key), key.length > 3 ? 0.5 : 0.4)
    }
    for (const left of deletionsOf(letters, reachOf(letters))) consider(this.#byDeletion.get(left), 0)
    return best
  }

  #isInflected(letters: string): boolean {
    const stem =
      /^(.{4,}?)(?:s|(?<![aeiouy])i|is|an|ian|ians|ans|in|ine|en|ese|li|lis|lu|tsi|tsis|ite|ites|er|ers|skii?|sky|stan)$/.exec(
        letters,
      )?.[1]
    return stem !== undefined && (this.#known.has(stem) || this.#known.has(`${stem}a`) || this.#known.has(`${stem}i`))
  }
}

function reachOf(letters: string): number {
  return letters.length >= long ? 2 : 1
}

function push(index: Map<string, KnownSpelling[]>, key: string, spelling: KnownSpelling): void {
  const list = index.get(key)
  if (!list) index.set(key, [spelling])
  else if (list.at(-1) !== spelling) list.push(spelling)
}
