/** Prove what the record of a document says of its texts: raw ranges, tiling, copies, front matter, counts. */
import {isDeepStrictEqual} from 'node:util'
import type {CodePointRange, ManifestEntry, ManifestRun, Provenance} from '../model.js'
import {copyFaults} from './copies.js'
import {countEdits, countWords} from './counts.js'
import {frontMatterDifferences, readFrontMatter} from './front-matter.js'
import {carry, type Kept, keptOfRaw, rawRangeOf, untiled} from './lineage.js'
import type {Report} from './report.js'
import type {CodePointText} from './text.js'

/**
 * Prove the content of a document.
 *
 * @param texts the text before every stage and the clean one.
 * @param run what the manifest says of the run, where that can be read.
 */
export function checkContent(
  entry: ManifestEntry,
  provenance: Provenance,
  texts: readonly CodePointText[],
  run: ManifestRun | undefined,
  report: Report,
): void {
  const clean = texts.at(-1)!
  if (clean.length !== provenance.clean.characters) {
    const message = `${provenance.clean.characters} is recorded, the clean text has ${clean.length}`
    report.found('agreement', entry.provenance.path, message, 'clean.characters')
  }
  checkTiling(checkRanges(entry, provenance, texts, report), entry, provenance, texts, report)
  checkCopies(entry, provenance, texts, report)
  const frontMatter = readFrontMatter(clean.text)
  if (run) {
    report.made('front-matter')
    const {stages} = run.pipeline
    for (const difference of frontMatterDifferences(frontMatter, entry.metadata, provenance.metadata, stages)) {
      report.found('front-matter', entry.clean.path, difference, '1')
    }
  }
  checkCounts(entry, provenance, texts, clean.text.slice(frontMatter.end), report)
}

/** Work out the raw ranges anew; gives what is kept in the end. */
function checkRanges(
  {provenance: {path}}: ManifestEntry,
  {activities, metadata, messages}: Provenance,
  texts: readonly CodePointText[],
  report: Report,
): Kept[] {
  report.made('raw-ranges')
  const rawLength = texts[0]!.length
  let kept = keptOfRaw(rawLength)
  const hold = (at: CodePointRange, raw: CodePointRange, place: string): void => {
    const [start, end] = rawRangeOf(kept, rawLength, at)
    if (raw[0] === start && raw[1] === end) return
    report.found('raw-ranges', path, `[${raw.join(', ')}) is recorded, [${start}, ${end}) lies behind it`, place)
  }
  for (const [index, {edits}] of activities.entries()) {
    for (const [number, {at, raw, copyOf}] of edits.entries()) {
      const place = `activities.${index}.edits.${number}`
      hold(at, raw, `${place}.raw`)
      if (copyOf) hold(copyOf.at, copyOf.raw, `${place}.copyOf.raw`)
    }
    kept = carry(kept, edits, texts[index]!.length)
  }
  for (const [name, items] of [
    ['metadata', metadata],
    ['messages', messages],
  ] as const) {
    for (const [number, {raw}] of items.entries()) {
      if (!raw || (raw[0] <= raw[1] && raw[1] <= rawLength)) continue
      report.found('raw-ranges', path, `[${raw.join(', ')}) lies outside of the raw`, `${name}.${number}.raw`)
    }
  }
  return kept
}

function checkTiling(
  kept: readonly Kept[],
  {provenance: {path}}: ManifestEntry,
  {activities}: Provenance,
  texts: readonly CodePointText[],
  report: Report,
): void {
  report.made('tiling')
  const raw = texts[0]!
  const clean = texts.at(-1)!
  for (const run of kept) {
    const here = clean.slice(run.text, run.text + run.length)
    if (here === raw.slice(run.raw, run.raw + run.length)) continue
    const range = `[${run.raw}, ${run.raw + run.length})`
    report.found('tiling', path, `raw ${range} should stand unchanged at character ${run.text} of the clean text`)
  }
  const edited = activities.flatMap(({edits}) => edits.map((edit) => edit.raw))
  const fault = untiled(kept, edited, raw.length)
  if (!fault) return
  const what = fault.isTwice ? 'is kept and edited at once' : 'is neither kept nor edited'
  report.found('tiling', path, `raw [${fault.range.join(', ')}) ${what}`)
}

function checkCopies(
  {provenance: {path}}: ManifestEntry,
  {activities}: Provenance,
  texts: readonly CodePointText[],
  report: Report,
): void {
  for (const [index, {edits}] of activities.entries()) {
    if (!edits.some(({copyOf}) => copyOf)) continue
    report.made('copies')
    for (const {edit, message} of copyFaults(edits, texts[index]!)) {
      report.found('copies', path, message, `activities.${index}.edits.${edit}`)
    }
  }
}

function checkCounts(
  entry: ManifestEntry,
  {activities}: Provenance,
  texts: readonly CodePointText[],
  body: string,
  report: Report,
): void {
  report.made('counts')
  const found = (name: string, stated: unknown, counted: unknown): void => {
    if (isDeepStrictEqual(stated, counted)) return
    const message = `${entry.id}: ${JSON.stringify(stated)} is recorded, ${JSON.stringify(counted)} is counted`
    report.found('counts', 'manifest.jsonl', message, name)
  }
  // A reader of the raw sees words once it is markdown; a page's tags and scripts are none.
  const first = activities.findIndex(({mediaType}) => mediaType === 'text/markdown')
  found('words.raw', entry.words.raw, countWords(texts[Math.max(0, first)]!.text))
  found('words.clean', entry.words.clean, countWords(body))
  const counted = countEdits(activities)
  for (const group of ['classes', 'rules'] as const) {
    for (const key of new Set([...Object.keys(entry[group]), ...Object.keys(counted[group])])) {
      found(`${group}.${key}`, entry[group][key], counted[group][key])
    }
  }
}
