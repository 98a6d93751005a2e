/** Propose what a verdict asks for: edits, a fact, annotations. */
import type {Annotation} from '../../src/document/annotation.js'
import type {Document, MetadataFact} from '../../src/document/document.js'
import type {Edit} from '../../src/document/edit.js'
import type {Range} from '../../src/document/range.js'
import {nameOfGroup} from '../../src/document/site.js'
import type {StageResult} from '../../src/document/stage.js'
import type {Verdict} from './decide.js'
import {goingUnits} from './furniture.js'
import {nameOf48} from './hash.js'
import type {CorpusOptions} from './options.js'
import type {MarkedParagraphs} from './paragraphs.js'
import {comparedParagraphs, edgesOf, paragraphBandsOf} from './sheet.js'
import {type CutDocument, cutDocument, type Unit} from './units.js'

export function propose(document: Document, options: CorpusOptions, verdict: Verdict): StageResult {
  const {duplicate, furniture, paragraphs = []} = verdict
  const facts = duplicate ? duplicateFacts(document, duplicate) : []
  if (duplicate && options.duplicates === 'drop') return {edits: bodyEdits(document, duplicate), facts}
  const cut = cutDocument(document, options.shortWords)
  const {units} = cut
  const going = furniture && options.furniture === 'drop' ? furnitureUnits(units, furniture.units) : new Set<Unit>()
  const evidence = furniture ? `stands in many documents of ${nameOfGroup(furniture.site)}` : ''
  return {
    edits: rangesOf(document, units, going).map((range) => ({
      ...range,
      replacement: '',
      rule: 'site-furniture',
      evidence,
    })),
    facts,
    annotations: options.paragraphs === 'mark' ? annotationsOf(cut, going, paragraphs, options) : [],
  }
}

function ruleOf({isExact}: NonNullable<Verdict['duplicate']>): string {
  return isExact ? 'exact-duplicate' : 'near-duplicate'
}

function duplicateFacts({facts}: Document, duplicate: NonNullable<Verdict['duplicate']>): MetadataFact[] {
  const field = 'duplicate_of'
  // A document that this pipeline wrote says it already.
  if (facts.some((fact) => fact.field === field && fact.value === duplicate.of)) return []
  return [{field, value: duplicate.of, rule: ruleOf(duplicate)}]
}

/** Everything below the front matter. */
function bodyEdits({text, blocks}: Document, duplicate: NonNullable<Verdict['duplicate']>): Edit[] {
  const start = blocks[0]?.type === 'frontMatter' ? blocks[0].end : 0
  if (start === text.length) return []
  return [
    {
      start,
      end: text.length,
      replacement: '',
      rule: ruleOf(duplicate),
      evidence: `${duplicate.isExact ? 'the same words as' : 'nearly the words of'} ${duplicate.of}, which stays`,
    },
  ]
}

function furnitureUnits(units: readonly Unit[], names: readonly string[]): Set<Unit> {
  return new Set(goingUnits(edgesOf(units), new Set(names.map((name) => Number.parseInt(name, 16)))))
}

/** The ranges of units, each with the gap that would be one too many without it. */
function rangesOf(document: Document, units: readonly Unit[], going: ReadonlySet<Unit>): Range[] {
  if (going.size === 0) return []
  const {blocks, text} = document
  const byBlock = new Map<number, Unit[]>()
  for (const unit of units) {
    const own = byBlock.get(unit.block)
    if (own) own.push(unit)
    else byBlock.set(unit.block, [unit])
  }
  const isGone = blocks.map((_, index) => byBlock.get(index)?.every((unit) => going.has(unit)) === true)
  dropRules(document, isGone)
  const whole = withGaps(blocks, text.length, (_, index) => isGone[index]!)
  const parts = [...byBlock].flatMap(([index, own]) => {
    if (isGone[index] || !own.some((unit) => going.has(unit))) return []
    return withGaps(own, blocks[index]!.end, (unit) => going.has(unit))
  })
  return [...whole, ...parts]
}

/** A thematic break parts what stands above from what stands below: it goes between what went, and between that and an end. */
function dropRules({blocks}: Document, isGone: boolean[]): void {
  const stays = blocks.map(({type}, index) => type !== 'rule' && type !== 'frontMatter' && !isGone[index])
  const firstStaying = stays.indexOf(true)
  const lastStaying = stays.lastIndexOf(true)
  const firstGone = isGone.indexOf(true)
  const lastGone = isGone.lastIndexOf(true)
  for (let index = 0; index < blocks.length; ) {
    let next = index + 1
    if (blocks[index]!.type === 'rule') {
      while (blocks[next]?.type === 'rule') next++
      const isAbove = index < firstStaying && firstGone < firstStaying
      const isBelow = index > lastStaying && lastGone > lastStaying
      if (isAbove || isBelow || (isGone[index - 1] && isGone[next])) isGone.fill(true, index, next)
    }
    index = next
  }
}

/** The ranges of the pieces that go: with the gap before them, or the one behind where none before them stays. */
function withGaps<Piece extends Range>(
  pieces: readonly Piece[],
  end: number,
  goes: (piece: Piece, index: number) => boolean,
): Range[] {
  const ranges: Range[] = []
  let hasKept = false
  for (const [index, piece] of pieces.entries()) {
    if (!goes(piece, index)) hasKept = true
    else if (hasKept) ranges.push({start: pieces[index - 1]!.end, end: piece.end})
    else ranges.push({start: piece.start, end: pieces[index + 1]?.start ?? end})
  }
  return ranges
}

function annotationsOf(
  cut: CutDocument,
  going: ReadonlySet<Unit>,
  marked: MarkedParagraphs,
  options: CorpusOptions,
): Annotation[] {
  if (marked.length === 0) return []
  const ids = new Map(marked)
  const annotations: Annotation[] = []
  for (const unit of comparedParagraphs(cut, options)) {
    const id = going.has(unit) ? undefined : ids.get(nameOf48(paragraphBandsOf(unit, cut)[0]!))
    if (id === undefined) continue
    const {start, end} = unit
    annotations.push({kind: 'repeat', at: {start, end}, value: id, reason: 'the same words, or nearly so, stand there'})
  }
  return annotations
}
