/**
 * Collect the phrasing content of one block (text, emphasis, links, images, line breaks), then write it as markdown.
 *
 * Nothing is written before the block is complete: whether `**` will be read as a mark depends on the characters around
 * both ends, a code span's fence on all that is in it. Marks open at the first visible character and close behind the
 * last, so that no space stands at their inner edges; marks around nothing are never written.
 */
import {
  characterClasses,
  isPunctuation,
  isSpace,
  lineStartEscape,
  needsEscape,
  reference,
  type Surroundings,
} from './escape.js'
import {isBlank} from './white-space.js'
import type {EditWriter} from './writer.js'

const text = 0
const string = 1
const space = 2
const open = 3
const close = 4
const linkOpen = 5
const linkClose = 6
const image = 7
const lineBreak = 8
const codeOpen = 9
const codeClose = 10
const generated = 11
const nothing = 12

export const marks = {strong: 0, emphasis: 1, deleted: 2, code: 3, link: 4} as const
const delimiters = ['**', '*', '~~']

/** An element that puts a mark around its content. */
interface OpenMark {
  readonly mark: number
  readonly destination: string
  isOpen: boolean
  /** Emphasis around whole blocks is not written; links are, in each of the blocks. */
  isOutside: boolean
}

/** How the block that is written stands in the text. */
export interface BlockPlace {
  /** What begins every further line: quote marks and the indentation of list items. */
  readonly prefix: string
  readonly isHeading: boolean
  readonly isInCell: boolean
}

export class PhrasingBuffer {
  readonly #raw: string
  #kinds: number[] = []
  #starts: number[] = []
  #ends: number[] = []
  #texts: (string | undefined)[] = []
  #marks: OpenMark[] = []
  #hasSpace = false
  #spaceStart = 0
  #spaceEnd = 0
  #spaceText = ' '
  #tildes = 0
  #nextTilde = -1
  /** While writing: whether what was written last is a bare address that goes on in the next op. */
  #isInAddress = false
  /** Line breaks since the last visible character. */
  breaks = 0

  constructor(raw: string) {
    this.#raw = raw
  }

  /** Whether nothing visible was collected. */
  get isEmpty(): boolean {
    return this.#kinds.length === 0
  }

  /** Whether the last visible character is a digit. */
  get endsInDigit(): boolean {
    const code = this.#hasSpace || this.breaks > 0 ? 32 : this.#before(this.#kinds.length)
    return code >= 48 && code <= 57
  }

  /** Note white space; it is written when something visible follows in the block. */
  addSpace(start: number, end: number, value?: string): void {
    if (this.#kinds.length === 0 || this.#hasSpace) return
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
    if (value === undefined) this.#push(text, from, to)
    else this.#push(string, start, end, source.slice(from, to).replace(/[ \t\n\f\r]+/g, ' '))
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
    this.#push(image, start, end, markdown)
  }

  /** Add text that the page does not hold but shows: the quotation marks of `<q>`. */
  addGenerated(value: string): void {
    this.#prepare()
    this.#push(generated, 0, 0, value)
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
    this.#kinds.length = 0
    this.#starts.length = 0
    this.#ends.length = 0
    this.#texts.length = 0
    this.#hasSpace = false
    this.#tildes = 0
    this.breaks = 0
  }

  /** Write the block's content; the caller wrote what stands before it on the line. */
  write(writer: EditWriter, place: BlockPlace): void {
    this.#dropInvalidMarks()
    this.#isInAddress = false
    const {prefix, isHeading, isInCell} = place
    const isOnOneLine = isHeading || isInCell
    const around = {
      isInLink: false,
      isInCell,
      isInAddress: false,
      hasAddress: this.#hasAddress(),
      hasOtherTilde: this.#tildes > 1,
    }
    let isInCode = false
    let isLineStart = true
    let isFirstLine = true
    let fence = ''
    let forced = -1
    const [hashIndex, hashOffset] = isHeading ? this.#closingHash() : [-1, -1]
    for (let index = 0; index < this.#kinds.length; index++) {
      const kind = this.#kinds[index]!
      const start = this.#starts[index]!
      const end = this.#ends[index]!
      const value = this.#texts[index]
      if (isLineStart && kind !== nothing) {
        isLineStart = false
        if (!isOnOneLine) forced = lineStartEscape(this.#lineHead(index), isFirstLine)
      }
      if (index === hashIndex) forced = hashOffset
      switch (kind) {
        case text:
          if (isInCode) this.#writeCode(writer, start, end, isInCell)
          else this.#writeText(writer, index, around, forced)
          if (forced >= 0) forced -= end - start
          break
        case string:
          if (isInCode) writer.replace(start, end, isInCell ? value!.replaceAll('|', '\\|') : value!, 'entity')
          else {
            const isPlain: boolean = this.#isInAddress && value === '&'
            writer.replace(start, end, isPlain ? value! : this.#escapeString(value!, index, around, forced), 'entity')
            this.#isInAddress = isPlain
          }
          if (forced >= 0) forced -= value!.length
          break
        case space:
          this.#isInAddress = false
          if (value === '') writer.copy(start, end)
          else if (end > start) writer.replace(start, end, value!, value === ' ' ? 'whitespace' : 'entity')
          else writer.insert(value!, 'whitespace')
          break
        case open:
        case close:
          writer.insert(delimiters[start]!, 'emphasis')
          break
        case linkOpen:
          around.isInLink = true
          writer.insert('[', 'link')
          break
        case linkClose:
          around.isInLink = false
          writer.insert(`](${value})`, 'link')
          break
        case image:
          writer.replace(start, end, value!, 'image')
          break
        case lineBreak:
          // A bare address would take the backslash into itself.
          writer.insert(isOnOneLine ? ' ' : `${this.#isInAddress ? ' ' : ''}\\\n${prefix}`, 'line-break')
          isLineStart = true
          isFirstLine = false
          this.#isInAddress = false
          break
        case codeOpen:
          isInCode = true
          fence = this.#fence(index)
          writer.insert(fence, 'inline-code')
          break
        case codeClose:
          isInCode = false
          writer.insert([...fence].reverse().join(''), 'inline-code')
          break
        case generated:
          writer.insert(value!, 'generated')
          break
        default:
      }
    }
  }

  /** Write what is due before something visible: a break or a space, and the marks that begin here. */
  #prepare(): void {
    if (this.breaks > 0 && this.#kinds.length > 0) {
      const code = this.#marks.find((mark) => mark.mark === marks.code && mark.isOpen)
      if (code) this.#close(code)
      this.#push(lineBreak, 0, 0)
    } else if (this.#hasSpace && this.#kinds.length > 0) {
      this.#push(space, this.#spaceStart, this.#spaceEnd, this.#spaceText)
    }
    this.breaks = 0
    this.#hasSpace = false
    for (const mark of this.#marks) {
      if (mark.isOpen || (mark.isOutside && mark.mark !== marks.link)) continue
      const last = this.#kinds.length - 1
      if (mark.mark < marks.code && this.#kinds[last] === close && this.#starts[last] === mark.mark) this.#pop()
      else if (mark.mark === marks.code && this.#kinds[last] === codeClose) this.#pop()
      else if (mark.mark === marks.link) this.#push(linkOpen, 0, 0)
      else if (mark.mark === marks.code) this.#push(codeOpen, 0, 0)
      else this.#push(open, mark.mark, 0)
      mark.isOpen = true
    }
  }

  #close(mark: OpenMark): void {
    mark.isOpen = false
    if (mark.mark === marks.link) this.#push(linkClose, 0, 0, mark.destination)
    else if (mark.mark === marks.code) this.#push(codeClose, 0, 0)
    else this.#push(close, mark.mark, 0)
  }

  #push(kind: number, start: number, end: number, value?: string): void {
    this.#kinds.push(kind)
    this.#starts.push(start)
    this.#ends.push(end)
    this.#texts.push(value)
    if (kind === open && start === marks.deleted) this.#tildes += 2
    else if (kind === string && value!.includes('~')) this.#tildes += 2
    else if (kind === text) {
      // Where the next tilde stands is remembered: most pages hold none, and are searched once.
      if (this.#nextTilde < start) this.#nextTilde = this.#findTilde(start)
      if (this.#nextTilde < end) this.#tildes += this.#findTilde(this.#nextTilde + 1) < end ? 2 : 1
    }
  }

  #findTilde(from: number): number {
    const at = this.#raw.indexOf('~', from)
    return at < 0 ? Number.POSITIVE_INFINITY : at
  }

  #pop(): void {
    this.#kinds.pop()
    this.#starts.pop()
    this.#ends.pop()
    this.#texts.pop()
  }

  /** Take back emphasis that markdown would not read as such where it stands (`a**"b"**c`). */
  #dropInvalidMarks(): void {
    const opened: number[] = []
    for (let index = 0; index < this.#kinds.length; index++) {
      const kind = this.#kinds[index]
      if (kind === open) opened.push(index)
      else if (kind === close) {
        const opening = opened.pop()!
        const isRead =
          canFlank(this.#before(opening), this.#after(opening)) && canFlank(this.#after(index), this.#before(index))
        if (isRead) continue
        this.#kinds[opening] = nothing
        this.#kinds[index] = nothing
      }
    }
  }

  /** The character that stands before an op, marks of emphasis apart; a line break where none does. */
  #before(index: number): number {
    for (let at = index - 1; at >= 0; at--) {
      const value = this.#texts[at]
      switch (this.#kinds[at]) {
        case text:
          return this.#raw.charCodeAt(this.#ends[at]! - 1)
        case string:
        case image:
        case generated:
          if (value) return value.charCodeAt(value.length - 1)
          break
        case space:
          return 32
        case lineBreak:
          return 10
        case linkOpen:
          return 0x5b
        case linkClose:
          return 0x29
        case codeOpen:
        case codeClose:
          return 0x60
        default:
      }
    }
    return 10
  }

  /** The character that is written next to an op: a mark of emphasis where one stands there. */
  #neighbour(index: number, step: 1 | -1): number {
    let at = index + step
    while (this.#kinds[at] === nothing) at += step
    const kind = this.#kinds[at]
    if (kind === open || kind === close) return delimiters[this.#starts[at]!]!.charCodeAt(0)
    return step < 0 ? this.#before(index) : this.#after(index)
  }

  #after(index: number): number {
    for (let at = index + 1; at < this.#kinds.length; at++) {
      const value = this.#texts[at]
      switch (this.#kinds[at]) {
        case text:
          return this.#raw.charCodeAt(this.#starts[at]!)
        case string:
        case image:
        case generated:
          if (value) return value.charCodeAt(0)
          break
        case space:
          return 32
        case lineBreak:
          return 10
        case linkOpen:
          return 0x5b
        case linkClose:
          return 0x5d
        case codeOpen:
        case codeClose:
          return 0x60
        default:
      }
    }
    return 10
  }

  /** The first characters of a line that begins at an op, as far as they are text. */
  #lineHead(index: number): string {
    let head = ''
    for (let at = index; at < this.#kinds.length && head.length < 80; at++) {
      const kind = this.#kinds[at]
      if (kind === text) head += this.#raw.slice(this.#starts[at]!, Math.min(this.#ends[at]!, this.#starts[at]! + 80))
      else if (kind === string) head += this.#texts[at]
      else if (kind === space) head += ' '
      else if (kind === lineBreak) break
      else if (kind !== nothing) return `${head}x`
    }
    return head
  }

  #writeText(writer: EditWriter, index: number, around: Surroundings & {isInAddress: boolean}, forced: number): void {
    const raw = this.#raw
    const start = this.#starts[index]!
    const end = this.#ends[index]!
    const forcedAt = forced >= 0 ? start + forced : -1
    let breakAt = -1
    let from = start
    let addresses: number[] | undefined
    const isContinued = this.#isInAddress
    this.#isInAddress = false
    if (!around.isInLink && index + 1 < this.#kinds.length && this.#kinds[index + 1] !== space) {
      const address = isContinued ? start : lastAddress(raw, start, end, this.#neighbour(index, -1))
      if (address >= 0 && (!isContinued || !hasSpace(raw, start, end))) {
        if (isContinued || this.#endsClean(index)) this.#isInAddress = true
        // Markdown would take the marks that follow into the address: it must not be read as one.
        else {
          addresses = findAddresses(raw, start, address, 10)
          breakAt = raw.indexOf(raw[address] === 'w' || raw[address] === 'W' ? '.' : ':', address)
        }
      }
    }
    const addressEnd = isContinued ? firstSpace(raw, start, end) : -1
    for (let at = start; at < end; at++) {
      const code = raw.charCodeAt(at)
      const kind = code < 128 ? characterClasses[code]! : 0
      if (kind === 0 && at !== forcedAt && at !== breakAt) continue
      if (kind === 3 || kind === 2) {
        let to = at + 1
        while (to < end && characterClasses[raw.charCodeAt(to)]! >= 2) to++
        if (kind === 3 && to === at + 1) continue
        if (kind === 3) writer.copy(from, at + 1)
        else {
          writer.copy(from, at)
          writer.replace(at, to, ' ', 'whitespace')
        }
        from = to
        at = to - 1
        continue
      }
      const before = at > start ? raw.charCodeAt(at - 1) : this.#neighbour(index, -1)
      const after = at + 1 < end ? raw.charCodeAt(at + 1) : this.#neighbour(index, 1)
      if (at !== forcedAt && at !== breakAt) {
        around.isInAddress = false
        if (!around.isInLink && code !== 0x3c && code !== 0x7c) {
          addresses ??= findAddresses(raw, start, end, this.#neighbour(index, -1))
          around.isInAddress = at < addressEnd || isInRanges(addresses, at)
        }
        if (!needsEscape(raw, at, end, before, after, around) && !this.#beginsReference(index, code, at + 1 === end))
          continue
      }
      writer.copy(from, at)
      writer.insert('\\', 'escape')
      from = at
    }
    around.isInAddress = false
    writer.copy(from, end)
  }

  /** Tell whether an address at the end of an op comes to its end before any mark is written. */
  #endsClean(index: number): boolean {
    for (let at = index + 1; at < this.#kinds.length && at < index + 50; at++) {
      const kind = this.#kinds[at]
      const start = this.#starts[at]!
      const end = this.#ends[at]!
      if (kind === space || kind === lineBreak) return true
      if (kind === text) {
        if (hasSpace(this.#raw, start, Math.min(end, start + 2000))) return true
      } else if (kind === string) {
        if (this.#texts[at] !== '&') return false
      } else if (kind !== nothing) return false
    }
    return index + 50 > this.#kinds.length
  }

  #escapeString(value: string, index: number, around: Surroundings, forced: number): string {
    let escaped = ''
    for (let at = 0; at < value.length; at++) {
      const code = value.charCodeAt(at)
      const before = at > 0 ? value.charCodeAt(at - 1) : this.#neighbour(index, -1)
      const after = at + 1 < value.length ? value.charCodeAt(at + 1) : this.#neighbour(index, 1)
      const isSpecial = code < 128 && characterClasses[code] === 1
      const isSyntax =
        isSpecial &&
        (needsEscape(value, at, value.length, before, after, around) ||
          this.#beginsReference(index, code, at + 1 === value.length))
      if (at === forced || isSyntax) escaped += '\\'
      escaped += value[at]
    }
    return escaped
  }

  /** Tell whether an ampersand that ends an op begins a reference with what the next ops hold. */
  #beginsReference(index: number, code: number, isLast: boolean): boolean {
    if (code !== 0x26 || !isLast) return false
    reference.lastIndex = 0
    return reference.test(`&${this.#lineHead(index + 1)}`)
  }

  /** Write code: nothing is escaped, but for the bars of a table. */
  #writeCode(writer: EditWriter, start: number, end: number, isInCell: boolean): void {
    let from = start
    for (let at = start; at < end; at++) {
      const code = this.#raw.charCodeAt(at)
      if (isInCell && code === 0x7c) {
        writer.copy(from, at)
        writer.insert('\\', 'escape')
        from = at
      } else if (code < 128 && characterClasses[code]! >= 2) {
        let to = at + 1
        while (to < end && characterClasses[this.#raw.charCodeAt(to)]! >= 2) to++
        if (to === at + 1 && code === 32) continue
        writer.copy(from, at)
        writer.replace(at, to, ' ', 'whitespace')
        from = to
        at = to - 1
      }
    }
    writer.copy(from, end)
  }

  /** The opening fence of a code span: longer than any run of backticks in it. */
  #fence(index: number): string {
    let longest = 0
    let first = ''
    let last = ''
    for (let at = index + 1; at < this.#kinds.length && this.#kinds[at] !== codeClose; at++) {
      const kind = this.#kinds[at]
      const value = kind === text ? this.#raw.slice(this.#starts[at]!, this.#ends[at]!) : (this.#texts[at] ?? '')
      if (kind === space || !value) continue
      first ||= value[0]!
      last = value.at(-1)!
      for (const run of value.match(/`+/g) ?? []) longest = Math.max(longest, run.length)
    }
    return '`'.repeat(longest + 1) + (first === '`' || last === '`' ? ' ' : '')
  }

  /** Tell whether a bracket and a bare address stand in the block. */
  #hasAddress(): boolean {
    let hasBracket = false
    let hasAddress = false
    for (let index = 0; index < this.#kinds.length; index++) {
      if (this.#kinds[index] !== text) continue
      const value = this.#raw.slice(this.#starts[index]!, this.#ends[index]!)
      hasBracket ||= value.includes('[')
      hasAddress ||= value.includes('://') || value.includes('www.') || value.includes('WWW.')
    }
    return hasBracket && hasAddress
  }

  /** Find the number signs that would end a heading as its closing sequence: op and offset. */
  #closingHash(): readonly [index: number, offset: number] {
    const index = this.#kinds.length - 1
    const value =
      this.#kinds[index] === string ? this.#texts[index]! : this.#raw.slice(this.#starts[index], this.#ends[index])
    let at = value.length
    while (at > 0 && value.charCodeAt(at - 1) === 0x23) at--
    const before = at > 0 ? value.charCodeAt(at - 1) : this.#before(index)
    // A run that goes on in the op before may close as well.
    const isClosing = at < value.length && (isSpace(before) || before === 0x23)
    return isClosing ? [index, at] : [-1, -1]
  }
}

/** Tell whether a delimiter between `outside` and `inside` opens or closes emphasis there. */
function canFlank(outside: number, inside: number): boolean {
  if (isSpace(inside)) return false
  return !isPunctuation(inside) || isSpace(outside) || isPunctuation(outside)
}

/** What markdown links without being asked: not behind a letter. */
const address = /(?<![a-z])https?:\/\/[^\s<]+|(?<![^\s(*_[\]~])www\.[^\s<]+/gi

/** Bare addresses in a range, as pairs of offsets; `before` is the character before the range. */
function findAddresses(raw: string, start: number, end: number, before: number): number[] {
  const ranges: number[] = []
  const text = String.fromCharCode(before) + raw.slice(start, end)
  for (const match of text.matchAll(address)) {
    ranges.push(start + match.index - 1, start + match.index - 1 + match[0].length)
  }
  return ranges
}

/** Where the address begins that runs to the end of a range; -1 for none. */
function lastAddress(raw: string, start: number, end: number, before: number): number {
  let word = end
  while (word > start && !isAddressEnd(raw.charCodeAt(word - 1))) word--
  if (end - word < 5) return -1
  return findAddresses(raw, word, end, word > start ? raw.charCodeAt(word - 1) : before)[0] ?? -1
}

function firstSpace(raw: string, start: number, end: number): number {
  let at = start
  while (at < end && !isAddressEnd(raw.charCodeAt(at))) at++
  return at
}

function hasSpace(raw: string, start: number, end: number): boolean {
  return firstSpace(raw, start, end) < end
}

function isAddressEnd(code: number): boolean {
  return isSpace(code) || code === 0x3c
}

function isInRanges(ranges: readonly number[], at: number): boolean {
  let low = 0
  let high = ranges.length / 2
  while (low < high) {
    const middle = (low + high) >>> 1
    if (ranges[middle * 2 + 1]! <= at) low = middle + 1
    else high = middle
  }
  return low * 2 < ranges.length && ranges[low * 2]! <= at
}
