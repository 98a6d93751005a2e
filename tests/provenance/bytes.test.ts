/** The verifier's own encoders, on bytes written out by hand. */
import {expect, test} from 'vitest'
import type {Provenance} from '../../src/provenance/model.js'
import {decodeRaw, encodeRaw} from '../../src/provenance/verify/bytes.js'
import {CodePointText} from '../../src/provenance/verify/text.js'

const raw = (encoding: string, undecodable?: Provenance['raw']['undecodable']): Provenance['raw'] => ({
  path: 'a.txt',
  sha256: `sha256:${'0'.repeat(64)}`,
  bytes: 0,
  characters: 0,
  mediaType: 'text/markdown',
  encoding,
  bom: false,
  newline: 'none',
  undecodable,
})

test.each([
  ['utf-8', '\ufeffé🙂', 'efbbbfc3a9f09f9982'],
  ['utf-16le', '\ufeffé🙂', 'fffee9003dd842de'],
  ['utf-16be', '\ufeffé🙂', 'feff00e9d83dde42'],
  ['windows-1251', 'Привет — №', 'cff0e8e2e5f2209720b9'],
  ['windows-1252', '“é”\u0081€', '93e9948180'],
  ['iso-8859-1', 'é', 'e9'],
  ['koi8-r', 'Да', 'e4c1'],
  ['shift_jis', '日本', '93fa967b'],
  ['gb18030', '中€🙂', 'd6d0a2e395308532'],
  ['euc-kr', '한', 'c7d1'],
  ['big5', '中', 'a4a4'],
])('%s: %s', (encoding, text, hex) => {
  expect(encodeRaw(new CodePointText(text), raw(encoding))).toEqual({bytes: Buffer.from(hex, 'hex')})
  // What iconv-lite has no character for is put in from the record.
  if (!text.includes('\u0081')) expect(decodeRaw(Buffer.from(hex, 'hex'), encoding)).toBe(text)
})

test('recorded bytes are put back at their places, counted in code points', () => {
  const places: Provenance['raw']['undecodable'] = [
    {at: [1, 2], base64: '/w=='},
    {at: [3, 4], base64: 'wyg='},
  ]
  expect(encodeRaw(new CodePointText('🙂\ufffdb\ufffd'), raw('utf-8', places))).toEqual({
    bytes: Buffer.from('f09f9982ff62c328', 'hex'),
  })
})

test.each([
  [
    [
      {at: [2, 3], base64: '/w=='},
      {at: [1, 2], base64: '/w=='},
    ],
  ],
  [[{at: [1, 9], base64: '/w=='}]],
  [[{at: [1, 2], base64: '/w'}]],
] as [Provenance['raw']['undecodable']][])('places that cannot be are told: %j', (places) => {
  expect(encodeRaw(new CodePointText('abc'), raw('utf-8', places))).toHaveProperty('error')
})
