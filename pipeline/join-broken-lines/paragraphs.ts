/** Join paragraphs that break off in the middle of a sentence with those in which it goes on. */
import type {Block} from '../../src/document/blocks.js'
import type {Edit} from '../../src/document/edit.js'
import {caseOf} from '../convert-text/wrapped.js'
import type {Context} from './context.js'
import {cutBehind, joinAt} from './join-at.js'
import {staysInLines} from './lines.js'
import {endsOpen} from './open-endings.js'

/** Paragraphs that are joined to one, up to some block: what is asked of a paragraph is asked of all of it. */
export interface Chain {
  readonly start: number
  readonly words: number
  readonly hasSentence: boolean
}

export function extendChain(chain: Chain | undefined, text: string, block: Block): Chain {
  const source = text.slice(block.start, block.end)
  return {
    start: chain?.start ?? block.start,
    words: (chain?.words ?? 0) + wordsOf(source),
    hasSentence: chain?.hasSentence || /[\p{L}\p{N}"”»)](?:[.!?…։؟۔।]["”»)]?\s|[。！？])/u.test(source),
  }
}

/** Words that a paragraph has, and not a heading, where no word is cut. */
const fewest = 9

/** Count the words of a paragraph, as far as it matters. In East Asia two letters are counted as a word. */
function wordsOf(source: string): number {
  const letters = source.slice(0, 80).match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0
  return Math.max(source.trim().split(/\s+/, fewest).length, letters / 2)
}

/** Join a paragraph and the next, and tell whether that was right. */
export function joinParagraphs(context: Context, block: Block, next: Block, chain: Chain, edits: Edit[]): boolean {
  const {text} = context.document
  const source = text.slice(block.start, block.end).trimEnd()
  const end = block.start + source.length
  const head = source.slice(Math.max(source.lastIndexOf('\n') + 1, source.length - 400))
  const tail = text.slice(next.start, Math.min(next.end, next.start + 200))
  // Lines that stay apart are verse or an address: they neither go on nor break off.
  if (staysInLines(source, context) || staysInLines(text.slice(next.start, next.end), context)) return false
  const goesOn = cutBehind.test(head)
    ? wordGoesOn(head, tail, chain)
    : sentenceGoesOn(head, tail, chain, end - chain.start)
  if (goesOn) joinAt(context, end, next.start, 'broken-paragraph', block, edits)
  return goesOn
}

/** A paragraph may be short that ends amid a word: what stood between it and the rest cut it. */
function wordGoesOn(head: string, tail: string, {words}: Chain): boolean {
  if (/^\p{Ll}/u.test(tail)) return true
  // A name goes on in a name: `Nagorno-` and `Karabakh`.
  const isName = /(?:^|[\s(«“"-])\p{Lu}[\p{L}\p{M}]+[-‐֊]$/u.test(head.slice(-60))
  return words >= fewest && isName && /^\p{Lu}/u.test(tail)
}

function sentenceGoesOn(head: string, tail: string, {words, hasSentence}: Chain, length: number): boolean {
  if (words < fewest || /[*_\])]$/.test(head) || /^[!>|[*_#<-]/.test(tail)) return false
  if (/\d[-–]$/.test(head)) return /^\d/.test(tail)
  if (!/[\p{L}\p{M},;،、，՝]$/u.test(head)) return false
  const isOpen = endsOpen(head)
  const isComma = /[,،、，՝]$/.test(head)
  // A word or two may be a button, but not where another is cut behind them.
  const rest = tail.trim()
  const isLong = wordsOf(rest) >= 3 || cutBehind.test(rest)
  const begins = caseOf(rest)
  // Prose, no heading or teaser: it is long, and a sentence has ended in it.
  if (begins === 'small') return isLong && (isOpen || isComma || (length >= 80 && hasSentence))
  // Where letters have no case, a sentence that stops in its middle is all there is to tell.
  if (begins === undefined && /^\p{L}/u.test(rest)) return isLong && (isOpen || (isComma && hasSentence))
  return isOpen && /^(?:\d|\p{Lu}\p{Ll}+ \d)/u.test(tail)
}
