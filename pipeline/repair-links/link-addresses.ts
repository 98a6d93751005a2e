/**
 * Judge and mend the address of a link under the options of the stage and what is known of the document.
 *
 * It knows nothing of where a link stands or how it is written; see `block-repair.ts`.
 */
import {dropTracking, isRelative, resolve, unwrapRedirector} from './addresses.js'
import type {LinkOptions} from './index.js'
import {unescaped} from './syntax.js'

export interface RepairContext {
  readonly options: LinkOptions
  readonly base: string | undefined
  readonly anchors: ReadonlySet<string>
  /** Whether the document defines where references with a label lead to. */
  readonly defines: (label: string) => boolean
}

/** Why a link leads nowhere, as the rule that unwraps it. */
export function deadness(url: string, {anchors, base, options}: RepairContext): string | undefined {
  const address = url.trim()
  if (address === '' || address === '#' || /^(?:mailto|tel|about):(?:blank)?$/i.test(address)) return 'dead-link'
  if (/^(?:javascript|vbscript|void|data)\s*:|^void\(/i.test(address)) return 'script-link'
  if (address.startsWith('#')) {
    let name = address.slice(1).toLowerCase()
    try {
      name = decodeURIComponent(name)
    } catch {
      // Not percent-encoded after all: the name is what it says.
    }
    return anchors.has(name) || /^fn|^user-content-fn/.test(name) ? undefined : 'dead-anchor'
  }
  return options.relative === 'unwrap' && base === undefined && isRelative(address) ? 'dead-link' : undefined
}

/** Shorten an address as the options ask. */
export function shorten(address: string, {options}: RepairContext): string {
  const direct = options.redirectors === 'unwrap' ? unwrapRedirector(address) : address
  return options.tracking === 'drop' ? dropTracking(direct) : direct
}

/** Mend an address as it is written; the rule is empty where nothing is wrong with it. */
export function repairAddress(
  written: string,
  isInline: boolean,
  {options, base}: RepairContext,
): {readonly address: string; readonly rule: string} {
  let address = written
  let rule = ''
  if (isInline && isRelative(unescaped(address))) {
    const absolute = base === undefined ? protocolAdded(address) : resolve(address, base)
    if (absolute !== undefined && absolute !== address) {
      address = absolute
      rule = 'resolved-link'
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
