/**
 * `palimpsest names suggest`: unknown spellings that are near to a known name; those that a person accepts go into a gazetteer of
 * theirs.
 */
import type {Command} from 'commander'
import {loadConfig} from '../config/load.js'
import {UsageError} from '../errors.js'
import type {Folders} from '../inspect/record.js'
import {type Near, type SuggestedName, suggestFrom} from '../inspect/suggestions.js'
import {collect, parseWhole} from './flags.js'
import {type FolderOptions, foldersOf, json} from './inspection.js'
import {type Column, formatNumber, formatTable} from './table.js'

export interface SuggestFlags {
  readonly accept?: readonly string[]
  readonly as?: string
  readonly into?: string
  readonly most?: number
  readonly json?: boolean
}

/** What the command asks of who knows names. */
export interface Names {
  /** Tells which words are near to a known name. */
  readonly near: (words: Iterable<string>) => readonly Near[]
  /** Tells what is wrong with the entries of a gazetteer file. */
  readonly faultOf: (entries: unknown) => string | undefined
}

const help = `
A suggestion is a word with a capital that no gazetteer knows and that is near to a name that one does: it may be said alike in
one of the languages of the region, or it differs by a letter or two. Which of them are names is yours to say: Tatar is near
to Tartar, and another word. Documents in another language than English are left out, for their spellings are right there.

--accept puts a spelling into a gazetteer file, which the configuration names: names: {gazetteer: names.yaml}. From the next run
on it is brought to the usual form.

Exit codes: 0 fine; 2 a wrong call or configuration, no results to read, or a file that cannot be written.

Examples:
  palimpsest names suggest                               what may be a name, the most certain first
  palimpsest names suggest --accept Stepanakerd          into names.yaml, as the name that it is nearest to
  palimpsest names suggest --accept Shushy --as az-sus --into my-names.yaml`

/** Add the command to `palimpsest names`. */
export function registerSuggest(names: Command): void {
  names
    .command('suggest')
    .description('List unknown spellings that are near to a known name; put those you accept into a gazetteer file.')
    .option('--accept <form>', 'put this spelling into the gazetteer file; repeatable', collect)
    .option('--as <id>', 'of this entry, in place of the nearest')
    .option('--into <file>', 'the gazetteer file, made where there is none (default: as configured, or names.yaml)')
    .option('--most <n>', 'how many to list (default: 100)', parseWhole(1, 999_999))
    .addHelpText('after', help)
    // --json, --out and --config are those of `names`, which takes them wherever they stand.
    .action(async (_: unknown, command: Command) => {
      const flags: SuggestFlags & FolderOptions = command.optsWithGlobals()
      const {faultOfNames, namesStage, nearNames} = await import('../config/stages.js')
      const config = await loadConfig({cwd: process.cwd(), file: flags.config})
      const options = config.stages[namesStage]
      if (!options) throw new UsageError(`${namesStage} is off in the configuration; turn it on to ask for names`)
      const configured = config.files.find(({path}) => path.join('.') === 'names.gazetteer')?.file
      const into = flags.into ?? configured ?? 'names.yaml'
      const names: Names = {near: (words) => nearNames(options, words), faultOf: faultOfNames}
      process.stdout.write(await suggestNames(await foldersOf(flags), names, {...flags, ...(flags.accept && {into})}))
      if (flags.accept && configured === undefined) {
        process.stderr.write(`note  ${into} is read once the configuration names it: names: {gazetteer: ${into}}\n`)
      }
    })
}

/**
 * The output of the command.
 *
 * @throws UsageError for flags that contradict each other, and for a spelling that is accepted and near to nothing, where no entry
 * is named.
 */
export async function suggestNames(folders: Folders, names: Names, flags: SuggestFlags): Promise<string> {
  if (flags.accept) return acceptNames(flags.accept, names, flags)
  for (const name of ['as', 'into'] as const) {
    if (flags[name] !== undefined) throw new UsageError(`Unexpected --${name} without --accept; name a spelling`)
  }
  const found = await suggestFrom(folders.out, names.near)
  if (flags.json) return json(found)
  if (found.length === 0) return 'No unknown word is near to a known name.\n'
  const most = flags.most ?? 100
  const more = found.length > most ? `${formatNumber(found.length - most)} more; --most lists them\n` : ''
  return formatTable(columns, found.slice(0, most).map(rowOf)) + more
}

const columns: readonly Column[] = [
  {title: 'form', maxWidth: 24},
  {title: 'near', maxWidth: 24},
  {title: 'place', maxWidth: 20},
  {title: 'how', maxWidth: 24},
  {title: 'count', align: 'right'},
  {title: 'docs', align: 'right'},
  {title: 'first', maxWidth: 20},
  {title: 'there'},
]

function rowOf({form, near, entry, distance, isAlike, count, documents, first, context}: SuggestedName): string[] {
  const letters = distance === 0 ? 'accents' : distance === 1 ? '1 letter' : `${distance} letters`
  const how = isAlike ? `${letters}, said alike` : letters
  return [form, near, entry, how, formatNumber(count), formatNumber(documents), first, context]
}

async function acceptNames(
  forms: readonly string[],
  {near, faultOf}: Names,
  {as: entry, into = 'names.yaml'}: SuggestFlags,
): Promise<string> {
  const nearest = new Map(near(forms).map((suggestion) => [suggestion.form, suggestion]))
  const aliases = forms.map((form) => {
    const found = nearest.get(form)
    if (entry === undefined && !found) {
      throw new UsageError(
        `${form} is known already, or too far from every known name to guess; say of which entry it is, with --as`,
      )
    }
    const tradition = found && (entry === undefined || found.entry === entry) ? found.tradition : 'shared'
    return {entry: entry ?? found!.entry, form, tradition}
  })
  const {addAliases} = await import('../config/gazetteer-file.js')
  const added = new Set(addAliases(into, aliases, faultOf))
  return aliases
    .map((alias) => `${alias.form}: ${added.has(alias) ? 'put' : 'stands already'} in ${into}, as ${alias.entry}\n`)
    .join('')
}
