/**
 * Find the title among the blocks of a document: the one that the page declares, or else its main heading, or else the line
 * that reads and stands like one. A document whose opening could as well be its first sentence has no title: none is
 * invented.
 */
import {foldText} from '../../src/document/visible-text.js'
import {findTitleLine} from './title-line.js'
import type {Unit} from './units.js'

/**
 * Find the unit that is the title; -1 where there is none.
 *
 * @param declared the title that the page or its front matter states.
 * @param isSure whether only a heading of the first level will do: a document that came with front matter has been
 * edited, and a line without a mark would have been marked.
 */
export function findTitle(text: string, units: readonly Unit[], declared: string | undefined, isSure: boolean): number {
  const proseAt = units.findIndex((unit) => unit.isProse)
  // The title stands before the body, which begins at the latest with the second paragraph of prose.
  const stop = proseAt < 0 ? units.length : Math.min(units.length, proseAt + 12)
  if (declared !== undefined) {
    const match = matchDeclared(units, stop, foldText(declared))
    if (match >= 0) return match
  }
  const heading = mainHeading(units)
  if (heading >= 0) return heading
  if (isSure) return -1
  return findTitleLine(text, units)
}

/**
 * Find the heading of the first level: the first that is more than a site's name, wherever it stands, for menus and
 * notices above it may be as long as they like.
 */
function mainHeading(units: readonly Unit[]): number {
  const headings = units.flatMap(({block, words}, index) =>
    block.type === 'heading' && block.depth === 1 && words > 1 && words <= 40 ? [index] : [],
  )
  return headings.find((index) => units[index]!.words > 3) ?? headings[0] ?? -1
}

/** A declared title often has the site's name behind it, or before it. */
function matchDeclared(units: readonly Unit[], stop: number, declared: string): number {
  let best = -1
  for (const [index, {fold, words, block}] of units.entries()) {
    if (index >= stop) break
    if (words === 0) continue
    const isWhole = fold === declared
    const isPart = words >= 3 && (declared.startsWith(`${fold} `) || declared.endsWith(` ${fold}`))
    if (!isWhole && !isPart) continue
    if (best < 0 || block.type === 'heading' || units[best]!.block.type !== 'heading') best = index
    if (block.type === 'heading' && block.depth === 1) break
  }
  return best
}
