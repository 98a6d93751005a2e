/**
 * Write a table of data row by row. Cells that stay empty are written when one with content follows them in the row, so that a row
 * without any is no row, and a table without any is no table.
 */
import type {Flow} from './flow.js'
import type {PageNode} from './page-node.js'
import type {PhrasingBuffer} from './phrasing.js'
import type {EditWriter} from './writer.js'

export class TableWriter {
  readonly element: PageNode
  readonly #columns: number
  readonly #writer: EditWriter
  readonly #flow: Flow
  /** Where the table begins in the result; -1 before its first row. */
  start = -1
  #rows = 0
  /** Cells of the row that were written, and empty ones that were not yet. */
  #cells = 0
  #empty = 0

  constructor(element: PageNode, columns: number, writer: EditWriter, flow: Flow) {
    this.element = element
    this.#columns = columns
    this.#writer = writer
    this.#flow = flow
  }

  startRow(): void {
    this.#cells = 0
    this.#empty = 0
  }

  /** Skip the cells that spans leave empty. */
  skip(cells: number): void {
    this.#empty += cells
  }

  /** Write a cell; tells whether it is the first of the table. */
  cell(phrasing: PhrasingBuffer): boolean {
    if (phrasing.isEmpty) {
      this.#empty++
      return false
    }
    const isFirst = this.#rows === 0
    if (this.#cells === 0) {
      if (isFirst) {
        this.#flow.startBlock('table')
        this.start = this.#writer.length
      } else this.#writer.insert(`\n${this.#flow.prefix}`, 'table')
      this.#writer.insert('|', 'table')
      this.#rows++
    }
    this.#writer.insert(`${'  |'.repeat(this.#empty)} `, 'table')
    phrasing.write(this.#writer, {prefix: '', isHeading: false, isInCell: true})
    this.#writer.insert(' |', 'table')
    this.#cells += this.#empty + 1
    this.#empty = 0
    return isFirst
  }

  /** End a row; tells whether there was one. */
  endRow(): boolean {
    const isRow = this.#cells > 0
    if (isRow && this.#rows === 1) {
      const missing = '  |'.repeat(Math.max(0, this.#columns - this.#cells))
      this.#writer.insert(`${missing}\n${this.#flow.prefix}|${' --- |'.repeat(this.#columns)}`, 'table')
    }
    this.startRow()
    return isRow
  }
}
