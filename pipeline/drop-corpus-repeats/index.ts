/**
 * drop-corpus-repeats: take from a document what only the other documents of the corpus show to be none of its own.
 *
 * Blocks that stand at the edges of many documents of a site go. Documents with the words of another one, or nearly so, are
 * marked with its id, and dropped where that is asked for. Paragraphs that stand in other documents as well are marked.
 *
 * Left alone is what merely stands often: section headings, refrains, steps of recipes, statements that a site quotes.
 */
import {type CorpusStage, defineCorpusStage} from '../../src/document/corpus-stage.js'
import {decide, type Verdict} from './decide.js'
import {type CorpusOptions, optionsSchema} from './options.js'
import {propose} from './propose.js'
import {rules} from './rules.js'
import {observe, type Sheet} from './sheet.js'

export const dropCorpusRepeats: CorpusStage<CorpusOptions, Sheet, Verdict> = defineCorpusStage({
  id: 'drop-corpus-repeats',
  version: 1,
  description:
    'Drop furniture that stands at the edges of many documents of a site, and mark what repeats another document.',
  rules,
  options: optionsSchema,
  observe,
  decide,
  run: (document, options, verdict) => (verdict ? propose(document, options, verdict) : {edits: []}),
})
