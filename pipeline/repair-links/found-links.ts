/** Find the links of a parsed block, of every form; what is wrong with them is no matter here. */
import type {Image, Link, Nodes} from 'mdast'
import type {Range} from '../../src/document/range.js'
import {addressAt, endOf, partsOf, startOf, unescaped} from './syntax.js'

/** A link as it stands in a text. */
export interface FoundLink extends Range {
  /** `<address>` is an autolink, an address in the text a bare one. */
  readonly form: 'link' | 'image' | 'autolink' | 'bare' | 'definition'
  /** The address as markdown reads it: escapes and entities undone. */
  readonly address: string
  /** What a reader sees of it, as it is written: the label, the description of an image, the name of a definition. */
  readonly text: string
  /** Whether nobody can tell where it ends: a bare address that a line break or a quotation mark cuts. */
  readonly isUncertain?: boolean
}

/** The links of a block, in order; an image within a link comes behind it. Offsets count in the source. */
export function linksIn(node: Nodes, source: string, found: FoundLink[] = []): FoundLink[] {
  if (node.type === 'link' || node.type === 'image') {
    const link = linkOf(node, source)
    if (link) found.push(link)
  } else if (node.type === 'definition' && startOf(node) >= 0) {
    found.push({
      start: startOf(node),
      end: endOf(node),
      form: 'definition',
      address: node.url,
      text: node.label ?? node.identifier,
    })
  }
  if ('children' in node) for (const child of node.children) linksIn(child, source, found)
  return found
}

function linkOf(node: Link | Image, source: string): FoundLink | undefined {
  const {url: address} = node
  const parts = partsOf(node, source)
  if (!parts) {
    const [start, end] = [startOf(node), endOf(node)]
    return start < 0 ? undefined : {start, end, form: node.type, address, text: source.slice(start, end)}
  }
  const {start, end, label} = parts
  // Nobody made a link of an address of mail that stands in the text.
  if (parts.form === 'bare' && address.startsWith('mailto:')) return undefined
  const form = parts.form === 'inline' ? node.type : parts.form === 'angle' ? 'autolink' : 'bare'
  const text = source.slice(label.start, label.end)
  return {start, end, form, address, text, ...(parts.isUncertain && {isUncertain: true})}
}

/** The definition that a block is as a whole. */
export function definitionOf(source: string): FoundLink {
  const close = source.indexOf(']:')
  const {address} = addressAt(source, close + 2, source.length)
  const written = source.slice(address.start, address.end)
  const text = source.slice(source.indexOf('[') + 1, close)
  return {start: 0, end: source.length, form: 'definition', address: unescaped(written), text}
}
