/**
 * Judge and mend the address of a link under the options of the stage and what is known of the document.
 *
 * It knows nothing of where a link stands or how it is written; see `block-repair.ts`.
 */
import {dropTracking, isRelative, resolve} from './addresses.js'
import {mendBroken, slashed} from './broken-addresses.js'
import type {LinkOptions} from './index.js'
import {changeByRecord, isDead, recordOf} from './record-index.js'
import {unwrapRedirector} from './redirectors.js'
import {isShareForm} from './share-forms.js'
import {unescaped} from './syntax.js'

export interface RepairContext {
  readonly options: LinkOptions
  /** What relative addresses count from. */
  readonly base: string | undefined
  /** Where the document itself comes from. */
  readonly page: string | undefined
  /** Whether the text has a place of that name, in lower case. */
  readonly hasAnchor: (name: string) => boolean
  /** Whether the document defines where references with a label lead to. */
  readonly defines: (label: string) => boolean
}

/** Schemes of a script, which does nothing outside of its page. */
const script = /^(?:javascript|vbscript|void|data)\s*:|^void\(/i
/** Addresses that only a browser, a program or a machine of the author's knows. */
const local =
  /^(?:file|blob|about|cid|chrome|edge|resource|view-source|webkit-fake-url|applewebdata|(?:chrome|moz|ms-browser|safari(?:-web)?)-extension):|^https?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(?=[/?#]|$)/i
/** Addresses that say nothing: of the page itself, of nobody, or of a variable that nobody had filled in. */
const nowhere =
  /^(?:#|\?#?|(?:mailto|tel|sms):|https?:\/*(?:[?#].*)?|\/\/(?:[:/].*)?|(?:https?:\/\/|\/)?(?:undefined|null|nan|\[object(?: |%20)object\])\/?)?$/i
const web = /^https?:\/\//i

/** Why a link leads nowhere, as the rule that unwraps it. */
export function deadness(url: string, context: RepairContext): string | undefined {
  const {base, options} = context
  // No escape is left in it.
  const address = mendBroken(slashed(url, /\\/g))
  if (nowhere.test(address) || (web.test(address) && !hasHost(address))) return 'dead-link'
  if (script.test(address)) return 'script-link'
  if (local.test(address)) return 'local-link'
  if (isShareForm(address)) return 'share-link'
  const place = address.startsWith('#') ? address.slice(1) : ownPlace(address, context)
  if (place !== undefined)
    return leadsSomewhere(place, context) ? undefined : place === '' ? 'dead-link' : 'dead-anchor'
  if (options.dead === 'unwrap' && isDead(recordOf(repairAddress(url, true, context).address, options))) {
    return 'dead-page-unwrapped'
  }
  return options.relative === 'unwrap' && base === undefined && isRelative(address)
    ? 'relative-link-unwrapped'
    : undefined
}

/** Whether a web address names a host that can be one. */
function hasHost(address: string): boolean {
  const host = /^https?:\/\/(?:[^/?#@]*@)?([^/?#]*)/i.exec(address)?.[1] ?? ''
  return host !== '' && !/[\s,]/.test(host)
}

/** Notes keep their links: what they lead to is often text that only the page had marked. */
function leadsSomewhere(place: string, {hasAnchor}: RepairContext): boolean {
  let name = place.toLowerCase()
  try {
    name = decodeURIComponent(name)
  } catch {
    // Not percent-encoded after all: the name is what it says.
  }
  return name !== '' && (hasAnchor(name) || /^fn|^user-content-fn/.test(name))
}

/** The place in the document's own page that an absolute address names; undefined for one that leads elsewhere. */
function ownPlace(address: string, {page}: RepairContext): string | undefined {
  const hash = address.indexOf('#')
  if (hash < 0 || page === undefined || !web.test(address)) return undefined
  const own = pageName(page)
  // Many a page declares the front of its site to be its address.
  return /^[^/?]+$/.test(own) || pageName(address.slice(0, hash)) !== own ? undefined : address.slice(hash + 1)
}

function pageName(address: string): string {
  return address
    .replace(/#.*$/s, '')
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/\/$/, '')
}

/** Shorten an address as the options ask. */
export function shorten(address: string, {options}: Pick<RepairContext, 'options'>): string {
  const direct = options.redirectors === 'unwrap' ? unwrapRedirector(address) : address
  return options.tracking === 'drop' ? dropTracking(direct) : direct
}

export interface RepairedAddress {
  readonly address: string
  /** Empty where nothing is wrong with it. */
  readonly rule: string
}

/** Mend an address as it is written, and look up what became of its page. */
export function repairAddress(written: string, isInline: boolean, context: RepairContext): RepairedAddress {
  const mended = mendAddress(written, isInline, context)
  return changeByRecord(mended.address, context.options) ?? mended
}

/** Mend an address as it is written, whatever became of its page. */
export function mendAddress(written: string, isInline: boolean, context: RepairContext): RepairedAddress {
  const {options, base} = context
  let address = isInline ? mendBroken(written) : written
  let rule = address === written ? '' : 'broken-address'
  if (isInline && isRelative(unescaped(address))) {
    const absolute = base === undefined ? protocolAdded(address) : resolve(address, base)
    if (absolute !== undefined && absolute !== address) {
      address = absolute
      rule ||= 'resolved-link'
    }
  }
  if (isInline && address.includes('#')) {
    const place = ownPlace(unescaped(address), context)
    if (place !== undefined && leadsSomewhere(place, context)) {
      return {address: address.slice(address.indexOf('#')), rule: 'own-anchor'}
    }
  }
  const direct = options.redirectors === 'unwrap' ? unwrapRedirector(address) : address
  if (direct !== address) rule = 'redirector'
  const short = options.tracking === 'drop' ? dropTracking(direct) : direct
  if (short !== direct && rule === '') rule = 'tracking-parameter'
  return {address: short, rule}
}

/** Protocol-relative addresses need no base. */
function protocolAdded(address: string): string | undefined {
  return /^\/\/[\w-]+(?:\.[\w-]+)+/.test(address) ? `https:${address}` : undefined
}
