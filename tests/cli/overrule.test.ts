/** Decisions as a person makes them: pointed at, written down, applied by the next run, told of when they hold no more. */
import {readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {makeRun, palimpsest} from './program.js'
import {filesBelow, manifestOf, putFiles, spawned} from './spawned.js'

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
    const {decisions} = manifestOf(join(cwd, 'out'))['a'] as unknown as {decisions: Record<string, string>}
    expect(Object.values(decisions)).toEqual(['lost'])
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
    ['an empty line', ['keep', 'raw/a.txt:4'], /holds no words/],
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

  test('holds on a site for the stage that finds out which it is, and on no other site before', async () => {
    const dated = (source: string): string =>
      `${source}# The bridge\n\nOctober 2, 2020\n\n${story('Anna').split('\n').slice(2).join('\n')}`
    const cwd = await makeRun({
      'raw/a.md': dated('---\nsource: https://one.example/a\n---\n\n'),
      'raw/b.md': dated(''),
    })
    await overrule(cwd, 'keep', 'raw/a.md:7', '--scope', 'site')
    await run(cwd)
    expect(clean(cwd, 'a')).toContain('\n\nOctober 2, 2020\n\n')
    expect(clean(cwd, 'b')).not.toContain('\n\nOctober 2, 2020\n\n')
    await overrule(cwd, 'never', 'raw/b.md:3', '--scope', 'site')
    await run(cwd)
    expect(clean(cwd, 'b')).toContain('\n\nOctober 2, 2020\n\n')
    expect((await run(cwd, '--check-decisions')).stdout).toContain('2 decisions: 2 needed')
  })

  test('is agreed with, and not lost, where its text stands anyhow in every scope', async () => {
    for (const scope of ['document', 'site', 'everywhere']) {
      const cwd = await start()
      await overrule(cwd, 'keep', 'raw/a.txt:5', '--scope', scope)
      const check = await run(cwd, '--check-decisions', '--skip-stage', 'strip-debris')
      expect([check.code, check.stdout], scope).toEqual([0, expect.stringContaining('1 agreed, 0 lost')])
    }
  })

  test('is taken back, or replaced, from a file with a byte order mark, and where a link leads', async () => {
    const cwd = await start()
    await overrule(cwd, 'keep', 'raw/a.txt:5')
    const file = join(cwd, 'decisions.jsonl')
    const elsewhere = join(cwd, 'elsewhere.jsonl')
    writeFileSync(elsewhere, `\ufeff${readFileSync(file, 'utf8')}`)
    rmSync(file)
    symlinkSync(elsewhere, file)
    expect((await overrule(cwd, 'keep', 'raw/a.txt:5', '--note', 'again')).code).toBe(0)
    expect(readFileSync(elsewhere, 'utf8').trim().split('\n')).toHaveLength(1)
    const [{id}] = JSON.parse((await overrule(cwd, 'list', '--json')).stdout)
    expect((await overrule(cwd, 'undo', id.slice(0, 6))).stdout).toContain(`Taken back: ${id}`)
    expect(readFileSync(elsewhere, 'utf8')).toBe('')
  })

  test('loses nothing where several are made at once', async () => {
    const cwd = await start()
    const places = ['raw/a.txt:5', 'raw/a.txt:7', 'raw/b.txt:5', 'raw/b.txt:7']
    await Promise.all(places.map((place) => spawned(['overrule', 'keep', place], {cwd})))
    expect(readFileSync(join(cwd, 'decisions.jsonl'), 'utf8').trim().split('\n')).toHaveLength(4)
  })

  test('leaves what is kept a paragraph of its own, and takes no other line of a page along', async () => {
    const page = `<html><body><article><h1>The bridge</h1>\n${story('Anna')
      .split('\n\n')
      .slice(1, 6)
      .filter((text) => !/Share|Follow/.test(text))
      .map((text) => `<p>${text}</p>`)
      .join(
        '\n',
      )}\n</article>\n<section class="comments"><h2>Comments</h2>\n<p>Bo says: the mill was first.</p>\n<p>Cy says: it was not.</p></section>
<footer><p>Copyright 2020 The Site. All rights reserved.</p></footer></body></html>`
    const cwd = await makeRun({'raw/a.html': page})
    const line = page.split('\n').findIndex((text) => text.includes('Bo says')) + 1
    expect(clean(cwd, 'a')).not.toContain('Bo says')
    await overrule(cwd, 'keep', `raw/a.html:${line}`)
    expect(readFileSync(join(cwd, 'decisions.jsonl'), 'utf8').trim().split('\n')).toHaveLength(1)
    await run(cwd)
    expect(clean(cwd, 'a')).toContain('\n\nBo says: the mill was first.\n')
    expect(clean(cwd, 'a')).not.toContain('Cy says')
    const title = page.split('\n').findIndex((text) => text.includes('<h1>')) + 1
    expect((await overrule(cwd, 'keep', `raw/a.html:${title}`)).stderr).toContain('stands in the clean text already')
  })

  test('drops code, tables and underlined headings whole', async () => {
    const parts = {
      code: '```\nfirst  line of code\nsecond line\n```',
      table: '| year | floods |\n| --- | --- |\n| 2010 | three great ones |',
      heading: 'How it ended\n============',
    }
    const text = `${story('Anna').replace('\n\nLeave a comment', '')}\n${Object.values(parts).join('\n\n')}\n\nAnd that was the end of the matter, so far as anybody in the town knew.\n`
    for (const part of ['first  line', '2010', 'How it ended']) {
      const cwd = await makeRun({'raw/a.md': text})
      const line = text.split('\n').findIndex((one) => one.includes(part)) + 1
      expect((await overrule(cwd, 'drop', `raw/a.md:${line}`)).code, part).toBe(0)
      await run(cwd)
      const others = Object.values(parts).filter((one) => !one.includes(part))
      for (const other of others) expect(clean(cwd, 'a'), part).toContain(other)
      for (const gone of Object.values(parts)
        .find((one) => one.includes(part))!
        .split('\n')
        .slice(0, 2))
        expect(
          clean(cwd, 'a')
            .split('\n')
            .filter((one) => one === gone).length,
          gone,
        ).toBe(0)
      expect(clean(cwd, 'a')).toContain('so far as anybody')
    }
  })
})
