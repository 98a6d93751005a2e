/** The forms that are mended besides those of `repair-links.test.ts`, and what looks like them and is left. */
import {describe, expect, test} from 'vitest'
import {from, repair} from './repair.js'

describe('addresses that were damaged', () => {
  test.each([
    ['ttps://e.org/x', 'https://e.org/x'],
    ['hhttp://e.org/x', 'http://e.org/x'],
    ['htps://e.org', 'https://e.org'],
    ['https:/e.org/x', 'https://e.org/x'],
    ['http:///e.org/x', 'http://e.org/x'],
    ['http//e.org/x', 'http://e.org/x'],
    ['http:\\\\\\\\e.org/x', 'http://e.org/x'],
    ['https;//e.org/x', 'https://e.org/x'],
    ['http;/e.org/x', 'http://e.org/x'],
    ['htp://e.org/x', 'http://e.org/x'],
    ['htps//e.org/x', 'https://e.org/x'],
    ['http:://e.org/x', 'http://e.org/x'],
    ['https：//e.org/x', 'https://e.org/x'],
    ['https://%20e.org/x', 'https://e.org/x'],
    ['http://https;//e.org/x', 'https://e.org/x'],
    ['http://http://e.org/x', 'http://e.org/x'],
    ['http://https//e.org/x', 'https://e.org/x'],
    ['https://e.org/x%0A', 'https://e.org/x'],
    ['https://e.org/x%20%C2%A0', 'https://e.org/x'],
    ['%20https://e.org/x', 'https://e.org/x'],
    ['https://e.org/x%E2%80%8B', 'https://e.org/x'],
    ['“https://e.org/x”', 'https://e.org/x'],
    ['http://%E2%80%9Chttps://e.org/x%E2%80%9D', 'https://e.org/x'],
    ['&lt;https://e.org/x&gt;', 'https://e.org/x'],
    ['https://e.org/x”', 'https://e.org/x'],
    ['www.e.org/x', 'http://www.e.org/x'],
    ['ttps://սոսի.հայ/%D5%8D?a=1&amp;utm_source=b', 'https://սոսի.հայ/%D5%8D?a=1'],
  ])('[a](%s)', (address, expected) => expect(repair(`[a](${address}) b`)).toBe(`[a](${expected}) b`))

  test.each([
    ['[a](< https://e.org/x >)', '[a](<https://e.org/x>)'],
    ['[a](https://e.org/two words (b).pdf) c', '[a](https://e.org/two%20words%20(b).pdf) c'],
    ['![a](/img/two words.png) c', '![a](/img/two%20words.png) c'],
    ['see <<https://e.org/x>>', 'see <https://e.org/x>'],
    ['see < https://e.org/x >.', 'see <https://e.org/x>.'],
  ])('%s', (text, expected) => expect(repair(text)).toBe(expected))

  // The letters of an address are those of its link: whoever compares addresses compares them.
  test.each([
    '[a](https://e.org/?q=%22b%22)',
    '[a](https://e.org/Новости_(мир))',
    '[a](https://e.org/%D0%9D/%d5%8d)',
    '[a](https://e.org/%D0%9)',
    '[a](https://xn--e1afmkfd.xn--p1ai/)',
    '[a](https://خبر.example/مقال)',
    '[a](e.org/x)',
    '[a](hxxp://e.org/x)',
    '[a](ht://e.org/x)',
    '[a](https;//x)',
    '[a](http/e.org/x)',
    '[a](ttp;x.org)',
    '[a](http/1.1.html)',
    '[a](https://e.org/x y) b',
    '[a](/the plan) b',
    '[a](https://e.org/a_(b) and more',
  ])('leaves %s', (text) => expect(repair(text)).toBe(text))
})

// Browsers take a backslash for a slash, where an address is of the web or of the page, and as far as its path goes.
describe('addresses with backslashes', () => {
  test.each([
    [String.raw`http:\\\\e.org\\a\\b.html`, 'http://e.org/a/b.html'],
    [String.raw`http:\\\e.org\a\b.html`, 'http://e.org/a/b.html'],
    [String.raw`https://e.org\x?y=\z#\w`, String.raw`https://e.org/x?y=\z#\w`],
    [String.raw`\path\x`, 'https://s.org/path/x'],
    [String.raw`\\\e.net\p`, 'https://e.net/p'],
    [String.raw`files\plan\_a.pdf`, String.raw`https://s.org/news/files/plan\_a.pdf`],
    [String.raw`..\b.html?q=\c`, String.raw`https://s.org/b.html?q=\c`],
  ])('[a](%s)', (address, expected) => {
    expect(repair(`[a](${address}) b`, from('https://s.org/news/1'))).toBe(`[a](${expected}) b`)
  })

  test('a path of no known site', () => expect(repair(String.raw`[a](\path\x) b`)).toBe('[a](/path/x) b'))

  test.each([
    String.raw`[a](https://e.org/a\_b\(c\))`,
    String.raw`[a](https://e.org/?a=\b)`,
    String.raw`[a](C:\docs\a.htm)`,
    String.raw`[a](mailto:a\b@e.org)`,
    String.raw`<https://e.org/a\b>`,
  ])('leaves %s', (text) => expect(repair(text)).toBe(text))

  test('this machine', () => expect(repair(String.raw`[a](http:\\\\localhost\x) b`)).toBe('a b'))
})

describe('punctuation beside an address', () => {
  test.each([
    ['“https://e.org/x”', '“<https://e.org/x>”'],
    ['«https://e.org/x»', '«<https://e.org/x>»'],
    ['տես https://e.org/x։', 'տես <https://e.org/x>։'],
    ['https://e.org/x。之后', '<https://e.org/x>。之后'],
    ['<https://e.org/x։>', '<https://e.org/x>։'],
    ['<https://e.org/x)>', '<https://e.org/x>)'],
  ])('%s', (text, expected) => expect(repair(text)).toBe(expected))

  test.each(['https://e.org/x.', '(https://e.org/x)', '<https://e.org/a_(b)>', 'https://e.org/x…', 'www.e.org/x”'])(
    'leaves %s',
    (text) => expect(repair(text)).toBe(text),
  )
})

describe('links that lead nowhere', () => {
  test.each([
    '?',
    '?#',
    'about:blank#x',
    'blob:https://e.org/1',
    'file:///C:/a.htm',
    'http://localhost/x',
    'chrome-extension://a/b',
    'https://',
    'https://#',
    'undefined',
    'http://null',
    '[object%20Object]',
    'whatsapp://send?text=x',
    'java&#115;cript:x',
    '%20#',
  ])('[a](%s)', (address) => expect(repair(`[a](${address}) b`)).toBe('a b'))

  test.each([
    '[a](http://localhost:3000/x)',
    '[a](tel:+37410)',
    '[a](mailto:a@e.org?subject=b)',
    '[a](/undefined-behaviour)',
    '[a](ftp://e.org/x)',
  ])('leaves %s', (text) => expect(repair(text)).toBe(text))

  test.each([
    ['A **b** (javascript:void(0);) c', 'A **b** c'],
    ['a (mailto:?subject=b&body=c) d', 'a d'],
    ['# A [#](#a)', '# A'],
    ['# A [¶](https://e.org/1#a "Permalink")', '# A'],
    ['[↑](#top) a', 'a'],
    ['a[,](https://e.org/x) b[ ](https://e.org/x)c', 'a, b c'],
    ['![](//:0)![](#)![](about:blank)a', 'a'],
    ['![The road][image1] a\n\n[image1]: <data:image/png;base64,AAAA>', 'The road a\n\n'],
    ['[![](/img/facebook.svg)](https://www.facebook.com/sharer.php?u=x) a', ' a'],
    ['[![A road](/road.jpg)](https://pinterest.com/pin/create/button/?url=x)', '![A road](/road.jpg)'],
  ])('%s', (text, expected) => expect(repair(text)).toBe(expected))

  test.each([
    'A book (javascript: the good parts)',
    '[→](https://e.org/x) [#1](https://e.org/1) [↩](#fnref1)',
    '[Smith][2001] wrote',
    '![The road][a]\n\n[a]: /road.jpg',
  ])('leaves %s', (text) => expect(repair(text)).toBe(text))
})

describe('places in the document itself', () => {
  const setting = from('https://e.org/news/page?id=1')
  test.each([
    ['[a](https://www.e.org/news/page?id=1#sec)', '[a](#sec)'],
    ['[a](http://e.org/news/page?id=1#none)', 'a'],
    ['[a](page?id=1#sec)', '[a](#sec)'],
    ['[a](https://e.org/news/page?id=1#)', 'a'],
  ])('%s', (text, expected) => expect(repair(`${text}\n\n## Sec`, setting)).toBe(`${expected}\n\n## Sec`))

  test.each([
    'https://e.org/news/page?id=2#sec',
    'https://e.org/news/page?id=1',
    'https://e.org/#sec',
    'https://f.org/news/page?id=1#sec',
  ])('leaves %s', (address) => expect(repair(`[a](${address})\n\n## Sec`, setting)).toBe(`[a](${address})\n\n## Sec`))

  test('are not known of a site that declares its front page', () =>
    expect(repair('[a](https://e.org/#none)', from('https://e.org/'))).toBe('[a](https://e.org/#none)'))
})

describe('links in pieces', () => {
  test.each([
    ['[a](https://e.org/x) (<https://e.org/x>) b', '[a](https://e.org/x) b'],
    ['[ab](#) (https://e.org/x) c', '[ab](https://e.org/x) c'],
    ['**a** (www.e.org/x)', '[a](http://www.e.org/x)'],
    ['[a](https://e.org/x-\ny/\nz) b', '[a](https://e.org/x-y/z) b'],
    ['> [a](https://e.org/x-\n> y) b', '> [a](https://e.org/x-y) b'],
    ['- [a](https://e.org/x-\n  y) b', '- [a](https://e.org/x-y) b'],
    ['\\[ab\\](https://e.org/x) c', '[ab](https://e.org/x) c'],
    ['\\[ab\\]\\(https://e.org/x\\) c', '[ab](https://e.org/x) c'],
    ['<a class="b" href="https://e.org/?c=1&amp;d=2">*e*</a> f', '[*e*](https://e.org/?c=1&amp;d=2) f'],
    ["<a href='#'>e</a> f", 'e f'],
    ['| <a href="/x">e</a> | b |\n| --- | --- |', '| [e](/x) | b |\n| --- | --- |'],
    ['[a](https://e.org){target="_blank" rel="b"} c', '[a](https://e.org) c'],
    ['[a (öffnet in neuem Fenster)](https://e.org) c', '[a](https://e.org) c'],
    ['[a](https://e.org) \\(opens in new tab\\) c', '[a](https://e.org) c'],
  ])('%s', (text, expected) => expect(repair(text)).toBe(expected))

  test.each([
    '[a](https://e.org/x) (https://e.org/y) b',
    '\\[1\\](https://e.org/x)',
    '<a name="x" href="/y">z</a>',
    '<a href="/y">z',
    '<a href="/y"><img src="/z.png"></a>',
    '<a href="/y">[b](/c)</a>',
    '`<a href="/y">b</a>`',
    '[a](https://e.org) {1, 2}',
    'The shop (opens in a new city) and a door (opens in a new window).',
  ])('leaves %s', (text) => expect(repair(text)).toBe(text))
})

describe('links round blocks', () => {
  test.each([
    ['[\n\na\n\n](/x)', '[a](/x)'],
    ['[\n\n## A\n\nb\n\n](/x)\n\nc', '## [A](/x)\n\nb\n\nc'],
    ['[\n\nb\n\n## A\n\n](/x)', 'b\n\n## [A](/x)'],
    ['[\n\n## A\n\n## B\n\n](/x)', '## [A](/x)\n\n## B'],
    ['[\n\n![](/i.png)\n\n](/x)', '[![](/i.png)](/x)'],
    ['[\n\n![](/i.png)\n\na b](/x) c', '![](/i.png)\n\n[a b](/x) c'],
    ['[\n\na\n\n](#)', 'a'],
    ['[\n\nsee [a](/y)\n\n](/x)', 'see [a](/y)'],
    ['[\n\na\n\n](/x)[\n\nb\n\n](/y)', '[a](/x)\n\n[b](/y)'],
    ['- [\n\n  ## A\n\n  ](/x)\n- b', '- ## [A](/x)\n- b'],
    ['- [\n\n  ](/x)\n- b', '- b'],
    ['a\n\n](/x)\n\nb', 'a\n\n\n\nb'],
  ])('%j', (text, expected) => expect(repair(text)).toBe(expected))

  test.each([
    '[a\n\nb]\n\nc [d](/x)',
    '[a\n\n```\nb\n```\n\nc](/x)',
    'a `[`\n\nb](/x)',
    `[\n\n${'a\n\n'.repeat(20)}](/x)`,
  ])('leaves %j', (text) => expect(repair(text)).toContain('](/x)'))
})
