/**
 * Mend links and images that are written in the plainest way, without a parse: most are, and most of them are whole.
 *
 * It answers only where every bracket of a block belongs to such a link, or is text for certain. That nothing is to be
 * mended then holds whatever a parser makes of the block: of the links it may see, each is one of these, and what it may
 * see as text holds no remains of a link. Mended are they only where nothing of the block can be code or a table, so
 * that a link is a link for certain; so are they told of. Everything else, above all a link that must go, is left to the
 * parser.
 */
import type {Edit} from '../../src/document/edit.js'
import {asDestination} from './addresses.js'
import {isDeadImage} from './empty-images.js'
import {definitionOf, type FoundLink} from './found-links.js'
import {deadness, mendAddress, type RepairContext, repairAddress} from './link-addresses.js'
import {maybeNote} from './link-notes.js'
import {maybeRemains} from './remains.js'
import {addressInLabel, unescaped} from './syntax.js'

/** Whatever may belong to a link: brackets, tags, and what becomes a link by itself. */
const mark = /[[\]<@]|https?:|www\./gi
/** An address without brackets, and with its title: what stands between the parentheses of a link. */
const address = String.raw`(?:[^\s\0-\x20()<>[\]\\\x60\x7f]|\\[!-/:-@_{-~]|\([^\s\0-\x20()<>[\]\\\x60\x7f]{0,300}\)){1,5000}`
const destination = String.raw`\((${address})(?: "[^"<>[\]\\\n\x60]{0,300}")?\)`
const alternative = String.raw`(?:[^[\]<>\\\n]|\\[^\\\n]){0,500}`
const plainImage = new RegExp(String.raw`!\[(${alternative})\]${destination}`, 'y')
const plainLink = new RegExp(String.raw`\[((?!\^)(?:[^[\]<>\\\n]|\\[^\\\n]){1,1000})\]${destination}`, 'y')
const linkedImage = new RegExp(String.raw`\[ ?!\[(${alternative})\]${destination} ?\]${destination}`, 'y')
/** Where references lead to, on a line of its own. */
const definition = new RegExp(String.raw`^\[(?!\^)[^[\]\\\n]{1,300}\]: (${address})$`)
/** Brackets that are no link, and next to nothing that would make them one. */
const plainBrackets = /\[[^[\]<>\\\n]{0,1000}\](?![[(:]|[ \n]\()/y
/** A reference, by the label that it names. */
const plainReference = /\[(?!\^)[^[\]<>\\\n]{1,1000}\]\[((?!\^)[^[\]<>\\\n]{1,300})\](?![[(:]|[ \n]\()/y
/** A character that a reader sees in a label. */
const visible = /[\p{L}\p{N}]/u
/** What reads otherwise than it is written. */
const entity = /&#?\w{1,40};/
const escaped = /\\|&#?\w{1,40};/
/** What in a label is, or may become, an address. */
const addressLike = /https?:|www\.|@/i
/** What may be, or open, code or a table. */
const uncertain = /[`|\t]|~~~| {4}/
/** What may be code, in a block that holds no items, and what may be a table that takes labels apart. */
const uncertainInProse = /[`|\t]|~~~|\n {4}/

/** What a block without a parse has to mend, and its links where they are links for certain. */
export interface PlainLinks {
  readonly edits: readonly Edit[]
  readonly links?: readonly FoundLink[]
}

/**
 * Propose the edits of a block whose links are all plain; undefined where a parser must tell. Offsets count from the
 * start of the block. Linear in its length.
 *
 * @param mayHoldItems whether the block may hold a list, which may lose items with their links.
 */
export function mendPlainLinks(source: string, mayHoldItems: boolean, context: RepairContext): PlainLinks | undefined {
  if (maybeRemains(source) || maybeNote(source)) return undefined
  if (isDefinition(source, context)) return {edits: [], links: [definitionOf(source)]}
  const reader = new PlainReader(source, context)
  if (!reader.read()) return undefined
  const {edits, links} = reader
  const isCertain = !(mayHoldItems ? uncertain : uncertainInProse).test(source)
  if (edits.length === 0) return isCertain ? {edits, links} : {edits}
  if (uncertain.test(source) || (mayHoldItems && edits.some(({replacement}) => replacement === ''))) return undefined
  return {edits, links}
}

/** Whether a block is one definition, with an address that can stay as it is. */
function isDefinition(source: string, context: RepairContext): boolean {
  const written = definition.exec(source)?.[1]
  return written !== undefined && isWhole(written, context)
}

/** Reads a block from one bracket to the next. */
class PlainReader {
  readonly #source: string
  readonly #context: RepairContext
  readonly edits: Edit[] = []
  readonly links: FoundLink[] = []

  constructor(source: string, context: RepairContext) {
    this.#source = source
    this.#context = context
  }

  /** Read all of it; false where a parser must tell what there is. */
  read(): boolean {
    const source = this.#source
    mark.lastIndex = 0
    for (let found = mark.exec(source); found; found = mark.exec(source)) {
      const at = found.index
      const before = source.charCodeAt(at - 1)
      if (before === 0x5c && source.charCodeAt(at - 2) !== 0x5c) {
        if (found[0] === '[' || (found[0] === ']' && !isReadOn(source, at + 1))) continue
        return false
      }
      const isImage = before === 0x21
      if (found[0] !== '[' || before === 0x5c || (isImage && source.charCodeAt(at - 2) === 0x5c)) return false
      const end = isImage ? this.#readImage(at - 1) : this.#readLink(at)
      if (end < 0) return false
      mark.lastIndex = end
    }
    return true
  }

  /** Where a plain image ends; -1 where there is none. */
  #readImage(start: number): number {
    plainImage.lastIndex = start
    const [, label, url] = plainImage.exec(this.#source) ?? []
    if (label === undefined || url === undefined || escaped.test(url)) return -1
    const end = plainImage.lastIndex
    if (isDeadImage({url})) {
      this.edits.push({start, end, replacement: '', rule: 'tracking-image', evidence: url.slice(0, 60)})
    } else if (!mendOne(url, start + label.length + 4, this.#context, this.edits, mendAddress)) return -1
    this.#found('image', start, end, label, url)
    return end
  }

  /** Where a plain link ends; -1 where there is none. */
  #readLink(start: number): number {
    const source = this.#source
    plainLink.lastIndex = start
    const [, label, address] = plainLink.exec(source) ?? []
    if (label !== undefined && address !== undefined) {
      const end = plainLink.lastIndex
      // Code or a table may take the label apart; the address is then read on to the next space.
      if (/[`|]/.test(label) && /[^\s.,;:!?]/.test(source.charAt(end))) return -1
      if (!showsWords(label) || !mendOne(address, start + label.length + 3, this.#context, this.edits)) return -1
      this.#found('link', start, end, label, address)
      return end
    }
    linkedImage.lastIndex = start
    const [, description, shown, target] = linkedImage.exec(source) ?? []
    if (description !== undefined && shown !== undefined && target !== undefined) {
      const end = linkedImage.lastIndex
      const isSound = !escaped.test(shown) && !isDeadImage({url: shown}) && isWhole(shown, this.#context)
      if (!isSound || !isWhole(target, this.#context)) return -1
      const close = source.lastIndexOf('](', end - target.length - 1)
      const image = source.indexOf('!', start)
      this.#found('link', start, end, source.slice(start + 1, close), target)
      this.#found('image', image, source.lastIndexOf(')', close) + 1, description, shown)
      return end
    }
    plainReference.lastIndex = start
    const [reference, name] = plainReference.exec(source) ?? []
    if (reference !== undefined && name !== undefined) {
      return !addressLike.test(reference) && this.#context.defines(name) ? plainReference.lastIndex : -1
    }
    plainBrackets.lastIndex = start
    const brackets = plainBrackets.exec(source)?.[0]
    return brackets !== undefined && !addressLike.test(brackets) ? plainBrackets.lastIndex : -1
  }

  #found(form: FoundLink['form'], start: number, end: number, text: string, written: string): void {
    this.links.push({start, end, form, address: unescaped(written), text})
  }
}

/** Whether what follows brackets may make a link of them. */
function isReadOn(source: string, offset: number): boolean {
  return /^(?:[[(:]|[ \n]\()/.test(source.slice(offset, offset + 2))
}

/** Whether a label shows words, and no address. */
function showsWords(label: string): boolean {
  return visible.test(label) && !entity.test(label) && !addressLike.test(label) && addressInLabel(label) === undefined
}

/** Mend an address that leads somewhere; false for one that may lead nowhere. */
function mendOne(
  written: string,
  start: number,
  context: RepairContext,
  edits: Edit[],
  mended: typeof repairAddress = repairAddress,
): boolean {
  // What is escaped reads otherwise than it is written, which is all the same only behind the scheme of the web.
  if (!/^https?:\/\//i.test(written) && escaped.test(written)) return false
  if (deadness(unescaped(written), context) !== undefined) return false
  const {address, rule} = mended(written, true, context)
  if (rule !== '' && address !== written) {
    const evidence = written.slice(0, 300)
    edits.push({start, end: start + written.length, replacement: asDestination(address), rule, evidence})
  }
  return true
}

/** Whether an address can stay as it is. */
function isWhole(address: string, context: RepairContext): boolean {
  const edits: Edit[] = []
  return mendOne(address, 0, context, edits) && edits.length === 0
}
