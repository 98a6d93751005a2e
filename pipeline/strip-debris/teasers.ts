/**
 * Find runs of teasers that no heading announces: title and date, three times and more.
 *
 * A chronicle has dates, too. Between its dates stand sentences, or lines that lead nowhere, so each title of a run must be a
 * link and a run with a sentence in it is none of teasers.
 */
import {readDateLine} from '../lift-metadata/head-lines.js'
import {isStamp} from './body.js'
import type {Removal} from './decide.js'
import type {Unit} from './units.js'

/** Fewest dates of a run, and how far apart they may stand: title, section, author, summary. */
const leastTeasers = 3
const farthest = 5
/** Longest line that is a date and no more, and the words of a title. */
const longestDate = 8
const shortestTitle = 3
const longestTitle = 24

/** Decide which units are teasers by the dates between them. */
export function removeTeaserRuns(units: readonly Unit[], removals: (Removal | undefined)[]): void {
  const dates: number[] = []
  for (const [index, unit] of units.entries()) if (isDate(unit)) dates.push(index)
  if (dates.length < leastTeasers) return
  for (let first = 0; first < dates.length; ) {
    let last = first
    while (last + 1 < dates.length && isStep(units, dates[last]!, dates[last + 1]!)) last++
    if (last - first + 1 >= leastTeasers) {
      // Titles stand over their dates, or else under them.
      const isOver = isTitle(units[dates[first]! - 1])
      const start = isOver ? dates[first]! - 1 : dates[first]!
      const end = !isOver && isTitle(units[dates[last]! + 1]) ? dates[last]! + 1 : dates[last]!
      for (let index = start; index <= end; index++) {
        removals[index] ??= {
          rule: 'teaser-run',
          evidence: `${last - first + 1} titles, each with its date`,
        }
      }
    }
    first = last + 1
  }
}

/** Tell whether nothing but one teaser lies between two dates. */
function isStep(units: readonly Unit[], from: number, to: number): boolean {
  if (to - from < 2 || to - from > farthest) return false
  let titles = 0
  for (let index = from + 1; index < to; index++) {
    if (isTitle(units[index])) titles++
    else if (units[index]!.isProse || units[index]!.isClosed || units[index]!.words > longestDate) return false
  }
  return titles > 0
}

function isTitle(unit: Unit | undefined): boolean {
  return unit !== undefined && unit.linked > 0.6 && unit.words >= shortestTitle && unit.words <= longestTitle
}

function isDate({type, words, isClosed, folded, plain, linked}: Unit): boolean {
  if ((type !== 'paragraph' && type !== 'list') || words === 0 || words > longestDate || isClosed || linked > 0.6)
    return false
  return isStamp(folded) || readDateLine(plain.replace(/[*_]+/g, '').trim()) !== undefined
}
