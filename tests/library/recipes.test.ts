/** The recipes work: their SQL in DuckDB, their Python in Python, over the results of the first corpus. */
import {spawnSync} from 'node:child_process'
import {cpSync, readFileSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {DuckDBInstance} from '@duckdb/node-api'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {palimpsest} from '../cli/program.js'
import {temporaryFolder} from '../cli/spawned.js'

const page = readFileSync('docs/recipes.md', 'utf8')
const blocks = (language: string): string[] =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 'gs'))].map(([, code]) => code!)

let cwd: string
beforeAll(async () => {
  cwd = temporaryFolder({})
  for (const name of ['raw', 'out']) cpSync(name, join(cwd, name), {recursive: true})
  for (const format of ['parquet', 'jsonl'])
    expect((await palimpsest(['run', 'raw', `out-${format}`, '--format', format, '--quiet'], {cwd})).code).toBe(0)
})

afterAll(() => rmSync(cwd, {recursive: true}))

test.each(blocks('sql'))('%s', async (sql) => {
  const connection = await (await DuckDBInstance.create()).connect()
  const placed = sql.replace(/'(out[^']*)'/, (_, path: string) => `'${join(cwd, path)}'`)
  expect((await connection.runAndReadAll(placed)).getRows().length).toBeGreaterThan(0)
})

const hasPython = spawnSync('python3', ['--version']).status === 0

test.runIf(hasPython).each(blocks('python'))('%s', (code) => {
  const {status, stdout, stderr} = spawnSync('python3', ['-'], {cwd, input: code, encoding: 'utf8'})
  expect([status, stderr]).toEqual([0, ''])
  expect(stdout).toMatch(/\w/)
})
