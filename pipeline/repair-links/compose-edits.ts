/**
 * Make one list of edits of two that were made one after the other.
 *
 * Mending one link can make another: brackets round it become a link themselves. The stage therefore looks again at what
 * it has mended, and states the outcome as edits of the text that it was given.
 */
import {applyEdits, type Edit} from '../../src/document/edit.js'

interface Hunk {
  /** Range in the text between the two lists. */
  readonly from: number
  readonly to: number
  readonly first?: Edit
  readonly second?: Edit
}

/**
 * Compose edits of a text with edits of what they made of it.
 *
 * @param text that `first` was made for.
 * @param first sorted, without overlap.
 * @param second sorted, without overlap.
 */
export function composeEdits(text: string, first: readonly Edit[], second: readonly Edit[]): Edit[] {
  const between = applyEdits(text, first)
  const hunks: Hunk[] = []
  let shift = 0
  for (const edit of first) {
    const from = edit.start + shift
    hunks.push({from, to: from + edit.replacement.length, first: edit})
    shift += edit.replacement.length - (edit.end - edit.start)
  }
  for (const edit of second) hunks.push({from: edit.start, to: edit.end, second: edit})
  hunks.sort((a, b) => a.from - b.from || a.to - b.to)

  const composed: Edit[] = []
  /** How far the text between lies ahead of the first one, at the place reached. */
  let ahead = 0
  for (let index = 0; index < hunks.length; ) {
    const group = [hunks[index]!]
    let {from, to} = hunks[index]!
    for (index++; index < hunks.length && hunks[index]!.from <= to; index++) {
      group.push(hunks[index]!)
      to = Math.max(to, hunks[index]!.to)
    }
    const mine = group.flatMap((hunk) => (hunk.first ? [hunk.first] : []))
    const theirs = group.flatMap((hunk) => (hunk.second ? [hunk.second] : []))
    const grown = mine.reduce((sum, edit) => sum + edit.replacement.length - (edit.end - edit.start), 0)
    if (theirs.length === 0) composed.push(...mine)
    else {
      const start = from - ahead
      const end = to - ahead - grown
      const inner = theirs.map((edit) => ({...edit, start: edit.start - from, end: edit.end - from}))
      const [reason] = [...theirs, ...mine]
      composed.push({...reason!, start, end, replacement: applyEdits(between.slice(from, to), inner)})
    }
    ahead += grown
  }
  return composed
}
