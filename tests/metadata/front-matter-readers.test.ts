/** Front matter that is written: every reader of YAML, of 1.1 and of 1.2, reads the same text, whatever stands in it. */
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import {readFrontMatter, renderFrontMatter} from '../../pipeline/lift-metadata/front-matter.js'
import {readFrontMatter as verifyFrontMatter} from '../../src/provenance/verify/front-matter.js'

const nasty = [
  ...[
    'no',
    'off',
    'Yes',
    'y',
    'n',
    'on',
    'true',
    'FALSE',
    '~',
    'null',
    'Null',
    '',
    ' ',
    '  two  ',
    'trailing ',
    ' leading',
  ],
  ...[
    '1',
    '-1',
    '+1',
    '01',
    '0o17',
    '0x1F',
    '0b1',
    '1e3',
    '1_000',
    '.5',
    '1.',
    '.inf',
    '-.INF',
    '.nan',
    '12:30:45',
    '190:20:30',
  ],
  ...[
    '2020-11-10',
    '2020-11',
    '2020',
    '2020-11-10T08:30:15Z',
    '2020-11-10 08:30:15 +1',
    '1:2',
    '=',
    '<<',
    '!tag x',
    '!!str x',
  ],
  ...[
    'a: b',
    'a:',
    ':a',
    'a #b',
    '#a',
    '# a',
    '- a',
    '-',
    '--',
    '---',
    '...',
    '? a',
    '@a',
    '`a`',
    '%a',
    '&a b',
    '*a',
    '|',
    '>',
    '>-',
    '|+',
  ],
  ...[
    '"',
    "'",
    '"a" b',
    "it's",
    '{a}',
    '[a]',
    'a, b',
    '{',
    '}',
    '\\',
    'a\\nb',
    '\\u0041',
    'a\nb',
    'a\n\nb\n',
    '\n',
    'a\n  b',
    'a\n---\nb',
    '---\n',
  ],
  ...[
    '\t',
    'a\tb',
    '\u0085',
    'a\u2028b',
    'a\u2029b',
    '\u00a0',
    '\ufeffa',
    '\u200f\u05d0',
    '\u202ea',
    '\u0001',
    '\u007f',
    '\ufffe',
    '😀',
    'Հայաստան',
    '日本',
  ],
  'word '.repeat(400).trim(),
  'x'.repeat(2000),
]

const render = (fields: Record<string, string | readonly string[]>): string =>
  renderFrontMatter({fields: new Map(Object.entries(fields)), plain: new Set()})!

function read(source: string, version: '1.1' | '1.2'): unknown {
  expect(source.split('\n').filter((line) => /^---\s*$/.test(line))).toHaveLength(2)
  return parse(source.slice(4, -3), {version, schema: version === '1.1' ? 'yaml-1.1' : 'core'})
}

function expectSame(fields: Record<string, string | readonly string[]>): void {
  const source = render(fields)
  expect(read(source, '1.1')).toEqual(fields)
  expect(read(source, '1.2')).toEqual(fields)
  expect(verifyFrontMatter(`${source}\n`).fields).toEqual(fields)
  expect(render(fields)).toBe(source)
  // What readers of YAML 1.1 in other languages break lines at, or refuse.
  expect(source).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/)
  expect(source).not.toMatch(/^[\w ]+: (?:=$|[^"'|>]*\t)/m)
}

describe('a value is read as it is meant', () => {
  test.each(nasty)('%j', (value) => {
    expectSame({title: value, author: [value, 'Ann Example'], custom: value})
  })

  test('any', () => {
    const text = fc.oneof(
      fc.constantFrom(...nasty),
      fc.string({unit: 'grapheme'}),
      fc.string({unit: fc.constantFrom(...':-#?!&*%@`|>{}[],\'"\\ \n\t0123456789eExob._+~=<y')}),
    )
    const value = fc.oneof(text, fc.array(text, {minLength: 1, maxLength: 3}))
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('title', 'date', 'tags', 'no', '2020', 'a b'), value, {minKeys: 1}),
        expectSame,
      ),
    )
  })
})

test('what was a number or a truth value is one still, for all readers the same', () => {
  const source = '---\ntitle: A bridge\ndraft: false\nrating: 4.50\nweight: -3\nyear: 2020\n---'
  const {facts} = readFrontMatter(source, {start: 0, end: source.length})!
  const {fields} = {fields: new Map(facts.map(({field, value}) => [field, value]))}
  const plain = new Set(facts.flatMap(({field, isPlain}) => (isPlain ? [field] : [])))
  expect([...plain]).toEqual(['draft', 'rating', 'weight', 'year'])
  const written = renderFrontMatter({fields, plain})!
  expect(written).toBe(source)
  for (const version of ['1.1', '1.2'] as const) {
    expect(read(written, version)).toEqual({title: 'A bridge', draft: false, rating: 4.5, weight: -3, year: 2020})
  }
})
