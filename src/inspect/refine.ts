/**
 * Cut a change of several lines down to the lines that changed: of front matter that two runs wrote, the one field that differs.
 */
import {diffLines} from 'diff'
import type {Range} from '../document/range.js'

/** A part of a text that gave way to another. */
export interface Part extends Range {
  readonly replacement: string
}

/** Texts that differ by more lines are another text: the change stays whole, and the cost in proportion to its length. */
const mostLines = 400

/** The parts in which two texts differ, in order: nothing where they are the same. */
export function refine(before: string, after: string): Part[] {
  const changes = diffLines(before, after, {maxEditLength: mostLines})
  if (!changes) return [trimmed(before, after, 0)]
  const parts: Part[] = []
  let [offset, start] = [0, 0]
  let [removed, added] = ['', '']
  const close = (): void => {
    if (removed !== added) parts.push(trimmed(removed, added, start))
    removed = ''
    added = ''
  }
  for (const change of changes) {
    if (change.added) added += change.value
    else if (change.removed) removed += change.value
    else close()
    if (!change.added) offset += change.value.length
    if (!change.added && !change.removed) start = offset
  }
  close()
  return parts
}

/** A change without what both texts begin and end with; words and characters stay whole. */
function trimmed(before: string, after: string, offset: number): Part {
  const most = Math.min(before.length, after.length)
  let head = 0
  while (head < most && before[head] === after[head]) head++
  while (head > 0 && isInside(before, head, after)) head--
  let tail = 0
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++
  while (tail > 0 && isInside(before, before.length - tail, after, after.length - tail)) tail--
  return {
    start: offset + head,
    end: offset + before.length - tail,
    replacement: after.slice(head, after.length - tail),
  }
}

/** Letters, and halves of characters. */
const partOfWord = /[\p{L}\p{N}\p{M}]|\u200d|[\ud800-\udfff]/u

/** Whether a cut would part a word, or a character, of one of two texts. */
function isInside(before: string, at: number, after: string, to: number = at): boolean {
  return [
    [before, at],
    [after, to],
  ].some(([text, place]) => {
    const [left, right] = [(text as string)[(place as number) - 1], (text as string)[place as number]]
    return left !== undefined && right !== undefined && partOfWord.test(left) && partOfWord.test(right)
  })
}
