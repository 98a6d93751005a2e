/** Find links that stand in markdown as tags of HTML. */
import type {Nodes} from 'mdast'
import type {Range} from '../../src/document/range.js'
import {endOf, startOf} from './syntax.js'

export interface TagPair {
  readonly open: Range
  readonly close: Range
  /** As it is written; with entities, which markdown reads as HTML does. */
  readonly address: string
}

/** How many nodes a link may hold. */
const reach = 20

/**
 * The pairs of `<a href>` and `</a>` among siblings.
 *
 * Not those that are a place to lead to as well, that hold a link, a picture or tags other than those of letters, or that hold nothing.
 */
export function anchorTags(siblings: readonly Nodes[], source: string): TagPair[] {
  const pairs: TagPair[] = []
  for (const [index, node] of siblings.entries()) {
    if (node.type !== 'html') continue
    const address = hrefOf(node.value)
    if (address === undefined) continue
    const inner = siblings.slice(index + 1, index + 1 + reach)
    const length = inner.findIndex((item) => item.type === 'html' && /^<\/?a\b/i.test(item.value))
    const end = inner[length]
    if (length < 1 || end?.type !== 'html' || !/^<\/a\s*>$/i.test(end.value)) continue
    const open = {start: startOf(node), end: endOf(node)}
    const close = {start: startOf(end), end: endOf(end)}
    if (open.start < 0 || close.start < 0 || inner.slice(0, length).some(holdsLink)) continue
    if (/\S/.test(source.slice(open.end, close.start))) pairs.push({open, close, address})
  }
  return pairs
}

function hrefOf(tag: string): string | undefined {
  if (!/^<a\s[^<>]*>$/i.test(tag) || /\s(?:id|name)\s*=/i.test(tag)) return undefined
  const [, double, single, bare] = /\shref\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)'|([^\s"'<>]+))/i.exec(tag) ?? []
  return (double ?? single ?? bare)?.trim()
}

/** Tags that say how letters look. */
const lettersTag = /^<\/?(?:b|i|u|em|strong|small|mark|span|font)(?:\s[^<>]*)?>$/i

function holdsLink(node: Nodes): boolean {
  if (node.type === 'html') return !lettersTag.test(node.value)
  if (/^(?:link|image)(?:Reference)?$|^footnoteReference$/.test(node.type)) return true
  return 'children' in node && (node.children as Nodes[]).some(holdsLink)
}
