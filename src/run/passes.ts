/**
 * Work on the documents of a run. Where no stage asks for other documents, in one pass. Else in two: the first works on each
 * document alone and observes it; then all are decided upon; the second works anew on those upon which something else was
 * decided than what their results were made with, which are few.
 */
import type {ManifestDocument} from '../provenance/model.js'
import {Decisions, type Verdicts} from './decisions.js'
import {Journal, type JournalEntry} from './journal.js'
import type {Ledger} from './ledger.js'
import {mapOrdered} from './map-ordered.js'
import {type DocumentReport, type DocumentWork, failed, workAgain, workOn} from './one-document.js'
import type {OutputFolder} from './output.js'
import {digestOf, type Pipeline} from './pipeline.js'
import {type ObservedRaw, SheetCache, writeSheets} from './sheet-cache.js'
import type {RawItem, SourceItem} from './source.js'

/** What the passes share. */
export interface Passes {
  readonly pipeline: Pipeline
  readonly work: DocumentWork
  readonly ledger: Ledger
  readonly concurrency: number
  /** Begins to read the raws; more than once. */
  readonly source: () => AsyncGenerator<SourceItem>
  /** Told after every document. */
  readonly onDone: () => void
}

/** Work on each document alone, and enter what comes of it. */
export async function runAlone(passes: Passes): Promise<void> {
  const {ledger} = passes
  for await (const report of workOnAll(passes))
    await ('unselected' in report ? ledger.keep(report) : ledger.take(report))
}

/** Work on all documents, and hold them against each other. */
export async function runTogether(passes: Passes, output: OutputFolder, draftPath: () => string): Promise<void> {
  const {pipeline, work, ledger} = passes
  const journal = new Journal(draftPath)
  const decisions = new Decisions(draftPath())
  const cache = work.isCached ? await SheetCache.open(output.path, pipeline.digest) : undefined
  try {
    for await (const report of workOnAll({...passes, work: {...work, sheetCache: cache}})) {
      if ('unselected' in report) await observeKept(report.unselected, {journal, ledger, cache})
      else {
        const {sheets, ...rest} = report
        await journal.add(rest, sheets)
      }
    }
    if (work.mode !== 'dry-run') await decisions.decide(pipeline, (stage) => journal.sheetsOf(stage))
    for await (const entry of decideAll(journal, decisions, passes)) {
      if ('kept' in entry) await ledger.keepDocument(entry.kept)
      else if ('unselected' in entry) ledger.noteUnselected(entry.unselected)
      else await ledger.take(entry)
    }
    if (work.mode === 'write') await writeSheets(output, pipeline.digest, observed(journal))
  } finally {
    await cache?.close()
    await journal.discard()
    await decisions.discard()
  }
}

function workOnAll({work, concurrency, source, onDone}: Passes): AsyncGenerator<DocumentReport | Unselected> {
  // One document more than there are threads, a thread: while one is cleaned, another is read or written.
  return mapOrdered(source(), boundsFor(concurrency), async (item) => {
    if ('unselected' in item) return item
    const report = 'read' in item ? await workOn(item, work) : failed(item, item.reason)
    onDone()
    return report
  })
}

type Unselected = Extract<SourceItem, {unselected: unknown}>

function boundsFor(concurrency: number): {readonly concurrency: number; readonly window: number} {
  return {concurrency: concurrency * 2, window: concurrency * 16}
}

/** Note what the last run left of raws that were not selected: they are documents of the corpus. */
async function observeKept(
  raw: Unselected['unselected'],
  {
    journal,
    ledger,
    cache,
  }: {readonly journal: Journal; readonly ledger: Ledger; readonly cache: SheetCache | undefined},
): Promise<void> {
  await journal.add({unselected: raw.path})
  for await (const kept of ledger.keptOf(raw)) {
    const isWhole = kept.verdict !== 'failed'
    await journal.add({kept}, isWhole ? await cache?.find(kept.id, kept.raw) : undefined)
  }
}

/** Go through what the first pass made, and work anew on what was decided upon otherwise than it was made. */
async function* decideAll(
  journal: Journal,
  decisions: Decisions,
  {source, work, concurrency}: Passes,
): AsyncGenerator<JournalEntry> {
  const raws = source()
  try {
    yield* mapOrdered(withRaws(journal, decisions, raws), boundsFor(concurrency), async ({entry, again}) =>
      again ? workAgain(again.item, again.verdicts, again.record, work) : entry,
    )
  } finally {
    await raws.return(undefined)
  }
}

interface Again {
  /** Undefined where the raw is gone since. */
  readonly item: RawItem | undefined
  readonly verdicts: Verdicts | undefined
  readonly record: ManifestDocument
}

/** Find the raws of documents that have to be worked on again. Raws are read in the order of the journal, as far as they are wanted. */
async function* withRaws(
  journal: Journal,
  decisions: Decisions,
  raws: AsyncGenerator<SourceItem>,
): AsyncGenerator<{readonly entry: JournalEntry; readonly again?: Again}> {
  for await (const entry of journal.entries()) {
    const record = 'record' in entry ? entry.record : undefined
    const verdicts = record && record.verdict !== 'failed' ? await decisions.find(record.id) : undefined
    if (!record || record.verdict === 'failed' || isMadeWith(record.decided, verdicts)) yield {entry}
    else yield {entry, again: {item: await findRaw(raws, record.id), verdicts, record}}
  }
}

async function findRaw(raws: AsyncGenerator<SourceItem>, id: string): Promise<RawItem | undefined> {
  for (;;) {
    const {done, value} = await raws.next()
    if (done) return undefined
    if ('read' in value && value.id === id) return value
  }
}

function isMadeWith(decided: Readonly<Record<string, string>> = {}, verdicts: Verdicts = {}): boolean {
  const stages = Object.keys(verdicts)
  if (stages.length !== Object.keys(decided).length) return false
  return stages.every((stage) => decided[stage] === digestOf(verdicts[stage]))
}

async function* observed(journal: Journal): AsyncGenerator<ObservedRaw> {
  for await (const {document, sheets} of journal.observed()) {
    const {sha256, given} = document.raw
    if (sha256 !== undefined) yield {id: document.id, raw: {sha256, ...(given && {given})}, sheets}
  }
}
