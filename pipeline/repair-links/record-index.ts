/** Look up what is known of an address since it was visited, and say what its link becomes for it. */
import type {LinkOptions} from './index.js'
import {deadVerdicts, type LinkRecord, recordsByUrl} from './record.js'
import {isSnapshot} from './rot/snapshots.js'
import {unescaped} from './syntax.js'

/** An address as records name it, as markdown reads it and without its fragment. */
export function recordKey(written: string): string {
  const address = unescaped(written)
  const hash = address.indexOf('#')
  return hash < 0 ? address : address.slice(0, hash)
}

/** What is known of an address, as it stands when everything else about it is mended. */
export function recordOf(written: string, {records}: LinkOptions): LinkRecord | undefined {
  if (records.length === 0 || isSnapshot(written)) return undefined
  return recordsByUrl(records).get(recordKey(written))
}

/** Whether a record says of a page that it is gone. */
export function isDead(record: LinkRecord | undefined): record is LinkRecord {
  return record !== undefined && deadVerdicts.has(record.verdict)
}

/** Longest way of pages that moved, each with a record, that is followed. */
const longestWay = 5

/** What an address becomes for its record, and the rule; undefined where it stays. */
export function changeByRecord(
  written: string,
  options: LinkOptions,
): {readonly address: string; readonly rule: string} | undefined {
  const record = recordOf(written, options)
  if (isDead(record)) {
    const {archive} = record
    if (options.dead !== 'archive' || archive === undefined || namesUser(archive)) return undefined
    if (isDead(recordOf(archive, options))) return undefined
    return {address: withFragment(archive, written), rule: 'dead-page-archived'}
  }
  if (options.moved !== 'follow') return undefined
  const seen = new Set([recordKey(written)])
  let address = written
  for (let next = newPlace(record); next !== undefined; next = newPlace(recordOf(address, options))) {
    if (seen.has(recordKey(next)) || seen.size > longestWay) return undefined
    seen.add(recordKey(next))
    address = withFragment(next, address)
  }
  return address === written ? undefined : {address, rule: 'moved-page'}
}

/** Where a page stands for good now: every redirect on the way to it says that it is not for the day only. */
function newPlace(record: LinkRecord | undefined): string | undefined {
  if (record?.verdict !== 'moved' || record.final === undefined) return undefined
  const {redirects = []} = record
  const isForGood = redirects.length > 0 && redirects.every(({status}) => status === 301 || status === 308)
  return isForGood && !namesUser(record.final) ? record.final : undefined
}

/**
 * Write an address that somebody's server gave as markdown, with the place in the page that another one names. Whatever could end a
 * link, a cell or a line, or begin another link, is percent-encoded; one that holds a password is written nowhere.
 */
function withFragment(address: string, written: string): string {
  const hash = written.indexOf('#')
  const whole = address.includes('#') || hash < 0 ? address : address + written.slice(hash)
  return whole
    .replace(/[^\p{L}\p{N}\p{M}\-._~:/?#@!$&'*+,;=%]/gu, percentEncoded)
    .replace(/[.,:;!?'*_~]$/, percentEncoded)
    .replace(/&(?=#?\w{1,40};)/g, '&amp;')
}

function percentEncoded(character: string): string {
  return [...new TextEncoder().encode(character)]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('')
}

/** Whether an address names a user, perhaps with a password. */
const namesUser = (address: string): boolean => /^https?:\/\/[^/?#]*@/i.test(address)
