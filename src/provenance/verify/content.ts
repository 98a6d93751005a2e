/** Prove what the record of a document says of its texts: raw ranges, tiling, copies, front matter, counts. */
import {isDeepStrictEqual} from 'node:util'
import type {CodePointRange, ManifestEntry, ManifestRun, Provenance} from '../model.js'
import {copyFaults} from './copies.js'
import {countEdits, countWords, groupAnnotations} from './counts.js'
import {placeFaults} from './facts.js'
import {frontMatterDifferences, readFrontMatter} from './front-matter.js'
import {carry, type Kept, keptOfRaw, rawRangeOf, untiled} from './lineage.js'
import type {Report} from './report.js'
import type {CodePointText} from './text.js'

/** What is known of a document besides its texts. */
export interface Subject {
  readonly entry: ManifestEntry
  readonly provenance: Provenance
  /** What the manifest says of the run, where that can be read. */
  readonly run: ManifestRun | undefined
}

/**
 * The proof of a document's content. It is shown the texts in the order of the stages, one after the other, and keeps none
 * but the raw.
 */
export class ContentProof {
  readonly #subject: Subject
  readonly #report: Report
  readonly #raw: CodePointText
  /** What is kept of the raw in the text before the stage that comes next. */
  #kept: readonly Kept[]
  /** Words of the text before the first stage that was given markdown. */
  #rawWords: number | undefined

  constructor(subject: Subject, raw: CodePointText, report: Report) {
    this.#subject = subject
    this.#report = report
    this.#raw = raw
    this.#kept = keptOfRaw(raw.length)
    report.made('raw-ranges')
  }

  /** Prove what a stage did to the text that it was given. */
  before(index: number, input: CodePointText): void {
    const report = this.#report
    const {activities} = this.#subject.provenance
    const {path} = this.#subject.entry.provenance
    const {edits} = activities[index]!
    // A reader of the raw sees words once it is markdown; a page's tags and scripts are none.
    const isFirst = activities.findIndex((activity) => activity.mediaType === 'text/markdown') === index
    if (isFirst) this.#rawWords = countWords(input.text)
    const repeats = this.#repeats(index)
    if (edits.some(({copyOf, rule}) => copyOf || repeats.has(rule))) {
      report.made('copies')
      for (const {edit, message} of copyFaults(edits, repeats, input)) {
        report.found('copies', path, message, `activities.${index}.edits.${edit}`)
      }
    }
    for (const [number, {at, raw, copyOf}] of edits.entries()) {
      const place = `activities.${index}.edits.${number}`
      this.#hold(at, raw, `${place}.raw`)
      if (copyOf) this.#hold(copyOf.at, copyOf.raw, `${place}.copyOf.raw`)
    }
    this.#kept = carry(this.#kept, edits, input.length)
  }

  /** The rules of a stage that have to say where the text stays: not the patterns of a user, whatever their class. */
  #repeats(index: number): ReadonlySet<string> {
    const {classes} = this.#subject.provenance.activities[index]!
    const {rules} = this.#subject.run?.pipeline.stages[index]?.options ?? {}
    const patterns = new Set(Array.isArray(rules) ? rules.map((rule: {readonly id?: unknown} | null) => rule?.id) : [])
    return new Set(Object.keys(classes).filter((rule) => classes[rule] === 'repeat' && !patterns.has(rule)))
  }

  #hold(at: CodePointRange, raw: CodePointRange, place: string): void {
    const [start, end] = rawRangeOf(this.#kept, this.#raw.length, at)
    if (raw[0] === start && raw[1] === end) return
    const message = `[${raw.join(', ')}) is recorded, [${start}, ${end}) lies behind it`
    this.#report.found('raw-ranges', this.#subject.entry.provenance.path, message, place)
  }

  /** Prove, when all stages were shown, what is said of the clean text and of the whole. */
  end(clean: CodePointText): void {
    const report = this.#report
    const {entry, provenance, run} = this.#subject
    if (clean.length !== provenance.clean.characters) {
      const message = `${provenance.clean.characters} is recorded, the clean text has ${clean.length}`
      report.found('agreement', entry.provenance.path, message, 'clean.characters')
    }
    this.#checkRangesOfFacts()
    checkTiling(this.#kept, this.#subject, this.#raw, clean, report)
    const frontMatter = readFrontMatter(clean.text)
    if (run) {
      report.made('fact-places')
      for (const {place, message} of placeFaults(provenance, this.#raw, run)) {
        report.found('fact-places', entry.provenance.path, message, place)
      }
      report.made('front-matter')
      const {stages} = run.pipeline
      for (const difference of frontMatterDifferences(frontMatter, entry.metadata, provenance.metadata, stages)) {
        report.found('front-matter', entry.clean.path, difference, '1')
      }
    }
    const words = {
      raw: this.#rawWords ?? countWords(this.#raw.text),
      clean: countWords(clean.text.slice(frontMatter.end)),
    }
    checkCounts(this.#subject, words, report)
  }

  #checkRangesOfFacts(): void {
    const {entry, provenance} = this.#subject
    for (const name of ['metadata', 'messages', 'annotations'] as const) {
      for (const [number, {raw}] of provenance[name].entries()) {
        if (!raw || (raw[0] <= raw[1] && raw[1] <= this.#raw.length)) continue
        const message = `[${raw.join(', ')}) lies outside of the raw`
        this.#report.found('raw-ranges', entry.provenance.path, message, `${name}.${number}.raw`)
      }
    }
  }
}

function checkTiling(
  kept: readonly Kept[],
  {
    entry: {
      provenance: {path},
    },
    provenance: {activities},
  }: Subject,
  raw: CodePointText,
  clean: CodePointText,
  report: Report,
): void {
  report.made('tiling')
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

function checkCounts({entry, provenance}: Subject, words: ManifestEntry['words'], report: Report): void {
  report.made('counts')
  const found = (name: string, stated: unknown, counted: unknown): void => {
    if (isDeepStrictEqual(stated, counted)) return
    const of = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value))
    const message = `${entry.id}: ${of(stated)} is recorded, ${of(counted)} is counted`
    report.found('counts', 'manifest.jsonl', message, name)
  }
  found('words.raw', entry.words.raw, words.raw)
  found('words.clean', entry.words.clean, words.clean)
  const counted = countEdits(provenance.activities)
  for (const group of ['classes', 'rules'] as const) {
    for (const key of new Set([...Object.keys(entry[group]), ...Object.keys(counted[group])])) {
      found(`${group}.${key}`, entry[group][key], counted[group][key])
    }
  }
  const annotations = groupAnnotations(provenance.annotations)
  for (const kind of new Set([...Object.keys(entry.annotations), ...Object.keys(annotations)])) {
    found(`annotations.${kind}`, entry.annotations[kind], annotations[kind])
  }
}
