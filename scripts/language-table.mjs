/**
 * Pack the n-grams of eld (its smallest set) into `pipeline/language/table.ts`, which is loaded in a thirtieth of the memory and
 * a tenth of the time that its own object of objects takes.
 *
 *   node scripts/language-table.mjs > pipeline/language/table.ts
 */
import {readFileSync} from 'node:fs'
import {deflateRawSync} from 'node:zlib'

// eld exports its detectors and not their data, so its files are named as they lie about its entries.
const folder = new URL('../', import.meta.resolve('eld/extrasmall'))
const {ngramsData} = await import(new URL('ngrams/extrasmall.js', folder))
const {dictionary} = await import(new URL('dictionary.js', folder))
const {avgScore} = await import(new URL('avgScore.js', folder))
const {version} = JSON.parse(readFileSync(new URL('../package.json', folder), 'utf8'))

// A byte beyond ASCII stands there as a character that no lower-case text has.
const byteOf = new Map(
  dictionary.map((character, byte) => [character, byte]).filter(([character]) => character !== ' '),
)
const rows = Object.entries(ngramsData.ngrams).map(([ngram, scores]) => {
  // A space in front is the beginning of a word, one behind its end.
  const characters = [...ngram.trim()]
  const bytes = characters.map((character) => byteOf.get(character) ?? character.charCodeAt(0))
  const key = bytes.reduce((sum, byte, index) => sum + byte * 256 ** index, 0)
  const ends = (ngram.startsWith(' ') ? 1 : 0) + (ngram.endsWith(' ') ? 2 : 0)
  return {key, ends, scores: Object.entries(scores).map(([language, score]) => [Number(language), score])}
})
rows.sort((one, other) => one.ends - other.ends || one.key - other.key)

const pairs = rows.flatMap(({scores}) => scores)
const packed = Buffer.concat([
  Buffer.from(new Uint32Array([rows.length, pairs.length, ...rows.map(({key}) => key)]).buffer),
  Buffer.from(rows.map(({ends}) => ends)),
  Buffer.from(rows.map(({scores}) => scores.length)),
  Buffer.from(pairs.map(([language]) => language)),
  Buffer.from(pairs.map(([, score]) => score)),
])
const languages = Object.values(ngramsData.languages)

process.stdout.write(`/** The n-grams of ${languages.length} languages: written by scripts/language-table.mjs from eld ${version} (Nito T.M., Apache-2.0); not to be edited. */

/** ISO 639-1 codes; the table names languages by their places here. */
export const languages: readonly string[] =
  '${languages.join(' ')}'.split(' ')

/** What a text of each language scores on the average, in a thousandth. */
export const usualScores: readonly number[] = [${languages.map((code) => Math.round(avgScore[code] * 1000)).join(', ')}]

/** The table, packed as \`detector.ts\` reads it, deflated, in base64. */
export const packed =
  '${deflateRawSync(packed, {level: 9}).toString('base64')}'
`)
