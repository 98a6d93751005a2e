/**
 * What holds where nothing is written: of the configuration, what has to be known before the rest of it is loaded. The
 * schema takes its defaults from here; this file loads nothing.
 */
import type {Config} from './config.js'

/** Folders of raw scrapes and of results. */
export const defaultFolders: Pick<Config, 'raw' | 'out'> = {raw: 'raw', out: 'out'}

/** Milliseconds, megabytes, bytes. */
export const defaultLimits: Config['limits'] = {deadline: 30_000, memory: 1024, bytes: 20 * 1024 ** 2}

/** Bytes of a full shard. */
export const defaultShardSize: number = 128 * 1024 ** 2

/** Which fields of a JSON line are what, in the order in which they are looked for: names that data sets and crawlers use. */
export const defaultJsonlFields: Config['jsonl'] = {
  text: ['text', 'content', 'body', 'markdown', 'raw_content', 'article'],
  html: ['html', 'raw_html', 'content_html'],
  id: ['id', '_id', 'doc_id', 'uuid', 'url', 'source_url', 'link'],
  metadata: {
    title: ['title', 'headline'],
    subtitle: ['subtitle', 'subheadline'],
    author: ['author', 'authors', 'byline'],
    date: ['date', 'date_published', 'datePublished', 'published', 'published_at', 'publish_date', 'pub_date'],
    modified: ['modified', 'date_modified', 'dateModified', 'updated_at'],
    site: ['site', 'site_name', 'sitename', 'publisher'],
    section: ['section', 'category'],
    language: ['language', 'lang'],
    source: ['url', 'source_url', 'link', 'meta.url', 'metadata.url'],
    description: ['description', 'summary'],
    rights: ['rights', 'license'],
    image: ['image', 'image_url'],
  },
}
