/**
 * Bring records together by key, as many as a disk can hold, within a budget of memory.
 *
 * Up to the budget all stays in memory. Beyond it the records are parted by a hash of their key, and the parts are written
 * to one temporary file, piece by piece; later each part is read and grouped alone. A part that is still too large is parted
 * again. The one thing that has to fit into memory is a single key's records.
 *
 * It is our own, for what it spares: an embedded database does this as one query of many that it can do, and is 70 MB of
 * native code. This one does nothing else.
 */
import {closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Shuffle, ShuffleGroup} from '../document/corpus-stage.js'
import {bytesPerGroupedRecord, GroupingSpace, groupRecords, mixKey, recordLength} from './grouping.js'

export interface ShuffleOptions {
  /** Most bytes of memory that the records may take, while they are added and while they are grouped. */
  readonly budget?: number
  /** Folder in which the folder of the spill file is made; that of the system when missing. */
  readonly folder?: string
}

const defaultBudget = 64 * 2 ** 20
const parts = 128
const bytesPerRecord = recordLength * 4
/** Fewest records that a piece has: the file is read and written piece by piece. */
const leastPiece = 256
/** How often a part is parted again, before it is taken as what a single key gave. */
const mostLevels = 4

/** Folders to be removed when the process ends before they were closed. */
const folders = new Set<string>()

function removeFolders(): void {
  for (const folder of folders) rmSync(folder, {recursive: true, force: true})
  folders.clear()
}

/**
 * Open a shuffle.
 *
 * The temporary folder is removed by `close`, which must be called however the work ends, and as far as possible when the
 * process ends.
 */
export function openShuffle({budget = defaultBudget, folder = tmpdir()}: ShuffleOptions = {}): Shuffle {
  return shuffleAt(0, budget, folder)
}

function shuffleAt(level: number, budget: number, parent: string): Shuffle {
  // Before anything is written the records must leave room for what their parting takes.
  const mostInMemory = Math.max(leastPiece, Math.floor(budget / (bytesPerRecord + bytesPerGroupedRecord)))
  const pieceLength = Math.max(leastPiece, Math.floor(budget / 4 / parts / bytesPerRecord)) * recordLength
  let records = new Uint32Array(Math.min(mostInMemory, 4096) * recordLength)
  let used = 0
  let spill: Spill | undefined
  let inner: Shuffle | undefined
  const space = new GroupingSpace()
  let isSealed = false
  let isClosed = false

  const room = (): boolean => {
    if (used < records.length) return true
    const most = mostInMemory * recordLength
    if (records.length >= most) return false
    const larger = new Uint32Array(Math.min(most, records.length * 2))
    larger.set(records)
    records = larger
    return true
  }

  function* groupsOfPart(part: number): Generator<Generator<ShuffleGroup> | Shuffle> {
    const size = spill!.sizeOf(part)
    if (size <= mostInMemory || level + 1 >= mostLevels) {
      const content = space.array('content', size * recordLength)
      let at = 0
      for (const piece of spill!.read(part, content)) at += piece.length
      yield groupRecords(content, at / recordLength, space)
      return
    }
    inner = shuffleAt(level + 1, budget, parent)
    try {
      for (const piece of spill!.read(part)) {
        for (let at = 0; at < piece.length; at += recordLength) {
          inner.add(piece[at]!, piece[at + 1]!, piece[at + 2]!, piece[at + 3]!)
        }
      }
      yield inner
    } finally {
      inner.close()
      inner = undefined
    }
  }

  return {
    add(keyHigh, keyLow, document, extra) {
      if (isSealed || isClosed) throw new Error('nothing can be added to a shuffle whose groups were asked for')
      if (!spill) {
        if (room()) {
          records[used] = keyHigh
          records[used + 1] = keyLow
          records[used + 2] = document
          records[used + 3] = extra
          used += recordLength
          return
        }
        spill = openSpill(parent, pieceLength, level)
        for (let at = 0; at < used; at += recordLength) {
          spill.add(records[at]!, records[at + 1]!, records[at + 2]!, records[at + 3]!)
        }
        records = new Uint32Array()
        used = 0
      }
      spill.add(keyHigh, keyLow, document, extra)
    },

    async *groups() {
      if (isClosed) throw new Error('a closed shuffle has no groups')
      isSealed = true
      if (!spill) {
        yield* groupRecords(records, used / recordLength, space)
        return
      }
      spill.flush()
      for (let part = 0; part < parts && !isClosed; part++) {
        for (const groups of groupsOfPart(part)) yield* 'groups' in groups ? groups.groups() : groups
      }
    },

    close() {
      isClosed = true
      records = new Uint32Array()
      used = 0
      inner?.close()
      spill?.close()
      spill = undefined
    },
  }
}

/** A file of records, parted by a hash of their key. */
interface Spill {
  add(keyHigh: number, keyLow: number, document: number, extra: number): void
  /** Write what is still in memory, and free that. */
  flush(): void
  /** Records of a part. */
  sizeOf(part: number): number
  /** Read the pieces of a part: one after the other into `whole`, or into memory that the next piece is written over. */
  read(part: number, whole?: Uint32Array): Generator<Uint32Array>
  close(): void
}

function openSpill(parent: string, pieceLength: number, level: number): Spill {
  const folder = mkdtempSync(join(parent, 'palimpsest-'))
  if (folders.size === 0) process.once('exit', removeFolders)
  folders.add(folder)
  const close = (file?: number): void => {
    if (file !== undefined) closeSync(file)
    rmSync(folder, {recursive: true, force: true})
    folders.delete(folder)
    if (folders.size === 0) process.removeListener('exit', removeFolders)
  }
  let file: number
  try {
    file = openSync(join(folder, 'spill'), 'wx+', 0o600)
  } catch (error) {
    close()
    throw error
  }
  /** By part: how much of each piece is filled, and where the written ones stand in the file, as [offset, length] in bytes. */
  let buffer = new Uint32Array(parts * pieceLength)
  const filled = new Uint32Array(parts)
  const pieces: number[][] = Array.from({length: parts}, () => [])
  const sizes = new Float64Array(parts)
  let end = 0

  const write = (part: number): void => {
    const length = filled[part]! * 4
    if (length === 0) return
    const offset = part * pieceLength * 4
    for (let written = 0; written < length; ) {
      written += writeSync(
        file,
        new Uint8Array(buffer.buffer, offset + written, length - written),
        0,
        length - written,
        end + written,
      )
    }
    pieces[part]!.push(end, length)
    end += length
    filled[part] = 0
  }

  return {
    add(keyHigh, keyLow, document, extra) {
      const part = mixKey(keyHigh, keyLow, Math.imul(level + 1, 0x632be5ab)) & (parts - 1)
      const place = part * pieceLength + filled[part]!
      buffer[place] = keyHigh
      buffer[place + 1] = keyLow
      buffer[place + 2] = document
      buffer[place + 3] = extra
      filled[part]! += recordLength
      sizes[part]!++
      if (filled[part] === pieceLength) write(part)
    },
    flush() {
      for (let part = 0; part < parts; part++) write(part)
      buffer = new Uint32Array()
    },
    sizeOf: (part) => sizes[part]!,
    *read(part, whole = new Uint32Array(0)) {
      const own = whole.length > 0 ? whole : new Uint32Array(pieceLength)
      const list = pieces[part]!
      for (let index = 0, at = 0; index < list.length; index += 2) {
        const length = list[index + 1]!
        const target = new Uint8Array(own.buffer, at, length)
        for (let done = 0; done < length; ) {
          const count = readSync(file, target, done, length - done, list[index]! + done)
          if (count === 0) throw new Error('the spill file of a shuffle ends too early')
          done += count
        }
        yield own.subarray(at / 4, (at + length) / 4)
        if (own === whole) at += length
      }
    },
    close: () => close(file),
  }
}
