/**
 * Mend links that were drawn round whole blocks, a card or a teaser, and that markdown therefore cannot see:
 *
 *     [
 *
 *     ### A title
 *
 *     ](https://example.org/a)
 *
 * The title takes the link, or the first block of words where there is none; the brackets round the rest go. Halves that stand
 * alone in a block, whose others went with what stood there, go as well.
 *
 * Leaves alone brackets among blocks of code, and those of which the other half stands far away.
 */
import type {Edit} from '../../src/document/edit.js'
import type {Range} from '../../src/document/range.js'
import {asDestination} from './addresses.js'
import {closingParenthesis} from './brackets.js'
import {deadness, type RepairContext} from './link-addresses.js'
import {addressAt, unescaped} from './syntax.js'

/** A block among its siblings, by the type of its node or of the block. */
export interface Piece extends Range {
  readonly type: string
}

/** Take a cheap look for the end of such a link: a line that closes brackets before it has opened any. */
export function maybeBlockLink(text: string): boolean {
  for (let at = text.indexOf(']('); at >= 0; ) {
    const start = text.lastIndexOf('\n', at) + 1
    const open = text.indexOf('[', start)
    if (open < 0 || open > at) return true
    // Behind its first bracket a line may be whatever it is.
    const end = text.indexOf('\n', at)
    at = end < 0 ? -1 : text.indexOf('](', end)
  }
  return false
}

/** So many blocks may stand in one link. */
const maxPieces = 12
/** Longest block of which brackets are counted. */
const maxLength = 5_000

interface Bracket {
  readonly piece: number
  readonly at: number
}

interface Half extends Bracket {
  /** Where the link ends, behind its address. */
  readonly end: number
  readonly address: string
}

/** Propose edits for the links round some of the blocks. Offsets count in the source; linear in its length. */
export function blockLinks(source: string, pieces: readonly Piece[], context: RepairContext): Edit[] {
  if (!maybeBlockLink(source)) return []
  const edits: Edit[] = []
  let open: Bracket | undefined
  /** Where the last link ended: a bracket in its address is none of a link. */
  let reached = 0
  for (const [index, piece] of pieces.entries()) {
    const brackets = unmatched(source, piece)
    if (!brackets) {
      open = undefined
      continue
    }
    for (const bracket of brackets) {
      if (bracket < reached) continue
      if (source.charAt(bracket) === '[') {
        open = {piece: index, at: bracket}
        continue
      }
      const close = halfAt(source, index, bracket, piece.end)
      reached = close?.end ?? reached
      if (close && !open) edits.push(...lone(source, piece, close))
      else if (close && open && index - open.piece <= maxPieces)
        edits.push(...mend(source, pieces, open, close, context))
      open = undefined
    }
  }
  return edits
}

/** The brackets of a block that nothing in it pairs with, in order; undefined where that is not certain. */
function unmatched(source: string, {type, start, end}: Piece): number[] | undefined {
  if ((type !== 'paragraph' && type !== 'heading') || end - start > maxLength)
    return type === 'rule' || type === 'thematicBreak' ? [] : undefined
  const closing: number[] = []
  const opening: number[] = []
  for (let at = start; at < end; at++) {
    const character = source.charAt(at)
    if (character === '\\') at++
    else if (character === '`') return undefined
    else if (character === '[') opening.push(at)
    else if (character === ']' && opening.pop() === undefined) closing.push(at)
  }
  // Whatever opens and does not close stands behind all that closes and did not open.
  return [...closing, ...opening.slice(0, 1)]
}

/** The second half of a link: `](address)`. */
function halfAt(source: string, piece: number, at: number, limit: number): Half | undefined {
  if (source.charAt(at + 1) !== '(') return undefined
  const last = closingParenthesis(source, at + 1)
  if (last < 0 || last >= limit) return undefined
  const {address} = addressAt(source, at + 2, last)
  return {piece, at, end: last + 1, address: source.slice(address.start, address.end)}
}

/** Half a link with nothing beside it. */
function lone(source: string, piece: Piece, close: Half): Edit[] {
  if (source.slice(piece.start, close.at).trim() !== '' || source.slice(close.end, piece.end).trim() !== '') return []
  return [{start: close.at, end: close.end, replacement: '', rule: 'block-link', evidence: close.address.slice(0, 300)}]
}

function mend(source: string, pieces: readonly Piece[], open: Bracket, close: Half, context: RepairContext): Edit[] {
  if (open.piece === close.piece) return []
  const parts = pieces.slice(open.piece, close.piece + 1).map((piece, index, all) => {
    const start = index === 0 ? open.at + 1 : piece.start
    const end = index === all.length - 1 ? close.at : piece.end
    return {...partOf(source, start, end, piece.type), isHeading: piece.type === 'heading'}
  })
  const dead = deadness(unescaped(close.address), context)
  const words = parts.filter(({isWords}) => isWords)
  const headings = words.filter(({isHeading}) => isHeading)
  const target =
    dead !== undefined
      ? undefined
      : headings.length === 1
        ? headings[0]
        : (words[0] ?? parts.find(({isImage}) => isImage))
  const evidence = close.address.slice(0, 300)
  const rule = dead ?? 'block-link'
  const first = parts.find(({start, end}) => end > start)
  // Nothing but the brackets: nobody could follow it.
  if (!first) {
    return [open, close].map((half) => {
      const end = half === open ? half.at + 1 : close.end
      return {start: half.at, end, replacement: '', rule: 'empty-link', evidence}
    })
  }
  const last = parts.findLast(({start, end}) => end > start)!
  const edits: Edit[] = []
  const add = (start: number, end: number, replacement: string): void => {
    edits.push({start, end, replacement, rule, evidence})
  }
  const destination = `](${asDestination(close.address)})`
  // A bracket takes the gap next to it along, where nothing else is left of its block.
  const opensBlock = open.at === pieces[open.piece]!.start && source.slice(open.at + 1, first.outer).trim() === ''
  const opened = opensBlock ? first.outer : open.at + 1
  add(open.at, opened, target?.start === opened ? '[' : '')
  if (target && target.start !== opened) add(target.start, target.start, '[')
  const closesBlock =
    /^\[?$/.test(source.slice(close.end, pieces[close.piece]!.end)) && source.slice(last.end, close.at).trim() === ''
  const closed = closesBlock ? last.end : close.at
  if (target && target.end !== closed) add(target.end, target.end, destination)
  add(closed, close.end, target && target.end === closed ? destination : '')
  return edits
}

interface Part extends Range {
  /** Where the block begins, with its marks. */
  readonly outer: number
  /** Whether it shows words, and no link that a link could not hold. */
  readonly isWords: boolean
  readonly isImage: boolean
}

/** What a link would hold of a block. */
function partOf(source: string, from: number, to: number, type: string): Part {
  let start = from
  let end = to
  while (start < end && /\s/.test(source.charAt(start))) start++
  while (end > start && /\s/.test(source.charAt(end - 1))) end--
  const outer = start
  if (type === 'heading') start += /^#{1,6}[ \t]+/.exec(source.slice(start, end))?.[0].length ?? 0
  const text = source.slice(start, end)
  const isImage = /^!\[[^\]]*\]\([^()]*\)$/.test(text)
  const bare = text.replace(/!\[[^\]]*\]\([^()\s]*\)/g, '')
  const isWords =
    !isImage && /[\p{L}\p{N}]/u.test(bare) && !/\]\(|<?https?:|www\./i.test(bare) && !text.includes('\n\n')
  return {start, end, outer, isWords, isImage}
}
