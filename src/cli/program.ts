/**
 * The program: argv in, exit code out. One file a command; this one knows only their list and what errors mean.
 *
 * Exit codes: 0 fine, 1 findings or failed documents, 2 usage, configuration, unwritable output or crash.
 */
import {Command, CommanderError} from 'commander'
import {DocumentError, OutputError, UsageError} from '../errors.js'
import {visible} from '../inspect/visible.js'
import {version} from '../version.js'

/** Add a command to the program. Its action sets `process.exitCode` where that is not 0. */
export type Register = (program: Command) => void

/** The commands, in the order of the help. Each is loaded when it is called for: `clean` need not wait for `verify`. */
const commands: Readonly<Record<string, () => Promise<Register>>> = {
  run: async () => (await import('./run.js')).registerRun,
  watch: async () => (await import('./watch.js')).registerWatch,
  clean: async () => (await import('./clean.js')).registerClean,
  corpus: async () => (await import('./corpus.js')).registerCorpus,
  diff: async () => (await import('./diff.js')).registerDiff,
  explain: async () => (await import('./explain.js')).registerExplain,
  overrule: async () => (await import('./overrule.js')).registerOverrule,
  report: async () => (await import('./report.js')).registerReport,
  verify: async () => (await import('./verify.js')).registerVerify,
  restore: async () => (await import('./restore.js')).registerRestore,
  names: async () => (await import('./names.js')).registerNames,
  links: async () => (await import('./links.js')).registerLinks,
  stages: async () => (await import('./stages.js')).registerStages,
  rules: async () => (await import('./rules.js')).registerRules,
  schema: async () => (await import('./schema.js')).registerSchema,
}

const help = `
Exit codes: 0 fine; 1 findings, or documents that failed; 2 a wrong call or configuration, output that cannot be written, or a
crash. Data goes to stdout, remarks to stderr. The configuration is palimpsest.config.yaml in the folder you run in.`

/** Run the program; returns its exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  const program = new Command('palimpsest')
    .description('Turn scraped articles into clean markdown, with a proof of what became of every character.')
    .version(`palimpsest ${version}`, '--version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({
      writeErr: (text) => process.stderr.write(visible(text)),
      // Whoever finds the fault, the program tells of it in one voice.
      outputError: (text, write) =>
        write(text.replace(/^error: (.)/, (_, first: string) => `palimpsest: ${first.toUpperCase()}`)),
    })
    .addHelpText('after', help)
  const [name = ''] = argv
  const loaders = Object.hasOwn(commands, name) ? [commands[name]!] : Object.values(commands)
  for (const register of await Promise.all(loaders.map((load) => load()))) register(program)
  try {
    await program.parseAsync(argv as string[], {from: 'user'})
    return Number(process.exitCode ?? 0)
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    if (error instanceof DocumentError) {
      process.stderr.write(`palimpsest: ${visible(error.message)}\n`)
      return 1
    }
    if (error instanceof UsageError || error instanceof OutputError)
      process.stderr.write(`palimpsest: ${visible(error.message)}\n`)
    else
      process.stderr.write(
        `palimpsest: unexpected error; please report it\n${visible(String((error as Error).stack ?? error))}\n`,
      )
    return 2
  }
}
