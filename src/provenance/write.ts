/**
 * Write down what became of a document: its provenance file and its line in the manifest.
 *
 * Offsets change here, and only here, from UTF-16 code units to Unicode code points. Nothing is written to disk: the
 * result is strings, the same on every machine, which is why keys of records are sorted and no clock is asked.
 */
import {CodePointIndex} from '../document/code-points.js'
import type {Given} from '../document/given.js'
import type {Range} from '../document/range.js'
import {countWords} from '../document/words.js'
import {
  type Activity,
  type CleanedDocument,
  digestOf,
  type RecordedAnnotation,
  type RecordedEdit,
} from '../run/pipeline.js'
import type {
  CodePointRange,
  Counts,
  ListedRaw,
  ManifestAnnotation,
  ManifestEntry,
  OutputEntity,
  Provenance,
  ProvenanceActivity,
  ProvenanceEdit,
  RawEntity,
  RawGiven,
} from './model.js'
import {cleanPath, compareIds, outputNameOf, provenancePath, sha256} from './outputs.js'

/** Everything that is written of one document. */
export interface DocumentRecords {
  /** Bytes of `clean/<id>.md`. */
  readonly clean: Uint8Array<ArrayBuffer>
  /** Bytes of `provenance/<id>.json`. */
  readonly provenance: Uint8Array<ArrayBuffer>
  readonly entry: ManifestEntry
}

/** Describe a raw for the manifest. */
export function rawEntity(raw: {
  readonly path: string
  readonly record?: number | undefined
  readonly field?: string | undefined
  readonly given?: Given | undefined
  readonly bytes: Uint8Array
}): ListedRaw {
  const {path, given, bytes} = raw
  return {
    path,
    sha256: sha256(bytes),
    bytes: bytes.length,
    ...(given && {given: copyGiven(given)}),
    ...placeOf(raw),
  }
}

/** The place of a raw in its container, as it is recorded. */
export function placeOf({record, field}: Pick<ListedRaw, 'record' | 'field'>): Pick<ListedRaw, 'record' | 'field'> {
  return {...(record !== undefined && {record}), ...(field !== undefined && {field})}
}

/** What is recorded of what was given: always in one order, without what is missing. */
export function copyGiven({mediaType, charset, fields}: Given): RawGiven {
  return {
    ...(mediaType && {mediaType}),
    ...(charset !== undefined && {charset}),
    ...(fields && {
      fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, copyValue(value)])),
    }),
  }
}

/**
 * Write the records of one document.
 *
 * @param raw where the raw was, its digest, its size in bytes, and what was given beside it.
 * @param settings whether its markdown was taken as plain text, and whether its records go into shards: where in which stands in the manifest alone.
 */
export function writeDocument(
  cleaned: CleanedDocument,
  listed: ListedRaw,
  {isPlain = false, isSharded = false}: {readonly isPlain?: boolean; readonly isSharded?: boolean} = {},
): DocumentRecords {
  const encoder = new TextEncoder()
  const clean = encoder.encode(cleaned.markdown)
  const {record: number, field, ...raw} = listed
  const name = outputNameOf({id: cleaned.id, raw: listed})
  const cleanEntity = entityOf(cleanPath(name), clean)
  const record = provenanceOf(cleaned, raw, isSharded ? {...cleanEntity, path: undefined} : cleanEntity, isPlain)
  const provenance = encoder.encode(isSharded ? JSON.stringify(record) : formatProvenance(record))
  const {id, verdict, reasons, words} = cleaned
  const {classes, rules} = countEdits(cleaned.activities)
  return {
    clean,
    provenance,
    entry: {
      id,
      verdict,
      reasons: [...reasons],
      raw: {...raw, ...placeOf({record: number, field})},
      clean: cleanEntity,
      provenance: entityOf(provenancePath(name), provenance),
      metadata: Object.fromEntries(Object.entries(cleaned.metadata).map(([field, value]) => [field, copyValue(value)])),
      words,
      classes,
      rules,
      annotations: groupAnnotations(cleaned.annotations),
      ...decidedOf(cleaned.activities),
    },
  }
}

function provenanceOf(
  cleaned: CleanedDocument,
  raw: RawEntity,
  {path, sha256: digest, bytes}: Omit<OutputEntity, 'path'> & {path?: string | undefined},
  plain: boolean,
): Provenance {
  const {decoded} = cleaned
  const {given, ...where} = raw
  const indexOf = codePointIndexes()
  const rawIndex = indexOf(decoded.text)
  const {undecodable} = decoded
  return {
    format: 'palimpsest-provenance',
    formatVersion: 1,
    id: cleaned.id,
    raw: {
      ...where,
      ...(given && {given}),
      characters: rawIndex.length,
      mediaType: cleaned.mediaType,
      encoding: decoded.encoding,
      bom: decoded.hasBom,
      newline: newlineOf(decoded.text),
      ...(undecodable.length > 0 && {
        undecodable: undecodable.map((place) => ({
          at: inCodePoints(rawIndex, place),
          base64: Buffer.from(place.bytes).toString('base64'),
        })),
      }),
    },
    clean: {...(path !== undefined && {path}), sha256: digest, bytes, characters: indexOf(cleaned.markdown).length},
    verdict: cleaned.verdict,
    reasons: [...cleaned.reasons],
    words: cleaned.words,
    plain,
    metadata: cleaned.facts.map(({field, value, stage, rule, raw: place}) => ({
      field,
      value: copyValue(value),
      stage,
      rule,
      ...(place && {raw: inCodePoints(rawIndex, place)}),
    })),
    messages: cleaned.messages.map(({level, stage, rule, raw: place, text}) => ({
      level,
      stage,
      ...(rule !== undefined && {rule}),
      ...(place && {raw: inCodePoints(rawIndex, place)}),
      text,
    })),
    annotations: cleaned.annotations.map((annotation) => {
      const {kind, stage, raw: place} = annotation
      return {kind, stage, raw: inCodePoints(rawIndex, place), ...describe(annotation)}
    }),
    activities: cleaned.activities.map((activity) => activityOf(activity, cleaned, rawIndex, indexOf)),
  }
}

function activityOf(
  {stage, recorded, verdict, input, mediaType, edits}: Activity,
  {facts, messages, annotations}: CleanedDocument,
  rawIndex: CodePointIndex,
  indexOf: (text: string) => CodePointIndex,
): ProvenanceActivity {
  const used = new Set<string | undefined>(edits.map(({rule}) => rule))
  for (const item of [...facts, ...messages, ...annotations]) if (item.stage === stage.id) used.add(item.rule)
  const classes = stage.rules.filter(({id}) => used.has(id)).map((rule) => [rule.id, rule.class] as const)
  const index = edits.length > 0 ? indexOf(input) : rawIndex
  return {
    stage: stage.id,
    version: stage.version,
    options: digestOf(recorded),
    mediaType,
    ...(verdict !== undefined && {verdict}),
    classes: sortedRecord(classes),
    edits: edits.map((edit) => editOf(edit, index, rawIndex)),
  }
}

/** Longest text of an annotation, in code units: an image may be its own address, and then it is long. */
const longestText = 300

/** Digests of what was decided upon a document; nothing where nothing was. */
function decidedOf(activities: readonly Activity[]): Pick<ManifestEntry, 'decided'> {
  const decided = activities.flatMap(({stage, verdict}) =>
    verdict === undefined ? [] : [[stage.id, digestOf(verdict)] as const],
  )
  return decided.length > 0 ? {decided: sortedRecord(decided)} : {}
}

/** What an annotation says, but for its kind and place. */
function describe({rule, text, value, after, reason, details}: RecordedAnnotation): Omit<ManifestAnnotation, 'count'> {
  return {
    ...(rule !== undefined && {rule}),
    text: shortened(text),
    value: shortened(value),
    ...(after !== undefined && {after: shortened(after)}),
    ...(reason !== undefined && {reason}),
    ...(details && {details: sortedRecord(Object.entries(details))}),
  }
}

function shortened(text: string): string {
  if (text.length <= longestText) return text
  return `${text.slice(0, longestText - 1).replace(/[\ud800-\udbff]$/, '')}…`
}

/** Bring together, by kind, what differs by its place alone; the first of each stands for all. */
function groupAnnotations(annotations: readonly RecordedAnnotation[]): ManifestEntry['annotations'] {
  const groups = new Map<string, Map<string, ManifestAnnotation>>()
  for (const annotation of annotations) {
    const said = describe(annotation)
    const key = JSON.stringify(said)
    const ofKind = groups.get(annotation.kind) ?? new Map<string, ManifestAnnotation>()
    groups.set(annotation.kind, ofKind)
    ofKind.set(key, {...said, count: (ofKind.get(key)?.count ?? 0) + 1})
  }
  return sortedRecord([...groups].map(([kind, ofKind]) => [kind, [...ofKind.values()]] as const))
}

function editOf(edit: RecordedEdit, index: CodePointIndex, rawIndex: CodePointIndex): ProvenanceEdit {
  const {rule, raw, before, replacement, evidence, copyOf, copyOfRaw} = edit
  return {
    rule,
    at: inCodePoints(index, edit),
    raw: inCodePoints(rawIndex, raw),
    before,
    after: replacement,
    ...(evidence !== undefined && {evidence}),
    ...(copyOf && copyOfRaw && {copyOf: {at: inCodePoints(index, copyOf), raw: inCodePoints(rawIndex, copyOfRaw)}}),
  }
}

/**
 * Count what the stages that were given markdown changed: before it, all of a page's markup would drown the rest. What a
 * person asked for is counted wherever it was done, of a page the words between its tags.
 */
function countEdits(activities: readonly Activity[]): Pick<ManifestEntry, 'classes' | 'rules'> {
  const classes = new Map<string, Counts>()
  const rules = new Map<string, Counts>()
  for (const {stage, mediaType, edits} of activities) {
    const classOf = new Map(stage.rules.map((rule) => [rule.id, rule.class]))
    for (const {rule, before, replacement} of edits) {
      const name = classOf.get(rule) ?? 'custom'
      if (mediaType !== 'text/markdown' && name !== 'custom') continue
      const shown = mediaType === 'text/html' ? before.replace(/<[^<>]*>/g, ' ') : before
      const words = countWords(shown) - countWords(replacement)
      for (const [counts, key] of [
        [classes, name],
        [rules, `${stage.id}/${rule}`],
      ] as const) {
        const sum = counts.get(key) ?? {edits: 0, words: 0}
        counts.set(key, {edits: sum.edits + 1, words: sum.words + words})
      }
    }
  }
  return {classes: sortedRecord(classes), rules: sortedRecord(rules)}
}

/** Write a provenance file as text: JSON with an edit a line, so that it can be searched and compared by lines. */
function formatProvenance({metadata, messages, annotations, activities, ...head}: Provenance): string {
  const parts = [JSON.stringify(head).slice(0, -1)]
  const list = (name: string, items: readonly unknown[]): void => {
    parts.push(`,\n${JSON.stringify(name)}:[${items.map((item) => `\n${JSON.stringify(item)}`).join()}]`)
  }
  list('metadata', metadata)
  list('messages', messages)
  list('annotations', annotations)
  parts.push(',\n"activities":[')
  activities.forEach(({edits, ...activity}, index) => {
    parts.push(index > 0 ? ',\n' : '\n', JSON.stringify(activity).slice(0, -1), ',"edits":[')
    parts.push(formatEdits(edits), ']}')
  })
  parts.push(']}\n')
  return parts.join('')
}

/** Write edits as JSON, one a line. Written at once they take a fraction of the time of one after the other. */
function formatEdits(edits: readonly ProvenanceEdit[]): string {
  if (edits.length === 0) return ''
  // Quotation marks inside of texts are escaped: what is looked for stands between two edits and nowhere else.
  return `\n${JSON.stringify(edits).slice(1, -1).replaceAll('},{"rule":', '},\n{"rule":')}`
}

function entityOf(path: string, bytes: Uint8Array): OutputEntity {
  return {path, sha256: sha256(bytes), bytes: bytes.length}
}

function copyValue(value: string | readonly string[]): string | string[] {
  return typeof value === 'string' ? value : [...value]
}

function inCodePoints(index: CodePointIndex, {start, end}: Range): CodePointRange {
  return [index.toCodePoint(start), index.toCodePoint(end)]
}

/** Make an index a text once; most stages change nothing and share the text of the one before. */
function codePointIndexes(): (text: string) => CodePointIndex {
  const indexes = new Map<string, CodePointIndex>()
  return (text) => {
    let index = indexes.get(text)
    if (!index) indexes.set(text, (index = new CodePointIndex(text)))
    return index
  }
}

function sortedRecord<Value>(entries: Iterable<readonly [string, Value]>): Record<string, Value> {
  return Object.fromEntries([...entries].sort(([a], [b]) => compareIds(a, b)))
}

function newlineOf(text: string): Provenance['raw']['newline'] {
  if (!text.includes('\r')) return text.includes('\n') ? 'lf' : 'none'
  let crlf = 0
  let lf = 0
  let cr = 0
  for (const [newline] of text.matchAll(/\r\n|\n|\r/g)) {
    if (newline === '\n') lf++
    else if (newline === '\r') cr++
    else crlf++
  }
  const kinds = [crlf && 'crlf', lf && 'lf', cr && 'cr'].filter((kind) => kind !== 0) as ('crlf' | 'lf' | 'cr')[]
  return kinds.length > 1 ? 'mixed' : (kinds[0] ?? 'none')
}
