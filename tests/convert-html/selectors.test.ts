/** What selectors of the user's own take out of a page, and what they make the document of. */
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {convertHtml} from '../../pipeline/convert-html/index.js'
import {stages} from '../../pipeline/index.js'
import {completeConfig} from '../../src/config/complete.js'
import {valueSource} from '../../src/config/source.js'
import {Document} from '../../src/document/document.js'
import {applyEdits, type Edit} from '../../src/document/edit.js'
import {sniffMediaType} from '../../src/document/media-type.js'
import {makePipeline} from '../../src/run/pipeline.js'

interface Selectors {
  readonly remove?: readonly string[]
  readonly content?: readonly string[]
}

const convert = (
  body: string,
  selectors: Selectors,
  head = '<title>T</title>',
): {page: string; text: string; edits: readonly Edit[]; document: Document; messages: readonly string[]} => {
  const page = `<html><head>${head}</head><body>${body}</body></html>`
  const input = new Document({id: 'page', text: page, mediaType: 'text/html'})
  const result = convertHtml.run(input, convertHtml.options.parse(selectors))
  const {document, edits} = input.apply(result.edits, result)
  expect(applyEdits(page, edits)).toBe(document.text)
  return {page, text: document.text, edits, document, messages: (result.messages ?? []).map(({text}) => text)}
}

/** The text that a rule took out, range by range. */
const cutBy = (rule: string, {page, edits}: {page: string; edits: readonly Edit[]}): string[] =>
  edits.filter((edit) => edit.rule === rule).map(({start, end}) => page.slice(start, end))

describe('remove', () => {
  test('leaves out what matches, whole, and names the selector', () => {
    const result = convert('<p>Rain <b class="x y">and <i>hail</i></b> fell.</p><aside>Buy</aside>', {
      remove: ['aside', 'b.x'],
    })
    expect(result.text).toBe('Rain fell.\n')
    expect(result.edits.filter(({rule}) => rule === 'removed-by-selector')).toEqual([
      expect.objectContaining({evidence: 'b.x'}),
      expect.objectContaining({evidence: 'aside'}),
    ])
    expect(cutBy('removed-by-selector', result)).toEqual(['<b class="x y">and <i>hail</i></b>', '<aside>Buy</aside>'])
  })

  test('takes the outermost of matches in each other, by the selector that matches it', () => {
    const result = convert('<div class="a">1<div class="b">2<div class="a">3</div></div></div><p>4</p>', {
      remove: ['.b', '.a', 'div'],
    })
    expect(result.text).toBe('4\n')
    expect(result.edits.filter(({rule}) => rule === 'removed-by-selector')).toHaveLength(1)
    expect(result.edits.find(({rule}) => rule === 'removed-by-selector')?.evidence).toBe('.a')
  })

  test('keeps apart what a block or a line break stood between, and joins what an inline element did', () => {
    const remove = ['.x']
    expect(convert('a<div class=x>b</div>c', {remove}).text).toBe('a\n\nc\n')
    expect(convert('<p>a<br class=x>c</p>', {remove}).text).toBe('a\n\nc\n')
    expect(convert('<p>word<sup class=x>[1]</sup>, next</p>', {remove}).text).toBe('word, next\n')
    const table = (cell: string): string => `<table><tr><th>a<th>b<tr><td>1<td>${cell}</table>`
    expect(convert(table('2<div class=x>3</div>4'), {remove}).text).toBe('| a | b |\n| --- | --- |\n| 1 | 2 4 |\n')
  })

  test('takes columns out of tables, lines out of code and items out of lists', () => {
    const remove = ['.x']
    const table = '<table><tr><th>a<th class=x>b<th>c<tr><td>1<td class=x>2<td>3</table>'
    expect(convert(table, {remove}).text).toBe('| a | c |\n| --- | --- |\n| 1 | 3 |\n')
    const code = convert('<pre>one\n<i class=x>two\n</i>three</pre>', {remove})
    expect(code.text).toBe('```\none\nthree\n```\n')
    expect(code.edits.find(({rule}) => rule === 'removed-by-selector')?.evidence).toBe('.x')
    expect(convert('<ul><li>a<li class=x>b<li>c</ul>', {remove}).text).toBe('- a\n- c\n')
  })

  test('names all of what an element held that the parser split, or that has no tags of its own', () => {
    const split = convert('<p><b class=x>one<p>two</b>three', {remove: ['.x']})
    expect(split.text).toBe('three\n')
    expect(cutBy('removed-by-selector', split).join('')).toMatch(/one.*two/)
    const unwritten = convert('<table><tr><td>one</td></tr></table><p>two</p>', {remove: ['tbody']})
    expect(unwritten.text).toBe('two\n')
    expect(cutBy('removed-by-selector', unwritten)).toEqual(['<tr><td>one</td></tr>'])
  })

  test('does not read what a removed element declares, in the head neither', () => {
    const head = '<title>T</title><meta name=author content=Ann><meta name=x content=y>'
    const {document} = convert(
      '<p><time datetime=2020 class=x>now</time> <span itemprop=name>Bo</span></p>',
      {remove: ['.x', '[name=author]']},
      head,
    )
    expect(document.html!.declarations.map(({value}) => value)).toEqual(['T', 'y', 'Bo'])
  })

  test.each(['html', 'body', 'html, head', '*', ':root'])('may leave nothing of a page (%s)', (selector) => {
    const result = convert('<p>one</p><p>two</p>', {remove: [selector]})
    expect(result.text).toBe('')
    expect(cutBy('removed-by-selector', result).join('')).toContain('<p>one</p><p>two</p>')
  })

  test('leaves the body when the head is removed', () => {
    const {text, document} = convert('<p>one</p>', {remove: ['head']})
    expect(text).toBe('one\n')
    expect(document.html!.declarations).toEqual([])
  })

  test('does not show what is hidden when most of the page goes', () => {
    const hidden = `<div hidden>${'secret '.repeat(60)}</div>`
    const page = `<p>one</p>${hidden}<div class=x>${'comment '.repeat(400)}</div>`
    expect(convert(page, {}).text).not.toContain('secret')
    expect(convert(page, {remove: ['.x']}).text).toBe('one\n')
  })

  test('knows what CSS knows', () => {
    const page = '<ul><li>a<li>b<li>c</ul><p id=p lang=en>d <a href="/x.pdf">e</a></p><div><p>f</p></div>'
    const left = (selector: string): string =>
      convert(page, {remove: [selector]})
        .text.replace(/\s+/g, ' ')
        .trim()
    expect(left('li:nth-child(2)')).toBe('- a - c d [e](/x.pdf) f')
    expect(left('a[href$=".pdf" i]')).toBe('- a - b - c d f')
    expect(left('p:has(> a)')).toBe('- a - b - c f')
    expect(left('li ~ li')).toBe('- a d [e](/x.pdf) f')
    expect(left('body > P:not(#p), div')).toBe('- a - b - c d [e](/x.pdf)')
    const parts = '<div><template><p class=t>a</template>b</div><div><svg><linearGradient></svg>c</div>'
    expect(convert(parts, {remove: ['div:has(.t)', 'div:has(linearGradient)']}).text).toBe('b\n')
    expect(left('p:contains("f")')).toBe('- a - b - c d [e](/x.pdf)')
  })
})

describe('content', () => {
  test('makes the document of what stands inside of the matches, in the order of the page', () => {
    const result = convert(
      '<nav>Menu</nav><h1 class=c>Rain</h1><p>by Ann</p><div class=c><p>It fell.</p></div><footer>End</footer>',
      {content: ['div.c', 'h1.c']},
    )
    expect(result.text).toBe('# Rain\n\nIt fell.\n')
    expect(cutBy('outside-content', result).join('')).toMatch(
      /^<nav>Menu<\/nav>.*<p>by Ann<\/p>.*<footer>End<\/footer>/,
    )
    expect(result.edits.find(({rule}) => rule === 'outside-content')?.evidence).toBe('outside of h1.c, div.c')
  })

  test('takes the outermost of matches in each other, once', () => {
    const result = convert('a<div class=o>b<div>c</div>d</div>e', {content: ['div.o', 'div div']})
    expect(result.text).toBe('b\n\nc\n\nd\n')
    expect(result.edits.find(({rule}) => rule === 'outside-content')?.evidence).toBe('outside of div.o')
  })

  test('reads declarations in the head and outside', () => {
    const {document, text} = convert(
      '<time datetime=2020>then</time><div><span itemprop=author>Ann</span></div><article>Rain.</article>' +
        '<script type="application/ld+json">{"a": 1}</script>',
      {content: ['article']},
    )
    expect(text).toBe('Rain.\n')
    expect(document.html!.declarations.map(({kind}) => kind)).toEqual(['title', 'time', 'microdata', 'json-ld'])
  })

  test('names scripts, comments and hidden parts outside by their own rules', () => {
    const result = convert('a<script>s</script>b<!-- c -->d<p hidden>e</p>f<article>Rain.</article><b class=x>g</b>', {
      content: ['article'],
      remove: ['.x'],
    })
    expect(result.text).toBe('Rain.\n')
    expect(result.edits.map(({rule, start, end}) => [rule, result.page.slice(start, end)])).toEqual([
      ['head', '<html><head><title>T</title></head>'],
      ['markup', '<body>'],
      ['outside-content', 'a'],
      ['script', '<script>s</script>'],
      ['outside-content', 'b'],
      ['comment', '<!-- c -->'],
      ['outside-content', 'd'],
      ['hidden', '<p hidden>e</p>'],
      ['outside-content', 'f'],
      ['markup', '<article>'],
      ['block-break', '</article>'],
      ['removed-by-selector', '<b class=x>g</b>'],
      ['markup', '</body></html>'],
    ])
  })

  test.each([
    ['no element', ['main']],
    ['an element that is hidden', ['.h']],
    ['an element in a hidden one', ['.h p']],
    ['an element of a template', ['.t']],
    ['the head', ['head', 'title']],
    ['a script', ['script']],
  ])('reads the page as a whole where it matches %s', (_, content) => {
    const page =
      '<p>One.</p><div class=h hidden><p>two</p></div><template><p class=t>three</p></template><script>s</script>'
    const {text, messages} = convert(page, {content})
    expect(text).toBe('One.\n')
    expect(messages).toEqual(['No content selector matches; the whole page was read'])
  })

  test.each(['body', 'html', 'head, body', '*'])('is the whole page where it matches %s', (selector) => {
    expect(convert('<p>One.</p>two', {content: [selector]}).text).toBe('One.\n\ntwo\n')
  })

  test('is without what is removed, and not what is removed', () => {
    const page = '<p>One.</p><article>Two. <i>three</i></article>'
    expect(convert(page, {content: ['article'], remove: ['i']}).text).toBe('Two.\n')
    expect(convert(page, {content: ['article'], remove: ['article']}).text).toBe('One.\n')
  })

  test('may be parts of tables, lists and paragraphs', () => {
    const content = ['.c']
    expect(convert('<table><tr><th>a<th>b<tr><td class=c><p>1</p><ul><li>2</ul><td>3</table>', {content}).text).toBe(
      '1\n\n- 2\n',
    )
    expect(convert('<ol><li>a<li class=c>b<li class=c>c</ol>', {content}).text).toBe('- b\n\n- c\n')
    expect(convert('<p>a <b class=c>b</b> c <i class=c>d</i></p>', {content}).text).toBe('**b**\n\n*d*\n')
    expect(convert('<blockquote><b><p class=c>a</p></b></blockquote>', {content}).text).toBe('a\n')
  })
})

describe('the promises', () => {
  const tags = [
    'p',
    'div',
    'b',
    'i',
    'a href=/u',
    'li',
    'ul',
    'table',
    'tr',
    'td',
    'pre',
    'blockquote',
    'h2',
    'p hidden',
    'template',
    'form',
  ]
  const names = ['', ' class=x', ' class=c', ' class="x c"']
  const part = fc.oneof(
    fc.constantFrom(
      'one',
      ' two ',
      'x*y',
      '&amp;',
      '\n',
      '<br>',
      '<br class=x>',
      '<img src=/i class=c>',
      '<!-- c -->',
      '<script>s</script>',
      '</body>',
      '<td class=x>',
      '# ',
    ),
    fc.tuple(fc.constantFrom(...tags), fc.constantFrom(...names)).map(([tag, name]) => `<${tag}${name}>`),
    fc.constantFrom(...tags).map((tag) => `</${tag.split(' ')[0]}>`),
  )
  const selectors = fc.record({
    remove: fc.subarray(['.x', 'tbody', 'b', ':has(> .x)', 'li:nth-child(2n)', 'br']),
    content: fc.subarray(['.c', 'div', 'td', 'body', 'b ~ p']),
  })
  const runs = Number(process.env['FC_RUNS'] ?? 500)

  test('hold for any soup and any selectors', () => {
    const rest = stages.filter(({id}) => id !== 'convert-html')
    const text = fc
      .array(part, {maxLength: 24})
      .map((parts) => `<html><body><h2>A heading</h2><p>A first line of [words](/a).</p>${parts.join('')}`)
    fc.assert(
      fc.property(text, selectors, (page, options) => {
        const pipeline = makePipeline(
          [...rest.slice(0, 2), convertHtml, ...rest.slice(2)].map((stage) => ({
            stage,
            options: stage.options.parse(stage.id === 'convert-html' ? options : {}),
          })),
        )
        const cleaned = pipeline.clean(page)
        for (const {input, edits} of cleaned.activities) {
          for (const edit of edits) expect(input.slice(edit.start, edit.end)).toBe(edit.before)
        }
        const {text: converted, edits} = convert(page, options)
        // Nothing of what goes by a selector stays, and everything else that is kept stands in the page.
        for (const {rule, replacement} of edits) {
          if (rule === 'removed-by-selector' || rule === 'outside-content') expect(replacement).toBe('')
        }
        expect(converted).not.toMatch(/\n{4}|^\n|[^\n]$/)
        fc.pre(sniffMediaType(cleaned.markdown) === 'text/markdown')
        expect(pipeline.clean(cleaned.markdown).markdown).toBe(cleaned.markdown)
      }),
      {numRuns: runs, seed: 11},
    )
  })

  test.each([
    ['nested elements', '<div class=x>', '</div>', 'div:has(div):has(b) div:not(.y)'],
    ['siblings', '<p class=x>a</p>', '', '.y ~ p, p:nth-of-type(3n), p:has(~ b)'],
    ['text in the depth', '<div>a', '</div>', 'div:contains("b")'],
    ['attributes', '<p a b c d e f g h>a', '', '[a][b] + [c]'],
  ])('hold for 30,000 %s', (_, open, close, selector) => {
    const page = open.repeat(30_000) + close.repeat(30_000)
    const started = convert(`<p>First.</p>${page}<p class=q>Last.</p>`, {remove: [selector, '.q']})
    expect(started.text).toContain('First.')
    if (started.messages.length > 0)
      expect(started.messages[0]).toContain(`The selector ${selector} takes too many steps`)
    else expect(started.text).not.toContain('Last.')
  })
})

describe('the configuration', () => {
  const problemsOf = (selectors: readonly unknown[]): string => {
    const source = valueSource('options', {stages: {'convert-html': {remove: selectors}}})
    try {
      completeConfig(source, {cwd: '/x', folder: '/x'}, stages)
      return ''
    } catch (error) {
      return (error as Error).message
    }
  }

  test.each([
    'p',
    '.a, #b > c',
    'p:has(> a, + b)',
    ':not(:is(a, b)):nth-child(2n + 1)',
    '[a~="b"]',
    '[title="a:first, "]',
    '.md\\:first',
    'p:first-child',
    ':contains("<b> > ")',
  ])('takes %s', (selector) => {
    expect(problemsOf([selector])).toBe('')
  })

  test.each([
    '',
    ' ',
    'p[',
    'p:nonsense',
    'p::before',
    'a,',
    'a >',
    '> a',
    'a, + b',
    'p:has(a >)',
    '<p>',
    'p:first',
    'p:eq(2)',
    'p:constructor',
    '//p',
    'p {color: red}',
    3,
  ])('refuses %s', (selector) => {
    expect(problemsOf(['p', selector])).toContain('stages.convert-html.remove[1], expected ')
  })
})
