/**
 * What a worker does: clean one document after another. It makes its pipeline once, from plain data, and gives back
 * finished bytes: what is written stays with the thread that sent the raw.
 *
 * Errors travel as data, for a thread boundary takes their class away.
 */
import type {MessagePort} from 'node:worker_threads'
import {buildPipeline} from '../config/build.js'
import type {Config} from '../config/config.js'
import {loadConfig} from '../config/load.js'
import {rulesOfUser} from '../config/schema.js'
import {watchRules} from '../document/at-work.js'
import type {Given} from '../document/given.js'
import {StageError} from '../document/stage.js'
import {DocumentError, UsageError} from '../errors.js'
import type {ManifestEntry} from '../provenance/model.js'
import {rawEntity, writeDocument} from '../provenance/write.js'
import type {CleanedDocument, Pipeline} from './pipeline.js'
import {describeThrown, isDepthExceeded, isThrown} from './thrown.js'

/** What a worker is started with: a configuration, or where to find it, to spare the main thread the reading. */
export interface WorkerSettings {
  readonly config: Config | {readonly cwd: string; readonly file?: string}
  readonly only: readonly string[]
  readonly skip: readonly string[]
  /** Whether what it writes goes into shards. */
  readonly isSharded?: boolean
}

/** A raw that is sent to a worker. */
export interface RawToClean {
  readonly id: string
  /** Path of the raw, or of its container, below the raw folder. */
  readonly path: string
  /** Its number in its container. */
  readonly record?: number | undefined
  /** Of a JSON line, the field that it stands in. */
  readonly field?: string | undefined
  readonly given?: Given | undefined
  /** What was decided upon it among others, by stage. */
  readonly verdicts?: Readonly<Record<string, unknown>> | undefined
  readonly bytes: Uint8Array
}

export interface CleanTask extends RawToClean {
  /** Why its markdown is to be taken as plain text, as a predicate: `took longer than 30s`; parsed when missing. */
  readonly plainSince?: string | undefined
  /** Told when the work begins, from when the deadline counts. */
  readonly begun: MessagePort
  /**
   * Shared memory of two numbers: the places of the stage and of the user's rule at work, which a thread that hangs could not
   * tell otherwise; -1 for none.
   */
  readonly atWork: Int32Array
}

/** What a worker says when the work begins: how long it may take, in milliseconds, and the ids of its stages and of the user's rules. */
export interface Beginning {
  readonly deadline: number
  readonly stages: readonly string[]
  readonly rules: readonly string[]
}

/** What became of a document. */
export type CleanOutcome =
  | {
      readonly ok: true
      readonly clean: Uint8Array
      readonly provenance: Uint8Array
      readonly entry: ManifestEntry
      /** What stages that ask for other documents have to know of this one, by stage. */
      readonly sheets: Readonly<Record<string, unknown>>
      /** What stages warn of, for a person. */
      readonly warnings: readonly string[]
    }
  | {
      readonly ok: false
      /** Whether the document, the configuration, its depth for our stack, a stage of the user's own, or the program is at fault. */
      readonly fault: 'document' | 'usage' | 'depth' | 'stage' | 'bug'
      readonly message: string
      readonly stack: string
    }

/** Make what cleans documents as the settings say; the pipeline is made when the first comes. */
export function makeCleaner(settings: WorkerSettings): (task: CleanTask) => Promise<CleanOutcome> {
  let preparation: Promise<Preparation> | undefined
  return (task) => {
    preparation ??= prepare(settings)
    return cleanTask(task, preparation, settings.isSharded ?? false)
  }
}

interface Preparation {
  readonly pipeline: Pipeline
  readonly deadline: number
}

async function prepare({config: given, only, skip}: WorkerSettings): Promise<Preparation> {
  const config = 'cwd' in given ? await loadConfig(given) : given
  return {pipeline: await buildPipeline(config, {only, skip}), deadline: config.limits.deadline}
}

async function cleanTask(
  task: CleanTask,
  preparation: Promise<Preparation>,
  isSharded: boolean,
): Promise<CleanOutcome> {
  const {id, given, verdicts, bytes, plainSince, begun, atWork} = task
  try {
    const {pipeline, deadline} = await preparation
    const stages = pipeline.stages.map(({stage}) => stage.id)
    const rules = pipeline.stages.flatMap(({stage, options}) => rulesOfUser(stage, options)).map(({id: rule}) => rule)
    begun.postMessage({deadline, stages, rules} satisfies Beginning)
    const onStage = (index: number): void => void Atomics.store(atWork, 0, index)
    const places = new Map(rules.map((rule, index) => [rule, index]))
    watchRules((rule) => Atomics.store(atWork, 1, rule === undefined ? -1 : (places.get(rule) ?? -1)))
    const cleaned = pipeline.clean(bytes, id, {plainSince, onStage, given, verdicts})
    const raw = rawEntity(task)
    const records = writeDocument(cleaned, raw, {isPlain: plainSince !== undefined, isSharded})
    return {ok: true, ...records, sheets: cleaned.sheets, warnings: warningsOf(cleaned)}
  } catch (error) {
    return failureOf(error)
  } finally {
    begun.close()
  }
}

/** Most warnings of a document that are passed on; all stand in its provenance. */
const mostWarnings = 20

function warningsOf({messages}: CleanedDocument): string[] {
  return messages.flatMap(({level, text}) => (level === 'warning' ? [text] : [])).slice(0, mostWarnings)
}

function failureOf(error: unknown): CleanOutcome {
  const {message, stack} = describeThrown(error)
  if (isThrown(error, DocumentError)) return {ok: false, fault: 'document', message, stack}
  if (isThrown(error, UsageError)) return {ok: false, fault: 'usage', message, stack}
  if (isDepthExceeded(error)) return {ok: false, fault: 'depth', message, stack}
  if (!isThrown(error, StageError)) return {ok: false, fault: 'bug', message, stack}
  // Where the stage threw says more than where that was noticed.
  const thrown = error.cause === undefined ? stack : describeThrown(error.cause).stack
  return {ok: false, fault: error.isOfUser ? 'stage' : 'bug', message, stack: thrown}
}
