/** Text in ISO-2022-JP: it is read, its bytes come back, and what only looks like it stays what it is. */
import fc from 'fast-check'
import iconv from 'iconv-lite'
import {describe, expect, test} from 'vitest'
import {stages} from '../../pipeline/index.js'
import {encodeText} from '../../src/document/encoding.js'
import {readShiftedText} from '../../src/document/iso-2022-jp.js'
import {makePipeline} from '../../src/run/pipeline.js'

const pipeline = makePipeline(stages.map((stage) => ({stage, options: stage.options.parse({})})))
/** Write Japanese as that encoding does. */
const shifted = (text: string): string => {
  const bytes = iconv.encode(text, 'euc-jp').map((byte) => byte & 0x7f)
  return `\x1b$B${Buffer.from(bytes).toString('latin1')}\x1b(B`
}
const sentence = '昨日の夜、街では強い雨が降りました。子供たちは傘を持っていませんでした。'
const clean = (raw: string): string => {
  const bytes = Buffer.from(raw, 'latin1')
  const {markdown, decoded} = pipeline.clean(bytes)
  expect(Buffer.from(encodeText(decoded.text, decoded.encoding, decoded.undecodable)).equals(bytes)).toBe(true)
  expect(pipeline.clean(markdown).markdown).toBe(markdown)
  return markdown
}

describe('ISO-2022-JP', () => {
  test('in plain text', () => {
    expect(clean(`${shifted(sentence)}\n${shifted(sentence)} (${shifted('雨')})\n`)).toContain(
      `${sentence}\n\n${sentence} (雨)\n`,
    )
  })

  test('in a page that declares it', () => {
    const page = `<html><head><meta charset="iso-2022-jp"><title>${shifted('雨の街')}</title></head><body><h1>${shifted('雨の街')}</h1><p>${shifted(sentence)}</p></body></html>`
    const markdown = clean(page)
    expect(markdown).toContain('title: 雨の街')
    expect(markdown).toContain(sentence)
  })

  test('that a line end cuts off', () => {
    expect(clean(`${shifted(sentence).replace('\x1b(B', '')}\r\n${shifted(sentence)}\n`)).toContain(sentence)
  })

  test('a megabyte without an end', () => {
    expect(readShiftedText(`\x1b$B${'1+'.repeat(500_000)}`, 0)?.text).toBe('雨'.repeat(500_000))
  })

  test.each([
    ['an odd letter', '\x1b$B1+1\x1b(B'],
    ['a pair that means nothing', '\x1b$B1+))\x1b(B'],
    ['nothing', '\x1b$B\x1b(B'],
    ['other text behind it', '\x1b$B1+ fell'],
    ['another table', '\x1b$(D1+\x1b(B'],
    ['no narrow katakana', '\x1b(Ia\x1b(B'],
    ['the colours of a terminal', '\x1b[31m1+\x1b[0m'],
  ])('is not %s', (_, text) => expect(readShiftedText(text, 0)).toBeUndefined())

  test('any bytes with its escapes come back', () => {
    const piece = fc.constantFrom(
      '\x1b',
      '$B',
      '$@',
      '(B',
      '(J',
      '(I',
      '1+',
      '1',
      '))',
      ' ',
      '\n',
      '<p>',
      '\xe9',
      'word',
    )
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 20}), (pieces) => {
        clean(pieces.join(''))
      }),
      {numRuns: 300},
    )
  })
})
