/** Texts are found again by their words, and by nothing less. */
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {describeText, idOfDecision, PassageFinder} from '../../src/document/decision.js'

const found = (text: string, decided: string): string[] =>
  new PassageFinder(text).find(describeText(decided)).map(({start, end}) => text.slice(start, end))

describe('a decided text', () => {
  test('is found by its words, whatever stands between them', () => {
    expect(found('One.\n\n**Share**  this – on Facebook!\n\nTwo.\n', 'share this\non Facebook')).toEqual([
      '**Share**  this – on Facebook!',
    ])
  })

  test('is found over several lines, and as often as it stands there', () => {
    expect(found('a b\nc d\n\nx\n\na b c d', 'a b c d')).toEqual(['a b\nc d', 'a b c d'])
  })

  test('does not hang on where links lead to', () => {
    expect(
      found('See [the map](https://example.org/a_b "T") here.', 'See [the map](<./other page>) here.'),
    ).toHaveLength(1)
    expect(found('See [the map] here.', 'See [the map](https://example.org) here.')).toHaveLength(1)
  })

  test.each([
    ['more words before it', 'Please share this', 'share this'],
    ['more words behind it', 'share this now', 'share this'],
    ['a part of it', 'share', 'share this'],
    ['other words', 'share that', 'share this'],
    ['the same beginning', `${'word '.repeat(40)}one`, `${'word '.repeat(40)}two`],
  ])('is not found in %s', (_, text, decided) => {
    expect(found(text, decided)).toEqual([])
  })

  test('is told apart by accents, and not by how they are encoded', () => {
    expect(found('caf\u00e9 au lait', 'cafe\u0301 au lait')).toHaveLength(1)
    expect(found('cafe au lait', 'caf\u00e9 au lait')).toHaveLength(0)
  })

  test('may be one word that is longer than what is compared first', () => {
    const word = 'x'.repeat(500)
    expect(found(`a\n${word}\nb`, word)).toEqual([word])
    expect(found(`${word}y`, word)).toEqual([])
  })

  test('is found in whatever text it is put into as lines of its own', () => {
    const line = fc.string({unit: 'grapheme', maxLength: 30}).map((text) => text.replace(/[\n\r]/g, ' '))
    fc.assert(
      fc.property(
        fc.array(line),
        fc.array(line, {minLength: 1, maxLength: 3}),
        fc.array(line),
        (before, lines, after) => {
          const passage = lines.join('\n')
          fc.pre(describeText(passage).words > 0)
          const text = [...before, '', passage, '', ...after].join('\n')
          const start = [...before, '', ''].join('\n').length
          const places = new PassageFinder(text).find(describeText(passage))
          expect(places.some((place) => place.start <= start + passage.length && place.end >= start)).toBe(true)
        },
      ),
    )
  })
})

describe('the id of a decision', () => {
  const text = describeText('Share this')

  test('is that of what is decided where, and not of remarks', () => {
    const id = idOfDecision({decision: 'keep', text, document: 'a'})
    expect(id).toMatch(/^[\da-f]{12}$/)
    expect(idOfDecision({decision: 'keep', text, document: 'a', rule: 's/r', note: 'n', author: 'me'})).toBe(id)
    expect(idOfDecision({decision: 'keep', text, document: 'b'})).not.toBe(id)
    expect(idOfDecision({decision: 'keep', text})).not.toBe(id)
    expect(idOfDecision({decision: 'drop', text, document: 'a'})).not.toBe(id)
  })
})
