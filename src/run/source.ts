/** The raws of a run, one after the other in the order of the manifest: files as they are, containers opened. */
import {type ContainerKind, describeForeign, readCompressed, readContainer} from '../containers/container.js'
import type {JsonlFields, LeftOut} from '../containers/record.js'
import type {Given} from '../document/given.js'
import {DocumentError} from '../errors.js'
import {sha256} from '../provenance/outputs.js'
import {type Collection, orderOf, type RawFile, type RefusedRaw} from './collect.js'
import {type Raw, readRaw} from './read-raw.js'

/** A raw to be worked on. */
export interface RawItem {
  readonly id: string
  /** Path below the raw folder: of the raw, or of its container. */
  readonly path: string
  /** Its number in its container, and of a JSON line the field that it stands in. */
  readonly record?: number | undefined
  readonly field?: string | undefined
  readonly given?: Given | undefined
  /**
   * Read it.
   *
   * @throws DocumentError for what cannot be read.
   */
  read(): Promise<Raw>
}

/** A raw that cannot be worked on, and why. */
export interface RefusedItem extends RefusedRaw {
  readonly record?: number
}

/** A file of the raw folder that was not asked for; whatever the last run made of it stays. */
export interface UnselectedItem {
  readonly unselected: RawFile | RefusedRaw
}

export type SourceItem = RawItem | RefusedItem | UnselectedItem

export interface SourceOptions {
  /** Tells which raws are asked for, by their paths. */
  readonly matches: (path: string) => boolean
  /** Most bytes that one raw may have. */
  readonly limit: number
  /** Which fields of a JSON line are what. */
  readonly jsonl: JsonlFields
  /** Told of a container whose end was reached how many of its records are no raws, by why. */
  readonly onLeftOut?: (path: string, counts: Readonly<Partial<Record<LeftOut, number>>>) => void
}

/** Give the raws of a collection. */
export async function* readSource(
  {files, refused}: Collection,
  options: SourceOptions,
): AsyncGenerator<SourceItem, void, undefined> {
  const {matches} = options
  let next = 0
  for (const file of files) {
    for (; next < refused.length && refused[next]!.id < orderOf(file); next++) yield selected(refused[next]!, matches)
    if (matches(file.path)) yield* readFile(file, options)
    else yield {unselected: file}
  }
  for (; next < refused.length; next++) yield selected(refused[next]!, matches)
}

function selected(raw: RefusedRaw, matches: (path: string) => boolean): RefusedItem | UnselectedItem {
  return matches(raw.path) ? raw : {unselected: raw}
}

async function* readFile(
  {id, path, file, container}: RawFile,
  options: SourceOptions,
): AsyncGenerator<RawItem | RefusedItem> {
  const {limit} = options
  if (container === undefined) {
    const read = async (): Promise<Raw> => {
      const foreign = await describeForeign(path, file)
      if (foreign !== undefined) throw new DocumentError(foreign)
      return readRaw(file, limit)
    }
    yield {id, path, read}
  } else if (container === 'gz') yield {id, path, read: async () => rawOf(await readCompressed(file, limit))}
  else yield* readRecords({id, path, file, container}, options)
}

/** Open a container. What cannot be read of it fails as the record that would come next: what came before it stays. */
async function* readRecords(
  {id, path, file, container}: Omit<RawFile, 'container'> & {readonly container: Exclude<ContainerKind, 'gz'>},
  options: SourceOptions,
): AsyncGenerator<RawItem | RefusedItem> {
  let last = 0
  const leftOut: Partial<Record<LeftOut, number>> = {}
  const count = (why: LeftOut): void => {
    leftOut[why] = (leftOut[why] ?? 0) + 1
  }
  try {
    for await (const record of readContainer(file, container, {...options, onLeftOut: count})) {
      const {name, number} = record
      last = number
      const place = {id: `${id}/${name}`, path, record: number}
      if ('reason' in record) yield {...place, reason: record.reason}
      else {
        const {bytes, field, given} = record
        yield {...place, field, given, read: async () => rawOf(bytes)}
      }
    }
    if (Object.keys(leftOut).length > 0) options.onLeftOut?.(path, leftOut)
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    // No record has such a name, good or bad.
    yield {id: `${id}/~${last + 1}~end`, path, record: last + 1, reason: error.message}
  }
}

function rawOf(bytes: Uint8Array): Raw {
  return {bytes, sha256: sha256(bytes)}
}
