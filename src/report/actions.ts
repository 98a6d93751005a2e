/** What may be done from a report that is served: decide, take a decision back, and have a run apply what was decided. */
import {resolve} from 'node:path'
import {z} from 'zod'
import {buildPipeline} from '../config/build.js'
import type {Config} from '../config/config.js'
import {addDecisions, removeDecisions} from '../config/decisions-file.js'
import {loadConfig} from '../config/load.js'
import {withPlace} from '../config/place.js'
import {type Decision, idOfDecision} from '../document/decision.js'
import type {Range} from '../document/range.js'
import {UsageError} from '../errors.js'
import {propose, type ScopeName, scopeOf} from '../inspect/decide.js'
import {type Folders, openRecord} from '../inspect/record.js'
import {stagesOf} from '../provenance/manifest-writer.js'
import {readManifest} from '../provenance/read.js'
import {digestOf, digestOfWide} from '../run/pipeline.js'
import {run} from '../run/run.js'

/** What a person wants: `raw` is a range of the raw text in UTF-16 code units, as the browser counts. */
export interface Wish {
  /** Digest of the manifest that the report was made from. */
  readonly manifest: string
  readonly document: string
  readonly decision: Decision['decision']
  readonly raw: Range
  /** Of `never`, which rule, as `stage/rule`. */
  readonly rule?: string | undefined
  readonly scope: ScopeName
  readonly note?: string | undefined
}

export const wishSchema: z.ZodType<Wish> = z.strictObject({
  manifest: z.string().max(200),
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

const changed =
  'The results have changed since this report was built; stop, and start `palimpsest report --serve` again'

/** All decisions. */
export interface ToldDecisions {
  readonly decisions: readonly ToldDecision[]
  /** Whether the results are not made with all of them, and them alone. */
  readonly isPending: boolean
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

  /** All decisions, in the order of their file, and whether the results are made with them. */
  async list(): Promise<ToldDecisions> {
    const config = await this.#load()
    const {items} = config.decisions
    const told = items.map((decision) => ({id: idOfDecision(decision), decision}))
    return {decisions: told, isPending: await this.#isPending(config)}
  }

  async #isPending(config: Config): Promise<boolean> {
    const {run: made, documents} = await readManifest(this.#folders.out)
    if (made.pipeline.decisions !== digestOfWide(config.decisions.items)) return true
    const pipeline = await buildPipeline(config)
    return documents.some((document) => {
      return document.verdict !== 'failed' && !pipeline.isDecidedAlike(document.id, document.decisions)
    })
  }

  /**
   * Decide, and write it down.
   *
   * @throws UsageError where there is nothing to decide upon.
   */
  async decide({
    manifest: digest,
    document,
    decision: name,
    raw,
    rule,
    scope: scopeName,
    note,
  }: Wish): Promise<ToldDecision[]> {
    const config = await this.#load()
    const manifest = await readManifest(this.#folders.out)
    // Places are those of the results that the report shows.
    if (manifest.run.digest !== digest) throw new UsageError(changed)
    const record = await openRecord(this.#folders, document, manifest)
    if (record.entry.id !== document || raw.end > record.replay.raw.length || raw.start >= raw.end)
      throw new UsageError('No such place; load the report anew')
    const place = {side: 'raw' as const, range: raw, name: 'This'}
    const proposals = propose(name, record, place, scopeOf(record, scopeName), rule)
    const decisions = proposals.map(({decision}) => ({...decision, ...(note !== undefined && note !== '' && {note})}))
    await addDecisions(resolve(this.#cwd, config.decisions.file), decisions)
    return decisions.map((decision) => ({id: idOfDecision(decision), decision}))
  }

  /** Take a decision back. */
  async undo(id: string): Promise<void> {
    const {decisions} = await this.#load()
    if (!decisions.items.some((decision) => idOfDecision(decision) === id)) throw new UsageError(`No decision ${id}`)
    await removeDecisions(resolve(this.#cwd, decisions.file), new Set([id]))
  }

  /** Run, and build the report anew; tells how many documents were worked on. */
  async apply(): Promise<{readonly written: number; readonly failed: number}> {
    const config = await this.#load()
    await this.#refuseOthers(config)
    const {totals} = await run({cwd: this.#cwd, config: {...config, ...this.#folders}, mode: 'write'})
    await this.#rebuild()
    return {written: totals.statuses.written ?? 0, failed: totals.failed}
  }

  /** A run of the configuration would not give these results anew: flags, or another configuration, made them. */
  async #refuseOthers(config: Config): Promise<void> {
    const {run: made} = await readManifest(this.#folders.out)
    const {stages} = await buildPipeline(withPlace(config))
    const isSame =
      (made.output?.format ?? 'files') === config.format &&
      digestOf(made.pipeline.stages) === digestOf(stagesOf(stages))
    if (!isSame) {
      throw new UsageError(
        'These results were made with other options than the configuration has, by flags such as --names or --format, or before it was changed; run `palimpsest run` with them yourself, and build the report anew',
      )
    }
  }

  #load(): ReturnType<typeof loadConfig> {
    return loadConfig({cwd: this.#cwd, file: this.#config, mayLack: ['decisions']})
  }
}
