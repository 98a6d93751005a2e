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
})
