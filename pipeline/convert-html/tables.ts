/**
 * Tell tables of data from tables that only lay out the page, and find the grid of a table of data.
 *
 * A markdown table holds one line a cell. A table whose cells hold headings, further tables or much text, that has but one
 * row or column, or that says so itself, becomes plain blocks.
 */
import {elementKind, isBlockKind, kinds} from './elements.js'
import {following, nodeTypes, type PageNode} from './page.js'
import {PhrasingBuffer} from './phrasing.js'

/** Longest text of a cell of data, in characters. */
const maxCellLength = 400
/** Most blocks in a cell of data. */
const maxCellBlocks = 6
const maxColumns = 200
/** What a cell of data does not hold. */
const unfit: ReadonlySet<number> = new Set([kinds.table, kinds.heading, kinds.preformatted, kinds.quote])
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
  const rows: PageNode[][] = []
  // The cell or caption that is read, and the node behind it.
  let part: PageNode | undefined
  let partEnd: PageNode | null = null
  let blocks = 0
  let length = 0
  let isFilled = false
  let filledCells = 0
  let widest = 0
  const fill = (): void => {
    if (!isFilled) widest = Math.max(widest, ++filledCells)
    isFilled = true
  }
  for (let node: PageNode | null = table.first; node; node = following(node, table)) {
    if (part && node === partEnd) part = undefined
    const kind = node.type === nodeTypes.element ? elementKind(node.tag) : -1
    if (node.type === nodeTypes.text) {
      if (!PhrasingBuffer.isVisible(raw, node.start, node.end, node.value)) continue
      if (!part) return undefined
      if (part.tag === 'caption') continue
      fill()
      length += node.value?.length ?? node.end - node.start
      if (length > maxCellLength && (blocks > 0 || length > maxCellLength * 4)) return undefined
    } else if (kind === kinds.cell || node.tag === 'caption') {
      // A caption becomes a block of its own, and so must stand before the rows.
      if (kind === kinds.cell ? node.parent?.tag !== 'tr' : rows.length > 0) return undefined
      part = node
      partEnd = following(node, table, true)
      blocks = 0
      length = 0
      isFilled = kind !== kinds.cell
      if (kind === kinds.cell) rows.at(-1)?.push(node)
    } else if (kind === kinds.row) {
      rows.push([])
      filledCells = 0
    } else if (unfit.has(kind)) {
      return undefined
    } else if (kind === kinds.image) {
      if (!part) return undefined
      if (part.tag !== 'caption') fill()
    } else if (isBlockKind(kind) && kind !== kinds.tablePart) {
      if (++blocks > maxCellBlocks) return undefined
    }
  }
  const filled = rows.filter((cells) => cells.length > 0)
  if (filled.length < 2 || widest < 2) return undefined
  const columns = fillGrid(filled)
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
