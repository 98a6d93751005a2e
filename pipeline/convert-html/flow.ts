/**
 * Write what stands between blocks: blank lines, quote marks, list markers and indentation.
 */
import type {EditWriter} from './writer.js'

/** Deepest nesting of quotes and lists that is written; what lies deeper stands at this depth. */
const maxFrames = 16

interface List {
  readonly isOrdered: boolean
  number: number
  readonly step: 1 | -1
  /** Number of the item that was written last. */
  lastNumber: number
  /** Frames around its items. */
  readonly depth: number
  /** Whether it stands between the items of another list, in no item, and is shown as part of the last one. */
  readonly isResumed: boolean
  /** Whether an item of it was written. */
  isStarted: boolean
  marker: string
  /** Width of the last marker with its space. */
  width: number
  /** Blocks that were written when its last item ended. */
  itemEnd: number
}

function newList(isOrdered: boolean, number: number, step: 1 | -1, depth: number, isResumed: boolean): List {
  return {isOrdered, number, step, lastNumber: 0, depth, isResumed, isStarted: false, marker: '', width: 0, itemEnd: -1}
}

/** Tell whether the next item does not count on from the last one: markdown reads its number only where a list begins. */
function countsAnew({isOrdered, isStarted, number, lastNumber}: List): boolean {
  return isOrdered && isStarted && number !== lastNumber + 1
}

interface Frame {
  readonly list: List | undefined
  /** Label of the footnote that it is. */
  readonly note?: string
  /** What begins the lines after the first. */
  rest: string
  /** Whether its first line was written. */
  isStarted: boolean
}

export type FlowBlock = 'paragraph' | 'heading' | 'code-block' | 'table' | 'thematic-break'

export class Flow {
  readonly #writer: EditWriter
  #frames: Frame[] = []
  #lists: List[] = []
  /** Frames that hold both the last block and the next. */
  #shared = 0
  #lastBlock: FlowBlock | undefined
  #blocks = 0
  /** The list that ended last: a list that follows at once needs another marker, or the two become one. */
  #endedList: {depth: number; marker: string; isOrdered: boolean; blocks: number} | undefined
  #prefix: string | undefined

  constructor(writer: EditWriter) {
    this.#writer = writer
  }

  /** What begins every further line of a block. */
  get prefix(): string {
    this.#prefix ??= this.#frames.map(({rest}) => rest).join('')
    return this.#prefix
  }

  get isInItem(): boolean {
    return this.#frames.at(-1)?.list !== undefined
  }

  openQuote(): boolean {
    return this.#push({list: undefined, rest: '> ', isStarted: false})
  }

  openNote(label: string): void {
    this.#push({list: undefined, note: label, rest: '    ', isStarted: false})
  }

  openList(isOrdered: boolean, start: number, step: 1 | -1): void {
    const isResumed = this.#resumeItem()
    this.#lists.push(newList(isOrdered, start, step, this.#frames.length, isResumed))
  }

  closeList(): void {
    const list = this.#lists.pop()
    if (list?.isStarted) {
      const {marker, isOrdered} = list
      this.#endedList = {depth: this.#frames.length, marker, isOrdered, blocks: this.#blocks}
    }
    if (!list?.isResumed) return
    this.#pop()
    const parent = this.#lists.at(-1)
    if (parent) parent.itemEnd = this.#blocks
  }

  openItem(value: number | undefined): boolean {
    const list = this.#lists.at(-1) ?? newList(false, 1, 1, this.#frames.length, false)
    if (list.isOrdered && value !== undefined) list.number = value
    return this.#push({list, rest: '', isStarted: false})
  }

  /** Close the innermost quote or item. */
  close(): void {
    const frame = this.#pop()
    if (!frame?.list || !frame.isStarted) return
    frame.list.number = Math.max(0, frame.list.number + frame.list.step)
    frame.list.itemEnd = this.#blocks
  }

  #pop(): Frame | undefined {
    const frame = this.#frames.pop()
    this.#shared = Math.min(this.#shared, this.#frames.length)
    this.#prefix = undefined
    return frame
  }

  /** Go on in the last item of a list, where nothing stands behind it. */
  #resumeItem(): boolean {
    const parent = this.#lists.at(-1)
    const depth = this.#frames.length
    if (!parent?.isStarted || parent.depth !== depth || parent.itemEnd !== this.#blocks) return false
    if (this.#shared !== depth || !this.#push({list: parent, rest: ' '.repeat(parent.width), isStarted: true}))
      return false
    this.#shared = depth + 1
    return true
  }

  /** Begin a block: end the one before it, and write what its first line begins with. */
  startBlock(block: FlowBlock): void {
    const frames = this.#frames
    const shared = this.#shared
    let before = ''
    if (this.#blocks > 0) {
      const blank = frames
        .slice(0, shared)
        .map(({rest}) => rest)
        .join('')
        .trimEnd()
      before = this.#isTight(block) ? '\n' : `\n${blank}\n`
    }
    let rule = 'block-break'
    for (let index = 0; index < frames.length; index++) {
      const frame = frames[index]!
      if (index >= shared && frame.note !== undefined && !frame.isStarted) {
        before += `[^${frame.note}]: `
        rule = 'footnote'
      } else if (index < shared || !frame.list) {
        before += frame.rest
        if (!frame.list && index >= shared) rule = 'quote'
      } else {
        const marker = this.#startItem(frame.list, index)
        frame.rest = ' '.repeat(marker.length)
        before += marker
        rule = 'list-item'
      }
      frame.isStarted = true
    }
    this.#prefix = undefined
    if (before) this.#writer.insert(before, rule)
    this.#shared = frames.length
    this.#lastBlock = block
    this.#blocks++
  }

  #push(frame: Frame): boolean {
    if (this.#frames.length >= maxFrames) return false
    this.#frames.push(frame)
    this.#prefix = undefined
    return true
  }

  #startItem(list: List, depth: number): string {
    if (!list.isStarted) {
      const ended = this.#endedList
      const isNext =
        ended && ended.depth === depth && ended.blocks === this.#blocks && ended.isOrdered === list.isOrdered
      list.marker = list.isOrdered
        ? isNext && ended.marker === '.'
          ? ')'
          : '.'
        : isNext && ended.marker === '-'
          ? '*'
          : '-'
      list.isStarted = true
    } else if (countsAnew(list)) list.marker = list.marker === '.' ? ')' : '.'
    list.lastNumber = list.number
    const marker = list.isOrdered ? `${list.number}${list.marker} ` : `${list.marker} `
    list.width = marker.length
    return marker
  }

  /** Tell whether a block follows the one before it without a blank line: items of a list do. */
  #isTight(block: FlowBlock): boolean {
    const frame = this.#frames[this.#shared]
    if (!frame?.list || this.#frames.length !== this.#shared + 1 || block !== 'paragraph') return false
    if (frame.list.isStarted) return !countsAnew(frame.list)
    if (this.#lastBlock !== 'paragraph' || !this.#frames[this.#shared - 1]?.list) return false
    const ended = this.#endedList
    if (ended && ended.blocks === this.#blocks) return false
    // Only a list that begins with 1 may interrupt a paragraph.
    return !frame.list.isOrdered || frame.list.number === 1
  }
}
