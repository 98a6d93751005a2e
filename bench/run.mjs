/**
 * Time the whole pipeline against one bare parse of the same text, in one process and by turns, so that the machine's mood
 * falls on both alike. Prints ratios, and the share of each stage; seconds mean nothing on another machine.
 *
 *   npm run bench [-- [--rounds N] [--most RATIO] [FOLDER…]]     FOLDERs of scrapes; `raw` when missing
 *
 * With --most the exit code is 1 when a ratio is above it.
 *
 * Text (and markdown) is held against remark-parse with remark-gfm, HTML against `cheerio.load`. The pipeline's time holds
 * everything: decoding, all stages, provenance, and writing both files.
 */
import {mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {performance} from 'node:perf_hooks'
import {parseArgs} from 'node:util'
import {load} from 'cheerio'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {describeBinary} from '../dist/src/document/binary.js'
import {decodeBytes} from '../dist/src/document/encoding.js'
import {sniffMediaType} from '../dist/src/document/media-type.js'
import {createPipeline} from '../dist/src/index.js'
import {rawEntity, writeDocument} from '../dist/src/provenance/write.js'
import {makePipeline} from '../dist/src/run/pipeline.js'

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {rounds: {type: 'string', default: '7'}, most: {type: 'string'}},
})
const folders = positionals.length > 0 ? positionals : ['raw']
const rounds = Number(values.rounds)
/** Rounds before those that count, and bytes of a round. */
const warmRounds = 3
const roundSize = 1_000_000
const pipeline = createPipeline()
const remark = unified().use(remarkParse).use(remarkGfm).freeze()
const scratch = mkdtempSync(join(tmpdir(), 'palimpsest-bench-'))

const scrapes = {text: [], html: []}
for (const folder of folders) {
  for (const name of readdirSync(folder, {recursive: true}).sort()) {
    const path = join(folder, name)
    if (!statSync(path).isFile()) continue
    const bytes = readFileSync(path)
    // What is no text, such as a compressed copy that stands beside a page, is nothing to clean.
    if (describeBinary(bytes) !== undefined) continue
    const {text} = decodeBytes(bytes)
    scrapes[sniffMediaType(text) === 'text/html' ? 'html' : 'text'].push({name, bytes, text})
  }
}

/** Clean every scrape and write text and provenance. */
function runPipeline(list) {
  for (const {name, bytes} of list) {
    writeFiles(recordsOf(pipeline.clean(bytes, name), name, bytes))
  }
}

function recordsOf(cleaned, name, bytes) {
  return writeDocument(cleaned, rawEntity({path: name, bytes}))
}

function writeFiles({clean, provenance}) {
  writeFileSync(join(scratch, 'clean.md'), clean)
  writeFileSync(join(scratch, 'provenance.json'), provenance)
}

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1]
const time = (work) => {
  const start = performance.now()
  work()
  return performance.now() - start
}

/**
 * The pipeline with its stages timed: each by its place, since one may stand there twice; what no stage takes is decoding,
 * applying edits and recording them.
 */
function profile(list, repeats) {
  const names = pipeline.stages.map(({stage}) => stage.id)
  const spent = new Float64Array(names.length)
  const clock = (index, work) => {
    const start = performance.now()
    const result = work()
    spent[index] += performance.now() - start
    return result
  }
  const timed = pipeline.stages.map(({stage, ...rest}, index) => ({
    ...rest,
    stage: {
      ...stage,
      ...(stage.observe && {observe: (...given) => clock(index, () => stage.observe(...given))}),
      // Edits that are made one by one are made in the time of their stage.
      run: (...given) =>
        clock(index, () => {
          const result = stage.run(...given)
          return {...result, edits: [...result.edits]}
        }),
    },
  }))
  const profiled = makePipeline(timed)
  let cleaning = 0
  let recording = 0
  let writing = 0
  for (let repeat = -1; repeat < repeats; repeat++) {
    if (repeat === 0) {
      spent.fill(0)
      cleaning = recording = writing = 0
    }
    for (const {name, bytes} of list) {
      let cleaned
      cleaning += time(() => {
        cleaned = profiled.clean(bytes, name)
      })
      let records
      recording += time(() => {
        records = recordsOf(cleaned, name, bytes)
      })
      writing += time(() => writeFiles(records))
    }
  }
  const total = cleaning + recording + writing
  const rows = names.map((id, index) => {
    const isSecond = names.indexOf(id) < index
    return [isSecond ? `${id} (again)` : id, spent[index]]
  })
  rows.push(['decoding, applying edits, lineage', cleaning - spent.reduce((sum, one) => sum + one, 0)])
  rows.push(['provenance', recording], ['writing files', writing])
  return rows.map(([id, one]) => ({id, share: one / total})).sort((one, other) => other.share - one.share)
}

for (const [kind, list] of Object.entries(scrapes)) {
  if (list.length === 0) continue
  const parse = kind === 'text' ? (text) => remark.parse(text) : (text) => load(text)
  const size = list.reduce((sum, {bytes}) => sum + bytes.length, 0)
  // A round takes in so much that it is no matter of a clock's ticks, and both are warm before the first that counts.
  const repeats = Math.max(1, Math.ceil(roundSize / size))
  const repeated = (work) => () => {
    for (let repeat = 0; repeat < repeats; repeat++) work()
  }
  const bare = repeated(() => {
    for (const {text} of list) parse(text)
  })
  const whole = repeated(() => runPipeline(list))
  const ratios = []
  const bareTimes = []
  for (let round = -warmRounds; round < rounds; round++) {
    // By turns in who goes first, too: what one leaves to be collected falls on the other.
    const isSwapped = round % 2 !== 0
    const second = isSwapped ? time(whole) : 0
    const first = time(bare)
    const spent = isSwapped ? second : time(whole)
    if (round < 0) continue
    bareTimes.push(first)
    ratios.push(spent / first)
  }
  const against = kind === 'text' ? 'remark-parse + remark-gfm' : 'cheerio.load'
  const scraped = list.length * repeats
  console.log(
    `${kind}: ${list.length} scrapes, ${(size / 1e6).toFixed(2)} MB: whole pipeline / ${against} = ${median(ratios).toFixed(2)} ` +
      `(min ${Math.min(...ratios).toFixed(2)}, max ${Math.max(...ratios).toFixed(2)}, ${rounds} rounds; ` +
      `bare parse ${(median(bareTimes) / scraped).toFixed(1)} ms a scrape)`,
  )
  if (median(ratios) > Number(values.most ?? Number.POSITIVE_INFINITY)) {
    console.error(`${kind}: the ratio is above ${values.most}`)
    process.exitCode = 1
  }
  for (const {id, share} of profile(list, repeats))
    console.log(`  ${id.padEnd(34)} ${(share * 100).toFixed(1).padStart(5)} %`)
}
rmSync(scratch, {recursive: true})
