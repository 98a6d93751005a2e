/**
 * What a page declares is hostile until shown otherwise: names that every object inherits, values of any type, nesting
 * without end. None of it costs more than the declaration itself; the article comes out.
 */
import {describe, expect, test} from 'vitest'
import {createPipeline} from '../../src/index.js'

const pipeline = createPipeline()
const prose =
  'The bridge over the lower river was opened on Monday after three years of work, the council said.\n\nIt carries two lanes and a path for those who walk, which many in the town had long asked for.'
const names = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf']

function page(head: string, body = '', attributes = ''): string {
  const paragraphs = prose.replace('\n\n', '</p><p>')
  return `<!doctype html><html${attributes}><head><title>A bridge opens</title>${head}</head><body><article><h1>A bridge opens</h1><p>${paragraphs}</p>${body}</article></body></html>`
}

const jsonLd = (json: string): string => page(`<script type="application/ld+json">${json}</script>`)

function expectArticle(raw: string): void {
  const {markdown, facts} = pipeline.clean(raw)
  expect(markdown).toContain(prose)
  for (const {field, value} of facts) {
    expect([field, typeof field]).toEqual([field, 'string'])
    for (const item of [value].flat()) expect([field, typeof item]).toEqual([field, 'string'])
  }
  // What came out reads the same again.
  expect(pipeline.clean(markdown).markdown).toBe(markdown)
}

describe.each(names)('the name %s', (name) => {
  test.each<[string, string]>([
    ['a key of the front matter', `---\ntitle: A bridge opens\n${name}: x\n---\n\n${prose}\n`],
    ['an item of microdata', page('', `<meta itemprop="${name}" content="v">`)],
    ['a meta element', page(`<meta name="${name}" content="v"><meta property="${name}" content="w">`)],
    ['an encoding', page(`<meta charset="${name}">`)],
    ['a language', page('', '', ` lang="${name}"`)],
    ['a key of JSON-LD', jsonLd(`{"@type":"Article","${name}":{"headline":"x"},"headline":"A bridge opens"}`)],
    ['a reference', `&${name}; ${prose}\n`.replace(/^\S+ /, '')],
    ['an element', page('', `<${name} class="${name}"></${name}>`)],
  ])('as %s', (_, raw) => expectArticle(raw))
})

describe('JSON-LD', () => {
  test.each<[string, string]>([
    ['nested arrays', '['.repeat(50_000) + ']'.repeat(50_000)],
    ['nested graphs', `${'{"@graph":'.repeat(20_000)}1${'}'.repeat(20_000)}`],
    ['nested authors', `{"@type":"Article","author":${'['.repeat(50_000)}${']'.repeat(50_000)}}`],
    ['a type that is no text', '{"@type":{"toString":5,"valueOf":5},"headline":"x"}'],
    [
      'types that are no text',
      '{"@type":["Article",{"toString":5,"valueOf":5},null,[[]]],"headline":{},"author":[5,{}]}',
    ],
    ['brackets that nothing closes', '{"@type":"Article","author":'.repeat(3000)],
  ])('%s', (_, json) => expectArticle(jsonLd(json)))
})
