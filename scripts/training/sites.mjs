/** Tell the site that a page of a labelled set is of, and the fold of cross-validation that a site belongs to. */
import {createHash} from 'node:crypto'
import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {gunzipSync} from 'node:zlib'
import {getDomain} from 'tldts'

/**
 * Prepare to tell the site of a page of a set: the registrable domain of its address ("bbc.co.uk"), so that all the hosts of
 * one house are in one fold; without an address, the domain that the page gives as its own, or that most of its links lead to.
 */
export function makeSiteOf(folder, set, gold) {
  const sites = new Map()
  return (id) => {
    if (!sites.has(id)) sites.set(id, siteOf(gold[id].url) ?? siteOfPage(folder, set, id) ?? id)
    return sites.get(id)
  }
}

/** Number of folds of sites that weights are measured across. */
export const folds = 5

/** The fold of cross-validation that a site belongs to. */
export function foldOf(site) {
  return createHash('sha256').update(site).digest().readUInt32LE(0) % folds
}

function siteOf(url) {
  // An archive's address has the address of the page in it.
  const original = /^https?:\/\/web\.archive\.org\/web\/[^/]+\/(.+)/.exec(url ?? '')?.[1] ?? url
  return (original && getDomain(original, {allowPrivateDomains: true})) || undefined
}

/** Where a page says what its own address is. */
const ownAddress =
  /<link[^>]+rel=["']?canonical["']?[^>]*href=["']?([^"'\s>]+)|<base[^>]+href=["']?([^"'\s>]+)|<meta[^>]+og:url["'][^>]*content=["']([^"']+)/i
/** Those whose links many sites carry: advertisers, counters, and where readers share. */
const carried =
  /doubleclick|googlesyndication|adserv|adtech|mediaturf|atdmt|addthis|sharethis|facebook|twitter|digg|del\.icio|reddit|stumbleupon|google\.|yahoo\.com|feedburner/i

function siteOfPage(folder, set, id) {
  const path = join(folder, set, 'html', `${id}.html.gz`)
  if (!existsSync(path)) return undefined
  const html = gunzipSync(readFileSync(path)).toString('latin1')
  const own = ownAddress.exec(html)
  const site = siteOf(own?.slice(1).find(Boolean))
  if (site) return site
  const counts = new Map()
  for (const [, url] of html.matchAll(/<a\s[^>]*href=["']?(https?:\/\/[^"'\s>]+)/gi)) {
    const domain = siteOf(url)
    if (domain && !carried.test(domain)) counts.set(domain, (counts.get(domain) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0]
}
