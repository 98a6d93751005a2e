import {spawnSync} from 'node:child_process'
import {copyFileSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import {type DiffFlags, registerDiff, runDiff} from '../../src/cli/diff.js'
import {rulesOfStages} from '../../src/cli/inspection.js'
import {UsageError} from '../../src/errors.js'
import {paletteFor, plain} from '../../src/inspect/palette.js'
import type {Folders} from '../../src/inspect/record.js'
import {page, toyStages, writeFixture} from '../inspect/fixture.js'
import {helpOf} from './capture.js'

let folders: Folders
beforeAll(() => {
  folders = writeFixture({'a.txt': page, 'b/c.txt': 'Body of Arcach, kept.\n', 'd.txt': 'failed'})
})
interface Json {
  readonly documents: readonly {readonly id: string; readonly hits: number}[]
  readonly totals: object
}

const known = async () => rulesOfStages(toyStages)
/** The output, put together. */
const textOf = async (parts: AsyncIterable<string>): Promise<string> => {
  let text = ''
  for await (const part of parts) text += part
  return text
}
const diff = (doc: string | undefined, flags: DiffFlags = {}, own: Folders = folders): Promise<string> =>
  textOf(runDiff(own, doc, flags, plain, known))

describe('palimpsest diff', () => {
  test('without a document counts edits and words of all by stages', async () => {
    expect(await diff(undefined)).toBe(
      [
        '     join  lift  strip  repeat  names  head',
        'a    1 ±0  1 −2   2 −6    1 −2   1 ±0  1 +2',
        'b/c     ·     ·      ·       ·   1 ±0  1 +2',
        'd  failed: it took too long',
        'all  1 ±0  1 −2   2 −6    1 −2   2 ±0  2 +4',
        'edits, and by how many words the text became shorter (−) or longer (+); markup and bytes are not counted',
        '',
      ].join('\n'),
    )
  })

  test('without a document, but with a stage, counts by its rules', async () => {
    expect((await diff(undefined, {stage: 'strip'})).split('\n').slice(0, 4)).toEqual([
      '     comment-  share-',
      '         form     row',
      'a        1 −4    1 −2',
      'b/c         ·       ·',
    ])
  })

  test('shows every stage with the rule beside each hunk', async () => {
    expect(await diff('a', {context: 1})).toBe(
      `join 1: 1 edit, ±0 words
--- a/a.md	before join
+++ b/a.md	after join
@@ -2,5 +2,3 @@ join/page-break (layout)
 
-They went to
-
-see Arcach at last.
+They went to see Arcach at last.
 

lift 1: 1 edit, −2 words
--- a/a.md	before lift
+++ b/a.md	after lift
@@ -1,3 +1,1 @@ lift/byline (metadata)
-By Ada
-
 They went to see Arcach at last.

strip 1: 2 edits, −6 words
--- a/a.md	before strip
+++ b/a.md	after strip
@@ -2,4 +2,2 @@ strip/share-row (share): matched "Share this"
 
-Share this
-
 Twice told.
@@ -10,3 +8,1 @@ strip/comment-form (comment-form): matched "Leave a Reply"
 
-Leave a Reply
-Name*

repeat 1: 1 edit, −2 words
--- a/a.md	before repeat
+++ b/a.md	after repeat
@@ -6,3 +6,1 @@ repeat/copy (repeat)
 
-Twice told.
-

names 1: 1 edit, ±0 words
--- a/a.md	before names
+++ b/a.md	after names
@@ -1,2 +1,2 @@ names/place (name)
-They went to see Arcach at last.
+They went to see Artsakh at last.
 

head 1: 1 edit, +2 words
--- a/a.md	before head
+++ b/a.md	after head
@@ -1,1 +1,5 @@ head/front (front-matter)
+---
+author: Ada
+---
+
 They went to see Artsakh at last.

Without edits: convert
`,
    )
  })

  test('shows words with a few around them', async () => {
    expect(await diff('raw/../a', {stage: 'names', words: true, context: 2})).toBe(
      'names 1: 1 edit, ±0 words\n1:18 names/place (name)\n  …to see [-Arcach-]{+Artsakh+} at last.…\n',
    )
  })

  test('shows several stages as one change, with all rules behind it', async () => {
    expect(await diff('a', {from: 'join', to: 'lift', words: true, context: 1})).toBe(
      'join to lift: 2 changes, −2 words\n1:1 lift/byline (metadata)\n  [-By Ada⏎⏎-]They…\n4:1 join/page-break (layout)\n  …to[-⏎⏎-]{+ +}see…\n',
    )
  })

  test('leads with patch from the raw to the clean text', async () => {
    const file = join(folders.out, 'patched')
    for (const flags of [{patch: true}, {from: 'join'}, {patch: true, from: 'join', context: 0}]) {
      const patch = await diff('a', flags)
      copyFileSync(join(folders.raw, 'a.txt'), file)
      const {status, stdout} = spawnSync('patch', ['-F0', '--binary', file], {input: patch, encoding: 'utf8'})
      expect(`${status} ${stdout}`).toMatch(/^0 (?:patching file \S+\n)+$/)
      expect(readFileSync(file, 'utf8')).toBe(readFileSync(join(folders.out, 'clean/a.md'), 'utf8'))
    }
  })

  test('gives offsets in code points and the rules as JSON', async () => {
    expect(JSON.parse(await diff('b/c', {json: true, stage: 'names'}))).toEqual({
      id: 'b/c',
      raw: 'b/c.txt',
      clean: 'clean/b/c.md',
      stages: [
        {
          stage: 'names',
          version: 1,
          edits: [{rule: 'place', class: 'name', at: [8, 14], raw: [8, 14], before: 'Arcach', after: 'Artsakh'}],
        },
      ],
    })
    const combined = JSON.parse(await diff('a', {json: true, from: 'names', to: 'head'})) as {changes: unknown[]}
    expect(combined.changes[0]).toEqual({
      at: [0, 0],
      before: '',
      after: '---\nauthor: Ada\n---\n\n',
      rules: [{stage: 'head', rule: 'front', class: 'front-matter'}],
    })
  })

  test('colours for a terminal, never against NO_COLOR', async () => {
    const flags = {stage: 'names'}
    const coloured = await textOf(runDiff(folders, 'a', flags, paletteFor({isTTY: true}, {})))
    expect(coloured).toContain('\u001b[7mArtsakh\u001b[27m')
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(await diff('a', flags))
    expect(await textOf(runDiff(folders, 'a', flags, paletteFor({isTTY: true}, {NO_COLOR: '1'})))).toBe(
      await diff('a', flags),
    )
    expect(await textOf(runDiff(folders, 'a', flags, paletteFor({isTTY: false}, {})))).toBe(await diff('a', flags))
  })

  test('shows the hunks of one rule, or of one class, as if nothing else had been done', async () => {
    const expected = `strip 1: 1 edit, −4 words
--- a/a.md\tbefore strip
+++ b/a.md\tafter strip
@@ -9,4 +9,2 @@ strip/comment-form (comment-form): matched "Leave a Reply"
 Twice told.
${' '}
-Leave a Reply
-Name*

`
    const text = await diff('a', {rule: 'comment-form', context: 2})
    expect(text).toBe(expected)
    expect(await diff('a', {rule: 'strip/comment-form', context: 2})).toBe(expected)
    expect(await diff('a', {class: 'comment-form', context: 2})).toBe(expected)
    expect(await diff('a', {rule: 'comment-form', stage: 'lift'})).toBe(
      'Rule comment-form in lift changed nothing in a.\n',
    )
    const {stages} = JSON.parse(await diff('a', {rule: 'comment-form', json: true})) as {stages: {edits: object[]}[]}
    expect(stages.flatMap(({edits}) => edits)).toMatchObject([{rule: 'comment-form', class: 'comment-form'}])
  })

  test('makes a patch of one rule that applies to the text before its stage', async () => {
    const before = page.replace('By Ada\n\n', '').replace('to\n\nsee', 'to see')
    const file = join(folders.out, 'before-strip')
    writeFileSync(file, before)
    const input = await diff('a', {rule: 'share-row', patch: true})
    expect(spawnSync('patch', ['-F0', '--binary', file], {input, encoding: 'utf8'}).status).toBe(0)
    expect(readFileSync(file, 'utf8')).toBe(before.replace('Share this\n\n', ''))
  })

  test('shows every hit of a rule in all documents, with how many each has', async () => {
    const text = await diff(undefined, {rule: 'place', words: true, context: 1})
    expect(text).toBe(
      [
        'a: 1 hit',
        'names 1: 1 edit, ±0 words',
        '1:18 names/place (name)',
        '  …see [-Arcach-]{+Artsakh+} at…',
        '',
        'b/c: 1 hit',
        'names 1: 1 edit, ±0 words',
        '1:9 names/place (name)',
        '  …of [-Arcach-]{+Artsakh+},…',
        '',
        'Rule place: 2 hits in 2 of 2 documents',
        '',
      ].join('\n'),
    )
    const found = JSON.parse(await diff(undefined, {class: 'name', json: true})) as Json
    expect(found.documents.map(({id, hits}) => [id, hits])).toEqual([
      ['a', 1],
      ['b/c', 1],
    ])
    expect(found.totals).toEqual({hits: 2, documents: 2})
  })

  test('finds a rule that the manifest does not count, as it worked before the text was markdown', async () => {
    const own = writeFixture({'a.txt': 'Arcach.\n', 'b.txt': 'Nothing.\n'}, [], [toyStages[4]!])
    expect(await diff(undefined, {rule: 'names/place'}, own)).toMatch(
      /^a: 1 hit\n[\s\S]*\nRule names\/place: 1 hit in 1 of 2 documents\n$/,
    )
    expect(await diff(undefined, {rule: 'names/place', stat: true}, own)).toContain('shows without --stat')
  })

  test('says of a rule that there is that it changed nothing, and of no other', async () => {
    const own = writeFixture({'a.txt': 'Nothing.\n'})
    expect(await diff(undefined, {rule: 'place'}, own)).toBe('Rule place changed nothing in 1 document.\n')
    expect(await diff('a', {rule: 'place'}, own)).toBe('Rule place changed nothing in a.\n')
    const message = 'Unexpected rule palce; `palimpsest rules` lists them\n(Did you mean place?)'
    for (const flags of [{}, {stat: true}, {json: true}]) {
      await expect(diff(undefined, {rule: 'palce', ...flags}, own)).rejects.toThrow(new UsageError(message))
    }
    await expect(diff('a', {rule: 'palce'}, own)).rejects.toThrow(new UsageError(message))
  })

  test('counts the rules of one document', async () => {
    expect(await diff('a', {stat: true})).toBe(
      [
        'stage   rule          class         edits  words',
        'join    page-break    layout            1     ±0',
        'lift    byline        metadata          1     −2',
        'strip   comment-form  comment-form      1     −4',
        '        share-row     share             1     −2',
        'repeat  copy          repeat            1     −2',
        'names   place         name              1     ±0',
        'head    front         front-matter      1     +2',
        'all                                     7     −8',
        '',
      ].join('\n'),
    )
    expect(JSON.parse(await diff('a', {stat: true, json: true, class: 'share'}))).toEqual({
      id: 'a',
      raw: 'a.txt',
      clean: 'clean/a.md',
      rules: [{stage: 'strip', rule: 'share-row', class: 'share', edits: 1, words: 2}],
      totals: {edits: 1, words: 2},
    })
  })

  test('counts a rule or a class over all documents', async () => {
    expect((await diff(undefined, {stat: true, rule: 'place'})).split('\n').slice(0, 5)).toEqual([
      '     names/',
      '      place',
      'a      1 ±0',
      'b/c    1 ±0',
      'd  failed: it took too long',
    ])
    expect((await diff(undefined, {stat: true, class: 'share'})).split('\n').slice(0, 3)).toEqual([
      '     share',
      'a     1 −2',
      'b/c      ·',
    ])
    expect(JSON.parse(await diff(undefined, {stat: true, json: true, stage: 'lift'}))).toEqual({
      columns: ['byline'],
      rows: [
        {id: 'a', counts: {byline: {edits: 1, words: 2}}},
        {id: 'b/c', counts: {}},
        {id: 'd', counts: {}, failure: 'it took too long'},
      ],
      totals: {byline: {edits: 1, words: 2}},
    })
  })

  test('shows both times of a stage that runs twice', async () => {
    const again = {...toyStages[2]!, run: toyStages[2]!.run}
    const ad = {...toyStages[2]!, run: () => ({edits: [{start: 0, end: 3, replacement: '', rule: 'share-row'}]})}
    const own = writeFixture({'a.txt': 'xx Share this\n\nText.\n'}, [ad, again])
    const text = await diff('a', {stage: 'strip', words: true}, own)
    expect(text.match(/^strip 1: 1 edit/gm)).toHaveLength(2)
    expect((JSON.parse(await diff('a', {stage: 'strip', json: true}, own)) as {stages: object[]}).stages).toHaveLength(
      2,
    )
    await expect(diff('a', {stage: 'nope'}, own)).rejects.toThrow('it went through convert, strip')
    await expect(diff(undefined, {stage: 'nope'}, own)).rejects.toThrow('expected one of convert, strip')
    expect(await diff('a', {from: 'strip', to: 'strip', words: true}, own)).toContain(
      'strip to strip: 1 change, −3 words',
    )
  })

  test.each([
    [
      'a',
      {stage: 'namse'},
      'a did not go through a stage namse (Did you mean names?); it went through convert, join, lift, strip, repeat, names, head',
    ],
    ['a', {from: 'names', to: 'lift'}, 'Unexpected order: names runs after lift; swap --from and --to'],
    ['a', {from: 'names', stage: 'lift'}, 'Unexpected --stage beside --from or --to; use one'],
    ['a', {patch: true, words: true}, 'Unexpected --patch beside --words or --json or --stat; use one'],
    [undefined, {words: true}, 'Unexpected --words without a document; name one, such as a'],
    [
      undefined,
      {stage: 'head2'},
      'Unexpected stage head2, expected one of convert, join, lift, strip, repeat, names, head; did you mean "head"?',
    ],
    ['a', {rule: 'place', class: 'name'}, 'Unexpected --rule beside --class or --from or --to; use one'],
    ['a', {class: 'shares'}, /^Unexpected class shares, expected one of .*; did you mean "share"\?$/],
    ['a', {exitCode: true}, 'Unexpected --exit-code without --against; name the results of another run'],
    [undefined, {rule: 'place', patch: true}, 'Unexpected --patch without a document; name one, such as a'],
    ['d', {}, 'd failed, so there is nothing to show: it took too long'],
  ])('refuses %s %j', async (doc, flags, message) => {
    await expect(diff(doc, flags)).rejects.toThrow(typeof message === 'string' ? new UsageError(message) : message)
  })

  test('has help with examples', () => {
    expect(helpOf(registerDiff, 'diff')).toMatch(/Examples:\n {2}palimpsest diff .*\n {2}palimpsest diff 000_example /)
  })
})
