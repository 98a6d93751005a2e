/** Which of the dates of a document is taken for the day of its publication. */
import {describe, expect, test} from 'vitest'
import {metadataOf, page, prose, text, title} from './pages.js'

const dateOf = (scrape: string): unknown => metadataOf(scrape).metadata['date']
const canonical = (path: string, host = 'example.org'): string => `<link rel="canonical" href="https://${host}${path}">`

describe('a date next to the title', () => {
  test.each([
    ['a paragraph', '<p>3 May 2018</p>'],
    ['an item of a list', '<ul><li>3 May 2018</li><li>From the section Villages</li></ul>'],
    ['a heading', '<h5>May 3, 2018</h5>'],
    ['one line of several', '<p>Rivers &amp; Roads<br>Published 3 May 2018<br>Updated 9 June 2018</p>'],
    ['a line that names a desk', '<p><a href="/desk">Rivers</a> | 3 May 2018</p>'],
    ['a line with tags behind it', '<p>3 May 2018 | <a href="/t/1">Rivers</a>, <a href="/t/2">Roads</a></p>'],
    ['a time element whose words say no day', '<p><time datetime="2018-05-03T08:00:00+02:00">two years ago</time></p>'],
  ])('is found in %s', (_, under) => {
    expect(String(dateOf(page({under}))).slice(0, 10)).toBe('2018-05-03')
  })

  test('may stand above it', () => {
    expect(dateOf(page({above: '<div class="post-date">3 May 2018</div>'}))).toBe('2018-05-03')
  })

  test('beats the dates of teasers and readers', () => {
    const above = '<div class="latest"><p>1 June 2019 <a href="/b">The road is closed</a></p></div>'
    const below = '<div class="comments"><p>Posted on 4 June 2019</p><p>They should build it.</p></div>'
    expect(dateOf(page({above, under: '<p>3 May 2018</p>', below}))).toBe('2018-05-03')
    expect(dateOf(page({below}))).toBeUndefined()
  })

  test('beats that of a teaser that is nearer', () => {
    const under = '<div class="related"><p>1 June 2019</p></div><p>3 May 2018</p>'
    expect(dateOf(page({under}))).toBe('2018-05-03')
  })

  test('is the first publication where the last change stands beside it', () => {
    const {metadata} = metadataOf(page({under: '<p>Updated: 9 June 2018, first published 3 May 2018</p>'}))
    expect(metadata).toMatchObject({date: '2018-05-03', modified: '2018-06-09'})
  })

  test('is none of publication where its words say that it is of a change, whatever its class', () => {
    const under = '<p><time class="ArticleDate entry-date" datetime="2018-06-09">Updated on 9 June 2018</time></p>'
    expect(dateOf(page({under}))).toBeUndefined()
  })

  test('that is of the last change is no date of publication', () => {
    const {metadata} = metadataOf(
      page({under: '<p>Last updated on <time datetime="2018-06-09">9 June 2018</time></p>'}),
    )
    expect(metadata).toMatchObject({modified: '2018-06-09'})
    expect(metadata['date']).toBeUndefined()
  })
})

describe('a date below the body', () => {
  test('is taken where something says that it is the document’s', () => {
    expect(dateOf(page({below: '<div class="entry-meta">Posted on 3 May 2018 in Rivers</div>'}))).toBe('2018-05-03')
    expect(dateOf(`${text()}\n\nVeröffentlicht am 3. Mai 2018`)).toBe('2018-05-03')
  })

  test('is not taken where two days are said', () => {
    expect(dateOf(`${text()}\n\nPosted on 3 May 2018\n\nPosted on 4 June 2019`)).toBeUndefined()
  })

  test('is not that of another text', () => {
    const teaser = '<h3><a href="/b">The road is closed</a></h3><p>Anna Example January 19, 2019 6:23 pm</p>'
    expect(dateOf(page({below: teaser}))).toBeUndefined()
  })

  test('is not that of a copyright', () => {
    expect(dateOf(`${text()}\n\n© 3 May 2018 The Valley Post`)).toBeUndefined()
  })
})

describe('never taken for the day of publication is', () => {
  test.each([
    ['a date in a sentence', `${prose[0]} On 3 May 2018 he came back to the villages.`],
    ['the date of a picture', 'Photo: Valley Archive, 3 May 2018'],
    ['the date of what a picture is from', 'Source: The River Ministry, 3 May 2018'],
    ['a dateline without its year', 'OLD HARBOUR — May 3 —'],
    ['a day that is told from today', '3 days ago'],
    ['a heading that ends with a date', '## What the council said on 3 May 2018'],
    ['a period', '3 May 2018 – 9 June 2018'],
    ['a life', 'Born 3 May 1924'],
    ['a deadline', 'Deadline 3 May 2018'],
    ['figures that can be exchanged', 'Posted on 03/04/2020'],
    ['a change, in Finnish', 'Päivitetty 3.5.2018'],
    ['a change, in Swedish', 'Uppdaterad 3 maj 2018'],
    ['a change, in Indonesian', 'Diperbarui 3 Mei 2018'],
    ['a change, in Korean', '수정 2018.05.03 10:00'],
  ])('%s', (_, line) => {
    expect(dateOf(text(line))).toBeUndefined()
  })
})

describe('nor is it, on a page,', () => {
  const link = '<a href="/b">The road is closed again until spring</a>'
  test.each([
    ['the day of an event', {under: '<p>Date: 3 May 2018</p><p>Time: 19:00</p><p>Venue: Town hall</p>'}],
    ['the day of a text beside it', {under: `<aside><h4>Latest</h4><p>${link}</p><p>3 May 2018</p></aside>`}],
    ['the day of a picture', {under: '<figure><img src="a.jpg" alt=""><figcaption>3 May 2018</figcaption></figure>'}],
    ['the day of a comment', {below: '<h3>One comment</h3><b>Anna</b> <time datetime="2018-05-03">3 May 2018</time>'}],
    ['the day of a related text', {below: `<h3>Read also</h3><p>${link}</p><p>Posted on 3 May 2018</p>`}],
    ['the day of a text with a heading', {below: `<h2>${link}</h2><div class="entry-meta">Posted on 3 May 2018</div>`}],
    ['the day of a fair that its address has', {head: canonical('/events/2018-05-03-fair')}],
  ])('%s', (_, parts) => {
    expect(dateOf(page(parts))).toBeUndefined()
  })
})

describe('the address', () => {
  test('says the day where nothing else does', () => {
    const {metadata, rules} = metadataOf(page({head: canonical('/2018/05/03/bridge/')}))
    expect(metadata['date']).toBe('2018-05-03')
    expect(rules['date']).toBe('date-in-address')
  })

  test.each([
    ['/2018/05/bridge.html', '2018-05'],
    ['/news/2018/may/03/bridge', '2018-05-03'],
    ['/news/20180503/bridge', '2018-05-03'],
    ['/news/2018/13/bridge/', undefined],
    ['/news/bridge-2018', undefined],
    ['/a/20181350/bridge', undefined],
  ])('is read no more exactly than it is: %s', (path, expected) => {
    expect(dateOf(page({head: canonical(path)}))).toBe(expected)
  })

  test('gives way to a line, and tells which of two dates it is', () => {
    const under = '<p>3 May 2018</p>'
    expect(dateOf(page({head: canonical('/2018/05/02/bridge/'), under}))).toBe('2018-05-03')
    const below = '<p>Posted on 3 May 2018</p><p>Posted on 4 June 2019</p>'
    expect(dateOf(page({head: canonical('/2018/05/03/bridge/'), below}))).toBe('2018-05-03')
  })
})

describe('the order of day and month in figures', () => {
  const figures = '<p>05/06/2018</p>'
  test.each([
    ['nothing decides', {under: figures}, undefined],
    ['the country of the language', {lang: 'en-GB', under: figures}, '2018-06-05'],
    ['the country of the language, the other', {lang: 'en-US', under: figures}, '2018-05-06'],
    ['the country of the address', {head: canonical('/a', 'example.co.uk'), under: figures}, '2018-06-05'],
    ['a country’s code that anybody may have', {head: canonical('/a', 'example.io'), under: figures}, undefined],
    ['countries that disagree', {lang: 'en-US', head: canonical('/a', 'example.co.uk'), under: figures}, undefined],
    ['another date of the page', {under: figures, below: '<p>Read on</p><p>25/12/2017</p>'}, '2018-06-05'],
    ['dates of the page that disagree', {under: figures, below: '<p>25/12/2017</p><p>12/25/2017</p>'}, undefined],
  ])('%s', (_, parts, expected) => {
    expect(dateOf(page(parts))).toBe(expected)
  })

  test('is that of the language where all its countries agree', () => {
    const german =
      'Die Vereinbarung wurde in der Nacht auf den zehnten unterschrieben, und am Morgen waren die ersten Lastwagen auf der Straße in die Dörfer.'
    expect(dateOf(`# Die Dörfer wollen eine Brücke\n\n05/06/2018\n\n${german}\n\n${german}`)).toBe('2018-06-05')
  })
})

test('a page of nothing but dates is read in time linear to its length', () => {
  const started = performance.now()
  const lines = Array.from({length: 20_000}, (_, index) => `<p>Posted on ${1 + (index % 28)} May 2018 by</p>`).join('')
  metadataOf(page({above: lines, under: lines, below: `<p>${'1/2/2018 '.repeat(100_000)}</p>`}))
  const first = performance.now() - started
  metadataOf(page({above: lines + lines, under: lines + lines, below: `<p>${'1/2/2018 '.repeat(200_000)}</p>`}))
  expect(performance.now() - started - first).toBeLessThan(8 * first + 1000)
})

test('the title itself is never the date line', () => {
  expect(dateOf(`# Speech of 3 May 2018\n\n${prose.join('\n\n')}`)).toBeUndefined()
  expect(title).not.toMatch(/\d/)
})
