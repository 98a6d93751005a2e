/** The library as its users call it. */
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {z} from 'zod'
import {
  clean,
  createPipeline,
  DocumentError,
  defineStage,
  EditError,
  loadPipeline,
  type PipelineOptions,
  provenanceOf,
  recordsOf,
  stages,
  UsageError,
} from '../../src/index.js'
import {manifestDocumentSchema, provenanceSchema} from '../../src/provenance/schema.js'

const shout = defineStage({
  id: 'shout',
  version: 1,
  description: 'Write words in capitals.',
  rules: [{id: 'capitals', class: 'custom', reason: 'Louder is better.'}],
  options: z.strictObject({mark: z.string().default('!')}),
  run: ({text}, {mark}) => ({
    edits: [{start: 0, end: text.length, replacement: text.trim().toUpperCase() + mark, rule: 'capitals'}],
  }),
})

const messageOf = (options: unknown): string => {
  try {
    createPipeline(options as PipelineOptions)
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError)
    return (error as UsageError).message
  }
  throw new Error('the options were accepted')
}

describe('clean', () => {
  test('text and its bytes come to the same, whatever the charset', () => {
    const text = 'Der Müller hat die Mühle verkauft.'
    const {markdown} = clean(text)
    expect(markdown).toContain(text)
    expect(clean(Buffer.from(text)).markdown).toBe(markdown)
    expect(clean(Buffer.from(`\uFEFF${text}`)).markdown).toBe(markdown)
    expect(clean(Buffer.from(`\uFEFF${text}`, 'utf16le')).markdown).toBe(markdown)
  })

  test('it takes the options of a pipeline beside its own', () => {
    const result = clean('One  mill.', {
      id: 'a/mill',
      rawPath: 'a/mill.txt',
      only: ['collapse-whitespace'],
      isPlain: true,
    })
    expect(result).toMatchObject({id: 'a/mill', markdown: 'One mill.\n', isPlain: true, verdict: 'suspect'})
    expect(result.reasons).toEqual(['only 2 words are left', 'taken as plain text: so it was asked for'])
    expect(result.raw).toEqual({
      path: 'a/mill.txt',
      sha256: 'sha256:721e60992c0e51021ee069e9d17606dd07061d8b2c9cae546dc8efeabf5d09fe',
      bytes: 10,
    })
  })

  test('what is not text is an error of the document', () => {
    const png = Buffer.from('89504e470d0a1a0a0000000d494844520000000100000001080600000', 'hex')
    expect(() => clean(png)).toThrow(DocumentError)
  })

  test.each([
    [3, 'number'],
    [null, 'null'],
    [undefined, 'undefined'],
    [new ArrayBuffer(2), 'object'],
  ])('%s is no input', (input, name) => {
    expect(() => clean(input as unknown as string)).toThrow(
      new UsageError(`Unexpected ${name} as input, expected text or bytes`),
    )
  })

  test('an empty text is a document', () => {
    expect(clean('')).toMatchObject({
      id: 'stdin',
      markdown: '',
      verdict: 'suspect',
      reasons: ['the raw holds no words'],
    })
  })
})

describe('createPipeline', () => {
  test('it holds no state between documents', () => {
    const pipeline = createPipeline()
    const first = pipeline.clean('The mill was sold.\n\nThe  wheel turns.', 'one')
    pipeline.clean('# Other\n\nText', 'two')
    expect(pipeline.clean('The mill was sold.\n\nThe  wheel turns.', 'one')).toEqual(first)
    expect(pipeline.stages.map(({stage}) => stage)).toEqual(stages)
  })

  test('its digest is that of the same configuration in a file', async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'palimpsest-library-'))
    try {
      writeFileSync(join(cwd, 'palimpsest.config.yaml'), 'stages: {drop-repeats: false}')
      const {digest} = await loadPipeline({cwd})
      expect(createPipeline({stages: {'drop-repeats': false}}).digest).toBe(digest)
      expect(createPipeline().digest).not.toBe(digest)
    } finally {
      rmSync(cwd, {recursive: true})
    }
  })

  test('a stage of the user is placed, given its options, and recorded', () => {
    const {clean: cleanWith, stages: chosen} = createPipeline({
      customStages: [{stage: shout, after: 'collapse-whitespace', options: {mark: '?'}}],
      only: ['collapse-whitespace', 'shout'],
    })
    expect(chosen.map(({stage}) => stage.id).slice(-2)).toEqual(['collapse-whitespace', 'shout'])
    const result = cleanWith('One  mill', 'mill')
    expect(result.markdown).toBe('ONE MILL?')
    expect(provenanceOf(result).activities.at(-1)).toMatchObject({
      stage: 'shout',
      classes: {capitals: 'custom'},
      edits: [{rule: 'capitals', before: 'One mill\n', after: 'ONE MILL?', raw: [0, 9]}],
    })
  })

  test('a stage that contradicts itself is found out', () => {
    const twice = defineStage({
      ...shout,
      run: () => ({
        edits: [
          {start: 0, end: 2, replacement: '', rule: 'capitals'},
          {start: 1, end: 3, replacement: '', rule: 'capitals'},
        ],
      }),
    })
    const pipeline = createPipeline({customStages: [{stage: twice, after: 'collapse-whitespace'}]})
    expect(() => pipeline.clean('The mill was sold.')).toThrow(EditError)
  })

  const known = [...new Set(stages.map(({id}) => id))].join(', ')
  test.each([
    [
      'an unknown stage',
      {stages: {polish: false}},
      `options: Unexpected key "polish" in stages, expected one of ${known}`,
    ],
    ['a choice that is no list', {only: 'shout'}, 'options: Unexpected "shout" for only, expected a list'],
    ['an unknown choice', {skip: ['shout']}, `options: skip: Unexpected stage "shout", expected one of ${known}`],
    [
      'a module by path',
      {customStages: [{module: './a.mjs', after: 'shout'}]},
      'options: Missing customStages[0].stage, expected a stage; modules by path are for palimpsest.config.yaml and loadPipeline\n' +
        'options: Unexpected key "module" in customStages[0], expected one of stage, before, after, options',
    ],
    [
      'a stage without a place',
      {customStages: [{stage: shout}]},
      'options: customStages[0]: expected exactly one of the keys before and after',
    ],
    [
      'a stage with wrong options',
      {customStages: [{stage: shout, after: 'collapse-whitespace', options: {mark: 1}}]},
      'options: customStages[0]: Unexpected 1 for options.mark, expected text',
    ],
    [
      'what is no stage',
      {customStages: [{stage: {...shout, run: 'fast'}, after: 'collapse-whitespace'}]},
      'options: customStages[0]: Unexpected "fast" for run, expected a function',
    ],
    ['no options at all', null, 'options: Unexpected nothing, expected a mapping'],
  ])('%s is refused', (_, options, message) => {
    expect(messageOf(options)).toBe(message)
  })
})

describe('loadPipeline', () => {
  let cwd = ''
  beforeEach(() => {
    cwd = mkdtempSync(join(tmpdir(), 'palimpsest-library-'))
  })
  afterEach(() => rmSync(cwd, {recursive: true}))

  test('a project without a configuration has the default pipeline', async () => {
    expect((await loadPipeline({cwd})).digest).toBe(createPipeline().digest)
  })

  test('a configuration that is wrong is told with its place', async () => {
    writeFileSync(join(cwd, 'a.yaml'), 'outt: x')
    await expect(loadPipeline({cwd, file: 'a.yaml'})).rejects.toThrow(
      /^a\.yaml:1:1: Unexpected key "outt".*mean "out"\?$/,
    )
  })
})

describe('provenance', () => {
  const result = clean('Mill sold\n\nBy Anna Field\n\nThe  🌊 wheel of the mill has not turned.\n', {id: 'mill'})

  test('it is what its schema says', () => {
    expect(provenanceSchema.safeParse(provenanceOf(result)).error).toBeUndefined()
    expect(manifestDocumentSchema.safeParse(recordsOf(result).entry).error).toBeUndefined()
  })

  test('the records are those of the result', () => {
    const {clean: bytes, entry} = recordsOf(result)
    expect(new TextDecoder().decode(bytes)).toBe(result.markdown)
    expect(entry).toMatchObject({id: 'mill', raw: result.raw, metadata: result.metadata, words: result.words})
  })
})
