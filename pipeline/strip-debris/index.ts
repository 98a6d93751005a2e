/**
 * Strip debris: what stands on the page beside the article. Whole units go, never a part of a sentence; each removal names
 * its rule and its evidence. What an author may have written (headings, short paragraphs, lists, verses, quotes, tables)
 * stays inside the body whatever it looks like, because a rule that eats prose is worse than one that leaves debris.
 */
import {z} from 'zod'
import {defineStage, type Rule, type Stage} from '../../src/document/stage.js'
import {decide} from './decide.js'
import {makeMatcher} from './match.js'
import {removalEdits} from './removal.js'
import {debrisRules} from './rules/index.js'
import {goesBehind, staysBehind, staysInside} from './rules/model.js'
import {scanUnits} from './units.js'

const long =
  'The mill by the river was sold last week to a family that intends to live in it, and the council, which had hoped for a museum, was told of it by the newspaper a day after everybody else in the valley had heard the news.'

const structural: readonly Rule[] = [
  {
    id: 'before-body',
    class: 'navigation',
    reason: 'Short lines before the body, among menus and labels of the page, are furniture too.',
    examples: [
      {
        text: 'Skip to content\n\nThe Valley\n\nMills\n\nFloods\n\nThe mill by the river was sold last week to a family that intends to live in it, the council said.\n\nIts wheel has not turned for thirty years, and nobody expects it to.\n',
        becomes:
          'The mill by the river was sold last week to a family that intends to live in it, the council said.\n\nIts wheel has not turned for thirty years, and nobody expects it to.\n',
      },
    ],
  },
  {
    id: 'behind-body',
    class: 'furniture',
    reason: 'Short lines behind the body, among known furniture, are furniture too.',
    examples: [goesBehind('Share this article', 'The Valley Press', 'Privacy Policy'), staysBehind('A. M.')],
  },
  {
    id: 'inner-run',
    class: 'furniture',
    reason: 'A run of short lines inside the body, most of them known furniture, is furniture.',
    examples: [
      {
        text: `${long}\n\nShare\n\nTweet\n\nThe Valley Press\n\nPrint\n\n${long}\n`,
        becomes: `${long}\n\n${long}\n`,
      },
      staysInside('One.', 'Two.', 'Three.', 'Four.'),
    ],
  },
  {
    id: 'lonely-rule',
    class: 'layout',
    reason: 'A thematic break parts two things; where one of them is gone, it goes too.',
    examples: [
      {
        text: 'The mill was sold last week to a family that intends to live in it.\n\n---\n\nShare\n',
        becomes: 'The mill was sold last week to a family that intends to live in it.\n',
      },
    ],
  },
]

const options = z.strictObject({})

export const stripDebris: Stage = defineStage({
  id: 'strip-debris',
  version: 1,
  description: 'Take out what stands on the page beside the article: menus, share bars, comments, teasers, notices.',
  rules: [
    ...debrisRules.map(({id, class: kind, reason, examples}) => ({id, class: kind, reason, examples})),
    ...structural,
  ],
  options,
  run(document) {
    const {text, blocks} = document
    const units = scanUnits(text, blocks)
    const removals = decide(units, {
      matcher: matcher,
      html: document.html,
      hasTitle: document.facts.some(({field}) => field === 'title'),
    })
    return {edits: removalEdits(text, blocks, units, removals)}
  },
})

const matcher = makeMatcher(debrisRules)
