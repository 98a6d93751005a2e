/** A flag that stands for a short-hand of the configuration, such as `--names` for names.profile. */
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {loadConfig} from '../../src/config/load.js'
import {UsageError} from '../../src/errors.js'

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'palimpsest-override-'))
})
afterEach(() => rmSync(cwd, {recursive: true}))

/** The options of the stage with a profile from the flag, and with that of the configuration where there is none. */
async function optionsOf(yaml: string | undefined, profile?: string): Promise<{profile: string; metadata: boolean}> {
  if (yaml !== undefined) writeFileSync(join(cwd, 'palimpsest.config.yaml'), yaml)
  const override =
    profile === undefined ? undefined : ({path: ['names', 'profile'], value: profile, name: '--names'} as const)
  return (await loadConfig({cwd, override})).stages['canonicalize-names'] as {profile: string; metadata: boolean}
}

async function messageOf(yaml: string, profile: string): Promise<string> {
  try {
    await optionsOf(yaml, profile)
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError)
    return (error as UsageError).message
  }
  throw new Error('the configuration was accepted')
}

test.each([
  ['no configuration', undefined],
  ['an empty one', ''],
  ['one of other things', 'limits: {deadline: 1min}'],
  ['the short-hand', 'names: {profile: azerbaijani}'],
  ['the option of the stage', 'stages: {canonicalize-names: {profile: azerbaijani}}'],
  ['both', 'names: {profile: azerbaijani}\nstages: {canonicalize-names: {profile: azerbaijani}}'],
  ['a group behind which nothing stands', 'names:\nstages:\n  canonicalize-names:\n'],
])('stands over %s', async (_, yaml) => {
  expect(await optionsOf(yaml, 'armenian')).toMatchObject({profile: 'armenian'})
})

test('leaves all else as it was written', async () => {
  const yaml = 'names: {profile: azerbaijani, diacritics: plain}\nstages: {canonicalize-names: {metadata: false}}'
  expect(await optionsOf(yaml, 'armenian')).toEqual({...(await optionsOf(yaml)), profile: 'armenian'})
})

test('knows the profiles that are written', async () => {
  const yaml = 'names: {profiles: {house: {forms: {az-sus: Shoushi}}}}'
  expect(await optionsOf(yaml, 'house')).toMatchObject({profile: 'house'})
})

describe('what is wrong', () => {
  test('is told of the flag', async () => {
    expect(await messageOf('names:\n  profile: armenian\n', 'armenien')).toBe(
      '--names: Unexpected "armenien", expected one of international, armenian, azerbaijani, same-tradition, annotate; did you mean "armenian"?',
    )
  })

  test('elsewhere in the configuration is told first, with its place', async () => {
    expect(await messageOf('limits: {deadline: 30}', 'armenien')).toBe(
      'palimpsest.config.yaml:1:20: Unexpected 30 for limits.deadline, expected a duration such as 30s, 500ms or 2min',
    )
  })

  test.each([
    [
      'names that are no mapping',
      'names: armenian',
      'palimpsest.config.yaml:1:8: Unexpected "armenian" for names, expected a mapping',
    ],
    ['a configuration that is none', '- names', 'palimpsest.config.yaml:1:1: Unexpected list'],
    [
      'stages that are no mapping',
      'stages: none',
      'palimpsest.config.yaml:1:9: Unexpected "none" for stages, expected a mapping',
    ],
  ])('is not hidden by it: %s', async (_, yaml, message) => {
    expect(await messageOf(yaml, 'armenian')).toContain(message)
  })

  test('is a flag for a stage that is off', async () => {
    expect(await messageOf('stages: {canonicalize-names: false}', 'armenian')).toBe(
      '--names: the stage canonicalize-names is off in palimpsest.config.yaml; turn it on, or leave out --names',
    )
  })
})
