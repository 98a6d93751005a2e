/** Judge by the model which units are debris, and say what spoke against them. */
import {findBody} from '../body.js'
import type {Removal} from '../decide.js'
import {titleOf} from '../edges.js'
import {isBreak} from '../runs.js'
import type {Unit} from '../units.js'
import type {Evidence} from './feature.js'
import {features, measureUnits} from './features.js'
import {askForest, type Forest, heaviestFeatures, readForest} from './forest.js'
import {type Lexicon, readLexicon} from './lexicon.js'
import {lookAgain, secondFeatures} from './second-look.js'
import {readTopic} from './topics.js'
import {lexicon, pageForest, secondPageForest, secondTextForest, textForest} from './weights.js'

/**
 * Log-odds of being body below which a unit goes: before and behind all that stays, inside of it, and where it looks like
 * what authors write. A line of debris left is the smaller harm, so all of them ask for more than an even chance; and for
 * more in a text than in a page, whose elements are evidence that a text has lost.
 */
const bars = {
  text: {outer: -0.3, inner: -1, likely: -3},
  page: {outer: -0.3, inner: -0.5, likely: -1},
} as const

/** What the first look says of units that rules are certain of, without being asked. */
export const settledOdds = -4

/** Largest number of units whose measures are kept: 5 MB of them. */
const longestTable = 4096

/** Number of features that the evidence of a removal names. */
const reasons = 3

/** A forest for each look at a document. */
interface Looks {
  readonly first: Forest
  readonly second: Forest
}

let weights: {readonly text: Looks; readonly page: Looks; readonly lexicon: Lexicon} | undefined

function readWeights(): NonNullable<typeof weights> {
  weights ??= {
    text: {first: readForest(textForest), second: readForest(secondTextForest)},
    page: {first: readForest(pageForest), second: readForest(secondPageForest)},
    lexicon: readLexicon(lexicon),
  }
  return weights
}

/**
 * Decide for each unit whether the model takes it for debris. The title stays, and so does what has no words, unless all
 * round it goes.
 *
 * @param isSettled whether something else has decided on a unit, so that the answer is of no use: nothing is said of it
 */
export function judge(
  evidence: Evidence,
  isSettled: (index: number) => boolean = () => false,
): (Removal | undefined)[] {
  const {units, matches, title, html} = evidence
  const {outer, inner, likely} = html ? bars.page : bars.text
  const removals: (Removal | undefined)[] = new Array(units.length)
  if (units.length === 0) return removals
  const {scoreOf, describe} = scoreUnits(evidence, isSettled)
  const isKept = (index: number): boolean => units[index]!.isProse && scoreOf(index) >= 0
  const first = units.findIndex((_, index) => isKept(index))
  if (first < 0) return removals
  const last = units.findLastIndex((_, index) => isKept(index))
  const body = findBody(units, matches, units.length)
  const heading = titleOf(units, Math.max(body.end, first + 1), title)
  const place = (index: number): string =>
    index < first ? 'before-body' : index > last ? 'behind-body' : 'inside-body'
  for (const [index, unit] of units.entries()) {
    if (index === heading || unit.type === 'frontMatter' || isSettled(index) || !hasLetters(unit)) continue
    const isInside = index > first && index < last
    if (scoreOf(index) >= (isInside ? inner : outer)) continue
    if (scoreOf(index) >= likely && isLikelyText(evidence, scoreOf, index, heading)) continue
    removals[index] = {
      rule: place(index),
      // Of a block that goes as a whole, the first line speaks for all: what the others would say is never worked out.
      get evidence() {
        return describe(index)
      },
    }
  }
  const isOut = (index: number): boolean => index >= 0 && (removals[index] !== undefined || isSettled(index))
  const isDoubtful = (index: number): boolean =>
    index !== heading &&
    isLabel(units[index]!) &&
    !isSettled(index) &&
    isOut(index - 1) &&
    isOut(index + 1) &&
    scoreOf(index) < doubtful
  removeBetween(evidence, removals, place, isDoubtful)
  return removals
}

/** Log-odds below which a label is no sure part of the body, and most words of one. */
const doubtful = 1
const longestLabel = 4

function isLabel({type, words, isClosed, isProse}: Unit): boolean {
  return type === 'paragraph' && words <= longestLabel && !isClosed && !isProse
}

/**
 * Pictures and numbers say nothing that the model could judge: they go with what is on both sides of them. So does a label
 * of which it is not sure.
 */
function removeBetween(
  {units, removals: decided}: Evidence,
  removals: (Removal | undefined)[],
  place: (index: number) => string,
  isDoubtful: (index: number) => boolean,
): void {
  const isGone = (index: number): boolean => removals[index] !== undefined || decided[index] !== undefined
  let behind = 0
  for (let index = 0; index < units.length; index++) {
    if (removals[index] || isBreak(units[index]!)) continue
    if (hasLetters(units[index]!) && !isDoubtful(index)) continue
    // The next line with letters; it serves all before it, so that no run of pictures is walked more than once.
    if (behind <= index) for (behind = index + 1; behind < units.length && !hasLetters(units[behind]!); ) behind++
    if ((index > 0 && !isGone(index - 1)) || (behind < units.length && !isGone(behind))) continue
    removals[index] = {rule: place(index), evidence: 'stands between lines that go'}
  }
}

interface Scores {
  /** Log-odds that a unit is body; asked of the second look when first wanted. */
  scoreOf(index: number): number
  /** Say how sure the second look is that a unit is debris, and what weighed most. */
  describe(index: number): string
}

/** All that the second look goes by, in the order of a row. */
const allFeatures = [...secondFeatures, ...features]

/** Look at every unit by itself, then again at each that is asked for, with what the first look said of all. */
function scoreUnits(evidence: Evidence, isSettled: (index: number) => boolean): Scores {
  const {units, title, html} = evidence
  const known = readWeights()
  const {first, second} = html ? known.page : known.text
  const topics = units.map(readTopic)
  const write = measureUnits(evidence, topics)
  const row = new Float32Array(allFeatures.length)
  const from = secondFeatures.length
  // Of documents of the usual size, what the first look measured is kept for the second.
  const table = units.length <= longestTable ? new Float32Array(units.length * features.length) : undefined
  const rowOf = (index: number): Float32Array | undefined =>
    table?.subarray(index * features.length, (index + 1) * features.length)
  const odds = Float64Array.from(units, (_, index) => {
    if (isSettled(index)) return settledOdds
    const own = rowOf(index) ?? row
    write(index, own, 0)
    return askForest(first, own)
  })
  const writeAgain = lookAgain(units, topics, readTopic({plain: title, words: 1}), odds, known.lexicon)
  const measure = (index: number): void => {
    writeAgain(index, row, 0)
    const own = rowOf(index)
    if (own) row.set(own, from)
    else write(index, row, from)
  }
  const scores = Float64Array.from(units, (_, index) => (isSettled(index) ? settledOdds : Number.NaN))
  const scoreOf = (index: number): number => {
    if (Number.isNaN(scores[index])) {
      measure(index)
      scores[index] = askForest(second, row)
    }
    return scores[index]!
  }
  return {
    scoreOf,
    describe(index) {
      const percent = Math.round(100 / (1 + Math.exp(scoreOf(index))))
      measure(index)
      const said = heaviestFeatures(second, row, reasons).map(({feature, isHigh}) => {
        const {high, low} = allFeatures[feature]!
        return isHigh ? high : low
      })
      return `${percent} % debris: ${said.join('; ')}`
    },
  }
}

function hasLetters({plain, words}: Unit): boolean {
  return words > 0 && /\p{L}/u.test(plain)
}

/** Largest number of lines of known debris between two that belong together: an advertisement, a link to another article. */
const mostBetween = 3

/** Rules of what stands between the end of one printed page and the rest of the text on another. */
const marks: ReadonlySet<string> = new Set(['page-mark', 'continuation'])

/** Tell what authors write and pages seldom do: a sentence or a heading next to text that stays, a table of words. */
function isLikelyText(
  {units, matches, removals}: Evidence,
  scoreOf: (index: number) => number,
  index: number,
  title: number,
): boolean {
  const unit = units[index]!
  if (matches[index] || unit.linked >= 0.1) return false
  if (unit.type === 'table' || unit.type === 'code') return true
  // Marks of pages, pictures and a few lines of known debris do not part a sentence from its neighbour.
  const beside = (step: -1 | 1): number => {
    let place = index + step
    let skipped = 0
    while (units[place]) {
      if (!marks.has(removals[place]?.rule ?? '') && hasLetters(units[place]!)) {
        if (!matches[place] || !removals[place] || ++skipped > mostBetween) break
      }
      place += step
    }
    return place
  }
  const isKept = (place: number): boolean => units[place]?.isProse === true && scoreOf(place) >= 1
  if (unit.type === 'heading') return isKept(beside(1))
  if (title >= 0 && beside(-1) === title && unit.words >= 4) return isKept(beside(1))
  // The end of a page may have cut a sentence: the line before its mark goes on behind it.
  const isCut = unit.words >= 6 && marks.has(removals[index + 1]?.rule ?? '')
  return (unit.isClosed ? unit.words >= 2 : unit.isProse || isCut) && (isKept(beside(-1)) || isKept(beside(1)))
}
