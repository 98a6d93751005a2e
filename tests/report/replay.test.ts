/** From the data of a document the client comes to the same texts and edits as the record of provenance. */
import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import type {ReplayedStage} from '../../src/provenance/read.js'
import {runDocument} from './run-document.js'

const html = readFileSync(
  new URL('../documents/cases/html-table-layout-football-2008/raw.html', import.meta.url),
  'utf8',
)
const cases: [string, string, string][] = [
  ['a page', 'a.html', html],
  [
    'a text outside the basic plane, with a copy',
    'a.txt',
    `\ufeffNews \u{1f600} of the day\r\n\r\n${'One paragraph of the town, which is long enough to be told from others, stands here \u{1f600}. '.repeat(3)}\r\n\r\n${'One paragraph of the town, which is long enough to be told from others, stands here \u{1f600}. '.repeat(3)}\r\n`,
  ],
]

test.each(cases)('%s is played forwards as it is backwards', async (_, path, raw) => {
  const {stages, recorded} = await runDocument(path, raw)
  // Of classes the data has those of rules that made an edit.
  const withEdits = (stage: ReplayedStage): ReplayedStage => {
    const rules = new Set(stage.edits.map(({rule}) => rule))
    return {...stage, classes: Object.fromEntries(Object.entries(stage.classes).filter(([rule]) => rules.has(rule)))}
  }
  expect(stages).toEqual(recorded.map(withEdits))
})
