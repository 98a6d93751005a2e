/**
 * What of a document is compared with other documents: its blocks, and of plain bullet lists each item.
 *
 * They are compared by their words, and by where their links lead to: a menu leads to the same places from every page, and
 * "Official website" to another one from each.
 */
import type {Block} from '../../src/document/blocks.js'
import {rememberKinds} from '../../src/document/character-kinds.js'
import type {Document} from '../../src/document/document.js'
import type {Range} from '../../src/document/range.js'
import {type Hash64, hashRow, hashText, number48} from './hash.js'

/** A block, or an item of a list. */
export interface Unit extends Range {
  /** Index of its block among those of the document. */
  readonly block: number
  /** Whether it is a part of its block. */
  readonly isItem: boolean
  /** Whether it is a part of the same block as the unit before it. */
  readonly isFurtherItem: boolean
  /** Number that stands for its words and where its links lead to. */
  readonly key: number
  /** Where the hashes of its words begin among those of the document, and how many they are. */
  readonly firstWord: number
  readonly count: number
  /** Whether it announces what follows: a heading, a bold line, a line that ends in a colon. */
  readonly isHeading: boolean
  /** Whether most of its words are those of links. */
  readonly isLinked: boolean
  /** Whether it may be furniture at all. */
  readonly isEligible: boolean
  /** Whether it is a paragraph, and may be marked. */
  readonly isParagraph: boolean
}

/** Scripts that put no space between words: each character is a word. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const part = /[\p{L}\p{N}\p{M}]/u
const isPart = 1
const isAlone = 2
const kindAt = rememberKinds((character) => (unspaced.test(character) ? isAlone : part.test(character) ? isPart : 0))
const target = /\]\(<?([^()\s]*)(?:\s[^()]*)?\)/g
const link = /\[([^[\]]*)\]\([^()]*\)/g
const bullet = /^ {0,3}[-+*][ \t]+\S/
const boldLine = /^(?:\*\*[^*\n]+\*\*|__[^_\n]+__)$/
const label = /[:：]\s*\**$/

/** A document as what is compared of it. */
export interface CutDocument {
  /** In order; blocks without words are none. */
  readonly units: readonly Unit[]
  /** Hashes of all words. */
  readonly words: Uint32Array
}

/** Cut a document into units. */
export function cutDocument({text, blocks}: Document, shortWords: number): CutDocument {
  const units: Unit[] = []
  const words = new Words()
  for (const [index, block] of blocks.entries()) {
    if (block.type === 'frontMatter' || block.type === 'rule') continue
    const items = block.type === 'list' ? itemsOf(text, block) : []
    const isItem = items.length > 1
    for (const {start, end} of isItem ? items : [block]) {
      const source = text.slice(start, end)
      const folded = fold(source)
      const firstWord = words.length
      words.add(folded)
      const count = words.length - firstWord
      if (count === 0) continue
      const targets = source.includes('](') ? Array.from(source.matchAll(target), ([, to]) => hashTarget(to!)) : []
      const isLinked = targets.length > 0 && 2 * linkedWords(source) >= count
      units.push({
        start,
        end,
        block: index,
        isItem,
        isFurtherItem: isItem && units.at(-1)?.block === index,
        key: number48(hashOf(words.hashes, firstWord, words.length, targets)),
        firstWord,
        count,
        isLinked,
        isHeading: isHeading(block, source),
        // A date, a price or a count is no furniture, for all that many documents of one day have it.
        isEligible:
          block.type !== 'code' && (count > shortWords || isLinked || source.includes('©') || !/\d/.test(folded)),
        isParagraph: block.type === 'paragraph' || block.type === 'quote',
      })
    }
  }
  return {units, words: words.hashes.subarray(0, words.length)}
}

function hashOf(words: Uint32Array, start: number, end: number, targets: readonly number[]): Hash64 {
  const hash = hashRow(words, start, end)
  return targets.length === 0 ? hash : hashRow([hash.high, hash.low, ...targets])
}

function isHeading({type}: Block, source: string): boolean {
  return type === 'heading' || (type === 'paragraph' && (boldLine.test(source) || label.test(source.slice(-20))))
}

/** The hashes of words, one text after the other. */
class Words {
  hashes = new Uint32Array(1024)
  length = 0

  add(folded: string): void {
    eachWord(folded, (hash) => {
      if (this.length === this.hashes.length) {
        const larger = new Uint32Array(2 * this.length)
        larger.set(this.hashes)
        this.hashes = larger
      }
      this.hashes[this.length++] = hash
    })
  }
}

/** Walk over the hashes of the words of a text; no word is cut out of it for that. */
function eachWord(folded: string, take: (hash: number) => void): void {
  let start = -1
  let end = 0
  while (end < folded.length) {
    const codePoint = folded.codePointAt(end)!
    const kind = kindAt(codePoint)
    const next = codePoint > 0xffff ? end + 2 : end + 1
    if (kind !== isPart && start >= 0) {
      take(hashText(folded, start, end))
      start = -1
    }
    if (kind === isAlone) take(hashText(folded, end, next))
    else if (kind === isPart && start < 0) start = end
    end = next
  }
  if (start >= 0) take(hashText(folded, start, end))
}

/** The source as its words are compared: without where links lead to, and with one form of each letter. */
function fold(source: string): string {
  return (source.includes('](') ? source.replace(target, '] ') : source).normalize('NFKC').toLowerCase()
}

/** Hash an address without what differs by page: its query and its fragment. */
function hashTarget(address: string): number {
  return hashText(address.replace(/[?#].*$/s, ''))
}

function linkedWords(source: string): number {
  let count = 0
  for (const [, text] of source.matchAll(link)) eachWord(text!.toLowerCase(), () => count++)
  return count
}

/** The items of a bullet list, where each begins in a line of its own; none where that is not certain. */
function itemsOf(text: string, {start, end}: Block): Range[] {
  const items: {start: number; end: number}[] = []
  for (let at = start; at < end; ) {
    const newline = text.indexOf('\n', at)
    const lineEnd = newline < 0 || newline > end ? end : newline
    const line = text.slice(at, Math.min(lineEnd, at + 200))
    if (bullet.test(line)) items.push({start: at, end: lineEnd})
    else if (/\S/.test(line)) {
      const item = items.at(-1)
      if (!item || !/^[ \t]/.test(line)) return []
      item.end = lineEnd
    }
    at = lineEnd + 1
  }
  return items
}
