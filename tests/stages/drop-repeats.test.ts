/** Copies of copies: something always stays. */
import {expect, test} from 'vitest'
import {dropRepeats} from '../../pipeline/drop-repeats/index.js'
import {Document} from '../../src/document/document.js'

const drop = (text: string): string => {
  const document = new Document({id: 'case', text, mediaType: 'text/markdown'})
  const result = dropRepeats.run(document, dropRepeats.options.parse({}))
  return document.apply(result.edits, result).document.text
}

test('of two quotations that differ in who is named behind them, one stays', () => {
  const quote = '“The weir was ours to mend, and for a hundred years nobody mended it.”'
  const prose =
    'What will become of the meadow behind the house was not said, and the family did not answer the telephone.'
  const text = `${prose}\n\n${quote} — Anna Example\n\nThe council heard of it late.\n\n${quote} — A. Example, miller\n`
  const left = drop(text)
  expect(left.split(quote).length - 1).toBe(1)
  expect(drop(left)).toBe(left)
})
