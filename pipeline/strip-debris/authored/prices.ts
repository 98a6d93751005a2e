/**
 * Find lists of prices and figures below a paragraph of the text: short lines that name a thing and end with a number of the
 * same form, one after the other.
 */
import {type FindAuthored, isLine} from './shapes.js'

/** Fewest lines, and the longest in words and in characters: a word has no end, and the pattern looks from each of its letters. */
const leastLines = 3
const longestLine = 8
const widestLine = 200

const price =
  /\p{L}[^\d]*(?:[$€£₽₺₾֏¥]\s?)?\d{1,6}(?:[.,]\d{2})?\s?(?:[$€£₽₺₾֏¥]|[A-Z]{3}|руб\.?|TL|zł|dram|դր\.?|kr\.?)?$/u
const hasUnit = /\d[.,]\d{2}(?!\d)|[$€£₽₺₾֏¥]|\d\s?(?:[A-Z]{3}|руб\.?|TL|zł|դր\.?|kr\.?)$/u

export const findPrices: FindAuthored = (units, matches) => {
  const found: number[] = []
  for (let index = 1; index < units.length; index++) {
    const before = units[index - 1]!
    if (!before.isProse || before.linked >= 0.3 || matches[index - 1]) continue
    let end = index
    while (end < units.length && isLine(units[end]!) && units[end]!.words <= longestLine && !matches[end]) {
      const {plain} = units[end]!
      if (plain.length > widestLine || !price.test(plain) || !hasUnit.test(plain)) break
      end++
    }
    if (end - index >= leastLines) for (let line = index; line < end; line++) found.push(line)
  }
  return found
}
