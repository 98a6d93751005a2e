/**
 * Every folder in `cases` is one page: `input.html` must become `expected.md`, its edits must replay, what they keep must
 * stand in the page word for word, and the page with Windows line endings must give the same words.
 */
import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {convertHtml} from '../../pipeline/convert-html/index.js'
import {Document} from '../../src/document/document.js'
import {applyEdits} from '../../src/document/edit.js'

const defaults = convertHtml.options.parse({})
const folder = new URL('cases/', import.meta.url)

const convert = (text: string): {input: Document; output: Document; edits: readonly {rule: string}[]} => {
  const input = new Document({id: 'page', text, mediaType: 'text/html'})
  const result = convertHtml.run(input, defaults)
  const {document, edits} = input.apply(result.edits, result)
  expect(applyEdits(text, edits)).toBe(document.text)
  return {input, output: document, edits}
}

describe.each(readdirSync(folder).sort())('%s', (name) => {
  const text = readFileSync(new URL(`${name}/input.html`, folder), 'utf8')
  const expected = readFileSync(new URL(`${name}/expected.md`, folder), 'utf8')

  test('gives the expected markdown', () => {
    expect(convert(text).output.text).toBe(expected)
  })

  test('keeps verbatim ranges, names known rules, and tiles the page', () => {
    const {output, edits} = convert(text)
    const ids = new Set(convertHtml.rules.map(({id}) => id))
    expect(edits.filter(({rule}) => !ids.has(rule))).toEqual([])
    let origin = 0
    for (const span of output.lineage.spans) {
      expect(span.origin).toBeGreaterThanOrEqual(origin)
      origin = span.origin + span.length
      expect(output.text.slice(span.start, span.start + span.length)).toBe(text.slice(span.origin, origin))
    }
  })

  test('puts the blocks of the facts in order inside the text', () => {
    const {output} = convert(text)
    let end = 0
    for (const block of output.html!.blocks) {
      expect(block.start).toBeGreaterThanOrEqual(end)
      expect(block.end).toBeGreaterThan(block.start)
      expect(output.html!.elements[block.element]).toBeDefined()
      end = block.end
    }
    expect(end).toBeLessThanOrEqual(output.text.length)
  })

  test('is left alone by a second run', () => {
    const {output} = convert(text)
    expect([...convertHtml.run(output, defaults).edits]).toEqual([])
  })

  test('gives the same words with Windows line endings', () => {
    const words = (value: string): string[] => value.match(/[\p{L}\p{N}]+/gu) ?? []
    expect(words(convert(text.replaceAll('\n', '\r\n')).output.text)).toEqual(words(expected))
  })
})
