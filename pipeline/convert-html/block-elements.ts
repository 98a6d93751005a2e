/** Enter and leave the elements that stand on lines of their own: headings, lists, quotes, tables, and what has no name of its own. */
import type {BlockWriter} from './block-writer.js'
import {kinds} from './elements.js'
import type {Footnotes} from './footnotes.js'
import {pushed} from './node-states.js'
import type {PageNode} from './page-node.js'

/** Begin an element of a block kind; tells whether its children are read. */
export function enterBlock(
  blocks: BlockWriter,
  node: PageNode,
  kind: number,
  footnotes: Footnotes | undefined,
): boolean {
  if (blocks.isInCell) {
    blocks.boundary(node)
    return true
  }
  blocks.endBlock()
  const {flow, phrasing} = blocks
  const label = footnotes?.notes.get(node)
  if (label !== undefined) {
    flow.openNote(label)
    node.state = pushed | (phrasing.enterBlock() << 4)
    return true
  }
  switch (kind) {
    case kinds.heading:
      blocks.heading = node.tag.charCodeAt(1) - 48
      break
    case kinds.list:
      flow.openList(node.tag === 'ol', ...numbering(node))
      break
    case kinds.item:
      if (flow.openItem(integer(node.attribute('value')))) node.state |= pushed
      break
    case kinds.quote:
      if (flow.openQuote()) node.state |= pushed
      break
    case kinds.thematicBreak:
      blocks.thematicBreak(node)
      return false
    case kinds.preformatted:
      if (blocks.code(node)) return false
      break
    case kinds.table:
      blocks.startTable(node)
      break
    case kinds.row:
      blocks.startRow()
      break
    case kinds.cell:
      if (blocks.startCell(node)) return true
      node.state = 0
      break
    default:
  }
  node.state = (node.state & pushed) | (phrasing.enterBlock() << 4)
  return true
}

/** End an element of a block kind. */
export function leaveBlock(blocks: BlockWriter, node: PageNode, kind: number): void {
  if (blocks.isInCell) {
    blocks.endInCell(node)
    return
  }
  const {flow, phrasing} = blocks
  if (kind === kinds.preformatted && node.state === 0 && phrasing.isEmpty) return
  blocks.endBlock()
  phrasing.leaveBlock(node.state >> 4)
  if (kind === kinds.heading) blocks.heading = 0
  else if (kind === kinds.list) flow.closeList()
  else if (node.state & pushed) flow.close()
  else if (kind === kinds.row) blocks.endRow()
  else if (kind === kinds.table) blocks.endTable(node)
}

function integer(value: string | undefined): number | undefined {
  return value !== undefined && /^\d{1,8}$/.test(value.trim()) ? Number.parseInt(value, 10) : undefined
}

/** The number of the first item of a list, and the step from one to the next. */
function numbering(list: PageNode): [start: number, step: 1 | -1] {
  const start = integer(list.attribute('start'))
  if (list.attribute('reversed') === undefined) return [start ?? 1, 1]
  let items = 0
  for (let node = list.first; node; node = node.next) if (node.tag === 'li') items++
  return [start ?? items, -1]
}
