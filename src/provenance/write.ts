/**
 * Write down what became of a document: its provenance file and its line in the manifest.
 *
 * Offsets change here, and only here, from UTF-16 code units to Unicode code points. Nothing is written to disk: the
 * result is strings, the same on every machine, which is why keys of records are sorted and no clock is asked.
 */
import {CodePointIndex, codePointLength} from '../document/code-points.js'
import type {Given} from '../document/given.js'
import type {Range} from '../document/range.js'
import type {RuleClass, Stage} from '../document/stage.js'
import {countWords} from '../document/words.js'
import {type Activity, type CleanedDocument, digestOf, type RecordedAnnotation} from '../run/pipeline.js'
import {formatProvenance, type ProvenanceHead, type WritableActivity} from './format.js'
import type {
  CodePointRange,
  Counts,
  ListedRaw,
  ManifestAnnotation,
  ManifestEntry,
  OutputEntity,
  Provenance,
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
export function copyGiven({mediaType, charset, doubt, fields}: Given): RawGiven {
  return {
    ...(mediaType && {mediaType}),
    ...(charset !== undefined && {charset}),
    ...(doubt !== undefined && {doubt}),
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
  const clean = new TextEncoder().encode(cleaned.markdown)
  const {record: number, field, ...raw} = listed
  const name = outputNameOf({id: cleaned.id, raw: listed})
  const cleanEntity = entityOf(cleanPath(name), clean)
  const rawIndex = new CodePointIndex(cleaned.decoded.text)
  const activities = activitiesOf(cleaned, rawIndex)
  const head = headOf(cleaned, raw, isSharded ? {...cleanEntity, path: undefined} : cleanEntity, isPlain, rawIndex)
  const provenance = formatProvenance(head, activities, rawIndex, isSharded)
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
      ...(Object.keys(cleaned.decisions).length > 0 && {decisions: {...cleaned.decisions}}),
    },
  }
}

function headOf(
  cleaned: CleanedDocument,
  raw: RawEntity,
  {path, sha256: digest, bytes}: Omit<OutputEntity, 'path'> & {path?: string | undefined},
  plain: boolean,
  rawIndex: CodePointIndex,
): ProvenanceHead {
  const {decoded} = cleaned
  const {given, ...where} = raw
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
    clean: {...(path !== undefined && {path}), sha256: digest, bytes, characters: codePointLength(cleaned.markdown)},
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
  }
}

function activitiesOf(cleaned: CleanedDocument, rawIndex: CodePointIndex): WritableActivity[] {
  const used = rulesOfFindings(cleaned)
  let index = rawIndex
  let indexed = cleaned.decoded.text
  // What the raw has no pairs of has none until a stage writes one.
  let mayHavePairs = !rawIndex.isPlain
  return cleaned.activities.map((activity) => {
    const {input, edits} = activity
    // Most stages change nothing and share the text of the one before.
    if (edits.length > 0 && input !== indexed) {
      index = new CodePointIndex(input, mayHavePairs)
      indexed = input
    }
    mayHavePairs ||= edits.some(({replacement}) => /[\ud800-\udbff]/.test(replacement))
    return {head: activityOf(activity, used), edits, index}
  })
}

/** The rules that facts, messages and annotations came by, of each stage. */
function rulesOfFindings({facts, messages, annotations}: CleanedDocument): ReadonlyMap<string, ReadonlySet<string>> {
  const used = new Map<string, Set<string>>()
  for (const list of [facts, messages, annotations]) {
    for (const {stage, rule} of list) {
      if (rule === undefined) continue
      const ofStage = used.get(stage)
      if (ofStage) ofStage.add(rule)
      else used.set(stage, new Set([rule]))
    }
  }
  return used
}

function activityOf(
  {stage, recorded, verdict, mediaType, edits}: Activity,
  rulesOf: ReadonlyMap<string, ReadonlySet<string>>,
): WritableActivity['head'] {
  const used = new Set(rulesOf.get(stage.id))
  for (const {rule} of edits) used.add(rule)
  const known = classesOf(stage)
  const classes = Array.from(used, (rule) => [rule, known.get(rule)!] as const)
  return {
    stage: stage.id,
    version: stage.version,
    options: digestOfOptions(recorded),
    mediaType,
    ...(verdict !== undefined && {verdict}),
    classes: sortedRecord(classes),
  }
}

/** Classes of the rules of a pipeline's stages, which are the same for all of its documents. */
const ruleClasses = new WeakMap<Stage, ReadonlyMap<string, RuleClass>>()

function classesOf(stage: Stage): ReadonlyMap<string, RuleClass> {
  let classes = ruleClasses.get(stage)
  if (!classes) ruleClasses.set(stage, (classes = new Map(stage.rules.map((rule) => [rule.id, rule.class]))))
  return classes
}

/** Digests of the options of a pipeline's stages, which are the same for all of its documents. */
const optionDigests = new WeakMap<object, string>()

function digestOfOptions(options: object): string {
  let digest = optionDigests.get(options)
  if (digest === undefined) optionDigests.set(options, (digest = digestOf(options)))
  return digest
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

/**
 * Count what the stages that were given markdown changed: before it, all of a page's markup would drown the rest. What a
 * person asked for is counted wherever it was done, of a page the words between its tags.
 */
function countEdits(activities: readonly Activity[]): Pick<ManifestEntry, 'classes' | 'rules'> {
  const classes = new Map<string, Counts>()
  const rules = new Map<string, Counts>()
  for (const {stage, mediaType, edits} of activities) {
    if (edits.length === 0) continue
    const classOf = classesOf(stage)
    // Most of a page's edits are of no class that is counted.
    if (mediaType !== 'text/markdown' && ![...classOf.values()].includes('custom')) continue
    for (const {rule, before, replacement} of edits) {
      const name = classOf.get(rule)!
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

function entityOf(path: string, bytes: Uint8Array): OutputEntity {
  return {path, sha256: sha256(bytes), bytes: bytes.length}
}

function copyValue(value: string | readonly string[]): string | string[] {
  return typeof value === 'string' ? value : [...value]
}

function inCodePoints(index: CodePointIndex, {start, end}: Range): CodePointRange {
  return [index.toCodePoint(start), index.toCodePoint(end)]
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
