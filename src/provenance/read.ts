/**
 * Read what a run has written, and play it back: the manifest, a document's provenance file, the text before and after
 * every stage.
 *
 * What is damaged is refused with a message that names the file and the place. Proving that all is well is not done
 * here: that is `verify`, which shares no code with this.
 */
import {join, posix, relative, resolve, sep} from 'node:path'
import type {z} from 'zod'
import {cutIntoLines} from '../cut-lines.js'
import {CodePointIndex} from '../document/code-points.js'
import type {Range} from '../document/range.js'
import {DocumentError, UsageError} from '../errors.js'
import {openRegularFile, readRegularFile} from '../regular-file.js'
import {describe} from '../run/system-errors.js'
import {ShardReader} from '../shards/reader.js'
import {manifestError} from './manifest-error.js'
import type {
  CodePointRange,
  ManifestDocument,
  ManifestEntry,
  ManifestRun,
  ManifestShard,
  OutputEntity,
  Provenance,
  ProvenanceActivity,
} from './model.js'
import {cleanPath, outputNameOf, provenancePath, sha256} from './outputs.js'

/** A file of the output is missing, damaged, or contradicts another. */
export class ProvenanceError extends DocumentError {
  override name = 'ProvenanceError'
}

/** A whole manifest. */
export interface Manifest {
  readonly run: ManifestRun
  /** In the order of ids. */
  readonly documents: readonly ManifestDocument[]
}

/** Name of the manifest below the output folder. */
export const manifestName = 'manifest.jsonl'

/**
 * Read and validate the manifest of an output folder.
 *
 * @throws UsageError when the folder holds none; ProvenanceError when it is damaged.
 */
export async function readManifest(out: string): Promise<Manifest> {
  const {run, documents: given} = await openManifest(out)
  const documents: ManifestDocument[] = []
  for await (const document of given) documents.push(document)
  return {run, documents}
}

/** A manifest that is read as it is asked for. */
export interface OpenManifest {
  readonly run: ManifestRun
  /** In the order of ids, to be read to the end, or until one is damaged. */
  readonly documents: AsyncGenerator<ManifestDocument, void, undefined>
}

/**
 * Open the manifest of an output folder, and validate it line by line.
 *
 * @throws as `readManifest`; of a damaged line when it comes to its turn.
 */
export async function openManifest(out: string): Promise<OpenManifest> {
  const path = join(out, manifestName)
  const lines = manifestLines(path)
  const {manifestDocumentSchema, manifestRunSchema, validate} = await validation()
  try {
    const {value: first = ''} = await lines.next()
    const run = validate(manifestRunSchema, parseJson(first, path, 'line 1'), path, 'line 1')
    return {run, documents: documents(run)}
  } catch (error) {
    // Whoever is given nothing can close nothing.
    await lines.return()
    throw error
  }

  async function* documents(run: ManifestRun): AsyncGenerator<ManifestDocument, void, undefined> {
    let number = 1
    for await (const line of lines) {
      const place = `line ${++number}`
      const document = validate(manifestDocumentSchema, parseJson(line, path, place), path, place)
      const fault = pathFault(document, run)
      if (fault !== undefined) throw damaged(path, place, fault)
      yield document
    }
  }
}

/** The lines of a manifest. That the last one ends is known when it is reached. */
async function* manifestLines(path: string): AsyncGenerator<string, void, undefined> {
  try {
    const file = await openRegularFile(path)
    try {
      const {size} = await file.stat()
      let number = 0
      let length = 0
      for await (const line of cutIntoLines(file.createReadStream({autoClose: false}))) {
        number++
        length += line.length + 1
        if (length > size) throw damaged(path, `line ${number}`, 'the last line does not end')
        yield String(line)
      }
      if (number === 0) throw damaged(path, 'line 1', 'the last line does not end')
    } finally {
      await file.close()
    }
  } catch (cause) {
    throw manifestError(path, cause)
  }
}

/** Say which path of a document is not where a run puts it: no manifest, whoever wrote it, leads out of its folders. */
function pathFault(document: ManifestDocument, {output}: ManifestRun): string | undefined {
  const {id, raw} = document
  const leadsOut = [id, raw.path].find((path) => path.split('/').some((part) => ['', '.', '..'].includes(part)))
  if (leadsOut !== undefined) return `${JSON.stringify(leadsOut)} leads out of its folder`
  if (document.verdict === 'failed') return undefined
  const {clean, provenance} = document
  if (output) return shardFault(document, output.shards)
  const name = outputNameOf(document)
  if (clean.path !== cleanPath(name)) return `the clean path of ${id} is ${JSON.stringify(clean.path)}`
  if (provenance.path !== provenancePath(name))
    return `the provenance path of ${id} is ${JSON.stringify(provenance.path)}`
  return undefined
}

/** Say that a document is not in one of the shards of the run. */
function shardFault({id, clean, provenance}: ManifestEntry, shards: readonly ManifestShard[]): string | undefined {
  // Shards are called by their numbers.
  const shard = shards[Number(/part-(\d+)\./.exec(clean.path)?.[1] ?? -1)]
  const isSame = shard?.clean.path === clean.path && shard.provenance.path === provenance.path
  const isThere = isSame && clean.record === provenance.record && (clean.record ?? Number.NaN) <= shard.documents
  if (!isThere) return `${id} stands in no shard of the run`
  const isSafe = [clean.path, provenance.path].every((path) =>
    /^(?:clean|provenance)\/part-\d{5,}\.\w+(?:\.gz)?$/.test(path),
  )
  return isSafe ? undefined : `${JSON.stringify(clean.path)} is no name of a shard`
}

/**
 * Read and validate the record of provenance of a document.
 *
 * @param reader of the shards, where several documents are read.
 * @throws ProvenanceError when it is missing or damaged, or when the document failed and has none.
 */
export async function readProvenance(out: string, entry: ManifestDocument, reader?: ShardReader): Promise<Provenance> {
  const place = entryOf(entry).provenance
  const path = join(out, place.path)
  const where = place.record === undefined ? '' : `record ${place.record}`
  const text =
    place.record === undefined
      ? await readOutput(path)
      : await fromShard(out, place, reader, async (shards) => (await shards.provenance(place))?.toString())
  const {provenanceSchema, validate} = await validation()
  const provenance = validate(provenanceSchema, parseJson(text, path, where), path, where)
  if (provenance.id !== entry.id)
    throw damaged(path, where || 'id', `it speaks of ${provenance.id}, not of ${entry.id}`)
  return provenance
}

/**
 * Read the clean text of a document, front matter included.
 *
 * @param reader of the shards, where several documents are read.
 * @throws ProvenanceError when it is missing or not UTF-8, or when the document failed and has none.
 */
export async function readClean(out: string, entry: ManifestDocument, reader?: ShardReader): Promise<string> {
  const place = entryOf(entry).clean
  if (place.record === undefined) return readOutput(join(out, place.path))
  return fromShard(out, place, reader, (shards) => shards.text(place))
}

/** Read something from a shard; what is wrong with it is told with its place. */
async function fromShard(
  out: string,
  {path, record}: OutputEntity,
  given: ShardReader | undefined,
  read: (shards: ShardReader) => Promise<string | undefined>,
): Promise<string> {
  const shards = given ?? new ShardReader(out)
  const file = join(out, path)
  try {
    const text = await read(shards)
    if (text !== undefined) return text
  } catch (cause) {
    throw new ProvenanceError(`Cannot read ${file}: ${describe(cause)}; run \`palimpsest verify\``, {cause})
  } finally {
    if (!given) await shards.close()
  }
  throw damaged(file, `record ${record}`, 'it is not there')
}

/**
 * Read the clean text of a document and its provenance.
 *
 * @throws ProvenanceError as the two alone, and where the clean text is not the one that the provenance speaks of.
 */
export async function readTexts(
  out: string,
  entry: ManifestDocument,
  reader?: ShardReader,
): Promise<{readonly provenance: Provenance; readonly clean: string}> {
  const [provenance, clean] = [await readProvenance(out, entry, reader), await readClean(out, entry, reader)]
  if (sha256(clean) === provenance.clean.sha256) return {provenance, clean}
  throw new ProvenanceError(
    `${join(out, entryOf(entry).clean.path)} was changed after the run; \`palimpsest run\` writes it anew, as long as its raw is there`,
  )
}

/** Narrow a document of the manifest to one that came out. */
function entryOf(document: ManifestDocument): ManifestEntry {
  if (document.verdict !== 'failed') return document
  throw new ProvenanceError(`${document.id} failed and has no output: ${document.reasons.join('; ')}`)
}

/**
 * Find a document by its id, by the path of its raw, clean or provenance file (with or without the folder's own path
 * in front), or by the beginning of its id where no other id begins so.
 *
 * @param out the output folder, where paths that begin with it are to be understood.
 * @param raw the raw folder, likewise.
 * @throws UsageError for a name that fits none or several.
 */
export function findDocument(manifest: Manifest, name: string, out?: string, raw?: string): ManifestDocument {
  const names = new Set([posix.normalize(name.split(sep).join('/'))])
  for (const folder of [out, raw]) {
    if (folder === undefined) continue
    const below = relative(resolve(folder), resolve(name))
    if (below && !below.startsWith('..')) names.add(below.split(sep).join('/'))
  }
  const {documents} = manifest
  const exact =
    documents.find(({id}) => names.has(id)) ?? documents.find((document) => pathsOf(document).some((p) => names.has(p)))
  if (exact) return exact
  const starting = documents.filter(({id}) => id.startsWith(name))
  if (starting.length === 1) return starting[0]!
  const shown = (starting.length > 0 ? starting : documents).slice(0, 10).map(({id}) => id)
  const more = (starting.length || documents.length) - shown.length
  const list = shown.join(', ') + (more > 0 ? ` and ${more} more` : '')
  if (starting.length > 1) throw new UsageError(`Unexpected document ${name}, expected one of ${list}`)
  throw new UsageError(`No document ${name} in the manifest; there is ${list || 'none'}`)
}

function pathsOf(document: ManifestDocument): string[] {
  if (document.verdict === 'failed') return [document.raw.path]
  return [document.raw.path, document.clean.path, document.provenance.path]
}

/** An edit with its places in UTF-16 code units. */
export interface ReplayedEdit {
  readonly rule: string
  /** In the text before the stage. */
  readonly at: Range
  /** In the text after the stage: where `after` stands. */
  readonly to: Range
  /** In the decoded raw text. */
  readonly raw: Range
  readonly before: string
  readonly after: string
  readonly evidence?: string
  /** For a removed copy: where the text stays, before the stage and in the raw. */
  readonly copyOf?: {readonly at: Range; readonly raw: Range}
}

/** One stage, played back. */
export interface ReplayedStage {
  readonly stage: string
  /** What its input was. */
  readonly mediaType: ProvenanceActivity['mediaType']
  readonly version: number
  /** Class of each rule that made an edit. */
  readonly classes: Readonly<Record<string, string>>
  readonly input: string
  readonly output: string
  readonly edits: readonly ReplayedEdit[]
}

/** A document, played back. */
export interface Replay {
  /** The decoded raw text. */
  readonly raw: string
  readonly clean: string
  /** In the order in which they ran; `stages[0].input` is the raw text, the last `output` the clean one. */
  readonly stages: readonly ReplayedStage[]
}

/**
 * Play the edits of all stages backwards from the clean text.
 *
 * Linear in the size of the texts and the edits; stages that changed nothing share one string.
 *
 * @throws ProvenanceError when an edit's outcome does not stand where the record says.
 */
export function replayStages(provenance: Provenance, cleanText: string): Replay {
  const steps: {activity: ProvenanceActivity; input: string; output: string; places: Place[]}[] = []
  let output = cleanText
  for (const activity of provenance.activities.toReversed()) {
    const {input, places} = undo(activity, output, provenance.id)
    steps.push({activity, input, output, places})
    output = input
  }
  const rawIndex = new CodePointIndex(output)
  const stages = steps.toReversed().map(({activity, places, ...texts}): ReplayedStage => {
    const inputIndex = activity.edits.some(({copyOf}) => copyOf) ? new CodePointIndex(texts.input) : undefined
    const edits = activity.edits.map(({rule, before, after, evidence, raw, copyOf}, index): ReplayedEdit => {
      return {
        rule,
        ...places[index]!,
        raw: toCodeUnits(rawIndex, raw),
        before,
        after,
        ...(evidence !== undefined && {evidence}),
        ...(copyOf && {copyOf: {at: toCodeUnits(inputIndex!, copyOf.at), raw: toCodeUnits(rawIndex, copyOf.raw)}}),
      }
    })
    const {stage, mediaType, version, classes} = activity
    return {stage, mediaType, version, classes, ...texts, edits}
  })
  return {raw: output, clean: cleanText, stages}
}

interface Place {
  readonly at: Range
  readonly to: Range
}

/** Take back the edits of one stage. */
function undo({stage, edits}: ProvenanceActivity, output: string, id: string): {input: string; places: Place[]} {
  if (edits.length === 0) return {input: output, places: []}
  const index = new CodePointIndex(output)
  const parts: string[] = []
  const places: Place[] = []
  let inputLength = 0
  let offset = 0
  let shift = 0
  for (const [number, {at, before, after, rule}] of edits.entries()) {
    const start = index.toCodeUnit(at[0] + shift)
    const end = start + after.length
    if (start < offset || !output.startsWith(after, start)) {
      const place = `activities.${stage}.edits[${number}]`
      throw new ProvenanceError(
        `Provenance of ${id} does not fit its clean text at ${place}: rule ${rule} left ${JSON.stringify(after.slice(0, 60))}, which is not there; run \`palimpsest verify\``,
      )
    }
    parts.push(output.slice(offset, start), before)
    const inputStart = inputLength + start - offset
    inputLength = inputStart + before.length
    places.push({at: {start: inputStart, end: inputLength}, to: {start, end}})
    offset = end
    shift += lengthOf(after) - (at[1] - at[0])
  }
  parts.push(output.slice(offset))
  return {input: parts.join(''), places}
}

function lengthOf(text: string): number {
  return new CodePointIndex(text).length
}

function toCodeUnits(index: CodePointIndex, [start, end]: CodePointRange): Range {
  return {start: index.toCodeUnit(start), end: index.toCodeUnit(end)}
}

async function readOutput(path: string): Promise<string> {
  let bytes: Uint8Array
  try {
    bytes = await readRegularFile(path)
  } catch (cause) {
    throw new ProvenanceError(`Cannot read ${path}: ${describe(cause)}; run \`palimpsest verify\``, {cause})
  }
  try {
    return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes)
  } catch (cause) {
    throw new ProvenanceError(`Damaged ${path}: it is not UTF-8; run \`palimpsest verify\``, {cause})
  }
}

function parseJson(text: string, path: string, place: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw damaged(path, place, (cause as Error).message)
  }
}

type Validate = <Value>(schema: z.ZodType<Value>, value: unknown, path: string, place: string) => Value

/** The schemas and how to apply them, loaded when there is something to read: they are slow to load, and help asks for none. */
async function validation(): Promise<typeof import('./schema.js') & {readonly validate: Validate}> {
  const [{prettifyError}, schemas] = await Promise.all([import('zod'), import('./schema.js')])
  return {
    ...schemas,
    validate(schema, value, path, place) {
      const result = schema.safeParse(value)
      if (result.success) return result.data
      throw damaged(path, place, prettifyError(result.error))
    },
  }
}

function damaged(path: string, place: string, why: string): ProvenanceError {
  return new ProvenanceError(
    `Damaged ${path}${place && ` (${place})`}: ${why}; run \`palimpsest verify\` for all findings`,
  )
}
