/**
 * `palimpsest explain`: for a line of the clean text the raw behind it and the rules that touched it; for a line of the
 * raw where it went, or which rule removed it and on what evidence.
 *
 * Reads manifest and provenance; runs no stage. The rules, those of the configuration among them, are asked for their reasons alone.
 */
import {stat} from 'node:fs/promises'
import {join} from 'node:path'
import type {Command} from 'commander'
import {openContainer} from '../containers/open.js'
import {manifestAbout} from '../inspect/candidates.js'
import {explain, type ReasonOf} from '../inspect/explain.js'
import {explanationText} from '../inspect/explain-text.js'
import {type Palette, paletteFor} from '../inspect/palette.js'
import {findPlace} from '../inspect/place.js'
import {type Folders, openEntry} from '../inspect/record.js'
import type {ListedRaw} from '../provenance/model.js'
import {sha256} from '../provenance/outputs.js'
import {readRegularFile} from '../regular-file.js'
import {describe} from '../run/system-errors.js'
import {addFolderOptions, type FolderOptions, foldersOf, json, knownStages} from './inspection.js'

const help = `
FILE is a clean file, a raw file, or an id, which means the clean text; it may hold colons. Of a file that holds many documents
(JSON lines, an archive, a shard) the number of one stands before the line: FILE:RECORD:LINE. Lines and columns count from
1, columns in code points. With a column, the one word or edit at it is explained. A line of the raw that was taken apart
is explained in parts; text that a rule moved into the front matter says which value it became. Why a rule is right in
general is what the program, or the configuration, says of it today; all else is what the run has recorded.

Exit codes: 0 fine; 1 when a file of the results is damaged; 2 a wrong call or configuration, no such place, a document that
failed in the run, or no results to read.

Examples:
  palimpsest explain out/clean/000_example.md:14     which raw lines are behind line 14, which rules changed them
  palimpsest explain raw/000_example.txt:40:7        what became of the word at column 7 of line 40
  palimpsest explain 000_example:14 --json           the same with every range, for programs`

/** Add the command to the program. */
export function registerExplain(program: Command): void {
  const command = program
    .command('explain')
    .description(
      'Explain a line: of the clean text where it is from, of the raw what became of it, by which rule, and why.',
    )
    .argument('<FILE:LINE[:COLUMN]>', 'the place: of a clean file, a raw file or an id')
    .option('--json', 'as JSON')
  addFolderOptions(command)
    .addHelpText('after', help)
    .action(async (place: string, flags: FolderOptions & {readonly json?: boolean}) => {
      const folders = await foldersOf(flags)
      process.stdout.write(await runExplain(folders, place, flags, paletteFor(), await reasonsOf(flags)))
    })
}

/** The reasons of the rules that there are, of the program and of the configuration. */
async function reasonsOf(flags: FolderOptions): Promise<ReasonOf> {
  const stages = await knownStages(flags)
  return (id, rule) => stages.find((stage) => stage.id === id)?.rules.find((item) => item.id === rule)?.reason
}

/**
 * The output of the command.
 *
 * @throws UsageError for what is no place, and for files, lines and columns that are not there.
 */
export async function runExplain(
  folders: Folders,
  text: string,
  flags: {readonly json?: boolean},
  palette: Palette,
  reasonOf?: ReasonOf,
): Promise<string> {
  const {entry, side, line, column} = findPlace(text, await manifestAbout(text, folders), folders)
  const record = await openEntry(folders, entry)
  const explanation = explain(record, side, line, column, reasonOf)
  if (flags.json) return json(explanation)
  const change = await changeOf(join(folders.raw, entry.raw.path), entry.raw)
  const note =
    change &&
    palette.faint(
      `Note: ${record.rawPath} ${change}; line numbers are those of then, until \`palimpsest run\` reads it anew.\n`,
    )
  return note + explanationText(explanation, palette)
}

/** What became of a raw since; nothing where it is as it was, or is not there: results stand without it. */
async function changeOf(path: string, {sha256: digest, bytes, record, field}: ListedRaw): Promise<string> {
  try {
    const container = openContainer(path)
    if (container) {
      await stat(path)
      const found = await container.find({number: record, field}).finally(() => container.close())
      return 'bytes' in found && sha256(found.bytes) === digest ? '' : 'has changed since it was cleaned'
    }
    return sha256(await readRegularFile(path, bytes)) === digest ? '' : 'has changed since it was cleaned'
  } catch (cause) {
    const {code} = cause as NodeJS.ErrnoException
    if (code === undefined) throw cause
    if (code === 'ENOENT' || code === 'ENOTDIR') return ''
    return code === 'EFBIG' ? 'has changed since it was cleaned' : `cannot be read: ${describe(cause)}`
  }
}
