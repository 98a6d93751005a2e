/**
 * Compare what two runs made of the same raws: which documents differ, where, and by which rules.
 *
 * Nothing is found out by comparing texts as long as the raw is the same: both lineages lead to it, and what both copied from one
 * place of the raw stands in both. What lies between is a change, with the edits that only one of the runs made there.
 */

import {join} from 'node:path'
import {type Range, upperBound} from '../document/range.js'
import {UsageError} from '../errors.js'
import {damaged} from '../provenance/damage.js'
import type {ManifestFile} from '../provenance/manifest-file.js'
import type {ManifestDocument} from '../provenance/model.js'
import {manifestName, type ReplayedEdit} from '../provenance/read.js'
import {PathSet} from '../run/path-set.js'
import {openPrevious, type Previous} from '../run/previous.js'
import {ShardReader} from '../shards/reader.js'
import {type Cause, type Change, type Comparison, causeOf, lineageOf} from './changes.js'
import {type DocumentRecord, type Folders, openEntry} from './record.js'
import {refine} from './refine.js'

/** How a document of one of the runs stands to the other run. */
export type Pair =
  | {readonly status: 'same' | 'only-here' | 'only-there'; readonly id: string}
  /** It failed in one of them. */
  | {readonly status: 'failed-here' | 'failed-there'; readonly id: string; readonly reasons: readonly string[]}
  /** They had not the same raw, so there is nothing to compare. */
  | {readonly status: 'another-raw'; readonly id: string}
  | {readonly status: 'differs'; readonly id: string; readonly difference: Difference}

/** What is other in a document. */
export interface Difference {
  readonly here: DocumentRecord
  readonly there: DocumentRecord
  /** From the clean text there to the one here. */
  readonly comparison: Comparison
  /** Edits that only one of the runs made, by `stage/rule`. */
  readonly rules: ReadonlyMap<string, RuleDifference>
}

export interface RuleDifference {
  readonly class: string
  here: number
  there: number
}

/**
 * The documents of two runs, in the order of the first, and what only the other has behind them.
 *
 * @param here folders of the run that is looked at; its manifest is open.
 * @param there folders of the run that it is held against.
 * @param id of the one document to compare, where it is one.
 * @throws UsageError and ProvenanceError as for a run that is looked at alone.
 */
export async function* compareRuns(
  here: {readonly folders: Folders; readonly manifest: ManifestFile},
  there: {readonly folders: Folders; readonly manifest: ManifestFile},
  id?: string,
): AsyncGenerator<Pair> {
  const previous = await indexOf(there.folders.out)
  const readers = [new ShardReader(here.folders.out), new ShardReader(there.folders.out)] as const
  const seen = new PathSet()
  try {
    for await (const document of here.manifest.documents((item) => id === undefined || item.id === id)) {
      seen.add(document.id)
      const other = await previous.find(document.id)
      if (!other) yield {status: 'only-here', id: document.id}
      else yield await compare(document, other, [here.folders, there.folders], readers)
      if (id !== undefined) return
    }
    if (id !== undefined) throw new UsageError(`No document ${id} in the manifest of ${here.folders.out}`)
    const isUnseen = (item: {readonly id: string}): boolean => !seen.has(item.id)
    for await (const document of there.manifest.documents(isUnseen)) yield {status: 'only-there', id: document.id}
  } finally {
    await previous.close()
    for (const reader of readers) await reader.close()
  }
}

async function indexOf(out: string): Promise<Previous> {
  const previous = await openPrevious(out)
  if (previous === 'damaged' || previous === undefined) {
    throw damaged(join(out, manifestName), '', 'it is not as it was written')
  }
  return previous
}

async function compare(
  here: ManifestDocument,
  there: ManifestDocument,
  [hereFolders, thereFolders]: readonly [Folders, Folders],
  [hereReader, thereReader]: readonly [ShardReader, ShardReader],
): Promise<Pair> {
  const {id} = here
  if (here.verdict === 'failed' || there.verdict === 'failed') {
    if (here.verdict === there.verdict) return {status: 'same', id}
    return here.verdict === 'failed'
      ? {status: 'failed-here', id, reasons: here.reasons}
      : {status: 'failed-there', id, reasons: there.reasons}
  }
  if (here.clean.sha256 === there.clean.sha256) return {status: 'same', id}
  if (here.raw.sha256 !== there.raw.sha256) return {status: 'another-raw', id}
  const hereRecord = await openEntry(hereFolders, here, hereReader)
  const thereRecord = await openEntry(thereFolders, there, thereReader)
  // Bytes are decoded as their container declares them, which may have changed around them.
  if (hereRecord.replay.raw !== thereRecord.replay.raw) return {status: 'another-raw', id}
  return {status: 'differs', id, difference: differenceOf(hereRecord, thereRecord)}
}

/** Compare a document that two runs made of one raw text. */
export function differenceOf(here: DocumentRecord, there: DocumentRecord): Difference {
  const gaps = gapsBetween(there, here)
  const before = there.replay.clean
  const after = here.replay.clean
  const edits = {here: unshared(here, there), there: unshared(there, here)}
  const causes: Cause[][] = gaps.map(() => [])
  for (const [sign, list] of [
    ['-', edits.there],
    ['+', edits.here],
  ] as const) {
    for (const cause of list) {
      // Of what an edit took nothing was copied, so it lies in one gap; one that was made in passing may lie in none.
      const {start, end} = cause.edit.raw
      const index = upperBound(gaps, start, ({raw}) => raw.start) - 1
      if (index >= 0 && gaps[index]!.raw.end >= end) {
        causes[index]!.push({...cause, stage: `${sign}${cause.stage}`})
      }
    }
  }
  const changes: Change[] = []
  for (const [index, {old, fresh}] of gaps.entries()) {
    for (const {start, end, replacement} of refine(
      before.slice(old.start, old.end),
      after.slice(fresh.start, fresh.end),
    )) {
      changes.push({start: old.start + start, end: old.start + end, replacement, causes: causes[index]!})
    }
  }
  return {here, there, comparison: {before, after, changes}, rules: countRules(edits)}
}

interface Gap {
  readonly old: Range
  readonly fresh: Range
  readonly raw: Range
}

/** What lies between the stretches that both texts copied from one place of the raw. */
function gapsBetween(there: DocumentRecord, here: DocumentRecord): Gap[] {
  const [old, fresh] = [lineageOf(there.replay.stages), lineageOf(here.replay.stages)]
  const gaps: Gap[] = []
  const at = {old: 0, fresh: 0, raw: 0}
  const close = (to: typeof at): void => {
    if (to.old > at.old || to.fresh > at.fresh) {
      gaps.push({
        old: {start: at.old, end: to.old},
        fresh: {start: at.fresh, end: to.fresh},
        raw: {start: at.raw, end: to.raw},
      })
    }
  }
  let [oldIndex, freshIndex] = [0, 0]
  while (oldIndex < old.spans.length && freshIndex < fresh.spans.length) {
    const [a, b] = [old.spans[oldIndex]!, fresh.spans[freshIndex]!]
    const start = Math.max(a.origin, b.origin)
    const end = Math.min(a.origin + a.length, b.origin + b.length)
    if (end > start) {
      close({old: a.start + start - a.origin, fresh: b.start + start - b.origin, raw: start})
      at.old = a.start + end - a.origin
      at.fresh = b.start + end - b.origin
      at.raw = end
    }
    if (a.origin + a.length <= b.origin + b.length) oldIndex++
    else freshIndex++
  }
  close({old: old.textLength, fresh: fresh.textLength, raw: old.originLength})
  return gaps
}

/** The edits of one run that the other has not: the same rule, at the same place of the raw, with the same outcome. */
function unshared(run: DocumentRecord, other: DocumentRecord): Cause[] {
  const keyOf = (stage: string, {rule, raw, after}: ReplayedEdit): string => {
    const {start, end} = inked(run.replay.raw, raw)
    return `${stage}/${rule} ${start} ${end} ${after}`
  }
  const known = new Map<string, number>()
  for (const {stage, edits} of other.replay.stages) {
    for (const edit of edits) {
      const key = keyOf(stage, edit)
      known.set(key, (known.get(key) ?? 0) + 1)
    }
  }
  const found: Cause[] = []
  for (const stage of run.replay.stages) {
    for (const edit of stage.edits) {
      const key = keyOf(stage.stage, edit)
      const count = known.get(key) ?? 0
      if (count > 0) known.set(key, count - 1)
      else found.push(causeOf(stage, edit))
    }
  }
  return found
}

/** White space in front of other white space is looked at so far, and no farther. */
const longestBlank = 1000

/** A range without the white space at its ends: to whom that falls depends on what else goes beside it. */
function inked(text: string, range: Range): Range {
  let {start, end} = range
  while (end > start && /\s/.test(text[end - 1]!)) end--
  while (start < end && /\s/.test(text[start]!)) start++
  const isBlank = start === end
  // Of white space alone, where it begins.
  while (isBlank && start > Math.max(0, range.start - longestBlank) && /\s/.test(text[start - 1]!)) start--
  return {start, end: isBlank ? start : end}
}

function countRules(edits: Readonly<Record<'here' | 'there', readonly Cause[]>>): Map<string, RuleDifference> {
  const rules = new Map<string, RuleDifference>()
  for (const side of ['there', 'here'] as const) {
    for (const {stage, class: name, edit} of edits[side]) {
      const key = `${stage}/${edit.rule}`
      const counts = rules.get(key) ?? {class: name, here: 0, there: 0}
      counts[side]++
      rules.set(key, counts)
    }
  }
  return rules
}
