/**
 * Where the results of documents go: to files of their own, or into shards. A run puts each result away as soon as it is there, and
 * then, in the order of the manifest, gives every document its place.
 */
import type {ManifestDocument, ManifestEntry, ManifestRun} from '../provenance/model.js'
import type {Finding} from './one-document.js'
import type {CleanedBytes} from './workers.js'

/** What was done with a result as soon as it was there. */
export interface PutResult {
  /** The clean file that was written over, if it was not what the last run had written. */
  readonly replaced?: string
  /** What is still to be written in its place. */
  readonly pending?: PendingResult
}

/** The bytes of a document that wait for its turn. */
export type PendingResult = Pick<CleanedBytes, 'clean' | 'provenance'>

/** A document in its place. */
export interface PlacedResult {
  readonly entry: ManifestEntry
  readonly findings?: readonly Finding[]
}

/** All documents in their places. */
export interface FinishedResults {
  /** What the manifest says of the whole; nothing where each document has files of its own. */
  readonly output?: ManifestRun['output']
  /** For a check: what of the output as a whole is not as it should be. */
  readonly findings?: readonly Finding[]
}

export interface Results {
  /** Tell whether what the last run left of a document stands as it was written, where this run would put it. */
  isIntact(entry: ManifestEntry): Promise<boolean>
  /** Put a result away; several at once, in any order. */
  put(result: Omit<CleanedBytes, 'sheets' | 'warnings'>, previous: ManifestDocument | undefined): Promise<PutResult>
  /**
   * Give a document its place; one after the other, in the order of the manifest.
   *
   * @param pending what was put away; without it the document is kept from the last run.
   * @returns its line of the manifest, and for a check what of the output is not as it should be.
   */
  place(entry: ManifestEntry, pending: PendingResult | undefined): Promise<PlacedResult>
  /** Write what is still to be written. */
  finish(): Promise<FinishedResults>
  /** Let go of what is open, and of what is half-written. */
  close(): Promise<void>
}
