/** Edits are sorted, refused where they overlap, applied, and carried over to ranges and lineage. */
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {CodePointIndex, codePointLength} from '../../src/document/code-points.js'
import {applyEdits, type Edit, EditError, mapRanges, sortEdits} from '../../src/document/edit.js'
import {Lineage} from '../../src/document/lineage.js'
import {overlaps, type Range, upperBound} from '../../src/document/range.js'

const rule = 'r'
const edit = (start: number, end: number, replacement: string): Edit => ({start, end, replacement, rule})
const numRuns = 2000

/** Disjoint edits of a text of the given length, in order; neighbours may touch but never insert at one place. */
const editsFor = (length: number): fc.Arbitrary<Edit[]> =>
  fc.array(fc.tuple(fc.nat(length), fc.nat(4), fc.constantFrom('', 'X', 'YZ', 'XYZ')), {maxLength: 6}).map((list) => {
    const sorted: Edit[] = []
    let offset = 0
    for (const [at, size, replacement] of list.sort((a, b) => a[0] - b[0])) {
      const start = Math.max(at, offset)
      const end = Math.min(start + size, length)
      const last = sorted.at(-1)
      if (last && last.start === start && last.end === end) continue
      if (start === end && replacement === '') continue
      sorted.push(edit(start, end, replacement))
      offset = end
    }
    return sorted
  })

describe('sortEdits', () => {
  test('orders edits and drops those that change nothing', () => {
    expect(sortEdits([edit(3, 4, 'x'), edit(0, 2, 'ab'), edit(1, 1, 'y'), edit(1, 2, 'z')], 'abcd')).toEqual([
      edit(1, 1, 'y'),
      edit(1, 2, 'z'),
      edit(3, 4, 'x'),
    ])
  })

  test.each([
    ['an overlap', [edit(0, 2, ''), edit(1, 3, '')]],
    ['one inside another', [edit(0, 4, ''), edit(1, 2, '')]],
    ['the same range twice', [edit(1, 2, 'x'), edit(1, 2, 'y')]],
    ['two insertions at one place', [edit(1, 1, 'x'), edit(1, 1, 'y')]],
    ['an insertion inside a removal', [edit(0, 2, ''), edit(1, 1, 'x')]],
    ['an end before the start', [edit(2, 1, '')]],
    ['an end outside the text', [edit(0, 5, '')]],
    ['a start before the text', [edit(-1, 0, 'x')]],
    ['half an offset', [edit(0.5, 1, '')]],
    ['no number', [edit(Number.NaN, 1, '')]],
  ])('refuses %s', (_, edits) => {
    expect(() => sortEdits(edits, 'abcd')).toThrow(EditError)
  })

  test('names both rules of an overlap', () => {
    expect(() =>
      sortEdits(
        [
          {...edit(0, 2, ''), rule: 'one'},
          {...edit(1, 3, ''), rule: 'two'},
        ],
        'abcd',
      ),
    ).toThrow(/one.*two/)
  })
})

/** A text as a list of characters that know where they came from; what is inserted comes from nowhere. */
type Tagged = {character: string; origin: number | undefined}[]
const tagged = (text: string): Tagged => [...text].map((character, origin) => ({character, origin}))
const applyTagged = (list: Tagged, edits: readonly Edit[]): Tagged => {
  const result = [...list]
  for (const {start, end, replacement} of [...edits].reverse()) {
    result.splice(start, end - start, ...[...replacement].map((character) => ({character, origin: undefined})))
  }
  return result
}

const text = 'abcdefghijklmno'
const twoRounds = editsFor(text.length).chain((first) =>
  editsFor(applyEdits(text, first).length).map((second) => [first, second] as const),
)
const splices = (edits: readonly Edit[]) =>
  edits.map(({start, end, replacement}) => ({start, end, inserted: replacement.length}))

test('applying edits replaces each range and nothing else', () => {
  fc.assert(
    fc.property(editsFor(text.length), (edits) => {
      expect(applyEdits(text, edits)).toBe(
        applyTagged(tagged(text), edits)
          .map(({character}) => character)
          .join(''),
      )
    }),
    {numRuns},
  )
})

describe('lineage', () => {
  test('of composed edits is that of characters which carry their origin along', () => {
    fc.assert(
      fc.property(twoRounds, ([first, second]) => {
        const after = applyTagged(applyTagged(tagged(text), first), second)
        const lineage = Lineage.identity(text.length).compose(splices(first)).compose(splices(second))
        const origins: (number | undefined)[] = new Array(lineage.textLength).fill(undefined)
        for (const {start, origin, length} of lineage.spans) {
          expect(length).toBeGreaterThan(0)
          for (let index = 0; index < length; index++) origins[start + index] = origin + index
        }
        expect(origins).toEqual(after.map(({origin}) => origin))
        expect(lineage.originLength).toBe(text.length)
      }),
      {numRuns},
    )
  })

  test('finds behind a range every character that stands in it, and none that stands elsewhere', () => {
    fc.assert(
      fc.property(twoRounds, fc.nat(40), fc.nat(40), ([first, second], a, b) => {
        const after = applyTagged(applyTagged(tagged(text), first), second)
        const start = Math.min(a, b, after.length)
        const end = Math.min(Math.max(a, b), after.length)
        const lineage = Lineage.identity(text.length).compose(splices(first)).compose(splices(second))
        const range = lineage.originOf({start, end})
        expect(range.start).toBeGreaterThanOrEqual(0)
        expect(range.end).toBeGreaterThanOrEqual(range.start)
        expect(range.end).toBeLessThanOrEqual(text.length)
        for (const [index, {origin}] of after.entries()) {
          if (origin === undefined) continue
          expect(origin >= range.start && origin < range.end).toBe(index >= start && index < end)
        }
      }),
      {numRuns},
    )
  })

  test('covers the whole origin with the whole text', () => {
    fc.assert(
      fc.property(twoRounds, ([first, second]) => {
        const lineage = Lineage.identity(text.length).compose(splices(first)).compose(splices(second))
        fc.pre(lineage.textLength > 0)
        const {start, end} = lineage.originOf({start: 0, end: lineage.textLength})
        // A removal at the very start or end belongs to no character that is left.
        const kept = lineage.spans
        expect(start).toBeLessThanOrEqual(kept[0]?.origin ?? 0)
        expect(end).toBeGreaterThanOrEqual(kept.length > 0 ? kept.at(-1)!.origin + kept.at(-1)!.length : 0)
      }),
      {numRuns},
    )
  })

  test('inverts to itself', () => {
    fc.assert(
      fc.property(twoRounds, ([first, second]) => {
        const lineage = Lineage.identity(text.length).compose(splices(first)).compose(splices(second))
        expect(lineage.invert().invert()).toEqual(lineage)
        for (const {start, origin, length} of lineage.spans) {
          expect(lineage.invert().originOf({start: origin, end: origin + length})).toEqual({start, end: start + length})
        }
      }),
      {numRuns},
    )
  })

  test('of an empty text is empty', () => {
    expect(Lineage.identity(0).spans).toEqual([])
    expect(
      Lineage.identity(3)
        .compose([{start: 0, end: 3, inserted: 0}])
        .originOf({start: 0, end: 0}),
    ).toEqual({
      start: 0,
      end: 0,
    })
  })
})

describe('mapRanges', () => {
  test('keeps of each range what survives of it', () => {
    fc.assert(
      fc.property(
        editsFor(text.length),
        fc.array(fc.tuple(fc.nat(text.length), fc.nat(text.length)), {maxLength: 6}),
        (edits, pairs) => {
          const ranges = pairs
            .map(([a, b]) => ({start: Math.min(a, b), end: Math.max(a, b)}))
            .sort((a, b) => a.start - b.start)
            .map((range, id) => ({...range, id}))
          const after = applyTagged(tagged(text), edits)
          const mapped = new Map(mapRanges(ranges, edits).map((range) => [range.id, range]))
          for (const {start, end, id} of ranges) {
            const survivors = after.flatMap(({origin}, index) =>
              origin !== undefined && origin >= start && origin < end ? [index] : [],
            )
            const range = mapped.get(id)
            if (survivors.length === 0 && !range) continue
            // The range holds what is left of it, none of what stood outside, and is empty only if it was.
            const held = after.slice(range!.start, range!.end).flatMap(({origin}) => origin ?? [])
            expect(held).toEqual(survivors.map((index) => after[index]!.origin))
            expect(start === end || range!.end > range!.start).toBe(true)
          }
        },
      ),
      {numRuns},
    )
  })

  test('leaves an insertion at an end outside', () => {
    expect(mapRanges([{start: 2, end: 4}], [edit(2, 2, 'x'), edit(4, 4, 'y')])).toEqual([{start: 3, end: 5}])
  })

  test('drops a range of which nothing is left', () => {
    expect(mapRanges([{start: 2, end: 4}], [edit(1, 5, '')])).toEqual([])
  })
})

describe('code points', () => {
  const anyText = fc.string({unit: 'grapheme', maxLength: 30}).map((value) => value + value)

  test('are counted as Array.from counts them', () => {
    fc.assert(
      fc.property(anyText, (value) => {
        expect(codePointLength(value)).toBe([...value].length)
      }),
    )
  })

  test('go to code units and back', () => {
    fc.assert(
      fc.property(anyText, (value) => {
        const index = new CodePointIndex(value)
        let unit = 0
        for (const [point, character] of [...value].entries()) {
          expect(index.toCodePoint(unit)).toBe(point)
          expect(index.toCodeUnit(point)).toBe(unit)
          if (character.length === 2) expect(index.toCodePoint(unit + 1)).toBe(point)
          unit += character.length
        }
        expect(index.toCodePoint(value.length)).toBe([...value].length)
        expect(index.toCodeUnit([...value].length)).toBe(value.length)
      }),
    )
  })

  test('count a lone surrogate as one', () => {
    const index = new CodePointIndex('\ud83d😀\ude00x')
    expect([0, 1, 3, 4, 5].map((unit) => index.toCodePoint(unit))).toEqual([0, 1, 2, 3, 4])
  })
})

describe('ranges', () => {
  test('overlap where they share a character', () => {
    const range = (start: number, end: number): Range => ({start, end})
    expect(overlaps(range(0, 2), range(1, 3))).toBe(true)
    expect(overlaps(range(0, 2), range(2, 3))).toBe(false)
    expect(overlaps(range(1, 1), range(0, 2))).toBe(true)
  })

  test('are found by a binary search', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20)), fc.nat(20), (list, offset) => {
        const sorted = list.sort((a, b) => a - b)
        const index = sorted.findIndex((value) => value > offset)
        expect(upperBound(sorted, offset, (value) => value)).toBe(index < 0 ? sorted.length : index)
      }),
    )
  })
})
