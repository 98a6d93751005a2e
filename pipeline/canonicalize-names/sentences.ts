/** Where the sentences of a paragraph begin, and where capitals say nothing. */
import type {Unit} from './units.js'

const sentenceEnd = /[.!?…][)\]"”’»*_]*\s+(?=["“‘'«„([*_]*[\p{Lu}\p{N}])/gu
const abbreviation =
  /(?:(?<!\p{L})(?:Mr|Mrs|Ms|Dr|St|Prof|Gen|Col|Capt|Lt|Sgt|No|Vol|vs|etc|e\.g|i\.e|cf|Jr|Sr|p|pp|Nov|Oct|Dec|Sept|Aug|Feb|Jan|\p{Lu}))\.\s+$/u

/** Offsets at which the sentences of a paragraph begin. */
export function sentenceStarts(text: string): number[] {
  const starts = [0]
  sentenceEnd.lastIndex = 0
  for (let match = sentenceEnd.exec(text); match; match = sentenceEnd.exec(text)) {
    const at = match.index + match[0].length
    if (!abbreviation.test(text.slice(Math.max(0, at - 12), at))) starts.push(at)
  }
  return starts
}

/** Longest text that may be a line in title case. */
const longestTitle = 300
const smallWord = /^(?:an?|the|of|in|on|at|to|for|from|and|or|but|by|with|as|vs|is|its|near|after|into|over)$/i

/** Whether each word has a capital, as in headings and lines like them. */
export function isTitleCase({text, isHeading}: Unit): boolean {
  if (text.length > longestTitle) return false
  if (!isHeading && /[.!?:;]["”’»)]?\s*$/.test(text)) return false
  const words = (text.match(/\p{L}[\p{L}'’-]*/gu) ?? []).filter((word) => !smallWord.test(word))
  if (words.length < 3) return false
  return words.filter((word) => /^\p{Lu}/u.test(word)).length / words.length >= 0.7
}

/** Write capitals as a title, so that the cues of running text find their words in it. */
export function titleCased(text: string): string {
  return text.replace(/\p{L}[\p{L}'’]*/gu, (word) =>
    smallWord.test(word) ? word.toLowerCase() : word.charAt(0) + word.slice(1).toLowerCase(),
  )
}
