/**
 * Find the word that somebody meant by one that is not known.
 */
import {editDistance} from './edit-distance.js'

/** Longer words are no typing slips of ours, and comparing them would cost more than the hint is worth. */
const longest = 64

/** The known word nearest to `word`, if it is near enough to be a slip of the keys: one change for every three letters. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (word.length > longest) return undefined
  let best: string | undefined
  let least = Math.max(1, Math.floor(word.length / 3)) + 1
  for (const candidate of known) {
    if (candidate.length > longest) continue
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase(), least)
    if (distance < least) {
      best = candidate
      least = distance
    }
  }
  return best
}
