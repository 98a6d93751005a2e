/** The pipeline that a configuration gives: which stages, in which order, with which options; stages of the user's own. */
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, relative} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {buildPipeline, type Selection} from '../../src/config/build.js'
import type {Config} from '../../src/config/config.js'
import {loadConfig} from '../../src/config/load.js'
import {UsageError} from '../../src/errors.js'
import type {Pipeline} from '../../src/run/pipeline.js'
import {testStages} from './stages.js'

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'palimpsest-build-'))
})
afterEach(() => rmSync(cwd, {recursive: true}))

async function build(yaml: string, selection: Selection = {}): Promise<Pipeline> {
  writeFileSync(join(cwd, 'palimpsest.config.yaml'), yaml)
  return buildPipeline(await loadConfig({cwd, stages: testStages}), {stages: testStages, ...selection})
}

/** The configuration of the built-in stages. */
async function loadConfigOf(yaml: string): Promise<Config> {
  writeFileSync(join(cwd, 'palimpsest.config.yaml'), yaml)
  return loadConfig({cwd})
}

async function idsOf(yaml: string, selection?: Selection): Promise<string[]> {
  return (await build(yaml, selection)).stages.map(({stage}) => stage.id)
}

async function messageOf(yaml: string, selection?: Selection): Promise<string> {
  const error = await build(yaml, selection).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(UsageError)
  return (error as UsageError).message
}

/** How an error begins that points at a piece of a configuration of one line. */
const pointing = (yaml: string, piece: string): string => `palimpsest.config.yaml:1:${yaml.indexOf(piece) + 1}: `

const all = testStages.map(({id}) => id)

function writeModule(name: string, source: string): string {
  writeFileSync(join(cwd, name), source)
  const near = relative(process.cwd(), join(cwd, name))
  return near.startsWith('..') ? join(cwd, name) : near
}

/** The source of a module whose stage shouts; `more` are fields that stand in for its own. */
const shout = (id: string, more = ''): string => `
  const stage = {
    id: '${id}',
    version: 1,
    description: 'Write words in capitals.',
    rules: [{id: 'capitals', class: 'custom', reason: 'Louder is better.'}],
    run: ({text}) => ({edits: [{start: 0, end: text.length, replacement: text.toUpperCase(), rule: 'capitals'}]}),
  }
  export default {...stage, ${more}}`

const stageIds = 'decode, convert-text, lift-metadata, strip-debris, canonicalize-names, collapse-whitespace'

describe('built-in stages', () => {
  test('all of them, in order, with complete options', async () => {
    const {stages} = await build('')
    expect(stages.map(({stage}) => stage)).toEqual(testStages)
    expect(stages[3]?.options).toEqual({keep: [], rules: [], minimum: 3, ratio: 0.5})
  })

  test('one that is off does not run, and options reach the others', async () => {
    const {stages} = await build('stages: {convert-text: false, strip-debris: {minimum: 4}}')
    expect(stages.map(({stage}) => stage.id)).toEqual(all.filter((id) => id !== 'convert-text'))
    expect(stages[2]?.options).toMatchObject({minimum: 4})
  })

  test('rules of the user count as rules of their stage', async () => {
    const {stages} = await build('rules: [{id: own, starts: [a]}]')
    const {stage} = stages.find(({stage: {id}}) => id === 'strip-debris') ?? {}
    expect(stage?.rules.map(({id, class: kind}) => `${id}: ${kind}`)).toEqual([
      'rule-comments: comments',
      'rule-bio: bio',
      'rule-share: share',
      'own: custom',
    ])
  })

  test('the digest follows the bytes of a module, whatever its version says', async () => {
    const digestOf = async (name: string, source: string): Promise<string> => {
      writeModule(name, source)
      return (await build(`customStages: [{module: ./${name}, after: decode}]`)).digest
    }
    const digest = await digestOf('a.mjs', shout('loud'))
    expect(await digestOf('b.mjs', shout('loud'))).toBe(digest)
    expect(await digestOf('c.mjs', `${shout('loud')}\n// edited`)).not.toBe(digest)
  })

  test('the digest follows the content of a gazetteer, and not its path', async () => {
    const digestOf = async (name: string, names: string): Promise<string> => {
      writeFileSync(join(cwd, name), names)
      return buildPipeline(await loadConfigOf(`names: {gazetteer: ${name}}`)).then(({digest}) => digest)
    }
    const entry = '- {id: millbrook, forms: {shared: Millbrook}, aliases: [{form: Milbrook, kind: misspelling}]}\n'
    const digest = await digestOf('a.yaml', entry)
    expect(await digestOf('b.yaml', entry)).toBe(digest)
    expect(await digestOf('a.yaml', entry.replace('form: Milbrook', 'form: Milbroock'))).not.toBe(digest)
  })

  test('the digest follows the options, and not how they were written', async () => {
    const {digest} = await build('stages: {strip-debris: {keep: [comments]}}')
    expect((await build('keep: [comments]')).digest).toBe(digest)
    expect((await build('')).digest).not.toBe(digest)
    expect((await build('out: elsewhere\nconcurrency: 7')).digest).toBe((await build('')).digest)
  })
})

describe('a choice of stages', () => {
  test('only some: decode and conversion run with them', async () => {
    expect(await idsOf('', {only: ['strip-debris']})).toEqual(['decode', 'convert-text', 'strip-debris'])
  })

  test('one that is off runs when it is asked for, with its defaults', async () => {
    const {stages} = await build('stages: {strip-debris: false}', {only: ['strip-debris']})
    expect(stages.at(-1)?.options).toEqual({keep: [], rules: [], minimum: 3, ratio: 0.5})
  })

  test('conversion that is off stays off', async () => {
    expect(await idsOf('stages: {convert-text: false}', {only: ['strip-debris']})).toEqual(['decode', 'strip-debris'])
  })

  test('all but some', async () => {
    expect(await idsOf('', {skip: ['decode', 'strip-debris']})).toEqual(
      all.filter((id) => id !== 'decode' && id !== 'strip-debris'),
    )
  })

  test('to skip weighs more than to run alone', async () => {
    expect(await idsOf('', {only: ['strip-debris'], skip: ['convert-text', 'strip-debris']})).toEqual(['decode'])
  })

  test('a stage that does not exist', async () => {
    expect(await messageOf('', {only: ['strip-debri']})).toBe(
      `--only-stage: Unexpected stage "strip-debri", expected one of ${stageIds}; did you mean "strip-debris"?`,
    )
    expect(await messageOf('', {skip: ['polish']})).toBe(
      `--skip-stage: Unexpected stage "polish", expected one of ${stageIds}`,
    )
  })
})

describe("stages of the user's own", () => {
  test('they stand before and after the stages they name, those of one place in the order of the list', async () => {
    for (const id of ['a', 'b', 'c', 'd', 'e']) writeModule(`${id}.mjs`, shout(id))
    const ids = await idsOf(`customStages:
  - {module: ./a.mjs, after: decode}
  - {module: b.mjs, after: decode}
  - {module: ./c.mjs, before: convert-text}
  - {module: ./d.mjs, before: convert-text}
  - {module: ./e.mjs, after: a}`)
    expect(ids).toEqual(['decode', 'a', 'e', 'b', 'c', 'd', ...all.slice(1)])
  })

  test('it does its work, and its edits are recorded', async () => {
    writeModule('shout.mjs', shout('shout'))
    const {clean} = await build('customStages: [{module: ./shout.mjs, after: decode}]')
    const {markdown, activities} = clean('one word more')
    expect(markdown).toBe('ONE WORD MORE')
    expect(activities.find(({stage}) => stage.id === 'shout')?.edits).toMatchObject([
      {rule: 'capitals', before: 'one word more', raw: {start: 0, end: 13}},
    ])
  })

  test('it can be chosen and left out like any other', async () => {
    writeModule('shout.mjs', shout('shout'))
    const yaml = 'customStages: [{module: ./shout.mjs, after: decode}]'
    expect(await idsOf(yaml, {only: ['shout']})).toEqual(['decode', 'shout', 'convert-text'])
    expect(await idsOf(yaml, {skip: ['shout']})).toEqual(all)
  })

  test('it stands beside a stage that is off', async () => {
    writeModule('shout.mjs', shout('shout'))
    const yaml = 'stages: {decode: false}\ncustomStages: [{module: ./shout.mjs, after: decode}]'
    expect(await idsOf(yaml)).toEqual(['shout', ...all.slice(1)])
  })

  test('its options are checked and completed by its own schema', async () => {
    const zod = import.meta.resolve('zod')
    const name = writeModule(
      'a.mjs',
      `import {z} from '${zod}'\n${shout('a', 'options: z.strictObject({loud: z.boolean().default(true), level: z.int().default(3)}),')}`,
    )
    const {stages} = await build('customStages: [{module: a.mjs, after: decode, options: {level: 5}}]')
    expect(stages[1]?.options).toEqual({loud: true, level: 5})
    const yaml = 'customStages: [{module: a.mjs, after: decode, options: {levl: 5, loud: no}}]'
    expect(await messageOf(yaml)).toBe(
      `${pointing(yaml, 'levl')}customStages[0] ${name}: Unexpected key "levl" in options, expected one of loud, level; did you mean "level"?\n` +
        `${pointing(yaml, 'no}')}customStages[0] ${name}: Unexpected "no" for options.loud, expected true or false`,
    )
  })

  test('without a schema it takes no options', async () => {
    const name = writeModule('a.mjs', shout('a'))
    expect((await build('customStages: [{module: a.mjs, after: decode}]')).stages[1]?.options).toEqual({})
    const yaml = 'customStages: [{module: a.mjs, after: decode, options: {level: 5}}]'
    expect(await messageOf(yaml)).toBe(
      `${pointing(yaml, 'level')}customStages[0] ${name}: Unexpected key "level" in options, expected none`,
    )
  })

  const faults: readonly [title: string, source: string, ...messages: string[]][] = [
    ['exports nothing', 'export const a = 1', 'Unexpected default export, expected a stage; see defineStage'],
    ['exports a function', 'export default () => {}', 'Unexpected default export, expected a stage; see defineStage'],
    [
      'has no fields',
      'export default {}',
      'Missing id, expected a kebab-case id such as my-stage',
      'Missing version, expected a whole number, 1 or more',
      'Missing description, expected a sentence',
      'Missing rules, expected a list',
      'Missing run, expected a function',
    ],
    ['has an id with capitals', shout('Shout'), 'Unexpected "Shout" for id, expected a kebab-case id such as my-stage'],
    [
      'has the id of another',
      shout('decode'),
      'Unexpected id "decode", expected one that no other stage has; rename it',
    ],
    [
      'has a version in words',
      shout('a', "version: '1.0'"),
      'Unexpected "1.0" for version, expected a whole number, 1 or more',
    ],
    ['has rules that are no list', shout('a', 'rules: {}'), 'Unexpected mapping for rules, expected a list'],
    [
      'has a rule of an unknown class',
      shout('a', "rules: [{id: 'b', class: 'comment', reason: 'Because.'}]"),
      expect.stringMatching(
        /^Unexpected "comment" for rules\[0\]\.class, expected one of encoding, .*; did you mean "comments"\?$/,
      ) as unknown as string,
    ],
    [
      'has two rules of one id',
      shout('a', "rules: ['b', 'b'].map((id) => ({id, class: 'custom', reason: 'Because.'}))"),
      'Unexpected list for rules, expected every rule to have an id of its own',
    ],
    [
      'has options that are no schema',
      shout('a', 'options: {}'),
      'Unexpected mapping for options, expected a zod schema',
    ],
    ['has a run that is no function', shout('a', 'run: 1'), 'Unexpected 1 for run, expected a function'],
    ['throws', "throw new Error('no such luck')", 'the module cannot be loaded: no such luck'],
    [
      'is not JavaScript',
      'export default {',
      expect.stringMatching(/^the module cannot be loaded: /) as unknown as string,
    ],
    [
      'imports what is not there',
      "import 'no-such-package-anywhere'",
      expect.stringMatching(/^the module cannot be loaded: .*no-such-package-anywhere/) as unknown as string,
    ],
  ]

  test.each(faults)('a module that %s', async (_, source, ...messages) => {
    const name = writeModule('fault.mjs', source)
    const yaml = 'customStages: [{module: ./fault.mjs, after: decode}]'
    const lines = (await messageOf(yaml)).split('\n')
    expect(lines).toHaveLength(messages.length)
    const beginning = `${pointing(yaml, './fault')}customStages[0] ${name}: `
    for (const [index, message] of messages.entries()) {
      expect(lines[index]?.slice(0, beginning.length)).toBe(beginning)
      expect(lines[index]?.slice(beginning.length)).toEqual(message)
    }
  })

  test('an error of a module keeps its cause', async () => {
    writeModule('fault.mjs', "throw new Error('no such luck')")
    const config = build('customStages: [{module: ./fault.mjs, after: decode}]')
    await expect(config).rejects.toMatchObject({cause: {message: 'no such luck'}})
  })

  test('a module that is not there', async () => {
    const name = join(cwd, 'gone.mjs')
    const yaml = 'customStages: [{module: ./gone.mjs, after: decode}]'
    expect(await messageOf(yaml)).toBe(
      `${pointing(yaml, './gone')}customStages[0] ${name}: no such module, expected a file that can be read; check its path`,
    )
  })

  test('a place beside a stage that does not exist', async () => {
    const name = writeModule('a.mjs', shout('a'))
    const yaml = 'customStages: [{module: a.mjs, before: convert-txt}]'
    expect(await messageOf(yaml)).toBe(
      `${pointing(yaml, 'convert-txt')}customStages[0] ${name}: Unexpected stage "convert-txt" for before, expected one of ${stageIds}; did you mean "convert-text"?`,
    )
  })

  test('two modules of one id', async () => {
    writeModule('a.mjs', shout('a'))
    const name = writeModule('b.mjs', shout('a'))
    const yaml = 'customStages: [{module: a.mjs, after: decode}, {module: b.mjs, after: decode}]'
    expect(await messageOf(yaml)).toBe(
      `${pointing(yaml, 'b.mjs')}customStages[1] ${name}: Unexpected id "a", expected one that no other stage has; rename it`,
    )
  })
})
