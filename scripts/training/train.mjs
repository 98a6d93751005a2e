#!/usr/bin/env node
/**
 * Train the model of strip-debris from a folder of labelled pages and write its weights.
 *
 *   npm run build && npm run train -- FOLDER [--to FILE] [--held-out DIR] [--cache FILE] [--dist DIR]
 *
 * FOLDER holds sets as `SET/gold.json` and `SET/MODE/ID.MODE.gz`. With --held-out DIR it also writes a build of the program
 * for each fold of sites, whose weights have seen no page of that fold: `npm run quality -- FOLDER --held-out DIR` measures
 * each page by the build that does not know its site. --cache keeps the measured pages: of use while nothing but training changes. docs/model.md says what the weights here were trained on.
 */
import {cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {parseArgs} from 'node:util'
import v8 from 'node:v8'
import {Worker} from 'node:worker_threads'
import {loadDataset} from './dataset.mjs'
import {foldOf, folds} from './sites.mjs'

const root = join(import.meta.dirname, '..', '..')
const {values: flags, positionals} = parseArgs({
  allowPositionals: true,
  options: {
    to: {type: 'string', default: join(root, 'pipeline', 'strip-debris', 'model', 'weights.ts')},
    'held-out': {type: 'string'},
    dist: {type: 'string', default: join(root, 'dist')},
    cache: {type: 'string'},
  },
})
if (positionals.length !== 1) {
  console.error('usage: train.mjs FOLDER [--to FILE] [--held-out DIR] [--cache FILE] [--dist DIR]')
  process.exit(2)
}
const folder = resolve(positionals[0])
const dist = resolve(flags.dist)

/** Kinds of documents that have forests of their own, and what they learn from. */
const kinds = [
  {name: 'text', modes: ['txt', 'md', 'html', 'gold'], hasElements: false},
  {name: 'page', modes: ['html'], hasElements: true},
]
/** The fold that a result must not see; null for the weights to keep, which see all. */
const results = [null, ...(flags['held-out'] ? Array.from({length: folds}, (_, fold) => fold) : [])]

const data = await dataset()
const [text, page] = await Promise.all(kinds.map(looksOf))
for (const result of results) {
  const source = weightsOf(text.get(result), page.get(result))
  if (result === null) writeFileSync(flags.to, source)
  else writeBuild(join(resolve(flags['held-out']), String(result)), source)
}

async function dataset() {
  if (flags.cache && existsSync(flags.cache)) return shared(v8.deserialize(readFileSync(flags.cache)))
  const sets = readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'gold.json')))
    .sort()
  const found = await loadDataset(folder, dist, {
    sets,
    modes: ['txt', 'md', 'html', 'gold'],
    documents: join(root, 'tests', 'documents', 'cases'),
  })
  for (const each of found.pages) {
    each.importance = Float32Array.from(each.weights, (_, index) => weightOf(each, index))
    each.fold = foldOf(each.site)
    // Words are learned from pages as they are, once, not from each form of them.
    each.isLanguage = each.mode === 'html' || each.set === 'scrapes' || each.set === 'documents'
  }
  if (flags.cache) writeFileSync(flags.cache, v8.serialize(found))
  return shared(found)
}

/** The rows in memory that both threads see. */
function shared(found) {
  const rows = new Float32Array(new SharedArrayBuffer(found.rows.byteLength))
  rows.set(found.rows)
  return {...found, rows}
}

/** Train the looks of one kind in a thread; what each result got, by result. */
function looksOf(kind) {
  const found = new Map()
  return new Promise((done, fail) => {
    const worker = new Worker(new URL('looks.mjs', import.meta.url), {
      workerData: {...data, kind, results, dist},
      resourceLimits: {maxOldGenerationSizeMb: 8000},
    })
    worker.on('message', (message) => {
      found.set(message.result, message)
      console.log(`${kind.name}: ${message.result === null ? 'on all pages' : `without fold ${message.result}`}`)
    })
    worker.on('error', fail)
    worker.on('exit', () => done(found))
  })
}

/** A unit counts by its words, and a page as much as another, long or short; snippets and gold texts alone count less. */
function weightOf({set, mode, weights, words, gold, hits}, index) {
  const scale = set === 'scrapes' || set === 'documents' ? 2 : hits === undefined || mode === 'gold' ? 0.3 : 1
  return 10 * scale * weights[index] * Math.min(1, (Math.min(words[index], 150) + 4) / (gold + 100))
}

function weightsOf(ofText, ofPage) {
  const parts = [
    ['For a first look at text and markdown.', 'textForest', ofText.first],
    ['For a second look at them.', 'secondTextForest', ofText.second],
    ['For a first look at pages that came as HTML.', 'pageForest', ofPage.first],
    ['For a second look at them.', 'secondPageForest', ofPage.second],
    ['Words of many sites, and how much each speaks for body, in hundredths.', 'lexicon', ofText.lexicon],
  ].map(([said, name, packed]) => `/** ${said} */\nexport const ${name}: string =\n  '${packed}'\n`)
  return `/** Weights of the model, written by scripts/training/train.mjs; see docs/model.md. */\n\n${parts.join('\n')}`
}

/** Copy the build and put other weights into the copy. */
function writeBuild(to, source) {
  rmSync(to, {recursive: true, force: true})
  mkdirSync(to, {recursive: true})
  cpSync(dist, join(to, 'dist'), {recursive: true})
  for (const name of ['node_modules', 'package.json']) symlinkSync(join(root, name), join(to, name))
  writeFileSync(
    join(to, 'dist', 'pipeline', 'strip-debris', 'model', 'weights.js'),
    source.replaceAll(': string =', ' ='),
  )
}
