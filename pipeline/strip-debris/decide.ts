/**
 * Decide which units go: phrases first, then the blocks that they open, then what lies before and behind the body.
 *
 * The body is the stretch of units with the most prose for the least debris (a maximum-sum segment, found in one walk).
 * Outside of it weak units go where phrases show that there is furniture; inside of it only phrases count. Decisions are
 * repeated on what is left until nothing more goes, so that a second run of the stage finds nothing to do.
 */
import type {HtmlFacts} from '../../src/document/html-facts.js'
import {type Body, findBody, gluedStamp, isInner, isStamp} from './body.js'
import {isCitation} from './citations.js'
import {removeHead, removeTail} from './edges.js'
import {removeFrames} from './frames.js'
import {decideByElements} from './hints.js'
import type {Match} from './match.js'
import {removePageMarks} from './page-marks.js'
import {removeInnerRuns, removeLonelyRules} from './runs.js'
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
}

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
  if (!rule || units[index]!.type !== 'heading' || isAboutAuthor(matches[index])) return false
  const next = units[index + 1]
  if (rule.opens === 'citations' && next && isCitation(next)) return false
  return next?.isProse === true && !matches[index + 1]
}

const aboutAuthor =
  /^(?:about|об автор|yazar hak|հեղինակի մաս|müəllif haq|über|zu[mr] |(?:à|a) propos|o autor|sobre|acerca|ავტორის შეს|درباره|عن الك|حول الك|نبذة)/

function isAboutAuthor(match: Match | undefined): boolean {
  return match?.rule.id === 'author-box' && aboutAuthor.test(match.phrase.toLowerCase())
}

function described({phrase, rule}: Match): string {
  return `matched "${phrase.replace(/\s+/g, ' ').slice(0, 60)}" (${rule.id})`
}

/** Find the opener behind which all is comments: enough body before it, and the look of a thread behind it. */
function commentsFrom(units: readonly Unit[], matches: readonly (Match | undefined)[]): number {
  let before = 0
  for (let index = 0; index < units.length; index++) {
    const unit = units[index]!
    const rule = matches[index]?.rule
    if (rule && (rule.opens === 'rest' || rule.id === 'comment-form') && before >= 30) {
      let signs = 0
      let prose = 0
      for (let next = index + 1; next < Math.min(units.length, index + 14); next++) {
        const id = matches[next]?.rule.id
        if (id === 'comment-form' || id === 'comments' || id === 'thread-furniture')
          signs += prose === 0 || rule.opens === 'rest' ? 1 : 0.5
        else if (gluedStamp.test(units[next]!.folded)) signs += 2
        else if (isStamp(units[next]!.folded) && units[next]!.words <= 14) signs += 1
        if (units[next]!.isProse) prose += 1
      }
      if (signs >= 2) return index
    }
    if (unit.isProse) before += unit.words
  }
  return units.length
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
      if (rule.where !== 'anywhere' || isOfArticle(units[index]!, match)) continue
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

/** Rules whose phrases, inside the body and without a link, are as often a line of a data sheet. */
const dataLabels: ReadonlySet<string> = new Set(['tags', 'language-switcher'])

/** Tell what an article says in the words of a page: an item of its numbering, a field of its data, a sentence. */
function isOfArticle(unit: Unit, {rule}: Match): boolean {
  if (unit.linked >= 0.3) return false
  if (/^\s*(?:#+\s*)?\d{1,3}[.)]\s/.test(unit.source) && unit.words >= 1) return true
  if (dataLabels.has(rule.id) && /:\s*\S/.test(unit.plain)) return true
  return rule.id === 'read-also' && unit.words > 8 && /\.["”»)]*$/.test(unit.plain)
}

/** Blocks that a removed unit opens: teasers until prose resumes, fields of a form, a box about the author. */
function removeOpened(
  units: readonly Unit[],
  matches: readonly (Match | undefined)[],
  removals: (Removal | undefined)[],
  body: Body,
  context: Context,
): void {
  for (let index = 0; index < units.length; index++) {
    const match = matches[index]
    if (!removals[index] || !match?.rule.opens || match.rule.opens === 'rest' || match.isRow) continue
    const isWhole = units[index]!.words <= 8
    if (!isWhole) continue
    let end = index + 1
    const isList = units[end]?.type === 'list'
    const isInside = index >= body.start && index < body.end
    const limit = index + (match.rule.opens === 'form' ? 6 : match.rule.class === 'promotion' ? 8 : 40)
    let plain = 0
    while (end < units.length && end < limit) {
      const unit = units[end]!
      if (removals[end]) {
        if (matches[end]?.rule.opens && matches[end]!.rule !== match.rule) break
        end++
        continue
      }
      if (match.rule.opens === 'citations') {
        if (!isCitation(unit)) break
        end++
        continue
      }
      if (isAboutAuthor(match) && unit.isProse && unit.words <= 90) {
        if (isAboutPerson(units, index, end, context)) end++
        break
      }
      if (!isTeaser(unit, match.rule.opens === 'form') || (isList && unit.type !== 'list')) break
      // Inside the body a few titles without links may be teasers; a long run of short lines is the article's own.
      if (isInside && unit.linked < 0.5 && ++plain > innerTeasers) {
        end = index + 1
        break
      }
      end++
    }
    // The last short line before prose is more often a heading of the body than a teaser, unless it is a link.
    const isBeforeProse =
      !isAboutAuthor(match) && end < units.length && units[end]!.isProse && end > body.start && end < body.end
    while (
      isBeforeProse &&
      end - 1 > index &&
      !removals[end - 1] &&
      !isList &&
      units[end - 1]!.linked < 0.5 &&
      end - 2 > index
    )
      end--
    for (let next = index + 1; next < end; next++) {
      removals[next] ??= {
        rule: match.rule.id,
        evidence: `${described(match)}, block of ${end - index} lines`,
        isFrame: !isInner(match.rule),
      }
    }
    index = end - 1
  }
}

/**
 * Tell a note on the author from the first paragraph that stands under an empty box: it follows the heading of the box,
 * or names somebody whom the lines between them or the front matter name.
 */
function isAboutPerson(units: readonly Unit[], heading: number, index: number, {names, hasNote}: Context): boolean {
  const words = new Set(wordsOf(units[index]!.folded))
  const named = [...names, ...units.slice(heading + 1, index).map(({folded}) => folded)].flatMap(wordsOf)
  return index === heading + 1 ? !hasNote : named.some((word) => word.length > 3 && words.has(word))
}

function wordsOf(folded: string): string[] {
  return folded.match(/[\p{L}\p{M}]+/gu) ?? []
}

/** Largest number of teasers without a link inside the body. */
const innerTeasers = 6

function isTeaser(unit: Unit, isForm: boolean): boolean {
  if (unit.type === 'table' || unit.type === 'quote' || unit.type === 'code') return false
  if (unit.isProse && unit.words > (isForm ? 0 : 0)) return false
  if (unit.type === 'heading') return unit.linked > 0.5
  if (isForm) return unit.words <= 6
  return unit.linked > 0.6 || unit.words <= 22
}
