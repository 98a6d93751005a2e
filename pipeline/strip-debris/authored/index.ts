/**
 * Find what authors write in forms of their own, which the words of pages and the company of short lines prove nothing
 * against: entries with their times, speeches, announced lists, letters, verses,
 * definitions, articles of laws.
 *
 * The body of a page is known by its prose. These forms have little of it, and so they look like what stands about a body;
 * but each has an order that no furniture has, and that order is what is looked for.
 */
import type {Match} from '../match.js'
import type {Unit} from '../units.js'
import {findAnnounced} from './announced.js'
import {findArticles} from './articles.js'
import {findClosings} from './closings.js'
import {findDefinitions} from './definitions.js'
import {findEntries} from './entries.js'
import {findHeadlines} from './headlines.js'
import {findLetters} from './letters.js'
import {findPrices} from './prices.js'
import {findRecipes} from './recipes.js'
import {findSections} from './sections.js'
import {findSentenceEnds} from './sentence-ends.js'
import type {FindAuthored} from './shapes.js'
import {findSpeeches} from './speeches.js'
import {findVerses} from './verses.js'

/** Forms that may close with a sentence that has none of it. */
const closed: readonly FindAuthored[] = [
  findEntries,
  findSpeeches,
  findDefinitions,
  findRecipes,
  findPrices,
  findSections,
]

const others: readonly FindAuthored[] = [findAnnounced, findArticles, findLetters, findVerses]

/**
 * Find the units of all forms.
 *
 * @param head what is known of the lines above the body: whether one is the title, whether a byline or a date was among them
 */
export function findAuthored(
  units: readonly Unit[],
  matches: readonly (Match | undefined)[],
  head: {readonly isTitled: boolean; readonly isSigned: boolean},
): ReadonlySet<Unit> {
  const find = (list: readonly FindAuthored[]): number[] => list.flatMap((form) => form(units, matches))
  const ended = find(closed)
  const found = [ended, findClosings(units, matches, ended), find(others)].flat()
  const headlines = head.isTitled ? [] : findHeadlines(units, matches, found, head.isSigned)
  const all = [found, headlines, findSentenceEnds(units, matches)].flat()
  return new Set(all.map((index) => units[index]!))
}
