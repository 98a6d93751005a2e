/** A gzip file is read member by member: a damage is told with its place and costs no more than its member. */
import {randomBytes} from 'node:crypto'
import {open} from 'node:fs/promises'
import {gzipSync} from 'node:zlib'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {isGap, isMemberStart} from '../../src/containers/chunks.js'
import {gunzip} from '../../src/containers/gzip.js'
import {makeFile, unzipped} from './reading.js'

const [one, two, three] = ['one '.repeat(99), 'two '.repeat(99), 'three '.repeat(99)].map((text) => ({
  text,
  zip: gzipSync(text),
})) as [{text: string; zip: Buffer}, {text: string; zip: Buffer}, {text: string; zip: Buffer}]

/** Which of them shows is chance: any bits may be decompressed to something. */
const damage: string = expect.stringMatching(/damaged|checksum|cut/)

/** Bytes with one of them changed. */
function changed(bytes: Uint8Array, at: number, by = 0x55): Buffer {
  const copy = Buffer.from(bytes)
  copy[at]! ^= by
  return copy
}

describe('whole', () => {
  test.each<[string, Uint8Array, string]>([
    ['one member', one.zip, one.text],
    ['members one after the other', Buffer.concat([one.zip, two.zip, three.zip]), one.text + two.text + three.text],
    ['an empty member between', Buffer.concat([one.zip, gzipSync(''), two.zip]), one.text + two.text],
    ['zeros behind the last', Buffer.concat([one.zip, Buffer.alloc(1000)]), one.text],
    ['zeros between', Buffer.concat([one.zip, Buffer.alloc(1000), two.zip]), one.text + two.text],
  ])('%s', async (_, bytes, text) => {
    expect(await unzipped(bytes)).toEqual([text])
  })

  test('header with name, comment, extra field and checksum', async () => {
    const plain = gzipSync('hello')
    const header = Buffer.from([0x1f, 0x8b, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 3, 3, 0, 1, 0, 2])
    const bytes = Buffer.concat([header, Buffer.from('a name\0a comment\0\x12\x34'), plain.subarray(10)])
    expect(await unzipped(bytes)).toEqual(['hello'])
  })

  test('a member larger than what is decompressed at once', async () => {
    const noise = randomBytes(3_000_000)
    const text = noise.toString('base64')
    expect(await unzipped(Buffer.concat([gzipSync(text), one.zip]))).toEqual([text + one.text])
  })

  test('members of every size around the boundaries of what is read at once', async () => {
    const sizes = [131_000, 131_072, 65_536, 1_048_576, 917_000]
    const parts = sizes.map((size) => randomBytes(size).toString('base64').slice(0, size))
    const [read] = await unzipped(Buffer.concat(parts.map((part) => gzipSync(part, {level: 0}))))
    expect(read === parts.join('')).toBe(true)
  })
})

describe('damaged', () => {
  const both = one.zip.length + two.zip.length

  test('data of a member', async () => {
    const read = await unzipped(Buffer.concat([one.zip, changed(two.zip, 12), three.zip]))
    expect(read.filter((item) => typeof item !== 'string')).toEqual([{gap: damage, at: one.zip.length}])
    expect(read[0]).toMatch(new RegExp(`^${one.text}`))
    expect(read.at(-1)).toBe(three.text)
  })

  test('checksum of a member', async () => {
    expect(await unzipped(Buffer.concat([one.zip, changed(two.zip, two.zip.length - 6), three.zip]))).toEqual([
      one.text + two.text,
      {gap: 'checksum', at: one.zip.length},
      three.text,
    ])
  })

  test('a member that is cut off before others', async () => {
    const read = await unzipped(Buffer.concat([one.zip, gzipSync(randomBytes(5000)).subarray(0, 3000), three.zip]))
    expect(read).toContainEqual({gap: damage, at: one.zip.length})
    expect(read.at(-1)).toBe(three.text)
  })

  test('header of the first member', async () => {
    expect(await unzipped(Buffer.concat([changed(one.zip, 0), two.zip]))).toEqual([{gap: 'foreign', at: 0}, two.text])
  })

  test('bytes between members', async () => {
    expect(await unzipped(Buffer.concat([one.zip, Buffer.from('noise'), two.zip]))).toEqual([
      one.text,
      {gap: 'foreign', at: one.zip.length},
      two.text,
    ])
  })

  test('bytes behind the last member', async () => {
    expect(await unzipped(Buffer.concat([one.zip, two.zip, Buffer.from('noise')]))).toEqual([
      one.text + two.text,
      {gap: 'foreign', at: both},
    ])
  })

  test('no gzip file, and an empty one', async () => {
    expect(await unzipped(Buffer.from('text'))).toEqual([{gap: 'foreign', at: 0}])
    expect(await unzipped(Buffer.alloc(0))).toEqual([{gap: 'cut', at: 0}])
    expect(await unzipped(Buffer.alloc(100))).toEqual([{gap: 'foreign', at: 0}])
  })

  test('a large member: what comes before the damage is given', async () => {
    const text = randomBytes(3_000_000).toString('base64')
    const zip = gzipSync(text)
    const read = await unzipped(Buffer.concat([changed(zip, 2_000_000), one.zip]))
    expect(read.filter((item) => typeof item !== 'string')).toEqual([{gap: damage, at: 0}])
    expect(text.startsWith((read[0] as string).slice(0, 2_000_000))).toBe(true)
    expect(read.at(-1)).toBe(one.text)
  })

  test('cut off at every byte: what came before is right, and the cut is told', async () => {
    const whole = Buffer.concat([one.zip, two.zip])
    for (let length = 0; length < whole.length; length++) {
      const read = await unzipped(whole.subarray(0, length))
      const isBoundary = length === one.zip.length
      const text = typeof read[0] === 'string' ? read[0] : ''
      expect((one.text + two.text).startsWith(text)).toBe(true)
      if (length >= one.zip.length) expect(text.startsWith(one.text)).toBe(true)
      const gaps = isBoundary ? [] : [{gap: 'cut', at: length < one.zip.length ? 0 : one.zip.length}]
      expect(read.filter((item) => typeof item !== 'string')).toEqual(gaps)
    }
  })

  test('any bytes changed: nothing throws, and the last member is found', async () => {
    const whole = Buffer.concat([one.zip, two.zip])
    const change = fc.tuple(fc.nat(whole.length - 1), fc.integer({min: 1, max: 255}))
    await fc.assert(
      fc.asyncProperty(fc.array(change, {minLength: 1, maxLength: 5}), async (changes) => {
        const bytes = Buffer.concat([whole, three.zip])
        for (const [at, by] of changes) bytes[at]! ^= by
        expect((await unzipped(bytes)).at(-1)).toMatch(new RegExp(`${three.text}$`))
      }),
    )
  })
})

describe('bounded', () => {
  test('a bomb flows through', async () => {
    // A gigabyte of zeros, twice compressed in no more than what one member of zeros takes.
    const megabytes = gzipSync(Buffer.alloc(64 * 1024 ** 2))
    const handle = await open(makeFile('bomb.gz', Buffer.concat(Array.from({length: 16}, () => megabytes))))
    let length = 0
    let most = 0
    const before = process.memoryUsage().rss
    for await (const chunk of gunzip(handle)) {
      if (isMemberStart(chunk)) continue
      if (isGap(chunk)) throw new Error(chunk.reason)
      length += chunk.length
      most = Math.max(most, process.memoryUsage().rss)
    }
    await handle.close()
    expect(length).toBe(1024 ** 3)
    expect(most - before).toBeLessThan(256 * 1024 ** 2)
  })

  test('headers in rows, none of which is right', async () => {
    // Each begins a stored block that holds the others.
    const header = Buffer.from('1f8b0800000000000003' + '00ffff0000', 'hex')
    const handle = await open(makeFile('rows.gz', Buffer.concat(Array.from({length: 100_000}, () => header))))
    let length = 0
    for await (const chunk of gunzip(handle)) length += 'length' in chunk ? chunk.length : 0
    await handle.close()
    expect(length).toBeLessThan(64 * 1024 ** 2)
  })
})
