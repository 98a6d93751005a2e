/** Two runs compared: what differs in texts and rules, what only one has, and what it says where they are alike. */
import {spawnSync} from 'node:child_process'
import {cpSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {afterEach, describe, expect, test} from 'vitest'
import {type DiffFlags, runDiff} from '../../src/cli/diff.js'
import type {Stage} from '../../src/document/stage.js'
import {UsageError} from '../../src/errors.js'
import {differenceOf} from '../../src/inspect/against.js'
import {plain} from '../../src/inspect/palette.js'
import {type Folders, openRecord} from '../../src/inspect/record.js'
import {page, toyStages, writeFixture} from '../inspect/fixture.js'
import {makeRun, palimpsest} from './program.js'
import {article, filesBelow} from './spawned.js'

const raws = {'a.txt': page, 'b/c.txt': 'Body of Arcach, kept.\n', 'same.txt': 'Nothing here.\n'}
const without = (id: string): Stage[] => toyStages.filter((stage) => stage.id !== id)

/** What the command says of two runs, the folders cut out of it. */
async function compare(here: Folders, there: Folders, flags: DiffFlags = {}, doc?: string): Promise<string> {
  let text = ''
  for await (const part of runDiff(here, doc, {against: there.out, ...flags}, plain)) text += part
  return text.replaceAll(here.out, 'HERE').replaceAll(there.out, 'THERE')
}

afterEach(() => {
  process.exitCode = undefined
})

describe('palimpsest diff --against', () => {
  test('shows where the clean texts differ, with the rules that one run alone had at work', async () => {
    const [here, there] = [writeFixture(raws), writeFixture(raws, without('names'))]
    expect(await compare(here, there, {context: 0})).toBe(
      `a: 1 change, ±0 words
--- a/a.md	THERE
+++ b/a.md	HERE
@@ -5,1 +5,1 @@ +names/place (name)
-They went to see Arcach at last.
+They went to see Artsakh at last.

b/c: 1 change, ±0 words
--- a/b/c.md	THERE
+++ b/b/c.md	HERE
@@ -5,1 +5,1 @@ +names/place (name)
-Body of Arcach, kept.
+Body of Artsakh, kept.

Rules at work in one of the two alone: - in THERE, + in HERE
rule         class  -  +  documents
names/place  name   0  2          2

2 differ, 1 alike
`,
    )
    expect(await compare(there, here, {words: true, context: 1}, 'b/c')).toBe(
      `b/c: 1 change, ±0 words
5:9 -names/place (name)
  …of [-Artsakh-]{+Arcach+},…

Rules at work in one of the two alone: - in HERE, + in THERE
rule         class  -  +  documents
names/place  name   1  0          1

1 differs, 0 alike
`
        .replace('HERE', 'X')
        .replace('THERE', 'HERE')
        .replace('X', 'THERE'),
    )
  })

  test('tells of documents that only one run has, that failed in one, or that had another raw', async () => {
    const here = writeFixture({
      'a.txt': page,
      'new.txt': 'New.\n',
      'f.txt': 'failed',
      'g.txt': 'Fine.\n',
      'r.txt': 'One.\n',
    })
    const there = writeFixture({
      'a.txt': page,
      'old.txt': 'Old.\n',
      'f.txt': 'Fine.\n',
      'g.txt': 'failed',
      'r.txt': 'Two.\n',
    })
    const told = await compare(here, there)
    expect(told).toBe(
      `Failed in HERE: f: it took too long
Failed in THERE: g: it took too long
Only in HERE: new
Not compared: r: its raw was another one
Only in THERE: old
0 differ, 1 alike, 1 only in HERE, 1 only in THERE, 1 failed in HERE, 1 failed in THERE, 1 of another raw
`,
    )
    const {documents, totals} = JSON.parse(await compare(here, there, {json: true})) as Record<string, unknown[]>
    expect(documents!.map((item) => (item as {status: string}).status)).toEqual([
      'failed-here',
      'failed-there',
      'only-here',
      'another-raw',
      'only-there',
    ])
    expect(totals).toMatchObject({same: 1, differs: 0})
  })

  test('counts, as text and as JSON', async () => {
    const [here, there] = [writeFixture(raws), writeFixture(raws, without('strip'))]
    expect(await compare(here, there, {stat: true})).toBe(
      `a: 2 changes, −6 words

Rules at work in one of the two alone: - in THERE, + in HERE
rule                class         -  +  documents
strip/comment-form  comment-form  0  1          1
strip/share-row     share         0  1          1

1 differs, 2 alike
`,
    )
    expect(JSON.parse(await compare(here, there, {stat: true, json: true}))).toMatchObject({
      documents: [{status: 'differs', id: 'a', changes: 2, words: -6}],
      rules: {'strip/share-row': {class: 'share', here: 1, there: 0, documents: 1}},
      totals: {same: 2, differs: 1},
    })
  })

  test('shows what a rule or a class changed alone', async () => {
    const [here, there] = [writeFixture(raws), writeFixture(raws, without('strip'))]
    for (const flags of [{rule: 'share-row'}, {class: 'share'}]) {
      const text = await compare(here, there, {context: 1, ...flags})
      expect(text).toContain('-Share this\n')
      expect(text).not.toContain('Leave a Reply')
    }
    expect(await compare(here, there, {rule: 'place'})).toBe('0 differ, 3 alike\n')
  })

  test('gives the places of changes in code points, of the text there and of the raw', async () => {
    const text = {'a.txt': '🙂 Arcach.\n'}
    const [here, there] = [writeFixture(text), writeFixture(text, without('names'))]
    const {documents} = JSON.parse(await compare(here, there, {json: true})) as {documents: {changes: object[]}[]}
    const front = '---\nauthor: Ada\n---\n\n'.length
    expect(documents[0]!.changes).toEqual([
      {
        at: [front + 2, front + 8],
        raw: [2, 8],
        before: 'Arcach',
        after: 'Artsakh',
        causes: [{run: 'here', stage: 'names', rule: 'place', class: 'name'}],
      },
    ])
  })

  test('leads with patch from the texts of the one run to those of the other', async () => {
    const [here, there] = [writeFixture(raws), writeFixture(raws, [toyStages[0]!, toyStages[4]!])]
    const folder = join(there.out, '..', 'patched')
    cpSync(join(there.out, 'clean'), folder, {recursive: true})
    const input = await compare(here, there, {patch: true})
    const {status, stdout} = spawnSync('patch', ['-F0', '-p1', '--binary'], {cwd: folder, input, encoding: 'utf8'})
    expect(`${status} ${stdout}`).toMatch(/^0 (?:patching file \S+\n)+$/)
    expect(filesBelow(folder)).toEqual(filesBelow(join(here.out, 'clean')))
  })

  test('ends with 1 where something differs only when that is asked for', async () => {
    const [here, there] = [writeFixture(raws), writeFixture(raws, without('names'))]
    await compare(here, there)
    expect(process.exitCode).toBe(undefined)
    await compare(here, here, {exitCode: true})
    expect(process.exitCode).toBe(undefined)
    await compare(here, there, {exitCode: true})
    expect(process.exitCode).toBe(1)
  })

  test('reads no text of documents that are alike', async () => {
    const [here, there] = [writeFixture(raws), writeFixture(raws, without('names'))]
    writeFileSync(join(there.out, 'clean/same.md'), 'x')
    expect(await compare(here, there, {stat: true})).toContain('2 differ, 1 alike')
    writeFileSync(join(there.out, 'clean/a.md'), 'x')
    await expect(compare(here, there)).rejects.toThrow('was changed after the run')
  })

  test('refuses results that are not there, and a document that is not', async () => {
    const here = writeFixture(raws)
    const none = {...here, out: join(here.out, 'none')}
    await expect(compare(here, none)).rejects.toThrow(/^No manifest at/)
    await expect(compare(here, here, {}, 'zzz')).rejects.toThrow(UsageError)
    await expect(compare(here, here, {from: 'names'})).rejects.toThrow('Unexpected --against beside')
    writeFileSync(join(here.out, 'manifest.jsonl'), `${readFileSync(join(here.out, 'manifest.jsonl'), 'utf8')} `)
    await expect(compare(writeFixture(raws), here)).rejects.toThrow(/Damaged .*manifest\.jsonl/)
  })

  test('compares results in shards, and those in files with them', async () => {
    const cwd = await makeRun({'raw/a.txt': article(1), 'raw/b.txt': `${article(2)}\nShare this:\n`})
    const call = async (line: string): Promise<string> => {
      const {code, stdout, stderr} = await palimpsest(line.split(' '), {cwd})
      expect([code, stderr]).toEqual([0, ''])
      return stdout
    }
    writeFileSync(join(cwd, 'other.yaml'), 'keep: [share]\n')
    await call('run raw one --quiet --format jsonl')
    await call('run raw two --quiet --format jsonl --config other.yaml')
    const text = await call('diff --out one --against two')
    expect(text).toContain('+strip-debris/share-button (share)')
    expect(text).toContain('\n-Share this:\n')
    expect(text).toMatch(/\n1 differs, 1 alike\n$/)
    // Records of shards have no front matter in their text.
    expect(await call('diff --against two --stat')).toMatch(
      /\nwrite-front-matter\/front-matter .*\n[\s\S]*\n2 differ, 0 alike\n$/,
    )
  })
})

test('the changes between two runs lead from the one text to the other, whatever the stages did', async () => {
  const letters = fc.constantFrom(
    'Arcach ',
    'Share this\n\n',
    'Twice told.\n\n',
    'a b\n\n',
    'x\n\ny',
    '🙂',
    'By Ada\n\n',
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(letters, {minLength: 1, maxLength: 15}),
      fc.subarray([...toyStages]),
      fc.subarray([...toyStages]),
      async (pieces, first, second) => {
        const text = {'a.txt': `${pieces.join('')}\n`}
        const [here, there] = [writeFixture(text, first), writeFixture(text, second)]
        const {comparison} = differenceOf(await openRecord(here, 'a'), await openRecord(there, 'a'))
        let [made, offset] = ['', 0]
        for (const {start, end, replacement} of comparison.changes) {
          expect(start).toBeGreaterThanOrEqual(offset)
          expect(comparison.before.slice(start, end)).not.toBe(replacement)
          made += comparison.before.slice(offset, start) + replacement
          offset = end
        }
        expect(made + comparison.before.slice(offset)).toBe(comparison.after)
      },
    ),
    {numRuns: 60},
  )
})
