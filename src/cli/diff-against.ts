/** `palimpsest diff --against OUT`: what two runs made of the same raws, document by document, and which rules differ. */
import {CodePointIndex} from '../document/code-points.js'
import {countWords} from '../document/words.js'
import {compareRuns, type Difference, type Pair, type RuleDifference} from '../inspect/against.js'
import {type Cause, type Change, lineageOf} from '../inspect/changes.js'
import {type Chosen, isChosen} from '../inspect/chosen.js'
import {count, type DiffOptions} from '../inspect/diff.js'
import {signed} from '../inspect/overview.js'
import type {Palette} from '../inspect/palette.js'
import type {Folders} from '../inspect/record.js'
import {unified} from '../inspect/unified.js'
import {oneLine} from '../inspect/visible.js'
import {wordDiff} from '../inspect/word-diff.js'
import {findListed, ManifestFile} from '../provenance/manifest-file.js'
import {streamJson} from './inspection.js'
import {type Column, formatNumber, formatTable} from './table.js'

export interface Against {
  readonly folders: Folders
  readonly manifest: ManifestFile
  /** One document alone. */
  readonly doc: string | undefined
  /** Folder of the other results. */
  readonly other: string
  readonly flags: Chosen & {
    readonly stat?: boolean
    readonly patch?: boolean
    readonly words?: boolean
    readonly json?: boolean
    readonly exitCode?: boolean
  }
  readonly options: DiffOptions
  readonly palette: Palette
}

/** The output of `diff --against`, as it comes. */
export async function* diffAgainst(against: Against): AsyncGenerator<string> {
  const {folders, manifest, doc, other, flags} = against
  const there = {folders: {raw: folders.raw, out: other}, manifest: await ManifestFile.open(other)}
  try {
    const id = doc === undefined ? undefined : (await findListed(manifest, doc, folders.raw)).id
    const sums = new Sums()
    const pairs = chosenPairs(compareRuns({folders, manifest}, there, id), flags, sums)
    if (flags.json) yield* asJson(pairs, against, sums)
    else yield* asText(pairs, against, sums)
    if (flags.exitCode && sums.differ > 0) process.exitCode = 1
  } finally {
    await there.manifest.close()
  }
}

/** What the runs have in all. */
class Sums {
  readonly documents: Record<Pair['status'], number> = {
    same: 0,
    differs: 0,
    'only-here': 0,
    'only-there': 0,
    'failed-here': 0,
    'failed-there': 0,
    'another-raw': 0,
  }
  readonly rules = new Map<string, RuleDifference & {documents: number}>()

  /** Documents that are not the same in both. */
  get differ(): number {
    return Object.values(this.documents).reduce((sum, number) => sum + number, 0) - this.documents.same
  }

  /** The rules, those that differ most first. */
  get sorted(): [name: string, counts: RuleDifference & {documents: number}][] {
    return [...this.rules].sort(
      ([a, left], [b, right]) => right.here + right.there - left.here - left.there || (a < b ? -1 : 1),
    )
  }

  enter(pair: Pair): void {
    this.documents[pair.status]++
    if (pair.status !== 'differs') return
    for (const [name, {class: of, here, there}] of pair.difference.rules) {
      const sum = this.rules.get(name) ?? {class: of, here: 0, there: 0, documents: 0}
      sum.here += here
      sum.there += there
      sum.documents++
      this.rules.set(name, sum)
    }
  }
}

/** The pairs that have something to tell, of the rules that are asked for. */
async function* chosenPairs(pairs: AsyncIterable<Pair>, chosen: Chosen, sums: Sums): AsyncGenerator<Pair> {
  const {stage, rule, class: name} = chosen
  const isOfAll = stage === undefined && rule === undefined && name === undefined
  const isAsked = ({stage: signed, class: of, edit}: Cause): boolean => isChosen(chosen, signed.slice(1), edit.rule, of)
  for await (const pair of pairs) {
    let told = pair
    if (pair.status === 'differs' && !isOfAll) {
      const {comparison, rules, ...records} = pair.difference
      const changes = comparison.changes.filter(({causes}) => causes.some(isAsked))
      const asked = [...rules].filter(([key, {class: of}]) => {
        const slash = key.indexOf('/')
        return isChosen(chosen, key.slice(0, slash), key.slice(slash + 1), of)
      })
      told =
        changes.length === 0 && asked.length === 0
          ? {status: 'same', id: pair.id}
          : {
              ...pair,
              difference: {
                ...records,
                comparison: {...comparison, ...applied(comparison.before, changes)},
                rules: new Map(asked),
              },
            }
    }
    sums.enter(told)
    if (told.status !== 'same') yield told
  }
}

/** Some changes of a text, and what they alone make of it. */
function applied(before: string, changes: readonly Change[]): {changes: readonly Change[]; after: string} {
  const parts: string[] = []
  let offset = 0
  for (const {start, end, replacement} of changes) {
    parts.push(before.slice(offset, start), replacement)
    offset = end
  }
  return {changes, after: parts.join('') + before.slice(offset)}
}

async function* asText(pairs: AsyncIterable<Pair>, against: Against, sums: Sums): AsyncGenerator<string> {
  const {folders, other, flags, palette} = against
  let isApart = false
  for await (const pair of pairs) {
    isApart = pair.status === 'differs' && !flags.stat
    if (pair.status === 'differs') yield differenceText(pair.difference, against)
    else yield `${palette.faint(sentenceOf(pair, folders.out, other))}\n`
  }
  if (flags.patch) return
  const {same, differs} = sums.documents
  const rest = (Object.keys(statuses) as (keyof typeof statuses)[])
    .filter((status) => sums.documents[status] > 0)
    .map((status) => `${sums.documents[status]} ${statuses[status](oneLine(folders.out), oneLine(other))}`)
  const counts = [
    `${formatNumber(differs)} ${differs === 1 ? 'differs' : 'differ'}`,
    `${formatNumber(same)} alike`,
    ...rest,
  ]
  if (sums.differ > 0 && sums.rules.size > 0) {
    yield `${isApart ? '' : '\n'}${ruleTable(sums, oneLine(folders.out), oneLine(other))}\n`
  }
  yield `${palette.title(counts.join(', '))}\n`
}

const statuses = {
  'only-here': (here: string) => `only in ${here}`,
  'only-there': (_: string, there: string) => `only in ${there}`,
  'failed-here': (here: string) => `failed in ${here}`,
  'failed-there': (_: string, there: string) => `failed in ${there}`,
  'another-raw': () => 'of another raw',
}

function sentenceOf(pair: Pair, here: string, there: string): string {
  const id = oneLine(pair.id)
  switch (pair.status) {
    case 'only-here':
      return `Only in ${oneLine(here)}: ${id}`
    case 'only-there':
      return `Only in ${oneLine(there)}: ${id}`
    case 'failed-here':
      return `Failed in ${oneLine(here)}: ${id}: ${oneLine(pair.reasons.join('; '))}`
    case 'failed-there':
      return `Failed in ${oneLine(there)}: ${id}: ${oneLine(pair.reasons.join('; '))}`
    default:
      return `Not compared: ${id}: its raw was another one`
  }
}

function differenceText(
  {here, there, comparison}: Difference,
  {folders, other, flags, options, palette}: Against,
): string {
  const {changes} = comparison
  const title = `${palette.title(oneLine(here.entry.id))}: ${count(changes.length, 'change')}, ${signed(wordsOf(comparison))} words\n`
  if (flags.stat) return title
  if (options.isWords) return `${title}${wordDiff(comparison, palette, options)}\n`
  // With files of their own, `patch -p1` below the clean texts of the other run finds them.
  const name = (record: typeof here): string =>
    oneLine(
      record.entry.clean.record === undefined
        ? record.entry.clean.path.replace(/^clean\//, '')
        : `${record.entry.id}.md`,
    )
  const files = [`--- a/${name(there)}\t${oneLine(other)}`, `+++ b/${name(here)}\t${oneLine(folders.out)}`]
  const head = files.map((line) => `${palette.title(line)}\n`).join('')
  return `${title}${head}${unified(comparison, palette, options)}\n`
}

function wordsOf({before, changes}: Difference['comparison']): number {
  return changes.reduce(
    (sum, {start, end, replacement}) => sum + countWords(replacement) - countWords(before.slice(start, end)),
    0,
  )
}

function ruleTable(sums: Sums, here: string, there: string): string {
  const columns: Column[] = [
    {title: 'rule'},
    {title: 'class'},
    {title: '-', align: 'right'},
    {title: '+', align: 'right'},
    {title: 'documents', align: 'right'},
  ]
  const rows = sums.sorted.map(([name, {class: of, here: added, there: removed, documents}]) => {
    return [name, of, formatNumber(removed), formatNumber(added), formatNumber(documents)]
  })
  return `Rules at work in one of the two alone: - in ${there}, + in ${here}\n${formatTable(columns, rows)}`
}

async function* asJson(pairs: AsyncIterable<Pair>, against: Against, sums: Sums): AsyncGenerator<string> {
  const {folders, other, flags} = against
  const items = async function* (): AsyncGenerator<object> {
    for await (const pair of pairs) {
      if (pair.status !== 'differs') yield pair
      else yield {status: pair.status, id: pair.id, ...differenceJson(pair.difference, flags.stat ?? false)}
    }
  }
  yield* streamJson({here: folders.out, there: other}, 'documents', items(), () => ({
    rules: Object.fromEntries(sums.sorted),
    totals: sums.documents,
  }))
}

/** Offsets are code points: of the clean text there, and of the raw behind it. */
function differenceJson({there, comparison, rules}: Difference, isStat: boolean): object {
  const head = {words: wordsOf(comparison), rules: Object.fromEntries(rules)}
  if (isStat) return {changes: comparison.changes.length, ...head}
  const index = new CodePointIndex(comparison.before)
  const lineage = lineageOf(there.replay.stages)
  const raw = new CodePointIndex(there.replay.raw)
  const changes = comparison.changes.map(({start, end, replacement, causes}) => {
    const origin = lineage.originOf({start, end})
    return {
      at: [index.toCodePoint(start), index.toCodePoint(end)],
      raw: [raw.toCodePoint(origin.start), raw.toCodePoint(origin.end)],
      before: comparison.before.slice(start, end),
      after: replacement,
      causes: causes.map(({stage, class: name, edit: {rule, evidence}}) => ({
        run: stage.startsWith('+') ? 'here' : 'there',
        stage: stage.slice(1),
        rule,
        class: name,
        ...(evidence !== undefined && {evidence}),
      })),
    }
  })
  return {...head, changes}
}
