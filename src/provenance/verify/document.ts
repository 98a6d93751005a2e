/**
 * Prove one document: its files against the manifest, and what its record says of the run. How its texts are proved
 * stands in `proof.ts`.
 */
import {isDeepStrictEqual} from 'node:util'
import type {ManifestDocument, ManifestEntry, ManifestRun, Provenance, ProvenanceActivity} from '../model.js'
import {provenanceSchema} from '../schema.js'
import {originFaults} from './facts.js'
import {digestOfBytes, digestOfValue, parseJson, provenanceDifference} from './json.js'
import type {ListedDocument} from './manifest.js'
import {checkDigest, proveTexts, reportRaw} from './proof.js'
import type {Report} from './report.js'
import {nameOfRaw, type StoredTexts} from './stored-text.js'
import {firstDifference, placeOfByte} from './text.js'

/** Prove one document of the manifest. */
export async function verifyDocument({entry, run}: ListedDocument, texts: StoredTexts, report: Report): Promise<void> {
  report.made('manifest-paths')
  const fault = pathFault(entry, run)
  if (fault !== undefined) {
    report.found('manifest-paths', 'manifest.jsonl', fault)
    return
  }
  // What failed unread may be a pipe, a device, a link out of the folder: nothing is known of it that could be held against.
  const raw = entry.raw.sha256 === undefined ? undefined : await texts.raw(entry, report)
  if (entry.verdict === 'failed') {
    if (raw && raw.digest !== entry.raw.sha256)
      report.found('raw', raw.path, `${nameOfRaw(entry)} is not what failed in the run`)
    return
  }
  const clean = await texts.clean(entry, report)
  const provenance = await readRecord(texts, entry, report)
  if (provenance && run) checkActivities(provenance, run, entry.provenance.path, report)
  if (provenance && clean) {
    await proveTexts({entry, provenance, run}, clean, raw, report)
    return
  }
  if (clean) checkDigest(clean, entry.clean, 'clean-digest', report)
  else if (raw && raw.digest !== entry.raw.sha256) await reportRaw({entry}, raw, undefined, report)
}

function pathFault(entry: ManifestDocument, run: ManifestRun | undefined): string | undefined {
  const {id} = entry
  const {path} = entry.raw
  const isSafe = (name: string): boolean => name.split('/').every((part) => !['', '.', '..'].includes(part))
  if (!isSafe(id) || !isSafe(path) || /\0/.test(id + path)) return `${JSON.stringify(id)} leads out of its folder`
  // The id of a record is that of its container and a name.
  const stem = entry.raw.record === undefined ? id : id.slice(0, Math.max(0, id.lastIndexOf('/')))
  const ending = path.startsWith(stem) ? path.slice(stem.length) : undefined
  const isDigest = stem === `${path}~${digestOfBytes(Buffer.from(path)).slice('sha256:'.length).slice(0, 8)}`
  if (!isDigest && (ending === undefined || (ending !== '' && !/^\.[^/]+$/.test(ending)))) {
    return `${id}: the raw path is ${path}, expected the id and an ending`
  }
  if (entry.verdict === 'failed') return undefined
  if (run?.output) return shardFault(entry, run.output)
  const name = entry.raw.record === undefined ? id : spread(id)
  if (entry.clean.path !== `clean/${name}.md`) return `${id}: the clean path is ${entry.clean.path}`
  if (entry.provenance.path !== `provenance/${name}.json`)
    return `${id}: the provenance path is ${entry.provenance.path}`
  return undefined
}

/** Where the files of a record stand: in the folder of its container that the digest of its id names. */
export function spread(id: string): string {
  const parts = id.split('/')
  return [...parts.slice(0, -1), digestOfBytes(Buffer.from(id)).slice('sha256:'.length).slice(0, 2), parts.at(-1)].join(
    '/',
  )
}

/** Tell why the records of a document are in no shard of the run. */
function shardFault(
  {id, clean, provenance}: ManifestEntry,
  {shards}: NonNullable<ManifestRun['output']>,
): string | undefined {
  // Shards are called by their numbers.
  const shard = shards[Number(/part-(\d+)\./.exec(clean.path)?.[1] ?? -1)]
  if (shard?.clean.path !== clean.path) return `${id}: the run has no shard ${clean.path}`
  const isAlike = provenance.path === shard.provenance.path && provenance.record === clean.record
  if (!isAlike) return `${id}: its provenance is not where its clean text is`
  const isIn = clean.record !== undefined && clean.record <= shard.documents
  return isIn ? undefined : `${id}: ${clean.path} has no record ${clean.record}`
}

async function readRecord(texts: StoredTexts, entry: ManifestEntry, report: Report): Promise<Provenance | undefined> {
  const isSharded = entry.provenance.record !== undefined
  const file = await texts.provenance(entry.provenance, report)
  if (!file) return undefined
  const {path} = file
  checkDigest(file, entry.provenance, 'provenance-digest', report)
  report.made('provenance-form')
  const bytes = await file.read()
  const place = (offset: number): string => placeOfByte(bytes, offset)
  const parsed = parseJson(bytes, provenanceSchema)
  if (!('value' in parsed)) {
    report.found('provenance-form', path, parsed.error, parsed.offset === undefined ? undefined : place(parsed.offset))
    return undefined
  }
  const {value} = parsed
  const at = isSharded ? firstDifference(bytes, Buffer.from(JSON.stringify(value))) : provenanceDifference(bytes, value)
  if (at >= 0) report.found('provenance-form', path, 'it is not written as it should be', place(at))
  report.made('agreement')
  const {path: rawPath, sha256, bytes: rawBytes, given} = value.raw
  const {record: _number, field: _field, ...listed} = entry.raw
  const {characters: _, ...clean} = value.clean
  const {path: cleanPath, record: _record, ...listedClean} = entry.clean
  const pairs: [name: string, here: unknown, there: unknown][] = [
    ['id', value.id, entry.id],
    ['raw', {path: rawPath, sha256, bytes: rawBytes, ...(given && {given})}, listed],
    ['clean', clean, isSharded ? listedClean : {path: cleanPath, ...listedClean}],
    ['verdict', value.verdict, entry.verdict],
    ['reasons', value.reasons, entry.reasons],
    ['words', value.words, entry.words],
  ]
  for (const [name, here, there] of pairs) {
    if (isDeepStrictEqual(here, there)) continue
    report.found('agreement', path, `${JSON.stringify(here)} here, ${JSON.stringify(there)} in the manifest`, name)
  }
  if ((value.verdict === 'clean') !== (value.reasons.length === 0)) {
    report.found('agreement', path, `the verdict is ${value.verdict}, with ${value.reasons.length} reasons`, 'reasons')
  }
  const {doubt} = given ?? {}
  if (doubt !== undefined && !value.reasons.includes(doubt)) {
    report.found('agreement', path, 'its container says why it is in doubt, and no reason does', 'reasons')
  }
  // Seconds and memory decide that, so that it must be told.
  if (value.plain !== value.reasons.some((reason) => reason.startsWith('taken as plain text'))) {
    const message = value.plain ? 'it was taken as plain text, and no reason says so' : 'a reason says that it was'
    report.found('agreement', path, message, 'plain')
  }
  report.made('facts')
  for (const {place: at, message} of originFaults(value)) report.found('facts', path, message, at)
  return value
}

/** Hold what ran against what the run says that it runs. */
function checkActivities(
  {activities, raw, metadata, messages, annotations}: Provenance,
  run: ManifestRun,
  path: string,
  report: Report,
): void {
  report.made('activities')
  const {stages} = run.pipeline
  if (activities.length !== stages.length) {
    report.found('activities', path, `${activities.length} stages are recorded, the run has ${stages.length}`)
  }
  let mediaType = raw.mediaType
  for (const [index, activity] of activities.entries()) {
    const place = `activities.${index}`
    const stage = stages[index]
    const name = `${activity.stage} ${activity.version}`
    if (stage && name !== `${stage.id} ${stage.version}`) {
      report.found('activities', path, `it is stage ${name}, the run has ${stage.id} ${stage.version} here`, place)
    } else if (stage && activity.options !== digestOfValue(stage.options)) {
      report.found('activities', path, `${name} ran under other options than the run states`, place)
    }
    const used = new Set<string | undefined>(activity.edits.map(({rule}) => rule))
    for (const {stage: from, rule} of [...metadata, ...messages, ...annotations])
      if (from === activity.stage) used.add(rule)
    used.delete(undefined)
    const classed = Object.keys(activity.classes)
    if (used.size !== classed.length || classed.some((rule) => !used.has(rule))) {
      report.found(
        'activities',
        path,
        `${name} gives classes of ${classed}, its edits, facts, remarks and annotations have ${[...used]}`,
        place,
      )
    }
    // Conversion happens once: markdown stays markdown.
    const isBack = mediaType === 'text/markdown' && activity.mediaType !== mediaType
    if (isBack || (index === 0 && activity.mediaType !== raw.mediaType)) {
      report.found('activities', path, `${name} was given ${activity.mediaType} behind ${mediaType}`, place)
    }
    const conversion = conversionFault(activity, activities[index + 1]?.mediaType, run, index)
    if (conversion !== undefined) report.found('activities', path, `${name} ${conversion}`, place)
    mediaType = activity.mediaType
  }
}

/** The stages that make markdown, by what they make it of. */
const converters: Readonly<Record<string, string>> = {'text/html': 'convert-html', 'text/plain': 'convert-text'}

/** Tell what is wrong with how a text became markdown; a stage of the user's own may have made it so. */
function conversionFault(
  {stage, mediaType, edits}: ProvenanceActivity,
  next: string | undefined,
  {pipeline: {stages}}: ManifestRun,
  index: number,
): string | undefined {
  if (stage === 'convert-html' && mediaType !== 'text/html' && edits.length > 0)
    return `converts pages, and no ${mediaType}`
  if (stage === 'convert-html' && mediaType === 'text/html' && edits.length === 0)
    return 'made markdown of a page by no edit'
  if (next === undefined || stages[index]?.module !== undefined) return undefined
  if (converters[mediaType] === stage && next !== 'text/markdown') return `left ${next}, expected text/markdown`
  if (next === mediaType || mediaType === 'text/markdown') return undefined
  if (next !== 'text/markdown') return `made ${next} of ${mediaType}`
  const isElsewhere = converters[mediaType] !== stage && stages.some(({id}) => id === converters[mediaType])
  return isElsewhere ? `made markdown of ${mediaType}, which is done by ${converters[mediaType]}` : undefined
}
