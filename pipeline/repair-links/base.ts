/** Find the address that relative links of a document count from. */
import type {Document} from '../../src/document/document.js'
import {resolve} from './addresses.js'

const web = /^https?:\/\/[^\s/]+/i

/** The page's own base comes first, itself counted from the page; then the address of the page; then the configuration. */
export function baseOf(document: Document, origin: string | Readonly<Record<string, string>>): string | undefined {
  const page = pageOf(document) ?? configured(document.id, origin)
  const base = declared(document, 'base')
  if (base === undefined || base === '') return page
  if (web.test(base)) return base
  return page === undefined ? undefined : resolve(base, page)
}

/**
 * The address of the document itself: what is known of its source, or the page's own word where nothing is. The two differ for a copy
 * of another site's article, whose canonical address is that site's.
 */
export function pageOf(document: Document): string | undefined {
  return [
    document.facts.findLast(({field}) => field === 'source')?.value,
    declared(document, 'link', 'canonical'),
    declared(document, 'meta', 'og:url'),
  ].find((value): value is string => typeof value === 'string' && web.test(value))
}

function declared({html}: Document, kind: string, name?: string): string | undefined {
  const found = html?.declarations.find((item) => item.kind === kind && (name === undefined || name === item.name))
  return found?.value.trim()
}

function configured(id: string, origin: string | Readonly<Record<string, string>>): string | undefined {
  if (typeof origin === 'string') return origin
  let best: string | undefined
  for (const folder of Object.keys(origin)) {
    if (id.startsWith(folder) && (best === undefined || folder.length > best.length)) best = folder
  }
  return best === undefined ? undefined : origin[best]
}
