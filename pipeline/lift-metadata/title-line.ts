/**
 * Find the line that is the title where nothing marks it: in a page that was flattened to text, between the menus and the
 * body.
 *
 * Each line about the beginning of the body is measured by how it is written, what stands around it, and whether the body
 * speaks of the same. The sum of its measures by their weights says how likely it is the title, in logarithms, against the
 * page's having none, which is 0. The weights were learned by `scripts/training/titles.mjs`; see docs/model.md.
 */
import {debrisMatcher} from '../strip-debris/index.js'
import {titleWords} from '../strip-debris/model/topics.js'
import {type Unit as Line, scanUnits} from '../strip-debris/units.js'
import {isConsentHeading, isNoTitle} from './generic-titles.js'
import {readNote} from './lines.js'
import {isStatement, messageLine} from './statements.js'
import {titleWeights} from './title-weights.js'
import type {Unit} from './units.js'

/** How many blocks before the body a title is looked for, and how many behind its beginning. */
const reachBefore = 60
const reachBehind = 8
/** Fewest and most words of a title. */
const fewestWords = 2
const mostWords = 30
/** Most blocks above the body of a text that has no frame: title, standfirst, names, a date. */
const mostAbove = 6
/** Fewest blocks above a line on a page that shows its frame. */
const frameBlocks = 12

export type TitleMeasure = keyof typeof titleWeights
type Measures = Readonly<Record<TitleMeasure, number>>
const measures = Object.entries(titleWeights) as [TitleMeasure, number][]

/** A line that may be the title. */
export interface TitleLine {
  /** Index among the units that were given. */
  readonly unit: number
  readonly measures: Measures
}

/**
 * How likely a line must be the title: a little less than even, since a line that is marked in vain is still there, and a
 * title that is not marked is missing.
 */
const threshold = -0.3
/** How many lines are asked whether they are running heads, which takes a look at all others. */
const mostAsked = 5

/** Find the unit that is the title by its place and its words; -1 where none is likely to be. */
export function findTitleLine(text: string, units: readonly Unit[]): number {
  const lines = measureTitleLines(text, units)
  const likely = lines
    .map((line) => ({
      unit: line.unit,
      score: measures.reduce((sum, [name, weight]) => sum + weight * line.measures[name], 0),
    }))
    .filter(({score}) => score > threshold)
    .sort((a, b) => b.score - a.score || a.unit - b.unit)
  const title = likely.slice(0, mostAsked).find(({unit}) => !isRunningHead(units, unit))?.unit ?? -1
  const isLikely = likely.some(({unit}) => unit === title - 1)
  return isLikely && isStandfirst(units, lines, title) ? title - 1 : title
}

/** Fewest words of a headline that stands above a standfirst. */
const headlineWords = 4

/**
 * Tell a standfirst from the title: it stands under the title, and both together between the lines of the page and those
 * that name the author or begin the body. The body speaks more of what it says.
 */
function isStandfirst(units: readonly Unit[], lines: readonly TitleLine[], index: number): boolean {
  const isLine = (place: number): boolean =>
    (units[place]?.words ?? 0) >= headlineWords &&
    units[place]?.isProse === false &&
    lines.some(({unit}) => unit === place)
  return (
    isLine(index - 1) &&
    !/[.:!?…։。]$/u.test(units[index - 1]!.text) &&
    !isLine(index - 2) &&
    !isLine(index + 1) &&
    !isRunningHead(units, index - 1)
  )
}

/** Most words of a line in which a running head stands beside something else. */
const mostHeadWords = 20

/** Tell the head of printed pages: its words begin or end other short lines. */
function isRunningHead(units: readonly Unit[], index: number): boolean {
  const {fold} = units[index]!
  let count = 0
  for (const other of units) {
    if (other.words > mostHeadWords || other.fold === fold) continue
    if (other.fold.startsWith(`${fold} `) || other.fold.endsWith(` ${fold}`)) count++
  }
  return count > 1
}

/** Measure the lines of which one may be the title, given the text of the document and all its units. */
export function measureTitleLines(text: string, units: readonly Unit[]): TitleLine[] {
  const body = findBody(text, units)
  const hasBody = body.end > 0
  // A few short lines are a title and its text only where somebody is named or a date is given.
  if (!hasBody && !units.slice(0, reachBefore).some(isStatement)) return []
  const from = Math.max(0, body.start - reachBefore)
  const near = units.slice(from, body.start + reachBehind)
  const lines = new Map<number, Line>()
  const blocks = near.map(({block}) => block)
  for (const line of scanUnits(text, blocks)) {
    const {start, end} = blocks[line.block]!
    // A line among others of one block cannot be marked as a heading.
    if (line.start === start && line.end === end) lines.set(from + line.block, line)
  }
  const copies = new Map<string, number>()
  const spellings = new Map<string, Set<string>>()
  for (const {fold, words} of units) {
    if (words === 0 || words > mostWords) continue
    copies.set(fold, (copies.get(fold) ?? 0) + 1)
    const name = unnumbered(fold)
    const found = spellings.get(name)
    if (found) found.add(fold)
    else spellings.set(name, new Set([fold]))
  }
  // The head of each printed page has the same words and the number of the page.
  const isRunning = ({fold}: Unit): boolean => (spellings.get(unnumbered(fold))?.size ?? 0) > 1
  const vocabulary = vocabularyOf(units, body)
  const debris = [...lines].filter(([, line]) => debrisMatcher.match(line) !== undefined).map(([index]) => index)
  const isDebris = new Set(debris)
  const isPlain = body.start <= mostAbove && !debris.some((index) => index < body.start)
  const states = (index: number): number => Number(units[index] !== undefined && isStatement(units[index]))

  const isIntroducing = (index: number): boolean => states(index + 1) + states(index + 2) + states(index + 3) > 0
  const found: TitleLine[] = []
  for (const [index, {type, plain, images, words}] of lines) {
    const unit = units[index]!
    const {fold} = unit
    if (words < fewestWords || words > mostWords || images > 0) continue
    if (!/\p{L}{2}/u.test(plain) || (type !== 'paragraph' && type !== 'heading')) continue
    if (
      isRunning(unit) ||
      isNoTitle(plain, index) ||
      isConsentHeading(plain) ||
      (isSentence(unit, plain) && !isIntroducing(index))
    )
      continue
    if (isDebris.has(index) || isStatement(unit) || messageLine.test(plain) || readNote(unit.text, [])) continue
    const own = [...titleWords(plain)]
    const shared = own.filter((word) => vocabulary.has(word))
    const telling = own.filter((word) => (vocabulary.get(word) ?? 0) > 2)
    found.push({
      unit: index,
      measures: {
        any: 1,
        words: Math.log(words),
        isShort: Number(words < 4),
        isLong: Number(words > 20),
        isHeading: Number(type === 'heading'),
        isClosed: Number(/[.;,:…։。]["”»]?$/.test(plain)),
        isProse: Number(unit.isProse),
        hasBar: Number(/[|»›•·]|https?:/.test(plain)),
        beginsWithSign: Number(/^[^\p{L}\p{N}"“«'‘¿¡(]/u.test(plain)),
        isUpper: Number(plain === plain.toUpperCase() && plain !== plain.toLowerCase()),
        isCopied: Number((copies.get(fold) ?? 0) > 1),
        isFrequent: Number((copies.get(fold) ?? 0) > 2),
        distance: Math.log1p(Math.max(0, body.start - index)),
        isBehind: Number(hasBody && index >= body.start),
        isInside: Number(hasBody && index > body.start),
        isFirst: Number(index === 0),
        opens: Number(index === 0 && isPlain),
        hasFrame: Number(index > frameBlocks),
        statementNext: states(index + 1),
        statementSecond: states(index + 2),
        statementNear: Math.max(states(index + 3), states(index + 4)),
        statementFar: Math.max(states(index + 5), states(index + 6), states(index + 7)),
        statementBefore: states(index - 1),
        debrisNext: Number(isDebris.has(index + 1) || isDebris.has(index + 2)),
        debrisBefore: Number(isDebris.has(index - 1) || isDebris.has(index - 2)),
        shortBefore: Number((units[index - 1]?.words ?? 0) < 5),
        known: own.length === 0 ? 0 : shared.length / own.length,
        shared: Math.min(shared.length, 6),
        telling: own.length === 0 ? 0 : telling.length / own.length,
      },
    })
  }
  return found
}

/** Fewest words of a line that is a sentence and no title, where nothing marks it as one. */
const leastSentence = 12

/** Tell a whole sentence, which headlines are but seldom and first paragraphs often. */
function isSentence({words, block}: Unit, plain: string): boolean {
  return block.type === 'paragraph' && words >= leastSentence && /[\p{L}\p{N}]\.["”»]?$/u.test(plain)
}

/** The words of a line without its numbers. */
function unnumbered(fold: string): string {
  return fold
    .split(' ')
    .filter((word) => !/^\d+$/.test(word))
    .join(' ')
}

interface Body {
  readonly start: number
  /** Behind the last unit. */
  readonly end: number
}

/** Most that one paragraph says for a body's beginning before it, in words. */
const mostProse = 90

/** Find the stretch of blocks with the most prose for the fewest short lines. */
function findBody(text: string, units: readonly Unit[]): Body {
  let best = 0
  let sum = 0
  let from = 0
  let body = {start: 0, end: 0}
  for (const [index, unit] of units.entries()) {
    if (sum <= 0) {
      sum = 0
      from = index
    }
    sum += bodyValue(text, unit)
    if (sum <= best) continue
    best = sum
    body = {start: from, end: index + 1}
  }
  return body
}

const sentenceEnd = /[.!?…։。！？؟۔।]["”»’」』)*_]{0,3}$/u

function bodyValue(text: string, {block, words, isProse}: Unit): number {
  if (isProse) return Math.min(words, mostProse)
  if (words === 0) return -1
  if (block.type === 'heading' || block.type === 'table' || block.type === 'quote' || block.type === 'code') return -3
  const isLink = text[block.start] === '[' && text[block.end - 1] === ')'
  // A sentence is no line of a menu.
  if (!isLink && words >= 4 && sentenceEnd.test(text.slice(Math.max(block.start, block.end - 4), block.end))) return 1
  return isLink ? -9 : words >= 14 ? -2 : -8
}

/** Words of the body, at most, that a line is compared with; and the longest part of a block. */
const bodyWords = 1500
const partLength = 3000

/** In how many blocks of the body each long word stands. */
function vocabularyOf(units: readonly Unit[], {start, end}: Body): ReadonlyMap<string, number> {
  const known = new Map<string, number>()
  let words = 0
  for (let index = start; index < end && words < bodyWords; index++) {
    const unit = units[index]!
    words += unit.words
    for (const word of titleWords(unit.text.slice(0, partLength))) known.set(word, (known.get(word) ?? 0) + 1)
  }
  return known
}
