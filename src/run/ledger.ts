/** The books of a run: what came of each document goes, in order, into manifest and sums, and what has to be told is kept. */
import type {ManifestWriter} from '../provenance/manifest-writer.js'
import type {ManifestDocument} from '../provenance/model.js'
import {outputNameOf} from '../provenance/outputs.js'
import {DecisionTally} from './decision-report.js'
import type {Made} from './made.js'
import type {DocumentReport, Finding} from './one-document.js'
import type {Previous} from './previous.js'
import type {PendingResult, Results} from './results.js'
import type {UnselectedItem} from './source.js'
import {Tally} from './tally.js'

/** Most warnings that are told one by one. */
const mostWarnings = 20

export class Ledger {
  readonly tally: Tally = new Tally()
  readonly decisions: DecisionTally = new DecisionTally()
  readonly findings: Finding[] = []
  readonly #notes: string[] = []
  #warnings = 0
  readonly #leftOut = new Map<string, string>()
  readonly #manifest: ManifestWriter
  readonly #results: Results
  readonly #made: Made
  readonly #previous: Previous | undefined

  constructor(
    manifest: ManifestWriter,
    {
      results,
      made,
      previous,
    }: {readonly results: Results; readonly made: Made; readonly previous: Previous | undefined},
  ) {
    this.#manifest = manifest
    this.#results = results
    this.#made = made
    this.#previous = previous
  }

  /** Note the records of an archive that are no raws, by why; said twice it counts once. */
  leaveOut(path: string, counts: Readonly<Record<string, number>>): void {
    const reasons = Object.entries(counts).map(([why, count]) => `${count} for their ${why}`)
    this.#leftOut.set(path, `${path}: records that are no pages or texts were passed over: ${reasons.join(', ')}`)
  }

  /** What a person should know. */
  get notes(): readonly string[] {
    const more = this.#warnings - mostWarnings
    const rest = more > 0 ? [`and ${more} more warnings: see "messages" in provenance`] : []
    return [...this.#notes, ...rest, ...this.#leftOut.values()]
  }

  /** Take what came of a document. */
  async take({pending, sheets: _, ...report}: DocumentReport): Promise<void> {
    const {path, record, replaced, warnings = []} = report
    this.#made.note(path, report.status === 'failed' ? 'failed' : 'done')
    const {document, findings = []} = record ? await this.#enter(record, pending) : {}
    const isSame = report.status === 'same' && findings.length === 0
    const status = report.status === 'same' && !isSame ? 'differs' : report.status
    this.tally.add({...report, status, ...(document && {record: document})})
    if (document) this.decisions.add(document)
    this.findings.push(...findings)
    for (const warning of warnings) this.#warn(`${path}: ${warning}`)
    if (replaced !== undefined)
      this.#notes.push(`${replaced} was changed by hand after the last run; it was written anew`)
  }

  /** Keep what the last manifest says of a raw that was not selected and is still there. */
  async keep({unselected}: UnselectedItem): Promise<void> {
    this.noteUnselected(unselected.path)
    for await (const document of this.keptOf(unselected)) await this.keepDocument(document)
  }

  /** Note a raw that was not selected. What was refused may be a folder, of which nothing was read: its raws may be there. */
  noteUnselected(path: string): void {
    this.#made.note(path, 'unselected')
  }

  /** What the last manifest says of a raw, or of those in a container. */
  async *keptOf({id, path}: {readonly id: string; readonly path: string}): AsyncGenerator<ManifestDocument> {
    const found = await this.#previous?.find(id)
    if (found?.raw.path === path) yield found
    else if (this.#previous) yield* this.#previous.recordsOf(path)
  }

  /** Keep a document of the last manifest. */
  async keepDocument(document: ManifestDocument): Promise<void> {
    this.#made.note(document.raw.path, document.verdict === 'failed' ? 'failed' : 'done')
    await this.#enter(document, undefined)
  }

  #warn(warning: string): void {
    this.#warnings++
    if (this.#warnings <= mostWarnings) this.#notes.push(warning)
  }

  async #enter(
    document: ManifestDocument,
    pending: PendingResult | undefined,
  ): Promise<{document: ManifestDocument; findings?: readonly Finding[]}> {
    if (document.verdict === 'failed') {
      this.#made.fail(outputNameOf(document))
      await this.#manifest.add(document)
      return {document}
    }
    const {entry, ...rest} = await this.#results.place(document, pending)
    this.#made.expect(entry)
    await this.#manifest.add(entry)
    return {document: entry, ...rest}
  }
}
