/** Measure what the rules say of a unit: which kind of phrase it is, how certain, and on what grounds they take it away. */
import type {RuleClass} from '../../../src/document/stage.js'
import {type Evidence, type Feature, features, type WriteFeatures} from './feature.js'

/** Classes of rules that tell kinds of furniture apart, and what a phrase of theirs is called. */
const classes: readonly (readonly [name: RuleClass, said: string])[] = [
  ['share', 'sharing'],
  ['comments', 'comments'],
  ['comment-form', 'a form for comments'],
  ['login', 'logging in'],
  ['navigation', 'navigation'],
  ['tags', 'tags'],
  ['related', 'other articles'],
  ['newsletter', 'a newsletter'],
  ['advertisement', 'advertising'],
  ['legal', 'terms of use'],
  ['rights', 'rights'],
  ['paywall', 'a paywall'],
  ['bio', 'the author'],
  ['promotion', 'promotion'],
  ['image', 'a picture'],
  ['media', 'media'],
  ['counter', 'a count'],
  ['furniture', 'the frame of a page'],
]

export const decisionFeatures: readonly Feature[] = features([
  [
    'match is certain',
    'its words are furniture wherever they stand',
    'its words are not furniture wherever they stand',
  ],
  ['decided by phrase', 'rules take it by a phrase', 'no rule takes it by a phrase'],
  ['decided by element', 'rules take it by its element', 'no rule takes it by its element'],
])

export const classFeatures: readonly Feature[] = features(
  classes.map(([name, said]) => [
    `class ${name}`,
    `its words are those of ${said}`,
    `its words are not those of ${said}`,
  ]),
)

export function decisionsOf({matches, removals}: Evidence): WriteFeatures {
  return (index, row, from) => {
    const match = matches[index]
    const evidence = removals[index]?.evidence
    row[from] = match ? (match.rule.where === 'anywhere' ? 2 : 1) : 0
    row[from + 1] = Number(evidence?.startsWith('matched') ?? false)
    row[from + 2] = Number(evidence?.startsWith('inside') ?? false)
    return from + decisionFeatures.length
  }
}

export function classesOf({matches}: Evidence): WriteFeatures {
  return (index, row, from) => {
    const found = matches[index]?.rule.class
    let at = from
    for (const [name] of classes) row[at++] = Number(found === name)
    return at
  }
}
