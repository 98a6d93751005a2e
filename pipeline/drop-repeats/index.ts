/**
 * drop-repeats: leave of a text that stands twice in a document one copy.
 *
 * A copy is dropped only when chance or intention cannot explain it: a run of paragraphs in the same order, one long
 * paragraph of prose, one that follows itself, a lead or a teaser that is the beginning of a text, a pull quote, a block
 * that holds other blocks. Refrains, addresses, captions and other short lines stay, and so do tables and code, and single
 * paragraphs that are nearly the same: a chronicle, a comparison, clauses of a contract are written after one pattern.
 */
import {z} from 'zod'
import {defineStage, type Stage} from '../../src/document/stage.js'
import {dropCopies} from './copies.js'
import {Drops} from './drops.js'
import {dropExcerpts, excerptsOf} from './excerpts.js'
import {dropJoined, joinedWords, partsOf} from './joined.js'
import {measured} from './measured.js'
import {passagesOf} from './passages.js'
import {rules} from './rules.js'
import {type Unit, unitsOf} from './units.js'

interface RepeatOptions {
  /** Words that one paragraph must have for its copy to be dropped wherever it stands. */
  words: number
}

/** Where a copy went, its neighbours meet and may be a copy together: how often that is looked at. */
const mostRounds = 5

export const dropRepeats: Stage = defineStage<RepeatOptions>({
  id: 'drop-repeats',
  version: 2,
  description:
    'Drop the second copy of paragraphs, and of runs of them, that stand twice in a document, and excerpts of the text.',
  rules: rules.map((rule) => ({...rule, ...(measured[rule.id] && {measured: measured[rule.id]})})),
  options: z.strictObject({
    words: z
      .int()
      .min(5)
      .default(20)
      .describe('words that one paragraph must have for its copy to be dropped wherever it stands'),
  }),
  run(document, {words}) {
    const drops = new Drops()
    let units: readonly Unit[] = unitsOf(document)
    for (let round = 0, before = -1; round < mostRounds && before !== units.length; round++) {
      before = units.length
      units = dropCopies(units, words, drops)
      units = dropParts(units, drops)
    }
    return {edits: drops.edits(document)}
  },
})

/** Drop what is a part of other units, or made of them, giving the units that stay. */
function dropParts(units: readonly Unit[], drops: Drops): Unit[] {
  if (units.some(({block, words}) => block.type === 'paragraph' && words.length >= joinedWords)) {
    dropJoined(units, passagesOf(partsOf(units), units), drops)
  }
  const rest = units.filter((unit) => !drops.has(unit))
  dropExcerpts(rest, passagesOf(excerptsOf(rest), rest), drops)
  return rest.filter((unit) => !drops.has(unit))
}
