/**
 * Cut a block into units: a paragraph, a heading or a table cell, with the text that a reader sees of it.
 *
 * Code, addresses, link targets, labels and markup are left out of that text, so that nothing in them is ever renamed
 * and the words to both sides of a mark are neighbours.
 */
import type {Nodes, Root} from 'mdast'
import type {Range} from '../../src/document/range.js'

/** A run of visible text: where it stands in the unit's text, and where in the source. */
export interface Run {
  readonly at: number
  readonly source: number
  readonly length: number
}

export interface Unit {
  /** What a reader sees; a placeholder stands for code and for what is not text. */
  readonly text: string
  readonly runs: readonly Run[]
  /** Range in the source. */
  readonly start: number
  readonly end: number
  readonly isHeading: boolean
  readonly isBlockQuote: boolean
  /** Ranges of `text` in emphasis that does not take in the whole unit: titles and foreign words. */
  readonly emphasis: readonly Range[]
}

const placeholder = '\u0000'

/** Make a unit of a text without markup. */
export function plainUnit(text: string, isHeading: boolean): Unit {
  return {
    text,
    runs: [{at: 0, source: 0, length: text.length}],
    start: 0,
    end: text.length,
    isHeading,
    isBlockQuote: false,
    emphasis: [],
  }
}

/** The units of a parsed block, in order. `offset` is where the block starts in `source`. */
export function unitsOf(root: Root, source: string, offset: number): Unit[] {
  const units: Unit[] = []
  const walk = (node: Nodes, isBlockQuote: boolean): void => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      units.push(unitOf(node, source, offset, isBlockQuote))
    } else if ('children' in node) {
      for (const child of node.children) walk(child, isBlockQuote || node.type === 'blockquote')
    }
  }
  walk(root, false)
  return units
}

function unitOf(unit: Nodes, source: string, offset: number, isBlockQuote: boolean): Unit {
  const runs: Run[] = []
  const parts: string[] = []
  const emphasis: Range[] = []
  let length = 0
  /** An element of HTML that sets words apart: code, a title, a quotation. */
  let opened: {name: string; at: number} | undefined
  const startOf = (node: Nodes): number => offset + (node.position?.start.offset ?? 0)
  const endOf = (node: Nodes): number => offset + (node.position?.end.offset ?? 0)
  let cursor = startOf(unit)
  const push = (from: number, to: number): void => {
    runs.push({at: length, source: from, length: to - from})
    parts.push(source.slice(from, to))
    length += to - from
  }
  const skip = (): void => {
    parts.push(placeholder)
    length++
  }
  const walk = (node: Nodes): void => {
    const before = length
    if (node.type === 'text') {
      // Text that the parser put together itself has no position: it is looked for where it must stand.
      const at = node.position ? startOf(node) : cursor + source.slice(cursor, endOf(unit)).indexOf(node.value)
      const end = node.position ? endOf(node) : at + node.value.length
      if (at >= cursor && end <= endOf(unit)) {
        push(at, end)
        cursor = end
      } else skip()
    } else if (node.type === 'break') {
      parts.push('\n')
      length++
    } else if (node.type === 'image' && node.alt && source.startsWith(node.alt, startOf(node) + 2)) {
      push(startOf(node) + 2, startOf(node) + 2 + node.alt.length)
    } else if (node.type === 'html') {
      const [, slash, name] = /^<(\/?)(code|kbd|samp|var|tt|cite|em|i|q)\b/i.exec(node.value) ?? []
      if (name !== undefined && slash === '') opened = {name: name.toLowerCase(), at: length}
      else if (name !== undefined && opened?.name === name.toLowerCase()) {
        emphasis.push({start: opened.at, end: length})
        opened = undefined
      }
    } else if (node.type === 'link' && isBareAddress(node)) skip()
    else if (node.type === 'linkReference' && node.referenceType !== 'full') skip()
    else if ('children' in node) for (const child of node.children) walk(child)
    else skip()
    if (node.type === 'emphasis') emphasis.push({start: before, end: length})
  }
  walk(unit)
  emphasis.sort((a, b) => a.start - b.start)
  const text = parts.join('')
  const isWhole = ({start, end}: Range): boolean =>
    text.slice(0, start).trim() === '' && /^[\s.]*$/.test(text.slice(end))
  return {
    text,
    runs,
    start: startOf(unit),
    end: endOf(unit),
    isHeading: unit.type === 'heading',
    isBlockQuote,
    emphasis: emphasis.filter((range) => !isWhole(range)),
  }
}

function isBareAddress(node: Extract<Nodes, {type: 'link'}>): boolean {
  const [only, ...more] = node.children
  if (only?.type !== 'text' || more.length > 0) return false
  return node.url === only.value || node.url === `mailto:${only.value}` || /^(?:https?:\/\/|www\.)/.test(only.value)
}
