/**
 * Find units whose words stand in a row in longer paragraphs.
 *
 * Units are looked up by their first words, at every word of the paragraphs; what is compared beyond those is counted, and
 * once that is many times the length of the text the search ends. Text that makes it so long is no article.
 */
import type {Unit} from './units.js'

/** What is looked for: words of a unit, at least five. */
export interface Sought {
  readonly unit: Unit
  readonly words: readonly string[]
}

/** Where the words sought stand in a paragraph, or from there on in the paragraphs behind it. */
export interface Passage<S extends Sought = Sought> {
  readonly sought: S
  /** Place among the units of the paragraph in which it begins, and among that one's words. */
  readonly at: number
  readonly from: number
  /** Place of the paragraph in which it ends, and the word there behind it. */
  readonly until: number
  readonly to: number
}

/** How many of a unit's first words it is looked up by. */
const opening = 5
/** How many units of one opening are told apart. */
const mostAlike = 4
/** Comparisons for each word of the text. */
const mostComparisons = 10

/** Passages with the words sought that stand outside of their units, in the order of the text. */
export function passagesOf<S extends Sought>(all: Iterable<S>, units: readonly Unit[]): Passage<S>[] {
  const openings = new Map<string, S[]>()
  /** The first words of openings, and what stands second behind each: most places begin none, which these tell. */
  const firstWords = new Map<string, Set<string>>()
  for (const sought of all) {
    const key = openingAt(sought.words, 0)
    if (key === undefined) continue
    const alike = openings.get(key)
    if (!alike) openings.set(key, [sought])
    else if (alike.length < mostAlike) alike.push(sought)
    const [first, second] = sought.words as readonly [string, string]
    firstWords.set(first, (firstWords.get(first) ?? new Set()).add(second))
  }
  const passages: Passage<S>[] = []
  if (openings.size === 0) return passages
  let left = mostComparisons * units.reduce((sum, {words}) => sum + words.length, 0)
  for (const [at, {block, words}] of units.entries()) {
    if (block.type !== 'paragraph') continue
    for (let from = 0; from < words.length; from++) {
      if (!firstWords.get(words[from]!)?.has(words[from + 1] ?? '')) continue
      for (const sought of openings.get(openingAt(words, from) ?? '') ?? []) {
        if (sought.unit === units[at]) continue
        const {compared, end} = compare(sought, units, at, from)
        left -= compared
        if (end) passages.push({sought, at, from, ...end})
        if (left < 0) return passages
      }
    }
  }
  return passages
}

function openingAt(words: readonly string[], from: number): string | undefined {
  return from + opening > words.length ? undefined : words.slice(from, from + opening).join(' ')
}

/** Compare the words sought with those from a place on, through paragraphs. */
function compare(
  {unit, words}: Sought,
  units: readonly Unit[],
  at: number,
  from: number,
): {compared: number; end?: {until: number; to: number}} {
  let until = at
  let to = from
  for (let compared = 0; compared < words.length; compared++) {
    if (to === units[until]!.words.length) {
      until++
      to = 0
      const next = units[until]
      if (!next || next === unit || next.block.type !== 'paragraph') return {compared}
    }
    if (units[until]!.words[to] !== words[compared]) return {compared}
    to++
  }
  return {compared: words.length, end: {until, to}}
}
