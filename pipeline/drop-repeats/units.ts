/**
 * What may stand twice: the blocks of a document with the words they are compared by.
 */
import type {Block} from '../../src/document/blocks.js'
import type {Document} from '../../src/document/document.js'
import type {Range} from '../../src/document/range.js'
import {wordsIn} from '../../src/document/word-cutter.js'

/** A block that may stand twice. */
export interface Unit {
  readonly block: Block
  /** Its source. */
  readonly source: string
  /** Its words in lower case. */
  readonly words: readonly string[]
  /** All of them; empty for tables, code and HTML, which are never copies. */
  readonly key: string
}

/** Words from which on a block is prose and no label. */
export const proseWords = 8

const word = /[\p{L}\p{N}\p{M}]+/gu
/** Links may differ between two copies by a parameter; a reader sees the same words. */
const target = /\]\([^()\s]*\)/g

export function unitsOf({text, blocks}: Document): Unit[] {
  const units: Unit[] = []
  for (const block of blocks) {
    if (block.type === 'frontMatter' || block.type === 'rule') continue
    const source = text.slice(block.start, block.end)
    const words = wordsOf(source)
    const isFixed = block.type === 'table' || block.type === 'code' || block.type === 'html'
    units.push({block, source, words, key: isFixed ? '' : words.join(' ')})
  }
  return units
}

export function wordsOf(source: string): readonly string[] {
  return wordsIn(withoutTargets(source).toLowerCase())
}

/** The source without where its links lead to. */
export function withoutTargets(source: string): string {
  return source.includes('](') ? source.replace(target, ']') : source
}

/** Where the words of units stand in their sources; each unit is looked through once. */
export class WordPlaces {
  readonly #known = new Map<Unit, readonly Range[]>()

  of(unit: Unit): readonly Range[] {
    let ranges = this.#known.get(unit)
    if (!ranges) {
      const masked = unit.source.replace(target, (whole) => `]${' '.repeat(whole.length - 1)}`)
      ranges = Array.from(masked.matchAll(word), ({index, 0: {length}}) => ({start: index, end: index + length}))
      this.#known.set(unit, ranges)
    }
    return ranges
  }
}

/** Whether two units have the same words. */
export function isSame(one: Unit, other: Unit): boolean {
  return one.key !== '' && one.key === other.key
}

/** Whether a unit holds a picture, whose words no reader sees. */
export function isPicture({source}: Unit): boolean {
  return source.includes('![')
}

/** Share of the phrases of three words that two paragraphs must have in common to be nearly the same. */
const nearShare = 0.6
/** How much shorter the one may be. */
const nearLength = 0.75

/** Whether two paragraphs of prose have nearly the same words in the same order, and not the very same. */
export function isNear(one: Unit, other: Unit): boolean {
  if (one.block.type !== 'paragraph' || other.block.type !== 'paragraph' || isSame(one, other)) return false
  const [short, long] = one.words.length < other.words.length ? [one.words, other.words] : [other.words, one.words]
  if (short.length < proseWords || short.length < nearLength * long.length) return false
  const phrases = phrasesOf(short)
  let common = 0
  const others = phrasesOf(long)
  for (const phrase of others) if (phrases.has(phrase)) common++
  return common >= nearShare * (phrases.size + others.size - common)
}

function phrasesOf(words: readonly string[]): Set<string> {
  const phrases = new Set<string>()
  for (let index = 2; index < words.length; index++) {
    phrases.add(`${words[index - 2]} ${words[index - 1]} ${words[index]}`)
  }
  return phrases
}
