/** Lines that a screen broke are joined; lines that an author broke are not. */
import {expect, test} from 'vitest'
import {joinBrokenLines} from '../../pipeline/join-broken-lines/index.js'
import {Document} from '../../src/document/document.js'

const join = (text: string): string => {
  const document = new Document({id: 'x', text, mediaType: 'text/markdown'})
  return document.apply(joinBrokenLines.run(document, {}).edits).document.text
}

test('verse keeps its lines', () => {
  const verse =
    'Slowly the rain goes over the hill,\nslowly the light comes down,\nand who will open the garden gate\nthat stands at the end of the town?'
  expect(join(verse)).toBe(verse)
})

test('prose of a narrow column is joined, and a word cut in it', () => {
  expect(join('The commission that was sent to the valley in the\nspring came back with nothing but a list.')).toBe(
    'The commission that was sent to the valley in the spring came back with nothing but a list.',
  )
  expect(join('The talks of the negoti-\nators had failed.')).toBe('The talks of the negotiators had failed.')
})

test('a sentence cut before its noun goes on in the next paragraph', () => {
  const whole = 'Whether lorries from both of the towns will ever meet there is another'
  expect(join(`${whole}\n\nmatter. The drivers say that they would.`)).toBe(
    `${whole} matter. The drivers say that they would.`,
  )
})

test('what is joined once stays as it is, and long input takes linear time', () => {
  const once = join('The commission that was sent to the valley in the\nspring came back.\n\nAnd so on.')
  expect(join(once)).toBe(once)
  expect(join('a-\n'.repeat(20_000)).length).toBeGreaterThan(0)
})
