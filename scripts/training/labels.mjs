/** Label the units of a page by a gold text: which of their words stand in it, in order. */

/** Largest number of cells of the table of an alignment; pages beyond it are left out. */
const largestTable = 120_000_000

export const words = (text) => text.match(/[\p{L}\p{N}_]+/gu) ?? []

/**
 * Align the words of a page with those of the gold text, in order, preferring runs to scattered words.
 *
 * @returns for each word of the page the length of the run in which it is matched, 0 where it is not; undefined where the table would be too large.
 */
export function align(page, gold) {
  const n = page.length
  const m = gold.length
  if (n * m > largestTable) return undefined
  const ids = new Map()
  const idOf = (word) => {
    let id = ids.get(word)
    if (id === undefined) ids.set(word, (id = ids.size))
    return id
  }
  const left = Int32Array.from(page, idOf)
  const right = Int32Array.from(gold, idOf)
  const width = m + 1
  // 1: best comes from above, 2: from the left, 3: from a match; +4: the match goes on from a match.
  const choice = new Uint8Array((n + 1) * width)
  let best = new Int32Array(width)
  let run = new Int32Array(width).fill(-1)
  for (let i = 1; i <= n; i++) {
    const nextBest = new Int32Array(width)
    const nextRun = new Int32Array(width).fill(-1)
    const word = left[i - 1]
    for (let j = 1; j <= m; j++) {
      let from = 1
      let value = best[j]
      if (nextBest[j - 1] > value) {
        value = nextBest[j - 1]
        from = 2
      }
      if (right[j - 1] === word) {
        const going = run[j - 1] < 0 ? -1 : run[j - 1] + 3
        const starting = best[j - 1] + 1
        const matched = Math.max(going, starting)
        nextRun[j] = matched
        if (matched >= value) {
          value = matched
          from = 3
        }
        if (going >= starting) from |= 4
      }
      nextBest[j] = value
      choice[i * width + j] = from
    }
    best = nextBest
    run = nextRun
  }
  const runs = new Int32Array(n)
  let i = n
  let j = m
  let isInRun = false
  let end = -1
  const close = (start) => {
    for (let at = start; at < end; at++) runs[at] = end - start
  }
  while (i > 0 && j > 0) {
    const from = choice[i * width + j]
    if (isInRun || (from & 3) === 3) {
      if (end < 0) end = i
      isInRun = (from & 4) !== 0
      i--
      j--
      if (!isInRun) {
        close(i)
        end = -1
      }
    } else if ((from & 3) === 1) i--
    else j--
  }
  if (end >= 0) close(i)
  return runs
}

/** Share of each unit's words that stand in the gold text; undefined where the page is too large. */
export function labelUnits(units, gold) {
  const page = []
  const owner = []
  const sizes = new Array(units.length).fill(0)
  for (const [index, {plain}] of units.entries()) {
    for (const word of words(plain)) {
      page.push(word)
      owner.push(index)
      sizes[index]++
    }
  }
  const runs = align(page, words(gold))
  if (!runs) return undefined
  const hits = new Array(units.length).fill(0)
  for (const [at, run] of runs.entries()) if (run >= Math.min(4, sizes[owner[at]])) hits[owner[at]]++
  return hits.map((count, index) => ({words: sizes[index], share: sizes[index] === 0 ? 0 : count / sizes[index]}))
}
