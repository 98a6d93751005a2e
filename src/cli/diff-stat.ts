/** `palimpsest diff DOC --stat`: how much each rule changed in one document, those among them that turn a page into text. */
import {countWords} from '../document/words.js'
import {type Chosen, isChosen} from '../inspect/chosen.js'
import {signed} from '../inspect/overview.js'
import type {Palette} from '../inspect/palette.js'
import type {DocumentRecord} from '../inspect/record.js'
import type {Counts} from '../provenance/model.js'
import {type Column, formatNumber, formatTable} from './table.js'

/** A rule in one document. */
export interface RuleStat extends Counts {
  readonly stage: string
  readonly rule: string
  readonly class: string
}

/** What a document has of the rules that are asked for. */
export interface DocumentStat {
  readonly id: string
  readonly raw: string
  readonly clean: string
  /** In the order of the stages, those that changed most first; words are those that went, less those that came. */
  readonly rules: readonly RuleStat[]
  readonly totals: Counts
}

/** Count what each rule changed. A stage that runs twice is counted once. */
export function statOf({entry, replay}: DocumentRecord, chosen: Chosen): DocumentStat {
  const rules = new Map<string, RuleStat>()
  const totals = {edits: 0, words: 0}
  for (const {stage, classes, edits} of replay.stages) {
    for (const {rule, before, after} of edits) {
      const name = classes[rule] ?? 'custom'
      if (!isChosen(chosen, stage, rule, name)) continue
      const key = `${stage}/${rule}`
      const stat = rules.get(key) ?? {stage, rule, class: name, edits: 0, words: 0}
      const words = countWords(before) - countWords(after)
      rules.set(key, stat)
      for (const sum of [stat, totals]) {
        sum.edits++
        sum.words += words
      }
    }
  }
  const order = [...new Set(replay.stages.map(({stage}) => stage))]
  const sorted = [...rules.values()].sort(
    (a, b) => order.indexOf(a.stage) - order.indexOf(b.stage) || b.edits - a.edits || (a.rule < b.rule ? -1 : 1),
  )
  return {id: entry.id, raw: entry.raw.path, clean: entry.clean.path, rules: sorted, totals}
}

const columns: readonly Column[] = [
  {title: 'stage'},
  {title: 'rule'},
  {title: 'class'},
  {title: 'edits', align: 'right'},
  {title: 'words', align: 'right'},
]

/** The counts as a table, each line ended. */
export function statText({rules, totals}: DocumentStat, palette: Palette): string {
  const rows = rules.map(({stage, rule, class: name, edits, words}, index) => [
    stage === rules[index - 1]?.stage ? '' : stage,
    {text: rule, style: palette.rule},
    name,
    formatNumber(edits),
    signed(-words),
  ])
  const sum = [{text: 'all', style: palette.title}, '', '', formatNumber(totals.edits), signed(-totals.words)]
  return formatTable(columns, [...rows, sum])
}
