/**
 * `palimpsest overrule`: decide against a rule. What is decided is a line in the file of decisions beside the configuration; the
 * next run applies it.
 */
import {resolve} from 'node:path'
import {type Command, Option} from 'commander'
import type {Config} from '../config/config.js'
import type {Decision} from '../document/decision.js'
import {UsageError} from '../errors.js'
import type {Proposal, ScopeName} from '../inspect/decide.js'
import {oneLine, shortened} from '../inspect/visible.js'
import type {Manifest} from '../provenance/read.js'
import {addFolderOptions, type FolderOptions, json} from './inspection.js'

interface Flags extends FolderOptions {
  readonly scope: ScopeName
  readonly note?: string
  readonly author?: string
  readonly rule?: string
  readonly json?: true
}

const help = `
PLACE is FILE:LINE, FILE:FIRST-LAST or FILE:LINE:COLUMN, as \`palimpsest explain\` takes it: of what is gone the place in the raw, of
what is there the place in the clean text. A text is found again in later runs by its words, wherever it then stands;
"palimpsest run" tells of decisions that find theirs no more, and "palimpsest run --check-decisions" which are still needed.

Exit codes: 0 when the decision is written; 2 a wrong call or configuration, no such place, nothing there to decide upon.

Examples:
  palimpsest overrule keep raw/page.txt:40 --note 'part of the story'    what was taken out of line 40 stays
  palimpsest overrule drop out/clean/page.md:12-14                       these lines go
  palimpsest overrule never raw/page.txt:40 --scope site                 the rule that took line 40 is not applied on this site
  palimpsest overrule name out/clean/page.md:7:15                        the name at column 15 stays as the raw has it
  palimpsest overrule list
  palimpsest overrule undo 3f2a9c01d2e4`

/** Add the command. */
export function registerOverrule(program: Command): void {
  const overrule = program
    .command('overrule')
    .description(
      'Decide against a rule: keep what it took out, drop what it left, never apply it, leave a name as it is written.',
    )
    .addHelpText('after', help)
  const decide = (name: Decision['decision'], description: string): Command => {
    const command = overrule
      .command(name)
      .description(description)
      .argument('<PLACE>', 'FILE:LINE, FILE:FIRST-LAST or FILE:LINE:COLUMN')
    return addFolderOptions(command)
      .addOption(
        new Option('--scope <where>', 'where it holds').choices(['document', 'site', 'everywhere']).default('document'),
      )
      .option('--note <text>', 'why, for whoever reads it')
      .option('--author <name>', 'who decided')
      .option('--json', 'print what was decided as JSON')
      .action(async (place: string, flags: Flags) => {
        process.stdout.write(await runOverrule(name, place, flags))
      })
  }
  decide('keep', 'Keep the lines of the raw that were taken out at PLACE.')
  decide('drop', 'Drop the lines of the clean text at PLACE.')
  decide('never', 'Never apply the rule that touched PLACE.').option(
    '--rule <stage/rule>',
    'which one, where several did',
  )
  decide('name', 'Leave the name that was changed at PLACE as it is written.')
  addFolderOptions(overrule.command('list').description('List the decisions.'))
    .option('--json', 'as JSON')
    .action(async (flags: Flags) => {
      process.stdout.write(await listDecisions(flags))
    })
  addFolderOptions(
    overrule.command('undo').description('Take decisions back.').argument('<ID...>', 'as `list` prints them'),
  ).action(async (ids: readonly string[], flags: Flags) => {
    process.stdout.write(await undoDecisions(ids, flags))
  })
}

async function configOf({config, raw, out}: FolderOptions): Promise<Config> {
  const {loadConfig} = await import('../config/load.js')
  const loaded = await loadConfig({cwd: process.cwd(), file: config, mayLack: ['decisions']})
  return {...loaded, raw: raw ?? loaded.raw, out: out ?? loaded.out}
}

/**
 * Decide, and write it down; gives what is said of it.
 *
 * @throws UsageError for what is no place, and where there is nothing to decide upon.
 */
async function runOverrule(name: Decision['decision'], place: string, flags: Flags): Promise<string> {
  const config = await configOf(flags)
  const {readManifest} = await import('../provenance/read.js')
  const {idOfDecision} = await import('../document/decision.js')
  const {addDecisions} = await import('../config/decisions-file.js')
  const {describeDecision} = await import('./run-report.js')
  const manifest = await readManifest(config.out)
  const proposals = await propose(name, place, manifest, config, flags)
  const known = new Set(config.decisions.items.map(idOfDecision))
  const decisions = proposals.map(({decision}) => ({
    ...decision,
    ...(flags.note !== undefined && {note: flags.note}),
    ...(flags.author !== undefined && {author: flags.author}),
  }))
  await addDecisions(resolve(config.decisions.file), decisions)
  if (flags.json) return json(decisions.map((decision) => ({id: idOfDecision(decision), ...decision})))
  const lines = decisions.map((decision, index) => {
    const id = idOfDecision(decision)
    const {text} = proposals[index]!
    const quoted = decision.text ? `  ${oneLine(shortened(text, 200))}\n` : ''
    return `${known.has(id) ? 'decided already: ' : ''}${describeDecision({id, decision})}\n${quoted}`
  })
  return `${lines.join('')}Written to ${config.decisions.file}; \`palimpsest run\` applies it.\n`
}

async function propose(
  what: Decision['decision'],
  text: string,
  manifest: Manifest,
  config: Config,
  flags: Flags,
): Promise<Proposal[]> {
  const {findPlace, rangeOfLines} = await import('../inspect/place.js')
  const {openRecord} = await import('../inspect/record.js')
  const decide = await import('../inspect/decide.js')
  const [, start = text, last] = /^(.+:\d{1,9})-(\d{1,9})$/s.exec(text) ?? []
  const {entry, side, line, column} = findPlace(start, manifest, config)
  const record = await openRecord(config, entry.id, manifest)
  const range = rangeOfLines(record, side, {first: line, last: last === undefined ? line : Number(last), column})
  return decide.propose(what, record, {side, range, name: text}, decide.scopeOf(record, flags.scope), flags.rule)
}

async function listDecisions(flags: Flags): Promise<string> {
  const {decisions} = await configOf(flags)
  const {idOfDecision} = await import('../document/decision.js')
  const {describeDecision} = await import('./run-report.js')
  const named = decisions.items.map((decision) => ({id: idOfDecision(decision), decision}))
  if (flags.json) return json(named.map(({id, decision}) => ({id, ...decision})))
  if (named.length === 0) return `no decisions in ${decisions.file}\n`
  return named
    .map(({id, decision}) => {
      const {note, author} = decision
      const remarks = [note, author && `by ${author}`].filter((one) => one !== undefined)
      return `${describeDecision({id, decision})}${remarks.length > 0 ? `: ${oneLine(remarks.join(', '))}` : ''}\n`
    })
    .join('')
}

async function undoDecisions(ids: readonly string[], flags: Flags): Promise<string> {
  const {decisions} = await configOf(flags)
  const {idOfDecision} = await import('../document/decision.js')
  const {removeDecisions} = await import('../config/decisions-file.js')
  const known = decisions.items.map(idOfDecision)
  const found = ids.map((id) => {
    const meant = known.filter((one) => one.startsWith(id))
    if (meant.length === 1) return meant[0]!
    const why = meant.length === 0 ? `No decision ${id}` : `Several decisions begin with ${id}`
    throw new UsageError(`${why} in ${decisions.file}; \`palimpsest overrule list\` lists them`)
  })
  await removeDecisions(resolve(decisions.file), new Set(found))
  return `Taken back: ${found.join(', ')}; \`palimpsest run\` applies it.\n`
}
