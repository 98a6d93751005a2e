/**
 * Clean documents in worker threads that can be killed. A document that exceeds its deadline, its memory or the stack is
 * tried once more with its markdown taken as plain text; failing that, it is given up, and the run goes on.
 */
import {createRequire} from 'node:module'
import {MessageChannel} from 'node:worker_threads'
import pLimit, {type LimitFunction} from 'p-limit'
import {Piscina} from 'piscina'
import {formatDuration} from '../config/units.js'
import {DocumentError, UsageError} from '../errors.js'
import type {Beginning, CleanOutcome, CleanTask, RawToClean, WorkerSettings} from './clean-task.js'

export interface WorkersInit extends WorkerSettings {
  /** Most threads at once; they are started as they are needed. */
  readonly threads: number
  /** Start a thread before there is a document for it. */
  readonly startsAtOnce?: boolean
  /** Largest heap of a thread, in megabytes. */
  readonly memory: number
}

/** A document that came out. */
export type CleanedBytes = Extract<CleanOutcome, {ok: true}>

/** A fault of a stage in one document: reported with that document, and with its stack to whoever can mend it. */
export class StageFault extends DocumentError {
  override name = 'StageFault'
  readonly remoteStack: string

  constructor(message: string, remoteStack: string) {
    super(message)
    this.remoteStack = remoteStack
  }
}

const endedWorker = 'ended its worker'

/** Why an attempt came to nothing that plain text may spare. */
interface Failure {
  /** A predicate: `took longer than 30s`. */
  readonly reason: string
  /** The stage that was at work then, where time was the reason: told to a person, and no part of what is recorded of a result. */
  readonly stage?: string | undefined
  /** The rule of the user's that it was trying. */
  readonly rule?: string | undefined
}

function wording({reason, stage, rule}: Failure): string {
  if (stage === undefined) return reason
  return `${reason} (${stage} was at work${rule === undefined ? '' : `, at your rule ${rule}`})`
}

export class Workers {
  readonly #pool: Piscina<CleanTask, CleanOutcome>
  readonly #memory: number
  /** Why threads cannot be started at all, in which case no task would ever end; and who has to be told. */
  #broken: Error | undefined
  readonly #waiting = new Set<(error: Error) => void>()
  /** Nothing may queue in the pool: it starts no thread for what waits there when another one has died. */
  readonly #limit: LimitFunction
  #hasBegun = false

  constructor({threads, startsAtOnce = false, memory, ...settings}: WorkersInit) {
    this.#memory = memory
    this.#limit = pLimit(threads)
    this.#pool = new Piscina({
      // By its name in the package, as this module may be part of the bundle.
      filename: createRequire(import.meta.url).resolve('#worker'),
      minThreads: startsAtOnce ? 1 : 0,
      maxThreads: threads,
      idleTimeout: Number.POSITIVE_INFINITY,
      recordTiming: false,
      // The young generation is small by choice: what a document leaves behind is garbage soon, and larger it would only be slower to fill.
      resourceLimits: {maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 24},
      workerData: settings satisfies WorkerSettings,
    })
    this.#pool.on('error', (error: Error) => {
      // A thread that fails between two documents is replaced, and is nothing to stop for.
      if (this.#hasBegun) return
      this.#broken = error
      for (const reject of this.#waiting) reject(error)
    })
  }

  /**
   * Clean one document.
   *
   * @throws DocumentError for what cannot be cleaned; UsageError for a configuration that only a worker can find wrong.
   */
  clean({id, path, record, field, given, verdicts, bytes}: RawToClean): Promise<CleanedBytes> {
    // Copied, for it may be more than a thread can be sent.
    return this.#limit(() => this.#clean({id, path, record, field, given, verdicts, bytes}))
  }

  async #clean(raw: RawToClean): Promise<CleanedBytes> {
    const first = await this.#attempt(raw)
    if ('ok' in first) return first
    const hasEnded = first.reason === endedWorker
    // A stage that ended its thread would do so whatever the markdown; one that did it to another document would not.
    const second = await this.#attempt({...raw, ...(!hasEnded && {plainSince: first.reason})})
    if ('ok' in second) return second
    if (hasEnded) throw new DocumentError(first.reason)
    const [one, two] = [wording(first), wording(second)]
    throw new DocumentError(one === two ? `${one}, also as plain text` : `${one}; as plain text it ${two}`)
  }

  /**
   * Wait for a task, unless no thread can be started.
   *
   * A race with one promise for all would keep the outcome of every task for as long as that promise: all that a run ever made.
   */
  #unlessBroken(running: Promise<CleanOutcome>): Promise<CleanOutcome> {
    return new Promise((resolve, reject) => {
      if (this.#broken) reject(this.#broken)
      this.#waiting.add(reject)
      running.then(resolve, reject).finally(() => this.#waiting.delete(reject))
    })
  }

  /** Stop all threads, whatever they are at. */
  async stop(): Promise<void> {
    await this.#pool.destroy()
  }

  /** Try once; gives a failure that plain text may spare. */
  async #attempt(given: Omit<CleanTask, 'begun' | 'atWork'>): Promise<CleanedBytes | Failure> {
    const controller = new AbortController()
    const {port1, port2} = new MessageChannel()
    const atWork = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT)).fill(-1)
    let isBegun = false
    let failure: Failure = {reason: ''}
    let timer: NodeJS.Timeout | undefined
    // The deadline counts from here: neither the wait for a thread nor its start is the document's fault.
    port1.once('message', ({deadline, stages, rules}: Beginning) => {
      isBegun = true
      this.#hasBegun = true
      timer = setTimeout(() => {
        const [stage, rule] = [stages[Atomics.load(atWork, 0)], rules[Atomics.load(atWork, 1)]]
        failure = {reason: `took longer than ${formatDuration(deadline)}`, stage, rule}
        controller.abort()
      }, deadline)
    })
    try {
      const task = {...given, begun: port2, atWork}
      const running = this.#pool.run(task, {signal: controller.signal, transferList: [port2]})
      const outcome = await this.#unlessBroken(running)
      if (outcome.ok) return outcome
      if (outcome.fault === 'depth') return {reason: 'is nested too deeply'}
      if (outcome.fault === 'usage') throw new UsageError(outcome.message)
      if (outcome.fault === 'document') throw new DocumentError(outcome.message)
      // What a stage of the user's own does wrong is not ours to mend.
      const isOurs = outcome.fault === 'bug'
      const reason = isOurs ? `unexpected error, please report it: ${outcome.message}` : outcome.message
      throw new StageFault(reason, outcome.stack)
    } catch (error) {
      if (controller.signal.aborted) return failure
      const {code} = error as NodeJS.ErrnoException
      if (code === 'ERR_WORKER_OUT_OF_MEMORY') return {reason: `took more than ${this.#memory} MB of memory`}
      // A thread that exits may take the news of its beginning with it; one that cannot load its modules throws.
      const hasExited = /^worker exited/.test((error as Error).message)
      if (!(error instanceof DocumentError || error instanceof UsageError) && (isBegun || hasExited))
        return {reason: endedWorker}
      throw error
    } finally {
      clearTimeout(timer)
      port1.close()
    }
  }
}
