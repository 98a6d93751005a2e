/** JSON as it is read to be doubted: errors with their place, the one way to write it, digests that ignore key order. */
import {isUtf8} from 'node:buffer'
import {createHash} from 'node:crypto'
import type {z} from 'zod'
import type {Provenance} from '../model.js'
import {firstDifference} from './text.js'

export type Parsed<Value> =
  | {readonly value: Value}
  /** `offset` counts bytes from the first of those given. */
  | {readonly error: string; readonly offset?: number}

/** Read bytes as JSON of a schema; tells the first thing that is wrong. */
export function parseJson<Value>(bytes: Buffer, schema: z.ZodType<Value>): Parsed<Value> {
  if (!isUtf8(bytes)) {
    const offset = firstDifference(bytes, Buffer.from(bytes.toString('utf8'), 'utf8'))
    return {error: 'it is not UTF-8', offset}
  }
  let json: unknown
  try {
    json = JSON.parse(bytes.toString('utf8'))
  } catch {
    const text = bytes.toString('utf8')
    return {error: 'it is not JSON', offset: Buffer.byteLength(text.slice(0, firstJsonError(text)))}
  }
  const result = schema.safeParse(json)
  if (result.success) return {value: result.data}
  const [issue] = result.error.issues
  const path = issue?.path.join('.')
  return {error: `${path ? `${path}: ` : ''}${issue?.message ?? 'it does not fit the schema'}`}
}

const token =
  /[ \t\n\r]*(?:("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)|([{}[\],:]))/y

/** Find the UTF-16 offset at which a text stops being JSON; `JSON.parse` tells no place in a dependable form. */
function firstJsonError(text: string): number {
  const open: ('{' | '[')[] = []
  let expected: 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'commaOrEnd' | 'end' = 'value'
  token.lastIndex = 0
  for (;;) {
    const from = token.lastIndex
    const match = token.exec(text)
    if (!match) return from + /^[ \t\n\r]*/.exec(text.slice(from, from + 1000))![0].length
    const at = token.lastIndex - (match[1] ?? match[2] ?? match[3])!.length
    const mark = match[3]
    const inner = open.at(-1)
    const afterValue = (): typeof expected => (open.length > 0 ? 'commaOrEnd' : 'end')
    if ((expected === 'value' || expected === 'valueOrEnd') && mark === undefined) expected = afterValue()
    else if ((expected === 'value' || expected === 'valueOrEnd') && (mark === '{' || mark === '[')) {
      open.push(mark)
      expected = mark === '{' ? 'keyOrEnd' : 'valueOrEnd'
    } else if ((expected === 'key' || expected === 'keyOrEnd') && match[1] !== undefined) expected = 'colon'
    else if (expected === 'colon' && mark === ':') expected = 'value'
    else if (expected === 'commaOrEnd' && mark === ',') expected = inner === '{' ? 'key' : 'value'
    else if (
      (mark === '}' && inner === '{' && (expected === 'commaOrEnd' || expected === 'keyOrEnd')) ||
      (mark === ']' && inner === '[' && (expected === 'commaOrEnd' || expected === 'valueOrEnd'))
    ) {
      open.pop()
      expected = afterValue()
    } else return at
  }
}

/** Write a provenance file in the one way there is: an edit a line. */
export function writeProvenance(provenance: Provenance): string {
  return [...provenanceLines(provenance)].join('')
}

/** First byte at which a file is not the provenance that it holds, written in the one way; -1 when it is. */
export function provenanceDifference(bytes: Buffer, provenance: Provenance): number {
  let offset = 0
  // A line at a time: the file as a whole is in memory often enough.
  for (const line of provenanceLines(provenance)) {
    const expected = Buffer.from(line)
    const at = firstDifference(bytes.subarray(offset, offset + expected.length), expected)
    if (at >= 0) return offset + at
    offset += expected.length
  }
  return offset === bytes.length ? -1 : offset
}

function* provenanceLines({metadata, messages, annotations, activities, ...head}: Provenance): Generator<string> {
  yield JSON.stringify(head).slice(0, -1)
  yield ',\n"metadata":'
  yield* lines(metadata)
  yield ',\n"messages":'
  yield* lines(messages)
  yield ',\n"annotations":'
  yield* lines(annotations)
  yield ',\n"activities":['
  for (const [index, {edits, ...activity}] of activities.entries()) {
    yield `${index > 0 ? ',' : ''}\n${JSON.stringify(activity).slice(0, -1)},"edits":`
    yield* lines(edits)
    yield '}'
  }
  yield ']}\n'
}

function* lines(items: readonly unknown[]): Generator<string> {
  yield '['
  for (const [index, item] of items.entries()) yield `${index > 0 ? ',' : ''}\n${JSON.stringify(item)}`
  yield ']'
}

/** Digest of bytes, as the files write it. */
export function digestOfBytes(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`
}

/** Digest of a JSON value: of its text without spaces, keys sorted by code unit. */
export function digestOfValue(value: unknown): string {
  return digestOfBytes(Buffer.from(sorted(value)))
}

function sorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sorted).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  members.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${sorted(member)}`).join(',')}}`
}
