/**
 * Runs that a pattern might try to cut in every way, or look at from each of their characters anew. Were one of them not
 * read in a time that grows with their length alone, its test would not end in its time: the sizes are such that a
 * quadratic reading takes minutes and an exponential one for ever.
 */
import {expect, test} from 'vitest'
import {createPipeline} from '../../src/index.js'

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
])('%s', {timeout: 60_000}, (_, text) => {
  const {markdown} = pipeline.clean(`${text}\n\n${prose}\n`)
  expect(markdown).toContain('The bridge over the lower river')
})
