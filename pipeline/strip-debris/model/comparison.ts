/** Compare a unit with its document: with the title, the mean paragraph, its copies, the lines about it and its block. */
import type {Body} from '../body.js'
import type {Match} from '../match.js'
import type {Unit} from '../units.js'
import {type Evidence, type Feature, features, signedLog, type WriteFeatures} from './feature.js'
import type {Neighbourhood} from './neighbourhood.js'
import {sharesOf, type Topic, titleWords} from './topics.js'

export const comparisonFeatures: readonly Feature[] = features([
  ['title words', 'it has words of the title', 'it has few words of the title'],
  ['words of title', 'most of its words are in the title', 'few of its words are in the title'],
  ['relative length', 'it is longer than most paragraphs', 'it is shorter than most paragraphs'],
  ['price', 'it has a price', 'it has no price'],
  ['is title', 'it is the title', 'it is not the title'],
  ['behind title', 'it stands far behind the title', 'it stands before the title or close behind it'],
  ['copies', 'it stands there several times', 'it stands there once'],
  ['alike nearby', 'lines like it stand about it', 'few lines like it stand about it'],
  ['size of block', 'its block has many lines', 'its block has few lines'],
  ['links of block', 'its block is links', 'its block is no links'],
  ['words of block', 'the lines of its block are long', 'the lines of its block are short'],
  ['place in block', 'it ends its block', 'it begins its block'],
])

/** How far a unit is compared with the lines about it. */
const nearby = 8

export function comparisonsOf(
  {units, matches, title}: Evidence,
  topics: readonly Topic[],
  body: Body,
  {total, hasStamp}: Neighbourhood,
): WriteFeatures {
  const count = units.length
  const words = titleWords(title)
  const titlePlace = placeOfTitle(units, title, body)
  const copies = new Map<string, number>()
  for (const {folded} of units) if (folded !== '') copies.set(folded, (copies.get(folded) ?? 0) + 1)
  const kinds = kindsOf(units, matches, hasStamp)
  const blocks = blocksOf(units)
  const allProse = total('prose', 0, count)
  const proseUnits = units.reduce((sum, {isProse}) => sum + Number(isProse), 0)
  return (index, row, from) => {
    const unit = units[index]!
    let at = from
    const [ofTitle, ofUnit] = sharesOf(topics[index]!, words)
    row[at++] = ofTitle
    row[at++] = ofUnit
    row[at++] = proseUnits === 0 ? 0 : unit.words / (allProse / proseUnits)
    row[at++] = Number(/[$€£¥₽₺₴]\s?\d|\d\s?[€₽₺₴]/.test(unit.plain.slice(0, 200)))
    row[at++] = Number(index === titlePlace)
    row[at++] = titlePlace < 0 ? 0 : signedLog(index - titlePlace)
    row[at++] = unit.folded === '' ? 1 : copies.get(unit.folded)!
    let alike = 0
    const end = Math.min(count, index + nearby + 1)
    for (let near = Math.max(0, index - nearby); near < end; near++)
      if (near !== index && kinds[near] === kinds[index]) alike++
    row[at++] = alike
    const block = blocks[index]!
    row[at++] = Math.log1p(block.size)
    row[at++] = block.linked
    row[at++] = Math.log1p(block.words)
    row[at++] = block.size === 1 ? 0 : (index - block.start) / (block.size - 1)
    return at
  }
}

/** Find the unit that says the title, or else the first heading of the first depth; -1 where there is neither. */
function placeOfTitle(units: readonly Unit[], title: string, body: Body): number {
  let found = -1
  for (let index = 0; index < Math.min(units.length, body.end); index++) {
    const unit = units[index]!
    if (title !== '' && unit.folded === title) return index
    if (found < 0 && unit.type === 'heading' && /^\s*#\s/.test(unit.source)) found = index
  }
  return found
}

/** Number the units by their kind: two with one number look alike in type, size, links, pictures, stamp, end and match. */
function kindsOf(
  units: readonly Unit[],
  matches: readonly (Match | undefined)[],
  hasStamp: (index: number) => boolean,
): Int32Array {
  const numbers = new Map<string, number>()
  return Int32Array.from(units, (unit, index) => {
    const links = Math.round(unit.linked * 2)
    const signs = Number(unit.images > 0) + 2 * Number(hasStamp(index)) + 4 * Number(unit.isClosed)
    const kind = `${unit.type} ${matches[index]?.rule.class} ${sizeOf(unit.words)}${links}${signs}`
    const number = numbers.get(kind) ?? numbers.size
    numbers.set(kind, number)
    return number
  })
}

function sizeOf(words: number): number {
  return words === 0 ? 0 : words <= 3 ? 1 : words <= 8 ? 2 : words <= 16 ? 3 : words <= 40 ? 4 : 5
}

interface BlockMeasures {
  /** Index of its first unit. */
  readonly start: number
  /** Number of its units. */
  readonly size: number
  /** Share of its words in links, 0 to 1. */
  readonly linked: number
  /** Words a unit, on average. */
  readonly words: number
}

/** Measure for each unit the block that it was cut from. */
function blocksOf(units: readonly Unit[]): readonly BlockMeasures[] {
  const result: BlockMeasures[] = []
  for (let start = 0; start < units.length; ) {
    let end = start
    let words = 0
    let linked = 0
    for (; end < units.length && units[end]!.block === units[start]!.block; end++) {
      words += units[end]!.words
      linked += units[end]!.words * units[end]!.linked
    }
    const size = end - start
    const block = {start, size, linked: words === 0 ? 0 : linked / words, words: words / size}
    while (start < end) {
      result.push(block)
      start++
    }
  }
  return result
}
