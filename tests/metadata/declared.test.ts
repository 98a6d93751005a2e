/**
 * What pages declare about themselves, as it is found in the wild: which source is believed, what of its value, and what is no value. Where a
 * declaration stands in the raw is part of it.
 */
import {describe, expect, test} from 'vitest'
import {createPipeline} from '../../src/index.js'

const pipeline = createPipeline()
const prose =
  'The bridge over the lower river was opened on Monday after three years of work, the council said.</p><p>It carries two lanes and a path for those who walk, which many in the town had long asked for.'

interface PageParts {
  readonly head?: string
  readonly body?: string
  readonly title?: string
  readonly lang?: string
  readonly heading?: string
}

function page({
  head = '',
  body = '',
  title = 'A bridge opens',
  lang = '',
  heading = 'A bridge opens',
}: PageParts): string {
  return `<!doctype html><html${lang && ` lang="${lang}"`}><head><title>${title}</title>${head}</head><body><article><h1>${heading}</h1><p>${prose}</p></article>${body}</body></html>`
}

function metadataOf(parts: PageParts): Readonly<Record<string, string | readonly string[]>> {
  const raw = page(parts)
  const {metadata, facts, markdown} = pipeline.clean(raw)
  for (const {field, value, raw: range, rule} of facts) {
    if (rule === 'language') continue
    expect([field, range]).toEqual([field, {start: expect.any(Number), end: expect.any(Number)}])
    expect([field, value, range!.end > range!.start]).toEqual([field, value, true])
  }
  expect(pipeline.clean(markdown).markdown).toBe(markdown)
  return metadata
}

const jsonLd = (data: unknown): string => `<script type="application/ld+json">${JSON.stringify(data)}</script>`
const meta = (names: Record<string, string>): string =>
  Object.entries(names)
    .map(([name, content]) => `<meta name="${name}" content="${content}">`)
    .join('')
const article = (more: object): string => jsonLd({'@context': 'https://schema.org', '@type': 'NewsArticle', ...more})

describe('JSON-LD', () => {
  test('is a graph whose items refer to each other', () => {
    const graph = [
      {'@type': 'Article', '@id': '#a', headline: 'A bridge opens', author: {'@id': '#p'}, publisher: {'@id': '#o'}},
      {'@type': 'WebPage', '@id': '#w', datePublished: '2020-11-10T08:00:00+01:00', inLanguage: 'en-GB'},
      {'@type': 'Organization', '@id': '#o', name: 'The Valley Post', logo: {url: 'https://e.org/sign.png'}},
      {'@type': 'Person', '@id': '#p', name: 'Ann Example'},
    ]
    expect(metadataOf({head: jsonLd({'@context': 'https://schema.org', '@graph': graph})})).toMatchObject({
      author: 'Ann Example',
      site: 'The Valley Post',
      date: '2020-11-10T08:00:00+01:00',
    })
  })

  test('of the page is that which the page is about, among those of others', () => {
    const items = [
      {'@type': 'NewsArticle', url: 'https://e.org/other', headline: 'A mill burns', author: 'Bo Other'},
      {'@type': 'NewsArticle', url: 'https://e.org/bridge/', headline: 'A bridge opens', author: 'Ann Example'},
    ]
    const head = `<link rel="canonical" href="https://www.e.org/bridge">${jsonLd(items)}`
    expect(metadataOf({head})['author']).toBe('Ann Example')
  })

  test.each<[string, string]>([
    ['with a comma too much', '{"@type":"Article","author":"Ann Example",}'],
    ['with a newline in a string', '{"@type":"Article","author":"Ann Example","description":"One\nline"}'],
    ['with a semicolon behind it', '{"@type":"Article","author":"Ann Example"};'],
    ['with a quote that nobody escaped', '{"@type":"Article","headline":"The "bridge" opens","author":"Ann Example"}'],
    ['without a comma at the end of a line', '{"@type":"Article","headline":"A bridge opens"\n"author":"Ann Example"}'],
    ['with comments', '{"@type":"Article", // the type\n/* who */ "author":"Ann Example" // }\n}'],
    ['with a bracket too much', '{"@type":"Article","image":{"url":"x"}},"author":"Ann Example"}'],
    ['without its end', '{"@type":"Article","author":{"name":"Ann Example"'],
    ['with another document behind it', '{"@type":"Article","author":"Ann Example"},{"@type":"WebSite"}'],
    ['with a backslash that escapes nothing', '{"@type":"Article","url":"C:\\x","author":"Ann Example"}'],
    ['in a comment of HTML', '<!--\n{"@type":"Article","author":"Ann Example"}\n-->'],
    ['in a section of XML', '//<![CDATA[\n{"@type":"Article","author":"Ann Example"}\n//]]>'],
    ['escaped as a whole', '{&quot;@type&quot;:&quot;Article&quot;,&quot;author&quot;:&quot;Ann Example&quot;}'],
    ['with names in other cases', '{"@type":"Article","Author":{"@type":"Person","Name":"Ann Example"}}'],
    ['with types and names as addresses', '{"@type":"https://schema.org/Article","schema:author":"Ann Example"}'],
    ['of several types', '{"@type":["Thing","ReportageNewsArticle"],"author":["Ann Example"]}'],
    ['of a recipe', '{"@type":"Recipe","datePublished":"2020-01-02","author":{"name":"Ann Example"}}'],
  ])('is read %s', (_, json) => {
    expect(metadataOf({head: `<script type="application/ld+json">${json}</script>`})['author']).toBe('Ann Example')
  })

  test('that is no JSON says nothing', () => {
    const json = `{'@type': 'Article', author: 'Ann Example'}`
    expect(metadataOf({head: `<script type="application/ld+json">${json}</script>`})['author']).toBeUndefined()
  })
})

describe('microdata and RDFa', () => {
  const byline =
    '<span itemprop="author" itemscope itemtype="https://schema.org/Person">By <b itemprop="name">Ann Example</b>, who writes</span>'

  test('say what they say of the item that they stand in', () => {
    const body = `<div itemscope itemtype="https://schema.org/Review"><b itemprop="author">Bo Other</b><meta itemprop="datePublished" content="2018-01-01"></div>
      <div itemscope itemtype="https://schema.org/NewsArticle">${byline}<meta itemprop="datePublished" content="2020-11-10">
      <div itemprop="comment" itemscope itemtype="https://schema.org/Comment"><b itemprop="author">Cy Reader</b></div></div>`
    expect(metadataOf({body})).toMatchObject({author: 'Ann Example', date: '2020-11-10'})
  })

  test('are read in parts that are not shown, and outside of all items', () => {
    expect(metadataOf({body: `<div style="display:none">${byline}</div>`})['author']).toBe('Ann Example')
  })

  test('of RDFa are the same in other attributes', () => {
    const body =
      '<div vocab="https://schema.org/" typeof="Article"><span property="author" typeof="Person"><span property="name">Ann Example</span></span><span property="schema:datePublished" content="2020-11-10">Tuesday</span></div>'
    expect(metadataOf({body})).toMatchObject({author: 'Ann Example', date: '2020-11-10'})
  })
})

describe('an author', () => {
  const author = (value: string): unknown => metadataOf({head: meta({author: value})})['author']

  test.each<[string, string | string[] | undefined]>([
    ['Ann Example', 'Ann Example'],
    ['By Ann Example', 'Ann Example'],
    ['Von Anna Beispiel', 'Anna Beispiel'],
    ['Author: Ann Example', 'Ann Example'],
    ['View all posts by Ann Example', 'Ann Example'],
    ['Ann Example @annexample', 'Ann Example'],
    ['Ann Example ann@example.org', 'Ann Example'],
    ['Ann Example - https://example.org', 'Ann Example'],
    ['Anna Example, John Sample', ['Anna Example', 'John Sample']],
    ['Anna Example and John Sample', ['Anna Example', 'John Sample']],
    ['Anna Example; John Sample', ['Anna Example', 'John Sample']],
    ['Anna Example / John Sample', ['Anna Example', 'John Sample']],
    ['Anna Example, Valley News', 'Anna Example'],
    ['Anna Example | The Valley Newsroom Network', 'Anna Example'],
    ['ANNA EXAMPLE', 'Anna Example'],
    ['&lt;a href=&quot;/x&quot;&gt;Anna Example&lt;/a&gt;', 'Anna Example'],
    ['Reuters', 'Reuters'],
    ['admin', undefined],
    ['wp_admin', undefined],
    ['adminn', undefined],
    ['Unknown', undefined],
    ['null', undefined],
    ['{{author}}', undefined],
    ['page.head.author', undefined],
    ['ann@example.org', undefined],
    ['https://www.facebook.com/ann', undefined],
    ['262588213843476', undefined],
    ['example.org', undefined],
    ['www.example.org', undefined],
    ['The Valley Agency GmbH', undefined],
  ])('%s', (value, expected) => expect(author(value)).toEqual(expected))

  test('whose family name stands first in a list of papers is turned round', () => {
    const head = '<meta name="citation_author" content="Roe, Jane A."><meta name="citation_author" content="Doe, John">'
    expect(metadataOf({head})['author']).toEqual(['Jane A. Roe', 'John Doe'])
  })

  test.each<[string, string]>([
    ['that a plugin writes with a label', meta({'twitter:label1': 'Written by', 'twitter:data1': 'Ann Example'})],
    ['not an address beside it', meta({'article:author': 'https://facebook.com/x', byl: 'By Ann Example'})],
    [
      'not the house beside them',
      article({author: {'@type': 'Organization', name: 'Valley Group'}}) + meta({byl: 'Ann Example'}),
    ],
    ['not who made the site', `${article({author: 'Ann Example'})}${meta({author: 'Sample Web Design GmbH'})}`],
    [
      'who publishes his own blog',
      article({author: 'Ann Example', publisher: {'@type': ['Person', 'Organization'], name: 'Ann Example'}}),
    ],
  ])('is the person %s', (_, head) => expect(metadataOf({head})['author']).toBe('Ann Example'))

  test('is the one to whose texts a link leads, unless it leads to those of several', () => {
    const link = (name: string): string => `<p><a rel="author" href="/people/${name}">${name}</a></p>`
    expect(metadataOf({body: link('Kiersten')})['author']).toBe('Kiersten')
    expect(metadataOf({body: link('Kiersten') + link('Gregory')})['author']).toBeUndefined()
  })

  test('is not the site', () => {
    expect(
      metadataOf({
        head: `<meta property="og:site_name" content="The Valley Post">${article({author: 'The Valley Post'})}`,
      })['author'],
    ).toBeUndefined()
  })
})

describe('a date', () => {
  const date = (value: string, lang = 'en'): unknown =>
    metadataOf({head: `<meta property="article:published_time" content="${value}">`, lang})['date']

  test.each<[string, string | undefined]>([
    ['2020-11-10', '2020-11-10'],
    ['2020-11-10T08:30:15+01:00', '2020-11-10T08:30:15+01:00'],
    ['2020-11-10T08:30:15.123456Z', '2020-11-10T08:30:15Z'],
    ['2020-11-10 08:30:15', '2020-11-10T08:30:15'],
    ['2020-11-10T08:30+0100', '2020-11-10T08:30:00+01:00'],
    ['2020-11-10T08:30:15+01', '2020-11-10T08:30:15+01:00'],
    ['20201110', '2020-11-10'],
    ['20201110T083015+0100', '2020-11-10T08:30:15+01:00'],
    ['2020/11/10', '2020-11-10'],
    ['2020/11/10 08:30', '2020-11-10T08:30:00'],
    ['Tue, 10 Nov 2020 08:30:15 GMT', '2020-11-10T08:30:15Z'],
    ['Tue Nov 10 08:30:15 UTC 2020', '2020-11-10T08:30:15Z'],
    ['Tue Nov 10 08:30:15 CET 2020', '2020-11-10T08:30:15'],
    ['November 10, 2020', '2020-11-10'],
    ['Tue, 11/24/2020 - 08:30', '2020-11-24'],
    ['10/11/2020', undefined],
    ['2020-02-30', undefined],
    ['1970-01-01T00:00:00Z', undefined],
    ['1970-01-01T01:00:00+01:00', undefined],
    ['0001-01-01T00:00:00', undefined],
    ['1900-01-01', undefined],
    ['9999-12-31', undefined],
    ['today', undefined],
  ])('%s', (value, expected) => expect(date(value)).toBe(expected))

  test.each<[string, string | undefined]>([
    ['de', '2020-11-10'],
    ['en-GB', '2020-11-10'],
    ['es-ES', '2020-11-10'],
    ['en', undefined],
    ['en-US', undefined],
    ['es', undefined],
  ])('in figures alone is read where the language of the page puts the day first: %s', (lang, expected) => {
    expect(date('10/11/2020', lang)).toBe(expected)
  })

  test('is as exact as any source says the same day', () => {
    const head = article({datePublished: '2020-11-10'}) + meta({'parsely-pub-date': '2020-11-10T08:30:15Z'})
    expect(metadataOf({head})['date']).toBe('2020-11-10T08:30:15Z')
  })

  test('of a change before the publication is none', () => {
    const published = {datePublished: '2020-11-10T08:30:00+01:00'}
    const modified = (dateModified: string): unknown =>
      metadataOf({head: article({...published, dateModified})})['modified']
    expect(modified('2020-11-10T07:00:00Z')).toBeUndefined()
    expect(modified('2020-11-10T07:45:00Z')).toBe('2020-11-10T07:45:00Z')
    expect(modified('2019-01-01')).toBeUndefined()
  })
})

describe('a title', () => {
  test.each<[string, string]>([
    ['A bridge opens | The Valley Post', 'A bridge opens'],
    ['The Valley Post - A bridge opens', 'A bridge opens'],
    ['A bridge opens » The Valley Post', 'A bridge opens'],
    ['A bridge opens &amp;#8211; The Valley Post', 'A bridge opens'],
    ['A bridge opens: &lt;em&gt;at last&lt;/em&gt;', 'A bridge opens: at last'],
    ['A bridge | A story', 'A bridge | A story'],
  ])('is without the name of the site: %s', (value, expected) => {
    const head = `<meta property="og:title" content="${value}"><meta property="og:site_name" content="The Valley Post">`
    expect(metadataOf({head, title: 'x', heading: ''})['title']).toBe(expected)
  })

  test('is not the site where another source knows one', () => {
    const head = meta({
      'dcterms.title': 'VALLEYPOST.EXAMPLE',
      'og:site_name': 'Valleypost.example',
      'twitter:title': 'A bridge opens',
    })
    expect(metadataOf({head, heading: ''})).toMatchObject({title: 'A bridge opens', site: 'Valleypost.example'})
  })

  test('has a subtitle where the page shows it; else that is a title for machines', () => {
    const head = article({headline: 'A bridge opens', alternativeHeadline: 'Three years of work are over'})
    expect(metadataOf({head})['subtitle']).toBeUndefined()
    const {metadata} = pipeline.clean(page({head}).replace('</h1>', '</h1><h2>Three years of work are over</h2>'))
    expect(metadata['subtitle']).toBe('Three years of work are over')
  })
})

describe('the site', () => {
  test.each<[string, string, string | undefined]>([
    ['is what it calls itself', '<meta property="og:site_name" content="The Valley Post">', 'The Valley Post'],
    [
      'is not what every blog is called',
      `<meta property="og:site_name" content="Blog">${article({publisher: {name: 'The Valley Post'}})}`,
      'The Valley Post',
    ],
    [
      'is not its address',
      `<meta property="og:site_name" content="valleypost.example">${article({publisher: {name: 'The Valley Post'}})}`,
      'The Valley Post',
    ],
    [
      'but its address for want of a name',
      '<meta property="og:site_name" content="valleypost.example">',
      'valleypost.example',
    ],
    [
      'is cut into words',
      `<meta property="og:site_name" content="valleypost">${article({publisher: {name: 'The Valley Post'}})}`,
      'The Valley Post',
    ],
    [
      'has no slogan',
      `<meta property="og:site_name" content="The Valley Post - All that happens">${article({publisher: {name: 'The Valley Post'}})}`,
      'The Valley Post',
    ],
    [
      'is no company',
      `${article({publisher: {name: 'Valley Media GmbH'}})}${meta({'application-name': 'The Valley Post'})}`,
      'The Valley Post',
    ],
    [
      'is not the page',
      '<meta property="og:site_name" content="A bridge opens"><meta property="og:title" content="A bridge opens">',
      undefined,
    ],
  ])('%s', (_, head, expected) => expect(metadataOf({head})['site']).toBe(expected))
})

describe('the source', () => {
  const source = (head: string): unknown => metadataOf({head})['source']
  const canonical = (href: string): string => `<link rel="canonical" href="${href}">`
  const url = (address: string): string => `<meta property="og:url" content="${address}">`

  test.each<[string, string, string]>([
    ['is the canonical address', canonical('https://e.org/a') + url('https://e.org/b'), 'https://e.org/a'],
    ['may be declared without its host', canonical('/a/b') + url('https://e.org/c'), 'https://e.org/a/b'],
    ['is not that of the front page', canonical('https://e.org/') + url('https://e.org/a'), 'https://e.org/a'],
    ['is of the same site', canonical('https://e.org/a') + url('https://social.e.org/a'), 'https://e.org/a'],
    [
      'is that of the data for want of another',
      article({mainEntityOfPage: {'@id': 'https://e.org/a#main'}}),
      'https://e.org/a',
    ],
  ])('%s', (_, head, expected) => expect(source(head)).toBe(expected))

  test('of a copy is its own address; the canonical one is that of the first publication', () => {
    expect(metadataOf({head: canonical('https://post.example/a') + url('https://portal.example/a')})).toMatchObject({
      source: 'https://portal.example/a',
      first_published_url: 'https://post.example/a',
    })
  })
})

describe('other fields', () => {
  test.each<[string, string, Record<string, unknown>]>([
    ['a description that is the title', meta({description: 'A bridge opens'}), {description: undefined}],
    ['a description', meta({description: 'Three years &amp;amp; more'}), {description: 'Three years & more'}],
    ['a section', meta({'article:section': 'Valley'}), {section: 'Valley'}],
    ['the first of many sections', article({articleSection: 'Valley, Bridges, Roads'}), {section: 'Valley'}],
    ['a section of two words', article({articleSection: 'Arts, Culture'}), {section: 'Arts, Culture'}],
    ['no section', meta({'article:section': 'Uncategorized'}), {section: undefined}],
    [
      'a section from a trail',
      jsonLd({
        '@type': 'BreadcrumbList',
        itemListElement: ['Home', 'Valley', 'A bridge opens'].map((name) => ({'@type': 'ListItem', item: {name}})),
      }),
      {section: 'Valley'},
    ],
    ['a copyright', meta({copyright: '© 2020 The Valley Post'}), {rights: '© 2020 The Valley Post'}],
    ['no copyright', meta({copyright: 'www.valleypost.example'}), {rights: undefined}],
    [
      'a licence',
      '<link rel="license" href="https://creativecommons.org/licenses/by/4.0/">',
      {rights: 'https://creativecommons.org/licenses/by/4.0/'},
    ],
    [
      'an image',
      '<link rel="canonical" href="https://e.org/a/b"><meta property="og:image" content="/i/bridge.jpg">',
      {image: 'https://e.org/i/bridge.jpg'},
    ],
    [
      'an image in the data',
      article({image: [{'@type': 'ImageObject', url: 'https://e.org/b.jpg'}]}),
      {image: 'https://e.org/b.jpg'},
    ],
    ['no image', meta({'og:image': 'data:image/gif;base64,R0lGODlhAQABAAAAACw='}), {image: undefined}],
    ['no pixel', meta({'og:image': 'https://e.org/img/pixel.gif'}), {image: undefined}],
    ['no logo', meta({'og:image': 'https://e.org/img/site-logo.png?x=1'}), {image: undefined}],
  ])('%s', (_, head, expected) => {
    const metadata = metadataOf({head})
    for (const [field, value] of Object.entries(expected)) expect(metadata[field]).toEqual(value)
  })

  test('a logo that the data call one is no image', () => {
    const head =
      article({publisher: {name: 'Post', logo: {url: 'https://e.org/sign.png'}}}) +
      meta({'og:image': 'https://e.org/sign.png'})
    expect(metadataOf({head})['image']).toBeUndefined()
  })

  test('licences of several kinds are those of pictures', () => {
    const body = ['by', 'by-sa']
      .map((kind) => `<a rel="license" href="https://creativecommons.org/licenses/${kind}/4.0/">${kind}</a>`)
      .join(' ')
    expect(metadataOf({body})['rights']).toBeUndefined()
  })
})

describe('hostile declarations cost no more than their length', () => {
  const many = 20_000
  test.each<[string, string]>([
    ['items in items', `${'<div itemscope itemprop="author" itemtype="https://schema.org/Article">'.repeat(many)}x`],
    [
      'authors of one item',
      `<div itemscope itemtype="https://schema.org/Article">${'<i itemprop="author">Ann Example</i>'.repeat(many)}</div>`,
    ],
    ['empty elements in properties', `<div itemprop="author">`.repeat(400) + '<br>'.repeat(many)],
    ['meta elements of one name', '<meta name="author" content="Ann Example, Bo Sample">'.repeat(many)],
    ['titles', '<title>x</title>'.repeat(many)],
    ['links to authors', '<a rel="author" href="/x">Ann Example</a>'.repeat(many)],
    ['scripts', '<script type="application/ld+json">{"@type":"Article","author":"x",}</script>'.repeat(many / 20)],
    [
      'a graph of references',
      jsonLd({
        '@graph': Array.from({length: many}, (_, id) => ({
          '@id': `#${id}`,
          '@type': 'Article',
          author: {'@id': `#${id + 1}`},
          mainEntity: {'@id': '#1'},
        })),
      }),
    ],
    [
      'a long list of names',
      article({author: Array.from({length: many}, (_, index) => ({name: `Ann Example ${index}`}))}),
    ],
    ['a long name', meta({author: `By ${'von, by '.repeat(many)}`})],
    ['open tags in a value', meta({description: '&lt;a '.repeat(many)})],
    [
      'quotes that nothing closes',
      `<script type="application/ld+json">{"@type":"Article",${'"a'.repeat(many)}</script>`,
    ],
    ['backslashes', `<script type="application/ld+json">{"@type":"Article","a":"${'\\"'.repeat(many)}</script>`],
    ['commas', `<script type="application/ld+json">[${','.repeat(many)}</script>`],
    [
      'a trail without end',
      jsonLd({'@type': 'BreadcrumbList', itemListElement: Array.from({length: many}, () => ({name: 'x'}))}),
    ],
  ])(
    '%s',
    (_, body) => {
      expect(pipeline.clean(page({body})).markdown).toContain('It carries two lanes')
    },
    20_000,
  )
})
