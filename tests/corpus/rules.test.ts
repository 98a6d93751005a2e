/** The examples of the rules, under the verdicts that they state. */
import {describe, expect, test} from 'vitest'
import {dropCorpusRepeats} from '../../pipeline/drop-corpus-repeats/index.js'
import {Document} from '../../src/document/document.js'

describe.each(dropCorpusRepeats.rules.map((rule) => [rule.id, rule.examples ?? []] as const))('%s', (id, examples) => {
  test.each(examples.map((example) => [JSON.stringify(example.text).slice(0, 80), example] as const))(
    '%s',
    (_, {text, becomes, options, verdict}) => {
      const run = (source: string): {text: string; rules: string[]} => {
        const document = new Document({id: 'example', text: source, mediaType: 'text/markdown'})
        const result = dropCorpusRepeats.run(
          document,
          dropCorpusRepeats.options.parse(options ?? {}),
          verdict as Parameters<typeof dropCorpusRepeats.run>[2],
        )
        const {document: next, edits} = document.apply(result.edits, result)
        return {text: next.text, rules: edits.map(({rule}) => rule)}
      }
      const result = run(text)
      expect(result.text).toBe(becomes ?? text)
      if (becomes !== undefined) expect(new Set(result.rules)).toEqual(new Set([id]))
      expect(run(result.text)).toEqual({text: result.text, rules: []})
    },
  )
})
