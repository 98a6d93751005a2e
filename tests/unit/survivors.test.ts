/** A copy was dropped, and later the text that should have stayed goes as well: that makes the document suspect. */
import {describe, expect, test} from 'vitest'
import {z} from 'zod'
import type {Document} from '../../src/document/document.js'
import type {Edit} from '../../src/document/edit.js'
import type {Stage} from '../../src/document/stage.js'
import {makePipeline} from '../../src/run/pipeline.js'

const told = 'The mill stood at the bend of the river until the flood.'
const rest = 'Nobody had seen the wheel turn since the winter in which the miller left. '.repeat(4).trim()

function stageOf(id: string, run: (document: Document) => Edit[]): {stage: Stage; options: object} {
  const rules = [{id: 'rule', class: 'custom' as const, reason: 'It is a test.'}]
  const stage: Stage = {
    id,
    version: 1,
    description: 'A test.',
    rules,
    options: z.strictObject({}),
    run: (document) => ({edits: run(document)}),
  }
  return {stage, options: {}}
}

/** Drop every further copy of the telling. */
const dropping = stageOf('drop', ({text}) => {
  const places = [...text.matchAll(new RegExp(told, 'g'))].map(({index}) => ({start: index, end: index + told.length}))
  return places.slice(1).map((place) => ({...place, replacement: '', rule: 'rule', copyOf: places[0]!}))
})

/** Replace one text by another. */
const replacing = (id: string, find: string, replacement: string): ReturnType<typeof stageOf> =>
  stageOf(id, ({text}) => {
    const start = text.indexOf(find)
    return start < 0 ? [] : [{start, end: start + find.length, replacement, rule: 'rule'}]
  })

function reasons(text: string, ...later: ReturnType<typeof stageOf>[]): readonly string[] {
  return makePipeline([dropping, ...later]).clean(text).reasons
}

const apart = `Head.\n\n${told}\n\n${rest}\n\n${told}\n\nEnd.`

describe('a dropped copy', () => {
  test('is no reason for doubt while the other stays, wherever it moves to', () => {
    expect(reasons(apart)).toEqual([])
    expect(reasons(apart, replacing('before', 'Head.\n\n', ''), replacing('behind', '\n\nEnd.', ''))).toEqual([])
    expect(reasons(apart, replacing('before', 'Head.', `${rest} `), replacing('within', 'mill', 'sawmill'))).toEqual([])
  })

  test('is one where the other goes: at once, in two steps, or with what stands about it', () => {
    const lost = ['no word stays of the text of 1 dropped copy']
    expect(reasons(apart, replacing('all', `${told}\n\n`, ''))).toEqual(lost)
    expect(reasons(apart, replacing('more', `Head.\n\n${told}\n\nNobody`, 'No one'))).toEqual(lost)
    const [one, two] = [told.slice(0, 20), told.slice(20)]
    const moved = replacing('before', 'Head.', 'A longer head than that.')
    expect(reasons(apart, replacing('one', one, ''), moved, replacing('two', two, ''))).toEqual(lost)
    expect(reasons(`${apart}\n\n${told}`, replacing('all', told, ''))).toEqual([
      'no word stays of the text of 2 dropped copies',
    ])
  })

  test('is none where the other is written anew, or keeps some of its words', () => {
    expect(reasons(apart, replacing('anew', told, told.toUpperCase()))).toEqual([])
    expect(reasons(apart, replacing('some', told.slice(0, 40), ''))).toEqual([])
    expect(reasons(apart, replacing('across', `Head.\n\n${told.slice(0, 40)}`, told.slice(0, 40)))).toEqual([])
  })

  test('is none where it stood right behind the other: what takes one means both', () => {
    const together = `Head.\n\n${told}\n\n${told}\n\n${told}\n\n${rest}`
    expect(reasons(together, replacing('all', told, ''))).toEqual([])
    expect(reasons(`${together}\n\n${told}`, replacing('all', told, ''))).toHaveLength(1)
  })
})
