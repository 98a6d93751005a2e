/** Take out what a person decided to drop. What they decided to keep is held against each stage's edits as they come. */
import {z} from 'zod'
import {placesOf} from '../src/document/decided-places.js'
import {droppingStage} from '../src/document/decision.js'
import {holdsFor} from '../src/document/site.js'
import {defineStage, type Stage} from '../src/document/stage.js'

export const applyDecisions: Stage = defineStage({
  id: droppingStage,
  version: 1,
  description: 'Takes out what a person decided to drop.',
  rules: [
    {
      id: 'drop',
      class: 'decision',
      reason: 'A person decided that this text goes.',
      examples: [
        {
          text: 'First.\n\nJoin us on Friday!\n\nLast.\n',
          decisions: [{decision: 'drop', text: 'Join us on Friday!'}],
          becomes: 'First.\n\nLast.\n',
        },
        {text: 'First.\n\nJoin us on Friday!\n\nLast.\n'},
      ],
    },
  ],
  options: z.strictObject({}),
  run(document) {
    const drops = document.decisions.filter((one) => one.decision === 'drop' && holdsFor(one, document))
    let covered = 0
    const edits = placesOf(drops, document).flatMap(({start, end, decision: {note}}) => {
      if (end <= covered) return []
      const from = Math.max(start, covered)
      // With the empty line behind it, so that one is left of two.
      covered = end + /^\n*/.exec(document.text.slice(end, end + 2))![0].length
      return [{start: from, end: covered, replacement: '', rule: 'drop', ...(note !== undefined && {evidence: note})}]
    })
    return {edits}
  },
})
