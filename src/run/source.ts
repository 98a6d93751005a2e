/** The raws of a run, one after the other in the order of the manifest: files as they are, containers opened. */
import type {Given} from '../document/given.js'
import type {Collection, RawFile, RefusedRaw} from './collect.js'
import {type Raw, readRaw} from './read-raw.js'

/** A raw to be worked on. */
export interface RawItem {
  readonly id: string
  /** Path below the raw folder: of the raw, or of its container. */
  readonly path: string
  /** Its number in its container. */
  readonly record?: number
  readonly given?: Given
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
}

/** Give the raws of a collection. */
export async function* readSource(
  {files, refused}: Collection,
  {matches, limit}: SourceOptions,
): AsyncGenerator<SourceItem> {
  let next = 0
  for (const file of files) {
    for (; next < refused.length && refused[next]!.id < file.id; next++) yield selected(refused[next]!, matches)
    if (!matches(file.path)) yield {unselected: file}
    else yield {id: file.id, path: file.path, read: () => readRaw(file.file, limit)}
  }
  for (; next < refused.length; next++) yield selected(refused[next]!, matches)
}

function selected(raw: RefusedRaw, matches: (path: string) => boolean): RefusedItem | UnselectedItem {
  return matches(raw.path) ? raw : {unselected: raw}
}
