/**
 * Collect the phrasing content of one block (text, emphasis, links, images, line breaks), then write it as markdown.
 *
 * Nothing is written before the block is complete: whether `**` will be read as a mark depends on the characters around
 * both ends, a code span's fence on all that is in it. Marks open at the first visible character and close behind the
 * last, so that no space stands at their inner edges; marks around nothing are never written.
 */
import {
  close,
  codeClose,
  codeOpen,
  generated,
  image,
  lineBreak,
  linkClose,
  linkOpen,
  marks,
  open,
  PhrasingOps,
  space,
  string,
  subscript,
  superscript,
  text,
} from './phrasing-ops.js'
import {type BlockPlace, writePhrasing} from './phrasing-writer.js'
import type {Script} from './raised.js'
import {isBlank} from './white-space.js'
import type {EditWriter} from './writer.js'

/** An element that puts a mark around its content. */
interface OpenMark {
  readonly mark: number
  readonly destination: string
  isOpen: boolean
  /** Emphasis around whole blocks is not written; links are, in each of the blocks. */
  isOutside: boolean
}

export class PhrasingBuffer {
  readonly #raw: string
  readonly #ops: PhrasingOps
  #marks: OpenMark[] = []
  #hasSpace = false
  #spaceStart = 0
  #spaceEnd = 0
  #spaceText = ' '
  /** Line breaks since the last visible character. */
  breaks = 0

  constructor(raw: string) {
    this.#raw = raw
    this.#ops = new PhrasingOps(raw)
  }

  /** Whether nothing visible was collected. */
  get isEmpty(): boolean {
    return this.#ops.kinds.length === 0
  }

  /** The character right before what comes next, of a pair its second half; a space where there is none. */
  get last(): string {
    if (this.#hasSpace || this.breaks > 0 || this.isEmpty) return ' '
    return String.fromCharCode(this.#ops.before(this.#ops.kinds.length))
  }

  /** Note white space; it is written when something visible follows in the block. */
  addSpace(start: number, end: number, value?: string): void {
    if (this.#ops.kinds.length === 0 || this.#hasSpace) return
    this.#hasSpace = true
    this.#spaceStart = start
    this.#spaceEnd = end
    this.#spaceText = value === '\u00a0' ? value : ' '
    if (value !== undefined) return
    // A space that stands in the raw is kept rather than written anew.
    for (const wanted of [32, 0xa0]) {
      for (let at = start; at < end; at++) {
        if (this.#raw.charCodeAt(at) !== wanted) continue
        this.#spaceStart = at
        this.#spaceEnd = at + 1
        this.#spaceText = ''
        return
      }
    }
  }

  /** Add visible text: a range of the raw, or what a character reference in that range stands for. */
  addText(start: number, end: number, value: string | undefined): void {
    const source = value ?? this.#raw
    let from = value === undefined ? start : 0
    let to = value === undefined ? end : value.length
    const first = from
    const last = to
    while (from < to && isBlank(source.charCodeAt(from))) from++
    while (from < to && isBlank(source.charCodeAt(to - 1))) to--
    if (from > first && value === undefined) this.addSpace(first, from)
    else if (from > first) this.addSpace(start, start, ' ')
    this.#prepare()
    if (value === undefined) this.#ops.push(text, from, to)
    else this.#ops.push(string, start, end, source.slice(from, to).replace(/[ \t\n\f\r]+/g, ' '))
    if (to < last && value === undefined) this.addSpace(to, last)
    else if (to < last) this.addSpace(end, end, ' ')
  }

  addImage(start: number, end: number, markdown: string): void {
    // In code an image would be text: the code ends before it.
    const code = this.#marks.find(({mark, isOutside}) => mark === marks.code && !isOutside)
    if (code?.isOpen) this.#close(code)
    if (code) code.isOutside = true
    this.#prepare()
    if (code) code.isOutside = false
    this.#ops.push(image, start, end, markdown)
  }

  /** Add what stands for an element that is raised or lowered; white space at its edges stays. */
  addScript(start: number, end: number, value: string, script: Script): void {
    if (value.startsWith(' ')) this.addSpace(start, start, ' ')
    this.#prepare()
    this.#ops.push(script === 'superscript' ? superscript : subscript, start, end, value.trim())
    if (value.endsWith(' ')) this.addSpace(end, end, ' ')
  }

  /** Add text that the page does not hold but shows: the quotation marks of `<q>`. */
  addGenerated(value: string): void {
    this.#prepare()
    this.#ops.push(generated, 0, 0, value)
  }

  /** Begin a mark; it is written once something visible stands in it. */
  openMark(mark: number, destination = ''): void {
    this.#marks.push({mark, destination, isOpen: false, isOutside: false})
  }

  closeMark(): void {
    const mark = this.#marks.pop()
    if (mark?.isOpen) this.#close(mark)
  }

  /** Enter a block element inside of marks: emphasis that holds whole blocks is dropped. Gives what `leaveBlock` needs. */
  enterBlock(): number {
    let count = 0
    for (let index = this.#marks.length - 1; index >= 0; index--) {
      const mark = this.#marks[index]!
      if (mark.isOutside) break
      mark.isOutside = true
      count++
    }
    return count
  }

  leaveBlock(count: number): void {
    for (let index = this.#marks.length - count; index < this.#marks.length; index++)
      this.#marks[index]!.isOutside = false
  }

  /** Tell whether a mark of this kind is already around what comes next. */
  isInside(kind: number): boolean {
    return this.#marks.some(({mark}) => mark === kind)
  }

  /** End the marks and forget what hangs over; `write` comes next. */
  complete(): void {
    for (let index = this.#marks.length - 1; index >= 0; index--) {
      const mark = this.#marks[index]!
      if (mark.isOpen) this.#close(mark)
    }
    this.#hasSpace = false
    this.breaks = 0
  }

  clear(): void {
    this.#ops.clear()
    this.#hasSpace = false
    this.breaks = 0
  }

  /** Write the block's content; the caller wrote what stands before it on the line. */
  write(writer: EditWriter, place: BlockPlace): void {
    writePhrasing(this.#ops, writer, place)
  }

  /** Write what is due before something visible: a break or a space, and the marks that begin here. */
  #prepare(): void {
    if (this.breaks > 0 && this.#ops.kinds.length > 0) {
      const code = this.#marks.find((mark) => mark.mark === marks.code && mark.isOpen)
      if (code) this.#close(code)
      this.#ops.push(lineBreak, 0, 0)
    } else if (this.#hasSpace && this.#ops.kinds.length > 0) {
      this.#ops.push(space, this.#spaceStart, this.#spaceEnd, this.#spaceText)
    }
    this.breaks = 0
    this.#hasSpace = false
    for (const mark of this.#marks) {
      if (mark.isOpen || (mark.isOutside && mark.mark !== marks.link)) continue
      const last = this.#ops.kinds.length - 1
      if (mark.mark < marks.code && this.#ops.kinds[last] === close && this.#ops.starts[last] === mark.mark)
        this.#ops.pop()
      else if (mark.mark === marks.code && this.#ops.kinds[last] === codeClose) this.#ops.pop()
      else if (mark.mark === marks.link) this.#ops.push(linkOpen, 0, 0)
      else if (mark.mark === marks.code) this.#ops.push(codeOpen, 0, 0)
      else this.#ops.push(open, mark.mark, 0)
      mark.isOpen = true
    }
  }

  #close(mark: OpenMark): void {
    mark.isOpen = false
    if (mark.mark === marks.link) this.#ops.push(linkClose, 0, 0, mark.destination)
    else if (mark.mark === marks.code) this.#ops.push(codeClose, 0, 0)
    else this.#ops.push(close, mark.mark, 0)
  }
}
