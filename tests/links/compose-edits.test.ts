import fc from 'fast-check'
import {expect, test} from 'vitest'
import {composeEdits} from '../../pipeline/repair-links/compose-edits.js'
import {applyEdits, type Edit, sortEdits} from '../../src/document/edit.js'

const edits = (text: string): fc.Arbitrary<Edit[]> =>
  fc.array(fc.tuple(fc.nat(text.length), fc.nat(4), fc.string({maxLength: 3})), {maxLength: 6}).map((items) => {
    const list: Edit[] = []
    let last = -1
    for (const [start, length, replacement] of items.sort(([a], [b]) => a - b)) {
      if (start <= last) continue
      const end = Math.min(text.length, start + length)
      list.push({start, end, replacement, rule: 'x'})
      last = end
    }
    return sortEdits(list, text)
  })

test('edits of edits give the same text as the two after each other', () => {
  const cases = fc
    .string({minLength: 1, maxLength: 30})
    .chain((text) => fc.tuple(fc.constant(text), edits(text)))
    .chain(([text, first]) => fc.tuple(fc.constant(text), fc.constant(first), edits(applyEdits(text, first))))
  fc.assert(
    fc.property(cases, ([text, first, second]) => {
      const composed = sortEdits(composeEdits(text, first, second), text)
      expect(applyEdits(text, composed)).toBe(applyEdits(applyEdits(text, first), second))
    }),
    {numRuns: 5000},
  )
})
