/**
 * Record a text that is made of ranges of the raw, in order, as edits of the raw.
 *
 * What is copied stands in the result word for word. Everything between two copies is a gap: it becomes one edit, named
 * for what was written in its place, or several where parts of it were cut for reasons of their own.
 */
import type {Edit} from '../../src/document/edit.js'

/** Rules by what they say about a gap: where several were written into one, the last of this list names it. */
const ranks: ReadonlyMap<string, number> = new Map(
  [
    'escape',
    'whitespace',
    'line-break',
    'generated',
    'emphasis',
    'inline-code',
    'link',
    'image',
    'block-break',
    'table',
    'code-block',
    'quote',
    'list-item',
    'footnote',
    'heading',
    'thematic-break',
  ].map((rule, index) => [rule, index + 1]),
)

export class EditWriter {
  readonly #raw: string
  readonly edits: Edit[] = []
  /** Length of the result so far. */
  length = 0
  #cursor = 0
  #inserted = ''
  #rule = ''
  /** Cuts that no gap has reached yet; those before `#firstCut` are done with. */
  #cuts: {start: number; end: number; rule: string; evidence: string | undefined}[] = []
  #firstCut = 0

  constructor(raw: string) {
    this.#raw = raw
  }

  /** Keep a range. What lies before the last range that was kept is written as new text instead. */
  copy(start: number, end: number): void {
    if (end <= start) return
    if (start < this.#cursor) {
      this.insert(this.#raw.slice(start, end), 'markup')
      return
    }
    if (start > this.#cursor || this.#inserted) this.#closeGap(start)
    this.#cursor = end
    this.length += end - start
  }

  /** Write new text into the gap that is open. */
  insert(text: string, rule: string): void {
    this.#inserted += text
    this.length += text.length
    if ((ranks.get(rule) ?? 0) >= (ranks.get(this.#rule) ?? 0)) this.#rule = rule
  }

  /** Write `text` for a range, as an edit of its own. */
  replace(start: number, end: number, text: string, rule: string): void {
    if (start < this.#cursor || start === end) {
      this.insert(text, rule)
      return
    }
    if (start > this.#cursor || this.#inserted) this.#closeGap(start)
    this.edits.push({start, end, replacement: text, rule})
    this.#cursor = end
    this.length += text.length
  }

  /** Name the reason for which a range is left out; ranges come in the order of their starts. */
  cut(start: number, end: number, rule: string, evidence?: string): void {
    if (end > start && end > this.#cursor) this.#cuts.push({start, end, rule, evidence})
  }

  /** Close the text and give its edits. */
  finish(): Edit[] {
    if (this.#cursor < this.#raw.length || this.#inserted) this.#closeGap(this.#raw.length)
    return this.edits
  }

  #closeGap(end: number): void {
    let at = this.#cursor
    let text = this.#inserted
    const rule = this.#rule
    for (; this.#firstCut < this.#cuts.length; this.#firstCut++) {
      const cut = this.#cuts[this.#firstCut]!
      // Cuts are named while a block is collected, and so may lie behind text of it that is only written now.
      if (cut.start >= end) break
      const from = Math.max(cut.start, at)
      const to = Math.min(cut.end, end)
      if (to <= from) continue
      if (from > at || text) {
        this.#push(at, from, text, rule)
        text = ''
      }
      const {rule: reason, evidence} = cut
      this.edits.push({start: from, end: to, replacement: '', rule: reason, ...(evidence !== undefined && {evidence})})
      at = to
    }
    if (end > at || text) this.#push(at, end, text, rule)
    this.#inserted = ''
    this.#rule = ''
    if (this.#firstCut === this.#cuts.length) {
      this.#cuts.length = 0
      this.#firstCut = 0
    }
  }

  #push(start: number, end: number, replacement: string, rule: string): void {
    this.edits.push({start, end, replacement, rule: replacement ? rule : this.#gapRule(start, end)})
  }

  #gapRule(start: number, end: number): string {
    for (let at = start; at < end; at++) {
      const code = this.#raw.charCodeAt(at)
      if (code !== 32 && code !== 10 && code !== 9 && code !== 12 && code !== 13) return 'markup'
    }
    return 'whitespace'
  }
}
