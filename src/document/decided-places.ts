/**
 * Where decided texts stand in a document, with what of the blocks about them belongs to them, so that neither half a fence nor a lonely
 * underline is left.
 */
import type {Block} from './blocks.js'
import {type Decision, PassageFinder} from './decision.js'
import type {Document} from './document.js'
import {type Range, upperBound} from './range.js'

const word = /[\p{L}\p{N}]/u
/** Blocks of which a part says nothing alone, or something else. */
const whole: ReadonlySet<Block['type']> = new Set(['table', 'code', 'html'])

/** Where the text of a decision stands. */
export interface DecidedPlace extends Range {
  readonly decision: Decision
}

/** Where the texts of decisions stand, in the order of the document. */
export function placesOf(decisions: readonly Decision[], document: Pick<Document, 'blocks' | 'text'>): DecidedPlace[] {
  if (decisions.length === 0) return []
  const finder = new PassageFinder(document.text)
  return decisions
    .flatMap((decision) => finder.find(decision.text!).map((place) => ({...wholeBlock(document, place), decision})))
    .sort((a, b) => a.start - b.start || a.end - b.end)
}

/** The blocks that a range touches. */
function blocksAt({blocks}: Pick<Document, 'blocks'>, {start, end}: Range): readonly Block[] {
  const first = upperBound(blocks, start, (block) => block.end)
  let last = first
  while (last < blocks.length && blocks[last]!.start < end) last++
  return blocks.slice(first, last)
}

/** A place with what stands about it in its block and holds no word: the fence of code, the line under a heading. */
function wholeBlock(document: Pick<Document, 'blocks' | 'text'>, place: Range): Range {
  const {text} = document
  let {start, end} = place
  for (const block of blocksAt(document, place)) {
    const isBefore = block.start < start && !word.test(text.slice(block.start, start))
    const isBehind = block.end > end && !word.test(text.slice(end, block.end))
    if (isBefore) start = block.start
    if (isBehind) end = block.end
  }
  return {start, end}
}

/** The blocks that a range touches, whole, where they can only stand or go as a whole; else the range. */
export function decidable(document: Pick<Document, 'blocks'>, place: Range): Range {
  let {start, end} = place
  for (const block of blocksAt(document, place)) {
    if (!whole.has(block.type)) continue
    start = Math.min(start, block.start)
    end = Math.max(end, block.end)
  }
  return {start, end}
}
