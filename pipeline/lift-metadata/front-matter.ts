/**
 * Read the front matter that a document came with. It is read as data: nothing in it is ever executed.
 */
import {parseDocument} from 'yaml'
import type {MetadataFact} from '../../src/document/document.js'
import type {Range} from '../../src/document/range.js'
import {declaredDate} from './dates.js'

/** Other names of our fields, as static site generators and scrapers use them. */
const aliases: ReadonlyMap<string, string> = new Map(
  Object.entries({
    authors: 'author',
    by: 'author',
    byline: 'author',
    creator: 'author',
    published: 'date',
    publishdate: 'date',
    publish_date: 'date',
    pubdate: 'date',
    pub_date: 'date',
    date_published: 'date',
    updated: 'modified',
    lastmod: 'modified',
    last_modified: 'modified',
    date_modified: 'modified',
    site_name: 'site',
    sitename: 'site',
    publisher: 'site',
    hostname: 'site',
    lang: 'language',
    locale: 'language',
    url: 'source',
    link: 'source',
    canonical: 'source',
    canonical_url: 'source',
    summary: 'description',
    excerpt: 'description',
    category: 'section',
    copyright: 'rights',
  }),
)

/** What a front matter states: a fact for each value that is text or a list of text. */
export function frontMatterFacts(source: string, at: Range): {facts: MetadataFact[]; ignored: string[]} | undefined {
  const body = source.replace(/^---[ \t]*\n/, '').replace(/\n?---[ \t]*$/, '')
  const yaml = parseDocument(body, {version: '1.2', schema: 'failsafe', uniqueKeys: false})
  if (yaml.errors.length > 0) return undefined
  let data: unknown
  try {
    data = yaml.toJS({maxAliasCount: 50})
  } catch {
    return undefined
  }
  if (data === null || data === '') return {facts: [], ignored: []}
  if (typeof data !== 'object' || Array.isArray(data)) return undefined
  const facts: MetadataFact[] = []
  const ignored: string[] = []
  for (const [key, value] of Object.entries(data as Record<string, unknown>)) {
    const field = aliases.get(key.toLowerCase()) ?? key
    const isText = typeof value === 'string'
    if (value === null || value === '') continue
    if (isText || (Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string'))) {
      const text =
        isText && (field === 'date' || field === 'modified')
          ? (declaredDate(value) ?? value)
          : (value as string | string[])
      facts.push({field, value: text, rule: 'front-matter', at})
    } else ignored.push(key)
  }
  return {facts, ignored}
}
