/** Read JSON lines: an object a line, of which one string is the raw and others say something about it. */
import {isUtf8} from 'node:buffer'
import {longestText} from '../regular-file.js'
import {tooLarge} from '../run/read-raw.js'
import type {Chunk} from './chunks.js'
import {describeJsonFault} from './json-fault.js'
import {idOf, metadataOf, textOf} from './json-fields.js'
import {cutLines, type Line} from './lines.js'
import type {BadRecord, ContainerRecord, JsonlFields, ReadOptions} from './record.js'
import {nameRecords, type RecordNames} from './record-name.js'

/**
 * How many bytes of a line there may be to one of a raw: escapes make up to three of one in scripts that are not Latin, and
 * metadata stand beside it.
 */
const lineShare = 4
const leastLine = 64 * 1024

/** The most bytes of a line that may hold a raw. */
export function longestLineFor(limit: number): number {
  return Math.min(longestText, limit * lineShare + leastLine)
}

/** What a line holds: a raw, or the reason why none. */
type Content = Pick<ContainerRecord, 'field' | 'bytes' | 'given'> | {readonly reason: string}

/** Read the records of JSON lines. Empty lines are passed over. */
export async function* readJsonl(
  chunks: AsyncIterable<Chunk> | Iterable<Chunk>,
  options: ReadOptions,
): AsyncGenerator<ContainerRecord | BadRecord, void, undefined> {
  const names = nameRecords()
  const longestLine = longestLineFor(options.limit)
  for await (const line of cutLines(chunks, longestLine)) {
    const record = readLine(line, options, names)
    if (record) yield record
  }
}

/** A line by itself, which knows of no other. */
export type LooseRecord = (Pick<ContainerRecord, 'bytes' | 'given'> | {readonly reason: string}) & {
  /** What its field of that says, as it stands there; missing where there is none. */
  readonly id?: string
  readonly number: number
}

/**
 * Read JSON lines each by itself, for filters that may be given any part of a file: ids are as they stand there, be they unique or
 * not, and a line without one has none.
 */
export async function* readLooseLines(
  chunks: AsyncIterable<Chunk> | Iterable<Chunk>,
  options: ReadOptions,
): AsyncGenerator<LooseRecord, void, undefined> {
  for await (const line of cutLines(chunks, longestLineFor(options.limit))) {
    const {number} = line
    if (line.kind === 'gap') yield {number, reason: line.gap.reason}
    else if (line.kind === 'too long') yield {number, reason: tooLarge(options.limit).message}
    else {
      const object = parseLine(line.bytes)
      if ('reason' in object) yield {number, reason: object.reason}
      else {
        const id = idOf(object.value, options.jsonl.id)
        yield {number, ...(id !== undefined && {id}), ...contentOf(object.value, options)}
      }
    }
  }
}

function readLine(line: Line, options: ReadOptions, names: RecordNames): ContainerRecord | BadRecord | undefined {
  const {number} = line
  if (line.kind === 'gap') return {name: names.bad(undefined, number), number, reason: line.gap.reason}
  if (line.kind === 'too long')
    return {name: names.bad(undefined, number), number, reason: tooLarge(options.limit).message}
  const object = parseLine(line.bytes)
  if ('reason' in object) {
    // A piece of a line that a gap has broken: the gap was told.
    return line.isBroken ? undefined : {name: names.bad(undefined, number), number, reason: object.reason}
  }
  const id = idOf(object.value, options.jsonl.id)
  const content = contentOf(object.value, options)
  if ('reason' in content) return {name: names.bad(id, number), number, ...content}
  const {given, ...raw} = content
  const {doubt} = line
  return {name: names.good(id, number), number, ...raw, given: {...given, ...(doubt !== undefined && {doubt})}}
}

/** Read the JSON object of a line, or the reason why there is none, as a predicate. */
export function parseLine(bytes: Uint8Array): {readonly value: object} | {readonly reason: string} {
  if (!isUtf8(bytes)) return {reason: 'is not UTF-8'}
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8')
  if (isOvergrown(bytes)) return {reason: 'holds too many values beside its text to be read'}
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return {reason: `is not JSON: ${describeJsonFault(text)}`}
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return {value}
  return {reason: `is no JSON object but ${kindOf(value)}`}
}

/** A line so short cannot fill the memory, whatever it holds. */
const harmlessLine = 16 * 1024 ** 2
/** Most bytes that the values of a line may take in memory, by a rough count: an empty list of two bytes takes dozens. */
const mostMemory = 512 * 1024 ** 2

/** Tell a line that is nothing but values, of which the parser would run out of memory. */
function isOvergrown(bytes: Uint8Array): boolean {
  if (bytes.length <= harmlessLine) return false
  let memory = 0
  for (const byte of bytes) {
    if (byte === 0x2c) memory += 16
    else if (byte === 0x5b || byte === 0x7b) memory += 56
  }
  return memory > mostMemory
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'boolean' ? 'a truth value' : `a ${typeof value}`
}

function contentOf(object: object, {limit, jsonl}: ReadOptions): Content {
  const html = textOf(object, jsonl.html)
  const raw = html ?? textOf(object, jsonl.text)
  if (raw === undefined) return {reason: describeMissing(jsonl)}
  const bytes = encodeText(raw.text)
  if (bytes.length > limit) return {reason: tooLarge(limit).message}
  const fields: Record<string, string | readonly string[]> = {}
  for (const [field, names] of Object.entries(jsonl.metadata)) {
    const value = metadataOf(object, names, dateFields.has(field))
    if (value !== undefined) fields[field] = value
  }
  return {
    field: raw.field,
    bytes,
    given: {
      ...(html !== undefined && {mediaType: 'text/html' as const}),
      charset: 'utf-8',
      ...(Object.keys(fields).length > 0 && {fields}),
    },
  }
}

const dateFields: ReadonlySet<string> = new Set(['date', 'modified', 'first_published'])

function describeMissing({html, text}: JsonlFields): string {
  const names = [...new Set([...html, ...text])].map((name) => `"${name}"`)
  return `holds no text: none of its fields ${names.join(', ')} is a string with something in it`
}

/** Encode a string as UTF-8, of which half a surrogate pair becomes the three bytes that would be its own (WTF-8). */
export function encodeText(text: string): Uint8Array {
  const bytes = new Uint8Array(Buffer.byteLength(text))
  new TextEncoder().encodeInto(text, bytes)
  // The encoder writes U+FFFD, of as many bytes, for it.
  if (!Buffer.from(bytes.buffer).includes('\ufffd')) return bytes
  let at = 0
  for (const character of text) {
    const code = character.codePointAt(0)!
    if (code >= 0xd800 && code <= 0xdfff) {
      bytes[at] = 0xed
      bytes[at + 1] = 0x80 | ((code >> 6) & 0x3f)
      bytes[at + 2] = 0x80 | (code & 0x3f)
    }
    at += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}
