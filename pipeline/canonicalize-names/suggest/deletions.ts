/** Find words that differ by a few letters without comparing each with each: two of them leave the same when letters are taken out. */

/** The words that are left of a word when up to `most` letters are taken out, itself among them. Two words within that distance share one. */
export function deletionsOf(word: string, most: number): Set<string> {
  const found = new Set([word])
  let last = [word]
  for (let count = 0; count < most; count++) {
    const next: string[] = []
    for (const item of last) {
      for (let at = 0; at < item.length; at++) {
        const shorter = item.slice(0, at) + item.slice(at + 1)
        if (!found.has(shorter)) {
          found.add(shorter)
          next.push(shorter)
        }
      }
    }
    last = next
  }
  return found
}
