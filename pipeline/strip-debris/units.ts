/**
 * Cut the blocks of a document into units, the smallest pieces that are kept or removed whole, and measure each by cheap
 * scans.
 *
 * A unit is a paragraph, a line of a paragraph whose lines are not wrapped prose, a list item, a heading, a quote, a table.
 * No markdown is parsed here: a decision about debris must cost less than the parse that it saves.
 */
import type {Block, BlockType} from '../../src/document/blocks.js'
import type {Range} from '../../src/document/range.js'
import {columnsOf} from '../convert-text/columns.js'
import {isWrapped} from '../convert-text/wrapped.js'

export interface Unit extends Range {
  /** Index of the block that it belongs to. */
  readonly block: number
  readonly type: BlockType
  /** The unit as it stands in the text. */
  readonly source: string
  /** What a reader sees: no markup, links by their text, images gone. */
  readonly plain: string
  /** The plain text as phrases are compared with it; see `fold`. Empty for long units, which no phrase matches. */
  readonly folded: string
  readonly words: number
  /** Share of the letters that stand inside links, 0 to 1. */
  readonly linked: number
  readonly images: number
  /** Whether it reads as a sentence or more: long enough, closed by punctuation, not a link. */
  readonly isProse: boolean
  /** Whether it ends as a sentence ends. */
  readonly isClosed: boolean
}

/** Units with more words than this are never compared with phrases, except by their beginnings. */
export const longestPhrase = 60

const beginsWord = /[\p{L}\p{N}]/u
const goesOnInWord = /[\p{L}\p{N}\p{M}'’_-]/u
/** Scripts that write no spaces between words: counted by letters. */
const unspaced = /[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u9FFF]/gu
const unspacedStart = new RegExp(`^${unspaced.source}`, 'u')
const closing = /[.!?…։։。！？؟۔।॥።។:;)"”»’'*_\]]$/u
const sentenceEnd = /[.!?…։。！？؟۔।॥።។:;][)"”»’'*_\]\s]*$/u
const listMarker = /^[ \t]*(?:[-+*•◦▪·]|\d{1,9}[.)])(?:[ \t]+|$)/
const image = /!\[((?:[^[\]\n]|\[[^[\]\n]*\])*)\]\((?:[^()\n\\]|\\.|\([^()\n]*\))*\)/g
const link = /\[((?:[^[\]\n\\]|\\.)*)\]\((?:[^()\n\\]|\\.|\([^()\n]*\))*\)/g

const isStart = 1
const isInside = 2
const isKnown = 4
/** What each character of the basic plane is to a word, 0 before it was met: most of the time goes to asking again. */
const kinds = new Uint8Array(0x10000)

/** Count the words of a text in any script. */
export function wordCount(text: string): number {
  let spaced = 0
  let isInWord = false
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    let kind = kinds[code]!
    if (code >= 0xd800 && code < 0xdc00) {
      const point = text.codePointAt(index)!
      kind = kindOf(String.fromCodePoint(point))
      if (point > 0xffff) index++
    } else if (kind === 0) {
      kind = kindOf(String.fromCharCode(code))
      kinds[code] = kind
    }
    if ((kind & isInside) === 0) isInWord = false
    else if (!isInWord && kind & isStart) {
      isInWord = true
      spaced++
    }
  }
  if (!/[\u0E00-\u9FFF]/.test(text)) return spaced
  return Math.max(spaced, Math.round((text.match(unspaced)?.length ?? 0) / 2))
}

/** Tell whether a text begins in a script that writes no spaces between words, so that its first word has no end. */
export function isUnspaced(text: string): boolean {
  return unspacedStart.test(text)
}

/**
 * Letters that sites write in two ways, by the one that stands for both: dots that capitals of Turkish lack, hamza, and the
 * Persian and Arabic forms of one letter, nukta, ligatures, wide forms, and figures of other scripts.
 */
const letters: ReadonlyMap<string, string> = new Map(
  Object.entries({
    i: 'ı',
    е: 'ё',
    եվ: 'և',
    ا: 'أإآٱ',
    ي: 'ىی',
    ك: 'ک',
    ه: 'ةۀ',
    '"': '״',
    "'": '׳',
    ',': '٬',
    '.': '٫',
    '\u0902': '\u0901',
    क: '\u0958',
    ख: '\u0959',
    ग: '\u095a',
    ज: '\u095b',
    ड: '\u095c',
    ढ: '\u095d',
    फ: '\u095e',
    य: '\u095f',
    ' ': '\u3000',
  }).flatMap(([letter, others]) => [...others].map((other): [string, string] => [other, letter])),
)

/** All that `foldLetters` changes: those letters, marks over letters and in words, which many leave out, wide forms, figures. */
const folding =
  /եւ|[ıёևأإآٱىیکةۀ״׳٬٫\u0901\u0958-\u095f\u3000]|[\u055b\u055c\u055e\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u065f\u0670\u093c]|[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]|[\uff01-\uff5e]/g

/** Bring the letters of a text, or of a pattern, into the form in which phrases are compared. */
export function foldLetters(text: string): string {
  // Most texts have none of these letters, and need no look at each place.
  if (!/[\u0131\u0400-\u1fff\u3000-\uffff]/.test(text)) return text
  return text.replace(folding, (found) => {
    const code = found.charCodeAt(0)
    if (code >= 0xff01) return String.fromCharCode(code - 0xfee0)
    if (/\p{Nd}/u.test(found)) return '0'
    return found === 'եւ' ? 'եվ' : (letters.get(found) ?? '')
  })
}

function kindOf(character: string): number {
  return isKnown | (beginsWord.test(character) ? isStart : 0) | (goesOnInWord.test(character) ? isInside : 0)
}

/**
 * Bring a text into the form in which phrases are compared: lower case, plain quotes, every number `0`, one space between
 * words, one form of each letter, no decoration at either end.
 */
export function fold(text: string): string {
  const folded = foldLetters(text.replace(/^\s*([*_])([^*_\n]+)\1\s*$/, '$2').toLowerCase())
    .replace(/[’‘ʼ`´“”„\u200b-\u200f\u00ad\ufeff\u2060]|\u0307|\ufe0f/g, foldSign)
    .replace(/\d+/g, '0')
    .replace(/ \s+|[^\S ]\s*/g, ' ')
  // Walked, not matched: a pattern would look at every run of signs from each of its characters anew.
  const start = folded.search(/[\p{L}\p{N}©@#%(]/u)
  if (start < 0) return ''
  let end = folded.length
  while (end > start) {
    const last = folded.slice(isPair(folded, end) ? end - 2 : end - 1, end)
    if (/[\p{L}\p{M}\p{N})%+*]/u.test(last)) break
    end -= last.length
  }
  return folded.slice(start, end)
}

/** Plain quotes for curved ones, and nothing for what has no width. */
function foldSign(sign: string): string {
  if ('’‘ʼ`´'.includes(sign)) return "'"
  return '“”„'.includes(sign) ? '"' : ''
}

/** Tell whether a surrogate pair ends at an offset. */
function isPair(text: string, end: number): boolean {
  return (text.charCodeAt(end - 1) & 0xfc00) === 0xdc00 && (text.charCodeAt(end - 2) & 0xfc00) === 0xd800
}

/** Cut blocks into units, in order. */
export function scanUnits(text: string, blocks: readonly Block[]): Unit[] {
  const units: Unit[] = []
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index]!
    for (const range of rangesOf(text, block)) units.push(measure(text, range, block.type, index))
  }
  joinFlow(units)
  return units
}

/**
 * Take lines that run on into the next one for prose: a line without an end, and a next one that begins in lower case, are
 * one wrapped sentence. It takes three lines to be sure.
 */
function joinFlow(units: Unit[]): void {
  let start = 0
  for (let index = 1; index <= units.length; index++) {
    if (index < units.length && runsOn(units[index - 1]!, units[index]!)) continue
    if (index - start >= 3) {
      for (let place = start; place < index; place++) {
        const unit = units[place]!
        if (unit.words >= 2) units[place] = {...unit, isProse: true}
      }
    }
    start = index
  }
}

function runsOn(unit: Unit, next: Unit): boolean {
  return (
    unit.type === 'paragraph' &&
    next.type === 'paragraph' &&
    !unit.isClosed &&
    unit.words >= 4 &&
    unit.linked < 0.4 &&
    next.linked < 0.4 &&
    /^\p{Ll}/u.test(next.plain)
  )
}

function rangesOf(text: string, block: Block): readonly Range[] {
  if (block.type === 'list') return itemsOf(text, block)
  if (block.type !== 'paragraph') return [block]
  const lines = linesOf(text, block)
  return lines.length > 1 && isLoose(text, lines) ? lines : [block]
}

function linesOf(text: string, block: Range): Range[] {
  const lines: Range[] = []
  for (let start = block.start; start <= block.end; ) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 || newline > block.end ? block.end : newline
    if (end > start) lines.push({start, end})
    start = end + 1
  }
  return lines
}

/** Tell whether each line of a paragraph stands for itself: hard breaks, or lines too short to be wrapped prose. */
function isLoose(text: string, lines: readonly Range[]): boolean {
  let hard = 0
  let columns = 0
  let linkLines = 0
  for (const [index, {start, end}] of lines.entries()) {
    const line = text.slice(start, end)
    columns += columnsOf(line)
    if (/^\s*[![]/.test(line) && line.trimEnd().endsWith(')')) linkLines++
    if (index < lines.length - 1 && (line.endsWith('  ') || line.endsWith('\\'))) hard++
  }
  if (hard > 0 || linkLines === lines.length) return true
  return columns / lines.length < 40 && !isWrapped(lines.map(({start, end}) => text.slice(start, end)))
}

/** Items of a list, each with its further lines; a nested item stands for itself. */
function itemsOf(text: string, block: Block): Range[] {
  const items: {start: number; end: number}[] = []
  for (const line of linesOf(text, block)) {
    const content = text.slice(line.start, line.end)
    const last = items.at(-1)
    if (!last || listMarker.test(content)) items.push({...line})
    else if (content.trim()) last.end = line.end
  }
  return items
}

function measure(text: string, {start, end}: Range, type: BlockType, block: number): Unit {
  const source = text.slice(start, end)
  let images = 0
  let linkedLetters = 0
  let plain = source
  if (type === 'code' || type === 'frontMatter' || type === 'definition') {
    const words = wordCount(source)
    return {
      start,
      end,
      type,
      block,
      source,
      plain,
      folded: '',
      words,
      linked: 0,
      images: 0,
      isProse: false,
      isClosed: false,
    }
  }
  if (plain.includes('](')) {
    plain = plain.replace(image, () => {
      images++
      return ''
    })
    for (let depth = 0; depth < 2 && plain.includes(']('); depth++) {
      plain = plain.replace(link, (_, label: string) => {
        linkedLetters += label.length
        return label
      })
    }
  }
  if (plain.includes('<'))
    plain = plain.replace(/<((?:https?:|mailto:)[^<>\s]*)>/gi, '$1').replace(/<\/?[a-z][^<>]*>/gi, ' ')
  if (type === 'list') plain = plain.replace(listMarker, '').replace(/^\[[ xX]\]\s+/, '')
  else if (type === 'heading') plain = plain.replace(/^\s*#{1,6}\s*/, '').replace(/\s#+\s*$/, '')
  else if (type === 'quote') plain = plain.replace(/^[ \t]*(?:>[ \t]?)+/gm, '')
  if (type !== 'table') plain = plain.replace(/\\([!-/:-@[-`{-~])/g, '$1').replace(/\*\*|__|\\$/gm, '')
  plain = plain.replace(/&nbsp;/g, ' ').trim()
  const words = wordCount(plain)
  const bare = plain.replace(/(?<![*_])[*_]+$/, '')
  const isClosed = sentenceEnd.test(bare) || (closing.test(bare) && /[.!?…։。！？؟۔।॥።។][^\p{L}\p{N}]*$/u.test(bare))
  const isAnnouncement = /[^:։][:：՝]$/u.test(bare) && /\p{Ll}|[^\p{Lu}\p{Ll}\P{L}]/u.test(bare) && words >= 4
  const linked = plain.length === 0 ? 0 : Math.min(1, linkedLetters / plain.length)
  const isProse =
    type !== 'table' &&
    type !== 'heading' &&
    linked < 0.6 &&
    ((words >= 9 && isClosed) ||
      (words >= 4 && isAnnouncement) ||
      (words >= 22 && /[,.;،，、。।]/u.test(plain) && !isRow(plain, words)))
  const folded = words <= longestPhrase ? fold(plain) : fold(plain.slice(0, 160))
  return {start, end, type, block, source, plain, folded, words, linked, images, isProse, isClosed}
}

/** Tell a row of labels (a menu on one line) from a sentence without a full stop: hardly a lower-case word in it. */
function isRow(plain: string, words: number): boolean {
  const lower = plain.match(/(?:^|\s)\p{Ll}/gu)?.length ?? 0
  return /\p{Lu}/u.test(plain) && lower / words < 0.35
}
