/** What the tables of phrases must be for their phrases to be found at all: written as `fold` writes the text that they meet. */
import {expect, test} from 'vitest'
import {debrisRules} from '../../pipeline/strip-debris/rules/index.js'
import {secondSigns} from '../../pipeline/strip-debris/rules/sentences.js'

/** Patterns by the rule that they are of, without what stands for classes of characters. */
const patterns: readonly (readonly [rule: string, source: string])[] = [
  ...debrisRules.flatMap(({id, patterns: list = []}) => list.map(({source}) => [id, source] as const)),
  ...[...secondSigns].map(([id, {source}]) => [id, source] as const),
].map(([id, source]) => [id, source.replace(/\\p\{[^}]*\}|\\[A-Za-z]/g, (code) => (code === '\\b' ? '\\b' : ' '))])

test('no pattern has what folded text never has: capitals, and characters without width', () => {
  const wrong = patterns.filter(([, source]) => /\p{Lu}|[\u200b-\u200f\u00ad\ufeff]/u.test(source))
  expect(wrong).toEqual([])
})

test('no pattern asks for the end of an English word behind a letter that English does not have', () => {
  // `\b` knows ASCII alone: behind any other letter it is never there.
  const wrong = patterns.filter(([, source]) => {
    for (let end = source.indexOf('\\b'); end >= 0; end = source.indexOf('\\b', end + 2)) {
      if (/[^\0-\x7f]$/.test(source.slice(0, end))) return true
      if (source[end - 1] !== ')') continue
      const alternatives = source.slice(groupStart(source, end - 1) + 1, end - 1)
      if (/[^\0-\x7f](?:\||$)/.test(alternatives)) return true
    }
    return false
  })
  expect(wrong).toEqual([])
})

function groupStart(source: string, close: number): number {
  let depth = 0
  for (let index = close; index >= 0; index--) {
    if (source[index - 1] === '\\') continue
    if (source[index] === ')') depth++
    else if (source[index] === '(' && --depth === 0) return index
  }
  return -1
}

test('no second sign is of a rule that there is not', () => {
  const ids = new Set(debrisRules.map(({id}) => id))
  expect([...secondSigns.keys()].filter((id) => !ids.has(id))).toEqual([])
})
