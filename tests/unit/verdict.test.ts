/** When a result is suspect: too much gone, or too little left. */
import {expect, test} from 'vitest'
import {z} from 'zod'
import {defineStage} from '../../src/document/stage.js'
import {makePipeline} from '../../src/run/pipeline.js'

const words = (count: number): string => 'mill '.repeat(count).trim()

/** Clean a text of so many words by a stage that leaves the first few. */
function verdictOf(raw: number, left: number): readonly string[] {
  const stage = defineStage({
    id: 'keep-some',
    version: 1,
    description: 'Keep some words.',
    rules: [{id: 'rest', class: 'custom', reason: 'The rest goes.'}],
    options: z.strictObject({}),
    run: ({text}) => ({edits: [{start: words(left).length, end: text.length, replacement: '', rule: 'rest'}]}),
  })
  const {verdict, reasons} = makePipeline([{stage, options: {}}]).clean(words(raw))
  expect(verdict).toBe(reasons.length > 0 ? 'suspect' : 'clean')
  return reasons
}

test.each([
  [400, 40, []],
  [401, 40, ['361 of 401 words are gone']],
  [30, 30, []],
  [29, 29, ['only 29 words are left']],
  [300, 0, ['no words are left']],
  [0, 0, ['the raw holds no words']],
])('of %i words %i are left', (raw, left, reasons) => {
  expect(verdictOf(raw, left)).toEqual(reasons)
})
