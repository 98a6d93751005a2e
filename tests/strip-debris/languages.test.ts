/**
 * Rules hold in every language in which they have phrases: each family takes debris in it, and leaves prose that comes near to it.
 * Rules decide alone, without the model.
 */
import {readdirSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {stripDebrisAgain} from '../../pipeline/strip-debris/index.js'
import {debrisRules} from '../../pipeline/strip-debris/rules/index.js'
import type {DebrisRule} from '../../pipeline/strip-debris/rules/model.js'
import {Document} from '../../src/document/document.js'
import {languages} from './languages.js'

const strip = (blocks: readonly string[]): {left: string[]; rules: string[]} => {
  const document = new Document({id: 'case', text: `${blocks.join('\n\n')}\n`, mediaType: 'text/markdown'})
  const result = stripDebrisAgain.run(document, stripDebrisAgain.options.parse({}))
  const applied = document.apply(result.edits, result)
  return {left: applied.document.text.trimEnd().split('\n\n'), rules: applied.edits.map(({rule}) => rule)}
}

const ruleOf = new Map(debrisRules.map((rule) => [rule.id, rule]))

describe.each(Object.entries(languages))('in %s', (_, {body, cases}) => {
  const [first, second, third] = body
  test.each(cases)('%s takes: %s', (rule, debris) => {
    // What a box about the author holds goes with it, and nothing tells its text from the article's.
    const isAnywhere = ruleOf.get(rule)?.where === 'anywhere' && ruleOf.get(rule)?.class !== 'bio'
    const result = strip(isAnywhere ? [first, debris, second, third] : [first, second, third, debris])
    expect(result).toEqual({left: body, rules: [rule]})
  })
  test.each(cases)('%s leaves what comes near to: %s', (_, __, prose) => {
    for (const blocks of [
      [first, prose, second, third],
      [prose, first, second, third],
      [first, second, third, prose],
    ])
      expect(strip(blocks).left).toEqual(blocks)
  })
})

/** The tables, as files, with the languages of their phrases. */
const families: ReadonlyMap<string, readonly DebrisRule[]> = new Map(
  await Promise.all(
    readdirSync(new URL('../../pipeline/strip-debris/rules/', import.meta.url))
      .filter((name) => name.endsWith('.ts'))
      .map(async (name): Promise<[string, readonly DebrisRule[]]> => {
        const exported: Record<string, unknown> = await import(`../../pipeline/strip-debris/rules/${name}`)
        const tables = name === 'index.ts' ? [] : Object.values(exported).filter((value) => Array.isArray(value))
        return [name.slice(0, -3), tables.flat().flatMap((rule) => ('reason' in rule && ruleOf.get(rule.id)) || [])]
      }),
  ),
)

test('every rule is of one family', () => {
  expect(
    [...families.values()]
      .flat()
      .map(({id}) => id)
      .sort(),
  ).toEqual([...ruleOf.keys()].sort())
})

describe.each([...families].filter(([, rules]) => rules.length > 0))('%s', (_, rules) => {
  const ids = new Set(rules.map(({id}) => id))
  test('has cases in each language of its phrases', () => {
    const claimed = new Set(rules.flatMap((rule) => rule.languages))
    const missing = Object.entries(languages).filter(
      ([language, {cases}]) => claimed.has(language) && !cases.some(([rule]) => ids.has(rule)),
    )
    expect(missing.map(([language]) => language)).toEqual([])
  })
})
