#!/usr/bin/env node
/**
 * Train the model of strip-debris from a folder of labelled pages and write its weights.
 *
 *   npm run build && node scripts/training/train.mjs FOLDER [--folds N] [--to FILE] [--cache FILE]
 *
 * FOLDER holds sets as `SET/gold.json` and `SET/MODE/ID.MODE.gz`. With --folds N it trains nothing for keeps but prints the result of
 * cross-validation over sites. docs/model.md says what the weights in the repository were trained on.
 */
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {parseArgs} from 'node:util'
import v8 from 'node:v8'
import {foldOf, loadDataset} from './dataset.mjs'
import {binFeatures, trainForest} from './forest.mjs'
import {measurePages} from './measure.mjs'

const {values: flags, positionals} = parseArgs({
  allowPositionals: true,
  options: {
    folds: {type: 'string', default: '0'},
    without: {type: 'string'},
    to: {
      type: 'string',
      default: join(import.meta.dirname, '..', '..', 'pipeline', 'strip-debris', 'model', 'weights.ts'),
    },
    dist: {type: 'string', default: join(import.meta.dirname, '..', '..', 'dist')},
    cache: {type: 'string'},
  },
})
if (positionals.length !== 1) {
  console.error('usage: train.mjs FOLDER [--folds N] [--to FILE] [--cache FILE]')
  process.exit(2)
}
const folder = resolve(positionals[0])
const sets = readdirSync(folder)
  .filter((name) => existsSync(join(folder, name, 'gold.json')))
  .sort()
const {pages, featureNames} = await dataset()

/** Kinds of documents that have a forest each, what they learn from, and how. */
const kinds = [
  {name: 'text', export: 'textForest', modes: ['txt', 'md', 'html', 'gold'], hasElements: false},
  {name: 'page', export: 'pageForest', modes: ['html'], hasElements: true},
]
const settings = {trees: 120, depth: 6, rate: 0.1, columns: 0.2, rowShare: 0.5}

const width = featureNames.length
const textWidth = featureNames.indexOf('depth of element')
const folds = Number(flags.folds)
const written = []
for (const kind of kinds) {
  const chosen = pages.filter(({mode}) => kind.modes.includes(mode))
  const total = chosen.reduce((sum, {words}) => sum + words.length, 0)
  const rows = new Float32Array(total * width)
  const labels = new Uint8Array(total)
  const weights = new Float32Array(total)
  const fold = new Uint8Array(total)
  let at = 0
  for (const page of chosen) {
    rows.set(page.rows, at * width)
    page.from = at
    const group =
      folds > 0
        ? foldOf(page.site, folds)
        : flags.without !== undefined && foldOf(page.site, 5) === Number(flags.without)
          ? 255
          : 0
    for (let index = 0; index < page.words.length; index++, at++) {
      labels[at] = page.labels[index]
      weights[at] = weightOf(page, index)
      fold[at] = group
    }
  }
  const columns = kind.hasElements ? width : textWidth
  const binned = binFeatures(rows, width)
  const data = {count: total, width: columns, bins: binned.bins.slice(0, columns), cuts: binned.cuts.slice(0, columns)}
  const learn = (isUsed) => {
    const use = []
    for (let row = 0; row < total; row++) if (isUsed(fold[row]) && weights[row] > 0) use.push(row)
    return trainForest(data, labels, weights, use, settings)
  }
  if (folds > 0) {
    const score = new Float64Array(total)
    for (let group = 0; group < folds; group++) {
      const {margin} = learn((other) => other !== group)
      for (let row = 0; row < total; row++) if (fold[row] === group) score[row] = margin[row]
    }
    console.log(measurePages(chosen, (page, index) => score[page.from + index] >= 0))
  } else written.push(`export const ${kind.export}: string =\n  '${pack(learn((other) => other !== 255))}'\n`)
}
if (folds === 0) {
  writeFileSync(
    flags.to,
    `/** Weights of the model, written by scripts/training/train.mjs; see docs/model.md. */\n\n/** For text and markdown. */\n${written[0]}\n/** For pages that came as HTML. */\n${written[1]}`,
  )
}

async function dataset() {
  if (flags.cache && existsSync(flags.cache)) return v8.deserialize(readFileSync(flags.cache))
  const found = await loadDataset(folder, resolve(flags.dist), {
    sets,
    modes: ['txt', 'md', 'html', 'gold'],
    documents: join(import.meta.dirname, '..', '..', 'tests', 'documents', 'cases'),
  })
  if (flags.cache) writeFileSync(flags.cache, v8.serialize(found))
  return found
}

/** A unit counts by its words, and a page as much as another, long or short; snippets and gold texts alone count less. */
function weightOf({set, mode, weights, words, gold, hits}, index) {
  const scale = set === 'scrapes' || set === 'documents' ? 2 : hits === undefined || mode === 'gold' ? 0.3 : 1
  return 10 * scale * weights[index] * Math.min(1, (Math.min(words[index], 150) + 4) / (gold + 100))
}

function pack({bias, trees}) {
  const nodes = trees.reduce((sum, {feature}) => sum + feature.length, 0)
  const roots = new Int32Array(trees.length)
  const left = new Int32Array(nodes)
  const threshold = new Float32Array(nodes)
  const value = new Float32Array(nodes)
  const feature = new Int16Array(nodes)
  let at = 0
  for (const [index, tree] of trees.entries()) {
    roots[index] = at
    for (let node = 0; node < tree.feature.length; node++) {
      feature[at + node] = tree.feature[node]
      threshold[at + node] = tree.threshold[node]
      left[at + node] = at + tree.left[node]
      value[at + node] = tree.value[node]
    }
    at += tree.feature.length
  }
  const head = new DataView(new ArrayBuffer(12))
  head.setUint32(0, trees.length, true)
  head.setUint32(4, nodes, true)
  head.setFloat32(8, bias, true)
  return Buffer.concat(
    [head, roots, left, threshold, value, feature].map((part) => new Uint8Array(part.buffer)),
  ).toString('base64')
}
