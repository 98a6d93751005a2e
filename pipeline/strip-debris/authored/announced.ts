/**
 * Find lists that a sentence of the text announces, "they say, from left to right:". What their items say may be the words
 * of menus; a menu has no sentence before it and is made of links.
 */
import {type FindAuthored, isLine} from './shapes.js'

/** Fewest and most items, the longest in words, and fewest words of the sentence before them. */
const leastItems = 2
const mostItems = 40
const longestItem = 12
const leastWords = 9

export const findAnnounced: FindAuthored = (units, matches) => {
  const found: number[] = []
  for (let index = 1; index < units.length - leastItems; index++) {
    const {plain, isProse, words, linked, type} = units[index]!
    if (!isProse || words < leastWords || linked > 0 || matches[index] || !/[:：՝]$/.test(plain)) continue
    // It goes on from something: behind a line of the page it may be one, too.
    if (type === 'list' || matches[index - 1] || units[index - 1]!.linked > 0) continue
    const {block, type: kind} = units[index + 1]!
    let end = index + 1
    while (
      end < units.length &&
      end - index <= mostItems &&
      isLine(units[end]!) &&
      units[end]!.type === kind &&
      units[end]!.words <= longestItem &&
      !units[end]!.isProse &&
      (kind !== 'list' || units[end]!.block === block)
    )
      end++
    if (end - index - 1 < leastItems || kind === 'heading') continue
    // Lines without the marks of a list end where the text goes on.
    const next = units[end]
    if (kind !== 'list' && !(next?.isProse && !matches[end])) continue
    for (let item = index + 1; item < end; item++) found.push(item)
  }
  return found
}
