/**
 * Learn the two looks of one kind of documents. The second is to meet what the first says of pages that it has not seen, so
 * it learns from judgements that were made across folds of sites; see docs/model.md.
 *
 * A thread of its own: it is given the data set, the kind, and for each result the fold that it must not see (or none).
 */
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {parentPort, workerData} from 'node:worker_threads'
import {binFeatures, packForest, trainForest} from './forest.mjs'
import {trainLexicon} from './lexicon.mjs'

const {pages: allPages, rows: allRows, width, textWidth, kind, results, dist} = workerData
const load = (path) => import(pathToFileURL(join(dist, 'pipeline', 'strip-debris', 'model', path)).href)
const {entriesOf, readLexicon} = await load('lexicon.js')
const {lookAgain, secondFeatures} = await load('second-look.js')
const {settledOdds} = await load('judge.js')

const firstLook = {trees: 80, depth: 6, rate: 0.13, columns: 0.2, rowShare: 0.5}
const secondLook = {trees: 120, depth: 6, rate: 0.1, columns: 0.2, rowShare: 0.5}

const pages = allPages.filter(({mode}) => kind.modes.includes(mode))
const total = pages.reduce((sum, {labels}) => sum + labels.length, 0)
const rows = new Float32Array(total * width)
const labels = new Uint8Array(total)
const weights = new Float32Array(total)
const fold = new Uint8Array(total)
const isSettled = new Uint8Array(total)
let at = 0
for (const page of pages) {
  const size = page.labels.length
  rows.set(allRows.subarray(page.from * width, (page.from + size) * width), at * width)
  labels.set(page.labels, at)
  weights.set(page.importance, at)
  isSettled.set(page.isSettled, at)
  fold.fill(page.fold, at, at + size)
  page.start = at
  at += size
}
const binned = binFeatures(rows, width)
const columns = kind.hasElements ? width : textWidth
const base = {bins: binned.bins.slice(0, columns), cuts: binned.cuts.slice(0, columns)}

/** What an excluded set of folds gave, by its folds: the pairs of one result serve the others. */
const known = new Map()
function once(name, excluded, make) {
  const key = `${name} ${[...new Set(excluded)].sort().join(' ')}`
  if (!known.has(key)) known.set(key, make())
  return known.get(key)
}

function learn(data, excluded, settings) {
  const use = []
  for (let row = 0; row < total; row++)
    if (weights[row] > 0 && !isSettled[row] && !excluded.includes(fold[row])) use.push(row)
  return trainForest(data, labels, weights, use, settings)
}

function first(excluded) {
  return once('first', excluded, () => {
    const forest = learn({...base, count: total, width: columns}, excluded, firstLook)
    const odds = Float32Array.from(forest.margin, (margin, row) => (isSettled[row] ? settledOdds : margin))
    return {packed: packForest(forest), odds}
  })
}

function words(excluded) {
  return once('words', excluded, () =>
    trainLexicon(
      allPages.filter(({isLanguage, fold: own}) => isLanguage && !excluded.includes(own)),
      entriesOf,
    ),
  )
}

function second(excluded) {
  const size = secondFeatures.length
  const again = new Float32Array(total * size)
  for (const page of pages) {
    const across = [...excluded, page.fold]
    const {odds} = first(across)
    const topics = page.texts.map((text) => ({words: text === '' ? [] : text.split(' ')}))
    const units = page.units
    const write = lookAgain(
      units,
      topics,
      {words: page.title === '' ? [] : page.title.split(' ')},
      Float64Array.from(odds.subarray(page.start, page.start + units.length)),
      once('lexicon', across, () => readLexicon(words(across))),
    )
    for (let index = 0; index < units.length; index++) write(index, again, (page.start + index) * size)
  }
  const more = binFeatures(again, size)
  const data = {
    bins: [...more.bins, ...base.bins],
    cuts: [...more.cuts, ...base.cuts],
    count: total,
    width: size + columns,
  }
  return packForest(learn(data, excluded, secondLook))
}

for (const result of results) {
  const excluded = result === null ? [] : [result]
  parentPort.postMessage({result, first: first(excluded).packed, second: second(excluded), lexicon: words(excluded)})
}
