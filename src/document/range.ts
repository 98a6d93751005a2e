/**
 * Ranges of text. Every range in the project is half-open, `[start, end)`. Inside the program offsets count UTF-16
 * code units, as JavaScript strings do; what is written to disk counts Unicode code points (see `code-points.ts`).
 */

/** A half-open stretch `[start, end)` of a text. */
export interface Range {
  /** Offset of the first code unit in the range. */
  readonly start: number
  /** Offset just behind the last code unit; equal to `start` for a place between two characters. */
  readonly end: number
}

/** Tell whether two ranges share at least one code unit. */
export function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end
}

/** Find the first index in the sorted `list` whose value is greater than `offset` (a binary search). */
export function upperBound<Item>(list: readonly Item[], offset: number, offsetOf: (item: Item) => number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (offsetOf(list[middle] as Item) <= offset) low = middle + 1
    else high = middle
  }
  return low
}
