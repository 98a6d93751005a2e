/**
 * Look over the links of a document until nothing is left to mend: brackets round a link that goes may be a link then.
 */
import type {Block} from '../../src/document/blocks.js'
import type {Document} from '../../src/document/document.js'
import type {Edit} from '../../src/document/edit.js'
import {anchorsOf} from './anchors.js'
import {baseOf, pageOf} from './base.js'
import {blockLinks, maybeBlockLink} from './block-links.js'
import {BlockRepair} from './block-repair.js'
import {composeEdits} from './compose-edits.js'
import type {Repaired} from './fates.js'
import {type FoundLink, linksIn} from './found-links.js'
import type {LinkOptions} from './index.js'
import type {RepairContext} from './link-addresses.js'
import {maybeNote} from './link-notes.js'
import {mendPlainLinks} from './plain-links.js'
import {maybeRemains} from './remains.js'

const mayBeAddress = /https?:|www\./i
const maybeDefinition = /^ {0,3}\[[^\]\n]+\]:/m

/**
 * Whether a text may hold a link, or the remains of one. It may err on the side of looking twice; it must not miss one. Each form is
 * sought for itself, by its letters: one pattern of all of them stops at every letter of a text that has none.
 */
function mayHoldLinks(text: string): boolean {
  return (
    text.includes('](') ||
    text.includes('][') ||
    mayBeAddress.test(text) ||
    (text.includes(']:') && maybeDefinition.test(text)) ||
    maybeRemains(text) ||
    maybeNote(text)
  )
}

/** How often what was mended is looked at again; more is a text made to be mended for ever. */
const maxRounds = 6

/** What the links of a document are, and what is to be done. */
export function repair(document: Document, options: LinkOptions): Repaired & {readonly edits: readonly Edit[]} {
  const rounds: Edit[][] = []
  let current = document
  let edits: Edit[] = []
  let looked = look(document, options)
  const before = looked.links
  while (looked.edits.length > 0 && rounds.length < maxRounds) {
    const applied = current.apply(looked.edits)
    if (applied.edits.length === 0) break
    edits = rounds.length === 0 ? applied.edits : composeEdits(document.text, edits, applied.edits)
    rounds.push(applied.edits)
    current = applied.document
    looked = look(current, options)
  }
  return {edits, rounds, before, after: looked.links}
}

/** What is known of a document to whoever mends its links. */
export function contextOf(document: Document, options: LinkOptions): RepairContext {
  let anchors: ReadonlySet<string> | undefined
  return {
    options,
    base: baseOf(document, options.origin),
    page: pageOf(document),
    hasAnchor: (name) => {
      anchors ??= anchorsOf(document)
      return anchors.has(name)
    },
    defines: (label) => document.defines(label),
  }
}

/** The links of a text, and the edits that they need, as far as they show at once. */
interface Looked {
  readonly edits: Edit[]
  readonly links: FoundLink[]
}

function look(document: Document, options: LinkOptions): Looked {
  const {text} = document
  if (!mayHoldLinks(text)) return {edits: [], links: []}
  const context = contextOf(document, options)
  const round = maybeBlockLink(text) ? blockLinks(text, document.blocks, context) : []
  const looked: Looked = {edits: [...round], links: []}
  /** The first edit of those that ends behind the blocks so far. */
  let next = 0
  for (const block of document.blocks) {
    if (block.type === 'code' || block.type === 'html' || block.type === 'frontMatter' || block.type === 'rule')
      continue
    const source = text.slice(block.start, block.end)
    if (!mayHoldLinks(source)) continue
    const {edits, links} = ofBlock(document, block, source, context)
    for (const link of links) looked.links.push(moved(link, block.start))
    while (next < round.length && round[next]!.end < block.start) next++
    // What is part of a link round blocks is looked at when that is mended.
    if (next < round.length && round[next]!.start <= block.end) continue
    for (const edit of edits) looked.edits.push(moved(edit, block.start))
  }
  return looked
}

function moved<Item extends {readonly start: number; readonly end: number}>(item: Item, by: number): Item {
  return {...item, start: item.start + by, end: item.end + by}
}

function ofBlock(
  document: Document,
  block: Block,
  source: string,
  context: RepairContext,
): {readonly edits: readonly Edit[]; readonly links: readonly FoundLink[]} {
  const mayHoldItems = block.type !== 'paragraph' && block.type !== 'heading'
  const plain = mendPlainLinks(source, mayHoldItems, context)
  if (plain?.links) return {edits: plain.edits, links: plain.links}
  const node = document.node(block)
  return {edits: plain?.edits ?? new BlockRepair(source, context).edits(node), links: linksIn(node, source)}
}
