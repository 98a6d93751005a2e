/**
 * The phrasing content of one block as a row of operations: text, spaces, marks that open and close, images, line breaks.
 *
 * It keeps them in arrays side by side, one for each field, since a page has tens of thousands; and it can tell what stands next to
 * each. What they are to become is no matter of its.
 */

// What an operation is. Constants of their own, so that every reader names them the same.
export const text = 0
export const string = 1
export const space = 2
export const open = 3
export const close = 4
export const linkOpen = 5
export const linkClose = 6
export const image = 7
export const lineBreak = 8
export const codeOpen = 9
export const codeClose = 10
export const generated = 11
export const nothing = 12
export const superscript = 13
export const subscript = 14

export const marks = {strong: 0, emphasis: 1, deleted: 2, code: 3, link: 4} as const
/** What opens and closes emphasis, by mark. */
export const delimiters: readonly string[] = ['**', '*', '~~']

export class PhrasingOps {
  readonly raw: string
  readonly kinds: number[] = []
  /** Raw range of text and of what stands for it; of a mark of emphasis, its kind as the start. */
  readonly starts: number[] = []
  readonly ends: number[] = []
  /** What is written for what is not text of the raw. */
  readonly texts: (string | undefined)[] = []
  /** Number of tildes, or 2 for more. */
  tildes = 0
  #nextTilde = -1

  constructor(raw: string) {
    this.raw = raw
  }

  push(kind: number, start: number, end: number, value?: string): void {
    this.kinds.push(kind)
    this.starts.push(start)
    this.ends.push(end)
    this.texts.push(value)
    if (kind === open && start === marks.deleted) this.tildes += 2
    else if (kind === string && value!.includes('~')) this.tildes += 2
    else if (kind === text) {
      // Where the next tilde stands is remembered: most pages hold none, and are searched once.
      if (this.#nextTilde < start) this.#nextTilde = this.#findTilde(start)
      if (this.#nextTilde < end) this.tildes += this.#findTilde(this.#nextTilde + 1) < end ? 2 : 1
    }
  }

  pop(): void {
    this.kinds.pop()
    this.starts.pop()
    this.ends.pop()
    this.texts.pop()
  }

  clear(): void {
    this.tildes = 0
    // Most blocks of a page are empty; an array that is cut to nothing has to grow again.
    if (this.kinds.length === 0) return
    this.kinds.length = 0
    this.starts.length = 0
    this.ends.length = 0
    this.texts.length = 0
  }

  /** The character that stands before an op, marks of emphasis apart; a line break where none does. */
  before(index: number): number {
    return this.#nearest(index, -1)
  }

  after(index: number): number {
    return this.#nearest(index, 1)
  }

  /** The character that is written next to an op: a mark of emphasis where one stands there. */
  neighbour(index: number, step: 1 | -1): number {
    let at = index + step
    while (this.kinds[at] === nothing) at += step
    const kind = this.kinds[at]
    if (kind === open || kind === close) return delimiters[this.starts[at]!]!.charCodeAt(0)
    return step < 0 ? this.before(index) : this.after(index)
  }

  /** The first characters of a line that begins at an op, as far as they are text. */
  lineHead(index: number): string {
    let head = ''
    for (let at = index; at < this.kinds.length && head.length < 80; at++) {
      const kind = this.kinds[at]
      if (kind === text) head += this.raw.slice(this.starts[at]!, Math.min(this.ends[at]!, this.starts[at]! + 80))
      else if (kind === string) head += this.texts[at]
      else if (kind === space) head += ' '
      else if (kind === lineBreak) break
      else if (kind !== nothing) return `${head}x`
    }
    return head
  }

  /** The character next to an op, among those that the ops on that side stand for. */
  #nearest(index: number, step: 1 | -1): number {
    for (let at = index + step; at >= 0 && at < this.kinds.length; at += step) {
      const value = this.texts[at]
      switch (this.kinds[at]) {
        case text:
          return this.raw.charCodeAt(step < 0 ? this.ends[at]! - 1 : this.starts[at]!)
        case string:
        case image:
        case generated:
        case superscript:
        case subscript:
          if (value) return value.charCodeAt(step < 0 ? value.length - 1 : 0)
          break
        case space:
          return 32
        case lineBreak:
          return 10
        case linkOpen:
          return 0x5b
        case linkClose:
          return step < 0 ? 0x29 : 0x5d
        case codeOpen:
        case codeClose:
          return 0x60
        default:
      }
    }
    return 10
  }

  #findTilde(from: number): number {
    const at = this.raw.indexOf('~', from)
    return at < 0 ? Number.POSITIVE_INFINITY : at
  }
}
