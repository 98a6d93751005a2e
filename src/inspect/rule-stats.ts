/**
 * Count what each rule did over a corpus, and find the hits that somebody should look at first.
 *
 * What takes out furniture takes it from the ends of a text, or beside more of it. Where a whole paragraph went and prose stayed in
 * front of it and behind it, that may have been prose as well. Such a hit is suspect: the more so where it reads like prose itself,
 * and the more words it has. A copy is not, for its text stays elsewhere. Suspect is not wrong: advertisements stand so as well.
 */
import type {Range} from '../document/range.js'
import {upperBound} from '../document/range.js'
import {countWords} from '../document/words.js'
import type {ManifestFile} from '../provenance/manifest-file.js'
import type {ReplayedEdit, ReplayedStage} from '../provenance/read.js'
import {ShardReader} from '../shards/reader.js'
import {type Chosen, countsIn, isChosen} from './chosen.js'
import {Lines} from './lines.js'
import {type DocumentRecord, type Folders, openEntry} from './record.js'
import {boundary, shortened} from './visible.js'

/** One edit of a rule. */
export interface Hit {
  readonly id: string
  readonly stage: string
  readonly rule: string
  readonly class: string
  /** Place in the raw, as `explain` takes it. */
  readonly place: string
  /** How many words went, less those that came. */
  readonly words: number
  /** 2 for what reads like prose and went from between prose, 1 for anything else that did, else 0. */
  readonly suspicion: 0 | 1 | 2
  readonly evidence?: string
  readonly before: string
  readonly after: string
  /** What stands in front and behind: of a paragraph that went, in the clean text; else where the rule found it. */
  readonly around: readonly [front: string, behind: string]
}

/** What a rule did in all documents. */
export interface RuleStats {
  readonly stage: string
  readonly rule: string
  readonly class: string
  hits: number
  documents: number
  words: number
  /** Hits that went from between prose; of those the ones that read like prose themselves, and the words of all of them. */
  suspect: number
  prose: number
  suspectWords: number
  longest: {readonly words: number; readonly place: string; readonly text: string}
}

/** How much is kept of a text to show it. */
const longestText = 400
const longestAround = 120
/** So much of a paragraph is looked at. */
const longestParagraph = 4000
/** Fewer words are a line, a name, a label: nothing that reads like prose. */
const fewestWords = 10

/** The hits of rules in all documents, as they come; of stages that were given markdown alone, as the manifest counts them. */
export async function* eachHit(
  folders: Folders,
  manifest: ManifestFile,
  chosen: Chosen,
  onDone?: () => void,
): AsyncGenerator<readonly Hit[]> {
  const reader = new ShardReader(folders.out)
  try {
    for await (const document of manifest.documents()) {
      if (document.verdict !== 'failed' && countsIn(document, chosen).edits > 0) {
        yield hitsIn(await openEntry(folders, document, reader), chosen)
      }
      onDone?.()
    }
  } finally {
    await reader.close()
  }
}

/** Adds up hits by rule. Grows with the rules, and not with the hits. */
export class StatsByRule {
  readonly #rules = new Map<string, RuleStats>()

  /** @param hits of one document. */
  add(hits: readonly Hit[]): void {
    const seen = new Set<RuleStats>()
    for (const {stage, rule, class: name, words, suspicion, place, before} of hits) {
      const key = `${stage}/${rule}`
      const longest = {words: Math.max(0, words), place, text: before}
      const stats = this.#rules.get(key) ?? {
        ...{stage, rule, class: name, hits: 0, documents: 0, words: 0, suspect: 0, prose: 0, suspectWords: 0},
        longest,
      }
      this.#rules.set(key, stats)
      stats.hits++
      stats.words += words
      if (!seen.has(stats)) stats.documents++
      seen.add(stats)
      if (words > stats.longest.words) stats.longest = longest
      // What a person decided is in no doubt.
      if (suspicion === 0 || name === 'decision') continue
      stats.suspect++
      stats.suspectWords += words
      if (suspicion === 2) stats.prose++
    }
  }

  /** The rules, in the order of their names. */
  list(): RuleStats[] {
    return [...this.#rules.values()].sort((a, b) => byName(a, b))
  }
}

/** Keeps the hits that come first in an order, and no more of them than are asked for. */
export class FirstHits {
  readonly #most: number
  #hits: Hit[] = []

  constructor(most: number) {
    this.#most = most
  }

  add(hits: readonly Hit[]): void {
    for (const hit of hits) this.#hits.push(hit)
    if (this.#hits.length > 2 * this.#most + 1000) this.#hits = this.list()
  }

  /** The most suspect first, then those that took most; else as they came. */
  list(): Hit[] {
    return this.#hits.toSorted((a, b) => b.suspicion - a.suspicion || b.words - a.words).slice(0, this.#most)
  }
}

/** Ways to order rules. */
export const ruleOrders: Readonly<Record<string, (a: RuleStats, b: RuleStats) => number>> = {
  // Of rules that are alike in that, the rarest first: fewest people have seen what it does.
  suspect: (a, b) => b.prose - a.prose || b.suspect - a.suspect || b.suspectWords - a.suspectWords || a.hits - b.hits,
  hits: (a, b) => b.hits - a.hits,
  words: (a, b) => b.words - a.words,
  documents: (a, b) => b.documents - a.documents,
  rule: () => 0,
}

function byName(a: RuleStats, b: RuleStats): number {
  const [left, right] = [`${a.stage}/${a.rule}`, `${b.stage}/${b.rule}`]
  return left < right ? -1 : left > right ? 1 : 0
}

/** The hits of rules in one document. */
export function hitsIn(record: DocumentRecord, chosen: Chosen): Hit[] {
  const {entry, provenance, replay, rawPath} = record
  const raw = new Lines(replay.raw, !replay.raw.includes('\n'))
  const hits: Hit[] = []
  for (const [index, stage] of replay.stages.entries()) {
    if (provenance.activities[index]?.mediaType !== 'text/markdown') continue
    for (const edit of stage.edits) {
      const name = stage.classes[edit.rule] ?? 'custom'
      if (!isChosen(chosen, stage.stage, edit.rule, name)) continue
      const words = countWords(edit.before) - countWords(edit.after)
      const gap = words > 0 && edit.after.trim() === '' ? gapOf(replay.stages, index, edit, replay.clean) : undefined
      hits.push({
        ...{id: entry.id, stage: stage.stage, rule: edit.rule, class: name},
        place: `${rawPath}:${raw.position(firstInk(replay.raw, edit.raw)).line}`,
        words,
        suspicion: suspicionOf(edit, gap),
        ...(edit.evidence !== undefined && {evidence: edit.evidence}),
        before: shortened(edit.before.trim(), longestText),
        after: shortened(edit.after, longestText),
        around: gap ? [ending(gap.front), shortened(gap.behind, longestAround)] : aroundOf(stage, edit),
      })
    }
  }
  return hits
}

function firstInk(text: string, {start, end}: Range): number {
  let at = start
  while (at < end && /\s/.test(text[at]!)) at++
  return at < end ? at : start
}

/** The paragraphs between which a whole one went. */
interface Gap {
  readonly front: string
  readonly behind: string
}

/** Where in the clean text a removal was made, if that is between two paragraphs. */
function gapOf(stages: readonly ReplayedStage[], index: number, edit: ReplayedEdit, clean: string): Gap | undefined {
  let at = edit.to.start
  for (let later = index + 1; later < stages.length; later++) at = placeAfter(stages[later]!, at)
  let front = at
  while (front > 0 && /\s/.test(clean[front - 1]!)) front--
  let behind = at
  while (behind < clean.length && /\s/.test(clean[behind]!)) behind++
  if (front === 0 || behind === clean.length || !/\n\s*\n/.test(clean.slice(front, behind))) return undefined
  const before = clean.slice(Math.max(0, front - longestParagraph), front)
  const after = clean.slice(behind, behind + longestParagraph)
  const [start, end] = [before.lastIndexOf('\n\n'), after.indexOf('\n\n')]
  return {front: start < 0 ? before : before.slice(start + 2), behind: end < 0 ? after : after.slice(0, end)}
}

/** Where a place of a stage's input stands in its output; of what went, where it went from. */
function placeAfter({edits}: ReplayedStage, offset: number): number {
  const index = upperBound(edits, offset, ({at}) => at.end)
  const [last, next] = [edits[index - 1], edits[index]]
  if (next && next.at.start < offset) return next.to.start
  return last ? offset + last.to.end - last.at.end : offset
}

function suspicionOf({before, copyOf}: ReplayedEdit, gap: Gap | undefined): Hit['suspicion'] {
  if (!gap || copyOf || !isProse(gap.front) || !isProse(gap.behind)) return 0
  return before.split(/\n\s*\n/).some((paragraph) => isProse(paragraph.trim())) ? 2 : 1
}

/** Marks of headings, quotations, lists, tables, images, rules: what begins with them is no plain paragraph. */
const marked = /^(?:#|>|[-+*|]|!\[|\d+[.)]\s|`{3}|\[[^\]]*\]\([^)]*\)\s*$)/
/** Where a sentence ends, in the scripts of the region and some others. */
const sentenceEnd = /[.!?…։。！？؟۔।](?=[\s"'”’»)\]*_]|$)/u

/** Whether a paragraph reads like prose: words enough, and a sentence that ends. */
function isProse(paragraph: string): boolean {
  const text = paragraph.slice(0, longestParagraph)
  return !marked.test(text) && sentenceEnd.test(text) && countWords(text) >= fewestWords
}

/** What stands around an edit where it was made, cut between words. */
function aroundOf({input}: ReplayedStage, {at}: ReplayedEdit): [string, string] {
  const [from, to] = [Math.max(0, at.start - longestAround), Math.min(input.length, at.end + longestAround)]
  const front = input.slice(from, at.start).trimEnd()
  const behind = input.slice(at.end, to).trimStart()
  return [
    (from > 0 ? front.replace(/^\S*\s+/, '…') : front).replace(/\n+/g, '\n'),
    (to < input.length ? behind.replace(/\s+\S*$/, '…') : behind).replace(/\n+/g, '\n'),
  ]
}

/** The end of a text, and a sign that there was more. */
function ending(text: string): string {
  return text.length > longestAround ? `…${text.slice(boundary(text, text.length - longestAround))}` : text
}
