/** The small parts that keep a run's memory flat: what they hold is what was put into them, in memory and on disk alike. */
import {existsSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, onTestFinished, test} from 'vitest'
import {cutIntoLines} from '../../src/cut-lines.js'
import {ByteSpool} from '../../src/run/byte-spool.js'
import {mapOrdered} from '../../src/run/map-ordered.js'
import {PathSet} from '../../src/run/path-set.js'
import {PlaceIndex} from '../../src/run/place-index.js'
import {Spool} from '../../src/run/spool.js'
import {makeFolder} from '../cli/spawned.js'

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = []
  for await (const item of items) list.push(item)
  return list
}

async function* given<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items
}

test('lines are the same however the stream is cut, and though its memory is used again', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({unit: fc.constantFrom('a', 'é', '\n', '\r', '\u2028')}),
      fc.integer({min: 1, max: 5}),
      async (text, size) => {
        async function* chunks(): AsyncGenerator<Uint8Array> {
          const bytes = Buffer.from(text)
          const memory = Buffer.alloc(size)
          for (let at = 0; at < bytes.length; at += size) {
            const length = bytes.copy(memory, 0, at, at + size)
            yield memory.subarray(0, length)
          }
        }
        const lines: string[] = []
        for await (const line of cutIntoLines(chunks())) lines.push(line.toString())
        expect(lines).toEqual(text === '' ? [] : text.replace(/\n$/, '').split('\n'))
      },
    ),
  )
})

describe('spools', () => {
  test('bytes come back from memory and from the file, empty ones among them', async () => {
    const path = join(makeFolder(), 'spool')
    const spool = new ByteSpool(path)
    onTestFinished(() => spool.discard())
    // Some 40 MB: more than is kept in memory, twice.
    const pieces = Array.from({length: 90}, (_, index) => Buffer.alloc(index % 3 === 0 ? 0 : 700_000, index))
    const places = []
    for (const piece of pieces) places.push(await spool.add(piece))
    expect(existsSync(path)).toBe(true)
    for (const [index, place] of places.entries())
      expect(Buffer.compare(await spool.read(place), pieces[index]!)).toBe(0)
    await spool.discard()
    expect(existsSync(path)).toBe(false)
  })

  test('lines come back from memory and from the file', async () => {
    const path = join(makeFolder(), 'spool')
    const spool = new Spool(path)
    onTestFinished(() => spool.discard())
    const lines = Array.from({length: 50}, (_, index) => `${index} ${'ä'.repeat(index * 9000)}`)
    for (const line of lines) await spool.add(`${line}\n`)
    expect(existsSync(path)).toBe(true)
    expect(await collect(spool.lines())).toEqual(lines)
  })
})

describe('tables', () => {
  test('a set of paths knows what was added, and nothing else', () => {
    const set = new PathSet()
    for (let index = 0; index < 20_000; index++) expect(set.add(`clean/${index}.md`)).toBe(true)
    expect(set.size).toBe(20_000)
    for (let index = 0; index < 20_000; index++) {
      expect(set.add(`clean/${index}.md`)).toBe(false)
      expect([set.has(`clean/${index}.md`), set.has(`other/${index}.md`)]).toEqual([true, false])
    }
  })

  test('an index gives every place of a name', () => {
    const index = new PlaceIndex()
    for (let number = 0; number < 5000; number++) index.add(`d${number % 2500}`, number * 10, number)
    for (let number = 0; number < 2500; number++) {
      const starts = [...index.find(`d${number}`)].map(({start}) => start).sort((a, b) => a - b)
      expect(starts).toEqual([number * 10, (number + 2500) * 10])
    }
    expect([...index.find('another')]).toEqual([])
  })
})

describe('work in order', () => {
  const bounds = {concurrency: 3, window: 5}

  test('results come in the order of the items, and no more is read ahead than the window', async () => {
    let begun = 0
    let taken = 0
    const results: number[] = []
    const work = async (item: number): Promise<number> => {
      expect(++begun - taken).toBeLessThanOrEqual(bounds.window + 1)
      await new Promise((resolve) => setTimeout(resolve, (item * 7) % 5))
      return item
    }
    for await (const result of mapOrdered(given(Array.from({length: 60}, (_, index) => index)), bounds, work)) {
      taken++
      results.push(result)
    }
    expect(results).toEqual(Array.from({length: 60}, (_, index) => index))
  })

  test('the first error ends it, when what is under way has come to its end', async () => {
    // All are read before the error is met; what has not begun by then never does.
    const ended: number[] = []
    const work = async (item: number): Promise<number> => {
      if (item === 1) throw new Error('broken')
      await new Promise((resolve) => setTimeout(resolve, 10))
      ended.push(item)
      return item
    }
    await expect(
      collect(mapOrdered(given([0, 1, 2, 3, 4, 5, 6, 7]), {concurrency: 2, window: 8}, work)),
    ).rejects.toThrow('broken')
    expect(ended).toContain(2)
    expect(ended).not.toContain(7)
  })
})
