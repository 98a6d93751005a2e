/** A run may be killed at any moment: no file is ever torn, and the next run ends in the bytes of a run from nothing. */
import {readFileSync, writeFileSync} from 'node:fs'
import {hostname} from 'node:os'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {provenanceSchema} from '../../src/provenance/schema.js'
import {compressed, response} from '../containers/archive.js'
import {palimpsest} from './program.js'
import {article, filesBelow, makeFolder, putFiles, start} from './spawned.js'

const count = 200
const numbers = Array.from({length: count}, (_, n) => n)

/** Raws of the stories of some numbers, by how they come. */
const raws: Readonly<Record<string, (shift: number) => Record<string, string | Uint8Array>>> = {
  files: (shift) => Object.fromEntries(numbers.map((n) => [`raw/${n % 7}/${n}.txt`, article(n + shift)])),
  'JSON lines': (shift) => ({
    'raw/all.jsonl': numbers.map((n) => `${JSON.stringify({id: `s${n}`, text: article(n + shift)})}\n`).join(''),
  }),
  'an archive': (shift) => ({
    'raw/all.warc.gz': compressed(
      numbers.map((n) => response(n + 1, article(n + shift), {http: {'Content-Type': 'text/plain'}})),
    ),
  }),
}
const documents = raws['files']!(0)

describe.each([
  ['files', 'files', 14],
  ['JSON lines', 'files', 12],
  ['an archive', 'jsonl', 12],
  ['JSON lines', 'parquet', 12],
] as const)('raws in %s, results as %s', (from, format, kills) => {
  test(`killed ${kills} times, a run is completed to the bytes of one from nothing`, async () => {
    const make = raws[from]!
    const config = {'palimpsest.config.yaml': `format: ${format}\nshards: {size: 32kB, gzip: true}\n`}
    const cwd = makeFolder({...make(0), ...config})
    await palimpsest(['run', 'raw', 'fresh'], {cwd})
    const expected = filesBelow(join(cwd, 'fresh'))
    let killed = 0
    let midway = 0
    for (let attempt = 0; attempt < kills; attempt++) {
      // From the middle on there is an older output to be replaced.
      if (attempt === Math.floor(kills / 2)) {
        putFiles(cwd, make(1))
        await palimpsest(['run'], {cwd})
        putFiles(cwd, make(0))
      }
      const [child, ended] = start(['run'], {cwd})
      const changes = (): number => Object.values(tryFilesBelow(join(cwd, 'out'))).length
      // The first kills come by the clock, the others once so many more files stand there as chance (a fixed one) says.
      if (attempt % 3 === 0 || format !== 'files') await pause(150 + ((attempt * 173) % 1900))
      else {
        const before = changes()
        const wanted = before + 1 + ((attempt * 37) % 90)
        // On a busy machine it takes its time, so the wait ends with the run, not with a clock.
        let isOver = false
        void ended.then(() => {
          isOver = true
        })
        while (!isOver && changes() < wanted) await pause(5)
      }
      child.kill('SIGKILL')
      if ((await ended).signal === 'SIGKILL') killed++
      const left = tryFilesBelow(join(cwd, 'out'))
      if (Object.keys(left).length > 1 && !left['manifest.jsonl']) midway++
      for (const [path, content] of Object.entries(left)) {
        if (path.startsWith('provenance/') && path.endsWith('.json')) {
          provenanceSchema.parse(JSON.parse(Buffer.from(content, 'latin1').toString()))
        }
      }
    }
    // Otherwise nothing was tested.
    expect(killed).toBeGreaterThan(kills / 3)
    if (format === 'files') expect(midway).toBeGreaterThan(1)
    const {code, stderr} = await palimpsest(['run'], {cwd})
    expect([code, stderr]).toEqual([0, ''])
    expect(filesBelow(join(cwd, 'out'))).toEqual(expected)
    expect((await palimpsest(['verify', '--quiet'], {cwd})).code).toBe(0)
  }, 600_000)
})

test.runIf(process.platform !== 'win32').each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  'stopped by %s, it ends by that signal and leaves no lock behind',
  async (signal) => {
    const cwd = makeFolder(documents)
    const [child, ended] = start(['run'], {cwd})
    const files = (): string[] => Object.keys(tryFilesBelow(join(cwd, 'out')))
    for (let waited = 0; waited < 30_000 && files().length < 8; waited += 5) await pause(5)
    child.kill(signal)
    expect((await ended).signal).toBe(signal)
    expect(files().filter((path) => path.includes('lock'))).toEqual([])
    expect(files()).not.toContain('manifest.jsonl')
  },
)

test('two runs at once on one OUT: the second says so and stops', async () => {
  const cwd = makeFolder(documents)
  const [, first] = start(['run'], {cwd})
  while (!tryFilesBelow(join(cwd, 'out'))['.palimpsest.lock']) await pause(2)
  const second = await palimpsest(['run'], {cwd})
  expect([second.code, second.stderr]).toEqual([2, expect.stringMatching(/Another run \(process \d+\)/)])
  expect((await first).code).toBe(0)
  expect(filesBelow(join(cwd, 'out'))).not.toHaveProperty(['.palimpsest.lock'])
})

test.each([
  ['of a process that is gone', JSON.stringify({pid: 2 ** 22 + 1, host: hostname()})],
  ['of an earlier process of the same number', JSON.stringify({pid: process.pid, host: hostname(), started: '1'})],
  ['that is torn', '{"pid":'],
])('a lock %s is taken over', async (_, lock) => {
  const cwd = makeFolder({'raw/a.txt': article(1), 'out/.palimpsest.lock': lock})
  expect((await palimpsest(['run'], {cwd})).code).toBe(0)
  expect(filesBelow(join(cwd, 'out'))).not.toHaveProperty(['.palimpsest.lock'])
})

test('a lock of another machine is respected, and the message says what to remove', async () => {
  const cwd = makeFolder({'raw/a.txt': article(1)})
  const lock = JSON.stringify({pid: 1, host: 'elsewhere'})
  putFiles(cwd, {'out/.palimpsest.lock': lock})
  const {code, stderr} = await palimpsest(['run'], {cwd})
  expect([code, stderr]).toEqual([2, expect.stringMatching(/on elsewhere.*remove .*\.palimpsest\.lock/)])
  expect(readFileSync(join(cwd, 'out/.palimpsest.lock'), 'utf8')).toBe(lock)
})

test('what a killed run left half-written goes, what others left stays', async () => {
  const cwd = makeFolder({'raw/a.txt': article(1)})
  await palimpsest(['run'], {cwd})
  const before = filesBelow(join(cwd, 'out'))
  writeFileSync(join(cwd, 'out/clean/.palimpsest-00000000-0000-4000-8000-000000000000.tmp'), 'torn')
  putFiles(cwd, {'out/clean/.theirs.tmp': 'x', 'out/clean/notes.md': 'x', 'out/.palimpsest-theirs': 'x'})
  await palimpsest(['run'], {cwd})
  const theirs = {'clean/.theirs.tmp': 'x', 'clean/notes.md': 'x', '.palimpsest-theirs': 'x'}
  expect(filesBelow(join(cwd, 'out'))).toEqual({...before, ...theirs})
})

/** As `filesBelow`, while a run is at work: files may go while we look. */
function tryFilesBelow(folder: string): Record<string, string> {
  try {
    return filesBelow(folder)
  } catch {
    return {}
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
