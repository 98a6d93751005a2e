/** The edits of one block as they are found, and which parts of it were dealt with. Offsets count from the start of the block. */
import type {Edit} from '../../src/document/edit.js'
import type {Range} from '../../src/document/range.js'
import type {RepairContext} from './link-addresses.js'

export class BlockEdits {
  readonly source: string
  readonly context: RepairContext
  readonly list: Edit[] = []
  /** Where the enclosures begin that were mended. */
  readonly enclosures: Set<number> = new Set()
  /** Where the last of the edits ends. */
  #reached = 0
  /** The last range that was dealt with as a whole. */
  #skipped: Range | undefined

  constructor(source: string, context: RepairContext) {
    this.source = source
    this.context = context
  }

  slice({start, end}: Range): string {
    return this.source.slice(start, end)
  }

  propose(range: Range, replacement: string, rule: string, evidence?: string): void {
    this.push({
      start: range.start,
      end: range.end,
      replacement,
      rule,
      ...(evidence !== undefined && {evidence: evidence.slice(0, 300)}),
    })
  }

  push(edit: Edit): void {
    this.list.push(edit)
    this.#reached = Math.max(this.#reached, edit.end)
  }

  /** Whether nothing in a range was dealt with; what was is looked at again in the next round. */
  isFree({start, end}: Range): boolean {
    // Links are mended as they stand: nearly always nothing is looked through.
    return start >= this.#reached || !this.list.some((edit) => edit.start < end && start < edit.end)
  }

  /** Leave alone what begins in a range from here on. */
  skip(range: Range): void {
    this.#skipped = range
  }

  isSkipped(offset: number): boolean {
    return this.#skipped !== undefined && offset >= this.#skipped.start && offset < this.#skipped.end
  }
}
