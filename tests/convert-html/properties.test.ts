/** Hold conversion to its promises over generated tag soup, and to linear work on hostile pages. */
import {load} from 'cheerio/slim'
import fc from 'fast-check'
import type {Nodes} from 'mdast'
import {parse} from 'parse5'
import {adapter} from 'parse5-htmlparser2-tree-adapter'
import {describe, expect, test} from 'vitest'
import {convertPage} from '../../pipeline/convert-html/convert.js'
import {convertHtml} from '../../pipeline/convert-html/index.js'
import {parsePage} from '../../pipeline/convert-html/page.js'
import {nodeTypes, type PageNode} from '../../pipeline/convert-html/page-node.js'
import {Document} from '../../src/document/document.js'
import {parseMarkdown} from '../../src/document/tree.js'

const defaults = convertHtml.options.parse({})
const convert = (text: string): Document => {
  const input = new Document({id: 'page', text, mediaType: 'text/html'})
  const result = convertHtml.run(input, defaults)
  return input.apply(result.edits, result).document
}

/** The text that a browser shows, computed from cheerio's tree of the page. */
const visibleText = (page: string): string => {
  const $ = load(parse(page, {treeAdapter: adapter, scriptingEnabled: false}))
  $('head, script, style, template, select, textarea, [hidden], [style="display:none"], .sr-only').remove()
  return $('body').text()
}

/** The text that a reader of the markdown sees. */
const markdownText = (node: Nodes): string => {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value
  if (node.type === 'html') return `unexpected HTML ${node.value}`
  return 'children' in node ? node.children.map(markdownText).join(node.type === 'root' ? '\n' : '') : ''
}

const squeeze = (text: string): string => text.replace(/[\s\u00a0\u200b]+/gu, '')
const sorted = (text: string): string => [...text].sort().join('')

const texts = [
  'alpha',
  ' beta ',
  'gamma\n',
  '1',
  ' 2. ',
  'x*y',
  '*',
  '_',
  ' _z_ ',
  '`',
  '``',
  '[',
  ']',
  '](u)',
  '[^1]',
  '!',
  '#',
  '# ',
  '- ',
]
const moreTexts = [
  '+ ',
  '---',
  '===',
  '|',
  ' | ',
  '~',
  '~~',
  '\\',
  '&amp;',
  '&lt;b>',
  '&eacute;',
  '&nbsp;',
  '&',
  '&copy',
  ';',
  '>',
  ' < ',
  '"q"',
  '😀',
  '.',
  ')',
  'http://x.example/_a_',
  'www.y.example',
  '\n\n',
  ' ',
  '\t',
  '**b**',
  ':-',
  '&#35;',
  '&#96;',
  '(',
  'a_b',
]
const inlineTags = ['b', 'i', 'em', 'strong', 'code', 'span', 'del', 'a href="/u"', 'a', 'font size=1', 'small']
const blockTags = [
  'p',
  'div',
  'h2',
  'ul',
  'ol',
  'li',
  'blockquote',
  'pre',
  'section',
  'dl',
  'dd',
  'button',
  'form',
  'center',
  'article',
]
const tableTags = ['table', 'tr', 'td', 'th', 'tbody', 'caption']
const others = [
  '<br>',
  '<hr>',
  '<!-- c -->',
  '<script>s</script>',
  '<img src=/i alt=t>',
  '<p hidden>h</p>',
  '<style>s</style>',
  '</body>',
  '<body a=b>',
  '</nothing>',
  '<wbr>',
  '<svg></svg>',
  '</>',
  '</br>',
  '</p>',
  '<',
  '<input>',
  '<nobr>',
  '<template>t</template>',
]

const tag = (names: readonly string[]): fc.Arbitrary<string> =>
  fc.constantFrom(...names.flatMap((name) => [`<${name}>`, `</${name.split(' ')[0]}>`]))
const text = fc.constantFrom(...texts, ...moreTexts)
const soup = (withTables: boolean): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        {weight: 5, arbitrary: text},
        {weight: 3, arbitrary: tag(inlineTags)},
        {weight: 3, arbitrary: tag(blockTags)},
        {weight: withTables ? 4 : 0, arbitrary: tag(tableTags)},
        {weight: 1, arbitrary: fc.constantFrom(...others)},
      ),
      {maxLength: 24},
    )
    .map((parts) => `<html><body>${parts.join('')}`)

const runs = Number(process.env['FC_RUNS'] ?? 800)

describe('tag soup', () => {
  test('reads as the page shows, in order', () => {
    fc.assert(
      fc.property(soup(false), (page) => {
        expect(squeeze(markdownText(parseMarkdown(convert(page).text)))).toBe(squeeze(visibleText(page)))
      }),
      {numRuns: runs, seed: 7},
    )
  })

  test('loses nothing where tables are broken, though text stays where it stands in the source', () => {
    fc.assert(
      fc.property(soup(true), (page) => {
        const shown = sorted(squeeze(markdownText(parseMarkdown(convert(page).text))))
        expect(shown).toBe(sorted(squeeze(visibleText(page))))
      }),
      {numRuns: runs, seed: 7},
    )
  })

  test('keeps ranges word for word and in order, and tells of every block', () => {
    fc.assert(
      fc.property(soup(true), (page) => {
        const document = convert(page)
        for (const {start, origin, length} of document.lineage.spans) {
          expect(document.text.slice(start, start + length)).toBe(page.slice(origin, origin + length))
        }
        let end = 0
        for (const block of document.html!.blocks) {
          expect(block.start).toBeGreaterThanOrEqual(end)
          end = block.end
        }
        expect(document.text.length - end).toBeLessThanOrEqual(1)
      }),
      {numRuns: runs, seed: 7},
    )
  })

  test('is one line of text a block, never an indented or unfinished one', () => {
    fc.assert(
      fc.property(soup(false), (page) => {
        fc.pre(!page.includes('<pre>'))
        const markdown = convert(page).text
        expect(markdown).not.toMatch(/\n{3}|[ \t]\n|^\n|[^\n]$/)
      }),
      {numRuns: runs, seed: 7},
    )
  })
})

describe('hostile pages', () => {
  /** Nodes and edits that a page costs. */
  const cost = (page: string): number => {
    const {root} = parsePage(page)
    let nodes = 0
    let node: PageNode | null = root
    while (node) {
      nodes++
      if (node.first) node = node.first
      else {
        while (node && !node.next) node = node.parent
        node = node?.next ?? null
      }
    }
    const document = convert(page)
    return nodes + document.lineage.spans.length + document.text.length + convertPage(page).edits.length
  }
  const pages: readonly (readonly [string, (count: number) => string])[] = [
    ['nested blocks', (count) => `${'<div>'.repeat(count)}x`],
    ['nested phrasing', (count) => `${'<span>'.repeat(count)}x`],
    ['nested quotes', (count) => '<blockquote>x'.repeat(count)],
    ['nested lists', (count) => '<ul><li>x'.repeat(count)],
    ['nested tables', (count) => '<table><tr><td>x'.repeat(count)],
    [
      'open formatting before paragraphs',
      (count) => Array.from({length: count}, (_, index) => `<font size=${index}>`).join('') + '<p>x'.repeat(count),
    ],
    ['misnested formatting', (count) => '<b><p>x</b>y'.repeat(count)],
    ['links that are never closed', (count) => '<a href=/x><div>y'.repeat(count)],
    ['text in a table', (count) => `<table>${'<tr>x<b>y</b>'.repeat(count)}`],
    ['attributes', (count) => `<p ${Array.from({length: count}, (_, index) => `a${index}=b`).join(' ')}>x`],
    ['characters to escape', (count) => `${'*_~[`'.repeat(count)}x`],
    ['references', (count) => `${'&amp;&eacute; '.repeat(count)}x`],
    [
      'wide rows under a short table',
      (count) => `<table><tr>${'<td colspan=1000 rowspan=1000>x'.repeat(50)}${'<tr><td>a<td>b'.repeat(count)}</table>`,
    ],
    ['hidden elements in each other', (count) => '<div style="display:none">x'.repeat(count)],
    ['microdata in each other', (count) => '<div itemprop="a">x'.repeat(count)],
    ['bodies', (count) => `${Array.from({length: count}, (_, index) => `<body a${index}>`).join('')}x`],
  ]

  test.each(pages)('%s: work grows with the page', (_, make) => {
    const small = cost(`<html><body>${make(1000)}`)
    const large = cost(`<html><body>${make(4000)}`)
    expect(large).toBeLessThan(small * 4.5 + 2000)
  })

  test.each(pages)('%s: 50,000 of them come through', (_, make) => {
    expect(convert(`<html><body>${make(50_000)}`).text).toContain('x')
  })
})

describe('the parse', () => {
  test('gives the text of the original tokenizer', () => {
    fc.assert(
      fc.property(soup(false), (page) => {
        const {body} = parsePage(page)
        let own = ''
        let node: PageNode | null = body
        while (node) {
          if (node.type === nodeTypes.text) own += node.value ?? page.slice(node.start, node.end)
          if (node.first) node = node.first
          else {
            while (node && !node.next) node = node.parent
            node = node?.next ?? null
          }
        }
        const $ = load(parse(page, {treeAdapter: adapter, scriptingEnabled: false}))
        $('head').remove()
        let theirs = ''
        const walk = (element: {children?: unknown[]; data?: string; type?: string}): void => {
          if (element.type === 'text') theirs += element.data
          for (const child of element.children ?? []) walk(child as {children?: unknown[]})
        }
        walk($('body')[0] as unknown as {children: unknown[]})
        expect(own).toBe(theirs)
      }),
      {numRuns: runs, seed: 7},
    )
  })
})
