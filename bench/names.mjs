/**
 * Time the search for names against one plain walk over the same text, in one process and by turns. Prints MB/s of
 * processor time, which a busy machine distorts least, and the ratio, which says more on another one.
 *
 *   npm run build && node bench/names.mjs [--names N] [--rounds N] [FILE…]     FILEs of English text; `out/clean` when missing
 *
 * The vocabulary is the built-in gazetteer and names made of syllables, most of which the text does not hold, as in a
 * corpus that has little to do with a gazetteer of thousands. The plain walk reads each code unit once and counts letters.
 */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import {gazetteer} from '../dist/pipeline/canonicalize-names/gazetteer/index.js'
import {canonicalizeNames} from '../dist/pipeline/canonicalize-names/index.js'
import {compileVocabulary, findMentions} from '../dist/pipeline/canonicalize-names/vocabulary.js'
import {Document} from '../dist/src/document/document.js'

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {names: {type: 'string', default: '5000'}, rounds: {type: 'string', default: '9'}},
})
const rounds = Number(values.rounds)
const folder = 'out/clean'
const files = positionals.length > 0 ? positionals : readdirSync(folder).map((name) => join(folder, name))
const sample = files.map((file) => readFileSync(file, 'utf8')).join('\n\n')
/** As many characters as take long enough to be timed. */
const text = sample.repeat(Math.ceil(4e6 / sample.length))
const megabytes = Buffer.byteLength(text) / 1e6

/** Names of two or three syllables, each another one, a tenth of them of two words; the same in every run. */
function syntheticNames(count) {
  const onsets = 'b d f g h k l m n p r s t v z ch sh kh'.split(' ')
  const rhymes = 'a ar an e er i in o or u ut akert avan ush adzor'.split(' ')
  const names = new Set()
  let state = 1
  const next = (list) => {
    state = (state * 48271) % 2147483647
    return list[state % list.length]
  }
  while (names.size < count) {
    const word = () => {
      const letters =
        next(onsets) + next(rhymes) + next(onsets) + next(rhymes) + (names.size % 3 ? '' : next(onsets) + next(rhymes))
      return letters[0].toUpperCase() + letters.slice(1)
    }
    names.add(names.size % 10 ? word() : `${word()} ${word()}`)
  }
  return [...names]
}

const synthetic = syntheticNames(Number(values.names)).map((form, index) => ({
  id: `synthetic-${index}`,
  forms: {shared: form},
  profiles: {},
  aliases: [{form: `${form}h`, tradition: 'shared', kind: 'spelling'}],
}))
const compile = (entries) =>
  compileVocabulary({profile: 'international', profiles: {}, entries, corrections: [], persons: [], diacritics: 'keep'})
const large = compile([...gazetteer, ...synthetic])
const small = compile(gazetteer)

function walk() {
  let letters = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code > 127) letters++
  }
  return letters
}

const options = canonicalizeNames.options.parse({})
/** The whole stage on a document whose blocks were cut before. */
const documents = Array.from({length: rounds + 1}, () => new Document({id: 'bench', text, mediaType: 'text/markdown'}))
for (const document of documents) document.blocks

const kinds = {
  'plain walk': walk,
  [`names, ${large.table.size.toLocaleString('en')} first words`]: () => findMentions(text, large),
  [`names, ${small.table.size.toLocaleString('en')} first words`]: () => findMentions(text, small),
  'whole stage': () => [...canonicalizeNames.run(documents.pop(), options).edits],
}
const times = new Map(Object.keys(kinds).map((name) => [name, []]))
for (let round = 0; round <= rounds; round++) {
  for (const [name, work] of Object.entries(kinds)) {
    const start = process.cpuUsage()
    work()
    const {user, system} = process.cpuUsage(start)
    // The first round warms up.
    if (round > 0) times.get(name).push((user + system) / 1000)
  }
}

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1]
const bare = median(times.get('plain walk'))
console.log(
  `${megabytes.toFixed(1)} MB of text, ${findMentions(text, small).length.toLocaleString('en')} names in it, ${rounds} rounds, medians`,
)
for (const [name, list] of times) {
  const spent = median(list)
  console.log(
    `  ${name.padEnd(28)} ${(megabytes / (spent / 1000)).toFixed(0).padStart(5)} MB/s   ${(spent / bare).toFixed(1).padStart(5)} × plain walk`,
  )
}
