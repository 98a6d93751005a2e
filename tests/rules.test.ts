/**
 * Every example of every rule is a test: run through its stage alone, the text must become what the example says, and a
 * second run must change nothing.
 */
import {describe, expect, test} from 'vitest'
import {stages} from '../pipeline/index.js'
import {Document} from '../src/document/document.js'
import type {RuleExample, Stage} from '../src/document/stage.js'

const run = (stage: Stage, {text, mediaType, metadata}: RuleExample): {text: string; rules: Set<string>} => {
  const facts = Object.entries(metadata ?? {}).map(([field, value]) => ({field, value, rule: 'example'}))
  const document = new Document({id: 'example', text, mediaType: mediaType ?? 'text/markdown', facts})
  const result = stage.run(document, stage.options.parse({}))
  const applied = document.apply(result.edits, result)
  return {text: applied.document.text, rules: new Set(applied.edits.map((edit) => edit.rule))}
}

describe.each(stages.map((stage) => [stage.id, stage] as const))('%s', (_, stage) => {
  test('names every rule once and gives each an example that it hits', () => {
    const ids = stage.rules.map((rule) => rule.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(
      stage.rules
        .filter((rule) => !rule.isFact && !rule.examples?.some(({becomes}) => becomes !== undefined))
        .map(({id}) => id),
    ).toEqual([])
  })

  for (const rule of stage.rules) {
    for (const example of rule.examples ?? []) {
      const {text, becomes, metadata} = example
      test(`${rule.id}: ${JSON.stringify(text).slice(0, 80)}`, () => {
        const result = run(stage, example)
        expect(result.text).toBe(becomes ?? text)
        if (becomes !== undefined) expect([...result.rules]).toContain(rule.id)
        expect(run(stage, {text: result.text, ...(metadata && {metadata})}).text).toBe(result.text)
      })
    }
  }
})
