/** Tell the site that a page of a labelled set is of, and the fold of cross-validation that a site belongs to. */
import {createHash} from 'node:crypto'
import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {gunzipSync} from 'node:zlib'

/** Prepare to tell the site of a page of a set: the host of its address, or else the one that most of its links name. */
export function makeSiteOf(folder, set, gold) {
  const sites = new Map()
  return (id) => {
    if (!sites.has(id)) sites.set(id, gold[id].url ? host(gold[id].url) : linkedHost(folder, set, id))
    return sites.get(id)
  }
}

/** Number of folds of sites that weights are measured across. */
export const folds = 5

/** The fold of cross-validation that a site belongs to. */
export function foldOf(site) {
  return createHash('sha256').update(site).digest().readUInt32LE(0) % folds
}

function host(url) {
  try {
    return new URL(url).host.replace(/^www\./, '')
  } catch {
    return url
  }
}

/** Guess the site of a page without an address: the host that most of its links name. */
function linkedHost(folder, set, id) {
  const path = join(folder, set, 'html', `${id}.html.gz`)
  if (!existsSync(path)) return id
  const counts = new Map()
  for (const [, name] of gunzipSync(readFileSync(path))
    .toString('latin1')
    .matchAll(/https?:\/\/([a-z0-9.-]+)/gi)) {
    const key = name.toLowerCase().split('.').slice(-2).join('.')
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? id
}
