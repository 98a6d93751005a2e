/** The schema as others see it: JSON Schema, the reference in the docs, the example of a configuration. */
import {readFileSync} from 'node:fs'
import {Ajv2020} from 'ajv/dist/2020.js'
import {describe, expect, test} from 'vitest'
import {z} from 'zod'
import {withReference} from '../../scripts/config-reference.mjs'
import {completeConfig} from '../../src/config/complete.js'
import type {Config} from '../../src/config/config.js'
import {printConfig} from '../../src/config/print.js'
import {configSchema} from '../../src/config/schema.js'
import {parseSource} from '../../src/config/source.js'
import {builtInStages} from '../../src/config/stages.js'
import {testStages} from './stages.js'

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const place = {cwd: '/project', folder: '/project'}
const load = (yaml: string): Config => completeConfig(parseSource(yaml, 'example'), place, builtInStages)
const jsonSchema = (stages = builtInStages) =>
  z.toJSONSchema(configSchema(stages), {io: 'input', unrepresentable: 'any'})

describe('JSON Schema', () => {
  const validate = new Ajv2020({strictTuples: false}).compile(jsonSchema(testStages))

  test.each([
    ['nothing', {}],
    [
      'everything',
      {raw: 'a', out: 'b', keep: ['bio'], rules: [{id: 'a'}], concurrency: 3, limits: {deadline: '30s', bytes: 9}},
    ],
    [
      'stages',
      {stages: {decode: false, 'strip-debris': {minimum: 5}}, customStages: [{module: 'a.mjs', after: 'decode'}]},
    ],
    ['names', {names: {profile: 'local', gazetteer: 'names.yaml', entries: [{id: 'a', forms: {}}]}}],
  ])('it accepts %s', (_, value) => {
    expect(validate(value), JSON.stringify(validate.errors)).toBe(true)
  })

  test.each([
    ['an unknown key', {colour: 'red'}],
    ['an unknown stage', {stages: {polish: true}}],
    ['an unknown option', {stages: {'strip-debris': {maximum: 5}}}],
    ['a class that no stage keeps', {keep: ['share']}],
    ['a duration without a unit', {limits: {deadline: '30'}}],
    ['a concurrency in words', {concurrency: 'many'}],
  ])('it refuses %s', (_, value) => {
    expect(validate(value)).toBe(false)
  })

  test('it says of every key what it means, and of every one with a default what that is', () => {
    const {properties = {}} = jsonSchema() as {properties?: Record<string, {description?: string; default?: unknown}>}
    for (const [key, {description}] of Object.entries(properties)) expect(description, key).toMatch(/\w/)
    expect(Object.keys(properties).filter((key) => properties[key]?.default === undefined)).toEqual(
      ['names', 'frontMatter', 'links', 'rules', 'decisions'].filter((key) => key in properties),
    )
  })

  test('the options of every built-in stage are all explained, and may all be left out', () => {
    for (const stage of builtInStages) {
      expect(stage.options.safeParse({}).success, stage.id).toBe(true)
      const {properties = {}} = z.toJSONSchema(stage.options, {io: 'input', unrepresentable: 'any'}) as {
        properties?: Record<string, {description?: string}>
      }
      for (const [key, {description}] of Object.entries(properties))
        expect(description, `${stage.id}: ${key}`).toMatch(/\w/)
      expect(stage.options.safeParse({'no-such-option': 1}).success, `${stage.id} refuses unknown options`).toBe(false)
    }
  })
})

test('the reference in docs/configuration.md is that of the schema; if not, run scripts/config-reference.mjs', () => {
  const document = read('docs/configuration.md')
  expect(document).toBe(withReference(document, jsonSchema()))
})

test('the configuration of the built-in stages prints and loads back', () => {
  const config = load('names: {entries: [{id: millbrook, forms: {shared: Millbrook}}]}\nstages: {drop-repeats: false}')
  expect(load(printConfig(config))).toEqual(config)
})

describe('the example of a configuration', () => {
  const example = read('palimpsest.config.example.yaml')

  test('it is what holds without one', () => {
    expect(load(example)).toEqual(load(''))
  })

  test('it holds with its examples taken in', () => {
    const taken = example.replace(/^( *)#(?=\S)/gm, '$1')
    expect(taken).not.toBe(example)
    expect(load(taken).stages).toMatchObject({
      'drop-repeats': false,
      'write-front-matter': {fields: {author: 'byline'}},
    })
  })

  test('it names every key that has a default', () => {
    const {properties = {}} = jsonSchema() as {properties?: Record<string, {default?: unknown}>}
    for (const [key, {default: fallback}] of Object.entries(properties)) {
      if (fallback !== undefined) expect(example).toMatch(new RegExp(`^${key}:`, 'm'))
    }
  })
})
