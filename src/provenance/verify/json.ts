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
  const text = bytes.toString('utf8')
  if (!isUtf8(bytes)) return {error: 'it is not UTF-8', offset: firstDifference(bytes, Buffer.from(text, 'utf8'))}
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    const offset = firstJsonError(text)
    return {error: 'it is not JSON', offset: Buffer.byteLength(text.slice(0, offset))}
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
  const list = (items: readonly string[]): string => `[${items.map((item) => `\n${item}`).join(',')}]`
  const json = (value: unknown): string => JSON.stringify(value)
  const {metadata, messages, activities, ...head} = provenance
  const activityLines = activities.map(({edits, ...activity}) => {
    return `${json(activity).slice(0, -1)},"edits":${list(edits.map(json))}}`
  })
  return [
    json(head).slice(0, -1),
    `\n"metadata":${list(metadata.map(json))}`,
    `\n"messages":${list(messages.map(json))}`,
    `\n"activities":${list(activityLines)}}\n`,
  ].join(',')
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
