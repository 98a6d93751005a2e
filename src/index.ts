/**
 * The library: clean a scrape in this process, with all that is known of what became of it.
 *
 * Making a pipeline is synchronous and touches no file but those that the options name. What needs files or modules by
 * path (`palimpsest.config.yaml`, stages in ES modules) goes through `loadPipeline`, which is not. A pipeline works in
 * the calling thread, without the deadline and memory limit of `palimpsest run`: hostile input belongs in a worker.
 */
import {z} from 'zod'
import {assemblePipeline, buildPipeline, checkStage, type PlacedStage} from './config/build.js'
import {completeConfig} from './config/complete.js'
import type {ConfigInput} from './config/config.js'
import {loadConfig} from './config/load.js'
import {check} from './config/problems.js'
import {valueSource} from './config/source.js'
import {builtInStages} from './config/stages.js'
import type {Stage} from './document/stage.js'
import {UsageError} from './errors.js'
import type {Provenance, RawEntity} from './provenance/model.js'
import {sha256} from './provenance/outputs.js'
import {type DocumentRecords, writeDocument} from './provenance/write.js'
import type {CleanedDocument, CleanOptions, Pipeline as RunnerPipeline} from './run/pipeline.js'

/** What the options of a stage are described with: zod, so that a stage of one's own needs none of its own. */
export {z} from 'zod'
export type {ConfigInput, CustomStageInput} from './config/config.js'
export type {Annotation} from './document/annotation.js'
export type {Block} from './document/blocks.js'
export {
  Document,
  type DocumentChange,
  type DocumentInit,
  type MediaType,
  type Message,
  type MetadataFact,
  type MetadataField,
  metadataFields,
} from './document/document.js'
export {type Edit, EditError} from './document/edit.js'
export type {CopySpan, Lineage} from './document/lineage.js'
export type {Range} from './document/range.js'
export {
  defineStage,
  type Measured,
  type Rule,
  type RuleClass,
  type RuleExample,
  ruleClasses,
  type Stage,
  StageError,
  type StageResult,
} from './document/stage.js'
export {DocumentError, UsageError} from './errors.js'
export type {ManifestEntry, Provenance, ProvenanceActivity, ProvenanceEdit, RawEntity} from './provenance/model.js'
export {ProvenanceError} from './provenance/read.js'
export {restoreBytes as restore} from './provenance/restore.js'
export type {Finding} from './provenance/verify/report.js'
export {type Verification, verifyOutput as verify} from './provenance/verify/verify.js'
export type {DocumentRecords} from './provenance/write.js'
export type {
  Activity,
  CleanedDocument,
  CleanOptions,
  PipelineStage,
  RecordedAnnotation,
  RecordedEdit,
  RecordedFact,
  RecordedMessage,
} from './run/pipeline.js'

/** The built-in stages, in the order in which they run. */
export const stages: readonly Stage[] = builtInStages

/** A cleaned document, and what the raw was. */
export interface CleanResult extends CleanedDocument {
  /** Digest and size of the raw; its path is the id, unless `rawPath` said another. */
  readonly raw: RawEntity
  readonly isPlain: boolean
}

/** A stage of the user's own, placed among the built-in ones. */
export interface PlacedStageInput {
  readonly stage: Stage
  /** Id of the stage before, or after, which it runs; exactly one of the two. */
  readonly before?: string | undefined
  readonly after?: string | undefined
  /** Options of the stage, checked against its schema. */
  readonly options?: Readonly<Record<string, unknown>> | undefined
}

/**
 * What a pipeline is made of: the configuration in the same shape as in `palimpsest.config.yaml`, but with stages in
 * place of modules. `raw`, `out`, `concurrency` and `limits` are checked and have no effect: they are about runs.
 */
export interface PipelineOptions extends Omit<ConfigInput, 'customStages'> {
  readonly customStages?: readonly PlacedStageInput[] | undefined
  /** Ids of the stages to run, beside decode and conversion; all that are on when missing. */
  readonly only?: readonly string[] | undefined
  /** Ids of stages to leave out. */
  readonly skip?: readonly string[] | undefined
}

export interface CleanInputOptions extends CleanOptions {
  /** Path of the raw in the provenance; the id when missing. */
  readonly rawPath?: string | undefined
}

/** A pipeline that cleans one document after another. It holds no state between them. */
export interface Pipeline {
  /** The stages that run, with their complete options. */
  readonly stages: RunnerPipeline['stages']
  /** Digest of what decides the result: the stages, their versions and their options. */
  readonly digest: string
  /**
   * Clean one document.
   *
   * @param input bytes as they were found, in any charset; or text.
   * @param id what the document is called in its provenance: a path without its ending; `stdin` when missing.
   * @throws DocumentError for what is not text.
   */
  clean(input: Uint8Array | string, id?: string, options?: CleanInputOptions): CleanResult
}

/**
 * Make a pipeline.
 *
 * @throws UsageError that names every option that is wrong and what it should be.
 */
export function createPipeline(options: PipelineOptions = {}): Pipeline {
  const {customStages, only, skip, ...input} = checkOptions(options)
  const cwd = process.cwd()
  const config = completeConfig(valueSource('options', input), {cwd, folder: cwd}, builtInStages)
  return libraryPipeline(assemblePipeline(config, placeStages(customStages ?? []), {only, skip, names}))
}

export interface LoadPipelineOptions {
  /** Folder of the project; the current one when missing. */
  readonly cwd?: string | undefined
  /** The configuration file; `palimpsest.config.yaml` in the folder, if there is one, when missing. */
  readonly file?: string | undefined
  readonly only?: readonly string[] | undefined
  readonly skip?: readonly string[] | undefined
}

/**
 * Make the pipeline of a project: of its `palimpsest.config.yaml` and the modules that it names.
 *
 * @throws UsageError that names file, line and column of what is wrong.
 */
export async function loadPipeline(options: LoadPipelineOptions = {}): Promise<Pipeline> {
  const {cwd = process.cwd(), file, only, skip} = options
  return libraryPipeline(await buildPipeline(await loadConfig({cwd, file}), {only, skip, names}))
}

let defaultPipeline: Pipeline | undefined

/**
 * Clean one scrape: text, markdown or HTML in; clean markdown out, with what became of every character.
 *
 * Who cleans many under the same options makes a pipeline once.
 *
 * @throws UsageError for options that are wrong; DocumentError for what is not text.
 */
export function clean(
  input: Uint8Array | string,
  options: PipelineOptions & CleanInputOptions & {readonly id?: string | undefined} = {},
): CleanResult {
  const {id, isPlain, rawPath, ...rest} = options
  const pipeline = Object.keys(rest).length > 0 ? createPipeline(rest) : (defaultPipeline ??= createPipeline())
  return pipeline.clean(input, id, {...(isPlain !== undefined && {isPlain}), rawPath})
}

/** What is written of a document: the bytes of its clean text and of its provenance file, and its line of the manifest. */
export function recordsOf(result: CleanResult): DocumentRecords {
  return writeDocument(result, result.raw, {isPlain: result.isPlain})
}

/** The provenance of a document as it is written to `out/provenance`: plain data, offsets in Unicode code points. */
export function provenanceOf(result: CleanResult): Provenance {
  return JSON.parse(new TextDecoder().decode(recordsOf(result).provenance)) as Provenance
}

function libraryPipeline(pipeline: RunnerPipeline): Pipeline {
  return {
    stages: pipeline.stages,
    digest: pipeline.digest,
    clean(input, id = 'stdin', {isPlain = false, rawPath = id} = {}) {
      if (typeof input !== 'string' && !(input instanceof Uint8Array)) {
        throw new UsageError(`Unexpected ${input === null ? 'null' : typeof input} as input, expected text or bytes`)
      }
      const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input
      const cleaned = pipeline.clean(bytes, id, {isPlain})
      return {...cleaned, raw: {path: rawPath, sha256: sha256(bytes), bytes: bytes.length}, isPlain}
    },
  }
}

const names = {only: 'options: only', skip: 'options: skip'}

const placedStage = z.strictObject({
  stage: z.custom<Stage>((value) => typeof value === 'object' && value !== null, {
    error: 'expected a stage; modules by path are for palimpsest.config.yaml and loadPipeline',
  }),
  before: z.string().optional(),
  after: z.string().optional(),
  options: z.record(z.string(), z.unknown()).optional(),
})

const ids = z.array(z.string()).optional()
const ownOptions = z.looseObject({customStages: z.array(placedStage).optional(), only: ids, skip: ids})

function checkOptions(options: PipelineOptions): PipelineOptions {
  const {value, problems} = check(ownOptions, options)
  if (problems) throw valueSource('options', options).error(problems)
  return value as PipelineOptions
}

function placeStages(inputs: readonly PlacedStageInput[]): PlacedStage[] {
  return inputs.map(({stage, before, after, options = {}}, index) => {
    const name = `options: customStages[${index}]`
    return {stage: checkStage(stage, name), name, before, after, options}
  })
}
