/**
 * The contract of a stage that knows of other documents. It stays pure by parts: each document is observed alone and gives
 * a small sheet of facts; all sheets together are decided upon, and give verdicts; then the stage runs over each document
 * as any stage does, with the verdict on it.
 *
 * A cached result of a document stays valid while its sheet and its verdict stay the same. So a verdict holds nothing that
 * changes with documents it has nothing to do with: no count, no share, no place in an order.
 */
import type {Document} from './document.js'
import type {Stage, StageResult} from './stage.js'

/** Records that were brought together, because they have one key. The arrays may be written over when the next group is asked for. */
export interface ShuffleGroup {
  readonly keyHigh: number
  readonly keyLow: number
  /** The document of each record, in the order in which they were added. */
  readonly documents: Uint32Array
  /** What stood beside each document. */
  readonly extras: Uint32Array
}

/** Brings records together by key, in bounded memory. All numbers are unsigned, of 32 bits. */
export interface Shuffle {
  add(keyHigh: number, keyLow: number, document: number, extra: number): void
  /** The groups of two records and more, in no order that means anything. May be walked again, one walk at a time, but nothing be added then. */
  groups(): AsyncIterable<ShuffleGroup>
  /** Give back memory and files; also while groups are walked. */
  close(): void
}

/** Open a shuffle; whoever opens it closes it. */
export type OpenShuffle = () => Shuffle

/** What was observed of a document. */
export interface ObservedDocument<Sheet> {
  readonly id: string
  readonly sheet: Sheet
}

/** What was decided upon a document. */
export interface DecidedDocument<Verdict> {
  readonly id: string
  readonly verdict: Verdict
}

/** A step of the pipeline that is told what other documents say. Sheets and verdicts are plain data, fit for JSON. */
export interface CorpusStage<Options extends object = object, Sheet = unknown, Verdict = unknown>
  extends Stage<Options> {
  /** State of a document what is needed to compare it with others. Pure. */
  observe(document: Document, options: Options): Sheet
  /**
   * Decide upon the documents that have something to be decided; of the others no verdict is given.
   *
   * The verdicts, as a set, do not depend on the order of the sheets, nor on how they were split into files.
   *
   * @param sheets walks over all of them, each id once. It is called several times, and gives one order every time.
   */
  decide(
    sheets: () => AsyncIterable<ObservedDocument<Sheet>>,
    options: Options,
    shuffle: OpenShuffle,
  ): AsyncIterable<DecidedDocument<Verdict>>
  /** Propose edits and facts; none without a verdict. */
  run(document: Document, options: Options, verdict?: Verdict): StageResult
}

/** Help the compiler infer the types of a stage from its schema and functions. */
export function defineCorpusStage<Options extends object, Sheet, Verdict>(
  stage: CorpusStage<Options, Sheet, Verdict>,
): CorpusStage<Options, Sheet, Verdict> {
  return Object.freeze(stage)
}

/** Tell whether a stage has to see all documents before it runs over one. */
export function isCorpusStage(stage: Stage): stage is CorpusStage {
  const {observe, decide} = stage as Partial<CorpusStage>
  return typeof observe === 'function' && typeof decide === 'function'
}
