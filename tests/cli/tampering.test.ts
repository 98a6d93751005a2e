/**
 * Somebody has been at the output folder, or has chosen names with care: nothing outside of RAW and OUT is read, written or
 * removed, nothing waits for ever, and nothing that a stranger wrote steers the terminal.
 */
import {execFileSync, spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import type {Provenance} from '../../src/provenance/model.js'
import {makeRun, palimpsest} from './program.js'
import {article, filesBelow, makeFolder, program, putFiles, spawned} from './spawned.js'

const two = {'raw/a.txt': article(1), 'raw/b.txt': article(2)}

const made = (files: Record<string, string> = {}): Promise<string> => makeRun({...two, ...files})

/** Change the manifest and make its digest fit again, as whoever knows how it is made would. */
function forge(cwd: string, change: (text: string) => string): void {
  const path = join(cwd, 'out/manifest.jsonl')
  const text = change(readFileSync(path, 'utf8'))
  const without = text.replace(/"digest":"sha256:[\da-f]{64}",/, '')
  const digest = createHash('sha256').update(without).digest('hex')
  writeFileSync(path, text.replace(/"digest":"sha256:[\da-f]{64}",/, `"digest":"sha256:${digest}",`))
}

// A process that waits for ever can be killed.
describe('what is neither file nor folder', () => {
  test.runIf(process.platform === 'linux')('verify reads no device and waits for no pipe', async () => {
    const cwd = makeFolder(two)
    symlinkSync('/dev/zero', join(cwd, 'raw/zero.txt'))
    execFileSync('mkfifo', [join(cwd, 'raw/pipe.txt')])
    expect((await spawned(['run', '--quiet'], {cwd})).code).toBe(1)
    const {code, stdout} = await spawned(['verify'], {cwd})
    expect([code, stdout]).toEqual([0, expect.stringContaining('every promise holds')])
  })

  test.runIf(process.platform === 'linux')(
    'a configuration or a gazetteer that is a pipe, a device, a folder or huge is refused, not waited for',
    async () => {
      const cwd = makeFolder({...two, 'folder/x': ''})
      execFileSync('mkfifo', [join(cwd, 'pipe')])
      writeFileSync(join(cwd, 'huge'), '')
      truncateSync(join(cwd, 'huge'), 2 ** 33)
      for (const [path, message] of [
        ['pipe', 'Unexpected pipe, socket or device, expected a regular file'],
        ['/dev/zero', 'Unexpected pipe, socket or device, expected a regular file'],
        ['folder', 'Unexpected folder, expected a file'],
        ['huge', 'Unexpected file of more than 32MB, expected settings'],
      ] as const) {
        const named = await spawned(['stages', '--config', path], {cwd})
        expect([path, named.code, named.stderr]).toEqual([path, 2, expect.stringContaining(message)])
        putFiles(cwd, {'gazetteer.yaml': `names: {gazetteer: ${path}}\n`})
        const {code, stderr} = await spawned([path === 'pipe' ? 'clean' : 'run', '--config', 'gazetteer.yaml'], {
          cwd,
        })
        expect([path, code, stderr]).toEqual([path, 2, expect.stringContaining(message)])
      }
    },
  )

  test.runIf(process.platform === 'linux')(
    'a module that is a pipe, a device or a folder is refused, not waited for',
    async () => {
      const cwd = makeFolder({...two, 'folder/x': ''})
      execFileSync('mkfifo', [join(cwd, 'pipe')])
      for (const module of ['./pipe', '/dev/zero', './folder']) {
        putFiles(cwd, {'my.yaml': `customStages: [{module: ${module}, after: decode}]\n`})
        const {code, stderr} = await spawned(['run', '--config', 'my.yaml'], {cwd})
        expect([code, stderr]).toEqual([2, expect.stringContaining('the module cannot be read: ')])
      }
    },
  )

  test.runIf(process.platform === 'linux')(
    'restore puts nothing in the place of a pipe, and waits for none',
    async () => {
      const cwd = await made()
      execFileSync('mkfifo', [join(cwd, 'pipe')])
      for (const path of ['pipe', '/dev/null']) {
        for (const flags of [[], ['--force']]) {
          const {code, stderr} = await spawned(['restore', 'a', '--to', path, ...flags], {cwd})
          expect([code, stderr]).toEqual([2, expect.stringContaining(`${path} is no regular file`)])
        }
      }
    },
  )

  test('restore does not read a huge file to see that it differs', async () => {
    const cwd = await made({huge: ''})
    truncateSync(join(cwd, 'huge'), 2 ** 33)
    const {code, stderr} = await spawned(['restore', 'a', '--to', 'huge'], {cwd})
    expect([code, stderr]).toEqual([2, expect.stringContaining('huge exists and differs')])
  })

  test('verify reads no result that is far larger than recorded; a folder or a line without end is no manifest', async () => {
    const cwd = await made()
    truncateSync(join(cwd, 'out/clean/a.md'), 2 ** 33)
    truncateSync(join(cwd, 'out/provenance/b.json'), 2 ** 33)
    truncateSync(join(cwd, 'raw/b.txt'), 2 ** 33)
    const {code, stdout} = await spawned(['verify'], {cwd})
    expect(code).toBe(1)
    for (const file of ['clean/a.md: clean-digest', 'provenance/b.json: provenance-digest', 'b.txt: raw']) {
      expect(stdout).toContain(`${file}: it is far larger than the `)
    }
    for (const command of [
      ['restore', 'a'],
      ['diff', 'b'],
      ['explain', 'a:1'],
    ]) {
      expect(await spawned(command, {cwd})).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('it is too large'),
      })
    }
    truncateSync(join(cwd, 'out/manifest.jsonl'), 2 ** 33)
    expect(await spawned(['verify'], {cwd})).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('no line of a manifest'),
    })
    rmSync(join(cwd, 'out/manifest.jsonl'))
    mkdirSync(join(cwd, 'out/manifest.jsonl'))
    for (const command of [['verify'], ['restore', 'a'], ['diff'], ['explain', 'a:1']]) {
      const {code: exit, stderr} = await spawned(command, {cwd})
      expect([exit, stderr]).toEqual([
        2,
        expect.stringMatching(/Cannot read the manifest .*: a folder stands there .*remove it/),
      ])
    }
  })

  test.runIf(process.platform === 'linux')('a pipe in the place of a result is found, not waited for', async () => {
    const cwd = await made()
    for (const path of ['out/clean/a.md', 'out/provenance/b.json', 'raw/b.txt']) {
      rmSync(join(cwd, path), {force: true})
      execFileSync('mkfifo', [join(cwd, path)])
    }
    expect((await spawned(['verify'], {cwd})).stdout).toContain('clean/a.md: clean-digest: it cannot be read (EFTYPE)')
    expect((await spawned(['run', '--check'], {cwd})).stdout).toMatch(
      /differs +clean\/a\.md: it cannot be read: it is a pipe/,
    )
    expect((await spawned(['explain', 'a:1'], {cwd})).code).toBe(1)
    expect((await spawned(['diff', 'b'], {cwd})).code).toBe(1)
    expect((await spawned(['restore', 'a'], {cwd})).code).toBe(1)
    expect((await spawned(['run'], {cwd})).stderr).toContain('b.txt: is a named pipe')
    expect(readFileSync(join(cwd, 'out/clean/a.md'), 'utf8')).toContain('Story 1')
    execFileSync('mkfifo', [join(cwd, 'out/.palimpsest.lock')])
    const {code, stderr} = await spawned(['run'], {cwd})
    expect([code, stderr]).toEqual([2, expect.stringContaining('is no lock of a run')])
  })
})

describe('paths that lead out of a folder', () => {
  const forgeries: [string, (text: string) => string][] = [
    ['clean', (text) => text.replaceAll('"clean/a.md"', '"../secret/a.md"')],
    ['provenance', (text) => text.replaceAll('"provenance/a.json"', '"../secret/a.json"')],
    ['raw', (text) => text.replaceAll('"a.txt"', '"../secret/a.txt"')],
    ['id', (text) => text.replaceAll('"id":"a"', '"id":"../../secret/a"')],
  ]

  test.each(forgeries)('a manifest with such a %s path is refused by all that read it', async (_, change) => {
    const cwd = await made()
    // What it leads to is as it should be, so that only the path can give it away.
    for (const path of ['out/clean/a.md', 'out/provenance/a.json', 'raw/a.txt']) {
      putFiles(cwd, {[join('secret', path.replace(/.*\//, ''))]: readFileSync(join(cwd, path))})
    }
    forge(cwd, change)
    const secret = filesBelow(join(cwd, 'secret'))
    for (const args of [
      ['restore', 'a'],
      ['restore', '--all', '--to', 'back'],
      ['diff', 'b'],
      ['explain', 'a:1'],
    ]) {
      const {code, stdout, stderr} = await palimpsest(args, {cwd})
      expect([args, code, stdout]).toEqual([args, 1, ''])
      expect(stderr).toMatch(/manifest\.jsonl \(line 2\): .*(leads out|path of)/)
    }
    expect((await palimpsest(['verify'], {cwd})).code).toBe(1)
    rmSync(join(cwd, 'raw/a.txt'))
    await palimpsest(['run', '--prune'], {cwd})
    expect(filesBelow(join(cwd, 'secret'))).toEqual(secret)
  })

  test('nothing is written through a link that leads out of OUT', async () => {
    const cwd = makeFolder(two)
    mkdirSync(join(cwd, 'elsewhere'))
    mkdirSync(join(cwd, 'out'))
    symlinkSync(join(cwd, 'elsewhere'), join(cwd, 'out/provenance'))
    const {code, stderr} = await palimpsest(['run'], {cwd})
    expect([code, stderr]).toEqual([2, expect.stringContaining('leads out of the output folder')])
    expect(filesBelow(join(cwd, 'elsewhere'))).toEqual({})
  })

  test('nothing is pruned behind a link', async () => {
    const cwd = await made()
    renameSync(join(cwd, 'out/clean'), join(cwd, 'elsewhere'))
    symlinkSync(join(cwd, 'elsewhere'), join(cwd, 'out/clean'))
    rmSync(join(cwd, 'raw/a.txt'))
    await palimpsest(['run', '--prune'], {cwd})
    expect(existsSync(join(cwd, 'elsewhere/a.md'))).toBe(true)
  })

  test('a manifest whose digest fits and that is none is taken for damaged', async () => {
    const cwd = await made()
    forge(cwd, (text) => text.replace(/\n.*/s, '\n{"id":"a"}\nno json\n'))
    const {code, stdout} = await palimpsest(['run'], {cwd})
    expect([code, stdout]).toEqual([0, expect.stringContaining('nothing is taken from it')])
    expect((await palimpsest(['verify'], {cwd})).code).toBe(0)
  })
})

describe('names that would steer the terminal', () => {
  const name = 'x\u001b]0;owned\u0007\u001b[31m\u009b2J\u202e'
  const steers = /[\0-\u0008\u000b-\u001f\u007f-\u009f\u202e]/

  test.runIf(process.platform !== 'win32')('are written as notation, in tables and in errors', async () => {
    const cwd = await made({[`raw/${name}.txt`]: article(3), 'raw/z\nz.txt': article(4)})
    writeFileSync(join(cwd, `raw/bad${name}.txt`), '\u007fELF\u0001\u0000\u0000')
    const calls = [
      ['run', '--force'],
      ['diff'],
      ['diff', 'nothing'],
      ['diff', `${name}nothing`],
      ['explain', `${name}:1`],
      ['explain', `${name}:999`],
      ['explain', `${name}`],
      ['restore', `bad${name}`],
      ['restore', '--all', '--to', name],
      ['run', '--only', name],
      ['run', name],
      ['clean', `raw/bad${name}.txt`],
      ['clean', `--config`, name],
      ['stages', name],
      ['rules', name],
      ['schema', name],
      [name],
      ['run', `--${name}`],
    ]
    for (const args of calls) {
      const {stdout, stderr} = await palimpsest(args, {cwd})
      expect([args, steers.exec(args[0] === 'restore' ? stderr : stdout + stderr)]).toEqual([args, null])
    }
    writeFileSync(join(cwd, 'out/clean/a.md'), 'x')
    writeFileSync(join(cwd, `out/clean/${name}.md`), 'x')
    expect(steers.exec((await palimpsest(['verify'], {cwd})).stdout)).toBeNull()
    expect((await palimpsest(['explain', 'z\nz:1'], {cwd})).code).toBe(0)
  })
})

test.runIf(existsSync('/dev/full'))('output that cannot be written is said, not thrown', async () => {
  const cwd = await made()
  for (const command of ['restore a', 'clean raw/a.txt', 'diff a', 'verify', 'run --json']) {
    const script = `"${process.execPath}" "${program}" ${command} > /dev/full`
    const {status, stderr} = spawnSync('sh', ['-c', script], {cwd, encoding: 'utf8'})
    expect([command, status, stderr]).toEqual([
      command,
      2,
      'palimpsest: Cannot write the output: no space is left on the disk (ENOSPC)\n',
    ])
  }
})

test.runIf(process.platform === 'linux')('a name too long for its results is refused before the work', async () => {
  const long = (length: number): string => 'n'.repeat(length)
  const cwd = makeFolder({...two, [`raw/${long(250)}.txt`]: article(3), [`raw/${long(251)}.txt`]: article(4)})
  const {code, stderr} = await palimpsest(['run'], {cwd})
  expect([code, stderr]).toEqual([
    1,
    `palimpsest: failed  ${long(251)}.txt: has too long a name for the files of its results; shorten it by 1 byte\n`,
  ])
  // What cannot be is not missing.
  const check = await palimpsest(['run', '--check'], {cwd})
  expect(check.stdout).toContain('the output is what the raws give: 3 documents; 1 failed')
})

describe('a record that was forged with all its digests', () => {
  /** Change the provenance of `a`, and all that speaks of it. */
  function rewrite(cwd: string, change: (provenance: Provenance) => void): void {
    const path = join(cwd, 'out/provenance/a.json')
    const before = readFileSync(path)
    const provenance = JSON.parse(before.toString()) as Provenance
    change(provenance)
    const {metadata, messages, annotations, activities, ...head} = provenance
    const lines = (items: readonly unknown[]): string => `[${items.map((item) => `\n${JSON.stringify(item)}`).join()}]`
    const acts = activities.map(
      ({edits, ...activity}) => `\n${JSON.stringify(activity).slice(0, -1)},"edits":${lines(edits)}}`,
    )
    const after = `${JSON.stringify(head).slice(0, -1)},\n"metadata":${lines(metadata)},\n"messages":${lines(messages)},\n"annotations":${lines(annotations)},\n"activities":[${acts}]}\n`
    writeFileSync(path, after)
    const entityOf = (bytes: Uint8Array): string =>
      `"sha256:${createHash('sha256').update(bytes).digest('hex')}","bytes":${bytes.length}`
    forge(cwd, (text) => text.replace(entityOf(before), entityOf(Buffer.from(after))))
  }

  const page = `<html><head><title>The mill</title></head><body><article><h1>The mill</h1><p>By Ada Lind</p><p>${article(3)}</p></article></body></html>`
  const plain = article(3).replace(/^# /, '')
  const copied = `${article(5)}\n\nThe wheel.\n\n${article(5).split('\n\n')[1]}\n`
  const everywhere = (p: Provenance, from: string, to: Provenance['raw']['mediaType']): void => {
    for (const item of [p.raw, ...p.activities]) if (item.mediaType === from) item.mediaType = to
  }
  const title = (p: Provenance) => p.metadata.find(({field}) => field === 'title')!

  test.each<[name: string, raw: string, change: (provenance: Provenance) => unknown, found: string]>([
    ['nothing', page, () => undefined, 'every promise holds'],
    ['it is called plain', page, (p) => (p.plain = true), 'it was taken as plain text, and no reason says so'],
    [
      'a copy says no more of what',
      copied,
      (p) => {
        for (const {edits} of p.activities) for (const edit of edits) delete edit.copyOf
      },
      'and of what is not recorded',
    ],
    ['a fact has another rule', page, (p) => (title(p).rule = 'menu'), 'lift-metadata records no rule menu'],
    ['a fact has another stage', page, (p) => (title(p).stage = 'decode'), 'decode records no rule '],
    ['a fact stands elsewhere', page, (p) => (title(p).raw = [1, 5]), 'the raw says "html" there'],
    ['a fact stands nowhere', page, (p) => (title(p).raw = [1, 1_000_000]), 'lies outside of the raw'],
    [
      'a page is called plain text',
      page,
      (p) => everywhere(p, 'text/html', 'text/plain'),
      'converts pages, and no text/plain',
    ],
    [
      'a page is called markdown',
      page,
      (p) => everywhere(p, 'text/html', 'text/markdown'),
      'converts pages, and no text/markdown',
    ],
    [
      'plain text is called a page',
      plain,
      (p) => everywhere(p, 'text/plain', 'text/html'),
      'made markdown of a page by no edit',
    ],
    [
      'markdown is called a page',
      article(3),
      (p) => {
        for (const item of [p.raw, ...p.activities.slice(0, 3)]) item.mediaType = 'text/html'
      },
      'made markdown of a page by no edit',
    ],
    [
      'one stage is given something else',
      plain,
      (p) => (p.activities[2]!.mediaType = 'text/html'),
      'made text/html of text/plain',
    ],
    [
      'it becomes markdown too early',
      plain,
      (p) => (p.activities[2]!.mediaType = 'text/markdown'),
      'which is done by convert-text',
    ],
    [
      'it becomes markdown too late',
      page,
      (p) => (p.activities[3]!.mediaType = 'text/html'),
      'left text/html, expected text/markdown',
    ],
  ])('is found: %s', async (_, raw, change, found) => {
    const cwd = await made({'raw/a.txt': raw})
    rewrite(cwd, change)
    const {stdout} = await palimpsest(['verify'], {cwd})
    expect(stdout).toContain(found)
  })
})

test.runIf(process.platform !== 'win32')(
  'a link in the place of a result is found, and a run puts the file back',
  async () => {
    const cwd = await made()
    for (const path of ['clean/a.md', 'provenance/b.json']) {
      renameSync(join(cwd, 'out', path), join(cwd, `moved-${path.replace('/', '-')}`))
      symlinkSync(join(cwd, `moved-${path.replace('/', '-')}`), join(cwd, 'out', path))
    }
    const {code, stdout} = await palimpsest(['verify'], {cwd})
    expect(code).toBe(1)
    expect(stdout).toContain('clean/a.md: clean-digest: it is a symbolic link, and not the file that was written')
    expect(stdout).toContain('provenance/b.json: provenance-digest: it is a symbolic link')
    const check = await palimpsest(['run', '--check'], {cwd})
    expect([check.code, check.stdout]).toEqual([
      1,
      expect.stringMatching(/differs +clean\/a\.md: it is a symbolic link/),
    ])
    const target = readFileSync(join(cwd, 'moved-clean-a.md'))
    expect((await palimpsest(['run', '--quiet'], {cwd})).code).toBe(0)
    expect(lstatSync(join(cwd, 'out/clean/a.md')).isFile()).toBe(true)
    expect(readFileSync(join(cwd, 'moved-clean-a.md'))).toEqual(target)
    expect((await palimpsest(['verify'], {cwd})).code).toBe(0)
  },
)

test('explain says of every line of the front matter where it comes from', async () => {
  const page = `---\ntitle: "The mill: a story"\nauthor:\n  - Ada Lind\n  - Bo Ek\n---\n\n${article(3)}`
  const cwd = await made({'raw/a.md': page})
  const lines = readFileSync(join(cwd, 'out/clean/a.md.md'), 'utf8').split('\n')
  const end = lines.indexOf('---', 1)
  expect(end).toBeGreaterThan(3)
  for (let line = 1; line <= end + 1; line++) {
    const {code, stdout} = await palimpsest(['explain', `a.md:${line}`], {cwd})
    expect([lines[line - 1], code]).toEqual([lines[line - 1], 0])
    expect(stdout).toMatch(/front-matter/)
  }
})
