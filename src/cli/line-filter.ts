/** Run a filter over JSON lines, from stdin or a file to stdout. */
import {loadConfig} from '../config/load.js'
import {withMetadataBeside} from '../config/place.js'
import {UsageError} from '../errors.js'
import {visible} from '../inspect/visible.js'
import type {LineFilter} from '../run/line-filter.js'
import type {Pipeline} from '../run/pipeline.js'
import {type NamesFlag, namesOverride, type StageFlags} from './flags.js'

/** Flags of commands that are filters. */
export interface FilterFlags extends StageFlags, NamesFlag {
  readonly config?: string
  readonly quiet?: true
  readonly concurrency?: number
}

/** Build the pipeline that a filter runs, on the side of whoever holds documents against each other; with the digest of that. */
export async function buildForCorpus(
  flags: FilterFlags,
): Promise<{readonly pipeline: Pipeline; readonly corpus: string}> {
  const {buildPipeline} = await import('../config/build.js')
  const {digestForCorpus} = await import('../run/corpus-verdicts.js')
  const config = await loadConfig({cwd: process.cwd(), file: flags.config, override: namesOverride(flags)})
  const pipeline = await buildPipeline(withMetadataBeside(config), {only: flags.onlyStage, skip: flags.skipStage})
  return {pipeline, corpus: digestForCorpus(pipeline)}
}

/**
 * Filter lines.
 *
 * @param file undefined for stdin.
 * @returns the exit code: 1 where a line could not be worked on.
 */
export async function filterLines(
  file: string | undefined,
  flags: FilterFlags,
  filter: Pick<LineFilter, 'verdictsOf' | 'format'>,
): Promise<number> {
  if (file === undefined && process.stdin.isTTY) throw new UsageError('No input: name a file, or send one in')
  const {Workers} = await import('../run/workers.js')
  const {filterLines: run} = await import('../run/line-filter.js')
  const loaded = await loadConfig({cwd: process.cwd(), file: flags.config, override: namesOverride(flags)})
  const config = withMetadataBeside(loaded)
  const concurrency = flags.concurrency ?? config.concurrency
  const workers = new Workers({
    config,
    only: flags.onlyStage ?? [],
    skip: flags.skipStage ?? [],
    isSharded: true,
    threads: concurrency,
    startsAtOnce: true,
    memory: config.limits.memory,
  })
  let failures = 0
  try {
    const {limits, jsonl} = config
    const lines = run(await open(file), {workers, concurrency, limit: limits.bytes, jsonl, ...filter})
    for await (const {text, failure} of lines) {
      if (!process.stdout.write(`${text}\n`)) await new Promise((resolve) => process.stdout.once('drain', resolve))
      if (!failure) continue
      failures++
      if (!flags.quiet)
        process.stderr.write(`palimpsest: ${visible(`${file ?? 'stdin'}:${failure.number}: ${failure.reason}`)}\n`)
    }
  } finally {
    await workers.stop()
  }
  return failures > 0 ? 1 : 0
}

/** The bytes of a file, decompressed where it is compressed, or of stdin. */
async function open(file: string | undefined): Promise<AsyncIterable<Uint8Array>> {
  if (file === undefined) return process.stdin as AsyncIterable<Buffer>
  const {openRegularFile} = await import('../regular-file.js')
  const {describe} = await import('../run/system-errors.js')
  try {
    const handle = await openRegularFile(file)
    return handle.createReadStream() as AsyncIterable<Buffer>
  } catch (cause) {
    throw new UsageError(`Cannot read ${file}: ${describe(cause)}`, {cause})
  }
}
