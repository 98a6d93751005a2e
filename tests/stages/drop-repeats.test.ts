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

test('a copy of a paragraph that is others joined says that those are only nearly the same', () => {
  const parts = [
    'The council had hoped for a museum and heard of the sale from the newspaper a day after everybody else.',
    'The wheel has not turned for thirty years, and the new owners say that they will leave it alone for good.',
    'The weir above it was broken by the flood of 1987 and was never mended, for nobody had the money to do it.',
  ]
  const list = parts.map((part, index) => `${index + 1}. ${part}`).join('\n')
  const joined = parts.join(' ')
  const between =
    'Of the meadow behind the house nothing was said, and nobody in the valley has asked about it since then.'
  const text = `${list}\n\n${between}\n\nMills in the valley\n\n${joined}\n\nMills in the valley\n\n${joined}\n`
  const {edits} = dropRepeats.run(
    new Document({id: 'case', text, mediaType: 'text/markdown'}),
    dropRepeats.options.parse({}),
  )
  const copies = [...edits].filter(({start, end}) => text.slice(start, end).includes(joined))
  expect(copies.map(({copyOf}) => text.slice(copyOf?.start, copyOf?.end))).toEqual([list, list])
  for (const {evidence} of copies) expect(evidence).toMatch(/nearly the same/)
})
