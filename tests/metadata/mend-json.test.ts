/** JSON that is mended: what is JSON already stays what it says, whatever it is, and nothing costs more than its length. */
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {mendJson} from '../../pipeline/lift-metadata/mend-json.js'

test('what is JSON says the same when mended', () => {
  fc.assert(
    fc.property(fc.json(), fc.constantFrom(0, 1, 2), (json, space) => {
      const value: unknown = JSON.parse(json)
      expect(JSON.parse(mendJson(JSON.stringify(value, null, space)))).toEqual([value])
    }),
  )
})

test.each([
  ['{"a":"one\ntwo\tthree"}', {a: 'one\ntwo\tthree'}],
  ['{"a":1,}', {a: 1}],
  ['{"a":[1,,2,]}', {a: [1, 2]}],
  ['{"a":"she said "no" and left"}', {a: 'she said "no" and left'}],
  ['{"a":"x"\n"b":"y"}', {a: 'x', b: 'y'}],
  ['{"a":1 // one\n,"b":/* two */2}', {a: 1, b: 2}],
  ['{"a":"http://e.org/*x*/"}', {a: 'http://e.org/*x*/'}],
  ['{"a":{"b":[1', {a: {b: [1]}}],
  ['{"a":{"b":1}},"c":2}', {a: {b: 1}, c: 2}],
  ['{"a":1}];', {a: 1}],
  ['{"a":"\\x\\u12"}', {a: '\\x\\u12'}],
])('%s', (json, expected) => {
  expect(JSON.parse(mendJson(json))).toEqual([expected])
})

test.each(['"a', '{"a":', '"a\n', '[', '/* ', '//', '"   ', '\\"', '}', '{}"a":', "'a", ',', ':'])(
  'is linear in %j',
  (fragment) => {
    const mended = mendJson(fragment.repeat(100_000))
    expect(mended.length).toBeLessThan(fragment.length * 500_000)
  },
)
