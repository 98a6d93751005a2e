/**
 * The form of a rule: phrases as data, where they count, and what they open. The tables beside this file are made of it.
 */
import type {RuleClass, RuleExample} from '../../../src/document/stage.js'

/**
 * Where a match is enough to remove the unit.
 *
 * - `anywhere`: the phrase is certain.
 * - `edge`: before or behind the body, or beside a unit that goes; inside the body it stays.
 * - `tail`: behind the body only.
 */
export type Place = 'anywhere' | 'edge' | 'tail'

/**
 * What follows a unit that opens a block.
 *
 * - `teasers`: titles, dates, names and links, until prose resumes.
 * - `form`: fields and notices, until prose resumes.
 * - `citations`: references to the text itself, up to the first unit that is none.
 * - `contents`: lines that stand once more further down.
 * - `rest`: all that follows, once enough body has gone before and what follows looks the part.
 */
export type Extent = 'teasers' | 'form' | 'citations' | 'contents' | 'rest'

export interface DebrisRule {
  readonly id: string
  readonly class: RuleClass
  /** One sentence: what goes, and why that is right. */
  readonly reason: string
  /** BCP 47 languages of the phrases. */
  readonly languages: readonly string[]
  readonly where: Place
  /** Phrases that are the whole unit, folded: lower case, numbers as `0`, no punctuation at either end. */
  readonly whole?: readonly string[]
  /** Phrases with which a unit of at most `maximum` words begins, folded. */
  readonly starts?: readonly string[]
  /** Linear patterns, matched against the folded unit of at most `maximum` words. */
  readonly patterns?: readonly RegExp[]
  /** Words of which a unit of at most `maximum` words consists, and of nothing else. */
  readonly vocabulary?: readonly string[]
  /** Words of `vocabulary` of which one must be in the unit; the others, and numbers, stand in other texts as well. */
  readonly telling?: readonly string[]
  /** Largest number of words of a unit that `starts`, `patterns` and `vocabulary` match; 12 unless told. */
  readonly maximum?: number
  readonly opens?: Extent
  /** Whether it stands in the middle of texts as well as about them, as all do of the classes in `body.ts`. */
  readonly isInner?: boolean
  /** Patterns of a user, matched against the visible text as it stands, whatever its length. */
  readonly onPlain?: readonly RegExp[]
  readonly examples: readonly RuleExample[]
}

const first = 'The mill by the river was sold last week to a family that intends to live in it.'
const last = 'Its wheel has not turned for thirty years, and the new owners say they will leave it alone.'

/** Case: the debris stands between two paragraphs of prose and goes. */
export function goesInside(...debris: readonly string[]): RuleExample {
  return {text: `${first}\n\n${debris.join('\n\n')}\n\n${last}\n`, becomes: `${first}\n\n${last}\n`}
}

/** Case: the debris stands behind the last paragraph and goes. */
export function goesBehind(...debris: readonly string[]): RuleExample {
  return {text: `${first}\n\n${last}\n\n${debris.join('\n\n')}\n`, becomes: `${first}\n\n${last}\n`}
}

/** Case: the text stands between two paragraphs of prose and stays. */
export function staysInside(...text: readonly string[]): RuleExample {
  return {text: `${first}\n\n${text.join('\n\n')}\n\n${last}\n`}
}

/** Case: the text stands behind the last paragraph and stays. */
export function staysBehind(...text: readonly string[]): RuleExample {
  return {text: `${first}\n\n${last}\n\n${text.join('\n\n')}\n`}
}
