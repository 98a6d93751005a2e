/**
 * Prove one document: its files against the manifest, its texts against the edits, the edits against one another.
 *
 * What is damaged is found at its cause where that can be told: a clean file that is not what the record makes of the
 * raw is reported with the place, and the rest is then proved on what it should have been.
 */
import {isUtf8} from 'node:buffer'
import {join} from 'node:path'
import {isDeepStrictEqual} from 'node:util'
import {readRegularFile} from '../../regular-file.js'
import type {ManifestDocument, ManifestEntry, ManifestRun, Provenance} from '../model.js'
import {provenanceSchema} from '../schema.js'
import {decodeRaw, encodeRaw} from './bytes.js'
import type {CheckId} from './checks.js'
import {checkContent} from './content.js'
import {digestOfBytes, digestOfValue, parseJson, writeProvenance} from './json.js'
import type {ListedDocument} from './manifest.js'
import {type Misfit, misfitsOf, playBackwards, playForwards} from './replay.js'
import type {Report} from './report.js'
import {CodePointText, firstDifference, lineAndColumn, placeOfByte} from './text.js'

/** The folders that are held against each other; without the raw folder its digests have to do. */
export interface Folders {
  readonly out: string
  readonly raw: string | undefined
}

/** Prove one document of the manifest. */
export async function verifyDocument({entry, run}: ListedDocument, folders: Folders, report: Report): Promise<void> {
  report.made('manifest-paths')
  const fault = pathFault(entry)
  if (fault !== undefined) {
    report.found('manifest-paths', 'manifest.jsonl', fault)
    return
  }
  const raw = folders.raw === undefined ? undefined : await readRaw(folders.raw, entry, report)
  if (entry.verdict === 'failed') {
    if (raw && entry.raw.sha256 !== undefined) checkFailedRaw(entry.raw.path, raw, entry.raw.sha256, report)
    return
  }
  const clean = await readOutput(folders.out, entry.clean.path, 'clean-digest', report)
  const record = await readOutput(folders.out, entry.provenance.path, 'provenance-digest', report)
  if (record) checkDigest(record, entry.provenance, 'provenance-digest', report)
  const provenance = record && readRecord(record, entry, report)
  if (provenance && run) checkActivities(provenance, run, entry.provenance.path, report)
  if (provenance && clean) new DocumentProof(entry, provenance, clean, raw, report).prove(run)
  else if (clean) checkDigest(clean, entry.clean, 'clean-digest', report)
  else if (raw && digestOfBytes(raw) !== entry.raw.sha256) reportRaw(entry, raw, undefined, report)
}

function pathFault(entry: ManifestDocument): string | undefined {
  const {id} = entry
  const {path} = entry.raw
  const isSafe = (name: string): boolean => name.split('/').every((part) => !['', '.', '..'].includes(part))
  if (!isSafe(id) || !isSafe(path) || /\0/.test(id + path)) return `${JSON.stringify(id)} leads out of its folder`
  const ending = path.startsWith(id) ? path.slice(id.length) : undefined
  if (ending === undefined || (ending !== '' && !/^\.[^/]+$/.test(ending))) {
    return `${id}: the raw path is ${path}, expected the id and an ending`
  }
  if (entry.verdict === 'failed') return undefined
  if (entry.clean.path !== `clean/${id}.md`) return `${id}: the clean path is ${entry.clean.path}`
  if (entry.provenance.path !== `provenance/${id}.json`) return `${id}: the provenance path is ${entry.provenance.path}`
  return undefined
}

async function readRaw(folder: string, {verdict, raw}: ManifestDocument, report: Report): Promise<Buffer | undefined> {
  // What failed unread may be a pipe, a device, a link out of the folder: nothing is known of it that could be held against.
  if (verdict === 'failed' && raw.sha256 === undefined) return undefined
  try {
    return await readRegularFile(join(folder, raw.path))
  } catch (error) {
    report.made('raw')
    report.found('raw', raw.path, `it cannot be read (${(error as NodeJS.ErrnoException).code})`)
    return undefined
  }
}

async function readOutput(out: string, path: string, check: CheckId, report: Report): Promise<Buffer | undefined> {
  report.made(check)
  try {
    return await readRegularFile(join(out, path))
  } catch (error) {
    report.found(check, path, `it cannot be read (${(error as NodeJS.ErrnoException).code})`)
    return undefined
  }
}

/** Hold bytes against the size and the digest that the manifest records; false when they differ. */
function checkDigest(
  bytes: Buffer,
  {path, sha256, bytes: size}: {path: string; sha256: string; bytes: number},
  check: CheckId,
  report: Report,
  place?: string,
): boolean {
  const digest = digestOfBytes(bytes)
  if (digest === sha256 && bytes.length === size) return true
  const found = digest === sha256 ? `${bytes.length} bytes` : digest
  report.found(check, path, `it has ${found}, the manifest records ${digest === sha256 ? size : sha256}`, place)
  return false
}

function checkFailedRaw(path: string, raw: Buffer, sha256: string, report: Report): void {
  report.made('raw')
  if (digestOfBytes(raw) !== sha256) report.found('raw', path, 'it is not the file that failed in the run')
}

/** Report a raw that is not what the run read, at the first byte that differs where that is known. */
function reportRaw(entry: ManifestEntry, raw: Buffer, restored: Buffer | undefined, report: Report): void {
  const at = restored ? firstDifference(raw, restored) : -1
  const message = `it has ${digestOfBytes(raw)}, the run read ${entry.raw.sha256}`
  report.found('raw', entry.raw.path, message, at < 0 ? undefined : `${placeOfByte(raw, at)}, byte ${at}`)
}

function readRecord(bytes: Buffer, entry: ManifestEntry, report: Report): Provenance | undefined {
  const {path} = entry.provenance
  report.made('provenance-form')
  const place = (offset: number): string => placeOfByte(bytes, offset)
  const parsed = parseJson(bytes, provenanceSchema)
  if (!('value' in parsed)) {
    report.found('provenance-form', path, parsed.error, parsed.offset === undefined ? undefined : place(parsed.offset))
    return undefined
  }
  const {value} = parsed
  const at = firstDifference(bytes, Buffer.from(writeProvenance(value)))
  if (at >= 0) report.found('provenance-form', path, 'it is not written as it should be', place(at))
  report.made('agreement')
  const {path: rawPath, sha256, bytes: rawBytes} = value.raw
  const {characters: _, ...clean} = value.clean
  const pairs: [name: string, here: unknown, there: unknown][] = [
    ['id', value.id, entry.id],
    ['raw', {path: rawPath, sha256, bytes: rawBytes}, entry.raw],
    ['clean', clean, entry.clean],
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
  return value
}

/** Hold what ran against what the run says that it runs. */
function checkActivities({activities, raw}: Provenance, run: ManifestRun, path: string, report: Report): void {
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
    const used = new Set(activity.edits.map(({rule}) => rule))
    const classed = Object.keys(activity.classes)
    if (used.size !== classed.length || classed.some((rule) => !used.has(rule))) {
      report.found('activities', path, `${name} gives classes of ${classed}, its edits have ${[...used]}`, place)
    }
    // Conversion happens once: markdown stays markdown.
    const isBack = mediaType === 'text/markdown' && activity.mediaType !== mediaType
    if (isBack || (index === 0 && activity.mediaType !== raw.mediaType)) {
      report.found('activities', path, `${name} was given ${activity.mediaType} behind ${mediaType}`, place)
    }
    mediaType = activity.mediaType
  }
}

/** The proof of one document whose files could be read. */
class DocumentProof {
  readonly #entry: ManifestEntry
  readonly #provenance: Provenance
  readonly #bytes: Buffer
  readonly #raw: Buffer | undefined
  readonly #report: Report

  constructor(entry: ManifestEntry, provenance: Provenance, clean: Buffer, raw: Buffer | undefined, report: Report) {
    this.#entry = entry
    this.#provenance = provenance
    this.#bytes = clean
    this.#raw = raw
    this.#report = report
  }

  prove(run: ManifestRun | undefined): void {
    const report = this.#report
    const {activities} = this.#provenance
    const {path} = this.#entry.provenance
    report.made('edits')
    for (const [index, {edits}] of activities.entries()) {
      for (const {edit, message} of misfitsOf(edits)) report.found('edits', path, message, placeOf(index, edit))
    }
    const clean = this.#soundClean()
    report.made('replay-backwards')
    const backwards = playBackwards(activities, clean)
    if (!('texts' in backwards)) this.#reportMisfit('replay-backwards', backwards)
    const restored = 'texts' in backwards ? this.#checkRestored(backwards.texts[0]!) : undefined
    this.#checkRaw(restored)
    const start = this.#rawText() ?? ('texts' in backwards ? backwards.texts[0]! : undefined)
    const forwards = start && this.#checkForwards(start, clean, 'texts' in backwards ? backwards.texts : undefined)
    const texts = 'texts' in backwards ? backwards.texts : forwards
    if (texts) checkContent(this.#entry, this.#provenance, texts, run, report)
  }

  /**
   * The clean text to go on with: the file's, or, when the file is damaged and the raw is there to tell, the one that
   * was written.
   */
  #soundClean(): CodePointText {
    const {clean} = this.#entry
    const bytes = this.#bytes
    const text = new CodePointText(bytes.toString('utf8'))
    if (digestOfBytes(bytes) === clean.sha256 && bytes.length === clean.bytes) {
      if (!isUtf8(bytes)) this.#report.found('clean-digest', clean.path, 'it is not UTF-8')
      return text
    }
    const raw = this.#rawText()
    const played = raw && playForwards(this.#provenance.activities, raw)
    const written = played && 'texts' in played ? played.texts.at(-1) : undefined
    const sound = written && Buffer.from(written.text)
    const at = sound ? firstDifference(bytes, sound) : -1
    const place = at < 0 ? undefined : `${placeOfByte(bytes, at)}, byte ${at}`
    checkDigest(bytes, clean, 'clean-digest', this.#report, place)
    return sound && digestOfBytes(sound) === clean.sha256 ? written : text
  }

  /** The text of the raw file, where it is there, is the one that the run read, and can be decoded here. */
  #rawText(): CodePointText | undefined {
    const {raw} = this.#provenance
    if (!this.#raw || raw.undecodable || digestOfBytes(this.#raw) !== this.#entry.raw.sha256) return undefined
    const text = decodeRaw(this.#raw, raw.encoding)
    return text === undefined ? undefined : new CodePointText(text)
  }

  #reportMisfit(check: CheckId, {activity, edit, message}: Misfit): void {
    const stage = this.#provenance.activities[activity]?.stage
    this.#report.found(check, this.#entry.provenance.path, `${stage}: ${message}`, placeOf(activity, edit))
  }

  /** Encode the text that came back, and hold it against what is recorded of the raw. */
  #checkRestored(text: CodePointText): Buffer | undefined {
    const report = this.#report
    const {raw} = this.#provenance
    const {path} = this.#entry.provenance
    report.made('restore')
    const stated = {characters: raw.characters, bom: raw.bom, newline: raw.newline}
    const found = {characters: text.length, bom: text.text.startsWith('\ufeff'), newline: newlineOf(text.text)}
    for (const name of ['characters', 'bom', 'newline'] as const) {
      if (stated[name] === found[name]) continue
      report.found('restore', path, `${stated[name]} is recorded, ${found[name]} comes back`, `raw.${name}`)
    }
    const encoded = encodeRaw(text, raw)
    if ('error' in encoded) {
      report.found('restore', path, encoded.error, 'raw')
      return undefined
    }
    const digest = digestOfBytes(encoded.bytes)
    if (digest === raw.sha256 && encoded.bytes.length === raw.bytes) return encoded.bytes
    const here = `${encoded.bytes.length} bytes with ${digest}`
    report.found('restore', path, `${here} come back, ${raw.bytes} with ${raw.sha256} are recorded`, 'raw')
    return undefined
  }

  #checkRaw(restored: Buffer | undefined): void {
    if (!this.#raw) return
    this.#report.made('raw')
    if (restored ? !this.#raw.equals(restored) : digestOfBytes(this.#raw) !== this.#entry.raw.sha256) {
      reportRaw(this.#entry, this.#raw, restored, this.#report)
    }
  }

  #checkForwards(
    start: CodePointText,
    clean: CodePointText,
    backwards: readonly CodePointText[] | undefined,
  ): CodePointText[] | undefined {
    const report = this.#report
    const {path} = this.#entry.clean
    report.made('replay-forwards')
    const played = playForwards(this.#provenance.activities, start)
    if (!('texts' in played)) {
      this.#reportMisfit('replay-forwards', played)
      return undefined
    }
    const at = firstDifference(played.texts.at(-1)!.text, clean.text)
    if (at >= 0) report.found('replay-forwards', path, 'the edits make another text', lineAndColumn(clean.text, at))
    for (const [index, {stage}] of this.#provenance.activities.entries()) {
      if (!backwards || backwards[index]!.text === played.texts[index]!.text) continue
      const unit = firstDifference(backwards[index]!.text, played.texts[index]!.text)
      const place = lineAndColumn(played.texts[index]!.text, unit)
      report.found('replay-forwards', path, `before ${stage} the text is not the one that comes back (${place})`)
      break
    }
    return played.texts
  }
}

function placeOf(activity: number, edit?: number): string {
  return `activities.${activity}${edit === undefined ? '' : `.edits.${edit}`}`
}

function newlineOf(text: string): Provenance['raw']['newline'] {
  const isCrlf = text.includes('\r\n')
  const isLf = /(?<!\r)\n/.test(text)
  const isCr = /\r(?!\n)/.test(text)
  if (Number(isCrlf) + Number(isLf) + Number(isCr) > 1) return 'mixed'
  return isCrlf ? 'crlf' : isLf ? 'lf' : isCr ? 'cr' : 'none'
}
