/** Mend literal brackets round a link, which are left over from a link within a link, or become one as the inner one goes. */
import type {Range} from '../../src/document/range.js'
import type {BlockEdits} from './block-edits.js'
import {closingBracket, closingParenthesis, openingBracket} from './brackets.js'
import {deadness} from './link-addresses.js'
import {addressAt, type LinkParts, unescaped} from './syntax.js'
import {mendAddressOf} from './written-addresses.js'

/** Literal brackets round a link, and the address behind them, if there is one. */
interface Enclosure {
  readonly open: number
  /** Where the closing bracket stands. */
  readonly close: number
  readonly end: number
  readonly address?: Range
  readonly isQuoted?: boolean
}

/** Find literal brackets round a link, which it keeps from being a link themselves. */
export function enclosureOf(edits: BlockEdits, {start, end}: LinkParts): Enclosure | undefined {
  const source = edits.source
  const open = openingBracket(source, start)
  if (open < 0) return undefined
  const close = closingBracket(source, end)
  if (close < 0) return undefined
  if (source.charAt(close + 1) !== '(') {
    return /[[:]/.test(source.charAt(close + 1)) ? undefined : {open, close, end: close + 1}
  }
  const last = closingParenthesis(source, close + 1)
  if (last < 0) return undefined
  return {open, close, end: last + 1, ...addressAt(source, close + 2, last)}
}

/** `[[text](address)](address)`, `[[text](address)]`: the outer brackets say nothing of their own. */
export function isSpare(edits: BlockEdits, {address}: Enclosure, url: string): boolean {
  if (!address) return true
  const outer = unescaped(edits.slice(address))
  return outer === url || outer === '' || outer.startsWith('#')
}

/** Brackets that become a link as the dead one inside them goes: mended as the link that they will be. */
export function mendEnclosure(edits: BlockEdits, {open, close, end, address, isQuoted}: Enclosure): void {
  if (!address || edits.enclosures.has(open)) return
  if (!edits.isFree({start: open, end: open + 1}) || !edits.isFree({start: close, end})) return
  edits.enclosures.add(open)
  const dead = deadness(unescaped(edits.slice(address)), edits.context)
  if (dead === undefined) {
    const label = {start: open + 1, end: close}
    mendAddressOf(edits, {start: open, end, form: 'inline', label, address, isQuoted: isQuoted === true})
  } else {
    edits.propose({start: open, end: open + 1}, '', dead)
    edits.propose({start: close, end}, '', dead)
  }
}
