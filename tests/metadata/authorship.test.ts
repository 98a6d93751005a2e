/** Who is taken for the author of a document, and who is not. */
import {describe, expect, test} from 'vitest'
import {metadataOf, page, prose, text} from './pages.js'

const authorOf = (scrape: string): unknown => metadataOf(scrape).metadata['author']

describe('the author is', () => {
  test.each([
    [
      'named in a line with other things',
      '<p>By <a href="/x/1">Anna Example, CPA</a> – Updated 3 May 2018 | Checked by Karl Muster</p>',
      'Anna Example',
    ],
    [
      'linked to a page about authors',
      '<p><a href="/author/quilla-oxbow/">Quilla Oxbow</a> <a href="https://twitter.com/oxbow">@oxbow</a> / 2 days</p>',
      'Quilla Oxbow',
    ],
    [
      'of one name, where the link says so',
      '<p>Written by <a href="/author/quilla/">Quilla</a> on 3 May 2018</p>',
      'Quilla',
    ],
    [
      'linked in lines one below the other',
      '<p><a href="/staff/a">Anna Example</a></p><p><a href="/staff/o">Quilla Oxbow</a></p>',
      ['Anna Example', 'Quilla Oxbow'],
    ],
    [
      'in an element that is named so',
      '<div class="article-author">Anna Example | The Valley Post</div>',
      'Anna Example',
    ],
    ['an agency, where the link says so', '<p><a href="/author/reuters">Reuters</a>, Old Harbour</p>', 'Reuters'],
    ['named in a heading', '<h5>Anna Example</h5>', 'Anna Example'],
  ])('%s', (_, under, expected) => {
    expect(authorOf(page({under}))).toEqual(expected)
  })

  test('named above the title, or below the body where nobody else is', () => {
    expect(authorOf(page({above: '<p>By Anna Example</p>'}))).toBe('Anna Example')
    expect(authorOf(page({below: '<p>Written by Anna Example</p>'}))).toBe('Anna Example')
    expect(authorOf(page({below: '<p>Written by Anna Example</p><p>Written by Karl Muster</p>'}))).toBeUndefined()
  })
})

describe('no author is', () => {
  test.each([
    ['an account', '<p>By <a href="/author/admin/">admin</a> - 3 May 2018</p>'],
    ['who checked or updated', '<p>Reviewed by <a href="/author/karl/">Karl Muster</a></p>'],
    ['a link to a service', '<p><a href="https://www.youtube.com/user/valley">YouTube</a></p>'],
    ['a link to one’s own page', '<p><a href="/profile/details/">My Account</a></p>'],
    ['somebody whom the title is about', '<p><em>The Villages</em></p>'],
    ['an office', '<p>By News Desk</p>'],
  ])('%s', (_, under) => {
    expect(authorOf(page({under}))).toBeUndefined()
  })

  test('a reader who left a comment', () => {
    expect(
      authorOf(page({below: '<div class="comments"><p>Posted by Karl Muster</p><p>Well said.</p></div>'})),
    ).toBeUndefined()
  })

  test('whom a picture right under the title shows', () => {
    const lines = ['# What Anna Example said to the villages', 'Anna Example', ...prose].join('\n\n')
    expect(authorOf(lines.replace('Anna Example\n', '*Anna Example*\n'))).toBeUndefined()
  })

  test('in a line that a word like "by" opens by chance', () => {
    expect(authorOf(text('Friday By Appointment'))).toBeUndefined()
  })
})
