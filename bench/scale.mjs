#!/usr/bin/env node
/**
 * Run the program over corpora of growing size, and print as ratios what grows with them: time, memory, what a second run costs, what a second
 * worker gains. Raw numbers go to bench/results/scale.json.
 *
 *   npm run bench:scale [-- SIZE...]     documents of 10 kB; 1000 and 10000 where nothing is said
 *
 * Texts are of made-up words, the same every time, with a few lines of debris each. Peak memory is the process's high-water mark as Linux
 * counts it, all threads together.
 */
import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {createWriteStream, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

const sizes = process.argv.slice(2).map(Number)
if (sizes.some((size) => !Number.isInteger(size) || size < 1)) {
  console.error('usage: scale.mjs [SIZE...]')
  process.exit(2)
}
if (sizes.length === 0) sizes.push(1000, 10_000)
const root = join(import.meta.dirname, '..')
const program = join(root, 'dist/src/cli/main.js')
const folder = mkdtempSync(join(tmpdir(), 'palimpsest-scale-'))
process.on('exit', () => rmSync(folder, {recursive: true, force: true}))

const results = []
for (const size of sizes) {
  const raw = join(folder, String(size))
  mkdirSync(raw)
  await writeCorpus(join(raw, 'corpus.jsonl'), size)
  const out = join(folder, `out-${size}`)
  const one = await run(raw, `${out}-one`, '--concurrency', '1')
  rmSync(`${out}-one`, {recursive: true})
  const two = await run(raw, out, '--concurrency', '2')
  const again = await run(raw, out, '--concurrency', '2')
  rmSync(out, {recursive: true})
  results.push({size, one, two, again})
  const row = [
    `${size} documents`,
    `one worker ${one.seconds.toFixed(1)} s, ${one.megabytes} MB`,
    `two ${two.seconds.toFixed(1)} s (${(one.seconds / two.seconds).toFixed(2)} ×), ${two.megabytes} MB`,
    `nothing changed ${again.seconds.toFixed(1)} s (${((100 * again.seconds) / two.seconds).toFixed(1)} %), ${again.megabytes} MB`,
  ]
  console.log(row.join('; '))
}
for (let index = 1; index < results.length; index++) {
  const [less, more] = [results[index - 1], results[index]]
  const time = more.two.seconds / less.two.seconds
  const memory = more.two.megabytes / less.two.megabytes
  console.log(
    `${more.size / less.size} times the corpus: ${time.toFixed(1)} times the time, ${memory.toFixed(2)} times the memory`,
  )
}
mkdirSync(join(import.meta.dirname, 'results'), {recursive: true})
const report = {node: process.version, results}
writeFileSync(join(import.meta.dirname, 'results/scale.json'), `${JSON.stringify(report, null, 2)}\n`)

async function run(raw, out, ...flags) {
  const begin = performance.now()
  const child = spawn(process.execPath, [program, 'run', raw, out, '--format', 'jsonl', '--quiet', ...flags], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  let peak = 0
  const timer = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0))
    } catch {
      // Gone between two looks.
    }
  }, 50)
  const [code] = await once(child, 'close')
  clearInterval(timer)
  if (code !== 0) throw new Error(`palimpsest run ended with ${code}`)
  return {seconds: (performance.now() - begin) / 1000, megabytes: Math.round(peak / 1024)}
}

async function writeCorpus(path, size) {
  let seed = 1
  const random = () => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff
    return seed / 0x7fffffff
  }
  const vocabulary = Array.from({length: 4000}, (_, index) =>
    Array.from({length: 2 + (index % 4)}, (_, at) => {
      const number = index * 7919 + at * 104_729
      return 'bcdfghklmnprstvw'[number % 16] + 'aeiou'[(number >> 4) % 5]
    }).join(''),
  )
  // Some words are common and most are rare, as in any language.
  const word = () => vocabulary[Math.floor(random() * random() * vocabulary.length)]
  const sentence = () => {
    const words = Array.from({length: 8 + Math.floor(random() * 14)}, word)
    return `${words[0][0].toUpperCase()}${words.join(' ').slice(1)}.`
  }
  const file = createWriteStream(path)
  for (let number = 0; number < size; number++) {
    const paragraphs = []
    for (let length = 0; length < 9500; length += paragraphs.at(-1).length) {
      paragraphs.push(Array.from({length: 3 + Math.floor(random() * 4)}, sentence).join(' '))
    }
    const debris = ['Share on Facebook | Tweet', 'Subscribe to our newsletter']
    const text = [`# ${sentence()}`, 'By Ann Example', ...paragraphs, ...debris].join('\n\n')
    const url = `https://site${number % 50}.example.com/${number}`
    if (!file.write(`${JSON.stringify({id: `d${number}`, url, text})}\n`)) await once(file, 'drain')
  }
  file.end()
  await once(file, 'finish')
}
