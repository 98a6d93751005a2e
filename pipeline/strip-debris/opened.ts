/**
 * Take out the blocks that a unit opens: teasers under a heading, fields of a form, a box about the author.
 *
 * A block ends where prose resumes, and where another begins. A button under each of several entries, an item further down a
 * list and a field with its value open none.
 */
import {isSaid} from './authored/shapes.js'
import {type Body, isInner} from './body.js'
import {isCitation} from './citations.js'
import type {Context, Removal} from './decide.js'
import type {Match} from './match.js'
import type {Unit} from './units.js'

/** Rules whose phrases, inside the body and without a link, are as often a line of a data sheet. */
export const dataLabels: ReadonlySet<string> = new Set(['tags', 'language-switcher'])

const aboutAuthor =
  /^(?:about|об автор|yazar hak|հեղինակի մաս|müəllif haq|über|zu[mr] |(?:à|a) propos|o autor|sobre|acerca|ავტორის შეს|درباره|عن الك|حول الك|نبذة)/

/** Tell a heading that a note on the author follows, as prose. */
export function isAboutAuthor(match: Match | undefined): boolean {
  return match?.rule.id === 'author-box' && aboutAuthor.test(match.phrase.toLowerCase())
}

/** Say what matched, as evidence. */
export function described({phrase, rule}: Match): string {
  return `matched "${phrase.replace(/\s+/g, ' ').slice(0, 60)}" (${rule.id})`
}

/** Remove the blocks that units which go open: teasers until prose resumes, fields of a form, a box about the author. */
export function removeOpened(
  units: readonly Unit[],
  matches: readonly (Match | undefined)[],
  removals: (Removal | undefined)[],
  body: Body,
  context: Context,
): void {
  const buttons = buttonsOf(units, matches)
  for (let index = 0; index < units.length; index++) {
    const match = matches[index]
    if (!removals[index] || !match?.rule.opens || match.isRow) continue
    if (match.rule.opens === 'rest' || match.rule.opens === 'contents') continue
    const isWhole = units[index]!.words <= 8
    if (!isWhole || buttons.has(units[index]!.folded) || !isHeadOfBlock(units, index)) continue
    // "Language: Spanish" is a field with its value: what follows is the next field.
    if (dataLabels.has(match.rule.id) && /:\s*\S/.test(units[index]!.plain)) continue
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
      if (context.authored.has(unit)) break
      if (!isTeaser(unit, match.rule.opens === 'form') || (isList && unit.type !== 'list')) break
      if (end > index + 1 && isOpening(units, matches, end)) break
      if (match.rule.id === 'tags' && unit.linked < 0.6 && unit.words > longestTag) break
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

/** Most short sentences between a list of teasers and the paragraph that goes on from them. */
const mostShort = 3

/** Tell the short sentences in which the body goes on, up to a paragraph: titles do not end with a full stop. */
function isOpening(units: readonly Unit[], matches: readonly (Match | undefined)[], index: number): boolean {
  for (let place = index; place <= index + mostShort; place++) {
    const unit = units[place]
    if (!unit || matches[place] || unit.type !== 'paragraph' || !isSaid(unit)) return false
    if (unit.isProse) return place > index
    if (!/[.։।۔][”"»’)*_]*$/u.test(unit.plain)) return false
  }
  return false
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

/** How often an opener stands on a page that is a button under each of several entries, not the heading of a list. */
const leastButtons = 3

/** The openers that are buttons of entries: "Read more" under each item of a list. */
function buttonsOf(units: readonly Unit[], matches: readonly (Match | undefined)[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const [index, {folded}] of units.entries()) {
    if (matches[index]?.rule.opens === 'teasers') counts.set(folded, (counts.get(folded) ?? 0) + 1)
  }
  return new Set([...counts].flatMap(([folded, count]) => (count >= leastButtons ? [folded] : [])))
}

/** Tell whether a unit is the first of its block: an item further down a list is one of its items, whatever it says. */
function isHeadOfBlock(units: readonly Unit[], index: number): boolean {
  const {type, block} = units[index]!
  return type !== 'list' || units[index - 1]?.block !== block
}

/** Largest number of words of a tag, a category or a region that is no link. */
const longestTag = 4
/** Largest number of teasers without a link inside the body. */
const innerTeasers = 6

function isTeaser(unit: Unit, isForm: boolean): boolean {
  if (unit.type === 'table' || unit.type === 'quote' || unit.type === 'code') return false
  if (unit.isProse) return false
  if (unit.type === 'heading') return unit.linked > 0.5
  if (isForm) return unit.words <= 6
  // "Pros:" announces what no teaser has.
  return unit.linked > 0.6 || (unit.words <= 22 && !/[:：]$/.test(unit.plain))
}
