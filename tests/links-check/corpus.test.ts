/** Which links a corpus has, and which of them are visited. */
import {describe, expect, test} from 'vitest'
import {signsOfRot} from '../../src/config/stages.js'
import {dueLinks, linksOf} from '../../src/links/corpus.js'
import type {LinkRecord} from '../../src/links/records-file.js'
import type {ManifestDocument, ManifestEntry} from '../../src/provenance/model.js'

type Annotation = ManifestEntry['annotations'][string][number]

/** A document with links. */
function documentOf(links: readonly (string | Partial<Annotation>)[], date?: string): ManifestDocument {
  const annotations = links.map((link) => ({
    text: 'text',
    count: 1,
    ...(typeof link === 'string' ? {value: link} : {value: '', ...link}),
  }))
  const entity = {path: 'a', sha256: 'sha256:', bytes: 1}
  return {
    id: 'a',
    verdict: 'clean',
    reasons: [],
    raw: entity,
    clean: entity,
    provenance: entity,
    metadata: date === undefined ? {} : {date},
    words: {raw: 1, clean: 1},
    classes: {},
    rules: {},
    annotations: {link: annotations, name: [{text: 'x', value: 'http://name.example/', count: 1}]},
  }
}

const urlsOf = (...documents: ManifestDocument[]): string[] => linksOf(documents).links.map(({url}) => url)

describe('the links of a corpus', () => {
  test('are those of the web, once each, sorted, without their fragments', () => {
    const one = documentOf([
      'https://b.example/x#a',
      'https://b.example/x#b',
      'HTTP://a.example/',
      'mailto:a@b.example',
      '/a',
      '#n',
    ])
    expect(urlsOf(one, documentOf(['https://b.example/x']))).toEqual(['HTTP://a.example/', 'https://b.example/x'])
  })

  test('are what stands in the text now; what went is none', () => {
    expect(
      urlsOf(
        documentOf([
          {value: '/a', after: 'https://a.example/a'},
          {value: 'https://a.example/b?utm_source=c', after: 'https://a.example/b'},
          {value: 'javascript:void(0)', after: ''},
        ]),
      ),
    ).toEqual(['https://a.example/a', 'https://a.example/b'])
  })

  test('are also those that a record had changed: they may be back', () => {
    const gone = {value: 'https://a.example/?utm_source=c', after: '', details: {address: 'https://a.example/'}}
    const archived = {
      value: 'https://b.example/',
      after: 'https://web.archive.org/x',
      details: {address: 'https://b.example/'},
    }
    expect(urlsOf(documentOf([gone, archived]))).toEqual(['https://a.example/', 'https://b.example/'])
  })

  test('are no snapshots of an archive', () => {
    const snapshots = ['https://web.archive.org/web/2020/http://a.example/', 'https://archive.ph/abc']
    const {links} = linksOf([documentOf([...snapshots, 'https://archive.org/details/a'])], signsOfRot.isSnapshot)
    expect(links).toEqual([{url: 'https://archive.org/details/a'}])
  })

  test('are none that hold a password, and none that cannot be read', () => {
    const corpus = linksOf([
      documentOf([
        'https://user:word@a.example/',
        'https://user@a.example/',
        'http://[',
        'http://a b/',
        'http:/d.example/',
        'http:e.example',
        'http://c.example/',
      ]),
    ])
    expect(corpus).toEqual({links: [{url: 'http://c.example/'}], secret: 2, unreadable: 4})
  })

  test('are none of which it is not certain where they end', () => {
    expect(urlsOf(documentOf([{value: 'https://a.example/new-', details: {address: ''}}]))).toEqual([])
  })

  test('have the date of the earliest document that has one', () => {
    const {links} = linksOf([
      documentOf(['http://a.example/'], '2020-03-01'),
      documentOf(['http://a.example/', 'http://b.example/']),
      documentOf(['http://a.example/'], '2019-12-31'),
    ])
    expect(links).toEqual([{url: 'http://a.example/', date: '2019-12-31'}, {url: 'http://b.example/'}])
  })

  test('are not those of documents that failed', () => {
    expect(urlsOf({id: 'a', verdict: 'failed', reasons: ['binary'], raw: {path: 'a'}})).toEqual([])
  })
})

describe('a link is visited', () => {
  const now = new Date('2026-11-30T12:00:00Z')
  const day = 86_400_000
  const due = (verdict: LinkRecord['verdict'] | undefined, days: number, maxAge = 30 * day): string | undefined => {
    const checked = new Date(now.getTime() - days * day).toISOString()
    const record = verdict && {url: 'http://a.example/', verdict, checked}
    return dueLinks([{url: 'http://a.example/'}], () => record, maxAge, now)[0]?.why
  }

  test('when nothing is known of it', () => {
    expect(due(undefined, 0)).toBe('new')
  })

  test.each(['alive', 'moved', 'gone', 'soft-404', 'parked'] as const)('after a month when it was %s', (verdict) => {
    expect([due(verdict, 29), due(verdict, 30)]).toEqual([undefined, `${verdict} 30 days ago`])
  })

  test.each(['refused', 'unreachable'] as const)('after a day when it was %s', (verdict) => {
    expect([due(verdict, 0.9), due(verdict, 1)]).toEqual([undefined, `${verdict} 1 day ago`])
  })

  test('after the time that was asked for', () => {
    expect([due('alive', 0, 0), due('unreachable', 0.5, 0.4 * day), due('alive', 40, 50 * day)]).toEqual([
      'alive 0 days ago',
      'unreachable 0 days ago',
      undefined,
    ])
  })
})
