/**
 * Note what goes as a copy, and of what. What should stay may itself go as a copy in a later round: then the text that
 * stays for it is the one that stays for both.
 */
import type {Document} from '../../src/document/document.js'
import type {Edit} from '../../src/document/edit.js'
import type {Range} from '../../src/document/range.js'
import type {Unit} from './units.js'

/** The text that stays: a unit or a part of it, or several units in a row. */
export interface Original {
  readonly first: Unit
  readonly last: Unit
  /** In the text of the document. */
  readonly range: Range
}

interface Drop {
  readonly rule: string
  readonly evidence: string
  readonly original: Original
}

export class Drops {
  readonly #drops = new Map<Unit, Drop>()

  add(copy: Unit, rule: string, evidence: string, original: Original): void {
    this.#drops.set(copy, {rule, evidence, original})
  }

  has(unit: Unit): boolean {
    return this.#drops.has(unit)
  }

  edits(document: Document): Edit[] {
    return Array.from(this.#drops, ([copy, {rule, evidence, original}]) => {
      const {range, isNear} = this.#staying(original)
      return {
        ...document.withGap(copy.block),
        replacement: '',
        rule,
        evidence:
          isNear && !evidence.includes(nearly) ? `${evidence}, which is ${nearly} the same as what stays` : evidence,
        copyOf: range,
      }
    })
  }

  /** What stays for a text, and whether that is only nearly the same: it is where a copy on the way to it was. */
  #staying({first, last, range}: Original): {readonly range: Range; readonly isNear: boolean} {
    const isFirstGone = this.has(first)
    if (!isFirstGone && !this.has(last)) return {range, isNear: false}
    if (!isFirstGone) return {range: rangeOf(first), isNear: first !== last}
    if (!this.has(last)) return {range: rangeOf(last), isNear: first !== last}
    const {evidence, original} = this.#drops.get(first)!
    const further = this.#staying(original)
    return {range: further.range, isNear: further.isNear || evidence.includes(nearly)}
  }
}

/** The word by which evidence says that a copy is not exact. */
const nearly = 'nearly'

/** The whole of a unit, or all from one to another. */
export function originalOf(first: Unit, last: Unit = first): Original {
  return {first, last, range: {start: first.block.start, end: last.block.end}}
}

function rangeOf({block: {start, end}}: Unit): Range {
  return {start, end}
}
