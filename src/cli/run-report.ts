/** Say what a run did, for a person (tables and a line of totals) and for a program (JSON). */
import {coloursFor} from '../inspect/palette.js'
import {visible} from '../inspect/visible.js'
import type {Counts, ManifestDocument} from '../provenance/model.js'
import type {DecisionReport} from '../run/decision-report.js'
import type {DocumentReport, DocumentStatus} from '../run/one-document.js'
import type {RunReport} from '../run/run.js'
import {isRemovable} from '../run/stale.js'
import type {Totals} from '../run/tally.js'
import {type Column, formatNumber, formatTable, printable} from './table.js'

const pc = coloursFor()

/** More documents than this are not listed one by one: only those are that somebody should look at. */
const maxRows = 40
/** Classes that are named in a line before the rest is summed up. */
const maxClasses = 4

type Verdict = ManifestDocument['verdict']
const verdictStyles: Readonly<Record<Verdict, (text: string) => string>> = {
  clean: pc.green,
  suspect: pc.yellow,
  failed: pc.red,
}

/**
 * Say what a run wrote: a line a document, what makes some of them suspect, and totals.
 *
 * @param width columns of the terminal.
 */
export function formatRun({documents, totals, stale, pruned, decisions, notes}: RunReport, width: number): string {
  const parts: string[] = []
  const isShort = totals.documents <= maxRows
  const shown = isShort ? documents : documents.filter(({record}) => record?.verdict !== 'clean')
  if (shown.length > 0) parts.push(documentTable(shown.slice(0, maxRows), width), '\n')
  const doubtful = isShort ? shown.length : totals.suspect + totals.failed
  if (doubtful > maxRows) parts.push(`and ${formatNumber(doubtful - maxRows)} more of them: see the manifest\n\n`)
  for (const {id, record} of shown.slice(0, maxRows)) {
    if (record?.verdict === 'suspect') parts.push(`${pc.yellow('suspect')}  ${printable(id)}: ${reasonsOf(record)}\n`)
  }
  parts.push(...notes.map((note) => `${pc.dim('note')}  ${printable(note)}\n`))
  parts.push(
    ...decisions
      .filter(({effect}) => effect === 'lost')
      .map(
        (one) =>
          `${pc.yellow('lost')}  ${describeDecision(one)}: its ${lostOf(one)} is not there any more; \`palimpsest overrule undo ${one.id}\` takes it back\n`,
      ),
  )
  parts.push(...pruned.map((path) => `${pc.dim('removed')}  ${printable(path)}\n`))
  parts.push(formatStale(stale))
  parts.push(formatTotals(totals))
  return parts.join('')
}

const effects: Readonly<
  Record<DecisionReport['effect'], [word: string, style: (text: string) => string, why: string]>
> = {
  applied: ['needed', pc.green, 'this version would do otherwise'],
  agreed: ['agreed', pc.dim, 'it comes out so without it'],
  lost: ['lost', pc.yellow, 'its text or document is not there any more'],
}

/** Say of each decision whether it is still needed. */
export function formatDecisions(decisions: readonly DecisionReport[], file: string): string {
  if (decisions.length === 0)
    return `no decisions in ${printable(file)}; \`palimpsest overrule --help\` tells how to make one\n`
  const lines = decisions.map((one) => {
    const [word, style, why] = effects[one.effect]
    const where =
      one.effect === 'applied' && one.decision.document === undefined ? ` (${plural(one.documents, 'document')})` : ''
    return `${style(word.padEnd(8))} ${describeDecision(one)}: ${why}${where}\n`
  })
  const count = (effect: DecisionReport['effect']): number => decisions.filter((one) => one.effect === effect).length
  return `${lines.join('')}${plural(decisions.length, 'decision')}: ${count('applied')} needed, ${count('agreed')} agreed, ${count('lost')} lost\n`
}

/** `keep “share this” in page (3f2a…)`. */
export function describeDecision({
  id,
  decision: {decision, text, rule, name, document, site},
}: Pick<DecisionReport, 'id' | 'decision'>): string {
  const subject =
    decision === 'never'
      ? rule!
      : `“${name ?? text!.begins}${text && text.begins.split(' ').length < text.words ? ' …' : ''}”`
  const where = document !== undefined ? `in ${document}` : site !== undefined ? `on ${site}` : 'everywhere'
  return printable(`${decision} ${subject} ${where} (${id})`)
}

const lostOf = ({decision}: DecisionReport): string => (decision.text === undefined ? 'document' : 'text')

/** Say what a dry run found. */
export function formatDryRun({documents, totals, stale, notes}: RunReport, prunes: boolean): string {
  const counts = Object.entries(totals.statuses)
  const toDo = documents.filter(({status}) => isToDo(status))
  const all = counts.reduce((sum, [status, count]) => (isToDo(status as DocumentStatus) ? sum + count : sum), 0)
  const [toPrune, toStay] = [stale.filter(isRemovable), stale.filter((file) => !isRemovable(file))]
  return [
    ...toDo.map(({status, path}) => `${status.padEnd(9)} ${printable(path)}\n`),
    all > toDo.length ? `and ${formatNumber(all - toDo.length)} more\n` : '',
    ...notes.map((note) => `${pc.dim('note')}  ${printable(note)}\n`),
    ...(prunes ? toPrune.map(({path}) => `remove    ${printable(path)}\n`) : []),
    formatStale(prunes ? toStay : stale),
    `${formatNumber(all)} of ${plural(totals.documents, 'document')} to be worked on`,
    counts.length > 0 ? ` (${counts.map(([status, count]) => `${count} ${status}`).join(', ')})` : '',
    '; nothing was written\n',
  ].join('')
}

function isToDo(status: DocumentStatus): boolean {
  return status !== 'unchanged' && status !== 'failed'
}

/** Say what a check found. */
export function formatCheck({totals, findings, stale, notes}: RunReport): string {
  const lines = findings.map(({path, problem, reason}) => {
    const why = reason === undefined ? '' : `: ${reason}`
    return `${pc.red(problem.padEnd(8))} ${printable(path)}${why}\n`
  })
  lines.push(...notes.map((note) => `${pc.dim('note')}  ${printable(note)}\n`))
  const {documents, failed} = totals
  lines.push(formatStale(stale.filter(({kind}) => kind === 'failed')))
  const verdict =
    findings.length > 0
      ? `${plural(findings.length, 'file')} of the output ${findings.length === 1 ? 'is' : 'are'} not what the raws give${adviceOn(findings, stale)}`
      : `the output is what the raws give: ${plural(documents - failed, 'document')}`
  lines.push(`${verdict}${failed > 0 ? `; ${failed} failed` : ''}\n`)
  return lines.join('')
}

/** What a run would mend of what a check found; what is not a run's to mend says so itself. */
function adviceOn(findings: RunReport['findings'], stale: RunReport['stale']): string {
  if (findings.some(({problem}) => problem === 'missing' || problem === 'differs')) return '; run `palimpsest run`'
  return stale.some(isRemovable) ? '; `palimpsest run --prune` removes what is stale' : ''
}

/** Say which documents failed, and why: for stderr, whatever else is shown. */
export function formatFailures({documents, totals}: RunReport): string {
  const named = documents.filter(({status}) => status === 'failed')
  const more = totals.failed - named.length
  const lines = named
    .map(({path, record, stack}) => {
      const where = record?.raw.record === undefined ? path : `${path}, record ${record.raw.record}`
      const reasons = `palimpsest: ${pc.red('failed')}  ${printable(where)}: ${record ? reasonsOf(record) : ''}\n`
      return stack === undefined ? reasons : `${reasons}${visible(stack)}\n`
    })
    .join('')
  return more > 0 ? `${lines}palimpsest: and ${formatNumber(more)} more failed: see the manifest\n` : lines
}

/** The report as data. */
export function runJson(report: RunReport, mode: string): unknown {
  const {documents, totals, findings, stale, pruned, decisions, notes} = report
  const {statuses: _, ...sums} = totals
  return {
    mode,
    documents: documents.map(({id, path, status, record}) => ({
      id,
      path,
      status,
      ...(record && {verdict: record.verdict, reasons: record.reasons}),
      ...(record && record.verdict !== 'failed' && {words: record.words, classes: record.classes}),
    })),
    totals: sums,
    findings,
    stale: stale.map(({path, kind}) => ({path, kind})),
    pruned,
    decisions,
    notes,
  }
}

function documentTable(documents: readonly DocumentReport[], width: number): string {
  const columns: Column[] = [
    {title: 'document', maxWidth: Math.max(20, Math.floor(width * 0.4))},
    {title: 'words in', align: 'right'},
    {title: 'words out', align: 'right'},
    {title: 'verdict'},
    {title: 'what went, in words'},
  ]
  const rows = documents.map(({id, record}) => {
    const verdict = record?.verdict ?? 'failed'
    const cell = {text: verdict, style: verdictStyles[verdict]}
    if (!record || record.verdict === 'failed') return [id, '', '', cell, '']
    const {words, classes} = record
    return [id, formatNumber(words.raw), formatNumber(words.clean), cell, {text: formatClasses(classes), style: pc.dim}]
  })
  return formatTable(columns, rows)
}

/** What went, by class, the most first. Classes of which nothing went in words, only changed, are left to the manifest. */
function formatClasses(classes: Readonly<Record<string, Counts>>): string {
  const went = Object.entries(classes).filter(([, {words}]) => words > 0)
  went.sort(([a, left], [b, right]) => right.words - left.words || (a < b ? -1 : 1))
  const named = went.slice(0, maxClasses).map(([name, {words}]) => `${name} ${formatNumber(words)}`)
  const rest = went.slice(maxClasses).reduce((sum, [, {words}]) => sum + words, 0)
  if (rest > 0) named.push(`${went.length - maxClasses} more ${formatNumber(rest)}`)
  return named.join(', ') || 'nothing'
}

function formatTotals({documents, clean, suspect, failed, unchanged, words, classes}: Totals): string {
  const verdicts = [`${clean} clean`, suspect > 0 && `${suspect} suspect`, failed > 0 && `${failed} failed`]
  const parts = [
    `${plural(documents, 'document')}: ${verdicts.filter(Boolean).join(', ')}`,
    `${formatNumber(words.raw)} words in, ${formatNumber(words.clean)} out`,
    `gone: ${formatClasses(classes)}`,
    ...(unchanged > 0 ? [`${unchanged} unchanged since the last run`] : []),
  ]
  return `${parts.join('; ')}\n`
}

function formatStale(stale: RunReport['stale']): string {
  const lines = stale.slice(0, maxRows).map(({path, kind, fault = 'was changed by hand'}) => {
    const [word, why] = {
      gone: ['stale', 'its raw is gone; --prune removes it'],
      renamed: ['stale', 'its raw gives another file now; --prune removes it'],
      changed: ['stale', `no raw gives it any more, and it ${fault}: it stays; move it elsewhere, or remove it`],
      unselected: ['stands', 'its raw is there, and was not selected'],
      failed: ['stands', 'its document failed, or another of its container; what an earlier run gave stays'],
      stray: ['stray', 'neither manifest nor provenance knows it: it stays; move it elsewhere, or remove it'],
    }[kind] as [string, string]
    return `${pc.yellow(word)}  ${printable(path)}: ${why}\n`
  })
  if (stale.length > maxRows) lines.push(`and ${stale.length - maxRows} more such files\n`)
  return lines.join('')
}

function reasonsOf({reasons}: ManifestDocument): string {
  return printable(reasons.join('; '))
}

function plural(count: number, noun: string): string {
  return `${formatNumber(count)} ${noun}${count === 1 ? '' : 's'}`
}
