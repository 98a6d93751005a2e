/** Find the address that relative links of a document count from. */
import type {Document} from '../../src/document/document.js'
import {resolve} from './addresses.js'

const web = /^https?:\/\/[^\s/]+/i

/**
 * The page's own word comes first (its base, its canonical address, og:url), then what is known of its source, then the
 * configuration.
 */
export function baseOf(document: Document, origin: string | Readonly<Record<string, string>>): string | undefined {
  const declarations = document.html?.declarations ?? []
  const declared = (kind: string, ...names: string[]): string | undefined =>
    declarations.find((item) => item.kind === kind && (names.length === 0 || names.includes(item.name)))?.value.trim()
  const page = [
    declared('link', 'canonical'),
    declared('meta', 'og:url'),
    document.facts.find(({field}) => field === 'source')?.value,
    configured(document.id, origin),
  ].find((value): value is string => typeof value === 'string' && web.test(value))
  const base = declared('base')
  if (base === undefined || base === '') return page
  if (web.test(base)) return base
  return page === undefined ? undefined : resolve(base, page)
}

function configured(id: string, origin: string | Readonly<Record<string, string>>): string | undefined {
  if (typeof origin === 'string') return origin
  let best: string | undefined
  for (const folder of Object.keys(origin)) {
    if (id.startsWith(folder) && (best === undefined || folder.length > best.length)) best = folder
  }
  return best === undefined ? undefined : origin[best]
}
