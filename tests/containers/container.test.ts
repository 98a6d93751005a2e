/** What a file is told by its name, and read as what it is. */
import {execFileSync} from 'node:child_process'
import {existsSync, readdirSync, readlinkSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {gzipSync} from 'node:zlib'
import {describe, expect, test} from 'vitest'
import {
  containerIdOf,
  containerOf,
  describeForeign,
  readCompressed,
  readContainer,
} from '../../src/containers/container.js'
import {DocumentError} from '../../src/errors.js'
import {compressed, response} from './archive.js'
import {collect, makeFile, options, summarize} from './reading.js'

test.each([
  ['a/b.jsonl', 'jsonl', 'a/b'],
  ['a/b.NDJSON', 'jsonl', 'a/b'],
  ['b.jsonl.gz', 'jsonl.gz', 'b'],
  ['b.ndjson.gz', 'jsonl.gz', 'b'],
  ['b.warc', 'warc', 'b'],
  ['CC-1.warc.gz', 'warc.gz', 'CC-1'],
  ['b.wet', 'warc', 'b'],
  ['b.wet.gz', 'warc.gz', 'b'],
  ['b.warc.wet.gz', 'warc.gz', 'b'],
  ['b.html.gz', 'gz', 'b'],
  ['b.txt.gz', 'gz', 'b'],
  ['b.md.gz', 'gz', 'b'],
  ['b.v2.gz', 'gz', 'b.v2'],
  ['b.gz', 'gz', 'b'],
  ['b.html', undefined, 'b.html'],
  ['warc', undefined, 'warc'],
  ['b.jsonl.bak', undefined, 'b.jsonl.bak'],
])('%s', (path, kind, id) => {
  expect(containerOf(path)).toBe(kind)
  expect(containerIdOf(path)).toBe(id)
})

describe('a container', () => {
  const lines = '{"text":"a"}\n{"text":"b"}\n'
  const archive = [response(1, 'one'), response(2, 'two')]

  test.each<[string, string, Uint8Array | string]>([
    ['lines', 'a.jsonl', lines],
    ['compressed lines', 'a.jsonl.gz', gzipSync(lines)],
    ['compressed lines without the ending', 'a.jsonl', gzipSync(lines)],
    ['lines that were decompressed under way', 'a.jsonl.gz', `\ufeff ${lines}`],
  ])('%s', async (_, name, content) => {
    const kind = containerOf(name) as 'jsonl'
    expect((await summarize(readContainer(makeFile(name, content), kind, options))).map(([, text]) => text)).toEqual([
      'a',
      'b',
    ])
  })

  test.each<[string, string, Uint8Array | string]>([
    ['an archive', 'a.warc', Buffer.concat(archive)],
    ['a compressed archive', 'a.warc.gz', compressed(archive)],
    ['an archive that is compressed as a whole', 'a.warc.gz', gzipSync(Buffer.concat(archive))],
    ['an archive that was decompressed under way', 'a.warc.gz', Buffer.concat(archive)],
  ])('%s', async (_, name, content) => {
    const kind = containerOf(name) as 'warc'
    expect((await summarize(readContainer(makeFile(name, content), kind, options))).map(([, text]) => text)).toEqual([
      'one',
      'two',
    ])
  })

  test('no gzip file, and an empty one', async () => {
    expect(await summarize(readContainer(makeFile('a.jsonl.gz', 'noise'), 'jsonl.gz', options))).toEqual([
      ['~1', '!is no gzip file'],
    ])
    expect(await summarize(readContainer(makeFile('a.jsonl.gz', ''), 'jsonl.gz', options))).toEqual([
      ['~1', '!is empty, and no gzip file'],
    ])
    expect(await summarize(readContainer(makeFile('a.jsonl', ''), 'jsonl', options))).toEqual([])
  })

  test('a file that is not there, a folder, a pipe', async () => {
    const file = makeFile('a.warc', '')
    execFileSync('mkfifo', [join(dirname(file), 'pipe')])
    const reasons = [`${file}x`, dirname(file), join(dirname(file), 'pipe')].map(async (path) => {
      const error = await collect(readContainer(path, 'warc', options)).catch((thrown: unknown) => thrown)
      expect(error).toBeInstanceOf(DocumentError)
      return (error as Error).message
    })
    expect(await Promise.all(reasons)).toEqual([
      'vanished during the run',
      'is not a regular file',
      'is not a regular file',
    ])
  })

  test.runIf(existsSync('/proc/self/fd'))('who stops early closes the file', async () => {
    const large = `{"text":"${'x'.repeat(1000)}"}\n`.repeat(10_000)
    for (const [name, content] of [
      ['a.jsonl', large],
      ['a.jsonl.gz', gzipSync(large)],
      ['a.warc.gz', compressed(archive)],
    ] as const) {
      const file = makeFile(name, content)
      for await (const record of readContainer(file, containerOf(name) as 'jsonl', options)) {
        expect('bytes' in record).toBe(true)
        break
      }
      const open = readdirSync('/proc/self/fd').filter((fd) => {
        const link = join('/proc/self/fd', fd)
        return existsSync(link) && readlinkSync(link) === file
      })
      expect(open).toEqual([])
    }
  })

  test('compressed lines, cut off at every byte: what comes out is right, and the cut is told', async () => {
    const texts = ['one', 'é'.repeat(50), 'three', 'four']
    const zip = gzipSync(texts.map((text) => JSON.stringify({text})).join('\n'))
    const file = makeFile('a.jsonl.gz', '')
    for (let length = 1; length < zip.length; length++) {
      writeFileSync(file, zip.subarray(0, length))
      const records = (await summarize(readContainer(file, 'jsonl.gz', options))).map(([, what]) => what)
      expect(records.at(-1)).toMatch(length < 3 ? /^!is/ : /^!is cut off: the file ends inside of the gzip data/)
      expect(records.slice(0, -1)).toEqual(texts.slice(0, records.length - 1))
      if (length >= zip.length - 8) expect(records).toHaveLength(5)
    }
  })

  test('a damage in compressed lines is told once, with the lines on both sides', async () => {
    const parts = ['{"text":"a"}\n{"te', 'xt":"b"}\n', '{"text":"c"}\n{"te', 'xt":"d"}\n{"text":"e"}\n'].map((part) =>
      gzipSync(part),
    )
    parts[1]![12]! ^= 0xff
    parts[1]![0] = 0
    const records = await collect(readContainer(makeFile('a.jsonl.gz', Buffer.concat(parts)), 'jsonl.gz', options))
    expect(records.map((record) => ('bytes' in record ? Buffer.from(record.bytes).toString() : record.reason))).toEqual(
      ['a', expect.stringMatching(/are no gzip data/), 'c', 'd', 'e'],
    )
    expect(records.map(({number}) => number)).toEqual([1, 2, 3, 4, 5])
  })
})

describe('one compressed raw', () => {
  const text = 'text '.repeat(100)
  const zip = gzipSync(text)

  test.each<[string, Uint8Array]>([
    ['whole', zip],
    ['with zeros behind', Buffer.concat([zip, Buffer.alloc(20)])],
    ['with noise behind', Buffer.concat([zip, Buffer.from('noise')])],
  ])('%s', async (_, bytes) => {
    const read = await readCompressed(makeFile('a.txt.gz', bytes), 500)
    expect(Buffer.from(read).toString()).toBe(text)
    expect(read.buffer.byteLength).toBe(read.length)
  })

  test.each<[string, Uint8Array, string]>([
    ['cut off', zip.subarray(0, 20), 'is cut off: the file ends inside of the gzip data that begin at its byte 0'],
    [
      'wrong',
      Buffer.concat([zip.subarray(0, -8), Buffer.alloc(8)]),
      'cannot be trusted: the gzip data that begin at byte 0 of the file do not match their checksum',
    ],
    ['no gzip', Buffer.from('text'), 'is no gzip file'],
    ['too large', gzipSync(`${text}x`), 'is larger than 500B; raise limits.bytes in the configuration to take it in'],
    [
      'a bomb',
      gzipSync(Buffer.alloc(50 * 1024 ** 2)),
      'is larger than 500B; raise limits.bytes in the configuration to take it in',
    ],
  ])('%s', async (_, bytes, reason) => {
    await expect(readCompressed(makeFile('a.txt.gz', bytes), 500)).rejects.toThrow(new DocumentError(reason))
  })

  test('not there', async () => {
    await expect(readCompressed('/nowhere/a.gz', 500)).rejects.toThrow(new DocumentError('vanished during the run'))
  })
})

test.each([
  ['a.jsonl.zst', [0x28, 0xb5, 0x2f, 0xfd, 0, 0], /^is compressed with Zstandard, .* decompress it \(zstd -d\)/],
  ['a.warc.xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0, 0], /^is compressed with xz, /],
  ['a.txt.bz2', [0x42, 0x5a, 0x68, 0x39], /^is compressed with bzip2, /],
  ['text.zst', [0x61, 0x62, 0x63, 0x64, 0x65], undefined],
  ['empty.zst', [], undefined],
  ['a.txt', [0x28, 0xb5, 0x2f, 0xfd], undefined],
])('what is compressed otherwise is not read, and what to do is said: %s', async (name, bytes, reason) => {
  const said = await describeForeign(name, makeFile(name, Uint8Array.from(bytes)))
  expect(said).toEqual(reason && expect.stringMatching(reason))
})
