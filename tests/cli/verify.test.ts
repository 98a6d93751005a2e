/** `palimpsest verify` as a person runs it. */
import {rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {registerVerify} from '../../src/cli/verify.js'
import {UsageError} from '../../src/errors.js'
import {checkIds} from '../../src/provenance/verify/checks.js'
import {makeOutput, sampleRaws} from '../provenance/outputs.js'
import {runCommand} from './command.js'

const verify = (...argv: string[]) => runCommand(registerVerify, ['verify', ...argv])

test('a sound output exits with 0 and a table of all checks', async () => {
  const {out, raw} = await makeOutput(sampleRaws)
  const {stdout, code} = await verify(out, '--raw', raw)
  expect(code).toBe(0)
  // There are no shards in it.
  for (const id of checkIds)
    expect(stdout.toString()).toMatch(new RegExp(`^${id} +${['shards', 'rows'].includes(id) ? '–' : '\\d+'} +–$`, 'm'))
  expect(stdout.toString()).toContain('3 documents: every promise holds.')
  expect((await verify(out, '--raw', raw, '--quiet')).stdout.toString()).toBe('')
})

test('without a raw folder it says what was not compared', async () => {
  const {out} = await makeOutput(sampleRaws)
  const {stdout, code} = await verify(out)
  expect(code).toBe(0)
  expect(stdout.toString()).toContain('The raw folder was not compared')
})

test('a damaged file is named with its place, the check and what to do; exits with 1', async () => {
  const {out, raw} = await makeOutput(sampleRaws)
  await writeFile(join(raw, 'deep/b.html'), '<html><body><p>Farrplace 🙂 agaim.</p>\n<p>End</p></body></html>\n')
  const {stdout, code} = await verify(out, '--raw', raw)
  expect(code).toBe(1)
  expect(stdout.toString()).toMatch(/^deep\/b\.html:1:32, byte 34: raw: it has sha256:/m)
  expect(stdout.toString()).toContain('palimpsest restore')
  const outcome = await verify(out, '--raw', raw, '--json')
  expect(outcome.code).toBe(1)
  expect(JSON.parse(outcome.stdout.toString())).toMatchObject({
    isSound: false,
    documents: 3,
    hasRaw: true,
    findings: [{check: 'raw', level: 'error', file: 'deep/b.html', place: '1:32, byte 34'}],
  })
})

test('--list says what every check proves', async () => {
  const {stdout, code} = await verify('--list')
  expect(code).toBe(0)
  expect(stdout.toString().trim().split('\n')).toHaveLength(checkIds.length)
})

test('a folder that is not there is a usage error', async () => {
  const {out, raw} = await makeOutput(sampleRaws)
  await expect(verify(out, '--raw', join(raw, 'nowhere'))).rejects.toThrow(UsageError)
  await rm(out, {recursive: true})
  await expect(verify(out, '--raw', raw)).rejects.toThrow(UsageError)
})
