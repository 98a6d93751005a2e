/** Sum up what became of documents, and keep the reports of those that a person may want to see named. */
import type {Counts} from '../provenance/model.js'
import {compareIds} from '../provenance/outputs.js'
import type {DocumentReport, DocumentStatus} from './one-document.js'

/** Of so many documents every report is kept; of what comes after them, of those that somebody should look at. */
const mostKept = 1000
/** Most reports that are kept at all. */
const mostDoubtful = 10_000

/** What became of all documents of a run. */
export interface Totals {
  readonly documents: number
  readonly clean: number
  readonly suspect: number
  readonly failed: number
  readonly unchanged: number
  readonly words: {readonly raw: number; readonly clean: number}
  /** What went, by class of rule. */
  readonly classes: Readonly<Record<string, Counts>>
  readonly statuses: Readonly<Partial<Record<DocumentStatus, number>>>
}

export class Tally {
  /** In the order in which they were added. */
  readonly documents: DocumentReport[] = []
  readonly #verdicts = {clean: 0, suspect: 0, failed: 0}
  readonly #words = {raw: 0, clean: 0}
  readonly #classes = new Map<string, Counts>()
  readonly #statuses = new Map<DocumentStatus, number>()
  #count = 0

  add(report: DocumentReport): void {
    const {status, record} = report
    this.#count++
    this.#statuses.set(status, (this.#statuses.get(status) ?? 0) + 1)
    const isDoubtful = record !== undefined && record.verdict !== 'clean'
    if (this.documents.length < mostKept || (isDoubtful && this.documents.length < mostDoubtful)) {
      this.documents.push(report)
    }
    if (!record) return
    this.#verdicts[record.verdict]++
    if (record.verdict === 'failed') return
    this.#words.raw += record.words.raw
    this.#words.clean += record.words.clean
    for (const [name, {edits, words}] of Object.entries(record.classes)) {
      const sum = this.#classes.get(name) ?? {edits: 0, words: 0}
      this.#classes.set(name, {edits: sum.edits + edits, words: sum.words + words})
    }
  }

  totals(): Totals {
    return {
      documents: this.#count,
      ...this.#verdicts,
      unchanged: this.#statuses.get('unchanged') ?? 0,
      words: {...this.#words},
      classes: Object.fromEntries([...this.#classes].sort(([a], [b]) => compareIds(a, b))),
      statuses: Object.fromEntries(this.#statuses),
    }
  }
}
