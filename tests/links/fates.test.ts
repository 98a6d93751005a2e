/** What is said of every link: where it stood, what it was, and what it became. */
import {describe, expect, test} from 'vitest'
import type {Setting} from './repair.js'
import {repaired} from './repair.js'

const checked = '2026-01-02T03:04:05Z'
const archive = 'https://web.archive.org/web/20200102030405/https://e.org/gone'
const records = [
  {url: 'https://e.org/gone', verdict: 'gone', status: 410, checked, archive},
  {url: 'https://e.org/parked', verdict: 'parked', checked, reason: 'for sale'},
  {url: 'https://e.org/down', verdict: 'unreachable', checked, reason: 'ECONNREFUSED'},
  {url: 'https://e.org/alive', verdict: 'alive', status: 200, checked},
  {
    url: 'https://e.org/old',
    verdict: 'moved',
    status: 200,
    final: 'https://e.org/new?utm_source=a',
    redirects: [{url: 'https://e.org/old', status: 308}],
    checked,
  },
  {
    url: 'https://e.org/round',
    verdict: 'moved',
    final: 'https://e.org/about',
    redirects: [{url: 'https://e.org/round', status: 301}],
    checked,
  },
  {
    url: 'https://e.org/about',
    verdict: 'moved',
    final: 'https://e.org/round',
    redirects: [{url: 'https://e.org/about', status: 301}],
    checked,
  },
]

/** The links of a text: what stood there, what it is now, and the rule. */
const fates = (text: string, setting?: Setting): string[] =>
  repaired(text, setting).annotations.map(({kind, at, value, after, rule, details}) => {
    expect(kind).toBe('link')
    expect(at.start).toBeLessThan(at.end)
    return `${details?.['form']} ${value}${after === undefined ? '' : ` → ${after || 'nothing'}`}${rule === undefined ? '' : ` (${rule})`}`
  })

describe('every link is told of', () => {
  test.each<[text: string, ...links: string[]]>([
    ['no link'],
    ['[a](https://e.org/x)', 'link https://e.org/x'],
    ['![a](/x.png)', 'image /x.png'],
    ['<https://e.org/x>', 'autolink https://e.org/x'],
    ['see https://e.org/x, www.e.org and a@e.org', 'bare https://e.org/x', 'bare http://www.e.org'],
    ['[a][1]\n\n[1]: https://e.org/x "b"', 'definition https://e.org/x'],
    ['[![a](/x.png)](/y)', 'link /y', 'image /x.png'],
    ['[a](https://e.org/a\\_b?c&amp;d "t")', 'link https://e.org/a_b?c&d'],
    ['`[a](/x)` ![a](/y)', 'image /y'],
    ['- [a](/x)\n\n  > [b](/y)', 'link /x', 'link /y'],
    ['| [a](/x) | b |\n| --- | --- |\n| [c](/y) | d |', 'link /x', 'link /y'],
    ['[a](#)', 'link # → nothing (dead-link)'],
    ['![](https://pixel.wp.com/b.gif)', 'image https://pixel.wp.com/b.gif → nothing (tracking-image)'],
    ['[a](https://e.org/?utm_source=b)', 'link https://e.org/?utm_source=b → https://e.org/ (tracking-parameter)'],
    ['**a** (<https://e.org/x>)', 'autolink https://e.org/x (split-link)'],
    ['**a** (<https://e.org/?utm_source=b>)', 'autolink https://e.org/?utm_source=b → https://e.org/ (split-link)'],
    ['[a \\(/x\\)](#)', 'link # → /x (doubled-address)'],
    ['[a](/x) (/x) [[b](#)](/y)', 'link /x', 'link # → /y (dead-link)'],
    ['[a \\(/x\\)](/x)', 'link /x (doubled-address)'],
    [
      '[a](#) [b](/y) [](/z) [c](/w)',
      'link # → nothing (dead-link)',
      'link /y',
      'link /z → nothing (empty-link)',
      'link /w',
    ],
    ['[https://e.org/x](https://e.org/x)', 'link https://e.org/x (address-as-text)'],
    [
      '[a](https://e.org/x) (https://e.org/x)',
      'link https://e.org/x',
      'bare https://e.org/x → nothing (doubled-address)',
    ],
  ])('%s', (text, ...links) => expect(fates(text)).toEqual(links))

  test('relative ones that were asked to go', () => {
    const options = {relative: 'unwrap'}
    expect(fates('[a](/x) [b](#) ![c](/y)', {options})).toEqual([
      'link /x → nothing (relative-link-unwrapped)',
      'link # → nothing (dead-link)',
      'image /y',
    ])
  })

  test('with its text and its place', () => {
    const text = 'See [the *old*\nreport](/x).'
    const [link] = repaired(text).annotations
    expect(text.slice(link!.at.start, link!.at.end)).toBe('[the *old*\nreport](/x)')
    expect(link!.details).toEqual({form: 'link', text: 'the *old* report'})
    expect(repaired('**old report** (<https://e.org/x>)').annotations[0]!.details).toEqual({
      form: 'autolink',
      text: 'old report',
    })
    expect(repaired('<https://e.org/x>').annotations[0]!.details).toEqual({form: 'autolink'})
  })
})

describe('pages that a check of links found', () => {
  const text = '[a](https://e.org/gone#b) [c](https://e.org/parked) [d](https://e.org/down) [f](https://e.org/alive)'
  const of = (options: object): Setting => ({options: {records, ...options}})

  test('lead to a snapshot where there is one, by default', () => {
    expect(repaired(text, of({})).text).toBe(text.replace('https://e.org/gone#b', `${archive}#b`))
    expect(fates(text, of({}))).toEqual([
      `link https://e.org/gone#b → ${archive}#b (dead-page-archived)`,
      'link https://e.org/parked (dead-page)',
      'link https://e.org/down',
      'link https://e.org/alive',
    ])
  })
  test.each([
    'The page https://e.org/-\ngone was read.',
    'The page https://e.org/gone/\nis gone.',
    '\\<a href="https://e.org/gone">the page\\</a>',
  ])('are not looked up where nobody can tell where the address ends: %s', (cut) => {
    const known = [
      ...records,
      ...['-', 'gone/', 'gone">the'].map((end) => ({...records[0], url: `https://e.org/${end}`})),
    ]
    const {text: left, annotations} = repaired(cut, {options: {records: known}})
    expect(left).toBe(cut)
    expect(annotations.map(({details}) => details)).toEqual([{form: 'bare', address: ''}])
  })
  test.each<[what: string, archive: string, becomes: string]>([
    ['another link', 'https://a.org/ok)[Buy](https://b.org/)', 'https://a.org/ok%29%5BBuy%5D%28https://b.org/%29'],
    ['a cell', 'https://a.org/b|c`d', 'https://a.org/b%7Cc%60d'],
    ['an end of a sentence', 'https://a.org/b.', 'https://a.org/b%2E'],
    ['a password', 'https://user:word@a.org/', 'https://e.org/gone'],
  ])('lead to what a server said, which makes no %s', (_, said, becomes) => {
    const text = 'The page https://e.org/gone is gone.'
    const known = [{...records[0], archive: said}]
    expect(repaired(text, {options: {records: known}}).text).toBe(text.replace('https://e.org/gone', becomes))
  })
  test('are no pictures: what stands in their place now is another one', () => {
    const text = '![the pond](https://e.org/old)'
    const known = [{...records[4], final: 'https://e.org/pixel.gif'}]
    expect(repaired(text, {options: {records: known, moved: 'follow'}}).text).toBe(text)
  })
  test('are marked', () => {
    expect(repaired(text, of({dead: 'mark'})).text).toBe(text)
    expect(fates(text, of({dead: 'mark'})).slice(0, 2)).toEqual([
      'link https://e.org/gone#b (dead-page)',
      'link https://e.org/parked (dead-page)',
    ])
  })
  test('are kept', () => {
    expect(repaired(text, of({dead: 'keep'})).text).toBe(text)
    expect(fates(text, of({dead: 'keep'})).join()).not.toContain('(')
  })
  test('are unwrapped', () => {
    expect(repaired(text, of({dead: 'unwrap'})).text).toBe('a c [d](https://e.org/down) [f](https://e.org/alive)')
    expect(fates(text, of({dead: 'unwrap'}))[0]).toBe('link https://e.org/gone#b → nothing (dead-page-unwrapped)')
  })
  test('keep their address where it is the text', () => {
    const bare = '<https://e.org/parked> https://e.org/parked ![a](https://e.org/parked)\n\n[b]: https://e.org/parked'
    expect(repaired(bare, of({dead: 'unwrap'})).text).toBe(bare)
    expect(repaired('<https://e.org/gone> https://e.org/gone', of({})).text).toBe(`<${archive}> ${archive}`)
  })
  test('are found by their address as it is when it is mended', () => {
    const tracked = '[a](https://www.google.com/url?q=https%3A%2F%2Fe.org%2Fgone%3Futm_source=b)'
    expect(repaired(tracked, of({})).text).toBe(`[a](${archive})`)
    const [link] = repaired('**a** (https://e.org/gone?utm_source=b)', of({})).annotations
    expect(link).toMatchObject({
      value: 'https://e.org/gone?utm_source=b',
      after: archive,
      reason: 'gone: status 410',
      details: {verdict: 'gone', status: '410', checked, archive, address: 'https://e.org/gone'},
    })
  })
  test('say why', () => {
    const reasons = repaired(text, of({})).annotations.map(({reason}) => reason)
    expect(reasons).toEqual(['gone: status 410', 'parked: for sale', 'unreachable: ECONNREFUSED', 'alive: status 200'])
  })
  test('are followed on demand where they have moved for good, and not in a circle', () => {
    const moved = '[a](https://e.org/old) [b](https://e.org/round)'
    expect(repaired(moved, of({})).text).toBe(moved)
    expect(repaired(moved, of({moved: 'follow'})).text).toBe('[a](https://e.org/new) [b](https://e.org/round)')
  })
  test('are not followed where a redirect is for the day only', () => {
    const today = {...records[4]!, redirects: [{url: 'https://e.org/old', status: 302}]}
    const text = '[a](https://e.org/old)'
    expect(repaired(text, {options: {records: [today], moved: 'follow'}}).text).toBe(text)
  })
  test.each(['archive', 'unwrap'])('stay as they are once they lead to a snapshot, with dead: %s', (dead) => {
    const {text: once} = repaired(text, of({}))
    const snapshot = {...records[0], url: archive, archive: 'https://web.archive.org/web/1/https://e.org/gone'}
    const [link] = repaired(once, {options: {records: [snapshot], dead}}).annotations
    expect(link).toMatchObject({value: `${archive}#b`, details: {form: 'link', text: 'a'}})
    expect(link!.after).toBeUndefined()
  })
})
