/** Measure a unit's own shape: its size, its signs, how it begins and ends. Of long units the first part speaks for all. */
import type {Unit} from '../units.js'
import {type Feature, features, type WriteFeatures} from './feature.js'

export const shapeFeatures: readonly Feature[] = features([
  ['letters', 'it is long', 'it is short'],
  ['images', 'it has pictures', 'it has no picture'],
  ['depth of heading', 'it is a heading of low rank', 'it is no heading of low rank'],
  ['quote', 'it is a quotation', 'it is no quotation'],
  ['table', 'it is a table', 'it is no table'],
  ['code', 'it is code', 'it is no code'],
  ['length of words', 'its words are long', 'its words are short'],
  ['sentences', 'it has many ends of sentences', 'it has few ends of sentences'],
  ['commas', 'it has many commas', 'it has few commas'],
  ['upper-case words', 'it has words in capitals', 'it has no words in capitals'],
  ['digits', 'it has many digits', 'it has few digits'],
  ['begins in lower case', 'it begins in lower case', 'it begins not in lower case'],
  ['begins with a sign', 'it begins with a sign', 'it begins with no sign'],
  ['ends with dots', 'it ends with dots', 'it ends without dots'],
  ['bars', 'it has bars or bullets', 'it has no bars or bullets'],
  ['copyright', 'it has a sign of copyright', 'it has no sign of copyright'],
  ['address', 'it has an address', 'it has no address'],
  ['quotation marks', 'it has quotation marks', 'it has no quotation marks'],
  ['questions', 'it asks', 'it does not ask'],
  ['emphasis', 'it begins or ends with emphasis', 'it has no emphasis at its ends'],
])

/** Two letters that may be capitals, side by side: few lines of prose have any. */
const mayHaveCapitals = /[A-Z\x80-\uffff]{2}/

/** Longest text whose signs are counted. */
const longestText = 4000

export function shapeOf(units: readonly Unit[]): WriteFeatures {
  return (index, row, from) => {
    const unit = units[index]!
    const {plain, source, words, type} = unit
    let at = from
    const text = plain.length > longestText ? plain.slice(0, longestText) : plain
    const letters = text.length
    const per = Math.max(1, letters === plain.length ? words : words * (letters / plain.length))
    row[at++] = Math.log1p(plain.length)
    row[at++] = unit.images
    row[at++] = type === 'heading' ? (/^\s*(#{1,6})/.exec(source)?.[1]?.length ?? 2) : 0
    row[at++] = Number(type === 'quote')
    row[at++] = Number(type === 'table')
    row[at++] = Number(type === 'code')
    row[at++] = letters / per
    const {sentences, commas, digits, bars, quotes, questions} = countSigns(text)
    row[at++] = sentences / per
    row[at++] = commas / per
    row[at++] = (mayHaveCapitals.test(text) ? (text.match(/\b\p{Lu}{2,}\b/gu)?.length ?? 0) : 0) / per
    row[at++] = letters === 0 ? 0 : digits / letters
    row[at++] = Number(/^[^\p{L}\p{N}]{0,3}\p{Ll}/u.test(text))
    row[at++] = Number(/^[^\p{L}\p{N}"'“”„«‘([]/u.test(text))
    row[at++] = Number(/(?:\.\.\.|…)[\s»"”)\]]{0,4}$/.test(text))
    row[at++] = bars
    row[at++] = Number(/[©®™]|\(c\)/i.test(text))
    row[at++] = Number(/@|https?:|www\./.test(text))
    row[at++] = Math.min(quotes, 6)
    row[at++] = Math.min(questions, 4)
    row[at++] = Number(/^\s*(?:\*\*|__|\*|_)\S/.test(source)) + Number(/(?:\*\*|__|\*|_)\s*$/.test(source))
    return at
  }
}

/** Signs by what they are counted as; a question also ends a sentence. */
const signs = {
  digit: '0123456789',
  comma: ',;،、，՝',
  end: '.!։。۔',
  question: '?؟？',
  bar: '|•·»›/',
  quote: '"“”«„',
} as const
type Sign = keyof typeof signs
const kinds = Object.keys(signs) as Sign[]
const columns: Readonly<Record<Sign, number>> = {digit: 1, comma: 2, end: 3, question: 4, bar: 5, quote: 6}
/** Kind of each UTF-16 code unit; 0 for all that is not counted. */
const kindOf = new Uint8Array(0x10000)
for (const kind of kinds) for (const sign of signs[kind]) kindOf[sign.charCodeAt(0)] = columns[kind]

interface SignCounts {
  readonly sentences: number
  readonly commas: number
  readonly digits: number
  readonly bars: number
  readonly quotes: number
  readonly questions: number
}

function countSigns(text: string): SignCounts {
  const counts = new Uint16Array(kinds.length + 1)
  for (let index = 0; index < text.length; index++) counts[kindOf[text.charCodeAt(index)]!]!++
  const questions = counts[columns.question]!
  return {
    sentences: counts[columns.end]! + questions,
    commas: counts[columns.comma]!,
    digits: counts[columns.digit]!,
    bars: counts[columns.bar]!,
    quotes: counts[columns.quote]!,
    questions,
  }
}
