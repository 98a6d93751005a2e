/**
 * `palimpsest report`: a report for the browser, which opens from disk. Reads manifest, clean texts and provenance; runs no stage.
 */
import {join} from 'node:path'
import type {Command} from 'commander'
import {buildReport} from '../report/build.js'
import {reportName} from '../report/report-folder.js'
import {addFolderOptions, type FolderOptions, foldersOf} from './inspection.js'
import {printable} from './table.js'

const help = `
The report shows the corpus, each document raw and clean side by side, and the hits of each rule, the most suspect first. It is a
folder of files: open its index.html, send it as it is; it loads nothing from anywhere else. DOCUMENT is an id, or a raw or clean
path; without one all documents are in it. The raw folder is not needed: what is shown as raw is restored from the results.

Exit codes: 0 fine; 1 when files of a document are damaged, whose page says so; 2 a wrong call or configuration, no results to
read, or a report that cannot be written.

Examples:
  palimpsest report                    of all documents, in out/report
  palimpsest report 000_example        of one`

/** Add the command to the program. */
export function registerReport(program: Command): void {
  const command = program
    .command('report')
    .description('Write a report for the browser: the corpus, documents side by side, the hits of each rule.')
    .argument('[DOCUMENT...]', 'documents: ids, raw or clean paths (default: all)')
  addFolderOptions(command)
    .addHelpText('after', help)
    .action(async (names: readonly string[], flags: FolderOptions) => {
      const {builtInStages} = await import('../config/stages.js')
      const reasons = new Map(
        builtInStages.flatMap(({id, rules}) => rules.map((rule) => [`${id}/${rule.id}`, rule.reason] as const)),
      )
      const folders = await foldersOf(flags)
      const {documents, faults} = await buildReport({
        ...folders,
        names,
        reasonOf: (stage, rule) => reasons.get(`${stage}/${rule}`),
        onDocument: (_, fault) => {
          if (fault !== undefined) process.stderr.write(`palimpsest: ${printable(fault)}\n`)
        },
      })
      const page = join(folders.out, reportName, 'index.html')
      const count = `${documents} ${documents === 1 ? 'document' : 'documents'}`
      process.stdout.write(`${printable(page)}: ${count}; open it in a browser\n`)
      if (faults > 0) process.exitCode = 1
    })
}
