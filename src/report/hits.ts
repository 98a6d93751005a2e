/**
 * Find the hits of rules in a document, each with what stands around it, and tell which are suspect: what went from between
 * paragraphs that came out is more likely to be a part of the text than what went from among other things that did.
 *
 * Edits that change no word, white space and markers alone, are no hits, and neither is the markup of a page: there are thousands,
 * and nobody looks at them one by one.
 */
import {Lineage} from '../document/lineage.js'
import {type Range, upperBound} from '../document/range.js'
import {boundary} from '../inspect/visible.js'
import type {ReplayedEdit, ReplayedStage} from '../provenance/read.js'
import {type Hit, type Suspicion, suspicions} from './model.js'

/** Characters that are shown of what stands around a hit, and of the hit itself. */
const contextLength = 140
const longestHit = 800
/** How far a paragraph is looked through to see whether it stays. */
const longestLook = 400
/** So far a cut is moved to stand between words. */
const longestWord = 24

export interface FoundHit {
  readonly stage: string
  readonly rule: string
  readonly class: string
  /** Number in `suspicions`. */
  readonly suspicion: number
  readonly hit: Omit<Hit, 'document'>
}

/**
 * The hits in a document, in the order of stages and edits.
 *
 * @param base number of the first stage that was given markdown.
 */
export function* hitsOf(stages: readonly ReplayedStage[], base: number): Generator<FoundHit> {
  for (const [number, stage] of stages.slice(0, base).entries()) {
    const kept = new Kept(stage.input, [{start: 0, end: stage.input.length}])
    for (const found of wordEdits(stage, number)) {
      if (found.class !== 'markup') yield {...found, ...placed(found, kept, found.edit.at, suspicionOf('source'))}
    }
  }
  const first = stages[base]
  if (!first) return
  let lineage = Lineage.identity(first.input.length)
  const all: {found: WordEdit; origin: Range}[] = []
  for (const [index, stage] of stages.slice(base).entries()) {
    for (const found of wordEdits(stage, base + index)) all.push({found, origin: lineage.originOf(found.edit.at)})
    lineage = lineage.compose(stage.edits.map(({at, after}) => ({...at, inserted: after.length})))
  }
  const kept = new Kept(
    first.input,
    lineage.spans.map(({origin, length}) => ({start: origin, end: origin + length})),
  )
  for (const {found, origin} of all) {
    const sides = Number(kept.stays(kept.blockBefore(origin.start))) + Number(kept.stays(kept.blockAfter(origin.end)))
    // What a person decided is in no doubt.
    const isDecided = found.class === 'decision'
    const suspicion = isWord.test(found.edit.after)
      ? suspicionOf('changed')
      : isDecided
        ? suspicionOf('apart')
        : 2 - sides
    yield {...found, ...placed(found, kept, origin, suspicion)}
  }
}

function suspicionOf(name: Suspicion): number {
  return suspicions.indexOf(name)
}

interface WordEdit {
  readonly stage: string
  readonly rule: string
  readonly class: string
  readonly stageNumber: number
  readonly number: number
  readonly edit: ReplayedEdit
}

function* wordEdits({stage, edits, classes}: ReplayedStage, stageNumber: number): Generator<WordEdit> {
  for (const [number, edit] of edits.entries()) {
    if (!isWord.test(edit.before) && !isWord.test(edit.after)) continue
    yield {stage, rule: edit.rule, class: classes[edit.rule] ?? 'custom', stageNumber, number, edit}
  }
}

const isWord = /[\p{L}\p{N}]/u

function placed(
  {stageNumber, number, edit: {before, after, evidence}}: WordEdit,
  kept: Kept,
  {start, end}: Range,
  suspicion: number,
): Pick<FoundHit, 'suspicion' | 'hit'> {
  const cut = (text: string): string => text.slice(0, boundary(text, longestHit))
  return {
    suspicion,
    hit: {
      stage: stageNumber,
      edit: number,
      lead: kept.pieces(kept.wordFrom(start - contextLength, start), start),
      trail: kept.pieces(end, kept.wordUntil(end + contextLength, end)),
      before: cut(before),
      length: before.length,
      after: cut(after),
      ...(evidence !== undefined && {evidence}),
    },
  }
}

/** A text, and what of it stays. */
class Kept {
  readonly #text: string
  readonly #spans: readonly Range[]

  constructor(text: string, spans: readonly Range[]) {
    this.#text = text
    this.#spans = spans
  }

  /** The text in front of a place, up to the paragraph break before it. */
  blockBefore(place: number): Range {
    let end = place
    while (end > 0 && isSpace(this.#text.charCodeAt(end - 1))) end--
    const from = Math.max(0, end - longestLook)
    const at = this.#text.slice(from, end).lastIndexOf('\n\n')
    return {start: at < 0 ? from : from + at + 2, end}
  }

  /** The same behind it. */
  blockAfter(place: number): Range {
    let start = place
    while (start < this.#text.length && isSpace(this.#text.charCodeAt(start))) start++
    const part = this.#text.slice(start, start + longestLook)
    const at = part.indexOf('\n\n')
    return {start, end: start + (at < 0 ? part.length : at)}
  }

  /** The nearest place behind an offset where a word begins, and before a limit. */
  wordFrom(offset: number, limit: number): number {
    let at = Math.max(0, offset)
    const most = Math.min(limit, at + longestWord)
    if (at > 0) while (at < most && !isSpace(this.#text.charCodeAt(at - 1))) at++
    return at === most ? Math.max(0, offset) : at
  }

  /** The nearest place before an offset where a word ends, and behind a limit. */
  wordUntil(offset: number, limit: number): number {
    let at = Math.min(this.#text.length, offset)
    const least = Math.max(limit, at - longestWord)
    if (at < this.#text.length) while (at > least && !isSpace(this.#text.charCodeAt(at))) at--
    return at === least ? Math.min(this.#text.length, offset) : at
  }

  /** Tell whether most of a range stays. */
  stays({start, end}: Range): boolean {
    let sum = 0
    for (const span of this.#within(start, end)) sum += span.end - span.start
    return end > start && sum * 2 > end - start
  }

  /** Cut a range, by turns, into what stays and what goes; a first piece that goes stands behind an empty one. */
  pieces(from: number, to: number): string[] {
    const start = boundary(this.#text, from)
    const end = boundary(this.#text, Math.min(to, this.#text.length))
    const pieces: string[] = []
    let offset = start
    for (const span of this.#within(start, end)) {
      if (span.start > offset || pieces.length === 0) {
        if (span.start > offset) {
          if (pieces.length === 0) pieces.push('')
          pieces.push(this.#text.slice(offset, span.start))
        }
        pieces.push(this.#text.slice(span.start, span.end))
      } else pieces[pieces.length - 1] += this.#text.slice(span.start, span.end)
      offset = span.end
    }
    if (offset < end) {
      if (pieces.length === 0) pieces.push('')
      pieces.push(this.#text.slice(offset, end))
    }
    return pieces
  }

  *#within(start: number, end: number): Generator<Range> {
    for (let index = upperBound(this.#spans, start, (span) => span.end); index < this.#spans.length; index++) {
      const span = this.#spans[index]!
      if (span.start >= end) return
      yield {start: Math.max(start, span.start), end: Math.min(end, span.end)}
    }
  }
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0
}
