/** How edits and texts of two runs are held against each other. */
import {expect, test} from 'vitest'
import type {Stage} from '../../src/document/stage.js'
import {type Difference, differenceOf} from '../../src/inspect/against.js'
import {openRecord} from '../../src/inspect/record.js'
import {refine} from '../../src/inspect/refine.js'
import {toyStages, writeFixture} from './fixture.js'

/** A stage that replaces what it finds. */
const stage = (id: string, find: RegExp, becomes: string): Stage => ({
  ...toyStages[2]!,
  id,
  run: ({text}) => ({
    edits: [...text.matchAll(find)].map(({index, 0: found}) => {
      return {start: index, end: index + found.length, replacement: becomes, rule: 'share-row'}
    }),
  }),
})

/** What two pipelines make of one text. */
async function difference(text: string, here: readonly Stage[], there: readonly Stage[]): Promise<Difference> {
  const records = [here, there].map((stages) => openRecord(writeFixture({'a.txt': text}, stages), 'a'))
  const [first, second] = await Promise.all(records)
  return differenceOf(first!, second!)
}

const changesOf = ({comparison: {before, changes}}: Difference): unknown[] =>
  changes.map(({start, end, replacement, causes}) => [
    before.slice(start, end),
    replacement,
    causes.map((cause) => cause.stage),
  ])

test('an edit is the same one whoever took the white space beside it', async () => {
  const [wide, narrow] = [stage('strip', /\n\nShare\n/g, ''), stage('strip', /Share\n/g, '')]
  const found = await difference('One.\n\nShare\n\nTwo.\n', [wide], [narrow])
  expect([...found.rules]).toEqual([])
  expect(changesOf(found)).toEqual([['\n\n', '', []]])
})

test('an edit with another outcome is another one, on both sides', async () => {
  const found = await difference(
    'See Arcach.\n',
    [stage('names', /Arcach/g, 'Artsakh')],
    [stage('names', /Arcach/g, 'X')],
  )
  expect([...found.rules]).toEqual([['names/share-row', {class: 'share', here: 1, there: 1}]])
  expect(changesOf(found)).toEqual([['X', 'Artsakh', ['-names', '+names']]])
})

test('what both runs changed alike is no change, whichever rules did it', async () => {
  const found = await difference(
    'See Arcach.\n',
    [stage('one', /Arcach/g, 'Artsakh')],
    [stage('two', /Arcach/g, 'Artsakh')],
  )
  expect(changesOf(found)).toEqual([])
  expect([...found.rules.keys()]).toEqual(['two/share-row', 'one/share-row'])
})

test('each change has the rules that worked at its place, and no others', async () => {
  const found = await difference(
    'One Arcach two.\n\nShare\n\nThree (ad) four.\n',
    [stage('names', /Arcach/g, 'Artsakh'), stage('strip', /Share\n\n/g, '')],
    [stage('ads', / \(ad\)/g, '')],
  )
  expect(changesOf(found)).toEqual([
    ['Arcach', 'Artsakh', ['+names']],
    ['Share\n\n', '', ['+strip']],
    ['', ' (ad)', ['-ads']],
  ])
})

test.each([
  ['title: A\ndate: 1\n', 'title: A\ndate: 2\n', [['1', '2']]],
  [
    'title: A\ndate: 1\nsite: X\n',
    'title: B\ndate: 1\nsite: Y\n',
    [
      ['A', 'B'],
      ['X', 'Y'],
    ],
  ],
  ['a: 1\nb: 2\n', 'a: 1\nc: 3\nb: 2\n', [['', 'c: 3\n']]],
  ['a: 1\nb: 2\n', 'b: 2\n', [['a: 1\n', '']]],
  ['Stepanakert', 'Stepanagerd', [['Stepanakert', 'Stepanagerd']]],
  ['in Shushi now', 'in Shusha now', [['Shushi', 'Shusha']]],
  ['a 😀 b', 'a 😁 b', [['😀', '😁']]],
  ['', 'x', [['', 'x']]],
  ['same\n', 'same\n', []],
])('a change of %j to %j is cut down to what changed', (before, after, expected) => {
  const parts = refine(before, after)
  expect(parts.map(({start, end, replacement}) => [before.slice(start, end), replacement])).toEqual(expected)
  let [made, offset] = ['', 0]
  for (const {start, end, replacement} of parts) {
    made += before.slice(offset, start) + replacement
    offset = end
  }
  expect(made + before.slice(offset)).toBe(after)
})

test('a change of more lines than are compared stays whole but for its ends, a few in a long text do not', () => {
  const lines = (mark: string, every: number): string =>
    Array.from({length: 500}, (_, index) => `line ${index}${index % every === 1 ? mark : ''}\n`).join('')
  expect(refine(lines('', 2), lines(' x', 2))).toHaveLength(1)
  expect(refine(lines('', 250), lines(' x', 250))).toHaveLength(2)
})
