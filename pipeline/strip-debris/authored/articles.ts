/**
 * Find the articles of a law, of statutes, of a contract: "§ 4" or "Article 4" over a heading and its sentences, counted one
 * by one.
 *
 * A heading of a law may be the word of a page ("Datenschutz", "Contact"), and a mark alone is a number to whoever looks at
 * one line. A table of contents has the same marks without a sentence between them, and is not found.
 */
import type {Unit} from '../units.js'
import {type FindAuthored, isLine, isSaid} from './shapes.js'

/** Fewest articles, and the longest heading, with or without its mark, in words. */
const leastArticles = 3
const longestHeading = 12

const mark =
  /^(?:§|art(?:\.|icle|ikel|iculo|ículo|icolo|igo|ykuł)?|section|clause|статья|ст\.|madde|maddə|հոդված|მუხლი|المادة|ماده|第) ?(\p{Nd}{1,4})(?![\p{Nd}.,:/][\p{Nd}])(?! ?%)/iu

interface Article {
  readonly index: number
  readonly value: number
}

export const findArticles: FindAuthored = (units, matches) => {
  const marks = units.flatMap((unit, index) => articleAt(unit, index) ?? [])
  const found: number[] = []
  for (let first = 0; first < marks.length; ) {
    let last = first
    while (last + 1 < marks.length && follows(units, marks[last]!, marks[last + 1]!)) last++
    if (last - first + 1 >= leastArticles) {
      for (const {index} of marks.slice(first, last + 1)) {
        found.push(index)
        const next = units[index + 1]
        if (next && isLine(next) && next.words <= longestHeading && (!matches[index + 1] || isAlone(units[index]!)))
          found.push(index + 1)
      }
    }
    first = last + 1
  }
  return found
}

function articleAt(unit: Unit, index: number): Article | undefined {
  if (!isLine(unit) || unit.words > longestHeading) return undefined
  const digits = mark.exec(unit.plain)?.[1]
  return digits === undefined ? undefined : {index, value: numberOf(digits)}
}

/** The value of figures of any script: of each, how far it is behind the zero of its ten. */
function numberOf(digits: string): number {
  return Number(digits.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf)))
}

/** Tell the next article: counted on by one, with a sentence between the two. */
function follows(units: readonly Unit[], {index, value}: Article, next: Article): boolean {
  if (next.value !== value + 1) return false
  for (let place = index + 1; place < next.index; place++) if (isSaid(units[place]!)) return true
  return false
}

/** Tell a mark with no more words than its own: "§ 4", "Article 4", "第4条". */
function isAlone({words}: Unit): boolean {
  return words <= 2
}
