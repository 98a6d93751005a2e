/** The shuffle gives the groups that a map would give, whatever the budget; and leaves no file behind. */
import {spawnSync} from 'node:child_process'
import {mkdtempSync, readdirSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import fc from 'fast-check'
import {afterAll, expect, test} from 'vitest'
import {openShuffle} from '../../src/corpus/shuffle.js'

type Row = readonly [high: number, low: number, document: number, extra: number]

const folder = mkdtempSync(join(tmpdir(), 'shuffle-test-'))
afterAll(() => rmSync(folder, {recursive: true}))

const keyOf = ([high, low]: readonly number[]): string => `${high}/${low}`

/** The groups by key, with their records in the order in which they were added. */
async function grouped(rows: readonly Row[], budget: number, times = 1): Promise<Map<string, [number, number][]>> {
  const shuffle = openShuffle({budget, folder})
  const groups = new Map<string, [number, number][]>()
  try {
    for (const row of rows) shuffle.add(...row)
    for (let time = 0; time < times; time++) {
      groups.clear()
      for await (const {keyHigh, keyLow, documents, extras} of shuffle.groups()) {
        const key = keyOf([keyHigh, keyLow])
        expect(groups.has(key)).toBe(false)
        groups.set(
          key,
          Array.from(documents, (document, index) => [document, extras[index]!]),
        )
      }
    }
  } finally {
    shuffle.close()
  }
  expect(readdirSync(folder)).toEqual([])
  return groups
}

function expected(rows: readonly Row[]): Map<string, [number, number][]> {
  const groups = new Map<string, [number, number][]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row)) ?? []
    group.push([row[2], row[3]])
    groups.set(keyOf(row), group)
  }
  for (const [key, group] of groups) if (group.length < 2) groups.delete(key)
  return groups
}

const number = fc.oneof(fc.nat(3), fc.constantFrom(0x7fffffff, 0x80000000, 0xffffffff))
const rowsOf: fc.Arbitrary<Row[]> = fc.array(fc.tuple(number, number, number, number), {maxLength: 200})

test('gives what a map would give, in memory', async () => {
  await fc.assert(
    fc.asyncProperty(rowsOf, async (rows) => {
      expect(await grouped(rows, 2 ** 20)).toEqual(expected(rows))
    }),
  )
})

/** Rows that look like any, always the same. */
function manyRows(count: number, keys: number): Row[] {
  let state = 1
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state
  }
  return Array.from({length: count}, (_, index) => {
    const key = (next() >>> 8) % keys
    return [Math.imul(key, 0x9e3779b1) >>> 0, key, index, next()]
  })
}

test.each([
  ['spilled', 40_000, 15_000, 2 ** 18],
  ['parted again', 60_000, 20_000, 2 ** 12],
  ['of a single key, larger than the budget', 30_000, 1, 2 ** 12],
  ['of a single key beside others', 30_000, 3, 2 ** 16],
])('gives what a map would give, %s, twice', async (_, count, keys, budget) => {
  const rows = manyRows(count, keys)
  expect(await grouped(rows, budget, 2)).toEqual(expected(rows))
})

test('an empty one gives no groups', async () => {
  expect(await grouped([], 2 ** 20)).toEqual(new Map())
})

test('nothing can be added behind the first walk, and none walked when closed', async () => {
  const shuffle = openShuffle({folder})
  for await (const _ of shuffle.groups()) expect.unreachable()
  expect(() => shuffle.add(1, 1, 1, 1)).toThrow('nothing can be added')
  shuffle.close()
  shuffle.close()
  await expect(shuffle.groups()[Symbol.asyncIterator]().next()).rejects.toThrow('closed')
})

test('leaves no file when the walk is broken off by an error, even in a part of a part', async () => {
  const shuffle = openShuffle({budget: 2 ** 12, folder})
  for (const row of manyRows(60_000, 20_000)) shuffle.add(...row)
  const walk = async (): Promise<void> => {
    try {
      for await (const _ of shuffle.groups()) throw new Error('broken off')
    } finally {
      shuffle.close()
    }
  }
  await expect(walk()).rejects.toThrow('broken off')
  expect(readdirSync(folder)).toEqual([])
})

test('leaves no file when the process ends without closing it', () => {
  const code = `
    import {openShuffle} from ${JSON.stringify(join(import.meta.dirname, '../../dist/src/corpus/shuffle.js'))}
    import {readdirSync} from 'node:fs'
    const shuffle = openShuffle({budget: 4096, folder: ${JSON.stringify(folder)}})
    for (let index = 0; index < 10_000; index++) shuffle.add(index, index, index, index)
    console.log(readdirSync(${JSON.stringify(folder)}).length)
    process.exit(3)`
  const {status, stdout} = spawnSync(process.execPath, ['--input-type=module', '-e', code], {encoding: 'utf8'})
  expect(stdout.trim()).toBe('1')
  expect(status).toBe(3)
  expect(readdirSync(folder)).toEqual([])
})
