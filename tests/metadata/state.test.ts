/** The day of publication in what a page hands to its own scripts. */
import {describe, expect, test} from 'vitest'
import {scanState} from '../../pipeline/lift-metadata/state-scanner.js'
import {metadataOf, page, title} from './pages.js'

const address = '<link rel="canonical" href="https://example.org/news/the-villages-ask-for-a-bridge">'
const dateIn = (...scripts: readonly string[]): unknown =>
  metadataOf(page({head: address, below: scripts.map((script) => `<script>${script}</script>`).join('')})).metadata[
    'date'
  ]
const json = (state: unknown): string => `window.__STATE__ = ${JSON.stringify(state)};`
const article = {headline: title, datePublished: '2019-05-12'}
const other = {headline: 'Another day at the mill by the river', publishedAt: '2021-01-02'}

describe('the day of publication in a state', () => {
  test.each<[string, ...string[]]>([
    ['of the object with the title', json({page: {article, list: [other, {publishedAt: '2020-01-01'}]}})],
    [
      'of the object with the address',
      json({post: {slug: 'the-villages-ask-for-a-bridge', published_at: '2019-05-12'}, other}),
    ],
    [
      'of the object whose parts have title and date',
      json({post: {seo: {title}, sys: {firstPublishedAt: '2019-05-12'}}, x: {publishedAt: '2020-02-02'}}),
    ],
    ['that nothing contradicts', "dataLayer.push({'pageType': 'article', 'publishDate': '2019-05-12'});"],
    ['under a key without quotes', 'var page = {kind: "a", publishedDate: "2019-05-12"}'],
    ['in a state of a state', `self.__next_f.push([1,${JSON.stringify(`4:${JSON.stringify(article)}`)}])`],
    ['that is escaped for HTML', '{&q;article&q;:{&q;published_date&q;:&q;2019-05-12T05:00:14&q;}}'],
    ['in milliseconds', json({headline: title, publishedAt: 1557660000000})],
    [
      'twice, in two zones',
      json({headline: title, publishedAt: '2019-05-12T23:00:00-05:00', publishedDate: '2019-05-13T04:00:00Z'}),
    ],
  ])('is found %s', (_, ...scripts) => {
    expect(String(dateIn(...scripts)).slice(0, 10)).toBe('2019-05-12')
  })

  test.each<[string, ...string[]]>([
    ['of another page alone', json({featured: other})],
    ['of a page beside it', json({related: [{publishedAt: '2021-01-02'}]})],
    ['of a comment on it', json({comments: [{title, publishedAt: '2021-01-02'}]})],
    ['of several that nothing tells apart', json({a: {publishedAt: '2021-01-02'}, b: {publishedAt: '2020-01-02'}})],
    ['of an event', json({headline: title, date: '2024-05-01', startDate: '2024-05-01'})],
    ['of a change', json({headline: title, updatedAt: '2021-01-02', modifiedDate: '2021-01-02'})],
    ['whose order is not known', json({headline: title, publishDate: '03/04/2020'})],
    ['in a comment of a cache', '/* publication cached at 2023-11-06 */ var publication = 1'],
    ['of a picture', json({image: {publishedAt: '2021-01-02'}})],
    ['in a string without an end', `x = {"headline":"${title}","publishedAt":"2021-01-02`],
  ])('is none %s', (_, ...scripts) => {
    expect(dateIn(...scripts)).toBeUndefined()
  })

  test('comes behind what a reader sees, and before the address', () => {
    const state = `<script>${json(article)}</script>`
    const dated = '<link rel="canonical" href="https://example.org/2018/01/02/bridge">'
    expect(metadataOf(page({under: '<p>May 14, 2019</p>', below: state})).metadata['date']).toBe('2019-05-14')
    expect(metadataOf(page({head: dated, below: state})).metadata['date']).toBe('2019-05-12')
    expect(metadataOf(page({head: dated, below: state})).rules['date']).toBe('date-in-state')
  })
})

test('a state is read whatever it is made of', () => {
  const seen: string[] = []
  const reader = {
    open: (): void => {},
    close: (): void => {},
    value: (key: string, value: string): void => void seen.push(`${key}=${value}`),
  }
  for (const text of [
    '{'.repeat(100_000),
    '"\\"'.repeat(50_000),
    "'".repeat(100_001),
    "'\\'".repeat(50_000),
    '\\"[{'.repeat(50_000),
    '}'.repeat(1000),
  ])
    scanState(text, reader)
  seen.length = 0
  scanState(`{a: 1, 'b': 'it\\'s', "c": "\\u0041\\n", d: [2, 3], e: f ? "g" : 4}`, reader)
  expect(seen).toEqual(['a=1', "b=it's", 'c=A\n', 'g=4'])
})
