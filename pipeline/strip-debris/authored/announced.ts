/**
 * Find lists that a sentence of the text announces, "they say, from left to right:", or a heading between two paragraphs.
 * What their items say may be the words of menus; a menu has no sentence before it and is made of links.
 */
import type {Unit} from '../units.js'
import {type FindAuthored, isLine} from './shapes.js'

/** Fewest and most items, the longest in words, and fewest words of the sentence before them. */
const leastItems = 2
const mostItems = 40
const longestItem = 12
const leastWords = 9

export const findAnnounced: FindAuthored = (units, matches) => {
  const isText = (index: number): boolean => units[index]?.isProse === true && !matches[index]
  const found: number[] = []
  for (let index = 1; index < units.length - leastItems; index++) {
    const {plain, isProse, words, linked, type} = units[index]!
    if (linked > 0 || matches[index] || type === 'list') continue
    const isHeading = type === 'heading' && isText(index - 1)
    // It goes on from something: behind a line of the page it may be one, too.
    const isAnnouncement =
      isProse && words >= leastWords && /[:：՝]$/.test(plain) && !matches[index - 1] && units[index - 1]!.linked === 0
    if (!isHeading && !isAnnouncement) continue
    const end = endOfItems(units, index + 1)
    const isList = units[index + 1]!.type === 'list'
    if (end - index - 1 < leastItems) continue
    // Lines without the marks of a list end where the text goes on, and so does what no sentence announces.
    if ((isHeading || !isList) && !isText(end)) continue
    if (isHeading && !isList) continue
    for (let item = index + 1; item < end; item++) found.push(item)
  }
  return found
}

/** Find where the items or lines that begin at an index end. */
function endOfItems(units: readonly Unit[], start: number): number {
  const {block, type} = units[start]!
  if (type === 'heading') return start
  let end = start
  while (end < units.length && end - start < mostItems) {
    const unit = units[end]!
    if (!isLine(unit) || unit.type !== type || unit.words > longestItem || unit.isProse) break
    if (type === 'list' && unit.block !== block) break
    end++
  }
  return end
}
