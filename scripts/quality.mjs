#!/usr/bin/env node
/**
 * Measure the pipeline on labelled pages and print the table: per set and mode the score, the worst pages, and per rule of
 * strip-debris how much it took, and how much of that stands in the gold text and is missing from the result (harm).
 *
 *   npm run build && node scripts/quality.mjs FOLDER [--set SET] [--mode MODE] [--worst N] [--rules N] [--nothing] [--skip-stage ID] [--to DIR]
 *
 * FOLDER holds `score.mjs`, the sets (`SET/gold.json`, `SET/MODE/ID.MODE.gz`) and `scrapes` with its `score.py`. The measure
 * itself is FOLDER's: this script writes results to a folder of its own and calls the scorer.
 */
import {execFileSync} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {pathToFileURL} from 'node:url'
import {parseArgs} from 'node:util'
import {gunzipSync} from 'node:zlib'

const {values: flags, positionals} = parseArgs({
  allowPositionals: true,
  options: {
    set: {type: 'string', multiple: true},
    mode: {type: 'string', multiple: true},
    worst: {type: 'string', default: '0'},
    rules: {type: 'string', default: '0'},
    nothing: {type: 'boolean', default: false},
    'skip-stage': {type: 'string', multiple: true, default: ['canonicalize-names']},
    to: {type: 'string'},
    dist: {type: 'string', default: join(import.meta.dirname, '..', 'dist')},
    verbose: {type: 'boolean', default: false},
  },
})
if (positionals.length !== 1) {
  console.error('usage: quality.mjs FOLDER [--set SET] [--mode MODE] [--worst N] [--rules N] [--nothing]')
  process.exit(2)
}
const folder = resolve(positionals[0])
const load = (path) => import(pathToFileURL(resolve(flags.dist, path)).href)
const {stages} = await load('pipeline/index.js')
const {makePipeline} = await load('src/run/pipeline.js')
const skipped = new Set([...flags['skip-stage'], ...(flags.nothing ? ['strip-debris'] : [])])
const pipeline = makePipeline(
  stages.filter(({id}) => !skipped.has(id)).map((stage) => ({stage, options: stage.options.parse({})})),
)
const target = flags.to ? resolve(flags.to) : mkdtempSync(join(tmpdir(), 'quality-'))

const words = (text) => text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []
function shingles(list) {
  const counts = new Map()
  for (let index = 0; index + 3 < list.length; index++) {
    const key = list.slice(index, index + 4).join(' ')
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}
const plain = (text) => text.replace(/!\[[^\]]*\]\([^)]*\)/g, ' ').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')

/** Hits, words and harmed words per rule. */
const harm = new Map()
function measureHarm(gold, result) {
  const wanted = shingles(words(gold))
  const lines = new Set(gold.split('\n').map((line) => words(line).join(' ')))
  const have = shingles(words(plain(result.markdown)))
  for (const {stage, edits} of result.activities) {
    if (stage.id !== 'strip-debris') continue
    for (const {rule, before, evidence} of edits) {
      const list = words(plain(before))
      if (list.length === 0) continue
      let hurt = 0
      const own = shingles(list)
      if (own.size === 0) hurt = list.length > 1 && lines.has(list.join(' ')) ? 1 : 0
      else for (const key of own.keys()) if ((wanted.get(key) ?? 0) > (have.get(key) ?? 0)) hurt += 1 / own.size
      const row = harm.get(rule) ?? {hits: 0, bad: 0, words: 0, hurt: 0, cases: []}
      row.hits++
      row.words += list.length
      row.hurt += hurt * list.length
      if (hurt >= 0.8) {
        row.bad++
        row.cases.push(`${result.id.slice(0, 8)} ${before.trim().slice(0, 90).replace(/\n/g, '⏎')} | ${evidence ?? ''}`)
      }
      harm.set(rule, row)
    }
  }
}

const sets = flags.set ?? ['scrapinghub', 'wcxb', 'l3s', 'trafilatura', 'scrapes']
for (const set of sets.filter((name) => name !== 'scrapes')) {
  const goldPath = join(folder, set, 'gold.json')
  if (!existsSync(goldPath)) continue
  const gold = JSON.parse(readFileSync(goldPath, 'utf8'))
  for (const mode of flags.mode ?? ['txt', 'md', 'html']) {
    const from = join(folder, set, mode)
    if (!existsSync(from)) continue
    const to = join(target, `${set}-${mode}`)
    mkdirSync(to, {recursive: true})
    let time = 0
    const failures = []
    for (const name of readdirSync(from).sort()) {
      const id = name.slice(0, -`.${mode}.gz`.length)
      const raw = gunzipSync(readFileSync(join(from, name)))
      const start = performance.now()
      try {
        const result = pipeline.clean(raw, id)
        time += performance.now() - start
        writeFileSync(join(to, `${id}.md`), result.markdown)
        if (gold[id]?.text !== undefined) measureHarm(gold[id].text, result)
      } catch (error) {
        failures.push(`${id}: ${error.message}`)
      }
    }
    const scored = execFileSync(
      process.execPath,
      [join(folder, 'score.mjs'), '--data', folder, '--set', set, '--pred', to, '--worst', flags.worst],
      {encoding: 'utf8', maxBuffer: 1 << 26},
    )
    console.log(`${mode.padEnd(4)} ${scored.trim()}  (${Math.round(time)} ms)`)
    for (const failure of failures) console.log(`  failed ${failure}`)
  }
}
if (sets.includes('scrapes') && existsSync(join(folder, 'scrapes'))) {
  const to = join(target, 'scrapes')
  mkdirSync(to, {recursive: true})
  for (const name of readdirSync(join(folder, 'scrapes'))) {
    if (!/\.(?:txt|md)$/.test(name)) continue
    const result = pipeline.clean(readFileSync(join(folder, 'scrapes', name)), name.replace(/\.[a-z]+$/, ''))
    writeFileSync(join(to, `${result.id}.md`), result.markdown)
  }
  const args = [join(folder, 'scrapes', 'score.py'), join(folder, 'scrapes'), to]
  if (existsSync(join(folder, 'scrapes', 'ids.list'))) args.push('--ids', join(folder, 'scrapes', 'ids.list'))
  if (flags.verbose) args.push('-v')
  const scored = execFileSync('python3', args, {encoding: 'utf8', maxBuffer: 1 << 26})
  console.log(flags.verbose ? scored : `scrapes ${scored.trim().split('\n').at(-1)}`)
}
if (Number(flags.rules) > 0) {
  console.log('\nrule                   hits  in gold  words  harmed words')
  const rows = [...harm].sort((a, b) => b[1].hurt - a[1].hurt).slice(0, Number(flags.rules))
  for (const [rule, row] of rows) {
    console.log(
      `${rule.padEnd(22)} ${String(row.hits).padStart(5)}  ${`${((100 * row.bad) / row.hits).toFixed(1)} %`.padStart(7)}  ${String(row.words).padStart(6)}  ${Math.round(row.hurt)}`,
    )
    if (flags.verbose) for (const line of row.cases.slice(0, 12)) console.log(`    ${line}`)
  }
}
if (!flags.to) rmSync(target, {recursive: true})
