/**
 * `palimpsest links`: which links stand in the documents, what became of each, by which rule and on what record. `links check` visits
 * them.
 */
import type {Command} from 'commander'
import {UsageError} from '../errors.js'
import {type Recognised, recognisedIn} from '../inspect/recognised.js'
import type {Folders} from '../inspect/record.js'
import {addFolderOptions, type FolderOptions, foldersOf, json} from './inspection.js'
import {registerCheck} from './links-check.js'
import {type Column, formatNumber, formatTable} from './table.js'

export interface LinksFlags {
  readonly changed?: boolean
  readonly visited?: boolean
  readonly json?: boolean
}

const help = `
A row is a link as it stood, and what became of it: the address that it has now, or nothing where it was taken out and its text
stayed. What is known of a page that was visited comes from the record that the run was given; \`palimpsest links check\` makes it.

Exit codes: 0 fine; 2 a wrong call or configuration, or no results to read.

Examples:
  palimpsest links                        the links of all documents
  palimpsest links 000_example --changed  what was changed in one document
  palimpsest links --visited --json       what is known of pages, for programs
  palimpsest links check                  visit them`

/** Add the commands to the program. */
export function registerLinks(program: Command): void {
  const command = program
    .command('links')
    .description('List the links of the documents: as they stood, what became of each, and on what record.')
    .argument('[DOC]', 'document: id, raw or clean path (default: all)')
    .option('--changed', 'what was changed alone')
    .option('--visited', 'what a record is known of alone')
    .option('--json', 'as JSON')
  addFolderOptions(command)
    .addHelpText('after', help)
    .action(async (doc: string | undefined, flags: LinksFlags & FolderOptions) => {
      process.stdout.write(await listLinks(await foldersOf(flags), doc, flags))
    })
  registerCheck(command)
}

/**
 * The output of the command.
 *
 * @throws UsageError for an unknown document, and for flags that contradict each other.
 */
export async function listLinks(folders: Folders, doc: string | undefined, flags: LinksFlags): Promise<string> {
  if (flags.changed && flags.visited) throw new UsageError('Unexpected --changed beside --visited; use one')
  const all = await recognisedIn(folders, doc, 'link')
  const rows = all.filter((row) => isAsked(row, flags))
  if (flags.json) return json(rows)
  if (rows.length === 0) return all.length > 0 ? 'No link is so.\n' : 'No links were found.\n'
  return formatTable(columns, rows.map(rowOf))
}

const columns: readonly Column[] = [
  {title: 'link', maxWidth: 48},
  {title: 'text', maxWidth: 24},
  {title: 'count', align: 'right'},
  {title: 'now', maxWidth: 48},
  {title: 'rule'},
  {title: 'page'},
]

function rowOf({value, count, after, rule, details = {}}: Recognised): string[] {
  const {text = '', verdict, status} = details
  const page = [verdict, status].filter((part) => part !== undefined).join(' ')
  return [value, text, formatNumber(count), after === '' ? '(no link)' : (after ?? ''), rule ?? '', page]
}

function isAsked({after, details}: Recognised, {changed, visited}: LinksFlags): boolean {
  return changed ? after !== undefined : !visited || details?.['verdict'] !== undefined
}
