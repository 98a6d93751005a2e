/** The form of a feature: a number that the model may compare, and what it says of a line, for a person. */
import type {HtmlFacts} from '../../../src/document/html-facts.js'
import type {Removal} from '../decide.js'
import type {Match} from '../match.js'
import type {Unit} from '../units.js'

/** What is known of a document's units when the model is asked. */
export interface Evidence {
  readonly units: readonly Unit[]
  readonly matches: readonly (Match | undefined)[]
  /** What the rules decided. */
  readonly removals: readonly (Removal | undefined)[]
  /** The title in the front matter, folded; empty where none was found. */
  readonly title: string
  readonly html?: HtmlFacts | undefined
}

export interface Feature {
  readonly name: string
  /** What a high value says, as a clause of its own: "it is a heading". */
  readonly high: string
  /** What a low value says: "it is no heading". */
  readonly low: string
}

/**
 * Write the features of a unit, by its index, into a row, from an offset on.
 *
 * @returns the offset behind them
 */
export type WriteFeatures = (index: number, row: Float32Array, from: number) => number

/** Make features from rows of name, what a high value says, what a low one says. */
export function features(rows: readonly (readonly [name: string, high: string, low: string])[]): readonly Feature[] {
  return rows.map(([name, high, low]) => ({name, high, low}))
}

/** A distance or a place before or behind something, small and large ones on one scale. */
export function signedLog(value: number): number {
  return value < 0 ? -Math.log1p(-value) : Math.log1p(value)
}

/** The features in a row, one a name: where each stands. */
export function columnsOf<Name extends string>(names: readonly Name[]): Readonly<Record<Name, number>> {
  return Object.fromEntries(names.map((name, index) => [name, index])) as Record<Name, number>
}
