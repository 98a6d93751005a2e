/**
 * What a person decided against a stage: this text stays, that one goes, a rule is not to be applied, a name stays as it is
 * written. It is found again by what the text says, not by where it stands.
 */
import {createHash} from 'node:crypto'
import type {Range} from './range.js'

/** Where a decision holds: in one document, in the documents of a site, or in all. */
export interface DecisionScope {
  /** Id of a document. */
  readonly document?: string
  /** Host of the documents' addresses, or their folder, with a slash at its end. */
  readonly site?: string
}

/** A text, by its words: how many they are, their digest, and how they begin. */
export interface DecidedText {
  readonly sha256: string
  readonly words: number
  /** The first of them, by which it is looked for, and known to a person. */
  readonly begins: string
}

export interface Decision extends DecisionScope {
  /** `keep` a text, `drop` one, `never` apply a rule, leave a `name` as it is written. */
  readonly decision: 'keep' | 'drop' | 'never' | 'name'
  /** What is kept or dropped. */
  readonly text?: DecidedText
  /** The rule that is never applied, as `stage/rule`; of a text that is kept the one that had taken it, for a person. */
  readonly rule?: string
  /** The name that stays. */
  readonly name?: string
  readonly note?: string
  readonly author?: string
}

/** What a decision did to a document: it changed what came out; it changed nothing; its text is not there. */
export type DecisionEffect = 'applied' | 'agreed' | 'lost'

/** Ids that were worked out: each decision is asked for its own at every stage of every document. */
const ids = new WeakMap<Decision, string>()

/** A short name of a decision, the same for whatever is decided of the same thing in the same place. */
export function idOfDecision(decision: Decision): string {
  let id = ids.get(decision)
  if (id === undefined) ids.set(decision, (id = makeId(decision)))
  return id
}

function makeId({decision, text, rule, name, document, site}: Decision): string {
  const subject = text?.sha256 ?? name ?? rule
  return createHash('sha256')
    .update(JSON.stringify([decision, subject, document, site]))
    .digest('hex')
    .slice(0, 12)
}

/** The stage that takes out what is to be dropped, and the one whose edits are spellings of names. */
export const droppingStage = 'apply-decisions'
export const namingStage = 'canonicalize-names'

/** Stages that make markdown of the raw, or write what is no text: without one of their edits the others were wrong. */
const fixedStages: ReadonlySet<string> = new Set([
  'decode',
  'convert-html',
  'convert-text',
  droppingStage,
  'write-front-matter',
])

/** Whether no rule of a stage may be left out. */
export function isFixedStage(stage: string): boolean {
  return fixedStages.has(stage)
}

/** Whether a decision is upon one document alone. */
export function isOfDocument({document}: DecisionScope): boolean {
  return document !== undefined
}

/** How much of the words of a text a decision has of them. */
const longestBeginning = 80

/** Describe a text so that it can be found again. */
export function describeText(text: string): DecidedText {
  const words = wordsIn(text)
  const begins: string[] = []
  let length = 0
  for (const {word} of words) {
    length += word.length + 1
    if (length > longestBeginning && begins.length > 0) break
    begins.push(keyOf(word))
  }
  return {sha256: digestOf(joinWords(words)), words: words.length, begins: begins.join(' ')}
}

/**
 * Find the places of decided texts in a text: whole lines, whatever signs, spaces and line ends stand between their words.
 *
 * A line is read on from only where its words begin as the decided text does, so that the cost is that of the text and of what is found.
 */
export class PassageFinder {
  readonly #text: string
  readonly #words: readonly Word[]
  /** Which words begin a line, by what they are. */
  readonly #beginnings = new Map<string, number[]>()

  constructor(text: string) {
    this.#text = text
    this.#words = wordsIn(text)
    let lineEnd = -1
    for (const [index, {start, word}] of this.#words.entries()) {
      if (start < lineEnd) continue
      lineEnd = endOfLine(text, start)
      const key = keyOf(word)
      const list = this.#beginnings.get(key)
      if (list) list.push(index)
      else this.#beginnings.set(key, [index])
    }
  }

  /** The places of a text, from the beginning of their first line to the end of their last. */
  find({sha256, words: count, begins}: DecidedText): Range[] {
    const first = begins.split(' ')
    const places: Range[] = []
    for (const index of this.#beginnings.get(first[0]!) ?? []) {
      const last = this.#words[index + count - 1]
      if (!last || !first.every((word, at) => keyOf(this.#words[index + at]?.word ?? '') === word)) continue
      const end = endOfLine(this.#text, last.end)
      // Where its last line goes on with other words, it is another text.
      if ((this.#words[index + count]?.start ?? end) < end) continue
      if (digestOf(joinWords(this.#words.slice(index, index + count))) !== sha256) continue
      places.push({start: this.#text.lastIndexOf('\n', this.#words[index]!.start) + 1, end})
    }
    return places
  }
}

/** What is compared of a word before digests are. */
const keyOf = (word: string): string => withoutHalf(word.slice(0, longestBeginning))

function endOfLine(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset)
  return newline < 0 ? text.length : newline
}

interface Word extends Range {
  readonly word: string
}

const wordPattern = /[\p{L}\p{N}\p{M}]+/gu
/** Where a link leads to, which other stages change, and who reads does not see. */
const destination = /(?<=\])\((?:<[^<>\n]*>|[^\s()<>]*)(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?\s*\)/g

/** The words that a reader sees, folded, with their places. */
function wordsIn(text: string): Word[] {
  const hidden = [...text.matchAll(destination)].map(({0: found, index}) => ({start: index, end: index + found.length}))
  const words: Word[] = []
  let at = 0
  for (const {0: found, index} of text.matchAll(wordPattern)) {
    while (at < hidden.length && hidden[at]!.end <= index) at++
    if (at < hidden.length && hidden[at]!.start <= index) continue
    words.push({start: index, end: index + found.length, word: found.normalize('NFC').toLowerCase()})
  }
  return words
}

const joinWords = (words: readonly Word[]): string => words.map(({word}) => word).join(' ')

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Without half a character at the end. */
const withoutHalf = (text: string): string => text.replace(/[\ud800-\udbff]$/, '')
