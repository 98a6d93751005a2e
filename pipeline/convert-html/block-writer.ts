/**
 * Collect a block of the page and write it: what is visible in it, the element that holds all of it, and where it stands in the result.
 *
 * A block is written when it has come to its end; what stands before it on its line is the flow's, what is in it the phrasing's.
 */
import type {HtmlBlock} from '../../src/document/html-facts.js'
import type {ElementFacts} from './element-facts.js'
import {Flow} from './flow.js'
import type {PageNode} from './page-node.js'
import {PhrasingBuffer} from './phrasing.js'
import {codeLanguage, readCode, writeCode} from './preformatted.js'
import {TableWriter} from './table-writer.js'
import {findGrid} from './tables.js'
import {hasBlank, isVisible} from './white-space.js'
import {EditWriter} from './writer.js'

export class BlockWriter {
  readonly #raw: string
  readonly #elements: ElementFacts
  readonly writer: EditWriter
  readonly flow: Flow
  readonly phrasing: PhrasingBuffer
  /** The blocks that were written; their ranges are in the result. */
  readonly blocks: HtmlBlock[] = []
  /** Level of the heading whose first block is still to come. */
  heading = 0
  readonly #body: PageNode
  /** Element that holds all of the block so far, and the one to fall back on when it was left. */
  #holder: PageNode | undefined
  #nextHolder: PageNode | undefined
  #table: TableWriter | undefined
  #cell: PageNode | undefined

  constructor(raw: string, body: PageNode, elements: ElementFacts) {
    this.#raw = raw
    this.#body = body
    this.#elements = elements
    this.writer = new EditWriter(raw)
    this.flow = new Flow(this.writer)
    this.phrasing = new PhrasingBuffer(raw)
  }

  get isInCell(): boolean {
    return this.#cell !== undefined
  }

  text(node: PageNode): void {
    const {start, end, value} = node
    if (!isVisible(this.#raw, start, end, value)) {
      if (hasBlank(this.#raw, start, end, value)) this.phrasing.addSpace(start, end, value)
      else this.writer.cut(start, end, 'invisible')
      return
    }
    this.visible(node.parent!)
    this.phrasing.addText(start, end, value)
  }

  /** Something visible comes next, in `parent`: end the paragraph at a double line break, and note what holds the block. */
  visible(parent: PageNode): void {
    const {phrasing} = this
    if (phrasing.breaks > 1 && !phrasing.isEmpty && !this.#cell && this.heading === 0) this.endBlock()
    if (phrasing.isEmpty) this.#holder = parent
    else if (this.#nextHolder) this.#holder = this.#nextHolder
    this.#nextHolder = undefined
  }

  /** An element was left: what follows in the same block is held by one further out. */
  leaveHolder(node: PageNode): void {
    if (node === (this.#nextHolder ?? this.#holder)) this.#nextHolder = node.parent ?? undefined
  }

  /** End the block at a node that stands apart; in a cell, which is one line, blocks stand side by side. */
  boundary(node: PageNode): void {
    if (this.#cell) this.phrasing.addSpace(node.start, node.start, ' ')
    else this.endBlock()
  }

  /** Write the block that was collected. */
  endBlock(): void {
    const {phrasing} = this
    phrasing.complete()
    if (!phrasing.isEmpty) {
      const level = this.heading
      this.flow.startBlock(level > 0 ? 'heading' : 'paragraph')
      const start = this.writer.length
      if (level > 0) this.writer.insert(`${'#'.repeat(level)} `, 'heading')
      phrasing.write(this.writer, {prefix: this.flow.prefix, isHeading: level > 0, isInCell: false})
      this.heading = 0
      this.#closeBlock(start)
    }
    phrasing.clear()
    this.#nextHolder = undefined
  }

  thematicBreak(node: PageNode): void {
    this.#holder = node.parent ?? node
    this.flow.startBlock('thematic-break')
    this.writer.insert(this.flow.isInItem ? '___' : '***', 'thematic-break')
    this.#closeBlock(this.writer.length - 3)
  }

  /** Write preformatted text as code; tells whether it is that, even if of no line. */
  code(node: PageNode): boolean {
    const pieces = this.heading === 0 ? readCode(node, this.#raw) : undefined
    if (!pieces) return false
    if (pieces.length === 0) return true
    this.#holder = node
    this.flow.startBlock('code-block')
    const start = this.writer.length
    writeCode(pieces, this.#raw, this.writer, this.flow.prefix, codeLanguage(node))
    this.#closeBlock(start)
    return true
  }

  /** Begin a table, if it is one of data. */
  startTable(node: PageNode): void {
    const grid = findGrid(node, this.#raw)
    if (grid) this.#table = new TableWriter(node, grid.columns, this.writer, this.flow)
  }

  startRow(): void {
    this.#table?.startRow()
  }

  /** Begin a cell; tells whether it is one of a table of data. */
  startCell(node: PageNode): boolean {
    if (!this.#table) return false
    this.#table.skip(node.state >> 8)
    this.#cell = node
    return true
  }

  /** Come to the end of a block in a cell, or of the cell. */
  endInCell(node: PageNode): void {
    if (node === this.#cell) this.#endCell(node)
    else this.phrasing.addSpace(node.end, node.end, ' ')
  }

  endRow(): void {
    if (!this.#table?.endRow()) return
    // A table is one block, which grows by its rows.
    const block = this.blocks.at(-1)!
    this.blocks[this.blocks.length - 1] = {...block, end: this.writer.length}
  }

  endTable(node: PageNode): void {
    if (this.#table?.element === node) this.#table = undefined
  }

  #endCell(node: PageNode): void {
    const table = this.#table!
    this.#cell = undefined
    this.phrasing.complete()
    if (table.cell(this.phrasing)) {
      const {start} = table
      this.blocks.push({start, end: start, element: this.#elements.placeOf(table.element)})
    }
    table.skip(node.state & 255)
    this.phrasing.clear()
    this.#nextHolder = undefined
    this.#holder = undefined
  }

  #closeBlock(start: number): void {
    const element = this.#elements.placeOf(this.#holder ?? this.#body)
    this.blocks.push({start, end: this.writer.length, element})
    this.#holder = undefined
  }
}
