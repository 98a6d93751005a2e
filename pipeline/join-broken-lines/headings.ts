/** Join a heading that a page or a screen cut in two. */
import type {Block} from '../../src/document/blocks.js'
import type {Document} from '../../src/document/document.js'
import type {Edit} from '../../src/document/edit.js'
import {caseOf, endsSentence} from '../convert-text/wrapped.js'
import {endsOpen} from './open-endings.js'

/** Shorter headings were not too long for a line. */
const shortest = 25
/** Longest rest of a heading. */
const longestRest = 100

/** Join a heading and the block behind it, where that is the rest of it. */
export function joinHeading({text}: Document, block: Block, next: Block, edits: Edit[]): void {
  const source = text.slice(block.start, block.end).trimEnd()
  const rest = text.slice(next.start, next.end)
  if (source.length < shortest || rest.length > longestRest || rest.includes('\n')) return
  if (!/[\p{L}\p{M},]$/u.test(source)) return
  const content = next.type === 'heading' ? /^ {0,3}#{1,6}[ \t]+(?=\p{L})/u.exec(rest) : /^(?=\p{L})/u.exec(rest)
  if (!content || (next.type !== 'heading' && next.type !== 'paragraph') || /#$/.test(rest)) return
  const isOpen = endsOpen(source) || source.endsWith(',')
  const words = rest.slice(content[0].length)
  // `a. The second part` is the next one.
  const isSmall = caseOf(words) === 'small' && !/^\p{L}[.)]/u.test(words)
  if (next.type === 'heading' ? next.depth !== block.depth || !(isSmall || isOpen) : !isSmall || !isOpen) return
  // What ends as a sentence does is a paragraph of its own.
  if (next.type === 'paragraph' && endsSentence(rest.trimEnd())) return
  const end = next.start + content[0].length
  edits.push({start: block.start + source.length, end, replacement: ' ', rule: 'broken-heading'})
}
