/**
 * `palimpsest diff`: what each stage changed in a document; without one, how much each changed in all of them.
 *
 * Reads manifest and provenance; runs no stage.
 */
import type {Command} from 'commander'
import {oneOf} from '../config/wording.js'
import {CodePointIndex} from '../document/code-points.js'
import {UsageError} from '../errors.js'
import {compareStages} from '../inspect/changes.js'
import {type DiffOptions, diffByStage, diffOf, selectStages} from '../inspect/diff.js'
import {overviewOf, overviewTable} from '../inspect/overview.js'
import {type Palette, paletteFor, plain} from '../inspect/palette.js'
import {type DocumentRecord, type Folders, openRecord} from '../inspect/record.js'
import {readManifest} from '../provenance/read.js'
import {parseWhole} from './flags.js'
import {addFolderOptions, type FolderOptions, foldersOf, json} from './inspection.js'

export interface DiffFlags {
  readonly stage?: string
  readonly from?: string
  readonly to?: string
  readonly words?: boolean
  readonly patch?: boolean
  readonly json?: boolean
  readonly context?: number
}

const help = `
DOC is an id, the beginning of one, or the path of a raw or clean file. Every hunk names its rule, the rule's class and
what convinced it. Stages that turn bytes and markup into text are summed up, unless one is asked for with --stage.
Characters that would act on the terminal show as \\x1b or <U+202E>; --patch writes them as they are.

Exit codes: 0 fine, whatever was changed; 1 when a file of the results is damaged; 2 a wrong call or configuration, a
document that failed in the run, or no results to read.

Examples:
  palimpsest diff                                            all documents by stages: edits and words
  palimpsest diff 000_example                                what each stage changed, stage by stage
  palimpsest diff 000_example --stage repair-links --words   one stage, word by word
  palimpsest diff 000_example --patch | patch --binary copy-of-raw.txt`

/** Add the command to the program. */
export function registerDiff(program: Command): void {
  const command = program
    .command('diff')
    .description('Show what each stage changed in a document; without one, a table of all documents by stages.')
    .argument('[DOC]', 'document: id, raw or clean path')
    .option('--stage <id>', 'one stage alone; without DOC, its rules over all documents')
    .option('--from <id>', 'first of several stages, shown as one change (default: the first)')
    .option('--to <id>', 'last of several stages, shown as one change (default: the last)')
    .option('--words', 'changed words with a few words around them, in place of lines')
    .option(
      '--context <n>',
      'unchanged lines (default: 3) or words (default: 8) around a change',
      parseWhole(0, 999_999),
    )
    .option('--patch', 'plain and exact, nothing summed up: for patch')
    .option('--json', 'as JSON')
  addFolderOptions(command)
    .addHelpText('after', help)
    .action(async (doc: string | undefined, flags: DiffFlags & FolderOptions) => {
      process.stdout.write(await runDiff(await foldersOf(flags), doc, flags, paletteFor()))
    })
}

/**
 * The output of the command.
 *
 * @throws UsageError for flags that contradict each other, unknown documents and stages.
 */
export async function runDiff(
  folders: Folders,
  doc: string | undefined,
  flags: DiffFlags,
  palette: Palette,
): Promise<string> {
  const isRun = flags.from !== undefined || flags.to !== undefined
  if (isRun && flags.stage !== undefined) throw new UsageError('Unexpected --stage beside --from or --to; use one')
  if (flags.patch && (flags.words || flags.json))
    throw new UsageError('Unexpected --patch beside --words or --json; use one')
  const manifest = await readManifest(folders.out)
  if (doc === undefined) {
    const unused = (['from', 'to', 'words', 'patch', 'context'] as const).find((name) => flags[name] !== undefined)
    if (unused)
      throw new UsageError(
        `Unexpected --${unused} without a document; name one, such as ${manifest.documents[0]?.id ?? 'its id'}`,
      )
    const ids = manifest.run.pipeline.stages.map(({id}) => id)
    if (flags.stage !== undefined && !ids.includes(flags.stage)) {
      throw new UsageError(`Unexpected stage ${flags.stage}, ${oneOf(ids, flags.stage)}`)
    }
    const overview = overviewOf(manifest, flags.stage)
    return flags.json ? json(overview) : overviewTable(overview, palette)
  }
  const record = await openRecord(folders, doc, manifest)
  const {words: isWords = false, patch: isExact = false} = flags
  const options: DiffOptions = {isWords, isExact, context: flags.context ?? (isWords ? 8 : 3)}
  const isOne = flags.stage !== undefined
  if (flags.json) return json(toJson(record, flags))
  const look = isExact ? plain : palette
  if (!isOne && !isRun) return diffByStage(record, look, options)
  const selected = selectStages(record, flags.stage ?? flags.from, flags.stage ?? flags.to)
  return diffOf(record, selected, look, options)
}

/** Offsets are code points, as in the provenance file. */
function toJson(record: DocumentRecord, {stage, from, to}: DiffFlags): object {
  const {entry, provenance} = record
  const head = {id: entry.id, raw: entry.raw.path, clean: entry.clean.path}
  const selected = selectStages(record, stage ?? from, stage ?? to)
  if (from === undefined && to === undefined) {
    const ids = new Set(selected.map((item) => item.stage))
    const stages = provenance.activities
      .filter((activity) => ids.has(activity.stage))
      .map(({stage, version, classes, edits}) => ({
        stage,
        version,
        edits: edits.map(({rule, ...rest}) => ({rule, class: classes[rule], ...rest})),
      }))
    return {...head, stages}
  }
  const {before, changes} = compareStages(selected)
  const index = new CodePointIndex(before)
  return {
    ...head,
    from: selected[0]!.stage,
    to: selected.at(-1)!.stage,
    changes: changes.map(({start, end, replacement, causes}) => ({
      at: [index.toCodePoint(start), index.toCodePoint(end)],
      before: before.slice(start, end),
      after: replacement,
      rules: causes.map(({stage, class: name, edit}) => ({
        stage,
        rule: edit.rule,
        class: name,
        ...(edit.evidence !== undefined && {evidence: edit.evidence}),
      })),
    })),
  }
}
