/** What goes wrong with a container, or with a document in one, costs no more than it must. */
import {execFileSync} from 'node:child_process'
import {chmodSync, mkdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'
import {describe, expect, onTestFinished, test} from 'vitest'
import {palimpsest} from './program.js'
import {article, filesBelow, makeFolder, manifestOf, spawned} from './spawned.js'

const line = (id: string, text: string): string => `${JSON.stringify({id, text})}\n`
const alone = 'stages: {drop-corpus-repeats: false}\n'

/** Verdicts by id. */
const verdictsOf = (cwd: string): Record<string, string> =>
  Object.fromEntries(Object.entries(manifestOf(join(cwd, 'out'))).map(([id, {verdict}]) => [id, verdict]))

const soundly = {code: 0, stdout: '', stderr: ''}

test('a worker that ends, hangs or runs out of memory costs the record that it was at', async () => {
  const trap = `
    const traps = {
      loop() { for (;;) {} },
      memory() { const hoard = []; for (;;) hoard.push(new Array(100_000).fill(hoard.length)) },
      exit() { process.exit(3) },
    }
    export default {
      id: 'trap', version: 1, description: 'Goes wrong where it is told to.', rules: [],
      run: (document) => { traps[/trap-([a-z]+)/.exec(document.text)?.[1]]?.(); return {edits: []} },
    }`
  const names = ['exit', 'one', 'loop', 'two', 'memory', 'three', 'exit-again', 'four']
  const isTrap = (name: string): boolean => /^(?:exit|loop|memory)/.test(name)
  const lines = names.map((name, index) => line(name, article(index) + (isTrap(name) ? `\ntrap-${name}\n` : '')))
  const cwd = makeFolder({
    'palimpsest.config.yaml': `${alone}limits: {deadline: 4s, memory: 96MB}\ncustomStages: [{module: ./trap.mjs, after: collapse-whitespace}]\n`,
    'trap.mjs': trap,
    'raw/all.jsonl': lines.join(''),
    'raw/all.ndjson.gz': gzipSync(lines.slice(0, 2).join('')),
  })
  expect((await spawned(['run', '--concurrency=2'], {cwd})).code).toBe(1)
  const verdicts = verdictsOf(cwd)
  expect(Object.keys(verdicts)).toHaveLength(names.length + 2)
  for (const [id, verdict] of Object.entries(verdicts)) {
    expect([id, verdict]).toEqual([id, isTrap(id.split('/')[1]!) ? 'failed' : 'clean'])
  }
  expect(await palimpsest(['verify', '--quiet'], {cwd})).toEqual(soundly)
}, 300_000)

describe('a container that changes while it is read', () => {
  /** A stage that does something to the files once, when it comes to a text that asks for it. */
  const meddler = (deed: string): string => `
    import {appendFileSync, existsSync, mkdirSync, rmSync, truncateSync, writeFileSync} from 'node:fs'
    import {join} from 'node:path'
    const raw = join(import.meta.dirname, 'raw'), mark = join(import.meta.dirname, 'done')
    export default {
      id: 'meddler', version: 1, description: 'Changes a raw.', rules: [],
      run(document) {
        if (document.text.includes('meddle now') && !existsSync(mark)) { writeFileSync(mark, ''); ${deed} }
        return {edits: []}
      },
    }`
  const footer =
    'The Gazette of Novaville, founded in 1893, is printed on the hill above the river, and is read by all.'
  const words = 'river stone market letter winter engine garden captain silver morning harbour window'.split(' ')
  /** Texts that share nothing but the line at their foot, so that something is decided upon each. */
  const text = (seed: number): string => {
    const sentence = (part: number): string =>
      `${Array.from({length: 14}, (_, at) => `${words[(seed * 5 + part * 7 + at * at) % 12]}${(seed * 131 + part * 17 + at) % 997}`).join(' ')}.`
    return `# Story ${seed}\n\n${[0, 1, 2].map((part) => `${sentence(part)} ${sentence(part + 9)}`).join('\n\n')}\n\n${footer}\n`
  }
  const linesOf = (from: number, to: number, last = ''): string =>
    Array.from({length: to - from}, (_, index) => {
      const number = from + index
      const body = text(number) + (number === to - 1 ? last : '')
      return `${JSON.stringify({id: `s${number}`, text: body, url: `https://gazette.example.org/${number}`})}\n`
    }).join('')

  /** Run while a stage does something, twice; gives what became of the documents in the first run. */
  async function meddle(deed: string, kind: 'jsonl' | 'jsonl.gz' = 'jsonl'): Promise<Record<string, string>> {
    const content = (lines: string): string | Uint8Array => (kind === 'jsonl' ? lines : gzipSync(lines))
    const cwd = makeFolder({
      'palimpsest.config.yaml': 'customStages: [{module: ./meddler.mjs, before: drop-corpus-repeats}]\n',
      'meddler.mjs': meddler(deed),
      [`raw/a.${kind}`]: content(linesOf(0, 14)),
      [`raw/b.${kind}`]: content(linesOf(14, 28, '\nmeddle now\n')),
    })
    const {code, stderr} = await spawned(['run', '--concurrency=1'], {cwd})
    expect(stderr).not.toContain('unexpected error')
    expect(stderr).not.toMatch(/\n +at /)
    const verdicts = verdictsOf(cwd)
    expect(code).toBe(Object.values(verdicts).includes('failed') ? 1 : 0)
    // The next run mends what can be mended, and ends as one from nothing.
    const again = await palimpsest(['run', '--quiet', '--prune'], {cwd})
    expect(again.code).toBe(Object.values(verdictsOf(cwd)).includes('failed') ? 1 : 0)
    await palimpsest(['run', '--quiet', 'raw', 'fresh'], {cwd})
    expect(readFileSync(join(cwd, 'out/manifest.jsonl'), 'utf8')).toBe(
      readFileSync(join(cwd, 'fresh/manifest.jsonl'), 'utf8'),
    )
    expect(await palimpsest(['verify', '--quiet'], {cwd})).toMatchObject({code: 0, stderr: ''})
    return verdicts
  }

  const ofContainer = (verdicts: Record<string, string>, name: string): string[] =>
    Object.entries(verdicts).flatMap(([id, verdict]) => (id.startsWith(`${name}/`) ? [verdict] : []))
  const allClean = Array.from({length: 14}, () => 'clean')

  test.each<[string, string]>([
    ['vanishes', `rmSync(join(raw, 'a.jsonl'))`],
    ['is emptied', `truncateSync(join(raw, 'a.jsonl'), 0)`],
    ['becomes a folder', `rmSync(join(raw, 'a.jsonl')); mkdirSync(join(raw, 'a.jsonl'))`],
    ['becomes another', `writeFileSync(join(raw, 'a.jsonl'), '{"id":"other","text":"Other."}\\n')`],
  ])(
    'one that %s costs its own records, and no other',
    async (_, deed) => {
      const verdicts = await meddle(deed)
      expect(ofContainer(verdicts, 'a')).toEqual(allClean.map(() => 'failed'))
      expect(ofContainer(verdicts, 'b')).toEqual(allClean)
    },
    120_000,
  )

  test('one that is cut off costs what is gone', async () => {
    const verdicts = await meddle(`truncateSync(join(raw, 'a.jsonl'), ${linesOf(0, 10).length})`)
    expect(ofContainer(verdicts, 'a')).toEqual(allClean.map((_, index) => (index < 10 ? 'clean' : 'failed')))
    expect(ofContainer(verdicts, 'b')).toEqual(allClean)
  }, 120_000)

  test('one that grows costs nothing', async () => {
    const verdicts = await meddle(`appendFileSync(join(raw, 'a.jsonl'), ${JSON.stringify(linesOf(40, 41))})`)
    expect(ofContainer(verdicts, 'a')).toEqual(allClean)
    expect(ofContainer(verdicts, 'b')).toEqual(allClean)
  }, 120_000)

  test('one that is compressed and cut off costs its own records at most', async () => {
    const verdicts = await meddle(`truncateSync(join(raw, 'a.jsonl.gz'), 300)`, 'jsonl.gz')
    expect(ofContainer(verdicts, 'a')).toContain('failed')
    expect(ofContainer(verdicts, 'b')).toEqual(allClean)
  }, 120_000)
})

test('a container that is a folder is one, and one that cannot be read fails alone', async () => {
  const cwd = makeFolder({
    'palimpsest.config.yaml': alone,
    'raw/closed.jsonl': line('a', article(1)),
    'raw/folder.jsonl/inside.txt': article(2),
    'raw/good.jsonl': line('b', article(3)),
  })
  mkdirSync(join(cwd, 'raw/empty.warc.gz'))
  chmodSync(join(cwd, 'raw/closed.jsonl'), 0)
  const {code} = await palimpsest(['run'], {cwd})
  // The superuser may read everything.
  const isClosed = process.getuid?.() !== 0
  expect(code).toBe(isClosed ? 1 : 0)
  expect(verdictsOf(cwd)).toEqual({
    ...(isClosed ? {'closed/~1~end': 'failed'} : {'closed/a': 'clean'}),
    'folder.jsonl/inside': 'clean',
    'good/b': 'clean',
  })
})

test('a line that is far too long costs itself', async () => {
  const long = `{"id":"long","text":"${'word '.repeat(2_000_000)}"}\n`
  const cwd = makeFolder({
    'palimpsest.config.yaml': `${alone}limits: {bytes: 1MB}\n`,
    'raw/a.jsonl': line('one', article(1)) + long + line('two', article(2)),
    'raw/b.jsonl.gz': gzipSync(line('one', article(3)) + long + line('two', article(4))),
  })
  const {code, stderr} = await palimpsest(['run'], {cwd})
  expect([code, stderr]).toEqual([
    1,
    expect.stringMatching(/a\.jsonl, record 2: is larger than 1MB; raise limits\.bytes/),
  ])
  const one = {one: 'clean', '~2': 'failed', two: 'clean'}
  expect(verdictsOf(cwd)).toEqual(
    Object.fromEntries(
      ['a', 'b'].flatMap((name) => Object.entries(one).map(([id, verdict]) => [`${name}/${id}`, verdict])),
    ),
  )
})

test('a member that is corrupt in the middle costs itself, and is told', async () => {
  const zips = [0, 1, 2].map((part) =>
    gzipSync(line(`a${part}`, article(2 * part)) + line(`b${part}`, article(2 * part + 1))),
  )
  zips[1]!.fill(0xff, zips[1]!.length >> 1, (zips[1]!.length >> 1) + 20)
  const cwd = makeFolder({'palimpsest.config.yaml': alone, 'raw/a.jsonl.gz': Buffer.concat(zips)})
  const {code, stderr} = await palimpsest(['run'], {cwd})
  expect([code, stderr]).toEqual([1, expect.stringMatching(/gzip data that begin at byte \d+ of the file/)])
  const verdicts = verdictsOf(cwd)
  for (const id of ['a/a0', 'a/b0', 'a/a2', 'a/b2']) expect([id, verdicts[id]]).toEqual([id, 'clean'])
  for (const id of ['a/a1', 'a/b1']) expect([id, verdicts[id]]).not.toEqual([id, 'clean'])
})

test('a disk that is full while the corpus waits in the journal ends the run, and the next completes it', async () => {
  // More than is kept in memory of what waits.
  const text = (number: number): string =>
    Array.from(
      {length: 6000},
      (_, at) => `Line ${at} of text ${number} says ${number * 7919 + at * 31} and no more.`,
    ).join('\n\n')
  const lines = Array.from({length: 60}, (_, number) => line(`s${number}`, text(number)))
  const cwd = makeFolder({'palimpsest.config.yaml': 'format: jsonl\n', 'raw/a.jsonl': lines.join('')})
  mkdirSync(join(cwd, 'disk'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', join(cwd, 'disk')], {stdio: 'pipe'})
  } catch {
    // Only the superuser may mount, and not everywhere.
    return
  }
  onTestFinished(() => void execFileSync('umount', [join(cwd, 'disk')]))
  const stages = ['--only-stage', 'decode', '--only-stage', 'drop-corpus-repeats']
  const {code, stderr} = await palimpsest(['run', ...stages, 'raw', 'disk/out'], {cwd})
  // No shard is begun before all that waits is known.
  expect([code, stderr]).toEqual([
    2,
    expect.stringMatching(/Cannot write .*disk\/out\/\.palimpsest-\S+\.tmp: .*ENOSPC.*make room and run again/),
  ])
  expect(Object.keys(filesBelow(join(cwd, 'disk/out'), true)).filter((path) => /\.(?:tmp|lock)/.test(path))).toEqual([])
  execFileSync('mount', ['-o', 'remount,size=200m', join(cwd, 'disk')])
  expect((await palimpsest(['run', ...stages, 'raw', 'disk/out'], {cwd})).code).toBe(0)
  await palimpsest(['run', ...stages, 'raw', 'fresh'], {cwd})
  expect(filesBelow(join(cwd, 'disk/out'))).toEqual(filesBelow(join(cwd, 'fresh')))
}, 300_000)
