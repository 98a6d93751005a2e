/**
 * `palimpsest clean`: one scrape from stdin or a file, markdown on stdout, everything else on stderr.
 *
 * The work is done in a worker thread, as in a run and under the same limits: that is what lets hostile input meet its
 * deadline. It costs the start of a thread and nothing more, as the stages are loaded there, and here only for a
 * configuration to be checked against.
 */
import {tmpdir} from 'node:os'
import {basename, join} from 'node:path'
import type {Command} from 'commander'
import {loadSettings} from '../config/load.js'
import {DocumentError, UsageError} from '../errors.js'
import {visible} from '../inspect/visible.js'
import {idOf} from '../run/collect.js'
import {
  addConfigOption,
  addNamesOption,
  addStageOptions,
  type NamesFlag,
  namesOverride,
  parseWhole,
  type StageFlags,
} from './flags.js'

interface Flags extends StageFlags, NamesFlag {
  readonly config?: string
  readonly jsonl?: true
  readonly provenance?: true
  readonly verdicts?: string
  readonly concurrency?: number
  readonly quiet?: true
}

const help = `
The limits of the configuration hold as in a run: "limits.deadline", "limits.memory" and "limits.bytes". Nothing is written
but the markdown; what became of the rest is recorded by "palimpsest run" alone.

With --jsonl a line that cannot be cleaned becomes {"id":…,"error":…} in its place. Lines know nothing of each other, so any
program that cuts a file at its lines may run many of these side by side: GNU parallel, split --filter, Hadoop streaming, Spark.

Exit codes: 0 when markdown was printed, be it suspect; 1 when the scrape, or a line, cannot be cleaned; 2 when the call or the
configuration is wrong.

Examples:
  cat page.html | palimpsest clean > page.md
  palimpsest clean page.html --skip-stage write-front-matter   the body alone
  zcat crawl.jsonl.gz | palimpsest clean --jsonl > clean.jsonl`

/** Add the command. */
export function registerClean(program: Command): void {
  const command = program
    .command('clean')
    .description('Clean one scrape from stdin or FILE and print the markdown: cat page.html | palimpsest clean.')
    .argument('[FILE]', 'the scrape; stdin where there is none, or -')
  addNamesOption(addConfigOption(addStageOptions(command)))
    .option('--jsonl', 'a raw a line in, a clean document a line out, in the same order')
    .option('--provenance', 'with --jsonl: the whole record of provenance in each line, and not its digest alone')
    .option('--verdicts <file>', 'with --jsonl: what `palimpsest corpus decide` has decided')
    .option(
      '--concurrency <number>',
      'with --jsonl: lines worked on at once (default: as configured, or one a processor)',
      parseWhole(1, 256),
    )
    .option('--quiet', 'print no remarks on stderr')
    .addHelpText('after', help)
    .action(async (file: string | undefined, flags: Flags) => {
      const name = file === '-' ? undefined : file
      process.exitCode = await (flags.jsonl ? cleanLines(name, flags) : cleanCommand(name, flags))
    })
}

async function cleanLines(file: string | undefined, flags: Flags): Promise<number> {
  const {buildForCorpus, filterLines} = await import('./line-filter.js')
  const {cleanRow} = await import('../run/line-filter.js')
  const {CorpusVerdicts} = await import('../run/corpus-verdicts.js')
  const {draftName} = await import('../run/output.js')
  const corpusVerdicts = flags.verdicts === undefined ? undefined : new CorpusVerdicts(join(tmpdir(), draftName()))
  try {
    if (corpusVerdicts) await corpusVerdicts.read(flags.verdicts!, (await buildForCorpus(flags)).corpus)
    return await filterLines(file, flags, {
      verdictsOf: async (id) => corpusVerdicts?.find(id),
      format: (cleaned) => cleanRow(cleaned, flags.provenance ?? false),
    })
  } finally {
    await corpusVerdicts?.discard()
  }
}

async function cleanCommand(file: string | undefined, flags: Flags): Promise<number> {
  for (const name of ['provenance', 'verdicts', 'concurrency'] as const) {
    if (flags[name] !== undefined) throw new UsageError(`Unexpected --${name} without --jsonl`)
  }
  if (file === undefined && process.stdin.isTTY) {
    throw new UsageError('No input: name a file, or send one in: cat page.html | palimpsest clean')
  }
  const {Workers} = await import('../run/workers.js')
  const cwd = process.cwd()
  const settings = await loadSettings({cwd, file: flags.config, override: namesOverride(flags)})
  const {limits} = settings
  const workers = new Workers({
    // Where there is no file, the worker finds that out as well.
    config: 'stages' in settings ? settings : {cwd},
    only: flags.onlyStage ?? [],
    skip: flags.skipStage ?? [],
    threads: 1,
    startsAtOnce: true,
    memory: limits.memory,
  })
  const name = file ?? 'stdin'
  try {
    const bytes = file === undefined ? await readStdin(limits.bytes) : await readFile(file, limits.bytes)
    const {clean, entry, warnings} = await workers.clean({id: idOf(basename(name)), path: name, bytes})
    process.stdout.write(clean)
    if (!flags.quiet)
      for (const warning of warnings) process.stderr.write(`palimpsest: ${visible(`${name}: ${warning}`)}\n`)
    if (!flags.quiet && entry.verdict === 'suspect') {
      process.stderr.write(`palimpsest: ${visible(name)} is suspect: ${entry.reasons.join('; ')}\n`)
    }
    return 0
  } catch (error) {
    if (error instanceof DocumentError) throw new DocumentError(`${name}: ${error.message}`, {cause: error})
    throw error
  } finally {
    await workers.stop()
  }
}

async function readFile(file: string, limit: number): Promise<Uint8Array> {
  const {readRaw} = await import('../run/read-raw.js')
  try {
    return (await readRaw(file, limit)).bytes
  } catch (error) {
    const {code} = ((error as Error).cause ?? {}) as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new UsageError(`${file}: there is no such file`, {cause: error})
    throw error
  }
}

async function readStdin(limit: number): Promise<Uint8Array> {
  const {tooLarge} = await import('../run/read-raw.js')
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > limit) throw tooLarge(limit)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
