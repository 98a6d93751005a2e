import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {dropTracking, resolve} from '../../pipeline/repair-links/addresses.js'
import {type LinkOptions, repairLinks} from '../../pipeline/repair-links/index.js'
import {unwrapRedirector} from '../../pipeline/repair-links/redirectors.js'
import {Document} from '../../src/document/document.js'
import {declared, repair, repaired} from './repair.js'

describe('links that were taken apart', () => {
  test.each([
    ['**a** (<https://e.org/x>) b', '[a](https://e.org/x) b'],
    ['**a** (https://e.org/x) b', '[a](https://e.org/x) b'],
    ['**a**, (<https://e.org/x>) b', '[a](https://e.org/x), b'],
    ['**a,** (https://e.org/x) b', '[a](https://e.org/x), b'],
    ['**[a](#)** (https://e.org/x) b', '[a](https://e.org/x) b'],
    ['**a (<https://e.org/x>)**, b', '[a](https://e.org/x), b'],
    ['**a, b, (https://e.org/x)** c', '[a, b](https://e.org/x), c'],
    ['**a *b* c** (<https://e.org/x>).', '[a *b* c](https://e.org/x).'],
    ['**a** (<https://e.org/x>), "b', '[a](https://e.org/x), "b'],
    ['**a** (<https://e.org/x>); **b** (<https://e.org/y>).', '[a](https://e.org/x); [b](https://e.org/y).'],
    ['**a** (<https://e.org/?id=1&utm_source=b>) c', '[a](https://e.org/?id=1) c'],
    ['**a** (<https://e.org/%D0%9D_(b>) c', '[a](<https://e.org/%D0%9D_(b>) c'],
    ['- **a** (<https://e.org/x>)', '- [a](https://e.org/x)'],
    ['> **a** (<https://e.org/x>)', '> [a](https://e.org/x)'],
    ['[a] (https://e.org/x) b', '[a](https://e.org/x) b'],
    ['[a](https://e.org/b-\nc/d) e', '[a](https://e.org/b-c/d) e'],
  ])('%s', (text, expected) => expect(repair(text)).toBe(expected))

  test.each([
    '**Website:** (https://e.org)',
    '**a** and (https://e.org/x)',
    '**a** (see https://e.org/x)',
    '**a** (b)',
    '**a** ([b](https://e.org/x))',
    '**[a](https://e.org/y)** (https://e.org/x)',
    '*A Title* (<https://e.org/x>)',
    '**https://e.org/x** (<https://e.org/x>)',
    '`**a** (<https://e.org/x>)`',
    '    **a** (<https://e.org/x>)',
    '```\n[a](#)\n```',
  ])('leaves %s', (text) => expect(repair(text)).toBe(text))
})

describe('addresses in the text of a link', () => {
  test.each([
    ['[a \\(/b/c\\)](/b/c)', '[a](/b/c)'],
    ['[a \\(https://e.org/b\\)](https://e.org/b)', '[a](https://e.org/b)'],
    ['[a \\(<https://e.org/b>\\)](https://e.org/b)', '[a](https://e.org/b)'],
    ['[a (https://e.org/b)](https://e.org/b "t")', '[a](https://e.org/b "t")'],
    ['[a \\(http://e.org/b/\\)](https://www.e.org/b)', '[a](https://www.e.org/b)'],
    ['[a \\(https://e.org/b_(c)\\)](https://e.org/b_(c))', '[a](https://e.org/b_(c))'],
    ['[a \\(https://e.org/Н\\)](https://e.org/%D0%9D)', '[a](https://e.org/%D0%9D)'],
    ['[**a \\(/b\\)**](/b)', '[**a**](/b)'],
    ['[a \\(/b\\)](#)', '[a](/b)'],
    ['[\\(/b\\)](#) c', ' c'],
    ['[https://e.org/b](https://e.org/b)', '<https://e.org/b>'],
    ['[https://e.org/long/na…](https://e.org/long/name)', '<https://e.org/long/name>'],
  ])('%s', (text, expected) => expect(repair(text)).toBe(expected))

  test.each([
    '[a (b)](/b)',
    '[a \\(/c\\)](/b)',
    '[law \\(1991\\)](https://e.org/law)',
    '[e.org](https://e.org)',
    '<https://e.org/a>',
    'https://e.org/a',
  ])('leaves %s', (text) => expect(repair(text)).toBe(text))
})

describe('links that lead nowhere', () => {
  test.each([
    ['[a](#)', 'a'],
    ['**[a b](#)**', '**a b**'],
    ['word.[24](#note-24) More', 'word.[24] More'],
    ['page [24](#p) more', 'page 24 more'],
    ['[*a* `b`]()', '*a* `b`'],
    ['[a](javascript:;) b', 'a b'],
    ['[a](mailto:) b', 'a b'],
    ['[a](#comments) b', 'a b'],
    ['[old a][1] b', 'old a b'],
    ['[![x](https://e.org/i.png)](#)', '![x](https://e.org/i.png)'],
    ['[](https://e.org) a', ' a'],
    ['[\u200b](https://e.org) a', ' a'],
    ['[![](data:image/gif;base64,R0)](https://e.org) a', ' a'],
    ['![](https://www.facebook.com/tr?id=1&ev=PageView) a', ' a'],
    ['[a [b](#) c](#)', 'a b c'],
    ['[[a](#)](https://e.org/x?utm_source=y) b', '[a](https://e.org/x) b'],
    ['[[a](https://e.org/x)](https://e.org/x) b', '[a](https://e.org/x) b'],
    ['[[a](#)](https://e.org/x) b', '[a](https://e.org/x) b'],
  ])('%s', (text, expected) => expect(repair(text)).toBe(expected))

  test.each([
    '## A Place\n\n[a](#a-place)',
    '<a id="here"></a>\n\n[a](#here)',
    'a[^1]\n\n[^1]: b',
    '[a][1]\n\n[1]: https://e.org',
    'x[i][j] and [1][2] and [sic][sic]',
    '\\[a\\](#)',
    '[a](mailto:b@e.org)',
    '![](https://e.org/picture.jpg)',
    '- [ ] to do\n- [x] done',
  ])('leaves %s', (text) => expect(repair(text)).toBe(text))
})

describe('relative links', () => {
  const text = '[a](/b) [c](d/e?f#g) [h](../i) ![](j.png) [k](#l)\n\n# l'
  const absolute = (prefix: string, folder: string, up: string): string =>
    `[a](${prefix}/b) [c](${folder}d/e?f#g) [h](${up}i) ![](${folder}j.png) [k](#l)\n\n# l`

  test('are kept without a base', () => expect(repair(text)).toBe(text))
  test('are unwrapped on demand', () =>
    expect(repair('[a](/b) [c](https://e.org)', {options: {relative: 'unwrap'}})).toBe('a [c](https://e.org)'))
  test('are resolved against the canonical address', () =>
    expect(repair(text, {html: declared(['link', 'canonical', 'https://e.org/n/m/1.html?x'])})).toBe(
      absolute('https://e.org', 'https://e.org/n/m/', 'https://e.org/n/'),
    ))
  test('count from the base of the page first, itself counted from the page', () =>
    expect(repair('[a](b)', {html: declared(['base', '', '/x/'], ['meta', 'og:url', 'https://e.org/n/1.html'])})).toBe(
      '[a](https://e.org/x/b)',
    ))
  test('of a copy of another site’s article count from where the copy stands', () =>
    expect(
      repair('[a](b)', {
        html: declared(['link', 'canonical', 'https://other.org/n/1'], ['meta', 'og:url', 'https://e.org/n/1']),
        facts: [{field: 'source', value: 'https://e.org/n/1', rule: 'x'}],
      }),
    ).toBe('[a](https://e.org/n/b)'))
  test('are resolved against the source that the metadata name', () =>
    expect(repair('[a](b)', {facts: [{field: 'source', value: 'https://e.org/n/1', rule: 'x'}]})).toBe(
      '[a](https://e.org/n/b)',
    ))
  test('are resolved against the configured origin of the longest folder', () => {
    const options = {origin: {'': 'https://e.org/', 'news/': 'https://n.org/', 'news/old/': 'https://o.org/'}}
    expect(repair('[a](/b)', {options, id: 'news/1'})).toBe('[a](https://n.org/b)')
    expect(repair('[a](/b)', {options, id: 'news/old/1'})).toBe('[a](https://o.org/b)')
    expect(repair('[a](/b)', {options, id: '1'})).toBe('[a](https://e.org/b)')
  })
  test.each([
    ['/b', 'https://e.org/b'],
    ['//f.org/b', 'https://f.org/b'],
    ['?q=1', 'https://e.org/n/m?q=1'],
    ['./b', 'https://e.org/n/b'],
    ['../../../b', 'https://e.org/b'],
    ['%D0%9D b', 'https://e.org/n/%D0%9D b'],
  ])('resolve(%s)', (address, expected) => expect(resolve(address, 'https://e.org/n/m')).toBe(expected))
})

describe('addresses', () => {
  test.each([
    ['https://e.org/?utm_source=a', 'https://e.org/'],
    ['https://e.org/a?b=1&fbclid=x&c=2#d', 'https://e.org/a?b=1&c=2#d'],
    ['https://e.org/a?fbclid=x&amp;b=1', 'https://e.org/a?b=1'],
    ['https://e.org/a?b=1&amp;utm\\_medium=x', 'https://e.org/a?b=1'],
    ['https://www.youtube.com/watch?v=x&feature=share&t=9', 'https://www.youtube.com/watch?v=x&t=9'],
    ['https://youtu.be/x?si=abc', 'https://youtu.be/x'],
    ['https://x.com/a/status/1?s=20&ref_src=b', 'https://x.com/a/status/1'],
    ['https://www.bloomberg.com/a?cmpid=b', 'https://www.bloomberg.com/a'],
    ['https://e.org/a?q=%D0%9D+b&_openstat=x', 'https://e.org/a?q=%D0%9D+b'],
    ['https://e.org/a?app=desktop&s=1&t=2', 'https://e.org/a?app=desktop&s=1&t=2'],
    ['https://e.org/a?utm=1&?&&b', 'https://e.org/a?utm=1&?&&b'],
    ['mailto:a@e.org?subject=utm_source', 'mailto:a@e.org?subject=utm_source'],
  ])('dropTracking(%s)', (address, expected) => expect(dropTracking(address)).toBe(expected))

  // What a page shows hangs on these: a version of it, a language, a post on top, an entry of a database.
  test.each([
    'https://www.youtube.com/watch?v=x&app=desktop',
    'https://www.bbc.co.uk/news/live/1?pinned_post_locator=urn:a:1&pinned_post_type=share',
    'https://www.instagram.com/p/x/?hl=de',
    'https://uk.linkedin.com/in/x?originalSubdomain=uk',
    'https://e.org/companies?cmpid=7&sc_cid=8',
    'https://e.org/login?ref_url=/a&ref_src=b',
  ])('dropTracking leaves %s', (address) => expect(dropTracking(address)).toBe(address))

  describe('that the document says of itself', () => {
    const restated = (field: string, value: string, options = {}): unknown => {
      const document = new Document({
        id: 'x',
        text: 'One.',
        mediaType: 'text/markdown',
        facts: [{field, value, rule: 'front-matter'}],
      })
      return repairLinks.run(document, repairLinks.options.parse(options) as LinkOptions).facts
    }
    const tracked = 'https://e.org/mill?utm_source=x&id=3&fbclid=y'
    test.each(['source', 'first_published_url'])('%s: shortened as links are', (field) => {
      expect(restated(field, tracked)).toEqual([{field, value: 'https://e.org/mill?id=3', rule: 'tracking-parameter'}])
      expect(restated(field, 'https://www.google.com/url?q=https://e.org/a')).toEqual([
        {field, value: 'https://e.org/a', rule: 'redirector'},
      ])
    })
    test('left as they are where nothing is wrong, where the options ask for it, and in other fields', () => {
      expect(restated('source', 'https://e.org/mill?id=3')).toEqual([])
      expect(restated('source', tracked, {tracking: 'keep'})).toEqual([])
      expect(restated('title', tracked)).toEqual([])
    })
  })

  test.each([
    ['https://www.google.com/url?sa=t&url=https%3A%2F%2Fe.org%2Fa%2520b&usg=x', 'https://e.org/a%20b'],
    ['https://www.google.co.uk/url?q=http://e.org/a', 'http://e.org/a'],
    ['https://href.li/?https://e.org/a?b=c', 'https://e.org/a?b=c'],
    ['https://vk.com/away.php?to=https%3A%2F%2Fe.org%2F%D0%9D', 'https://e.org/%D0%9D'],
    ['https://l.facebook.com/l.php?u=https%3A%2F%2Fhref.li%2F%3Fhttps%3A%2F%2Fe.org%2Fa', 'https://e.org/a'],
    ['https://l.facebook.com/l.php?u=javascript%3Aalert', 'https://l.facebook.com/l.php?u=javascript%3Aalert'],
    ['https://www.google.com/url?q=%2Fsearch', 'https://www.google.com/url?q=%2Fsearch'],
    ['https://evil-google.com/url?q=https://e.org', 'https://evil-google.com/url?q=https://e.org'],
    ['https://web.archive.org/web/2020/https://e.org', 'https://web.archive.org/web/2020/https://e.org'],
  ])('unwrapRedirector(%s)', (address, expected) => expect(unwrapRedirector(address)).toBe(expected))

  test('keep their tracking parameters and redirectors on demand', () => {
    const text = '[a](https://e.org/?utm_source=a) [b](https://href.li/?https://e.org/b)'
    expect(repair(text, {options: {tracking: 'keep', redirectors: 'keep'}})).toBe(text)
  })
})

test('refuses unknown options', () => expect(repairLinks.options.safeParse({relativ: 'keep'}).success).toBe(false))

/** What links and their remains are made of. */
const fragments = [
  '[\n\n',
  '\n\n](/x)',
  '<a href="/y">',
  '</a>',
  '\\[c\\](',
  '(javascript:;)',
  '{.x}',
  ' (opens in a new tab)',
  '[¶](#a)',
  '# a\n\n',
  '”',
  '。',
  '](www.e.org',
  '](ttps://e.org',
  '%20',
  '[1]: data:image/png,x',
  '![d][1]',
  '<',
  'https://e.org/dead',
  'word',
  ' ',
  '\n',
  '\n\n',
  '**',
  '*',
  '[',
  ']',
  '(',
  ')',
  '](',
  '](#)',
  '](https://e.org/a)',
  '<https://e.org/b>',
  'https://e.org/c',
  '\\(',
  '\\)',
  '[a]',
  '[a](#)',
  '![',
  '![](data:x)',
  ',',
  '.',
  '"',
  '> ',
  '- ',
  '`',
  '<',
  '>',
  '[b](/c)',
  '?utm_source=x',
  '**a** (',
  '[c](<',
  '…',
  '[1]: https://e.org',
  '\\',
  '|',
]
const markdown = fc.array(fc.constantFrom(...fragments), {maxLength: 25}).map((parts) => parts.join(''))

describe('on any text', () => {
  const records = [
    {
      url: 'https://e.org/a',
      verdict: 'gone',
      checked: '2026-01-02T03:04:05Z',
      archive: 'https://web.archive.org/web/2/https://e.org/a',
    },
    {url: 'https://e.org/dead', verdict: 'parked', checked: '2026-01-02T03:04:05Z'},
  ]
  const setting = fc.constantFrom(
    {},
    {options: {records}},
    {options: {records, dead: 'unwrap'}},
    {options: {relative: 'unwrap'}},
  )

  test.each([
    ['[a](https://www.google.com/url?q=https://e.org/watch?v%3DdQ&sa=D)', '[a](https://e.org/watch?v=dQ)'],
    ['[a](https://e.org/wiki/%22Heroes%22)', '[a](https://e.org/wiki/%22Heroes%22)'],
    ['[a](https://e.org/wiki/%E2%80%9CX%E2%80%9D)', '[a](https://e.org/wiki/%E2%80%9CX%E2%80%9D)'],
    ['[a](https://e.org/x%22)', '[a](https://e.org/x)'],
    ['[a](https://e.org/?q=a%20)', '[a](https://e.org/?q=a%20)'],
  ])('an address stays what a browser goes to: %s', (text, becomes) => expect(repair(text)).toBe(becomes))

  test.each([
    ['word [¶](#a) [¶](#a) end', 'word end'],
    ['- [↑](#r1) [↑](#r2) [↑](#r3) Roe, p. 7.', '- Roe, p. 7.'],
    ['[^](#r1) [^](#r2) [^](#r3) Roe, p. 7.', 'Roe, p. 7.'],
    ['[[a](#)](ttps://e.org/![](data:x)"b)', undefined],
  ])('what two would take is taken once: %s', (text, becomes) => {
    const {text: once} = repaired(text)
    if (becomes !== undefined) expect(once).toBe(becomes)
    expect(repair(once)).toBe(once)
  })

  test('a bracket in the address of half a link opens none', () => {
    expect(repair('](<aaaaaaaaa[>)\n\nwords\n\n](/x)')).toBe('\n\nwords\n\n')
  })

  test('a second run changes nothing, and finds the links that the first one left', () => {
    fc.assert(
      fc.property(markdown, setting, (text, known) => {
        const once = repaired(text, known)
        const again = repaired(once.text, known)
        expect(again.text).toBe(once.text)
        const left = new Set(again.annotations.map(({value}) => value))
        for (const {after, value} of once.annotations) {
          if (after !== '') expect(left).toContain(after ?? value)
        }
      }),
      {numRuns: 4000},
    )
  })

  test.each([
    ['opening brackets', '['.repeat(100_000)],
    ['calls of scripts in parentheses', '(javascript:print()) '.repeat(60_000)],
    ['nested links', `${'['.repeat(30_000)}a${'](#)'.repeat(30_000)}`],
    ['unbalanced parentheses', `[a](${'('.repeat(100_000)}`],
    ['half links', '[a](https://e.org/(/x('.repeat(20_000)],
    ['references', '[a][b'.repeat(50_000)],
    ['bold before addresses', '**a** (https://e.org/a'.repeat(10_000)],
    ['halves of links round blocks', '[\n\na\n\n'.repeat(20_000)],
    ['links round blocks', '[\n\n'.repeat(20_000) + '](/x)\n\n'.repeat(20_000)],
    ['many links round blocks', '[\n\na\n\n](/x)\n\n'.repeat(60_000)],
    ['tags', '<a href="/x">'.repeat(20_000)],
    ['blanks in an address', `[a](https://e.org/${'%20'.repeat(60_000)}x%20)`],
    ['schemes', `[a](${'http://'.repeat(40_000)})`],
    ['quotation marks', `[a](${'%22'.repeat(60_000)}x)`],
    ['scripts', '(javascript:a('.repeat(20_000)],
    ['attributes', '[a](/b){.a .b '.repeat(10_000)],
    ['notes', '(link is external'.repeat(20_000)],
    ['a label of addresses', `[${'(/x'.repeat(60_000)})](/x)`],
  ])('%s are no trap', (_, text) => {
    // Nothing to compare but that it ends: a rule whose cost grows faster than the text would not, in the time of a test.
    expect(repair(text).length).toBeGreaterThan(0)
  })
})

describe('list items that only held a link that goes', () => {
  test.each([
    ['- a\n- [](/x)\n- b', '- a\n- b'],
    ['- a\n- [](/x)\n- [](/y)', '- a'],
    ['- [](/x)\n- [](/y)\n\nAfter.', '\n\nAfter.'],
    ['- a\n  - [](/x)\n- b', '- a\n- b'],
    ['- a\n  - [](/x)\n  - c\n- b', '- a\n  - c\n- b'],
    ['- [](/x)\n  - [](/y)\n- b', '- b'],
    ['> - [](/x)\n> - b', '> - b'],
    ['1. a\n2. [](/x) [](/y)', '1. a'],
  ])('%j goes', (text, result) => {
    expect(repair(text)).toBe(result)
  })

  test.each([
    ['- a\n- \n- b', '- a\n- \n- b'],
    ['- a [](/x)\n- b', '- a \n- b'],
    ['- [](/x)\n\n  ```\n  c\n  ```', '- \n\n  ```\n  c\n  ```'],
    ['- [](/x)\n  - c', '- \n  - c'],
    ['- [c](#)\n- b', '- c\n- b'],
  ])('%j keeps its items', (text, result) => {
    expect(repair(text)).toBe(result)
  })
})
