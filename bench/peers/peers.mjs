#!/usr/bin/env node
/**
 * Time Palimpsest on HTML pages beside the tools that its users would take else, each as its documentation says to call it, in one process and by turns.
 *
 *   npm run bench:peers -- FOLDER [--rounds N]     pages, as .html or .html.gz; they are loaded before the clock starts
 *
 * Palimpsest does all it does: decoding, every stage, provenance, and the bytes of both files. The others extract an article from a parsed page:
 * Readability alone, Readability and Turndown to markdown, Defuddle to markdown. What they give differs; this is about time alone.
 * Raw numbers go to bench/results/peers.json.
 */
import {createHash} from 'node:crypto'
import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import {gunzipSync} from 'node:zlib'
import {Readability} from '@mozilla/readability'
import {Defuddle} from 'defuddle/node'
import {parseHTML} from 'linkedom'
import TurndownService from 'turndown'
import {createPipeline, recordsOf} from '../../dist/src/index.js'

// Defuddle tells of every page whose linked data is broken.
console.error = () => undefined

const {values, positionals} = parseArgs({allowPositionals: true, options: {rounds: {type: 'string', default: '5'}}})
const [folder] = positionals
if (folder === undefined) {
  process.stderr.write('usage: peers.mjs FOLDER [--rounds N]\n')
  process.exit(2)
}
const pages = readdirSync(folder)
  .filter((name) => /\.html?(?:\.gz)?$/.test(name))
  .sort()
  .map((name) => {
    const file = readFileSync(join(folder, name))
    const bytes = name.endsWith('.gz') ? gunzipSync(file) : file
    return {name, bytes, text: bytes.toString()}
  })
const size = pages.reduce((sum, {bytes}) => sum + bytes.length, 0)
const pipeline = createPipeline()
const turndown = new TurndownService()

const tools = {
  palimpsest: ({name, bytes}) => recordsOf(pipeline.clean(bytes, name)),
  'readability + linkedom': ({text}) => new Readability(parseHTML(text).document).parse(),
  'readability + linkedom + turndown': ({text}) => {
    const article = new Readability(parseHTML(text).document).parse()
    return article?.content ? turndown.turndown(article.content) : ''
  },
  defuddle: ({text, name}) =>
    Defuddle(parseHTML(text).document, `https://example.org/${name}`, {markdown: true, useAsync: false}),
}

const times = Object.fromEntries(Object.keys(tools).map((name) => [name, []]))
const failures = new Map()
for (let round = 0; round <= Number(values.rounds); round++) {
  for (const [name, work] of Object.entries(tools)) {
    const begin = process.cpuUsage()
    for (const page of pages) {
      try {
        await work(page)
      } catch {
        failures.set(name, (failures.get(name) ?? 0) + 1)
      }
    }
    const {user, system} = process.cpuUsage(begin)
    // The first round warms up.
    if (round > 0) times[name].push((user + system) / 1000 / pages.length)
  }
}
const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1]
const own = median(times['palimpsest'])
console.log(
  `${pages.length} pages of ${Math.round(size / pages.length / 1000)} kB; milliseconds of processor a page, median of ${values.rounds} rounds by turns`,
)
for (const name of Object.keys(tools)) {
  const time = median(times[name])
  const failed = failures.get(name) ? `, ${failures.get(name) / (Number(values.rounds) + 1)} pages failed` : ''
  console.log(`${name.padEnd(36)} ${time.toFixed(1).padStart(6)} ms   ${(time / own).toFixed(2)} × ours${failed}`)
}
const results = join(import.meta.dirname, '../results')
mkdirSync(results, {recursive: true})
const digest = createHash('sha256')
for (const {bytes} of pages) digest.update(bytes)
const report = {
  node: process.version,
  pages: pages.length,
  bytes: size,
  sha256: digest.digest('hex'),
  milliseconds: times,
}
writeFileSync(join(results, 'peers.json'), `${JSON.stringify(report, null, 2)}\n`)
