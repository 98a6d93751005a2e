/** Some edits of a stage, shown as if it had made no others. */
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {choose} from '../../src/inspect/chosen.js'
import {play} from './edits.js'

test('a stage with some of its edits is one that did no more than those', () => {
  const edit = fc.record({
    gap: fc.nat(3),
    length: fc.nat(3),
    after: fc.string({maxLength: 4}),
    rule: fc.constantFrom('a', 'b'),
  })
  fc.assert(
    fc.property(fc.array(edit, {maxLength: 12}), (given) => {
      const text = 'abcdefghij'.repeat(10)
      let at = 0
      const edits = given.map(({gap, length, after, rule}) => {
        // One place has one edit.
        const start = at + gap + 1
        at = start + length
        return {start, end: at, after: `${after}!`, rule}
      })
      const [stage] = play(text, [edits])
      const chosen = choose(stage!, {rule: 'a'})
      expect(chosen.edits.map(({rule}) => rule)).toEqual(edits.filter(({rule}) => rule === 'a').map(({rule}) => rule))
      let [output, offset] = ['', 0]
      for (const {at: range, to, after} of chosen.edits) {
        output += text.slice(offset, range.start)
        expect([to.start, to.end]).toEqual([output.length, output.length + after.length])
        output += after
        offset = range.end
      }
      expect(chosen.output).toBe(output + text.slice(offset))
      expect(choose(stage!, {}).output).toBe(stage!.output)
      expect(choose(stage!, {class: 'share'}).edits).toEqual([])
    }),
  )
})
