/** Turn a folder of labelled pages into rows of features with labels, by the pipeline up to strip-debris. */
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {gunzipSync} from 'node:zlib'
import {makeProbe} from '../probe.mjs'
import {labelUnits, words} from './labels.mjs'
import {makeSiteOf} from './sites.mjs'

export async function loadDataset(folder, dist, {sets, modes, documents}) {
  const load = (path) => import(pathToFileURL(join(dist, path)).href)
  const {stages} = await load('pipeline/index.js')
  const {gatherEvidence, zones} = await load('pipeline/strip-debris/index.js')
  const {features, measureUnits} = await load('pipeline/strip-debris/model/features.js')
  const {elementFeatures} = await load('pipeline/strip-debris/model/elements.js')
  const {readTopic} = await load('pipeline/strip-debris/model/topics.js')
  const {makePipeline} = await load('src/run/pipeline.js')
  /** All units of a document: a row of `features.length` numbers each. */
  const rowsOf = (evidence, topics) => {
    const rows = new Float32Array(evidence.units.length * features.length)
    if (evidence.units.length === 0) return rows
    const write = measureUnits(evidence, topics)
    for (let index = 0; index < evidence.units.length; index++) write(index, rows, index * features.length)
    return rows
  }
  const probe = makeProbe()
  const before = stages.slice(
    0,
    stages.findIndex(({id}) => id === 'strip-debris'),
  )
  const pipeline = makePipeline([
    ...before.map((stage) => ({stage, options: stage.options.parse({})})),
    {stage: probe.stage, options: {}},
  ])
  const pages = []
  const tables = []
  let from = 0
  const examine = (raw, id, set, mode, truth, site) => {
    try {
      pipeline.clean(raw, id)
    } catch (error) {
      console.error(`${id}: ${error.message}`)
      return
    }
    const evidence = gatherEvidence(probe.document)
    const labels = truth(evidence.units)
    if (!labels) return
    const topics = evidence.units.map(readTopic)
    const said = ({words}) => words.join(' ')
    pages.push({
      id,
      set,
      mode,
      site,
      ...labels,
      units: evidence.units.map(({words, isProse}) => ({words, isProse})),
      isSettled: Uint8Array.from(evidence.removals, (removal) =>
        Number(removal !== undefined && !zones.has(removal.rule)),
      ),
      texts: topics.map(said),
      title: said(readTopic({plain: evidence.title, words: 1})),
      from,
    })
    tables.push(rowsOf(evidence, topics))
    from += evidence.units.length
  }
  for (const set of sets) {
    const gold = JSON.parse(readFileSync(join(folder, set, 'gold.json'), 'utf8'))
    const siteOf = makeSiteOf(folder, set, gold)
    for (const mode of modes) {
      if (!existsSync(join(folder, set, mode))) continue
      const names = readdirSync(join(folder, set, mode)).sort()
      for (const name of names) {
        const id = name.slice(0, -`.${mode}.gz`.length)
        if (!gold[id]) continue
        const raw = gunzipSync(readFileSync(join(folder, set, mode, name)))
        examine(raw, id, set, mode, (units) => labelsOf(units, gold[id]), siteOf(id))
      }
    }
    // The gold text alone, as a page without debris.
    for (const id of Object.keys(gold)) {
      if (!modes.includes('gold') || gold[id].text === undefined) continue
      examine(Buffer.from(`${gold[id].text}\n`), id, set, 'gold', (units) => labelsOf(units, gold[id]), siteOf(id))
    }
  }
  // Scrapes labelled line by line: K stays, D goes, N may do either.
  for (const name of listed(join(folder, 'scrapes')).filter((entry) => entry.endsWith('.labels'))) {
    const id = name.slice(0, -'.labels'.length)
    const marks = readFileSync(join(folder, 'scrapes', name), 'utf8').split('\n')
    const raw = readFileSync(join(folder, 'scrapes', `${id}.txt`), 'utf8')
    const lines = raw.split('\n')
    const marked = (mark) => lines.filter((_, index) => marks[index] === mark).map(visible)
    const text = marked('K').join('\n')
    const open = new Set(marked('N').map((line) => words(line).join(' ')))
    const truth = (units) => labelsOf(units, {text}, open)
    examine(Buffer.from(raw), id, 'scrapes', 'txt', truth, id)
    examine(
      Buffer.from(`${lines.filter((_, index) => marks[index] === 'K' || marks[index] === '-').join('\n')}\n`),
      id,
      'scrapes',
      'gold',
      truth,
      id,
    )
  }
  // Whole documents with the result that an editor wants.
  for (const id of documents ? listed(documents) : []) {
    const name = listed(join(documents, id)).find((entry) => entry.startsWith('raw.'))
    if (!name) continue
    const expected = readFileSync(join(documents, id, 'expected.md'), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '')
    const truth = (units) => labelsOf(units, {text: visible(expected)})
    examine(readFileSync(join(documents, id, name)), id, 'documents', name === 'raw.html' ? 'html' : 'txt', truth, id)
    examine(Buffer.from(expected), id, 'documents', 'gold', truth, id)
  }
  const rows = new Float32Array(from * features.length)
  for (const [index, table] of tables.entries()) rows.set(table, pages[index].from * features.length)
  const width = features.length
  return {pages, rows, width, textWidth: width - elementFeatures.length}
}

const listed = (path) => (existsSync(path) ? readdirSync(path).sort() : [])

/** What a reader sees of markdown, nearly enough to compare words. */
function visible(markdown) {
  let text = markdown.replace(/!\[[^\]]*\]\([^)]*\)/g, ' ').replace(/<!--[\s\S]*?-->|<\/?[a-zA-Z][^<>]*>/g, ' ')
  for (let turn = 0; turn < 2; turn++) text = text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
  return text.replace(/\\([!-/:-@[-`{-~])/g, '$1').replace(/\*\*|__/g, '')
}

/** @param open texts that may stay or go */
function labelsOf(units, page, open = new Set()) {
  if (page.text !== undefined) {
    const found = labelUnits(units, page.text)
    if (!found) return undefined
    const gold = page.text.match(/[\p{L}\p{N}_]+/gu)?.length ?? 0
    return {
      gold,
      words: found.map(({words}) => words),
      labels: found.map(({share}) => Number(share >= 0.5)),
      hits: found.map(({words, share}) => Math.round(words * share)),
      // A title is kept by its place and is gold in some sets and not in others.
      weights: found.map(({words, share}, index) =>
        words === 0 || /^# /.test(units[index].source) || open.has(textOf(units[index]))
          ? 0
          : share > 0.2 && share < 0.8
            ? 0.5
            : 1,
      ),
    }
  }
  const squash = (text) => text.replace(/\s+/g, ' ').trim()
  const texts = units.map(({plain}) => squash(plain))
  const has = (list) => texts.map((text) => (list ?? []).some((snippet) => text.includes(squash(snippet))))
  const good = has(page.with)
  const bad = has(page.without)
  return {
    gold: 400,
    words: texts.map((text) => text.match(/[\p{L}\p{N}_]+/gu)?.length ?? 0),
    labels: good.map(Number),
    hits: undefined,
    weights: good.map((isGood, index) => (isGood !== bad[index] ? 1 : 0)),
  }
}

const textOf = ({plain}) => words(plain).join(' ')
