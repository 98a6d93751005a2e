/**
 * `palimpsest report`: a report for the browser, which opens from disk. Reads manifest, clean texts and provenance; runs no stage.
 */
import {join} from 'node:path'
import type {Command} from 'commander'
import {UsageError} from '../errors.js'
import type {Folders} from '../inspect/record.js'
import {buildReport} from '../report/build.js'
import {reportName} from '../report/report-folder.js'
import {parseWhole} from './flags.js'
import {addFolderOptions, type FolderOptions, foldersOf} from './inspection.js'
import {printable} from './table.js'

const help = `
The report shows the corpus, each document raw and clean side by side, and the hits of each rule, the most suspect first. It is a
folder of files: open its index.html, send it as it is; it loads nothing from anywhere else. DOCUMENT is an id, or a raw or clean
path; without one all documents are in it. The raw folder is not needed: what is shown as raw is restored from the results.

With --serve the report is served to this computer alone, at an address that holds a secret: there one decides with a click what stays and
what goes (as with "palimpsest overrule"), and has a run apply it.

Exit codes: 0 fine; 1 when files of a document are damaged, whose page says so; 2 a wrong call or configuration, no results to
read, or a report that cannot be written.

Examples:
  palimpsest report                    of all documents, in out/report
  palimpsest report 000_example        of one
  palimpsest report --serve            served until Ctrl-C, to decide in it`

interface Flags extends FolderOptions {
  readonly serve?: true
  readonly port?: number
}

/** Add the command to the program. */
export function registerReport(program: Command): void {
  const command = program
    .command('report')
    .description('Write a report for the browser: the corpus, documents side by side, the hits of each rule.')
    .argument('[DOCUMENT...]', 'documents: ids, raw or clean paths (default: all)')
  addFolderOptions(command)
    .option('--serve', 'serve it to this computer until stopped, with buttons that decide')
    .option('--port <number>', 'with --serve: the port (default: any that is free)', parseWhole(1, 65_535))
    .addHelpText('after', help)
    .action(async (names: readonly string[], flags: Flags) => {
      if (flags.port !== undefined && !flags.serve) throw new UsageError('Unexpected --port without --serve')
      const {builtInStages} = await import('../config/stages.js')
      const reasons = new Map(
        builtInStages.flatMap(({id, rules}) => rules.map((rule) => [`${id}/${rule.id}`, rule.reason] as const)),
      )
      const folders = await foldersOf(flags)
      const build = () =>
        buildReport({
          ...folders,
          names,
          reasonOf: (stage, rule) => reasons.get(`${stage}/${rule}`),
          onDocument: (_, fault) => {
            if (fault !== undefined) process.stderr.write(`palimpsest: ${printable(fault)}\n`)
          },
        })
      const {documents, faults} = await build()
      const page = join(folders.out, reportName, 'index.html')
      const count = `${documents} ${documents === 1 ? 'document' : 'documents'}`
      process.stdout.write(`${printable(page)}: ${count}; open it in a browser\n`)
      if (faults > 0) process.exitCode = 1
      if (flags.serve) await serve(folders, flags, build)
    })
}

/** Serve the report until the program is stopped. */
async function serve(folders: Folders, {config, port}: Flags, build: () => Promise<unknown>): Promise<void> {
  const {Actions} = await import('../report/actions.js')
  const {serveReport} = await import('../report/serve.js')
  const actions = new Actions({cwd: process.cwd(), config, folders}, build)
  const served = await serveReport(join(folders.out, reportName), actions, port)
  process.stdout.write(`${served.url}\nWhoever has this address may decide; Ctrl-C ends it.\n`)
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
  await served.close()
}
