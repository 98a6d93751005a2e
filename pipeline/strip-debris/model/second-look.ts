/**
 * Measure what shows only when every unit has been judged once: what the first look says of the units about one, where by
 * its word the body begins and ends, what the words of a unit say by themselves, and how many of the words that are the
 * document's own it shares with what is surely body.
 *
 * It is given the first look's log-odds and nothing else of it: the weights of the second are learned from judgements on
 * pages that the first had not seen, as new ones are.
 */
import {type Feature, features, signedLog, type WriteFeatures} from './feature.js'
import {type Lexicon, ownWords, scoreWords} from './lexicon.js'
import type {Topic} from './topics.js'

/** What the second look wants to know of a unit. */
export interface Judged {
  readonly words: number
  readonly isProse: boolean
}

const steps = [-3, -2, -1, 1, 2, 3] as const
const stretches = [2, 5, 10, 25] as const
const wordSteps = [-2, -1, 1, 2] as const
const wordStretches = [3, 8, 20] as const
const ownStretches = [3, 8, 20] as const

const nth = ['', '', 'second ', 'third ']
const lineAt = (step: number): string => `the ${nth[Math.abs(step)]}line ${step < 0 ? 'before' : 'behind'}`
const sides = ['before', 'behind'] as const

export const secondFeatures: readonly Feature[] = features([
  ['judged', 'it looks like body by itself', 'it looks like debris by itself'],
  ...steps.map(
    (step) => [`judged at ${step}`, `${lineAt(step)} looks like body`, `${lineAt(step)} looks like debris`] as const,
  ),
  ...stretches.flatMap((size) =>
    sides.map(
      (side) =>
        [
          `judged in ${size} ${side}`,
          `the ${size} lines ${side} look like body`,
          `the ${size} lines ${side} look like debris`,
        ] as const,
    ),
  ),
  ['body before', 'most of the body stands before it', 'little of the body stands before it'],
  ['body behind', 'most of the body stands behind it', 'little of the body stands behind it'],
  ['words of body', 'the document has a long body', 'the document has a short body'],
  ['words of debris', 'the document has much debris', 'the document has little debris'],
  ['to body before', 'no body stands close before it', 'body stands close before it'],
  ['to body behind', 'no body stands close behind it', 'body stands close behind it'],
  ['debris since body', 'much debris parts it from the body before', 'little debris parts it from the body before'],
  ['debris until body', 'much debris parts it from the body behind', 'little debris parts it from the body behind'],
  ['in body', 'it stands inside the body', 'it stands outside of the body'],
  ['since start of body', 'it stands behind the start of the body', 'it stands before the start of the body'],
  ['since end of body', 'it stands behind the end of the body', 'it stands before the end of the body'],
  ['said', 'its words are those of texts', 'its words are those of pages'],
  ...wordSteps.map(
    (step) =>
      [
        `said at ${step}`,
        `the words of ${lineAt(step)} are those of texts`,
        `the words of ${lineAt(step)} are those of pages`,
      ] as const,
  ),
  ...wordStretches.flatMap((size) =>
    sides.map(
      (side) =>
        [
          `said in ${size} ${side}`,
          `the words of the ${size} lines ${side} are those of texts`,
          `the words of the ${size} lines ${side} are those of pages`,
        ] as const,
    ),
  ),
  ['said in document', 'the words of the document are those of texts', 'the words of the document are those of pages'],
  ['own words', 'many of its words are rare', 'few of its words are rare'],
  ['shared own words', 'it shares its rare words with the body', 'it shares no rare words with the body'],
  ['number of shared own words', 'it shares many rare words with the body', 'it shares few rare words with the body'],
  ['own words of title', 'it has the rare words of the title', 'it has no rare words of the title'],
  ['title in own words', 'its rare words are in the title', 'its rare words are not in the title'],
  ...ownStretches.map(
    (size) =>
      [
        `shared own words in ${size}`,
        `the ${size} lines about it share their rare words with the body`,
        `the ${size} lines about it share no rare words with the body`,
      ] as const,
  ),
  ['shared own words of document', 'the document has one subject', 'the document has many subjects'],
])

/** Log-odds outside of the document. */
const outside = -9
/** Log-odds that are worth no more than this in a sum, and words of a unit that are. */
const mostOdds = 4
const mostWords = 60
/** Log-odds above which, and words from which on, a unit's own words are surely those of the body. */
const coreOdds = 0.5
const coreWords = 6
/** Share of chance above which prose is taken for body. */
const sureChance = 0.7
/** Distance, as a logarithm, where there is nothing of the kind. */
const none = 8

/** Prepare to measure the units of a document by what the first look said of each: `odds`, by the units' indices. */
export function lookAgain(
  units: readonly Judged[],
  topics: readonly Topic[],
  title: Topic,
  odds: Float64Array,
  lexicon: Lexicon,
): WriteFeatures {
  const writers = [
    judgedOf(units, odds),
    extentOf(units, odds),
    saidOf(units, topics, lexicon),
    ownOf(units, topics, title, odds, lexicon),
  ]
  return (index, row, from) => writers.reduce((at, write) => write(index, row, at), from)
}

/** What the first look says of the unit and of those about it. */
function judgedOf(units: readonly Judged[], odds: Float64Array): WriteFeatures {
  const count = units.length
  const mean = runningMean(units, mostWords, (index) => Math.max(-mostOdds, Math.min(mostOdds, odds[index]!)))
  return (index, row, from) => {
    let at = from
    row[at++] = odds[index]!
    for (const step of steps) row[at++] = index + step < 0 || index + step >= count ? outside : odds[index + step]!
    for (const size of stretches) {
      row[at++] = mean(index - size, index)
      row[at++] = mean(index + 1, index + 1 + size)
    }
    return at
  }
}

/** Where by the word of the first look the body begins and ends. */
function extentOf(units: readonly Judged[], odds: Float64Array): WriteFeatures {
  const count = units.length
  const body = new Float64Array(count + 1)
  const debris = new Float64Array(count + 1)
  const before = new Int32Array(count)
  const behind = new Int32Array(count)
  const isSure = new Uint8Array(count)
  let best = 0
  let start = 0
  let end = 0
  let sum = 0
  let since = 0
  let last = -1
  for (const [index, {words, isProse}] of units.entries()) {
    const chance = 1 / (1 + Math.exp(-odds[index]!))
    body[index + 1] = body[index]! + chance * words
    debris[index + 1] = debris[index]! + (1 - chance) * words
    before[index] = last
    if (isProse && chance > sureChance) {
      isSure[index] = 1
      last = index
    }
    if (sum <= 0) {
      sum = 0
      since = index
    }
    sum += (chance - 0.5) * Math.min(words, mostWords)
    if (sum > best) {
      best = sum
      start = since
      end = index + 1
    }
  }
  last = -1
  for (let index = count - 1; index >= 0; index--) {
    behind[index] = last
    if (isSure[index]) last = index
  }
  const all = body[count]! + 1
  return (index, row, from) => {
    let at = from
    const near = before[index]!
    const next = behind[index]!
    row[at++] = body[index]! / all
    row[at++] = (body[count]! - body[index + 1]!) / all
    row[at++] = Math.log1p(all)
    row[at++] = Math.log1p(debris[count]!)
    row[at++] = near < 0 ? none : Math.log1p(index - near)
    row[at++] = next < 0 ? none : Math.log1p(next - index)
    row[at++] = near < 0 ? none : Math.log1p(debris[index]! - debris[near + 1]!)
    row[at++] = next < 0 ? none : Math.log1p(debris[next]! - debris[index + 1]!)
    row[at++] = Number(index >= start && index < end)
    row[at++] = signedLog(index - start)
    row[at++] = signedLog(index - end + 1)
    return at
  }
}

/** What the words of the unit say by themselves, and those of the units about it. */
function saidOf(units: readonly Judged[], topics: readonly Topic[], lexicon: Lexicon): WriteFeatures {
  const count = units.length
  const said = Float64Array.from(topics, ({words}) => scoreWords(lexicon, words))
  const mean = runningMean(units, mostWords, (index) => said[index]!)
  const ofDocument = mean(0, count)
  return (index, row, from) => {
    let at = from
    row[at++] = said[index]!
    for (const step of wordSteps) row[at++] = index + step < 0 || index + step >= count ? 0 : said[index + step]!
    for (const size of wordStretches) {
      row[at++] = mean(index - size, index)
      row[at++] = mean(index + 1, index + 1 + size)
    }
    row[at++] = ofDocument
    return at
  }
}

/** How many of the document's own words the unit shares with what is surely body. */
function ownOf(
  units: readonly Judged[],
  topics: readonly Topic[],
  title: Topic,
  odds: Float64Array,
  lexicon: Lexicon,
): WriteFeatures {
  const count = units.length
  const own = topics.map(({words}) => ownWords(lexicon, words))
  const ofTitle = ownWords(lexicon, title.words)
  const isCore = (index: number): boolean => odds[index]! > coreOdds && units[index]!.words >= coreWords
  const places = new Map<string, number>()
  for (let index = 0; index < count; index++) {
    if (!isCore(index)) continue
    for (const word of own[index]!) places.set(word, (places.get(word) ?? 0) + 1)
  }
  const shared = new Uint16Array(count)
  const titled = new Uint16Array(count)
  const runningShared = new Float64Array(count + 1)
  const running = new Float64Array(count + 1)
  for (let index = 0; index < count; index++) {
    const itself = Number(isCore(index))
    for (const word of own[index]!) {
      if ((places.get(word) ?? 0) > itself) shared[index]!++
      if (ofTitle.has(word)) titled[index]!++
    }
    runningShared[index + 1] = runningShared[index]! + shared[index]!
    running[index + 1] = running[index]! + own[index]!.size
  }
  const share = (start: number, end: number): number => {
    const from = Math.max(0, start)
    const to = Math.min(count, end)
    return (runningShared[to]! - runningShared[from]!) / (running[to]! - running[from]! + 2)
  }
  const ofDocument = share(0, count)
  return (index, row, from) => {
    let at = from
    const {size} = own[index]!
    row[at++] = size / Math.max(1, topics[index]!.words.length)
    row[at++] = size === 0 ? -1 : shared[index]! / size
    row[at++] = Math.log1p(shared[index]!)
    row[at++] = ofTitle.size === 0 ? -1 : titled[index]! / ofTitle.size
    row[at++] = size === 0 ? -1 : titled[index]! / size
    for (const reach of ownStretches) row[at++] = share(index - reach, index + reach + 1)
    row[at++] = ofDocument
    return at
  }
}

/** Prepare to tell the mean of a value over a stretch of units, each by its words up to a limit. */
function runningMean(
  units: readonly Judged[],
  limit: number,
  measure: (index: number) => number,
): (start: number, end: number) => number {
  const count = units.length
  const values = new Float64Array(count + 1)
  const weights = new Float64Array(count + 1)
  for (const [index, {words}] of units.entries()) {
    const weight = Math.min(words, limit)
    values[index + 1] = values[index]! + measure(index) * weight
    weights[index + 1] = weights[index]! + weight
  }
  return (start, end) => {
    const from = Math.max(0, start)
    const to = Math.min(count, end)
    return to <= from ? 0 : (values[to]! - values[from]!) / (weights[to]! - weights[from]! + 5)
  }
}
