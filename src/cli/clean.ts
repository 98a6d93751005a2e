/**
 * `palimpsest clean`: one scrape from stdin or a file, markdown on stdout, everything else on stderr.
 *
 * The work is done in a worker thread, as in a run: that is what lets hostile input meet its deadline. It costs the start
 * of a thread and nothing more, as the stages are loaded there and not here as well.
 */
import {existsSync} from 'node:fs'
import {basename} from 'node:path'
import type {Command} from 'commander'
import {DocumentError, UsageError} from '../errors.js'
import {visible} from '../inspect/visible.js'
import {idOf} from '../run/collect.js'
import {addConfigOption, addStageOptions, type StageFlags} from './flags.js'

interface Flags extends StageFlags {
  readonly config?: string
  readonly quiet?: true
}

/** Largest heap of the worker, in megabytes; the configuration is not read before the worker is started. */
const memory = 1024
/** Largest input, in bytes: what the limits of a run would have to be raised for is no work for a filter. */
const maxBytes = 100 * 1024 ** 2

/** Add the command. */
export function registerClean(program: Command): void {
  const command = program
    .command('clean')
    .description('Clean one scrape from stdin or FILE and print the markdown: cat page.html | palimpsest clean.')
    .argument('[FILE]', 'the scrape; stdin where there is none, or -')
  addConfigOption(addStageOptions(command))
    .option('--quiet', 'print no remarks on stderr')
    .action(async (file: string | undefined, flags: Flags) => {
      process.exitCode = await cleanCommand(file === '-' ? undefined : file, flags)
    })
}

async function cleanCommand(file: string | undefined, flags: Flags): Promise<number> {
  if (file === undefined && process.stdin.isTTY) {
    throw new UsageError('No input: name a file, or send one in: cat page.html | palimpsest clean')
  }
  const {Workers} = await import('../run/workers.js')
  const workers = new Workers({
    config: {cwd: process.cwd(), ...(flags.config !== undefined && {file: flags.config})},
    only: flags.onlyStage ?? [],
    skip: flags.skipStage ?? [],
    threads: 1,
    startsAtOnce: true,
    memory,
  })
  const name = file ?? 'stdin'
  try {
    const bytes = file === undefined ? await readStdin() : await readFile(file)
    const {clean, entry} = await workers.clean(idOf(basename(name)), name, bytes)
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

async function readFile(file: string): Promise<Uint8Array> {
  if (!existsSync(file)) throw new DocumentError('there is no such file')
  const {readRaw} = await import('../run/read-raw.js')
  return (await readRaw(file, maxBytes)).bytes
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > maxBytes) throw new DocumentError(`is larger than ${maxBytes / 1024 ** 2}MB; clean it with a run`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
