/** Lines with labels that a scraper puts at the head of a text: lifted as a whole, or left as a whole. */
import {describe, expect, test} from 'vitest'
import {readLabelledHead} from '../../pipeline/lift-metadata/labelled-head.js'
import {createPipeline} from '../../src/index.js'

const body =
  'The agreement was signed on the night of the tenth, and by the morning the first lorries were on the road to the mountain villages.'
const head =
  'Title: The mill\nAuthor: Jane Roe and John Doe\nDate: June 3, 2019\nURL: https://e.org/a\nTags: mills, rivers'

describe.each([
  ['in plain text', `${head}\n\n${body}\n`],
  ['in markdown', `${head}\n\n# The mill\n\n${body.replace('first', '**first**')}\n`],
  ['in bold, behind blank lines', `\n\n${head.replace(/^(\w+:)/gm, '**$1**')}\n\n${body}\n`],
  [
    'with Windows line ends and names in capitals',
    `${head.replace(/^\w+/gm, (name) => name.toUpperCase())}\n\n${body}\n`.replaceAll('\n', '\r\n'),
  ],
])('%s', (_, text) => {
  test.each([{}, {keep: ['metadata'] as const}])('%j', (config) => {
    const pipeline = createPipeline(config)
    const {metadata, markdown} = pipeline.clean(text)
    expect(metadata).toEqual({
      title: 'The mill',
      author: ['Jane Roe', 'John Doe'],
      date: '2019-06-03',
      source: 'https://e.org/a',
      tags: ['mills', 'rivers'],
      language: 'en',
    })
    // What is kept here may be debris to a later stage.
    if (!('keep' in config)) expect(markdown.split('\n---\n')[1]).not.toMatch(/title:/i)
    expect(pipeline.clean(markdown).markdown).toBe(markdown)
  })
})

test.each([
  ['two lines', 'Title: The mill\nAuthor: Jane Roe'],
  ['lines without a title or an address', 'Author: Jane Roe\nDate: 3 June 2019\nCategory: Mills'],
  ['one that is unknown', 'Title: Bread\nAuthor: Jane Roe\nDate: 3 June 2019\nServes: four'],
  ['one whose value does not fit', 'Title: The mill\nAuthor: Jane Roe\nDate: some day in June'],
  ['one that stands twice', 'Title: The mill\nAuthor: Jane Roe\nDate: 3 June 2019\nTitle: The bridge'],
  ['text right behind them', `Title: The mill\nAuthor: Jane Roe\nDate: 3 June 2019\n${body}`],
  ['a line without a value', 'Title: The mill\nAuthor:\nDate: 3 June 2019\nURL: https://e.org/a'],
  ['more lines than anybody writes', `${head}\n`.repeat(10_000)],
  ['a long line', `Title: ${'x '.repeat(1_000_000)}\nAuthor: Jane Roe\nDate: 3 June 2019`],
])('is not %s', (_, lines) => {
  expect(readLabelledHead(`${lines}\n\n${body}\n`)).toBeUndefined()
})
