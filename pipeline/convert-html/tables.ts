/**
 * Find the grid of a table of data: how many columns it has, and which cells the spans of others leave empty.
 *
 * A table that only lays out the page has none, and becomes plain blocks; see `table-evidence.ts`.
 */
import type {PageNode} from './page-node.js'
import {holdsData, readTable} from './table-evidence.js'

const maxColumns = 200
/** Most empty cells that spans may add, beside one for every cell. */
const maxFilled = 5000

/** Cells of a row hold, as `state`, the empty cells before and after them: `before * 256 + after`. */
export interface TableGrid {
  readonly columns: number
}

/** Find the grid of a table of data; undefined for any other. Linear in the part that it reads. */
export function findGrid(table: PageNode, raw: string): TableGrid | undefined {
  const role = table.attribute('role')
  if (role === 'presentation' || role === 'none') return undefined
  const content = readTable(table, raw)
  if (!content || !holdsData(content)) return undefined
  const columns = fillGrid(content.rows)
  return columns > 1 && columns <= maxColumns ? {columns} : undefined
}

/** Note the empty cells that spans leave in every row; gives the number of columns. */
function fillGrid(rows: readonly (readonly PageNode[])[]): number {
  const carried: number[] = []
  let columns = 0
  let budget = maxFilled
  for (const cells of rows) {
    let column = 0
    for (const cell of cells) {
      let before = 0
      while ((carried[column] ?? 0) > 0 && before < 200 && budget > 0) {
        carried[column]!--
        column++
        before++
        budget--
      }
      const after = Math.min(span(cell, 'colspan') - 1, 100, Math.max(0, budget))
      const rowSpan = budget > 0 ? span(cell, 'rowspan') : 1
      budget -= after
      for (let at = column; at <= column + after && at < maxColumns; at++) {
        if (rowSpan > 1) carried[at] = rowSpan - 1
      }
      column += after + 1
      cell.state = before * 256 + after
    }
    columns = Math.max(columns, column)
    for (; column < carried.length; column++) if ((carried[column] ?? 0) > 0) carried[column]!--
  }
  return columns
}

function span(cell: PageNode, name: string): number {
  const value = Number.parseInt(cell.attribute(name) ?? '', 10)
  return value > 1 ? Math.min(value, 1000) : 1
}
