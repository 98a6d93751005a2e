/**
 * Find the title among the blocks of a document.
 *
 * Evidence adds up: what the page declares, where the line stands, what follows it, that it stands twice. A document
 * whose opening could as well be its first sentence has no title: none is invented.
 */
import {foldText} from '../../src/document/visible-text.js'
import {isSkipLink} from '../strip-debris/skip-links.js'
import {readByline, readDateLine} from './head-lines.js'
import {readNote} from './lines.js'
import type {Unit} from './units.js'

/** How sure a line must be of being the title. */
const threshold = 3

/**
 * Find the unit that is the title; -1 where there is none.
 *
 * @param declared the title that the page or its front matter states.
 * @param isSure whether only a heading of the first level will do: a document that came with front matter has been
 * edited, and a line without a mark would have been marked.
 */
export function findTitle(units: readonly Unit[], declared: string | undefined, isSure: boolean): number {
  const proseAt = units.findIndex((unit) => unit.isProse)
  // The title stands before the body, which begins at the latest with the second paragraph of prose.
  const stop = proseAt < 0 ? units.length : Math.min(units.length, proseAt + 12)
  const counts = new Map<string, number>()
  for (const {fold, words} of units) if (words > 1 && words <= 30) counts.set(fold, (counts.get(fold) ?? 0) + 1)
  if (declared !== undefined) {
    const match = matchDeclared(units, stop, foldText(declared))
    if (match >= 0) return match
  }
  const heading = mainHeading(units)
  if (heading >= 0) return heading
  let best = -1
  let bestScore = threshold - 1
  let isFirst = true
  if (isSure) return -1
  const bodyAt = bodyStart(units, proseAt)
  if (bodyAt < 0) return -1
  for (let index = 0; index < bodyAt; index++) {
    const unit = units[index]!
    if (unit.words === 0 && unit.block.type !== 'heading') continue
    // A notice above the menu may be prose; behind it, and where there is no prose, a line needs a byline to be a title.
    const needsByline = index >= proseAt
    if (needsByline && !isAnnounced(units, index, 2)) continue
    let score = scoreTitle(units, index, isFirst && !needsByline, bodyAt, counts)
    isFirst = false
    // Of equals the one nearest to the body.
    const isBetter = (): boolean =>
      score > bestScore || (score === bestScore && best >= 0 && unit.fold === units[best]!.fold)
    // Whether it is a running head takes a look at all others, so that is asked last.
    if (isBetter() && isRunningHead(units, index)) score -= 4
    if (isBetter()) {
      best = index
      bestScore = score
    }
  }
  return best
}

/** How far into a text without prose a title is looked for. */
const reach = 60
/** Blocks between two paragraphs of prose from which on the first is a notice above the article. */
const wideGap = 6

/** Where the body begins: its first prose, or the second where the first stands apart; -1 where nothing tells. */
function bodyStart(units: readonly Unit[], proseAt: number): number {
  if (proseAt < 0) {
    const bylines = units.filter((unit) => unit.words <= 25 && isByline(unit)).length
    // More than a few bylines make a list of articles.
    return bylines >= 1 && bylines <= 2 ? Math.min(units.length, reach) : -1
  }
  const second = units.findIndex((unit, index) => index > proseAt && unit.isProse)
  return proseAt < 3 && second - proseAt > wideGap && second < reach ? second : proseAt
}

/** Tell whether a byline or a date follows within some units. */
function isAnnounced(units: readonly Unit[], index: number, distance: number): boolean {
  return units.slice(index + 1, index + 1 + distance).some((unit) => unit.words <= 25 && isStatement(unit))
}

/** What was found of a unit, each of which is asked about for its neighbours too. */
const bylines = new WeakMap<Unit, boolean>()
const statements = new WeakMap<Unit, boolean>()

function isByline(unit: Unit): boolean {
  let found = bylines.get(unit)
  if (found === undefined) bylines.set(unit, (found = readByline(unit.text) !== undefined))
  return found
}

/** Tell a byline or a date line. */
function isStatement(unit: Unit): boolean {
  let found = statements.get(unit)
  if (found === undefined) statements.set(unit, (found = isByline(unit) || readDateLine(unit.text) !== undefined))
  return found
}

/**
 * Find the heading of the first level: the first that is more than a site's name, wherever it stands, for menus and
 * notices above it may be as long as they like.
 */
function mainHeading(units: readonly Unit[]): number {
  const headings = units.flatMap(({block, words}, index) =>
    block.type === 'heading' && block.depth === 1 && words > 1 && words <= 40 ? [index] : [],
  )
  return headings.find((index) => units[index]!.words > 3) ?? headings[0] ?? -1
}

/** A declared title often has the site's name behind it, or before it. */
function matchDeclared(units: readonly Unit[], stop: number, declared: string): number {
  let best = -1
  for (const [index, {fold, words, block}] of units.entries()) {
    if (index >= stop) break
    if (words === 0) continue
    const isWhole = fold === declared
    const isPart = words >= 3 && (declared.startsWith(`${fold} `) || declared.endsWith(` ${fold}`))
    if (!isWhole && !isPart) continue
    if (best < 0 || block.type === 'heading' || units[best]!.block.type !== 'heading') best = index
    if (block.type === 'heading' && block.depth === 1) break
  }
  return best
}

/** A line of the header of a message, of which too little is left for it to be read. */
const messageLine = /^(?:from|to|b?cc|sent|date|reply-to):\s/i

function scoreTitle(
  units: readonly Unit[],
  index: number,
  isFirst: boolean,
  proseAt: number,
  counts: ReadonlyMap<string, number>,
): number {
  const {block, text, words, fold} = units[index]!
  if (words < 2 || words > 30) return 0
  if (block.type !== 'paragraph' && block.type !== 'heading') return 0
  if (isStatement(units[index]!) || messageLine.test(text) || readNote(text, [])) return 0
  if (isFirst && isSkipLink(text)) return 0
  let score = 0
  if (block.type === 'heading') score += 2
  if (isFirst) score += 2
  if ((counts.get(fold) ?? 0) > 1) score += words > 3 ? 2 : 1
  if (words >= 4 && words <= 20) score += 1
  if (words < 3) score -= 1
  if (words > 22) score -= 2
  // A title may end with a question, hardly ever with a full stop.
  if (/[.;,:…։。]$/.test(text)) score -= words > 8 ? 5 : 2
  if (/[|»›]|^[^\p{L}\p{N}"“«'‘¿¡([]|https?:/u.test(text)) score -= 2
  if (isAnnounced(units, index, 2)) score += 2
  else if (isAnnounced(units, index, 4)) score += 1
  if (proseAt >= 0 && proseAt - index <= 2) score += 1
  return score
}

/** Units among which a running head shows itself, if it is one. */
const mostHeads = 2000

/** Tell a running head: its words begin or end other short lines. */
function isRunningHead(units: readonly Unit[], index: number): boolean {
  const {fold} = units[index]!
  let count = 0
  for (const other of units.slice(0, mostHeads)) {
    if (other.words > 20 || other.fold === fold) continue
    if (other.fold.startsWith(`${fold} `) || other.fold.endsWith(` ${fold}`)) count++
  }
  return count > 1
}
