/**
 * Write what stands between blocks: blank lines, quote marks, list markers and indentation.
 */
import type {EditWriter} from './writer.js'

/** Deepest nesting of quotes and lists that is written; what lies deeper stands at this depth. */
const maxFrames = 16

interface List {
  readonly isOrdered: boolean
  number: number
  /** Whether an item of it was written. */
  isStarted: boolean
  marker: string
}

interface Frame {
  readonly list: List | undefined
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

  openList(isOrdered: boolean, start: number): void {
    this.#lists.push({isOrdered, number: start, isStarted: false, marker: ''})
  }

  closeList(): void {
    const list = this.#lists.pop()
    if (list?.isStarted) {
      const {marker, isOrdered} = list
      this.#endedList = {depth: this.#frames.length, marker, isOrdered, blocks: this.#blocks}
    }
  }

  openItem(value: number | undefined): boolean {
    const list = this.#lists.at(-1) ?? {isOrdered: false, number: 1, isStarted: false, marker: ''}
    if (list.isOrdered && value !== undefined && !list.isStarted) list.number = value
    return this.#push({list, rest: '', isStarted: false})
  }

  /** Close the innermost quote or item. */
  close(): void {
    const frame = this.#frames.pop()
    if (frame?.list && frame.isStarted) frame.list.number++
    this.#shared = Math.min(this.#shared, this.#frames.length)
    this.#prefix = undefined
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
      if (index < shared || !frame.list) {
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
    }
    return list.isOrdered ? `${list.number}${list.marker} ` : `${list.marker} `
  }

  /** Tell whether a block follows the one before it without a blank line: items of a list do. */
  #isTight(block: FlowBlock): boolean {
    const frame = this.#frames[this.#shared]
    if (!frame?.list || this.#frames.length !== this.#shared + 1 || block !== 'paragraph') return false
    if (frame.list.isStarted) return true
    if (this.#lastBlock !== 'paragraph' || !this.#frames[this.#shared - 1]?.list) return false
    const ended = this.#endedList
    if (ended && ended.blocks === this.#blocks) return false
    // Only a list that begins with 1 may interrupt a paragraph.
    return !frame.list.isOrdered || frame.list.number === 1
  }
}
