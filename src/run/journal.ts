/**
 * What came of the documents before they were held against each other: it waits here, on disk when it is much, until all
 * are known.
 */
import type {ObservedDocument} from '../document/corpus-stage.js'
import type {ManifestDocument} from '../provenance/model.js'
import {ByteSpool, type SpoolPlace} from './byte-spool.js'
import type {DocumentReport} from './one-document.js'
import {Spool} from './spool.js'

/** Of one document: what a run made of it, or what it keeps of the last one. */
export type JournalEntry = DocumentReport | {readonly kept: ManifestDocument} | {readonly unselected: string}

/** What is written of it. */
interface Written {
  readonly entry: JournalEntry
  readonly sheets?: Readonly<Record<string, unknown>> | undefined
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

  /** @param sheets what its stages observed of it, by stage; missing for what failed. */
  async add(entry: JournalEntry, sheets?: Readonly<Record<string, unknown>>): Promise<void> {
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

  /** What one stage observed of all documents. */
  async *sheetsOf(stage: string): AsyncGenerator<ObservedDocument<unknown>> {
    for await (const {entry, sheets} of this.#read()) {
      const id = idOf(entry)
      if (id !== undefined && sheets && Object.hasOwn(sheets, stage)) yield {id, sheet: sheets[stage]}
    }
  }

  /** What was observed of each document that came out, with the record of it. */
  async *observed(): AsyncGenerator<{document: ManifestDocument; sheets: Readonly<Record<string, unknown>>}> {
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

function idOf(entry: JournalEntry): string | undefined {
  if ('unselected' in entry) return undefined
  return 'kept' in entry ? entry.kept.id : entry.id
}
