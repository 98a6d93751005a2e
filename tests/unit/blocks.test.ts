/** The cut into blocks and the parse of each must give what one parse of the whole text gives. */
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {scanBlocks} from '../../src/document/blocks.js'
import {assembleTree, BlockParser, parseMarkdown} from '../../src/document/tree.js'
import {lines, markdown, markedProse, prose} from './markdown-arbitraries.js'
import {parseWhole} from './parse-whole.js'

const numRuns = Number(process.env['RUNS'] ?? 1500)

describe('the blocks of a text, parsed one by one, give the tree of the whole', () => {
  test.each([
    ['fragments', markdown],
    ['lines in containers', lines],
    ['prose', prose],
    ['prose with markup', markedProse],
  ])('%s', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(assembleTree(text, scanBlocks(text), new BlockParser())).toEqual(parseWhole(text))
      }),
      {numRuns},
    )
  })

  test.each([
    ['2.     [b]:\n\t   '],
    ['2.     x\n\t   '],
    ['-     x\n      '],
    ['-     x\n\n       \n\nfoo'],
    ['- -     x\n\t\t   \n# a'],
    ['- a\n-     x\n\t   \n   \n> a'],
    ['[^a]:     x\n           \n\nfoo [^a]'],
  ])('spaces behind indented code in an item: %j', (text) => {
    expect(assembleTree(text, scanBlocks(text), new BlockParser())).toEqual(parseMarkdown(text))
  })
})

describe('blocks', () => {
  test('stand in order, apart, and hold every character that is not blank', () => {
    fc.assert(
      fc.property(lines, (text) => {
        const blocks = scanBlocks(text)
        let offset = 0
        for (const block of blocks) {
          expect(text.slice(offset, block.start).trim()).toBe('')
          expect(block.end).toBeGreaterThan(block.start)
          expect(block.line).toBe(text.slice(0, block.start).split('\n').length)
          offset = block.end
        }
        expect(text.slice(offset).trim()).toBe('')
      }),
      {numRuns},
    )
  })
})
