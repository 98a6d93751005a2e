/**
 * Find verses: short lines of several words that run on into each other, as lines of a page never do. Most verses of today
 * begin in lower case, or some of each sentence do; labels and titles do not.
 */
import type {Match} from '../match.js'
import type {Unit} from '../units.js'
import {type FindAuthored, isLine} from './shapes.js'

/** Fewest verses, the longest in words, the mean that labels do not reach, and the share that begin in lower case. */
const leastVerses = 4
const longestVerse = 12
const leastMean = 3
const lowerShare = 0.4
/** How far before the first verse the text must stand. */
const reach = 2

export const findVerses: FindAuthored = (units, matches) => {
  const found: number[] = []
  for (let index = 0; index < units.length; index++) {
    const first = index
    let lower = 0
    let words = 0
    let lastLower = -1
    for (; index < units.length && isVerse(units[index]!) && !matches[index]; index++) {
      words += units[index]!.words
      if (/^["“«„'’(—–-]*\s*\p{Ll}/u.test(units[index]!.plain)) {
        lower++
        lastLower = index
      }
    }
    const count = index - first
    if (count < leastVerses || !isInText(units, matches, first)) continue
    if (words / count < leastMean || lower / count < lowerShare) continue
    for (let verse = first; verse <= lastLower; verse++) found.push(verse)
  }
  return found
}

/** Tell what follows a paragraph of the text, or the heading of a poem, with no more than its title between them. */
function isInText(units: readonly Unit[], matches: readonly (Match | undefined)[], index: number): boolean {
  for (let place = index - 1; place >= Math.max(0, index - reach); place--) {
    if (matches[place]) return false
    if (units[place]!.isProse || units[place]!.type === 'heading') return true
  }
  return false
}

function isVerse(unit: Unit): boolean {
  return (
    isLine(unit) &&
    unit.type === 'paragraph' &&
    unit.words <= longestVerse &&
    !/[:\d@|_{}=<>#/\\]|www\./.test(unit.plain)
  )
}
