/**
 * Read `FILE:LINE[:COLUMN]` and find what it speaks of: a line, or a word of it, in the clean or the raw text. Of a file that holds
 * many documents the number of one stands before: `FILE:RECORD[:LINE[:COLUMN]]`.
 */
import {resolve, sep} from 'node:path'
import {CodePointIndex} from '../document/code-points.js'
import {nearest} from '../document/nearest.js'
import type {Range} from '../document/range.js'
import {UsageError} from '../errors.js'
import type {ManifestEntry} from '../provenance/model.js'
import type {Manifest} from '../provenance/read.js'
import {Lines} from './lines.js'
import type {DocumentRecord, Folders} from './record.js'

export type Side = 'clean' | 'raw'

export interface Place {
  readonly entry: ManifestEntry
  readonly side: Side
  readonly line: number
  readonly column?: number
}

/**
 * Find the document and the side that a place names. FILE is the path of a clean or raw file, as it stands or below its
 * folder, or an id, which means the clean text. A name may hold colons: the numbers are the last ones.
 *
 * @throws UsageError for what is no place, and for a file that is not in the manifest.
 */
export function findPlace(text: string, manifest: Manifest, folders: Folders): Place {
  const match = /^(.+?):(\d{1,9})(?::(\d{1,9}))?$/s.exec(text)
  if (!match)
    throw new UsageError(
      `Unexpected place ${text}, expected FILE:LINE or FILE:LINE:COLUMN, such as out/clean/page.md:12`,
    )
  const [, file, first, second] = match
  const columned = {file: file!, line: Number(first), ...(second !== undefined && {column: Number(second)})}
  // `a:1:2` may be line 2 of a file called `a:1`; a name in full goes before the beginning of another.
  const readings = second === undefined ? [columned] : [columned, {file: `${file}:${first}`, line: Number(second)}]
  for (const find of [findFile, findBeginning]) {
    for (const {file: name, ...numbers} of readings) {
      const found = find(name, manifest, folders)
      if (found) return {...found, ...numbers}
    }
  }
  const record = findRecord(text, manifest, folders)
  if (record) return record
  const starting = manifest.documents.filter(({id}) => readings.some(({file: name}) => id.startsWith(name)))
  if (starting.length > 1) {
    const ids = starting.slice(0, 10).map(({id}) => id)
    throw new UsageError(
      `${file} is the beginning of several ids; write more of the one that is meant: ${ids.join(', ')}${starting.length > 10 ? ' and others' : ''}`,
    )
  }
  const names = manifest.documents.flatMap(({id, raw}) => [id, raw.path])
  const near = nearest(file!, names)
  const hint = near === undefined ? '' : ` (Did you mean ${near}?)`
  throw new UsageError(`No document ${file} in the manifest of ${folders.out}${hint}; \`palimpsest diff\` lists them`)
}

type Find = (file: string, manifest: Manifest, folders: Folders) => Pick<Place, 'entry' | 'side'> | undefined

/** Find a document by its number in a container or a shard; of that, its first line where none is named. */
function findRecord(text: string, {documents}: Manifest, {raw, out}: Folders): Place | undefined {
  const [, file = '', first, line = '1', column] = /^(.+?):(\d{1,9})(?::(\d{1,9}))?(?::(\d{1,9}))?$/s.exec(text) ?? []
  const path = resolve(file)
  const number = Number(first)
  const numbers = {line: Number(line), ...(column !== undefined && {column: Number(column)})}
  let isKnown = false
  for (const document of documents) {
    const isRaw = resolve(raw, document.raw.path) === path || document.raw.path === file
    if (isRaw && document.raw.record !== undefined) {
      isKnown = true
      if (document.raw.record !== number) continue
      if (document.verdict !== 'failed') return {entry: document, side: 'raw', ...numbers}
      throw new UsageError(`${document.id} failed, so there is nothing to explain: ${document.reasons.join('; ')}`)
    }
    if (document.verdict === 'failed' || document.clean.record === undefined) continue
    const isClean = resolve(out, document.clean.path) === path || document.clean.path === file
    isKnown ||= isClean
    if (isClean && document.clean.record === number) return {entry: document, side: 'clean', ...numbers}
  }
  if (!isKnown) return undefined
  throw new UsageError(`No record ${number} in ${file}; it is FILE:RECORD:LINE, as the file holds many documents`)
}

const findFile: Find = (file, {documents}, {raw, out}) => {
  const path = resolve(file)
  const name = file
    .split(sep)
    .join('/')
    .replace(/^(?:\.\/)+/, '')
  const tests: [Side, (entry: ManifestEntry) => boolean][] = [
    ['clean', ({clean}) => clean.record === undefined && resolve(out, clean.path) === path],
    ['clean', ({id}) => id === name],
    ['raw', (entry) => entry.raw.record === undefined && resolve(raw, entry.raw.path) === path],
    ['clean', ({clean}) => clean.record === undefined && clean.path === name],
    ['raw', (entry) => entry.raw.record === undefined && entry.raw.path === name],
  ]
  for (const [side, test] of tests) {
    for (const document of documents) {
      if (document.verdict === 'failed') {
        const isNamed = document.raw.record === undefined && resolve(raw, document.raw.path) === path
        if (document.id !== name && !isNamed) continue
        throw new UsageError(`${document.id} failed, so there is nothing to explain: ${document.reasons.join('; ')}`)
      }
      if (test(document)) return {entry: document, side}
    }
  }
  // A file in another folder than the one it was read from: `/elsewhere/raw/x.txt`.
  const ending = documents.filter(
    (entry) =>
      (entry.raw.record === undefined && path.endsWith(`${sep}${entry.raw.path}`)) || name === `${entry.id}.md`,
  )
  ending.sort((a, b) => b.raw.path.length - a.raw.path.length)
  const [best] = ending
  if (best && best.verdict !== 'failed') return {entry: best, side: name === `${best.id}.md` ? 'clean' : 'raw'}
  return undefined
}

/** Find a document by how its id begins, where no other begins so. */
const findBeginning: Find = (file, {documents}) => {
  const starting = documents.filter(({id}) => id.startsWith(file))
  const [entry] = starting
  return starting.length === 1 && entry && entry.verdict !== 'failed' ? {entry, side: 'clean'} : undefined
}

/**
 * The range that a line and column name: the line with its end, or the word at the column.
 *
 * @throws UsageError for a line or column that is not there; it says how many there are.
 */
export function rangeOf(lines: Lines, line: number, column: number | undefined, name: string): Range {
  if (line < 1 || line > lines.count)
    throw new UsageError(`No line ${line} in ${name}; it has ${plural(lines.count, 'line')}`)
  const full = lines.full(line)
  if (column === undefined) return full
  const content = lines.content(line)
  const text = lines.text.slice(content.start, content.end)
  const index = new CodePointIndex(text)
  if (column < 1 || column > index.length + (full.end > content.end ? 1 : 0)) {
    throw new UsageError(`No column ${column} in line ${line} of ${name}; it has ${plural(index.length, 'column')}`)
  }
  const offset = index.toCodeUnit(column - 1)
  if (offset >= text.length) return {start: content.end, end: full.end}
  for (const {index: start, 0: word} of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    if (start > offset) break
    if (offset < start + word.length) return {start: content.start + start, end: content.start + start + word.length}
  }
  return {start: content.start + offset, end: content.start + index.toCodeUnit(column)}
}

/** Lines of a text, or the word at a column of the first, without the end of the last. */
export interface LineNumbers {
  readonly first: number
  readonly last: number
  readonly column?: number | undefined
}

/**
 * The range of whole lines of a document's raw or clean text.
 *
 * @throws UsageError for lines and columns that are not there.
 */
export function rangeOfLines(
  {replay, provenance, rawPath, cleanPath}: DocumentRecord,
  side: Side,
  numbers: LineNumbers,
): Range {
  const {first, last, column} = numbers
  const [text, name] = side === 'raw' ? [replay.raw, rawPath] : [replay.clean, cleanPath]
  const lines = new Lines(text, side === 'raw' && provenance.raw.newline === 'cr')
  if (column !== undefined) return rangeOf(lines, first, column, name)
  if (last < first) throw new UsageError(`Unexpected lines ${first}-${last}, expected the first before the last`)
  rangeOf(lines, last, undefined, name)
  return {start: rangeOf(lines, first, undefined, name).start, end: lines.content(last).end}
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
