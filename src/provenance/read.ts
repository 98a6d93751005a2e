/**
 * Read what a run has written, and play it back: the manifest, a document's provenance file, the text before and after
 * every stage.
 *
 * What is damaged is refused with a message that names the file and the place. Proving that all is well is not done
 * here: that is `verify`, which shares no code with this.
 */
import {join} from 'node:path'
import {CodePointIndex} from '../document/code-points.js'
import type {Range} from '../document/range.js'
import {readRegularFile} from '../regular-file.js'
import {describe} from '../run/system-errors.js'
import {ShardReader} from '../shards/reader.js'
import {damaged, ProvenanceError, parseJson, validation} from './damage.js'
import type {
  CodePointRange,
  ManifestDocument,
  ManifestEntry,
  OutputEntity,
  Provenance,
  ProvenanceActivity,
} from './model.js'
import {sha256} from './outputs.js'

export {ProvenanceError} from './damage.js'
export {findDocument, type Manifest, manifestName, openManifest, readManifest} from './manifest-file.js'

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
