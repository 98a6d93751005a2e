/**
 * Number the lines and columns of a text as a person counts them: both from 1, columns in code points.
 */
import {codePointLength} from '../document/code-points.js'
import {type Range, upperBound} from '../document/range.js'

export interface Position {
  readonly line: number
  readonly column: number
}

export class Lines {
  readonly text: string
  /** How many lines there are; a final newline ends the last line and begins none. */
  readonly count: number
  readonly #starts: readonly number[]

  /** @param isCarriageReturn whether a lone `\r` ends a line too: for texts that have no other line end. */
  constructor(text: string, isCarriageReturn = false) {
    this.text = text
    const starts = [0]
    for (const match of text.matchAll(isCarriageReturn ? /\r\n?|\n/g : /\n/g))
      starts.push(match.index + match[0].length)
    this.#starts = starts
    this.count = starts.at(-1) === text.length ? starts.length - 1 : starts.length
  }

  /** The line that holds an offset; `count + 1` for the end of a text that ends in a newline. */
  lineAt(offset: number): number {
    return upperBound(this.#starts, offset, (start) => start)
  }

  /** Offset of the first character of a line; for `count + 1` the end of the text. */
  start(line: number): number {
    return this.#starts[line - 1] ?? this.text.length
  }

  /** Whether a line begins at the offset, be it the empty one behind a final newline. */
  isStart(offset: number): boolean {
    return this.start(this.lineAt(offset)) === offset
  }

  /** The range of a line with its line end. */
  full(line: number): Range {
    return {start: this.start(line), end: this.start(line + 1)}
  }

  /** The range of a line without its line end. */
  content(line: number): Range {
    const {start, end} = this.full(line)
    const stop = this.text.slice(Math.max(start, end - 2), end).replace(/[\r\n]+$/, '').length
    const kept = Math.max(start, end - 2) + stop
    // A `\r` before the end of a text without a final newline is text.
    return {start, end: end === this.text.length && !/[\r\n]$/.test(this.text.slice(start, end)) ? end : kept}
  }

  /** Line and column of an offset. */
  position(offset: number): Position {
    const line = this.lineAt(offset)
    return {line, column: codePointLength(this.text.slice(this.start(line), offset)) + 1}
  }

  /** First and last line of a range; of an empty range the line it lies on. */
  span({start, end}: Range): {readonly first: number; readonly last: number} {
    const first = Math.min(this.lineAt(start), Math.max(1, this.count))
    return {first, last: Math.max(first, Math.min(this.lineAt(Math.max(start, end - 1)), this.count))}
  }
}
