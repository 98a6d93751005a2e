/** The program as a whole: its version, its help, and what it makes of a command that there is not. */
import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {palimpsest} from './program.js'
import {makeFolder, spawned} from './spawned.js'

const commands = [
  ...['run', 'clean', 'diff', 'explain', 'verify', 'restore', 'names', 'names suggest', 'links', 'links check'],
  ...['stages', 'rules', 'schema'],
]
const {version} = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {version: string}

test('--version prints the version of the package', async () => {
  const {stdout, code} = await spawned(['--version'], {cwd: makeFolder()})
  expect([stdout, code]).toEqual([`palimpsest ${version}\n`, 0])
})

describe.each(commands)('the help of %s', (command) => {
  test('begins with what it does, as a sentence in the imperative, and lists no empty defaults', async () => {
    const {stdout, code} = await palimpsest([...command.split(' '), '--help'], {cwd: makeFolder()})
    expect(code).toBe(0)
    const [usage, description] = stdout.split('\n\n')
    expect(usage).toMatch(
      new RegExp(`^Usage: palimpsest ${command} \\[options\\](?: \\[command\\])?(?: [[<][A-Z:[\\]]+[\\]>])*$`),
    )
    expect(description).toMatch(/^[A-Z][a-z]+ [\s\S]*\.$/)
    expect(stdout).not.toContain('(default: [])')
  })

  test('says what its exit codes mean', async () => {
    const {stdout} = await palimpsest([...command.split(' '), '--help'], {cwd: makeFolder()})
    const codes = stdout.split('\n\n').find((paragraph) => paragraph.startsWith('Exit codes: 0 ')) ?? ''
    const words = codes.trim().replaceAll('\n', ' ')
    expect(words).toMatch(/; 2 .+\.$/)
    // What takes long may be stopped.
    expect(words.includes('; 130 when Ctrl-C stopped it')).toBe(command === 'run' || command === 'links check')
  })
})

test.each(['rnu', 'constructor', '__proto__'])(
  'the command %s, which there is not, is refused with exit code 2',
  async (name) => {
    const {stdout, stderr, code} = await palimpsest([name], {cwd: makeFolder()})
    expect([stdout, code]).toEqual(['', 2])
    expect(stderr).toContain(`Unknown command '${name}'`)
  },
)
