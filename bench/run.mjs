/**
 * Time the whole pipeline against one bare parse of the same text, in one process and by turns, so that the machine's mood
 * falls on both alike. Prints ratios; seconds mean nothing on another machine.
 *
 *   npm run bench [-- [--rounds N] [FOLDER…]]     FOLDERs of scrapes; `raw` when missing
 *
 * Text (and markdown) is held against remark-parse with remark-gfm, HTML against `cheerio.load`. The pipeline's time holds
 * everything: decoding, all stages, provenance, and writing both files.
 */
import {createHash} from 'node:crypto'
import {mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {performance} from 'node:perf_hooks'
import {parseArgs} from 'node:util'
import {load} from 'cheerio'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {decodeBytes} from '../dist/src/document/encoding.js'
import {sniffMediaType} from '../dist/src/document/media-type.js'
import {createPipeline} from '../dist/src/index.js'
import {writeDocument} from '../dist/src/provenance/write.js'

const {values, positionals} = parseArgs({allowPositionals: true, options: {rounds: {type: 'string', default: '7'}}})
const folders = positionals.length > 0 ? positionals : ['raw']
const rounds = Number(values.rounds)
const pipeline = createPipeline()
const remark = unified().use(remarkParse).use(remarkGfm).freeze()
const scratch = mkdtempSync(join(tmpdir(), 'palimpsest-bench-'))

const scrapes = {text: [], html: []}
for (const folder of folders) {
  for (const name of readdirSync(folder, {recursive: true}).sort()) {
    const path = join(folder, name)
    if (!statSync(path).isFile()) continue
    const bytes = readFileSync(path)
    const {text} = decodeBytes(bytes)
    scrapes[sniffMediaType(text) === 'text/html' ? 'html' : 'text'].push({name, bytes, text})
  }
}

/** Clean every scrape and write text and provenance. */
function runPipeline(list) {
  for (const {name, bytes} of list) {
    const cleaned = pipeline.clean(bytes, name)
    const digest = createHash('sha256').update(bytes).digest('hex')
    const records = writeDocument(cleaned, {path: name, sha256: `sha256:${digest}`, bytes: bytes.length})
    writeFileSync(join(scratch, 'clean.md'), records.clean)
    writeFileSync(join(scratch, 'provenance.json'), records.provenance)
  }
}

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1]
const time = (work) => {
  const start = performance.now()
  work()
  return performance.now() - start
}

/** The stages, each adding up the time it takes. */
function timedStages() {
  const shares = new Map()
  const timed = pipeline.stages.map(({stage, options}) => {
    shares.set(stage.id, 0)
    return {
      options,
      stage: {
        ...stage,
        run: (document, given) => {
          const start = performance.now()
          const result = stage.run(document, given)
          const edits = [...result.edits]
          shares.set(stage.id, shares.get(stage.id) + performance.now() - start)
          return {...result, edits}
        },
      },
    }
  })
  return {shares, timed}
}

for (const [kind, list] of Object.entries(scrapes)) {
  if (list.length === 0) continue
  const parse = kind === 'text' ? (text) => remark.parse(text) : (text) => load(text)
  const bare = () => {
    for (const {text} of list) parse(text)
  }
  const whole = () => runPipeline(list)
  bare()
  whole()
  const ratios = []
  const bareTimes = []
  for (let round = 0; round < rounds; round++) {
    const first = time(bare)
    const second = time(whole)
    bareTimes.push(first)
    ratios.push(second / first)
  }
  const size = list.reduce((sum, {bytes}) => sum + bytes.length, 0)
  const against = kind === 'text' ? 'remark-parse + remark-gfm' : 'cheerio.load'
  console.log(
    `${kind}: ${list.length} scrapes, ${(size / 1e6).toFixed(2)} MB: whole pipeline / ${against} = ${median(ratios).toFixed(2)} ` +
      `(min ${Math.min(...ratios).toFixed(2)}, max ${Math.max(...ratios).toFixed(2)}, ${rounds} rounds; bare parse ${median(bareTimes).toFixed(0)} ms)`,
  )
  const {makePipeline} = await import('../dist/src/run/pipeline.js')
  const {shares, timed} = timedStages()
  const profiled = makePipeline(timed)
  const total = time(() => {
    for (const {name, bytes} of list) profiled.clean(bytes, name)
  })
  const rows = [...shares].map(([id, spent]) => [id, spent])
  rows.push(['decoding, applying edits, lineage', total - rows.reduce((sum, [, spent]) => sum + spent, 0)])
  for (const [id, spent] of rows) console.log(`  ${id.padEnd(34)} ${((spent / total) * 100).toFixed(1).padStart(5)} %`)
}
rmSync(scratch, {recursive: true})
