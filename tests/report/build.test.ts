/** The command: what it writes, and that neither it nor what a run does gets in the way of the other. */
import {existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import vm from 'node:vm'
import {describe, expect, test} from 'vitest'
import type {DocumentData, Hit, IndexRow, ReportHead} from '../../src/report/model.js'
import {makeRun, palimpsest} from '../cli/program.js'
import {article, filesBelow, makeFolder, putFiles} from '../cli/spawned.js'
import {multiply} from './many.js'

const paragraph = (number: number): string =>
  `The bridge ${number} was closed on Friday, the mayor said to the people of the town, who had waited for hours in the rain.`
const scrape = `${paragraph(1)}\n\nShare on Facebook | Tweet\n\n${paragraph(2)}\n\n${paragraph(3)}\n\nShare on Facebook | Tweet\n`
const raws = {'raw/a.txt': scrape, 'raw/b/c.txt': article(2), 'raw/b/empty.txt': ''}

/** The files of a report, data files as what they give to the page. */
function reportOf(cwd: string): Record<string, unknown> {
  const files = filesBelow(join(cwd, 'out/report'))
  return Object.fromEntries(
    Object.entries(files).map(([path, content]) => {
      if (!path.startsWith('data/')) return [path, content]
      let given: unknown
      const receive = (name: string, json: string): void => {
        expect(`${name}.js`).toBe(path)
        given = JSON.parse(json)
      }
      vm.runInNewContext(Buffer.from(content, 'latin1').toString(), {palimpsestData: receive})
      return [path, given]
    }),
  )
}

const hitsOf = (report: Record<string, unknown>, stage: string, rule: string, suspicion: number): Hit[] => {
  const {rules} = report['data/head.js'] as ReportHead
  const number = rules.findIndex((item) => item.stage === stage && item.rule === rule)
  return (report[`data/rules/${number}/${suspicion}-0.js`] ?? []) as Hit[]
}

describe('palimpsest report', () => {
  test('says where to open it, and leaves the results as they are', async () => {
    const cwd = await makeRun(raws)
    const before = filesBelow(join(cwd, 'out'))
    const outcome = await palimpsest(['report'], {cwd})
    expect(outcome).toEqual({code: 0, stdout: 'out/report/index.html: 3 documents; open it in a browser\n', stderr: ''})
    const after = Object.entries(filesBelow(join(cwd, 'out'))).filter(([path]) => !path.startsWith('report/'))
    expect(Object.fromEntries(after)).toEqual(before)
    expect((await palimpsest(['verify', '--quiet'], {cwd})).code).toBe(0)
  })

  test('gives the same bytes each time', async () => {
    const cwd = await makeRun(raws)
    await palimpsest(['report'], {cwd})
    const first = filesBelow(join(cwd, 'out/report'))
    await palimpsest(['report'], {cwd})
    expect(filesBelow(join(cwd, 'out/report'))).toEqual(first)
  })

  test('has each document, and each hit with what stands around it, the most suspect apart', async () => {
    const cwd = await makeRun(raws)
    await palimpsest(['report'], {cwd})
    const report = reportOf(cwd)
    const head = report['data/head.js'] as ReportHead
    expect(head.documents).toEqual({clean: 2, suspect: 1, failed: 0})
    const rows = report['data/index/0.js'] as IndexRow[]
    expect(rows.map(([id]) => id)).toEqual(['a', 'b/c', 'b/empty'])
    expect((report['data/documents/0/0.js'] as DocumentData).text).toBe(scrape)
    const [between, ...more] = hitsOf(report, 'strip-debris', 'share-button', 0)
    expect(more).toEqual([])
    expect(between!.document).toEqual(['a', 0])
    expect(between!.before.trim()).toBe('Share on Facebook | Tweet')
    expect(between!.lead.join('')).toContain('hours in the rain.')
    expect(between!.trail.join('')).toContain('The bridge 2')
    // What stands at the end of the text has nothing behind it.
    expect(hitsOf(report, 'strip-debris', 'share-button', 1).length).toBe(1)
  })

  test('needs no raw folder', async () => {
    const cwd = await makeRun(raws)
    const files = filesBelow(cwd)
    const results = Object.entries(files).filter(([path]) => path.startsWith('out/'))
    const alone = makeFolder(
      Object.fromEntries(results.map(([path, content]) => [path, Buffer.from(content, 'latin1')])),
    )
    expect((await palimpsest(['report'], {cwd: alone})).code).toBe(0)
    expect((reportOf(alone)['data/documents/0/0.js'] as DocumentData).text).toBe(scrape)
  })

  test('has the documents alone that were asked for, and nothing of an earlier report', async () => {
    const cwd = await makeRun(raws)
    await palimpsest(['report'], {cwd})
    expect((await palimpsest(['report', 'b/c'], {cwd})).stdout).toContain(': 1 document;')
    const report = reportOf(cwd)
    expect(Object.keys(report).filter((path) => path.startsWith('data/documents/'))).toEqual(['data/documents/0/0.js'])
    expect((report['data/head.js'] as ReportHead).isPartial).toBe(true)
    expect(await palimpsest(['report', 'nowhere'], {cwd})).toMatchObject({code: 2})
  })

  test('cuts the index, and reads shards', async () => {
    const line = JSON.stringify({id: 'story', text: scrape})
    for (const format of ['jsonl', 'parquet']) {
      const cwd = await makeRun({'raw/a.jsonl': `${line}\n`, 'palimpsest.config.yaml': `format: ${format}\n`})
      if (format === 'jsonl') multiply(join(cwd, 'out'), 1001)
      expect(await palimpsest(['report'], {cwd})).toMatchObject({code: 0, stderr: ''})
      const report = reportOf(cwd)
      const chunks = Object.keys(report).filter((path) => path.startsWith('data/index/'))
      const sizes = chunks.map((path) => (report[path] as IndexRow[]).length)
      expect(sizes).toEqual(format === 'jsonl' ? [500, 500, 1] : [1])
      expect((report['data/documents/0/0.js'] as DocumentData).text).toBe(scrape)
      if (format === 'jsonl') {
        expect((report['data/documents/1/1000.js'] as DocumentData).id).toBe('story-01001')
        const {rules} = report['data/head.js'] as ReportHead
        const share = rules.findIndex(({rule}) => rule === 'share-button')
        expect(rules[share]!.hits[0]).toBe(1001)
        expect((report[`data/rules/${share}/0-25.js`] as Hit[]).length).toBe(1)
      }
    }
  })

  test('tells of a document that failed why it did', async () => {
    const limits = {'palimpsest.config.yaml': 'limits: {bytes: 2kB}\n'}
    const cwd = makeFolder({...raws, ...limits, 'raw/large.txt': paragraph(9).repeat(40)})
    expect((await palimpsest(['run', '--quiet'], {cwd})).code).toBe(1)
    expect(await palimpsest(['report'], {cwd})).toMatchObject({code: 0, stderr: ''})
    const report = reportOf(cwd)
    const last = (report['data/index/0.js'] as IndexRow[]).at(-1)!
    expect(last.slice(0, 4)).toEqual(['large', '', 2, [expect.stringContaining('is larger than')]])
    expect(report['data/documents/0/3.js']).toBeUndefined()
  })

  test('says of damaged files what is wrong', async () => {
    const cwd = await makeRun(raws)
    writeFileSync(join(cwd, 'out/clean/a.md'), 'changed by hand')
    const {code, stderr} = await palimpsest(['report'], {cwd})
    expect(code).toBe(1)
    expect(stderr).toContain('a.md was changed after the run')
    const report = reportOf(cwd)
    expect(report['data/documents/0/0.js']).toEqual({fault: expect.stringContaining('was changed after the run')})
    expect((report['data/documents/0/1.js'] as DocumentData).id).toBe('b/c')
  })

  test('says that there is nothing to show', async () => {
    const {code, stderr} = await palimpsest(['report'], {cwd: makeFolder()})
    expect(code).toBe(2)
    expect(stderr).toContain('No manifest at')
  })

  test('replaces nothing that is not its own, and follows no link', async () => {
    const cwd = await makeRun(raws)
    putFiles(cwd, {'out/report/thesis.md': 'years of work'})
    const {code, stderr} = await palimpsest(['report'], {cwd})
    expect(code).toBe(2)
    expect(stderr).toContain('is no report that this program wrote')
    expect(readFileSync(join(cwd, 'out/report/thesis.md'), 'utf8')).toBe('years of work')
    const other = await makeRun(raws)
    const elsewhere = makeFolder()
    symlinkSync(elsewhere, join(other, 'out/report'))
    expect((await palimpsest(['report'], {cwd: other})).code).toBe(2)
    expect(filesBelow(elsewhere)).toEqual({})
  })

  test('goes on where one was killed', async () => {
    const cwd = await makeRun(raws)
    await palimpsest(['report'], {cwd})
    const whole = filesBelow(join(cwd, 'out/report'))
    putFiles(cwd, {'out/.palimpsest-report.new/data/x.js': 'half', 'out/.palimpsest-report.old/index.html': 'old'})
    expect((await palimpsest(['report'], {cwd})).code).toBe(0)
    expect(filesBelow(join(cwd, 'out/report'))).toEqual(whole)
    expect(Object.keys(filesBelow(join(cwd, 'out'))).filter((path) => path.startsWith('.'))).toEqual([])
  })

  test('is left alone by runs, checks and pruning', async () => {
    const cwd = await makeRun(raws)
    await palimpsest(['report'], {cwd})
    const report = filesBelow(join(cwd, 'out/report'))
    for (const args of [
      ['run', '--quiet'],
      ['run', '--check', '--quiet'],
      ['run', '--prune', '--force', '--quiet'],
    ]) {
      expect(await palimpsest(args, {cwd}), args.join(' ')).toEqual({code: 0, stdout: '', stderr: ''})
    }
    expect(filesBelow(join(cwd, 'out/report'))).toEqual(report)
  })

  test('does not go into an output folder that is not there', async () => {
    const cwd = makeFolder()
    mkdirSync(join(cwd, 'raw'))
    await palimpsest(['report'], {cwd})
    expect(existsSync(join(cwd, 'out'))).toBe(false)
  })
})
