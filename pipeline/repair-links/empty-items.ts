/**
 * Take list items along whose only content was a link that goes: a marker without an item says nothing.
 *
 * Leaves alone items that were empty before, and those of which any text, image or other block stays.
 */
import type {List, ListItem, Nodes, Parents, Root} from 'mdast'
import type {Edit} from '../../src/document/edit.js'
import {endOf, startOf} from './syntax.js'

/** Add to the edits of a block the list items that they empty. Offsets count from the start of the block; linear. */
export function dropEmptiedItems(root: Root, source: string, edits: readonly Edit[]): readonly Edit[] {
  if (!edits.some(({replacement}) => replacement === '')) return edits
  const sorted = edits.toSorted((a, b) => a.start - b.start || a.end - b.end)
  const dropped: Edit[] = []
  findLists(root, (list) => {
    const run = new EmptiedItems(source, sorted)
    run.ofList(list)
    dropped.push(...run.dropped)
  })
  if (dropped.length === 0) return edits
  const kept: Edit[] = []
  let at = 0
  for (const edit of sorted) {
    while (at < dropped.length && dropped[at]!.end <= edit.start) at++
    if (!(at < dropped.length && dropped[at]!.start <= edit.start)) kept.push(edit)
  }
  return [...kept, ...dropped]
}

/** Visit the outermost lists. */
function findLists(parent: Parents, visit: (list: List) => void): void {
  for (const node of parent.children as Nodes[]) {
    if (node.type === 'list') visit(node)
    else if (node.type === 'blockquote' || node.type === 'footnoteDefinition') findLists(node, visit)
  }
}

class EmptiedItems {
  readonly #source: string
  readonly #edits: readonly Edit[]
  /** In order, without overlap. */
  dropped: Edit[] = []

  constructor(source: string, edits: readonly Edit[]) {
    this.#source = source
    this.#edits = edits
  }

  /** The edit by which a list loses its last item, to go from `start` on; undefined where some stay and others may go. */
  ofList(list: List, start: number = startOf(list)): Edit | undefined {
    const inner = this.dropped
    const outcomes = list.children.map((item) => {
      this.dropped = []
      const reason = this.#ofItem(item)
      return {item, reason, dropped: this.dropped}
    })
    this.dropped = inner
    const lastKept = outcomes.findLastIndex(({reason}) => reason === undefined)
    if (lastKept < 0) {
      const reason = outcomes[0]?.reason
      if (reason) this.dropped.push({...reason, start, end: endOf(list)})
      return reason
    }
    for (const [index, {item, reason, dropped}] of outcomes.entries()) {
      if (!reason) this.dropped.push(...dropped)
      else if (index < lastKept)
        this.dropped.push({...reason, start: startOf(item), end: startOf(list.children[index + 1]!)})
    }
    const trailing = outcomes[lastKept + 1]?.reason
    if (trailing) this.dropped.push({...trailing, start: endOf(outcomes[lastKept]!.item), end: endOf(list)})
    return undefined
  }

  /** The edit by which an item loses its content; undefined where some of it stays. */
  #ofItem(item: ListItem): Edit | undefined {
    let reason: Edit | undefined
    let isEmptied = true
    for (const [index, child] of item.children.entries()) {
      const before = item.children[index - 1]
      let own: Edit | undefined
      if (child.type === 'list') own = this.ofList(child, before && endOf(before))
      else if (child.type === 'paragraph') own = this.#ofParagraph(child)
      if (!own) isEmptied = false
      reason ??= own
    }
    return isEmptied ? reason : undefined
  }

  #ofParagraph(node: Nodes): Edit | undefined {
    const end = endOf(node)
    let at = startOf(node)
    if (at < 0) return undefined
    const first = this.#firstEdit(at)
    let reason: Edit | undefined
    for (let index = first; (this.#edits[index]?.start ?? end) < end; index++) {
      const edit = this.#edits[index]!
      if (edit.replacement !== '' || edit.end > end || /\S/.test(this.#source.slice(at, edit.start))) return undefined
      reason ??= edit
      at = Math.max(at, edit.end)
    }
    return reason && !/\S/.test(this.#source.slice(at, end)) ? reason : undefined
  }

  /** The first edit that begins at an offset or behind it. */
  #firstEdit(offset: number): number {
    let low = 0
    let high = this.#edits.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#edits[middle]!.start < offset) low = middle + 1
      else high = middle
    }
    return low
  }
}
