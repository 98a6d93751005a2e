/** Learn how much the words that many sites use speak for body or against it: a logistic regression over the words of lines. */
import {randomFrom} from './forest.mjs'

/** Fewest sites that an entry stands on, and fewest sets of pages: fewer would be a subject, a house or a passage. */
const leastSites = 30
const leastSets = 2
/** Weight from which on a pair of words is worth its place; words alone stay, since what is not there is a document's own. */
const leastPair = 0.25
const epochs = 12
const rate = 0.3
const ridge = 0.02

/**
 * @param pages those to learn from; of each `texts` are the words of its units, as a string
 * @param entriesOf gives the words and pairs of a list of words, as the model reads them
 * @returns the lexicon in the form of `weights.ts`
 */
export function trainLexicon(pages, entriesOf) {
  const examples = new Map()
  const met = new Map()
  for (const page of pages) {
    for (const [index, text] of page.texts.entries()) {
      const weight = page.importance[index]
      if (weight === 0 || text === '') continue
      const key = `${page.labels[index]} ${text}`
      let example = examples.get(key)
      if (!example) {
        example = {label: page.labels[index], entries: [...entriesOf(text.split(' '))], weight: 0}
        examples.set(key, example)
      }
      // Short lines count, too, and what stands on every page of a site counts no more than three times.
      example.weight = Math.min(3, example.weight + Math.min(weight, 0.8) + 0.05)
      for (const entry of example.entries) {
        const seen = met.get(entry)
        if (seen) {
          seen.sites.add(page.site)
          seen.sets.add(page.set)
        } else met.set(entry, {sites: new Set([page.site]), sets: new Set([page.set])})
      }
    }
  }
  const sets = Math.min(leastSets, new Set(pages.map(({set}) => set)).size)
  const common = [...met]
    .filter(([entry, seen]) => seen.sites.size >= leastSites && seen.sets.size >= sets && /\p{L}/u.test(entry))
    .map(([entry]) => entry)
    .sort()
  // Pairs that say little go, and the rest is learned once more, since a text is measured by all of it that is known.
  const first = learn(examples, common)
  const kept = common.filter((entry, index) => !entry.includes(' ') || Math.abs(first.weights[index]) >= leastPair)
  const {bias, weights} = learn(examples, kept)
  const hundredths = (value) => Math.round(value * 100)
  return [hundredths(bias), ...kept.flatMap((entry, index) => [entry, hundredths(weights[index])])].join(',')
}

/** Learn a weight for each entry of a list. */
function learn(examples, entries) {
  const numbers = new Map(entries.map((entry, index) => [entry, index]))
  const rows = [...examples.values()]
    .map(({label, weight, entries: own}) => ({
      label,
      weight,
      known: Int32Array.from(own.filter((entry) => numbers.has(entry)).map((entry) => numbers.get(entry))),
    }))
    .filter(({known}) => known.length > 0)
  return regress(rows, numbers.size)
}

/** Logistic regression by gradient steps, each word with a rate of its own (AdaGrad); the same order, the same result. */
function regress(rows, width) {
  const random = randomFrom(7)
  const weights = new Float64Array(width)
  const squares = new Float64Array(width).fill(1e-3)
  let bias = 0
  let biasSquares = 1e-3
  const order = Uint32Array.from(rows, (_, index) => index)
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let index = order.length - 1; index > 0; index--) {
      const other = Math.floor(random() * (index + 1))
      const kept = order[index]
      order[index] = order[other]
      order[other] = kept
    }
    for (const place of order) {
      const {label, weight, known} = rows[place]
      const scale = 1 / Math.sqrt(known.length)
      let sum = bias
      for (const number of known) sum += weights[number] * scale
      const error = weight * (1 / (1 + Math.exp(-sum)) - label)
      for (const number of known) {
        const step = error * scale + (ridge * weights[number]) / known.length
        squares[number] += step * step
        weights[number] -= (rate * step) / Math.sqrt(squares[number])
      }
      biasSquares += error * error
      bias -= (rate * error) / Math.sqrt(biasSquares)
    }
  }
  return {bias, weights}
}
