/** To which site a labelled page counts: pages of one house must not be learned from and measured at once. */
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'
import {expect, test} from 'vitest'
import {foldOf, folds, makeSiteOf} from '../../scripts/training/sites.mjs'

/** The site of a page with an address, or with some html. */
function siteOf({url, html}: {url?: string; html?: string}): string {
  const folder = mkdtempSync(join(tmpdir(), 'sites-'))
  try {
    mkdirSync(join(folder, 'set', 'html'), {recursive: true})
    if (html !== undefined) writeFileSync(join(folder, 'set', 'html', 'page.html.gz'), gzipSync(html))
    return makeSiteOf(folder, 'set', {page: url === undefined ? {} : {url}})('page')
  } finally {
    rmSync(folder, {recursive: true})
  }
}

test.each([
  ['https://www.valley.example.co.uk/mill', 'example.co.uk'],
  ['http://news.example.com/a?b', 'example.com'],
  ['https://web.archive.org/web/20190504000000/https://sport.example.org/mill', 'example.org'],
])('%s is of %s', (url, site) => {
  expect(siteOf({url})).toBe(site)
})

test.each([
  [
    'its canonical address',
    '<link rel="canonical" href="https://www.example.com/mill"><a href="https://a.org/">a</a>',
    'example.com',
  ],
  ['its base', '<base href="http://news.example.co.uk/">', 'example.co.uk'],
  ['its og:url', '<meta property="og:url" content="https://m.example.com/mill">', 'example.com'],
  [
    'where most of its links lead',
    '<a href="https://www.facebook.com/a">f</a><a href="https://www.facebook.com/b">f</a><a href="https://www.facebook.com/c">f</a><a class="x" href="http://a.example.com/">a</a><a href="http://b.example.com/">b</a><a href="http://c.org/">c</a><script src="https://ads.net/1"></script><script src="https://ads.net/2"></script><script src="https://ads.net/3"></script>',
    'example.com',
  ],
])('a page without an address is told by %s', (_, html, site) => {
  expect(siteOf({html})).toBe(site)
})

test('a page that says nothing is a site of its own', () => {
  expect(siteOf({})).toBe('page')
  expect(siteOf({html: '<p>The mill.</p>'})).toBe('page')
})

test('a site has one fold, and sites have them all', () => {
  const found = new Set(Array.from({length: 200}, (_, index) => foldOf(`${index}.example`)))
  expect(foldOf('a.example')).toBe(foldOf('a.example'))
  expect([...found].sort()).toEqual(Array.from({length: folds}, (_, fold) => fold))
})
