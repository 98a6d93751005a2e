/** What conversion tells about a page beside its text. */
import {expect, test} from 'vitest'
import {convertHtml} from '../../pipeline/convert-html/index.js'
import {liftMetadata} from '../../pipeline/lift-metadata/index.js'
import {Document} from '../../src/document/document.js'
import type {HtmlFacts} from '../../src/document/html-facts.js'
import type {Stage} from '../../src/document/stage.js'
import {makePipeline, type Pipeline} from '../../src/run/pipeline.js'

const defaults = convertHtml.options.parse({})
const pipelineOf = (stages: readonly Stage[]): Pipeline =>
  makePipeline(stages.map((stage) => ({stage, options: stage.options.parse({})})))

const convert = (text: string): {text: string; facts: HtmlFacts} => {
  const input = new Document({id: 'page', text, mediaType: 'text/html'})
  const result = convertHtml.run(input, defaults)
  const {document} = input.apply(result.edits, result)
  expect(document.mediaType).toBe('text/markdown')
  return {text: document.text, facts: document.html!}
}

/** The path of elements that holds each block. */
const paths = (page: string): (readonly [block: string, path: string])[] => {
  const {text, facts} = convert(page)
  return facts.blocks.map(({start, end, element}) => {
    const names: string[] = []
    for (let at = element; at >= 0; at = facts.elements[at]!.parent) {
      const {tag, words} = facts.elements[at]!
      names.unshift(words ? `${tag}(${words})` : tag)
    }
    return [text.slice(start, end), names.join(' ')] as const
  })
}

test('names the innermost element around each block', () => {
  expect(
    paths(
      '<html><body id=Top><div class="shareButtons share_bar"><a href=/a>A</a> <b>B</b></div>' +
        '<article role=main><p>One <i class=x>two</i></p><p><span class="By-Line" aria-label="The author">Ann</span></p>' +
        '<ul><li>Item</li></ul></article>loose',
    ),
  ).toEqual([
    ['[A](/a) **B**', 'body(top) div(share-buttons share-bar)'],
    ['One *two*', 'body(top) article(main) p'],
    ['Ann', 'body(top) article(main) p span(by-line the author)'],
    ['Item', 'body(top) article(main) ul li'],
    ['loose', 'body(top)'],
  ])
})

test('tells of headings, code, rules and tables as blocks', () => {
  expect(
    paths('<html><body><h2>H</h2><pre>c</pre><hr><table class=t><tr><td>1<td>2<tr><td>3<td>4</table>').map(
      ([block]) => block,
    ),
  ).toEqual(['## H', '```\nc\n```', '***', '| 1 | 2 |\n| --- | --- |\n| 3 | 4 |'])
})

test('collects declarations with their places', () => {
  const page =
    '<!doctype html><html lang="fr"><head><base href="https://x.example/"><title> A\n title </title>' +
    '<meta name="Author" content="Ann &amp; Bo"><meta property="og:title" content="T"><link rel="canonical" href="/c">' +
    '<script type="application/ld+json">{"a": 1}</script></head><body><time datetime="2020-01-02">2 Jan</time>' +
    '<span itemprop="author">Cy <b>D</b></span><meta itemprop="datePublished" content="2020"></body></html>'
  const {facts, text} = convert(page)
  expect(text).toBe('2 Jan Cy **D**\n'.replace('Jan Cy', 'JanCy'))
  expect(facts.declarations.map(({kind, name, value}) => [kind, name, value])).toEqual([
    ['lang', '', 'fr'],
    ['base', '', 'https://x.example/'],
    ['title', '', 'A title'],
    ['meta', 'author', 'Ann & Bo'],
    ['meta', 'og:title', 'T'],
    ['link', 'canonical', '/c'],
    ['json-ld', '', '{"a": 1}'],
    ['time', '', '2020-01-02'],
    ['microdata', 'author', 'Cy D'],
    ['microdata', 'datepublished', '2020'],
  ])
  const raw = (index: number): string => {
    const {start, end} = facts.declarations[index]!.raw
    return page.slice(start, end)
  }
  expect(raw(0)).toBe('<html lang="fr">')
  expect(raw(2)).toBe('A\n title')
  expect(raw(3)).toBe('<meta name="Author" content="Ann &amp; Bo">')
  expect(raw(8)).toBe('<span itemprop="author">Cy <b>D</b></span>')
})

test('says where declarations stand in the raw, whatever came before the conversion', () => {
  const text = 'xx<html><head><title>T</title></head><body><p>a</p></body></html>'
  const input = new Document({id: 'page', text, mediaType: 'text/html'})
  const {document} = input.apply([{start: 0, end: 2, replacement: '', rule: 'test'}])
  const {declarations} = convertHtml.run(document, defaults).html!
  expect(text.slice(declarations[0]!.raw.start, declarations[0]!.raw.end)).toBe('T')
})

test('says where the words of a title stand that is a heading, not the gap before it', () => {
  const page =
    '<html><head><style>p {}</style></head><body><div><h1>A <i>late</i> tide</h1><p>The water rose all night.</p></div></body></html>'
  const cleaned = pipelineOf([convertHtml, liftMetadata]).clean(page)
  const places = cleaned.facts.filter(({field}) => field === 'title').map(({raw}) => page.slice(raw?.start, raw?.end))
  expect(places).toEqual(['A <i>late</i> tide'])
})

test('gives every cut its own rule', () => {
  const text = '<html><head></head><body><p>a<!-- c --><script>s</script>b&eacute;</p><svg></svg><p>d</p></body></html>'
  const input = new Document({id: 'page', text, mediaType: 'text/html'})
  const {edits} = input.apply(convertHtml.run(input, defaults).edits)
  expect(edits.map(({start, end, rule}) => [rule, text.slice(start, end)])).toEqual([
    ['head', '<html><head></head>'],
    ['markup', '<body><p>'],
    ['comment', '<!-- c -->'],
    ['script', '<script>s</script>'],
    ['entity', '&eacute;'],
    ['block-break', '</p>'],
    ['media', '<svg></svg>'],
    ['markup', '<p>'],
    ['block-break', '</p></body></html>'],
  ])
})

test('leaves other media types alone', () => {
  const input = new Document({id: 'page', text: '<html><p>a</p>', mediaType: 'text/plain'})
  expect(convertHtml.run(input, defaults)).toEqual({edits: []})
})
