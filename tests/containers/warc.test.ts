/** Web archives: pages and texts come out as a browser would have seen them, and damage costs no more than its record. */
import {randomBytes} from 'node:crypto'
import {writeFileSync} from 'node:fs'
import {brotliCompressSync, deflateRawSync, deflateSync, gzipSync} from 'node:zlib'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {WARCRecord, WARCSerializer} from 'warcio'
import {readContainer} from '../../src/containers/container.js'
import type {LeftOut} from '../../src/containers/record.js'
import {readWarc} from '../../src/containers/warc.js'
import {type Answer, compressed, idOf, record, response} from './archive.js'
import {collect, inChunks, makeFile, options, summarize} from './reading.js'

const info = record('warcinfo', 'software: test\r\n')

function read(bytes: Uint8Array, size = 11): ReturnType<typeof summarize> {
  return summarize(readWarc(inChunks(bytes, size), options))
}

async function readOne(
  bytes: Uint8Array,
): Promise<{bytes?: Uint8Array; given?: object; reason?: string; name?: string}> {
  const records = await collect(readWarc(inChunks(bytes, 1000), options))
  expect(records).toHaveLength(1)
  return records[0]!
}

describe('pages and texts', () => {
  test('an answer', async () => {
    const bytes = Buffer.concat([info, record('request', 'GET / HTTP/1.1\r\n\r\n'), response(1, '<p>é')])
    expect(await collect(readWarc(inChunks(bytes, 7), options))).toEqual([
      {
        name: idOf(1),
        number: 3,
        bytes: new Uint8Array(Buffer.from('<p>é')),
        given: {mediaType: 'text/html', charset: 'utf-8', fields: {source: 'https://example.org/1'}},
      },
    ])
  })

  test('a text of WET, a resource', async () => {
    const headers = {'Content-Type': 'text/plain', 'WARC-Target-URI': '<http://example.org/a b>'}
    expect(await readOne(record('conversion', 'text', headers))).toMatchObject({
      name: '1',
      given: {mediaType: 'text/plain', fields: {source: 'http://example.org/a%20b'}},
    })
    expect(
      await readOne(record('resource', '# A', {'Content-Type': 'text/markdown', 'WARC-Target-URI': 'file:///a.md'})),
    ).toEqual({
      name: '1',
      number: 1,
      bytes: new Uint8Array(Buffer.from('# A')),
      given: {},
    })
  })

  test('no type: text is taken, anything else is not', async () => {
    const http = {Server: 'x'}
    expect(
      (await read(Buffer.concat([response(1, 'text', {http}), response(2, randomBytes(2000), {http})]))).map(
        ([, text]) => text,
      ),
    ).toEqual(['text'])
    const warc = {'WARC-Identified-Payload-Type': 'application/xhtml+xml'}
    expect((await readOne(response(1, 'text', {http, warc}))).given).toMatchObject({mediaType: 'text/html'})
  })

  test('what is left out is counted', async () => {
    const counts: Partial<Record<LeftOut, number>> = {}
    const bytes = Buffer.concat([
      info,
      response(1, 'gone', {status: '404 Not Found'}),
      response(2, '', {status: '301 Moved'}),
      response(3, 'GIF', {http: {'Content-Type': 'image/gif'}}),
      response(4, ''),
      record('revisit', ''),
      record('metadata', 'a: b\r\n'),
      record('response', '20210203 1.2.3.4', {'Content-Type': 'text/dns'}),
    ])
    const onLeftOut = (why: LeftOut): void => {
      counts[why] = (counts[why] ?? 0) + 1
    }
    expect(await collect(readWarc(inChunks(bytes, 100), {...options, onLeftOut}))).toEqual([])
    expect(counts).toEqual({'record type': 3, 'HTTP status': 2, 'media type': 2, 'empty body': 1})
  })

  test('lines that end with LF alone, more of them than there should be, none at the end', async () => {
    const text = Buffer.concat([response(1, 'a'), response(2, 'b')]).toString()
    const sloppy = text.replace(/\r\n\r\n(?=WARC|$)/g, '\n\n\n\r\n').replace(/\s+$/, '')
    expect((await read(Buffer.from(sloppy))).map(([, body]) => body)).toEqual(['a', 'b'])
    const lf = record('resource', 'abc', {'Content-Type': 'text/plain'}).toString().replaceAll('\r', '')
    expect(await read(Buffer.from(lf))).toEqual([['1', 'abc']])
  })

  test('bytes share their memory with nothing', async () => {
    const {bytes} = await readOne(
      response(1, gzipSync('abc'), {http: {'Content-Type': 'text/html', 'Content-Encoding': 'gzip'}}),
    )
    expect(bytes!.buffer.byteLength).toBe(3)
  })
})

describe('codings', () => {
  const page = `<p>${'A page. '.repeat(100)}`
  const chunked = (bytes: Uint8Array, size = 50): Buffer => {
    const parts = [...inChunks(bytes, size)].map((part) =>
      Buffer.concat([Buffer.from(`${part.length.toString(16)};x=y\r\n`), part, Buffer.from('\r\n')]),
    )
    return Buffer.concat([...parts, Buffer.from('0\r\nTrailer: x\r\n\r\n')])
  }
  const answer = (coding: string, transfer?: string): Answer => {
    return {
      http: {'Content-Type': 'text/html', 'Content-Encoding': coding, ...(transfer && {'Transfer-Encoding': transfer})},
    }
  }

  test.each<[string, Uint8Array, Answer]>([
    ['gzip', gzipSync(page), answer('gzip')],
    ['x-gzip', gzipSync(page), answer('X-GZIP')],
    ['deflate', deflateSync(page), answer('deflate')],
    ['deflate without its header', deflateRawSync(page), answer('deflate')],
    ['br', brotliCompressSync(page), answer('br')],
    ['two of them', brotliCompressSync(gzipSync(page)), answer('gzip, br')],
    ['chunks', chunked(Buffer.from(page)), answer('identity', 'chunked')],
    ['chunks of a byte', chunked(Buffer.from(page), 1), answer('', 'Chunked')],
    ['gzip in chunks', chunked(gzipSync(page)), answer('gzip', 'chunked')],
    ['gzip as a transfer coding', chunked(gzipSync(page)), answer('', 'gzip, chunked')],
    ['undone by whoever archived it', Buffer.from(page), answer('gzip', 'chunked')],
    ['undone, br', Buffer.from(page), answer('br')],
    ['none that there is, as browsers pass over it', Buffer.from(page), answer('utf-8')],
  ])('%s', async (_, body, headers) => {
    expect(await read(response(1, body, headers))).toEqual([[idOf(1), page]])
  })

  test('a text of which the first byte is a whole stream of Brotli', async () => {
    for (const text of ['1 text', '?', ';-)'])
      expect((await readOne(response(1, text, answer('br')))).bytes).toEqual(new Uint8Array(Buffer.from(text)))
  })

  test.each<[string, Uint8Array, Answer, RegExp]>([
    ['unknown', randomBytes(500), answer('zstd'), /its content coding "zstd" is unknown/],
    ['cut gzip', gzipSync(randomBytes(900)).subarray(0, 700), answer('gzip'), /"gzip" is damaged or cut off/],
    ['cut br', brotliCompressSync(randomBytes(900)).subarray(0, 700), answer('br'), /"br" is damaged or cut off/],
    [
      'cut chunks',
      chunked(Buffer.from(page)).subarray(0, 200),
      answer('', 'chunked'),
      /chunked transfer coding does not end/,
    ],
    [
      'no last chunk',
      chunked(Buffer.from(page)).subarray(0, -17),
      answer('', 'chunked'),
      /chunked transfer coding does not end/,
    ],
    ['a bomb', gzipSync(Buffer.alloc(50 * 1024 ** 2)), answer('gzip'), /is larger than 1MB/],
    ['too large', Buffer.alloc(1024 ** 2 + 1, 'x'), answer(''), /is larger than 1MB/],
    ['much too large', Buffer.alloc(5 * 1024 ** 2, 'x'), answer(''), /is larger than 1MB/],
  ])('bad: %s', async (_, body, headers, reason) => {
    const records = await read(Buffer.concat([response(1, body, headers), response(2, 'next')]), 5000)
    expect(records).toEqual([
      [`~${idOf(1)}`, expect.stringMatching(reason)],
      [idOf(2), 'next'],
    ])
  })

  test('a large picture is left out, not told of', async () => {
    expect(
      await read(response(1, Buffer.alloc(5 * 1024 ** 2), {http: {'Content-Type': 'image/png'}}), 100_000),
    ).toEqual([])
  })

  test.each(['text/html', 'video/mp4'])('a gigabyte of %s is passed over with flat memory', async (type) => {
    const http = `HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\n\r\n`
    const before = process.memoryUsage().rss
    let most = 0
    function* chunks(): Generator<Uint8Array> {
      const length = String(http.length + 1024 ** 3)
      const whole = record('response', http, {'Content-Type': 'application/http', 'Content-Length': length})
      yield whole.subarray(0, -4)
      for (let count = 0; count < 1024; count++) {
        most = Math.max(most, process.memoryUsage().rss)
        yield Buffer.alloc(1024 ** 2, 'x')
      }
      yield whole.subarray(-4)
      yield response(2, 'next')
    }
    const records = await summarize(readWarc(chunks(), options))
    const large = type === 'text/html' ? [['~1', expect.stringMatching(/is larger than 1MB/)]] : []
    expect(records).toEqual([...large, [idOf(2), 'next']])
    expect(most - before).toBeLessThan(200 * 1024 ** 2)
  })

  test('what whoever archived it did not read to its end', async () => {
    const warc = {'WARC-Truncated': 'length'}
    expect((await readOne(response(1, 'half', {warc}))).reason).toBe(
      'is not whole: whoever archived it stopped reading ("length")',
    )
  })
})

describe('what is no archive, or not in order', () => {
  const [one, two, three] = [response(1, 'one'), response(2, 'two'), response(3, 'three')] as const

  test.each<[string, Uint8Array | string, string]>([
    ['an empty file', '', 'is empty, and no web archive'],
    ['line ends alone', '\r\n\r\n', 'is empty, and no web archive'],
    ['a page', '<html>', 'is no web archive: it does not begin with a record of WARC'],
    [
      'ARC',
      'filedesc://a.arc 0.0.0.0 20010101000000 text/plain 76\n1 0 x\n',
      'is an archive of the old format ARC; convert it to WARC',
    ],
  ])('%s', async (_, bytes, reason) => {
    expect((await readOne(Buffer.from(bytes))).reason).toBe(reason)
  })

  const lied = (length: string): Buffer =>
    Buffer.from(two.toString().replace(/Content-Length: \d+/, `Content-Length: ${length}`))
  test.each<[string, Uint8Array, RegExp]>([
    ['a length that is too small', lied('60'), /next record does not begin behind the 60 bytes/],
    ['no number', lied('1e2'), /no valid WARC-Type and Content-Length/],
    ['a negative length', lied('-5'), /no valid WARC-Type and Content-Length/],
    ['two lengths', lied('50\r\nContent-Length: 60'), /no valid WARC-Type and Content-Length/],
    [
      'no type',
      Buffer.from(two.toString().replace('WARC-Type: response\r\n', '')),
      /no valid WARC-Type and Content-Length/,
    ],
    [
      'a header without end',
      Buffer.from(`WARC/1.0\r\n${'a: b\r\n'.repeat(100_000)}\r\n`),
      /header is longer than 256kB/,
    ],
    ['no HTTP', record('response', 'text', {'Content-Type': 'application/http'}), /does not begin with a status/],
  ])('%s', async (_, bytes, reason) => {
    const records = await read(Buffer.concat([one, bytes, three]), 1000)
    expect(records).toEqual([
      [idOf(1), 'one'],
      [expect.any(String), expect.stringMatching(reason)],
      [idOf(3), 'three'],
    ])
  })

  test('a length that is too great takes the record behind it along', async () => {
    const records = await read(Buffer.concat([one, lied('150'), three, response(4, 'four')]))
    expect(records.map(([, what]) => what)).toEqual(
      ['one', expect.stringMatching(/behind the 150 bytes/), expect.any(String)].slice(0, 2).concat('four'),
    )
    expect((await read(Buffer.concat([one, lied('999999999999')]))).map(([, what]) => what)).toEqual([
      'one',
      expect.stringMatching(/^!ends after \d+ of 999999999999 bytes: the archive is cut off$/),
    ])
  })

  test('a length that is too great costs its record alone, where the archive can be looked ahead in', async () => {
    const records = [
      one,
      lied('150'),
      three,
      lied('999999999999'),
      response(4, 'four'),
      lied('9999999'),
      response(5, 'five'),
    ]
    const whole = readContainer(makeFile('a.warc', Buffer.concat(records)), 'warc', options)
    expect(await summarize(whole)).toEqual([
      [idOf(1), 'one'],
      [`~${idOf(2)}`, expect.stringMatching(/behind the 150 bytes/)],
      [idOf(3), 'three'],
      [`~${idOf(2)}~2`, expect.stringMatching(/^!ends after \d+ of 999999999999 bytes/)],
      [idOf(4), 'four'],
      [`~${idOf(2)}~3`, expect.stringMatching(/^!ends after \d+ of 9999999 bytes/)],
      [idOf(5), 'five'],
    ])
  })

  test('a length that is too great costs its record alone, where each is compressed by itself', async () => {
    const records = [one, lied('150'), three, lied('999999999999'), response(4, 'four')]
    const whole = readContainer(makeFile('a.warc.gz', compressed(records)), 'warc.gz', options)
    expect(await summarize(whole)).toEqual([
      [idOf(1), 'one'],
      [`~${idOf(2)}`, expect.stringMatching(/the next record begins before the end/)],
      [idOf(3), 'three'],
      [`~${idOf(2)}~2`, expect.stringMatching(/the next record begins before the end/)],
      [idOf(4), 'four'],
    ])
  })

  test('records that are not cut where their members are', async () => {
    const bytes = Buffer.concat([one, two, three])
    for (const size of [1, 7, 300]) {
      const file = makeFile('a.warc.gz', compressed([...inChunks(bytes, size)]))
      expect((await summarize(readContainer(file, 'warc.gz', options))).map(([, what]) => what)).toEqual([
        'one',
        'two',
        'three',
      ])
    }
  })

  test('a page that is an archive itself is one record', async () => {
    const inner = response(7, Buffer.concat([one, two]), {http: {'Content-Type': 'text/plain'}})
    for (const kind of ['warc', 'warc.gz'] as const) {
      const parts = [one, inner, three]
      const file = makeFile(`a.${kind}`, kind === 'warc' ? Buffer.concat(parts) : compressed(parts))
      expect((await summarize(readContainer(file, kind, options))).map(([name]) => name)).toEqual([
        idOf(1),
        idOf(7),
        idOf(3),
      ])
    }
  })

  test('noise between records', async () => {
    const bytes = Buffer.concat([one, Buffer.from('noise\n'), two, three])
    const records = await read(bytes)
    expect(await summarize(readContainer(makeFile('a.warc', bytes), 'warc', options))).toEqual(records)
    expect(records.map(([, what]) => what)).toEqual([
      '?one',
      expect.stringMatching(/^!.*no record begins/),
      'two',
      'three',
    ])
  })
})

describe('cut off and damaged', () => {
  const whole = [info, response(1, 'one'), response(2, '<p>two'), response(3, 'three')]
  const texts = ['one', '<p>two', 'three']

  const endsOf = (parts: readonly Uint8Array[]): number[] => {
    return parts.map((_, index) => Buffer.concat(parts.slice(0, index + 1)).length)
  }

  /** Read a file cut off at every byte. `slack` is how much of a record's end may be missing without harm. */
  async function expectCuts(parts: readonly Buffer[], kind: 'warc' | 'warc.gz', slack: number): Promise<void> {
    const bytes = Buffer.concat(parts)
    const ends = endsOf(parts)
    const file = makeFile(`a.${kind}`, '')
    for (let length = 0; length < bytes.length; length++) {
      writeFileSync(file, bytes.subarray(0, length))
      const records = (await summarize(readContainer(file, kind, options))).map(([, what]) => what)
      const good = records.filter((what) => !what.startsWith('!'))
      const bad = records.filter((what) => what.startsWith('!'))
      // The first record is no page.
      const least = ends.slice(1).filter((end) => end <= length).length
      const most = ends.slice(1).filter((end) => end - slack <= length).length
      expect(good, `cut at ${length}`).toEqual(texts.slice(0, good.length))
      expect(good.length, `cut at ${length}`).toBeGreaterThanOrEqual(least)
      expect(good.length, `cut at ${length}`).toBeLessThanOrEqual(most)
      const isBoundary = ends.some((end) => (kind === 'warc' ? end - slack : end) <= length && length <= end)
      expect(bad.length, `cut at ${length}`).toBe(isBoundary ? 0 : 1)
    }
  }

  test('cut off at every byte: whole records come out, and the cut is told', async () => {
    await expectCuts(whole, 'warc', 4)
  })

  test('compressed, cut off at every byte', async () => {
    // Of a member, checksum and size may be missing and the last of its data: the line ends behind the record.
    await expectCuts(
      whole.map((part) => gzipSync(part)),
      'warc.gz',
      8 + 4,
    )
  })

  test('a member that does not match its checksum: its record is in doubt, and no other', async () => {
    const parts = whole.map((part) => gzipSync(part))
    parts[2]![parts[2]!.length - 6]! ^= 1
    const file = makeFile('a.warc.gz', Buffer.concat(parts))
    expect(await summarize(readContainer(file, 'warc.gz', options))).toEqual([
      [idOf(1), 'one'],
      [idOf(2), '?<p>two'],
      [idOf(3), 'three'],
    ])
    parts[0]![parts[0]!.length - 6]! ^= 1
    writeFileSync(file, Buffer.concat(parts))
    // Of what is no page nothing comes that could tell of it.
    expect((await summarize(readContainer(file, 'warc.gz', options)))[0]).toEqual([
      '~2',
      expect.stringMatching(/^!cannot be trusted: .* do not match their checksum$/),
    ])
  })

  test('a damaged member says nothing of the record before it', async () => {
    const parts = [response(1, 'one'), Buffer.from('noise'), response(2, 'two')]
    const file = makeFile('a.warc.gz', compressed(parts))
    expect((await summarize(readContainer(file, 'warc.gz', options))).map(([, what]) => what)).toEqual([
      'one',
      expect.stringMatching(/^!/),
      'two',
    ])
  })

  test('a record that begins inside of the header of a broken one is found', async () => {
    const broken = response(1, 'one').subarray(0, 70)
    const bytes = Buffer.concat([broken, response(2, 'two'), Buffer.from('noise'), response(3, 'three')])
    expect((await read(bytes)).map(([, what]) => what)).toEqual([
      expect.stringMatching(/^!is broken off/),
      '?two',
      expect.stringMatching(/^!/),
      'three',
    ])
  })

  test('any byte changed: nothing throws, and no record is another', async () => {
    const bytes = compressed(whole)
    const file = makeFile('a.warc.gz', '')
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({min: 1, max: 255}), async (at, by) => {
        const copy = Buffer.from(bytes)
        copy[at]! ^= by
        writeFileSync(file, copy)
        const records = await summarize(readContainer(file, 'warc.gz', options))
        const good = records.filter(([, what]) => !/^[!?]/.test(what)).map(([, what]) => what)
        // A change in the header of a member may change nothing; one elsewhere costs its record.
        expect(texts.filter((text) => good.includes(text))).toEqual(good)
        // A record behind which no other begins may have the wrong length, and is not given either.
        expect(good.length).toBeGreaterThanOrEqual(1)
        if (good.length < 3) expect(records.length).toBeGreaterThan(good.length)
      }),
      {numRuns: 300},
    )
  })

  test('a damage inside of an archive that is compressed as a whole', async () => {
    const pages = Array.from({length: 50}, (_, index) => response(index, randomBytes(30_000).toString('base64')))
    const zip = gzipSync(Buffer.concat(pages))
    zip[zip.length >> 1]! ^= 0xff
    const records = await summarize(readContainer(makeFile('a.warc.gz', zip), 'warc.gz', options))
    expect(records.length).toBeGreaterThan(20)
    expect(records.filter(([, what]) => !/^[!?]/.test(what))).toEqual([])
  })

  test('any bytes at all', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'WARC/1.0\r\n',
        'WARC/1.',
        'Content-Length: 10\r\n',
        'WARC-Type: resource\r\n',
        'Content-Type: text/plain\r\n',
        '\r\n',
        '\n',
        '\r',
        'text',
        'HTTP/1.1 200\r\n',
      ),
      fc.string({maxLength: 5}),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, {maxLength: 40}), fc.integer({min: 1, max: 20}), async (pieces, size) => {
        const bytes = Buffer.from(pieces.join(''))
        const records = await read(bytes, size)
        expect(await read(bytes, 10_000)).toEqual(records)
      }),
      {numRuns: 500},
    )
  })

  test.each([true, false])('what warcio writes comes out; compressed: %s', async (gzip) => {
    const texts = ['first', '<p>second', 'þriðja']
    const parts: Uint8Array[] = []
    for (const [index, text] of texts.entries()) {
      async function* content(): AsyncGenerator<Uint8Array> {
        yield Buffer.from(text)
      }
      const url = `https://example.org/${index}`
      const written = WARCRecord.create({url, type: 'response', httpHeaders: {'Content-Type': 'text/plain'}}, content())
      parts.push(await WARCSerializer.serialize(written, {gzip}))
    }
    const file = makeFile('a.warc', Buffer.concat(parts))
    const records = await collect(readContainer(file, 'warc', options))
    expect(records.map((item) => 'bytes' in item && Buffer.from(item.bytes).toString())).toEqual(texts)
    expect(records.map((item) => item.name)).toEqual(records.map(() => expect.stringMatching(/^[\da-f-]{36}$/)))
  })

  test('what is archived comes out', async () => {
    const body = fc.uint8Array({minLength: 1, maxLength: 300})
    const http = {'Content-Type': 'text/plain'}
    await fc.assert(
      fc.asyncProperty(
        fc.array(body, {minLength: 1, maxLength: 8}),
        fc.integer({min: 1, max: 400}),
        async (bodies, size) => {
          const bytes = Buffer.concat(bodies.map((content, index) => response(index, content, {http})))
          const records = await collect(readWarc(inChunks(bytes, size), options))
          expect(records.map((item) => 'bytes' in item && Buffer.from(item.bytes).toString('hex'))).toEqual(
            bodies.map((content) => Buffer.from(content).toString('hex')),
          )
        },
      ),
    )
  })
})
