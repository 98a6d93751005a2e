/** Learn how much the words that many sites use speak for body or against it: a logistic regression over the words of lines. */
import {randomFrom} from './forest.mjs'

/** Fewest sites that an entry stands on: fewer would be a subject, a house or a passage. */
const leastSites = 12
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
  const sites = new Map()
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
        const seen = sites.get(entry)
        if (seen) seen.add(page.site)
        else sites.set(entry, new Set([page.site]))
      }
    }
  }
  const numbers = new Map()
  for (const entry of [...sites.keys()].sort())
    if (sites.get(entry).size >= leastSites) numbers.set(entry, numbers.size)
  const rows = [...examples.values()]
    .map(({label, weight, entries}) => ({
      label,
      weight,
      known: Int32Array.from(entries.filter((entry) => numbers.has(entry)).map((entry) => numbers.get(entry))),
    }))
    .filter(({known}) => known.length > 0)
  const {bias, weights} = regress(rows, numbers.size)
  const packed = [Math.round(bias * 100)]
  for (const [entry, number] of numbers) {
    const weight = weights[number]
    if (entry.includes(' ') && Math.abs(weight) < leastPair) continue
    packed.push(entry, Math.round(weight * 100))
  }
  return packed.join(',')
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
