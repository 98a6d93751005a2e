/**
 * Find sections of a text that are a heading and a short sentence or two: those with a paragraph are known by it. They follow
 * a paragraph, with nothing but the buttons between them that some pages repeat over every heading.
 */
import type {Match} from '../match.js'
import type {Unit} from '../units.js'
import {type FindAuthored, isLine, isSaid} from './shapes.js'

/** Fewest sections, most sentences of one, and fewest words of the paragraph before the first. */
const leastSections = 2
const mostSentences = 6
const leastWords = 12

export const findSections: FindAuthored = (units, matches) => {
  const found: number[] = []
  for (let index = 0; index < units.length; index++) {
    const unit = units[index]!
    if (!unit.isProse || unit.words < leastWords || unit.linked >= 0.3 || matches[index]) continue
    const from = found.length
    let count = 0
    let place = beyondButtons(matches, index + 1)
    for (let size = sectionAt(units, matches, place); size > 0; size = sectionAt(units, matches, place)) {
      for (let line = place; line < place + size; line++) found.push(line)
      count++
      place = beyondButtons(matches, place + size)
    }
    if (count < leastSections) found.length = from
    // What was walked over once is not walked over from each of its paragraphs.
    if (count > 0) index = place - 1
  }
  return found
}

function beyondButtons(matches: readonly (Match | undefined)[], index: number): number {
  let place = index
  while (matches[place]?.rule.class === 'share') place++
  return place
}

/** Count the units of the section that begins here; 0 where none does. */
function sectionAt(units: readonly Unit[], matches: readonly (Match | undefined)[], index: number): number {
  const heading = units[index]
  if (heading?.type !== 'heading' || heading.linked >= 0.3 || matches[index]) return 0
  let size = 1
  while (size <= mostSentences) {
    const unit = units[index + size]
    if (!unit || matches[index + size] || !isLine(unit) || unit.type === 'heading' || !isSaid(unit)) break
    if (unit.isProse) return 0
    size++
  }
  return size > 1 ? size : 0
}
