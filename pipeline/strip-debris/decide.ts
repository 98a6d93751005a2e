/**
 * Decide which units go: phrases first, then the blocks that they open, then what lies before and behind the body.
 *
 * The body is the stretch of units with the most prose for the least debris (a maximum-sum segment, found in one walk).
 * Outside of it weak units go where phrases show that there is furniture; inside of it only phrases count. Decisions are
 * repeated on what is left until nothing more goes, so that a second run of the stage finds nothing to do.
 */
import type {HtmlFacts} from '../../src/document/html-facts.js'
import {decideByElements} from './hints.js'
import type {Match, Matcher} from './match.js'
import type {Unit} from './units.js'

export interface Removal {
  readonly rule: string
  readonly evidence: string
}

export interface Context {
  readonly matcher: Matcher
  /** The title in the front matter, folded; empty where none was found. */
  readonly title: string
  /** What conversion knows of the page, for documents that came as HTML. */
  readonly html?: HtmlFacts | undefined
}

/** Largest number of rounds; each takes at least one unit, and three are usual. */
const rounds = 12

/** Decide for each unit whether it goes, and why; in the order of `units`. */
export function decide(units: readonly Unit[], context: Context): (Removal | undefined)[] {
  const removals: (Removal | undefined)[] = new Array(units.length)
  const matches = units.map((unit) => context.matcher.match(unit))
  if (context.html) {
    for (const [index, removal] of decideByElements(units, matches, context.html, context.title).entries()) {
      removals[index] = removal
    }
  }
  for (let round = 0; round < rounds; round++) {
    const alive: number[] = []
    for (let index = 0; index < units.length; index++) {
      if (!removals[index] && units[index]!.type !== 'frontMatter') alive.push(index)
    }
    const found = decideOnce(
      alive.map((index) => units[index]!),
      alive.map((index) => matches[index]),
      context,
    )
    let isChanged = false
    for (const [place, removal] of found.entries()) {
      if (!removal) continue
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
): (Removal | undefined)[] {
  const removals: (Removal | undefined)[] = new Array(units.length)
  if (units.length === 0) return removals
  const cut = commentsFrom(units, given)
  const matches = given.map((match, index) =>
    index !== cut && isHeadingOfProse(units, given, index) ? undefined : match,
  )
  const body = findBody(units, matches, cut)
  removeMatches(units, matches, removals, body)
  removeOpened(units, matches, removals, body)
  if (cut < units.length) {
    const opener = matches[cut]!
    for (let index = cut; index < units.length; index++) {
      removals[index] ??= {rule: opener.rule.id, evidence: `${described(opener)}, block of ${units.length - cut} lines`}
    }
  }
  removeHead(units, removals, body, context)
  removeTail(units, removals, body)
  removeInnerRuns(units, removals, body)
  removeLonelyRules(units, removals)
  return removals
}

/** Tell a heading that a body may have from one that opens a block of debris: prose follows, and nothing says what it is. */
function isHeadingOfProse(units: readonly Unit[], matches: readonly (Match | undefined)[], index: number): boolean {
  const rule = matches[index]?.rule
  if (!rule || units[index]!.type !== 'heading' || isAboutAuthor(matches[index])) return false
  const next = units[index + 1]
  return next?.isProse === true && !matches[index + 1]
}

const aboutAuthor =
  /^(?:about|об автор|yazar hak|հեղինակի մաս|müəllif haq|über|zu[mr] |(?:à|a) propos|o autor|sobre|acerca|ავტორის შეს|درباره|عن الك|حول الك|نبذة)/

function isAboutAuthor(match: Match | undefined): boolean {
  return match?.rule.id === 'author-box' && aboutAuthor.test(match.phrase.toLowerCase())
}

export interface Body {
  readonly start: number
  /** Behind the last unit of the body. */
  readonly end: number
  readonly words: number
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

const stamp =
  /(?:\b0:0\b|\b0 (?:hours?|days?|minutes?|months?|years?|weeks?) ago|\b0[./-]0[./-]0\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.? 0|\b0 (?:january|february|march|april|may|june|july|august|september|october|november|december)\b)/

/** A stamp glued to the first words of a comment: "Date: 02/11/20 10:15 (UTC)I would …". */
const gluedStamp = /^(?:date|posted|on)?:? ?0[/.-]0[/.-]0,? 0:0(?: (?:am|pm))? ?\((?:utc|gmt|local)\)/

function isStamp(folded: string): boolean {
  return stamp.test(folded)
}

/** Find the body: the stretch with the largest sum of prose less debris. */
function findBody(units: readonly Unit[], matches: readonly (Match | undefined)[], cut: number): Body {
  let best = 0
  let start = 0
  let end = 0
  let sum = 0
  let from = 0
  for (let index = 0; index < cut; index++) {
    const value = bodyValue(units[index]!, matches[index])
    if (sum <= 0) {
      sum = 0
      from = index
    }
    sum += value
    if (sum > best) {
      best = sum
      start = from
      end = index + 1
    }
  }
  let body = extended(units, matches, cut, start, end)
  for (let step = 0; step < 4; step++) {
    const wider = joined(units, matches, cut, body)
    if (wider === body) break
    body = extended(units, matches, cut, wider.start, wider.end)
  }
  return body
}

/** Share of the body's prose that a further stretch must hold to be a part of it rather than teasers beside it. */
const partShare = 0.15
/** Largest number of units of the page's frame between two parts of one body. */
const frameLines = 0.5

/** Join a further stretch of prose to the body, where it is large and no frame of a page stands between the two. */
function joined(units: readonly Unit[], matches: readonly (Match | undefined)[], cut: number, body: Body): Body {
  for (const isBefore of [false, true]) {
    let frame = 0
    let links = 0
    let words = 0
    let plain = 0
    let reached = -1
    const least = Math.max(30, body.words * partShare)
    for (
      let index = isBefore ? body.start - 1 : body.end;
      isBefore ? index >= 0 : index < cut;
      isBefore ? index-- : index++
    ) {
      const unit = units[index]!
      const match = matches[index]
      if (match)
        frame +=
          innerClasses.has(match.rule.class) || match.rule.id === 'pager' ? 0 : match.rule.class === 'related' ? 0.5 : 1
      else if (unit.isProse && !isStamp(unit.folded)) {
        words += unit.words
        if (words >= least) {
          reached = index
          break
        }
      } else if (unit.linked > 0.7 && unit.words > 0) links++
      else if (unit.words > 0) plain++
      if (frame > frameLines || links > 3 || plain > 40) break
    }
    if (reached >= 0) {
      return isBefore ? {...body, start: reached} : {...body, end: reached + 1}
    }
  }
  return body
}

/** Classes of debris that stand in the middle of articles as well as around them. */
const innerClasses: ReadonlySet<string> = new Set([
  'advertisement',
  'share',
  'image',
  'media',
  'newsletter',
  'paywall',
  'promotion',
  'counter',
  'layout',
])

/**
 * Let the body reach over debris that stands in the middle of articles, as long as prose follows it soon and nothing in
 * between is the frame of a page.
 */
function extended(
  units: readonly Unit[],
  matches: readonly (Match | undefined)[],
  cut: number,
  start: number,
  end: number,
): Body {
  for (let step = 0; step < 2; step++) {
    let gap = 0
    let weak = 0
    for (let index = step ? start - 1 : end; step ? index >= 0 : index < cut; step ? index-- : index++) {
      const unit = units[index]!
      const match = matches[index]
      if (match && !innerClasses.has(match.rule.class)) break
      if (!match && unit.isProse && !isStamp(unit.folded)) {
        if (step) start = index
        else end = index + 1
        gap = 0
        weak = 0
        continue
      }
      gap++
      // One link between two paragraphs is an inserted one; more of them are a list of teasers.
      if (!match && unit.linked > 0.7) weak += 1.5
      else if (!match && unit.words > 0 && !unit.isClosed && unit.type !== 'table') weak++
      if (gap > 8 || weak > (step ? 1 : 2)) break
    }
  }
  let words = 0
  for (let index = start; index < end; index++) if (units[index]!.isProse) words += units[index]!.words
  return {start, end, words}
}

/** What a unit says for (above 0) or against its being body. */
function bodyValue(unit: Unit, match: Match | undefined): number {
  if (match) {
    const {rule} = match
    if (rule.opens === 'teasers' || rule.opens === 'rest') return -45
    if (rule.where === 'anywhere')
      return rule.class === 'image' || rule.class === 'advertisement' || rule.class === 'share' ? -5 : -14
    return -7
  }
  if (unit.isProse) return Math.min(unit.words, 90)
  if (unit.type === 'quote' || unit.type === 'code') return Math.min(unit.words, 40) * 0.5
  if (unit.type === 'heading') return -3
  if (unit.type === 'table') return unit.linked > 0.4 ? -20 : -3
  if (unit.words === 0) return -1
  if (unit.linked > 0.7) return -9
  if (unit.isClosed && unit.words >= 3) return 1
  if (unit.type === 'list') return unit.words >= 5 ? -3 : -6
  return unit.words >= 14 ? -2 : -8
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
      if (rule.where !== 'anywhere') continue
      // A heading over prose is a heading, whatever it says.
      const next = units[index + 1]
      if (
        next?.isProse &&
        !matches[index + 1] &&
        (units[index]!.type === 'heading' || rule.opens === 'teasers') &&
        !units[index]!.plain.includes(':')
      )
        continue
    } else if (rule.where === 'tail' && index < body.end && body.end > 0) continue
    else if (body.end === 0 && rule.where !== 'anywhere') continue
    removals[index] = {rule: rule.id, evidence: described(match)}
  }
}

/** Blocks that a removed unit opens: teasers until prose resumes, fields of a form, a box about the author. */
function removeOpened(
  units: readonly Unit[],
  matches: readonly (Match | undefined)[],
  removals: (Removal | undefined)[],
  body: Body,
): void {
  for (let index = 0; index < units.length; index++) {
    const match = matches[index]
    if (!removals[index] || !match?.rule.opens || match.rule.opens === 'rest') continue
    const isWhole = units[index]!.words <= 8
    if (!isWhole) continue
    let end = index + 1
    const isList = units[end]?.type === 'list'
    const limit = index + (match.rule.opens === 'form' ? 6 : 40)
    while (end < units.length && end < limit) {
      const unit = units[end]!
      if (removals[end]) {
        if (matches[end]?.rule.opens && matches[end]!.rule !== match.rule) break
        end++
        continue
      }
      if (isAboutAuthor(match) && unit.isProse && unit.words <= 90) {
        end++
        break
      }
      if (!isTeaser(unit, match.rule.opens === 'form') || (isList && unit.type !== 'list')) break
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
      removals[next] ??= {rule: match.rule.id, evidence: `${described(match)}, block of ${end - index} lines`}
    }
    index = end - 1
  }
}

function isTeaser(unit: Unit, isForm: boolean): boolean {
  if (unit.type === 'table' || unit.type === 'quote' || unit.type === 'code') return false
  if (unit.isProse && unit.words > (isForm ? 0 : 0)) return false
  if (unit.type === 'heading') return unit.linked > 0.5
  if (isForm) return unit.words <= 6
  return unit.linked > 0.6 || unit.words <= 22
}

/** What stands before the body: menus, stamps and labels, where phrases or numbers show that there are such. */
function removeHead(units: readonly Unit[], removals: (Removal | undefined)[], body: Body, context: Context): void {
  if (body.words < 25) return
  let evidence = 0
  let weak = 0
  for (let index = 0; index < body.start; index++) {
    if (removals[index]) evidence++
    else if (!units[index]!.isProse) weak++
  }
  if (evidence === 0 && weak < 6) return
  let title = titleOf(units, body.start, context.title)
  if (title < 0 && context.title === '') title = findTitle(units, removals, body)
  for (let index = body.start - 1; index >= 0; index--) {
    if (removals[index] || index === title) continue
    const unit = units[index]!
    if (unit.type === 'heading' && index === body.start - 1) continue
    removals[index] = {
      rule: 'before-body',
      evidence: `stands before the body, beside ${evidence} lines of page furniture`,
    }
  }
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

function findTitle(units: readonly Unit[], removals: readonly (Removal | undefined)[], body: Body): number {
  for (let index = body.start - 1; index >= Math.max(0, body.start - 12); index--) {
    const unit = units[index]!
    if (removals[index] || unit.type === 'list' || unit.linked > 0.5) continue
    if (unit.words >= 4 && unit.words <= 25 && !isStamp(unit.folded) && !/^(?:by|von|par|por) /.test(unit.folded))
      return index
  }
  return -1
}

/** What stands behind the body. */
function removeTail(units: readonly Unit[], removals: (Removal | undefined)[], body: Body): void {
  if (body.words < 25) return
  let first = -1
  let evidence = 0
  for (let index = body.end; index < units.length; index++) {
    if (!removals[index]) continue
    evidence++
    if (first < 0) first = index
  }
  if (evidence === 0) return
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
      (unit.isClosed && unit.words >= 3)
    if (!isBody || unit.linked > 0.6) break
    from = index + 1
  }
  for (let index = from; index < units.length; index++) {
    removals[index] ??= {
      rule: 'behind-body',
      evidence: `stands behind the body, beside ${evidence} lines of page furniture`,
    }
  }
}

/** Tell a last paragraph without a full stop from a label: mostly lower-case words, and enough of them. */
function isRunningText(unit: Unit): boolean {
  if (unit.words < 8 || isStamp(unit.folded)) return false
  const lower = unit.plain.match(/(?:^|\s)["“«„]?\p{Ll}/gu)?.length ?? 0
  return lower / unit.words > 0.6
}

/** Runs of short lines inside the body of which most are known debris. */
function removeInnerRuns(units: readonly Unit[], removals: (Removal | undefined)[], body: Body): void {
  let index = body.start
  while (index < body.end) {
    if (units[index]!.isProse && !removals[index]) {
      index++
      continue
    }
    const start = index
    let known = 0
    let links = 0
    while (index < body.end && (removals[index] || !units[index]!.isProse)) {
      if (removals[index]) known++
      else if (units[index]!.linked > 0.8 && units[index]!.words > 0) links++
      index++
    }
    const size = index - start
    if (size < 4 || known < 1 || known + links < 3 || (known + links) / size < 0.5) continue
    for (let place = start; place < index; place++) {
      const unit = units[place]!
      if (removals[place] || unit.type === 'table' || unit.type === 'code' || unit.type === 'quote') continue
      if (place === index - 1 && unit.linked < 0.5) continue
      if (unit.type === 'heading' || (unit.isClosed && unit.words > 3)) continue
      if (unit.words === 0 && unit.images > 0 && unit.linked === 0) continue
      removals[place] = {
        rule: 'inner-run',
        evidence: `stands in a run of ${size} short lines, ${known} of them known furniture`,
      }
    }
  }
}

/** Thematic breaks that nothing stands before, nothing behind, or that stand twice. */
function removeLonelyRules(units: readonly Unit[], removals: (Removal | undefined)[]): void {
  let isOpen = false
  const isTouched = removals.some((removal) => removal)
  if (!isTouched) return
  let last = -1
  for (let index = 0; index < units.length; index++) {
    if (removals[index]) continue
    if (isBreak(units[index]!)) {
      if (!isOpen) removals[index] = {rule: 'lonely-rule', evidence: 'a break with nothing on one side of it'}
      else if (last >= 0) removals[index] = {rule: 'lonely-rule', evidence: 'a second break in a row'}
      else last = index
    } else {
      isOpen = true
      last = -1
    }
  }
  if (last >= 0) removals[last] = {rule: 'lonely-rule', evidence: 'a break with nothing behind it'}
}

function isBreak(unit: Unit): boolean {
  return unit.type === 'rule' || (unit.words === 0 && unit.images === 0 && unit.type === 'paragraph')
}
