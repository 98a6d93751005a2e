/**
 * Write an explanation for a person: the line, where it is from or went to, the rules with why and on what evidence.
 *
 * Long texts show their ends, long lists their beginning; `--json` has all of both.
 */
import type {
  CleanExplanation,
  Decided,
  Explanation,
  Finding,
  Outcome,
  Passage,
  RawExplanation,
  Reason,
} from './explain.js'
import type {Palette} from './palette.js'
import {boundary, differsUnseen, explicit, oneLine, shortened} from './visible.js'

/** What is shown of a line, of a removed or inserted text, and how many lines, rules and parts. */
const longestLine = 400
const longestText = 240
const mostLines = 12
const mostRules = 25
const mostOutcomes = 30
const mostKept = 3

/** The explanation as text, each line ended. */
export function explanationText(explanation: Explanation, palette: Palette): string {
  const {passage, metadata} = explanation
  const name = `${passage.path}:${explanation.line}${explanation.column === undefined ? '' : `:${explanation.column}`}`
  const parts = [`${palette.title(oneLine(name))}\n`, ...quoteLines(passage, palette)]
  parts.push(...(explanation.side === 'clean' ? cleanText(explanation, palette) : rawText(explanation, palette)))
  for (const decided of explanation.decisions) parts.push(...decidedText(decided, palette))
  if (explanation.side === 'raw') for (const finding of metadata) parts.push(...findingText(finding, 'raw', palette))
  parts.push(...keepText(explanation.keep, palette))
  return parts.join('')
}

/** What to type to keep what was removed. */
function keepText(places: readonly string[], palette: Palette): string[] {
  if (places.length === 0) return []
  const shownPlaces = places.slice(0, mostKept)
  const rest = places.length - shownPlaces.length
  return [
    '\n',
    ...shownPlaces.map((place) => `To keep it: ${palette.title(`palimpsest overrule keep ${shellWord(place)}`)}\n`),
    rest > 0 ? palette.faint(`… and ${rest} more; --json has all\n`) : '',
  ]
}

/** A word as a shell takes it. */
function shellWord(text: string): string {
  return /^[\w./:@%+,=-]+$/.test(text) ? text : `'${oneLine(text).replaceAll("'", "'\\''")}'`
}

const verbs: Readonly<Record<string, string>> = {
  keep: 'Kept by decision',
  drop: 'Dropped by decision',
  never: 'Left alone by decision',
  name: 'Left as it is written by decision',
}

function decidedText({id, decision, rule, note}: Decided, palette: Palette): string[] {
  const against = rule !== undefined && decision !== 'drop' ? `, against ${palette.rule(rule)}` : ''
  return [
    `\n${verbs[decision] ?? 'Decided'} ${id}${against}${note === undefined ? '' : `: ${shown(note, longestText)}`}\n`,
    `  to take it back: palimpsest overrule undo ${id}\n`,
  ]
}

function cleanText({raw, rules, metadata, column}: CleanExplanation, palette: Palette): string[] {
  const parts: string[] = []
  if (raw) parts.push(`\nBehind it: ${palette.place(nameOf(raw, column !== undefined))}\n`, ...quoteLines(raw, palette))
  else if (metadata.length === 0) parts.push('\nNothing in the raw is behind it: it was put in.\n')
  for (const finding of metadata) parts.push(...findingText(finding, 'clean', palette))
  if (rules.length === 0) parts.push('\nNo rule touched it: it stands in the raw word for word.\n')
  const verb = raw ? 'Changed by' : 'Put in by'
  for (const rule of rules.slice(0, mostRules)) parts.push('\n', ...reasonText(rule, verb, palette, 'change'))
  parts.push(more(rules.length - mostRules, 'rule', palette))
  return parts
}

function rawText({outcomes, insertions, column}: RawExplanation, palette: Palette): string[] {
  const parts: string[] = []
  if (outcomes.length > mostOutcomes) return ['\n', ...summary(outcomes, palette)]
  const kept = outcomes.filter(({fate}) => fate === 'kept')
  const [first, last] = [kept[0]?.clean, kept.at(-1)?.clean]
  if (first && last) {
    const place = nameOf({...first, lines: [first.lines[0], last.lines[1]]}, column !== undefined)
    parts.push(`\nKept, at ${palette.place(place)}${kept.length < outcomes.length ? ', but for:' : ''}\n`)
  }
  for (const outcome of outcomes) {
    if (outcome.fate !== 'kept') parts.push('\n', ...outcomeText(outcome, outcomes.length > 1, palette))
  }
  for (const insertion of insertions.slice(0, mostRules))
    parts.push('\n', ...reasonText(insertion, 'Added by', palette, 'change'))
  parts.push(more(insertions.length - mostRules, 'addition', palette))
  return parts
}

function outcomeText({fate, raw, clean, rules}: Outcome, isPart: boolean, palette: Palette): string[] {
  const isLineEnd = /^[\r\n]+$/.test(raw.text)
  const name = isLineEnd ? 'The line end' : `Columns ${columns(raw)} ${palette.faint(`“${shown(raw.text, 60)}”`)}`
  const what = isPart ? `${name}: ` : ''
  if (fate === 'changed') {
    const verb = `${isPart ? 'changed' : 'Changed'} to “${shown(clean!.text, longestText)}”, at ${palette.place(nameOf(clean!))}\n`
    return [`${what}${verb}`, ...rules.slice(0, mostRules).flatMap((rule) => reasonText(rule, 'by', palette, 'change'))]
  }
  const remover = rules.at(-1)!
  const earlier = rules.slice(0, -1).flatMap((rule) => reasonText(rule, 'before that changed by', palette, 'change'))
  return [...reasonText(remover, `${what}${isPart ? 'removed by' : 'Removed by'}`, palette, 'extent', raw), ...earlier]
}

/** Parts of a line that has too many, by what became of them. */
function summary(outcomes: readonly Outcome[], palette: Palette): string[] {
  const counts = new Map<string, number>()
  for (const {fate, rules} of outcomes) {
    const last = rules.at(-1)
    const key = last ? `${fate} by ${last.stage}/${last.rule} (${last.class})` : 'kept'
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const places = outcomes.flatMap(({clean}) => clean?.lines ?? [])
  const lines = [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([key, count]) => `  ${count} × ${palette.rule(key)}\n`)
  const path = outcomes.find(({clean}) => clean)?.clean?.path
  return [
    `The line has ${outcomes.length} parts:\n`,
    ...lines,
    ...(path === undefined
      ? ['Nothing of it is left.\n']
      : [
          `What is left stands in ${palette.place(`${oneLine(path)}:${range([Math.min(...places), Math.max(...places)])}`)}\n`,
        ]),
    palette.faint('Add :COLUMN to see one of them, or --json for all.\n'),
  ]
}

/** A rule with what it did: the change itself, or how far a removal reached. */
function reasonText(reason: Reason, verb: string, palette: Palette, what: 'change' | 'extent', of?: Passage): string[] {
  const {stage, rule, class: name, before, after, evidence, raw, copyOf} = reason
  const lines = [`${verb} ${palette.rule(`${stage}/${rule}`)} (${name})\n`]
  if (what === 'extent' && of && (raw.lines[0] < of.lines[0] || raw.lines[1] > of.lines[1])) {
    lines.push(`  together with ${palette.place(nameOf(raw))}\n`)
  }
  if (what !== 'extent') lines.push(`  ${change(before, after, palette)}\n`)
  if (copyOf) {
    const clean = copyOf.clean
      ? `, clean text ${palette.place(nameOf(copyOf.clean))}`
      : ', which was removed in its turn'
    lines.push(`  stays at ${palette.place(nameOf(copyOf.raw))}${clean}\n`)
  }
  if (evidence !== undefined) lines.push(`  evidence: ${shown(evidence, longestText)}\n`)
  if (reason.reason !== undefined) lines.push(`  ${palette.faint(`why: ${reason.reason}`)}\n`)
  return lines
}

function change(before: string, after: string, palette: Palette): string {
  const show = differsUnseen(before, after)
    ? (text: string) => explicit(text).replace(/\n/g, '⏎')
    : (text: string) => shown(text, longestText)
  return (before && palette.removed(`[-${show(before)}-]`)) + (after && palette.added(`{+${show(after)}+}`))
}

function findingText(
  {field, value, stage, rule, reason, raw}: Finding,
  side: 'clean' | 'raw',
  palette: Palette,
): string[] {
  const text = typeof value === 'string' ? value : value.join('; ')
  const verb = side === 'raw' ? 'In the front matter as' : 'Front matter:'
  const lines = [
    '\n',
    `${verb} ${palette.title(oneLine(field))} “${shown(text, longestText)}”, found by ${palette.rule(`${stage}/${rule}`)}\n`,
  ]
  if (side === 'clean') {
    if (raw) lines.push(`  in ${palette.place(nameOf(raw))}\n`, ...quoteLines(raw, palette))
    else lines.push('  concluded from the whole text\n')
  }
  if (reason !== undefined) lines.push(`  ${palette.faint(`why: ${reason}`)}\n`)
  return lines
}

/** The lines of a passage with their numbers, the middle left out where they are many. */
function quoteLines({lines: [first, last], text}: Passage, palette: Palette): string[] {
  const width = String(last).length
  const content = text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .slice(0, last - first + 1)
  const quoted: string[] = []
  for (const [index, line] of content.entries()) {
    if (content.length > mostLines && index === mostLines - 4) {
      quoted.push(palette.faint(`  ${' '.repeat(width)} │ … ${content.length - mostLines} more lines …\n`))
    }
    if (content.length > mostLines && index >= mostLines - 4 && index < content.length - 4) continue
    quoted.push(
      `  ${palette.faint(`${String(first + index).padStart(width)} │`)} ${line && !/\S/.test(line) ? `“${shown(line, longestLine)}”` : shown(line, longestLine)}\n`,
    )
  }
  return quoted
}

/** Text on one line, without its middle where it is long. */
function shown(text: string, limit: number): string {
  if (text.length <= limit) return /\S/.test(text) ? oneLine(text) : explicit(text).replace(/\n/g, '⏎')
  if (limit < 100) return oneLine(shortened(text, limit))
  const left = boundary(text, Math.floor(limit * 0.6))
  const right = boundary(text, text.length - Math.floor(limit * 0.3))
  return `${oneLine(text.slice(0, left))} …${right - left} characters… ${oneLine(text.slice(right))}`
}

/** `raw/page.txt:12–14`, or `raw/page.txt:12:7`. */
function nameOf({path, lines, columns: [from]}: Passage, hasColumn = false): string {
  return `${oneLine(path)}:${hasColumn ? `${lines[0]}:${from}` : range(lines)}`
}

function columns({lines: [first, last], columns: [from, to]}: Passage): string {
  return first === last ? range([from, Math.max(from, to - 1)]) : `from ${from}`
}

function range([first, last]: readonly [number, number]): string {
  return first === last ? String(first) : `${first}–${last}`
}

function more(count: number, noun: string, palette: Palette): string {
  return count > 0
    ? palette.faint(
        `… and ${count} more ${noun}${count === 1 ? '' : 's'}; add :COLUMN for one word, or --json for all\n`,
      )
    : ''
}
