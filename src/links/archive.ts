/** Ask an archive of the web for the snapshot of a dead page that is nearest to when it was linked to. */
import type {Dispatcher} from 'undici'
import {exchange, isFailure} from './exchange.js'
import type {Gates} from './gates.js'

export interface ArchiveOptions {
  /** Address of an availability API in the manner of the Wayback Machine's. */
  readonly endpoint: URL
  readonly dispatcher: Dispatcher
  readonly gates: Gates
  readonly userAgent: string
  /** Longest time of a request, in milliseconds. */
  readonly timeout: number
  /** Longest time that is waited since it asked for it, in milliseconds. */
  readonly patience: number
}

/** After so many failures in a row an archive is asked no more. */
const mostFailures = 3

export class Archive {
  readonly #options: ArchiveOptions
  #failures = 0
  /** How many pages it was not, or not successfully, asked about. */
  unanswered = 0
  /** Why the last of these was so. */
  reason = ''

  constructor(options: ArchiveOptions) {
    this.#options = options
  }

  /**
   * Find the nearest snapshot of a page that shows the page itself; undefined where there is none, or no answer.
   *
   * @param date an ISO date, or the beginning of one; the newest snapshot when missing.
   */
  async nearest(url: string, date?: string): Promise<string | undefined> {
    if (this.#failures >= mostFailures) {
      this.unanswered++
      return undefined
    }
    const {endpoint, gates, patience, ...request} = this.#options
    const query = new URL(endpoint)
    query.searchParams.set('url', url)
    const timestamp = /^\d{4}(?:-\d\d){0,2}/.exec(date ?? '')?.[0].replaceAll('-', '')
    if (timestamp !== undefined) query.searchParams.set('timestamp', timestamp)
    const answer = await gates.run(query.host, () =>
      exchange({...request, url: query, method: 'GET', reads: ({status}) => status === 200}),
    )
    if (isFailure(answer)) return this.#failed(answer.reason)
    if (answer.status === 429 && answer.retryAfter !== undefined) {
      if (answer.retryAfter > patience) this.#failures = mostFailures
      else gates.pause(query.host, answer.retryAfter)
    }
    if (answer.status !== 200) return this.#failed(`status ${answer.status}`)
    try {
      const snapshot = snapshotOf(JSON.parse(answer.text), endpoint)
      this.#failures = 0
      return snapshot
    } catch {
      return this.#failed('its answer is not the JSON of an availability API')
    }
  }

  #failed(reason: string): undefined {
    this.#failures++
    this.unanswered++
    this.reason = reason
    return undefined
  }
}

interface Availability {
  readonly archived_snapshots?: {
    readonly closest?: {readonly available?: unknown; readonly url?: unknown; readonly status?: unknown}
  }
}

function snapshotOf(value: unknown, endpoint: URL): string | undefined {
  const {available, url, status} = (value as Availability).archived_snapshots?.closest ?? {}
  // A snapshot of a redirect or of an error page is none of the page.
  if (available !== true || typeof url !== 'string' || !/^(?:200|2\d\d)?$/.test(String(status ?? ''))) return undefined
  if (!/^https?:\/\/[^\s\p{Cc}\p{Cs}]{1,8000}$/iu.test(url) || !URL.canParse(url)) return undefined
  const {username, password} = new URL(url)
  if (username !== '' || password !== '') return undefined
  // The API gives addresses without encryption, for all that it is asked with.
  return endpoint.protocol === 'https:' ? url.replace(/^http:/i, 'https:') : url
}
