/** Whatever bytes a raw holds, they come back, and the verifier's own codecs agree with the pipeline's. */
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import {expect, test} from 'vitest'
import type {Provenance} from '../../src/provenance/model.js'
import {readManifest} from '../../src/provenance/read.js'
import {restoreRaw} from '../../src/provenance/restore.js'
import {verifyOutput} from '../../src/provenance/verify/verify.js'
import {makeOutput} from './outputs.js'

const prove = async (bytes: Uint8Array): Promise<Provenance> => {
  const {out, raw} = await makeOutput({'a.txt': bytes})
  expect((await verifyOutput(out, raw)).findings).toEqual([])
  expect((await verifyOutput(out)).findings).toEqual([])
  const {documents} = await readManifest(out)
  expect(Buffer.from(await restoreRaw(out, documents[0]!)).equals(bytes)).toBe(true)
  return JSON.parse(await readFile(join(out, 'provenance/a.json'), 'utf8'))
}

const russian =
  'Мост закрыли в пятницу, сказал мэр города, и он оставался закрытым почти всю неделю. «Никто не знает», — сказал он.\r\n\r\n'
const japanese = '橋は金曜日に閉鎖されました。市長によると、今週いっぱい閉鎖される見込みです。カタカナもあります。\n\n'
const german =
  'Die Brücke wurde am Freitag geschlossen, sagte der Bürgermeister – „für längere Zeit“, fügte er hinzu.\n\n'
const chinese = '这座桥星期五关闭了，市长说，它将在本周的大部分时间里关闭。没有人知道什么时候能重新开放。\n\n'
const korean = '다리는 금요일에 폐쇄되었다고 시장이 말했다. 이번 주 대부분 동안 폐쇄될 예정이다.\n\n'

test.each([
  ['windows-1251', russian],
  ['koi8-r', russian],
  ['maccyrillic', russian],
  ['iso-8859-5', russian.replace(/[«»—]/g, '')],
  ['shift_jis', japanese],
  ['euc-jp', japanese],
  ['windows-1252', german],
  ['gb18030', chinese],
  ['big5', '這座橋星期五關閉了，市長說，它將在本週的大部分時間裡關閉。\n\n'],
  ['euc-kr', korean],
  ['utf-16le', `\ufeff${russian}🙂`],
  ['utf-16be', `\ufeff${german}🙂`],
  ['utf-32le', `\ufeff${german}🙂`],
])('a raw in %s', async (encoding, text) => {
  const bytes = iconv.encode(text.repeat(8), encoding, {addBOM: false})
  const provenance = await prove(bytes)
  expect(provenance.raw.bytes).toBe(bytes.length)
  // The same with a stray byte in the middle.
  await prove(Buffer.concat([bytes, Buffer.from([0x81, 0xff, 0x00]), bytes]))
})

test('a raw of any bytes', async () => {
  const stretch = fc.oneof(
    fc.uint8Array({maxLength: 12}),
    fc.constantFrom('Farrplace ', '🙂', 'é', '\r\n', '\n\n', '# T\n\n').map((text) => new TextEncoder().encode(text)),
    fc
      .constantFrom([0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf], [0xed, 0xa0, 0x80], [0xc3])
      .map((b) => Uint8Array.from(b)),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(stretch, {maxLength: 12}), async (stretches) => {
      await prove(Buffer.concat(stretches)).catch((error: Error) => {
        // Bytes that are no text are refused, and nothing is written of them.
        if (error.name !== 'DocumentError') throw error
      })
    }),
    {numRuns: 300},
  )
})
