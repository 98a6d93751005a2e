/**
 * `palimpsest diff`: what each stage, rule or class changed in a document, or in all of them; how much each changed; and what another
 * run made of the same raws.
 *
 * Reads manifest and provenance; runs no stage.
 */
import type {Command} from 'commander'
import {oneOf} from '../config/wording.js'
import {CodePointIndex} from '../document/code-points.js'
import {ruleClasses} from '../document/stage.js'
import {UsageError} from '../errors.js'
import {type Cause, compareStages} from '../inspect/changes.js'
import {type Chosen, isChosen} from '../inspect/chosen.js'
import {findHits} from '../inspect/corpus-diff.js'
import {
  chosenStages,
  count,
  type DiffOptions,
  diffByStage,
  diffOf,
  diffOfChosen,
  selectStages,
  stagesCalled,
} from '../inspect/diff.js'
import {overviewHead, overviewRows, overviewTable} from '../inspect/overview.js'
import {type Palette, paletteFor, plain} from '../inspect/palette.js'
import {type DocumentRecord, type Folders, openEntry} from '../inspect/record.js'
import {oneLine} from '../inspect/visible.js'
import {findListed, ManifestFile} from '../provenance/manifest-file.js'
import type {ProvenanceActivity} from '../provenance/model.js'
import type {ReplayedStage} from '../provenance/read.js'
import {diffAgainst} from './diff-against.js'
import {statOf, statText} from './diff-stat.js'
import {parseWhole} from './flags.js'
import {
  addFolderOptions,
  checkRule,
  type FolderOptions,
  foldersOf,
  json,
  type KnownRule,
  type KnownRules,
  knownStages,
  rulesOfStages,
  streamJson,
} from './inspection.js'
import {showOutput} from './pager.js'

export interface DiffFlags {
  readonly stage?: string
  readonly rule?: string
  readonly class?: string
  readonly from?: string
  readonly to?: string
  readonly against?: string
  readonly words?: boolean
  readonly stat?: boolean
  readonly patch?: boolean
  readonly json?: boolean
  readonly exitCode?: boolean
  readonly context?: number
}

const help = `
DOC is an id, the beginning of one, or the path of a raw or clean file. Every hunk names its rule, the rule's class and
what convinced it. Stages that turn bytes and markup into text are summed up, unless they or their rules are asked for.
Without DOC, --rule and --class show their hunks in all documents; all else is counted, as with --stat.

--against compares with what another run, with other rules, options or another version, made of the same raws: from the
text there (-) to the one here (+). A rule behind a sign was at work in that run alone. --stat and --json go with it.

Characters that would act on the terminal show as \\x1b or <U+202E>; --patch writes them as they are. On a terminal the
output goes through PALIMPSEST_PAGER, else PAGER, else less.

Exit codes: 0 fine, whatever was changed or differs; 1 when a file of the results is damaged, or with --exit-code when two
runs differ; 2 a wrong call or configuration, a document that failed in the run, or no results to read.

Examples:
  palimpsest diff                                            all documents by stages: edits and words
  palimpsest diff 000_example                                what each stage changed, stage by stage
  palimpsest diff 000_example --stage repair-links --words   one stage, word by word
  palimpsest diff 000_example --stat                         how much each of its rules changed
  palimpsest diff --rule strip-debris/comment-form           every hit of a rule, document after document
  palimpsest diff --class share --stat                       how much the rules of a class took from each
  palimpsest diff --against out-before --stat                which documents and rules differ between two runs
  palimpsest diff 000_example --against out-before --words   where one of them differs
  palimpsest diff 000_example --patch | patch --binary copy-of-raw.txt`

/** Add the command to the program. */
export function registerDiff(program: Command): void {
  const command = program
    .command('diff')
    .description('Show what each stage changed in a document; without one, a table of all documents by stages.')
    .argument('[DOC]', 'document: id, raw or clean path')
    .option('--stage <id>', 'one stage alone; without DOC, its rules over all documents')
    .option('--rule <id>', 'one rule alone, as rule or stage/rule')
    .option('--class <name>', 'the rules of one class alone')
    .option('--from <id>', 'first of several stages, shown as one change (default: the first)')
    .option('--to <id>', 'last of several stages, shown as one change (default: the last)')
    .option('--against <folder>', 'what another run made of the same raws: its folder of results')
    .option('--stat', 'counts alone: edits and words by stage and rule')
    .option('--words', 'changed words with a few words around them, in place of lines')
    .option(
      '--context <n>',
      'unchanged lines (default: 3) or words (default: 8) around a change',
      parseWhole(0, 999_999),
    )
    .option('--patch', 'plain and exact, nothing summed up: for patch')
    .option('--json', 'as JSON')
    .option('--exit-code', 'with --against, exit with 1 where something differs')
    .option('--no-pager', 'do not use a pager')
  addFolderOptions(command)
    .addHelpText('after', help)
    .action(async (doc: string | undefined, flags: DiffFlags & FolderOptions & {readonly pager: boolean}) => {
      const known: KnownRules = async () => rulesOfStages(await knownStages(flags))
      const folders = await foldersOf(flags)
      const output = runDiff(folders, doc, flags, paletteFor(), known)
      await showOutput(output, {isOff: !flags.pager})
    })
}

/**
 * The output of the command, as it comes.
 *
 * @throws UsageError for flags that contradict each other, unknown documents, stages, rules and classes.
 */
export async function* runDiff(
  folders: Folders,
  doc: string | undefined,
  flags: DiffFlags,
  palette: Palette,
  known: KnownRules = async () => [],
): AsyncGenerator<string> {
  checkFlags(flags)
  const {words: isWords = false, patch: isExact = false} = flags
  const options: DiffOptions = {isWords, isExact, context: flags.context ?? (isWords ? 8 : 3)}
  const asked: Asked = {flags, options, palette: isExact ? plain : palette, known}
  const manifest = await ManifestFile.open(folders.out)
  try {
    if (flags.against !== undefined) {
      yield* diffAgainst({...asked, folders, manifest, doc, other: flags.against})
    } else if (doc !== undefined) {
      const record = await openEntry(folders, await findListed(manifest, doc, folders.raw))
      yield* diffDocument(record, asked)
    } else yield* diffAll({...asked, folders, manifest})
  } finally {
    await manifest.close()
  }
}

/** Names of flags that do not go together: the first of each with any of the others. */
const contradictions: readonly (readonly [keyof DiffFlags, readonly (keyof DiffFlags)[]])[] = [
  ['stage', ['from', 'to']],
  ['rule', ['class', 'from', 'to']],
  ['class', ['from', 'to']],
  ['patch', ['words', 'json', 'stat']],
  ['stat', ['words', 'context', 'from', 'to']],
  ['against', ['from', 'to']],
]

function checkFlags(flags: DiffFlags): void {
  for (const [name, others] of contradictions) {
    const other = others.find((item) => flags[item] !== undefined)
    if (flags[name] === undefined || other === undefined) continue
    throw new UsageError(`Unexpected --${name} beside ${others.map((item) => `--${item}`).join(' or ')}; use one`)
  }
  if (flags.exitCode && flags.against === undefined) {
    throw new UsageError('Unexpected --exit-code without --against; name the results of another run')
  }
  const classes = Object.keys(ruleClasses)
  if (flags.class !== undefined && !classes.includes(flags.class)) {
    throw new UsageError(`Unexpected class ${flags.class}, ${oneOf(classes, flags.class)}`)
  }
}

/** What is asked for, and how it is to be shown. */
interface Asked {
  readonly flags: DiffFlags
  readonly options: DiffOptions
  readonly palette: Palette
  readonly known: KnownRules
}

/** The same, of all documents. */
interface AskedOfAll extends Asked {
  readonly folders: Folders
  readonly manifest: ManifestFile
}

/** What was changed in one document. */
async function* diffDocument(record: DocumentRecord, {flags, options, palette, known}: Asked): AsyncGenerator<string> {
  const {stage, rule, from, to} = flags
  if (stage !== undefined) stagesCalled(record, stage)
  const isOfRules = rule !== undefined || flags.class !== undefined
  if (isOfRules && chosenStages(record, flags).length === 0) {
    await checkRule(flags, known, rulesIn(record))
    if (flags.json) yield json(flags.stat ? statOf(record, flags) : toJson(record, flags))
    else yield `${nameOf(flags)} changed nothing in ${oneLine(record.entry.id)}.\n`
    return
  }
  if (flags.stat) {
    const stat = statOf(record, flags)
    yield flags.json ? json(stat) : statText(stat, palette)
  } else if (flags.json) yield json(toJson(record, flags))
  else if (isOfRules) yield diffOfChosen(record, flags, palette, options)
  else if (stage !== undefined) {
    yield stagesCalled(record, stage)
      .map((item) => diffOf(record, [item], palette, options))
      .join('\n')
  } else if (from === undefined && to === undefined) yield diffByStage(record, palette, options)
  else yield diffOf(record, selectStages(record, from, to), palette, options)
}

/** What was changed in all documents: counted, or the hunks of a rule or a class. */
async function* diffAll(asked: AskedOfAll): AsyncGenerator<string> {
  const {manifest, flags, palette, known} = asked
  const {stage, rule, class: name} = flags
  const isOfRules = rule !== undefined || name !== undefined
  const unneeded = (['from', 'to', 'words', 'patch', 'context'] as const).find((item) => flags[item] !== undefined)
  if (unneeded && (!isOfRules || unneeded === 'patch')) {
    const {value: first} = await manifest.documents().next()
    throw new UsageError(`Unexpected --${unneeded} without a document; name one, such as ${first?.id ?? 'its id'}`)
  }
  const ids = [...new Set(manifest.run.pipeline.stages.map(({id}) => id))]
  if (stage !== undefined && !ids.includes(stage))
    throw new UsageError(`Unexpected stage ${stage}, ${oneOf(ids, stage)}`)
  if (isOfRules && !flags.stat) {
    yield* diffHits(asked)
    return
  }
  if (name !== undefined && stage !== undefined) {
    throw new UsageError('Unexpected --class beside --stage with --stat; the manifest counts classes over all stages')
  }
  const head = await overviewHead(manifest, {stage, rule, class: name})
  if (isOfRules && head.columns.length === 0) {
    await checkRule(flags, known, [])
    if (!flags.json) {
      yield `${nameOf(flags)} changed nothing that the manifest counts: what is done before a text is markdown shows without --stat.\n`
      return
    }
  }
  const rows = overviewRows(manifest, {stage, rule, class: name})
  const {columns, totals} = head
  if (flags.json) yield* streamJson({columns}, 'rows', rows, () => ({totals}))
  else yield* overviewTable(head, rows, palette)
}

/** The hunks of a rule or a class in all documents. */
async function* diffHits({folders, manifest, flags, options, palette, known}: AskedOfAll): AsyncGenerator<string> {
  const sums = {hits: 0, documents: 0}
  const enter = (stages: readonly ReplayedStage[]): number => {
    const hits = stages.reduce((sum, {edits}) => sum + edits.length, 0)
    sums.hits += hits
    sums.documents++
    return hits
  }
  const found = findHits(folders, manifest, flags)
  if (flags.json) {
    const items = async function* (): AsyncGenerator<object> {
      for await (const {record, stages, activities} of found) {
        yield {...headOf(record), hits: enter(stages), stages: activities.map((item) => activityJson(item, flags))}
      }
    }
    yield* streamJson({}, 'documents', items(), () => ({totals: sums}))
  } else {
    for await (const {record, stages} of found) {
      yield `${palette.title(oneLine(record.entry.id))}: ${count(enter(stages), 'hit')}\n`
      for (const stage of stages) yield `${diffOf(record, [stage], palette, options)}\n`
    }
  }
  if (sums.hits === 0) await checkRule(flags, known, [])
  if (flags.json) return
  const {clean, suspect} = manifest.run.documents
  const all = count(clean + suspect, 'document')
  if (sums.hits === 0) yield `${nameOf(flags)} changed nothing in ${all}.\n`
  else yield `${nameOf(flags)}: ${count(sums.hits, 'hit')} in ${sums.documents} of ${all}\n`
}

/** The rules that made an edit in a document: stages that are no more have them too. */
function rulesIn({replay}: DocumentRecord): KnownRule[] {
  return replay.stages.flatMap(({stage, edits, classes}) =>
    [...new Set(edits.map(({rule}) => rule))].map((rule) => ({stage, rule, class: classes[rule] ?? 'custom'})),
  )
}

function nameOf({rule, class: name, stage}: Chosen): string {
  const where = stage === undefined ? '' : ` in ${stage}`
  return `${rule === undefined ? `Class ${name}` : `Rule ${rule}`}${where}`
}

function headOf({entry}: DocumentRecord): object {
  return {id: entry.id, raw: entry.raw.path, clean: entry.clean.path}
}

/** Offsets are code points, as in the provenance file. */
function toJson(record: DocumentRecord, flags: DiffFlags): object {
  const {stage, from, to} = flags
  if (from === undefined && to === undefined) {
    const {activities} = record.provenance
    const asked = activities.filter((item) => stage === undefined || item.stage === stage)
    return {...headOf(record), stages: asked.map((item) => activityJson(item, flags))}
  }
  const selected = selectStages(record, from, to)
  const {before, changes} = compareStages(selected)
  const index = new CodePointIndex(before)
  return {
    ...headOf(record),
    from: selected[0]!.stage,
    to: selected.at(-1)!.stage,
    changes: changes.map(({start, end, replacement, causes}) => ({
      at: [index.toCodePoint(start), index.toCodePoint(end)],
      before: before.slice(start, end),
      after: replacement,
      rules: causes.map(causeJson),
    })),
  }
}

function activityJson({stage, version, classes, edits}: ProvenanceActivity, chosen: Chosen): object {
  const shown = edits.filter(({rule}) => isChosen(chosen, stage, rule, classes[rule]))
  return {stage, version, edits: shown.map(({rule, ...rest}) => ({rule, class: classes[rule], ...rest}))}
}

/** A rule behind a change. */
function causeJson({stage, class: name, edit: {rule, evidence}}: Cause): object {
  return {stage, rule, class: name, ...(evidence !== undefined && {evidence})}
}
