/** `--names PROFILE` of run and clean. How it stands over a configuration is tested in tests/config/override.test.ts. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {makeFolder, palimpsest} from './spawned.js'

const text = `The road to Shushi was closed for a week in May. ${'Nobody could say why the snow had come so late in the year. '.repeat(6)}\n`

test('clean writes the names of the profile', async () => {
  const cwd = makeFolder()
  const {stdout} = await palimpsest(['clean', '--names', 'armenian'], {cwd, input: text})
  expect(stdout).toContain('The road to Shushi was')
}, 120_000)

test('clean refuses a profile that there is not, before it reads the scrape', async () => {
  const {code, stdout, stderr} = await palimpsest(['clean', 'none.md', '--names', 'armenien'], {cwd: makeFolder()})
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toContain('--names: Unexpected "armenien", expected one of international, armenian, ')
}, 120_000)

test('run writes the names of the profile, and knows what a run with another one left', async () => {
  const cwd = makeFolder({'raw/a.md': text})
  const result = (): string => readFileSync(join(cwd, 'out/clean/a.md'), 'utf8')
  await palimpsest(['run', '--quiet'], {cwd})
  expect(result()).toContain('The road to Shusha was')
  await palimpsest(['run', '--quiet', '--names', 'armenian'], {cwd})
  expect(result()).toContain('The road to Shushi was')
}, 120_000)
