/**
 * Find the title among the blocks of a document: the one that the page declares, or else its main heading, or else the line
 * that reads and stands like one. A document whose opening could as well be its first sentence has no title: none is
 * invented.
 */
import {foldText} from '../../src/document/visible-text.js'
import {isConsentHeading} from './generic-titles.js'
import {isOutlet} from './persons.js'
import {isStatement} from './statements.js'
import {findTitleLine} from './title-line.js'
import type {Unit} from './units.js'

/**
 * Find the unit that is the title; -1 where there is none.
 *
 * @param declared the title that the page or its front matter states.
 * @param isSure whether only a heading of the first level will do: a document that came with front matter has been
 * edited, and a line without a mark would have been marked.
 */
export function findTitle(text: string, units: readonly Unit[], declared: string | undefined, isSure: boolean): number {
  const proseAt = units.findIndex((unit) => unit.isProse)
  // The title stands before the body, which begins at the latest with the second paragraph of prose.
  const stop = proseAt < 0 ? units.length : Math.min(units.length, proseAt + 12)
  if (declared !== undefined) {
    const story = behindSite(units, stop, declared)
    if (story >= 0) return story
  }
  const story = belowSite(units, stop, foldText(declared ?? ''))
  if (story >= 0) return story
  if (declared !== undefined) {
    const match = matchDeclared(text, units, stop, declared)
    if (match >= 0) return match
  }
  const heading = mainHeading(text, units, foldText(declared ?? ''))
  if (heading >= 0) return heading
  if (isSure) return -1
  return findTitleLine(text, units)
}

/**
 * Find the heading of the first level: the first that is more than a site's name, wherever it stands, for menus and
 * notices above it may be as long as they like.
 */
function mainHeading(text: string, units: readonly Unit[], declared: string): number {
  let headings = units.flatMap((unit, index) =>
    unit.block.type === 'heading' &&
    unit.block.depth === 1 &&
    unit.words > 1 &&
    unit.words <= 40 &&
    !isHomeLink(text, unit)
      ? [index]
      : [],
  )
  const words = new Set(declared.split(' '))
  // A notice of cookies may have a heading of the first level as well.
  const own = headings.filter((index) => !isConsentHeading(units[index]!.text))
  if (own.length > 0) headings = own
  // Of several, the one that the name of the page is about.
  const isOfPage = (index: number): boolean => {
    const own = units[index]!.fold.split(' ')
    return 2 * own.filter((word) => words.has(word)).length > own.length
  }
  return headings.find(isOfPage) ?? headings.find((index) => units[index]!.words > 3) ?? headings[0] ?? -1
}

/** Two parts of a name with a colon between; behind other signs stands the site's more often. */
const twoParts = /^(.{2,100}?)\s*:\s+(.{2,300})$/u

/** Find the heading of the story where the first part of the page's name is a heading above it: that of the site. */
function behindSite(units: readonly Unit[], stop: number, declared: string): number {
  const [, site = '', story = ''] = twoParts.exec(declared) ?? []
  const isHeading = (unit: Unit, fold: string): boolean => unit.block.type === 'heading' && unit.fold === fold
  const above = site === '' ? -1 : units.findIndex((unit) => isHeading(unit, foldText(site)))
  if (above < 0 || above >= stop) return -1
  const at = units.findIndex((unit, index) => index > above && isHeading(unit, foldText(story)))
  if (at < 0 || at >= stop) return -1
  // What stands right below a heading goes on with it, and what stands among the prose is a part of it.
  const between = units.slice(above + 1, at)
  return between.some(isStatement) && !between.some((unit) => unit.isProse) ? at : -1
}

/** How far below a heading the lines stand that name its author and its day. */
const reachOfStatement = 2
/** Most words of a paper's name, and fewest of a headline below it. */
const mostOfSite = 4
const leastOfStory = 3

/**
 * Find the heading of the second level that is the title where the one of the first is the name of a paper: what is said of a document
 * stands below the second.
 */
function belowSite(units: readonly Unit[], stop: number, declared: string): number {
  const isTop = ({block}: Unit): boolean => block.type === 'heading' && block.depth === 1
  const site = units.findIndex(isTop)
  const [top] = units.slice(site, site + 1)
  if (site < 0 || !top || top.words > mostOfSite || !isOutlet(top.text) || (declared !== '' && declared !== top.fold))
    return -1
  if (units.some((unit, index) => index > site && isTop(unit))) return -1
  const at = units.findIndex(({block}, index) => index > site && block.type === 'heading')
  if (
    at < 0 ||
    at >= stop ||
    units[at]!.words < leastOfStory ||
    units.slice(site, at).some((unit) => unit.isProse || isStatement(unit))
  )
    return -1
  return units.slice(at + 1, at + 1 + reachOfStatement).some(isStatement) ? at : -1
}

/** Between the title and the name of the site. */
const titleSeparator = /\s+[|│–—·•»›«:-]+\s+|\s*[|│»›]\s*|\s*::\s*/u

/** A declared title often has the site's name behind it, or before it. */
function matchDeclared(text: string, units: readonly Unit[], stop: number, declared: string): number {
  const fold = foldText(declared)
  const first = foldText(declared.split(titleSeparator)[0] ?? '')
  let best = -1
  let most = 0
  for (const [index, unit] of units.entries()) {
    if (index >= stop) break
    const weight = unit.words === 0 || isHomeLink(text, unit) ? 0 : matchOf(text, unit, fold, first)
    if (weight > most) {
      best = index
      most = weight
    }
  }
  return best
}

/** How well a unit is the declared title: whole or a part of it, as a heading or a line. */
function matchOf(text: string, unit: Unit, declared: string, first: string): number {
  const {block, fold, words} = unit
  const level = block.type !== 'heading' ? 0 : block.depth === 1 ? 2 : 1
  if (fold === declared) return 7 + level
  const isPart = declared.startsWith(`${fold} `) || declared.endsWith(` ${fold}`)
  if (level > 0 && (fold === first || (isPart && words >= 3))) return 4 + level
  // A line that leads elsewhere is a crumb, or the site; so is one of which the name has little.
  return isPart && words >= 3 && 2 * fold.length >= declared.length && !isLink(text, unit) ? 1 : 0
}

function isLink(text: string, {block}: Unit): boolean {
  return text[block.start] === '[' && text[block.end - 1] === ')'
}

/** Tell a line that is nothing but a link to the first page of a site: it is the site's name. */
function isHomeLink(text: string, {block}: Unit): boolean {
  return /^(?:#{1,6}\s+)?\[[^\n]{1,300}\]\(<?(?:https?:\/\/[^/\s)]+)?\/?(?:index\.\w{3,5})?>?\)\s*$/.test(
    text.slice(block.start, Math.min(block.end, block.start + 600)),
  )
}
