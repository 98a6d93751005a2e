import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {foldText} from '../../src/document/visible-text.js'
import {countWords} from '../../src/document/words.js'

/** Runs of letters, digits and marks; beside them, each character of a script without spaces. */
function counted(text: string): number {
  const words = text.match(/[\p{L}\p{N}\p{M}]+/gu)?.length ?? 0
  const unspaced =
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu
  return words > 0 ? words + (text.match(unspaced)?.length ?? 0) : 0
}

describe('words', () => {
  test.each([
    ['', 0],
    ['— … !', 0],
    ["It's 3.5 miles", 5],
    ['Мост через реку', 3],
    ['橋が開通', 5],
    ['e\u0301te\u0301 \ud83d\ude00 \ud800 \u{20000}', 3],
  ])('%j', (text, words) => {
    expect(countWords(text)).toBe(words)
    expect(counted(text)).toBe(words)
  })

  test('are counted as they are defined', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.oneof(
            fc.string({unit: 'binary', minLength: 1, maxLength: 1}),
            fc.constantFrom('a', ' ', '橋', '\ud800', '\udc00', '⺀'),
          ),
        }),
        (text) => {
          expect(countWords(text)).toBe(counted(text))
        },
      ),
      {numRuns: 2000},
    )
  })

  test('are folded alike whether or not the text is ASCII', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary-ascii'}), (text) => {
        // A dash is no word: with it the text is not ASCII, and says the same.
        expect(foldText(text)).toBe(foldText(`${text} —`))
      }),
    )
  })
})
