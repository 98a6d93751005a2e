/**
 * Read a YAML file of settings: its value, and the line and column of every key in it, so that an error can point.
 *
 * What YAML has beyond plain data is refused: aliases (a few lines of them make gigabytes), tags, several documents in
 * one file, keys that are not words.
 */
import {
  Composer,
  type Document,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  Parser,
  visit,
} from 'yaml'
import {UsageError} from '../errors.js'
import {sha256} from '../provenance/outputs.js'
import {readRegularFileSync} from '../regular-file.js'
import type {Problem} from './problems.js'
import {formatSize} from './units.js'
import {quote} from './wording.js'

/** Deeper nesting is no configuration, and overflows the composer's stack. */
const deepest = 64

/** A hundred thousand names are a tenth of this; the parse of what is larger would take all memory there is. */
const mostBytes = 32 * 1024 ** 2

export interface Source {
  /** The file as it is called in errors. */
  readonly name: string
  /** Plain data; undefined for an empty file. */
  readonly value: unknown
  /** Digest of the bytes of the file; missing for a value that stands in none. */
  readonly sha256?: string
  /** Make one error of all problems, in the order of the file. */
  error(problems: readonly Problem[]): UsageError
}

/** Where the stages of the user's own were written, for faults that show when their modules are loaded. */
const sources = new WeakMap<object, Source>()

/** Remember where a part of a configuration was written. */
export function remember(part: object, source: Source): void {
  sources.set(part, source)
}

/** Where a part of a configuration was written; undefined where it came from elsewhere, such as another thread. */
export function sourceOf(part: object): Source | undefined {
  return sources.get(part)
}

/** Make a source of a value that stands in no file: the options of the library. */
export function valueSource(name: string, value: unknown): Source {
  return {
    name,
    value,
    error: (problems) => new UsageError(problems.map(({text}) => `${name}: ${text}`).join('\n')),
  }
}

/** Makes the error of a file that cannot be read as text. */
export type Unreadable = (why: string, cause: unknown) => UsageError

/**
 * Read a YAML file.
 *
 * @param name what the file is called in errors.
 * @param unreadable for a file that another one names.
 * @returns undefined when there is no such file.
 * @throws UsageError for what cannot be read, is not UTF-8 or not plain YAML.
 */
export function readSource(file: string, name: string, unreadable?: Unreadable): Source | undefined {
  const read = readSettings(file, mostBytes, unreadable ?? unreadableAs(name))
  return read && {...parseSource(read.text, name), sha256: read.sha256}
}

/** Makes errors that begin with the name of the file. */
export function unreadableAs(name: string): Unreadable {
  return (why, cause) => new UsageError(`${name}: ${why}`, {cause})
}

/**
 * Read a file of settings as text.
 *
 * @param limit the most bytes that it may have.
 * @returns undefined when there is no such file.
 * @throws UsageError for what cannot be read or is not UTF-8.
 */
export function readSettings(
  file: string,
  limit: number,
  unreadable: Unreadable,
): {text: string; sha256: string} | undefined {
  let bytes: Uint8Array
  try {
    bytes = readRegularFileSync(file, limit)
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    const why =
      code === 'EFBIG'
        ? `Unexpected file of more than ${formatSize(limit)}, expected settings; check the path`
        : (reasons[code ?? ''] ?? `cannot be read (${code ?? String(error)})`)
    throw unreadable(why, error)
  }
  try {
    return {text: new TextDecoder('utf-8', {fatal: true}).decode(bytes), sha256: sha256(bytes)}
  } catch (error) {
    throw unreadable('Unexpected bytes, expected UTF-8; save the file as UTF-8', error)
  }
}

const notRegular = 'Unexpected pipe, socket or device, expected a regular file; save the settings in one'

const reasons: Readonly<Record<string, string>> = {
  EISDIR: 'Unexpected folder, expected a file; check the path',
  EFTYPE: notRegular,
  // A socket cannot even be opened.
  ENXIO: notRegular,
  EACCES: 'cannot be read: permission denied; make it readable or name another file',
  EPERM: 'cannot be read: permission denied; make it readable or name another file',
}

/**
 * Parse YAML text.
 *
 * @throws UsageError for broken YAML and for what is not plain data.
 */
export function parseSource(text: string, name: string): Source {
  const lines = new LineCounter()
  const at = (offset: number, message: string): string => {
    const {line, col} = lines.linePos(offset)
    return `${name}:${Math.max(1, line)}:${Math.max(1, col)}: ${message}`
  }
  const documents = compose(text, lines, at)
  const [document, second] = documents
  if (second)
    throw new UsageError(at(second.range?.[0] ?? 0, 'Unexpected second document, expected one; remove the line ---'))
  if (!document) return {name, value: undefined, error: (problems) => located(problems, undefined, at)}
  refuse(document, at)
  return {
    name,
    value: (document.toJS() as unknown) ?? undefined,
    error: (problems) => located(problems, document.contents ?? undefined, at),
  }
}

type At = (offset: number, message: string) => string

/** Parse with an eye on the depth: neither the composer nor `toJS` bears much of it. */
function compose(text: string, lines: LineCounter, at: At): Document.Parsed[] {
  const parser = new Parser(lines.addNewLine)
  lines.addNewLine(0)
  // The composer's own search for keys that stand twice compares each with all others, so `refuse` has another.
  const composer = new Composer({prettyErrors: false, stringKeys: true, uniqueKeys: false})
  const documents: Document.Parsed[] = []
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) documents.push(...(composer.next(token) as Iterable<Document.Parsed>))
    if (parser.stack.length > deepest * 2) {
      throw new UsageError(
        at(parser.offset, `Unexpected nesting deeper than ${deepest} levels, expected plain settings`),
      )
    }
  }
  for (const token of parser.end()) documents.push(...(composer.next(token) as Iterable<Document.Parsed>))
  documents.push(...(composer.end() as Iterable<Document.Parsed>))
  return documents
}

function refuse(document: Document.Parsed, at: At): void {
  const found = [...document.errors, ...document.warnings].map(({code, message, pos}) => ({
    offset: pos[0],
    text: phrases[code] ?? `Broken YAML: ${message}`,
  }))
  visit(document, {
    Alias: (_, {source, range}) => {
      found.push({
        offset: range?.[0] ?? 0,
        text: `Unexpected alias *${source}, expected the value itself; aliases are not read`,
      })
    },
    Map: (_, {items}) => {
      const seen = new Set<unknown>()
      for (const {key} of items) {
        if (!isScalar(key)) continue
        if (seen.has(key.value)) found.push({offset: key.range?.[0] ?? 0, text: twice})
        seen.add(key.value)
      }
    },
  })
  if (found.length === 0) return
  found.sort((a, b) => a.offset - b.offset)
  throw new UsageError(listed(found, at))
}

const twice = 'Unexpected second key of the same name, expected every key once; remove one of the two'

const phrases: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'Unexpected tab, expected spaces; indent with spaces',
  NON_STRING_KEY: 'Unexpected key that is not text, expected a word; put it between quotes',
  TAG_RESOLVE_FAILED: 'Unexpected tag, expected a plain value; remove the word that begins with !',
}

/** Put places before problems, and the problems in the order of their places. */
function located(problems: readonly Problem[], root: Node | undefined, at: At): UsageError {
  // To place one costs a walk over the keys before it; nobody reads the thousandth.
  const placed = problems.slice(0, 1000).map((problem) => ({offset: offsetOf(root, problem), text: problem.text}))
  placed.sort((a, b) => a.offset - b.offset)
  return new UsageError(listed(placed, at))
}

/** A screen of problems is enough to begin with. */
const mostListed = 20

function listed(found: readonly {offset: number; text: string}[], at: At): string {
  const lines = found.slice(0, mostListed).map(({offset, text}) => at(offset, text))
  if (found.length > mostListed) lines.push(`… and ${found.length - mostListed} more`)
  return lines.join('\n')
}

/** Find where a path stands; for what is missing, the nearest place above it. */
function offsetOf(root: Node | undefined, {path, isKey = false}: Problem): number {
  let node: unknown = root
  let offset = root?.range?.[0] ?? 0
  for (const [index, part] of path.entries()) {
    const isLast = index === path.length - 1
    if (isMap(node)) {
      const pair = node.items.find(({key}) => isScalar(key) && String(key.value) === String(part))
      if (!isPair(pair)) return offset
      if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset
      node = pair.value
      if (isLast && isKey) return offset
    } else if (isSeq(node)) node = node.items[Number(part)]
    else return offset
    // Nothing was written behind the key: its place is the key's.
    if (isNode(node) && node.range && node.range[1] > node.range[0]) offset = node.range[0]
  }
  return offset
}

/** The error of a root that is no mapping. */
export const notAMapping = (value: unknown): Problem => ({
  path: [],
  text: `Unexpected ${Array.isArray(value) ? 'list' : quote(String(value))}, expected a mapping of settings such as "out: results"`,
})
