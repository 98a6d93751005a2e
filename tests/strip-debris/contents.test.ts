/** Tables of contents that are none: what the list says stands nowhere else. */
import {expect, test} from 'vitest'
import {gatherEvidence} from '../../pipeline/strip-debris/index.js'
import {Document} from '../../src/document/document.js'

const prose =
  'The mill by the river was sold last week to a family that intends to live in it, the council said on Monday, after two years.'

const gone = (...blocks: readonly string[]): string[] => {
  const text = `${[prose, ...blocks, prose.replace('mill', 'weir')].join('\n\n')}\n`
  const {units, removals} = gatherEvidence(new Document({id: 'case', text, mediaType: 'text/markdown'}))
  return units.filter((_, index) => removals[index]?.rule === 'table-of-contents').map(({plain}) => plain)
}

test('a list of things of which some stand in it twice', () => {
  expect(
    gone('## Table of contents', '- Salt and pepper\n- Water\n- Salt and pepper\n- Water\n- Flour').slice(1),
  ).toEqual([])
})

test('a list of numbers', () => {
  expect(gone('## Contents', '- 12\n- 15\n- 17\n- 19', '2019').slice(1)).toEqual([])
})

test('a list whose lines are headings further down is one', () => {
  const parts = ['## The wheel of the mill', prose, '## The weir above it']
  expect(gone('Table of contents', '- The wheel of the mill\n- The weir above it', ...parts)).toEqual([
    'Table of contents',
    'The wheel of the mill',
    'The weir above it',
  ])
})
