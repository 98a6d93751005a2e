/**
 * Find links that a converter took apart: their text in bold, their address in parentheses behind or inside of it.
 *
 * Leaves alone bold text that is a label ("**Website:** (address)"), that holds a link of its own, or that is no text.
 */
import type {Nodes, PhrasingContent, Strong} from 'mdast'
import type {Range} from '../../src/document/range.js'
import {endOf, isBalanced, type LinkParts, partsOf, startOf} from './syntax.js'

/** The parts of such a link. */
export interface SplitLink {
  readonly whole: Range
  /** Its text, without the punctuation that belongs behind the link. */
  readonly label: string
  readonly address: Range
  readonly punctuation: string
}

/** `**text** (<address>)`, `**text**, (address)`: a link whose text the converter set in bold. */
export function splitBehind(
  strong: Strong,
  siblings: readonly PhrasingContent[],
  index: number,
  source: string,
): SplitLink | undefined {
  const [between, link, behind] = siblings.slice(index + 1, index + 4)
  if (between?.type !== 'text' || link?.type !== 'link' || behind?.type !== 'text') return undefined
  const parts = partsOf(link, source)
  if (!parts || parts.form === 'inline' || startOf(strong) < 0) return undefined
  const gap = /^([,.;]?)[ \n]?\([ \n]?$/.exec(source.slice(endOf(strong), parts.start))
  const close = /^[ \n]?\)/.exec(source.slice(parts.end, parts.end + 2))
  if (!gap || !close) return undefined
  const inner = innerOf(strong)
  if (!inner || strong.children.some(isLink)) return undefined
  const whole = {start: startOf(strong), end: parts.end + close[0].length}
  return splitLink(whole, source.slice(inner.start, inner.end), parts, gap[1]!)
}

/** `**text (<address>)**`. */
export function splitInside(strong: Strong, source: string): SplitLink | undefined {
  const [link, behind] = strong.children.slice(-2)
  const before = strong.children.at(-3)
  if (link?.type !== 'link' || behind?.type !== 'text' || before === undefined) return undefined
  const parts = partsOf(link, source)
  const inner = innerOf(strong)
  if (!parts || parts.form === 'inline' || !inner) return undefined
  const close = /^[ \n]?\)([,.;]?)$/.exec(source.slice(parts.end, inner.end))
  const open = /([,.;]?)[ \n]?\([ \n]?$/.exec(source.slice(Math.max(inner.start, parts.start - 6), parts.start))
  if (!close || !open || strong.children.slice(0, -2).some(isLink)) return undefined
  const label = source.slice(inner.start, parts.start - open[0].length)
  return splitLink({start: startOf(strong), end: endOf(strong)}, label, parts, open[1]! || close[1]!)
}

function splitLink(whole: Range, text: string, {address}: LinkParts, punctuation: string): SplitLink | undefined {
  const trailing = /[,.;]$/.exec(text)?.[0] ?? ''
  const label = text.slice(0, text.length - trailing.length)
  // "**Website:** (address)" is a label and an address, not a link and its text.
  if (/[:：]$|^https?:/.test(text) || !/[\p{L}\p{N}]/u.test(label) || !isBalanced(label)) return undefined
  return {whole, label, address, punctuation: trailing || punctuation}
}

function innerOf(strong: Strong): Range | undefined {
  const range = {start: startOf(strong) + 2, end: endOf(strong) - 2}
  return range.start > 1 && range.end > range.start ? range : undefined
}

const isLink = (node: Nodes): boolean => node.type === 'link' || node.type === 'linkReference'
