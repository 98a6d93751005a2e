#!/usr/bin/env node
/**
 * Learn which line of a flattened page is its title, and write the weights.
 *
 *   npm run build && npm run train:titles -- FOLDER [--to FILE] [--errors]
 *
 * FOLDER holds sets as `SET/gold.json` and `SET/MODE/ID.MODE.gz`. What the title is, the page itself says: its declaration or
 * main heading in the html is looked for among the lines of the txt. Texts in which no line is the title teach where there is
 * none. Prints how many titles are found on pages of sites that were not learned from.
 */
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {pathToFileURL} from 'node:url'
import {parseArgs} from 'node:util'
import {gunzipSync} from 'node:zlib'
import {makeProbe} from '../probe.mjs'
import {foldOf, folds, makeSiteOf} from './sites.mjs'

const root = join(import.meta.dirname, '..', '..')
const {values: flags, positionals} = parseArgs({
  allowPositionals: true,
  options: {
    to: {type: 'string', default: join(root, 'pipeline', 'lift-metadata', 'title-weights.ts')},
    dist: {type: 'string', default: join(root, 'dist')},
    errors: {type: 'boolean', default: false},
  },
})
if (positionals.length !== 1) {
  console.error('usage: titles.mjs FOLDER [--to FILE] [--errors]')
  process.exit(2)
}
const folder = resolve(positionals[0])
const load = (path) => import(pathToFileURL(join(resolve(flags.dist), path)).href)
const {stages} = await load('pipeline/index.js')
const {measureTitleLines} = await load('pipeline/lift-metadata/title-line.js')
const {unitsOf} = await load('pipeline/lift-metadata/units.js')
const {makePipeline} = await load('src/run/pipeline.js')
const {foldText} = await load('src/document/visible-text.js')

/** Weight of a large weight, against the fit to the pages. */
const ridge = 0.5
const steps = 400
const rate = 0.05

const readText = before('lift-metadata')
const readPage = before('strip-debris')
const pages = loadPages()
const names = Object.keys(pages[0].lines[0].measures)
report()
const learned = learn(pages)
const table = names.map((name, index) => `  ${name}: ${Number(learned[index].toFixed(2))},\n`).join('')
writeFileSync(
  flags.to,
  `/** What each measure of a line says for its being the title; written by scripts/training/titles.mjs. */\nexport const titleWeights = {\n${table}}\n`,
)

/** The stages before one, as a function from a raw to the document that the stage would be given. */
function before(name) {
  const probe = makeProbe()
  const end = stages.findIndex(({id}) => id === name)
  const pipeline = makePipeline([
    ...stages.slice(0, end).map((each) => ({stage: each, options: each.options.parse({})})),
    {stage: probe.stage, options: {}},
  ])
  return (raw, id) => {
    pipeline.clean(raw, id)
    return probe.document
  }
}

function loadPages() {
  const found = []
  for (const set of readdirSync(folder).sort()) {
    if (!existsSync(join(folder, set, 'gold.json'))) continue
    const gold = JSON.parse(readFileSync(join(folder, set, 'gold.json'), 'utf8'))
    const siteOf = makeSiteOf(folder, set, gold)
    for (const id of Object.keys(gold).sort()) {
      const text = rawOf(set, id, 'txt')
      const html = rawOf(set, id, 'html')
      if (!text || !html) continue
      const title = readPage(html, id).facts.findLast(({field}) => field === 'title')?.value
      if (typeof title !== 'string') continue
      const entry = {id: `${set}/${id}`, set, fold: foldOf(siteOf(id)), title}
      found.push({...entry, ...linesOf(text, id, title), weight: 1})
      const body = gold[id].text
      if (!body) continue
      // Texts that came without the frame of a page: there the first line is the title for any reader, whatever the page says.
      const whole = {...entry, form: 'body', ...linesOf(Buffer.from(`${body}\n`), id, title), weight: 0.3}
      if (whole.hasTitle || whole.lines[0]?.unit !== 0) found.push(whole)
      if (!whole.hasTitle)
        found.push({...entry, form: 'titled', ...linesOf(Buffer.from(`${title}\n\n${body}\n`), id, title), weight: 0.3})
    }
  }
  return found.filter(({lines}) => lines.length > 0)
}

function rawOf(set, id, mode) {
  const path = join(folder, set, mode, `${id}.${mode}.gz`)
  return existsSync(path) ? gunzipSync(readFileSync(path)) : undefined
}

/** The lines of a text that may be its title, and whether each is; a site's name may stand beside it in the declaration. */
function linesOf(raw, id, title) {
  const document = readText(raw, id)
  const units = unitsOf(document)
  const whole = foldText(title)
  const isTitle = ({fold, words}) =>
    fold === whole || (words >= 3 && (whole.startsWith(`${fold} `) || whole.endsWith(` ${fold}`)))
  const lines = measureTitleLines(document.text, units).map(({unit, measures}) => ({
    unit,
    text: units[unit].text,
    measures,
    row: Object.values(measures),
    isTitle: isTitle(units[unit]),
  }))
  return {lines, hasTitle: units.some((unit) => unit.words > 0 && isTitle(unit))}
}

/** Fit a choice between the lines of a page and none of them (a conditional logit), by gradient steps with momentum (Adam). */
function learn(examples) {
  const weights = new Float64Array(names.length)
  const mean = new Float64Array(names.length)
  const variance = new Float64Array(names.length)
  for (let step = 1; step <= steps; step++) {
    const gradient = weights.map((weight) => ridge * weight)
    for (const {lines, weight} of examples) {
      const odds = lines.map(({row}) => Math.exp(scoreOf(weights, row)))
      const all = odds.reduce((sum, value) => sum + value, 1)
      const right = odds.reduce((sum, value, index) => sum + (lines[index].isTitle ? value : 0), 0)
      for (const [index, {row, isTitle}] of lines.entries()) {
        const error = odds[index] / all - (isTitle ? odds[index] / right : 0)
        for (let place = 0; place < row.length; place++) gradient[place] += weight * error * row[place]
      }
    }
    for (let place = 0; place < weights.length; place++) {
      mean[place] = 0.9 * mean[place] + 0.1 * gradient[place]
      variance[place] = 0.999 * variance[place] + 0.001 * gradient[place] ** 2
      const size = Math.sqrt(variance[place] / (1 - 0.999 ** step)) + 1e-8
      weights[place] -= (rate * mean[place]) / (1 - 0.9 ** step) / size
    }
  }
  return weights
}

function scoreOf(weights, row) {
  return row.reduce((sum, value, place) => sum + weights[place] * value, 0)
}

/** Print what is found on pages of sites that were not learned from. */
function report() {
  const counts = new Map()
  for (let fold = 0; fold < folds; fold++) {
    const weights = learn(pages.filter((page) => page.fold !== fold))
    for (const page of pages.filter((each) => each.fold === fold)) {
      const scores = page.lines.map(({row}) => scoreOf(weights, row))
      const best = scores.indexOf(Math.max(...scores))
      const chosen = scores[best] > 0 ? page.lines[best] : undefined
      const verdict = chosen?.isTitle ? 'right' : chosen ? (page.hasTitle ? 'wrong' : 'absent') : 'none'
      const key = page.form ? `${page.set}, ${page.form}` : page.set
      const row = counts.get(key) ?? {pages: 0, withTitle: 0, right: 0, wrong: 0, absent: 0, none: 0}
      counts.set(key, row)
      row.pages++
      row.withTitle += Number(page.hasTitle)
      row[verdict]++
      if (flags.errors && verdict !== 'right') {
        console.log(`${key} ${page.id} ${verdict}: ${chosen?.text ?? '-'} | ${page.title}`)
      }
    }
  }
  console.table(Object.fromEntries(counts))
}
