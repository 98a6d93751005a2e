/**
 * Prove the texts of one document: that its edits lead from the clean text to the raw and back, that what comes back is the
 * raw, and what the record says of the texts between.
 *
 * What is damaged is found at its cause where that can be told: a clean file that is not what the record makes of the
 * raw is reported with the place, and the rest is then proved on what it should have been.
 *
 * No more texts are in memory than the raw, the clean one, and two of those between: a document of a hundred megabytes has a
 * dozen stages.
 */
import {isUtf8} from 'node:buffer'
import type {Provenance} from '../model.js'
import {decodeRaw, encodeRaw} from './bytes.js'
import type {CheckId} from './checks.js'
import {ContentProof, type Subject} from './content.js'
import {digestOfBytes} from './json.js'
import {type Misfit, misfitsOf, playBackwards, playForwards} from './replay.js'
import type {Report} from './report.js'
import type {StoredFile} from './stored-file.js'
import {adviceOn, nameOfRaw} from './stored-text.js'
import {CodePointText, firstDifference, lineAndColumn, placeOfByte} from './text.js'

/** Prove the texts of a document whose files could be read; without its raw file, the recorded digest has to do. */
export async function proveTexts(
  subject: Subject,
  clean: StoredFile,
  raw: StoredFile | undefined,
  report: Report,
): Promise<void> {
  const {activities} = subject.provenance
  report.made('edits')
  for (const [index, {edits}] of activities.entries()) {
    for (const {edit, message} of misfitsOf(edits)) {
      report.found('edits', subject.entry.provenance.path, message, placeOf(index, edit))
    }
  }
  const rawText = raw && (await readRawText(subject, raw))
  const cleanText = await readSoundClean(subject, clean, rawText, report)
  report.made('replay-backwards')
  const played = playBackwards(activities, cleanText)
  if (!('text' in played)) reportMisfit(subject, 'replay-backwards', played, report)
  let restored = 'text' in played ? played.text : undefined
  // One of two equal texts is enough.
  if (restored && rawText && restored.text === rawText.text) restored = rawText
  await proveRestored(subject, restored, raw, report)
  proveForwards(subject, {clean: cleanText, raw: rawText, restored}, report)
}

/** Hold a file against the size and the digest that the manifest records. */
export function checkDigest(
  {path, digest, size}: StoredFile,
  {sha256, bytes}: {readonly sha256: string; readonly bytes: number},
  check: CheckId,
  report: Report,
  place?: string,
): void {
  if (digest === sha256 && size === bytes) return
  const found = digest === sha256 ? `${size} bytes` : digest
  report.found(check, path, `it has ${found}, the manifest records ${digest === sha256 ? bytes : sha256}`, place)
}

/** Report a raw that is not what the run read, at the first byte that differs where that is known. */
export async function reportRaw(
  {entry}: Pick<Subject, 'entry'>,
  raw: StoredFile,
  restored: Buffer | undefined,
  report: Report,
): Promise<void> {
  const bytes = restored && (await raw.read())
  const at = restored && bytes ? firstDifference(bytes, restored) : -1
  const place = at < 0 ? undefined : `${placeOfByte(bytes!, at)}, byte ${at}`
  const message = `has ${raw.digest}, the run read ${entry.raw.sha256}`
  if (entry.raw.record === undefined) report.found('raw', entry.raw.path, `it ${message}`, place)
  else {
    // The place is one of the raw, and would be taken for one of the container.
    const where = place === undefined ? '' : `; it differs at ${place}`
    report.found('raw', entry.raw.path, `${nameOfRaw(entry)} ${message}${where}`, undefined, adviceOn(entry.id))
  }
}

/** The text of the raw file, where it is the one that the run read, and can be decoded here. */
async function readRawText({entry, provenance}: Subject, raw: StoredFile): Promise<CodePointText | undefined> {
  if (provenance.raw.undecodable || raw.digest !== entry.raw.sha256) return undefined
  const text = decodeRaw(await raw.read(), provenance.raw.encoding)
  return text === undefined ? undefined : new CodePointText(text)
}

/** The clean text to go on with: the file's, or, when the file is damaged and the raw is there to tell, what was written. */
async function readSoundClean(
  {entry: {clean}, provenance: {activities}}: Subject,
  file: StoredFile,
  raw: CodePointText | undefined,
  report: Report,
): Promise<CodePointText> {
  const bytes = await file.read()
  const text = new CodePointText(bytes.toString('utf8'))
  if (file.digest === clean.sha256 && file.size === clean.bytes) {
    if (!isUtf8(bytes)) report.found('clean-digest', clean.path, 'it is not UTF-8')
    return text
  }
  const played = raw && playForwards(activities, raw)
  const written = played && 'text' in played ? played.text : undefined
  const sound = written && Buffer.from(written.text)
  const at = sound ? firstDifference(bytes, sound) : -1
  checkDigest(file, clean, 'clean-digest', report, at < 0 ? undefined : `${placeOfByte(bytes, at)}, byte ${at}`)
  return written && sound && digestOfBytes(sound) === clean.sha256 ? written : text
}

/** Prove that the text that came back is the raw: as it is recorded, and as it lies in its folder. */
async function proveRestored(
  subject: Subject,
  text: CodePointText | undefined,
  raw: StoredFile | undefined,
  report: Report,
): Promise<void> {
  const bytes = text && encodeRestored(subject, text, report)
  if (!raw) return
  // Bytes that came back have the recorded digest; a file of that digest holds the same.
  if (raw.digest !== subject.entry.raw.sha256 || (bytes && bytes.length !== raw.size)) {
    await reportRaw(subject, raw, bytes, report)
  }
}

/** Encode the text that came back, and hold it against what is recorded of the raw. */
function encodeRestored({entry, provenance: {raw}}: Subject, text: CodePointText, report: Report): Buffer | undefined {
  const {path} = entry.provenance
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

interface Texts {
  readonly clean: CodePointText
  /** Of the raw file. */
  readonly raw: CodePointText | undefined
  /** What came back from the clean text. */
  readonly restored: CodePointText | undefined
}

/**
 * Play forwards, and prove the content on the way. Edits that are sorted, do not overlap and take what they say are the
 * inverse of what takes them back: where both plays end in the other's beginning, they went through the same texts.
 */
function proveForwards(subject: Subject, {clean, raw, restored}: Texts, report: Report): void {
  const start = restored ?? raw
  if (!start) return
  const {activities} = subject.provenance
  report.made('replay-forwards')
  if (raw && restored && raw.text !== restored.text) {
    const place = lineAndColumn(raw.text, firstDifference(raw.text, restored.text))
    const message = `what comes back is not the text of the raw file (${place})`
    report.found('replay-forwards', subject.entry.provenance.path, message)
    // Where the edits meet the difference is what a person wants to know.
    const played = playForwards(activities, raw)
    if (!('text' in played)) reportMisfit(subject, 'replay-forwards', played, report)
  }
  const content = new ContentProof(subject, start, report)
  const played = playForwards(activities, start, (index, input) => content.before(index, input))
  if (!('text' in played)) {
    reportMisfit(subject, 'replay-forwards', played, report)
    return
  }
  const at = firstDifference(played.text.text, clean.text)
  if (at >= 0) {
    const place = lineAndColumn(clean.text, at)
    report.found('replay-forwards', subject.entry.clean.path, 'the edits make another text', place)
  }
  content.end(restored ? clean : played.text)
}

function reportMisfit(
  {entry, provenance}: Subject,
  check: CheckId,
  {activity, edit, message}: Misfit,
  report: Report,
): void {
  const stage = provenance.activities[activity]?.stage
  report.found(check, entry.provenance.path, `${stage}: ${message}`, placeOf(activity, edit))
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
