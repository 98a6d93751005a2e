/**
 * Which characters of a text still are characters of the raw, worked out anew from nothing but the edits' places.
 *
 * The convention for the raw range of an edit, character by character: it begins at the raw character that the edit's
 * first character is, or else right behind the last raw character before the edit; it ends behind the raw character
 * that the edit's last character is, or else before the first raw character after the edit. An insertion belongs right
 * behind the last raw character before it. All in code points.
 */
import type {CodePointRange, ProvenanceEdit} from '../model.js'
import {countCodePoints} from './text.js'

/** A run of raw characters that stand side by side in the text. */
export interface Kept {
  readonly text: number
  readonly raw: number
  readonly length: number
}

/** What is kept before any stage: all of it. */
export function keptOfRaw(length: number): Kept[] {
  return length > 0 ? [{text: 0, raw: 0, length}] : []
}

/** Carry what is kept through the sorted edits of one stage: the meeting of two lists of runs, in one walk. */
export function carry(kept: readonly Kept[], edits: readonly ProvenanceEdit[], inputLength: number): readonly Kept[] {
  if (edits.length === 0) return kept
  const result: Kept[] = []
  let index = 0
  let shift = 0
  let from = 0
  for (let number = 0; number <= edits.length; number++) {
    const edit = edits[number]
    const to = edit ? edit.at[0] : inputLength
    while (index < kept.length && kept[index]!.text + kept[index]!.length <= from) index++
    for (; index < kept.length && kept[index]!.text < to; index++) {
      const {text, raw, length} = kept[index]!
      const start = Math.max(text, from)
      const end = Math.min(text + length, to)
      if (end > start) result.push({text: start + shift, raw: raw + start - text, length: end - start})
      if (text + length > to) break
    }
    if (!edit) break
    from = edit.at[1]
    shift += countCodePoints(edit.after) - (edit.at[1] - edit.at[0])
  }
  return result
}

/** The raw range behind a range of the text. */
export function rawRangeOf(kept: readonly Kept[], rawLength: number, [start, end]: CodePointRange): CodePointRange {
  if (start >= end) {
    const place = endOfRawBefore(kept, start)
    return [place, place]
  }
  const next = kept[indexBefore(kept, end) + 1]
  return [rawOf(kept, start) ?? endOfRawBefore(kept, start), lastRawOf(kept, end) ?? next?.raw ?? rawLength]
}

/** The raw character that the character at `offset` is. */
function rawOf(kept: readonly Kept[], offset: number): number | undefined {
  const run = kept[indexBefore(kept, offset + 1)]
  return run && offset < run.text + run.length ? run.raw + offset - run.text : undefined
}

/** The place behind the raw character that the last character before `end` is. */
function lastRawOf(kept: readonly Kept[], end: number): number | undefined {
  const raw = rawOf(kept, end - 1)
  return raw === undefined ? undefined : raw + 1
}

function endOfRawBefore(kept: readonly Kept[], offset: number): number {
  const run = kept[indexBefore(kept, offset)]
  return run ? run.raw + Math.min(run.length, offset - run.text) : 0
}

/** Index of the last run that begins before `offset`; -1 when there is none. */
function indexBefore(kept: readonly Kept[], offset: number): number {
  let low = 0
  let high = kept.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (kept[middle]!.text < offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

/**
 * Look for a raw character that is neither kept nor in an edit, or is both. Gives the first such range.
 *
 * @param kept runs from the raw to the clean text, in order.
 * @param edited raw ranges of all edits, in any order.
 */
export function untiled(
  kept: readonly Kept[],
  edited: readonly CodePointRange[],
  rawLength: number,
): {range: CodePointRange; isTwice: boolean} | undefined {
  let index = 0
  let covered = 0
  const cover = (start: number, end: number): {range: CodePointRange; isTwice: boolean} | undefined => {
    if (start > covered) return {range: [covered, start], isTwice: false}
    if (start < covered) return {range: [start, Math.min(end, covered)], isTwice: true}
    covered = end
    return undefined
  }
  for (const [start, end] of union(edited)) {
    for (; index < kept.length && kept[index]!.raw <= start; index++) {
      const {raw, length} = kept[index]!
      const fault = cover(raw, raw + length)
      if (fault) return fault
    }
    const fault = cover(start, end)
    if (fault) return fault
  }
  for (; index < kept.length; index++) {
    const {raw, length} = kept[index]!
    const fault = cover(raw, raw + length)
    if (fault) return fault
  }
  return covered < rawLength ? {range: [covered, rawLength], isTwice: false} : undefined
}

/** What ranges cover together, in order: edits may lie over each other, stage after stage. */
function* union(ranges: readonly CodePointRange[]): Generator<CodePointRange> {
  const full = ranges.filter(([start, end]) => end > start)
  // Where a range ends and where one begins is all that counts, not whose they are: two lists of numbers are soon sorted.
  const starts = Uint32Array.from(full, ([start]) => start).sort()
  const ends = Uint32Array.from(full, ([, end]) => end).sort()
  for (let index = 0; index < starts.length; ) {
    const start = starts[index]!
    // As many have begun as have ended: nothing covers what comes next.
    while (index + 1 < starts.length && starts[index + 1]! <= ends[index]!) index++
    yield [start, ends[index]!]
    index++
  }
}
