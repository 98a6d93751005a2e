/** Lines end with LF or CRLF and nothing else, and one that is too long is never in memory. */
import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {Gap} from '../../src/containers/chunks.js'
import {cutLines} from '../../src/containers/lines.js'
import {collect, inChunks} from './reading.js'

async function linesOf(text: string, size = 3, limit = 1000): Promise<(string | number)[]> {
  const lines = await collect(cutLines(inChunks(text, size), limit))
  return lines.map((line) => {
    if (line.kind === 'gap') return line.gap.reason
    return line.kind === 'line' ? Buffer.from(line.bytes).toString() : line.length
  })
}

test.each<[string, string, string[]]>([
  ['LF', 'a\nb\n', ['a', 'b']],
  ['CRLF', 'a\r\nb\r\n', ['a', 'b']],
  ['no line end at the end', 'a\nbcdef', ['a', 'bcdef']],
  ['empty lines, which are passed over', '\n\na\n \t\r\n\r\n b\n\n', ['a', ' b']],
  ['an unfinished line of spaces', 'a\n  ', ['a']],
  ['a lone CR', 'a\rb\n', ['a\rb']],
  ['a line separator of Unicode', 'a\u2028b\u2029c\u0085d\n', ['a\u2028b\u2029c\u0085d']],
  ['a byte order mark', '\ufeffa\n\ufeffb', ['a', '\ufeffb']],
  ['nothing', '', []],
])('%s', async (_, text, lines) => {
  for (const size of [1, 2, 3, 100]) expect(await linesOf(text, size)).toEqual(lines)
})

test('any text in any chunks', async () => {
  const line = fc.string({unit: fc.constantFrom('a', 'é', '\u2028', '\r', '"')}).filter((text) => !text.endsWith('\r'))
  await fc.assert(
    fc.asyncProperty(fc.array(line), fc.integer({min: 1, max: 9}), async (lines, size) => {
      const whole = lines.map((text) => `${text}\n`).join('')
      expect(await linesOf(whole, size)).toEqual(lines.filter((text) => /[^\r]/.test(text)))
    }),
  )
})

test('lines are numbered as they stand, empty ones counted', async () => {
  const lines = await collect(cutLines(inChunks('\n\na\n\r\n  \nb\n\n\nc', 2), 100))
  expect(lines.map(({number}) => number)).toEqual([3, 6, 9])
})

test('a line over the limit', async () => {
  expect(await linesOf('abcd\nabcde\nab\nabcdefghij', 3, 4)).toEqual(['abcd', 5, 'ab', 10])
})

test('a line of a gigabyte is passed over with flat memory', async () => {
  const chunk = Buffer.alloc(1024 ** 2, 'x')
  const before = process.memoryUsage().rss
  let most = 0
  function* chunks(): Generator<Uint8Array> {
    yield Buffer.from('before\n')
    for (let count = 0; count < 1024; count++) {
      most = Math.max(most, process.memoryUsage().rss)
      yield chunk
    }
    yield Buffer.from('\nbehind\n')
  }
  const lines = await collect(cutLines(chunks(), 10 * 1024 ** 2))
  expect(lines.map((line) => (line.kind === 'too long' ? line.length : line.kind))).toEqual(['line', 1024 ** 3, 'line'])
  expect(most - before).toBeLessThan(100 * 1024 ** 2)
})

test('a gap breaks the lines on both of its sides', async () => {
  const gap: Gap = {gap: 'damaged', at: 7, given: 1, reason: 'is damaged'}
  const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
  const lines = await collect(cutLines([bytesOf('a\nb'), gap, bytesOf('c\nd\n')], 100))
  expect(lines).toEqual([
    {kind: 'line', number: 1, bytes: bytesOf('a'), isBroken: false},
    {kind: 'line', number: 2, bytes: bytesOf('b'), isBroken: true},
    {kind: 'gap', number: 2, gap},
    {kind: 'line', number: 3, bytes: bytesOf('c'), isBroken: true},
    {kind: 'line', number: 4, bytes: bytesOf('d'), isBroken: false},
  ])
})
