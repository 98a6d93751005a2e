/** JSON lines: each is a raw or a reason, and a bad one harms no other. */
import {randomBytes} from 'node:crypto'
import {gzipSync} from 'node:zlib'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {readContainer} from '../../src/containers/container.js'
import {readJsonl} from '../../src/containers/jsonl.js'
import type {BadRecord, ContainerRecord} from '../../src/containers/record.js'
import {collect, inChunks, makeFile, options, summarize} from './reading.js'

async function read(text: string | Uint8Array, size = 7): Promise<(ContainerRecord | BadRecord)[]> {
  return collect(readJsonl(inChunks(text, size), options))
}

async function readOne(text: string | Uint8Array): Promise<Partial<ContainerRecord & BadRecord>> {
  const records = await read(text, 1000)
  expect(records).toHaveLength(1)
  return records[0]!
}

describe('a raw', () => {
  test('with what is said of it', async () => {
    const line = {
      id: 'x/1',
      text: 'Tēxt',
      title: ' A\ntitle ',
      author: ['Ann', 'Bob', 3, null],
      url: 'https://a.org/',
      date: '2020-01-31',
    }
    expect(await readOne(JSON.stringify(line))).toEqual({
      name: 'x%2F1',
      number: 1,
      field: 'text',
      bytes: new Uint8Array(Buffer.from('Tēxt')),
      given: {
        charset: 'utf-8',
        fields: {title: 'A title', author: ['Ann', 'Bob', '3'], source: 'https://a.org/', date: '2020-01-31'},
      },
    })
  })

  test('HTML goes before text, where there is any', async () => {
    const {bytes, given} = await readOne('{"text":"t","html":"<p>h"}')
    expect([Buffer.from(bytes!).toString(), given]).toEqual(['<p>h', {mediaType: 'text/html', charset: 'utf-8'}])
    expect((await readOne('{"text":"t","html":" "}')).given).toEqual({charset: 'utf-8'})
    expect((await readOne('{"text":"","content":"c"}')).bytes).toEqual(new Uint8Array([99]))
  })

  test('names with dots lead into objects, where no field has that very name', async () => {
    expect((await readOne('{"text":"t","meta":{"date":"2020"},"meta.author":"A"}')).given!.fields).toEqual({
      date: '2020',
      author: 'A',
    })
    expect((await readOne('{"text":"t","meta.author":1,"meta":{"author":"A"}}')).given!.fields).toEqual({author: '1'})
    expect((await readOne('{"text":"t","meta":[{"author":"A"}]}')).given!.fields).toBeUndefined()
  })

  test.each([
    ['a number of seconds or milliseconds', '1583020800'],
    ['the same as a string', '"1583020800000"'],
    ['microseconds with a fraction', '"1583020800.25"'],
    ['a year as a number', '2020'],
    ['a truth value', 'true'],
    ['null', 'null'],
    ['an object', '{"$date":"2020-01-01"}'],
    ['an empty list', '[]'],
  ])('no date: %s', async (_, value) => {
    expect((await readOne(`{"text":"t","date":${value}}`)).given!.fields).toBeUndefined()
  })

  test.each(['2020', '2020.01', '20200131', '20200131120000', '31.1.2020'])('a date: %s', async (date) => {
    expect((await readOne(JSON.stringify({text: 't', date}))).given!.fields).toEqual({date})
  })

  test('numbers are ids and titles', async () => {
    const {name, given} = await readOne('{"id":42,"text":"t","title":1984}')
    expect([name, given!.fields]).toEqual(['42', {title: '1984'}])
  })

  test('half a surrogate pair', async () => {
    const {bytes} = await readOne('{"text":"é\\ud83d€\\ude00😀\\uFFFD"}')
    expect(Buffer.from(bytes!).toString('hex')).toBe('c3a9eda0bde282acedb880f09f9880efbfbd')
  })

  test('bytes share their memory with nothing', async () => {
    for (const record of await read('{"text":"short"}\n{"text":"é\\ud83d"}')) {
      if ('bytes' in record) expect(record.bytes.buffer.byteLength).toBe(record.bytes.length)
    }
  })
})

describe('no raw', () => {
  test.each([
    ['bad JSON', '{"text": "a",}', 'is not JSON: unexpected "}" at character 14'],
    ['a bad escape', '{"text": "a\\x"}', 'is not JSON: unexpected "\\\\" at character 12'],
    ['an unfinished line', '{"text": "a', 'is not JSON: unexpected end after 11 characters'],
    ['text behind', '{} {}', 'is not JSON: unexpected "{" at character 4'],
    ['a word', 'nul', 'is not JSON: unexpected "n" at character 1'],
    ['a bad number', '{"a":01}', 'is not JSON: unexpected "1" at character 7'],
    ['a control character', '{"a":"\u0001"}', 'is not JSON: unexpected "\\u0001" at character 7'],
    ['a list', '[1]', 'is no JSON object but a list'],
    ['null', 'null', 'is no JSON object but null'],
    ['a string', '"text"', 'is no JSON object but a string'],
    [
      'no text',
      '{"id":"a","text":7}',
      'holds no text: none of its fields "html", "text", "content" is a string with something in it',
    ],
    [
      'text from a prototype',
      '{"__proto__":{"text":"t"}}',
      'holds no text: none of its fields "html", "text", "content" is a string with something in it',
    ],
    [
      'too large',
      JSON.stringify({text: 'x'.repeat(1024 ** 2 + 1)}),
      'is larger than 1MB; raise limits.bytes in the configuration to take it in',
    ],
    [
      'a line that is too long',
      JSON.stringify({text: 'x'.repeat(5 * 1024 ** 2)}),
      'is larger than 1MB; raise limits.bytes in the configuration to take it in',
    ],
  ])('%s', async (_, line, reason) => {
    expect(await readOne(line)).toMatchObject({number: 1, reason})
  })

  test('not UTF-8', async () => {
    expect(await readOne(Buffer.from('{"text":"\xe9"}', 'latin1'))).toMatchObject({reason: 'is not UTF-8'})
  })

  test('bad lines harm no others, empty ones are passed over', async () => {
    const records = await read('\ufeff{"text":"a"}\r\n\n  \n{bad}\n{"text":"b"}\n{"id":"c"}')
    expect(records.map(({name, number, ...rest}) => [name, number, 'reason' in rest])).toEqual([
      ['1', 1, false],
      ['~4', 4, true],
      ['5', 5, false],
      ['~c', 6, true],
    ])
  })

  test('hostile objects', async () => {
    const deep = `{"text":"t","a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
    expect((await readOne(deep)).given).toEqual({charset: 'utf-8'})
    expect((await readOne(`${'['.repeat(100_000)}`)).reason).toMatch(/unexpected end/)
    expect((await readOne('{"text":"a","text":"b","__proto__":{"x":1},"constructor":1}')).bytes).toEqual(
      new Uint8Array([98]),
    )
    expect(({} as Record<string, unknown>)['x']).toBeUndefined()
  })
})

test('a bad line takes no name from a good one', async () => {
  const lines = [
    '{bad',
    '{"id":"1","text":"a"}',
    '{"id":"2"}',
    '{"id":"2","text":"b"}',
    '{bad',
    '{"id":"~5","text":"c"}',
  ]
  const records = await read(lines.join('\n'))
  expect(records.map(({name}) => name)).toEqual(['~1', '1', '~2', '2', '~5', '%7E5'])
})

describe('gzip', () => {
  const lineOf = (number: number): string => `${JSON.stringify({id: `s${number}`, text: `text ${number}`})}\n`
  const change = (bytes: Buffer, at: number): Buffer<ArrayBuffer> => {
    const copy = Buffer.from(bytes)
    copy[at]! ^= 1
    return copy
  }
  const readFile = (parts: readonly Uint8Array[]): ReturnType<typeof summarize> =>
    summarize(readContainer(makeFile('a.jsonl.gz', Buffer.concat(parts)), 'jsonl.gz', options))

  test('records of a member that does not match its checksum are in doubt, and no others', async () => {
    const parts = [1, 2, 3].map((number) => gzipSync(lineOf(number) + lineOf(number + 10)))
    parts[1] = change(parts[1]!, parts[1]!.length - 6)
    expect(await readFile(parts)).toEqual([
      ['s1', 'text 1'],
      ['s11', 'text 11'],
      ['s2', '?text 2'],
      ['s12', '?text 12'],
      ['s3', 'text 3'],
      ['s13', 'text 13'],
    ])
  })

  test('so are lines that stand in two members, of which one does not', async () => {
    const bytes = Buffer.from([1, 2, 3, 4].map(lineOf).join(''))
    const cuts = [0, lineOf(1).length + 5, 2 * lineOf(1).length + 5, bytes.length]
    const parts = cuts.slice(1).map((end, index) => gzipSync(bytes.subarray(cuts[index], end)))
    parts[1] = change(parts[1]!, parts[1]!.length - 6)
    expect((await readFile(parts)).map(([, what]) => what)).toEqual(['text 1', '?text 2', '?text 3', 'text 4'])
  })

  test('a large member, of which no more than a piece is in memory', async () => {
    const lines = Array.from(
      {length: 3000},
      (_, number) => `${JSON.stringify({id: number, text: randomBytes(2000).toString('hex')})}\n`,
    )
    const zip = gzipSync(lines.join(''), {level: 1})
    const good = await readFile([zip])
    expect([good.length, good.filter(([, what]) => what.startsWith('?')).length]).toEqual([3000, 0])
    const doubtful = await readFile([change(zip, zip.length - 6), gzipSync(lineOf(1))])
    expect(doubtful.filter(([, what]) => what.startsWith('?'))).toHaveLength(3000)
    expect(doubtful.at(-1)).toEqual(['s1', 'text 1'])
    expect(doubtful).toHaveLength(3001)
    // What comes before a damage may be damaged as well; before a cut it is right.
    const damaged = await readFile([change(zip, zip.length >> 1), gzipSync(lineOf(1))])
    expect(damaged.filter(([, what]) => !/^[!?]/.test(what))).toEqual([['s1', 'text 1']])
    const cut = await readFile([zip.subarray(0, zip.length >> 1)])
    expect(cut.at(-1)![1]).toMatch(/^!is cut off/)
    expect(cut.filter(([, what]) => what.startsWith('?'))).toEqual([])
  })

  test('a member of which nothing comes that could tell of it', async () => {
    const zip = gzipSync('\n\n')
    expect(await readFile([change(zip, zip.length - 6), gzipSync(lineOf(1))])).toEqual([
      ['~3', expect.stringMatching(/^!cannot be trusted/)],
      ['s1', 'text 1'],
    ])
  })
})

test('a line that is nothing but values is not parsed', async () => {
  const line = Buffer.from(`{"text":"t","a":[${'[],'.repeat(8 * 1024 ** 2)}0]}`)
  const records = await collect(readJsonl([line], {...options, limit: 64 * 1024 ** 2}))
  expect(records).toMatchObject([{reason: 'holds too many values beside its text to be read'}])
})

test('whatever JSON.parse refuses is told with a place inside of the line', () => {
  const piece = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    'a',
    '\\',
    '\\u00',
    '1',
    '-',
    '.',
    'e',
    'true',
    'null',
    ' ',
    '"a"',
    '\n',
  )
  return fc.assert(
    fc.asyncProperty(fc.array(piece, {maxLength: 12}), async (pieces) => {
      const text = pieces.join('').replaceAll('\n', '\t')
      let isJson = true
      try {
        JSON.parse(text)
      } catch {
        isJson = false
      }
      const [record] = await read(text)
      if (isJson || !record) return
      const at = Number(/at character (\d+)/.exec((record as BadRecord).reason)?.[1] ?? text.length + 1) - 1
      expect((record as BadRecord).reason).toMatch(/^is not JSON: unexpected /)
      expect(at).toBeLessThanOrEqual(text.length)
    }),
    {numRuns: 1000},
  )
})

test('what is written comes out', async () => {
  const text = fc.string({unit: 'binary', minLength: 1}).filter((value) => /\S/.test(value))
  await fc.assert(
    fc.asyncProperty(fc.array(text), fc.integer({min: 1, max: 50}), async (texts, size) => {
      const lines = texts.map((value, index) => JSON.stringify({id: `n${index}`, text: value}))
      const records = await read(lines.join('\n'), size)
      expect(records.map((record) => 'bytes' in record && Buffer.from(record.bytes).toString())).toEqual(
        texts.map((value) => Buffer.from(value).toString()),
      )
    }),
  )
})
