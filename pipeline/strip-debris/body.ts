/**
 * Find the body: the stretch of units with the most prose for the least debris (a maximum-sum segment, found in one walk),
 * then let it reach over what stands in the middle of articles, and join to it what is too much to be a teaser.
 */
import type {Match} from './match.js'
import type {DebrisRule} from './rules/model.js'
import type {Unit} from './units.js'

export interface Body {
  readonly start: number
  /** Behind the last unit of the body. */
  readonly end: number
  readonly words: number
}

const stamp: RegExp =
  /(?:\b0:0\b|\b0 (?:hours?|days?|minutes?|months?|years?|weeks?) ago|\b0[./-]0[./-]0\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.? 0|\b0 (?:january|february|march|april|may|june|july|august|september|october|november|december)\b)/

/** A stamp glued to the first words of a comment: "Date: 02/11/20 10:15 (UTC)I would …". */
export const gluedStamp: RegExp = /^(?:date|posted|on)?:? ?0[/.-]0[/.-]0,? 0:0(?: (?:am|pm))? ?\((?:utc|gmt|local)\)/

export function isStamp(folded: string): boolean {
  return stamp.test(folded)
}

/** Find the body: the stretch with the largest sum of prose less debris. */
export function findBody(units: readonly Unit[], matches: readonly (Match | undefined)[], cut: number): Body {
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
        frame += isInner(match.rule) || match.rule.id === 'pager' ? 0 : match.rule.class === 'related' ? 0.5 : 1
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
export const innerClasses: ReadonlySet<string> = new Set([
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

/** Tell whether debris of a rule stands in the middle of articles as well. */
export function isInner(rule: DebrisRule): boolean {
  return rule.isInner === true || innerClasses.has(rule.class)
}

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
      if (match && !isInner(match.rule)) break
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
    if (rule.opens === 'rest' || (rule.opens === 'teasers' && rule.where === 'anywhere')) return -45
    if (rule.where === 'anywhere')
      return rule.isInner || rule.class === 'image' || rule.class === 'advertisement' || rule.class === 'share'
        ? -5
        : -14
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
