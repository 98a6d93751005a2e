/** What the tables of phrases must be for their phrases to be found at all: written as `fold` writes the text that they meet. */
import {describe, expect, test} from 'vitest'
import {makeMatcher} from '../../pipeline/strip-debris/match.js'
import {debrisRules} from '../../pipeline/strip-debris/rules/index.js'
import {languages} from '../../pipeline/strip-debris/rules/languages/index.js'
import {secondSigns} from '../../pipeline/strip-debris/rules/sentences.js'
import {scanUnits} from '../../pipeline/strip-debris/units.js'
import {Document} from '../../src/document/document.js'

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

describe.each(languages.map((language) => [language.language, language] as const))(
  'phrases of %s',
  (_, {rules, signs}) => {
    const matcher = makeMatcher(debrisRules)
    const ruleOf = (line: string): string | undefined => {
      const {text, blocks} = new Document({id: 'line', text: `${line}\n`, mediaType: 'text/markdown'})
      return matcher.match(scanUnits(text, blocks)[0]!)?.rule.id
    }

    test('are of rules that there are', () => {
      const ids = new Set(debrisRules.map(({id}) => id))
      expect([...Object.keys(rules), ...Object.keys(signs)].filter((id) => !ids.has(id))).toEqual([])
    })

    test('are found by their own rule, and stand once', () => {
      for (const [id, {whole = [], starts = []}] of Object.entries(rules)) {
        expect(whole.filter((phrase) => ruleOf(phrase) !== id)).toEqual([])
        expect(starts.filter((phrase) => ruleOf(`${phrase} 1 x`) !== id)).toEqual([])
        for (const list of [whole, starts])
          expect(list.filter((phrase, index) => list.indexOf(phrase) !== index)).toEqual([])
      }
    })
  },
)

test('capitals of Turkish, marks of Arabic, letters of Persian and wide forms are no other phrases', () => {
  const matcher = makeMatcher(debrisRules)
  const pairs = [
    ['YAZDIR', 'share-button'],
    ['YORUM YAZIN', 'comment-form'],
    ['HABERİN DEVAMI', 'read-also'],
    ['اقــرأ أيضًا', 'related-list'],
    ['إقرأ ايضاً: جسر على النهر', 'read-also'],
    ['مشارکة', 'share-button'],
    ['آخرين اخبار', 'related-list'],
    ['Еще по теме', 'related-list'],
    ['ՀԵՏԵՎԵՔ ՄԵԶ', 'newsletter'],
    ['Կարդացե՛ք նաեւ', 'related-list'],
    ['ＳＨＡＲＥ', 'share-button'],
    ['【相关阅读】', 'related-list'],
    ['ताजा ख़बरें', 'related-list'],
    ['ये भी पढें', 'related-list'],
  ] as const
  for (const [line, id] of pairs) {
    const {text, blocks} = new Document({id: 'line', text: `${line}\n`, mediaType: 'text/markdown'})
    expect([line, matcher.match(scanUnits(text, blocks)[0]!)?.rule.id]).toEqual([line, id])
  }
})
