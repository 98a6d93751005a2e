/**
 * Write the phrasing content of one block as markdown: copies of the raw, marks, and a backslash wherever markdown would read text as
 * syntax.
 *
 * Marks of emphasis that markdown would not read where they stand are taken back; bare addresses are kept whole, as markdown links them.
 */

import {findAddresses, firstSpace, hasSpace, isInRanges, lastAddress} from './bare-addresses.js'
import {dropInvalidMarks} from './emphasis.js'
import {characterClasses, isSpace, lineStartEscape, needsEscape, reference, type Surroundings} from './escape.js'
import {
  close,
  codeClose,
  codeOpen,
  delimiters,
  generated,
  image,
  lineBreak,
  linkClose,
  linkOpen,
  nothing,
  open,
  type PhrasingOps,
  space,
  string,
  subscript,
  superscript,
  text,
} from './phrasing-ops.js'
import type {EditWriter} from './writer.js'

/** How the block that is written stands in the text. */
export interface BlockPlace {
  /** What begins every further line: quote marks and the indentation of list items. */
  readonly prefix: string
  readonly isHeading: boolean
  readonly isInCell: boolean
}

/** Write the content of a block; the caller wrote what stands before it on the line. */
export function writePhrasing(content: PhrasingOps, writer: EditWriter, place: BlockPlace): void {
  new PhrasingWriter(content).write(writer, place)
}

const softHyphen = 0xad

class PhrasingWriter {
  readonly #raw: string
  readonly #ops: PhrasingOps
  /** Whether what was written last is a bare address that goes on in the next op. */
  #isInAddress = false

  constructor(content: PhrasingOps) {
    this.#raw = content.raw
    this.#ops = content
  }

  write(writer: EditWriter, place: BlockPlace): void {
    dropInvalidMarks(this.#ops)
    const {prefix, isHeading, isInCell} = place
    const isOnOneLine = isHeading || isInCell
    const around = {
      isInLink: false,
      isInCell,
      isInAddress: false,
      hasAddress: this.#hasAddress(),
      hasOtherTilde: this.#ops.tildes > 1,
    }
    let isInCode = false
    let isLineStart = true
    let isFirstLine = true
    let fence = ''
    let forced = -1
    const [hashIndex, hashOffset] = isHeading ? this.#closingHash() : [-1, -1]
    for (let index = 0; index < this.#ops.kinds.length; index++) {
      const kind = this.#ops.kinds[index]!
      const start = this.#ops.starts[index]!
      const end = this.#ops.ends[index]!
      const value = this.#ops.texts[index]
      if (isLineStart && kind !== nothing) {
        isLineStart = false
        if (!isOnOneLine) forced = lineStartEscape(this.#ops.lineHead(index), isFirstLine)
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
        case superscript:
          writer.replace(start, end, value!, 'superscript')
          break
        case subscript:
          writer.replace(start, end, value!, 'subscript')
          break
        default:
      }
    }
  }

  #writeText(writer: EditWriter, index: number, around: Surroundings & {isInAddress: boolean}, forced: number): void {
    const raw = this.#raw
    const start = this.#ops.starts[index]!
    const end = this.#ops.ends[index]!
    const forcedAt = forced >= 0 ? start + forced : -1
    let breakAt = -1
    let from = start
    let addresses: number[] | undefined
    const isContinued = this.#isInAddress
    this.#isInAddress = false
    if (!around.isInLink && index + 1 < this.#ops.kinds.length && this.#ops.kinds[index + 1] !== space) {
      const address = isContinued ? start : lastAddress(raw, start, end, this.#ops.neighbour(index, -1))
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
      if (code === softHyphen && at > start && at + 1 < end && !isSpace(raw.charCodeAt(at + 1))) {
        writer.copy(from, at)
        writer.replace(at, at + 1, '', 'invisible')
        from = at + 1
        continue
      }
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
      const before = at > start ? raw.charCodeAt(at - 1) : this.#ops.neighbour(index, -1)
      const after = at + 1 < end ? raw.charCodeAt(at + 1) : this.#ops.neighbour(index, 1)
      if (at !== forcedAt && at !== breakAt) {
        around.isInAddress = false
        if (!around.isInLink && code !== 0x3c && code !== 0x7c) {
          addresses ??= findAddresses(raw, start, end, this.#ops.neighbour(index, -1))
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
    for (let at = index + 1; at < this.#ops.kinds.length && at < index + 50; at++) {
      const kind = this.#ops.kinds[at]
      const start = this.#ops.starts[at]!
      const end = this.#ops.ends[at]!
      if (kind === space || kind === lineBreak) return true
      if (kind === text) {
        if (hasSpace(this.#raw, start, Math.min(end, start + 2000))) return true
      } else if (kind === string) {
        if (this.#ops.texts[at] !== '&') return false
      } else if (kind !== nothing) return false
    }
    return index + 50 > this.#ops.kinds.length
  }

  #escapeString(value: string, index: number, around: Surroundings, forced: number): string {
    let escaped = ''
    for (let at = 0; at < value.length; at++) {
      const code = value.charCodeAt(at)
      const before = at > 0 ? value.charCodeAt(at - 1) : this.#ops.neighbour(index, -1)
      const after = at + 1 < value.length ? value.charCodeAt(at + 1) : this.#ops.neighbour(index, 1)
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
    return reference.test(`&${this.#ops.lineHead(index + 1)}`)
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
    for (let at = index + 1; at < this.#ops.kinds.length && this.#ops.kinds[at] !== codeClose; at++) {
      const kind = this.#ops.kinds[at]
      const value =
        kind === text ? this.#raw.slice(this.#ops.starts[at]!, this.#ops.ends[at]!) : (this.#ops.texts[at] ?? '')
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
    for (let index = 0; index < this.#ops.kinds.length; index++) {
      if (this.#ops.kinds[index] !== text) continue
      const value = this.#raw.slice(this.#ops.starts[index]!, this.#ops.ends[index]!)
      hasBracket ||= value.includes('[')
      hasAddress ||= value.includes('://') || value.includes('www.') || value.includes('WWW.')
    }
    return hasBracket && hasAddress
  }

  /** Find the number signs that would end a heading as its closing sequence: op and offset. */
  #closingHash(): readonly [index: number, offset: number] {
    const index = this.#ops.kinds.length - 1
    const value =
      this.#ops.kinds[index] === string
        ? this.#ops.texts[index]!
        : this.#raw.slice(this.#ops.starts[index], this.#ops.ends[index])
    let at = value.length
    while (at > 0 && value.charCodeAt(at - 1) === 0x23) at--
    const before = at > 0 ? value.charCodeAt(at - 1) : this.#ops.before(index)
    // A run that goes on in the op before may close as well.
    const isClosing = at < value.length && (isSpace(before) || before === 0x23)
    return isClosing ? [index, at] : [-1, -1]
  }
}
