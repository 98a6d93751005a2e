/**
 * Decide what stands before and behind the body.
 *
 * Before the title everything goes where there is furniture at all. Between the title and the body an author may have put
 * a standfirst, a list of ingredients, a table: there a unit goes only on evidence of its own, or where it stands among
 * lines that go. Behind the body the document ends where its sentences end, unless something that stands behind no body (a
 * list of other articles, a form, a footer) has begun.
 */
import {readByline, readDateLine} from '../lift-metadata/head-lines.js'
import {type Body, isStamp} from './body.js'
import type {Context, Removal} from './decide.js'
import type {Match} from './match.js'
import type {Unit} from './units.js'

/** Fewest words of prose that make a body sure enough to speak of a before and a behind. */
const leastBody = 25
/** Largest number of words of a line that goes because of its neighbours. */
const shortLine = 6
/** Share of lines that go on grounds of their own in a stretch, from which the short lines between them go too. */
const furnitureShare = 0.4
/** Fewest lines between title and body, and fewest of them that go on their own, that show a menu. */
const menuLines = 12
const menuSigns = 2
/** Classes of what stands in the frame of a page, and how many of them show that a title stands above it. */
const frameClasses: ReadonlySet<string> = new Set([
  'navigation',
  'furniture',
  'login',
  'related',
  'legal',
  'comments',
  'comment-form',
])
const frameSigns = 2
/** Fewest lines down to the one sign of a frame that will do. */
const frameLines = 6
/** Fewest labels in a run, and the share of them with a capital, that make a menu or a list of headlines. */
const runOfLabels = 8
const labelShare = 0.7

/** What stands before the body: menus, stamps and labels, where phrases or numbers show that there are such. */
export function removeHead(
  units: readonly Unit[],
  matches: readonly (Match | undefined)[],
  removals: (Removal | undefined)[],
  body: Body,
  context: Context,
): void {
  if (body.words < leastBody) return
  let evidence = 0
  let weak = 0
  for (let index = 0; index < body.start; index++) {
    if (removals[index]) evidence++
    else if (!units[index]!.isProse) weak++
  }
  if (evidence === 0 && weak < 6) return
  let title = titleOf(units, body.start, context.title)
  if (title < 0 && context.title === '') title = findTitle(units, removals, body)
  const reason = `stands before the body, beside ${evidence} lines of page furniture`
  for (let index = (title < 0 ? body.start : title) - 1; index >= 0; index--) {
    if (removals[index]) continue
    if (title < 0 && units[index]!.type === 'heading' && index === body.start - 1) continue
    removals[index] = {rule: 'before-body', evidence: reason}
  }
  if (title >= 0) removeUnderTitle(units, matches, removals, title + 1, body.start, context)
}

/** Between title and body: lines with evidence of their own, then the short lines among them. */
function removeUnderTitle(
  units: readonly Unit[],
  matches: readonly (Match | undefined)[],
  removals: (Removal | undefined)[],
  start: number,
  end: number,
  context: Context,
): void {
  for (let index = start; index < end; index++) {
    if (removals[index]) continue
    const evidence = ownEvidence(units[index]!, context)
    if (evidence === 'a number' && isEntry(units, index)) continue
    if (isListed(units[index]!, units)) continue
    if (evidence) removals[index] = {rule: 'under-title', evidence: `stands under the title and is ${evidence}`}
  }
  removeLabels(units, removals, start, end)
  for (let index = start; index < end; index++) {
    if (removals[index] || !isName(units[index]!)) continue
    if (!removals[index - 1] && !removals[index + 1]) continue
    removals[index] = {rule: 'before-body', evidence: 'stands under the title and is a name beside lines that go'}
  }
  let index = removeMenu(matches, removals, start, end)
  while (index < end) {
    // A stretch of short lines, from the first that goes to the last that goes.
    let first = -1
    let last = -1
    let gone = 0
    for (; index < end && (removals[index] || isShort(units[index]!)); index++) {
      if (!removals[index]) continue
      if (first < 0) first = index
      last = index
      gone++
    }
    index++
    if (first < 0 || gone / (last - first + 1) < furnitureShare) continue
    for (let place = first; place < last; place++) {
      removals[place] ??= {rule: 'before-body', evidence: `stands under the title among ${gone} lines that go`}
    }
  }
}

/** Tell the heading of an entry that is a link to all of it, on a page that lists several: the first stands under the title. */
function isListed(unit: Unit, units: readonly Unit[]): boolean {
  const depth = depthOf(unit)
  return (
    depth > 0 &&
    unit.linked > 0.6 &&
    units.some((other) => other !== unit && other.linked > 0.6 && depthOf(other) === depth)
  )
}

function depthOf({type, source}: Unit): number {
  return type === 'heading' ? (/^#{1,6}/.exec(source)?.[0].length ?? 0) : 0
}

/** Tell the clock over the first entry of a live blog or a diary from that of the page: further entries have one, too. */
function isEntry(units: readonly Unit[], index: number): boolean {
  if (!clock.test(units[index]!.plain)) return false
  let clocks = 0
  for (let next = index + 2; next < Math.min(units.length, index + longestEntry); next++) {
    if (clock.test(units[next]!.plain) && !clock.test(units[next + 1]?.plain ?? '') && ++clocks >= 2) return true
  }
  return false
}

const clock = /^\s*[012]?\d[:.]\d\d\s*$/
/** Largest number of units in which the next entries' clocks are looked for. */
const longestEntry = 200

/** Long runs of labels that no heading announces: short lines with a capital, where an ingredient has a number or none. */
function removeLabels(units: readonly Unit[], removals: (Removal | undefined)[], start: number, end: number): void {
  for (let index = start; index < end; index++) {
    const from = index
    let labels = 0
    for (; index < end && (removals[index] || isLabel(units[index]!)); index++) {
      if (removals[index] || /^[^\p{L}\p{N}]*\p{Lu}/u.test(units[index]!.plain)) labels++
    }
    if (index - from < runOfLabels || labels / (index - from) < labelShare) continue
    if (units[from - 1]?.type === 'heading' && from - 1 >= start) continue
    for (let place = from; place < index; place++) {
      removals[place] ??= {rule: 'before-body', evidence: `stands in a run of ${index - from} labels under the title`}
    }
  }
}

function isLabel(unit: Unit): boolean {
  return (unit.type === 'paragraph' || unit.type === 'list') && unit.words <= 8 && !unit.isClosed
}

/**
 * A title that stands over the menus of its page is the name of the page's tab. There all goes down to the last line that
 * only the frame of a page has: menu, login, list of other articles, footer.
 */
function removeMenu(
  matches: readonly (Match | undefined)[],
  removals: (Removal | undefined)[],
  start: number,
  end: number,
): number {
  let last = -1
  let lastGone = -1
  let frame = 0
  let gone = 0
  for (let index = start; index < end; index++) {
    if (!removals[index]) continue
    gone++
    lastGone = index
    const rule = matches[index]?.rule
    if (!rule || !frameClasses.has(rule.class)) continue
    frame++
    last = index
  }
  if (gone >= menuSigns && lastGone - start + 1 >= menuLines) last = lastGone
  else if (frame < frameSigns && (frame === 0 || last - start + 1 < frameLines)) return start
  for (let index = start; index < last; index++) {
    removals[index] ??= {rule: 'before-body', evidence: `stands in a menu, beside ${gone} lines of page furniture`}
  }
  return last + 1
}

/** Tell a line that belongs to the page on its own evidence: only a link, a date, a byline, a count, the site's name. */
function ownEvidence(unit: Unit, {title, names}: Context): string | undefined {
  if (unit.type === 'table' || unit.type === 'quote' || unit.type === 'code') return undefined
  if (unit.words === 0) return chromePicture.test(unit.source) ? 'a picture that says nothing' : undefined
  if (unit.linked > 0.6) return 'a link and nothing else'
  if (unit.isProse) return undefined
  const line = unit.plain.replace(/[*_]+/g, '').trim()
  if (unit.words <= 14 && (isStamp(unit.folded) || readDateLine(line))) return unit.isClosed ? undefined : 'a date'
  if (unit.words <= 10 && (readByline(line) || (bylineStart.test(unit.folded) && namePattern.test(line))))
    return 'a byline'
  if (unit.folded === title && title !== '') return 'the title again'
  if (names.has(unit.folded)) return 'a name that the front matter states'
  // A price is what an article on things to buy says of them.
  if (!/[\p{L}\p{Sc}]/u.test(line) && unit.type !== 'list') return 'a number'
  return undefined
}

/** A picture of the old kind that draws lines and corners: no description, and a format that photographs do not have. */
const chromePicture = /^\s*!\[\]\([^)\s]{1,300}\.gif(?:\)|\?)/i

function isShort(unit: Unit): boolean {
  if (unit.type === 'table' || unit.type === 'quote' || unit.type === 'code' || unit.type === 'heading') return false
  return unit.words <= shortLine && !unit.isClosed
}

/** Tell what may be a person's name: two to four words, each with a capital, nothing else. */
function isName(unit: Unit): boolean {
  return unit.type === 'paragraph' && unit.words >= 2 && unit.words <= 4 && wholeName.test(unit.plain)
}

/** Find the heading of the first depth that is the title, or else the last one before the body. */
export function titleOf(units: readonly Unit[], end: number, title: string): number {
  let found = -1
  for (let index = 0; index < end; index++) {
    const unit = units[index]!
    if (unit.type !== 'heading') continue
    if (title !== '' && unit.folded === title) return index
    if (/^\s*#\s/.test(unit.source)) found = index
  }
  return found
}

const bylineStart =
  /^(?:by|von|par|por|compiled by|edited by|translated by|written by|posted by|reported by|author|autor|автор|yazan|haber) ?:? /
const wholeName = /^[*_]*\p{Lu}[\p{L}\p{M}'’.-]+(?: \p{Lu}[\p{L}\p{M}'’.-]*){1,3}[*_]*$/u
const namePattern = /[ :]\p{Lu}[\p{L}\p{M}'’.-]+(?: \p{Lu}[\p{L}\p{M}'’.-]*){1,3}$/u

function findTitle(units: readonly Unit[], removals: readonly (Removal | undefined)[], body: Body): number {
  for (let index = body.start - 1; index >= Math.max(0, body.start - 12); index--) {
    const unit = units[index]!
    if (removals[index] || unit.type === 'list' || unit.linked > 0.5) continue
    if (unit.words < 4 || unit.words > 25 || isStamp(unit.folded) || bylineStart.test(unit.folded)) continue
    return index
  }
  return -1
}

/**
 * What stands behind the body.
 *
 * @param frameFrom the first unit that something of the page's frame has stood before, of what went in earlier rounds.
 */
export function removeTail(
  units: readonly Unit[],
  removals: (Removal | undefined)[],
  body: Body,
  frameFrom: number,
): void {
  if (body.words < leastBody) return
  let first = -1
  let strong = frameFrom
  let evidence = 0
  for (let index = body.end; index < units.length; index++) {
    if (!removals[index]) continue
    evidence++
    if (first < 0) first = index
    if (removals[index]!.isFrame) strong = Math.min(strong, index)
  }
  if (evidence === 0) return
  const inside = new Set<string>()
  for (let index = body.start; index < body.end; index++)
    if (units[index]!.folded !== '') inside.add(units[index]!.folded)
  const closing = closedBlocks(units, body.end)
  // Lines that close as sentences, and verses behind a colon, still belong to the body; a link or a label does not.
  let from = body.end
  let isAnnounced = /[:：՝]\s*[*_]*$/.test(units[body.end - 1]?.plain ?? '')
  for (let index = from; index < first; index++) {
    const unit = units[index]!
    if (unit.type === 'heading') {
      isAnnounced = true
      continue
    }
    const isBody =
      unit.type === 'list' ||
      unit.type === 'quote' ||
      unit.type === 'table' ||
      unit.type === 'code' ||
      isAnnounced ||
      (index === body.end && isRunningText(unit)) ||
      closing.has(unit.block) ||
      (unit.folded !== '' && inside.has(unit.folded))
    if (!isBody || unit.linked > 0.6) break
    from = index + 1
  }
  for (let index = from; index < units.length; index++) {
    const unit = units[index]!
    if (index < strong && unit.isClosed && unit.words >= 3 && unit.linked <= 0.6) continue
    removals[index] ??= {
      rule: 'behind-body',
      evidence: `stands behind the body, beside ${evidence} lines of page furniture`,
    }
  }
}

/** The blocks behind the body whose last unit closes as a sentence: their other units are lines of that sentence. */
function closedBlocks(units: readonly Unit[], start: number): Set<number> {
  const closed = new Set<number>()
  for (let index = start; index < units.length; index++) {
    const unit = units[index]!
    if (unit.isClosed && units[index + 1]?.block !== unit.block) closed.add(unit.block)
  }
  return closed
}

/** Tell a last paragraph without a full stop from a label: mostly lower-case words, and enough of them. */
function isRunningText(unit: Unit): boolean {
  if (unit.words < 8 || isStamp(unit.folded)) return false
  const lower = unit.plain.match(/(?:^|\s)["“«„]?\p{Ll}/gu)?.length ?? 0
  return lower / unit.words > 0.6
}
