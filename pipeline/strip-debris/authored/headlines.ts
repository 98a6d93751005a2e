/**
 * Find the headlines of a text whose title is not known: one or two lines right above its first paragraph, below the last
 * line of the page's own.
 *
 * Many lines above a body are labels. One is a title where a byline or a date stood between it and the body, which the front
 * matter has by now, or where the body begins in a form of its own.
 */
import {readByline, readDateLine} from '../../lift-metadata/head-lines.js'
import {isStamp} from '../body.js'
import type {Match} from '../match.js'
import type {Unit} from '../units.js'
import {isLine} from './shapes.js'

/** Most lines of title and standfirst; fewest and most words of one; fewest words of a paragraph that is the body's. */
const mostLines = 2
const leastWords = 2
const longestLine = 25
const bodyWords = 12

/**
 * Find the lines above the first paragraph of the text, or above the first unit of a form.
 *
 * @param isSigned whether a byline or a date was lifted from the text
 */
export function findHeadlines(
  units: readonly Unit[],
  matches: readonly (Match | undefined)[],
  forms: readonly number[],
  isSigned: boolean,
): readonly number[] {
  const form = forms.reduce((least, index) => Math.min(least, index), units.length)
  const body = units.findIndex((_, index) => index === form || isBody(units, matches, index))
  if (!isSigned && body !== form) return []
  const lines: number[] = []
  let names = 0
  for (let index = body - 1; index >= 0 && lines.length <= mostLines; index--) {
    const unit = units[index]!
    if (matches[index]) break
    // The name of the author, where nothing but its place says whose it is.
    if (lines.length === 0 && names === 0 && isSigned && name.test(unit.plain)) names++
    else if (isHeadline(unit)) lines.push(index)
    else break
  }
  // More of them are labels of which nobody can tell where they end; a second is the title where a line of the page is above it.
  if (lines.length > mostLines) return []
  const above = (lines.at(-1) ?? 0) - 1
  return lines.length === mostLines && above >= 0 && !matches[above] ? lines.slice(0, 1) : lines
}

/** Tell the first paragraph of a body from a notice above the menu: another follows soon. */
function isBody(units: readonly Unit[], matches: readonly (Match | undefined)[], index: number): boolean {
  const isParagraph = (place: number): boolean => {
    const unit = units[place]
    return unit?.isProse === true && unit.words >= bodyWords && unit.linked < 0.3 && !matches[place]
  }
  return isParagraph(index) && (isParagraph(index + 1) || isParagraph(index + 2))
}

const name = /^\p{Lu}[\p{L}\p{M}'’.-]+(?: \p{Lu}[\p{L}\p{M}'’.-]*){1,2}$/u

function isHeadline(unit: Unit): boolean {
  const {plain, folded, words, linked, type} = unit
  return (
    isLine(unit) &&
    type !== 'list' &&
    linked === 0 &&
    words >= leastWords &&
    words <= longestLine &&
    /^[^\p{L}\p{N}]{0,2}[\p{Lu}\p{Lo}\p{N}]/u.test(plain) &&
    !/[:;,|·]$|https?:|@|[|·•]/.test(plain) &&
    !isStamp(folded) &&
    !readByline(plain) &&
    !readDateLine(plain)
  )
}
