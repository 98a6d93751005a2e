/** A watch as a person has it: runs on what changes, tells a line each, outlives what is wrong for a moment. */
import type {ChildProcess} from 'node:child_process'
import {existsSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {registerWatch} from '../../src/cli/watch.js'
import {helpOf} from './capture.js'
import {article, makeFolder, manifestOf, type Outcome, spawned, start} from './spawned.js'

/** A watch that is under way, and a way to wait for what it says. */
class Watched {
  readonly child: ChildProcess
  readonly ended: Promise<Outcome>
  #said = ''
  #told: () => void = () => {}

  constructor(cwd: string, args: readonly string[] = []) {
    ;[this.child, this.ended] = start(['watch', '--interval', '100ms', ...args], {cwd})
    for (const stream of [this.child.stdout!, this.child.stderr!]) {
      stream.on('data', (chunk) => {
        this.#said += String(chunk)
        this.#told()
      })
    }
  }

  /** Wait until it has said something; what it said until then is not looked at again. */
  async says(what: RegExp): Promise<string> {
    for (;;) {
      const match = what.exec(this.#said)
      if (match) {
        this.#said = this.#said.slice(match.index + match[0].length)
        return match[0]
      }
      await new Promise<void>((resolve) => {
        this.#told = resolve
      })
    }
  }

  async stop(): Promise<Outcome> {
    this.child.kill('SIGINT')
    return this.ended
  }
}

describe('palimpsest watch', () => {
  test('runs at once, then on what comes, changes and goes, a line each', async () => {
    const cwd = makeFolder({'raw/a.txt': article(1)})
    const watched = new Watched(cwd)
    expect(await watched.says(/.*cleaned.*\n/)).toMatch(/^\d\d:\d\d:\d\d {2}1 cleaned \(a\), 0 unchanged: 1 clean\n$/)
    await watched.says(/watching; Ctrl-C stops it/)
    writeFileSync(join(cwd, 'raw/b.txt'), article(2))
    expect(await watched.says(/.*cleaned.*\n/)).toMatch(/ cleaned \(.*b\), .*: 2 clean$/m)
    writeFileSync(join(cwd, 'raw/b.txt'), article(3))
    expect(await watched.says(/.*cleaned.*\n/)).toMatch(/ cleaned \(.*b\), .*: 2 clean$/m)
    expect(readFileSync(join(cwd, 'out/clean/b.md'), 'utf8')).toContain('Report 3')
    rmSync(join(cwd, 'raw/b.txt'))
    expect(await watched.says(/.*stale.*\n/)).toContain('clean/b.md, provenance/b.json; --prune removes')
    const {code, stdout} = await watched.stop()
    expect(code).toBe(0)
    expect(stdout.trimEnd().split('\n')).toHaveLength(4)
  }, 60_000)

  test('removes what has lost its raw when it is told to', async () => {
    const cwd = makeFolder({'raw/a.txt': article(1), 'raw/b.txt': article(2)})
    const watched = new Watched(cwd, ['--prune'])
    await watched.says(/watching/)
    rmSync(join(cwd, 'raw/b.txt'))
    expect(await watched.says(/.*removed.*\n/)).toContain('removed clean/b.md, provenance/b.json')
    expect(existsSync(join(cwd, 'out/clean/b.md'))).toBe(false)
    await watched.stop()
  }, 60_000)

  test('tells of a configuration that is broken for a moment, and goes on once it is mended', async () => {
    const cwd = makeFolder({'raw/a.txt': `${article(1)}\nShare this:\n`})
    const watched = new Watched(cwd)
    await watched.says(/watching/)
    writeFileSync(join(cwd, 'palimpsest.config.yaml'), 'keep: [shre]\n')
    await watched.says(/palimpsest\.config\.yaml:1:8: .*\n/)
    writeFileSync(join(cwd, 'palimpsest.config.yaml'), 'keep: [share]\n')
    await watched.says(/1 cleaned \(a\)/)
    expect(readFileSync(join(cwd, 'out/clean/a.md'), 'utf8')).toContain('Share this')
    expect((await watched.stop()).code).toBe(0)
  }, 60_000)

  test('sees decisions, and files that the configuration names', async () => {
    const cwd = makeFolder({
      'raw/a.txt': `${article(1)}\nShare this:\n`,
      'palimpsest.config.yaml': 'names: {gazetteer: names.yaml}\n',
      'names.yaml': '[]\n',
    })
    const watched = new Watched(cwd)
    await watched.says(/watching/)
    expect((await spawned(['overrule', 'keep', 'raw/a.txt:999'], {cwd})).code).toBe(2)
    const line = readFileSync(join(cwd, 'raw/a.txt'), 'utf8').split('\n').indexOf('Share this:') + 1
    expect((await spawned(['overrule', 'keep', `raw/a.txt:${line}`], {cwd})).code).toBe(0)
    await watched.says(/1 cleaned \(a\)/)
    expect(readFileSync(join(cwd, 'out/clean/a.md'), 'utf8')).toContain('Share this:')
    writeFileSync(join(cwd, 'names.yaml'), '- {id: x\n')
    await watched.says(/names\.yaml/)
    await watched.stop()
  }, 60_000)

  test('takes a folder that is gone for a moment as one', async () => {
    const cwd = makeFolder({'raw/a.txt': article(1)})
    const watched = new Watched(cwd)
    await watched.says(/watching/)
    renameSync(join(cwd, 'raw'), join(cwd, 'moved'))
    await watched.says(/No raw folder/)
    renameSync(join(cwd, 'moved'), join(cwd, 'raw'))
    expect(await watched.says(/.*cleaned.*\n/)).toContain('0 cleaned, 1 unchanged: 1 clean')
    await watched.stop()
  }, 60_000)

  test('tells of a failure once, and of each run as JSON where that is asked for', async () => {
    const cwd = makeFolder({'raw/a.txt': article(1), 'raw/big.txt': 'x'.repeat(3000)})
    writeFileSync(join(cwd, 'palimpsest.config.yaml'), 'limits: {bytes: 2000}\n')
    const watched = new Watched(cwd, ['--json'])
    await watched.says(/watching/)
    writeFileSync(join(cwd, 'raw/b.txt'), article(2))
    await watched.says(/"id":"b"/)
    const {stdout, stderr} = await watched.stop()
    expect(stderr.match(/failed/g)).toHaveLength(1)
    const runs = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as {totals: object})
    expect(runs.map(({totals}) => totals)).toMatchObject([
      {failed: 1, clean: 1},
      {failed: 1, clean: 2},
    ])
  }, 60_000)

  test('ends with 130 where a run was under way, which the next one completes', async () => {
    const raws = Object.fromEntries(Array.from({length: 400}, (_, index) => [`raw/${index}.txt`, article(index)]))
    const cwd = makeFolder(raws)
    const watched = new Watched(cwd)
    // The lock says that the run is under way.
    while (!existsSync(join(cwd, 'out/.palimpsest.lock'))) await new Promise((resolve) => setTimeout(resolve, 5))
    const {code} = await watched.stop()
    expect(code).toBe(130)
    expect((await spawned(['run', '--quiet'], {cwd})).code).toBe(0)
    expect(Object.keys(manifestOf(join(cwd, 'out')))).toHaveLength(400)
  }, 120_000)

  test('refuses what cannot be made from the beginning', async () => {
    const cwd = makeFolder()
    expect(await spawned(['watch'], {cwd})).toMatchObject({code: 2, stdout: ''})
    expect((await spawned(['watch', '--interval', '1ms'], {cwd})).stderr).toContain('Expected a duration')
    expect((await spawned(['watch', '--format', 'csv'], {cwd})).code).toBe(2)
  }, 60_000)

  test('has help with examples', () => {
    expect(helpOf(registerWatch, 'watch')).toMatch(/\(default: 2s\)[\s\S]*Examples:\n {2}palimpsest watch /)
  })
})
