/** The exit codes that help and README promise, for each command: 0 fine, 1 findings or failed documents, 2 a wrong call. */
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {palimpsest} from './program.js'
import {article, makeFolder, spawned} from './spawned.js'

const files = {
  'raw/a.txt': article(1),
  'raw/b.txt': article(2),
  'empty/x/.keep': '',
  'page.txt': article(3),
  'binary.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
  'bad.yaml': 'stagse: 1\n',
}

type Call = [argv: string, code: 0 | 1 | 2]

/** Calls on results that are sound, and on those of which one clean text was changed and one raw failed. */
const sound: Call[] = [
  ['', 2],
  ['--help', 0],
  ['help run', 0],
  ['no-such-command', 2],
  ['run', 0],
  ['run --check', 0],
  ['run --dry-run', 0],
  ['run --print-config', 0],
  ['run nowhere out2', 2],
  ['run --config bad.yaml', 2],
  ['run --check --dry-run', 2],
  ['clean page.txt', 0],
  ['clean binary.png', 1],
  ['clean nowhere.txt', 2],
  ['clean page.txt --only-stage nothing', 2],
  ['clean page.txt --config bad.yaml', 2],
  ['diff', 0],
  ['diff a', 0],
  ['diff nothing', 2],
  ['diff a --stage nothing', 2],
  ['diff --out empty', 2],
  ['diff --rule final-newline', 0],
  ['diff --rule no-such-rule', 2],
  ['diff --class nothing', 2],
  ['diff --against out', 0],
  ['diff --against out --exit-code', 0],
  ['diff --against empty', 2],
  ['explain a:1', 0],
  ['explain a', 2],
  ['explain a:999', 2],
  ['verify', 0],
  ['verify --list', 0],
  ['verify empty', 2],
  ['restore a', 0],
  ['restore', 2],
  ['restore nothing', 2],
  ['restore a --to page.txt', 2],
  ['restore --all --to again', 0],
  ['stages', 0],
  ['stages --config bad.yaml', 2],
  ['rules', 0],
  ['rules no-such-rule', 2],
  ['rules --stats', 0],
  ['rules --stats --rule no-such-rule', 2],
  ['rules --sort hits', 2],
  ['schema manifest', 0],
  ['schema nothing', 2],
]
const damaged: Call[] = [
  ['run --check', 1],
  ['diff a', 1],
  ['diff c', 2],
  ['diff --rule final-newline', 1],
  ['rules --stats', 1],
  ['explain a:1', 1],
  ['explain c:1', 2],
  ['verify', 1],
  ['restore a', 1],
  ['restore c', 1],
  ['restore --all --to again', 1],
  ['run', 1],
]

describe.each([
  ['sound results', sound, 0],
  ['damaged results', damaged, 1],
] as const)('%s', (_, calls, firstCode) => {
  async function makeResults(): Promise<string> {
    const cwd = makeFolder(files)
    if (firstCode === 1) writeFileSync(join(cwd, 'raw/c.png'), files['binary.png'])
    expect((await palimpsest(['run', '--quiet'], {cwd})).code).toBe(firstCode)
    if (firstCode === 1) writeFileSync(join(cwd, 'out/clean/a.md'), 'Another text.\n')
    return cwd
  }

  test('every call exits as it is documented', async () => {
    const cwd = await makeResults()
    for (const [argv, code] of calls) {
      const outcome = await palimpsest(argv.split(' ').filter(Boolean), {cwd})
      expect([argv, outcome.code]).toEqual([argv, code])
      // Whatever is not fine is said on one of the two, and no error is a stack.
      expect(outcome.stdout + outcome.stderr, argv).not.toBe('')
      expect(outcome.stderr, argv).not.toContain('unexpected error')
      if (code === 2) expect(outcome.stdout, argv).toBe('')
    }
  })

  test('a process ends with the code of its call', async () => {
    const cwd = await makeResults()
    // The first call of each code.
    for (const [argv, code] of new Map(calls.toReversed().map((call) => [call[1], call])).values()) {
      expect([argv, (await spawned(argv.split(' ').filter(Boolean), {cwd})).code]).toEqual([argv, code])
    }
  })
})
