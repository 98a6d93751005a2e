import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {compareStages, lineageOf} from '../../src/inspect/changes.js'
import {traceBack, traceForward} from '../../src/inspect/trace.js'
import {play, playedStages, replace} from './edits.js'

const rulesOf = (causes: readonly {readonly edit: {readonly rule: string}}[]): string[] =>
  causes.map(({edit}) => edit.rule)

describe('traceBack', () => {
  const raw = 'Share\n\nThe  visit to\nAnkaka ended.\n\nTags\n'
  const stages = play(raw, [
    [replace(raw, 'to\nAnkaka', 'to Ankaka', {rule: 'join'}), replace(raw, '\nTags\n', '', {rule: 'tags'})],
    [
      {start: 0, end: 7, after: '', rule: 'share'},
      {start: 10, end: 12, after: ' ', rule: 'spaces'},
    ],
    [{start: 13, end: 19, after: 'Ankara', rule: 'typo'}],
  ])

  test('gives the lines behind a line and the rules that touched it, not those that removed its neighbours', () => {
    expect(stages.at(-1)!.output).toBe('The visit to Ankara ended.\n')
    const {causes, origin} = traceBack(stages, {start: 0, end: 26})
    expect(rulesOf(causes)).toEqual(['join', 'spaces', 'typo'])
    expect(raw.slice(origin.start, origin.end)).toBe('The  visit to\nAnkaka ended.')
  })

  test('gives the edit behind one word', () => {
    const {causes, origin} = traceBack(stages, {start: 13, end: 19})
    expect(rulesOf(causes)).toEqual(['join', 'typo'])
    expect(raw.slice(origin.start, origin.end)).toBe('to\nAnkaka')
  })

  test('takes the end of a line that was cut off as part of that line', () => {
    const text = 'Body. Share\n\nMenu\n'
    const cut = play(text, [[replace(text, ' Share\n\nMenu', '', {rule: 'cut'})]])
    const {causes, origin} = traceBack(cut, {start: 0, end: 5})
    expect(rulesOf(causes)).toEqual(['cut'])
    expect(text.slice(origin.start, origin.end)).toBe('Body. Share')
  })

  test('finds nothing behind what was put in', () => {
    const put = play('x\n', [
      [{start: 0, end: 1, after: 'y', rule: 'early'}],
      [{start: 0, end: 0, after: '---\n', rule: 'put'}],
    ])
    expect(traceBack(put, {start: 0, end: 3})).toMatchObject({
      origin: {start: 0, end: 0},
      causes: [{edit: {rule: 'put'}}],
    })
  })

  test('finds nothing behind what was put into an outcome', () => {
    const put = play('</p>Heading\n', [
      [{start: 0, end: 4, after: '\n\n# ', rule: 'early'}],
      [{start: 0, end: 2, after: '', rule: 'blank'}],
      [{start: 0, end: 0, after: '---\n', rule: 'put'}],
    ])
    const {causes, origin} = traceBack(put, {start: 0, end: 3})
    expect(rulesOf(causes)).toEqual(['put'])
    expect(origin.start).toBe(origin.end)
  })

  test('holds every character that the lineage says was copied', () => {
    fc.assert(
      fc.property(playedStages, fc.nat(80), fc.nat(40), (played, start, length) => {
        const clean = played.at(-1)!.output
        const range = {start: Math.min(start, clean.length), end: Math.min(start + length, clean.length)}
        const {origin} = traceBack(played, range)
        expect(origin.start).toBeGreaterThanOrEqual(0)
        expect(origin.end).toBeLessThanOrEqual(played[0]!.input.length)
        for (const span of lineageOf(played).spans) {
          const from = Math.max(span.start, range.start)
          const to = Math.min(span.start + span.length, range.end)
          if (to <= from) continue
          expect(origin.start).toBeLessThanOrEqual(span.origin + from - span.start)
          expect(origin.end).toBeGreaterThanOrEqual(span.origin + to - span.start)
        }
      }),
      {numRuns: 1000},
    )
  })
})

describe('traceForward', () => {
  const raw = 'Body. Share Arcach\n'
  const stages = play(raw, [
    [replace(raw, 'Arcach', 'Artsak', {rule: 'name'}), replace(raw, ' Share', '', {rule: 'share'})],
    [
      {start: 0, end: 0, after: '# ', rule: 'mark'},
      {start: 2, end: 2, after: '*', rule: 'inside'},
      {start: 6, end: 12, after: 'Artsakh', rule: 'again'},
    ],
  ])

  test('parts a line by what became of it', () => {
    expect(stages.at(-1)!.output).toBe('# Bo*dy. Artsakh\n')
    const {parts, insertions} = traceForward(stages, {start: 0, end: raw.length})
    expect(
      parts.map(({origin, fate, causes, to}) => [
        raw.slice(origin.start, origin.end),
        fate,
        rulesOf(causes),
        stages.at(-1)!.output.slice(to.start, to.end),
      ]),
    ).toEqual([
      ['Body.', 'kept', [], 'Bo*dy.'],
      [' Share', 'removed', ['share'], ''],
      [' ', 'kept', [], ' '],
      ['Arcach', 'changed', ['name', 'again'], 'Artsakh'],
      ['\n', 'kept', [], '\n'],
    ])
    expect(rulesOf(insertions)).toEqual(['inside'])
  })

  test('names the last remover of what had been changed before', () => {
    const text = 'a&nbsp;b\n'
    const gone = play(text, [
      [replace(text, '&nbsp;', ' ', {rule: 'entity'})],
      [{start: 0, end: 4, after: '', rule: 'all'}],
    ])
    expect(traceForward(gone, {start: 0, end: 9}).parts).toMatchObject([
      {fate: 'removed', origin: {start: 0, end: 9}, causes: [{edit: {rule: 'all'}}]},
    ])
  })

  test('tiles the range, agrees with the lineage on what was copied, explains the rest', () => {
    fc.assert(
      fc.property(playedStages, fc.nat(80), fc.nat(40), (played, from, length) => {
        const text = played[0]!.input
        const clean = played.at(-1)!.output
        const range = {start: Math.min(from, text.length), end: Math.min(from + length, text.length)}
        const copied = new Map<number, number>()
        for (const {start, origin, length: size} of lineageOf(played).spans) {
          for (let index = 0; index < size; index++) copied.set(origin + index, start + index)
        }
        let offset = range.start
        for (const {origin, fate, causes, to} of traceForward(played, range).parts) {
          expect(origin.start).toBe(offset)
          offset = origin.end
          expect(to.start).toBeGreaterThanOrEqual(0)
          expect(to.end).toBeLessThanOrEqual(clean.length)
          expect(causes.length > 0).toBe(fate !== 'kept')
          expect(to.end > to.start).toBe(fate !== 'removed')
          for (let index = origin.start; index < origin.end; index++) {
            expect(copied.has(index)).toBe(fate === 'kept')
            if (fate !== 'kept') continue
            expect(copied.get(index)).toBeGreaterThanOrEqual(to.start)
            expect(copied.get(index)).toBeLessThan(to.end)
          }
        }
        expect(offset).toBe(Math.max(range.start, range.end))
      }),
      {numRuns: 1000},
    )
  })

  test('and back: composed changes take the text before to the text after', () => {
    fc.assert(
      fc.property(playedStages, (played) => {
        const {before, after, changes} = compareStages(played)
        let text = ''
        let offset = 0
        for (const {start, end, replacement, causes} of changes) {
          expect(causes.length).toBeGreaterThan(0)
          text += before.slice(offset, start) + replacement
          offset = end
        }
        expect(text + before.slice(offset)).toBe(after)
      }),
      {numRuns: 1000},
    )
  })
})
