/**
 * Measure a unit as its neighbours see it, and put those measures together: of the unit itself, of the lines next to it
 * one by one, and summed over the stretches before and behind it.
 */
import {type Body, isStamp} from '../body.js'
import {columnsOf, type Evidence, type Feature, type WriteFeatures} from './feature.js'
import {capitalShare, knownShare, type Topic, vocabularyOf} from './topics.js'

/** Measures of one unit, which it has in common with its neighbours; what they say of a line. */
const measures = [
  ['words', 'is long', 'is short'],
  ['linked', 'is a link', 'is no link'],
  ['prose', 'is prose', 'is no prose'],
  ['closed', 'ends as sentences do', 'does not end as sentences do'],
  ['heading', 'is a heading', 'is no heading'],
  ['list', 'is a list item', 'is no list item'],
  ['stamp', 'has a date', 'has no date'],
  ['match', 'has the words of furniture', 'has no words of furniture'],
  ['decided', 'is one that rules suspect', 'is none that rules suspect'],
  ['capitals', 'is in capitals', 'is not in capitals'],
  ['known', 'shares words with the body', 'shares few words with the body'],
  ['colon', 'ends with a colon', 'ends without a colon'],
  ['reader', 'speaks to readers', 'does not speak to readers'],
] as const
type Measure = (typeof measures)[number][0]
const column = columnsOf<Measure>(measures.map(([name]) => name))
const width = measures.length

/** What is summed over stretches of lines, and how it is said. */
const sums = [
  ['prose', 'prose'],
  ['linked', 'text in links'],
  ['matched', 'known furniture'],
  ['stamps', 'dates'],
  ['short', 'short lines'],
  ['decided', 'lines that rules suspect'],
  ['known', 'prose in words of the body'],
  ['reader', 'speech to readers'],
] as const
type Sum = (typeof sums)[number][0]
const sumColumn = columnsOf<Sum>(sums.map(([name]) => name))
const sumWidth = sums.length

const steps = [-3, -2, -1, 1, 2, 3] as const
const stretches = [3, 8, 20] as const

const nth = ['', '', 'second ', 'third ']
const lineAt = (step: number): string => `the ${nth[Math.abs(step)]}line ${step < 0 ? 'before' : 'behind'}`
const sumAt = (name: string, said: string, size: number, side: string): Feature => ({
  name: `${name} in ${size} ${side}`,
  high: `much of the ${size} lines ${side} is ${said}`,
  low: `little of the ${size} lines ${side} is ${said}`,
})

/** Of the unit itself. */
export const ownFeatures: readonly Feature[] = measures.map(([name, high, low]) => ({
  name,
  high: `it ${high}`,
  low: `it ${low}`,
}))

/** Of its neighbours. */
export const neighbourFeatures: readonly Feature[] = [
  ...steps.flatMap((step) =>
    measures.map(([name, high, low]) => ({
      name: `${name} at ${step}`,
      high: `${lineAt(step)} ${high}`,
      low: `${lineAt(step)} ${low}`,
    })),
  ),
  ...stretches.flatMap((size) =>
    sums.flatMap(([name, said]) => [sumAt(name, said, size, 'before'), sumAt(name, said, size, 'behind')]),
  ),
]

/** What all units of a document are measured by, once for all of them. */
export interface Neighbourhood {
  readonly writeOwn: WriteFeatures
  readonly writeNeighbours: WriteFeatures
  hasStamp(index: number): boolean
  /** Sum of a measure over the units from `start` to before `end`; what lies outside of the document adds nothing. */
  total(name: Sum, start: number, end: number): number
}

export function measureNeighbourhood(
  {units, matches, removals}: Evidence,
  topics: readonly Topic[],
  body: Body,
): Neighbourhood {
  const count = units.length
  const vocabulary = vocabularyOf(topics, body)
  const table = new Float32Array(count * width)
  const running = new Float64Array((count + 1) * sumWidth)
  for (let index = 0; index < count; index++) {
    const unit = units[index]!
    const topic = topics[index]!
    const at = index * width
    const isMatched = Number(matches[index] !== undefined)
    const isDecided = Number(removals[index] !== undefined)
    const stamp = Number(unit.words <= 20 && isStamp(unit.folded))
    const share = knownShare(topic, vocabulary, index >= body.start && index < body.end)
    table[at + column.words] = Math.log1p(unit.words)
    table[at + column.linked] = unit.linked
    table[at + column.prose] = Number(unit.isProse)
    table[at + column.closed] = Number(unit.isClosed)
    table[at + column.heading] = Number(unit.type === 'heading')
    table[at + column.list] = Number(unit.type === 'list')
    table[at + column.stamp] = stamp
    table[at + column.match] = isMatched
    table[at + column.decided] = isDecided
    table[at + column.capitals] = capitalShare(unit)
    table[at + column.known] = share
    table[at + column.colon] = Number(/[:：՝][*_]*$/.test(unit.plain))
    table[at + column.reader] = topic.reader
    const from = index * sumWidth
    const to = from + sumWidth
    running[to + sumColumn.prose] = unit.isProse ? unit.words : 0
    running[to + sumColumn.linked] = unit.words * unit.linked
    running[to + sumColumn.matched] = isMatched
    running[to + sumColumn.stamps] = stamp
    running[to + sumColumn.short] = Number(unit.words <= 6)
    running[to + sumColumn.decided] = isDecided
    running[to + sumColumn.known] = unit.isProse ? unit.words * Math.max(0, share) : 0
    running[to + sumColumn.reader] = unit.words * table[at + column.reader]!
    for (let place = 0; place < sumWidth; place++) running[to + place]! += running[from + place]!
  }
  const total = (place: number, start: number, end: number): number =>
    running[Math.min(count, end) * sumWidth + place]! - running[Math.max(0, start) * sumWidth + place]!

  return {
    hasStamp: (index) => table[index * width + column.stamp]! > 0,
    total: (name, start, end) => total(sumColumn[name], start, end),
    writeOwn(index, row, from) {
      for (let place = 0; place < width; place++) row[from + place] = table[index * width + place]!
      return from + width
    },
    writeNeighbours(index, row, from) {
      let at = from
      for (const step of steps) {
        const near = index + step
        const isOutside = near < 0 || near >= count
        for (let place = 0; place < width; place++) row[at++] = isOutside ? -1 : table[near * width + place]!
      }
      for (const size of stretches) {
        for (let place = 0; place < sumWidth; place++) {
          row[at++] = total(place, index - size, index)
          row[at++] = total(place, index + 1, index + 1 + size)
        }
      }
      return at
    },
  }
}
