/** A unit with its mentions, and what is found out about it once for all of them. */
import {type Range, upperBound} from '../../src/document/range.js'
import {aboutNames} from './cues/naming.js'
import {citation} from './cues/works.js'
import {Here, type Setting} from './here.js'
import {isEnglish} from './language.js'
import {findQuotations} from './quotations.js'
import {isTitleCase, sentenceStarts} from './sentences.js'
import type {Unit} from './units.js'
import type {Mention} from './vocabulary.js'

/** A mention with its place in the text of its unit. */
export interface Placed extends Range {
  readonly mention: Mention
}

/** Longest text that is taken for a reference. */
const longestCitation = 600
/** How far into a paragraph it is read for words of other things. */
const longestRead = 4000

/** A paragraph, heading or cell, and what is found out about it once for all names in it, when it is asked for. */
export class UnitContext {
  readonly unit: Unit
  readonly text: string
  /** In order. */
  readonly mentions: readonly Placed[]
  /** Whether a place is named that can be nothing else; kept by who asks for it. */
  hasCertainPlace: boolean | undefined
  #quotations: readonly Range[] | undefined
  #sentences: readonly number[] | undefined
  #isTitleCase: boolean | undefined
  #isCitation: boolean | undefined
  #ambiguous: ReadonlyMap<string, string> | undefined
  readonly #aboutNames: Map<number, boolean> = new Map()
  readonly #foreign: Map<number, boolean> = new Map()
  readonly #spoken: Map<RegExp, boolean> = new Map()
  readonly #heres: Here[] = []

  constructor(unit: Unit, mentions: readonly Placed[]) {
    this.unit = unit
    this.text = unit.text
    this.mentions = mentions
  }

  /** A mention with its neighbours, the same for all who ask within one setting. */
  hereAt(index: number, setting: Setting): Here {
    let here = this.#heres[index]
    if (here?.setting !== setting) this.#heres[index] = here = new Here(this, this.mentions[index]!, index, setting)
    return here
  }

  get quotations(): readonly Range[] {
    this.#quotations ??= findQuotations(this.text)
    return this.#quotations
  }

  /** Offsets at which sentences begin. */
  get sentences(): readonly number[] {
    this.#sentences ??= sentenceStarts(this.text)
    return this.#sentences
  }

  get isTitleCase(): boolean {
    this.#isTitleCase ??= isTitleCase(this.unit)
    return this.#isTitleCase
  }

  get isCitation(): boolean {
    this.#isCitation ??= this.text.length < longestCitation && citation.test(this.text)
    return this.#isCitation
  }

  /** Forms that are also something else, with their entries. */
  get ambiguous(): ReadonlyMap<string, string> {
    this.#ambiguous ??= new Map(
      this.mentions.flatMap(({mention: {spelling, shape}}) =>
        spelling.needs === 'place' && shape !== 'lower' ? [[spelling.form, spelling.entry]] : [],
      ),
    )
    return this.#ambiguous
  }

  /** Whether the paragraph has words of something. */
  speaksOf(words: RegExp): boolean {
    let answer = this.#spoken.get(words)
    if (answer === undefined) {
      answer = words.test(this.text.slice(0, longestRead))
      this.#spoken.set(words, answer)
    }
    return answer
  }

  sentenceOf({start}: Range): Range {
    const index = upperBound(this.sentences, start, (offset) => offset) - 1
    return {start: this.sentences[index] ?? 0, end: this.sentences[index + 1] ?? this.text.length}
  }

  /** Whether the sentence is about names. */
  isAboutNames(placed: Range): boolean {
    return this.#ofSentence(placed, this.#aboutNames, (sentence) => aboutNames.test(sentence))
  }

  /** Whether the sentence is in another language than its paragraph. */
  isForeign(placed: Range): boolean {
    if (this.sentences.length < 2) return false
    return this.#ofSentence(placed, this.#foreign, (sentence) => isEnglish(sentence) === false)
  }

  #ofSentence(placed: Range, known: Map<number, boolean>, decide: (sentence: string) => boolean): boolean {
    const {start, end} = this.sentenceOf(placed)
    let answer = known.get(start)
    if (answer === undefined) {
      answer = decide(this.text.slice(start, end))
      known.set(start, answer)
    }
    return answer
  }

  /** Whether a word begins a sentence, and has its capital from there. */
  startsSentence(at: number): boolean {
    const {start} = this.sentenceOf({start: at, end: at})
    return (
      !/[\p{L}\p{N}]/u.test(this.text.slice(start, at)) ||
      /["“‘'«„(:;—–|]\s*$/.test(this.text.slice(Math.max(0, at - 3), at))
    )
  }
}
