/** What is laid side by side is the two texts, nothing lost and nothing twice, and each part is of the rule that made it. */
import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {lineageOf} from '../../src/inspect/changes.js'
import type {ReplayedStage} from '../../src/provenance/read.js'
import {partedComparison} from '../../src/report/client/parted.js'
import {type Row, rowsOf} from '../../src/report/client/rows.js'
import {runDocument} from './run-document.js'

const html = readFileSync(
  new URL('../documents/cases/html-modern-article-on-seabirds/raw.html', import.meta.url),
  'utf8',
)
const arabic = readFileSync(new URL('../documents/cases/arabic-article-page/raw.html', import.meta.url), 'utf8')
const scrape = readFileSync(new URL('../../raw/003_3d5ca81292a40d5c.txt', import.meta.url), 'utf8')

const side = (rows: readonly Row[], name: 'before' | 'after'): string =>
  rows
    .flat()
    .map((segment) => segment[name])
    .join('')

describe.each([
  ['a scrape', 'a.txt', scrape],
  ['a page', 'a.html', html],
  ['a page from right to left', 'a.html', arabic],
  ['nothing', 'a.txt', ''],
])('rows of %s', (_, path, raw) => {
  test('hold both texts, from any stage to any other', async () => {
    const {stages} = await runDocument(path, raw)
    const selections: (readonly ReplayedStage[])[] = [stages, stages.slice(3), ...stages.map((stage) => [stage])]
    for (const selected of selections) {
      const rows = rowsOf(partedComparison(selected))
      expect(side(rows, 'before')).toBe(selected[0]!.input)
      expect(side(rows, 'after')).toBe(selected.at(-1)!.output)
    }
  })

  test('show as kept what was copied, character by character', async () => {
    const {stages} = await runDocument(path, raw)
    const copied = lineageOf(stages)
    let offset = 0
    for (const segment of rowsOf(partedComparison(stages)).flat()) {
      if (segment.kind === 'kept' && segment.before.trim() !== '') {
        // Line feeds around it may be told otherwise: which of several went, nobody sees.
        const leading = segment.before.length - segment.before.trimStart().length
        const length = segment.before.trim().length
        const start = segment.start + leading
        const span = copied.originOf({start: offset + leading, end: offset + leading + length})
        expect(span).toEqual({start, end: start + length})
      }
      offset += segment.after.length
    }
  })
})

test('neighbours that different rules took are marks of their own', async () => {
  const raw = `Share on Facebook | Tweet\n\nAdvertisement\n\n${'The bridge was closed on Friday, the mayor said to the people of the town. '.repeat(4)}\n`
  const {stages} = await runDocument('a.txt', raw)
  const marks = rowsOf(partedComparison(stages))
    .flat()
    .filter(({kind}) => kind === 'gone')
    .map(({before, change}) => [before.trim(), change!.causes.map((cause) => cause.class).join()])
  expect(marks).toContainEqual(['Share on Facebook | Tweet', 'share'])
  expect(marks).toContainEqual(['Advertisement', 'advertisement'])
})

test('a row begins where a paragraph does, and what went stands in one of its own', async () => {
  const paragraph = 'The bridge was closed on Friday, the mayor said to the people of the town, who had waited.'
  const {stages} = await runDocument('a.txt', `${paragraph}\n\nShare on Facebook | Tweet\n\n${paragraph} Again.\n`)
  const rows = rowsOf(partedComparison(stages)).filter((row) => row.some(({before}) => before.trim() !== ''))
  expect(rows.map((row) => row.map(({before}) => before.trim()).filter(Boolean))).toEqual([
    [paragraph],
    ['Share on Facebook | Tweet'],
    [`${paragraph} Again.`],
  ])
})
