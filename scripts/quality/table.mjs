/** Print what was measured of rules: a table, and the cases of harm for a person to read. */

/** The rules with the most harmed words, at most `limit`, each line ended. */
export function ruleTable(rows, limit) {
  const width = Math.max(4, ...[...rows.keys()].map((rule) => rule.length))
  const lines = [`${'rule'.padEnd(width)}   hits  in gold   share   words  harmed words`]
  const order = [...rows].sort(([a, left], [b, right]) => right.harmed - left.harmed || (a < b ? -1 : 1))
  for (const [rule, {hits, inGold, words, harmed}] of order.slice(0, limit)) {
    lines.push(
      `${rule.padEnd(width)}  ${String(hits).padStart(5)}  ${String(inGold).padStart(7)}  ${share(inGold, hits).padStart(6)}  ${String(words).padStart(6)}  ${String(Math.round(harmed)).padStart(12)}`,
    )
  }
  return `${lines.join('\n')}\n`
}

/** The cases of a rule, each on a line. */
export function caseLines({cases}) {
  return cases
    .map(
      ({name, before, evidence}) => `    ${name}  ${before.trim().slice(0, 160).replace(/\n/g, '⏎')}  | ${evidence}\n`,
    )
    .join('')
}

function share(part, whole) {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`
}
