/** Decisions as a person makes them: pointed at, written down, applied by the next run, told of when they hold no more. */
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {makeRun, palimpsest} from './program.js'
import {filesBelow, manifestOf, putFiles} from './spawned.js'

const story = (name: string): string =>
  `# The bridge of ${name}\n\nThe bridge of ${name} was built in the winter of that year, when the river stood low and stone was cheap.\n\n` +
  'Share this on Facebook\n\nFollow us on Twitter\n\n' +
  `Nobody in ${name} remembers who paid for it, though many have claimed since that it was their grandfather.\n\n` +
  'In Shusha they tell it otherwise, and in Stepanakert nobody tells it at all any more.\n\nLeave a comment\n'

const clean = (cwd: string, name: string): string => readFileSync(join(cwd, `out/clean/${name}.md`), 'utf8')
const run = async (cwd: string, ...args: string[]) => palimpsest(['run', ...args], {cwd})
const overrule = async (cwd: string, ...args: string[]) => palimpsest(['overrule', ...args], {cwd})
const start = () => makeRun({'raw/a.txt': story('Anna'), 'raw/b.txt': story('Berta')})

describe('palimpsest overrule', () => {
  test('keeps what a rule took, in one document alone, and takes nothing else along', async () => {
    const cwd = await start()
    expect(clean(cwd, 'a')).not.toContain('Share this')
    const {code, stdout} = await overrule(cwd, 'keep', 'raw/a.txt:5', '--note', 'it is a joke')
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^keep “share this on facebook” in a \([\da-f]{12}\)\n/)])
    const again = await run(cwd)
    expect([again.code, again.stdout]).toEqual([0, expect.stringContaining('1 unchanged since the last run')])
    expect(clean(cwd, 'a')).toContain('cheap.\n\nShare this on Facebook\n\nNobody in Anna')
    expect(clean(cwd, 'b')).not.toContain('Share this')
    expect((await palimpsest(['verify'], {cwd})).code).toBe(0)
    expect((await run(cwd, '--check')).code).toBe(0)
    expect((await run(cwd)).stdout).toContain('2 unchanged since the last run')
    const record = JSON.parse(readFileSync(join(cwd, 'out/provenance/a.json'), 'utf8'))
    expect(record.annotations).toContainEqual(
      expect.objectContaining({
        kind: 'decision',
        text: 'Share this on Facebook',
        reason: 'it is a joke',
        stage: 'strip-debris',
      }),
    )
  })

  test('keeps several lines, each by itself', async () => {
    const cwd = await start()
    await overrule(cwd, 'keep', 'raw/a.txt:5-7')
    await run(cwd)
    expect(clean(cwd, 'a')).toContain('\n\nShare this on Facebook\n\nFollow us on Twitter\n\nNobody')
    expect(readFileSync(join(cwd, 'decisions.jsonl'), 'utf8').trim().split('\n')).toHaveLength(2)
  })

  test('keeps it on all of a site, and everywhere', async () => {
    const cwd = await start()
    await overrule(cwd, 'keep', 'raw/a.txt:5', '--scope', 'everywhere')
    await run(cwd)
    for (const name of ['a', 'b']) expect(clean(cwd, name)).toContain('Share this on Facebook')
    expect((await palimpsest(['verify'], {cwd})).code).toBe(0)
    const check = await run(cwd, '--check-decisions')
    expect([check.code, check.stdout]).toEqual([0, expect.stringContaining('(2 documents)')])
  })

  test('holds on a site where it is of that site', async () => {
    const cwd = await makeRun({
      'raw/a.md': `---\nsource: https://one.example/a\n---\n\n${story('Anna')}`,
      'raw/b.md': `---\nsource: https://two.example/b\n---\n\n${story('Berta')}`,
    })
    expect((await overrule(cwd, 'keep', 'raw/a.md:9', '--scope', 'site')).stdout).toContain('on one.example')
    await run(cwd)
    expect(clean(cwd, 'a')).toContain('Share this on Facebook')
    expect(clean(cwd, 'b')).not.toContain('Share this on Facebook')
  })

  test('drops what a rule left, from the clean text and from the raw', async () => {
    const cwd = await start()
    const line =
      clean(cwd, 'a')
        .split('\n')
        .findIndex((text) => text.startsWith('Nobody')) + 1
    expect((await overrule(cwd, 'drop', `out/clean/a.md:${line}`)).code).toBe(0)
    expect((await overrule(cwd, 'drop', 'raw/b.txt:3')).code).toBe(0)
    await run(cwd)
    expect(clean(cwd, 'a')).not.toContain('Nobody')
    expect(clean(cwd, 'a')).toContain('cheap.\n\nIn Shusha')
    expect(clean(cwd, 'b')).not.toContain('was built')
    expect((await palimpsest(['verify'], {cwd})).code).toBe(0)
    expect((await palimpsest(['explain', 'raw/b.txt:3'], {cwd})).stdout).toContain('apply-decisions/drop')
  })

  test('never applies a rule', async () => {
    const cwd = await start()
    const {stdout} = await overrule(cwd, 'never', 'raw/a.txt:5')
    expect(stdout).toMatch(/^never strip-debris\/\S+ in a/)
    await run(cwd)
    expect(clean(cwd, 'a')).toContain('Share this on Facebook')
  })

  test('leaves a name as it is written', async () => {
    const cwd = await makeRun({'raw/a.txt': story('Anna').replace('Shusha', 'Arcach')})
    expect(clean(cwd, 'a')).toContain('Artsakh')
    expect((await overrule(cwd, 'name', 'raw/a.txt:11')).stdout).toContain('name “Arcach” in a')
    await run(cwd)
    expect(clean(cwd, 'a')).toContain('In Arcach they')
  })

  test('takes decisions back, and ends as if there had been none', async () => {
    const cwd = await start()
    const before = filesBelow(join(cwd, 'out'))
    await overrule(cwd, 'keep', 'raw/a.txt:5')
    await run(cwd)
    const {stdout} = await overrule(cwd, 'list', '--json')
    const [{id}] = JSON.parse(stdout)
    expect((await overrule(cwd, 'undo', id)).code).toBe(0)
    await run(cwd)
    expect(filesBelow(join(cwd, 'out'))).toEqual(before)
  })

  test('writes one line for one decision, however often it is made, and the last word counts', async () => {
    const cwd = await start()
    await overrule(cwd, 'keep', 'raw/a.txt:5')
    expect((await overrule(cwd, 'keep', 'raw/a.txt:5', '--note', 'again')).stdout).toContain('decided already')
    await run(cwd)
    await overrule(cwd, 'drop', 'raw/a.txt:5')
    const lines = readFileSync(join(cwd, 'decisions.jsonl'), 'utf8').trim().split('\n')
    expect(lines.map((line) => JSON.parse(line).decision)).toEqual(['drop'])
  })

  test('tells of a decision that finds its text no more', async () => {
    const cwd = await start()
    await overrule(cwd, 'keep', 'raw/a.txt:5')
    putFiles(cwd, {'raw/a.txt': story('Anna').replace('Share this on Facebook', 'Share that on Facebook')})
    const {code, stdout} = await run(cwd)
    expect([code, stdout]).toEqual([0, expect.stringMatching(/lost {2}keep “share this on facebook” in a/)])
    const check = await run(cwd, '--check-decisions')
    expect([check.code, check.stdout]).toEqual([1, expect.stringContaining('1 decision: 0 needed, 0 agreed, 1 lost')])
    expect(manifestOf(join(cwd, 'out'))['a']).toMatchObject({decisions: expect.objectContaining({})})
  })

  test('tells of a decision that is not needed', async () => {
    const cwd = await start()
    await overrule(cwd, 'keep', 'raw/a.txt:5')
    writeFileSync(join(cwd, 'palimpsest.config.yaml'), 'keep: [share]\n')
    const check = await run(cwd, '--check-decisions')
    expect([check.code, check.stdout]).toEqual([0, expect.stringContaining('agreed')])
  })

  test.each([
    ['what stands there', ['keep', 'raw/a.txt:3'], /stands in the clean text already/],
    ['an empty line', ['keep', 'raw/a.txt:4'], /holds no words|stands in the clean text already/],
    ['the clean side', ['keep', 'out/clean/a.md:5'], /stands in the clean text/],
    ['what is gone', ['drop', 'raw/a.txt:5'], /is gone already/],
    ['front matter', ['drop', 'out/clean/a.md:2'], /is no text of the body/],
    ['what no rule touched', ['never', 'raw/a.txt:3'], /was touched by no rule/],
    ['no name', ['name', 'raw/a.txt:3'], /No name was changed/],
    ['no such line', ['keep', 'raw/a.txt:99'], /No line 99/],
    ['lines the wrong way round', ['keep', 'raw/a.txt:7-5'], /expected the first before the last/],
    ['no such file', ['keep', 'raw/x.txt:1'], /No document/],
    ['no such decision', ['undo', '000000000000'], /No decision 000000000000/],
  ])('refuses %s', async (_, args, message) => {
    const cwd = await start()
    const {code, stdout, stderr} = await overrule(cwd, ...args)
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringMatching(message)])
  })

  test.each([
    ['{"decision":"keep"', /decisions\.jsonl:1:1: Unexpected text, expected a JSON object/],
    ['{"decision":"keep"}', /decisions\.jsonl:1:1: .*text/],
    ['{"decision":"forget"}', /decisions\.jsonl:1:1: .*decision/],
    ['{"decision":"never","rule":"strip-debris/shares"}', /Unexpected rule "shares" of strip-debris/],
    ['{"decision":"never","rule":"decode/bom"}', /decode cannot do without/],
    ['{"decision":"name","name":"A","document":"a","site":"b"}', /Unexpected site beside document/],
    [
      '{"decision":"name","name":"A"}\n{"decision":"name","name":"A","note":"n"}',
      /decisions\.jsonl:2:1: the same is decided twice/,
    ],
  ])('says what is wrong with the line %s', async (line, message) => {
    const cwd = await start()
    putFiles(cwd, {'decisions.jsonl': `${line}\n`})
    const {code, stderr} = await run(cwd)
    expect([code, stderr]).toEqual([2, expect.stringMatching(message)])
  })
})
