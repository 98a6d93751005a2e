/** Measure decisions about units: precision, recall and their harmonic mean by words, and the share of pages without a fault. */

/** One line a set and mode. `isKept` is asked for every unit of every page that has a gold text. */
export function measurePages(pages, isKept) {
  const groups = new Map()
  for (const page of pages) {
    if (!page.hits || page.mode === 'gold') continue
    let kept = 0
    let good = 0
    let faults = 0
    for (let index = 0; index < page.words.length; index++) {
      const hits = page.hits[index]
      const words = page.words[index]
      if (isKept(page, index)) {
        kept += words
        good += hits
        if (words > hits) faults++
      } else if (hits > 0) faults++
    }
    const key = `${page.set} ${page.mode}`
    const group = groups.get(key) ?? {precision: [], recall: [], exact: 0, pages: 0}
    if (kept > 0) group.precision.push(good / kept)
    group.recall.push(Math.min(1, good / page.gold))
    group.pages++
    if (faults === 0) group.exact++
    groups.set(key, group)
  }
  const mean = (list) => list.reduce((sum, value) => sum + value, 0) / (list.length || 1)
  return [...groups]
    .map(([key, {precision, recall, exact, pages: count}]) => {
      const p = mean(precision)
      const r = mean(recall)
      return `${key.padEnd(18)} f1 ${((2 * p * r) / (p + r)).toFixed(3)}  precision ${p.toFixed(3)}  recall ${r.toFixed(3)}  without fault ${(exact / count).toFixed(3)}`
    })
    .join('\n')
}
