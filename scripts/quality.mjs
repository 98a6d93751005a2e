#!/usr/bin/env node
/**
 * Measure the pipeline on labelled pages and print: per set and mode the score and the worst pages, and per rule of
 * strip-debris and drop-repeats what it took and how much of that was harm. See docs/quality.md.
 *
 *   npm run build && npm run quality -- FOLDER [--set SET] [--mode MODE] [--worst N] [--rules N] [--cases RULE]
 *   npm run build && npm run quality -- FOLDER --baseline [--update]
 *   npm run build && npm run quality -- FOLDER --held-out DIR     each page by a build that has not seen its site: see train.mjs
 *
 * FOLDER holds `score.mjs`, the sets (`SET/gold.json`, `SET/MODE/ID.MODE.gz`) and `scrapes` with its `score.py`. The score
 * itself is FOLDER's: this script writes results to a folder of its own and calls the scorer.
 *
 * Exit code 1 for a rule whose harm has risen, a page that failed; 2 for wrong arguments.
 */
import {execFileSync} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {pathToFileURL} from 'node:url'
import {parseArgs} from 'node:util'
import {gunzipSync} from 'node:zlib'
import {makeHarm, measuredStages} from './quality/harm.mjs'
import {harmRisen, readMeasured, writeMeasured} from './quality/measured.mjs'
import {caseLines, ruleTable} from './quality/table.mjs'
import {foldOf, folds, makeSiteOf} from './training/sites.mjs'

const root = join(import.meta.dirname, '..')
const {values: flags, positionals} = parseArgs({
  allowPositionals: true,
  options: {
    set: {type: 'string', multiple: true},
    mode: {type: 'string', multiple: true},
    worst: {type: 'string', default: '3'},
    rules: {type: 'string', default: '100'},
    cases: {type: 'string', multiple: true, default: []},
    baseline: {type: 'boolean', default: false},
    update: {type: 'boolean', default: false},
    measured: {type: 'string', default: join(root, 'pipeline')},
    nothing: {type: 'boolean', default: false},
    'skip-stage': {type: 'string', multiple: true, default: ['canonicalize-names']},
    to: {type: 'string'},
    dist: {type: 'string', default: join(root, 'dist')},
    'held-out': {type: 'string'},
    verbose: {type: 'boolean', default: false},
  },
})
if (positionals.length !== 1)
  stop('usage: quality.mjs FOLDER [--set SET] [--mode MODE] [--worst N] [--baseline [--update]]')
if (flags.update && !flags.baseline) stop('Unexpected --update without --baseline')
if (flags.baseline && (flags.set || flags.mode || flags.nothing)) {
  stop('Unexpected --set, --mode or --nothing beside --baseline: what was measured is that of all sets and modes')
}
if (flags['held-out'] && flags.baseline) stop('Unexpected --held-out beside --baseline')
const folder = resolve(positionals[0])
const skipped = new Set([...flags['skip-stage'], ...(flags.nothing ? ['strip-debris'] : [])])
/** The program that cleans the pages of a site: with --held-out the one that has seen none of them. */
const pipelines = flags['held-out']
  ? await Promise.all(Array.from({length: folds}, (_, fold) => pipelineOf(join(flags['held-out'], `${fold}`, 'dist'))))
  : [await pipelineOf(flags.dist)]
const cleanerOf = (site) => pipelines[flags['held-out'] ? foldOf(site) : 0]
const target = flags.to ? resolve(flags.to) : mkdtempSync(join(tmpdir(), 'quality-'))
const harm = makeHarm()

const sets = flags.set ?? ['scrapinghub', 'wcxb', 'l3s', 'trafilatura', 'scrapes']
for (const set of sets.filter((name) => name !== 'scrapes')) {
  const goldPath = join(folder, set, 'gold.json')
  if (!existsSync(goldPath)) continue
  const gold = JSON.parse(readFileSync(goldPath, 'utf8'))
  for (const mode of flags.mode ?? ['txt', 'md', 'html']) {
    if (existsSync(join(folder, set, mode))) measure(set, mode, gold)
  }
}
if (sets.includes('scrapes') && existsSync(join(folder, 'scrapes'))) measureScrapes()
if (Number(flags.rules) > 0 && harm.rows.size > 0) {
  console.log('')
  process.stdout.write(ruleTable(harm.rows, Number(flags.rules)))
}
for (const rule of flags.cases) {
  console.log(`\n${rule}`)
  process.stdout.write(caseLines(harm.rows.get(rule) ?? {cases: []}))
}
if (flags.baseline) compare()
if (!flags.to) rmSync(target, {recursive: true})

/** Clean the pages of a set in one mode, print the score of the results, and count harm where there is a body to hold against. */
function measure(set, mode, gold) {
  const from = join(folder, set, mode)
  const to = join(target, `${set}-${mode}`)
  mkdirSync(to, {recursive: true})
  const siteOf = makeSiteOf(folder, set, gold)
  let time = 0
  const failures = []
  for (const name of readdirSync(from).sort()) {
    const id = name.slice(0, -`.${mode}.gz`.length)
    const raw = gunzipSync(readFileSync(join(from, name)))
    const pipeline = cleanerOf(gold[id] ? siteOf(id) : id)
    const start = performance.now()
    try {
      const result = pipeline.clean(raw, id)
      time += performance.now() - start
      writeFileSync(join(to, `${id}.md`), result.markdown)
      if (gold[id]?.text !== undefined) harm.add(gold[id].text, result, `${set}-${mode}/${id.slice(0, 12)}`)
    } catch (error) {
      failures.push(`${id}: ${error.message}`)
    }
  }
  const scored = execFileSync(
    process.execPath,
    [join(folder, 'score.mjs'), '--data', folder, '--set', set, '--pred', to, '--worst', flags.worst],
    {encoding: 'utf8', maxBuffer: 1 << 26},
  )
  const lines = scored.trim().split('\n')
  console.log(`${mode.padEnd(4)} ${lines.at(-1)}  (${Math.round(time)} ms)`)
  for (const line of lines.slice(0, -1)) console.log(`       ${line}`)
  for (const failure of failures) console.log(`  failed ${failure}`)
  if (failures.length > 0) process.exitCode = 1
}

/** Clean the scrapes that are labelled by line, and print their score. */
function measureScrapes() {
  const from = join(folder, 'scrapes')
  const to = join(target, 'scrapes')
  mkdirSync(to, {recursive: true})
  for (const name of readdirSync(from)) {
    if (!/\.(?:txt|md)$/.test(name)) continue
    const id = name.replace(/\.[a-z]+$/, '')
    const result = cleanerOf(id).clean(readFileSync(join(from, name)), id)
    writeFileSync(join(to, `${result.id}.md`), result.markdown)
  }
  const args = [join(from, 'score.py'), from, to]
  if (existsSync(join(from, 'ids.list'))) args.push('--ids', join(from, 'ids.list'))
  if (flags.verbose) args.push('-v')
  const scored = execFileSync('python3', args, {encoding: 'utf8', maxBuffer: 1 << 26})
  console.log(flags.verbose ? scored : `scrapes ${scored.trim().split('\n').at(-1)}`)
}

/** Hold the harm of the rules against what was measured before, or write it down anew. */
function compare() {
  const risen = []
  for (const stage of measuredStages) {
    const path = join(resolve(flags.measured), stage, 'measured.ts')
    const rows = new Map([...harm.rows].filter(([, row]) => row.stage === stage))
    if (flags.update) {
      writeMeasured(path, rows)
      console.log(`\n${rows.size} rules written to ${path}`)
    } else risen.push(...harmRisen(readMeasured(path), rows))
  }
  if (flags.update) return
  console.log(risen.length === 0 ? '\nNo rule does more harm than before' : '\nRules that do more harm than before:')
  for (const line of risen) console.log(`  ${line}`)
  if (risen.length > 0) process.exitCode = 1
}

/** The pipeline of a build. */
async function pipelineOf(dist) {
  const load = (path) => import(pathToFileURL(resolve(dist, path)).href)
  const {stages} = await load('pipeline/index.js')
  const {makePipeline} = await load('src/run/pipeline.js')
  return makePipeline(
    stages.filter(({id}) => !skipped.has(id)).map((stage) => ({stage, options: stage.options.parse({})})),
  )
}

function stop(message) {
  console.error(message)
  process.exit(2)
}
