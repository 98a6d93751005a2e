/** Bytes become text and the same bytes again, and the encoding is found out. */
import fc from 'fast-check'
import iconv from 'iconv-lite'
import {describe, expect, test} from 'vitest'
import {decodeBytes, encodeText} from '../../src/document/encoding.js'

const bytesOf = (text: string, encoding: string): Buffer => iconv.encode(text, encoding)
const back = (bytes: Uint8Array): Buffer => {
  const {text, encoding, undecodable} = decodeBytes(bytes)
  return Buffer.from(encodeText(text, encoding, undecodable))
}

const russian =
  'Вчера вечером в городе прошёл сильный дождь, и улицы на несколько часов превратились в реки. Жители ждали, пока вода спадёт.'
const samples: readonly (readonly [encoding: string, text: string])[] = [
  ['windows-1252', 'Le maire a déclaré « être très étonné » de la décision prise à l’été dernier — enfin !'],
  ['windows-1251', russian],
  ['koi8-r', russian],
  ['ibm866', russian],
  ['iso-8859-2', 'Příliš žluťoučký kůň úpěl ďábelské ódy a všichni mu naslouchali'],
  ['windows-1254', 'İstanbul’da yağmur bütün gece yağdı, çocuklar şemsiyesiz kaldı ve ağladı'],
  ['armscii-8', 'Երեկ երեկոյան քաղաքում ուժեղ անձրև եկավ'],
  ['shift_jis', '昨日の夜、街では強い雨が降りました。子供たちは傘を持っていませんでした。'],
  ['euc-jp', '昨日の夜、街では強い雨が降りました。'],
  ['gb18030', '昨天晚上城里下了一场大雨，孩子们没有带伞。'],
  ['gbk', '昨天晚上城里下了一场大雨，孩子们没有带伞。'],
  ['big5', '昨天晚上城裡下了一場大雨，孩子們沒有帶傘。'],
  ['euc-kr', '어제 저녁 도시에 큰 비가 내렸다. 아이들은 우산이 없었다.'],
]

describe('a declared encoding', () => {
  test.each(samples)('%s', (encoding, text) => {
    const page = `<!doctype html><meta charset="${encoding}"><p>${text}`
    // Written in two parts, for the table of armscii-8 has two hyphens.
    const bytes = Buffer.concat([Buffer.from(page.slice(0, -text.length)), bytesOf(text, encoding)])
    expect(decodeBytes(bytes)).toMatchObject({text: page, encoding, evidence: 'declaration', undecodable: []})
    expect(back(bytes).equals(bytes)).toBe(true)
  })

  test.each([
    ['<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=cp1251">', 'windows-1251'],
    ["<meta charset='win-1251'><meta charset=x-cp1251>", undefined],
    ['<?xml version="1.0" encoding="windows-1251"?>', 'windows-1251'],
  ])('%s', (head, encoding) => {
    const decoded = decodeBytes(bytesOf(`${head}<p>${russian}</p>`, 'windows-1251'))
    expect(decoded.encoding).toBe('windows-1251')
    expect(decoded.evidence).toBe(encoding ? 'declaration' : 'detection')
  })

  test.each(['latin1', 'iso-8859-1', 'us-ascii', 'ISO_8859-1'])('%s means windows-1252', (label) => {
    const page = `<meta charset=${label}>caf\u00e9 \u201cx\u201d \u2013`
    expect(decodeBytes(bytesOf(page, 'windows-1252'))).toMatchObject({text: page, encoding: 'windows-1252'})
  })

  test('gives way to text that is valid UTF-8', () => {
    const page = '<meta charset=iso-8859-1>déjà vu à Besançon'
    expect(decodeBytes(Buffer.from(page))).toMatchObject({text: page, encoding: 'utf-8', evidence: 'utf-8'})
  })

  test('of UTF-16 in a page that can be read means UTF-8', () => {
    expect(decodeBytes(Buffer.from('<meta charset=utf-16>é'))).toMatchObject({
      encoding: 'utf-8',
      evidence: 'declaration',
    })
  })
})

describe('a detected encoding', () => {
  test.each([
    ['windows-1251', russian],
    ['koi8-r', russian],
    ['shift_jis', samples[7]![1].repeat(5)],
    ['gb18030', samples[9]![1].repeat(5)],
    ['big5', samples[11]![1].repeat(5)],
    ['euc-kr', samples[12]![1].repeat(5)],
  ])('%s', (encoding, text) => {
    const bytes = bytesOf(`${'Plain words. '.repeat(9000)}${text}`, encoding)
    const decoded = decodeBytes(bytes)
    expect(decoded.text.endsWith(text)).toBe(true)
    expect(decoded.evidence).toBe('detection')
    expect(back(bytes).equals(bytes)).toBe(true)
  })

  test.each([
    ['utf-16le', 'A short story about rain.'],
    ['utf-16be', 'A short story about rain.'],
    ['utf-16le', russian],
    ['utf-16be', russian],
  ])('%s without a mark', (encoding, text) => {
    expect(decodeBytes(bytesOf(text, encoding))).toMatchObject({text, encoding, evidence: 'detection', hasBom: false})
  })
})

describe('a byte order mark', () => {
  test.each(['utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])('%s', (encoding) => {
    const text = '\ufeffa é 😀'
    const bytes = Buffer.from(iconv.encode(text, encoding, {addBOM: false}))
    expect(decodeBytes(bytes)).toMatchObject({text, encoding, evidence: 'bom', hasBom: true, undecodable: []})
    expect(back(bytes).equals(bytes)).toBe(true)
  })
})

describe('bytes that mean nothing', () => {
  const latin = Buffer.from('été à la plage '.repeat(20))
  test.each([
    ['a stray byte', [0xff], 1],
    ['a cut sequence', [0xe2, 0x80], 1],
    ['an overlong form', [0xc0, 0xaf], 2],
    ['a surrogate', [0xed, 0xa0, 0x80], 3],
    ['beyond U+10FFFF', [0xf4, 0x90, 0x80, 0x80], 4],
  ])('in UTF-8: %s', (_, bad, places) => {
    const bytes = Buffer.concat([latin, Buffer.from(bad), Buffer.from(' x '), Buffer.from(bad)])
    const decoded = decodeBytes(bytes)
    expect(decoded.encoding).toBe('utf-8')
    // As many U+FFFD as WHATWG has it, and two small places, not one large one.
    expect(decoded.text).toBe(new TextDecoder().decode(bytes))
    expect(decoded.undecodable.map(({start, end, bytes: kept}) => [end - start, [...kept]])).toEqual([
      [places, bad],
      [places, bad],
    ])
    expect(back(bytes).equals(bytes)).toBe(true)
  })

  test('in UTF-16: lone surrogates and an odd byte', () => {
    const bytes = Buffer.from([0xff, 0xfe, 0x61, 0, 0, 0xd8, 0x62, 0, 0, 0xdc, 0x63])
    const decoded = decodeBytes(bytes)
    expect(decoded.text).toBe('\ufeffa\ufffdb\ufffd\ufffd')
    expect(decoded.undecodable.map(({start, end}) => [start, end])).toEqual([
      [2, 3],
      [4, 6],
    ])
    expect(back(bytes).equals(bytes)).toBe(true)
  })

  test('in windows-1252: the five bytes without a character', () => {
    const bytes = Buffer.concat([
      Buffer.from('<meta charset=windows-1252>caf\xe9 ', 'latin1'),
      Buffer.from([0x81, 0x20, 0x8d, 0x8f, 0x90, 0x9d]),
    ])
    expect(decodeBytes(bytes).undecodable.map(({bytes: kept}) => [...kept])).toEqual([[0x81], [0x8d, 0x8f, 0x90, 0x9d]])
    expect(back(bytes).equals(bytes)).toBe(true)
  })

  test('in GB 18030: one byte among many lines', () => {
    const line = bytesOf(`${samples[9]![1]}\n`, 'gb18030')
    const bytes = Buffer.concat([
      Buffer.from('<meta charset=gb18030>'),
      ...Array.from({length: 3000}, () => line),
      Buffer.from([0xff]),
      ...Array.from({length: 3000}, () => line),
    ])
    const decoded = decodeBytes(bytes)
    expect(decoded).toMatchObject({encoding: 'gb18030', evidence: 'declaration'})
    expect(decoded.undecodable.map(({bytes: kept}) => [...kept])).toEqual([[0xff]])
    expect(back(bytes).equals(bytes)).toBe(true)
  })
})

test('any bytes come back', () => {
  const byte = fc.oneof(
    fc.integer({min: 0, max: 255}),
    fc.integer({min: 0x80, max: 0xff}),
    fc.constantFrom(0x20, 0x0a, 0),
  )
  const head = fc.constantFrom(
    '',
    '\ufeff',
    ...samples.map(([encoding]) => `<meta charset=${encoding}>`),
    ...['macintosh', 'x-mac-cyrillic', 'windows-874', 'iso-8859-8', 'koi8-u'].map((label) => `<meta charset=${label}>`),
  )
  const mark = fc.constantFrom([], [], [0xff, 0xfe], [0xfe, 0xff], [0xff, 0xfe, 0, 0], [0, 0, 0xfe, 0xff])
  const stretch = fc.oneof(
    fc.array(byte, {maxLength: 30}).map((list) => Buffer.from(list)),
    fc.string({unit: 'binary', maxLength: 20}).map((text) => Buffer.from(text)),
    fc.constantFrom(...samples).map(([encoding, text]) => bytesOf(text, encoding)),
  )
  fc.assert(
    fc.property(mark, head, fc.array(stretch, {maxLength: 8}), (first, text, parts) => {
      const bytes = Buffer.concat([Buffer.from(first), Buffer.from(text), ...parts])
      const decoded = decodeBytes(bytes)
      expect(Buffer.from(encodeText(decoded.text, decoded.encoding, decoded.undecodable)).equals(bytes)).toBe(true)
      let offset = 0
      for (const {start, end, bytes: kept} of decoded.undecodable) {
        expect(start).toBeGreaterThanOrEqual(offset)
        expect(kept.length).toBeGreaterThan(0)
        expect(decoded.text.slice(start, end)).toMatch(/^\ufffd+$/)
        offset = end
      }
      // No lone surrogate is left, which no file could hold.
      expect(Buffer.from(decoded.text, 'utf8').toString('utf8')).toBe(decoded.text)
    }),
    {numRuns: Number(process.env['RUNS'] ?? 1500)},
  )
})
