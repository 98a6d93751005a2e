/**
 * Find the last line of a sentence that was wrapped by hand: "… a calf fell into", "it." Alone it may be a word of menus or
 * the code of a language; but the line before it has no end, and it has.
 */
import {endsOpen} from '../../join-broken-lines/open-endings.js'
import {type FindAuthored, isLine} from './shapes.js'

/** Fewest characters of a line that was wrapped, and most words of the line that ends its sentence. */
const leastWidth = 30
const longestEnd = 4

/** Buttons and cheers end with other signs. */
const fullStop = /[^.][.։。۔।॥።][)\]"”»’'*_]*$/u

export const findSentenceEnds: FindAuthored = (units, matches) => {
  const found: number[] = []
  for (let index = 1; index < units.length; index++) {
    const unit = units[index]!
    const before = units[index - 1]!
    if (unit.type !== 'paragraph' || before.type !== 'paragraph' || unit.words > longestEnd) continue
    if (!isLine(unit) || !fullStop.test(unit.plain) || !isLine(before) || matches[index - 1]) continue
    if (before.isClosed || before.plain.length < leastWidth) continue
    if (before.block === unit.block || /^\p{Ll}/u.test(unit.plain) || endsOpen(before.plain)) found.push(index)
  }
  return found
}
