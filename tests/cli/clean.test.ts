/** `palimpsest clean`: a filter for one scrape. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {palimpsest} from './program.js'
import {article, makeFolder, spawned, start} from './spawned.js'

test('prints what a run would write, from a file or from stdin', async () => {
  const cwd = makeFolder({'raw/a.txt': article(1)})
  await palimpsest(['run'], {cwd})
  const expected = readFileSync(join(cwd, 'out/clean/a.md'), 'utf8')
  const input = readFileSync(join(cwd, 'raw/a.txt'))
  expect(await palimpsest(['clean', 'raw/a.txt'], {cwd})).toMatchObject({code: 0, stdout: expected, stderr: ''})
  expect(await spawned(['clean'], {cwd, input})).toMatchObject({code: 0, stdout: expected, stderr: ''})
  expect(await palimpsest(['clean', '-'], {cwd, input})).toMatchObject({code: 0, stdout: expected})
})

test('takes stages and configuration as a run does', async () => {
  const cwd = makeFolder({'my.yaml': 'stages: {collapse-whitespace: false}\n', 'bad.yaml': 'stagse: 1\n'})
  const input = `${article(1)}\n\n\n\n\nA  last  line   of words.\n`
  const plain = await palimpsest(['clean'], {cwd, input})
  expect(plain.stdout).toContain('A last line of words.')
  const skipped = await palimpsest(['clean', '--skip-stage', 'collapse-whitespace'], {cwd, input})
  expect(skipped.stdout).toContain('A  last  line   of words.')
  expect((await palimpsest(['clean', '--config', 'my.yaml'], {cwd, input})).stdout).toBe(skipped.stdout)
  for (const args of [
    ['--config', 'bad.yaml'],
    ['--skip-stage', 'polish'],
  ]) {
    expect(await palimpsest(['clean', ...args], {cwd, input})).toMatchObject({code: 2, stdout: ''})
  }
})

test('says on stderr what is doubtful, and exits with 1 for what is no text or not there', async () => {
  const cwd = makeFolder()
  const empty = await palimpsest(['clean'], {cwd})
  expect(empty).toMatchObject({code: 0, stderr: 'palimpsest: stdin is suspect: the raw holds no words\n'})
  const png = Buffer.from(Array.from({length: 4000}, (_, n) => (n * 7919) % 256))
  png.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])
  expect(await palimpsest(['clean'], {cwd, input: png})).toMatchObject({code: 1, stdout: ''})
  const missing = await palimpsest(['clean', 'nope.txt'], {cwd})
  expect(missing).toMatchObject({code: 2, stdout: '', stderr: 'palimpsest: nope.txt: there is no such file\n'})
})

test('keeps to the limits of the configuration, with the words of a run', async () => {
  const cwd = makeFolder({
    'palimpsest.config.yaml': 'limits: {bytes: 1kB, deadline: 100ms, memory: 64MB}\n',
    'raw/a.txt': 'x'.repeat(2000),
  })
  const input = readFileSync(join(cwd, 'raw/a.txt'))
  const message = 'is larger than 1kB; raise limits.bytes in the configuration to take it in\n'
  expect((await palimpsest(['run'], {cwd})).stderr).toContain(message)
  expect(await palimpsest(['clean', 'raw/a.txt'], {cwd})).toMatchObject({
    code: 1,
    stdout: '',
    stderr: `palimpsest: raw/a.txt: ${message}`,
  })
  expect(await palimpsest(['clean'], {cwd, input})).toMatchObject({
    code: 1,
    stdout: '',
    stderr: `palimpsest: stdin: ${message}`,
  })
})

test('keeps to the memory of the configuration', async () => {
  const cwd = makeFolder({
    'palimpsest.config.yaml': 'limits: {memory: 64MB}\ncustomStages: [{module: ./eat.mjs, after: decode}]\n',
    'eat.mjs': `export default {id: 'eat', version: 1, description: 'Eat.', rules: [], run() { const all = []; for (;;) all.push(new Array(10000).fill(0).map((_, n) => ({n}))) }}\n`,
  })
  const {code, stderr} = await spawned(['clean'], {cwd, input: 'Words.'})
  expect([code, stderr]).toEqual([1, 'palimpsest: stdin: took more than 64 MB of memory, also as plain text\n'])
})

test('is content with a reader that stops early', async () => {
  const cwd = makeFolder({'long.txt': Array.from({length: 500}, (_, n) => article(n)).join('\n')})
  const [child, ended] = start(['clean', 'long.txt'], {cwd})
  child.stdout?.destroy()
  expect(await ended).toMatchObject({code: 0, stderr: ''})
})
