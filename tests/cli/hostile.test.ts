/**
 * Bad input never takes a run down: the bad document is reported with a reason, the others come out. Which of the hostile
 * texts come out clean is the stages' business; that each of them ends, and is accounted for, is tested here.
 */
import {execFileSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {chmodSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, unlinkSync} from 'node:fs'
import {createServer} from 'node:net'
import {join} from 'node:path'
import {beforeAll, describe, expect, onTestFinished, test} from 'vitest'
import {type Outcome, palimpsest} from './program.js'
import {article, filesBelow, makeFolder, manifestOf, putFiles, spawned, start, temporaryFolder} from './spawned.js'

const good = {'raw/good.txt': article(1)}

/** Run over a good document and hostile ones; the good one always comes out, and what comes out is proved by verify. */
async function survive(files: Record<string, string | Uint8Array>, config?: string): Promise<Survivors> {
  const cwd = makeFolder({...good, ...files, ...(config && {'palimpsest.config.yaml': config})})
  return {cwd, ...(await outcomeOf(cwd))}
}

async function outcomeOf(cwd: string): Promise<Omit<Survivors, 'cwd'>> {
  const outcome = await palimpsest(['run'], {cwd})
  const documents = manifestOf(join(cwd, 'out'))
  expect(documents['good']?.verdict).toBe('clean')
  const {stdout, code} = await palimpsest(['verify'], {cwd})
  if (!Object.values(documents).some(({verdict}) => verdict === 'failed')) expect([stdout, code]).toEqual([stdout, 0])
  return {outcome, documents}
}

/** Run once over texts that stand in one folder, and give what became of the one of a name. */
function surviveTogether(texts: readonly (readonly [name: string, text: string | Uint8Array])[], config?: string) {
  let survivors: Omit<Survivors, 'cwd'>
  beforeAll(async () => {
    const files = texts.map(([, text], index) => [`raw/hostile-${index}.txt`, text] as const)
    const folder = temporaryFolder({
      ...good,
      ...Object.fromEntries(files),
      ...(config && {'palimpsest.config.yaml': config}),
    })
    try {
      survivors = await outcomeOf(folder)
    } finally {
      rmSync(folder, {recursive: true})
    }
  }, 300_000)
  return (name: string) => {
    const id = `hostile-${texts.findIndex(([other]) => other === name)}`
    const {outcome, documents} = survivors
    const said = outcome.stderr.split('\n').filter((line) => line.includes(`${id}.txt`))
    return {document: documents[id], said, outcome}
  }
}

interface Survivors {
  readonly cwd: string
  readonly outcome: Outcome
  readonly documents: ReturnType<typeof manifestOf>
}

describe('content', () => {
  test('an empty file is suspect, not failed', async () => {
    const {cwd, outcome, documents} = await survive({'raw/empty.txt': '', 'raw/blank.txt': ' \n\n\t\n'})
    expect(outcome.code).toBe(0)
    for (const id of ['empty', 'blank']) {
      expect(documents[id]).toMatchObject({verdict: 'suspect', reasons: ['the raw holds no words']})
    }
    expect(readFileSync(join(cwd, 'out/clean/empty.md'), 'utf8').trim()).toBe('')
  })

  test('a file of debris alone is suspect', async () => {
    const text = 'Share on Facebook\n\nTweet\n\nLeave a comment\n\nLog in\n'
    const {outcome, documents} = await survive({'raw/debris.txt': text})
    expect(outcome.code).toBe(0)
    expect(documents['debris']?.verdict).toBe('suspect')
  })

  test('a binary file fails', async () => {
    const png = Uint8Array.from({length: 5000}, (_, index) => (index * 7919 + (index >> 3)) % 256)
    png.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d])
    const {cwd, outcome, documents} = await survive({'raw/picture.txt': png})
    expect(outcome.code).toBe(1)
    expect(documents['picture']?.verdict).toBe('failed')
    expect(outcome.stderr).toMatch(/^palimpsest: failed {2}picture\.txt: .+/m)
    expect(existsSync(join(cwd, 'out/clean/picture.md'))).toBe(false)
  })

  const russian = 'Сегодня в городе прошла встреча министров, на которой говорили о новых дорогах и мостах. '.repeat(5)
  describe('in an odd encoding', () => {
    const texts: [string, Uint8Array][] = [
      ['invalid UTF-8', Buffer.concat([Buffer.from(`${article(2)}caf`), Buffer.from([0xe9, 0xff, 0xc0, 0x80, 10])])],
      ['UTF-16 LE', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(article(2), 'utf16le')])],
      ['UTF-16 BE', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(article(2), 'utf16le').swap16()])],
      ['windows-1251', Uint8Array.from([...russian].map((character) => windows1251(character)))],
      ['NUL bytes', Buffer.from(article(2).replaceAll('. ', '.\0 '))],
      ['a byte order mark and CRLF', Buffer.from(`\ufeff${article(2).replaceAll('\n', '\r\n')}`)],
      ['lone surrogates and characters beyond the basic plane', Buffer.from(`${article(2)}😀 \ud800 𝒳\n`)],
    ]
    const outcomeFor = surviveTogether(texts)

    test.each(texts)('%s comes out or fails with a reason', (name) => {
      const {document, said, outcome} = outcomeFor(name)
      expect(document).toBeDefined()
      expect(said).toHaveLength(document?.verdict === 'failed' ? 1 : 0)
      expect(outcome.stderr).not.toContain('unexpected error')
    })

    test('the run exits with 1 where one failed', () => {
      const documents = texts.map(([name]) => outcomeFor(name).document)
      const hasFailures = documents.some((document) => document?.verdict === 'failed')
      expect(outcomeFor('NUL bytes').outcome.code).toBe(hasFailures ? 1 : 0)
    })
  })

  describe('of too much', () => {
    const texts: [string, string][] = [
      ['100,000 nested quotes', `${'>'.repeat(100_000)} deep\n`],
      ['100,000 lines of deeper quotes', Array.from({length: 1000}, (_, n) => `${'> '.repeat(n)}deep`).join('\n')],
      ['deep lists', Array.from({length: 1500}, (_, n) => `${'  '.repeat(n)}- deep`).join('\n')],
      ['open brackets', '['.repeat(50_000)],
      ['open links', '[a]('.repeat(30_000)],
      ['emphasis marks', '*a _b '.repeat(30_000)],
      ['backticks', Array.from({length: 1500}, (_, n) => '`'.repeat(n)).join(' ')],
      ['table pipes', `${'|a'.repeat(5_000)}\n${'|-'.repeat(5_000)}\n${'|b\n'.repeat(2_000)}`],
      ['open tags', '<div>'.repeat(30_000)],
      ['an HTML page of open tags', `<!doctype html><html><body>${'<div><b>'.repeat(20_000)}text</body></html>`],
      ['spaces', `a${' '.repeat(500_000)}b\n`],
      ['blank lines', `a${'\n'.repeat(500_000)}b\n`],
      ['blank lines behind a fence in a long quote', `${'> a\n'.repeat(20_000)}> \`\`\`\n>\n${'\n'.repeat(20_000)}b\n`],
      ['one long word', 'a'.repeat(1_000_000)],
      ['ampersands', '&amp'.repeat(100_000)],
      ['definitions', Array.from({length: 5000}, (_, n) => `[a${n}]: /b${n}\n\n[a${n}]`).join('\n\n')],
    ]
    const outcomeFor = surviveTogether(texts, 'limits:\n  deadline: 15s\n')

    test.each(texts)('%s: accounted for before the deadline', (name) => {
      const {document, said, outcome} = outcomeFor(name)
      expect(outcome.stderr).not.toContain('unexpected error')
      expect(document).toBeDefined()
      // That it failed is allowed by the model, but none of these should: linear means linear.
      expect(said).toEqual([])
    })
  })

  test('a line of 50 MB ends within the limit of size, and is refused with advice above it', async () => {
    const {cwd, outcome} = await survive({'raw/long.txt': 'word '.repeat(10_000_000)}, 'limits: {bytes: 60MB}')
    expect(outcome.stderr).not.toContain('unexpected error')
    putFiles(cwd, {'palimpsest.config.yaml': 'limits: {bytes: 20MB}'})
    const {code, stderr} = await palimpsest(['run'], {cwd})
    expect([code, stderr]).toEqual([1, expect.stringMatching(/larger than 20MB; raise limits\.bytes/)])
  }, 600_000)
})

describe('files', () => {
  test('what is no regular file fails unopened', async () => {
    const cwd = makeFolder(good)
    execFileSync('mkfifo', [join(cwd, 'raw/pipe.txt')])
    const server = createServer().listen(join(cwd, 'raw/socket.txt'))
    onTestFinished(() => void server.close())
    const {code, stderr} = await palimpsest(['run'], {cwd})
    expect(code).toBe(1)
    expect(stderr).toContain('pipe.txt: is a named pipe, not a regular file')
    expect(stderr).toContain('socket.txt: is a socket, not a regular file')
    expect(manifestOf(join(cwd, 'out'))['good']?.verdict).toBe('clean')
  })

  test('links: followed to files inside RAW, not to folders; refused where they lead out or nowhere', async () => {
    const cwd = makeFolder({...good, 'raw/sub/inner.txt': article(2), 'secret.txt': 'keep out', 'raw-too/x.txt': 'x'})
    const links = {
      'linked.txt': 'sub/inner.txt',
      'out.txt': '../secret.txt',
      'absolute.txt': join(cwd, 'secret.txt'),
      sibling: '../raw-too',
      'nowhere.txt': 'gone',
      'circle.txt': 'circle.txt',
      loop: '.',
      'sub/up': '..',
    }
    for (const [name, target] of Object.entries(links)) symlinkSync(target, join(cwd, 'raw', name))
    const {code, stderr} = await palimpsest(['run'], {cwd})
    const documents = manifestOf(join(cwd, 'out'))
    expect(code).toBe(1)
    expect(Object.entries(documents).map(([id, {verdict}]) => [id, verdict])).toEqual([
      ['absolute', 'failed'],
      ['circle', 'failed'],
      ['good', 'clean'],
      ['linked', 'clean'],
      ['nowhere', 'failed'],
      ['out', 'failed'],
      ['sibling', 'failed'],
      ['sub/inner', 'clean'],
    ])
    expect(documents['out']?.reasons[0]).toContain('leads out of the raw folder')
    expect(documents['sibling']?.reasons[0]).toContain('leads out of the raw folder')
    expect(documents['nowhere']?.reasons).toEqual(['is a symbolic link to nothing'])
    expect(stderr).not.toContain('keep out')
  })

  test('a file that cannot be read fails', async () => {
    const cwd = makeFolder({...good, 'raw/closed.txt': article(2)})
    chmodSync(join(cwd, 'raw/closed.txt'), 0)
    const {code, stderr} = await palimpsest(['run'], {cwd})
    const {verdict} = manifestOf(join(cwd, 'out'))['closed']!
    // The superuser may read everything.
    if (process.getuid?.() === 0) expect([code, verdict]).toEqual([0, 'clean'])
    else expect([code, verdict, stderr]).toEqual([1, 'failed', expect.stringContaining('permission denied')])
  })

  test('a file that vanishes during the run fails; its earlier output stands', async () => {
    const many = Object.fromEntries(Array.from({length: 400}, (_, n) => [`raw/a${n}.txt`, article(n)]))
    const cwd = makeFolder({...many, 'raw/zz.txt': article(1)})
    expect((await palimpsest(['run', '--only', 'zz.txt'], {cwd})).code).toBe(0)
    const [, ended] = start(['run', '--concurrency', '1'], {cwd})
    // The folder has been listed once anything is written; the last file's turn has not come then.
    await until(() => existsSync(join(cwd, 'out/clean/a0.md')))
    unlinkSync(join(cwd, 'raw/zz.txt'))
    const {code, stderr, stdout} = await ended
    expect([code, stderr]).toEqual([1, 'palimpsest: failed  zz.txt: vanished during the run\n'])
    expect(stdout).toContain('stands  clean/zz.md: its document failed')
  })

  test('raws that would write one output keep their ending, all of them; none is lost', async () => {
    const {outcome, documents} = await survive({
      'raw/a.txt': article(2),
      'raw/a.html': article(3),
      'raw/b.txt': article(4),
      'raw/B.md': article(5),
      'raw/c.txt': article(6),
      'raw/c.md/inside.txt': article(7),
    })
    expect(outcome.code).toBe(0)
    expect(Object.keys(documents)).toEqual(['B.md', 'a.html', 'a.txt', 'b.txt', 'c.md/inside', 'c.txt', 'good'])
    expect(outcome.stdout).toContain('a.html and a.txt would share an id')
  })

  test('where the ending does not part them either, each has a digest of its name in its id; none is lost', async () => {
    const cwd = makeFolder({
      ...good,
      'raw/x.txt': article(2),
      'raw/X.txt': article(3),
      'raw/y.jsonl': `${JSON.stringify({id: 'a', text: article(4)})}\n`,
      'raw/Y.jsonl': `${JSON.stringify({id: 'a', text: article(5)})}\n`,
    })
    // On a file system that folds case there is only one of them.
    if (existsSync(join(cwd, 'raw/X.TXT'))) return
    const {code, stdout, stderr} = await palimpsest(['run'], {cwd})
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain('X.txt and x.txt are one name to some file systems')
    const idOf = (path: string): string => `${path}~${createHash('sha256').update(path).digest('hex').slice(0, 8)}`
    const documents = manifestOf(join(cwd, 'out'))
    expect(Object.entries(documents).map(([id, {verdict}]) => [id, verdict])).toEqual([
      [idOf('X.txt'), 'clean'],
      [`${idOf('Y.jsonl')}/a`, 'clean'],
      ['good', 'clean'],
      [idOf('x.txt'), 'clean'],
      [`${idOf('y.jsonl')}/a`, 'clean'],
    ])
    expect(await palimpsest(['verify', '--quiet'], {cwd})).toEqual({code: 0, stdout: '', stderr: ''})
    await palimpsest(['restore', '--all', '--to', 'again'], {cwd})
    expect(filesBelow(join(cwd, 'again'))).toMatchObject({'X.txt': article(3), 'y.jsonl/a': article(4)})
  })

  test('names of files cannot steer the terminal', async () => {
    const cwd = makeFolder({...good, 'raw/\u001b[2J\nred.txt': ''})
    const {code, stdout} = await palimpsest(['run'], {cwd})
    expect(code).toBe(0)
    expect(stdout).not.toContain('\u001b')
    expect(stdout).toContain('\\u{1b}[2J\\u{a}red')
  })
})

describe('output that cannot be written', () => {
  test.each(['files', 'jsonl', 'parquet'])(
    'a full disk ends the run, names the file, leaves nothing torn; with room the next run completes it: %s',
    async (format) => {
      const many = Object.fromEntries(Array.from({length: 60}, (_, n) => [`raw/${n}.txt`, article(n).repeat(4)]))
      const cwd = makeFolder({...many, 'palimpsest.config.yaml': `format: ${format}\nshards: {size: 64kB}\n`})
      const out = join(cwd, 'disk/out')
      mkdirSync(join(cwd, 'disk'))
      const size = 'size=256k'
      try {
        execFileSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', join(cwd, 'disk')], {stdio: 'pipe'})
      } catch {
        // Only the superuser may mount, and not everywhere; the case after this one needs no mount.
        return
      }
      onTestFinished(() => void execFileSync('umount', [join(cwd, 'disk')]))
      const {code, stderr} = await palimpsest(['run', 'raw', 'disk/out'], {cwd})
      expect([code, stderr]).toEqual([
        2,
        expect.stringMatching(/Cannot write .*disk\/out\/.*ENOSPC.*make room and run again/),
      ])
      expect(Object.keys(filesBelow(out)).filter((path) => /\.(?:tmp|lock)/.test(path))).toEqual([])
      execFileSync('mount', ['-o', 'remount,size=64m', join(cwd, 'disk')])
      expect((await palimpsest(['run', 'raw', 'disk/out'], {cwd})).code).toBe(0)
      await palimpsest(['run', 'raw', 'fresh'], {cwd})
      expect(filesBelow(out)).toEqual(filesBelow(join(cwd, 'fresh')))
    },
  )

  test('an output folder that is closed to us is named', async () => {
    const cwd = makeFolder(good)
    const {code, stderr} = await palimpsest(['run', 'raw', '/proc/palimpsest'], {cwd})
    expect(code).toBe(2)
    expect(stderr).toContain('/proc/palimpsest')
    expect(stderr).not.toContain('unexpected error')
  })

  test('a folder where an output file should be is one document’s failure', async () => {
    const cwd = makeFolder({...good, 'raw/blocked.txt': article(2), 'out/clean/blocked.md/theirs.txt': 'x'})
    const {code, stderr} = await palimpsest(['run'], {cwd})
    expect([code, stderr]).toEqual([1, expect.stringContaining('cannot write clean/blocked.md: a folder stands there')])
    expect(manifestOf(join(cwd, 'out'))['good']?.verdict).toBe('clean')
    expect(readFileSync(join(cwd, 'out/clean/blocked.md/theirs.txt'), 'utf8')).toBe('x')
  })
})

describe('configuration', () => {
  test.each([
    ['is no YAML', 'stages: [', 'palimpsest.config.yaml'],
    ['has an unknown key', 'stagse: {}', 'stages'],
    ['has a limit without a unit', 'limits: {deadline: 30}', '30s'],
    ['names a module that is not there', 'customStages: [{module: ./no.mjs, after: collapse-whitespace}]', 'no.mjs'],
  ])('one that %s stops before any work', async (_, config, message) => {
    const cwd = makeFolder({...good, 'palimpsest.config.yaml': config})
    const {code, stderr} = await palimpsest(['run'], {cwd})
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)])
    expect(existsSync(join(cwd, 'out'))).toBe(false)
  })

  test('one that is asked for and not there stops before any work', async () => {
    const cwd = makeFolder(good)
    const {code, stderr} = await palimpsest(['run', '--config', 'mine.yaml'], {cwd})
    expect([code, stderr]).toEqual([2, expect.stringContaining('mine.yaml')])
  })
})

describe('a stage that goes wrong', () => {
  const trap = `
    const traps = {
      loop() { for (;;) {} },
      memory() { const hoard = []; for (;;) hoard.push(new Array(100_000).fill(hoard.length)) },
      depth() { return traps.depth() + 1 },
      error() { throw new TypeError('sprung') },
      nothing() { throw undefined },
      text() { throw 'sprung as text' },
      closed() { throw {get message() { throw new Error('closed') }} },
      circle() { const error = new Error('round'); error.cause = error; throw error },
      promise() { return Promise.reject(new Error('late')) },
      half: () => [{start: 0, end: 5, replacement: '\\ud83d', rule: 'trap'}],
      stranger: () => [{start: 0, end: 5, replacement: '', rule: 'stranger'}],
      exit() { process.exit(3) },
      overlap: () => [{start: 0, end: 5, replacement: '', rule: 'trap'}, {start: 3, end: 9, replacement: '', rule: 'trap'}],
      // Only where markdown is parsed.
      parse(document) {
        const isParsed = document.blocks.some((block) => JSON.stringify(document.node(block)).includes('"emphasis"'))
        return isParsed ? traps.loop() : []
      },
    }
    export default {
      id: 'trap', version: 1, description: 'Goes wrong where it is told to.',
      rules: [{id: 'trap', class: 'custom', reason: 'It goes wrong.'}],
      run: (document) => ({edits: traps[/trap-([a-z]+)/.exec(document.text)?.[1]]?.(document) ?? []}),
    }`
  const configFor = (deadline: string): string => `
limits: {deadline: ${deadline}, memory: 96MB}
customStages: [{module: ./trap.mjs, after: collapse-whitespace}]`

  const failing: [string, RegExp][] = [
    ['loop', /took longer than 5s \(trap was at work\), also as plain text/],
    // On a busy machine the deadline may come first.
    ['memory', /took (?:more than 96 MB of memory|longer than 5s)/],
    ['depth', /is nested too deeply, also as plain text/],
    ['error', /^stage "trap" \(trap\.mjs\): threw sprung$/],
    ['nothing', /^stage "trap" \(trap\.mjs\): threw undefined$/],
    ['text', /^stage "trap" \(trap\.mjs\): threw sprung as text$/],
    ['closed', /^stage "trap" \(trap\.mjs\): threw an object$/],
    ['circle', /^stage "trap" \(trap\.mjs\): threw round$/],
    ['promise', /^stage "trap" \(trap\.mjs\): returned no edits, expected a list/],
    ['half', /^stage "trap" \(trap\.mjs\): .* of rule trap at \[0, 5\): it holds half a character/],
    ['stranger', /^stage "trap" \(trap\.mjs\): Unexpected rule "stranger" at \[0, 5\)/],
    ['exit', /ended its worker$/],
    ['overlap', /^stage "trap" \(trap\.mjs\): .*overlap/],
  ]
  test('fails its document alone', async () => {
    // Each thread that ends is followed by one that works cold, which takes its time on a busy machine.
    const cwd = makeFolder({'palimpsest.config.yaml': configFor('5s'), 'trap.mjs': trap})
    for (const [name] of failing) putFiles(cwd, {[`raw/${name}.txt`]: `${article(3)}\ntrap-${name}\n`})
    for (let index = 0; index < 12; index++) putFiles(cwd, {[`raw/good${index}.txt`]: article(index)})
    const {code, stderr} = await spawned(['run', '--concurrency=4'], {cwd})
    expect(code).toBe(1)
    const documents = manifestOf(join(cwd, 'out'))
    for (const [name, reason] of failing)
      expect([name, documents[name]?.reasons[0]]).toEqual([name, expect.stringMatching(reason)])
    for (let index = 0; index < 12; index++) expect(documents[`good${index}`]?.verdict).toBe('clean')
    expect(Object.keys(filesBelow(join(cwd, 'out/clean')))).toHaveLength(12)
    expect(stderr).toMatch(/sprung\n +at /)
    expect(JSON.stringify(documents)).not.toContain(cwd)
  }, 600_000)

  test('is spared by plain text where the parse was at fault, and provenance, manifest and report say so', async () => {
    const cwd = makeFolder({'palimpsest.config.yaml': configFor('5s'), 'trap.mjs': trap})
    putFiles(cwd, {
      'raw/parse.txt':
        '# S\n\nSome river stone.\n\n- [a](https://example.org/a)\n- **b**\n\nA line with *emphasis* in it: trap-parse and so on.\n',
    })
    const {code, stdout, stderr} = await spawned(['run'], {cwd})
    const reason = expect.stringMatching(/taken as plain text: parsed as markdown it took longer than 5s$/)
    expect([code, stdout, stderr]).toEqual([0, expect.stringMatching(/suspect +parse: .*taken as plain text/), ''])
    const record = JSON.parse(readFileSync(join(cwd, 'out/provenance/parse.json'), 'utf8'))
    expect(record).toMatchObject({plain: true, verdict: 'suspect'})
    expect(record.reasons.at(-1)).toEqual(reason)
    expect(manifestOf(join(cwd, 'out'))['parse']).toMatchObject({verdict: 'suspect', reasons: record.reasons})
    expect((await spawned(['verify'], {cwd})).code).toBe(0)
  })

  test('is called by its rule where a pattern of the user takes for ever', async () => {
    const rules = ['quick', 'slow'].map((id) => {
      return `{id: ${id}-one, reason: It is a test., patterns: ['${id === 'slow' ? '/^(?:(?:a|aa)+)+$/' : '/^b$/'}']}`
    })
    const cwd = makeFolder({
      'palimpsest.config.yaml': `limits: {deadline: 5s}\nstages: {strip-debris: {rules: [${rules}]}}`,
      'raw/a.txt': `${article(2)}\n\n${'a'.repeat(60)}!\n\n${article(4)}`,
      'raw/b.txt': article(3),
    })
    const {code, stderr} = await spawned(['run'], {cwd})
    const reason = 'took longer than 5s (strip-debris was at work, at your rule slow-one), also as plain text'
    expect([code, stderr]).toEqual([1, `palimpsest: failed  a.txt: ${reason}\n`])
    expect(manifestOf(join(cwd, 'out'))).toMatchObject({a: {reasons: [reason]}, b: {verdict: 'clean'}})
  })

  test('does not stop the filter for ever', async () => {
    const cwd = makeFolder({'palimpsest.config.yaml': configFor('2s'), 'trap.mjs': trap})
    const {code, stdout, stderr} = await spawned(['clean'], {cwd, input: 'Words.\n\ntrap-loop\n'})
    expect([code, stdout, stderr]).toEqual([
      1,
      '',
      'palimpsest: stdin: took longer than 2s (trap was at work), also as plain text\n',
    ])
  })
})

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 1))
}

function windows1251(character: string): number {
  const code = character.codePointAt(0)!
  return code < 128 ? code : code - 0x410 + 0xc0
}
