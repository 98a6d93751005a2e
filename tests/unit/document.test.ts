/** After edits a document's tree is that of a full parse, and no block is parsed twice. */
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {Document} from '../../src/document/document.js'
import type {Edit} from '../../src/document/edit.js'
import {BlockParser, parseMarkdown} from '../../src/document/tree.js'
import {lines, markdown, markedProse, prose} from './markdown-arbitraries.js'
import {parseWhole} from './parse-whole.js'

const make = (text: string, parser = new BlockParser()): Document =>
  new Document({id: 'd', text, mediaType: 'text/markdown', parser})

/** Positions of an edit as shares of the text, so that they fit whatever text there is. */
const cut = fc.record({
  at: fc.double({min: 0, max: 1, noNaN: true}),
  length: fc.nat(6),
  replacement: fc.oneof(
    fc.constant(''),
    markdown.map((text) => text.slice(0, 12)),
  ),
})

const cutsPair = (text: string, at: number): boolean =>
  /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1))

function editsOf(text: string, cuts: readonly {at: number; length: number; replacement: string}[]): Edit[] {
  const edits: Edit[] = []
  let offset = 0
  for (const {at, length, replacement} of [...cuts].sort((a, b) => a.at - b.at)) {
    const start = Math.max(offset, Math.floor(at * text.length))
    const end = Math.min(start + length, text.length)
    if (start >= end || cutsPair(text, start) || cutsPair(text, end)) continue
    edits.push({start, end, replacement, rule: 'r'})
    offset = end + 1
  }
  return edits
}

test('edits give the tree of a full parse of the new text', () => {
  fc.assert(
    fc.property(
      fc.oneof(lines, markdown, prose, markedProse),
      fc.array(fc.array(cut, {maxLength: 3}), {maxLength: 3}),
      (text, rounds) => {
        let document = make(text)
        for (const cuts of [[], ...rounds]) {
          document = document.apply(editsOf(document.text, cuts)).document
          fc.pre(!document.text.startsWith('\ufeff'))
          expect(document.tree()).toEqual(parseWhole(document.text))
        }
      },
    ),
    {numRuns: Number(process.env['RUNS'] ?? 500)},
  )
})

describe('the parser', () => {
  const parser = new BlockParser()
  const text = ['# One', 'plain words', '_two_ words', '- a\n- b', 'see [x], _y_', '[x]: /u'].join('\n\n')
  const document = make(text, parser)

  test('is asked for what is not plain', () => {
    document.tree()
    expect(parser.parses).toBe(4)
    document.tree()
    expect(parser.parses).toBe(4)
  })

  test.each([
    ['brackets that close nothing', `[a](b ${']'.repeat(5000)}`],
    ['words behind a bracket that nothing closes', `*a* [b ${'word '.repeat(5000)}`],
    ['signs behind a bracket that nothing closes', `*a* [b ${'. '.repeat(5000)}`],
    ['words behind one whose end is escaped', `*a* [b\\](c ${'word '.repeat(5000)})`],
  ])('is spared %s', (_, source) => {
    const spared = new BlockParser()
    make(source, spared).tree()
    expect(spared.parses).toBe(0)
  })

  test.each([
    ['bold and slanted words', '**Two** words, *one* (**more**).'],
    ['a bold text with an address', 'a **text (<https://x.yz/a_b>)**, and more'],
    ['a picture in a link', '[![a picture](p.png)](u)\n![[a] b](p.png)'],
    ['an address in a label', '[text \\(https://x.yz/a\\)](https://x.yz/a)'],
    ['an address in parentheses', 'text (https://x.yz/a?b=c&d_e), more'],
    ['hard breaks', 'one  \ntwo\\\n1\\. three  '],
    ['words in brackets', 'he wrote […] on [0]'],
    ['a heading with a link', '## A [link](u) and *more*'],
  ])('is spared %s', (_, source) => {
    const spared = new BlockParser()
    expect(make(source, spared).tree()).toEqual(parseWhole(source))
    expect(spared.parses).toBe(0)
  })

  test.each([
    ['marks that may open and close', 'a**b**c *'],
    ['marks of two lengths', '**one *two***'],
    ['code', 'a `b` c'],
    ['a tag', 'a <b> c'],
    ['a reference', 'a &amp; b'],
    ['an address without a scheme', 'see www.x.yz'],
    ['a link in a link', '[a [b](c) d](e)'],
    ['a line that may begin a list', 'a\n- b'],
  ])('is asked for %s', (_, source) => {
    const asked = new BlockParser()
    expect(make(source, asked).tree()).toEqual(parseWhole(source))
    expect(asked.parses).toBe(1)
  })

  test('is asked for many links and many words', () => {
    const asked = new BlockParser()
    make(`${'[a](b) '.repeat(1500)}${'some words '.repeat(5000)}_c_`, asked).tree()
    expect(asked.parses).toBe(1)
  })

  test('parses after an edit only the block that it touched', () => {
    const start = text.indexOf('two')
    const next = document.apply([{start, end: start + 3, replacement: 'three', rule: 'r'}]).document
    next.tree()
    expect(parser.parses).toBe(5)
  })

  test('parses nothing anew that only moved', () => {
    const before = parser.parses
    const next = document.apply([{start: 7, end: 20, replacement: '', rule: 'r'}]).document
    expect(next.text.startsWith('# One\n\n_two_')).toBe(true)
    next.tree()
    expect(parser.parses).toBe(before)
  })

  test('parses a reference anew whose definition goes', () => {
    const before = parser.parses
    const start = text.indexOf('[x]: /u')
    document.apply([{start, end: text.length, replacement: '', rule: 'r'}]).document.tree()
    expect(parser.parses).toBe(before + 1)
  })

  test('parses nothing at all of a document that is taken as plain', () => {
    const plain = new BlockParser(true)
    const tree = make(text, plain).tree()
    expect(plain.parses).toBe(0)
    expect(tree.children.every(({type}) => type === 'paragraph')).toBe(true)
  })
})

describe('hostile text is bounded', () => {
  const size = 80_000
  test.each([
    ['nested quotes', '>'.repeat(100_000)],
    ['lazy lines', `> a\n${'b\n'.repeat(size / 2)}`],
    ['references', '[a]['.repeat(20_000)],
    ['emphasis', '*a_b '.repeat(size / 5)],
    ['nested items', `${'- '.repeat(size / 2)}a`],
    ['comments', 'a<!-- '.repeat(size / 6)],
    ['definitions', '[a]: /u\n'.repeat(size / 8)],
    ['one long line', 'word '.repeat(4_000_000)],
  ])('%s', (_, text) => {
    const parser = new BlockParser()
    const document = make(text, parser)
    expect(document.blocks).toHaveLength(1)
    const tree = document.node(document.blocks[0]!)
    expect(parser.parses).toBe(0)
    expect(tree.children).toMatchObject([{type: 'paragraph', children: [{type: 'text'}]}])
  })
})

test('a long rule under a line is no nesting', () => {
  const text = `Also in the news\n${'-'.repeat(80)}\n\n${'* '.repeat(20)}`
  expect(make(text).tree()).toEqual(parseMarkdown(text))
})
