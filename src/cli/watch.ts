/**
 * `palimpsest watch`: run, and run again whenever raws, configuration or decisions have changed, until Ctrl-C.
 *
 * Each run is a process of its own: it takes modules of the user's own as they are now, gives its memory back, and one that breaks
 * takes nothing down with it.
 */
import {spawn} from 'node:child_process'
import {resolve} from 'node:path'
import {setTimeout as delay} from 'node:timers/promises'
import {fileURLToPath} from 'node:url'
import {type Command, InvalidArgumentError} from 'commander'
import {formatDuration, parseDuration} from '../config/units.js'
import {UsageError} from '../errors.js'
import {visible} from '../inspect/visible.js'
import {
  addConfigOption,
  addNamesOption,
  addStageOptions,
  collect,
  type NamesFlag,
  parseWhole,
  type StageFlags,
} from './flags.js'
import {formatNumber} from './table.js'

interface Flags extends StageFlags, NamesFlag {
  readonly config?: string
  readonly only?: readonly string[]
  readonly concurrency?: number
  readonly format?: string
  readonly prune?: true
  readonly interval: number
  readonly json?: true
}

const help = `
A run is made at once, and again when a scrape has come, gone or changed, or the configuration, a file that it names, or the
decisions; what is still being written is waited for. A run that did something is told in a line. One that cannot be made, such
as with a configuration that is broken for a moment, is told of and made again once something has changed.

Exit codes: 0 when Ctrl-C stopped it between two runs; 130 when Ctrl-C stopped a run, which the next one completes; 2 a wrong call,
or a first run that cannot be made.

Examples:
  palimpsest watch                           raw/ into out/, from now on
  palimpsest watch scrapes results --prune   other folders; results go when their scrape has gone
  palimpsest watch --interval 10s --json     look every ten seconds; the summary of each run as a line of JSON`

/** Add the command. */
export function registerWatch(program: Command): void {
  const command = program
    .command('watch')
    .description(
      'Clean what is below RAW into OUT, as run does, and again whenever something has changed, until Ctrl-C.',
    )
    .argument('[RAW]', 'folder of scrapes, only ever read (default: as configured, or raw)')
    .argument('[OUT]', 'folder of results (default: as configured, or out)')
    .option('--interval <time>', 'time between two looks', interval, 2000)
    .option('--only <glob>', 'only raws whose path below RAW matches; repeatable', collect)
    .option('--concurrency <number>', 'documents worked on at once (default: as configured)', parseWhole(1, 256))
    .option('--format <name>', 'how results are written: files, jsonl or parquet (default: as configured, or files)')
    .option('--prune', 'remove output whose raw is gone, where it is as it was written')
    .option('--json', 'tell of each run in a line of JSON')
  const option = command.options.find(({long}) => long === '--interval')!
  // Commander would print milliseconds.
  option.defaultValueDescription = formatDuration(option.defaultValue as number)
  addNamesOption(addConfigOption(addStageOptions(command)))
    .addHelpText('after', help)
    .action(async (raw: string | undefined, out: string | undefined, flags: Flags) => {
      process.exitCode = await watchCommand(raw, out, flags)
    })
}

function interval(value: string): number {
  const time = parseDuration(value)
  if (time >= 100 && time <= 24 * 3_600_000) return time
  throw new InvalidArgumentError('Expected a duration from 100ms to 24h, such as 2s.')
}

async function watchCommand(raw: string | undefined, out: string | undefined, flags: Flags): Promise<number> {
  const {watch} = await import('../watch/watch.js')
  const stop = new AbortController()
  const child: {process?: ReturnType<typeof spawn> | undefined} = {}
  let code = 0
  const onSignal = (signal: NodeJS.Signals): void => {
    // On a terminal Ctrl-C has reached the run as well; from elsewhere only this process.
    child.process?.kill(signal)
    code = child.process ? 130 : 0
    stop.abort()
  }
  for (const signal of signals) process.on(signal, onSignal)
  const runs = new Runs(argumentsOf(raw, out, flags), flags.json ?? false, child)
  try {
    const look = await lookOf(raw, flags)
    await watch({
      look,
      run: async () => {
        const isFine = await runs.run(stop.signal)
        // What is wrong from the beginning is a wrong call; later on it may be mended.
        if (runs.count === 1 && !isFine && !stop.signal.aborted) {
          code = 2
          stop.abort()
        } else if (runs.count === 1 && !stop.signal.aborted) {
          process.stderr.write('palimpsest: watching; Ctrl-C stops it\n')
        }
        return isFine
      },
      wait: () => delay(flags.interval, undefined, {signal: stop.signal}).catch(() => undefined),
      isStopped: () => stop.signal.aborted,
    })
  } finally {
    for (const signal of signals) process.off(signal, onSignal)
  }
  return code
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** What `run` is called with. */
function argumentsOf(raw: string | undefined, out: string | undefined, flags: Flags): string[] {
  const {config, names, format, concurrency, prune, only = [], onlyStage = [], skipStage = []} = flags
  const named: [string, string | number | undefined][] = [
    ['--config', config],
    ['--names', names],
    ['--format', format],
    ['--concurrency', concurrency],
    ...only.map((glob): [string, string] => ['--only', glob]),
    ...onlyStage.map((id): [string, string] => ['--only-stage', id]),
    ...skipStage.map((id): [string, string] => ['--skip-stage', id]),
  ]
  return [
    'run',
    '--json',
    '--quiet',
    ...(prune ? ['--prune'] : []),
    ...named.flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`])),
    '--',
    ...[raw, out].filter((folder) => folder !== undefined),
  ]
}

/** Make the look: at the raws, and at all files that the configuration, as it is at the time, takes its settings from. */
async function lookOf(raw: string | undefined, {config: file}: Flags): Promise<() => Promise<string>> {
  const {lookAtFiles, lookAtRaws} = await import('../watch/look.js')
  const {loadConfig} = await import('../config/load.js')
  const cwd = process.cwd()
  const configFile = resolve(cwd, file ?? 'palimpsest.config.yaml')
  const settings = {files: [configFile], raw: raw ?? 'raw', stamps: ''}
  return async () => {
    if (lookAtFiles(settings.files) !== settings.stamps) {
      try {
        const config = await loadConfig({cwd, file})
        const modules = config.customStages.map(({module}) => fileURLToPath(module))
        const others = [config.decisions.file, ...config.files.map((item) => item.file)].map((path) =>
          resolve(cwd, path),
        )
        settings.files = [...new Set([configFile, ...others, ...modules])]
        settings.raw = raw ?? config.raw
      } catch (error) {
        // The run will tell; until it is mended, what it said last holds.
        if (!(error instanceof UsageError)) throw error
      }
      settings.stamps = lookAtFiles(settings.files)
    }
    return `${settings.stamps}\n${await lookAtRaws(resolve(cwd, settings.raw))}`
  }
}

/** What a run prints with `--json`, as far as it is told here. */
interface Summary {
  readonly documents: readonly {readonly id: string; readonly status: string; readonly verdict?: string}[]
  readonly totals: Readonly<Record<'documents' | 'clean' | 'suspect' | 'failed' | 'unchanged', number>>
  readonly stale: readonly {readonly path: string; readonly kind: string}[]
  readonly pruned: readonly string[]
  readonly decisions: readonly {readonly effect: string}[]
  readonly notes: readonly string[]
}

/** So many documents are called by their ids. */
const mostNamed = 3

class Runs {
  readonly #args: readonly string[]
  readonly #isJson: boolean
  readonly #child: {process?: ReturnType<typeof spawn> | undefined}
  count = 0
  /** What was said last on stderr, and of what a run left as it was: nothing of it is told twice in a row. */
  #remarks = ''
  #left = ''
  #isFine = true

  constructor(args: readonly string[], isJson: boolean, child: {process?: ReturnType<typeof spawn> | undefined}) {
    this.#args = args
    this.#isJson = isJson
    this.#child = child
  }

  async run(stopped: AbortSignal): Promise<boolean> {
    this.count++
    const {code, stdout, stderr} = await this.#start()
    if (stopped.aborted) return false
    if (stderr !== this.#remarks) process.stderr.write(visible(stderr))
    this.#remarks = stderr
    const wasFine = this.#isFine
    this.#isFine = code === 0 || code === 1
    if (!this.#isFine) return false
    const summary = JSON.parse(stdout) as Summary
    const left = leftBy(summary)
    const isNews = this.count === 1 || !wasFine || isWork(summary) || left !== this.#left
    this.#left = left
    if (isNews)
      process.stdout.write(this.#isJson ? `${JSON.stringify(summary)}\n` : `${clock()}  ${visible(lineOf(summary))}\n`)
    return true
  }

  #start(): Promise<{code: number | null; stdout: string; stderr: string}> {
    const [, program] = process.argv
    if (program === undefined) throw new Error('the program does not know its own path')
    return new Promise((done, fail) => {
      const child = spawn(process.execPath, [...process.execArgv, program, ...this.#args], {
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      this.#child.process = child
      const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []]
      child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk))
      child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk))
      child.on('error', fail)
      child.on('close', (code, signal) => {
        this.#child.process = undefined
        const killed = code === null ? `palimpsest: The run was ended by ${signal}; it is made again\n` : ''
        done({code, stdout: String(Buffer.concat(stdout)), stderr: String(Buffer.concat(stderr)) + killed})
      })
    })
  }
}

function clock(): string {
  return new Date().toTimeString().slice(0, 8)
}

function isWork({totals: {documents, unchanged, failed}, pruned}: Summary): boolean {
  return documents - unchanged - failed > 0 || pruned.length > 0
}

/** What a run could not do anything about: told when it becomes other than it was. */
function leftBy({stale, totals, decisions, notes}: Summary): string {
  return JSON.stringify([stale, totals.documents, totals.failed, lostOf(decisions), notes])
}

function lostOf(decisions: Summary['decisions']): number {
  return decisions.filter(({effect}) => effect === 'lost').length
}

/** A run in a line: what was done, how all documents stand, and what is left to do. */
function lineOf({documents, totals, stale, pruned, decisions, notes}: Summary): string {
  const made = totals.documents - totals.unchanged - totals.failed
  const named = documents.filter(({status}) => status !== 'unchanged' && status !== 'failed').map(({id}) => id)
  const which = made > 0 && made <= mostNamed && named.length === made ? ` (${named.join(', ')})` : ''
  const verdicts = [
    `${formatNumber(totals.clean)} clean`,
    totals.suspect > 0 && `${formatNumber(totals.suspect)} suspect`,
    totals.failed > 0 && `${formatNumber(totals.failed)} failed`,
  ]
  const [old, kept] = [
    stale.filter(({kind}) => kind === 'gone' || kind === 'renamed'),
    stale.filter(({kind}) => kind === 'changed' || kind === 'stray'),
  ]
  const lost = lostOf(decisions)
  return [
    `${formatNumber(made)} cleaned${which}, ${formatNumber(totals.unchanged)} unchanged: ${verdicts.filter(Boolean).join(', ')}`,
    ...(pruned.length > 0 ? [`removed ${pathsOf(pruned)}`] : []),
    ...(old.length > 0 ? [`stale: ${pathsOf(old.map(({path}) => path))}; --prune removes what has lost its raw`] : []),
    ...(kept.length > 0 ? [`not of this run: ${pathsOf(kept.map(({path}) => path))}`] : []),
    ...(lost > 0 ? [`${lost} ${lost === 1 ? 'decision' : 'decisions'} lost: palimpsest run --check-decisions`] : []),
    ...notes,
  ].join('; ')
}

function pathsOf(paths: readonly string[]): string {
  const more = paths.length - mostNamed
  return paths.slice(0, mostNamed).join(', ') + (more > 0 ? ` and ${formatNumber(more)} more` : '')
}
