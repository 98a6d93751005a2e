/** Results in shards: what stands in them, that they come out the same whatever was kept, and that they are proved. */
import {readFileSync, unlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {gunzipSync} from 'node:zlib'
import {DuckDBInstance} from '@duckdb/node-api'
import {describe, expect, test} from 'vitest'
import {palimpsest} from './program.js'
import {article, filesBelow, makeFolder, manifestOf, putFiles} from './spawned.js'

const raws = (from: number, to: number): Record<string, string> =>
  Object.fromEntries(Array.from({length: to - from}, (_, index) => [`raw/a${from + index}.txt`, article(from + index)]))

const configured = (format: string, gzip = false): Record<string, string> => ({
  'palimpsest.config.yaml': `format: ${format}\nshards: {size: 16kB, gzip: ${gzip}}\nstages: {drop-corpus-repeats: false}\n`,
})

interface Row {
  readonly id: string
  readonly text: string
  readonly metadata: object
  readonly provenance: string
}

function rowsOf(out: string): Row[] {
  const shards = Object.keys(filesBelow(join(out, 'clean')))
  return shards.flatMap((name) => {
    const bytes = readFileSync(join(out, 'clean', name))
    const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString()
    return text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Row)
  })
}

const kinds: [name: string, format: string, gzip: boolean][] = [
  ['JSON Lines', 'jsonl', false],
  ['JSON Lines, gzipped', 'jsonl', true],
  ['Parquet', 'parquet', true],
]

describe.each(kinds)('shards of %s', (_, format, gzip) => {
  test('are proved by verify, and give the raws back', async () => {
    const cwd = makeFolder({...raws(10, 20), ...configured(format, gzip)})
    expect((await palimpsest(['run'], {cwd})).code).toBe(0)
    const {code, stdout} = await palimpsest(['verify', '--json'], {cwd})
    expect([code, JSON.parse(stdout)]).toMatchObject([0, {isSound: true, documents: 10}])
    expect(JSON.parse(stdout).checks.shards).toBeGreaterThan(2)
    await palimpsest(['restore', '--all', '--to', 'again'], {cwd})
    expect(filesBelow(join(cwd, 'again'))).toEqual(filesBelow(join(cwd, 'raw')))
  })

  test('come out the same from nothing and from what the last run left', async () => {
    const cwd = makeFolder({...raws(10, 20), ...configured(format, gzip)})
    await palimpsest(['run', '--quiet'], {cwd})
    const unchanged = filesBelow(join(cwd, 'out'))
    await palimpsest(['run', '--quiet'], {cwd})
    expect(filesBelow(join(cwd, 'out'))).toEqual(unchanged)
    // One in the middle changes, one goes, some come.
    putFiles(cwd, {'raw/a13.txt': article(99), ...raws(20, 24)})
    unlinkSync(join(cwd, 'raw/a15.txt'))
    const {totals} = JSON.parse((await palimpsest(['run', '--json'], {cwd})).stdout) as {totals: {unchanged: number}}
    expect(totals.unchanged).toBe(8)
    const incremental = filesBelow(join(cwd, 'out'))
    await palimpsest(['run', '--quiet', '--force', '--prune'], {cwd})
    expect(filesBelow(join(cwd, 'out'))).toEqual(incremental)
    expect((await palimpsest(['run', '--check'], {cwd})).code).toBe(0)
  })

  test('take in what comes before all others, lose what goes, and hold what is empty', async () => {
    const cwd = makeFolder({...raws(10, 20), 'raw/b.txt': 'Share on Facebook | Tweet\n', ...configured(format, gzip)})
    await palimpsest(['run', '--quiet'], {cwd})
    const before = Object.keys(filesBelow(join(cwd, 'out'))).length
    putFiles(cwd, {'raw/a0.txt': article(50)})
    await palimpsest(['run', '--quiet'], {cwd})
    const grown = filesBelow(join(cwd, 'out'))
    await palimpsest(['run', '--quiet', 'raw', 'fresh'], {cwd})
    expect(filesBelow(join(cwd, 'fresh'))).toEqual(grown)
    expect((await palimpsest(['verify', '--quiet'], {cwd})).code).toBe(0)
    // Shards that are no longer needed go by themselves.
    for (const number of [11, 12, 13, 14, 15, 16]) unlinkSync(join(cwd, `raw/a${number}.txt`))
    await palimpsest(['run', '--quiet'], {cwd})
    expect(Object.keys(filesBelow(join(cwd, 'out'))).length).toBeLessThan(before)
    await palimpsest(['run', '--quiet', 'raw', 'small'], {cwd})
    expect(filesBelow(join(cwd, 'small'))).toEqual(filesBelow(join(cwd, 'out')))
  })

  test('that are damaged or gone are found, and made anew', async () => {
    const cwd = makeFolder({...raws(10, 20), ...configured(format, gzip)})
    await palimpsest(['run', '--quiet'], {cwd})
    const sound = filesBelow(join(cwd, 'out'))
    const [first, second] = Object.keys(sound).filter((path) => path.startsWith('clean/')) as [string, string]
    const bytes = readFileSync(join(cwd, 'out', first))
    bytes[Math.floor(bytes.length / 2)]! ^= 1
    writeFileSync(join(cwd, 'out', first), bytes)
    unlinkSync(join(cwd, 'out', second))
    const {code, stdout} = await palimpsest(['verify', '--json'], {cwd})
    const found = (JSON.parse(stdout) as {findings: {file: string}[]}).findings.map(({file}) => file.replace(/#.*/, ''))
    expect(code).toBe(1)
    expect(found).toEqual(expect.arrayContaining([first, second]))
    expect((await palimpsest(['run', '--check'], {cwd})).code).toBe(1)
    await palimpsest(['run', '--quiet'], {cwd})
    expect(filesBelow(join(cwd, 'out'))).toEqual(sound)
  })
})

test('a line of JSON is a document with its metadata and the digest of its provenance', async () => {
  const cwd = makeFolder({...raws(1, 4), 'raw/b.md': `---\ntitle: A title\nauthor: Ann Roe\n---\n\n${article(5)}`})
  await palimpsest(['run', '--quiet', '--format', 'jsonl'], {cwd})
  const out = join(cwd, 'out')
  const rows = rowsOf(out)
  expect(rows.map(({id}) => id)).toEqual(['a1', 'a2', 'a3', 'b'])
  expect(rows[3]).toMatchObject({metadata: {title: 'A title', author: 'Ann Roe'}})
  expect(rows.map(({text}) => text.startsWith('# Story'))).toEqual([true, true, true, true])
  const manifest = manifestOf(out) as unknown as Record<string, {provenance: {sha256: string}}>
  expect(rows.map(({provenance}) => provenance)).toEqual(
    Object.values(manifest).map((entry) => entry.provenance.sha256),
  )
})

test('DuckDB reads both formats alike', async () => {
  const cwd = makeFolder({...raws(1, 30), 'palimpsest.config.yaml': 'shards: {size: 16kB}\n'})
  await palimpsest(['run', '--quiet', '--format', 'jsonl', 'raw', 'lines'], {cwd})
  await palimpsest(['run', '--quiet', '--format', 'parquet', 'raw', 'parquet'], {cwd})
  const connection = await (await DuckDBInstance.create()).connect()
  const query = async (sql: string): Promise<unknown[]> =>
    (await connection.runAndReadAll(sql)).getRowObjectsJson() as unknown[]
  const columns = 'id, text, verdict, words'
  const lines = await query(`select ${columns}, metadata.title as title from '${cwd}/lines/clean/*.jsonl' order by id`)
  const parquet = await query(`select ${columns}, title from '${cwd}/parquet/clean/*.parquet' order by id`)
  expect(lines).toHaveLength(29)
  expect(parquet.map((row) => ({...(row as object), words: String((row as {words: number}).words)}))).toEqual(lines)
})

test('what a row says beside its text is proved', async () => {
  const cwd = makeFolder(raws(1, 4))
  await palimpsest(['run', '--quiet', '--format', 'jsonl'], {cwd})
  const path = join(cwd, 'out/clean/part-00000.jsonl')
  const text = readFileSync(path, 'utf8')
  writeFileSync(path, text.replace('"title":"Story 2"', '"title":"Story 9"'))
  const {code, stdout} = await palimpsest(['verify', '--json'], {cwd})
  const {findings} = JSON.parse(stdout) as {findings: {check: string; file: string}[]}
  expect(code).toBe(1)
  expect(findings.map(({check, file}) => [check, file])).toContainEqual(['rows', 'clean/part-00000.jsonl#2'])
})

test('another format leaves what the last one wrote as stale, and --prune removes it', async () => {
  // A record that fails keeps nothing of the others.
  const cwd = makeFolder({...raws(1, 4), 'raw/b.jsonl': `${JSON.stringify({id: 'x', text: article(7)})}\n{"id":"y"}\n`})
  await palimpsest(['run', '--quiet'], {cwd})
  const files = filesBelow(join(cwd, 'out'))
  await palimpsest(['run', '--quiet', '--format', 'jsonl', '--prune'], {cwd})
  expect(Object.keys(filesBelow(join(cwd, 'out')))).toEqual([
    'clean/part-00000.jsonl',
    'manifest.jsonl',
    'provenance/part-00000.jsonl',
  ])
  await palimpsest(['run', '--quiet', '--prune'], {cwd})
  expect(filesBelow(join(cwd, 'out'))).toEqual(files)
})
