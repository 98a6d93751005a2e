/** What is written as bytes is what `JSON.stringify` writes as a text. */
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {ByteWriter} from '../../src/provenance/byte-writer.js'

function expectSame(...texts: string[]): void {
  const writer = new ByteWriter()
  for (const text of texts) writer.writeJson(text)
  expect(new TextDecoder().decode(writer.end())).toBe(texts.map((text) => JSON.stringify(text)).join(''))
}

test.each([
  ['nothing', ''],
  ['signs that JSON escapes', '"\\/\b\t\n\f\r'],
  ['control characters', '\0\x01\x1f\x7f\u0080\u2028'],
  ['half a pair, in a short text and a long one', '\ud800'],
  ['half a pair behind others', `${'é'.repeat(40)}\udc00 \ufffd "`],
  ['a long text whose pairs stand across every cut', `x${'😀"'.repeat(30_000)}`],
])('%s', (_, text) => {
  expectSame(text)
  expectSame(text, `${text} and more than a few words behind it`, text)
})

test('any texts', () => {
  const text = fc.oneof(
    fc.string({unit: 'binary'}),
    fc.string({unit: fc.constantFrom('a', '"', '\\', '\n', '\0', 'é', '字', '😀', '\ud83d', '\ude00')}),
  )
  fc.assert(fc.property(fc.array(text, {maxLength: 8}), (texts) => expectSame(...texts)))
})

test('numbers', () => {
  const writer = new ByteWriter()
  const numbers = [0, 9, 10, 99, 100, 123_456_789, 999_999_999_999, 4_294_967_296]
  for (const number of numbers) {
    writer.writeNumber(number)
    writer.write(',')
  }
  expect(new TextDecoder().decode(writer.end())).toBe(`${numbers.join()},`)
})
