/** `palimpsest schema`: the printed schemas are valid, and what is written fits them. */
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {Ajv2020, type ValidateFunction} from 'ajv/dist/2020.js'
import {expect, test} from 'vitest'
import {parse} from 'yaml'
import {registerSchema} from '../../src/cli/schema.js'
import {makeOutput, sampleRaws} from '../provenance/outputs.js'
import {runCommand} from './command.js'

const validatorOf = async (subject: string): Promise<ValidateFunction> => {
  const {stdout, code} = await runCommand(registerSchema, ['schema', subject])
  expect(code).toBe(0)
  const schema = JSON.parse(stdout.toString())
  expect(schema).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:palimpsest:schema:${subject}:1`,
    title: expect.stringContaining('Palimpsest'),
  })
  return new Ajv2020({allErrors: true, strictSchema: false}).compile(schema)
}

test('every line of a manifest fits the schema of manifests', async () => {
  const validate = await validatorOf('manifest')
  const {out} = await makeOutput(sampleRaws)
  const lines = (await readFile(join(out, 'manifest.jsonl'), 'utf8')).trim().split('\n')
  expect(lines).toHaveLength(4)
  for (const line of lines) expect(validate(JSON.parse(line)), JSON.stringify(validate.errors)).toBe(true)
  const entry = JSON.parse(lines[1]!)
  expect(validate({...entry, verdict: 'fine'})).toBe(false)
  expect(validate({...entry, more: 1})).toBe(false)
})

test('every provenance file fits the schema of provenance files', async () => {
  const validate = await validatorOf('provenance')
  const {out} = await makeOutput(sampleRaws)
  for (const id of ['a', 'deep/b']) {
    const provenance = JSON.parse(await readFile(join(out, `provenance/${id}.json`), 'utf8'))
    expect(validate(provenance), JSON.stringify(validate.errors)).toBe(true)
    expect(validate({...provenance, raw: {...provenance.raw, sha256: 'sha256:0'}})).toBe(false)
    expect(validate({...provenance, activities: [{}]})).toBe(false)
  }
})

test('the schema of the configuration takes a configuration and refuses unknown keys', async () => {
  const validate = await validatorOf('config')
  expect(validate({})).toBe(true)
  expect(validate(parse('raw: scrapes\nlimits: {deadline: 10s}')), JSON.stringify(validate.errors)).toBe(true)
  expect(validate({rwa: 'scrapes'})).toBe(false)
})

test('there are no other schemas', async () => {
  await expect(runCommand(registerSchema, ['schema', 'else'])).rejects.toThrow('Allowed choices are')
})
