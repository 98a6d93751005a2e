/**
 * Cut a change of several lines down to the lines that changed: of front matter that two runs wrote, the one field that differs.
 */
import type {Range} from '../document/range.js'

/** A part of a text that gave way to another. */
export interface Part extends Range {
  readonly replacement: string
}

/** So many lines are compared each with each; a change of more stays whole. */
const mostLines = 400

/** The parts in which two texts differ, in order: nothing where they are the same. */
export function refine(before: string, after: string): Part[] {
  if (before === after) return []
  const [old, fresh] = [linesOf(before), linesOf(after)]
  if (old.length < 2 || fresh.length < 2 || old.length > mostLines || fresh.length > mostLines) {
    return [trimmed(before, after, 0)]
  }
  const parts: Part[] = []
  const lengths = commonLengths(old, fresh)
  const at = {old: 0, fresh: 0}
  let [offset, start] = [0, 0]
  let [removed, added] = ['', '']
  const close = (): void => {
    if (removed !== added) parts.push(trimmed(removed, added, start))
    start = offset
    removed = ''
    added = ''
  }
  while (at.old < old.length || at.fresh < fresh.length) {
    const [a, b] = [old[at.old], fresh[at.fresh]]
    if (a !== undefined && a === b) {
      close()
      offset += a.length
      start = offset
      at.old++
      at.fresh++
    } else if (b === undefined || (a !== undefined && lengths(at.old + 1, at.fresh) >= lengths(at.old, at.fresh + 1))) {
      removed += a
      offset += a!.length
      at.old++
    } else {
      added += b
      at.fresh++
    }
  }
  close()
  return parts
}

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

/** How many lines are common behind two places, by the longest common subsequence. */
function commonLengths(old: readonly string[], fresh: readonly string[]): (a: number, b: number) => number {
  const width = fresh.length + 1
  const table = new Uint16Array((old.length + 1) * width)
  for (let a = old.length - 1; a >= 0; a--) {
    for (let b = fresh.length - 1; b >= 0; b--) {
      table[a * width + b] =
        old[a] === fresh[b]
          ? table[(a + 1) * width + b + 1]! + 1
          : Math.max(table[(a + 1) * width + b]!, table[a * width + b + 1]!)
    }
  }
  return (a, b) => table[a * width + b]!
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
