/** `palimpsest links check`: visit the links of the documents, and record what became of each. */
import {dirname, relative, resolve} from 'node:path'
import {type Command, InvalidArgumentError} from 'commander'
import {formatDuration, parseDuration} from '../config/units.js'
import {UsageError} from '../errors.js'
import type {ClosedHost} from '../links/check.js'
import type {Corpus, DueLink} from '../links/corpus.js'
import type {LinkRecord} from '../links/records-file.js'
import type {Verdict} from '../links/visit.js'
import {version} from '../version.js'
import {addConfigOption, collect, parseWhole} from './flags.js'
import {formatNumber, formatTable} from './table.js'

interface CheckFlags {
  readonly config?: string
  readonly records?: string
  readonly only?: readonly string[]
  readonly maxAge: number
  readonly concurrency: number
  readonly perHost: number
  readonly delay: number
  readonly timeout: number
  readonly retries: number
  readonly userAgent: string
  readonly wayback?: URL | 'off'
  readonly allowPrivate?: true
  readonly prune?: true
  readonly dryRun?: true
  readonly json?: true
  readonly quiet?: true
}

const help = `
Visits what the last run found links to, and writes a record of each into a file, which links.records in the configuration
names for the next run. A check that is stopped loses nothing: the next one goes on where it ended. What was found out
holds for --max-age; what was refused or could not be reached is visited again after a day.

Each address is asked for once or twice, by HEAD and GET; robots.txt, which is for those who search sites through, is not
read. Addresses of private networks are not visited, nor any that hold a user name or a password.

Exit codes: 0 when all links were dealt with, dead or not; 2 a wrong call or configuration, no results to read, or a file
that cannot be written; 130 when Ctrl-C stopped it.

Examples:
  palimpsest links check                     the links of all documents
  palimpsest links check --only 'news/**' --dry-run
  palimpsest links check --user-agent 'example-archive (+https://example.org/links)'`

/** Add the command to `palimpsest links`. */
export function registerCheck(links: Command): void {
  const command = links
    .command('check')
    .description('Visit the links of the documents, and write links.jsonl: alive, moved, gone, and how that is known.')
    .argument('[OUT]', 'folder of results (default: as configured, or out)')
    .option('--records <file>', 'file of records (default: as configured, or links.jsonl beside the configuration)')
    .option('--only <glob>', 'only links of documents whose raw path matches; repeatable', collect)
    .option('--max-age <time>', 'visit again what was visited longer ago', duration(0, '3650d'), parseDuration('30d'))
    .option('--concurrency <number>', 'requests at once', parseWhole(1, 256), 20)
    .option('--per-host <number>', 'requests at once to one host', parseWhole(1, 16), 2)
    .option('--delay <time>', 'time between two requests to one host', duration(0, '1h'), 1000)
    .option('--timeout <time>', 'longest time of a request', duration(100, '10min'), 15_000)
    .option('--retries <number>', 'how often what may be an accident is tried again', parseWhole(0, 10), 2)
    .option('--user-agent <text>', 'who we say that we are; best with an address', userAgent, defaultUserAgent)
    .option(
      '--wayback <url>',
      'API that knows snapshots of dead pages, or off (default: that of the Wayback Machine)',
      api,
    )
    .option('--allow-private', 'visit addresses of private networks and of this machine too')
    .option('--prune', 'drop records of links that no document has any more')
    .option('--dry-run', 'list what would be visited, and why; visit nothing')
    .option('--json', 'print the outcome as JSON')
    .option('--quiet', 'print remarks only')
  for (const option of command.options) {
    // Commander would print milliseconds.
    if (typeof option.defaultValue === 'number' && option.flags.endsWith('<time>')) {
      option.defaultValueDescription = formatDuration(option.defaultValue)
    }
  }
  addConfigOption(command)
    .addHelpText('after', help)
    // `links` has flags of the same names, and takes them wherever they stand.
    .action((out: string | undefined, _: unknown, self: Command) => check(out, self.optsWithGlobals<CheckFlags>()))
}

const defaultUserAgent = `Mozilla/5.0 (compatible; palimpsest/${version}; link check)`

/** Make a reader of durations, for the value of a flag. */
function duration(least: number, most: string): (value: string) => number {
  return (value) => {
    const time = value === '0' ? 0 : parseDuration(value)
    if (time >= least && time <= parseDuration(most)) return time
    throw new InvalidArgumentError(`Expected a duration such as 500ms, 15s or 30d, at most ${most}.`)
  }
}

function userAgent(value: string): string {
  if (/^[\x20-\x7e]{1,300}$/.test(value) && value.trim() !== '') return value
  throw new InvalidArgumentError('Expected a line of ASCII characters.')
}

function api(value: string): URL | 'off' {
  if (value === 'off') return 'off'
  if (URL.canParse(value) && /^https?:/i.test(value)) return new URL(value)
  throw new InvalidArgumentError('Expected an address that begins with http: or https:, or off.')
}

async function check(out: string | undefined, flags: CheckFlags): Promise<void> {
  const {loadConfig} = await import('../config/load.js')
  const cwd = process.cwd()
  // The file of records is what this is to make: it need not be there.
  const config = await loadConfig({cwd, file: flags.config, mayLack: ['links.records']})
  const {linkRecords, signsOfRot} = await import('../config/stages.js')
  const {readManifest} = await import('../provenance/read.js')
  const {dueLinks, linksOf} = await import('../links/corpus.js')
  const {RecordsFile} = await import('../links/records-file.js')

  const configured = config.files.find(({path}) => path.join('.') === 'links.records')?.file
  const folder = flags.config === undefined ? cwd : dirname(resolve(cwd, flags.config))
  const path = resolve(cwd, flags.records ?? configured ?? resolve(folder, 'links.jsonl'))
  const name = relative(cwd, path) || path
  const {documents} = await readManifest(out ?? config.out)
  const corpus = linksOf(await selected(documents, flags.only), signsOfRot.isSnapshot)
  if (flags.prune && flags.only) throw new UsageError('--only knows some of the links, so it cannot --prune')

  if (flags.dryRun) {
    const records = new RecordsFile(path, name, linkRecords)
    const due = dueLinks(corpus.links, (url) => records.get(url), flags.maxAge, new Date())
    process.stdout.write(flags.json ? `${JSON.stringify(due, null, 2)}\n` : describeDue(due, corpus))
    process.stderr.write(remarksOn(corpus))
    return
  }

  const {takeLock} = await import('../run/lock.js')
  const unlock = await takeLock(dirname(path), undefined, '.palimpsest-links.lock')
  try {
    const records = new RecordsFile(path, name, linkRecords)
    const due = dueLinks(corpus.links, (url) => records.get(url), flags.maxAge, new Date())
    const known = new Set(corpus.links.map(({url}) => url))
    const pruned = flags.prune ? records.keep(({url}) => known.has(url)) : 0
    const {closed, remarks} = await visitAll(due, records, signsOfRot, flags)
    records.close()
    const outcome = outcomeOf(corpus, due, closed, (url) => records.get(url))
    const report = {records: name, ...outcome, pruned}
    if (flags.json) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
    else if (!flags.quiet) process.stdout.write(describeOutcome(report))
    const isRead = configured !== undefined && resolve(cwd, configured) === path
    process.stderr.write(
      remarksOn(corpus) + remarks + (isRead || records.size === 0 ? '' : hintAt(relative(folder, path))),
    )
  } finally {
    await unlock()
  }
}

type Documents = Parameters<typeof import('../links/corpus.js').linksOf>[0]

async function selected(documents: Documents, only: readonly string[] | undefined): Promise<Documents> {
  if (!only) return documents
  const {default: picomatch} = await import('picomatch')
  const matches = picomatch([...only])
  const some = documents.filter(({raw}) => matches(raw.path))
  if (some.length > 0) return some
  throw new UsageError(`No document matches --only ${only.join(' ')}; globs are held against paths of raws`)
}

/** Visit what is due. A signal ends the program with all that was found out in its file. */
async function visitAll(
  due: readonly DueLink[],
  records: import('../links/records-file.js').RecordsFile,
  signs: import('../links/rot.js').RotSigns,
  flags: CheckFlags,
): Promise<{closed: readonly ClosedHost[]; remarks: string}> {
  if (due.length === 0) return {closed: [], remarks: ''}
  const {startVisits} = await import('../links/start.js')
  const {checkLinks} = await import('../links/check.js')
  const {startProgress} = await import('./progress.js')
  const {visitor, archive, stop} = startVisits({...flags, wayback: flags.wayback ?? new URL(signs.archive), signs})
  const progress = flags.quiet ? undefined : startProgress('links')
  let done = 0
  const forget = onSignal(() => {
    progress?.stop()
    records.close()
    process.stderr.write(
      `palimpsest: stopped after ${done} of ${due.length} links; the next check goes on from there\n`,
    )
  })
  try {
    const closed = await checkLinks({
      links: due,
      records,
      visitor,
      archive,
      perHost: flags.perHost,
      now: () => new Date(),
      onProgress(count, total) {
        done = count
        progress?.update(count, total)
      },
    })
    const unanswered = archive?.unanswered ?? 0
    const asked = `palimpsest: the archive gave no answer about ${countOf(unanswered, 'dead link')} (${archive?.reason}); check again for its snapshots\n`
    return {closed, remarks: closed.map(describeClosed).join('') + (unanswered > 0 ? asked : '')}
  } finally {
    forget()
    progress?.stop()
    await stop()
  }
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Do something, at once, before a signal ends the program. */
function onSignal(act: () => void): () => void {
  const end = (signal: NodeJS.Signals): void => {
    forget()
    try {
      act()
    } finally {
      process.kill(process.pid, signal)
    }
  }
  const forget = (): void => {
    for (const signal of signals) process.off(signal, end)
  }
  for (const signal of signals) process.on(signal, end)
  return forget
}

const verdicts: readonly Verdict[] = ['alive', 'moved', 'gone', 'soft-404', 'parked', 'refused', 'unreachable']

interface Outcome {
  readonly links: number
  readonly visited: number
  /** Links by verdict, those that were not visited now too. */
  readonly verdicts: Readonly<Record<Verdict, number>>
  readonly archived: number
  readonly closed: readonly ClosedHost[]
  readonly secret: number
  readonly unreadable: number
}

function outcomeOf(
  {links, secret, unreadable}: Corpus,
  due: readonly DueLink[],
  closed: readonly ClosedHost[],
  recordOf: (url: string) => LinkRecord | undefined,
): Outcome {
  const counts = Object.fromEntries(verdicts.map((verdict) => [verdict, 0])) as Record<Verdict, number>
  let archived = 0
  for (const {url} of links) {
    const record = recordOf(url)
    if (!record) continue
    counts[record.verdict]++
    if (record.archive !== undefined) archived++
  }
  const visited = due.length - closed.reduce((sum, {left}) => sum + left, 0)
  return {links: links.length, visited, verdicts: counts, archived, closed, secret, unreadable}
}

function describeOutcome(outcome: Outcome & {readonly records: string; readonly pruned: number}): string {
  const {links, visited, verdicts: counts, archived, records, pruned} = outcome
  const rows = verdicts.filter((verdict) => counts[verdict] > 0)
  const table = formatTable(
    [{title: 'verdict'}, {title: 'links', align: 'right'}],
    rows.map((verdict) => [verdict, formatNumber(counts[verdict])]),
  )
  const more = [
    `${formatNumber(visited)} visited now`,
    ...(archived > 0 ? [`${formatNumber(archived)} with a snapshot`] : []),
    ...(pruned > 0 ? [`${countOf(pruned, 'record')} dropped`] : []),
  ]
  return `${rows.length > 0 ? `${table}\n` : ''}${countOf(links, 'link')}: ${more.join('; ')}; ${records}\n`
}

function describeDue(due: readonly DueLink[], {links}: Corpus): string {
  const lines = due.map(({url, why}) => `${url} (${why})\n`)
  return `${lines.join('')}${lines.length > 0 ? '\n' : ''}${formatNumber(due.length)} of ${countOf(links.length, 'link')} would be visited\n`
}

function remarksOn({secret, unreadable}: Corpus): string {
  const remarks: string[] = []
  if (secret > 0) remarks.push(`${countOf(secret, 'link')} with a user name or a password: not visited, not recorded`)
  if (unreadable > 0) remarks.push(`${countOf(unreadable, 'link')} that no browser could read: not visited`)
  return remarks.map((remark) => `palimpsest: ${remark}\n`).join('')
}

function describeClosed({host, time, left}: ClosedHost): string {
  const after = formatDuration(Math.ceil(time / 1000) * 1000)
  return `palimpsest: ${host} asked to be left alone for ${after}; ${countOf(left, 'link')} of it left for another time\n`
}

function hintAt(name: string): string {
  return `palimpsest: for the next run to read them, write "links: {records: ${name}}" in the configuration\n`
}

function countOf(count: number, thing: string): string {
  return `${formatNumber(count)} ${thing}${count === 1 ? '' : 's'}`
}
