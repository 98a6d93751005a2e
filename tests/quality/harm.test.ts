/** How the harm of rules is counted, and when the check of it fails. */
import {mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {dropRepeats} from '../../pipeline/drop-repeats/index.js'
import {measured as measuredRepeats} from '../../pipeline/drop-repeats/measured.js'
import {stripDebris} from '../../pipeline/strip-debris/index.js'
import {measured as measuredDebris} from '../../pipeline/strip-debris/measured.js'
import {type CountedResult, makeHarm, measuredStages} from '../../scripts/quality/harm.mjs'
import {
  harmRisen,
  type MeasuredRow,
  measuredText,
  readMeasured,
  writeMeasured,
} from '../../scripts/quality/measured.mjs'

const gold = 'The mill was sold last week.\nOne wheel\nThe weir above it was broken by the flood.'

const clean = (markdown: string, ...taken: readonly (readonly [rule: string, before: string])[]): CountedResult => ({
  id: 'page',
  markdown,
  activities: [
    {stage: {id: 'strip-debris'}, edits: taken.map(([rule, before]) => ({rule, before}))},
    {stage: {id: 'other'}, edits: [{rule: 'other', before: gold}]},
  ],
})

const counted = (...given: Parameters<typeof clean>): object => {
  const harm = makeHarm()
  harm.add(gold, clean(...given))
  return Object.fromEntries([...harm.rows].map(([rule, {cases, ...row}]) => [rule, {...row, cases: cases.length}]))
}

describe('harm', () => {
  test('is what stands in the body and is missing from the result', () => {
    expect(counted('The mill was sold last week.', ['a', 'The weir above it was broken by the flood.\n\n'])).toEqual({
      a: {stage: 'strip-debris', hits: 1, inGold: 1, words: 9, harmed: 9, cases: 1},
    })
  })
  test('is counted for copies as well', () => {
    const activities = [{stage: {id: 'drop-repeats'}, edits: [{rule: 'a', before: 'The mill was sold last week.'}]}]
    const harm = makeHarm()
    harm.add(gold, {id: 'page', markdown: '', activities})
    expect(harm.rows.get('a')).toMatchObject({stage: 'drop-repeats', hits: 1, inGold: 1})
  })
  test('is not what never stood in the body', () => {
    expect(counted('', ['a', 'Share this article with your friends'])).toEqual({
      a: {stage: 'strip-debris', hits: 1, inGold: 0, words: 6, harmed: 0, cases: 0},
    })
  })
  test('is not the one of two that went where the other stays', () => {
    expect(counted(gold, ['a', 'The mill was sold last week.'])).toMatchObject({a: {inGold: 0, harmed: 0}})
  })
  test('of fewer words than a shingle has is a whole line', () => {
    expect(counted('', ['a', '## One wheel\n\n'], ['b', 'one'])).toMatchObject({a: {inGold: 1}, b: {inGold: 0}})
    expect(counted('# One wheel', ['a', 'One wheel'])).toMatchObject({a: {inGold: 0}})
  })
  test('is blind to markdown', () => {
    const before = '[The weir](https://mill.example/weir) *above* it was _broken_ by \\\nthe flood.'
    expect(counted('', ['a', before])).toMatchObject({a: {inGold: 1, words: 9}})
  })
  test('of a part is part harm, and no hit in the body', () => {
    expect(counted('', ['a', 'Read more here: the weir above it was broken'])).toMatchObject({
      a: {inGold: 0, harmed: 4.5, words: 9},
    })
  })
  test('counts no edit that took no words', () => {
    expect(counted('', ['a', '---\n\n'])).toEqual({})
  })
})

const rows = (entries: Record<string, readonly [hits: number, inGold: number]>): Map<string, MeasuredRow> =>
  new Map(Object.entries(entries).map(([rule, [hits, inGold]]) => [rule, {hits, inGold}]))

describe('the check', () => {
  const was = {share: {hits: 100, inGold: 2}}
  test.each([
    ['as before', {share: [100, 2]}],
    ['less', {share: [100, 0]}],
    ['as much of more', {share: [1000, 20]}],
    ['two more', {share: [100, 4]}],
    ['a little more of many', {share: [1000, 29]}],
    ['a new rule with few hits', {share: [100, 2], fresh: [19, 19]}],
    ['a new rule with little', {share: [100, 2], fresh: [20, 1]}],
    ['a rule that hits nothing any more', {}],
  ] as const)('passes %s', (_, now) => expect(harmRisen(was, rows(now))).toEqual([]))
  test('fails for more, and names the rule', () => {
    expect(harmRisen(was, rows({share: [100, 5]}))).toEqual([
      'share: 2 of 100 hits in the body (2.0 %) before, 5 of 100 hits in the body (5.0 %) now',
    ])
  })
  test('fails for a new rule with much', () => {
    expect(harmRisen(was, rows({fresh: [20, 2]}))).toEqual([
      'fresh: not measured before, 2 of 20 hits in the body (10.0 %) now',
    ])
  })
})

describe('the file', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'measured-')), 'measured.ts')
  test('is read as it was written, in the order of names', () => {
    writeMeasured(path, rows({b: [2, 0], a: [1, 1]}))
    expect(Object.entries(readMeasured(path))).toEqual([
      ['a', {hits: 1, inGold: 1}],
      ['b', {hits: 2, inGold: 0}],
    ])
    expect(measuredText(rows({b: [2, 0], a: [1, 1]}))).toBe(measuredText(rows({a: [1, 1], b: [2, 0]})))
  })
  test('may be missing, but not broken', () => {
    expect(readMeasured(`${path}.none`)).toEqual({})
    writeFileSync(path, 'export const measured = {')
    expect(() => readMeasured(path)).toThrow(SyntaxError)
  })
  test.each([
    [stripDebris, measuredDebris],
    [dropRepeats, measuredRepeats],
  ] as const)(
    'beside the rules knows only rules that there are, and is the text that the script writes',
    (stage, measured) => {
      const ids = new Set(stage.rules.map(({id}) => id))
      expect(measuredStages).toContain(stage.id)
      expect(Object.keys(measured).filter((id) => !ids.has(id))).toEqual([])
      const place = join(import.meta.dirname, '../../pipeline', stage.id, 'measured.ts')
      expect(readMeasured(place)).toEqual(measured)
    },
  )
})
