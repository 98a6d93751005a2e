/**
 * drop-repeats: leave of a text that stands twice in a document the first copy.
 *
 * A copy is dropped only when chance or intention cannot explain it: a run of paragraphs in the same order, one long
 * paragraph of prose, or one that follows itself. Refrains, addresses, captions and other short lines stay, and so do
 * tables and code.
 */
import {z} from 'zod'
import type {Block} from '../src/document/blocks.js'
import type {Document} from '../src/document/document.js'
import type {Edit} from '../src/document/edit.js'
import {defineStage, type Stage} from '../src/document/stage.js'

interface RepeatOptions {
  /** Words that one paragraph must have for its copy to be dropped wherever it stands. */
  words: number
}

/** A block that may stand twice, with what it is compared by. */
interface Unit {
  readonly block: Block
  readonly key: string
  readonly words: number
}

/** Words that a run of repeated blocks must have together. */
const runWords = 20

export const dropRepeats: Stage = defineStage<RepeatOptions>({
  id: 'drop-repeats',
  version: 1,
  description: 'Drop the second copy of paragraphs, and of runs of them, that stand twice in a document.',
  rules: [
    {
      id: 'repeated-run',
      class: 'repeat',
      reason: 'Two or more paragraphs that stand twice in the same order were copied by a template, not by the author.',
      examples: [
        {
          text: 'The first of them lists what the villages lost that autumn.\n\nThe second says who came back to them, and when, and why.\n\nBetween.\n\nThe first of them lists what the villages lost that autumn.\n\nThe second says who came back to them, and when, and why.',
          becomes:
            'The first of them lists what the villages lost that autumn.\n\nThe second says who came back to them, and when, and why.\n\nBetween.',
        },
        {text: 'The river runs.\n\nThe road goes on.\n\nA verse.\n\nThe river runs.\n\nThe road goes on.'},
      ],
    },
    {
      id: 'repeated-paragraph',
      class: 'repeat',
      reason: 'A long paragraph of prose does not stand twice in an article on purpose.',
      examples: [
        {
          text: 'A single paragraph that has been printed twice by a template, once as the lead of the page and once as the opening of the story, goes.\n\nMore.\n\nA single paragraph that has been printed twice by a template, once as the lead of the page and once as the opening of the story, goes.',
          becomes:
            'A single paragraph that has been printed twice by a template, once as the lead of the page and once as the opening of the story, goes.\n\nMore.',
        },
        {text: 'And the water goes past.\n\nOne verse.\n\nAnd the water goes past.\n\nAnother verse.'},
      ],
    },
    {
      id: 'repeated-neighbour',
      class: 'repeat',
      reason: 'A line of some words that stands twice in a row is a caption or a heading printed twice.',
      examples: [
        {
          text: 'The market square of the old town\n\nThe market square of the old town\n\nText.',
          becomes: 'The market square of the old town\n\nText.',
        },
        {text: 'No.\n\nNo.\n\nNever.'},
      ],
    },
  ],
  options: z.strictObject({
    words: z
      .int()
      .min(5)
      .default(20)
      .describe('words that one paragraph must have for its copy to be dropped wherever it stands'),
  }),
  run(document, {words}) {
    const {text} = document
    let units: Unit[] = []
    for (const block of document.blocks) {
      if (block.type !== 'frontMatter' && block.type !== 'rule') units.push(unitOf(text, block))
    }
    const edits: Edit[] = []
    // Where a copy went, its neighbours meet and may be a copy together.
    for (let before = -1; before !== units.length; ) {
      before = units.length
      units = dropCopies(document, units, words, edits)
    }
    return {edits}
  },
})

/** Drop the copies among units, giving those that stay. */
function dropCopies(document: Document, units: readonly Unit[], words: number, edits: Edit[]): Unit[] {
  const kept: Unit[] = []
  const firstAt = new Map<string, number>()
  for (let index = 0; index < units.length; ) {
    const unit = units[index]!
    const earlier = unit.key ? firstAt.get(unit.key) : undefined
    const length = earlier === undefined ? 0 : runLength(kept, earlier, units, index)
    const run = units.slice(index, index + length)
    const rule = length > 0 ? ruleFor(run, earlier! + 1 === kept.length, words) : undefined
    if (!rule) {
      if (unit.key && (earlier === undefined || unit.words < words)) firstAt.set(unit.key, kept.length)
      kept.push(unit)
      index++
      continue
    }
    for (const [offset, copy] of run.entries()) {
      const original = kept[earlier! + offset]!.block
      edits.push({
        ...document.withGap(copy.block),
        replacement: '',
        rule,
        evidence: `${copy.words} words, the same as in line ${original.line}`,
        copyOf: {start: original.start, end: original.end},
      })
    }
    index += length
  }
  return kept
}

function unitOf(text: string, block: Block): Unit {
  // Links may differ between two copies by a parameter; a reader sees the same words.
  const source = text.slice(block.start, block.end)
  const words =
    source
      .replace(/\]\([^()\s]*\)/g, ']')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  const isFixed = block.type === 'table' || block.type === 'code' || block.type === 'html'
  return {block, key: isFixed ? '' : words.join(' '), words: words.length}
}

/** Count how many units from `index` on are the same as the kept ones from `earlier` on. */
function runLength(kept: readonly Unit[], earlier: number, units: readonly Unit[], index: number): number {
  let length = 0
  while (earlier + length < kept.length && index + length < units.length) {
    const {key} = units[index + length]!
    if (!key || key !== kept[earlier + length]!.key) break
    length++
  }
  return length
}

function ruleFor(run: readonly Unit[], isNeighbour: boolean, words: number): string | undefined {
  const total = run.reduce((sum, unit) => sum + unit.words, 0)
  const prose = run.filter((unit) => unit.words >= 8).length
  if (run.length > 1 && prose > 1 && total >= runWords) return 'repeated-run'
  if (run.length === 1 && total >= words) return 'repeated-paragraph'
  if (run.length === 1 && isNeighbour && total >= 4) return 'repeated-neighbour'
  return undefined
}
