/** One mention of a name and what stands around it. */
import {isPlaceBefore} from './cues/places.js'
import {titleCased} from './sentences.js'
import type {Placed, UnitContext} from './unit-context.js'
import type {Mention, Spelling} from './vocabulary.js'

/** What the rest of the document says of names that are also something else: a name has one sense in a text. */
export interface Setting {
  /** Entries that are somewhere certainly a place. */
  readonly places: ReadonlySet<string>
  /** Forms that are somewhere certainly a person's. */
  readonly persons: ReadonlySet<string>
}

/** How far around a mention its neighbours are read. */
const reach = 64

type Ask = (here: Here) => boolean

/** Make a question that is answered once for a mention: what the document says of its names asks it, and so do verdicts. */
export function asked(ask: Ask): Ask {
  return (here) => here.recall(ask)
}

/** The mention with its neighbours, as the cues read them. */
export class Here {
  readonly unit: UnitContext
  readonly placed: Placed
  readonly index: number
  readonly setting: Setting
  readonly spelling: Spelling
  readonly shape: Mention['shape']
  /** What stands before and behind; where all is in capitals, as a title would have it. */
  readonly before: string
  readonly after: string
  readonly #isShouted: boolean
  #isAtPlace: boolean | undefined
  readonly #answers: Map<Ask, boolean> = new Map()

  constructor(unit: UnitContext, placed: Placed, index: number, setting: Setting) {
    this.unit = unit
    this.placed = placed
    this.index = index
    this.setting = setting
    this.spelling = placed.mention.spelling
    this.shape = placed.mention.shape
    const before = visible(unit.text.slice(Math.max(0, placed.start - reach), placed.start))
    const after = visible(unit.text.slice(placed.end, placed.end + reach))
    this.#isShouted = this.shape === 'capitals' && !/\p{Ll}/u.test(before + after)
    this.before = this.#isShouted ? titleCased(before) : before
    this.after = this.#isShouted ? titleCased(after) : after
  }

  /** The word in front, with what is glued to it; empty where none stands right in front. */
  get lastWord(): string {
    const {before} = this
    return before.endsWith(' ') ? before.slice(before.lastIndexOf(' ', before.length - 2) + 1, -1) : ''
  }

  /** Whether the words in front are those that a place stands behind. */
  get isAtPlace(): boolean {
    this.#isAtPlace ??= isPlaceBefore(this.before)
    return this.#isAtPlace
  }

  /** The answer to a question of which this mention is all that it depends on; worked out when first asked. */
  recall(ask: Ask): boolean {
    let answer = this.#answers.get(ask)
    if (answer === undefined) {
      answer = ask(this)
      this.#answers.set(ask, answer)
    }
    return answer
  }

  /** Whether capitals say nothing here. */
  get isTitleCase(): boolean {
    return this.#isShouted || this.unit.isTitleCase
  }
}

/** A text without the placeholders of what is none. */
export function visible(text: string): string {
  return text.includes('\u0000') ? text.replaceAll('\u0000', '') : text
}
