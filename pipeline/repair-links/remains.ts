/**
 * Find the remains of links in text: what a parser sees as text, although it was, or belonged to, a link.
 *
 * Everything here reads the source between the nodes next to a text; what is nothing else for certain is mended.
 */
import type {Link, Nodes, PhrasingContent} from 'mdast'
import type {Edit} from '../../src/document/edit.js'
import {asDestination} from './addresses.js'
import {isSameAddress} from './brackets.js'
import {mendAddress, type RepairContext} from './link-addresses.js'
import {attributesBehind, noteBehind, notesIn} from './link-notes.js'
import {endOf, type LinkParts, partsOf, startOf} from './syntax.js'

const scriptScheme = /(?:java|vb)script:/i
const mailScheme = /mailto:\?/i
const anchorTag = /<a\s/i

/** Take a cheap look for remains that show no bracket or address of a link. It may err on the side of looking twice. */
export function maybeRemains(text: string): boolean {
  return (
    text.includes('){') ||
    text.includes('>{') ||
    text.includes('\\](') ||
    text.includes('\\]\\(') ||
    anchorTag.test(text) ||
    mailScheme.test(text) ||
    scriptScheme.test(text)
  )
}

/** An edit, and whether everything in its range is dealt with by it. */
export interface Mend extends Edit {
  readonly isWhole: boolean
}

/** Propose edits for a text among its siblings. Offsets count in the source. */
export function mendRemains(
  siblings: readonly PhrasingContent[],
  index: number,
  source: string,
  context: RepairContext,
): Mend[] {
  const node = siblings[index]!
  const start = startOf(node)
  if (start < 0) return []
  const text = source.slice(start, endOf(node))
  const mends = [
    ...undefinedReferences(text),
    ...scripts(text),
    ...notesIn(text).map((range) => mend(range.start, range.end, '', 'link-note')),
    ...spacedAddresses(text, context),
    ...behindLink(siblings[index - 1], text),
  ].map((item) => ({...item, start: item.start + start, end: item.end + start}))
  const link = siblings[index + 1]
  if (link?.type !== 'link') return mends
  const parts = partsOf(link, source)
  if (!parts || parts.form === 'inline') return mends
  const around: Around = {
    text,
    start,
    link,
    parts,
    source,
    before: siblings[index - 1],
    behind: siblings[index + 2],
    context,
  }
  for (const form of [spacedLink, escapedLink, ownAddress, wrappedAddress, spacedAddress, doubledAngles]) {
    const found = form(around)
    if (found.length > 0) return [...mends, ...found]
  }
  return mends
}

/** A text, the address behind it that is a link of its own, and what stands next to the two. */
interface Around {
  readonly text: string
  /** Where the text begins. */
  readonly start: number
  readonly link: Link
  readonly parts: LinkParts
  readonly source: string
  readonly before: Nodes | undefined
  readonly behind: Nodes | undefined
  readonly context: RepairContext
}

function mend(start: number, end: number, replacement: string, rule: string, evidence?: string, isWhole = true): Mend {
  return {start, end, replacement, rule, isWhole, ...(evidence !== undefined && {evidence: evidence.slice(0, 300)})}
}

/** A year, as reviews of literature put it behind a name. */
const year = /^(?:1[5-9]|20)\d\d[a-z]?$/

/** `[text][name]`, `![description][name]`, where nothing defines the name. */
function undefinedReferences(text: string): Mend[] {
  const found: Mend[] = []
  if (!text.includes('][')) return found
  for (const match of text.matchAll(/(?<![\w\]\\!])(!?)\[([^[\]\n]{0,200})\]\[([^[\]\n]{0,40})\](?![[(:])/g)) {
    const [whole, image = '', label = '', name = ''] = match
    const isWords = /\p{L}{2}/u.test(label) || (image !== '' && (label === '' || /\p{L}/u.test(label)))
    if (!isWords || /^sic\b/i.test(name) || year.test(name)) continue
    if (name !== '' && /\s/.test(name) && name !== label) continue
    if (image !== '' && name === '') continue
    found.push(mend(match.index, match.index + whole.length, label, 'undefined-reference', whole))
  }
  return found
}

/** A call, or nothing, behind the scheme of a script: prose about the language goes on otherwise. */
const script =
  /[ \n]?\\?\((?:java|vb)script:(?:void\(0\)|void 0|(?:[\w$.]{1,80}\((?:[^()\n]|\([^()\n]{0,100}\)){0,200}\)))?;?\\?\)/gi
const mailToNobody = /[ \n]?\\?\(mailto:\?[^()\s]{1,2000}\)/gi

/** `(javascript:void(0))`, `(mailto:?subject=…)` behind the words of a button. */
function scripts(text: string): Mend[] {
  const mends: Mend[] = []
  if (!/script:|mailto:\?/i.test(text)) return mends
  for (const [pattern, rule] of [
    [script, 'script-link'],
    [mailToNobody, 'share-link'],
  ] as const) {
    for (const {index, 0: found} of text.matchAll(pattern))
      mends.push(mend(index, index + found.length, '', rule, found))
  }
  return mends
}

/** What stands right behind a link and belongs to it. */
function behindLink(before: Nodes | undefined, text: string): Mend[] {
  if (before?.type !== 'link' && before?.type !== 'image') return []
  const attributes = attributesBehind(text)
  if (attributes) return [mend(0, attributes.end, '', 'link-note', text.slice(0, attributes.end))]
  const note = noteBehind(text)
  return note ? [mend(0, note.end, '', 'link-note', text.slice(0, note.end))] : []
}

const fileName = String.raw`(?: (?:[^\s()<>[\]]|\([^()\n<>]{0,100}\)){1,100}){1,8}(?<=\.(?:pdf|docx?|xlsx?|pptx?|jpe?g|png|gif|webp|svg|html?|zip|mp3|mp4))`
const spacedRelative = new RegExp(String.raw`(?<!\\)\[[^[\]\n]{0,300}\]\((\/[^\s()<>[\]]{0,300}${fileName})\)`, 'gi')
const spacedRest = new RegExp(String.raw`^(${fileName})\)`, 'i')

/** `[text](/files/two words.pdf)`: a blank keeps it from being a link. */
function spacedAddresses(text: string, context: RepairContext): Mend[] {
  if (!text.includes('](/')) return []
  return [...text.matchAll(spacedRelative)].map(({index, 0: found, 1: address = ''}) => {
    const end = index + found.length - 1
    const {address: mended} = mendAddress(address.replaceAll(' ', '%20'), true, context)
    return mend(end - address.length, end, asDestination(mended), 'broken-address', address)
  })
}

/** `[text] (address)`: the space keeps it from being a link. */
function spacedLink({text, parts, source, context}: Around): Mend[] {
  const open = /(?<![\w\\!])\[([^[\]]{1,300})\][ \n]\([ \n]?$/.exec(text.slice(-320))
  if (!open || source.charAt(parts.end) !== ')' || !/\p{L}/u.test(open[1]!)) return []
  return [mend(parts.start - open[0].length, parts.end + 1, linkTo(open[1]!, parts, source, context), 'split-link')]
}

/** `\[text\](address)`, `\[text\]\(address\)`: a link that was escaped as if it were text. */
function escapedLink({text, parts, source, context}: Around): Mend[] {
  const open = /\\\[([^[\]\\\n]{1,300})\\\]\\?\($/.exec(text.slice(-320))
  if (!open || parts.form !== 'bare' || !/\p{L}{2}/u.test(open[1]!)) return []
  const trailing = /\\$/.test(source.slice(parts.address.start, parts.address.end)) ? 1 : 0
  const close = /^\\?\)/.exec(source.slice(parts.end - trailing, parts.end + 2))
  if (!close) return []
  const address = {start: parts.address.start, end: parts.address.end - trailing}
  const link = linkTo(open[1]!, {...parts, address}, source, context)
  return [mend(parts.start - open[0].length, parts.end - trailing + close[0].length, link, 'escaped-link')]
}

function linkTo(label: string, {address}: LinkParts, source: string, context: RepairContext): string {
  return `[${label}](${asDestination(mendAddress(source.slice(address.start, address.end), true, context).address)})`
}

/** `[text](address) (address)`. */
function ownAddress({text, start, link, parts, source, before}: Around): Mend[] {
  if (before?.type !== 'link' || !/^[ \n]?\($/.test(text) || source.charAt(parts.end) !== ')') return []
  if (partsOf(before, source)?.form !== 'inline' || !isSameAddress(link.url, before.url)) return []
  return [mend(start, parts.end + 1, '', 'doubled-address', link.url)]
}

/** An address that a hard wrap cut inside of its link, once or more often. */
function wrappedAddress({text, parts, source, behind}: Around): Mend[] {
  if (!/(?<![\\!])\[[^[\]]{1,300}\]\($/.test(text.slice(-310)) || parts.form !== 'bare' || behind?.type !== 'text')
    return []
  const rest = /^((?:\n[ \t>]{0,20}[^\s()<>[\]]{1,300}){1,4})\)/.exec(source.slice(parts.end, parts.end + 1400))
  if (!rest) return []
  const evidence = source.slice(parts.address.start, parts.end) + rest[1]!.replace(/\n[ \t>]*/g, '')
  return [...rest[1]!.matchAll(/\n[ \t>]*/g)].map(({index, 0: found}) =>
    mend(parts.end + index, parts.end + index + found.length, '', 'wrapped-address', evidence, false),
  )
}

/** `[text](https://example.org/two words.pdf)`. */
function spacedAddress({text, parts, source}: Around): Mend[] {
  if (!/(?<!\\)\[[^[\]\n]{0,300}\]\($/.test(text.slice(-310)) || parts.form !== 'bare') return []
  const rest = spacedRest.exec(source.slice(parts.end, parts.end + 1000))
  if (!rest) return []
  const written = source.slice(parts.start, parts.end) + rest[1]!
  return [
    mend(
      parts.start,
      parts.start + written.length,
      asDestination(written.replaceAll(' ', '%20')),
      'broken-address',
      written,
    ),
  ]
}

/** `<<address>>`, `< address >`. */
function doubledAngles({text, parts, source}: Around): Mend[] {
  const open = /(?<!\\)<( ?)$/.exec(text.slice(-3))
  if (!open || !/^https?:/i.test(source.slice(parts.address.start, parts.address.end))) return []
  const close = /^ ?>/.exec(source.slice(parts.end, parts.end + 2))
  if (!close || (parts.form === 'bare') !== (open[1] === ' ')) return []
  const address = source.slice(parts.address.start, parts.address.end)
  return [mend(parts.start - open[0].length, parts.end + close[0].length, `<${address}>`, 'broken-address', address)]
}
