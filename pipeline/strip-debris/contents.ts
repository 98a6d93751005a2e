/**
 * Find tables of contents: under a heading that announces one, lines that stand once more further down, as headings of the
 * parts that they lead to.
 *
 * A list of parts that have no headings may be all that an article says of them, so it stays. So does what stands between
 * the lines, from the first that leads nowhere on.
 */
import type {Removal} from './decide.js'
import type {Match} from './match.js'
import type {Unit} from './units.js'

/** Fewest lines that stand once more, and how many in a row may not: headings are cut short or reworded in contents. */
const leastEntries = 2
const largestGap = 1
/** Longest entry, in words. */
const longestEntry = 24

/** Decide which units are tables of contents. */
export function removeContents(
  units: readonly Unit[],
  matches: readonly (Match | undefined)[],
  removals: (Removal | undefined)[],
): void {
  let last: ReadonlyMap<string, number> | undefined
  for (let index = 0; index < units.length; index++) {
    if (matches[index]?.rule.opens !== 'contents' || removals[index]) continue
    last ??= lastPlaces(units)
    let end = index + 1
    let gap = 0
    let entries = 0
    for (let place = index + 1; place < units.length && gap <= largestGap; place++) {
      const unit = units[place]!
      if (unit.isProse || unit.words > longestEntry || unit.type === 'heading') break
      const entry = entryOf(unit)
      if (entry !== '' && (last.get(entry) ?? -1) > place) {
        entries++
        gap = 0
        end = place + 1
      } else if (unit.words > 0) gap++
    }
    // A heading of contents over none that can be found is of the frame as well, where it is a label and no more.
    if (entries < leastEntries) continue
    for (let place = index; place < end; place++) {
      removals[place] ??= {
        rule: matches[index]!.rule.id,
        evidence: `contents of ${entries} lines that stand once more further down`,
      }
    }
    index = end - 1
  }
}

/** Where each line that may be the heading of a part stands for the last time: an item of a list heads nothing. */
function lastPlaces(units: readonly Unit[]): ReadonlyMap<string, number> {
  const last = new Map<string, number>()
  for (const [index, unit] of units.entries()) {
    if (unit.type !== 'list' && unit.words > 0 && unit.words <= longestEntry) last.set(entryOf(unit), index)
  }
  return last
}

/** The words of a line without the number before them. */
function entryOf({folded}: Unit): string {
  return folded.replace(/^(?:0[.)]? ?){1,4}/, '').replace(/[ :.–-]{1,4}$/, '')
}
