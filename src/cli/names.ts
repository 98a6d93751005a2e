/**
 * `palimpsest names`: which names stand in the documents, what became of each, and why one stayed. Its subcommands find
 * spellings that no gazetteer has, and put them into one.
 */
import type {Command} from 'commander'
import {oneOf} from '../config/wording.js'
import {UsageError} from '../errors.js'
import {type Recognised, recognisedIn} from '../inspect/recognised.js'
import type {Folders} from '../inspect/record.js'
import {addFolderOptions, type FolderOptions, foldersOf, json} from './inspection.js'
import {registerSuggest} from './names-suggest.js'
import {type Column, formatNumber, formatTable} from './table.js'

export interface NamesFlags {
  readonly place?: string
  readonly changed?: boolean
  readonly kept?: boolean
  readonly json?: boolean
}

const help = `
A row is a form of a name and what became of it: the spelling that stands now, or why it stays. The place is the id of the
gazetteer's entry. Which spelling is written is the profile's to say: names.profile in the configuration, or --names.

Exit codes: 0 fine; 2 a wrong call or configuration, or no results to read.

\`palimpsest names suggest\` finds spellings that no gazetteer has.

Examples:
  palimpsest names                          all names of all documents
  palimpsest names 000_example --kept       what stays as it is in one document, and why
  palimpsest names --place az-sus --json    one place, for programs`

/** Add the command to the program. */
export function registerNames(program: Command): void {
  const command = program
    .command('names')
    .description('List the names in the documents: form, place, how often, what it became or why it stays.')
    .argument('[DOC]', 'document: id, raw or clean path (default: all)')
    .option('--place <id>', 'one place alone, by the id of its entry')
    .option('--changed', 'what was changed alone')
    .option('--kept', 'what stays although the profile has another form alone')
    .option('--json', 'as JSON')
  addFolderOptions(command)
    .addHelpText('after', help)
    .action(async (doc: string | undefined, flags: NamesFlags & FolderOptions) => {
      process.stdout.write(await listNames(await foldersOf(flags), doc, flags))
    })
  registerSuggest(command)
}

/**
 * The output of the command.
 *
 * @throws UsageError for an unknown document or place, and for flags that contradict each other.
 */
export async function listNames(folders: Folders, doc: string | undefined, flags: NamesFlags): Promise<string> {
  if (flags.changed && flags.kept) throw new UsageError('Unexpected --changed beside --kept; use one')
  const all = await recognisedIn(folders, doc, 'name')
  const places = [...new Set(all.map(({value}) => value))].sort()
  if (flags.place !== undefined && !places.includes(flags.place)) {
    const found = places.length > 0 ? `, ${oneOf(places, flags.place)}` : ': no names were found'
    throw new UsageError(`Unexpected place ${flags.place}${found}`)
  }
  const rows = all
    .filter((row) => isAsked(row, flags))
    .sort((a, b) => compare(a.value, b.value) || b.count - a.count || compare(a.text, b.text))
  if (flags.json) return json(rows)
  if (rows.length === 0) return `${noneOf(all.length > 0 ? flags : {})}\n`
  return formatTable(
    columns,
    rows.map(({text, value, count, documents: of, after, reason}) => [
      text,
      value,
      formatNumber(count),
      formatNumber(of),
      after === undefined ? '' : after === '' ? '(gone)' : after,
      // What cannot be renamed where it stands may be repaired all the same.
      reason === undefined || after === undefined ? (reason ?? '') : `repaired only: ${reason}`,
    ]),
  )
}

const columns: readonly Column[] = [
  {title: 'form', maxWidth: 30},
  {title: 'place', maxWidth: 24},
  {title: 'count', align: 'right'},
  {title: 'docs', align: 'right'},
  {title: 'now', maxWidth: 30},
  {title: 'why'},
]

/** Say that there is nothing to list, in the words of what was asked for. */
function noneOf({place, changed, kept}: NamesFlags): string {
  const of = place === undefined ? '' : ` of ${place}`
  if (changed) return `No name${of} was changed.`
  if (kept) return `No name${of} was kept from changing.`
  return 'No names were found.'
}

function isAsked({value, after, reason}: Recognised, {place, changed, kept}: NamesFlags): boolean {
  if (place !== undefined && value !== place) return false
  if (changed) return after !== undefined
  return !kept || (after === undefined && reason !== undefined)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
