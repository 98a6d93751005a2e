/** Give links back the address that they lost, and that stands in their text or behind them. */
import type {PhrasingContent} from 'mdast'
import {asDestination, isRelative, resolve} from './addresses.js'
import type {BlockEdits} from './block-edits.js'
import {mendAddress, shorten} from './link-addresses.js'
import {addressInLabel, type LinkParts, partsOf} from './syntax.js'

/** `[text \\(/path\\)](#)`: the address that the link lost stands in its text. */
export function reviveFromLabel(edits: BlockEdits, parts: LinkParts): boolean {
  const doubled = addressInLabel(edits.slice(parts.label))
  if (!doubled) return false
  const {words, address} = doubled
  if (!/[\p{L}\p{N}]/u.test(words)) {
    edits.propose(parts, '', 'empty-link', address)
    return true
  }
  const {base, options} = edits.context
  const isLost = isRelative(address) && base === undefined && options.relative === 'unwrap'
  const absolute = isRelative(address) && base !== undefined ? (resolve(address, base) ?? address) : address
  const replacement = isLost ? words : `[${words}](${asDestination(shorten(absolute, edits.context))})`
  edits.propose(parts, replacement, 'doubled-address', address)
  return true
}

/** `[text](#) (address)`: the address that the link lost stands behind it. */
export function reviveFromBehind(
  edits: BlockEdits,
  parts: LinkParts,
  siblings: readonly PhrasingContent[],
  index: number,
): boolean {
  const [between, link] = siblings.slice(index + 1, index + 3)
  if (between?.type !== 'text' || link?.type !== 'link') return false
  const behind = partsOf(link, edits.source)
  if (!behind || behind.form === 'inline' || edits.source.charAt(behind.end) !== ')') return false
  const gap = edits.source.slice(parts.end, behind.start)
  if (!/^[ \n]?\($/.test(gap) || !/\p{L}/u.test(edits.slice(parts.label))) return false
  const address = asDestination(mendAddress(edits.slice(behind.address), true, edits.context).address)
  const whole = {start: parts.start, end: behind.end + 1}
  edits.propose(whole, `[${edits.slice(parts.label)}](${address})`, 'split-link', edits.slice(behind.address))
  edits.skip(whole)
  return true
}
