/** How records get into the pipeline: from a file, which is recorded by its digest. */
import {createHash} from 'node:crypto'
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {z} from 'zod'
import {linkRecordSchema, recordsByUrl} from '../../pipeline/repair-links/record.js'
import {buildPipeline} from '../../src/config/build.js'
import {completeConfig} from '../../src/config/complete.js'
import type {Config} from '../../src/config/config.js'
import {loadConfig} from '../../src/config/load.js'
import {printConfig} from '../../src/config/print.js'
import {parseSource} from '../../src/config/source.js'
import {defineStage, type Stage} from '../../src/document/stage.js'
import {UsageError} from '../../src/errors.js'
import {palimpsest} from '../cli/program.js'
import {makeFolder, putFiles} from '../cli/spawned.js'

/** Stages with the options that files may give. */
const stages: readonly Stage[] = [
  {id: 'repair-links', options: z.strictObject({records: z.array(linkRecordSchema).default([])})},
  {id: 'canonicalize-names', options: z.strictObject({entries: z.array(z.strictObject({id: z.string()})).default([])})},
].map(({id, options}) =>
  defineStage({
    id,
    version: 1,
    description: 'A stage.',
    rules: [],
    options: options as z.ZodType<object>,
    run: () => ({edits: []}),
  }),
)

const lineOf = (url: string, verdict = 'gone'): string =>
  `${JSON.stringify({url, verdict, checked: '2026-11-30T10:00:00Z'})}\n`
const sha256 = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`
const load = (cwd: string, yaml: string): Config =>
  completeConfig(parseSource(yaml, 'test'), {cwd, folder: cwd}, stages)
const build = (cwd: string, yaml: string) => buildPipeline(load(cwd, yaml), {stages})

describe('a file of records', () => {
  test('gives the stage that mends links its records', () => {
    const cwd = makeFolder({'links.jsonl': `${lineOf('http://a.example/')}\n${lineOf('http://b.example/', 'moved')}`})
    expect(load(cwd, 'links: {records: links.jsonl}').stages['repair-links']).toEqual({
      records: [
        {url: 'http://a.example/', verdict: 'gone', checked: '2026-11-30T10:00:00Z'},
        {url: 'http://b.example/', verdict: 'moved', checked: '2026-11-30T10:00:00Z'},
      ],
    })
  })

  test('is recorded by its digest, whatever it is called; what is written in the configuration is recorded as it is', async () => {
    const text = lineOf('http://a.example/') + lineOf('http://b.example/')
    const cwd = makeFolder({'links.jsonl': text, 'sub/other.jsonl': text})
    const one = await build(cwd, 'links: {records: links.jsonl}')
    const [links] = one.stages
    expect(links?.recorded).toEqual({records: {sha256: sha256(text), items: 2}})
    expect(links?.options).toMatchObject({records: [{url: 'http://a.example/'}, {url: 'http://b.example/'}]})
    expect((await build(cwd, 'links: {records: sub/other.jsonl}')).digest).toBe(one.digest)
    writeFileSync(join(cwd, 'links.jsonl'), text.replace('gone', 'parked'))
    expect((await build(cwd, 'links: {records: links.jsonl}')).digest).not.toBe(one.digest)

    const record = "{url: 'http://c.example/', verdict: gone, checked: '2026-11-30T10:00:00Z'}"
    const inline = await build(cwd, `links: {records: [${record}]}`)
    expect(inline.stages[0]?.recorded).toBeUndefined()
    const both = await build(cwd, `links: {records: sub/other.jsonl}\nstages: {repair-links: {records: [${record}]}}`)
    expect(both.stages[0]?.recorded).toEqual({
      records: [
        {url: 'http://c.example/', verdict: 'gone', checked: '2026-11-30T10:00:00Z'},
        {sha256: sha256(text), items: 2},
      ],
    })
  })

  test('stands behind what is written in the configuration, and is printed by its name', () => {
    const cwd = makeFolder({'links.jsonl': lineOf('http://a.example/'), 'names.yaml': '- {id: a}\n- {id: b}\n'})
    const yaml =
      'links: {records: links.jsonl}\nnames: {gazetteer: names.yaml, entries: [{id: c}]}\nstages: {canonicalize-names: {entries: [{id: d}]}}'
    const config = load(cwd, yaml)
    expect(config.stages['canonicalize-names']).toEqual({entries: [{id: 'd'}, {id: 'c'}, {id: 'a'}, {id: 'b'}]})
    const printed = printConfig(config)
    expect(printed).not.toContain('http://a.example/')
    expect(printed).toContain('records: links.jsonl')
    expect(load(cwd, printed)).toEqual(config)
  })

  test('that is not there is an error of a run, which says what to do; a check may make it', async () => {
    const cwd = makeFolder({'palimpsest.config.yaml': 'links: {records: links.jsonl}\n'})
    await expect(loadConfig({cwd, stages})).rejects.toThrow(
      new UsageError(
        'palimpsest.config.yaml:1:18: Unexpected "links.jsonl" for links.records, expected a file; there is none at links.jsonl',
      ),
    )
    const config = await loadConfig({cwd, stages, mayLack: ['links.records']})
    expect(config.files).toEqual([expect.objectContaining({file: 'links.jsonl', items: 0})])
  })

  test('that is no file is told with the line of the configuration that names it', () => {
    const cwd = makeFolder({'folder/x': '', 'latin.jsonl': ''})
    writeFileSync(join(cwd, 'latin.jsonl'), Buffer.from('{"a": "caf\u00e9"}', 'latin1'))
    expect(() => load(cwd, 'links:\n  records: folder')).toThrow(
      'test:2:12: links.records names folder: Unexpected folder, expected a file; check the path',
    )
    expect(() => load(cwd, 'names:\n  gazetteer: folder')).toThrow(
      'test:2:14: names.gazetteer names folder: Unexpected folder, expected a file; check the path',
    )
    expect(() => load(cwd, 'links:\n  records: latin.jsonl')).toThrow(
      'test:2:12: links.records names latin.jsonl: Unexpected bytes, expected UTF-8; save the file as UTF-8',
    )
  })

  test('that is wrong is told with its line', () => {
    const cwd = makeFolder({'links.jsonl': `${lineOf('http://a.example/')}\n${lineOf('ftp://b.example/')}{"url"`})
    expect(() => load(cwd, 'links: {records: links.jsonl}')).toThrow(/^links\.jsonl:4:1: Unexpected text/)
    writeFileSync(join(cwd, 'links.jsonl'), `${lineOf('http://a.example/')}\n${lineOf('ftp://b.example/')}`)
    expect(() => load(cwd, 'links: {records: links.jsonl}')).toThrow(
      'links.jsonl:3:1: Unexpected "ftp://b.example/" for [1].url, expected a web address without a fragment',
    )
  })
})

test('records are looked up in one map a list, in which the later of two counts', () => {
  const records = [lineOf('http://a.example/'), lineOf('http://b.example/'), lineOf('http://a.example/', 'alive')].map(
    (line) => linkRecordSchema.parse(JSON.parse(line)),
  )
  const map = recordsByUrl(records)
  expect(map.get('http://a.example/')?.verdict).toBe('alive')
  expect(recordsByUrl(records)).toBe(map)
  expect(recordsByUrl([...records])).not.toBe(map)
})

test('a run records the digest of a file in place of what stands in it, and it is proved', async () => {
  const names = '- {id: millbrook, forms: {shared: Millbrook}, aliases: [{form: Milbrook, kind: misspelling}]}\n'
  const cwd = makeFolder({'names.yaml': names, 'palimpsest.config.yaml': 'names: {gazetteer: names.yaml}\n'})
  const text = 'The mayor of Milbrook opened the bridge on Friday, and spoke of a new time for the town and its people.'
  putFiles(cwd, {'raw/a.md': `# The bridge\n\n${text}\n`})
  expect((await palimpsest(['run'], {cwd})).code).toBe(0)
  expect(readFileSync(join(cwd, 'out/clean/a.md'), 'utf8')).toContain('The mayor of Millbrook')
  const [run] = readFileSync(join(cwd, 'out/manifest.jsonl'), 'utf8')
    .split('\n')
    .map((line) => line && JSON.parse(line))
  const {options} = run.pipeline.stages.find(({id}: {id: string}) => id === 'canonicalize-names')
  expect(options.entries).toEqual({sha256: sha256(names), items: 1})
  expect(await palimpsest(['verify'], {cwd})).toMatchObject({code: 0, stderr: ''})
  writeFileSync(join(cwd, 'names.yaml'), names.replace('misspelling', 'spelling'))
  expect((await palimpsest(['run', '--check'], {cwd})).code).toBe(1)
})
