#!/usr/bin/env node
/**
 * Measure drop-corpus-repeats on texts with planted duplicates, paragraphs and furniture, and print precision and recall,
 * of duplicates beside what the theory of MinHash promises. See pipeline/drop-corpus-repeats.
 *
 *   npm run build && npm run quality:duplicates -- FOLDER [--seed N] [--lost]
 *   npm run build && npm run quality:duplicates -- FOLDER --site            print what goes, all files taken as of one site
 *   npm run build && npm run quality:duplicates -- FOLDER --pages           print what goes of labelled pages by site: see quality.mjs
 *   npm run build && npm run quality:duplicates -- --shuffle 50000000       measure the shuffle: seconds and memory
 *
 * FOLDER holds texts in markdown or plain text, each of another site. With --lost what went wrongly is printed.
 */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import {gunzipSync} from 'node:zlib'
import {dropCorpusRepeats as stage} from '../../dist/pipeline/drop-corpus-repeats/index.js'
import {openShuffle} from '../../dist/src/corpus/shuffle.js'
import {Document} from '../../dist/src/document/document.js'
import {makeSiteOf} from '../training/sites.mjs'
import {edited, plantCorpus, random, wordsOf} from './planted.mjs'

const {values: flags, positionals} = parseArgs({
  allowPositionals: true,
  options: {
    seed: {type: 'string', default: '1'},
    lost: {type: 'boolean', default: false},
    site: {type: 'boolean', default: false},
    pages: {type: 'boolean', default: false},
    shuffle: {type: 'string'},
  },
})
const options = stage.options.parse({})

if (flags.shuffle) await measureShuffle(Number(flags.shuffle))
else if (flags.pages && positionals.length === 1) await showPages(positionals[0])
else if (positionals.length !== 1) {
  console.error('usage: duplicates.mjs FOLDER [--seed N] [--lost] [--site] [--pages] | --shuffle RECORDS')
  process.exitCode = 2
} else {
  const texts = readTexts(positionals[0])
  console.log(`${texts.length} texts\n`)
  if (flags.site) await showSite(texts)
  else {
    await measureSheets(texts)
    await measureDuplicates(texts)
    await measureParagraphs(texts)
    await measureFurniture(texts)
  }
}

function readTexts(folder) {
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((name) => /\.(?:md|txt)$/.test(name))
    .sort()
    .map((name) => ({
      id: name.replace(/\.\w+$/, ''),
      text: readFileSync(join(folder, name), 'utf8').replaceAll('\r', ''),
    }))
}

function documentOf({id, text, source}) {
  const facts = source ? [{field: 'source', value: source, rule: 'given'}] : []
  return new Document({id, text, mediaType: 'text/markdown', facts})
}

async function decide(documents) {
  const sheets = documents.map((document) => ({id: document.id, sheet: stage.observe(documentOf(document), options)}))
  const verdicts = new Map()
  const walk = async function* () {
    yield* sheets
  }
  for await (const {id, verdict} of stage.decide(walk, options, openShuffle)) verdicts.set(id, verdict)
  return verdicts
}

async function measureSheets(texts) {
  let bytes = 0
  const length = texts.reduce((sum, {text}) => sum + text.length, 0)
  const documents = texts.map(documentOf)
  for (const document of documents) document.blocks
  const start = performance.now()
  for (const document of documents) bytes += JSON.stringify(stage.observe(document, options)).length
  const seconds = (performance.now() - start) / 1000
  console.log(
    `sheets: ${Math.round((bytes / length) * 10_240)} bytes for 10 KB of text, ${(length / 1e6 / seconds).toFixed(1)} MB/s\n`,
  )
}

/** Plant one copy of each text, changed to a degree; ask which copies are found, and what else is taken for one. */
async function measureDuplicates(texts) {
  const long = texts.filter(({text}) => wordsOf(text).length >= options.leastWords)
  const rows = []
  const kinds = [0, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4].map((rate) => [
    `${rate * 100} % of words`,
    (text, next) => edited(text, rate, next),
  ])
  kinds.push(['1 of 8 paragraphs cut', (text, next) => withoutParagraphs(text, 1 / 8, next)])
  kinds.push(['1 of 3 paragraphs cut', (text, next) => withoutParagraphs(text, 1 / 3, next)])
  for (const [kind, change] of kinds) {
    const next = random(Number(flags.seed))
    const copies = long.map(({id, text}) => ({id: `${id} copy`, text: change(text, next)}))
    const documents = [...long, ...copies].map((one, index) => ({...one, source: `https://site${index}.example/`}))
    const verdicts = await decide(documents)
    const base = (id) => id.replace(/ copy$/, '')
    let found = 0
    let wrong = 0
    for (const [id, {duplicate}] of verdicts) {
      if (!duplicate) continue
      if (base(id) === base(duplicate.of)) found++
      else wrong++
    }
    const similarities = long.map(({text}, index) => jaccard(text, copies[index].text))
    const promised = mean(similarities.map((s) => 1 - (1 - s ** options.rows) ** options.bands))
    rows.push([
      kind,
      mean(similarities).toFixed(3),
      share(found, long.length),
      `${(100 * promised).toFixed(1)} %`,
      share(found, found + wrong),
    ])
  }
  print('near-duplicates', ['changed', 'Jaccard', 'recall', 'bands alone', 'precision'], rows)
}

/** Plant a paragraph of each third text, changed to a degree, into another text. */
async function measureParagraphs(texts) {
  const rows = []
  for (const rate of [0, 0.05, 0.1, 0.2, 0.3]) {
    const next = random(Number(flags.seed))
    const bodies = texts
      .map(({id, text}) => ({id, paragraphs: proseOf(text)}))
      .filter(({paragraphs}) => paragraphs.length > 3)
    const planted = new Map()
    const before = await decide(
      bodies.map(({id, paragraphs}, index) => ({
        id,
        text: paragraphs.join('\n\n'),
        source: `https://site${index}.example/`,
      })),
    )
    const documents = bodies.map(({id, paragraphs}, index) => {
      const own = [...paragraphs]
      if (index % 3 === 0) {
        const other = bodies[(index + 1) % bodies.length]
        planted.set(id, other.id)
        own.splice(2, 0, edited(other.paragraphs[Math.floor(next() * other.paragraphs.length)], rate, next))
      }
      return {id, text: own.join('\n\n'), source: `https://site${index}.example/`}
    })
    const found = new Set()
    let wrong = 0
    for (const [id, {paragraphs = []}] of await decide(documents)) {
      const known = new Set((before.get(id)?.paragraphs ?? []).map(([name]) => name))
      for (const [name, other] of paragraphs) {
        if (planted.get(id) === other) found.add(id)
        else if (planted.get(other) === id) found.add(other)
        else if (!known.has(name)) wrong++
      }
    }
    rows.push([`${rate * 100} % of words`, share(found.size, planted.size), share(found.size, found.size + wrong)])
  }
  print('paragraphs', ['changed', 'recall', 'precision'], rows)
}

/** Plant furniture and forms that authors write over sites, and ask block by block what went. */
async function measureFurniture(texts) {
  const counts = new Map()
  const lost = []
  const documents = plantCorpus(
    texts.map(({text}) => proseOf(text)).filter(({length}) => length > 3),
    random(Number(flags.seed)),
  )
  const verdicts = await decide(documents)
  for (const document of documents) {
    const result = stage.run(documentOf(document), options, verdicts.get(document.id))
    const gone = new Uint8Array(document.text.length)
    for (const {start, end} of result.edits) gone.fill(1, start, end)
    for (const {kind, isFurniture, start, end} of document.parts) {
      let letters = 0
      let taken = 0
      for (let index = start; index < end; index++) {
        if (!/[\p{L}\p{N}]/u.test(document.text[index])) continue
        letters++
        taken += gone[index]
      }
      const key = `${isFurniture ? 'furniture' : 'kept'}: ${kind}`
      const count = counts.get(key) ?? {parts: 0, gone: 0}
      count.parts++
      count.gone += letters === 0 ? 0 : taken / letters
      counts.set(key, count)
      if (!isFurniture && taken > 0)
        lost.push(`${document.id} ${kind}: ${document.text.slice(start, end).slice(0, 150)}`)
    }
  }
  const rows = [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, {parts, gone}]) => [kind, `${parts}`, share(gone, parts)])
  print('furniture', ['part', 'planted', 'gone'], rows)
  const sum = (start) =>
    [...counts]
      .filter(([kind]) => kind.startsWith(start))
      .reduce((total, [, count]) => ({parts: total.parts + count.parts, gone: total.gone + count.gone}), {
        parts: 0,
        gone: 0,
      })
  const good = sum('furniture')
  const bad = sum('kept')
  console.log(
    `recall ${share(good.gone, good.parts)}, precision ${share(good.gone, good.gone + bad.gone)}; ${new Set([...verdicts].filter(([, {duplicate}]) => duplicate)).size} taken for duplicates\n`,
  )
  if (flags.lost) console.log(lost.join('\n'))
}

async function showSite(texts) {
  const verdicts = await decide(texts.map((text) => ({...text, source: 'https://site.example/'})))
  for (const text of texts) {
    const verdict = verdicts.get(text.id)
    if (!verdict) continue
    const {edits} = stage.run(documentOf(text), options, verdict)
    if (verdict.duplicate)
      console.log(`${text.id}: ${verdict.duplicate.isExact ? 'the same as' : 'nearly'} ${verdict.duplicate.of}`)
    for (const {start, end} of edits)
      console.log(`${text.id} ${start}: ${JSON.stringify(text.text.slice(start, end).trim().slice(0, 200))}`)
    for (const [, id] of verdict.paragraphs ?? []) console.log(`${text.id}: a paragraph of ${id}`)
  }
}

/** Print what goes of the pages of labelled sets, as they were before anything else was stripped, and mark what stands in the body. */
async function showPages(folder) {
  const pages = []
  const bodies = new Map()
  const fold = (text) => wordsOf(text.toLowerCase()).join(' ')
  for (const [set, mode] of [
    ['l3s', 'txt'],
    ['wcxb', 'md'],
    ['scrapinghub', 'md'],
  ]) {
    const gold = JSON.parse(readFileSync(join(folder, set, 'gold.json'), 'utf8'))
    const siteOf = makeSiteOf(folder, set, gold)
    for (const id of Object.keys(gold)) {
      const text = gunzipSync(readFileSync(join(folder, set, mode, `${id}.${mode}.gz`)))
        .toString()
        .replaceAll('\r', '')
      pages.push({id: `${set}/${id}`, text, source: `https://${siteOf(id)}/`})
      bodies.set(`${set}/${id}`, ` ${fold(gold[id].text)} `)
    }
  }
  const verdicts = await decide(pages)
  let gone = 0
  let inBody = 0
  for (const page of pages) {
    for (const {start, end, evidence} of stage.run(documentOf(page), options, verdicts.get(page.id)).edits) {
      const text = page.text.slice(start, end).trim()
      const isInBody = wordsOf(text).length > 0 && bodies.get(page.id).includes(` ${fold(text)} `)
      gone++
      if (isInBody) inBody++
      console.log(
        `${isInBody ? '!!' : '  '} ${page.id.slice(0, 16)} ${evidence}: ${JSON.stringify(text.slice(0, 100))}`,
      )
    }
  }
  const found = [...verdicts.values()]
  const duplicates = found.filter(({duplicate}) => duplicate).length
  console.log(
    `${pages.length} pages: ${gone} units gone, the words of ${inBody} are in the body (!!); ${duplicates} duplicates`,
  )
}

async function measureShuffle(records) {
  const shuffle = openShuffle()
  const memory = () => process.resourceUsage().maxRSS / 1024
  const before = memory()
  const next = random(1)
  let start = performance.now()
  for (let index = 0; index < records; index++) {
    const key = Math.floor(next() * 0.4 * records)
    shuffle.add(Math.imul(key, 0x9e3779b1) >>> 0, key, index, 0)
  }
  const added = performance.now() - start
  start = performance.now()
  let groups = 0
  for await (const _ of shuffle.groups()) groups++
  const grouped = performance.now() - start
  shuffle.close()
  const rate = (milliseconds) =>
    `${(milliseconds / 1000).toFixed(1)} s, ${(records / milliseconds / 1000).toFixed(1)} M records/s`
  console.log(`${records} records, ${groups} groups; added in ${rate(added)}; grouped in ${rate(grouped)}`)
  console.log(`most memory ${memory().toFixed(0)} MB (RSS), before the first record ${before.toFixed(0)} MB`)
}

function proseOf(text) {
  return text
    .split(/\n{2,}/)
    .filter((part) => wordsOf(part).length >= 25 && !/^\s*(?:[-*+#|>]|\d+\.)/.test(part) && !part.includes(']('))
}

function withoutParagraphs(text, rate, next) {
  return text
    .split(/\n{2,}/)
    .filter(() => next() >= rate)
    .join('\n\n')
}

/** The similarity that signatures estimate, counted out. */
function jaccard(one, other) {
  const [first, second] = [one, other].map((text) => {
    const words = wordsOf(text.replace(/\]\([^()\s]*\)/g, '] ').toLowerCase())
    return new Set(
      words
        .map((_, index) => words.slice(index, index + options.shingle).join(' '))
        .slice(0, Math.max(1, words.length - options.shingle + 1)),
    )
  })
  const common = [...first].filter((shingle) => second.has(shingle)).length
  return common / (first.size + second.size - common)
}

function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function share(part, whole) {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`
}

function print(title, head, rows) {
  const widths = head.map((cell, column) => Math.max(cell.length, ...rows.map((row) => row[column].length)))
  const line = (row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join('  ')
  console.log(`${title}\n${[head, ...rows].map(line).join('\n')}\n`)
}
