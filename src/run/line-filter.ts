/**
 * Work on JSON lines as a filter does: each by itself, in their order. A line knows nothing of those before it, so that a file
 * cut into pieces gives the pieces of what the whole would give.
 */
import type {Chunk} from '../containers/chunks.js'
import {type LooseRecord, readLooseLines} from '../containers/jsonl.js'
import type {JsonlFields} from '../containers/record.js'
import {DocumentError} from '../errors.js'
import {sha256} from '../provenance/outputs.js'
import {rowOf} from '../shards/row.js'
import type {Verdicts} from './corpus-verdicts.js'
import {mapOrdered} from './map-ordered.js'
import type {CleanedBytes, Workers} from './workers.js'

/** A line that was worked on. */
export interface FilteredLine {
  /** What is written for it: JSON, without a line end. */
  readonly text: string
  /** Its number in what came in, and why it could not be worked on; missing where it was. */
  readonly failure?: {readonly number: number; readonly reason: string}
}

export interface LineFilter {
  readonly workers: Workers
  readonly concurrency: number
  /** Most bytes that a raw may have. */
  readonly limit: number
  readonly jsonl: JsonlFields
  /** What was decided upon a document among others. */
  readonly verdictsOf?: (id: string) => Promise<Verdicts | undefined>
  /** What is written of a document. */
  readonly format: (cleaned: CleanedBytes) => unknown
}

/** Work on lines. */
export function filterLines(
  chunks: AsyncIterable<Chunk> | Iterable<Chunk>,
  filter: LineFilter,
): AsyncGenerator<FilteredLine> {
  const {limit, jsonl, concurrency} = filter
  const bounds = {concurrency: concurrency * 2, window: concurrency * 16}
  return mapOrdered(readLooseLines(chunks, {limit, jsonl}), bounds, (record) => filterLine(record, filter))
}

async function filterLine(record: LooseRecord, {workers, verdictsOf, format}: LineFilter): Promise<FilteredLine> {
  const {number} = record
  if ('reason' in record) return failure(record.id, number, record.reason)
  const {bytes, given} = record
  const id = record.id ?? sha256(bytes)
  try {
    const verdicts = await verdictsOf?.(id)
    return {text: JSON.stringify(format(await workers.clean({id, path: '', given, verdicts, bytes})))}
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    return failure(id, number, error.message)
  }
}

function failure(id: string | undefined, number: number, reason: string): FilteredLine {
  return {text: JSON.stringify({id: id ?? null, error: reason}), failure: {number, reason}}
}

/** The row of a document, as shards have it, without a place of its raw: a filter does not know it. */
export function cleanRow({entry, clean, provenance}: CleanedBytes, hasProvenance: boolean): object {
  const {raw, provenance: digest, ...row} = rowOf(entry, Buffer.from(clean).toString())
  return {
    ...row,
    reasons: entry.reasons,
    raw: {sha256: raw.sha256},
    provenance: hasProvenance ? (JSON.parse(Buffer.from(provenance).toString()) as unknown) : digest,
  }
}
