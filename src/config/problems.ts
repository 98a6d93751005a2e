/**
 * Say what is wrong with a configuration: turn the issues of its schema into sentences, each with its place, what stands
 * there, what was expected, and the nearest accepted word. All problems are told at once, in the order of the file.
 */
import {z} from 'zod'
import type {Source} from './source.js'
import {oneOf, quote} from './wording.js'

/** One thing that is wrong. */
export interface Problem {
  /** Keys and indexes that lead to it from the root. */
  readonly path: readonly PropertyKey[]
  /** Whether the key itself is wrong, and not what stands behind it. */
  readonly isKey?: boolean
  readonly text: string
  /** The file that the path leads through, where that is not the configuration itself. */
  readonly source?: Source | undefined
}

/** Says where a path of the checked value stands in what was written, and in which file. */
export type Locate = (path: readonly PropertyKey[]) => Pick<Problem, 'path' | 'source'>

/**
 * Check a value against a schema and say what is wrong with it.
 *
 * @param locate for a value that is not the whole of what was written.
 */
export function check<Output>(
  schema: z.ZodType<Output>,
  value: unknown,
  locate: Locate = (path) => ({path}),
): {value: Output; problems?: never} | {value?: never; problems: readonly Problem[]} {
  const result = schema.safeParse(value)
  if (result.success) return {value: result.data}
  const shape = z.toJSONSchema(schema, {io: 'input', unrepresentable: 'any'}) as Shape
  const problems = result.error.issues.flatMap((issue) => {
    const {source} = locate(issue.path)
    const found = describe(issue, [], {value, shape, locate: (path) => locate(path).path})
    return source ? found.map((problem) => ({...problem, source})) : found
  })
  return {problems}
}

/** What a JSON Schema tells of accepted keys. */
interface Shape {
  readonly properties?: Readonly<Record<string, Shape>>
  readonly additionalProperties?: Shape | boolean
  readonly items?: Shape
  readonly prefixItems?: readonly Shape[]
  readonly anyOf?: readonly Shape[]
  readonly oneOf?: readonly Shape[]
  readonly allOf?: readonly Shape[]
}

interface Context {
  readonly value: unknown
  readonly shape: Shape
  readonly locate: (path: readonly PropertyKey[]) => readonly PropertyKey[]
}

type Issue = z.core.$ZodIssue

function describe(issue: Issue, base: readonly PropertyKey[], context: Context): Problem[] {
  const path = [...base, ...issue.path]
  const place = context.locate(path)
  const name = nameOf(place)
  const found = valueAt(context.value, path)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...place, key],
        isKey: true,
        text: `Unexpected key ${quote(key)}${name ? ` in ${name}` : ''}, ${oneOf(keysAt(context.shape, path), key)}`,
      }))
    case 'invalid_union':
      return describeUnion(issue, path, context)
    case 'invalid_type':
      if (found === undefined) return [{path: place, text: `Missing ${name || 'content'}, ${expectationOf(issue)}`}]
      return [{path: place, text: unexpected(found, name, expectationOf(issue))}]
    case 'invalid_value':
      return [{path: place, text: unexpected(found, name, oneOf(issue.values.map(String), String(found)))}]
    case 'too_small':
    case 'too_big': {
      if (issue.message.startsWith('expected ')) break
      const limit = issue.code === 'too_small' ? `at least ${issue.minimum}` : `at most ${issue.maximum}`
      return [{path: place, text: unexpected(found, name, `expected ${limit}${units[issue.origin] ?? ''}`)}]
    }
  }
  if (issue.message.startsWith('expected ')) {
    const isMissing = found === undefined && path.length > 0
    return [
      {path: place, text: isMissing ? `Missing ${name}, ${issue.message}` : unexpected(found, name, issue.message)},
    ]
  }
  // A message that is a sentence of its own needs no more than its place.
  const isSentence = issue.message.startsWith('Unexpected ') || issue.message.startsWith('Missing ')
  return [{path: place, text: `${isSentence ? name : unexpected(found, name)}: ${issue.message}`}]
}

/** Take the branch of a union that the value was meant for: the one whose type it has. */
function describeUnion(issue: z.core.$ZodIssueInvalidUnion, path: readonly PropertyKey[], context: Context): Problem[] {
  const branch = issue.errors.find(
    (issues) =>
      !issues.some(
        ({code, path: below}) => below.length === 0 && (code === 'invalid_type' || code === 'invalid_value'),
      ),
  )
  if (branch) return branch.flatMap((inner) => describe(inner as Issue, path, context))
  const found = valueAt(context.value, path)
  const expected = [...new Set(issue.errors.flat().flatMap((inner) => expectationsOf(inner as Issue)))]
  const last = expected.pop()
  const list = expected.length > 0 ? `${expected.join(', ')} or ${last}` : last
  const place = context.locate(path)
  return [{path: place, text: unexpected(found, nameOf(place), `expected ${list}${truthHint(found, expected)}`)}]
}

function expectationsOf(issue: Issue): readonly string[] {
  if (issue.message.startsWith('expected ')) return [issue.message.slice('expected '.length)]
  if (issue.code === 'invalid_value') return issue.values.map(String)
  if (issue.code !== 'invalid_type') return [issue.message]
  return issue.expected === 'boolean' ? ['true', 'false'] : [typeNames[issue.expected] ?? issue.expected]
}

function expectationOf({message, expected}: z.core.$ZodIssueInvalidType): string {
  return message.startsWith('expected ') ? message : `expected ${typeNames[expected] ?? expected}`
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'a mapping',
  record: 'a mapping',
  array: 'a list',
  never: 'nothing',
  null: 'nothing',
}

const units: Readonly<Record<string, string>> = {string: ' characters', array: ' items', set: ' items'}

/** YAML 1.2 reads `on` and `off` as words, against what many are used to. */
function truthHint(found: unknown, expected: readonly string[]): string {
  if (typeof found !== 'string' || !expected.includes('false')) return ''
  if (/^(?:off|no|n)$/i.test(found)) return '; write false'
  return /^(?:on|yes|y)$/i.test(found) ? '; write true' : ''
}

function unexpected(found: unknown, name: string, expected?: string): string {
  return `Unexpected ${preview(found)}${name ? ` for ${name}` : ''}${expected ? `, ${expected}` : ''}`
}

/** Show a value in a few characters. */
function preview(value: unknown): string {
  if (value === undefined || value === null) return 'nothing'
  if (Array.isArray(value)) return value.length === 0 ? 'empty list' : 'list'
  if (typeof value === 'object') return 'mapping'
  if (typeof value === 'string') return quote(value)
  return typeof value === 'function' || typeof value === 'symbol' ? typeof value : String(value)
}

/** Write a path as a person would: `limits.deadline`, `customStages[0].module`. */
export function nameOf(path: readonly PropertyKey[]): string {
  let name = ''
  for (const part of path) name += typeof part === 'number' ? `[${part}]` : `${name ? '.' : ''}${String(part)}`
  return name
}

/** The value behind a path; undefined where there is none. */
export function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined
    value = (value as Record<PropertyKey, unknown>)[part]
  }
  return value
}

/** The keys that a mapping at `path` may have. */
function keysAt(shape: Shape, path: readonly PropertyKey[]): string[] {
  let shapes = branches(shape)
  for (const part of path) {
    shapes = shapes
      .flatMap((each) => {
        if (typeof part === 'number') return [each.prefixItems?.[part] ?? each.items]
        const property =
          each.properties && Object.hasOwn(each.properties, part) ? each.properties[String(part)] : undefined
        return [property ?? (typeof each.additionalProperties === 'object' ? each.additionalProperties : undefined)]
      })
      .flatMap((each) => (each ? branches(each) : []))
  }
  return [...new Set(shapes.flatMap(({properties}) => Object.keys(properties ?? {})))]
}

function branches(shape: Shape): Shape[] {
  return [shape, ...[...(shape.anyOf ?? []), ...(shape.oneOf ?? []), ...(shape.allOf ?? [])].flatMap(branches)]
}
