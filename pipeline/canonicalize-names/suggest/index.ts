/** Which unknown words of a corpus are near to a name of the gazetteer, the user's own entries included. */
import {corrections, gazetteer, persons} from '../gazetteer/index.js'
import {mergeEntries} from '../gazetteer/merge.js'
import type {NameOptions} from '../options.js'
import {type KnownSpelling, SpellingIndex, type Suggestion} from './suggest.js'

export type {Suggestion} from './suggest.js'

/**
 * Look words up beside the names that options know.
 *
 * @param words as they stand in a text, each once.
 * @returns a suggestion for each word that is near to a name, in the order of the words.
 */
export function suggestNames(options: NameOptions, words: Iterable<string>): Suggestion[] {
  const known: KnownSpelling[] = mergeEntries(gazetteer, options.entries, options.profiles).flatMap(
    ({id, forms, aliases}) => [
      ...Object.entries(forms).map(([tradition, form]) => ({form, entry: id, tradition})),
      ...aliases.map(({form, tradition}) => ({form, entry: id, tradition})),
    ],
  )
  const others = [
    ...[...options.corrections, ...corrections].flatMap(({wrong, right}) => [wrong, right]),
    ...[...options.persons, ...persons].flatMap(({full, plain}) => [full, plain]),
  ]
  const index = new SpellingIndex(known, others)
  return [...words].flatMap((word) => index.nearest(word) ?? [])
}
