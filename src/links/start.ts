/** Make what visits need: connections that are watched, turns that are kept, an archive to ask. */
import {buildConnector} from 'undici'
import {Archive} from './archive.js'
import {guardedConnector, type Lookup} from './connector.js'
import {makeDispatcher} from './exchange.js'
import {Gates} from './gates.js'
import type {RotSigns} from './rot.js'
import type {Visitor} from './visit.js'

export interface VisitsInit {
  readonly signs: RotSigns
  readonly userAgent: string
  readonly concurrency: number
  readonly perHost: number
  /** Times in milliseconds: between two requests to a host, and the longest of one. */
  readonly delay: number
  readonly timeout: number
  readonly retries: number
  /** Time before what failed is tried again, in milliseconds. */
  readonly backOff?: number
  readonly wayback: URL | 'off'
  readonly allowPrivate?: boolean | undefined
  /** How names are looked up; by the system when missing. */
  readonly lookup?: Lookup
}

export interface Visits {
  readonly visitor: Visitor
  readonly archive: Archive | undefined
  /** Close all connections. */
  readonly stop: () => Promise<void>
}

/** Longest time that a server may ask to be left alone, and be waited for, in milliseconds. */
const patience = 120_000

/** Make what visits need. */
export function startVisits(init: VisitsInit): Visits {
  const {signs, userAgent, concurrency, perHost, delay, timeout, retries, backOff = 1000, wayback} = init
  let hasFound = false
  const connect = guardedConnector({
    // The rest of the time is for the answer.
    timeout: Math.ceil(timeout * 0.6),
    allowPrivate: init.allowPrivate ?? false,
    onFound: () => {
      hasFound = true
    },
    ...(init.lookup && {lookup: init.lookup}),
  })
  const dispatcher = makeDispatcher(connect, perHost)
  const gates = new Gates({concurrency, perHost, delay})
  const visitor: Visitor = {
    options: {userAgent, timeout, retries, backOff, patience},
    dispatcher,
    gates,
    signs,
    hasFoundNames: () => hasFound,
  }
  if (wayback === 'off') return {visitor, archive: undefined, stop: () => dispatcher.destroy()}
  // Whoever runs this has named the archive: it may stand in their own network.
  const plain = makeDispatcher(buildConnector({timeout}), perHost)
  const archive = new Archive({endpoint: wayback, dispatcher: plain, gates, userAgent, timeout, patience})
  return {
    visitor,
    archive,
    stop: async () => {
      await Promise.all([dispatcher.destroy(), plain.destroy()])
    },
  }
}
