/**
 * Make decisions of places: what somebody points at in the raw or in the clean text becomes a text, a rule or a name that can be
 * found again in the next run.
 */
import {scanBlocks} from '../document/blocks.js'
import {decidable} from '../document/decided-places.js'
import {
  type Decision,
  type DecisionScope,
  describeText,
  droppingStage,
  isFixedStage,
  namingStage,
} from '../document/decision.js'
import type {Range} from '../document/range.js'
import {groupOf} from '../document/site.js'
import {UsageError} from '../errors.js'
import type {ReplayedStage} from '../provenance/read.js'
import {type Cause, lineageOf} from './changes.js'
import type {DocumentRecord} from './record.js'
import {traceBack, traceForward} from './trace.js'

/** Where a decision is to hold. */
export type ScopeName = 'document' | 'site' | 'everywhere'

/** A decision that was asked for, and the text that it is about, as it stood when the stages came to it. */
export interface Proposal {
  readonly decision: Decision
  readonly text: string
}

/** A place that somebody points at: the range of raw or clean, without the end of its last line. */
export interface PointedPlace {
  readonly side: 'raw' | 'clean'
  readonly range: Range
  /** What it is called in errors. */
  readonly name: string
}

/** The scope by its name, as far as a document tells it. */
export function scopeOf({entry}: DocumentRecord, name: ScopeName): DecisionScope {
  if (name === 'document') return {document: entry.id}
  if (name === 'everywhere') return {}
  return {
    site: groupOf({id: entry.id, facts: Object.entries(entry.metadata).map(([field, value]) => ({field, value}))}),
  }
}

/**
 * Decide upon a place of a document.
 *
 * @param rule of `never`, which one, as `stage/rule`, where several touched the place.
 * @throws UsageError where there is nothing to decide upon.
 */
export function propose(
  what: Decision['decision'],
  record: DocumentRecord,
  place: PointedPlace,
  scope: DecisionScope,
  rule?: string,
): Proposal[] {
  if (what === 'keep') return proposeKeep(record, place, scope)
  if (what === 'drop') return proposeDrop(record, place, scope)
  return what === 'never' ? proposeNever(record, place, scope, rule) : proposeName(record, place, scope)
}

/** Keep what was taken out at a place of the raw: its whole lines, as they stood before the stage that took them. */
function proposeKeep(record: DocumentRecord, {side, range, name}: PointedPlace, scope: DecisionScope): Proposal[] {
  if (side === 'clean')
    throw new UsageError(`${name} stands in the clean text; to keep what is gone, name its place in the raw`)
  const {stages, raw} = record.replay
  const {parts} = traceForward(stages, range)
  const gone = parts.filter(({fate, origin}) => fate === 'removed' && hasWords(raw.slice(origin.start, origin.end)))
  const stageOf = ({edit}: Cause): number => stages.findIndex(({edits}) => edits.includes(edit))
  // What makes markdown of a page takes its tags, whatever becomes of the text between them.
  const taken = gone.filter(({causes}) => stages[stageOf(causes.at(-1)!)]!.mediaType === 'text/markdown')
  if (taken.length === 0) {
    if (parts.some(({fate}) => fate !== 'removed')) throw new UsageError(`${name} stands in the clean text already`)
    const cause = gone[0]?.causes.at(-1)
    throw new UsageError(
      cause
        ? `${name} was taken out by ${cause.stage}/${cause.edit.rule} before the page was text, so no decision can keep it; the options of ${cause.stage} may help: \`palimpsest stages ${cause.stage}\``
        : `${name} holds no words that could be kept`,
    )
  }
  const proposals = new Map<string, Proposal>()
  for (const {origin, causes} of taken) {
    const cause = causes.at(-1)!
    const index = stageOf(cause)
    const stage = stages[index]!
    // What of it a stage before had taken already, as the tags of a page, is no text that this one took.
    const copied = forward(stages.slice(0, index), origin)
    if (!copied || !hasWords(stage.input.slice(copied.start, copied.end))) continue
    const lines = linesOf(stage.input, within(cause, copied))
    for (const text of paragraphsOf(stage.input.slice(lines.start, lines.end))) {
      const decided = describeText(text)
      if (decided.words === 0) continue
      const decision: Decision = {decision: 'keep', text: decided, rule: `${cause.stage}/${cause.edit.rule}`, ...scope}
      proposals.set(decided.sha256, {decision, text})
    }
  }
  if (proposals.size === 0) {
    const isThere = parts.some(({fate}) => fate !== 'removed')
    throw new UsageError(
      isThere ? `${name} stands in the clean text already` : `${name} holds no words that could be kept`,
    )
  }
  return [...proposals.values()]
}

/** Drop what stands at a place of the clean text, or of the raw: its whole lines. */
function proposeDrop(record: DocumentRecord, {side, range, name}: PointedPlace, scope: DecisionScope): Proposal[] {
  const {stages} = record.replay
  const index = stages.findIndex(({stage}) => stage === droppingStage)
  if (index < 0)
    throw new UsageError(
      `${droppingStage} did not run, so nothing can be dropped by decision; run without --skip-stage, or turn it on`,
    )
  const {input} = stages[index]!
  const at = side === 'raw' ? forward(stages.slice(0, index), range) : traceBack(stages.slice(index), range).origin
  const lines = linesOf(input, at ?? {start: 0, end: 0})
  const text = input.slice(lines.start, lines.end)
  const decided = describeText(text)
  if (at && at.end > at.start && decided.words === 0)
    throw new UsageError(`${name} holds no words that could be dropped`)
  if (!at || at.end <= at.start) {
    throw new UsageError(
      side === 'raw'
        ? `${name} is gone already`
        : `${name} is no text of the body; "frontMatter.fields" in the configuration leaves fields out`,
    )
  }
  return [{decision: {decision: 'drop', text: decided, ...scope}, text}]
}

/** Never apply a rule: the one that touched a place. */
function proposeNever(record: DocumentRecord, place: PointedPlace, scope: DecisionScope, rule?: string): Proposal[] {
  const {name} = place
  const touched = [...new Set(causesAt(record, place).map(({stage, edit}) => `${stage}/${edit.rule}`))]
  const rules = touched.filter((one) => !isFixedStage(one.slice(0, one.indexOf('/'))))
  if (rules.length === 0)
    throw new UsageError(
      touched.length === 0
        ? `${name} was touched by no rule`
        : `${name} was touched by ${touched.join(', ')} alone, which cannot be left out; the options of the stage may help`,
    )
  const chosen = rule === undefined && rules.length === 1 ? rules[0]! : rules.find((one) => one === rule)
  if (chosen === undefined) {
    const list = rules.join(', ')
    throw new UsageError(
      rule === undefined
        ? `${name} was touched by several rules, name one with --rule: ${list}`
        : `Unexpected rule ${rule}, expected one that touched ${name}: ${list}`,
    )
  }
  return [{decision: {decision: 'never', rule: chosen, ...scope}, text: chosen}]
}

/** Leave a name as it is written: the one that was changed at a place. */
function proposeName(record: DocumentRecord, place: PointedPlace, scope: DecisionScope): Proposal[] {
  const {name} = place
  const names = [
    ...new Set(
      causesAt(record, place)
        .filter(({stage}) => stage === namingStage)
        .map(({edit}) => edit.before),
    ),
  ]
  if (names.length === 0) throw new UsageError(`No name was changed at ${name}`)
  if (names.length > 1)
    throw new UsageError(`Several names were changed at ${name}, name the column of one: ${names.join(', ')}`)
  return [{decision: {decision: 'name', name: names[0]!, ...scope}, text: names[0]!}]
}

/** What touched a place. */
function causesAt({replay: {stages}}: DocumentRecord, {side, range}: PointedPlace): readonly Cause[] {
  return side === 'clean'
    ? traceBack(stages, range).causes
    : traceForward(stages, range).parts.flatMap((part) => part.causes)
}

/** Where a range of the first stage's input stands in the last one's output, from the first to the last character that was copied. */
function forward(stages: readonly ReplayedStage[], {start, end}: Range): Range | undefined {
  if (stages.length === 0) return {start, end}
  let from: number | undefined
  let to = 0
  for (const span of lineageOf(stages).spans) {
    const first = Math.max(span.origin, start)
    const last = Math.min(span.origin + span.length, end)
    if (first >= last) continue
    from ??= span.start + first - span.origin
    to = span.start + last - span.origin
  }
  return from === undefined ? undefined : {start: from, end: to}
}

/** A range as far as an edit took it. */
function within({edit: {at}}: Cause, range: Range): Range {
  if (range.end <= at.start || range.start >= at.end) return at
  return {start: Math.max(range.start, at.start), end: Math.min(range.end, at.end)}
}

/** The lines that a range touches, without the line end of the last. */
function wholeLines(text: string, {start, end}: Range): Range {
  const newline = text.indexOf('\n', Math.max(start, end - 1))
  return {start: start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1, end: newline < 0 ? text.length : newline}
}

/** The lines that a range touches, and of tables, code and HTML the whole block. */
const linesOf = (text: string, range: Range): Range => decidable({blocks: scanBlocks(text)}, wholeLines(text, range))

/** The texts that are decided upon by themselves: what stands between blank lines, but for those inside of code. */
function paragraphsOf(text: string): string[] {
  return scanBlocks(text).flatMap(({type, start, end}) => {
    const block = text.slice(start, end)
    return type === 'code' || type === 'html' ? [block] : block.split(/\n[ \t]*\n/)
  })
}

const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)
