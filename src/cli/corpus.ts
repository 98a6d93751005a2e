/** `palimpsest corpus`: the two steps of a run that need all documents, as filters that any engine can run. */
import type {Command} from 'commander'
import {addConfigOption, addNamesOption, addStageOptions, parseWhole} from './flags.js'
import type {FilterFlags} from './line-filter.js'

const help = `
Three filters make a run over any number of machines; what each is given may be cut and joined at its lines in any way.

  palimpsest corpus observe < part.jsonl > part.sheets      for each part: a sheet of facts for each raw
  cat *.sheets | palimpsest corpus decide > verdicts        once: what to do about what stands in several of them
  palimpsest clean --jsonl --verdicts verdicts < part.jsonl > part.clean.jsonl

A document is known by the id in its line, which must be its own; one without an id is known by the digest of its text. All three steps
take one configuration and the same flags: sheets and verdicts that were made with others, or by another version, are refused.

Exit codes: 0 fine; 1 when a line could not be read, or an id stands twice; 2 when the call or the configuration is wrong.`

/** Add the commands. */
export function registerCorpus(program: Command): void {
  const corpus = program
    .command('corpus')
    .description('Hold documents against each other, as filters over JSON lines.')
    .addHelpText('after', help)
  const observe = corpus
    .command('observe')
    .description('Read raws in JSON lines, and print for each what the others have to know of it.')
    .argument('[FILE]', 'JSON lines; stdin where there is none, or -')
  addNamesOption(addConfigOption(addStageOptions(observe)))
    .option(
      '--concurrency <number>',
      'lines worked on at once (default: as configured, or one a processor)',
      parseWhole(1, 256),
    )
    .option('--quiet', 'print no remarks on stderr')
    .addHelpText('after', help)
    .action(async (file: string | undefined, flags: FilterFlags) => {
      const {buildForCorpus, filterLines} = await import('./line-filter.js')
      const {corpus: digest} = await buildForCorpus(flags)
      process.exitCode = await filterLines(file === '-' ? undefined : file, flags, {
        format: ({entry: {id}, sheets}) => ({id, corpus: digest, sheets}),
      })
    })
  const decide = corpus
    .command('decide')
    .description('Read what was observed of all documents, and print what is decided upon those that anything is.')
    .argument('[FILE...]', 'what `corpus observe` has printed; stdin where there is none, or -')
  addNamesOption(addConfigOption(addStageOptions(decide)))
    .addHelpText('after', help)
    .action(async (files: readonly string[], flags: FilterFlags) => {
      const {decideCommand} = await import('./corpus-decide.js')
      process.exitCode = await decideCommand(files, flags)
    })
}
