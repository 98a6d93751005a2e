/** The title of a page with headings, a name of its own and the name of its site. */
import {describe, expect, test} from 'vitest'
import {metadataOf, prose} from './pages.js'

const body = prose.map((text) => `<p>${text}</p>`).join('')
const titleOf = (name: string, markup: string): unknown =>
  metadataOf(`<html><head><title>${name}</title></head><body>${markup}</body></html>`).metadata['title']

describe('the title of a page', () => {
  test.each([
    [
      'is not the site’s name in a link to its first page',
      'A bridge for the villages',
      '<h1><a href="https://example.org/">The Gazette of the Valley</a></h1><h2>A bridge for the villages</h2>',
    ],
    [
      'is not the site’s name behind it',
      'A bridge - Talking Valley Renovations',
      '<p><a href="https://example.org">Talking Valley Renovations</a></p><h1>A bridge</h1>',
    ],
    [
      'is that of the headings that the page is named for',
      'A bridge for the villages',
      '<h1>This panel has no content</h1><h1>A bridge for our villages</h1>',
    ],
    ['may be one word', 'Contact - The Gazette', '<h1>Contact</h1>'],
    [
      'is the heading where a crumb has the same words',
      'A bridge for the villages | Gazette',
      '<p><a href="/x">A bridge for the villages</a></p><h2>A bridge for the villages</h2>',
    ],
  ])('%s', (_, name, markup) => {
    expect(titleOf(name, markup + body)).toBe(/<h\d>([^<]*)<\/h\d>$/.exec(markup)![1])
  })

  test.each([
    ['a kicker', 'A new bridge for the villages', 'Transport A new bridge for the villages'],
    ['a second line', 'A new bridge for the villages', 'A new bridge for the villages Money is short'],
    ['a day', 'A new bridge for the villages | Gazette of the Valley', 'Dec 18 2025 A new bridge for the villages'],
    ['an article', 'Best bridges of the valley', 'The best bridges of the valley'],
  ])('is that of the title element where the heading has %s more', (_, name, heading) => {
    expect(titleOf(name, `<h1>${heading}</h1>${body}`)).toBe(name.split(' | ')[0])
  })

  test('is that of the title element where it goes on behind the heading', () => {
    expect(titleOf('A new bridge for the villages, at last', `<h1>A new bridge for the villages</h1>${body}`)).toBe(
      'A new bridge for the villages, at last',
    )
  })

  test.each([
    ['it says another thing', 'Bridge building costs explained', 'What the villages were told on Monday'],
    ['it was cut short', 'A new bridge for the villages in…', 'A new bridge for the villages in the hills'],
    ['it has another number', 'A walk through the valley 2024', 'A walk through the valley 2025'],
    ['it is that of a series', 'A walk through the valley', 'A walk through the valley, part 3'],
    ['it is that of the site', 'The Valley Post', 'The Valley Post wins a prize'],
    ['a site stands before it', 'Valley Post Online: A new bridge for us', 'A new bridge for us'],
    ['a site stands behind it', 'A new bridge for us - Valley Renovations', 'A new bridge for us'],
    ['a site and a section stand behind it', 'A new bridge for us | News | Valley Post', 'A new bridge for us'],
    ['it says much more', 'Call us now: contact the best bridge builders in town, free quotes', 'Call us now'],
  ])('is the heading where the title element does not know better: %s', (_, name, heading) => {
    expect(titleOf(name, `<h1>${heading}</h1>${body}`)).toBe(heading)
  })

  test.each([
    ['https://www.valley-post.org/a', 'A bridge | The Valley Post', 'A bridge'],
    ['https://valleypost.co.uk/a', 'Valley Post - A bridge', 'A bridge'],
    [
      'https://health.example/a',
      'Health news - All that is new in health today',
      'Health news - All that is new in health today',
    ],
  ])('has no name that its site has in its address: %s', (address, name, expected) => {
    const head = `<title>${name}</title><link rel="canonical" href="${address}">`
    expect(metadataOf(`<html><head>${head}</head><body>${body}</body></html>`).metadata['title']).toBe(expected)
  })

  test('is no line that the title element has little of', () => {
    const markup = `<h1>Go from the couch to the bridge</h1><p>Powered by outside</p>${body}`
    expect(titleOf('Couch to bridge training plan - RUN | Powered by outside', markup)).toBe(
      'Go from the couch to the bridge',
    )
  })
})

describe('no title is', () => {
  test.each(['Home', 'Startseite', 'Untitled Document', 'Accueil - Mairie de Luzy', 'Главная', 'Strona główna'])(
    'what every first page is called: %s',
    (name) => {
      expect(titleOf(name, `<h1>A bridge</h1>${body}`)).toBe('A bridge')
    },
  )

  test('a notice of cookies', () => {
    const notice = '<h1>We value your privacy</h1><p>We and our partners use cookies.</p>'
    expect(titleOf('Home', `${notice}<h1>A bridge for the villages</h1>${body}`)).toBe('A bridge for the villages')
  })

  test('the site’s name in front', () => {
    const markup = `<h1>A bridge for the villages</h1>${body}`
    expect(titleOf('Valley Post | A bridge for the villages', markup)).toBe('A bridge for the villages')
    expect(titleOf('Valley Post: A bridge for the villages', `<p>Valley Post</p>${markup}`)).toBe(
      'A bridge for the villages',
    )
    expect(titleOf('Press release: A bridge for the villages', markup)).toBe('Press release: A bridge for the villages')
  })

  test('the site’s name above the heading of the story', () => {
    const story = `<h2>A bridge for the villages</h2><p>Published 3 May 2018</p>${body}`
    expect(titleOf('The Valley Post', `<h1>The Valley Post</h1>${story}`)).toBe('A bridge for the villages')
    expect(titleOf('Ink: A bridge', `<h1>Ink</h1><h2>Monday, 6 May 2013</h2><h3>A bridge</h3>${body}`)).toBe('A bridge')
    expect(titleOf('Ink: A bridge', `<h1>Ink</h1><h2>A bridge</h2>${body}`)).not.toBe('A bridge')
    expect(titleOf('A bridge', `<h1>A bridge</h1><h2>The villages</h2>${body}`)).toBe('A bridge')
  })

  test.each([
    'Supervisor: Professor Mark Tully',
    'title: The mill is sold',
    'Journal of Rural History, Vol. 12, No. 3 (2005), pp. 211–239',
    'SUPREME COURT OF EXAMPLE',
    'Once upon a time there was a king who had three daughters and no sense.',
  ])('%s', (line) => {
    const {metadata} = metadataOf(`${line}\n\n${prose.join('\n\n')}`)
    expect(metadata).not.toHaveProperty('title')
  })
})
