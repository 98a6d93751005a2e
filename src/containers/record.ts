/**
 * What a container gives: raws, one after the other, each with its place and with what the container says about it.
 *
 * A raw is the bytes of one document: those of a file, of the payload of an archive's record (transfer and content codings
 * undone, as a browser would), or of a string of a JSON line (as UTF-8). What stands beside those bytes, and changes how they
 * are read, is `given`: it is recorded with the raw, and a raw that is given otherwise is another raw.
 */
import type {Given} from '../document/given.js'

/** A raw in a container. */
export interface ContainerRecord {
  /** Name inside the container, fit for a path: see `record-name.ts`. Unique in its container, also where letter case is folded. */
  readonly name: string
  /** Its place: which line, or which record of an archive, counting from 1. */
  readonly number: number
  /** Of a JSON line, the field that the raw stands in. */
  readonly field?: string
  readonly bytes: Uint8Array
  readonly given: Given
}

/** A record that cannot be given, and why, as a predicate: `is no JSON object: …`. */
export interface BadRecord {
  readonly name: string
  readonly number: number
  readonly reason: string
}

/** Why a record of an archive is left out without being bad: what kind of record, answer or medium it is, or that it is empty. */
export type LeftOut = 'record type' | 'HTTP status' | 'media type' | 'empty body'

/** How a container is read. */
export interface ReadOptions {
  /** Most bytes that one raw may have. */
  readonly limit: number
  /** Which fields of a JSON line are what. */
  readonly jsonl: JsonlFields
  /** Is told of every record of an archive that is left out, so that they can be counted. */
  readonly onLeftOut?: (why: LeftOut) => void
}

/**
 * Names of fields in the objects of JSON lines, the first that holds anything counts. A name with dots leads into nested
 * objects (`meta.url`) where no field has that very name.
 */
export interface JsonlFields {
  readonly text: readonly string[]
  readonly html: readonly string[]
  readonly id: readonly string[]
  /** By metadata field. */
  readonly metadata: Readonly<Record<string, readonly string[]>>
}
