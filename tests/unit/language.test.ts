/** Languages told as eld tells them, from whose n-grams the table is packed. */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {eld} from 'eld/extrasmall'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {readLanguage} from '../../pipeline/language/detector.js'

function expected(text: string) {
  const result = eld.detect(text)
  const scores = result.getScores() as Record<string, number>
  return {
    language: result.language,
    isReliable: result.isReliable(),
    english: scores['en'] ?? 0,
    best: scores[result.language] ?? 0,
  }
}

/** A sentence in many of the languages, and what stands at the edges of what is read. */
const texts = [
  'The quick brown fox jumps over the lazy dog, and nobody knows why it does.',
  'Der schnelle braune Fuchs springt über den faulen Hund, und niemand weiß warum.',
  'Быстрая коричневая лиса прыгает через ленивую собаку.',
  'Արագաշարժ շագանակագույն աղվեսը ցատկում է ծույլ շան վրայով։',
  'تصدر الصحيفة كل يوم وتكتب عن المدينة وأهلها.',
  'これは日本語の文章です。速い茶色の狐が怠けた犬を飛び越える。',
  '素早い茶色の狐',
  '이것은 한국어 문장입니다.',
  "Don't say 'tis so; l’homme d'à côté n'est pas d’ici — ''quoted'' '-' words",
  'İSTANBUL’DA YAĞMUR YAĞIYOR',
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsmitglied'.repeat(3),
  '😀 words 😀 between 😀 signs 𐐀𐐁 𝒜𝒝',
  'a',
  'ab cd',
  '',
  '123 456',
  `${'word '.repeat(70)}${'é'.repeat(60)} more`,
  `${'x'.repeat(345)} behind the limit`,
  `${'ж'.repeat(400)} ж`,
  '\ud800 lone \udc00',
]

describe('the language of a text', () => {
  test.each(texts)('%j', (text) => {
    expect(readLanguage(text)).toEqual(expected(text))
  })

  test('the lines of the first corpus', () => {
    for (const name of readdirSync('raw')) {
      for (const line of readFileSync(join('raw', name), 'utf8').split('\n'))
        expect(readLanguage(line)).toEqual(expected(line))
    }
  })

  test('whatever is written', () => {
    // Of bytes that none of its languages has, eld makes spaces: what it says of such scripts is chance.
    const letters = fc.string({unit: fc.constantFrom(...new Set(texts.join(''))), maxLength: 12})
    const piece = fc.oneof(fc.constantFrom(...texts), letters, fc.constantFrom("'", '’', ' ', '`'))
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 12}), (pieces) => {
        const text = pieces.join('')
        expect(readLanguage(text)).toEqual(expected(text))
      }),
      {numRuns: 2000},
    )
  })
})
