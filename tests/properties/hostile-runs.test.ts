/**
 * Runs that a pattern might try to cut in every way, or look at from each of their characters anew. Were one of them not
 * read in a time that grows with their length alone, its test would not end in its time: the sizes are such that a
 * quadratic reading takes minutes and an exponential one for ever.
 */
import {expect, test} from 'vitest'
import {repairLinks} from '../../pipeline/repair-links/index.js'
import {Document} from '../../src/document/document.js'
import {BlockParser} from '../../src/document/tree.js'
import {createPipeline, DocumentError} from '../../src/index.js'
import {expectWithin} from './processor-time.js'

const pipeline = createPipeline()
const prose = 'The bridge over the lower river was opened on Monday after three years of work, the council said.'

test.each<[string, string]>([
  ['comments before text', '<!---->'.repeat(20_000)],
  ['comments before a piece of a page', `${'<!-- a -->\n'.repeat(10_000)}<p>${prose}</p>`],
  ['fields with a dash in front matter that does not end', `---\n${'-a: b\n'.repeat(20_000)}`],
  ['dashes before a letter', `${prose}\n\n${'-'.repeat(300_000)}a`],
  ['pictures before a letter', `# Of pictures\n\n${'![a](b)'.repeat(5000)}x\n**a** [b](c)\n${'![a](b)'.repeat(5000)}x`],
  ['a phrase of a notice', `Cookie${' manager'.repeat(60)} x`],
  ...['!', '-', '.', '|', '"', '—', '…', '*.', '😀', "'"].map((sign): [string, string] => [
    `${sign} within a word`,
    `Word${sign.repeat(300_000 / sign.length)}word ends here.`,
  ]),
  ['brackets that close nothing', `See [a](https://example.org/${']'.repeat(100_000)}) and **b**.`],
  ['words behind a bracket that nothing closes', `See [a](https://example.org/${'a word '.repeat(15_000)}) and **b**.`],
])('%s', (_, text) => {
  expectWithin(60, () => {
    const {markdown} = pipeline.clean(`${text}\n\n${prose}\n`)
    expect(markdown).toContain('The bridge over the lower river')
  })
})

test.each<[string, string]>([
  ['code marks', '`'.repeat(10_000_000)],
  ['pictures that nothing closes', '![]('.repeat(4_000_000)],
  ['lines', 'a\n\n'.repeat(1_000_000)],
  ['elements', '<p>a</p>'.repeat(3_000_000)],
])('too many %s are refused before any work', (_, text) => {
  expect(() => pipeline.clean(text)).toThrow(DocumentError)
  expect(() => pipeline.clean(text)).toThrow(/^too much of one thing: \d+ (?:lines|signs of markup), more than/)
})

test('too many edits of a stage are refused', () => {
  expect(() => pipeline.clean(`${prose} ${'`'.repeat(1_100_000)}\n`)).toThrow(/1100000 edits of convert-text/)
})

const numbered = (count: number, write: (index: number) => string): string =>
  Array.from({length: count}, (_, index) => write(index)).join('')

test.each<[string, string]>([
  ['definitions', numbered(20_000, (index) => `[a${index}]: https://example.org/${index}\n\n`)],
  [
    'references',
    numbered(5000, (index) => `The [old report][r${index}] is out.\n\n[r${index}]: /reports/${index}\n\n`),
  ],
  ['links', numbered(20_000, (index) => `A [piece](https://example.org/?id=${index}&utm_source=feed) is out.\n\n`)],
  ['escapes in an address', `See [a](https://example.org/?${'\\'.repeat(150_000)}).\n`],
])('links are mended without a parse: %s', (_, text) => {
  const parser = new BlockParser()
  const document = new Document({id: 'links', text, mediaType: 'text/markdown', parser})
  Array.from(repairLinks.run(document, repairLinks.options.parse({})).edits)
  expect(parser.parses).toBe(0)
})
