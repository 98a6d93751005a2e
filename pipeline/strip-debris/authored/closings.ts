/** Find the short sentences behind a form that end its text: "That is all for today.", "Cash only." */
import type {Match} from '../match.js'
import type {Unit} from '../units.js'
import {isLine, isSaid} from './shapes.js'

/** Most such sentences, and the longest in words. */
const mostSentences = 2
const longestSentence = 8

/** Find what closes a form, given the units of all. */
export function findClosings(
  units: readonly Unit[],
  matches: readonly (Match | undefined)[],
  forms: readonly number[],
): readonly number[] {
  const known = new Set(forms)
  const found: number[] = []
  for (const index of known) {
    for (let next = index + 1; next <= index + mostSentences && !known.has(next); next++) {
      const sentence = units[next]
      if (!sentence || matches[next] || !isLine(sentence) || !isSaid(sentence)) break
      if (sentence.words > longestSentence) break
      found.push(next)
    }
  }
  return found
}
