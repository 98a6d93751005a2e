/** Words cut by a table of characters are those that a pattern would cut. */
import {describe, expect, test} from 'vitest'
import {makeWordCutter, wordsIn} from '../../src/document/word-cutter.js'

/** Letters, figures, marks, signs, pairs of surrogates and halves of such, beside each other in all ways. */
const pieces = [
  'a',
  'É',
  'ß',
  '7',
  '\u0301',
  '雨',
  'ท',
  '𝒜',
  '😀',
  '\ud835',
  '\udc9c',
  ' ',
  '-',
  '’',
  '_',
  '\n',
  '٣',
  '',
]

function* texts(): Iterable<string> {
  for (const one of pieces) for (const two of pieces) for (const three of pieces) yield one + two + three
}

describe('words are cut as a pattern would cut them', () => {
  test('letters, digits and marks', () => {
    for (const text of texts()) expect(wordsIn(text)).toEqual(text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [])
  })

  test('letters alone', () => {
    const lettersIn = makeWordCutter(/\p{L}/u)
    for (const text of texts()) expect(lettersIn(text)).toEqual(text.match(/\p{L}+/gu) ?? [])
  })
})
