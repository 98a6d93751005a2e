/** What a page declares to machines, how it is hidden, and when what was found counts as right. */
import {describe, expect, test} from 'vitest'
import {declarationsOf, verdictOn, withoutDeclarations} from '../../scripts/quality/declared.mjs'

const linked = (data: object): string =>
  `<script type="application/ld+json">${JSON.stringify({'@type': 'NewsArticle', headline: 'The mill', ...data})}</script>`

describe('the truth of a page', () => {
  test.each([
    ['a day', '2018-05-03', ['2018-05-03']],
    ['a moment where the page is', '2018-05-03T23:30:00+02:00', ['2018-05-03']],
    ['midnight, which is a day', '2018-05-03T00:00:00Z', ['2018-05-03']],
    ['a moment in universal time', '2018-05-03T02:30:00Z', ['2018-05-03', '2018-05-02']],
    ['a moment that is tomorrow elsewhere', '2018-05-03T22:30:00.000Z', ['2018-05-03', '2018-05-04']],
    ['words', 'May 3, 2018', ['2018-05-03']],
    ['a moment in universal time, in words', 'Thu, 03 May 2018 02:30:00 GMT', ['2018-05-03', '2018-05-02']],
    ['figures that can be exchanged', '03/05/2018', undefined],
    ['no day of a calendar that was never set', '1970-01-01T01:00:00+01:00', undefined],
  ])('is %s', (_, datePublished, expected) => {
    expect(declarationsOf(linked({datePublished})).date).toEqual(expected)
  })

  test('is each day that is declared', () => {
    const meta = '<meta property="article:published_time" content="2018-05-05">'
    expect(declarationsOf(meta + linked({datePublished: '2018-05-03'})).date).toEqual(['2018-05-03', '2018-05-05'])
  })

  test('is what linked data says before what a meta element says, and all titles', () => {
    const meta =
      '<meta property="og:title" content="The mill is sold"><meta name="author" content="The Post"><meta property="article:author" content="https://example.org/a">'
    expect(declarationsOf(meta + linked({author: [{name: 'Ann Example'}, 'Karl Muster']}))).toEqual({
      title: ['The mill is sold', 'The mill'],
      author: ['Ann Example', 'Karl Muster'],
    })
    expect(declarationsOf(meta).author).toEqual(['The Post'])
  })

  test('is no value that a quote cuts short', () => {
    const meta = `<meta property="og:title" content="They call it "sold""><meta name="twitter:title" content="They call it sold">`
    expect(declarationsOf(meta).title).toEqual(['They call it sold'])
  })

  test('is no author who is the site or an account, unless it is a person', () => {
    const site =
      '<link rel="canonical" href="https://www.valley-post.co.uk/a"><meta name="author" content="Valley Post Newsdesk">'
    expect(declarationsOf(site).author).toBeUndefined()
    expect(declarationsOf(`${site}<meta name="parsely-author" content="Ann Example">`).author).toEqual(['Ann Example'])
    expect(declarationsOf(linked({author: {name: 'admin'}})).author).toBeUndefined()
    const own = '<meta property="og:site_name" content="Ann Example">'
    expect(declarationsOf(own + linked({author: {'@type': 'Person', name: 'Ann Example'}})).author).toEqual([
      'Ann Example',
    ])
    expect(
      declarationsOf(own + linked({author: {'@type': 'Organization', name: 'Ann Example'}})).author,
    ).toBeUndefined()
  })

  test('is an author whom linked data states elsewhere', () => {
    const graph = [
      {'@type': 'Article', headline: 'The mill', author: {'@id': '#ann'}},
      {'@type': 'Person', '@id': '#ann', name: 'Ann Example'},
    ]
    const page = `<script type="application/ld+json">${JSON.stringify({'@graph': graph})}</script>`
    expect(declarationsOf(page).author).toEqual(['Ann Example'])
  })

  test('is hidden, and what a reader sees is not', () => {
    const seen = '<title>The mill</title><time datetime="2018-05-03">May</time><p itemprop="author">Ann</p>'
    const page = `<meta charset="utf-8"><meta name="date" content="x > y">${linked({})}${seen}<meta itemprop="datePublished" content="2018">`
    expect(withoutDeclarations(page)).toBe(`<meta charset="utf-8">${seen}`)
  })
})

test.each([
  ['date', ['2018-05-03'], '2018-05-03T08:00:00Z', 'right'],
  ['date', ['2018-05-03'], '2018-05-04', 'wrong'],
  ['date', ['2018-05-03'], '2018-05', 'missing'],
  ['date', ['2018-05-03'], '2018-06', 'wrong'],
  ['date', ['2018-05-03'], undefined, 'missing'],
  ['title', ['The mill is sold &amp; gone | The Post'], 'The mill is sold & gone', 'right'],
  ['title', ['The mill is sold'], 'The mill is sold - The Post', 'right'],
  ['title', ['The mill is sold | Post'], 'Post', 'wrong'],
  ['author', ['Ann Example', 'Karl Muster'], ['KARL MUSTER', 'Ann Example'], 'right'],
  ['author', ['Ann Example and Karl Muster'], ['Ann Example', 'Karl Muster'], 'right'],
  ['author', ['Ann Example, CPA'], 'Ann Example', 'right'],
  ['author', ['Ann Example', 'Karl Muster'], 'Ann Example', 'wrong'],
  ['author', ['Ann Example'], 'Anna Example', 'wrong'],
  ['author', ['Example, Ann P.'], 'Ann Example', 'right'],
  ['author', ['annexample'], 'Ann Example', 'right'],
  ['author', ['Ann Example, Paul Muster'], ['Paul Example'], 'wrong'],
  ['title', ['The mill is sold -Ann Example - The Post'], 'The mill is sold', 'right'],
] as const)('%s: of %j, %j is %s', (field, declared, found, verdict) => {
  expect(verdictOn(field, declared, found)).toBe(verdict)
})
