/**
 * What came of the documents before they were held against each other: it waits here, on disk when it is much, until all
 * are known.
 */
import type {ManifestDocument} from '../provenance/model.js'
import {ByteSpool, type SpoolPlace} from './byte-spool.js'
import type {DocumentReport} from './one-document.js'
import {Spool} from './spool.js'

/** Of one document: what a run made of it, or what it keeps of the last one. */
export type JournalEntry = DocumentReport | {readonly kept: ManifestDocument} | {readonly unselected: string}

/** What was observed of a document, by stage; or that the cache has it. */
export type Observation = Readonly<Record<string, unknown>> | 'cached'

/** What is written of it. */
interface Written {
  readonly entry: JournalEntry
  readonly sheets?: Observation | undefined
  readonly clean?: SpoolPlace
  readonly provenance?: SpoolPlace
}

export class Journal {
  readonly #lines: Spool
  readonly #bytes: ByteSpool

  /** @param draftPath gives paths of files that are not there, made when they are needed. */
  constructor(draftPath: () => string) {
    this.#lines = new Spool(draftPath())
    this.#bytes = new ByteSpool(draftPath())
  }

  /** @param sheets missing for what failed, and for what nothing is known of. */
  async add(entry: JournalEntry, sheets?: Observation): Promise<void> {
    const {pending, ...rest} = 'pending' in entry ? entry : {...entry, pending: undefined}
    const written: Written = {
      entry: rest as JournalEntry,
      sheets,
      ...(pending && {
        clean: await this.#bytes.add(pending.clean),
        provenance: await this.#bytes.add(pending.provenance),
      }),
    }
    await this.#lines.add(`${JSON.stringify(written)}\n`)
  }

  /** The entries, in the order in which they were added. */
  async *entries(): AsyncGenerator<JournalEntry> {
    for await (const {entry, clean, provenance} of this.#read()) {
      if (!clean || !provenance) yield entry
      else {
        const pending = {clean: await this.#bytes.read(clean), provenance: await this.#bytes.read(provenance)}
        yield {...(entry as DocumentReport), pending}
      }
    }
  }

  /** What was observed of each document that came out, with the record of it. */
  async *observed(): AsyncGenerator<{document: ManifestDocument; sheets: Observation}> {
    for await (const {entry, sheets} of this.#read()) {
      const document = 'kept' in entry ? entry.kept : 'unselected' in entry ? undefined : entry.record
      if (document && sheets) yield {document, sheets}
    }
  }

  async discard(): Promise<void> {
    await this.#lines.discard()
    await this.#bytes.discard()
  }

  async *#read(): AsyncGenerator<Written> {
    for await (const line of this.#lines.lines()) yield JSON.parse(line) as Written
  }
}
