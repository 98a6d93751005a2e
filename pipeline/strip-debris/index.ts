/**
 * Strip debris: what stands on the page beside the article. Whole units go, never a part of a sentence; each removal names
 * its rule and its evidence. What an author may have written (headings, short paragraphs, lists, verses, quotes, tables)
 * stays inside the body whatever it looks like, because a rule that eats prose is worse than one that leaves debris.
 */
import {defineStage, type Rule, type Stage} from '../../src/document/stage.js'
import {decide} from './decide.js'
import {makeMatcher} from './match.js'
import {type StripDebrisOptions, stripDebrisOptions, userRules} from './options.js'
import {removalEdits} from './removal.js'
import {debrisRules} from './rules/index.js'
import {goesBehind, staysBehind, staysInside} from './rules/model.js'
import {fold, scanUnits} from './units.js'

const long =
  'The mill by the river was sold last week to a family that intends to live in it, and the council, which had hoped for a museum, was told of it by the newspaper a day after everybody else in the valley had heard the news.'

const page =
  'The mill by the river was sold last week to a family that intends to live in it, and the council, which had hoped for a museum, was told of it by the newspaper a day after everybody else in the valley had heard the news from the miller himself'

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
    id: 'page-mark',
    class: 'furniture',
    reason: 'Page numbers and running heads of a print stand where a page ended, often in the middle of a sentence.',
    examples: [
      {
        text: `${page} and the rest of the deed\n\n7\n\nMill Papers 3\n\nis lost.\n\n${page}.\n\n8\n\nMill Papers 3\n\n${page}.\n`,
        becomes: `${page} and the rest of the deed\n\nis lost.\n\n${page}.\n\n${page}.\n`,
      },
      {text: `1\n\n${page}.\n\n2\n\n${page}.\n\n3\n\n${page}.\n`},
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

const rules: readonly Rule[] = [
  ...debrisRules.map(({id, class: kind, reason, examples}) => ({id, class: kind, reason, examples})),
  ...structural,
]

const builtIn = makeMatcher(debrisRules)

export const stripDebris: Stage<StripDebrisOptions> = defineStage({
  id: 'strip-debris',
  version: 1,
  description: 'Take out what stands on the page beside the article: menus, share bars, comments, teasers, notices.',
  rules,
  options: stripDebrisOptions,
  run(document, options) {
    const {text, blocks} = document
    const skipped = new Set(options.skip)
    const own = userRules(options.rules)
    const isBuiltIn = own.length === 0 && skipped.size === 0
    const matcher = isBuiltIn ? builtIn : makeMatcher([...own, ...debrisRules.filter(({id}) => !skipped.has(id))])
    const kept = new Set<string>(options.keep)
    const classes = new Map([...rules, ...own].map((rule) => [rule.id, rule.class]))
    const units = scanUnits(text, blocks)
    const decided = decide(units, {
      matcher,
      html: document.html,
      title: fold(String(document.facts.findLast(({field}) => field === 'title')?.value ?? '')),
      names: new Set(
        document.facts
          .filter(({field}) => field === 'author' || field === 'site' || field === 'section')
          .flatMap(({value}) => value)
          .map(fold),
      ),
      hasNote: document.facts.some(({field}) => field === 'author_bio'),
    })
    const removals = decided.map((removal) =>
      removal && (skipped.has(removal.rule) || kept.has(classes.get(removal.rule) ?? 'custom')) ? undefined : removal,
    )
    const edits = removalEdits(text, blocks, units, removals)
    const first = kept.has('comments')
      ? decided.findIndex((removal) => removal && classes.get(removal.rule) === 'comments')
      : -1
    const unit = units[first]
    if (unit && unit.type !== 'heading' && blocks[unit.block]!.start === unit.start) {
      edits.push({
        start: unit.start,
        end: unit.start,
        replacement: '## Comments\n\n',
        rule: 'comments',
        evidence: 'comments that stay get a heading',
      })
    }
    return {edits}
  },
})
