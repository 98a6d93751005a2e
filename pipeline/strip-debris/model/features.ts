/**
 * Measure what the model judges a unit by: its own shape, its neighbours, its place in the document, what the rules say, and,
 * where the document was a page, the elements it stood in. Everything is a count or a share of what any site might have;
 * no word, site or passage is a feature. What words say comes in with the second look (`second-look.ts`).
 *
 * The weights know a feature by its place in the row: a change of its meaning or of the order asks for another training.
 */
import {findBody} from '../body.js'
import {comparisonFeatures, comparisonsOf} from './comparison.js'
import {distanceFeatures, distancesOf} from './distances.js'
import {elementFeatures, elementsOf} from './elements.js'
import type {Evidence, Feature, WriteFeatures} from './feature.js'
import {measureNeighbourhood, neighbourFeatures, ownFeatures} from './neighbourhood.js'
import {positionFeatures, positionsOf} from './position.js'
import {classesOf, classFeatures, decisionFeatures, decisionsOf} from './rules.js'
import {shapeFeatures, shapeOf} from './shape.js'
import type {Topic} from './topics.js'

/** All features, in the order of a row; those of elements come last, so that a row of a text is the first part of one of a page. */
export const features: readonly Feature[] = [
  ...ownFeatures,
  ...shapeFeatures,
  ...decisionFeatures,
  ...comparisonFeatures,
  ...classFeatures,
  ...neighbourFeatures,
  ...positionFeatures,
  ...distanceFeatures,
  ...elementFeatures,
]

/** Prepare to measure the units of a document, at least one, given what each of them is about. */
export function measureUnits(evidence: Evidence, topics: readonly Topic[]): WriteFeatures {
  const {units, matches, html} = evidence
  const body = findBody(units, matches, units.length)
  const neighbourhood = measureNeighbourhood(evidence, topics, body)
  const writers: readonly WriteFeatures[] = [
    neighbourhood.writeOwn,
    shapeOf(units),
    decisionsOf(evidence),
    comparisonsOf(evidence, topics, body, neighbourhood),
    classesOf(evidence),
    neighbourhood.writeNeighbours,
    positionsOf(evidence, body, neighbourhood),
    distancesOf(evidence, neighbourhood.hasStamp),
    html ? elementsOf(units, matches, html) : writeNone,
  ]
  return (index, row, from) => writers.reduce((at, write) => write(index, row, at), from)
}

/** A text has no elements. */
const writeNone: WriteFeatures = (_, row, from) => {
  row.fill(-1, from, from + elementFeatures.length)
  return from + elementFeatures.length
}
