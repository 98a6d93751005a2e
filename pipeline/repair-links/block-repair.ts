/**
 * Mend the links of one block. Offsets count from the start of the block.
 *
 * It walks the parsed block and proposes edits; what is wrong with an address, and how links are taken apart, is known elsewhere.
 */
import type {Image, Link, Nodes, PhrasingContent, Root, Strong} from 'mdast'
import type {Edit} from '../../src/document/edit.js'
import type {Range} from '../../src/document/range.js'
import {asDestination, isRelative, resolve} from './addresses.js'
import {anchorTags, type TagPair} from './anchor-tags.js'
import {blockLinks, type Piece} from './block-links.js'
import {closingBracket, closingParenthesis, isSameAddress, openingBracket} from './brackets.js'
import {isDeadImage, isShareSign} from './empty-images.js'
import {dropEmptiedItems} from './empty-items.js'
import {deadness, mendAddress, type RepairContext, repairAddress, shorten} from './link-addresses.js'
import {noteInLabel} from './link-notes.js'
import {mendRemains} from './remains.js'
import {splitBehind, splitInside} from './split-links.js'
import {
  addressAt,
  addressInLabel,
  endOf,
  holdsImage,
  isBalanced,
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
  /** Where the last of the edits ends. */
  #reached = 0
  /** Ranges that were dealt with as a whole, in order. */
  readonly #skipped: Range[] = []
  /** What becomes of links round blocks in items and quotes. */
  readonly #blockLinks: Edit[] = []
  /** Where the enclosures begin that were mended. */
  readonly #enclosures: Set<number> = new Set()

  constructor(source: string, context: RepairContext) {
    this.#source = source
    this.#context = context
  }

  /** Propose the edits of the block. */
  edits(root: Root): readonly Edit[] {
    this.#walk(root)
    // Links round blocks come first: what they become is looked at again.
    return dropEmptiedItems(root, this.#source, this.#blockLinks.length > 0 ? this.#blockLinks : this.#edits)
  }

  #walk(parent: Parent): void {
    const children = parent.children as PhrasingContent[]
    if (parent.type === 'listItem' || parent.type === 'blockquote') this.#mendBlockLinks(parent)
    const tags = anchorTags(children, this.#source)
    for (const [index, node] of children.entries()) {
      if (node.type === 'strong' && this.#join(node, children, index)) continue
      if (node.type === 'text') this.#mendText(children, index)
      else if (node.type === 'link') this.#mendLink(node, children, index, parent.type === 'heading')
      else if (node.type === 'image') this.#mendImage(node)
      else if ((node as Nodes).type === 'definition') this.#mendDefinition(node)
      else if ('children' in node) this.#walk(node as Parent)
    }
    for (const pair of tags) this.#mendTags(pair)
  }

  #mendBlockLinks(parent: Parent): void {
    const pieces = (parent.children as Nodes[]).map(
      (node): Piece => ({type: node.type, start: startOf(node), end: endOf(node)}),
    )
    for (const edit of blockLinks(this.#source, pieces, this.#context)) this.#blockLinks.push(edit)
  }

  #propose(range: Range, replacement: string, rule: string, evidence?: string): void {
    this.#push({
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
    const link = `[${label}](${asDestination(mendAddress(written, true, this.#context).address)})`
    this.#propose(whole, link + punctuation, 'split-link', written)
    this.#skip(whole)
    return true
  }

  /** Whether nothing in a range was dealt with; what was is looked at again in the next round. */
  #push(edit: Edit): void {
    this.#edits.push(edit)
    this.#reached = Math.max(this.#reached, edit.end)
  }

  #isFree({start, end}: Range): boolean {
    // Links are mended as they stand: nearly always nothing is looked through.
    return start >= this.#reached || !this.#edits.some((edit) => edit.start < end && start < edit.end)
  }

  #skip(range: Range): void {
    this.#skipped.push(range)
  }

  #isSkipped(offset: number): boolean {
    const last = this.#skipped.at(-1)
    return last !== undefined && offset >= last.start && offset < last.end
  }

  #mendLink(link: Link, siblings: readonly PhrasingContent[], index: number, isInHeading: boolean): void {
    const parts = partsOf(link, this.#source)
    if (!parts || this.#isSkipped(parts.start)) return
    if (parts.form === 'angle' && this.#mendAngle(parts)) return
    if (parts.form === 'bare' && this.#mendBare(parts)) return
    if (parts.form !== 'inline') {
      this.#mendAddress(parts)
      return
    }
    const image = holdsImage(link)
    if (!image && this.#mendWordless(link, parts, isInHeading)) return
    const isDrop =
      link.children.length > 0 && link.children.every((child) => child.type === 'image' && isDeadImage(child))
    if (isDrop) {
      this.#propose(parts, '', 'tracking-image', link.url)
      return
    }
    const outer = this.#enclosureOf(parts)
    const dead = deadness(link.url, this.#context)
    if (dead !== undefined) {
      if (this.#reviveFromLabel(parts) || this.#reviveFromBehind(parts, siblings, index)) return
      if (dead === 'share-link' && link.children.every((child) => child.type === 'image' && isShareSign(child))) {
        this.#propose(parts, '', dead, link.url)
        return
      }
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

  /** Mend a link that shows no words; false where it shows something that stays. */
  #mendWordless(link: Link, parts: LinkParts, isInHeading: boolean): boolean {
    const text = visibleText(link)
      .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]|\ufe0f/g, '')
      .trim()
    if (text === '') {
      const isGap =
        /\S$/.test(this.#source.slice(0, parts.start).slice(-1)) && /\s|&\w+;/.test(this.#slice(parts.label))
      this.#propose(
        parts,
        isGap && /^[^\s.,;:!?)]/.test(this.#source.charAt(parts.end)) ? ' ' : '',
        'empty-link',
        link.url,
      )
      return true
    }
    if (/^[.,;:"“”‘’«»']{1,2}$/.test(text)) {
      this.#unwrap(parts, 'empty-link', link.url)
      return true
    }
    if (!this.#isSignOfPage(text, link.url, isInHeading)) return false
    const isBehindSpace = /[ \t]/.test(this.#source.charAt(parts.start - 1))
    const isBeforeSpace = this.#source.charAt(parts.end) === ' '
    this.#propose(
      {start: parts.start - (isBehindSpace ? 1 : 0), end: parts.end + (!isBehindSpace && isBeforeSpace ? 1 : 0)},
      '',
      'anchor-sign',
      link.url,
    )
    return true
  }

  /** Whether a text is a sign that leads to its own place, or back to where one came from. */
  #isSignOfPage(text: string, url: string, isInHeading: boolean): boolean {
    if (/^(?:[#¶§]|🔗|⚓)$/u.test(text)) {
      const isPlace = url.startsWith('#') || (isInHeading && url.includes('#'))
      return isPlace && (isInHeading || text !== '§')
    }
    return /^[\^↑↩↵⤴⏎↥⇧⬆]+$/u.test(text) && url.startsWith('#') && deadness(url, this.#context) !== undefined
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

  /** `[text](#) (address)`: the address that the link lost stands behind it. */
  #reviveFromBehind(parts: LinkParts, siblings: readonly PhrasingContent[], index: number): boolean {
    const [between, link] = siblings.slice(index + 1, index + 3)
    if (between?.type !== 'text' || link?.type !== 'link') return false
    const behind = partsOf(link, this.#source)
    if (!behind || behind.form === 'inline' || this.#source.charAt(behind.end) !== ')') return false
    const gap = this.#source.slice(parts.end, behind.start)
    if (!/^[ \n]?\($/.test(gap) || !/\p{L}/u.test(this.#slice(parts.label))) return false
    const address = asDestination(mendAddress(this.#slice(behind.address), true, this.#context).address)
    const whole = {start: parts.start, end: behind.end + 1}
    this.#propose(whole, `[${this.#slice(parts.label)}](${address})`, 'split-link', this.#slice(behind.address))
    this.#skip(whole)
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
    if (!this.#isFree({start: open, end: open + 1}) || !this.#isFree({start: close, end})) return
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
    const note = noteInLabel(label)
    if (note) {
      const range = {start: parts.label.start + note.start, end: parts.label.start + note.end}
      this.#propose(range, '', 'link-note', label.slice(note.start))
    }
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
  #mendAngle(parts: LinkParts): boolean {
    const written = this.#slice(parts.address)
    const trailing = /^(https?:\/\/.*?[\p{L}\p{N}_/])([.,;:!?"”’»։۔،؛؟।。，、]+)$/isu.exec(written)
    const isOpen = !trailing && written.endsWith(')') && !written.includes('(')
    if (!trailing && !isOpen) return false
    const length = trailing ? trailing[1]!.length : written.length - 1
    this.#propose(
      {start: parts.address.start + length, end: parts.end},
      `>${written.slice(length)}`,
      'glued-punctuation',
    )
    return false
  }

  /** `https://example.org/page”`: signs that a parser reads as part of the address, and an author did not. */
  #mendBare(parts: LinkParts): boolean {
    const written = this.#slice(parts.address)
    const [address] = /^https?:\/\/[^”»›“«。，、；：！？）」』】》]+/iu.exec(written) ?? []
    if (address === undefined) return false
    const [own = address] = /^.*?[^։۔،؛؟।’]+(?=[։۔،؛؟।’]+$)/isu.exec(address) ?? []
    if (own === written || !this.#isFree(parts) || !/^https?:\/\/[^/?#]+\.[^/?#]/i.test(own)) return false
    this.#propose(parts, `<${own}>${written.slice(own.length)}`, 'glued-punctuation', written)
    return true
  }

  #mendAddress(parts: LinkParts): void {
    const written = this.#slice(parts.address)
    const repaired = parts.isUncertain ? mendAddress : repairAddress
    const {address, rule} = repaired(written, parts.form === 'inline', this.#context)
    if (rule === '' || address === written) return
    if (!this.#isFree(parts.address)) return
    const isBare = parts.form === 'bare'
    this.#propose(parts.address, parts.isQuoted || isBare ? address : asDestination(address), rule, written)
  }

  #mendImage(image: Image): void {
    const parts = partsOf(image, this.#source)
    if (!parts) return
    if (isDeadImage(image)) this.#propose(parts, '', 'tracking-image', image.url.slice(0, 60))
    // What stands in the place of a picture now is another one; a record only marks it.
    else this.#mendAddress({...parts, isUncertain: true})
  }

  #mendDefinition(node: Nodes): void {
    const start = startOf(node)
    const colon = this.#source.indexOf(']:', start)
    if (start < 0 || colon < 0) return
    const range = {start, end: endOf(node)}
    const {address, isQuoted} = addressAt(this.#source, colon + 2, range.end)
    // A picture that was written into the text itself is a wall of letters to a reader.
    if (/^data:image\//i.test(this.#slice(address)))
      this.#propose(range, '', 'tracking-image', this.#slice(address).slice(0, 60))
    else this.#mendAddress({...range, form: 'inline', label: address, address, isQuoted})
  }

  #mendText(siblings: readonly PhrasingContent[], index: number): void {
    for (const {isWhole, ...edit} of mendRemains(siblings, index, this.#source, this.#context)) {
      if (this.#isSkipped(edit.start) || !this.#isFree(edit)) continue
      this.#push(edit)
      if (isWhole) this.#skip(edit)
    }
  }

  /** `<a href="address">text</a>` becomes a link like the others. */
  #mendTags({open, close, address}: TagPair): void {
    if (!this.#isFree({start: open.start, end: close.end})) return
    const label = this.#source.slice(open.end, close.start)
    const dead = deadness(unescaped(address), this.#context)
    if (dead === undefined && !isBalanced(label)) return
    const written = asDestination(address.replaceAll(' ', '%20'))
    this.#propose(open, dead === undefined ? '[' : '', dead ?? 'html-link', this.#slice(open))
    this.#propose(close, dead === undefined ? `](${written})` : '', dead ?? 'html-link')
  }
}
