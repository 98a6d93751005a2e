/**
 * Decide which units go: phrases first, then the blocks that they open, then what lies before and behind the body.
 *
 * The body is the stretch of units with the most prose for the least debris (a maximum-sum segment, found in one walk).
 * Outside of it weak units go where phrases show that there is furniture; inside of it only phrases count. Decisions are
 * repeated on what is left until nothing more goes, so that a second run of the stage finds nothing to do.
 */
import type {HtmlFacts} from '../../src/document/html-facts.js'
import {type Body, findBody, isInner} from './body.js'
import {removeCaptions} from './captions.js'
import {isCitation} from './citations.js'
import {removeContents} from './contents.js'
import {removeHead, removeTail} from './edges.js'
import {removeFrames} from './frames.js'
import {decideByElements} from './hints.js'
import type {Match} from './match.js'
import {dataLabels, described, isAboutAuthor, removeOpened} from './opened.js'
import {removePageMarks} from './page-marks.js'
import {removeInnerRuns, removeLonelyRules} from './runs.js'
import {removeTeaserRuns} from './teasers.js'
import {commentsFrom} from './threads.js'
import type {Unit} from './units.js'

export interface Removal {
  readonly rule: string
  readonly evidence: string
  /** Whether it is of the page's frame, behind which no body goes on, rather than of what stands in articles too. */
  readonly isFrame?: boolean
  /** Whether what stood before it goes on behind it, in the same sentence. */
  readonly isCut?: boolean
}

export interface Context {
  /** The title in the front matter, folded; empty where none was found. */
  readonly title: string
  /** Author, site and section in the front matter, folded. */
  readonly names: ReadonlySet<string>
  /** Whether the front matter has the note on the author, which then stands in the text no more. */
  readonly hasNote: boolean
  /** What conversion knows of the page, for documents that came as HTML. */
  readonly html?: HtmlFacts | undefined
  /** Whether what only lies about the body is taken for furniture, too: evidence for the model, too little to go by. */
  readonly hasZones: boolean
  /** Units of forms that authors write: what merely lies about a body is no evidence against them. */
  readonly authored: ReadonlySet<Unit>
}

/** Rules that go by the place of a unit alone. */
const byPlace: ReadonlySet<string> = new Set(['before-body', 'behind-body', 'inside-body', 'under-title'])

/** Largest number of rounds; each takes at least one unit, and three are usual. */
const rounds = 12

/** Decide by rules for each unit whether it goes, and why; in the order of `units`. */
export function decide(
  units: readonly Unit[],
  given: readonly (Match | undefined)[],
  context: Context,
  gone: readonly (Removal | undefined)[] = [],
): (Removal | undefined)[] {
  const removals = units.map((_, index) => gone[index])
  const matches = [...given]
  if (context.html) {
    for (const [index, removal] of decideByElements(units, matches, context.html, context.title).entries()) {
      removals[index] = removal
    }
  }
  removeFrames(units, matches, removals)
  removeContents(units, matches, removals)
  removeTeaserRuns(units, removals)
  removeCaptions(units, removals, context.authored)
  const sections = removePageMarks(units, removals)
  for (const index of sections) matches[index] = undefined
  for (let round = 0; round < rounds; round++) {
    const alive: number[] = []
    for (let index = 0; index < units.length; index++) {
      if (!removals[index] && units[index]!.type !== 'frontMatter') alive.push(index)
    }
    const found = decideOnce(
      alive.map((index) => units[index]!),
      alive.map((index) => matches[index]),
      context,
      (place) => {
        // The first unit behind `place` that follows something of the frame.
        let next = place
        for (let index = place > 0 ? alive[place - 1]! + 1 : 0; index < units.length; index++) {
          if (removals[index]?.isFrame) break
          if (alive[next] === index) next++
        }
        return next
      },
      gone.some((removal) => removal),
    )
    let isChanged = false
    for (const [place, removal] of found.entries()) {
      if (!removal || sections.has(alive[place]!)) continue
      if (byPlace.has(removal.rule) && context.authored.has(units[alive[place]!]!)) continue
      removals[alive[place]!] = removal
      isChanged = true
    }
    if (!isChanged) break
  }
  return removals
}

function decideOnce(
  units: readonly Unit[],
  given: readonly (Match | undefined)[],
  context: Context,
  frameBehind: (place: number) => number,
  isTouched: boolean,
): (Removal | undefined)[] {
  const removals: (Removal | undefined)[] = new Array(units.length)
  if (units.length === 0) return removals
  const cut = commentsFrom(units, given)
  const matches = given.map((match, index) =>
    index !== cut && isHeadingOfProse(units, given, index) ? undefined : match,
  )
  const body = findBody(units, matches, cut)
  removeMatches(units, matches, removals, body)
  removeOpened(units, matches, removals, body, context)
  if (cut < units.length) {
    const opener = matches[cut]!
    for (let index = cut; index < units.length; index++) {
      removals[index] ??= {
        rule: opener.rule.id,
        evidence: `${described(opener)}, block of ${units.length - cut} lines`,
        isFrame: true,
      }
    }
  }
  if (context.hasZones) {
    removeHead(units, matches, removals, body, context)
    removeTail(units, removals, body, frameBehind(body.end))
    removeInnerRuns(units, removals, body, context)
  }
  removeLonelyRules(units, removals, isTouched)
  return removals
}

/** Tell a heading that a body may have from one that opens a block of debris: prose follows, and nothing says what it is. */
function isHeadingOfProse(units: readonly Unit[], matches: readonly (Match | undefined)[], index: number): boolean {
  const rule = matches[index]?.rule
  if (isAboutAuthor(matches[index])) return goesOnBehind(units, matches, index)
  if (!rule || units[index]!.type !== 'heading') return false
  const next = units[index + 1]
  if (rule.opens === 'citations' && next && isCitation(next)) return false
  return next?.isProse === true && !matches[index + 1]
}

/** Fewest words of prose before "About the author" and behind what follows it, where that is a part of the text. */
const proseAround = 20

/**
 * Tell an author whom a text is about from the one who wrote it: the text goes on behind the paragraph on him, and nothing of
 * the page's frame stands between.
 */
function goesOnBehind(units: readonly Unit[], matches: readonly (Match | undefined)[], index: number): boolean {
  const isText = (place: number): boolean => units[place]?.isProse === true && !matches[place]
  if (!isText(index + 1)) return false
  let words = 0
  for (let place = index - 1; place >= 0 && words < proseAround; place--)
    if (isText(place)) words += units[place]!.words
  if (words < proseAround) return false
  words = 0
  for (let place = index + 2; place < units.length && words < proseAround; place++) {
    if (isText(place)) words += units[place]!.words
    else if (units[place]!.linked >= 0.6) return false
    // A word that pages have, too, may head the next part of the text; a thread of comments is none.
    else if (matches[place] && (matches[place]!.rule.opens === 'rest' || !isText(place + 1))) return false
  }
  return words >= proseAround
}

/** Phrases: certain ones anywhere, others only before and behind the body. */
function removeMatches(
  units: readonly Unit[],
  matches: readonly (Match | undefined)[],
  removals: (Removal | undefined)[],
  body: Body,
): void {
  for (const [index, match] of matches.entries()) {
    if (!match) continue
    const isInside = index >= body.start && index < body.end
    const {rule} = match
    if (isInside) {
      if (rule.where !== 'anywhere' || isOfArticle(units[index]!, match) || isItem(units, matches, index)) continue
      // A heading over prose is a heading, whatever it says.
      const next = units[index + 1]
      if (
        next?.isProse &&
        !matches[index + 1] &&
        (units[index]!.type === 'heading' || rule.opens === 'teasers') &&
        !(rule.opens === 'citations' && isCitation(next)) &&
        !units[index]!.plain.includes(':')
      )
        continue
    } else if (rule.where === 'tail' && index < body.end && body.end > 0) continue
    else if (body.end === 0 && rule.where !== 'anywhere') continue
    removals[index] = {rule: rule.id, evidence: described(match), isFrame: !isInner(rule)}
  }
}

/** Tell what an article says in the words of a page: an item of its numbering, a field of its data, a sentence. */
function isOfArticle(unit: Unit, {rule}: Match): boolean {
  if (unit.linked >= 0.3) return false
  if (/^\s*(?:#+\s*)?\d{1,3}[.)]\s/.test(unit.source) && unit.words >= 1) return true
  if (dataLabels.has(rule.id) && /:\s*\S/.test(unit.plain)) return true
  return rule.id === 'read-also' && unit.words > 8 && /\.["”»)]*$/.test(unit.plain)
}

/** Fewest items of a list among which a few that look like debris are items like the others. */
const leastItems = 4
/** How far the items of a list are looked at in either direction. */
const nearItems = 12

/** Tell an item that looks like debris among items that do not: "Photography" in a list of services. */
function isItem(units: readonly Unit[], matches: readonly (Match | undefined)[], index: number): boolean {
  const {type, block, linked} = units[index]!
  if (type !== 'list' || linked >= 0.3) return false
  let items = 0
  let known = 0
  for (let near = Math.max(0, index - nearItems); near < Math.min(units.length, index + nearItems + 1); near++) {
    if (units[near]!.block !== block) continue
    items++
    if (matches[near] || units[near]!.linked >= 0.6) known++
  }
  return items >= leastItems && known <= items / 4
}
