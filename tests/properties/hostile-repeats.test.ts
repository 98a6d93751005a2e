/**
 * Texts made of copies of almost everything. The sizes are such that comparing each block with each other one, each place
 * of a text with each block, or a run from each of its blocks anew, would not end in the time of a test.
 */
import {expect, test} from 'vitest'
import {dropRepeats} from '../../pipeline/drop-repeats/index.js'
import {Document} from '../../src/document/document.js'
import type {Edit} from '../../src/document/edit.js'
import {expectWithin} from './processor-time.js'

function run(text: string): {text: string; edits: Edit[]} {
  const document = new Document({id: 'x', text, mediaType: 'text/markdown'})
  const applied = document.apply(dropRepeats.run(document, dropRepeats.options.parse({})).edits)
  return {text: applied.document.text, edits: applied.edits}
}

const times = (count: number, write: (index: number) => string): string =>
  Array.from({length: count}, (_, index) => write(index)).join('\n\n')

const labels = times(60_000, (index) => `Label ${index}`)
const alike = 'the mill and the mill and the mill and the mill and the mill'
const words = 'the mill and '.repeat(60_000)

test.each<[string, string]>([
  ['labels that stand twice in a row of thousands', `${labels}\n\n${labels}`],
  ['paragraphs of the same words', times(20_000, (index) => `${alike} ${'and '.repeat(index % 50)}${index}.`)],
  [
    'paragraphs of the same words before a long one of no others',
    `${times(20_000, (index) => `${alike} ${index}.`)}\n\n${words}`,
  ],
  ['long paragraphs of the same words', times(200, (index) => `${words.slice(0, 30_000 - 3 * index)}\n`)],
  ['quotes with the same beginning', `${times(20_000, (index) => `> “${alike} ${index}.”`)}\n\n${words}`],
  ['teasers with the same beginning', `${times(8000, (index) => `${alike} ${index}…`)}\n\n${words}`],
  [
    'quotes out of one long paragraph',
    `${times(10_000, (index) => `> “${alike} number ${index}.”`)}\n\n${times(10_000, (index) => `${alike} number ${index}.`).replace(/\n\n/g, ' ')}`,
  ],
  ['marks of a text that breaks off', times(2000, () => `${alike} ${'… [...] '.repeat(200)}`)],
  [
    'runs in which every second paragraph has changed',
    `${times(10_000, (index) => `Label ${index}\n\n${alike} ${index} stands there.`)}\n\n${times(10_000, (index) => `Label ${index}\n\n${alike} ${index} stood there.`)}`,
  ],
])('%s', (_, text) => {
  expectWithin(30, () => {
    const {text: once} = run(text)
    expect(run(once).text.length).toBeLessThanOrEqual(once.length)
  })
})

test('copies around copies are looked at so many times and no more', () => {
  const before = times(10_000, (index) => `Opening words of part ${index} stand here.`)
  const nested = times(10_000, (index) => `Opening words of part ${index} stand here.\n\nNo.\n\nNo.`)
  expectWithin(30, () => expect(run(`${before}\n\n${nested}\n\n${before}`).text.length).toBeGreaterThan(0))
})

test('what stays for a copy that goes stays, also where it is a copy itself once its neighbours meet', () => {
  const line = 'A line of eleven words stands at this place near the road'
  const other = 'Another line of ten words stands behind it here alone'
  const far =
    'A paragraph of twenty words and more stands here twice, so that its second copy goes and what was apart from each other meets.'
  const text = `${line}\n\n${other}\n\n${far}\n\n${line}\n\n${line}\n\n${far}\n\n${other}\n`
  const {text: result, edits} = run(text)
  expect(result).toBe(`${line}\n\n${other}\n\n${far}\n`)
  for (const {copyOf} of edits) {
    expect(edits.some(({start, end}) => start <= copyOf!.start && copyOf!.end <= end)).toBe(false)
  }
})
