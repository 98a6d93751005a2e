/**
 * `palimpsest clean`: one scrape from stdin or a file, markdown on stdout, everything else on stderr.
 *
 * The work is done in a worker thread, as in a run and under the same limits: that is what lets hostile input meet its
 * deadline. It costs the start of a thread and nothing more, as the stages are loaded there, and here only for a
 * configuration to be checked against.
 */
import {basename} from 'node:path'
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
  type StageFlags,
} from './flags.js'

interface Flags extends StageFlags, NamesFlag {
  readonly config?: string
  readonly quiet?: true
}

const help = `
The limits of the configuration hold as in a run: "limits.deadline", "limits.memory" and "limits.bytes". Nothing is written
but the markdown; what became of the rest is recorded by "palimpsest run" alone.

Exit codes: 0 when markdown was printed, be it suspect; 1 when the scrape cannot be cleaned; 2 when the call or the
configuration is wrong.

Examples:
  cat page.html | palimpsest clean > page.md
  palimpsest clean page.html --skip-stage write-front-matter   the body alone`

/** Add the command. */
export function registerClean(program: Command): void {
  const command = program
    .command('clean')
    .description('Clean one scrape from stdin or FILE and print the markdown: cat page.html | palimpsest clean.')
    .argument('[FILE]', 'the scrape; stdin where there is none, or -')
  addNamesOption(addConfigOption(addStageOptions(command)))
    .option('--quiet', 'print no remarks on stderr')
    .addHelpText('after', help)
    .action(async (file: string | undefined, flags: Flags) => {
      process.exitCode = await cleanCommand(file === '-' ? undefined : file, flags)
    })
}

async function cleanCommand(file: string | undefined, flags: Flags): Promise<number> {
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
    const {clean, entry} = await workers.clean({id: idOf(basename(name)), path: name, bytes})
    process.stdout.write(clean)
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
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new DocumentError('there is no such file', {cause: error})
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
