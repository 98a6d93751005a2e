/**
 * Find furniture at the edges of a document: what stands without a break between its first or last line and what is its own.
 *
 * That place is the evidence. What a site quotes often, a refrain, a step of every recipe stand among other prose. What
 * announces something ("Ingredients", "References") stands with something that is the document's own, and stays with it.
 */
import type {Edges, EdgeUnit} from './sheet.js'

/** Units of few words that may stand among the furniture of an edge, such as a date or a title. */
const mostGaps = 2
/** Furniture that must stand together behind such a gap. */
const leastBehindGap = 2
/** Words of one unit, from which on what is not furniture ends the edge. */
const mostGapWords = 12
/** What furniture of an edge must weigh that leads nowhere, in units or in words: a lone "Amen." is the author's. */
const leastUnits = 3
const leastWords = 13

/** Words that a document has beside its furniture at least, to lose that: one unit's of prose. */
const leastOwnWords = 13

/** Which of the units at the edges are in the set and stand at an edge without a break; by index. */
export function atEdges({units, cut}: Edges, isIn: (unit: EdgeUnit) => boolean): {start: number[]; end: number[]} {
  const last = units.length - 1
  const firstOfEnd = cut ?? 0
  const lastOfStart = cut === undefined ? last : cut - 1
  return {
    start: walk(units, 0, lastOfStart, 1, isIn),
    end: walk(units, last, firstOfEnd, -1, isIn).reverse(),
  }
}

function walk(
  units: readonly EdgeUnit[],
  from: number,
  to: number,
  step: number,
  isIn: (unit: EdgeUnit) => boolean,
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
    if (isIn(unit)) {
      run.push(index)
      continue
    }
    endRun()
    if (unit.count > mostGapWords || ++gaps > mostGaps) return found
  }
  endRun()
  return found
}

/** Which of the units at the edges go, where those of the set are furniture of the site; by index, in order. */
export function furnitureOf(edges: Edges, set: ReadonlySet<number>): number[] {
  let rest = set
  for (;;) {
    const going = furnitureIn(edges, rest)
    const keys = new Set(going.map((index) => edges.units[index]!.key))
    // What stays of the set is as good as the document's own: without it, the edge may end earlier.
    if (keys.size === rest.size) return going
    rest = keys
  }
}

function furnitureIn(edges: Edges, set: ReadonlySet<number>): number[] {
  const {units} = edges
  const {start, end} = atEdges(edges, ({key, isEligible}) => isEligible && set.has(key))
  const going = new Set([...kept(units, start), ...kept(units, end)])
  // Where nearly nothing is left, the document is a version of another one, or no more than the furniture.
  const left = units.reduce((sum, {count}, index) => sum + (going.has(index) ? 0 : count), 0)
  if (units.length === going.size || (edges.cut === undefined && left < leastOwnWords)) return []
  return [...going].sort((a, b) => a - b)
}

/** Of the furniture of one edge, in order, what goes. */
function kept(units: readonly EdgeUnit[], found: readonly number[]): number[] {
  const places = new Set(found)
  for (const place of [...found].reverse()) {
    if (!units[place]!.isHeading) continue
    // A heading goes with what it opens, or where it opens nothing; a list that is not all furniture stays with its heading.
    const next = place + 1
    const end = endOfList(units, next)
    let isOpeningOwn = next < units.length && !places.has(next)
    for (let item = next; item < end; item++) isOpeningOwn ||= !places.has(item)
    if (!isOpeningOwn) continue
    places.delete(place)
    for (let item = next; item < end; item++) places.delete(item)
  }
  const going = [...places]
  const words = going.reduce((sum, place) => sum + units[place]!.count, 0)
  const weighs = going.length >= leastUnits || words >= leastWords || going.some((place) => units[place]!.isLinked)
  return weighs ? going : []
}

/** Where the list ends whose first item stands at a place; the place itself where there is none. */
function endOfList(units: readonly EdgeUnit[], place: number): number {
  if (!units[place]?.isItem) return place
  let end = place + 1
  while (units[end]?.isFurtherItem) end++
  return end
}
