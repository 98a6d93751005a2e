/** What the rules did over a corpus, counted, and which hits to look at first. */
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import {registerRules} from '../../src/cli/rules.js'
import {ruleStats, type StatsFlags} from '../../src/cli/rules-stats.js'
import type {Stage} from '../../src/document/stage.js'
import {UsageError} from '../../src/errors.js'
import {plain} from '../../src/inspect/palette.js'
import type {Folders} from '../../src/inspect/record.js'
import {FirstHits, type Hit} from '../../src/inspect/rule-stats.js'
import {ProvenanceError} from '../../src/provenance/read.js'
import {page, toyStages, writeFixture} from '../inspect/fixture.js'
import {runCommand} from './command.js'

const prose = (subject: string): string =>
  `${subject} crossed the river in the early morning, and nobody in the town saw it.`
const ad = 'Our partners offer you a pair of shoes that you will never want to take off again.'

/** Takes out what it is told, a paragraph with the empty line behind it. */
const cut: Stage = {
  ...toyStages[2]!,
  run: ({text}) => ({
    edits: [
      ...[...text.matchAll(/(?:Our partners|Advertisement)[^\n]*\n\n/g)].map((match) => edit(match, 'share-row')),
      ...[...text.matchAll(/Leave a Reply[^\n]*\n/g)].map((match) => edit(match, 'comment-form')),
    ].sort((a, b) => a.start - b.start),
  }),
}

function edit(
  {index, 0: found}: RegExpExecArray,
  rule: string,
): {start: number; end: number; replacement: ''; rule: string} {
  return {start: index, end: index + found.length, replacement: '', rule}
}

const raws = {
  'a.txt': `# Title\n\n${ad}\n\n${prose('A')}\n\n${ad}\n\n${prose('B')}\n\nAdvertisement\n\n${prose('C')}\n\nLeave a Reply now\n`,
  'b.txt': `${prose('D')}\n\n${ad}\n\n- an item of a list that goes on for quite some time, you see.\n`,
  'c.txt': 'Nothing here.\n',
  'd.txt': 'failed',
}

let folders: Folders
beforeAll(() => {
  // What a later stage does in front of a place moves it.
  folders = writeFixture(raws, [cut, toyStages[5]!])
})

async function stats(flags: StatsFlags = {}, own: Folders = folders): Promise<string> {
  const stages = [cut, toyStages[0]!].map((stage) => ({stage, isOn: true, isCustom: false}))
  let text = ''
  for await (const part of ruleStats(own, stages, flags, plain)) text += part
  return text.replaceAll(own.raw, 'RAW')
}

describe('palimpsest rules --stats', () => {
  test('counts what each rule did, the most suspect first, and names what to look at', async () => {
    // How wide the places are is the machine's.
    expect((await stats()).replace(/(?<=\S) {2,}/g, '  ')).toBe(
      `rule  class  hits  docs  words  suspect  longest  where  which
strip/share-row  share  4  2  −52  2  17  RAW/a.txt:3  Our partners offer you a pair of shoes t…
strip/comment-form  comment-form  1  1  −4  ·  4  RAW/a.txt:15  Leave a Reply now
head/front  front-matter  3  3  +6  ·  ·

Most suspect: a paragraph went, and prose stayed on both sides of it
  RAW/a.txt:7  strip/share-row  17 words: ${ad}
  RAW/a.txt:11  strip/share-row  1 word: Advertisement

Rarest: strip/comment-form 1, head/front 3, strip/share-row 4
1 other rule had no hit; \`palimpsest rules\` lists all
8 hits of 3 rules; markup and bytes are not counted; \`palimpsest rules --stats --rule ID\` shows the hits of one
`,
    )
  })

  test('orders rules as it is told', async () => {
    const order = async (flags: StatsFlags): Promise<string[]> =>
      (JSON.parse(await stats({json: true, ...flags})) as {rules: {rule: string}[]}).rules.map(({rule}) => rule)
    expect(await order({})).toEqual(['share-row', 'comment-form', 'front'])
    expect(await order({sort: 'hits'})).toEqual(['share-row', 'front', 'comment-form'])
    expect(await order({sort: 'words'})).toEqual(['share-row', 'comment-form', 'front'])
    expect(await order({sort: 'documents'})).toEqual(['front', 'share-row', 'comment-form'])
    expect(await order({sort: 'rule'})).toEqual(['front', 'comment-form', 'share-row'])
    expect(await order({class: 'share'})).toEqual(['share-row'])
    expect(await order({stage: 'strip', sort: 'hits'})).toEqual(['share-row', 'comment-form'])
  })

  test('shows the hits of one rule in context, the most suspect first', async () => {
    const text = await stats({rule: 'share-row'})
    expect(text.split('\n\n')[0]).toBe(
      `RAW/a.txt:7  strip/share-row  −17 words, prose between prose
  ${prose('A')}
    [-${ad}-]
  ${prose('B')}`,
    )
    expect(text.match(/^RAW\S+/gm)).toEqual(['RAW/a.txt:7', 'RAW/a.txt:11', 'RAW/a.txt:3', 'RAW/b.txt:3'])
    expect(text).toMatch(/\n4 hits in 2 documents, 2 suspect\n$/)
    expect(await stats({rule: 'strip/share-row', most: 1})).toMatch(
      /\n4 hits in 2 documents, 2 suspect; 3 more, --most shows them\n$/,
    )
    const {hits, rules} = JSON.parse(await stats({rule: 'share-row', json: true})) as {hits: Hit[]; rules: object[]}
    expect(hits.map(({suspicion}) => suspicion)).toEqual([2, 1, 0, 0])
    expect(rules).toMatchObject([{rule: 'share-row', hits: 4, suspect: 2, prose: 1, suspectWords: 18}])
  })

  test('does not suspect a copy, whose text stays', async () => {
    const copies = writeFixture(
      {'a.txt': `${prose('A')}\n\nTwice told.\n\n${prose('B')}\n\nTwice told.\n\n${prose('C')}\n`},
      [toyStages[3]!],
    )
    expect(await stats({}, copies)).toContain('No hit is suspect')
  })

  test('says of a rule without a hit that it has none, and of no other', async () => {
    expect(await stats({rule: 'page-break'})).toBe('Rule page-break changed nothing that the manifest counts.\n')
    await expect(stats({rule: 'share-rwo'})).rejects.toThrow(
      new UsageError('Unexpected rule share-rwo; `palimpsest rules` lists them\n(Did you mean share-row?)'),
    )
    await expect(stats({stage: 'strp'})).rejects.toThrow('did you mean "strip"?')
    await expect(stats({rule: 'share-row', sort: 'hits'})).rejects.toThrow('Unexpected --sort beside a rule')
    expect(await stats({}, writeFixture({'a.txt': 'Nothing.\n'}, []))).toBe(
      'No rule changed anything that the manifest counts.\n',
    )
  })

  test('refuses what is damaged, and flags that need it', async () => {
    const own = writeFixture({'a.txt': page})
    writeFileSync(join(own.out, 'clean/a.md'), 'x')
    await expect(stats({}, own)).rejects.toThrow(ProvenanceError)
    await expect(runCommand(registerRules, ['rules', '--sort', 'hits'])).rejects.toThrow(
      'Unexpected --sort without --stats; add it',
    )
    await expect(runCommand(registerRules, ['rules', 'a', '--rule', 'b', '--stats'])).rejects.toThrow('use one')
  })
})

test('what comes first is kept, whatever comes', () => {
  const first = new FirstHits(2)
  const hit = (words: number, suspicion: Hit['suspicion']): Hit => ({
    ...{id: 'a', stage: 's', rule: 'r', class: 'share', place: 'p', before: '', after: '', around: ['', '']},
    words,
    suspicion,
  })
  for (let words = 0; words < 5000; words++) first.add([hit(words, 0), hit(words === 17 ? 9 : 1, words === 17 ? 2 : 0)])
  expect(first.list().map(({words, suspicion}) => [words, suspicion])).toEqual([
    [9, 2],
    [4999, 0],
  ])
})
