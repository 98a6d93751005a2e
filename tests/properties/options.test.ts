/** The promises hold under every profile of names, and under every other option that changes what comes out. */
import {readdirSync, readFileSync} from 'node:fs'
import fc from 'fast-check'
import {describe, test} from 'vitest'
import {expectPromises, pipelineWith} from './promises.js'
import {flatScrape, htmlScrape} from './scrapes.js'

const names = (options: object): Readonly<Record<string, object>> => ({'canonicalize-names': options})
const links = (options: object): Readonly<Record<string, object>> => ({'repair-links': options})
const record = (url: string, more: object): object => ({url, checked: '2026-11-30T10:00:00Z', ...more})
/** What a check could have found out about the links of the generated scrapes. */
const records = [
  record('https://example.org/a', {verdict: 'gone', archive: 'https://web.archive.org/web/2020/https://example.org/a'}),
  record('https://example.org/b', {verdict: 'moved', final: 'https://example.org/c'}),
  record('https://example.org/pixel.gif', {verdict: 'parked'}),
]

const variants: Readonly<Record<string, Readonly<Record<string, object>>>> = {
  'names: armenian': names({profile: 'armenian'}),
  'names: azerbaijani': names({profile: 'azerbaijani'}),
  'names: same-tradition': names({profile: 'same-tradition'}),
  'names: annotate': names({profile: 'annotate'}),
  'names: diacritics plain, metadata as they are': names({diacritics: 'plain', metadata: false}),
  'names: diacritics restored': names({diacritics: 'restore'}),
  'links: relative unwrapped, trackers and redirectors kept': links({
    ...{relative: 'unwrap', tracking: 'keep', redirectors: 'keep'},
  }),
  'links: an origin': links({origin: 'https://example.org/news/'}),
  'links: dead archived, moved followed': links({records, dead: 'archive', moved: 'follow'}),
  'links: dead unwrapped': links({records, dead: 'unwrap'}),
  'links: dead marked': links({records, dead: 'mark'}),
  'metadata: lines stay in the text': {'lift-metadata': {keep: ['metadata', 'rights', 'bio']}},
  // As the short-hand of the configuration has it: what one stage writes under other names, the other reads so again.
  'front matter: fields renamed and left out': {
    'lift-metadata': {fields: {author: 'byline', date: false}},
    'write-front-matter': {fields: {author: 'byline', date: false}},
  },
  'debris: comments and share bars stay': {'strip-debris': {keep: ['comments', 'share']}},
}

const scrapes = readdirSync('raw').map((name) => [name, readFileSync(`raw/${name}`)] as const)
const numRuns = Number(process.env['RUNS'] ?? 30)

describe.each(Object.entries(variants))('%s', (_, options) => {
  const pipeline = pipelineWith(options)
  test('keeps the promises of the scrapes in raw/', () => {
    for (const [, bytes] of scrapes) expectPromises(pipeline, bytes)
  })
  test('keeps the promises of generated scrapes', () => {
    fc.assert(
      fc.property(fc.oneof(flatScrape, htmlScrape), (text) => expectPromises(pipeline, Buffer.from(text))),
      {numRuns},
    )
  })
})
