/** `palimpsest rules --stats`: what the rules did over all documents, and which of their hits to look at first. */
import {UsageError} from '../errors.js'
import {type StageEntry, selectRules} from '../inspect/catalogue.js'
import type {Chosen} from '../inspect/chosen.js'
import {count} from '../inspect/diff.js'
import {signed} from '../inspect/overview.js'
import type {Palette} from '../inspect/palette.js'
import type {Folders} from '../inspect/record.js'
import {eachHit, FirstHits, type Hit, type RuleStats, ruleOrders, StatsByRule} from '../inspect/rule-stats.js'
import {oneLine, shortened} from '../inspect/visible.js'
import {ManifestFile} from '../provenance/manifest-file.js'
import {checkRule, json, rulesOfStages} from './inspection.js'
import {startProgress} from './progress.js'
import {type Column, formatNumber, formatTable} from './table.js'

export interface StatsFlags extends Chosen {
  readonly stats?: boolean
  readonly sort?: string
  readonly most?: number
  readonly json?: boolean
}

/** Hits that are shown of one rule, and of all of them below the table, where nothing else is asked for. */
const mostHits = 100
const mostSuspects = 10
/** Rules that are named as rarest. */
const mostRare = 10

/**
 * The output of the command, as it comes.
 *
 * @param stages that there are: rules without a hit are among theirs.
 * @throws UsageError for unknown rules, stages and classes, and where there are no results to read.
 */
export async function* ruleStats(
  folders: Folders,
  stages: readonly StageEntry[],
  flags: StatsFlags,
  palette: Palette,
): AsyncGenerator<string> {
  const {rule, sort} = flags
  const known = rulesOfStages(stages.map(({stage}) => stage))
  if (rule === undefined) selectRules(stages, flags)
  else if (sort !== undefined) throw new UsageError('Unexpected --sort beside a rule; its hits come most suspect first')
  const manifest = await ManifestFile.open(folders.out)
  const stats = new StatsByRule()
  const first = new FirstHits(flags.most ?? (rule === undefined ? mostSuspects : mostHits))
  const progress = startProgress()
  const {clean, suspect, failed} = manifest.run.documents
  let done = 0
  try {
    const onDone = (): void => progress.update(++done, clean + suspect + failed)
    for await (const hits of eachHit(folders, manifest, flags, onDone)) {
      stats.add(hits)
      first.add(rule === undefined ? hits.filter(({suspicion}) => suspicion > 0) : hits)
    }
  } finally {
    progress.stop()
    await manifest.close()
  }
  const rules = stats.list().sort(ruleOrders[sort ?? 'suspect'])
  if (rules.length === 0 && rule !== undefined) await checkRule(flags, async () => known, [])
  if (flags.json) yield json({rules, hits: first.list()})
  else if (rule !== undefined) yield* hitsText(rule, rules, first.list(), palette)
  else yield* statsText(rules, first.list(), known.length > 0 ? unusedOf(stages, flags, rules) : [], palette)
}

/** The rules that had no hit, as `stage/rule`. */
function unusedOf(stages: readonly StageEntry[], flags: Chosen, rules: readonly RuleStats[]): string[] {
  const used = new Set(rules.map(({stage, rule}) => `${stage}/${rule}`))
  return selectRules(stages, flags)
    .map(({stage, rule}) => `${stage.id}/${rule.id}`)
    .filter((name) => !used.has(name))
}

const columns: readonly Column[] = [
  {title: 'rule'},
  {title: 'class'},
  {title: 'hits', align: 'right'},
  {title: 'docs', align: 'right'},
  {title: 'words', align: 'right'},
  {title: 'suspect', align: 'right'},
  {title: 'longest', align: 'right'},
  {title: 'where'},
  {title: 'which'},
]

function* statsText(
  rules: readonly RuleStats[],
  suspects: readonly Hit[],
  unused: readonly string[],
  palette: Palette,
): Generator<string> {
  if (rules.length === 0) {
    yield 'No rule changed anything that the manifest counts.\n'
    return
  }
  yield formatTable(
    columns,
    rules.map(({stage, rule, class: name, hits, documents, words, suspect, longest}) => [
      {text: `${stage}/${rule}`, style: palette.rule},
      name,
      formatNumber(hits),
      formatNumber(documents),
      signed(-words),
      suspect > 0 ? formatNumber(suspect) : '·',
      longest.words > 0 ? formatNumber(longest.words) : '·',
      longest.words > 0 ? longest.place : '',
      longest.words > 0 ? shortened(oneLine(longest.text), 40) : '',
    ]),
  )
  if (suspects.length > 0) {
    yield palette.title('\nMost suspect: a paragraph went, and prose stayed on both sides of it\n')
    for (const {place, stage, rule, words, before} of suspects) {
      const name = palette.rule(`${stage}/${rule}`)
      yield `  ${palette.place(oneLine(place))}  ${name}  ${count(words, 'word')}: ${shortened(oneLine(before), 100)}\n`
    }
  }
  const rarest = rules.toSorted((a, b) => a.hits - b.hits).slice(0, mostRare)
  yield `\nRarest: ${rarest.map(({stage, rule, hits}) => `${stage}/${rule} ${hits}`).join(', ')}\n`
  if (suspects.length === 0) yield 'No hit is suspect: no paragraph went from between prose.\n'
  if (unused.length > 0) yield `${count(unused.length, 'other rule')} had no hit; \`palimpsest rules\` lists all\n`
  const hits = rules.reduce((sum, rule) => sum + rule.hits, 0)
  yield palette.faint(
    `${count(hits, 'hit')} of ${count(rules.length, 'rule')}; markup and bytes are not counted; \`palimpsest rules --stats --rule ID\` shows the hits of one\n`,
  )
}

function* hitsText(
  asked: string,
  rules: readonly RuleStats[],
  hits: readonly Hit[],
  palette: Palette,
): Generator<string> {
  for (const {place, stage, rule, words, suspicion, evidence, before, after, around} of hits) {
    const why = ['', ', between prose', ', prose between prose'][suspicion]
    yield `${palette.place(oneLine(place))}  ${palette.rule(`${stage}/${rule}`)}  ${signed(-words)} words${why}\n`
    if (evidence !== undefined) yield `  evidence: ${shortened(oneLine(evidence), 200)}\n`
    const removed = before && palette.removed(`[-${oneLine(before)}-]`)
    const added = after.trim() && palette.added(`{+${oneLine(after)}+}`)
    yield `  ${palette.faint(oneLine(around[0]))}\n    ${removed}${added}\n  ${palette.faint(oneLine(around[1]))}\n\n`
  }
  const sum = rules.reduce((total, rule) => total + rule.hits, 0)
  const documents = rules.map(({documents}) => documents)
  const more = sum > hits.length ? `; ${formatNumber(sum - hits.length)} more, --most shows them` : ''
  const where = rules.length === 1 ? ` in ${count(documents[0]!, 'document')}` : ''
  yield sum === 0
    ? `Rule ${asked} changed nothing that the manifest counts.\n`
    : `${count(sum, 'hit')}${where}, ${formatNumber(rules.reduce((total, {suspect}) => total + suspect, 0))} suspect${more}\n`
}
