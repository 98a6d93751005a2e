/** Take out what a person decided to drop. What they decided to keep is held against each stage's edits as they come. */
import {z} from 'zod'
import {wholeBlock} from '../src/document/decided-blocks.js'
import {PassageFinder} from '../src/document/decision.js'
import {holdsFor} from '../src/document/site.js'
import {defineStage, type Stage} from '../src/document/stage.js'

export const applyDecisions: Stage = defineStage({
  id: 'apply-decisions',
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
    if (drops.length === 0) return {edits: []}
    const finder = new PassageFinder(document.text)
    const places = drops
      .flatMap(({text, note}) => finder.find(text!).map((place) => ({...wholeBlock(document, place), note})))
      .sort((a, b) => a.start - b.start || b.end - a.end)
    let covered = 0
    const edits = places.flatMap(({start, end, note}) => {
      if (end <= covered) return []
      const from = Math.max(start, covered)
      // With the line ends behind it, or before it at the end: one blank line is left of two.
      const rest = /^\n*/.exec(document.text.slice(end, end + 2))![0].length
      covered = end + rest
      return [{start: from, end: covered, replacement: '', rule: 'drop', ...(note !== undefined && {evidence: note})}]
    })
    return {edits}
  },
})
