import {spawnSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import fc from 'fast-check'
import {afterAll, describe, expect, test} from 'vitest'
import {compareStages} from '../../src/inspect/changes.js'
import {type Palette, paletteFor, plain} from '../../src/inspect/palette.js'
import {unified} from '../../src/inspect/unified.js'
import {play, playedStages, replace} from './edits.js'

const folder = mkdtempSync(join(tmpdir(), 'palimpsest-unified-'))
afterAll(() => rmSync(folder, {recursive: true}))

/** What `patch` makes of a text. */
function patched(text: string, diff: string): string {
  const file = join(folder, 'text')
  writeFileSync(file, text)
  if (diff === '') return text
  const header = '--- a/text\n+++ b/text\n'
  const {status, stdout} = spawnSync('patch', ['--binary', '--no-backup-if-mismatch', '-F0', file], {
    input: header + diff,
  })
  expect(`${status} ${stdout}`).toBe(`0 patching file ${file}\n`)
  return readFileSync(file, 'utf8')
}

const terminal: Palette = paletteFor({isTTY: true}, {NO_COLOR: '1'})
const coloured: Palette = paletteFor({isTTY: true}, {})

describe('a unified diff', () => {
  test('names lines, rule, class and evidence, and parts neighbours of different rules', () => {
    const text = 'One.\n\nTwo.\n\nShare this\n\nLeave a Reply\nName*\n'
    const stages = play(text, [
      [
        replace(text, 'Share this\n\n', '', {rule: 'share-row', evidence: 'matched "Share this"'}),
        replace(text, 'Leave a Reply\nName*\n', '', {rule: 'comment-form', evidence: 'a form\nof two lines'}),
      ],
    ])
    expect(unified(compareStages(stages), plain, {context: 2})).toBe(
      [
        '@@ -5,2 +5,0 @@ stage-1/share-row (layout): matched "Share this"'.replace('+5,0', '+4,0'),
        '-Share this',
        '-',
        '@@ -7,2 +4,0 @@ stage-1/comment-form (layout): a form⏎of two lines',
        '-Leave a Reply',
        '-Name*',
        '',
      ].join('\n'),
    )
  })

  test('takes removals that begin with their newlines as whole lines', () => {
    const text = 'One.\n\nShare this\n\nTags: a\n\nEnd.\n'
    const stages = play(text, [
      [replace(text, '\n\nShare this', '', {rule: 'a'}), replace(text, '\n\nTags: a', '', {rule: 'b'})],
    ])
    const diff = unified(compareStages(stages), plain, {context: 0})
    expect(diff).toBe(
      '@@ -3,2 +2,0 @@ stage-1/a (layout)\n-Share this\n-\n@@ -5,2 +2,0 @@ stage-1/b (layout)\n-Tags: a\n-\n',
    )
  })

  test('parts removals up to the end of a text without a final newline', () => {
    const text = 'Body.\n\nLeave a Reply\n\nBlog at\n\nUp'
    const stages = play(text, [
      [
        replace(text, '\n\nLeave a Reply', '', {rule: 'a'}),
        replace(text, '\n\nBlog at', '', {rule: 'b'}),
        replace(text, '\n\nUp', '', {rule: 'c'}),
      ],
    ])
    const comparison = compareStages(stages)
    const diff = unified(comparison, terminal, {context: 1})
    expect(diff.split('\n').filter((line) => !line.startsWith('\\'))).toEqual([
      '@@ -1,4 +1,1 @@ stage-1/a (layout)',
      '-Body.',
      '-',
      '-Leave a Reply',
      '-',
      '+Body.',
      '@@ -5,2 +1,0 @@ stage-1/b (layout)',
      '-Blog at',
      '-',
      '@@ -7,1 +1,0 @@ stage-1/c (layout)',
      '-Up',
      '',
    ])
    // `patch` cannot follow behind a line without its end, so for it the rules are told by their lines.
    const file = unified(comparison, plain, {context: 1})
    expect(file.split('\n')[0]).toBe(
      '@@ -1,7 +1,1 @@ line 3: stage-1/a (layout); line 5: stage-1/b (layout); line 7: stage-1/c (layout)',
    )
    expect(patched(text, file)).toBe('Body.')
  })

  test('shows removed lines before those that came for them', () => {
    const text = 'Body.\n\nShare\n\nFollow'
    const stages = play(text, [[replace(text, '\n\nShare', ''), replace(text, '\n\nFollow', '')]])
    const diff = unified(compareStages(stages), terminal, {context: 1})
    expect(diff.split('\n').map((line) => line[0] ?? '')).toEqual([...'@-----\\+\\', ''])
  })

  test('keeps one rule over near lines in one hunk', () => {
    const text = 'a  b\nmiddle\nc  d\n'
    const stages = play(text, [
      [
        {start: 1, end: 3, after: ' '},
        {start: 13, end: 15, after: ' '},
      ],
    ])
    expect(unified(compareStages(stages), plain, {context: 3})).toBe(
      '@@ -1,3 +1,3 @@ stage-1/rule (layout) ×2\n-a  b\n+a b\n middle\n-c  d\n+c d\n',
    )
  })

  test('composes stages, leaving out what a later one undid', () => {
    const text = 'Arcach is there.\n\nbye\n'
    const stages = play(text, [
      [replace(text, 'Arcach', 'Artsak', {rule: 'first'}), replace(text, 'bye', 'good bye', {rule: 'greet'})],
      [
        {start: 0, end: 6, after: 'Artsakh', rule: 'second'},
        {start: 18, end: 23, after: '', rule: 'ungreet'},
      ],
    ])
    expect(stages[1]!.output).toBe('Artsakh is there.\n\nbye\n')
    expect(unified(compareStages(stages), plain, {context: 1})).toBe(
      '@@ -1,2 +1,2 @@ stage-1/first (layout); stage-2/second (layout)\n-Arcach is there.\n+Artsakh is there.\n \n',
    )
  })

  test('never lets a scrape act on the terminal, unless it is to be exact', () => {
    const text = 'a \u001b[31mred\u001b]0;title\u0007 \u202eltr\u009b2J\n'
    const stages = play(text, [[{start: 0, end: 1, after: 'b', evidence: '\u001b[2J'}]])
    const diff = unified(compareStages(stages), plain, {context: 0})
    expect(diff).toBe(
      '@@ -1,1 +1,1 @@ stage-1/rule (layout): \\x1b[2J\n' +
        '-a \\x1b[31mred\\x1b]0;title\\x07 <U+202E>ltr\\x9b2J\n' +
        '+b \\x1b[31mred\\x1b]0;title\\x07 <U+202E>ltr\\x9b2J\n',
    )
    expect(patched(text, unified(compareStages(stages), plain, {context: 0, isExact: true}))).toBe(stages[0]!.output)
  })

  test('shows on a terminal what differs unseen', () => {
    const stages = play('a\u00a0b\n', [[{start: 1, end: 2, after: ' '}]])
    const rule = '@@ -1,1 +1,1 @@ stage-1/rule (layout)\n'
    expect(unified(compareStages(stages), terminal, {context: 0})).toBe(`${rule}-a<U+00A0>b\n+a b\n`)
    expect(unified(compareStages(stages), plain, {context: 0})).toBe(`${rule}-a\u00a0b\n+a b\n`)
  })

  test('shortens long lines on a terminal, and nowhere else', () => {
    const text = `${'lorem '.repeat(500)}Arcach ${'ipsum '.repeat(500)}\n`
    const stages = play(text, [[replace(text, 'Arcach', 'Artsakh')]])
    const shown = unified(compareStages(stages), terminal, {context: 0})
    expect(shown.length).toBeLessThan(900)
    expect(shown).toContain('…2880 characters…')
    expect(shown).toContain('lorem Arcach ipsum')
    expect(patched(text, unified(compareStages(stages), plain, {context: 0}))).toBe(stages[0]!.output)
  })

  test('is coloured by line, so that a pager may cut it anywhere', () => {
    const stages = play('a b\n', [[{start: 2, end: 3, after: 'c'}]])
    for (const line of unified(compareStages(stages), coloured, {context: 0}).split('\n').slice(0, -1)) {
      expect(line).toMatch(/^\u001b\[/)
      expect(line).toMatch(/\u001b\[\d+m$/)
    }
  })

  test('applies with patch, stage by stage and over several stages, to give the next text', () => {
    fc.assert(
      fc.property(playedStages, fc.nat(4), (stages, context) => {
        for (const stage of stages) {
          const diff = unified(compareStages([stage]), plain, {context})
          expect(patched(stage.input, diff)).toBe(stage.output)
        }
        const all = unified(compareStages(stages), plain, {context})
        expect(patched(stages[0]!.input, all)).toBe(stages.at(-1)!.output)
      }),
      {numRuns: 200},
    )
  })
})
