/**
 * Count, over all documents, what each stage changed, or each rule of one stage. Reads the manifest alone.
 *
 * Left out is what happens before a text is markdown: its edits are bytes and tags, thousands a page, and the manifest
 * does not count them.
 */
import type {Counts, ManifestEntry} from '../provenance/model.js'
import type {Manifest} from '../provenance/read.js'
import type {Palette} from './palette.js'
import {oneLine} from './visible.js'

export interface Overview {
  /** Stages, or rules of the one stage asked for, in order. */
  readonly columns: readonly string[]
  readonly rows: readonly {
    readonly id: string
    readonly counts: Readonly<Record<string, Counts>>
    /** Why there are no counts. */
    readonly failure?: string
  }[]
}

/** @param stage to show the rules of, in place of all stages. */
export function overviewOf({run, documents}: Manifest, stage?: string): Overview {
  const rows = documents.map((document) => {
    if (document.verdict === 'failed') return {id: document.id, counts: {}, failure: document.reasons.join('; ')}
    return {id: document.id, counts: countsOf(document, stage)}
  })
  const found = new Set(rows.flatMap(({counts}) => Object.keys(counts)))
  const columns =
    stage === undefined
      ? // A stage that runs twice is counted in one column.
        [...new Set(run.pipeline.stages.map(({id}) => id))].filter((id) => found.has(id))
      : [...found].sort()
  return {columns, rows}
}

function countsOf(entry: ManifestEntry, stage?: string): Record<string, Counts> {
  const counts: Record<string, Counts> = {}
  for (const [name, {edits, words}] of Object.entries(entry.rules)) {
    const slash = name.indexOf('/')
    if (stage !== undefined && name.slice(0, slash) !== stage) continue
    const key = stage === undefined ? name.slice(0, slash) : name.slice(slash + 1)
    const sum = (counts[key] ??= {edits: 0, words: 0})
    sum.edits += edits
    sum.words += words
  }
  return counts
}

/** The overview as a table, each line ended. */
export function overviewTable({columns, rows}: Overview, palette: Palette): string {
  const heads = columns.map((column) => column.split(/(?<=-)/))
  const depth = Math.max(1, ...heads.map((head) => head.length))
  const totals: Record<string, Counts> = {}
  for (const {counts} of rows) {
    for (const [key, {edits, words}] of Object.entries(counts)) {
      const sum = (totals[key] ??= {edits: 0, words: 0})
      sum.edits += edits
      sum.words += words
    }
  }
  const lines: string[][] = []
  for (let level = 0; level < depth; level++) {
    lines.push(['', ...heads.map((head) => head[level - (depth - head.length)] ?? '')])
  }
  for (const {id, counts, failure} of rows) {
    if (failure === undefined) lines.push([oneLine(id), ...columns.map((column) => cell(counts[column]))])
  }
  lines.push(['all', ...columns.map((column) => cell(totals[column]))])
  const widths = ['', ...columns].map((_, index) => Math.max(...lines.map((line) => line[index]!.length)))
  const text = lines.map((line, row) => {
    const written = line.map((part, index) => (index === 0 ? part.padEnd(widths[0]!) : part.padStart(widths[index]!)))
    const whole = written.join('  ').trimEnd()
    return row < depth || row === lines.length - 1 ? palette.title(whole) : whole
  })
  const failures = rows.filter(({failure}) => failure !== undefined)
  return [
    ...text,
    ...failures.map(({id, failure}) => palette.removed(`${oneLine(id)}  failed: ${oneLine(failure!)}`)),
    palette.faint(
      'edits, and by how many words the text became shorter (−) or longer (+); markup and bytes are not counted',
    ),
    '',
  ].join('\n')
}

function cell(counts: Counts | undefined): string {
  if (!counts) return '·'
  return `${counts.edits} ${signed(-counts.words)}`
}

/** A difference with its sign, a true minus among them. */
export function signed(difference: number): string {
  return difference < 0 ? `−${-difference}` : difference > 0 ? `+${difference}` : '±0'
}
