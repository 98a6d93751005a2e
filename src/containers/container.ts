/**
 * Tell containers from single raws by their names, and read them. One file may hold many raws: JSON lines, or the archive of a
 * crawl. A file that is merely compressed is one raw.
 */
import type {FileHandle} from 'node:fs/promises'
import {DocumentError} from '../errors.js'
import {longestText, openRegularFile} from '../regular-file.js'
import {tooLarge, unreadable} from '../run/read-raw.js'
import {type Chunk, isGap, isMemberStart, joinPieces, readChunks} from './chunks.js'
import {gunzip} from './gzip.js'
import {cutLines, type Line} from './lines.js'
import type {BadRecord, ContainerRecord, ReadOptions} from './record.js'

/** What a file is: a container, compressed or not, or one compressed raw (`gz`). */
export type ContainerKind = 'jsonl' | 'jsonl.gz' | 'warc' | 'warc.gz' | 'gz'

/** Endings of containers; a file of one of them may be compressed as well. */
const endings: readonly (readonly [pattern: RegExp, kind: 'jsonl' | 'warc'])[] = [
  [/\.(?:jsonl|ndjson)(\.gz)?$/i, 'jsonl'],
  [/(?:\.warc|(?:\.warc)?\.wet)(\.gz)?$/i, 'warc'],
]

/** Ending of one compressed raw, with that of the raw. */
const compressed = /(?:\.(?:html?|xhtml|txt|text|md|markdown))?\.gz$/i

/** Tell by its name what a file is; undefined for a plain raw. */
export function containerOf(path: string): ContainerKind | undefined {
  for (const [pattern, kind] of endings) {
    const match = pattern.exec(path)
    if (match) return match[1] ? `${kind}.gz` : kind
  }
  return /\.gz$/i.test(path) ? 'gz' : undefined
}

/** The id of a container, or of a compressed raw: its path without the endings that tell what it is. */
export function containerIdOf(path: string): string {
  for (const [pattern] of endings) if (pattern.test(path)) return path.replace(pattern, '')
  return path.replace(compressed, '')
}

/** Compressions that are not read: endings, what such a file begins with, and what undoes it. */
const foreignCompressions: readonly (readonly [ending: RegExp, start: string, name: string, command: string])[] = [
  [/\.zst$/i, '\x28\xb5\x2f\xfd', 'Zstandard', 'zstd -d'],
  [/\.xz$/i, '\xfd7zXZ\0', 'xz', 'xz -d'],
  [/\.bz2$/i, 'BZh', 'bzip2', 'bzip2 -d'],
]

/** Say, as a predicate, why a file that is compressed otherwise than with gzip is not read; undefined for any other. */
export async function describeForeign(path: string, file: string): Promise<string | undefined> {
  const compression = foreignCompressions.find(([ending]) => ending.test(path))
  if (!compression) return undefined
  const [, start, name, command] = compression
  const handle = await openFile(file)
  try {
    const {buffer, bytesRead} = await handle.read(Buffer.alloc(start.length), 0, start.length, 0)
    if (buffer.toString('latin1', 0, bytesRead) !== start) return undefined
  } catch (cause) {
    throw readError(cause, file)
  } finally {
    await handle.close()
  }
  return `is compressed with ${name}, which is not read: decompress it (${command}), or compress it with gzip instead`
}

/**
 * Read the raws of a container, one after the other. Whoever stops early closes the file.
 *
 * @throws DocumentError for a file that cannot be read; what is wrong with a record is given in its place.
 */
export async function* readContainer(
  file: string,
  kind: Exclude<ContainerKind, 'gz'>,
  options: ReadOptions,
): AsyncGenerator<ContainerRecord | BadRecord, void, undefined> {
  yield* withChunks(file, kind, async function* (chunks, handle) {
    if (kind.startsWith('jsonl')) {
      const {readJsonl} = await import('./jsonl.js')
      yield* readJsonl(chunks, options)
    } else {
      // Its parser is loaded where there is an archive alone.
      const {readWarc} = await import('./warc.js')
      yield* readWarc(chunks, options, handle && ((offset, length) => lookAhead(handle, offset, length)))
    }
  })
}

/**
 * Read the lines of JSON lines as they are, whatever they hold.
 *
 * @throws DocumentError for a file that cannot be read.
 */
export async function* readLines(file: string, kind: Exclude<ContainerKind, 'gz'>): AsyncGenerator<Line> {
  yield* withChunks(file, kind, (chunks) => cutLines(chunks, longestText))
}

/** Look at bytes of a file that come later, and tell how many of those before them it has less. */
async function lookAhead(
  file: FileHandle,
  offset: number,
  length: number,
): Promise<{readonly bytes: Uint8Array; readonly missing: number}> {
  const {buffer, bytesRead} = await file.read(Buffer.alloc(length), 0, length, offset)
  return {
    bytes: buffer.subarray(0, bytesRead),
    missing: bytesRead > 0 ? 0 : Math.max(0, offset - (await file.stat()).size),
  }
}

/** Read the bytes of a file, decompressed where they are compressed; it is closed in the end, also by whoever stops early. */
async function* withChunks<Item>(
  file: string,
  kind: Exclude<ContainerKind, 'gz'>,
  read: (chunks: AsyncIterable<Chunk>, plain: FileHandle | undefined) => AsyncGenerator<Item>,
): AsyncGenerator<Item, void, undefined> {
  const handle = await openFile(file)
  try {
    const isCompressed = await isReallyCompressed(handle, kind)
    yield* isCompressed ? read(gunzip(handle), undefined) : read(readChunks(handle), handle)
  } catch (cause) {
    throw readError(cause, file)
  } finally {
    await handle.close()
  }
}

/**
 * Read one compressed raw.
 *
 * @param limit the most bytes that it may have when decompressed.
 * @throws DocumentError for what cannot be read.
 */
export async function readCompressed(file: string, limit: number): Promise<Uint8Array> {
  const handle = await openFile(file)
  try {
    const pieces: Uint8Array[] = []
    let length = 0
    for await (const chunk of gunzip(handle)) {
      if (isMemberStart(chunk)) continue
      if (isGap(chunk)) {
        // What follows the compressed data is passed over, as gzip does.
        if (chunk.gap === 'foreign' && length > 0) break
        throw new DocumentError(chunk.reason)
      }
      length += chunk.length
      if (length > limit) throw tooLarge(limit)
      pieces.push(chunk)
    }
    return joinPieces(pieces, length)
  } catch (cause) {
    throw readError(cause, file)
  } finally {
    await handle.close()
  }
}

async function openFile(file: string): Promise<FileHandle> {
  try {
    return await openRegularFile(file)
  } catch (cause) {
    throw unreadable(cause, file, Number.MAX_SAFE_INTEGER)
  }
}

/** What the disk says of an open file is an error of its document; all else is as it was thrown. */
function readError(cause: unknown, file: string): unknown {
  return (cause as NodeJS.ErrnoException).syscall === 'read' ? unreadable(cause, file, Number.MAX_SAFE_INTEGER) : cause
}

/** What files of each kind begin with, uncompressed. */
const starts: Readonly<Record<'jsonl' | 'warc', RegExp>> = {jsonl: /^(?:\xef\xbb\xbf)?\s*\{/, warc: /^(?:\r?\n)*WARC\//}

/** Tell whether a file is compressed. Names lie: programs that download files may decompress them on the way. */
async function isReallyCompressed(handle: FileHandle, kind: Exclude<ContainerKind, 'gz'>): Promise<boolean> {
  const buffer = Buffer.alloc(64)
  const {bytesRead} = await handle.read(buffer, 0, buffer.length, 0)
  const head = buffer.toString('latin1', 0, bytesRead)
  if (head.startsWith('\x1f\x8b\x08')) return true
  return kind.endsWith('.gz') && !starts[kind.startsWith('jsonl') ? 'jsonl' : 'warc'].test(head)
}
