/**
 * Edits: the only way a stage changes a text, and at the same time the record of the change.
 *
 * Two edits that overlap are an error of the stage, never merged in silence: whichever won, the provenance of the
 * other would be a lie.
 */
import {type Range, upperBound} from './range.js'
import {StageError} from './stage.js'

/** Replace one range of a stage's input, for a named reason. */
export interface Edit extends Range {
  /** What stands in the range's place afterwards; empty for a removal. */
  readonly replacement: string
  /** Id of the rule that asked for it, one of the `rules` of the stage. */
  readonly rule: string
  /** What convinced the rule, in words for a person: the phrase that matched, the features that weighed most. */
  readonly evidence?: string
  /** For a removed copy: the range of the same input in which the text stays. */
  readonly copyOf?: Range
}

/** A stage proposed edits that cannot be applied or recorded: a bug in that stage. */
export class EditError extends StageError {
  override name = 'EditError'
}

/**
 * Put edits in the order of their ranges, drop those that change nothing, refuse the impossible.
 *
 * At one offset an insertion stands before a replacement; two insertions at one offset are refused, for their order
 * would be chance.
 *
 * @param edits in any order, in UTF-16 offsets of `text`.
 * @throws EditError for a range outside the text, for edits that overlap, and for a copy whose other copy goes as well.
 */
export function sortEdits(edits: Iterable<Edit>, text: string): Edit[] {
  const list: Edit[] = []
  for (const edit of edits) {
    const {start, end, replacement, copyOf} = edit
    if (!(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= text.length)) {
      throw new EditError(
        `Unexpected range [${start}, ${end}) of rule ${edit.rule}, expected one inside 0–${text.length}`,
      )
    }
    for (const range of copyOf ? [edit, copyOf] : [edit]) {
      if (!splitsPair(text, range.start) && !splitsPair(text, range.end)) continue
      throw new EditError(
        `Unexpected range [${range.start}, ${range.end}) of rule ${edit.rule}: it cuts a character in two`,
      )
    }
    if (end - start === replacement.length && text.startsWith(replacement, start)) continue
    list.push(edit)
  }
  list.sort((a, b) => a.start - b.start || a.end - b.end)
  for (let index = 1; index < list.length; index++) {
    const before = list[index - 1]!
    const after = list[index]!
    if (after.start < before.end || (after.start === before.start && after.end === before.end)) {
      throw new EditError(
        `Unexpected overlap of rule ${before.rule} [${before.start}, ${before.end}) and rule ${after.rule} [${after.start}, ${after.end})`,
      )
    }
  }
  for (const {copyOf, rule, start, end} of list) {
    if (!copyOf || !isTaken(copyOf, list)) continue
    throw new EditError(
      `Unexpected copyOf [${copyOf.start}, ${copyOf.end}) of rule ${rule} at [${start}, ${end}): that text goes as well; point at the copy that stays`,
    )
  }
  return list
}

/** Tell whether sorted edits take all of a range and put no letter in its place. */
function isTaken({start, end}: Range, edits: readonly Edit[]): boolean {
  let covered = start
  for (let index = upperBound(edits, start, (edit) => edit.end); covered < end; index++) {
    const edit = edits[index]
    if (!edit || edit.start > covered || /[\p{L}\p{N}]/u.test(edit.replacement)) return false
    covered = edit.end
  }
  return true
}

/** Tell whether an offset lies between the halves of a surrogate pair. */
function splitsPair(text: string, offset: number): boolean {
  const low = text.charCodeAt(offset)
  if (!(low >= 0xdc00 && low <= 0xdfff)) return false
  const high = text.charCodeAt(offset - 1)
  return high >= 0xd800 && high <= 0xdbff
}

/** Apply sorted edits to the text they were made for. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return text
  const parts: string[] = []
  let offset = 0
  for (const {start, end, replacement} of edits) {
    if (start > offset) parts.push(text.slice(offset, start))
    if (replacement) parts.push(replacement)
    offset = end
  }
  if (offset < text.length) parts.push(text.slice(offset))
  return parts.join('')
}

/**
 * Carry ranges of a stage's input over to its output.
 *
 * A range keeps what survives of it; one of which nothing survives, and which was not empty before, is dropped.
 *
 * @param ranges sorted by `start`; they may nest, as long as they stay sorted.
 */
export function mapRanges<Item extends Range>(ranges: readonly Item[], edits: readonly Edit[]): Item[] {
  if (edits.length === 0) return [...ranges]
  const moveStart = mover(edits, true)
  const starts = ranges.map((range) => moveStart(range.start))
  const moveEnd = mover(edits, false)
  // Ends need not be sorted where ranges nest, so they are visited in order of their own.
  const byEnd = ranges.map((_, index) => index).sort((a, b) => ranges[a]!.end - ranges[b]!.end)
  const ends: number[] = new Array(ranges.length)
  for (const index of byEnd) ends[index] = moveEnd(ranges[index]!.end)
  const mapped: Item[] = []
  for (let index = 0; index < ranges.length; index++) {
    const range = ranges[index]!
    const start = starts[index]!
    const end = Math.max(start, ends[index]!)
    if (end <= start && range.start !== range.end) continue
    mapped.push(start === range.start && end === range.end ? range : {...range, start, end})
  }
  return mapped
}

/**
 * Make a function that moves ever larger offsets of the input to the output, in one walk over the edits. What is
 * inserted exactly at an end of a range stays outside of it.
 */
function mover(edits: readonly Edit[], isStart: boolean): (offset: number) => number {
  let index = 0
  let shift = 0
  return (offset) => {
    while (index < edits.length && edits[index]!.end <= offset && (isStart || edits[index]!.start < offset)) {
      const edit = edits[index++]!
      shift += edit.replacement.length - (edit.end - edit.start)
    }
    const edit = edits[index]
    // Inside an edit there is no finer place than its two ends.
    if (edit && edit.start < offset && offset < edit.end) {
      return isStart ? edit.start + shift + edit.replacement.length : edit.start + shift
    }
    return offset + shift
  }
}
