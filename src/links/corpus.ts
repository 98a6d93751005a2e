/** Gather the links of a corpus from the manifest of its last run, and tell which of them are to be visited. */
import type {ManifestDocument} from '../provenance/model.js'
import {compareIds} from '../provenance/outputs.js'
import type {LinkRecord} from './records-file.js'
import {longestAddress} from './visit.js'

/** An address that documents link to. */
export interface Link {
  /** As it stands in the texts, without its fragment. */
  readonly url: string
  /** The earliest date of a document that links to it. */
  readonly date?: string | undefined
}

export interface Corpus {
  /** In the order of addresses. */
  readonly links: readonly Link[]
  /** How many addresses hold a user name or a password, which is sent to nobody and written nowhere. */
  readonly secret: number
  /** How many addresses no browser could read. */
  readonly unreadable: number
}

/**
 * Gather the web addresses that documents link to, or linked to before a record had a link changed.
 *
 * @param isSnapshot tells addresses of archives, which are kept so that they do not rot.
 */
export function linksOf(
  documents: readonly ManifestDocument[],
  isSnapshot: (address: string) => boolean = () => false,
): Corpus {
  const dates = new Map<string, string | undefined>()
  const secret = new Set<string>()
  const unreadable = new Set<string>()
  for (const document of documents) {
    if (document.verdict === 'failed') continue
    const {date} = document.metadata
    const day = typeof date === 'string' ? date : undefined
    for (const {value, after, details} of document.annotations['link'] ?? []) {
      const address = details?.['address'] ?? after ?? value
      if (!/^https?:/i.test(address) || isSnapshot(address)) continue
      const url = address.replace(/#.*$/s, '')
      const parsed = URL.canParse(url) ? new URL(url) : undefined
      // What browsers make of `http:/example.org` is not what it says.
      const isWhole = /^https?:\/\/[^\s/\\?]/i.test(url)
      if (!parsed || !isWhole || url.length > longestAddress || /[\r\n]/.test(url)) unreadable.add(url)
      else if (parsed.username !== '' || parsed.password !== '') secret.add(url)
      else {
        const known = dates.get(url)
        dates.set(url, known !== undefined && (day === undefined || known < day) ? known : day)
      }
    }
  }
  const links = [...dates].map(([url, date]) => ({url, date})).sort((a, b) => compareIds(a.url, b.url))
  return {links, secret: secret.size, unreadable: unreadable.size}
}

/** An address that is to be visited, and why. */
export interface DueLink extends Link {
  /** For a person: `new`, `alive 34 days ago`. */
  readonly why: string
}

const day = 86_400_000

/** What may be otherwise soon is visited again after this, or after what was asked for where that is less. */
const doubtfulAge = day

/**
 * Tell which links are to be visited: those that nothing is known of, and those of which it has been known for too long.
 *
 * @param maxAge how long it holds what was found out, in milliseconds; of what could not be found out, a day at most.
 */
export function dueLinks(
  links: readonly Link[],
  recordOf: (url: string) => LinkRecord | undefined,
  maxAge: number,
  now: Date,
): DueLink[] {
  return links.flatMap((link) => {
    const record = recordOf(link.url)
    if (!record) return [{...link, why: 'new'}]
    const isDoubtful = record.verdict === 'refused' || record.verdict === 'unreachable'
    const age = now.getTime() - Date.parse(record.checked)
    if (age < (isDoubtful ? Math.min(doubtfulAge, maxAge) : maxAge)) return []
    const days = Math.floor(age / day)
    return [{...link, why: `${record.verdict} ${days === 1 ? '1 day' : `${days} days`} ago`}]
  })
}
