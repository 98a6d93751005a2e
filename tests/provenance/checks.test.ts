/** Checks that other checks would hide in a whole output: each alone, on records made by hand. */
import {readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import type {CodePointRange, ManifestRun, Provenance, ProvenanceEdit} from '../../src/provenance/model.js'
import type {CheckId} from '../../src/provenance/verify/checks.js'
import {copyFaults} from '../../src/provenance/verify/copies.js'
import {countWords, groupAnnotations} from '../../src/provenance/verify/counts.js'
import {originFaults, placeFaults} from '../../src/provenance/verify/facts.js'
import {frontMatterDifferences, readFrontMatter} from '../../src/provenance/verify/front-matter.js'
import {digestOfBytes} from '../../src/provenance/verify/json.js'
import {rawRangeOf, untiled} from '../../src/provenance/verify/lineage.js'
import {misfitsOf} from '../../src/provenance/verify/replay.js'
import {CodePointText} from '../../src/provenance/verify/text.js'
import {verifyOutput} from '../../src/provenance/verify/verify.js'
import {makeOutput, sampleRaws} from './outputs.js'

const kept = [
  {text: 0, raw: 0, length: 4},
  {text: 6, raw: 8, length: 2},
]

test('a raw character that is nowhere, or twice, is found', () => {
  expect(untiled(kept, [[4, 8]], 10)).toBeUndefined()
  expect(
    untiled(
      kept,
      [
        [4, 6],
        [5, 8],
      ],
      10,
    ),
  ).toBeUndefined()
  expect(untiled(kept, [[5, 8]], 10)).toEqual({range: [4, 5], isTwice: false})
  expect(untiled(kept, [[4, 7]], 10)).toEqual({range: [7, 8], isTwice: false})
  expect(untiled(kept, [[4, 8]], 12)).toEqual({range: [10, 12], isTwice: false})
  expect(untiled(kept, [[3, 8]], 10)).toEqual({range: [3, 4], isTwice: true})
  expect(untiled(kept, [[4, 9]], 10)).toEqual({range: [8, 9], isTwice: true})
})

test.each([
  [
    [1, 3],
    [1, 3],
  ],
  [
    [4, 6],
    [4, 8],
  ],
  [
    [5, 7],
    [4, 9],
  ],
  [
    [8, 9],
    [10, 12],
  ],
  [
    [0, 9],
    [0, 12],
  ],
  [
    [4, 4],
    [4, 4],
  ],
  [
    [6, 6],
    [4, 4],
  ],
  [
    [7, 7],
    [9, 9],
  ],
  [
    [0, 0],
    [0, 0],
  ],
] as [CodePointRange, CodePointRange][])('the raw behind %j is %j', (at, raw) => {
  expect(rawRangeOf(kept, 12, at)).toEqual(raw)
})

const edit = (at: CodePointRange, before: string, after = '', more: Partial<ProvenanceEdit> = {}): ProvenanceEdit => {
  return {rule: 'rule', at, raw: at, before, after, ...more}
}

test('edits that cannot be are found', () => {
  expect(misfitsOf([edit([0, 1], '🙂'), edit([1, 1], '', 'x'), edit([1, 2], 'a')])).toEqual([])
  expect(misfitsOf([edit([0, 2], '🙂')])).toHaveLength(1)
  expect(misfitsOf([edit([2, 1], '')])[0]!.message).toContain('ends before it begins')
  expect(misfitsOf([edit([0, 2], 'ab'), edit([1, 3], 'bc')])[0]!.message).toContain('lies over')
  expect(misfitsOf([edit([1, 1], '', 'a'), edit([1, 1], '', 'b')])[0]!.message).toContain('lies over')
})

test('copies of nothing, of themselves, of other texts and of what goes as well are found', () => {
  const text = new CodePointText('One line here.\n\nOne *line* here.\n\nTwo lines there.')
  const copy = (target: CodePointRange, more: Partial<ProvenanceEdit> = {}): ProvenanceEdit =>
    edit([14, 32], '\n\nOne *line* here.', '', {copyOf: {at: target, raw: target}, ...more})
  const messages = (...edits: ProvenanceEdit[]): string[] =>
    copyFaults(edits, new Set(['repeat']), text).map(({message}) => message)
  expect(messages(copy([0, 14]))).toEqual([])
  expect(messages(copy([0, 0]))[0]).toContain('no text')
  expect(messages(copy([0, 900]))[0]).toContain('no text')
  expect(messages(copy([0, 15]))[0]).toContain('points at itself')
  expect(messages(copy([34, 50]))[0]).toContain('another text')
  expect(messages(copy([0, 10], {evidence: 'a near copy'}))).toEqual([])
  expect(messages(copy([34, 50], {evidence: 'a near copy'}))[0]).toContain('another text')
  expect(messages(edit([0, 14], 'One line here.'), copy([0, 14]))[0]).toContain('goes as well')
  expect(messages(edit([0, 3], 'One'), copy([0, 14]))).toEqual([])
  expect(messages(edit([0, 3], 'One', '', {rule: 'repeat'}))[0]).toContain('of what is not recorded')
  expect(messages(edit([0, 3], 'One', 'Two', {rule: 'repeat'}), edit([14, 16], '\n\n', '', {rule: 'repeat'}))).toEqual(
    [],
  )
})

test('a copy may lack a picture, whose words no reader sees, but is no copy of a picture alone', () => {
  const text = new CodePointText(
    '### ![cc](https://a.example/c.png) Rules\n\n**Rules**\n\n![cc](https://a.example/c.png)',
  )
  const messages = (at: CodePointRange, before: string, target: CodePointRange): string[] =>
    copyFaults([edit(at, before, '', {copyOf: {at: target, raw: target}})], new Set(['repeat']), text).map(
      ({message}) => message,
    )
  expect(messages([40, 51], '\n\n**Rules**', [0, 40])).toEqual([])
  expect(messages([40, 51], '\n\n**Rules**', [53, 81])[0]).toContain('another text')
})

describe('what is stated of a document', () => {
  const activity = (stage: string, classes: Record<string, string>): Provenance['activities'][number] => {
    return {stage, version: 1, options: '', mediaType: 'text/markdown', classes, edits: []}
  }
  const activities = [activity('lift', {title: 'metadata', spelling: 'name'}), activity('mine', {own: 'custom'})]
  const stages = [
    {id: 'lift', version: 1, options: {}},
    {id: 'mine', version: 1, options: {}, module: 'sha256:'},
  ]
  const said = (
    metadata: Provenance['metadata'],
    messages: Provenance['messages'] = [],
    annotations: Provenance['annotations'] = [],
  ): Provenance => ({metadata, messages, annotations, activities}) as unknown as Provenance
  const title = {field: 'title', value: 'The Müller of 2 May', stage: 'lift', rule: 'title'}

  test('comes from a stage that ran and a rule that it records', () => {
    const remark = {level: 'info' as const, stage: 'lift', text: 'So.'}
    const places = (...given: Parameters<typeof said>): string[] => originFaults(said(...given)).map(({place}) => place)
    expect(places([title], [remark, {...remark, rule: 'title'}])).toEqual([])
    expect(
      places([
        {...title, stage: 'nobody'},
        {...title, stage: 'mine'},
        {...title, rule: 'nobody'},
      ]),
    ).toEqual([...['metadata.0.stage', 'metadata.1.rule', 'metadata.2.rule']])
    expect(
      places(
        [],
        [
          {...remark, stage: 'nobody'},
          {...remark, rule: 'own'},
        ],
      ),
    ).toEqual([...['messages.0.stage', 'messages.1.rule']])
    const name = {kind: 'name', stage: 'lift', raw: [0, 4] as CodePointRange, text: 'Mühl', value: 'mill'}
    expect(places([], [], [name, {...name, rule: 'spelling'}])).toEqual([])
    expect(places([], [], [{...name, stage: 'nobody'}])).toEqual(['annotations.0.stage'])
    expect(places([], [], [{...name, rule: 'own'}])).toEqual(['annotations.0.rule'])
  })

  test('is counted in the manifest once for all places where it is recognised', () => {
    const name = (at: number, text: string, after?: string): Provenance['annotations'][number] => {
      return {kind: 'name', stage: 'lift', raw: [at, at + 4], text, value: 'mill', ...(after && {after})}
    }
    const link = {...name(40, '[a](b)'), kind: 'link', value: 'b'}
    expect(groupAnnotations([name(0, 'Mühl'), link, name(9, 'Mill', 'Mühl'), name(20, 'Mühl')])).toEqual({
      name: [
        {text: 'Mühl', value: 'mill', count: 2},
        {text: 'Mill', value: 'mill', after: 'Mühl', count: 1},
      ],
      link: [{text: '[a](b)', value: 'b', count: 1}],
    })
  })

  test.each<[raw: string, fact: object, isFound: boolean]>([
    ['By Mueller, the', {}, false],
    ['<b>MULLER</b>', {}, false],
    ['on 02/05', {}, false],
    ['of his own', {value: 'On 2 May'}, true],
    ['Dr. No', {}, true],
    ['Dr. No', {value: ['The mill', 'No one']}, false],
    ['Dr. No', {raw: undefined}, false],
    ['Dr. No', {value: '…'}, false],
    ['京都の', {value: '東京'}, false],
    ['大阪の', {value: '東京'}, true],
    ['"\\u6771"', {value: '東京'}, false],
    ['&#x6771;', {value: '東京'}, false],
    ['&#26481;', {value: '東京'}, false],
    ['&#9999999;', {value: '東京'}, true],
    // Stated in words of its own, or brought to another form.
    ['Dr. No', {stage: 'mine', rule: 'own'}, false],
    ['Dr. No', {rule: 'spelling'}, false],
  ])('shares a word with the raw at its place: %s, %j', (raw, fact, isFound) => {
    const run = {pipeline: {stages}} as unknown as ManifestRun
    const metadata = [{...title, raw: [0, raw.length] as CodePointRange, ...fact}]
    expect(placeFaults(said(metadata), new CodePointText(raw), run)).toHaveLength(isFound ? 1 : 0)
  })
})

test('front matter, manifest and facts are held against each other', () => {
  const stages = [{id: 'write-front-matter', version: 1, options: {fields: {author: 'by', date: false}}}]
  const fact = (field: string, value: string) => ({field, value, stage: 's', rule: 'r'})
  const facts = [fact('author', 'X'), fact('author', 'Y'), fact('date', '2020-01-02')]
  const metadata = {author: 'Y', date: '2020-01-02'}
  const differences = (clean: string) => frontMatterDifferences(readFrontMatter(clean), metadata, facts, stages)
  expect(differences('---\nby: Y\n---\n\nText')).toEqual([])
  expect(differences('---\nby: X\n---\n')).toEqual(['by is "X" here and "Y" in the manifest'])
  expect(differences('---\nby: Y\nmore: 1\n---\n')).toHaveLength(1)
  expect(differences('---\nby: [Y\n---\n')[0]).toContain('not YAML')
  expect(differences('Text')).toHaveLength(1)
  expect(frontMatterDifferences(readFrontMatter('Text'), {}, facts, stages)).toHaveLength(2)
  // Without the stage that writes it, a head of the text is the author's own.
  expect(frontMatterDifferences(readFrontMatter('---\nx: 1\n---\n'), metadata, facts, [])).toEqual([])
})

test.each([
  ['', 0],
  ['One two, three-four.', 4],
  ['Été 2020 – naïve', 3],
  ['漢字 kanji', 4],
  ['🙂 !', 0],
])('the words of %j', (text, count) => {
  expect(countWords(text)).toBe(count)
})

/** Change a manifest and state the right digest of it. */
const forge = async (out: string, change: (lines: string[]) => string[]): Promise<void> => {
  const path = join(out, 'manifest.jsonl')
  const text = (await readFile(path, 'utf8')).replace(/"digest":"sha256:[^"]*",/, '')
  const forged = `${change(text.trimEnd().split('\n')).join('\n')}\n`
  const digest = digestOfBytes(Buffer.from(forged))
  await writeFile(path, forged.replace(',"tool"', `,"digest":"${digest}","tool"`))
}

const replaceIn = (number: number, pattern: RegExp, replacement: string) => (lines: string[]) =>
  lines.map((line, index) => (index === number ? line.replace(pattern, replacement) : line))

test.each([
  ['nothing', (lines) => lines, undefined],
  ['the count of documents', replaceIn(0, /"failed":1/, '"failed":2'), 'manifest-counts'],
  ['the version of a stage', replaceIn(0, /"version":3/, '"version":4'), 'pipeline'],
  ['the order', ([run, ...rest]) => [run!, ...rest.reverse()], 'manifest-order'],
  ['a line twice', (lines) => [...lines, lines.at(-1)!], 'manifest-order'],
  ['a path that leads out', replaceIn(1, /clean\/a\.md/, 'clean/../../a.md'), 'manifest-paths'],
  ['an id that leads out', replaceIn(1, /"id":"a"/, '"id":"../a"'), 'manifest-paths'],
  ['the words of the raw', replaceIn(1, /"words":\{"raw":\d+/, '"words":{"raw":900'), 'counts'],
  ['the words of the clean', replaceIn(1, /"clean":\d+\},"classes"/, '"clean":900},"classes"'), 'counts'],
  ['the digest of a failed raw', replaceIn(2, /"sha256:.{64}"/, `"sha256:${'0'.repeat(64)}"`), 'raw'],
  ['spaces', replaceIn(1, /,/, ', '), 'manifest-form'],
] as [string, (lines: string[]) => string[], CheckId | undefined][])(
  '%s in a forged manifest',
  async (_, change, check) => {
    const {out, raw} = await makeOutput(sampleRaws)
    await forge(out, change)
    const checks = (await verifyOutput(out, raw)).findings.map((finding) => finding.check)
    expect(checks).not.toContain('manifest-digest')
    if (check) expect(checks).toContain(check)
    else expect(checks).toEqual([])
  },
)
