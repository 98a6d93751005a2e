/**
 * The configuration, in two shapes: as a person writes it (`ConfigInput`, the same in YAML and in the library), and as
 * the program uses it (`Config`): validated, complete, frozen, and plain data that a worker can be sent.
 */
import type {JsonlFields} from '../containers/record.js'
import type {Decision} from '../document/decision.js'
import type {RuleClass} from '../document/stage.js'

/** A stage of the user's own. */
export interface CustomStage {
  /** Absolute URL of an ES module whose default export is a stage. */
  readonly module: string
  readonly before?: string
  readonly after?: string
  readonly options: Readonly<Record<string, unknown>>
}

/** A file that gave the last items of an option's list. What is recorded of such options is what the file was. */
export interface OptionFile {
  /** The stage and its option. */
  readonly stage: string
  readonly option: string
  /** Keys of the short-hand that names the file. */
  readonly path: readonly string[]
  /** The file, seen from where we are. */
  readonly file: string
  /** Digest of its bytes. */
  readonly sha256: string
  /** How many items of the list it gave. */
  readonly items: number
}

export interface Config {
  /** Folder of raw scrapes and folder of results, as given; from a file in another folder, relative to where we are. */
  readonly raw: string
  readonly out: string
  /** Complete options of the built-in stages by id, the short-hands worked in; `false` turns a stage off. */
  readonly stages: Readonly<Record<string, Readonly<Record<string, unknown>> | false>>
  /** The files that options came from. */
  readonly files: readonly OptionFile[]
  readonly customStages: readonly CustomStage[]
  /** What a person decided, and where it is written. */
  readonly decisions: {readonly file: string; readonly items: readonly Decision[]}
  /** Classes of removed text that stay. */
  readonly keep: readonly RuleClass[]
  /** Documents that are worked on at once. */
  readonly concurrency: number
  /** Whether a document has files of its own, or stands in a shard with others. */
  readonly format: 'files' | 'jsonl' | 'parquet'
  readonly shards: {
    /** Bytes of clean texts, or of records of provenance, at which a shard is full. */
    readonly size: number
    /** Whether JSON lines are gzipped. */
    readonly gzip: boolean
  }
  /** Which fields of a JSON line are what. */
  readonly jsonl: JsonlFields
  readonly limits: {
    /** Longest time a document may take, in milliseconds. */
    readonly deadline: number
    /** Largest heap of a worker, in megabytes. */
    readonly memory: number
    /** Largest raw, in bytes. */
    readonly bytes: number
  }
}

/** A stage of the user's own, as it is written down. */
export interface CustomStageInput {
  /** Path of an ES module whose default export is a stage, relative to the configuration file; or a `file:` URL. */
  readonly module: string
  /** Id of the stage before, or after, which it runs; exactly one of the two. */
  readonly before?: string | undefined
  readonly after?: string | undefined
  readonly options?: Readonly<Record<string, unknown>> | undefined
}

/** The configuration as it is written down: every key may be missing. */
export interface ConfigInput {
  readonly raw?: string | undefined
  readonly out?: string | undefined
  /** `false` turns a stage off, a mapping gives it options. */
  readonly stages?: Readonly<Record<string, boolean | Readonly<Record<string, unknown>> | undefined>> | undefined
  /** Short-hand for the options of the stage that knows names. */
  readonly names?: Readonly<Record<string, unknown>> | undefined
  /** Short-hand for the options of the stage that knows links. */
  readonly links?: Readonly<Record<string, unknown>> | undefined
  /** Short-hand for the options of the stages that read and write front matter. */
  readonly frontMatter?: Readonly<Record<string, unknown>> | undefined
  readonly keep?: readonly RuleClass[] | undefined
  /** Debris rules of the user's own. */
  readonly rules?: readonly unknown[] | undefined
  readonly customStages?: readonly CustomStageInput[] | undefined
  /** File of decisions, a JSON object a line, relative to the configuration. */
  readonly decisions?: string | undefined
  readonly concurrency?: number | 'auto' | undefined
  readonly format?: 'files' | 'jsonl' | 'parquet' | undefined
  readonly shards?:
    | {
        /** A size such as `128MB`, or a number of bytes. */
        readonly size?: string | number | undefined
        readonly gzip?: boolean | undefined
      }
    | undefined
  /** Names of fields in the objects of JSON lines: one, or several in the order in which they are looked for. */
  readonly jsonl?:
    | {
        readonly text?: string | readonly string[] | undefined
        readonly html?: string | readonly string[] | undefined
        readonly id?: string | readonly string[] | undefined
        /** By metadata field. */
        readonly metadata?: Readonly<Record<string, string | readonly string[] | undefined>> | undefined
      }
    | undefined
  readonly limits?:
    | {
        /** A duration such as `30s`. */
        readonly deadline?: string | undefined
        /** A size such as `512MB`. */
        readonly memory?: string | undefined
        /** A size such as `20MB`, or a number of bytes. */
        readonly bytes?: string | number | undefined
      }
    | undefined
}
