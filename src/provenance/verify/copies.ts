/** Hold removed copies against the text that their record points at. */
import type {ProvenanceEdit} from '../model.js'
import {countWords} from './counts.js'
import {type CodePointText, quote} from './text.js'

/** Share of the words that a copy called near has to have in common with what stays. */
const nearShare = 0.5

/**
 * Tell what is wrong with the copies among a stage's edits.
 *
 * @param repeats the rules that remove copies, and nothing else.
 */
export function copyFaults(
  edits: readonly ProvenanceEdit[],
  repeats: ReadonlySet<string>,
  input: CodePointText,
): {edit: number; message: string}[] {
  const faults: {edit: number; message: string}[] = []
  for (const [edit, {rule, at, before, after, evidence, copyOf}] of edits.entries()) {
    if (!copyOf) {
      if (!repeats.has(rule) || countWords(after) > 0 || countWords(before) === 0) continue
      faults.push({edit, message: `${quote(before)} went as a copy by ${rule}, and of what is not recorded`})
      continue
    }
    const [start, end] = copyOf.at
    if (start >= end || end > input.length) {
      faults.push({edit, message: `the copy points at [${start}, ${end}), which is no text`})
      continue
    }
    if (start < at[1] && at[0] < end) {
      faults.push({edit, message: `the copy at [${at.join(', ')}) points at itself, [${start}, ${end})`})
      continue
    }
    const stays = input.slice(start, end)
    const isNear = evidence !== undefined && /\bnear/i.test(evidence)
    if (!isSame(stays, before) && !(isNear && shareOfWords(stays, before) >= nearShare)) {
      faults.push({edit, message: `${quote(before)} went as a copy of ${quote(stays)}, which is another text`})
    }
    if (isRemoved(edits, start, end)) faults.push({edit, message: `${quote(stays)} should stay, but goes as well`})
  }
  return faults
}

/** Tell whether a reader sees the same words; a picture between them has none. */
function isSame(one: string, other: string): boolean {
  return fold(one) === fold(other) || fold(withoutPictures(one)) === fold(withoutPictures(other))
}

function withoutPictures(text: string): string {
  const rest = text.replace(/!\[[^\]\n]*\]\([^()\s]*\)/g, '')
  return /[\p{L}\p{N}]/u.test(rest) ? rest : text
}

/** Letters and digits alone: copies differ in spaces, marks of emphasis, the form of dashes and targets of links. */
function fold(text: string): string {
  const shown = text.replace(/\]\([^()\s]*\)/g, ']')
  return shown.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase() || text.replace(/\s+/g, '')
}

function shareOfWords(a: string, b: string): number {
  const words = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu))
  const one = words(a)
  const other = words(b)
  let common = 0
  for (const item of one) if (other.has(item)) common++
  return common / Math.max(1, Math.min(one.size, other.size))
}

/** Tell whether the same stage takes out every word of a range. */
function isRemoved(edits: readonly ProvenanceEdit[], start: number, end: number): boolean {
  let low = 0
  let high = edits.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (edits[middle]!.at[1] <= start) low = middle + 1
    else high = middle
  }
  let covered = start
  let words = 0
  for (let index = low; index < edits.length && edits[index]!.at[0] < end; index++) {
    const {at, after} = edits[index]!
    if (at[0] > covered) return false
    covered = at[1]
    words += countWords(after)
  }
  return covered >= end && words === 0
}
