/**
 * Lineage: which characters of a text are which characters of the raw it came from.
 *
 * A lineage is the list of spans that were copied untouched; whatever lies between two of them was changed, inserted or
 * removed. Composing the edits of one more stage costs one walk over both lists. Units are the caller's: the runner
 * composes in UTF-16 code units, a reader of provenance files in code points.
 */
import {type Range, upperBound} from './range.js'

/** A stretch of the text that stands in the origin word for word. */
export interface CopySpan {
  /** Offset in the text. */
  readonly start: number
  /** Offset in the origin. */
  readonly origin: number
  readonly length: number
}

/** What an edit does to offsets: `[start, end)` gives way to `inserted` units. */
export interface Splice extends Range {
  readonly inserted: number
}

export class Lineage {
  /** Untouched spans, in order in the text and in the origin alike. */
  readonly spans: readonly CopySpan[]
  readonly textLength: number
  readonly originLength: number

  private constructor(spans: readonly CopySpan[], textLength: number, originLength: number) {
    this.spans = spans
    this.textLength = textLength
    this.originLength = originLength
  }

  /** The lineage of a text that is its own origin. */
  static identity(length: number): Lineage {
    return new Lineage(length > 0 ? [{start: 0, origin: 0, length}] : [], length, length)
  }

  /** The lineage after sorted, disjoint edits of the text. */
  compose(splices: readonly Splice[]): Lineage {
    if (splices.length === 0) return this
    const spans: CopySpan[] = []
    let shift = 0
    let index = 0
    for (const span of this.spans) {
      let from = span.start
      const end = span.start + span.length
      while (index < splices.length && splices[index]!.start < end) {
        const splice = splices[index]!
        const stop = Math.max(from, splice.start)
        if (stop > from) spans.push({start: from + shift, origin: span.origin + from - span.start, length: stop - from})
        if (splice.end > end) {
          from = end
          break
        }
        from = Math.max(from, splice.end)
        shift += splice.inserted - (splice.end - splice.start)
        index++
      }
      if (end > from) spans.push({start: from + shift, origin: span.origin + from - span.start, length: end - from})
    }
    let textLength = this.textLength
    for (const splice of splices) textLength += splice.inserted - (splice.end - splice.start)
    return new Lineage(spans, textLength, this.originLength)
  }

  /**
   * Find the range of the origin behind a range of the text.
   *
   * Where an end of the range falls on text that was inserted or changed, the whole gap of the origin on that side
   * belongs to it; a place between two characters gives the place after what stands before it.
   */
  originOf({start, end}: Range): Range {
    const at = upperBound(this.spans, start, (span) => span.start) - 1
    const span = this.spans[at]
    let from: number
    if (span && start < span.start + span.length) from = span.origin + start - span.start
    else from = span ? span.origin + span.length : 0
    if (end <= start) {
      // Between two copied neighbours the insertion belongs right behind the former.
      const before = this.spans[at - 1]
      if (span && start === span.start) from = before ? before.origin + before.length : 0
      return {start: from, end: from}
    }
    const last = upperBound(this.spans, end - 1, (item) => item.start) - 1
    const lastSpan = this.spans[last]
    let to: number
    if (lastSpan && end - 1 < lastSpan.start + lastSpan.length) to = lastSpan.origin + end - lastSpan.start
    else to = this.spans[last + 1]?.origin ?? this.originLength
    return {start: from, end: Math.max(from, to)}
  }

  /**
   * Find where the words of a range stand in the origin: from the first to the last character that was copied, without the
   * gaps at both ends, where markers were written. A range of which nothing was copied has the range of `originOf`.
   */
  copiedOriginOf({start, end}: Range): Range {
    const first = this.spans[upperBound(this.spans, start, (span) => span.start + span.length)]
    const last = this.spans[upperBound(this.spans, end - 1, (span) => span.start) - 1]
    if (!first || !last || first.start >= end || last.start + last.length <= start) return this.originOf({start, end})
    return {
      start: first.origin + Math.max(0, start - first.start),
      end: last.origin + Math.min(last.length, end - last.start),
    }
  }

  /** The same correspondence read the other way round: what became of the origin's characters. */
  invert(): Lineage {
    const spans = this.spans.map(({start, origin, length}) => ({start: origin, origin: start, length}))
    return new Lineage(spans, this.originLength, this.textLength)
  }
}
