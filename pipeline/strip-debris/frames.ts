/**
 * Find what stands about each of several pieces put on one page: the name of a channel over every post with the clock under
 * it, the catchword of a story between the end of one page and the start of another.
 *
 * Names over speeches and times over entries look the same. A name is a frame only where most of its places lie beside
 * counts or stamps of posts, which speeches do not have; a clock only behind such counts or before such a name.
 */
import type {Removal} from './decide.js'
import type {Match} from './match.js'
import type {Unit} from './units.js'

/** Fewest times that a name stands over posts, the share of them beside counts and stamps, and its longest, in words. */
const leastPosts = 3
const besideShare = 0.6
const longestName = 6

/** Rules of what stands beside the name of a post. */
const besidePosts: ReadonlySet<string> = new Set(['post-reactions', 'post-stamp', 'post-buttons', 'counter'])

const clock = /^\s*[012]?\d[:.]\d\d(?:\s?[AP]M)?\s*$/i

/** Decide which units are names and clocks of posts, or catchwords of stories that go on elsewhere. */
export function removeFrames(
  units: readonly Unit[],
  matches: readonly (Match | undefined)[],
  removals: (Removal | undefined)[],
): void {
  removeCatchwords(units, matches, removals)
  if (!matches.some((match) => match && besidePosts.has(match.rule.id))) return
  const places = new Map<string, number[]>()
  for (const [index, {type, folded, words, isClosed}] of units.entries()) {
    if (type !== 'paragraph' || folded === '' || words === 0 || words > longestName || isClosed || matches[index])
      continue
    const list = places.get(folded)
    if (list) list.push(index)
    else places.set(folded, [index])
  }
  const isStamp = (index: number): boolean =>
    besidePosts.has(matches[index]?.rule.id ?? '') || (clock.test(units[index]?.plain ?? '') && isCount(index - 1))
  const isCount = (index: number): boolean => besidePosts.has(matches[index]?.rule.id ?? '')
  const names = new Set<number>()
  for (const list of places.values()) {
    if (list.length < leastPosts) continue
    const beside = list.filter((index) => isStamp(index - 1) || isStamp(index + 1)).length
    if (beside < 2 || beside / list.length < besideShare) continue
    for (const index of list) {
      names.add(index)
      removals[index] ??= {
        rule: 'post-stamp',
        evidence: `a name, ${list.length} times, beside counts and stamps of posts`,
      }
    }
  }
  if (names.size === 0) return
  for (const [index, {plain}] of units.entries()) {
    if (!clock.test(plain) || !(isCount(index - 1) || names.has(index + 1))) continue
    removals[index] ??= {rule: 'post-stamp', evidence: 'a clock at the foot of a post'}
  }
}

/** The catchword between "Continued on page 6" and "(Continued from page 1)". */
function removeCatchwords(
  units: readonly Unit[],
  matches: readonly (Match | undefined)[],
  removals: (Removal | undefined)[],
): void {
  for (const [index, {words, isProse}] of units.entries()) {
    if (matches[index]?.rule.id !== 'continuation' || matches[index + 2]?.rule.id !== 'continuation') continue
    const next = units[index + 1]!
    if (next.words > longestName || next.isProse || isProse || words === 0) continue
    removals[index + 1] ??= {rule: 'continuation', evidence: 'a catchword between two notes on where the story goes on'}
  }
}
