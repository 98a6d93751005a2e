/**
 * Find furniture at the edges of a document: what stands without a break between its first or last line and what is its own.
 *
 * That place is the evidence. What a site quotes often, a refrain, a step of every recipe stand among other prose. What
 * announces something ("Ingredients", "References") stands with something that is the document's own, and stays with it.
 * Next to the document's own, a few words that lead nowhere may be the author's, who begins or ends each letter with them:
 * furniture begins with what no author writes, a link, a long text, or several short ones with always the same neighbours.
 */
import type {Edges, EdgeUnit} from './sheet.js'

/** Units of few words that may stand among the furniture of an edge, such as a date or a title. */
const mostGaps = 2
/** Furniture that must stand together behind such a gap. */
const leastBehindGap = 2
/** Words of a unit that an author may write under each text, at most; and of what may stand among furniture without being any. */
const mostShortWords = 12
/** Units without a link, in a row that is always the same, that prove to be furniture together. */
const leastChain = 4
/** Of these, the paragraphs nearest to the document's own that may still be a greeting or a farewell. */
const mostGreetings = 2
/** Words that a document has beside its furniture at least, to lose that: one unit's of prose. */
const leastOwnWords = 13

/** Which units and neighbours are those of many documents. */
export interface Common {
  unit(unit: EdgeUnit): boolean
  /** Whether two units, one behind the other, stand so in many documents. */
  pair(unit: EdgeUnit, next: EdgeUnit): boolean
}

/** Units that stand at the two edges without a break; by index, in order. */
export interface AtEdges {
  readonly start: readonly number[]
  readonly end: readonly number[]
}

/** Which of the common units stand at an edge without a break. */
export function atEdges({units, cut}: Edges, isCommon: (unit: EdgeUnit) => boolean): AtEdges {
  const last = units.length - 1
  return {
    start: walk(units, 0, cut === undefined ? last : cut - 1, 1, isCommon),
    end: walk(units, last, cut ?? 0, -1, isCommon).reverse(),
  }
}

function walk(
  units: readonly EdgeUnit[],
  from: number,
  to: number,
  step: number,
  isCommon: (unit: EdgeUnit) => boolean,
): number[] {
  const found: number[] = []
  let run: number[] = []
  let gaps = 0
  const endRun = (): void => {
    if (gaps === 0 || run.length >= leastBehindGap) found.push(...run)
    else gaps += run.length
    run = []
  }
  for (let index = from; (to - index) * step >= 0; index += step) {
    const unit = units[index]!
    if (isCommon(unit)) {
      run.push(index)
      continue
    }
    endRun()
    if (unit.count > mostShortWords || ++gaps > mostGaps) return found
  }
  endRun()
  return found
}

/** Which units at the edges go, where the common ones are furniture of the site; by index, in order. */
export function furnitureOf(edges: Edges, common: Common): number[] {
  return furnitureIn(edges, common.unit, (found, inwards) => proofsAmong(edges.units, found, common, inwards))
}

/**
 * Which units at the edges go, where all with these keys are known to be furniture.
 *
 * What stays is as good as the document's own: without it, the edge may end earlier. So the same keys give the same units,
 * also where these are gone already.
 */
export function furnitureWith(edges: Edges, given: ReadonlySet<number>): number[] {
  for (let keys = given; ; ) {
    const going = furnitureIn(
      edges,
      ({key}) => keys.has(key),
      (found) => new Set(found),
    )
    const left = new Set(going.map((index) => edges.units[index]!.key))
    if (left.size === keys.size) return going
    keys = left
  }
}

function furnitureIn(
  edges: Edges,
  isCommon: (unit: EdgeUnit) => boolean,
  proofsOf: (found: readonly number[], inwards: 1 | -1) => ReadonlySet<number>,
): number[] {
  const {units, cut} = edges
  const {start, end} = atEdges(edges, (unit) => unit.isEligible && isCommon(unit))
  const startProofs = proofsOf(start, 1)
  const lastOfStart = start.findLastIndex((place) => startProofs.has(place))
  const going = new Set([
    ...withHeadings(units, start.slice(0, lastOfStart + 1)),
    ...withHeadings(units, provenAtEnd(units, end, proofsOf(end, -1))),
  ])
  // Where nearly nothing is left, the document is a version of another one, or no more than the furniture.
  const left = units.reduce((sum, {count}, index) => sum + (going.has(index) ? 0 : count), 0)
  if (units.length === going.size || (cut === undefined && left < leastOwnWords)) return []
  return [...going].sort((a, b) => a - b)
}

/** Of the units at the end, those from the first that no author writes, with the headings over it. */
function provenAtEnd(units: readonly EdgeUnit[], found: readonly number[], proofs: ReadonlySet<number>): number[] {
  let first = found.findIndex((place) => proofs.has(place))
  if (first < 0) return []
  while (first > 0 && found[first - 1] === found[first]! - 1 && units[found[first - 1]!]!.isHeading) first--
  return found.slice(first)
}

/** The units that no author writes; `inwards` is the step that leads to the document's own. */
function proofsAmong(
  units: readonly EdgeUnit[],
  found: readonly number[],
  common: Common,
  inwards: 1 | -1,
): ReadonlySet<number> {
  const proofs = new Set(found.filter((place) => units[place]!.isLinked || units[place]!.count > mostShortWords))
  for (let first = 0; first < found.length; ) {
    let next = first + 1
    while (next < found.length && isChained(units, found[next - 1]!, found[next]!, common)) next++
    if (next - first >= leastChain && !isUnderHeading(units, found[first]!)) {
      const chain = found.slice(first, next)
      const greetings = units[chain[0]!]!.isItem ? 0 : mostGreetings
      for (const place of inwards > 0 ? chain.slice(0, chain.length - greetings) : chain.slice(greetings)) {
        proofs.add(place)
      }
    }
    first = next
  }
  return proofs
}

function isChained(units: readonly EdgeUnit[], place: number, next: number, common: Common): boolean {
  return next === place + 1 && mayChain(units[place]!, units[next]!) && common.pair(units[place]!, units[next]!)
}

/** Whether a unit is an item of a list with a heading of its own: what announces labels may announce ingredients. */
function isUnderHeading(units: readonly EdgeUnit[], place: number): boolean {
  return units[place]!.isItem && units[itemsOf(units, place)[0]! - 1]?.isHeading === true
}

/** Whether two units may be part of one row of labels, and so count as neighbours. */
export function mayChain(unit: EdgeUnit, next: EdgeUnit): boolean {
  return isLabel(unit) && isLabel(next) && unit.isItem === next.isItem
}

function isLabel({count, isHeading, isLinked, isEligible}: EdgeUnit): boolean {
  return isEligible && count <= mostShortWords && !isHeading && !isLinked
}

/** Of the furniture of one edge, what goes: of no list under a heading a part, and no heading over what stays. */
function withHeadings(units: readonly EdgeUnit[], found: readonly number[]): Iterable<number> {
  const places = new Set(found)
  for (const place of [...found].reverse()) {
    const next = place + 1
    if (units[place]!.isHeading) {
      if (next < units.length && !places.has(next)) places.delete(place)
    } else if (isUnderHeading(units, place)) {
      const items = itemsOf(units, place)
      if (!items.every((item) => places.has(item))) for (const item of items) places.delete(item)
    }
  }
  return places
}

/** All items of the list of which one stands at a place. */
function itemsOf(units: readonly EdgeUnit[], place: number): number[] {
  let first = place
  while (units[first]!.isFurtherItem) first--
  const items = [first]
  while (units[items.at(-1)! + 1]?.isFurtherItem) items.push(items.at(-1)! + 1)
  return items
}
