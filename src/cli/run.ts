/** `palimpsest run`: read the options, run, and say what was done. What a run is stands in `src/run/run.ts`. */
import {type Command, Option} from 'commander'
import type {Config} from '../config/config.js'
import type {RunOptions} from '../run/run.js'
import {
  addConfigOption,
  addNamesOption,
  addStageOptions,
  collect,
  type NamesFlag,
  namesOverride,
  parseWhole,
  type StageFlags,
} from './flags.js'

interface Flags extends StageFlags, NamesFlag {
  readonly check?: true
  readonly checkDecisions?: true
  readonly dryRun?: true
  readonly only?: readonly string[]
  readonly config?: string
  readonly printConfig?: true
  readonly json?: true
  readonly quiet?: true
  readonly concurrency?: number
  readonly format?: Config['format']
  readonly force?: true
  readonly prune?: true
}

const help = `
Only what is new or has changed is worked on: a raw, the configuration, a stage, a file of the output. A raw that cannot be
cleaned is reported and left out, the others come out. Limits of time, memory and size stand under "limits" in the
configuration; a document over its time or memory is tried once more as plain text, and is suspect for it.

Exit codes: 0 when every document came out, clean or suspect; 1 when one failed, or --check found a difference; 2 when the call
or the configuration is wrong, or OUT cannot be written; 130 when Ctrl-C stopped it.

Examples:
  palimpsest run                              raw/ into out/
  palimpsest run scrapes results --prune      other folders; results go when their scrape has gone
  palimpsest run --only 'news/**' --dry-run   which of the scrapes of one folder would be worked on`

/** Add the command. */
export function registerRun(program: Command): void {
  const command = program
    .command('run')
    .description(
      'Clean every scrape below RAW into OUT: clean/, provenance/ and manifest.jsonl. Dot files, node_modules and links to folders are left out.',
    )
    .argument('[RAW]', 'folder of scrapes, only ever read (default: as configured, or raw)')
    .argument('[OUT]', 'folder of results (default: as configured, or out)')
    .option('--check', 'write nothing; exit with 1 when OUT is not what RAW gives')
    .option(
      '--check-decisions',
      'write nothing; tell of each decision whether this version still needs it, and exit with 1 when one finds its text no more',
    )
    .option('--dry-run', 'tell what would be worked on; write nothing')
    .option('--only <glob>', 'only raws whose path below RAW matches; repeatable', collect)
  addNamesOption(addConfigOption(addStageOptions(command)))
    .option('--print-config', 'print the whole configuration as it is understood, and stop')
    .option(
      '--concurrency <number>',
      'documents worked on at once (default: as configured, or one a processor)',
      parseWhole(1, 256),
    )
    .addOption(
      new Option('--format <name>', 'how results are written (default: as configured, or files)').choices([
        'files',
        'jsonl',
        'parquet',
      ]),
    )
    .option('--force', 'work on every document, also where nothing has changed')
    .option('--prune', 'remove output whose raw is gone, where it is as it was written')
    .option('--json', 'print the summary as JSON')
    .option('--quiet', 'print failures only, and what --check finds')
    .addHelpText('after', help)
    .action(async (raw: string | undefined, out: string | undefined, flags: Flags) => {
      process.exitCode = await runCommand(raw, out, flags)
    })
}

async function runCommand(raw: string | undefined, out: string | undefined, flags: Flags): Promise<number> {
  // Loaded here, so that the other commands need not wait for the stages.
  const {UsageError} = await import('../errors.js')
  const {loadConfig} = await import('../config/load.js')
  if (flags.checkDecisions) {
    for (const name of ['check', 'dryRun', 'only', 'prune'] as const) {
      if (flags[name]) throw new UsageError(`--check-decisions excludes --${name === 'dryRun' ? 'dry-run' : name}`)
    }
  }
  if (flags.check && flags.dryRun) throw new UsageError('--check and --dry-run exclude each other')
  if (flags.check && flags.prune) throw new UsageError('--check writes nothing, so it cannot --prune')
  const cwd = process.cwd()
  const loaded = await loadConfig({cwd, file: flags.config, override: namesOverride(flags)})
  const config = {
    ...loaded,
    raw: raw ?? loaded.raw,
    out: out ?? loaded.out,
    concurrency: flags.concurrency ?? loaded.concurrency,
    format: flags.format ?? loaded.format,
  }
  if (flags.printConfig) {
    const {printConfig, withoutFiles} = await import('../config/print.js')
    const short = {...config, stages: withoutFiles(config)}
    process.stdout.write(flags.json ? `${JSON.stringify(short, null, 2)}\n` : printConfig(config))
    return 0
  }
  const {run} = await import('../run/run.js')
  const {startProgress} = await import('./progress.js')
  const mode: RunOptions['mode'] = flags.check || flags.checkDecisions ? 'check' : flags.dryRun ? 'dry-run' : 'write'
  const progress = flags.quiet ? undefined : startProgress()
  const report = await run({
    cwd,
    config,
    mode,
    only: flags.only ?? [],
    onlyStages: flags.onlyStage ?? [],
    skipStages: flags.skipStage ?? [],
    force: flags.force ?? false,
    prune: flags.prune ?? false,
    ...(progress && {onProgress: progress.update}),
  }).finally(() => progress?.stop())

  const {formatCheck, formatDecisions, formatDryRun, formatFailures, formatRun, runJson} = await import(
    './run-report.js'
  )
  process.stderr.write(formatFailures(report))
  if (flags.checkDecisions) {
    const {decisions, totals} = report
    process.stdout.write(
      flags.json ? `${JSON.stringify(decisions, null, 2)}\n` : formatDecisions(decisions, config.decisions.file),
    )
    return totals.failed > 0 || decisions.some(({effect}) => effect === 'lost') ? 1 : 0
  }
  if (flags.json) process.stdout.write(`${JSON.stringify(runJson(report, mode), null, 2)}\n`)
  else if (mode === 'check') {
    // What a check finds is why it was asked; only its good news can be left unsaid.
    if (!flags.quiet || report.findings.length > 0) process.stdout.write(formatCheck(report))
  } else if (!flags.quiet) {
    const text =
      mode === 'dry-run' ? formatDryRun(report, flags.prune ?? false) : formatRun(report, process.stdout.columns ?? 120)
    process.stdout.write(text)
  }
  return report.totals.failed > 0 || report.findings.length > 0 ? 1 : 0
}
