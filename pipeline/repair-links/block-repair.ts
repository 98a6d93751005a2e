/**
 * Mend the links of one block. Offsets count from the start of the block.
 *
 * It walks the parsed block and proposes edits; what is wrong with an address, and how links are taken apart, is known elsewhere.
 */
import type {Image, Link, Nodes, PhrasingContent, Root, Strong} from 'mdast'
import type {Edit} from '../../src/document/edit.js'
import type {Range} from '../../src/document/range.js'
import {asDestination, isRelative, resolve} from './addresses.js'
import {closingBracket, closingParenthesis, isSameAddress, openingBracket} from './brackets.js'
import {dropEmptiedItems} from './empty-items.js'
import {deadness, type RepairContext, repairAddress, shorten} from './link-addresses.js'
import {splitBehind, splitInside} from './split-links.js'
import {
  addressAt,
  addressInLabel,
  endOf,
  holdsImage,
  isDeadImage,
  type LinkParts,
  partsOf,
  startOf,
  unescaped,
  visibleText,
} from './syntax.js'

/** Literal brackets round a link, and the address behind them, if there is one. */
interface Enclosure {
  readonly open: number
  /** Where the closing bracket stands. */
  readonly close: number
  readonly end: number
  readonly address?: Range
  readonly isQuoted?: boolean
}

type Parent = Extract<Nodes, {children: unknown[]}>

export class BlockRepair {
  readonly #source: string
  readonly #context: RepairContext
  readonly #edits: Edit[] = []
  /** Ranges that were dealt with as a whole, in order. */
  readonly #skipped: Range[] = []
  /** Where the enclosures begin that were mended. */
  readonly #enclosures: Set<number> = new Set()

  constructor(source: string, context: RepairContext) {
    this.#source = source
    this.#context = context
  }

  /** Propose the edits of the block. */
  edits(root: Root): readonly Edit[] {
    this.#walk(root)
    return dropEmptiedItems(root, this.#source, this.#edits)
  }

  #walk(parent: Parent): void {
    const children = parent.children as PhrasingContent[]
    for (const [index, node] of children.entries()) {
      if (node.type === 'strong' && this.#join(node, children, index)) continue
      if (node.type === 'text') this.#mendText(node, children, index)
      else if (node.type === 'link') this.#mendLink(node)
      else if (node.type === 'image') this.#mendImage(node)
      else if ((node as Nodes).type === 'definition') this.#mendDefinition(node)
      else if ('children' in node) this.#walk(node as Parent)
    }
  }

  #propose(range: Range, replacement: string, rule: string, evidence?: string): void {
    this.#edits.push({
      start: range.start,
      end: range.end,
      replacement,
      rule,
      ...(evidence !== undefined && {evidence: evidence.slice(0, 300)}),
    })
  }

  #slice({start, end}: Range): string {
    return this.#source.slice(start, end)
  }

  /** A link that a converter took apart into bold text and an address. */
  #join(strong: Strong, siblings: readonly PhrasingContent[], index: number): boolean {
    const split = splitBehind(strong, siblings, index, this.#source) ?? splitInside(strong, this.#source)
    if (!split) return false
    const {whole, label, address, punctuation} = split
    const written = this.#slice(address)
    const link = `[${label}](${asDestination(shorten(written, this.#context))})`
    this.#propose(whole, link + punctuation, 'split-link', written)
    this.#skip(whole)
    return true
  }

  #skip(range: Range): void {
    this.#skipped.push(range)
  }

  #isSkipped(offset: number): boolean {
    const last = this.#skipped.at(-1)
    return last !== undefined && offset >= last.start && offset < last.end
  }

  #mendLink(link: Link): void {
    const parts = partsOf(link, this.#source)
    if (!parts || this.#isSkipped(parts.start)) return
    if (parts.form === 'angle') this.#mendAngle(parts)
    if (parts.form !== 'inline') {
      this.#mendAddress(parts)
      return
    }
    const text = visibleText(link)
    const hasText = /\S/.test(text.replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, ''))
    const image = holdsImage(link)
    if (!hasText && !image) {
      this.#propose(parts, '', 'empty-link', link.url)
      return
    }
    const dead = deadness(link.url, this.#context)
    const isDrop =
      link.children.length > 0 && link.children.every((child) => child.type === 'image' && isDeadImage(child))
    if (isDrop) {
      this.#propose(parts, '', 'tracking-image', link.url)
      return
    }
    const outer = this.#enclosureOf(parts)
    if (dead !== undefined) {
      if (this.#reviveFromLabel(parts)) return
      this.#unwrap(parts, dead, link.url)
      if (outer) this.#mendEnclosure(outer)
      for (const child of link.children) this.#walkOne(child)
      return
    }
    if (outer && outer.open === parts.start - 1 && outer.close === parts.end && this.#isSpare(outer, link.url)) {
      this.#propose({start: outer.open, end: parts.start}, '', 'nested-link')
      this.#propose({start: parts.end, end: outer.end}, '', 'nested-link')
      this.#skip({start: parts.start, end: outer.end})
    }
    if (!this.#mendLabel(parts, link)) return
    this.#mendAddress(parts)
    for (const child of link.children) this.#walkOne(child)
  }

  #walkOne(node: Nodes): void {
    if (node.type === 'image') this.#mendImage(node)
    else if ('children' in node) this.#walk(node as Parent)
  }

  #unwrap(parts: LinkParts, rule: string, url: string): void {
    // The number of a note keeps its brackets, or it would be read as part of the word that it hangs on.
    const isNote = /^\d{1,3}$/.test(this.#slice(parts.label)) && /\S/.test(this.#source.charAt(parts.start - 1))
    if (isNote && !/[[(:]/.test(this.#source.charAt(parts.end))) {
      this.#propose({start: parts.label.end + 1, end: parts.end}, '', rule, url)
      return
    }
    this.#propose({start: parts.start, end: parts.label.start}, '', rule, url)
    this.#propose({start: parts.label.end, end: parts.end}, '', rule, url)
  }

  /** `[text \\(/path\\)](#)`: the address that the link lost stands in its text. */
  #reviveFromLabel(parts: LinkParts): boolean {
    const doubled = addressInLabel(this.#slice(parts.label))
    if (!doubled) return false
    const {words, address} = doubled
    if (!/[\p{L}\p{N}]/u.test(words)) {
      this.#propose(parts, '', 'empty-link', address)
      return true
    }
    const {base, options} = this.#context
    const isLost = isRelative(address) && base === undefined && options.relative === 'unwrap'
    const absolute = isRelative(address) && base !== undefined ? (resolve(address, base) ?? address) : address
    const replacement = isLost ? words : `[${words}](${asDestination(shorten(absolute, this.#context))})`
    this.#propose(parts, replacement, 'doubled-address', address)
    return true
  }

  /** Find literal brackets round a link, which it keeps from being a link themselves. */
  #enclosureOf({start, end}: LinkParts): Enclosure | undefined {
    const source = this.#source
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
  #isSpare({address}: Enclosure, url: string): boolean {
    if (!address) return true
    const outer = unescaped(this.#slice(address))
    return outer === url || outer === '' || outer.startsWith('#')
  }

  /** Brackets that become a link as the dead one inside them goes: mended as the link that they will be. */
  #mendEnclosure({open, close, end, address, isQuoted}: Enclosure): void {
    if (!address || this.#enclosures.has(open)) return
    this.#enclosures.add(open)
    const dead = deadness(unescaped(this.#slice(address)), this.#context)
    if (dead === undefined) {
      const label = {start: open + 1, end: close}
      this.#mendAddress({start: open, end, form: 'inline', label, address, isQuoted: isQuoted === true})
    } else {
      this.#propose({start: open, end: open + 1}, '', dead)
      this.#propose({start: close, end}, '', dead)
    }
  }

  /**
   * Take the address out of a link's text, where it stands behind the words or in their place.
   *
   * Returns false when nothing of the link is left to mend.
   */
  #mendLabel(parts: LinkParts, link: Link): boolean {
    const label = this.#slice(parts.label)
    const doubled = addressInLabel(label)
    if (doubled && isSameAddress(doubled.address, link.url)) {
      if (/[\p{L}\p{N}]/u.test(doubled.words) || holdsImage(link)) {
        this.#propose(
          {start: parts.label.start + doubled.start, end: parts.label.start + doubled.end},
          '',
          'doubled-address',
          link.url,
        )
        return true
      }
      this.#propose(parts, '', 'empty-link', link.url)
      return false
    }
    const shown = unescaped(label.trim()).replace(/^<|>$/g, '')
    const isCut =
      /(?:…|\.\.\.)$/.test(shown) && shown.length > 15 && link.url.startsWith(shown.replace(/(?:…|\.\.\.)$/, ''))
    const isPlain = /^https?:\/\/[^\s<>]+$/.test(link.url) && !link.title
    if (isPlain && (shown === link.url || isCut)) {
      this.#propose(parts, `<${shorten(link.url, this.#context)}>`, 'address-as-text', link.url)
      return false
    }
    return true
  }

  /** `<https://example.org/page.>`: the full stop of the sentence is no part of the address. */
  #mendAngle(parts: LinkParts): void {
    const trailing = /^(https?:\/\/.*?[\w/])([.,;:!?"”’»]+)$/is.exec(this.#slice(parts.address))
    if (!trailing) return
    const end = parts.address.start + trailing[1]!.length
    this.#propose({start: end, end: parts.end}, `>${trailing[2]!}`, 'glued-punctuation')
  }

  #mendAddress(parts: LinkParts): void {
    const written = this.#slice(parts.address)
    const {address, rule} = repairAddress(written, parts.form === 'inline', this.#context)
    if (rule === '' || address === written) return
    if (this.#edits.some((edit) => edit.start < parts.address.end && parts.address.start < edit.end)) return
    const isBare = parts.form === 'bare'
    this.#propose(parts.address, parts.isQuoted || isBare ? address : asDestination(address), rule, written)
  }

  #mendImage(image: Image): void {
    const parts = partsOf(image, this.#source)
    if (!parts) return
    if (isDeadImage(image)) this.#propose(parts, '', 'tracking-image', image.url.slice(0, 60))
    else this.#mendAddress(parts)
  }

  #mendDefinition(node: Nodes): void {
    const start = startOf(node)
    const colon = this.#source.indexOf(']:', start)
    if (start < 0 || colon < 0) return
    const {address, isQuoted} = addressAt(this.#source, colon + 2, endOf(node))
    this.#mendAddress({start, end: endOf(node), form: 'inline', label: address, address, isQuoted})
  }

  /** What stands in the text as the remains of a link. */
  #mendText(node: Nodes, siblings: readonly PhrasingContent[], index: number): void {
    const start = startOf(node)
    if (start < 0) return
    const source = this.#source.slice(start, endOf(node))
    for (const match of source.matchAll(/(?<![\w\]\\!])\[([^[\]\n]{1,200})\]\[([^[\]\n]{0,40})\](?![[(:])/g)) {
      const [whole, label = '', name = ''] = match
      if (this.#isSkipped(start + match.index)) continue
      if (!/\p{L}{2}/u.test(label) || /^sic\b/i.test(name) || (name !== '' && /\s/.test(name) && name !== label))
        continue
      this.#propose(at(start + match.index, whole.length), label, 'undefined-reference', whole)
    }
    // `[text] (address)`: the space keeps it from being a link.
    const link = siblings[index + 1]
    const open = /(?<![\w\\!])\[([^[\]]{1,300})\][ \n]\([ \n]?$/.exec(source.slice(-320))
    if (open && link?.type === 'link' && !this.#isSkipped(startOf(link))) {
      const parts = partsOf(link, this.#source)
      if (parts && parts.form !== 'inline' && this.#source.charAt(parts.end) === ')' && /\p{L}/u.test(open[1]!)) {
        const whole = {start: parts.start - open[0].length, end: parts.end + 1}
        const address = shorten(this.#slice(parts.address), this.#context)
        this.#propose(whole, `[${open[1]!}](${asDestination(address)})`, 'split-link')
        this.#skip(whole)
        return
      }
    }
    // An address that a hard wrap cut in two inside its link.
    if (link?.type === 'link' && /\]\($/.test(source)) this.#joinWrapped(start, source, link, siblings[index + 2])
  }

  #joinWrapped(start: number, source: string, link: Link, behind: PhrasingContent | undefined): void {
    const parts = partsOf(link, this.#source)
    const label = /(?<![\\!])\[[^[\]]{1,300}\]\($/.exec(source.slice(-310))
    if (!label || !parts || parts.form !== 'bare' || behind?.type !== 'text') return
    const rest = /^\n([^\s()<>[\]]{1,300})\)/.exec(this.#source.slice(parts.end, parts.end + 310))
    if (!rest || start < 0) return
    this.#propose(at(parts.end, 1), '', 'wrapped-address', this.#slice(parts.address) + rest[1]!)
  }
}

function at(start: number, length: number): Range {
  return {start, end: start + length}
}
