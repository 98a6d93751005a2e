import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import {registerExplain, runExplain} from '../../src/cli/explain.js'
import type {Stage} from '../../src/document/stage.js'
import {UsageError} from '../../src/errors.js'
import {plain} from '../../src/inspect/palette.js'
import type {Folders} from '../../src/inspect/record.js'
import {page, toyStages, writeFixture} from '../inspect/fixture.js'
import {helpOf} from './capture.js'
import {article, makeFolder, type Outcome, spawned} from './spawned.js'

let folders: Folders
beforeAll(() => {
  folders = writeFixture({
    'a.txt': page,
    'crlf.txt': page.replaceAll('\n', '\r\n'),
    'deep/a.txt': 'Only Arcach.\n',
    'odd:7.txt': 'One.\n\nTwo.\n',
    'd.txt': 'failed',
  })
})
const reasonOf = (id: string, rule: string): string | undefined =>
  toyStages.find((stage) => stage.id === id)?.rules.find((item) => item.id === rule)?.reason
/** The explanation, with the folder of the fixture cut out of its paths. */
const explain = async (place: string): Promise<string> => {
  const text = await runExplain(
    folders,
    place.replace('RAW', folders.raw).replace('OUT', folders.out),
    {},
    plain,
    reasonOf,
  )
  return text.replaceAll(folders.raw, 'RAW').replaceAll(folders.out, 'OUT')
}

describe('palimpsest explain, of the clean text', () => {
  test('shows the raw lines behind a line and the rules that touched it, in order', async () => {
    expect(await explain('OUT/clean/a.md:5')).toBe(`OUT/clean/a.md:5
  5 │ They went to see Artsakh at last.

Behind it: RAW/a.txt:3–5
  3 │ They went to
  4 │ 
  5 │ see Arcach at last.

Changed by join/page-break (layout)
  [-⏎⏎-]{+ +}
  why: A page ended here.

Changed by names/place (name)
  [-Arcach-]{+Artsakh+}
  why: A place has one spelling.
`)
  })

  test('explains the word at a column alone', async () => {
    expect(await explain('a:5:20')).toBe(`OUT/clean/a.md:5:20
  5 │ Artsakh

Behind it: RAW/a.txt:5:5
  5 │ Arcach

Changed by names/place (name)
  [-Arcach-]{+Artsakh+}
  why: A place has one spelling.
`)
    expect(await explain('a:5:1')).toContain('No rule touched it')
    expect(await explain('a:5:1')).not.toContain('To keep it')
  })

  test('says where a value of the front matter comes from', async () => {
    expect(await explain('a:2')).toBe(`OUT/clean/a.md:2
  2 │ author: Ada

Front matter: author “Ada”, found by lift/byline
  in RAW/a.txt:1
  1 │ By Ada
  why: The author stands in the front matter.

Put in by head/front (front-matter)
  {+---⏎author: Ada⏎---⏎⏎+}
  why: Programs read it there.
`)
  })

  test('does not hold a removed neighbour against an empty line', async () => {
    expect(await explain('a:6')).toBe(
      'OUT/clean/a.md:6\n  6 │ \n\nBehind it: RAW/a.txt:6\n  6 │ \n\nNo rule touched it: it stands in the raw word for word.\n',
    )
  })

  test('says so where nothing was changed', async () => {
    expect(await explain('OUT/clean/odd:7.md:7')).toBe(
      'OUT/clean/odd:7.md:7\n  7 │ Two.\n\nBehind it: RAW/odd:7.txt:3\n  3 │ Two.\n\nNo rule touched it: it stands in the raw word for word.\n',
    )
  })
})

describe('palimpsest explain, of the raw', () => {
  test('names the rule that removed a line, its class, evidence and reason', async () => {
    expect(await explain('RAW/a.txt:16')).toBe(`RAW/a.txt:16
  16 │ Name*

Removed by strip/comment-form (comment-form)
  together with RAW/a.txt:15–16
  evidence: matched "Leave a Reply"
  why: A form is no text.

To keep it: palimpsest overrule keep RAW/a.txt:16
`)
  })

  test('says where the text of a removed copy stays', async () => {
    expect(await explain('RAW/a.txt:13')).toBe(`RAW/a.txt:13
  13 │ Twice told.

Removed by repeat/copy (repeat)
  stays at RAW/a.txt:9, clean text OUT/clean/a.md:7
  why: What stands twice stands once.

To keep it: palimpsest overrule keep RAW/a.txt:13
`)
  })

  test('shows a line in parts', async () => {
    expect(await explain('RAW/a.txt:5')).toBe(`RAW/a.txt:5
  5 │ see Arcach at last.

Kept, at OUT/clean/a.md:5, but for:

Columns 5–10 “Arcach”: changed to “Artsakh”, at OUT/clean/a.md:5
by names/place (name)
  [-Arcach-]{+Artsakh+}
  why: A place has one spelling.
`)
    expect(await explain('RAW/a.txt:3')).toContain(
      'The line end: changed to “ ”, at OUT/clean/a.md:5\nby join/page-break',
    )
  })

  test('says which value of the front matter a removed line became', async () => {
    expect(await explain('RAW/a.txt:1')).toContain('In the front matter as author “Ada”, found by lift/byline\n')
  })

  test('takes a place where a document has nothing to say as kept', async () => {
    expect(await explain('RAW/deep/a.txt:1:1')).toBe(
      'RAW/deep/a.txt:1:1\n  1 │ Only\n\nKept, at OUT/clean/deep/a.md:5:1\n',
    )
  })

  test('offers to keep what went from a text that was markdown, by the place that a shell takes', async () => {
    const inside = {...toyStages[2]!, run: strip(/ \(ad\)/g, 'share-row')}
    const before = {...inside, id: 'markup'}
    const own = writeFixture({"it's.txt": 'One (ad) two.\n'}, [inside])
    const text = await runExplain(own, join(own.raw, "it's.txt:1"), {}, plain)
    expect(text).toContain(`\nTo keep it: palimpsest overrule keep '${own.raw}/it'\\''s.txt:1:4'\n`)
    expect(await runExplain(own, "it's:1", {}, plain)).toContain(`keep '${own.raw}/it'\\''s.txt:1:4'\n`)
    const early = writeFixture({'a.txt': 'One (ad) two.\n'}, [], [before])
    const unoffered = await runExplain(early, join(early.raw, 'a.txt:1'), {}, plain)
    expect(unoffered).toContain('removed by markup/share-row')
    expect(unoffered).not.toContain('To keep it')
  })

  test('warns when the raw is not what it was', async () => {
    const own = writeFixture({'a.txt': 'One.\n'})
    writeFileSync(join(own.raw, 'a.txt'), 'Two.\n')
    expect(await runExplain(own, join(own.raw, 'a.txt:1'), {}, plain)).toMatch(
      /^Note: .*has changed since it was cleaned/,
    )
  })
})

describe('palimpsest explain, its arguments', () => {
  test('reads names with colons', async () => {
    expect(await explain('RAW/odd:7.txt:3')).toMatch(/^RAW\/odd:7\.txt:3\n {2}3 │ Two\./)
    expect(await explain('odd:7:5')).toMatch(/^OUT\/clean\/odd:7\.md:5\n {2}5 │ One\./)
    expect(await explain('odd:7:5:2')).toMatch(/^OUT\/clean\/odd:7\.md:5:2\n {2}5 │ One\n/)
  })

  test('tells a file of a folder from its namesake', async () => {
    expect(await explain('/elsewhere/raw/deep/a.txt:1')).toMatch(/^RAW\/deep\/a\.txt:1\n/)
    expect(await explain('clean/deep/a.md:5')).toMatch(/^OUT\/clean\/deep\/a\.md:5\n/)
  })

  test.each([
    ['a', 'Unexpected place a, expected FILE:LINE or FILE:LINE:COLUMN, such as out/clean/page.md:12'],
    ['a:99', 'No line 99 in OUT/clean/a.md; it has 10 lines'],
    ['a:0', 'No line 0 in OUT/clean/a.md; it has 10 lines'],
    ['RAW/a.txt:1:9', 'No column 9 in line 1 of RAW/a.txt; it has 6 columns'],
    ['crfl:1', 'No document crfl in the manifest of OUT (Did you mean crlf?); `palimpsest diff` lists them'],
    ['cr-two/a:1', 'No document cr-two/a in the manifest of OUT; `palimpsest diff` lists them'],
    ['d:1', 'd failed, so there is nothing to explain: it took too long'],
  ])('refuses %s', async (place, message) => {
    const expected = message.replace('RAW', folders.raw).replace('OUT', folders.out)
    await expect(explain(place)).rejects.toThrow(new UsageError(expected))
  })

  test('says that a beginning of several ids is one', async () => {
    const own = writeFixture({'news-1.txt': 'One.\n', 'news-2.txt': 'Two.\n', 'other.txt': 'Three.\n'})
    const message = 'news is the beginning of several ids; write more of the one that is meant: news-1, news-2'
    await expect(runExplain(own, 'news:1', {}, plain)).rejects.toThrow(new UsageError(message))
    expect(await runExplain(own, 'oth:5', {}, plain)).toContain('Three.')
  })

  test('has help with examples', () => {
    expect(helpOf(registerExplain, 'explain')).toMatch(
      /code points[\s\S]*Examples:\n {2}palimpsest explain .*\n {2}palimpsest/,
    )
  })
})

/** What a toy stage does that takes out what it finds. */
function strip(find: RegExp, rule: string): Stage['run'] {
  return ({text}) => ({
    edits: [...text.matchAll(find)].map(({index, 0: found}) => {
      return {start: index, end: index + found.length, replacement: '', rule}
    }),
  })
}

test("says why rules of the configuration, and of stages of one's own, are right", async () => {
  const cwd = makeFolder({
    'raw/a.txt': `${article(1)}\nRead our magazine today\n\nNote: pictures follow.\n`,
    'palimpsest.config.yaml':
      'rules: [{id: magazine, class: promotion, reason: It sells., patterns: [read our magazine today]}]\ncustomStages: [{module: ./own.mjs, after: strip-debris}]\n',
    'own.mjs': `export default {id: 'own', version: 1, description: 'Own.',
      rules: [{id: 'note', class: 'custom', reason: 'Nobody reads notes.'}],
      run: ({text}) => ({edits: [...text.matchAll(/Note: .*/g)].map(({index, 0: found}) => (
        {start: index, end: index + found.length, replacement: '', rule: 'note'}))})}`,
  })
  expect((await spawned(['run', '--quiet'], {cwd})).code).toBe(0)
  const lines = readFileSync(join(cwd, 'raw/a.txt'), 'utf8').split('\n')
  const of = async (text: string, ...flags: string[]): Promise<Outcome> =>
    spawned(['explain', `raw/a.txt:${lines.indexOf(text) + 1}`, ...flags], {cwd})
  expect((await of('Read our magazine today')).stdout).toContain('strip-debris/magazine (promotion)')
  expect((await of('Read our magazine today')).stdout).toContain('why: It sells.')
  expect((await of('Note: pictures follow.')).stdout).toContain('why: Nobody reads notes.')
  // Results stand without it.
  writeFileSync(join(cwd, 'palimpsest.config.yaml'), 'keep: [nope]\n')
  const {code, stdout, stderr} = await of('Note: pictures follow.', '--out', 'out', '--raw', 'raw')
  expect(code).toBe(0)
  expect(stdout).toContain('Removed by own/note (custom)')
  expect(stdout).not.toContain('why:')
  expect(stderr).toContain('rules of your own are not known here: palimpsest.config.yaml:1:8:')
}, 60_000)

test('says how to take back what a person decided, and not to decide against it', async () => {
  const cwd = makeFolder({'raw/a.txt': `${article(1)}\nJoin us on Friday at the mill.\n`})
  expect((await spawned(['run', '--quiet'], {cwd})).code).toBe(0)
  const lineIn = (path: string): number =>
    readFileSync(join(cwd, path), 'utf8').split('\n').indexOf('Join us on Friday at the mill.') + 1
  const drop = ['overrule', 'drop', `out/clean/a.md:${lineIn('out/clean/a.md')}`]
  expect((await spawned(drop, {cwd})).code).toBe(0)
  expect((await spawned(['run', '--quiet'], {cwd})).code).toBe(0)
  const {stdout} = await spawned(['explain', `raw/a.txt:${lineIn('raw/a.txt')}`], {cwd})
  expect(stdout).toContain('Removed by apply-decisions/drop (decision)')
  expect(stdout).toMatch(/to take it back: palimpsest overrule undo [\da-f]{12}\n/)
  expect(stdout).not.toContain('To keep it')
}, 60_000)

interface Json {
  readonly raw?: {readonly at: readonly [number, number]; readonly lines: readonly [number, number]}
  readonly outcomes?: readonly {readonly fate: string; readonly clean?: object; readonly rules: readonly object[]}[]
  readonly rules?: readonly object[]
}

test('a line end that was written anew is no news', async () => {
  const newlines = {...toyStages[4]!, rules: [{...toyStages[4]!.rules[0]!, id: 'newline'}]}
  const stage: Stage = {
    ...newlines,
    run: ({text}) => ({
      edits: [...text.matchAll(/\r\n/g)].map(({index}) => ({
        start: index,
        end: index + 2,
        replacement: '\n',
        rule: 'newline',
      })),
    }),
  }
  const own = writeFixture({'a.txt': 'One.\r\n\r\nTwo.\r\n'}, [stage])
  const text = await runExplain(own, join(own.raw, 'a.txt:1'), {}, plain)
  expect(text).toMatch(/\n\nKept, at \S+a\.md:1\n$/)
  expect(await runExplain(own, join(own.raw, 'a.txt:2'), {}, plain)).toContain('Changed to “⏎”')
})

test('every line of every text is located or explained', async () => {
  for (const [id, lines] of [
    ['a', 16],
    ['crlf', 16],
    ['deep/a', 1],
  ] as const) {
    for (let line = 1; line <= lines; line++) {
      const text = await runExplain(folders, `${folders.raw}/${id}.txt:${line}`, {json: true}, plain)
      const {outcomes} = JSON.parse(text) as Json
      expect(outcomes!.length).toBeGreaterThan(0)
      for (const {fate, clean, rules} of outcomes!) {
        expect(clean !== undefined).toBe(fate !== 'removed')
        expect(rules.length > 0).toBe(fate !== 'kept')
      }
    }
  }
  for (let line = 1; line <= 10; line++) {
    const {raw, rules} = JSON.parse(await runExplain(folders, `a:${line}`, {json: true}, plain)) as Json
    expect(raw !== undefined || rules!.length > 0).toBe(true)
  }
})
