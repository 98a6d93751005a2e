/** Where the parts of a link stand in its source: the tree knows the link, not its brackets. */
import {decodeNamedCharacterReference} from 'decode-named-character-reference'
import type {Image, Link, Nodes} from 'mdast'
import type {Range} from '../../src/document/range.js'

/** The parts of a link or an image; offsets count in the source that the tree was made of. */
export interface LinkParts extends Range {
  readonly form: 'inline' | 'angle' | 'bare'
  /** What stands between the brackets; of an autolink, the address. */
  readonly label: Range
  /** The address, without angle brackets. */
  readonly address: Range
  /** Whether the address stands in angle brackets. */
  readonly isQuoted: boolean
  /** Whether where a bare address ends is anybody's guess. */
  readonly isUncertain?: boolean
}

/** No address that a converter wrote into a label is longer. */
const longestAddress = 2100

export const startOf = (node: Nodes): number => node.position?.start.offset ?? -1
export const endOf = (node: Nodes): number => node.position?.end.offset ?? -1

/** Find the parts of a link or image; undefined where the source cannot be read for certain. */
export function partsOf(node: Link | Image, source: string): LinkParts | undefined {
  const start = startOf(node)
  const end = endOf(node)
  if (start < 0) return undefined
  const first = source.charAt(start)
  if (first === '<') {
    const address = {start: start + 1, end: end - 1}
    return {start, end, form: 'angle', label: address, address, isQuoted: true}
  }
  if (first !== '[' && first !== '!') {
    const address = {start, end}
    const isUncertain = isCut(source, end) || /["<>]/.test(source.slice(start, end))
    return {start, end, form: 'bare', label: address, address, isQuoted: false, isUncertain}
  }
  const labelStart = start + (first === '!' ? 2 : 1)
  let labelEnd: number
  if (node.type === 'link') {
    const last = node.children.at(-1)
    labelEnd = last ? endOf(last) : labelStart
    if (labelEnd < 0) return undefined
    if (!last) labelEnd = source.indexOf('](', labelStart)
  } else labelEnd = endOfLabel(source, labelStart, end)
  // Spaces at the end of the label belong to no child.
  while (labelEnd < end && /\s/.test(source.charAt(labelEnd))) labelEnd++
  if (labelEnd < 0 || !source.startsWith('](', labelEnd)) return undefined
  const address = addressAt(source, labelEnd + 2, end - 1)
  return {start, end, form: 'inline', label: {start: labelStart, end: labelEnd}, ...address}
}

/** Whether a line ends amid a bare address, or may: the next one goes on with it, or with the sentence. */
function isCut(source: string, end: number): boolean {
  return /[-/_=&?%.~+]/.test(source.charAt(end - 1)) && /^\n[\w%~./?=&-]/.test(source.slice(end, end + 2))
}

function endOfLabel(source: string, start: number, end: number): number {
  let depth = 0
  for (let at = start; at < end; at++) {
    const character = source.charAt(at)
    if (character === '\\') at++
    else if (character === '[') depth++
    else if (character === ']' && --depth < 0) return at
  }
  return -1
}

/** Read a destination that begins at `from`, at most up to `limit`, where its link closes. */
export function addressAt(source: string, from: number, limit: number): {address: Range; isQuoted: boolean} {
  let start = from
  while (start < limit && /\s/.test(source.charAt(start))) start++
  if (source.charAt(start) === '<') {
    const end = source.indexOf('>', start)
    if (end >= 0 && end < limit) return {address: {start: start + 1, end}, isQuoted: true}
  }
  let end = start
  while (end < limit && !/\s/.test(source.charAt(end))) end += source.charAt(end) === '\\' ? 2 : 1
  return {address: {start, end: Math.min(end, limit)}, isQuoted: false}
}

/** Whether the brackets in a piece of source pair up, so that it can be the label of a link. */
export function isBalanced(label: string): boolean {
  let depth = 0
  for (const [character] of label.matchAll(/\\.|[[\]]/gs)) {
    if (character === '[') depth++
    else if (character === ']' && --depth < 0) return false
  }
  return depth === 0
}

/** An address in brackets at the end of a label: `text \\(https://example.org\\)`. */
export interface LabelAddress extends Range {
  readonly address: string
  /** The label without it. */
  readonly words: string
}

/** Find the address at the end of a label, reading from its end; offsets count in the label. */
export function addressInLabel(label: string): LabelAddress | undefined {
  const marks = /\s*([*_]{0,3})\s*$/.exec(label.slice(-20))?.[1] ?? ''
  const trimmed = label.trimEnd()
  const body = trimmed.slice(0, trimmed.length - marks.length).trimEnd()
  const close = body.at(-1)
  if (close !== ')' && close !== ']') return undefined
  const opening = close === ')' ? '(' : '['
  let depth = 0
  let open = body.length - 1
  for (const limit = Math.max(0, body.length - longestAddress); open >= limit; open--) {
    const character = body.charAt(open)
    if (character === close) depth++
    else if (character === opening && --depth === 0) break
  }
  // Brackets behind brackets are the address of a link or an image of its own.
  if (depth !== 0 || body.charAt(open - 1) === ']') return undefined
  const address = body
    .slice(open + 1, -1)
    .replace(/\\$/, '')
    .trim()
    .replace(/^<(.*)>$/s, '$1')
  if (!/^(?:https?:\/\/|www\.|\/(?=[\w%.~-])|mailto:)[^\s<>]+$/i.test(address)) return undefined
  const before = body.slice(0, open).replace(/\\$/, '').trimEnd()
  return {start: before.length, end: body.length, address, words: before + marks}
}

/** Read an address as markdown does: escapes and entities undone. */
export function unescaped(address: string): string {
  if (!/[\\&]/.test(address)) return address
  return address.replace(
    /\\([!-/:-@[-`{-~])|&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,31}));/gi,
    (whole, escaped?: string, decimal?: string, hexadecimal?: string, name?: string) => {
      if (escaped !== undefined) return escaped
      if (name !== undefined) return decodeNamedCharacterReference(name) || whole
      return characterOf(Number.parseInt(decimal ?? hexadecimal!, decimal === undefined ? 16 : 10))
    },
  )
}

function characterOf(code: number): string {
  const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
  return isCharacter ? String.fromCodePoint(code) : '\ufffd'
}

/** The words that a reader sees in a node. */
export function visibleText(node: Nodes): string {
  if ('value' in node) return node.type === 'html' ? '' : node.value
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? ''
  return 'children' in node ? (node.children as Nodes[]).map(visibleText).join('') : ''
}

/** Whether a node holds an image. */
export function holdsImage(node: Nodes): boolean {
  if (node.type === 'image' || node.type === 'imageReference') return true
  return 'children' in node && (node.children as Nodes[]).some(holdsImage)
}
