/**
 * Work on the documents of a run. Where no stage asks for other documents, in one pass. Else in two: the first works on each
 * document alone and observes it; then all are decided upon; the second works anew on those upon which something else was
 * decided than what their results were made with, which are few.
 */
import type {ObservedDocument} from '../document/corpus-stage.js'
import type {ManifestDocument} from '../provenance/model.js'
import {CorpusVerdicts, type Verdicts} from './corpus-verdicts.js'
import {Journal, type JournalEntry} from './journal.js'
import type {Ledger} from './ledger.js'
import {mapOrdered} from './map-ordered.js'
import {type DocumentReport, type DocumentWork, failed, workAgain, workOn} from './one-document.js'
import type {OutputFolder} from './output.js'
import {digestOf, type Pipeline} from './pipeline.js'
import {RawSearch} from './raw-search.js'
import {keyOf, type RawKey, SheetCache, type SheetLine, writeSheets} from './sheet-cache.js'
import type {RawItem, SourceItem} from './source.js'
import {Spool} from './spool.js'

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
  const sheets = new Spool(draftPath())
  const corpusVerdicts = new CorpusVerdicts(draftPath())
  const cache = work.isCached ? await SheetCache.open(output.path, pipeline.digest) : undefined
  try {
    const {isSame, isComplete} = await runFirst({...passes, work: {...work, sheetCache: cache}}, journal)
    // Of the same documents the same was decided, and they were made with it.
    const isSettled = isSame && cache?.isComplete === true
    if (!isSettled && work.mode !== 'dry-run') {
      await gatherSheets(journal, cache, sheets)
      await corpusVerdicts.decide(pipeline, (stage) => sheetsOf(sheets, stage))
    }
    const entries =
      isSettled || work.mode === 'dry-run' ? journal.entries() : decideAll(journal, corpusVerdicts, passes)
    for await (const entry of entries) {
      if ('kept' in entry) await ledger.keepDocument(entry.kept)
      else if ('unselected' in entry) ledger.noteUnselected(entry.unselected)
      else await ledger.take(entry)
    }
    if (!isSettled && work.mode === 'write') await writeSheets(output, {pipeline: pipeline.digest, isComplete}, sheets)
  } finally {
    await cache?.close()
    await journal.discard()
    await sheets.discard()
    await corpusVerdicts.discard()
  }
}

/** What the first pass found of the corpus as a whole. */
interface FirstPass {
  /** Whether it is the one of the last run, with nothing new and nothing gone. */
  readonly isSame: boolean
  /** Whether all of its documents were selected. */
  readonly isComplete: boolean
}

/** Work on each document alone. */
async function runFirst(passes: Passes, journal: Journal): Promise<FirstPass> {
  const {work, ledger} = passes
  let count = 0
  let isSame = true
  let isComplete = true
  for await (const report of workOnAll(passes)) {
    if ('unselected' in report) {
      isComplete = false
      await observeKept(report.unselected, {journal, ledger, cache: work.sheetCache})
    } else {
      const {sheets, ...rest} = report
      count++
      isSame &&= rest.status === 'unchanged' && sheets === 'cached'
      await journal.add(rest, sheets)
    }
  }
  return {isSame: isSame && isComplete && count === work.previous?.size, isComplete}
}

/** Bring together what is known of all documents: what was observed now, and what the last run has observed. */
async function gatherSheets(journal: Journal, cache: SheetCache | undefined, lines: Spool): Promise<void> {
  for await (const {document, sheets} of journal.observed()) {
    const {id, raw} = document
    const known = raw as RawKey
    const line = sheets === 'cached' ? await cache?.find(id, known) : {id, raw: keyOf(known), sheets}
    if (line) await lines.add(`${JSON.stringify(line satisfies SheetLine)}\n`)
  }
}

async function* sheetsOf(lines: Spool, stage: string): AsyncGenerator<ObservedDocument<unknown>> {
  for await (const text of lines.lines()) {
    const {id, sheets} = JSON.parse(text) as SheetLine
    if (Object.hasOwn(sheets, stage)) yield {id, sheet: sheets[stage]}
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
    await journal.add({kept}, isWhole && cache?.has(kept.id, kept.raw) ? 'cached' : undefined)
  }
}

/** Go through what the first pass made, and work anew on what was decided upon otherwise than it was made. */
async function* decideAll(
  journal: Journal,
  corpusVerdicts: CorpusVerdicts,
  {source, work, concurrency}: Passes,
): AsyncGenerator<JournalEntry> {
  const raws = new RawSearch(source())
  try {
    yield* mapOrdered(withRaws(journal, corpusVerdicts, raws), boundsFor(concurrency), async ({entry, again}) =>
      again ? {...(await workAgain(again.item, again.verdicts, again.record, work)), ...replacedBy(entry)} : entry,
    )
  } finally {
    await raws.close()
  }
}

/** What the first pass wrote over: the second finds the first one's work there. */
function replacedBy(entry: JournalEntry): Pick<DocumentReport, 'replaced'> {
  return 'replaced' in entry && entry.replaced !== undefined ? {replaced: entry.replaced} : {}
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
  corpusVerdicts: CorpusVerdicts,
  raws: RawSearch,
): AsyncGenerator<{readonly entry: JournalEntry; readonly again?: Again}> {
  for await (const entry of journal.entries()) {
    const record = 'record' in entry ? entry.record : undefined
    const verdicts = record && record.verdict !== 'failed' ? await corpusVerdicts.find(record.id) : undefined
    if (!record || record.verdict === 'failed' || isMadeWith(record.decided, verdicts)) yield {entry}
    else {
      const {id, raw} = record
      const item = await raws.find({id, isRecord: raw.record !== undefined})
      yield {entry, again: {item, verdicts, record}}
    }
  }
}

function isMadeWith(decided: Readonly<Record<string, string>> = {}, verdicts: Verdicts = {}): boolean {
  const stages = Object.keys(verdicts)
  if (stages.length !== Object.keys(decided).length) return false
  return stages.every((stage) => decided[stage] === digestOf(verdicts[stage]))
}
