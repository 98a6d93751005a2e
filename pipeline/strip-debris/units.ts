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
import {fold} from './fold.js'
import {type Memory, makeMemory} from './memory.js'
import {wordCount} from './word-count.js'

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

const closing = /[.!?…։։。！？؟۔।॥።។:;)"”»’'*_\]]$/u
const sentenceEnd = /[.!?…։。！？؟۔।॥።។:;][)"”»’'*_\]\s]*$/u
const listMarker = /^[ \t]*(?:[-+*•◦▪·]|\d{1,9}[.)])(?:[ \t]+|$)/
const image = /!\[((?:[^[\]\n]|\[[^[\]\n]*\])*)\]\((?:[^()\n\\]|\\.|\([^()\n]*\))*\)/g
const link = /\[((?:[^[\]\n\\]|\\.)*)\]\((?:[^()\n\\]|\\.|\([^()\n]*\))*\)/g

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

/** What a unit is by its source and type alone, wherever it stands. */
type Measures = Omit<Unit, 'start' | 'end' | 'block' | 'source'>

const known: Memory<Measures> = makeMemory()

function measure(text: string, {start, end}: Range, type: BlockType, block: number): Unit {
  const source = text.slice(start, end)
  let measures = known.get(source)
  if (measures?.type !== type) known.set(source, (measures = measuresOf(source, type)))
  const {plain, folded, words, linked, images, isProse, isClosed} = measures
  return {start, end, type, block, source, plain, folded, words, linked, images, isProse, isClosed}
}

function measuresOf(source: string, type: BlockType): Measures {
  let images = 0
  let linkedLetters = 0
  let plain = source
  if (type === 'code' || type === 'frontMatter' || type === 'definition') {
    const words = wordCount(source)
    return {type, plain, folded: '', words, linked: 0, images: 0, isProse: false, isClosed: false}
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
  if (type !== 'table' && /[\\*_]/.test(plain))
    plain = plain.replace(/\\([!-/:-@[-`{-~])/g, '$1').replace(/\*\*|__|\\$/gm, '')
  plain = plain.replaceAll('&nbsp;', ' ').trim()
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
  return {type, plain, folded, words, linked, images, isProse, isClosed}
}

/** Tell a row of labels (a menu on one line) from a sentence without a full stop: hardly a lower-case word in it. */
function isRow(plain: string, words: number): boolean {
  const lower = plain.match(/(?:^|\s)\p{Ll}/gu)?.length ?? 0
  return /\p{Lu}/u.test(plain) && lower / words < 0.35
}
