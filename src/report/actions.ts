/** What may be done from a report that is served: decide, take a decision back, and have a run apply what was decided. */
import {resolve} from 'node:path'
import {z} from 'zod'
import {faultOfRule} from '../config/decisions.js'
import {addDecisions, removeDecisions} from '../config/decisions-file.js'
import {loadConfig} from '../config/load.js'
import {builtInStages} from '../config/stages.js'
import {type Decision, idOfDecision} from '../document/decision.js'
import type {Range} from '../document/range.js'
import {UsageError} from '../errors.js'
import {
  type Proposal,
  proposeDrop,
  proposeKeep,
  proposeName,
  proposeNever,
  type ScopeName,
  scopeOf,
} from '../inspect/decide.js'
import type {Folders} from '../inspect/record.js'
import {openRecord} from '../inspect/record.js'
import {run} from '../run/run.js'

/** What a person wants: `raw` is a range of the raw text in UTF-16 code units, as the browser counts. */
export interface Wish {
  readonly document: string
  readonly decision: Decision['decision']
  readonly raw: Range
  /** Of `never`, which rule, as `stage/rule`. */
  readonly rule?: string | undefined
  readonly scope: ScopeName
  readonly note?: string | undefined
}

export const wishSchema: z.ZodType<Wish> = z.strictObject({
  document: z.string().max(4096),
  decision: z.enum(['keep', 'drop', 'never', 'name']),
  raw: z.strictObject({start: z.int().nonnegative(), end: z.int().nonnegative()}),
  rule: z.string().max(200).optional(),
  scope: z.enum(['document', 'site', 'everywhere']),
  note: z.string().max(2000).optional(),
})

/** A decision as the report is told of it. */
export interface ToldDecision {
  readonly id: string
  readonly decision: Decision
}

export class Actions {
  readonly #cwd: string
  readonly #config: string | undefined
  readonly #folders: Folders
  readonly #rebuild: () => Promise<unknown>

  /** @param rebuild builds the report anew, behind a run. */
  constructor(
    {cwd, config, folders}: {readonly cwd: string; readonly config?: string | undefined; readonly folders: Folders},
    rebuild: () => Promise<unknown>,
  ) {
    this.#cwd = cwd
    this.#config = config
    this.#folders = folders
    this.#rebuild = rebuild
  }

  /** All decisions, in the order of their file. */
  async list(): Promise<ToldDecision[]> {
    const {decisions} = await this.#load()
    return decisions.items.map((decision) => ({id: idOfDecision(decision), decision}))
  }

  /**
   * Decide, and write it down.
   *
   * @throws UsageError where there is nothing to decide upon.
   */
  async decide({document, decision: name, raw, rule, scope: scopeName, note}: Wish): Promise<ToldDecision[]> {
    const config = await this.#load()
    const record = await openRecord(this.#folders, document)
    if (raw.end > record.replay.raw.length || raw.start >= raw.end)
      throw new UsageError('No such place; load the report anew')
    const place = {side: 'raw' as const, range: raw, name: 'This'}
    const scope = scopeOf(record, scopeName)
    let proposals: Proposal[]
    if (name === 'keep') proposals = proposeKeep(record, place, scope)
    else if (name === 'drop') proposals = proposeDrop(record, place, scope)
    else if (name === 'name') proposals = proposeName(record, place, scope)
    else {
      proposals = proposeNever(record, place, scope, rule)
      const fault = faultOfRule(proposals[0]!.decision.rule!, {stages: builtInStages, options: config.stages})
      if (fault !== undefined) throw new UsageError(fault)
    }
    const decisions = proposals.map(({decision}) => ({...decision, ...(note !== undefined && note !== '' && {note})}))
    addDecisions(resolve(this.#cwd, config.decisions.file), decisions)
    return decisions.map((decision) => ({id: idOfDecision(decision), decision}))
  }

  /** Take a decision back. */
  async undo(id: string): Promise<void> {
    const {decisions} = await this.#load()
    if (!decisions.items.some((decision) => idOfDecision(decision) === id)) throw new UsageError(`No decision ${id}`)
    removeDecisions(resolve(this.#cwd, decisions.file), new Set([id]))
  }

  /** Run, and build the report anew; tells how many documents were worked on. */
  async apply(): Promise<{readonly written: number; readonly failed: number}> {
    const config = await this.#load()
    const {totals} = await run({cwd: this.#cwd, config: {...config, ...this.#folders}, mode: 'write'})
    await this.#rebuild()
    return {written: totals.statuses.written ?? 0, failed: totals.failed}
  }

  #load(): ReturnType<typeof loadConfig> {
    return loadConfig({cwd: this.#cwd, file: this.#config, mayLack: ['decisions']})
  }
}
