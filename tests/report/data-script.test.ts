/** Whatever a scrape holds, a data file is one call with two strings, and gives back what was put in. */
import vm from 'node:vm'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {dataScript} from '../../src/report/data-script.js'

/** What a browser would be given by a data file. */
function received(script: string): [name: string, value: unknown] {
  // A file is UTF-8: what is no character would not come back from it.
  const read = Buffer.from(script).toString()
  const calls: [string, string][] = []
  vm.runInNewContext(read, {palimpsestData: (name: string, json: string) => calls.push([name, json])})
  expect(calls.length).toBe(1)
  const [[name, json]] = calls as [[string, string]]
  return [name, JSON.parse(json)]
}

describe('a data file', () => {
  const hostile = [
    '</script><script>alert(1)</script>',
    '<!--<script>',
    '\u2028 and \u2029 and \ufeff',
    'lone \ud800 and \udc00 and a pair \u{1f600}',
    '"); alert(1); ("',
    "'\\'`$" + '{alert(1)}`\\',
    '\0\b\x1b[31m\r\n',
    '__proto__',
  ]
  for (const text of hostile) {
    test(`gives back ${JSON.stringify(text)}`, () => {
      const script = dataScript('data/0', {[text]: [text]})
      expect(received(script)).toEqual(['data/0', JSON.parse(JSON.stringify({[text]: [text]}))])
      expect(script).not.toMatch(/[<>\u2028\u2029\ufeff]/)
      expect(script.trimEnd()).not.toContain('\n')
    })
  }

  test('gives back any text', () => {
    const anyText = fc.string({unit: fc.integer({min: 0, max: 0xffff}).map((code) => String.fromCharCode(code))})
    fc.assert(
      fc.property(anyText, (text) => {
        expect(received(dataScript('data/0', [text]))[1]).toEqual([text])
      }),
    )
  })

  test('keeps a member that is called as the prototype is', () => {
    const [, value] = received(dataScript('data/0', JSON.parse('{"__proto__":{"isBad":true}}')))
    expect(Object.keys(value as object)).toEqual(['__proto__'])
    expect(({} as {isBad?: boolean}).isBad).toBeUndefined()
  })
})
