/**
 * Mend the links of one block. Offsets count from the start of the block.
 *
 * It walks the parsed block and proposes edits; what is wrong with an address, and how links are taken apart, is known elsewhere.
 */
import type {Image, Link, Nodes, PhrasingContent, Root, Strong} from 'mdast'
import type {Edit} from '../../src/document/edit.js'
import {asDestination} from './addresses.js'
import {anchorTags, type TagPair} from './anchor-tags.js'
import {BlockEdits} from './block-edits.js'
import {blockLinks, type Piece} from './block-links.js'
import {isDeadImage, isShareSign} from './empty-images.js'
import {dropEmptiedItems} from './empty-items.js'
import {enclosureOf, isSpare, mendEnclosure} from './enclosures.js'
import {mendLabel, mendWordless, unwrap} from './labels.js'
import {deadness, mendAddress, type RepairContext} from './link-addresses.js'
import {reviveFromBehind, reviveFromLabel} from './lost-addresses.js'
import {mendRemains} from './remains.js'
import {splitBehind, splitInside} from './split-links.js'
import {addressAt, endOf, holdsImage, isBalanced, partsOf, startOf, unescaped} from './syntax.js'
import {mendAddressOf, mendAngle, mendBare} from './written-addresses.js'

type Parent = Extract<Nodes, {children: unknown[]}>

export class BlockRepair {
  readonly #edits: BlockEdits
  /** What becomes of links round blocks in items and quotes. */
  readonly #blockLinks: Edit[] = []

  constructor(source: string, context: RepairContext) {
    this.#edits = new BlockEdits(source, context)
  }

  /** Propose the edits of the block. */
  edits(root: Root): readonly Edit[] {
    this.#walk(root)
    // Links round blocks come first: what they become is looked at again.
    return dropEmptiedItems(root, this.#edits.source, this.#blockLinks.length > 0 ? this.#blockLinks : this.#edits.list)
  }

  #walk(parent: Parent): void {
    const children = parent.children as PhrasingContent[]
    if (parent.type === 'listItem' || parent.type === 'blockquote') this.#mendBlockLinks(parent)
    const tags = anchorTags(children, this.#edits.source)
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
    for (const edit of blockLinks(this.#edits.source, pieces, this.#edits.context)) this.#blockLinks.push(edit)
  }

  /** A link that a converter took apart into bold text and an address. */
  #join(strong: Strong, siblings: readonly PhrasingContent[], index: number): boolean {
    const split = splitBehind(strong, siblings, index, this.#edits.source) ?? splitInside(strong, this.#edits.source)
    if (!split) return false
    const {whole, label, address, punctuation} = split
    const written = this.#edits.slice(address)
    const link = `[${label}](${asDestination(mendAddress(written, true, this.#edits.context).address)})`
    this.#edits.propose(whole, link + punctuation, 'split-link', written)
    this.#edits.skip(whole)
    return true
  }

  #mendLink(link: Link, siblings: readonly PhrasingContent[], index: number, isInHeading: boolean): void {
    const parts = partsOf(link, this.#edits.source)
    // What is part of an address that is mended is looked at again with it.
    if (!parts || this.#edits.isSkipped(parts.start) || !this.#edits.isFree(parts)) return
    if (parts.form === 'angle' && mendAngle(this.#edits, parts)) return
    if (parts.form === 'bare' && mendBare(this.#edits, parts)) return
    if (parts.form !== 'inline') {
      mendAddressOf(this.#edits, parts)
      return
    }
    const image = holdsImage(link)
    if (!image && mendWordless(this.#edits, link, parts, isInHeading)) return
    const isDrop =
      link.children.length > 0 && link.children.every((child) => child.type === 'image' && isDeadImage(child))
    if (isDrop) {
      this.#edits.propose(parts, '', 'tracking-image', link.url)
      return
    }
    const outer = enclosureOf(this.#edits, parts)
    const dead = deadness(link.url, this.#edits.context)
    if (dead !== undefined) {
      if (reviveFromLabel(this.#edits, parts) || reviveFromBehind(this.#edits, parts, siblings, index)) return
      if (dead === 'share-link' && link.children.every((child) => child.type === 'image' && isShareSign(child))) {
        this.#edits.propose(parts, '', dead, link.url)
        return
      }
      unwrap(this.#edits, parts, dead, link.url)
      if (outer) mendEnclosure(this.#edits, outer)
      for (const child of link.children) this.#walkOne(child)
      return
    }
    if (outer && outer.open === parts.start - 1 && outer.close === parts.end && isSpare(this.#edits, outer, link.url)) {
      this.#edits.propose({start: outer.open, end: parts.start}, '', 'nested-link')
      this.#edits.propose({start: parts.end, end: outer.end}, '', 'nested-link')
      this.#edits.skip({start: parts.start, end: outer.end})
    }
    if (!mendLabel(this.#edits, parts, link)) return
    mendAddressOf(this.#edits, parts)
    for (const child of link.children) this.#walkOne(child)
  }

  #walkOne(node: Nodes): void {
    if (node.type === 'image') this.#mendImage(node)
    else if ('children' in node) this.#walk(node as Parent)
  }

  #mendImage(image: Image): void {
    const parts = partsOf(image, this.#edits.source)
    if (!parts || !this.#edits.isFree(parts)) return
    if (isDeadImage(image)) this.#edits.propose(parts, '', 'tracking-image', image.url.slice(0, 60))
    // What stands in the place of a picture now is another one; a record only marks it.
    else mendAddressOf(this.#edits, {...parts, isUncertain: true})
  }

  #mendDefinition(node: Nodes): void {
    const start = startOf(node)
    const colon = this.#edits.source.indexOf(']:', start)
    if (start < 0 || colon < 0) return
    const range = {start, end: endOf(node)}
    const {address, isQuoted} = addressAt(this.#edits.source, colon + 2, range.end)
    // A picture that was written into the text itself is a wall of letters to a reader.
    if (/^data:image\//i.test(this.#edits.slice(address)))
      this.#edits.propose(range, '', 'tracking-image', this.#edits.slice(address).slice(0, 60))
    else mendAddressOf(this.#edits, {...range, form: 'inline', label: address, address, isQuoted})
  }

  #mendText(siblings: readonly PhrasingContent[], index: number): void {
    for (const {isWhole, ...edit} of mendRemains(siblings, index, this.#edits.source, this.#edits.context)) {
      if (this.#edits.isSkipped(edit.start) || !this.#edits.isFree(edit)) continue
      this.#edits.push(edit)
      if (isWhole) this.#edits.skip(edit)
    }
  }

  /** `<a href="address">text</a>` becomes a link like the others. */
  #mendTags({open, close, address}: TagPair): void {
    if (!this.#edits.isFree({start: open.start, end: close.end})) return
    const label = this.#edits.source.slice(open.end, close.start)
    const dead = deadness(unescaped(address), this.#edits.context)
    if (dead === undefined && !isBalanced(label)) return
    const written = asDestination(address.replaceAll(' ', '%20'))
    this.#edits.propose(open, dead === undefined ? '[' : '', dead ?? 'html-link', this.#edits.slice(open))
    this.#edits.propose(close, dead === undefined ? `](${written})` : '', dead ?? 'html-link')
  }
}
