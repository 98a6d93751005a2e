/** `palimpsest run` as a person meets it: what it writes, what it says, what it keeps, what it refuses. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import {hostname} from 'node:os'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {manifestDocumentSchema, manifestRunSchema, provenanceSchema} from '../../src/provenance/schema.js'
import {makeRun, palimpsest} from './program.js'
import {article, filesBelow, makeFolder, manifestOf, putFiles, spawned} from './spawned.js'

const three = {'raw/a.txt': article(1), 'raw/sub/b.html': article(2), 'raw/sub/deep/c': article(3)}

describe('a run', () => {
  test('writes clean text, provenance and manifest, sub-folders kept, all of it as the schemas say', async () => {
    const cwd = makeFolder(three)
    const {code, stdout, stderr} = await palimpsest(['run'], {cwd})
    expect(stderr).toBe('')
    expect(code).toBe(0)
    const ids = ['a', 'sub/b', 'sub/deep/c']
    expect(Object.keys(filesBelow(join(cwd, 'out')))).toEqual([
      ...ids.map((id) => `clean/${id}.md`),
      'manifest.jsonl',
      ...ids.map((id) => `provenance/${id}.json`),
    ])
    const [run, ...documents] = readFileSync(join(cwd, 'out/manifest.jsonl'), 'utf8').trimEnd().split('\n')
    manifestRunSchema.parse(JSON.parse(run!))
    expect(documents.map((line) => manifestDocumentSchema.parse(JSON.parse(line)).id)).toEqual(ids)
    for (const id of ids)
      provenanceSchema.parse(JSON.parse(readFileSync(join(cwd, `out/provenance/${id}.json`), 'utf8')))
    for (const id of ids) expect(stdout).toMatch(new RegExp(`^${id} +\\d+ +\\d+ +(?:clean|suspect)`, 'm'))
    expect(stdout).toMatch(/^3 documents: /m)
  })

  test('is proved by verify', async () => {
    const cwd = makeFolder({...three, 'raw/d.txt': 'Astral 😀 text, é and  double spaces.\r\nSecond line.\r\n'})
    await palimpsest(['run'], {cwd})
    const {code, stdout} = await palimpsest(['verify'], {cwd})
    expect(stdout).toContain('holds')
    expect(code).toBe(0)
  })

  test('leaves out dot files, dot folders and node_modules', async () => {
    const cwd = makeFolder({...three, 'raw/.hidden.txt': 'x', 'raw/.git/y.txt': 'y', 'raw/node_modules/z.txt': 'z'})
    await palimpsest(['run'], {cwd})
    expect(Object.keys(manifestOf(join(cwd, 'out')))).toEqual(['a', 'sub/b', 'sub/deep/c'])
  })

  test('does nothing the second time, and all of it again with --force', async () => {
    const cwd = await makeRun(three)
    const before = filesBelow(join(cwd, 'out'))
    const inodes = Object.keys(before).map((path) => statSync(join(cwd, 'out', path)).ino)
    const again = JSON.parse((await palimpsest(['run', '--json'], {cwd})).stdout)
    expect(again.totals.unchanged).toBe(3)
    expect(Object.keys(before).map((path) => statSync(join(cwd, 'out', path)).ino)).toEqual(inodes)
    const forced = JSON.parse((await palimpsest(['run', '--json', '--force'], {cwd})).stdout)
    expect(forced.totals.unchanged).toBe(0)
    expect(filesBelow(join(cwd, 'out'))).toEqual(before)
  })

  test('works on what changed alone, and ends in the bytes of a run from nothing', async () => {
    const cwd = await makeRun(three)
    putFiles(cwd, {'raw/a.txt': article(9), 'raw/new.md': article(10)})
    writeFileSync(join(cwd, 'out/clean/sub/b.md'), 'changed by hand')
    const {stdout} = await palimpsest(['run', '--json'], {cwd})
    const statuses = JSON.parse(stdout).documents.map(({id, status}: {id: string; status: string}) => [id, status])
    expect(statuses).toEqual([
      ['a', 'written'],
      ['new', 'written'],
      ['sub/b', 'written'],
      ['sub/deep/c', 'unchanged'],
    ])
    await palimpsest(['run', 'raw', 'fresh'], {cwd})
    expect(filesBelow(join(cwd, 'out'))).toEqual(filesBelow(join(cwd, 'fresh')))
  })

  test('trusts no manifest that somebody has touched', async () => {
    const cwd = await makeRun(three)
    const path = join(cwd, 'out/manifest.jsonl')
    const manifest = readFileSync(path, 'utf8')
    writeFileSync(path, manifest.replace(/"reasons":\[.*?\]/, '"reasons":["made up"]'))
    await palimpsest(['run'], {cwd})
    expect(readFileSync(path, 'utf8')).toBe(manifest)
    writeFileSync(path, manifest.slice(0, 100))
    await palimpsest(['run'], {cwd})
    expect(readFileSync(path, 'utf8')).toBe(manifest)
  })

  test('works again on every document when the module of a stage was edited, its version or not', async () => {
    const module = (word: string): string => `export default {
      id: 'sign', version: 1, description: 'Sign.', rules: [{id: 'sign', class: 'custom', reason: 'It is a test.'}],
      run: ({text}) => ({edits: [{start: text.length, end: text.length, replacement: '\\n${word}\\n', rule: 'sign'}]}),
    }\n`
    const config = 'customStages: [{module: ./sign.mjs, before: collapse-whitespace}]\n'
    const cwd = makeFolder({'raw/a.txt': article(1), 'palimpsest.config.yaml': config, 'sign.mjs': module('one')})
    await spawned(['run'], {cwd})
    expect((await spawned(['run', '--dry-run'], {cwd})).stdout).toContain('0 of 1 document')
    putFiles(cwd, {'sign.mjs': module('two')})
    expect((await spawned(['run', '--dry-run'], {cwd})).stdout).toMatch(/outdated +a/)
    await spawned(['run'], {cwd})
    expect(readFileSync(join(cwd, 'out/clean/a.md'), 'utf8')).toMatch(/two\n$/)
    expect(await palimpsest(['verify'], {cwd})).toMatchObject({code: 0})
    // The digest of the file is part of what the manifest proves.
    const path = join(cwd, 'out/manifest.jsonl')
    writeFileSync(path, readFileSync(path, 'utf8').replace(/"module":"sha256:./, '"module":"sha256:x'))
    expect((await palimpsest(['verify'], {cwd})).code).toBe(1)
  })

  test('takes other options for another pipeline', async () => {
    const cwd = await makeRun(three)
    const {stdout} = await palimpsest(['run', '--json', '--skip-stage', 'collapse-whitespace'], {cwd})
    expect(JSON.parse(stdout).totals.unchanged).toBe(0)
  })
})

describe('output whose raw is gone', () => {
  test('leaves the manifest, is reported, stays, and goes with --prune', async () => {
    const cwd = makeFolder({
      ...three,
      'out/clean/theirs.md': 'not ours',
      'out/provenance/theirs.json': '{}',
      'out/x': 'x',
    })
    await palimpsest(['run'], {cwd})
    rmSync(join(cwd, 'raw/sub'), {recursive: true})
    const first = await palimpsest(['run'], {cwd})
    expect(first.code).toBe(0)
    expect(first.stdout).toContain('clean/sub/deep/c.md')
    expect(Object.keys(manifestOf(join(cwd, 'out')))).toEqual(['a'])
    expect(existsSync(join(cwd, 'out/clean/sub/deep/c.md'))).toBe(true)
    // The manifest has forgotten them; they are still known by their provenance.
    const second = await palimpsest(['run', '--prune'], {cwd})
    expect(second.stdout).toContain('removed  provenance/sub/b.json')
    expect(Object.keys(filesBelow(join(cwd, 'out')))).toEqual([
      'clean/a.md',
      'clean/theirs.md',
      'manifest.jsonl',
      'provenance/a.json',
      'provenance/theirs.json',
      'x',
    ])
    expect(existsSync(join(cwd, 'out/clean/sub'))).toBe(false)
  })

  test('stays where a person has changed it', async () => {
    const cwd = await makeRun(three)
    unlinkSync(join(cwd, 'raw/a.txt'))
    writeFileSync(join(cwd, 'out/clean/a.md'), 'my own words')
    const {stdout} = await palimpsest(['run', '--prune'], {cwd})
    expect(stdout).toContain('changed by hand')
    expect(readFileSync(join(cwd, 'out/clean/a.md'), 'utf8')).toBe('my own words')
  })
})

describe('output whose raw is there', () => {
  const binary = '%PDF-1.7'

  test('is never pruned where its document failed under another id', async () => {
    const cwd = await makeRun(three)
    const before = readFileSync(join(cwd, 'out/clean/a.md'), 'utf8')
    // Both keep their ending in the id now, so that nothing gives clean/a.md any more.
    putFiles(cwd, {'raw/a.txt': binary, 'raw/a.md': article(9)})
    for (const flags of [['--prune'], ['--prune'], ['--prune', '--only', '*.md']]) {
      const {stdout} = await palimpsest(['run', ...flags], {cwd})
      expect(stdout).toContain(
        'stands  clean/a.md: its document failed, or another of its container; what an earlier run gave stays',
      )
      expect(stdout).not.toContain('raw is gone')
    }
    expect(readFileSync(join(cwd, 'out/clean/a.md'), 'utf8')).toBe(before)
    // When it comes out again, its result stands elsewhere, and the old one may go.
    putFiles(cwd, {'raw/a.txt': article(1)})
    const told = await palimpsest(['run'], {cwd})
    expect(told.stdout).toContain('stale  clean/a.md: its raw gives another file now; --prune removes it')
    await palimpsest(['run', '--prune'], {cwd})
    expect(Object.keys(filesBelow(join(cwd, 'out/clean')))).toEqual([
      'a.md.md',
      'a.txt.md',
      'sub/b.md',
      'sub/deep/c.md',
    ])
  })

  test('is never pruned where it was not selected, whether the manifest knows it or not', async () => {
    const cwd = await makeRun(three)
    unlinkSync(join(cwd, 'out/manifest.jsonl'))
    const {code, stdout} = await palimpsest(['run', '--only', 'sub/**', '--prune'], {cwd})
    expect([code, stdout]).toEqual([
      0,
      expect.stringContaining('stands  clean/a.md: its raw is there, and was not selected'),
    ])
    expect(existsSync(join(cwd, 'out/clean/a.md'))).toBe(true)
    expect(existsSync(join(cwd, 'out/provenance/a.json'))).toBe(true)
  })

  test.runIf(process.getuid?.() !== 0)('is never pruned where its folder cannot be read', async () => {
    const cwd = await makeRun(three)
    chmodSync(join(cwd, 'raw/sub'), 0)
    const {stdout} = await palimpsest(['run', '--prune'], {cwd})
    chmodSync(join(cwd, 'raw/sub'), 0o755)
    expect(stdout).toContain('stands  clean/sub/deep/c.md: its document failed')
    expect(existsSync(join(cwd, 'out/clean/sub/deep/c.md'))).toBe(true)
  })
})

describe('what stands in the output besides', () => {
  test('the earlier result of a document that fails stays, is said to stand, and is never pruned', async () => {
    const cwd = await makeRun(three)
    const before = readFileSync(join(cwd, 'out/clean/a.md'), 'utf8')
    putFiles(cwd, {'raw/a.txt': '%PDF-1.7'})
    for (const flags of [['--prune'], [], ['--only', 'sub/**', '--prune'], ['--prune']]) {
      const {stdout} = await palimpsest(['run', ...flags], {cwd})
      expect(stdout).toContain(
        'stands  clean/a.md: its document failed, or another of its container; what an earlier run gave stays',
      )
      expect(stdout).not.toContain('its raw is gone')
    }
    expect(readFileSync(join(cwd, 'out/clean/a.md'), 'utf8')).toBe(before)
    expect(existsSync(join(cwd, 'out/provenance/a.json'))).toBe(true)
    expect((await palimpsest(['run', '--check'], {cwd})).stdout).toContain('stands  clean/a.md')
    expect((await palimpsest(['run', '--dry-run'], {cwd})).stdout).toContain('retry     a.txt')
    const verified = await palimpsest(['verify'], {cwd})
    expect(verified.stdout).toMatch(/clean\/a\.md: stale \(warning\): its document failed/)
    expect([verified.code, verified.stdout]).toEqual([0, expect.not.stringContaining('--prune')])
  })

  test('a file that nobody knows is told of alike by run, check and verify, and stays', async () => {
    const cwd = makeFolder({...three, 'out/clean/extra.md': 'junk', 'out/clean/.keep': ''})
    const ran = await palimpsest(['run', '--prune'], {cwd})
    expect([ran.code, ran.stdout]).toEqual([
      0,
      expect.stringContaining(
        'stray  clean/extra.md: neither manifest nor provenance knows it: it stays; move it elsewhere, or remove it\n',
      ),
    ])
    expect(await palimpsest(['run', '--check'], {cwd})).toMatchObject({
      code: 1,
      stdout:
        'stray    clean/extra.md: neither manifest nor provenance knows it; move it elsewhere, or remove it\n1 file of the output is not what the raws give\n',
    })
    const verified = await palimpsest(['verify', '--quiet'], {cwd})
    expect(verified.stdout).toBe(
      'clean/extra.md: stale (warning): neither the manifest nor a provenance file knows it\n  it stays whatever is run; move it elsewhere, or remove it\n',
    )
    expect(readFileSync(join(cwd, 'out/clean/extra.md'), 'utf8')).toBe('junk')
  })

  test('a result that was edited and has lost its raw is told of alike, and stays', async () => {
    const cwd = await makeRun(three)
    unlinkSync(join(cwd, 'raw/a.txt'))
    writeFileSync(join(cwd, 'out/clean/a.md'), 'my own words')
    await palimpsest(['run'], {cwd})
    const {stdout} = await palimpsest(['verify', '--quiet'], {cwd})
    expect(stdout).toContain('clean/a.md: stale (warning): its raw is gone or was renamed, and it was changed by hand')
    expect(stdout.split('\n')[1]).not.toContain('--prune')
    expect(stdout).toMatch(/provenance\/a\.json: .*\n {2}`palimpsest run --prune` removes it/)
  })

  test('a run names the edited file that it writes anew', async () => {
    const cwd = await makeRun(three)
    writeFileSync(join(cwd, 'out/clean/a.md'), 'my own words')
    for (const command of [
      ['explain', 'a:1'],
      ['diff', 'a'],
      ['restore', 'a'],
    ]) {
      const {code, stderr} = await palimpsest(command, {cwd})
      expect([code, stderr]).toEqual([
        1,
        'palimpsest: out/clean/a.md was changed after the run; `palimpsest run` writes it anew, as long as its raw is there\n',
      ])
    }
    const {stdout} = await palimpsest(['run'], {cwd})
    expect(stdout).toContain('note  clean/a.md was changed by hand after the last run; it was written anew\n')
    putFiles(cwd, {'raw/a.txt': article(7)})
    expect((await palimpsest(['run'], {cwd})).stdout).not.toContain('by hand')
  })

  test('a run says that one before it did not finish', async () => {
    const lock = JSON.stringify({pid: 2 ** 22 + 1, host: hostname()})
    const cwd = makeFolder({...three, 'out/.palimpsest.lock': lock})
    expect((await palimpsest(['run'], {cwd})).stdout).toContain('note  an earlier run did not finish')
    expect((await palimpsest(['run'], {cwd})).stdout).not.toContain('did not finish')
  })
})

describe('--check', () => {
  test('agrees with fresh output and writes nothing', async () => {
    const cwd = makeFolder(three)
    const missing = await palimpsest(['run', '--check'], {cwd})
    expect(missing.code).toBe(1)
    expect(missing.stdout).toContain('missing  clean/a.md')
    expect(existsSync(join(cwd, 'out'))).toBe(false)
    await palimpsest(['run'], {cwd})
    const {code, stdout} = await palimpsest(['run', '--check'], {cwd})
    expect([code, stdout]).toEqual([0, 'the output is what the raws give: 3 documents\n'])
  })

  test('names every file that is missing, differs or is stale', async () => {
    const cwd = await makeRun(three)
    unlinkSync(join(cwd, 'out/clean/a.md'))
    writeFileSync(join(cwd, 'out/provenance/sub/b.json'), '{}')
    unlinkSync(join(cwd, 'raw/sub/deep/c'))
    const before = filesBelow(join(cwd, 'out'))
    const {code, stdout} = await palimpsest(['run', '--check'], {cwd})
    expect(code).toBe(1)
    expect(stdout.split('\n').slice(0, 6)).toEqual([
      'missing  clean/a.md',
      'stale    clean/sub/deep/c.md',
      'differs  manifest.jsonl',
      // A paragraph of it stood in the one that is gone as well.
      'differs  provenance/a.json',
      'differs  provenance/sub/b.json',
      'stale    provenance/sub/deep/c.json',
    ])
    expect(filesBelow(join(cwd, 'out'))).toEqual(before)
  })
})

describe('a selection', () => {
  test('--only keeps the manifest lines of the others', async () => {
    const cwd = await makeRun(three)
    putFiles(cwd, {'raw/a.txt': article(7), 'raw/sub/b.html': article(8)})
    const {stdout} = await palimpsest(['run', '--only', 'sub/**', '--json'], {cwd})
    expect(JSON.parse(stdout).documents).toHaveLength(2)
    expect(Object.keys(manifestOf(join(cwd, 'out')))).toEqual(['a', 'sub/b', 'sub/deep/c'])
    expect(JSON.parse((await palimpsest(['run', '--json'], {cwd})).stdout).totals.unchanged).toBe(2)
  })

  test('--only that matches nothing, or would mix two pipelines, is refused', async () => {
    const cwd = await makeRun(three)
    const none = await palimpsest(['run', '--only', '*.pdf'], {cwd})
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('No raw matches --only *.pdf')])
    const mixed = await palimpsest(['run', '--only', 'a.txt', '--skip-stage', 'collapse-whitespace'], {cwd})
    expect([mixed.code, mixed.stderr]).toEqual([2, expect.stringContaining('run without --only')])
  })

  test('--dry-run tells what would be done, and does nothing', async () => {
    const cwd = makeFolder(three)
    const fresh = await palimpsest(['run', '--dry-run'], {cwd})
    expect(fresh.stdout).toContain('new       sub/b.html')
    expect(existsSync(join(cwd, 'out'))).toBe(false)
    await palimpsest(['run'], {cwd})
    putFiles(cwd, {'raw/a.txt': article(7)})
    const {code, stdout} = await palimpsest(['run', '--dry-run'], {cwd})
    expect(code).toBe(0)
    expect(stdout).toBe(
      'changed   a.txt\n1 of 3 documents to be worked on (1 changed, 2 unchanged); nothing was written\n',
    )
  })

  test('--only-stage and --skip-stage refuse what is no stage, and list those there are', async () => {
    const cwd = makeFolder(three)
    for (const flag of ['--only-stage', '--skip-stage']) {
      const {code, stderr} = await palimpsest(['run', flag, 'polish'], {cwd})
      expect(code).toBe(2)
      expect(stderr).toMatch(/"polish".*collapse-whitespace/)
    }
  })
})

describe('the command line', () => {
  test('--quiet prints nothing that is well', async () => {
    const cwd = makeFolder(three)
    expect(await palimpsest(['run', '--quiet'], {cwd})).toMatchObject({code: 0, stdout: '', stderr: ''})
  })

  test.each(['0', '-1', 'two', '1.5', '1e9'])('--concurrency %s is refused', async (value) => {
    const cwd = makeFolder(three)
    const {code, stderr} = await palimpsest(['run', `--concurrency=${value}`], {cwd})
    expect([code, stderr]).toEqual([2, expect.stringContaining('Expected a whole number')])
  })

  test('--print-config prints what is understood and runs nothing', async () => {
    const cwd = makeFolder({...three, 'palimpsest.config.yaml': 'out: results\n'})
    const {code, stdout} = await palimpsest(['run', '--print-config'], {cwd})
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^out: results$/m)])
    expect(existsSync(join(cwd, 'results'))).toBe(false)
  })

  test('lists only what somebody should look at where there are many documents', async () => {
    const many = Object.fromEntries(Array.from({length: 45}, (_, index) => [`raw/${index}.txt`, article(index)]))
    const cwd = makeFolder({...many, 'raw/empty.txt': ''})
    const {code, stdout} = await palimpsest(['run'], {cwd})
    expect(code).toBe(0)
    expect(stdout).toMatch(/^suspect +empty: the raw holds no words$/m)
    expect(stdout).not.toMatch(/^7 /m)
    expect(stdout).toMatch(/^46 documents: .*1 suspect/m)
  })
})

describe('folders', () => {
  test.each([
    ['RAW is missing', ['nowhere', 'out'], 'No raw folder at'],
    ['RAW is a file', ['file.txt', 'out'], 'is a file, not a folder'],
    ['OUT is a file', ['raw', 'file.txt'], 'is a file'],
    ['OUT lies below a file', ['raw', 'file.txt/out'], 'is a file'],
    ['OUT is RAW', ['raw', 'raw'], 'only ever read'],
    ['OUT lies in RAW', ['raw', 'raw/sub/new/out'], 'only ever read'],
    ['OUT lies in RAW, called .', ['.', 'out'], 'only ever read'],
    ['RAW lies in OUT, called .', ['raw', '.'], 'lies in the output folder'],
    ['OUT lies in RAW behind a link', ['raw', 'link/out'], 'only ever read'],
    ['RAW lies in OUT behind a link', ['link/sub', 'raw'], 'lies in the output folder'],
  ])('%s: refused', async (_, args, message) => {
    const cwd = makeFolder({...three, 'file.txt': 'x'})
    symlinkSync(join(cwd, 'raw'), join(cwd, 'link'))
    const before = filesBelow(join(cwd, 'raw'))
    const {code, stderr} = await palimpsest(['run', ...args], {cwd})
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)])
    expect(filesBelow(join(cwd, 'raw'))).toEqual(before)
  })

  test('nothing is written into RAW through a link in OUT', async () => {
    const cwd = makeFolder(three)
    mkdirSync(join(cwd, 'out'))
    symlinkSync(join(cwd, 'raw'), join(cwd, 'out/clean'))
    const {code, stderr} = await palimpsest(['run'], {cwd})
    expect([code, stderr]).toEqual([2, expect.stringContaining('link into the raw folder')])
    expect(Object.keys(filesBelow(join(cwd, 'raw')))).toEqual(['a.txt', 'sub/b.html', 'sub/deep/c'])
  })

  test('an empty RAW gives an empty manifest', async () => {
    const cwd = makeFolder()
    mkdirSync(join(cwd, 'raw'))
    expect((await palimpsest(['run'], {cwd})).code).toBe(0)
    expect(manifestOf(join(cwd, 'out'))).toEqual({})
  })
})

describe('the same bytes', () => {
  test('at any concurrency, in another folder, under another locale and time zone, under another order of arrival', async () => {
    const many = Object.fromEntries(
      Array.from({length: 30}, (_, index) => [`raw/${index % 3 ? 'İI' : 'iı'}${index}.txt`, article(index)]),
    )
    const cwd = makeFolder(many)
    const turkish = {LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', TZ: 'Pacific/Kiritimati'}
    await palimpsest(['run', '--concurrency', '1'], {cwd})
    await spawned(['run', 'raw', 'eight', '--concurrency', '8'], {cwd, env: turkish})
    const other = makeFolder(Object.fromEntries(Object.entries(many).reverse()))
    renameSync(join(other, 'raw'), join(other, 'scrapes'))
    await spawned(['run', 'scrapes', 'here/there', '--concurrency', '3'], {cwd: other, env: {TZ: 'UTC', LANG: 'C'}})
    const expected = filesBelow(join(cwd, 'out'))
    expect(Object.keys(expected)).toHaveLength(61)
    expect(filesBelow(join(cwd, 'eight'))).toEqual(expected)
    expect(filesBelow(join(other, 'here/there'))).toEqual(expected)
    expect(JSON.stringify(expected)).not.toContain(cwd)
  })
})
