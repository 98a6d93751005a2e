/** The books of a run: what came of each document goes, in order, into manifest and sums, and what has to be told is kept. */
import type {ManifestWriter} from '../provenance/manifest-writer.js'
import type {ManifestDocument} from '../provenance/model.js'
import {outputNameOf} from '../provenance/outputs.js'
import type {Made} from './made.js'
import type {DocumentReport, Finding} from './one-document.js'
import type {Previous} from './previous.js'
import type {PendingResult, Results} from './results.js'
import type {UnselectedItem} from './source.js'
import {Tally} from './tally.js'

export class Ledger {
  readonly tally: Tally = new Tally()
  readonly findings: Finding[] = []
  readonly notes: string[] = []
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

  /** Take what came of a document. */
  async take({pending, ...report}: DocumentReport): Promise<void> {
    const {path, status, record, replaced, findings = []} = report
    this.#made.note(path, status === 'failed' ? 'failed' : 'done')
    const placed = record && (await this.#enter(record, pending))
    this.tally.add({...report, ...(placed && {record: placed})})
    this.findings.push(...findings)
    if (replaced !== undefined)
      this.notes.push(`${replaced} was changed by hand after the last run; it was written anew`)
  }

  /** Keep what the last manifest says of a raw that was not selected and is still there. */
  async keep({unselected: {id, path}}: UnselectedItem): Promise<void> {
    // What is refused may be a folder, of which nothing was read: its raws may be there.
    this.#made.note(path, 'unselected')
    const found = await this.#previous?.find(id)
    const documents = found?.raw.path === path ? [found] : (this.#previous?.recordsOf(path) ?? [])
    for await (const document of documents) {
      this.#made.note(path, document.verdict === 'failed' ? 'failed' : 'done')
      await this.#enter(document, undefined)
    }
  }

  async #enter(document: ManifestDocument, pending: PendingResult | undefined): Promise<ManifestDocument> {
    const name = outputNameOf(document)
    const placed = document.verdict === 'failed' ? document : await this.#results.place(document, pending)
    if (placed.verdict === 'failed') this.#made.fail(name)
    else this.#made.expect(placed)
    await this.#manifest.add(placed)
    return placed
  }
}
