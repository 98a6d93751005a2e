/**
 * Find the word that somebody meant by one that is not known.
 */

/** Longer words are no typing slips of ours, and comparing them would cost more than the hint is worth. */
const longest = 64

/** The known word nearest to `word`, if it is near enough to be a slip of the keys: one change for every three letters. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (word.length > longest) return undefined
  let best: string | undefined
  let least = Math.max(1, Math.floor(word.length / 3)) + 1
  for (const candidate of known) {
    if (candidate.length > longest) continue
    const distance = distanceOf(word.toLowerCase(), candidate.toLowerCase())
    if (distance < least) {
      best = candidate
      least = distance
    }
  }
  return best
}

/** Changes between two words: letters put in, left out, mistaken, or two neighbours swapped. */
function distanceOf(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({length: b.length + 1}, (_, index) => index)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1
      let value = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + cost)
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        value = Math.min(value, beforeLast[column - 2]! + 1)
      }
      current.push(value)
    }
    beforeLast = last
    last = current
  }
  return last[b.length]!
}
