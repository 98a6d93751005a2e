/**
 * Drop a paragraph that is a flattened copy of others: what a page keeps of its text for machines, or for a short look.
 *
 * The paragraphs stay and the block goes, however many words it has: they have the structure, and the links.
 */
import {type Drops, originalOf} from './drops.js'
import type {Passage, Sought} from './passages.js'
import {isPicture, proseWords, type Unit, wordsOf} from './units.js'

/** Words from which on a paragraph may be others joined. */
export const joinedWords = 60
/** Share of its words that must stand in others in the same order. */
const joinedShare = 0.95
/** Most words in a row that need not: a caption, a button. More of them are text that stands nowhere else. */
const longestGap = 20
/** How many of them must be paragraphs of prose. */
const fewest = 3

/** Where one item of a list ends and the next begins. */
const betweenItems = /(?:^|\n)[ \t]*(?:[-+*]|\d{1,9}[.)])(?=[ \t])/

/** What others joined may consist of. No picture goes for the words that stand in its place. */
export function partsOf(units: readonly Unit[]): Sought[] {
  return units
    .filter((unit) => !isPicture(unit))
    .flatMap((unit) =>
      unit.block.type === 'list'
        ? unit.source.split(betweenItems).map((item) => ({unit, words: wordsOf(item)}))
        : [{unit, words: unit.words}],
    )
}

/** Drop the paragraphs that are others joined. */
export function dropJoined(units: readonly Unit[], passages: readonly Passage[], drops: Drops): void {
  const placeOf = new Map(units.map((unit, place) => [unit, place]))
  const within = new Map<number, Passage[]>()
  for (const passage of passages) {
    const {sought, at, until} = passage
    const {length} = units[at]!.words
    if (at !== until || length < joinedWords || sought.words.length * 2 > length) continue
    const list = within.get(at)
    if (list) list.push(passage)
    else within.set(at, [passage])
  }
  // Small ones first: what a larger one consists of is then known to stay.
  const order = [...within].sort(([a], [b]) => units[a]!.words.length - units[b]!.words.length || a - b)
  for (const [at, list] of order) {
    const joined = units[at]!
    if (isPicture(joined)) continue
    const {parts, gap} = chainOf(list, joined.words.length, placeOf, drops)
    const covered = parts.reduce((sum, {words}) => sum + words.length, 0)
    if (parts.filter(({words}) => words.length >= proseWords).length < fewest) continue
    if (covered < joinedShare * joined.words.length || gap > longestGap) continue
    const first = parts[0]!.unit
    const last = parts.at(-1)!.unit
    if (placeOf.get(first)! < at && placeOf.get(last)! > at) continue
    const evidence = `${covered} of ${joined.words.length} words, nearly the same as in ${parts.length} parts from line ${first.block.line} on`
    drops.add(joined, 'joined-copy', evidence, originalOf(first, last))
  }
}

/**
 * The parts that stand in a paragraph one behind the other, in the order in which they stand in the text, and the most
 * words in a row between them.
 */
function chainOf(
  passages: readonly Passage[],
  length: number,
  placeOf: ReadonlyMap<Unit, number>,
  drops: Drops,
): {parts: Sought[]; gap: number} {
  const parts: Sought[] = []
  let gap = 0
  let reached = 0
  let place = -1
  for (const {sought, from, to} of passages) {
    const next = placeOf.get(sought.unit)!
    if (from < reached || next < place || drops.has(sought.unit)) continue
    gap = Math.max(gap, from - reached)
    parts.push(sought)
    reached = to
    place = next
  }
  return {parts, gap: Math.max(gap, length - reached)}
}
