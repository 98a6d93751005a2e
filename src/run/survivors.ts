/**
 * Follow the text that stays when a copy of it goes, through the stages behind: a later rule may take it as well, and then
 * the copy was the last of its text. Each removal has its reason; that both happened makes the document doubtful.
 */
import type {Edit} from '../document/edit.js'
import {type Range, upperBound} from '../document/range.js'

interface Survivor extends Range {
  /** Its words, in lower case. */
  readonly words: ReadonlySet<string>
}

export class Survivors {
  #ranges: Survivor[] = []

  /** Note what a stage dropped as copies, and carry all that should stay over to the stage's output. */
  follow(input: string, edits: readonly Edit[]): void {
    /** The last text that stays, up to the last of its copies that stood right behind it. */
    let row: Range = {start: -1, end: -1}
    let stays: Range = row
    for (const {start, end, copyOf} of edits) {
      if (!copyOf) continue
      if (copyOf.start !== stays.start || copyOf.end !== stays.end) row = stays = copyOf
      if (isGap(input, row.end, start)) {
        // What stood right behind its like was one place of the page: what takes the one means the other as well.
        row = {start: row.start, end}
        continue
      }
      const words = wordsOf(input.slice(copyOf.start, copyOf.end))
      if (words.size > 0) this.#ranges.push({...copyOf, words})
    }
    if (this.#ranges.length === 0 || edits.length === 0) return
    /** How far the text behind the first so many edits has moved. */
    const shifts = [0]
    for (const {start, end, replacement} of edits) shifts.push(shifts.at(-1)! + replacement.length - (end - start))
    this.#ranges = this.#ranges.map(({start, end, words}) => {
      // An edit across an end of the range may have kept its words, so that what it wrote belongs to the range.
      const first = upperBound(edits, start, (edit) => edit.end)
      const last = upperBound(edits, end - 1, (edit) => edit.start)
      const from = Math.min(start, edits[first]?.start ?? start) + shifts[first]!
      const to = Math.max(end, edits[last - 1]?.end ?? end) + shifts[last]!
      return {start: from, end: Math.max(from, to), words}
    })
  }

  /** Say why the result is doubtful: not a word is left of what should have stayed. Undefined where all is well. */
  describeLost(text: string): string | undefined {
    const lost = this.#ranges.filter(({start, end, words}) => {
      for (const word of wordsOf(text.slice(start, end))) if (words.has(word)) return false
      return true
    }).length
    return lost === 0 ? undefined : `no word stays of the text of ${lost} dropped ${lost === 1 ? 'copy' : 'copies'}`
  }
}

/** Most characters between two neighbours. */
const longestGap = 1000

/** Tell whether nothing but spaces stands between two offsets. */
function isGap(text: string, from: number, to: number): boolean {
  return to >= from && to - from <= longestGap && !/\S/.test(text.slice(from, to))
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu))
}
