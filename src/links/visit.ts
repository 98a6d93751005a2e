/**
 * Visit one address: ask for its head, then for the page, follow where it leads, try again what may have been an accident,
 * and say what became of it.
 *
 * HEAD spares what nobody looks at (videos, papers), but is trusted only where it says that all is well with something that
 * is no page; a page is looked at, and bad news is asked for once more with GET.
 */
import type {Agent} from 'undici'
import {type Answer, exchange, type Failure, isFailure} from './exchange.js'
import {type Gates, sleep} from './gates.js'
import {isAmong, missingSign, parkedSign, readPage} from './page.js'
import type {RotSigns} from './rot.js'

export interface VisitOptions {
  readonly userAgent: string
  /** Longest time of one request, in milliseconds. */
  readonly timeout: number
  /** How often what may be an accident is tried again. */
  readonly retries: number
  /** Time before the first of these, in milliseconds; each further one waits four times as long. */
  readonly backOff: number
  /** Longest time that is waited since a server asked for it, in milliseconds. */
  readonly patience: number
}

export interface Visitor {
  readonly options: VisitOptions
  readonly dispatcher: Agent
  readonly gates: Gates
  readonly signs: RotSigns
  /** Whether any name could be looked up so far: where none can, that one is missing says nothing of it. */
  readonly hasFoundNames: () => boolean
}

export type Verdict = 'alive' | 'moved' | 'gone' | 'soft-404' | 'parked' | 'refused' | 'unreachable'

export interface Hop {
  readonly url: string
  readonly status: number
}

/** What became of an address. */
export interface Visit {
  readonly verdict: Verdict
  readonly status?: number | undefined
  readonly final?: string | undefined
  readonly redirects?: readonly Hop[] | undefined
  readonly reason?: string | undefined
  /** Where the trouble is the host's, whatever address of it were visited: whether that is certain, or only likely. */
  readonly hostTrouble?: 'certain' | 'likely' | undefined
  /** How long the host asked to be left alone, where that is longer than we wait; in milliseconds. */
  readonly closedFor?: number | undefined
}

/** Where following an address came to an end. */
interface Trail {
  readonly hops: readonly Hop[]
  /** The last address. */
  readonly url: URL
  readonly end: Answer | Failure
  readonly method: 'HEAD' | 'GET'
}

/** Most redirects that are followed. */
const mostHops = 10

/** Longest address that is followed or kept. */
export const longestAddress = 8000

/** Visit an address. Never throws for what a server or a network does. */
export async function visit(address: URL, visitor: Visitor): Promise<Visit> {
  const {retries, backOff, patience} = visitor.options
  for (let attempt = 0; ; attempt++) {
    const trail = await followTwice(address, visitor)
    const {end, url} = trail
    const wait = isFailure(end) ? undefined : end.retryAfter
    const isAsked = !isFailure(end) && (end.status === 429 || end.status === 503) && wait !== undefined
    if (isAsked && wait > patience) return {...(await judge(trail, address, visitor)), closedFor: wait}
    if (isAsked) visitor.gates.pause(url.host, wait)
    if (attempt >= retries || !mayPass(end)) return judge(trail, address, visitor)
    if (!isAsked) await sleep(backOff * 4 ** attempt)
  }
}

function mayPass(end: Answer | Failure): boolean {
  return isFailure(end) ? end.isTransient : transientStatuses.has(end.status)
}

const transientStatuses: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524])

/** Follow an address; where it ends badly and HEAD had a hand in it, once more with GET from the beginning. */
async function followTwice(address: URL, visitor: Visitor): Promise<Trail> {
  const trail = await follow(address, 'HEAD', visitor)
  const {end, hops} = trail
  const isWell = isFailure(end) ? end.kind !== 'answer' : end.status < 400 || end.status === 429
  return hops.length === 0 || isWell ? trail : follow(address, 'GET', visitor)
}

/** Follow an address to where it leads. */
async function follow(address: URL, first: 'HEAD' | 'GET', visitor: Visitor): Promise<Trail> {
  const hops: Hop[] = []
  const seen = new Set<string>()
  let url = withoutFragment(address)
  let method = first
  for (;;) {
    const end = await request(url, method, visitor)
    const trail: Trail = {hops, url, end, method}
    if (isFailure(end)) {
      if (method === 'GET' || end.kind !== 'answer') return trail
      method = 'GET'
      continue
    }
    const isRedirect = redirectStatuses.has(end.status) && end.location !== undefined
    if (!isRedirect) {
      const isMedia = end.status >= 200 && end.status < 300 && end.mediaType !== '' && !isPage(end)
      if (method === 'GET' || isMedia || end.status === 429) return trail
      method = 'GET'
      continue
    }
    hops.push({url: url.href, status: end.status})
    seen.add(url.href)
    const next = nextAddress(end.location!, url)
    const broken = typeof next === 'string' ? next : faultOf(next, hops, seen)
    if (broken !== undefined) return {...trail, end: {kind: 'answer', reason: broken, isTransient: false}}
    url = withoutFragment(next as URL)
  }
}

const redirectStatuses: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])
const permanent: ReadonlySet<number> = new Set([301, 308])

function request(url: URL, method: 'HEAD' | 'GET', {gates, dispatcher, options}: Visitor): Promise<Answer | Failure> {
  const {userAgent, timeout} = options
  return gates.run(url.host, () =>
    exchange({
      url,
      method,
      dispatcher,
      userAgent,
      timeout,
      reads: (answer) => answer.status >= 200 && answer.status < 300 && isPage(answer),
    }),
  )
}

function isPage({mediaType}: Pick<Answer, 'mediaType'>): boolean {
  return mediaType === '' || mediaType === 'text/html' || mediaType === 'application/xhtml+xml'
}

function nextAddress(location: string, base: URL): URL | string {
  try {
    return new URL(location, base)
  } catch {
    return 'redirects to what is no address'
  }
}

function faultOf(next: URL, hops: readonly Hop[], seen: ReadonlySet<string>): string | undefined {
  if (next.protocol !== 'http:' && next.protocol !== 'https:') return `redirects to ${next.protocol}`
  // What stands there is nobody's business, ours included.
  if (next.username !== '' || next.password !== '') return 'redirects to an address with a user name or a password'
  if (next.href.length > longestAddress) return `redirects to an address of more than ${longestAddress} characters`
  if (seen.has(withoutFragment(next).href)) return 'redirects in a circle'
  return hops.length >= mostHops ? `redirects more than ${mostHops} times` : undefined
}

function withoutFragment(url: URL): URL {
  const copy = new URL(url)
  copy.hash = ''
  return copy
}

async function judge({hops, url, end, method}: Trail, address: URL, visitor: Visitor): Promise<Visit> {
  const trace = hops.length > 0 ? {final: url.href, redirects: hops} : {}
  if (isFailure(end)) {
    // Where the last redirect led nowhere, there is no final address.
    const path = hops.at(-1)?.url === url.href ? {redirects: hops} : trace
    return {...judgeFailure(end, url, hops, visitor), ...path}
  }
  const {status} = end
  const known = {status, ...trace}
  if (status === 404 || status === 410) return {verdict: 'gone', ...known}
  if (status >= 500 || status === 408 || status === 425) {
    // Not a status of HTTP: some sites send it to whoever is no browser.
    if (status === 999) return {verdict: 'refused', ...known}
    return {verdict: 'unreachable', ...known, reason: `status ${status}`}
  }
  if (status >= 400) return {verdict: 'refused', ...known}
  if (status >= 300) return {verdict: 'unreachable', ...known, reason: `status ${status}, which leads nowhere`}
  const {signs} = visitor
  if (isAmong(url.hostname, signs.parkers) && !isAmong(address.hostname, signs.parkers)) {
    return {verdict: 'parked', ...known, reason: `leads to ${url.hostname}`}
  }
  if (method === 'GET' && isPage(end)) {
    const page = readPage(end.text)
    const missing = missingSign(page, signs)
    if (missing !== undefined) return {verdict: 'soft-404', ...known, reason: missing}
    const parked = parkedSign(page, address.hostname, signs)
    if (parked !== undefined) return {verdict: 'parked', ...known, reason: parked}
  }
  const hasMoved = hops.length > 0 && hops.every((hop) => permanent.has(hop.status))
  if (!leadsToFrontPage(address, url)) return {verdict: hasMoved ? 'moved' : 'alive', ...known}
  const reason = 'leads to the front page'
  // For a while, a site may send everybody there: to choose an edition, to log in.
  if (!hasMoved) return {verdict: 'alive', ...known, reason}
  const other = await follow(sibling(address), 'GET', visitor)
  const isRule = !isFailure(other.end) && other.url.href === url.href && other.end.status < 300
  return isRule
    ? {verdict: 'soft-404', ...known, reason: `${reason}, as any other address there does`}
    : {verdict: 'moved', ...known, reason}
}

function judgeFailure(
  {kind, reason}: Failure,
  url: URL,
  hops: readonly Hop[],
  {hasFoundNames}: Visitor,
): Pick<Visit, 'verdict' | 'reason' | 'hostTrouble'> {
  const where = hops.length > 0 && kind !== 'answer' ? `${url.hostname}: ${reason}` : reason
  if (kind === 'answer') return {verdict: 'unreachable', reason: where}
  const trouble = (hostTrouble: 'certain' | 'likely'): Pick<Visit, 'hostTrouble'> =>
    hops.length > 0 ? {} : {hostTrouble}
  if (kind === 'host') return {verdict: 'unreachable', reason: where, ...trouble('likely')}
  if (kind === 'private') return {verdict: 'unreachable', reason: where, ...trouble('certain')}
  if (hasFoundNames()) return {verdict: 'gone', reason: where, ...trouble('certain')}
  const doubt = `${where}; but no name could be looked up at all: is there a network?`
  return {verdict: 'unreachable', reason: doubt, ...trouble('likely')}
}

/** Whether an address below a site led to its front page. */
function leadsToFrontPage(from: URL, to: URL): boolean {
  const site = (url: URL): string => url.hostname.replace(/^www\./, '')
  return from.pathname !== '/' && to.pathname === '/' && to.search === '' && site(from) === site(to)
}

/** An address beside another that certainly is none. */
function sibling(url: URL): URL {
  const copy = withoutFragment(url)
  const name = Array.from({length: 16}, () => 'bcdfghjklmnpqrstvwxz'[Math.floor(Math.random() * 20)]).join('')
  copy.pathname = url.pathname.replace(/[^/]*\/?$/, name + (/\.\w{1,5}$/.exec(url.pathname)?.[0] ?? ''))
  copy.search = ''
  return copy
}
