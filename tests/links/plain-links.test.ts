import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {BlockRepair} from '../../pipeline/repair-links/block-repair.js'
import {linksIn} from '../../pipeline/repair-links/found-links.js'
import {repairLinks} from '../../pipeline/repair-links/index.js'
import type {RepairContext} from '../../pipeline/repair-links/link-addresses.js'
import {mendPlainLinks} from '../../pipeline/repair-links/plain-links.js'
import {type Block, scanBlocks} from '../../src/document/blocks.js'
import {Document} from '../../src/document/document.js'
import {type Edit, sortEdits} from '../../src/document/edit.js'
import {parseMarkdown} from '../../src/document/tree.js'

const context: RepairContext = {
  options: repairLinks.options.parse({}),
  base: 'https://example.org/news/',
  page: 'https://example.org/news/1',
  hasAnchor: (name) => name === 'top',
  defines: () => false,
}
const mayHoldItems = (source: string): boolean => !['paragraph', 'heading'].includes(scanBlocks(source)[0]?.type ?? '')
const plain = (source: string): readonly Edit[] | undefined =>
  mendPlainLinks(source, mayHoldItems(source), context)?.edits
const parsed = (source: string): Edit[] =>
  sortEdits(new BlockRepair(source, context).edits(parseMarkdown(source)), source)

const parsedIn = (document: Document, block: Block): Edit[] => {
  const source = document.text.slice(block.start, block.end)
  return sortEdits(new BlockRepair(source, context).edits(document.node(block)), source)
}

describe('links that need no parse', () => {
  test.each([
    'The [report](https://example.org/r) and [law (1991)](https://example.org/law_(1991) "The law") are out.',
    '![A bridge](https://example.org/b.jpg) [![](https://example.org/b.jpg)](https://example.org/b)',
    'He said \\[in part\\] that [it](#top) is [fine] and **[so](https://example.org/so)**.',
  ])('sound: %s', (source) => {
    expect(plain(source)).toEqual([])
    expect(parsed(source)).toEqual([])
  })

  test('references that the text defines', () => {
    const source = 'The [old report][4] is out.'
    expect(mendPlainLinks(source, false, {...context, defines: (label) => label === '4'})?.edits).toEqual([])
  })

  test.each([
    'A [piece](https://example.org/?id=7&utm_source=feed) and [another](/b?utm_medium=x).',
    '- A [piece](../a)\n- ![](//example.org/a.png) and [more](https://example.org/?fbclid=1)',
    '# A ![](https://pixel.wp.com/b.gif?v=1)title',
  ])('mended: %s', (source) => {
    expect(plain(source)).toEqual(parsed(source))
    expect(parsed(source)).not.toEqual([])
  })

  test.each([
    ['a dead link', 'It [was](#) so.'],
    ['a link in brackets', 'The [[report](https://example.org/r)] is out.'],
    ['a link without words', 'A word[&nbsp;](https://example.org/icon) here.'],
    ['a label that holds an address', 'By [A. Author \\(/people/a\\)](/people/a).'],
    ['the address as text', 'See [https://example.org/a](https://example.org/a).'],
    ['a bare address', 'See https://example.org/?utm_source=a and [b](https://example.org/b).'],
    ['what may be code', '`A [piece](https://example.org/?utm_source=feed)`'],
    ['a list item that goes with its image', '- ![](https://pixel.wp.com/b.gif)\n- two'],
    ['a reference', 'The [old report][4] is out.'],
  ])('left to the parser: %s', (_, source) => {
    expect(plain(source)).toBeUndefined()
  })

  const piece = fc.constantFrom(
    ...['[', ']', '](', ')', '(', '!', '!['],
    ...['[report](https://example.org/r)', '[a](/b?utm_source=c)', '[word](#top)', '[x y](https://example.org/a_(b))'],
    ...['![](https://example.org/a.png)', '![z](data:image/gif)', '[![](/a.png)](/b)', '[^1](/c)', '[e] (/f)'],
    ...['**', '*', '_', '`', '``', '~~', '|', '\\', '<', '>', '&', '&amp;', '&nbsp;', ':', '#', '- ', '1. ', '> '],
    ...[' ', '  ', '    ', '\t', '\n', '\n\n', '\n| --- |\n', '~~~', '\n---\n', '"t"', ' "t"', '.', 'word', 'a b', '7'],
    ...['https://example.org/a?utm_source=b', 'www.example.org', 'a@example.org', '<https://example.org/x>', '/d', '#'],
    ...['[a]: ', '\n\n[a]: /c\n\n', '\n[b]: /c', '[d]: https://example.org/?utm_source=e', '[word][a]'],
  )
  test('give the edits and the links that a parse gives', () => {
    fc.assert(
      fc.property(
        fc.array(piece, {minLength: 1, maxLength: 12}).map((pieces) => pieces.join('')),
        (text) => {
          for (const block of scanBlocks(text)) {
            if (['code', 'html', 'frontMatter', 'rule'].includes(block.type)) continue
            const source = text.slice(block.start, block.end)
            const document = new Document({id: 'generated', text, mediaType: 'text/markdown'})
            const known = {...context, defines: (label: string) => document.defines(label)}
            const found = mendPlainLinks(source, block.type !== 'paragraph' && block.type !== 'heading', known)
            if (found) expect([source, found.edits]).toEqual([source, parsedIn(document, block)])
            if (found?.links) expect([source, found.links]).toEqual([source, linksIn(document.node(block), source)])
          }
        },
      ),
      {numRuns: 3000},
    )
  })
})
