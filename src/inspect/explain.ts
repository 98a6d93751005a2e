/**
 * Explain a line, or a word: of the clean text, which raw lines are behind it and which rules touched them; of the raw,
 * where it went, or which rule took it out and why.
 *
 * Plain data, for a person (`explain-text.ts`) and for `--json` alike. Offsets are code points, lines and columns count
 * from 1.
 */
import {CodePointIndex} from '../document/code-points.js'
import type {Range} from '../document/range.js'
import {countWords} from '../document/words.js'
import type {CodePointRange, ProvenanceFact} from '../provenance/model.js'
import type {Cause} from './changes.js'
import {Lines} from './lines.js'
import {rangeOf, type Side} from './place.js'
import type {DocumentRecord} from './record.js'
import {type Part, traceBack, traceForward} from './trace.js'

/** A stretch of a file. */
export interface Passage {
  readonly path: string
  readonly lines: readonly [first: number, last: number]
  /** Columns of its first and behind its last character. */
  readonly columns: readonly [from: number, to: number]
  readonly at: CodePointRange
  readonly text: string
}

/** A rule at work. */
export interface Reason {
  readonly stage: string
  readonly rule: string
  readonly class: string
  /** Why the rule is right in general; missing when the program does not know the rule. */
  readonly reason?: string
  /** What convinced it here. */
  readonly evidence?: string
  readonly before: string
  readonly after: string
  readonly raw: Passage
  /** For a removed copy: where its text stays. */
  readonly copyOf?: {readonly raw: Passage; readonly clean?: Passage}
}

/** A value of the front matter and where it comes from. */
export interface Finding {
  readonly field: string
  readonly value: string | readonly string[]
  readonly stage: string
  readonly rule: string
  readonly reason?: string
  readonly raw?: Passage
}

export interface Outcome {
  readonly fate: Part['fate']
  readonly raw: Passage
  /** Where it, or what it became, stands. */
  readonly clean?: Passage
  /** In the order of the stages; the last one removed it if it is gone. */
  readonly rules: readonly Reason[]
}

/** A decision of a person that was applied here. */
export interface Decided {
  readonly id: string
  readonly decision: string
  /** The rule that was overruled; of what was dropped the one that took it. */
  readonly rule?: string
  readonly note?: string
}

interface Head {
  readonly id: string
  readonly line: number
  readonly column?: number
  readonly passage: Passage
  readonly metadata: readonly Finding[]
  /** Places of what was removed and may be kept: of the raw, as `palimpsest overrule keep` takes them. */
  readonly keep: readonly string[]
  /** What a person decided of it. */
  readonly decisions: readonly Decided[]
}

/** What is known of a place before it is explained. */
type Place = Omit<Head, 'metadata' | 'keep'>

export interface CleanExplanation extends Head {
  readonly side: 'clean'
  /** What is behind it; missing for what was put in. */
  readonly raw?: Passage
  readonly rules: readonly Reason[]
}

export interface RawExplanation extends Head {
  readonly side: 'raw'
  readonly outcomes: readonly Outcome[]
  /** What was put in between its characters. */
  readonly insertions: readonly Reason[]
}

export type Explanation = CleanExplanation | RawExplanation

/** Tell the reason of a rule, where it is known. */
export type ReasonOf = (stage: string, rule: string) => string | undefined

/**
 * Explain a place of a document.
 *
 * @throws UsageError for a line or column that is not there.
 */
export function explain(
  record: DocumentRecord,
  side: Side,
  line: number,
  column: number | undefined,
  reasonOf: ReasonOf = () => undefined,
): Explanation {
  return new Explainer(record, reasonOf).explain(side, line, column)
}

class Explainer {
  readonly #record: DocumentRecord
  readonly #reasonOf: ReasonOf
  readonly #texts: Readonly<
    Record<Side, {readonly path: string; readonly lines: Lines; readonly index: CodePointIndex}>
  >

  constructor(record: DocumentRecord, reasonOf: ReasonOf) {
    const {replay, provenance, rawPath, cleanPath} = record
    this.#record = record
    this.#reasonOf = reasonOf
    const isCarriageReturn = provenance.raw.newline === 'cr'
    this.#texts = {
      raw: {path: rawPath, lines: new Lines(replay.raw, isCarriageReturn), index: new CodePointIndex(replay.raw)},
      clean: {path: cleanPath, lines: new Lines(replay.clean), index: new CodePointIndex(replay.clean)},
    }
  }

  explain(side: Side, line: number, column: number | undefined): Explanation {
    const {path, lines} = this.#texts[side]
    const range = rangeOf(lines, line, column, path)
    const content = column === undefined ? lines.content(line) : range
    const at = side === 'raw' ? content : traceBack(this.#record.replay.stages, content).origin
    const head = {
      id: this.#record.entry.id,
      line,
      ...(column !== undefined && {column}),
      passage: this.#passage(side, content),
      decisions: this.#decisions(at),
    }
    return side === 'clean' ? this.#explainClean(head, content, range) : this.#explainRaw(head, content, range)
  }

  /** What a person decided of a range of the raw. */
  #decisions({start, end}: Range): Decided[] {
    const {index} = this.#texts.raw
    const [from, to] = [index.toCodePoint(start), index.toCodePoint(end)]
    const found = this.#record.provenance.annotations.filter(
      ({kind, raw}) => kind === 'decision' && raw[0] < to && from < raw[1],
    )
    const decided = new Map(
      found.map(({stage, value, rule, reason, details}) => [
        value,
        {
          id: value,
          decision: details?.['decision'] ?? 'keep',
          ...(rule !== undefined && {rule: `${stage}/${rule}`}),
          ...(reason !== undefined && {note: reason}),
        },
      ]),
    )
    return [...decided.values()]
  }

  #explainClean(head: Place, content: Range, full: Range): CleanExplanation {
    // An empty line has nothing but its end to explain.
    const {causes, origin} = traceBack(this.#record.replay.stages, content.end > content.start ? content : full)
    const raw = origin.end > origin.start ? this.#passage('raw', origin) : undefined
    const metadata = this.#factsOfLine(head.line).map((fact) => this.#finding(fact))
    const keep = causes.flatMap((cause) => this.#keepOf(cause, this.#passage('raw', cause.edit.raw)))
    return {
      side: 'clean',
      ...head,
      ...(raw && {raw}),
      rules: causes.map((cause) => this.#reason(cause)),
      metadata,
      keep: [...new Set(keep)],
    }
  }

  #explainRaw(head: Place, content: Range, full: Range): RawExplanation {
    const {parts, insertions} = traceForward(this.#record.replay.stages, full)
    const rawText = this.#texts.raw.lines.text
    const cleanText = this.#texts.clean.lines.text
    const isLineEnd = ({origin}: Part): boolean => /^[\r\n]+$/.test(rawText.slice(origin.start, origin.end))
    // That a line ends where it ended is no news, whichever of two newlines it was: unless it is all there is.
    const isStillEnd = (part: Part, index: number): boolean => {
      if (!isLineEnd(part)) return false
      const before = parts[index - 1]
      if (part.fate !== 'removed') return /^\n+$/.test(cleanText.slice(part.to.start, part.to.end))
      return before !== undefined && (before.fate === 'removed' || (cleanText[before.to.end] ?? '\n') === '\n')
    }
    const told = parts.filter((part, index) => !isStillEnd(part, index))
    const outcomes = (told.length > 0 ? told : parts).map(({origin, fate, causes, to}): Outcome => {
      // A newline that goes along with what stands before it is not a part of its own.
      const shown = {start: origin.start, end: Math.max(origin.start, Math.min(origin.end, content.end))}
      const clean = to.end > to.start ? this.#passage('clean', to) : undefined
      return {
        fate,
        raw: this.#passage('raw', shown.end > shown.start ? shown : origin),
        ...(clean && {clean}),
        rules: causes.map((cause) => this.#reason(cause)),
      }
    })
    const isGone = outcomes.every(({fate}) => fate === 'removed')
    const keep = told.flatMap(({fate, causes, origin}) => {
      const last = causes.at(-1)
      return fate === 'removed' && last ? this.#keepOf(last, this.#passage('raw', origin)) : []
    })
    const {index} = this.#texts.raw
    const [start, end] = [index.toCodePoint(content.start), index.toCodePoint(content.end)]
    const text = rawText.slice(content.start, content.end)
    const facts = this.#record.provenance.metadata.filter(({raw, value}) => {
      if (!raw || raw[0] >= end || start >= raw[1]) return false
      // Behind a heading of a page may lie all that was removed in front of it: of that only what says so is meant.
      const values = typeof value === 'string' ? [value] : value
      const isOwn = raw[0] >= start && raw[1] <= end
      return isOwn || raw[1] - raw[0] <= 4 * values.join().length + 200 || values.some((item) => text.includes(item))
    })
    return {
      side: 'raw',
      ...head,
      outcomes,
      // What was put into a line that is gone went with it.
      insertions: isGone ? [] : insertions.map((cause) => this.#reason(cause)),
      metadata: facts.map((fact) => this.#finding(fact)),
      keep: [...new Set(keep)],
    }
  }

  /**
   * Where a person would point to keep what an edit removed; nothing where it was no text, or went before the text was markdown. Such
   * stages do not choose: they take what no reader of the page would see.
   */
  #keepOf({stage, class: name, edit}: Cause, {path, lines: [line], columns: [column], text}: Passage): string[] {
    const {activities} = this.#record.provenance
    const isMarkdown = activities.some((activity) => activity.stage === stage && activity.mediaType === 'text/markdown')
    // What a person decided is taken back, not decided against.
    if (edit.after !== '' || !isMarkdown || name === 'decision' || countWords(text) === 0) return []
    const {lines} = this.#texts.raw
    const content = lines.content(line)
    const isWhole = column === 1 && text.length >= content.end - content.start
    return [`${path}:${line}${isWhole ? '' : `:${column}`}`]
  }

  /** The facts behind a line of the front matter: those of the key that stands on it or last before it. */
  #factsOfLine(line: number): ProvenanceFact[] {
    const {lines} = this.#texts.clean
    const text = (number: number): string => {
      const {start, end} = lines.content(number)
      return lines.text.slice(start, end)
    }
    if (lines.count === 0 || text(1) !== '---' || line === 1) return []
    let key: string | undefined
    for (let number = 2; number <= lines.count; number++) {
      const content = text(number)
      if (content === '---') return []
      key = /^([\w-]+):/.exec(content)?.[1] ?? key
      if (number === line) return this.#record.provenance.metadata.filter(({field}) => field === key)
    }
    return []
  }

  #finding({field, value, stage, rule, raw}: ProvenanceFact): Finding {
    const reason = this.#reasonOf(stage, rule)
    const {index} = this.#texts.raw
    const place = raw && this.#passage('raw', {start: index.toCodeUnit(raw[0]), end: index.toCodeUnit(raw[1])})
    return {field, value, stage, rule, ...(reason !== undefined && {reason}), ...(place && {raw: place})}
  }

  #reason({stage, class: name, edit}: Cause): Reason {
    const reason = this.#reasonOf(stage, edit.rule)
    return {
      stage,
      rule: edit.rule,
      class: name,
      ...(reason !== undefined && {reason}),
      ...(edit.evidence !== undefined && {evidence: edit.evidence}),
      before: edit.before,
      after: edit.after,
      raw: this.#passage('raw', edit.raw),
      ...(edit.copyOf && {copyOf: this.#copy(edit.copyOf.raw)}),
    }
  }

  #copy(raw: Range): NonNullable<Reason['copyOf']> {
    const stays = traceForward(this.#record.replay.stages, raw).parts.filter(({fate}) => fate !== 'removed')
    const [first, last] = [stays[0], stays.at(-1)]
    const clean = first && last && this.#passage('clean', {start: first.to.start, end: last.to.end})
    return {raw: this.#passage('raw', raw), ...(clean && {clean})}
  }

  #passage(side: Side, {start, end}: Range): Passage {
    const {path, lines, index} = this.#texts[side]
    const isEnd = (offset: number): boolean => lines.text[offset] === '\n' || lines.text[offset] === '\r'
    // The line ends at both ends of a passage belong to its neighbours, unless they are all there is.
    let to = end
    while (to > start && isEnd(to - 1)) to--
    let from = start
    while (from < to && isEnd(from)) from++
    const isLineEnd = from === to
    const {first, last} = lines.span({start: from, end: to})
    const columnOf = (line: number, offset: number): number =>
      index.toCodePoint(offset) - index.toCodePoint(lines.start(line)) + 1
    return {
      path,
      lines: [first, last],
      columns: [columnOf(first, from), columnOf(last, to)],
      at: isLineEnd
        ? [index.toCodePoint(start), index.toCodePoint(end)]
        : [index.toCodePoint(from), index.toCodePoint(to)],
      text: isLineEnd ? lines.text.slice(start, end) : lines.text.slice(from, to),
    }
  }
}
