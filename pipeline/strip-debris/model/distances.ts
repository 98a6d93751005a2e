/** Measure how many lines part a unit from what stands nearest before and behind it: prose, headings, openers, stamps. */
import {type Evidence, type Feature, features, type WriteFeatures} from './feature.js'

export const distanceFeatures: readonly Feature[] = features([
  ['to prose before', 'no prose stands close before it', 'prose stands close before it'],
  ['to prose behind', 'no prose stands close behind it', 'prose stands close behind it'],
  ['to long prose before', 'no long paragraph stands close before it', 'a long paragraph stands close before it'],
  ['to long prose behind', 'no long paragraph stands close behind it', 'a long paragraph stands close behind it'],
  ['to heading', 'no heading stands close before it', 'a heading stands close before it'],
  ['heading matched', 'the heading over it is of furniture', 'the heading over it is not of furniture'],
  ['to opener', 'no opener of furniture stands close before it', 'an opener of furniture stands close before it'],
  ['opener is teasers', 'the last opener is of teasers', 'the last opener is not of teasers'],
  ['opener is rest', 'the last opener is of comments', 'the last opener is not of comments'],
  ['to stamp before', 'no date stands close before it', 'a date stands close before it'],
  ['to stamp behind', 'no date stands close behind it', 'a date stands close behind it'],
])

/** Distance, as a logarithm, where there is nothing of the kind. */
const none = 8

export function distancesOf({units, matches}: Evidence, hasStamp: (index: number) => boolean): WriteFeatures {
  const count = units.length
  const isProse = (index: number): boolean => units[index]!.isProse && !matches[index]
  const isLong = (index: number): boolean => isProse(index) && units[index]!.words >= 35
  const headings = new Float32Array(count)
  const matched = new Float32Array(count)
  const openers = new Float32Array(count)
  const teasers = new Float32Array(count)
  const rest = new Float32Array(count)
  let heading = -1
  let opener = -1
  for (let index = 0; index < count; index++) {
    headings[index] = heading < 0 ? none : Math.log1p(index - heading)
    matched[index] = heading >= 0 && matches[heading] ? 1 : 0
    openers[index] = opener < 0 ? none : Math.log1p(index - opener)
    teasers[index] = opener >= 0 && matches[opener]!.rule.opens === 'teasers' ? 1 : 0
    rest[index] = opener >= 0 && matches[opener]!.rule.opens === 'rest' ? 1 : 0
    if (units[index]!.type === 'heading') heading = index
    if (matches[index]?.rule.opens) opener = index
  }
  const columns = [
    before(count, isProse),
    behind(count, isProse),
    before(count, isLong),
    behind(count, isLong),
    headings,
    matched,
    openers,
    teasers,
    rest,
    before(count, hasStamp),
    behind(count, hasStamp),
  ]
  return (index, row, from) => {
    let at = from
    for (const column of columns) row[at++] = column[index]!
    return at
  }
}

/** Distances to the nearest hit before each unit. */
function before(count: number, isHit: (index: number) => boolean): Float32Array {
  const result = new Float32Array(count)
  let last = -1
  for (let index = 0; index < count; index++) {
    result[index] = last < 0 ? none : Math.log1p(index - last)
    if (isHit(index)) last = index
  }
  return result
}

/** Distances to the nearest hit behind each unit. */
function behind(count: number, isHit: (index: number) => boolean): Float32Array {
  const result = new Float32Array(count)
  let last = -1
  for (let index = count - 1; index >= 0; index--) {
    result[index] = last < 0 ? none : Math.log1p(last - index)
    if (isHit(index)) last = index
  }
  return result
}
