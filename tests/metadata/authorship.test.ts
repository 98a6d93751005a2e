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
    ['named below a word that announces it', '<p>By</p><p><a href="/x/1">Quilla Oxbow</a></p>', 'Quilla Oxbow'],
    ['named so in Chinese', '<p>作者：</p><p>张三</p>', '张三'],
    [
      'linked with another below a word that announces them',
      '<div>By</div><div><a href="/staff/a">Anna Example</a></div><div>and</div><div><a href="/staff/o">Quilla Oxbow</a></div>',
      ['Anna Example', 'Quilla Oxbow'],
    ],
    ['linked to a page that is called so', '<p><a href="/anna-example-4711/">Anna Example</a></p>', 'Anna Example'],
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
    ['whom a picture shows', '<figure><img src="a.jpg" alt=""><figcaption>Anna Example</figcaption></figure>'],
    ['whose pictures there are', '<p>Photography by Anna Example, 3 May 2018</p>'],
    ['who is quoted', '<blockquote><p>We want it.</p><p>By Anna Example</p></blockquote>'],
    ['an office below a word that announces it', '<p>By</p><p>News Desk</p>'],
    ['a line below a word that announces none', '<p>By</p><p>The river is high</p>'],
    ['a section that is called as its page', '<p><a href="/river-mills/">River Mills</a></p>'],
    ['a type in microdata', '<p itemprop="author" itemscope itemtype="https://schema.org/Person"><b>Unknown</b></p>'],
    ['an account that a link shows', '<p><a rel="author" href="/u/7">QuillaOxbowPost</a></p>'],
  ])('%s', (_, under) => {
    expect(authorOf(page({under}))).toBeUndefined()
  })

  test('who wrote another text', () => {
    const heading = '<h2><a href="/b">The road is closed again</a></h2>'
    expect(authorOf(page({below: `${heading}<p>By Karl Muster, 3 May 2018</p>`}))).toBeUndefined()
    expect(authorOf(page({below: '<h3>Related articles</h3><p>By Karl Muster</p>'}))).toBeUndefined()
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
