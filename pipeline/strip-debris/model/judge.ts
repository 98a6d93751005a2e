/** Judge by the model which units are debris, and say what spoke against them. */
import {findBody} from '../body.js'
import type {Removal} from '../decide.js'
import {titleOf} from '../edges.js'
import {isBreak} from '../runs.js'
import type {Unit} from '../units.js'
import type {Evidence} from './feature.js'
import {features, measureUnits} from './features.js'
import {askForest, type Forest, heaviestFeatures, readForest} from './forest.js'
import {pageForest, textForest} from './weights.js'

/**
 * Log-odds of being body below which a unit goes: before and behind all that stays, inside of it, and where it looks like
 * what authors write. A line of debris left is the smaller harm, so all of them ask for more than an even chance.
 */
const outer = -0.3
const inner = -1.5
const likely = -2.5

/** Number of features that the evidence of a removal names. */
const reasons = 3

let forests: {readonly text: Forest; readonly page: Forest} | undefined

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
  const {units, matches, title} = evidence
  const removals: (Removal | undefined)[] = new Array(units.length)
  if (units.length === 0) return removals
  const {scoreOf, describe} = scoreUnits(evidence)
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
    removals[index] = {rule: place(index), evidence: describe(index)}
  }
  removeBetween(evidence, removals, place)
  return removals
}

/** Pictures and numbers say nothing that the model could judge: they go with what is on both sides of them. */
function removeBetween(
  {units, removals: decided}: Evidence,
  removals: (Removal | undefined)[],
  place: (index: number) => string,
): void {
  const isGone = (index: number): boolean => removals[index] !== undefined || decided[index] !== undefined
  let behind = 0
  for (let index = 0; index < units.length; index++) {
    if (hasLetters(units[index]!) || isBreak(units[index]!)) continue
    // The next line with letters; it serves all before it, so that no run of pictures is walked more than once.
    if (behind <= index) for (behind = index + 1; behind < units.length && !hasLetters(units[behind]!); ) behind++
    if ((index > 0 && !isGone(index - 1)) || (behind < units.length && !isGone(behind))) continue
    removals[index] = {rule: place(index), evidence: 'stands between lines that go'}
  }
}

interface Scores {
  /** Log-odds that a unit is body; asked of the forest when first wanted. */
  scoreOf(index: number): number
  /** Say how sure the forest is that a unit is debris, and what weighed most. */
  describe(index: number): string
}

function scoreUnits(evidence: Evidence): Scores {
  forests ??= {text: readForest(textForest), page: readForest(pageForest)}
  const forest = evidence.html ? forests.page : forests.text
  const write = measureUnits(evidence)
  const row = new Float32Array(features.length)
  const scores = new Float64Array(evidence.units.length).fill(Number.NaN)
  return {
    scoreOf(index) {
      const known = scores[index]!
      if (!Number.isNaN(known)) return known
      write(index, row, 0)
      scores[index] = askForest(forest, row)
      return scores[index]!
    },
    describe(index) {
      write(index, row, 0)
      const percent = Math.round(100 / (1 + Math.exp(askForest(forest, row))))
      const said = heaviestFeatures(forest, row, reasons).map(({feature}) => features[feature]!.name)
      return `${percent} % debris by ${said.join(', ')}`
    },
  }
}

function hasLetters({plain, words}: Unit): boolean {
  return words > 0 && /\p{L}/u.test(plain)
}

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
  // Marks of pages, pictures and a single line of known debris do not part a sentence from its neighbour.
  const beside = (step: -1 | 1): number => {
    let place = index + step
    let skipped = 0
    while (units[place]) {
      if (!marks.has(removals[place]?.rule ?? '') && hasLetters(units[place]!)) {
        if (!matches[place] || !removals[place] || skipped++ > 0) break
      }
      place += step
    }
    return place
  }
  const isKept = (place: number): boolean => units[place]?.isProse === true && scoreOf(place) >= 1
  if (unit.type === 'heading') return isKept(beside(1))
  if (title >= 0 && beside(-1) === title && unit.words >= 4) return isKept(beside(1))
  return unit.isClosed && unit.words >= 3 && (isKept(beside(-1)) || isKept(beside(1)))
}
