/** One parse of a whole text, which the parse of its blocks is held against. */
import type {Root} from 'mdast'
import {parseMarkdown} from '../../src/document/tree.js'

/** Parse a whole text, without the mark of a task that the parser puts on the root where no item is open: `+\n[x] t`. */
export function parseWhole(text: string): Root {
  const root: Root & {checked?: unknown} = parseMarkdown(text)
  delete root.checked
  return root
}
