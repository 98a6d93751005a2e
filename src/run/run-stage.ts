/**
 * Run one stage over one document, and take nothing from it that could not be recorded and proved: what a stage gives is
 * checked before it is applied, whoever wrote the stage.
 *
 * What it leaves to the stage is whether an edit is right, and whether it would come out the same again.
 */
import type {Annotation} from '../document/annotation.js'
import type {Document, MediaType, Message, MetadataFact} from '../document/document.js'
import {type Edit, EditError} from '../document/edit.js'
import {describeExcessOfEdits} from '../document/excess.js'
import type {Range} from '../document/range.js'
import {type Stage, StageError, type StageResult} from '../document/stage.js'
import {countWords} from '../document/words.js'
import {DocumentError, UsageError} from '../errors.js'
import type {Overruler} from './overrule.js'
import {describeThrown, isDepthExceeded, isThrown} from './thrown.js'

/** A stage of a pipeline with the options it runs under. */
export interface PipelineStage {
  readonly stage: Stage
  /** Validated and complete. */
  readonly options: object
  /**
   * What is recorded of the options, where that is not all of them: of the items that a file gave, how many they are and the
   * digest of the file.
   */
  readonly recorded?: object | undefined
  /** Digest of the module that a stage of the user's own came from. */
  readonly module?: string | undefined
  /** Where a stage of the user's own came from, as a person calls it; missing for a built-in one. */
  readonly from?: string | undefined
}

/** What a stage did. */
export interface StageOutcome {
  readonly document: Document
  /** As they were applied: sorted, without those that change nothing. */
  readonly edits: readonly Edit[]
  readonly facts: readonly MetadataFact[]
  readonly messages: readonly Message[]
  /** In the order of the text. */
  readonly annotations: readonly Annotation[]
}

/** Run a stage over one document after another. */
export type StageRunner = (document: Document, verdict?: unknown, overruler?: Overruler) => StageOutcome

/**
 * Make a runner of a stage.
 *
 * It throws EditError for edits that cannot be, StageError for whatever else is wrong with the stage, DocumentError for
 * what the stage finds wrong with the document; each names stage and module, rule and place.
 */
export function makeStageRunner({stage, options, module, from}: PipelineStage): StageRunner {
  const own = from ?? (module === undefined ? undefined : 'a module')
  const name = `stage "${stage.id}"${own === undefined ? '' : ` (${own})`}`
  const rules = rulesOf(stage, options)
  return (document, verdict, overruler) => {
    try {
      return outcomeOf(stage.run(document, options, verdict), document, {id: stage.id, rules, overruler})
    } catch (thrown) {
      throw named(thrown, name, own !== undefined)
    }
  }
}

/** Say of an error which stage it comes from. */
function named(thrown: unknown, name: string, isOfUser: boolean): Error {
  const {message} = describeThrown(thrown)
  // What the built-in stages and the limits say of a document needs no stage to be understood.
  if (isThrown(thrown, DocumentError) || isThrown(thrown, UsageError)) {
    return isOfUser ? new DocumentError(`${name}: ${message}`, {cause: thrown}) : thrown
  }
  if (isThrown(thrown, EditError)) return new EditError(`${name}: ${message}`, {cause: thrown, isOfUser})
  if (isThrown(thrown, StageError)) return new StageError(`${name}: ${message}`, {cause: thrown, isOfUser})
  if (isDepthExceeded(thrown)) return new StageError(`is nested too deeply for ${name}`, {cause: thrown, isOfUser})
  return new StageError(`${name}: threw ${message}`, {cause: thrown, isOfUser})
}

/** What is known of a stage's rules. */
interface Rules {
  readonly ids: ReadonlySet<string>
  /** Rules that drop copies, and so have to say where the text stays. */
  readonly repeats: ReadonlySet<string>
}

function rulesOf({rules}: Stage, options: object): Rules {
  const {rules: own} = options as {readonly rules?: unknown}
  // A rule that is a pattern of the user's, whatever its class, has no other place to point at.
  const isPattern = new Set(Array.isArray(own) ? own.map((rule: {readonly id?: unknown} | null) => rule?.id) : [])
  return {
    ids: new Set(rules.map(({id}) => id)),
    repeats: new Set(rules.filter((rule) => rule.class === 'repeat' && !isPattern.has(rule.id)).map(({id}) => id)),
  }
}

function outcomeOf(
  result: StageResult,
  document: Document,
  {id, rules, overruler}: {readonly id: string; readonly rules: Rules; readonly overruler: Overruler | undefined},
): StageOutcome {
  if (isPromise(result)) {
    throw new StageError('returned a promise, expected {edits}; a stage does not wait: load what it needs beforehand')
  }
  if (typeof result !== 'object' || result === null) {
    throw new StageError(`returned ${nameOf(result)}, expected {edits}; return {edits: []} where nothing changes`)
  }
  const {edits: given, mediaType, html} = result
  if (typeof given !== 'object' || given === null || typeof given[Symbol.iterator] !== 'function') {
    throw new StageError('returned no edits, expected a list; return {edits: []} where nothing changes')
  }
  const facts = listOf(result.facts, 'facts').map((fact) => checkedFact(fact, document, rules))
  const messages = listOf(result.messages, 'messages').map((message) => checkedMessage(message, document, rules))
  const recognised = listOf(result.annotations, 'annotations').map((annotation) =>
    checkedAnnotation(annotation, document, rules),
  )
  checkMediaType(mediaType, document)
  if (html !== undefined && !isHtmlFacts(html)) {
    throw new StageError(
      'Unexpected html, expected {elements, blocks, declarations}; leave it out to keep what there is',
    )
  }
  const checked: Edit[] = []
  for (const edit of given) checked.push(checkedEdit(edit, document.text, rules))
  const {edits: left, annotations: overruled} = overruler?.apply(id, document, checked, facts) ?? {
    edits: checked,
    annotations: [],
  }
  const annotations = [...recognised, ...overruled].sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end)
  const {document: next, edits} = document.apply(left, {
    facts,
    ...(mediaType !== undefined && {mediaType}),
    ...(html && {html}),
  })
  const excess = describeExcessOfEdits(id, edits.length)
  if (excess !== undefined) throw new DocumentError(`too much of one thing: ${excess}`)
  return {document: next, edits, facts, messages, annotations}
}

/** Check one edit on its own, and copy it: what is applied is what was checked. Ranges are checked when it is applied. */
function checkedEdit(edit: Edit, text: string, {ids, repeats}: Rules): Edit {
  if (typeof edit !== 'object' || edit === null) throw new EditError(`Unexpected ${nameOf(edit)} among the edits`)
  const {start, end, replacement, rule, evidence, copyOf} = edit
  if (!ids.has(rule)) {
    const expected = 'expected one that the stage declares among its rules'
    throw new EditError(`Unexpected rule ${shown(rule)} at [${start}, ${end}), ${expected}`)
  }
  const wrong = (what: string, why: string): EditError =>
    new EditError(`${what} of rule ${rule} at [${start}, ${end})${why}`)
  if (typeof replacement !== 'string') {
    throw wrong(`Unexpected replacement ${shown(replacement)}`, ", expected text; '' removes the range")
  }
  if (loneSurrogate.test(replacement)) {
    throw wrong('Unexpected replacement', ': it holds half a character; replace whole code points')
  }
  if (evidence !== undefined && typeof evidence !== 'string') {
    throw wrong(`Unexpected evidence ${shown(evidence)}`, ', expected text for a person, or none')
  }
  const checked = evidence === undefined ? {start, end, replacement, rule} : {start, end, replacement, rule, evidence}
  if (copyOf === undefined) {
    if (repeats.has(rule) && countWords(replacement) === 0 && countWords(text.slice(start, end)) > 0) {
      throw wrong('Missing copyOf', ': a rule of the class repeat says where the text stays')
    }
    return checked
  }
  const {start: from, end: to} = rangeOf(copyOf)
  if (!isInside({start: from, end: to}, text.length) || from === to || (from < end && start < to)) {
    const expected = `expected the text that stays, inside 0–${text.length} and outside of the edit`
    throw wrong(`Unexpected copyOf [${from}, ${to})`, `, ${expected}`)
  }
  return {...checked, copyOf: {start: from, end: to}}
}

/** Half of a surrogate pair: no file can hold it. */
const loneSurrogate = /\p{Surrogate}/u

function checkedFact(fact: MetadataFact, {text, lineage}: Document, {ids}: Rules): MetadataFact {
  if (typeof fact !== 'object' || fact === null) throw new StageError(`Unexpected ${nameOf(fact)} among the facts`)
  const {field, value, rule, at, raw, isPlain} = fact
  if (typeof field !== 'string' || !/^\S(?:.*\S)?$/.test(field) || loneSurrogate.test(field)) {
    throw new StageError(`Unexpected field ${shown(field)} of a fact, expected a name such as title`)
  }
  const subject = `of the fact ${field}`
  const isText = (item: unknown): boolean => typeof item === 'string' && !loneSurrogate.test(item)
  if (!isText(value) && !(Array.isArray(value) && value.every(isText))) {
    throw new StageError(`Unexpected value ${shown(value)} ${subject}, expected text or a list of texts`)
  }
  if (!ids.has(rule)) {
    throw new StageError(
      `Unexpected rule ${shown(rule)} ${subject}, expected one that the stage declares among its rules`,
    )
  }
  return {
    field,
    value: typeof value === 'string' ? value : [...value],
    rule,
    ...(at !== undefined && {at: checkedRange(at, text.length, `place ${subject}`)}),
    ...(raw !== undefined && {raw: checkedRange(raw, lineage.originLength, `raw place ${subject}`)}),
    ...(isPlain === true && {isPlain}),
  }
}

function checkedMessage(message: Message, {text: input}: Document, {ids}: Rules): Message {
  if (typeof message !== 'object' || message === null) {
    throw new StageError(`Unexpected ${nameOf(message)} among the messages`)
  }
  const {level, text, rule, at} = message
  if (typeof text !== 'string') throw new StageError(`Unexpected text ${shown(text)} of a message, expected a sentence`)
  const subject = `of the message ${shown(text)}`
  if (level !== 'info' && level !== 'warning') {
    throw new StageError(`Unexpected level ${shown(level)} ${subject}, expected info or warning`)
  }
  if (rule !== undefined && !ids.has(rule)) {
    throw new StageError(`Unexpected rule ${shown(rule)} ${subject}, expected one that the stage declares, or none`)
  }
  return {
    level,
    text,
    ...(rule !== undefined && {rule}),
    ...(at !== undefined && {at: checkedRange(at, input.length, `place ${subject}`)}),
  }
}

function checkedAnnotation(annotation: Annotation, {text}: Document, {ids}: Rules): Annotation {
  if (typeof annotation !== 'object' || annotation === null) {
    throw new StageError(`Unexpected ${nameOf(annotation)} among the annotations`)
  }
  const {kind, at, value, after, rule, reason, details} = annotation
  if (typeof kind !== 'string' || !/^[a-z][a-z\d]*(?:-[a-z\d]+)*$/.test(kind)) {
    throw new StageError(`Unexpected kind ${shown(kind)} of an annotation, expected a word such as name or link`)
  }
  const subject = `of an annotation of kind ${kind}`
  const isText = (item: unknown): item is string => typeof item === 'string' && !loneSurrogate.test(item)
  if (!isText(value)) throw new StageError(`Unexpected value ${shown(value)} ${subject}, expected text`)
  for (const [name, item] of [
    ['after', after],
    ['reason', reason],
  ] as const) {
    if (item !== undefined && !isText(item)) {
      throw new StageError(`Unexpected ${name} ${shown(item)} ${subject}, expected text, or none`)
    }
  }
  if (rule !== undefined && !ids.has(rule)) {
    throw new StageError(`Unexpected rule ${shown(rule)} ${subject}, expected one that the stage declares, or none`)
  }
  if (details !== undefined && !isRecordOfTexts(details, isText)) {
    throw new StageError(`Unexpected details ${subject}, expected a mapping of texts, or none`)
  }
  return {
    kind,
    at: checkedRange(at, text.length, `place ${subject}`),
    value,
    ...(after !== undefined && {after}),
    ...(rule !== undefined && {rule}),
    ...(reason !== undefined && {reason}),
    ...(details !== undefined && {details: {...details}}),
  }
}

function isRecordOfTexts(value: unknown, isText: (item: unknown) => boolean): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isText)
}

const mediaTypes: readonly MediaType[] = ['text/plain', 'text/markdown', 'text/html']

function checkMediaType(mediaType: unknown, document: Document): void {
  if (mediaType === undefined || mediaType === document.mediaType) return
  if (!mediaTypes.includes(mediaType as MediaType)) {
    throw new StageError(`Unexpected mediaType ${shown(mediaType)}, expected one of ${mediaTypes.join(', ')}`)
  }
  if (document.mediaType === 'text/markdown') {
    throw new StageError(`Unexpected mediaType ${mediaType}: what is markdown stays markdown; leave it out`)
  }
}

function isHtmlFacts(html: unknown): boolean {
  if (typeof html !== 'object' || html === null) return false
  const {elements, blocks, declarations} = html as Record<'elements' | 'blocks' | 'declarations', unknown>
  return Array.isArray(elements) && Array.isArray(blocks) && Array.isArray(declarations)
}

function checkedRange(range: Range, length: number, subject: string): Range {
  const copy = rangeOf(range)
  if (isInside(copy, length)) return copy
  throw new StageError(`Unexpected ${subject}: [${copy.start}, ${copy.end}), expected a range inside 0–${length}`)
}

function rangeOf(range: Range): Range {
  if (typeof range !== 'object' || range === null) return {start: Number.NaN, end: Number.NaN}
  return {start: range.start, end: range.end}
}

function isInside({start, end}: Range, length: number): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= length
}

function listOf<Item>(value: readonly Item[] | undefined, name: string): readonly Item[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) throw new StageError(`Unexpected ${name}, expected a list, or none`)
  return value as readonly Item[]
}

/** Tell whether a stage is asynchronous; what comes of it is nobody's business any more, so its failure is none either. */
function isPromise(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || typeof (value as Promise<unknown>).then !== 'function')
    return false
  ;(value as Promise<unknown>).then(undefined, () => {})
  return true
}

function nameOf(value: unknown): string {
  if (value === undefined || value === null) return String(value)
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}

/** Show a value of any kind in a few characters. */
function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value)
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : nameOf(value)
}
