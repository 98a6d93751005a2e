/** What a configuration that is right comes to: defaults, short-hands, units, paths. */
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {availableParallelism, tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import fc from 'fast-check'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {completeConfig} from '../../src/config/complete.js'
import type {Config} from '../../src/config/config.js'
import {defaultJsonlFields} from '../../src/config/defaults.js'
import {loadConfig} from '../../src/config/load.js'
import {printConfig} from '../../src/config/print.js'
import {parseSource, valueSource} from '../../src/config/source.js'
import {formatDuration, formatSize, parseDuration, parseSize} from '../../src/config/units.js'
import {testStages} from './stages.js'

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'palimpsest-config-'))
})
afterEach(() => rmSync(cwd, {recursive: true}))

const load = (yaml: string): Config => {
  writeFileSync(join(cwd, 'palimpsest.config.yaml'), yaml)
  return completeConfig(parseSource(yaml, 'test'), {cwd, folder: cwd}, testStages)
}

const defaults: Config = {
  raw: 'raw',
  out: 'out',
  stages: {
    decode: {},
    'convert-text': {},
    'lift-metadata': {keep: []},
    'strip-debris': {keep: [], rules: [], minimum: 3, ratio: 0.5},
    'canonicalize-names': {profile: 'neutral', entries: []},
    'collapse-whitespace': {},
  },
  files: [],
  customStages: [],
  decisions: {file: 'decisions.jsonl', items: []},
  keep: [],
  concurrency: Math.min(256, availableParallelism()),
  format: 'files',
  shards: {size: 128 * 1024 ** 2, gzip: false},
  jsonl: defaultJsonlFields,
  limits: {deadline: 30_000, memory: 1024, bytes: 20 * 1024 ** 2},
}

describe('defaults', () => {
  test('no file at all', async () => {
    expect(await loadConfig({cwd, stages: testStages})).toEqual(defaults)
  })

  test.each([
    ['an empty file', ''],
    ['a byte order mark alone', '\uFEFF'],
    ['comments alone', '# raw: scrapes\n'],
    ['a document that is empty', '---\n'],
    ['an empty mapping', '{}'],
    ['keys behind which nothing stands', 'raw:\nstages:\n  decode:\nnames:\nlimits:\n  bytes:\nkeep:\n'],
    ['stages that are said to be on', 'stages: {decode: true, strip-debris: true}'],
  ])('%s', async (_, yaml) => {
    writeFileSync(join(cwd, 'palimpsest.config.yaml'), yaml)
    expect(await loadConfig({cwd, stages: testStages})).toEqual(defaults)
  })

  test('the result is frozen to its depth, and can be sent to a worker', async () => {
    const config = await loadConfig({cwd, stages: testStages})
    expect(structuredClone(config)).toEqual(config)
    expect(() => Object.assign(config.stages['strip-debris'] as object, {minimum: 4})).toThrow(TypeError)
    expect(() => Object.assign(config.limits, {bytes: 1})).toThrow(TypeError)
  })
})

describe('short-hands', () => {
  test('names go to the stage that knows them', () => {
    const {stages} = load('names:\n  profile: local\n  entries: [{id: a, forms: {en: A}}]')
    expect(stages['canonicalize-names']).toEqual({profile: 'local', entries: [{id: 'a', forms: {en: 'A'}}]})
  })

  test('a gazetteer comes from a file beside the configuration, or stands in it', () => {
    writeFileSync(join(cwd, 'names.yaml'), '- {id: a, forms: {}}\n- {id: b, forms: {}}\n')
    writeFileSync(join(cwd, 'names.json'), '[\n\t{"id": "a", "forms": {}},\n\t{"id": "b", "forms": {}}\n]\n')
    const entries = [
      {id: 'a', forms: {}},
      {id: 'b', forms: {}},
    ]
    for (const value of ['names.yaml', './names.json', '[{id: a, forms: {}}, {id: b, forms: {}}]']) {
      expect(load(`names: {gazetteer: ${value}}`).stages['canonicalize-names']).toMatchObject({entries})
    }
  })

  test('a class to keep goes to every stage that is able to keep it', () => {
    const {keep, stages} = load('keep: [bio, rights, comments, bio]')
    expect(keep).toEqual(['bio', 'rights', 'comments'])
    expect(stages['lift-metadata']).toMatchObject({keep: ['bio', 'rights']})
    expect(stages['strip-debris']).toMatchObject({keep: ['bio', 'comments']})
  })

  test('lists of a short-hand and of its stage are joined', () => {
    const {stages} = load(
      'keep: [bio]\nrules: [{id: b}]\nstages:\n  strip-debris: {keep: [comments], rules: [{id: a}], minimum: 5}',
    )
    expect(stages['strip-debris']).toEqual({
      keep: ['comments', 'bio'],
      rules: [{id: 'a'}, {id: 'b'}],
      minimum: 5,
      ratio: 0.5,
    })
  })

  test('one value may be said twice if both say the same', () => {
    const {stages} = load('names: {profile: local}\nstages: {canonicalize-names: {profile: local}}')
    expect(stages['canonicalize-names']).toMatchObject({profile: 'local'})
  })

  test('a stage that is off stays off', () => {
    expect(load('keep: [comments]\nrules: [{id: a}]\nstages: {strip-debris: false}').stages['strip-debris']).toBe(false)
  })
})

describe('paths', () => {
  test('they are seen from the folder of the configuration', async () => {
    mkdirSync(join(cwd, 'conf'))
    writeFileSync(
      join(cwd, 'conf/a.yaml'),
      'raw: scrapes\nout: ../results\ncustomStages: [{module: stages/a.mjs, after: decode}]\nnames: {gazetteer: n.yaml}',
    )
    writeFileSync(join(cwd, 'conf/n.yaml'), '- {id: a, forms: {}}')
    const config = await loadConfig({cwd, file: 'conf/a.yaml', stages: testStages})
    expect(config.raw).toBe('conf/scrapes')
    expect(config.out).toBe('results')
    expect(config.customStages).toEqual([
      {module: pathToFileURL(join(cwd, 'conf/stages/a.mjs')).href, after: 'decode', options: {}},
    ])
    expect(config.stages['canonicalize-names']).toMatchObject({entries: [{id: 'a', forms: {}}]})
  })

  test('in the folder that the program runs in they stay as they are written', () => {
    expect(load('raw: ./a/../b\nout: /tmp/x')).toMatchObject({raw: './a/../b', out: '/tmp/x'})
  })
})

describe('units', () => {
  test.each([
    ['500ms', 500],
    ['30s', 30_000],
    ['2min', 120_000],
    ['1h', 3_600_000],
  ])('%s is %d ms', (text, value) => {
    expect(parseDuration(text)).toBe(value)
  })

  test.each([
    ['1B', 1],
    ['2kB', 2048],
    ['2KB', 2048],
    ['20MB', 20_971_520],
    ['1GB', 1_073_741_824],
  ])('%s is %d bytes', (text, value) => {
    expect(parseSize(text)).toBe(value)
  })

  test('what is written reads back the same', () => {
    const value = fc.integer({min: 0, max: 2 ** 39})
    fc.assert(fc.property(value, (number) => parseDuration(formatDuration(number)) === number))
    fc.assert(fc.property(value, (number) => parseSize(formatSize(number)) === number))
  })

  test('limits are in milliseconds, megabytes and bytes', () => {
    expect(load('limits: {deadline: 2min, memory: 1536MB, bytes: 12345}').limits).toEqual({
      deadline: 120_000,
      memory: 1536,
      bytes: 12_345,
    })
  })
})

describe('printing', () => {
  const text = fc.string({unit: 'grapheme', minLength: 1, maxLength: 12})
  const id = fc.stringMatching(/^[a-z]{1,8}$/)
  const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, {nil: undefined})
  const rule = fc.record({id: text, starts: optional(fc.array(text))})
  const entry = fc.record({id: text, forms: fc.dictionary(text, text, {noNullPrototype: true})})
  const anything = fc.jsonValue({maxDepth: 3})
  const written = fc.record(
    {
      raw: text,
      out: text,
      keep: fc.subarray(['bio', 'rights', 'comments']),
      rules: fc
        .uniqueArray(rule, {selector: ({id}) => id})
        .map((rules) => rules.map((item) => ({...item, id: `a ${item.id}`}))),
      names: fc.record({profile: fc.constantFrom('neutral', 'local'), entries: fc.array(entry)}, {requiredKeys: []}),
      stages: fc.record(
        {
          decode: fc.boolean(),
          'strip-debris': fc.oneof(
            fc.boolean(),
            fc.record(
              {
                keep: fc.subarray(['comments', 'bio']),
                rules: fc
                  .uniqueArray(rule, {selector: ({id}) => id})
                  .map((rules) => rules.map((item) => ({...item, id: `b ${item.id}`}))),
                minimum: fc.integer({min: 2, max: 9}),
                ratio: fc.double({noNaN: true, noDefaultInfinity: true}).map((value) => value + 0),
              },
              {requiredKeys: []},
            ),
          ),
        },
        {requiredKeys: []},
      ),
      customStages: fc.array(
        fc.oneof(
          fc.record({module: id, before: text, options: fc.dictionary(text, anything, {noNullPrototype: true})}),
          fc.record({module: text.map((name) => `./${name}`), after: text}),
        ),
      ),
      concurrency: fc.oneof(fc.constant('auto'), fc.integer({min: 1, max: 256})),
      limits: fc.record(
        {
          deadline: fc.integer({min: 100, max: 86_400_000}).map((value) => `${value}ms`),
          memory: fc.integer({min: 64, max: 65_536}).map((value) => `${value}MB`),
          bytes: fc.integer({min: 1}),
        },
        {requiredKeys: []},
      ),
    },
    {requiredKeys: []},
  )

  test('what is printed loads back to the same configuration', () => {
    const place = {cwd: '/project', folder: '/project'}
    fc.assert(
      fc.property(written, (input) => {
        const config = completeConfig(valueSource('test', input), place, testStages)
        const printed = printConfig(config)
        expect(completeConfig(parseSource(printed, 'test'), place, testStages)).toEqual(config)
        expect(printConfig(completeConfig(parseSource(printed, 'test'), place, testStages))).toBe(printed)
      }),
    )
  })
})
