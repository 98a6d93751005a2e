#!/usr/bin/env node
/**
 * Measure what lift-metadata finds on pages that keep their declarations to themselves, and print, per set, mode and field, how
 * many values are right, wrong and missing.
 *
 *   npm run build && npm run quality:metadata -- FOLDER [--set SET] [--mode MODE] [--rules] [--cases FIELD] [--folds N,N]
 *
 * FOLDER holds the sets as `SET/gold.json` and `SET/MODE/ID.MODE.gz`. What a page declares to machines (linked data, meta elements) is
 * taken as the truth of it, then taken out of the page (`declared.mjs`); titles, time elements, microdata and addresses stay, as
 * does all that a reader sees. Texts (txt, md) are those of the same pages and never had a declaration.
 *
 * `stands` counts the pages whose text, as the stage gets it, has the truth at all; the last column is the share of those that is
 * right. Precision is right of those found, recall and wrong are shares of all pages that declare the field. See docs/quality.md.
 */
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {pathToFileURL} from 'node:url'
import {parseArgs} from 'node:util'
import {gunzipSync} from 'node:zlib'
import {makeProbe} from '../probe.mjs'
import {foldOf, makeSiteOf} from '../training/sites.mjs'
import {declarationsOf, fold, verdictOn, withoutDeclarations, withoutSite} from './declared.mjs'

const root = join(import.meta.dirname, '..', '..')
const {values: flags, positionals} = parseArgs({
  allowPositionals: true,
  options: {
    set: {type: 'string', multiple: true, default: ['scrapinghub', 'wcxb', 'l3s', 'trafilatura']},
    mode: {type: 'string', multiple: true, default: ['html', 'txt', 'md']},
    cases: {type: 'string', multiple: true, default: []},
    rules: {type: 'boolean', default: false},
    folds: {type: 'string', default: '0,1,2,3,4'},
    dist: {type: 'string', default: join(root, 'dist')},
  },
})
if (positionals.length !== 1) {
  console.error('usage: metadata.mjs FOLDER [--set SET] [--mode MODE] [--rules] [--cases FIELD] [--folds N,N]')
  process.exit(2)
}
const folder = resolve(positionals[0])
const chosenFolds = new Set(flags.folds.split(',').map(Number))
const load = (path) => import(pathToFileURL(join(resolve(flags.dist), path)).href)
const {stages} = await load('pipeline/index.js')
const {findDates} = await load('pipeline/lift-metadata/dates.js')
const {makePipeline} = await load('src/run/pipeline.js')
const {decodeBytes} = await load('src/document/encoding.js')
const {visibleText} = await load('src/document/visible-text.js')

const fields = ['date', 'title', 'author']
const probe = makeProbe()
const at = stages.findIndex(({id}) => id === 'lift-metadata')
const pipeline = makePipeline(
  [...stages.slice(0, at), probe.stage, stages[at]].map((stage) => ({stage, options: stage.options.parse({})})),
)

const totals = new Map()
const byRule = new Map()
const cases = []
for (const set of flags.set) {
  if (!existsSync(join(folder, set, 'html'))) continue
  const gold = JSON.parse(readFileSync(join(folder, set, 'gold.json'), 'utf8'))
  const siteOf = makeSiteOf(folder, set, gold)
  for (const name of readdirSync(join(folder, set, 'html')).sort()) {
    const id = name.slice(0, -'.html.gz'.length)
    if (!chosenFolds.has(foldOf(siteOf(id)))) continue
    const {text: html} = decodeBytes(rawOf(set, id, 'html'))
    const declared = declarationsOf(html)
    for (const mode of flags.mode) {
      const raw =
        mode === 'html'
          ? Buffer.from(`\uFEFF${withoutDeclarations(html).replace(/^\uFEFF/, '')}`)
          : rawOf(set, id, mode)
      if (raw) measure(set, mode, id, declared, pipeline.clean(raw, id))
    }
  }
}
print()

function rawOf(set, id, mode) {
  const path = join(folder, set, mode, `${id}.${mode}.gz`)
  return existsSync(path) ? gunzipSync(readFileSync(path)) : undefined
}

function measure(set, mode, id, declared, {metadata, facts}) {
  for (const field of fields) {
    if (declared[field] === undefined) continue
    const found = metadata[field]
    const verdict = verdictOn(field, declared[field], found)
    const rule = found === undefined ? '-' : (facts?.findLast((fact) => fact.field === field)?.rule ?? '?')
    const stands = hasTruth(field, declared[field], probe.document.text)
    for (const key of [`${mode} ${set}`, `${mode} all`]) count(totals, field, key, verdict, stands)
    count(byRule, field, `${mode} ${rule}`, verdict, stands)
    if (verdict !== 'right' && flags.cases.includes(field))
      cases.push(
        `${field} ${verdict}${stands ? '' : ' (not there)'} ${set}-${mode}/${id}: ${[declared[field]].flat().join(' ; ')} | ${[found ?? '-'].flat().join(' ; ')} | ${rule}`,
      )
  }
}

function count(table, field, key, verdict, stands) {
  const rows = table.get(field) ?? new Map()
  table.set(field, rows)
  const row = rows.get(key) ?? {pages: 0, stands: 0, reached: 0, right: 0, wrong: 0, missing: 0}
  rows.set(key, row)
  row.pages++
  row.stands += Number(stands)
  row.reached += Number(stands && verdict === 'right')
  row[verdict]++
}

/** Whether the truth stands anywhere in a text. */
function hasTruth(field, truth, text) {
  if (field === 'date')
    return text
      .split('\n')
      .some(
        (line) =>
          /\d/.test(line) && findDates(visibleText(line.slice(0, 1000)), 9).some(({iso}) => truth.includes(iso)),
      )
  const words = ` ${fold(text)} `
  const forms = field === 'title' ? truth.flatMap(withoutSite) : truth.map(fold)
  return forms.some((form) => words.includes(` ${form} `))
}

function print() {
  printTable(totals)
  if (flags.rules) printTable(byRule)
  for (const line of cases) console.log(line)
}

function printTable(table) {
  const share = (part, whole) => (whole === 0 ? '–' : (part / whole).toFixed(3)).padStart(11)
  for (const [field, rows] of table) {
    console.log(`\n${field.padEnd(26)} pages stands  right  wrong missing  precision     recall      wrong  of stands`)
    for (const [key, {pages, stands, reached, right, wrong, missing}] of [...rows].sort(([a], [b]) =>
      a < b ? -1 : 1,
    )) {
      const counts = [pages, stands, right, wrong, missing].map((count) => String(count).padStart(6)).join(' ')
      const shares = [share(right, right + wrong), share(right, pages), share(wrong, pages), share(reached, stands)]
      console.log(`${key.padEnd(25)} ${counts} ${shares.join('')}`)
    }
  }
}
