import {describe, expect, test} from 'vitest'
import {Lines} from '../../src/inspect/lines.js'

describe('Lines', () => {
  test.each([
    ['', 0],
    ['a', 1],
    ['a\n', 1],
    ['a\n\n', 2],
    ['a\r\nb', 2],
    ['a\rb', 1],
  ])('counts the lines of %j', (text, count) => {
    expect(new Lines(text).count).toBe(count)
  })

  test('takes a lone carriage return as a line end where there is no other', () => {
    const lines = new Lines('a\rb\r', true)
    expect(lines.count).toBe(2)
    expect(lines.content(2)).toEqual({start: 2, end: 3})
    expect(lines.full(1)).toEqual({start: 0, end: 2})
  })

  test('leaves line ends out of the content, and text that looks like one in it', () => {
    expect(new Lines('ab\r\n').content(1)).toEqual({start: 0, end: 2})
    expect(new Lines('\n').content(1)).toEqual({start: 0, end: 0})
    expect(new Lines('\r\n').content(1)).toEqual({start: 0, end: 0})
    expect(new Lines('a').content(1)).toEqual({start: 0, end: 1})
  })

  test('counts columns in code points', () => {
    expect(new Lines('x\n𝒳𝒳b').position(6)).toEqual({line: 2, column: 3})
  })
})
