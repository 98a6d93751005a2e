/**
 * The form of what one language has to say: its phrases for the rules of the families, by rule. The families hold the phrases
 * of the languages that grew with them; a language that comes as a whole has a file of its own beside this one.
 *
 * Phrases are written as a site prints them. What a rule is, where it counts and what it opens is said in its family.
 */
import type {DebrisRule} from '../model.js'

export interface Phrases {
  readonly whole?: readonly string[]
  readonly starts?: readonly string[]
  readonly patterns?: readonly RegExp[]
  readonly vocabulary?: readonly string[]
  /** Words that are of the vocabulary as well, and say what the row is. */
  readonly telling?: readonly string[]
}

export interface Language {
  /** BCP 47. */
  readonly language: string
  /** Words of reporting, as `narration` in `../sentences.ts` has them. */
  readonly narration: RegExp
  /** Second signs of sentences, by rule; see `../sentences.ts`. */
  readonly signs: Readonly<Record<string, RegExp>>
  /** Phrases by rule. */
  readonly rules: Readonly<Record<string, Phrases>>
}

/** Read phrases from a text in which a bar or a line parts one from the next. */
export function phrases(text: string): string[] {
  return text
    .split(/[|\n]/)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '')
}

/** Add what languages have to say to the rules of the families. */
export function withLanguages(rules: readonly DebrisRule[], languages: readonly Language[]): DebrisRule[] {
  return rules.map((rule) => {
    const additions = languages.flatMap(({language, rules: own}) => (own[rule.id] ? [{language, ...own[rule.id]}] : []))
    if (additions.length === 0) return rule
    const join = <Item>(first: readonly Item[] | undefined, key: 'whole' | 'starts' | 'patterns'): readonly Item[] => [
      ...(first ?? []),
      ...additions.flatMap((addition) => (addition[key] ?? []) as readonly Item[]),
    ]
    const telling = additions.flatMap((addition) => addition.telling ?? [])
    const vocabulary = [...additions.flatMap((addition) => addition.vocabulary ?? []), ...telling]
    return {
      ...rule,
      languages: [...new Set([...rule.languages, ...additions.map(({language}) => language)])],
      whole: join(rule.whole, 'whole'),
      starts: join(rule.starts, 'starts'),
      patterns: join(rule.patterns, 'patterns'),
      ...(rule.vocabulary && {vocabulary: [...rule.vocabulary, ...vocabulary]}),
      ...(rule.telling && {telling: [...rule.telling, ...telling]}),
    }
  })
}
