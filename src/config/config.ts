/**
 * The configuration as the program uses it: validated, complete, frozen, and plain data that a worker can be sent.
 */
import type {RuleClass} from '../document/stage.js'

/** A stage of the user's own. */
export interface CustomStage {
  /** Absolute URL of an ES module whose default export is a stage. */
  readonly module: string
  readonly before?: string
  readonly after?: string
  readonly options: Readonly<Record<string, unknown>>
}

export interface Config {
  /** Folder of raw scrapes and folder of results, as given. */
  readonly raw: string
  readonly out: string
  /** Options of the built-in stages by id; `false` turns a stage off. */
  readonly stages: Readonly<Record<string, Readonly<Record<string, unknown>> | false>>
  readonly customStages: readonly CustomStage[]
  /** Classes of removed text that stay. */
  readonly keep: readonly RuleClass[]
  readonly concurrency: number
  readonly limits: {
    /** Longest time a document may take, in milliseconds. */
    readonly deadline: number
    /** Largest heap of a worker, in megabytes. */
    readonly memory: number
    /** Largest raw, in bytes. */
    readonly bytes: number
  }
}
