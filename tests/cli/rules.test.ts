import {describe, expect, test} from 'vitest'
import {listRules, type RuleFlags, registerRules} from '../../src/cli/rules.js'
import type {Rule} from '../../src/document/stage.js'
import {UsageError} from '../../src/errors.js'
import {plain} from '../../src/inspect/palette.js'
import {toyStages} from '../inspect/fixture.js'
import {helpOf} from './capture.js'

const entries = toyStages.map((stage) => ({stage, isOn: true, isCustom: false}))
const list = (id?: string, flags: RuleFlags = {}): string => listRules(entries, id, flags, plain)

describe('palimpsest rules', () => {
  test('lists the rules of a stage with class and reason', () => {
    expect(list(undefined, {stage: 'strip'})).toBe(
      'strip  Do strip\n' +
        '  share-row     share         A reader does not share from here.\n' +
        '  comment-form  comment-form  A form is no text.\n',
    )
  })

  test('lists those of a class over all stages, each under its stage', () => {
    expect(list(undefined, {class: 'layout'})).toBe('join  Do join\n  page-break  layout  A page ended here.\n')
    expect(list().match(/^\w+ {2}Do/gm)).toHaveLength(6)
  })

  test('says all about one, with examples before and after', () => {
    const expected = `names/place  stage version 1
class:  name: spellings of names
reason: A place has one spelling.

Examples
  - Arcach
  + Artsakh

Left alone
    Arcachon
`
    expect(list('place')).toBe(expected)
    expect(list('names/place')).toBe(expected)
  })

  test('shows patterns where a stage lays them open, and nothing that acts on the terminal', () => {
    const rule = {
      id: 'shown',
      class: 'share',
      reason: 'A \u001b[2J reason.',
      patterns: ['share', /x+/u, {pattern: 'y'}, 7],
    }
    const stage = {...toyStages[0]!, rules: [rule as unknown as Rule]}
    const text = listRules([{stage, isOn: true, isCustom: true}], 'shown', {}, plain)
    expect(text).toContain('reason: A \\x1b[2J reason.\n\nPatterns\n  share\n  /x+/u\n  y\n')
  })

  test('says what a rule did on labelled pages', () => {
    const rule = {id: 'told', class: 'share', reason: 'R.', measured: {hits: 412, inGold: 3}} as const
    const entry = {stage: {...toyStages[0]!, rules: [rule]}, isOn: true, isCustom: false}
    const told = (flags: RuleFlags): string => listRules([entry], 'told', flags, plain)
    expect(told({})).toContain('\nmeasured: 412 hits on labelled pages, 0.7 % of them in the body\n')
    expect(JSON.parse(told({json: true}))[0].measured).toEqual({hits: 412, inGold: 3})
    const once = {...entry, stage: {...entry.stage, rules: [{...rule, measured: {hits: 1, inGold: 0}}]}}
    expect(listRules([once], 'told', {}, plain)).toContain(
      'measured: 1 hit on labelled pages, 0.0 % of them in the body\n',
    )
    expect(list('place')).not.toContain('measured')
  })

  test('gives JSON', () => {
    expect(JSON.parse(list('place', {json: true}))).toEqual([
      {
        stage: 'names',
        rule: 'place',
        class: 'name',
        reason: 'A place has one spelling.',
        examples: [{text: 'Arcach\n', becomes: 'Artsakh\n'}, {text: 'Arcachon\n'}],
      },
    ])
  })

  test.each([
    ['plase', {}, 'Unexpected rule plase; `palimpsest rules` lists them\n(Did you mean names/place?)'],
    [
      'strip/comment',
      {},
      'Unexpected rule strip/comment; `palimpsest rules` lists them\n(Did you mean strip/comment-form?)',
    ],
    ['zzzzzzzz', {}, 'Unexpected rule zzzzzzzz; `palimpsest rules` lists them'],
    [
      undefined,
      {stage: 'lfit'},
      'Unexpected stage lfit, expected one of join, lift, strip, repeat, names, head; did you mean "lift"?',
    ],
    [
      undefined,
      {class: 'shares'},
      'Unexpected class shares, expected one of comment-form, front-matter, layout, metadata, name, repeat, share; did you mean "share"?',
    ],
    ['place', {class: 'name'}, 'Unexpected --class beside a rule; leave one out'],
  ])('refuses %s %j', (id, flags, message) => {
    expect(() => list(id, flags)).toThrow(new UsageError(message))
  })

  test('has help with examples', () => {
    expect(helpOf(registerRules, 'rules')).toMatch(/Examples:\n {2}palimpsest rules .*\n {2}palimpsest rules strip/)
  })
})
