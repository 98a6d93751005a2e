/**
 * Count for each rule of strip-debris and drop-repeats how much it took from labelled pages, and how much of that is harm: words that stand
 * in the body as it was marked by hand, and are missing from the result.
 *
 * What a rule took is compared by shingles of four words, what is shorter by whole lines. A text that stands in the body
 * and on the page beside it does no harm where one of the two is left.
 */

/** Share of a removed text's shingles that the body misses from which on the removal was wrong. */
const wrong = 0.8
const length = 4
/** The stages whose rules are measured: those that take out text for what it says. */
export const measuredStages = ['strip-debris', 'drop-repeats']

/** Words as a reader sees them: no images, addresses, escapes, emphasis; in lower case. */
export function wordsOf(markdown) {
  return (
    markdown
      .replace(/!\[[^\]]*\]\([^)]*\)/g, ' ')
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/\\([!-/:-@[-`{-~])/g, '$1')
      .replace(/(^|[^\p{L}\p{N}_])_{1,2}(?=[^\s_])/gmu, '$1')
      .replace(/(?<=[^\s_])_{1,2}(?![\p{L}\p{N}_])/gu, '')
      .replace(/&nbsp;|&#x20;/g, ' ')
      .toLowerCase()
      .match(/[\p{L}\p{N}_]+/gu) ?? []
  )
}

/** How often each run of four words stands in a list. */
function shinglesOf(words) {
  const counts = new Map()
  for (let index = 0; index + length <= words.length; index++) {
    const key = words.slice(index, index + length).join(' ')
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

/** How often each line stands in a text. */
function linesOf(text) {
  const counts = new Map()
  for (const line of text.split('\n')) {
    const key = wordsOf(line).join(' ')
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

/**
 * Share of a removed text that the body misses, 0 to 1; undefined for what has no words.
 *
 * @param before the removed text
 * @param body the shingles and lines that the body should have
 * @param result the shingles and lines that the result has
 */
function shareMissed(before, body, result) {
  const words = wordsOf(before)
  if (words.length === 0) return undefined
  const isMissed = (key, kind) => (body[kind].get(key) ?? 0) > (result[kind].get(key) ?? 0)
  if (words.length < length) return Number(isMissed(words.join(' '), 'lines'))
  const own = [...shinglesOf(words).keys()]
  return own.filter((key) => isMissed(key, 'shingles')).length / own.length
}

const measuresOf = (text) => ({shingles: shinglesOf(wordsOf(text)), lines: linesOf(text)})

/** Gather the harm of rules, one page after the other. */
export function makeHarm() {
  const rows = new Map()
  return {
    /** Rows by rule: its `stage`; `hits`, of them `inGold`; `words`, of them `harmed`; and the `cases` of harm, to be read. */
    rows,
    /** Count one page: the body as it should be, and what `Pipeline.clean` gave. */
    add(gold, result, name = result.id) {
      const body = measuresOf(gold)
      const have = measuresOf(result.markdown)
      for (const {stage, edits} of result.activities) {
        if (!measuredStages.includes(stage.id)) continue
        for (const {rule, before, evidence} of edits) {
          const missed = shareMissed(before, body, have)
          if (missed === undefined) continue
          const row = rows.get(rule) ?? {stage: stage.id, hits: 0, inGold: 0, words: 0, harmed: 0, cases: []}
          rows.set(rule, row)
          const count = wordsOf(before).length
          row.hits++
          row.words += count
          row.harmed += missed * count
          if (missed < wrong) continue
          row.inGold++
          row.cases.push({name, before, evidence: evidence ?? ''})
        }
      }
    },
  }
}
