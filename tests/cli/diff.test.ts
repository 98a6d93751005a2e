import {spawnSync} from 'node:child_process'
import {copyFileSync, readFileSync} from 'node:fs'
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
    ['d', {}, 'd failed, so there is nothing to show: it took too long'],
  ])('refuses %s %j', async (doc, flags, message) => {
    await expect(diff(doc, flags)).rejects.toThrow(new UsageError(message))
  })

  test('has help with examples', () => {
    expect(helpOf(registerDiff, 'diff')).toMatch(/Examples:\n {2}palimpsest diff .*\n {2}palimpsest diff 000_example /)
  })
})
