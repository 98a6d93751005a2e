/**
 * Find what is said of one thing after the other: a word and a sentence on it (a glossary, the keys of a program), a
 * question and its answer.
 *
 * Menus and teasers have a name with a sentence below it, too. They do not follow a paragraph of the text, and what they say
 * of a thing is longer than what needs to be found here: answers of some length are known by their prose.
 */
import type {Match} from '../match.js'
import type {Unit} from '../units.js'
import {type FindAuthored, isLine, isSaid} from './shapes.js'

/** Fewest pairs; the longest word that something is said of, and the longest question, in words. */
const leastPairs = 3
const longestWord = 2
const longestQuestion = 24
/** Longest saying of a word, in words; as long are at least half of the answers. */
const longestSaying = 8
/** Fewest words of the paragraph before the first pair. */
const leastWords = 12

export const findDefinitions: FindAuthored = (units, matches) => {
  const found: number[] = []
  for (let index = 1; index + 1 < units.length; ) {
    const before = units[index - 1]!
    let end = index
    let short = 0
    if (before.isProse && before.words >= leastWords && before.linked < 0.3 && !matches[index - 1]) {
      for (; end + 1 < units.length && isPair(units, matches, end); end += 2)
        if (units[end + 1]!.words <= longestSaying) short++
    }
    const pairs = (end - index) / 2
    if (pairs >= leastPairs && short >= pairs / 2) for (let place = index; place < end; place++) found.push(place)
    index = Math.max(end, index + 1)
  }
  return found
}

function isPair(units: readonly Unit[], matches: readonly (Match | undefined)[], index: number): boolean {
  const word = units[index]!
  const saying = units[index + 1]!
  if (!isLine(word) || !isLine(saying) || saying.type === 'heading') return false
  if (!isSaid(saying) || matches[index + 1] || isQuestion(saying)) return false
  if (isQuestion(word)) return word.words <= longestQuestion && !matches[index]
  return word.words <= longestWord && saying.words <= longestSaying && !word.isClosed && /\p{L}/u.test(word.plain)
}

function isQuestion({plain}: Unit): boolean {
  return /[?？؟][\s"“”»’*_]*$/u.test(plain)
}
