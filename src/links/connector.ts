/**
 * Connect to public addresses only, whatever name or number an address of the web gives for its host.
 *
 * Both ways to an address are watched: a number that stands in the address itself, for which no name is looked up, and
 * every number that a name leads to. What was checked is what is connected to: the name is not looked up again. Redirects
 * come through here as well, since they are requests like all others.
 */
import {type LookupAddress, lookup as systemLookup} from 'node:dns'
import {isIP, type LookupFunction} from 'node:net'
import {buildConnector} from 'undici'
import {isPublicAddress} from './public-addresses.js'

/** An address was refused before anything was sent to it. */
export class PrivateAddressError extends Error {
  override name = 'PrivateAddressError'
  readonly code = 'EPRIVATE'
}

/** Look up all addresses of a name. */
export type Lookup = (
  hostname: string,
  options: {readonly all: true},
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

export interface ConnectorOptions {
  /** Longest time until a connection stands, in milliseconds. */
  readonly timeout: number
  readonly allowPrivate?: boolean
  /** How names are looked up; by the system when missing. */
  readonly lookup?: Lookup
  /** Told when a name was found, which says that there is a network. */
  readonly onFound?: () => void
}

/** Make a connector for undici. */
export function guardedConnector(options: ConnectorOptions): buildConnector.connector {
  const {timeout, allowPrivate = false} = options
  const connect = buildConnector({timeout, lookup: guardedLookup(options)})
  return (target, callback) => {
    const literal = target.hostname.replace(/^\[(.*)\]$/, '$1')
    if (!allowPrivate && isIP(literal) !== 0 && !isPublicAddress(literal)) {
      callback(refusal(literal), null)
      return
    }
    connect(target, callback)
  }
}

/** Look a name up for a connection that is about to be made; gives only addresses that may be connected to. */
function guardedLookup({allowPrivate = false, lookup = systemLookup, onFound}: ConnectorOptions): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, {all: true}, (error, addresses) => {
      if (error) {
        callback(error, '')
        return
      }
      // A name that leads to both is one to be led astray with: whichever was tried first would decide.
      const refused = allowPrivate ? undefined : addresses.find(({address}) => !isPublicAddress(address))
      const [first] = addresses
      if (refused) callback(refusal(refused.address), '')
      else if (!first) callback(Object.assign(new Error(`no address for ${hostname}`), {code: 'ENOTFOUND'}), '')
      else {
        onFound?.()
        if (options.all) callback(null, addresses)
        else callback(null, first.address, first.family)
      }
    })
  }
}

function refusal(address: string): PrivateAddressError {
  return new PrivateAddressError(`${address} is no address of the public internet`)
}
