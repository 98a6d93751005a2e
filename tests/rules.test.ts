/**
 * Every example of every rule is a test: run through its stage alone, the text must become what the example says, and a
 * second run must change nothing.
 */
import {describe, expect, test} from 'vitest'
import {stages} from '../pipeline/index.js'
import {describeText} from '../src/document/decision.js'
import {Document} from '../src/document/document.js'
import type {RuleExample, Stage} from '../src/document/stage.js'

const isNegative = ({becomes, isSpared}: RuleExample): boolean => becomes === undefined || isSpared === true

const run = (
  stage: Stage,
  {text, mediaType, metadata, options, decisions: decided, verdict}: RuleExample,
): {text: string; rules: Set<string>} => {
  const facts = Object.entries(metadata ?? {}).map(([field, value]) => ({field, value, rule: 'example'}))
  const decisions = decided?.map((one) => ({decision: one.decision, text: describeText(one.text)})) ?? []
  const document = new Document({id: 'example', text, mediaType: mediaType ?? 'text/markdown', facts, decisions})
  const result = stage.run(document, stage.options.parse(options ?? {}), verdict)
  const applied = document.apply(result.edits, result)
  return {text: applied.document.text, rules: new Set(applied.edits.map((edit) => edit.rule))}
}

/** A stage that runs twice is tried once, as it runs first. */
const named = stages.filter(({id}, index) => stages.findIndex((stage) => stage.id === id) === index)

describe.each(named.map((stage) => [stage.id, stage] as const))('%s', (_, stage) => {
  test('names every rule once and gives each an example that it hits', () => {
    const ids = stage.rules.map((rule) => rule.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(
      stage.rules
        .filter((rule) => !rule.isFact && !rule.examples?.some((example) => !isNegative(example)))
        .map(({id}) => id),
    ).toEqual([])
  })

  test('gives each rule an example that it leaves alone', () => {
    const rules = stage.rules.filter((rule) => !rule.isFact && !rule.examples?.some(isNegative))
    expect(rules.map(({id}) => id)).toEqual([])
  })

  test('gives no example twice', () => {
    for (const {id, examples = []} of stage.rules) {
      const keys = examples.map((example) => JSON.stringify(example))
      expect(new Set(keys).size, id).toBe(keys.length)
    }
  })

  for (const rule of stage.rules) {
    for (const example of rule.examples ?? []) {
      const {text, becomes, metadata, options, verdict, isSpared} = example
      test(`${rule.id}: ${JSON.stringify(text).slice(0, 80)}`, () => {
        const result = run(stage, example)
        expect(result.text).toBe(becomes ?? text)
        if (becomes !== undefined) expect(result.rules.has(rule.id)).toBe(isSpared !== true)
        const again = {
          text: result.text,
          ...(metadata && {metadata}),
          ...(options && {options}),
          verdict,
          decisions: example.decisions ?? [],
        }
        expect(run(stage, again).text).toBe(result.text)
      })
    }
  }
})
