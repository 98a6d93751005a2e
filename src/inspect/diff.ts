/**
 * Write what became of a document, stage by stage, or over a run of stages at once.
 */

import {nearest} from '../document/nearest.js'
import {countWords} from '../document/words.js'
import {UsageError} from '../errors.js'
import type {ReplayedStage} from '../provenance/read.js'
import {type Comparison, compareStages} from './changes.js'
import {type Chosen, choose} from './chosen.js'
import {signed} from './overview.js'
import type {Palette} from './palette.js'
import type {DocumentRecord} from './record.js'
import {unified} from './unified.js'
import {oneLine} from './visible.js'
import {wordDiff} from './word-diff.js'

export interface DiffOptions {
  /** Word passages in place of lines. */
  readonly isWords: boolean
  /** Unchanged lines, or words, around a change. */
  readonly context: number
  /** Every character as it is, nothing summed up: for `patch`. */
  readonly isExact: boolean
}

/** So many edits are shown unasked: of what turns bytes and markup into text, and of any other stage. */
const mostMarkupEdits = 10
const mostEdits = 400

/**
 * The stages of an id: all of them, where a stage runs twice.
 *
 * @throws UsageError for a stage that the document did not go through.
 */
export function stagesCalled(record: DocumentRecord, id: string): readonly ReplayedStage[] {
  const found = record.replay.stages.filter(({stage}) => stage === id)
  if (found.length === 0) throw unknownStage(record, id)
  return found
}

/**
 * The stages from one to another, both included; of a stage that runs twice from the first time, or to the last.
 *
 * @throws UsageError for a stage that the document did not go through, and for a wrong order.
 */
export function selectStages(record: DocumentRecord, from?: string, to?: string): readonly ReplayedStage[] {
  const {stages} = record.replay
  const ids = stages.map(({stage}) => stage)
  const first = from === undefined ? 0 : ids.indexOf(from)
  const last = to === undefined ? stages.length - 1 : ids.lastIndexOf(to)
  if (first < 0) throw unknownStage(record, from!)
  if (last < 0) throw unknownStage(record, to!)
  if (first > last) throw new UsageError(`Unexpected order: ${from} runs after ${to}; swap --from and --to`)
  return stages.slice(first, last + 1)
}

function unknownStage({replay, entry}: DocumentRecord, id: string): UsageError {
  const ids = [...new Set(replay.stages.map(({stage}) => stage))]
  const near = nearest(id, ids)
  const hint = near === undefined ? '' : ` (Did you mean ${near}?)`
  return new UsageError(`${entry.id} did not go through a stage ${id}${hint}; it went through ${ids.join(', ')}`)
}

/** What was asked for of each stage, where it changed anything. */
export function diffOfChosen(record: DocumentRecord, chosen: Chosen, palette: Palette, options: DiffOptions): string {
  return chosenStages(record, chosen)
    .map((stage) => `${diffOf(record, [stage], palette, options)}\n`)
    .join('')
}

/** The stages that did what is asked for, with nothing else that they did. */
export function chosenStages({replay}: DocumentRecord, chosen: Chosen): ReplayedStage[] {
  return replay.stages
    .filter(({stage}) => chosen.stage === undefined || chosen.stage === stage)
    .map((stage) => choose(stage, chosen))
    .filter(({edits}) => edits.length > 0)
}

/** What each stage changed, those that changed much without being asked for summed up. */
export function diffByStage(record: DocumentRecord, palette: Palette, options: DiffOptions): string {
  const {entry, provenance, replay} = record
  const parts: string[] = []
  const idle: string[] = []
  for (const [index, stage] of replay.stages.entries()) {
    if (stage.edits.length === 0) {
      idle.push(stage.stage)
      continue
    }
    const isMarkdown = provenance.activities[index]?.mediaType === 'text/markdown'
    const isMuch = stage.edits.length > (isMarkdown ? mostEdits : mostMarkupEdits)
    if (isMuch && !options.isExact) parts.push(titleOf([stage], palette), summary(stage, entry.id, palette), '\n')
    else parts.push(diffOf(record, [stage], palette, options), '\n')
  }
  if (idle.length > 0 && !options.isExact) parts.push(palette.faint(`Without edits: ${idle.join(', ')}`), '\n')
  return parts.join('')
}

/** What some stages changed together. */
export function diffOf(
  {entry}: DocumentRecord,
  stages: readonly ReplayedStage[],
  palette: Palette,
  {isWords, context, isExact}: DiffOptions,
): string {
  const comparison = compareStages(stages)
  const title = titleOf(stages, palette, comparison)
  if (comparison.changes.length === 0) return title
  if (isWords) return title + wordDiff(comparison, palette, {context})
  const [first, last] = [stages[0]!.stage, stages.at(-1)!.stage]
  const name = oneLine(entry.id)
  const files = `--- a/${name}.md\tbefore ${first}\n+++ b/${name}.md\tafter ${last}\n`
  return (
    title +
    files.replace(/^.*$/gm, (line) => (line ? palette.title(line) : line)) +
    unified(comparison, palette, {context, isExact})
  )
}

/** `strip-debris 3: 12 edits, −340 words` */
function titleOf(stages: readonly ReplayedStage[], palette: Palette, comparison?: Comparison): string {
  const [first, last] = [stages[0]!, stages.at(-1)!]
  if (stages.length === 1) {
    const {edits} = first
    const words = edits.reduce((sum, {before, after}) => sum + countWords(after) - countWords(before), 0)
    return `${palette.title(`${first.stage} ${first.version}`)}: ${count(edits.length, 'edit')}, ${signed(words)} words\n`
  }
  const changes = comparison?.changes ?? []
  const words = changes.reduce(
    (sum, {start, end, replacement}) =>
      sum + countWords(replacement) - countWords(comparison!.before.slice(start, end)),
    0,
  )
  return `${palette.title(`${first.stage} to ${last.stage}`)}: ${count(changes.length, 'change')}, ${signed(words)} words\n`
}

function summary({stage, edits, classes}: ReplayedStage, id: string, palette: Palette): string {
  const counts = new Map<string, {edits: number; words: number}>()
  for (const {rule, before, after} of edits) {
    const sum = counts.get(rule) ?? {edits: 0, words: 0}
    sum.edits++
    sum.words += countWords(after) - countWords(before)
    counts.set(rule, sum)
  }
  const rows = [...counts].sort((a, b) => b[1].edits - a[1].edits || (a[0] < b[0] ? -1 : 1))
  const width = Math.max(...rows.map(([rule]) => `${rule} (${classes[rule]})`.length))
  const lines = rows.map(([rule, sum]) => {
    const name = palette.rule(`${rule} (${classes[rule]})`.padEnd(width))
    return `  ${name}  ${count(sum.edits, 'edit')}, ${signed(sum.words)} words\n`
  })
  const hint = `Too many to show unasked: palimpsest diff ${oneLine(id)} --stage ${stage} --words`
  return `${lines.join('')}  ${palette.faint(hint)}\n`
}

/** A number of things: `1 edit`, `2 edits`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
