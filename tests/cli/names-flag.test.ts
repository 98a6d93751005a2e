/** `--names PROFILE` of run and clean: it stands for names.profile, whatever the configuration says. */
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeEach, describe, expect, test} from 'vitest'
import {makeFolder, palimpsest} from './spawned.js'

const text = `The road to Shushi was closed for a week in May. ${'Nobody could say why the snow had come so late in the year. '.repeat(6)}\n`
let cwd = ''
beforeEach(() => {
  cwd = makeFolder({'raw/a.md': text})
})
const configure = (yaml: string): void => writeFileSync(join(cwd, 'palimpsest.config.yaml'), yaml)
const clean = (...args: string[]) =>
  palimpsest(['clean', 'raw/a.md', '--skip-stage', 'write-front-matter', ...args], {cwd})

describe('clean', () => {
  test('writes the names of the profile', async () => {
    expect((await clean()).stdout).toContain('The road to Shusha was')
    expect((await clean('--names', 'armenian')).stdout).toContain('The road to Shushi was')
  })

  test('has it over the configuration, written either way', async () => {
    for (const yaml of [
      'names: {profile: armenian}',
      'stages: {canonicalize-names: {profile: armenian, metadata: false}}',
    ]) {
      configure(yaml)
      expect((await clean()).stdout).toContain('The road to Shushi was')
      expect((await clean('--names', 'international')).stdout).toContain('The road to Shusha was')
    }
  })

  test('knows the profiles of the configuration', async () => {
    configure('names: {profiles: {house: {forms: {az-sus: Shoushi}}}}')
    expect((await clean('--names', 'house')).stdout).toContain('The road to Shoushi was')
  })

  test('refuses a profile that there is not, and says so of the flag', async () => {
    configure('names:\n  profile: armenian\n')
    const {code, stderr, stdout} = await clean('--names', 'armenien')
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toBe(
      'palimpsest: --names: Unexpected "armenien", expected one of international, armenian, azerbaijani, same-tradition, annotate; did you mean "armenian"?\n',
    )
  })

  test('tells what is wrong in the configuration before that', async () => {
    configure('limits: {deadline: 30}\n')
    const {code, stderr} = await clean('--names', 'armenien')
    expect(code).toBe(2)
    expect(stderr).toContain('palimpsest.config.yaml:1:20: Unexpected 30 for limits.deadline')
  })

  test('refuses it where the stage is off', async () => {
    configure('stages: {canonicalize-names: false}')
    const {code, stderr} = await clean('--names', 'armenian')
    expect(code).toBe(2)
    expect(stderr).toBe(
      'palimpsest: --names: the stage canonicalize-names is off in palimpsest.config.yaml; turn it on, or leave out --names\n',
    )
  })
})

describe('run', () => {
  test('works on every document anew, since the profile is part of what a result depends on', async () => {
    const statuses = async (...args: string[]): Promise<string[]> => {
      const {stdout} = await palimpsest(['run', '--json', ...args], {cwd})
      return (JSON.parse(stdout) as {documents: {status: string}[]}).documents.map(({status}) => status)
    }
    const first = await statuses()
    expect(await statuses('--names', 'international')).not.toEqual(first)
    expect(await statuses('--names', 'armenian')).toEqual(first)
    expect(readFileSync(join(cwd, 'out/clean/a.md'), 'utf8')).toContain('The road to Shushi was')
  })

  test('prints it with the configuration', async () => {
    const {stdout} = await palimpsest(['run', '--print-config', '--json', '--names', 'annotate'], {cwd})
    const config = JSON.parse(stdout) as {stages: Record<string, {profile: string}>}
    expect(config.stages['canonicalize-names']!.profile).toBe('annotate')
  })
})
