/**
 * Run the stages over one document, in order, in this process. No files, no workers, no clock: bytes in, result out.
 */
import {createHash} from 'node:crypto'
import type {Annotation} from '../document/annotation.js'
import {describeBinary} from '../document/binary.js'
import {isCorpusStage} from '../document/corpus-stage.js'
import {type Decision, type DecisionEffect, idOfDecision, isOfDocument} from '../document/decision.js'
import {Document, type MediaType, type Message, type MetadataFact} from '../document/document.js'
import type {Edit} from '../document/edit.js'
import {type DecodedText, decodeBytes} from '../document/encoding.js'
import {describeExcess} from '../document/excess.js'
import type {Given} from '../document/given.js'
import type {Lineage} from '../document/lineage.js'
import {sniffMediaType} from '../document/media-type.js'
import type {Range} from '../document/range.js'
import type {Stage} from '../document/stage.js'
import {BlockParser} from '../document/tree.js'
import {countWords} from '../document/words.js'
import {DocumentError} from '../errors.js'
import {Overruler} from './overrule.js'
import {makeStageRunner, type PipelineStage, type StageRunner} from './run-stage.js'
import {Survivors} from './survivors.js'

export type {PipelineStage} from './run-stage.js'

/** An edit as it was applied, with the raw range behind it. Offsets are UTF-16 code units. */
export interface RecordedEdit extends Edit {
  /** The text that stood there. */
  readonly before: string
  /** Range of the decoded raw text behind the edit. */
  readonly raw: Range
  readonly copyOfRaw?: Range
}

/** What one stage did to one document. */
export interface Activity {
  readonly stage: Stage
  readonly options: object
  /** What is recorded of the options. */
  readonly recorded: object
  /** What was decided upon the document among others; missing where nothing was. */
  readonly verdict?: unknown
  /** The text that the stage was given. */
  readonly input: string
  /** What that text was; text/markdown from conversion on. */
  readonly mediaType: MediaType
  readonly edits: readonly RecordedEdit[]
}

/** A metadata fact with the stage that found it and its place in the raw. */
export interface RecordedFact extends MetadataFact {
  readonly stage: string
}

export interface RecordedMessage extends Message {
  readonly stage: string
  readonly raw?: Range
}

/** An annotation with the stage that made it, the text that stood there and its place in the raw. */
export interface RecordedAnnotation extends Annotation {
  readonly stage: string
  readonly text: string
  readonly raw: Range
}

/** Everything that is known of one cleaned document. */
export interface CleanedDocument {
  readonly id: string
  /** The clean markdown, front matter included. */
  readonly markdown: string
  /** The fields of the front matter. */
  readonly metadata: Readonly<Record<string, string | readonly string[]>>
  readonly mediaType: MediaType
  readonly decoded: DecodedText
  readonly activities: readonly Activity[]
  readonly facts: readonly RecordedFact[]
  readonly messages: readonly RecordedMessage[]
  /** What the stages recognised, stage by stage in the order of the text. */
  readonly annotations: readonly RecordedAnnotation[]
  /** What stages that ask for other documents have to know of this one, by stage. */
  readonly sheets: Readonly<Record<string, unknown>>
  /** Which characters of the markdown are which of the decoded raw. */
  readonly lineage: Lineage
  readonly words: {readonly raw: number; readonly clean: number}
  /** What each decision of a person did, by its id: of those upon this document alone, and of the others that did anything. */
  readonly decisions: Readonly<Record<string, DecisionEffect>>
  readonly verdict: 'clean' | 'suspect'
  /** Why the document is suspect. */
  readonly reasons: readonly string[]
}

export interface CleanOptions {
  /** Take every block as plain text instead of parsing it: for documents whose parse ran out of time. */
  readonly isPlain?: boolean
  /** What is known of the raw beside its bytes. */
  readonly given?: Given | undefined
  /** What was decided upon the document among others, by stage. */
  readonly verdicts?: Readonly<Record<string, unknown>> | undefined
}

export interface RunnerOptions extends CleanOptions {
  /** Why its markdown is taken as plain text, as a predicate: `took longer than 30s`; missing where that was asked for. */
  readonly plainSince?: string | undefined
  /** Told before each stage, by its place among the stages. */
  readonly onStage?: (index: number) => void
}

export interface Pipeline {
  readonly stages: readonly PipelineStage[]
  /** Digest of what decides the result: the stages, their versions, options and, of the user's own, modules. */
  readonly digest: string
  /** What a person decided. */
  readonly decisions: readonly Decision[]
  /** Whether a result was made under what is decided of its document now; `made` is what its record says of decisions. */
  isDecidedAlike(id: string, made: CleanedDocument['decisions'] | undefined): boolean
  /**
   * Clean one document.
   *
   * @param raw bytes as they were found, or text, which is taken as UTF-8.
   * @param id the raw path without its ending.
   * @throws DocumentError for what is not text or has too much of one thing; StageError for a stage that throws, or gives what
   * is no result of a stage, and of that kind EditError for edits that cannot be.
   */
  clean(raw: Uint8Array | string, id?: string, options?: RunnerOptions): CleanedDocument
}

/** Make a pipeline of stages and their validated options. */
export function makePipeline(stages: readonly PipelineStage[], decisions: readonly Decision[] = []): Pipeline {
  const runners = stages.map(makeStageRunner)
  const book = new DecisionBook(decisions)
  return {
    stages,
    decisions,
    isDecidedAlike: (id, made = {}) => book.isAlike(id, Object.keys(made)),
    digest: digestOfPipeline(stages, decisions),
    clean: (raw, id = 'stdin', options = {}) => cleanDocument({stages, runners, book}, raw, id, options),
  }
}

function digestOfPipeline(stages: readonly PipelineStage[], decisions: readonly Decision[]): string {
  const wide = digestOfWide(decisions)
  return digestOf([
    ...stages.map(({stage, options, recorded = options, module}) => [
      stage.id,
      stage.version,
      recorded,
      ...(module === undefined ? [] : [module]),
    ]),
    ...(wide === undefined ? [] : [wide]),
  ])
}

/**
 * Digest of what was decided for more than one document; undefined for nothing. A decision upon one document is that document's
 * alone: of the others nothing has to be done anew.
 */
export function digestOfWide(decisions: readonly Decision[]): string | undefined {
  const wide = decisions.filter((decision) => !isOfDocument(decision))
  return wide.length === 0 ? undefined : digestOf(wide)
}

/** What cleans documents. */
interface Machinery {
  readonly stages: readonly PipelineStage[]
  readonly runners: readonly StageRunner[]
  readonly book: DecisionBook
}

/** What a person decided, by document. */
class DecisionBook {
  readonly #wide: readonly Decision[]
  readonly #wideIds: ReadonlySet<string>
  readonly #ofDocuments = new Map<string, Decision[]>()

  constructor(decisions: readonly Decision[]) {
    this.#wide = decisions.filter((decision) => !isOfDocument(decision))
    this.#wideIds = new Set(this.#wide.map(idOfDecision))
    for (const decision of decisions) {
      if (decision.document === undefined) continue
      const list = this.#ofDocuments.get(decision.document)
      if (list) list.push(decision)
      else this.#ofDocuments.set(decision.document, [decision])
    }
  }

  /** The decisions that may hold for a document: of those upon sites, only the document will tell. */
  of(id: string): readonly Decision[] {
    const own = this.#ofDocuments.get(id)
    return own ? [...own, ...this.#wide] : this.#wide
  }

  /** Whether decisions upon a document alone are those by these ids, among which may be others. */
  isAlike(id: string, ids: readonly string[]): boolean {
    const own = (this.#ofDocuments.get(id) ?? []).map(idOfDecision)
    const made = ids.filter((one) => !this.#wideIds.has(one))
    return own.length === made.length && own.every((one) => made.includes(one))
  }
}

/** What decisions did: all upon this document, and of the others those that did anything, or whose text is there. */
function effectsOf(decisions: readonly Decision[], overruler: Overruler | undefined): CleanedDocument['decisions'] {
  const effects = decisions.flatMap((decision) => {
    const id = idOfDecision(decision)
    const effect = overruler?.effects.get(id) ?? 'lost'
    return isOfDocument(decision) || effect === 'applied' || (effect === 'agreed' && decision.text)
      ? [[id, effect] as const]
      : []
  })
  return Object.fromEntries(effects.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Digest of any JSON value, independent of the order of keys. */
export function digestOf(value: unknown): string {
  return `sha256:${createHash('sha256').update(canonicalJson(value)).digest('hex')}`
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) =>
    item && typeof item === 'object' && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  )
}

function cleanDocument(
  {stages, runners, book}: Machinery,
  raw: Uint8Array | string,
  id: string,
  {plainSince, isPlain = plainSince !== undefined, onStage, given = {}, verdicts = {}}: RunnerOptions,
): CleanedDocument {
  const bytes = typeof raw === 'string' ? Buffer.from(raw, 'utf8') : raw
  const binary = describeBinary(bytes)
  if (binary) throw new DocumentError(`binary: looks like ${binary}, which is no text; convert it, or leave it out`)
  const decoded = decodeBytes(bytes, given.charset)
  refuse(describeExcess(decoded.text))
  const decisions = book.of(id)
  const overruler =
    decisions.length > 0
      ? new Overruler(
          decisions,
          stages.some(({stage}) => stage.id === 'lift-metadata'),
        )
      : undefined
  let document = new Document({
    id,
    text: decoded.text,
    // A page is what its server calls one; what it calls text may be anything.
    mediaType: given.mediaType === 'text/html' ? given.mediaType : sniffMediaType(decoded.text),
    given: given.fields,
    decisions,
    parser: new BlockParser(isPlain),
  })
  const {mediaType} = document
  const activities: Activity[] = []
  const facts: RecordedFact[] = []
  const messages: RecordedMessage[] = []
  const annotations: RecordedAnnotation[] = []
  const sheets: Record<string, unknown> = {}
  const survivors = new Survivors()
  let rawWords: number | undefined
  for (const [index, {stage, options, recorded: written = options}] of stages.entries()) {
    onStage?.(index)
    const input = document
    // Words are counted once the text is what a reader would see, before anything is taken out of it.
    if (rawWords === undefined && input.mediaType === 'text/markdown') rawWords = countWords(input.text)
    const verdict = Object.hasOwn(verdicts, stage.id) ? verdicts[stage.id] : undefined
    if (isCorpusStage(stage)) sheets[stage.id] = stage.observe(input, options)
    const outcome = runners[index]!(input, verdict, overruler)
    const {edits} = outcome
    survivors.follow(input.text, edits)
    activities.push({
      stage,
      options,
      recorded: written,
      ...(verdict !== undefined && {verdict}),
      input: input.text,
      mediaType: input.mediaType,
      edits: edits.map((edit) => recorded(input, edit)),
    })
    for (const fact of outcome.facts) {
      facts.push({...fact, stage: stage.id, ...(fact.at && {raw: input.lineage.copiedOriginOf(fact.at)})})
    }
    for (const message of outcome.messages) {
      messages.push({...message, stage: stage.id, ...(message.at && {raw: input.rawRange(message.at)})})
    }
    for (const annotation of outcome.annotations) {
      const {at} = annotation
      const text = input.text.slice(at.start, at.end)
      annotations.push({...annotation, stage: stage.id, text, raw: input.rawRange(at)})
    }
    document = outcome.document
  }
  overruler?.finish(document)
  const body = document.blocks[0]?.type === 'frontMatter' ? document.text.slice(document.blocks[0].end) : document.text
  const words = {raw: rawWords ?? countWords(decoded.text), clean: countWords(body)}
  const lost = survivors.describeLost(document.text)
  const plain = isPlain ? describePlain(plainSince) : undefined
  const reasons = [...(isDuplicate(activities) ? [] : suspicions(words)), lost, plain, given.doubt].filter(
    (reason) => reason !== undefined,
  )
  return {
    id,
    markdown: document.text,
    metadata: Object.fromEntries(facts.map(({field, value}) => [field, value])),
    mediaType,
    decoded,
    activities,
    facts,
    messages,
    annotations,
    lineage: document.lineage,
    sheets,
    decisions: effectsOf(decisions, overruler),
    words,
    verdict: reasons.length > 0 ? 'suspect' : 'clean',
    reasons,
  }
}

function refuse(excess: string | undefined): void {
  if (excess !== undefined) throw new DocumentError(`too much of one thing: ${excess}`)
}

function recorded(input: Document, edit: Edit): RecordedEdit {
  const {start, end, replacement, rule, evidence, copyOf} = edit
  const before = input.text.slice(start, end)
  const raw = input.rawRange(edit)
  // Spelled out, since a page has hundreds: a spread takes ten times as long.
  if (copyOf) {
    const copyOfRaw = input.rawRange(copyOf)
    return {start, end, replacement, rule, ...(evidence !== undefined && {evidence}), copyOf, before, raw, copyOfRaw}
  }
  return evidence === undefined
    ? {start, end, replacement, rule, before, raw}
    : {start, end, replacement, rule, evidence, before, raw}
}

/** Whether the text went because another document has it: that little is left of it is then no cause for doubt. */
function isDuplicate(activities: readonly Activity[]): boolean {
  return activities.some(({stage, edits}) => {
    const rules = edits.length === 0 ? [] : stage.rules.filter((rule) => rule.class === 'duplicate')
    return rules.length > 0 && edits.some(({rule}) => rules.some(({id}) => id === rule))
  })
}

/** Name what makes a result doubtful: too much gone, or too little left. */
function suspicions(words: {raw: number; clean: number}): string[] {
  if (words.raw === 0) return ['the raw holds no words']
  if (words.clean === 0) return ['no words are left']
  const reasons: string[] = []
  if (words.clean < 30) reasons.push(`only ${wordsAre(words.clean)} left`)
  if (words.clean / words.raw < 0.1) reasons.push(`${words.raw - words.clean} of ${words.raw} words are gone`)
  return reasons
}

/** Seconds and memory differ from machine to machine, and where they decide, so may the result: it is never clean. */
function describePlain(since: string | undefined): string {
  return `taken as plain text: ${since === undefined ? 'so it was asked for' : `parsed as markdown it ${since}`}`
}

function wordsAre(count: number): string {
  return count === 1 ? '1 word is' : `${count} words are`
}
