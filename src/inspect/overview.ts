/**
 * Count, over all documents, what each stage changed, or each rule of one stage, or the rules of a class. Reads the manifest alone,
 * and twice: once for the columns and sums, once for the rows, so that none has to be kept.
 *
 * Left out is what happens before a text is markdown: its edits are bytes and tags, thousands a page, and the manifest
 * does not count them.
 */
import type {ManifestFile} from '../provenance/manifest-file.js'
import type {Counts, ManifestDocument, ManifestEntry} from '../provenance/model.js'
import {type Chosen, isChosen} from './chosen.js'
import type {Palette} from './palette.js'
import {oneLine} from './visible.js'

/** What stands above the rows. */
export interface OverviewHead {
  /** Stages, or the rules or the class that are asked for, in order. */
  readonly columns: readonly string[]
  /** Sums by column. */
  readonly totals: Readonly<Record<string, Counts>>
  /** Widths in characters: of the names of documents, then of the columns. */
  readonly widths: readonly number[]
}

/** A document's counts by column. */
export interface OverviewRow {
  readonly id: string
  readonly counts: Readonly<Record<string, Counts>>
  /** Why there are no counts. */
  readonly failure?: string
}

/** Find the columns and their sums. */
export async function overviewHead(manifest: ManifestFile, chosen: Chosen): Promise<OverviewHead> {
  const totals: Record<string, {edits: number; words: number}> = {}
  const cells: Record<string, number> = {}
  let widest = 'all'.length
  for await (const document of manifest.documents()) {
    const {id, counts, failure} = rowOf(document, chosen)
    if (failure === undefined) widest = Math.max(widest, oneLine(id).length)
    for (const [key, {edits, words}] of Object.entries(counts)) {
      const sum = (totals[key] ??= {edits: 0, words: 0})
      sum.edits += edits
      sum.words += words
      cells[key] = Math.max(cells[key] ?? 0, cell(counts[key]).length)
    }
  }
  const isOfStages = Object.values(chosen).every((value) => value === undefined)
  const columns = isOfStages
    ? // A stage that runs twice is counted in one column.
      [...new Set(manifest.run.pipeline.stages.map(({id}) => id))].filter((id) => Object.hasOwn(totals, id))
    : Object.keys(totals).sort()
  const widths = columns.map((column) =>
    Math.max(cells[column]!, cell(totals[column]).length, ...partsOf(column).map(({length}) => length)),
  )
  return {columns, totals, widths: [widest, ...widths]}
}

/** The rows, in the order of the documents. */
export async function* overviewRows(manifest: ManifestFile, chosen: Chosen): AsyncGenerator<OverviewRow> {
  for await (const document of manifest.documents()) yield rowOf(document, chosen)
}

function rowOf(document: ManifestDocument, chosen: Chosen): OverviewRow {
  if (document.verdict === 'failed') return {id: document.id, counts: {}, failure: document.reasons.join('; ')}
  return {id: document.id, counts: countsOf(document, chosen)}
}

function countsOf(entry: ManifestEntry, chosen: Chosen): Record<string, Counts> {
  const {stage, rule, class: name} = chosen
  if (name !== undefined) return entry.classes[name] ? {[name]: entry.classes[name]} : {}
  const counts: Record<string, {edits: number; words: number}> = {}
  for (const [key, {edits, words}] of Object.entries(entry.rules)) {
    const slash = key.indexOf('/')
    const [ofStage, ofRule] = [key.slice(0, slash), key.slice(slash + 1)]
    if (!isChosen(chosen, ofStage, ofRule, undefined)) continue
    const column = stage !== undefined ? ofRule : rule !== undefined ? key : ofStage
    const sum = (counts[column] ??= {edits: 0, words: 0})
    sum.edits += edits
    sum.words += words
  }
  return counts
}

/** The overview as a table, each line ended. */
export async function* overviewTable(
  {columns, totals, widths}: OverviewHead,
  rows: AsyncIterable<OverviewRow>,
  palette: Palette,
): AsyncGenerator<string> {
  const line = (parts: readonly string[]): string =>
    parts
      .map((part, index) => (index === 0 ? part.padEnd(widths[0]!) : part.padStart(widths[index]!)))
      .join('  ')
      .trimEnd()
  const heads = columns.map(partsOf)
  const depth = Math.max(1, ...heads.map((head) => head.length))
  for (let level = 0; level < depth; level++) {
    const parts = heads.map((head) => head[level - (depth - head.length)] ?? '')
    yield `${palette.title(line(['', ...parts]))}\n`
  }
  for await (const {id, counts, failure} of rows) {
    yield failure === undefined
      ? `${line([oneLine(id), ...columns.map((column) => cell(counts[column]))])}\n`
      : `${palette.removed(`${oneLine(id)}  failed: ${oneLine(failure)}`)}\n`
  }
  yield `${palette.title(line(['all', ...columns.map((column) => cell(totals[column]))]))}\n`
  yield `${palette.faint('edits, and by how many words the text became shorter (−) or longer (+); markup and bytes are not counted')}\n`
}

/** The lines of a column's title: it is cut behind its hyphens. */
function partsOf(column: string): string[] {
  return column.split(/(?<=[-/])/)
}

function cell(counts: Counts | undefined): string {
  if (!counts) return '·'
  return `${counts.edits} ${signed(-counts.words)}`
}

/** A difference with its sign, a true minus among them. */
export function signed(difference: number): string {
  return difference < 0 ? `−${-difference}` : difference > 0 ? `+${difference}` : '±0'
}
