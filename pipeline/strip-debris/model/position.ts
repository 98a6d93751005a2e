/** Measure where in its document a unit stands: from its ends, from the body, and among the kinds of furniture. */
import type {RuleClass} from '../../../src/document/stage.js'
import type {Body} from '../body.js'
import type {Match} from '../match.js'
import {type Evidence, type Feature, features, signedLog, type WriteFeatures} from './feature.js'
import type {Neighbourhood} from './neighbourhood.js'

/** Kinds of furniture whose number before and behind a unit tells where on the page it stands. */
const kinds: readonly (readonly [name: string, classes: readonly RuleClass[]])[] = [
  ['comments', ['comments', 'comment-form', 'login']],
  ['related', ['related']],
  ['legal', ['legal', 'rights', 'newsletter']],
  ['navigation', ['navigation', 'tags', 'furniture']],
]
const said: Readonly<Record<string, string>> = {
  comments: 'signs of comments',
  related: 'lists of other articles',
  legal: 'notices',
  navigation: 'signs of navigation',
}
/** Count of a kind beyond which more of it says no more. */
const mostOfKind = 20

export const positionFeatures: readonly Feature[] = features([
  ['place', 'it stands late in the document', 'it stands early in the document'],
  ['units before', 'many lines stand before it', 'few lines stand before it'],
  ['units behind', 'many lines stand behind it', 'few lines stand behind it'],
  ['share of prose before', 'most prose stands before it', 'little prose stands before it'],
  ['share of prose behind', 'most prose stands behind it', 'little prose stands behind it'],
  ['words of prose', 'the document has much prose', 'the document has little prose'],
  ['units of document', 'the document has many lines', 'the document has few lines'],
  ['share of matches', 'the document has much furniture', 'the document has little furniture'],
  ['share of links', 'the document has many links', 'the document has few links'],
  ['inside body', 'it stands inside the body', 'it stands outside of the body'],
  ['from start of body', 'it stands behind the start of the body', 'it stands before the start of the body'],
  ['from end of body', 'it stands behind the end of the body', 'it stands before the end of the body'],
  ['prose of body', 'the body has much prose', 'the body has little prose'],
  ['prose since body', 'prose stands between it and the body', 'no prose stands between it and the body'],
  ['matches since body', 'furniture stands between it and the body', 'no furniture stands between it and the body'],
  ['matches before body', 'furniture stands before the body', 'no furniture stands before the body'],
  ...kinds.flatMap(
    ([name]) =>
      [
        [
          `${name} since body`,
          `${said[name]} stand between it and the body`,
          `no ${said[name]} stand between it and the body`,
        ],
        [`${name} behind`, `${said[name]} stand behind it`, `no ${said[name]} stand behind it`],
      ] as const,
  ),
])

export function positionsOf({units, matches}: Evidence, body: Body, {total}: Neighbourhood): WriteFeatures {
  const count = units.length
  const allProse = total('prose', 0, count)
  const allWords = units.reduce((sum, unit) => sum + unit.words, 0)
  const allLinked = total('linked', 0, count)
  const allMatches = total('matched', 0, count)
  const runningKinds = sumKinds(matches)
  /** Sum of a measure over the units between one and the body. */
  const sinceBody = (name: 'prose' | 'matched', index: number): number => {
    if (index >= body.end) return total(name, body.end, index)
    return index < body.start ? total(name, index + 1, body.start) : 0
  }
  return (index, row, from) => {
    let at = from
    row[at++] = index / count
    row[at++] = Math.log1p(index)
    row[at++] = Math.log1p(count - 1 - index)
    row[at++] = allProse === 0 ? 0 : total('prose', 0, index) / allProse
    row[at++] = allProse === 0 ? 0 : total('prose', index + 1, count) / allProse
    row[at++] = Math.log1p(allProse)
    row[at++] = Math.log1p(count)
    row[at++] = allMatches / count
    row[at++] = allWords === 0 ? 0 : allLinked / allWords
    row[at++] = Number(index >= body.start && index < body.end)
    row[at++] = signedLog(index - body.start)
    row[at++] = signedLog(index - body.end + 1)
    row[at++] = Math.log1p(body.words)
    row[at++] = Math.log1p(sinceBody('prose', index))
    row[at++] = Math.log1p(sinceBody('matched', index))
    row[at++] = Math.log1p(total('matched', 0, Math.min(index, body.start)))
    for (const running of runningKinds) {
      row[at++] = Math.min(mostOfKind, index >= body.start ? running[index]! - running[body.start]! : 0)
      row[at++] = Math.min(mostOfKind, running[count]! - running[index + 1]!)
    }
    return at
  }
}

/** Running numbers of matches of each kind. */
function sumKinds(matches: readonly (Match | undefined)[]): readonly Int32Array[] {
  return kinds.map(([, classes]) => {
    const running = new Int32Array(matches.length + 1)
    for (const [index, match] of matches.entries())
      running[index + 1] = running[index]! + Number(match !== undefined && classes.includes(match.rule.class))
    return running
  })
}
