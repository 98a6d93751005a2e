/** Judge by the model which units are debris, and say what spoke against them. */
import {findBody} from '../body.js'
import type {Removal} from '../decide.js'
import {titleOf} from '../edges.js'
import {isBreak} from '../runs.js'
import type {Unit} from '../units.js'
import {type Evidence, featureNames, measureFeatures} from './features.js'
import {askForest, type Forest, heaviestFeatures, readForest} from './forest.js'
import {pageForest, textForest} from './weights.js'

/**
 * Log-odds of being body below which a unit goes: before and behind all that stays, inside of it, and where it looks like
 * what authors write. A line of debris left is the smaller harm, so all of them ask for more than an even chance.
 */
const outer = -0.3
const inner = -1.5
const likely = -2.5

let forests: {readonly text: Forest; readonly page: Forest} | undefined

/**
 * Decide for each unit whether the model takes it for debris. The title stays, and so does what has no words, unless all
 * round it goes.
 */
export function judge(evidence: Evidence): (Removal | undefined)[] {
  const {units, matches, title, html} = evidence
  const removals: (Removal | undefined)[] = new Array(units.length)
  if (units.length === 0) return removals
  forests ??= {text: readForest(textForest), page: readForest(pageForest)}
  const forest = html ? forests.page : forests.text
  const rows = measureFeatures(evidence)
  const width = featureNames.length
  const scratch = new Float64Array(width)
  const scores = units.map((_, index) => askForest(forest, rows, index * width))
  const isKept = (index: number): boolean => units[index]!.isProse && scores[index]! >= 0
  const first = units.findIndex((_, index) => isKept(index))
  const last = units.findLastIndex((_, index) => isKept(index))
  if (first < 0) return removals
  const body = findBody(units, matches, units.length)
  const heading = titleOf(units, Math.max(body.end, first + 1), title)
  const place = (index: number): string =>
    index < first ? 'before-body' : index > last ? 'behind-body' : 'inside-body'
  for (const [index, unit] of units.entries()) {
    if (index === heading || unit.type === 'frontMatter' || !hasLetters(unit)) continue
    const isInside = index > first && index < last
    const least = isLikelyText(evidence, scores, index, heading) ? likely : isInside ? inner : outer
    if (scores[index]! >= least) continue
    removals[index] = {rule: place(index), evidence: described(forest, rows, index * width, scores[index]!, scratch)}
  }
  // Pictures and numbers say nothing that the model could judge: they go with what is on both sides of them.
  const isGone = (index: number): boolean => removals[index] !== undefined || evidence.removals[index] !== undefined
  for (let index = 0; index < units.length; index++) {
    if (hasLetters(units[index]!) || isBreak(units[index]!)) continue
    const before = index - 1
    let behind = index + 1
    while (behind < units.length && !hasLetters(units[behind]!)) behind++
    if ((before >= 0 && !isGone(before)) || (behind < units.length && !isGone(behind))) continue
    removals[index] = {rule: place(index), evidence: 'stands between lines that go'}
  }
  return removals
}

function hasLetters({plain, words}: Unit): boolean {
  return words > 0 && /\p{L}/u.test(plain)
}

/** Tell what authors write and pages seldom do: a sentence or a heading next to text that stays, a table of words. */
function isLikelyText(
  {units, matches, removals}: Evidence,
  scores: readonly number[],
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
      if (removals[place]?.rule !== 'page-mark' && hasLetters(units[place]!)) {
        if (!matches[place] || !removals[place] || skipped++ > 0) break
      }
      place += step
    }
    return place
  }
  const isKept = (place: number): boolean => units[place]?.isProse === true && scores[place]! >= 1
  if (unit.type === 'heading') return isKept(beside(1))
  if (title >= 0 && beside(-1) === title && unit.words >= 4) return isKept(beside(1))
  return unit.isClosed && unit.words >= 3 && (isKept(beside(-1)) || isKept(beside(1)))
}

/** Name the features that weighed most against a unit. */
function described(forest: Forest, rows: Float32Array, from: number, score: number, scratch: Float64Array): string {
  const reasons = heaviestFeatures(forest, rows, from, scratch, 3).map((index) => featureNames[index])
  return `${Math.round(100 / (1 + Math.exp(score)))} % debris by ${reasons.join(', ')}`
}
