/** What strip-debris leaves under the title and at the end of the body, and what it takes there. */
import {describe, expect, test} from 'vitest'
import {stripDebris} from '../../pipeline/strip-debris/index.js'
import {Document} from '../../src/document/document.js'
import type {HtmlElement} from '../../src/document/html-facts.js'

const title = 'The wheel of Dunmore'
const facts = [
  {field: 'title', value: title, rule: 'title'},
  {field: 'author', value: 'Ada Miller', rule: 'byline'},
  {field: 'date', value: '2016-05-03', rule: 'date-line'},
  {field: 'author_bio', value: 'Ada Miller keeps the mill.', rule: 'author-note'},
]

const strip = (blocks: readonly string[]): string[] => {
  const text = `${blocks.join('\n\n')}\n`
  const document = new Document({id: 'case', text, mediaType: 'text/markdown', facts})
  const result = stripDebris.run(document, stripDebris.options.parse({}))
  const {text: once} = document.apply(result.edits, result).document
  const again = new Document({id: 'case', text: once, mediaType: 'text/markdown', facts})
  expect(stripDebris.run(again, stripDebris.options.parse({})).edits).toEqual([])
  return once.trim() === '' ? [] : once.trimEnd().split('\n\n')
}

const prose = [
  'The mill by the river was sold last week to a family that intends to live in it, the council said on Monday.',
  'Its wheel has not turned for thirty years, and the new owners say that they will leave it alone for good.',
]
const heading = `# ${title}`

test('a note stays with its mark, and goes with it', () => {
  const body = [`${prose[0]}[^1]`, ...prose.slice(1)]
  const notes = ['[^1]: Mill Review, 3 May.', '[^2]: Share this page.']
  const frame = [
    'Subscribe to our newsletter',
    'Related articles',
    '- [The ferry in the mud](/ferry)\n- [An oven](/oven)',
  ]
  expect(strip([heading, ...body, ...frame, ...notes])).toEqual([heading, ...body, notes[0]])
})

test('a note stays whose mark stands in a note that stays, however written', () => {
  const body = [`${prose[0]}[^A]`, `The council said[^3]: ${prose[1]}`]
  const kept = ['[^a]: Mill Review[^b], 3 May.', '[^B]: Share this page[^c].', '[^c]: Print', '[^3]: Advertisement']
  // Notes of each other alone are nobody's.
  const gone = ['[^8]: Share this page[^9].', '[^9]: Print[^8]']
  const frame = [
    'Subscribe to our newsletter',
    'Related articles',
    '- [The ferry in the mud](/ferry)\n- [An oven](/oven)',
  ]
  expect(strip([heading, ...body, ...frame, ...kept, ...gone])).toEqual([heading, ...body, ...kept])
})

describe('under the title stays', () => {
  test.each([
    ['an introduction', ['When it rained we went there.']],
    ['a line without a full stop', ['A talk given at the county hall']],
    ['a heading and a list', ['## You need', '- a wheel\n- two buckets\n- a rope']],
    ['short lines, one a block', ['Makes two loaves', '100 g flour', '2 eggs', 'salt']],
    ['a table', ['| a | b |\n| --- | --- |\n| 1 | 2 |']],
  ])('%s', (_, blocks) => {
    expect(strip(['Menu', 'Sign in', heading, 'Share', ...blocks, ...prose])).toEqual([heading, ...blocks, ...prose])
  })
})

describe('under the title goes', () => {
  test.each([
    ['a link alone', ['[Rivers](https://mill.example/rivers)']],
    ['a date', ['3 May 2016']],
    ['a byline', ['By Ada Miller']],
    ['a name that the front matter states', ['Ada Miller']],
    ['what stands between lines that go', ['Share', 'Wheel Post', 'Print']],
    ['a menu under the name of the tab', ['Sign in', 'Wheels', 'Weirs', 'Bread', 'Rain', 'Skip to content', 'Search']],
  ])('%s', (_, blocks) => {
    expect(strip(['Menu', heading, ...blocks, ...prose])).toEqual([heading, ...prose])
  })

  test.each([
    ['a date', ['7 August 2018']],
    ['a date that cannot be told', ['07/08/2018']],
    ['a byline', ['By Karl Muster']],
    ['the first heading of a list of texts', ['## [Weirs](/a)', 'A weir holds the river.', '## [Bread](/b)']],
  ])('not %s that is recorded nowhere', (_, blocks) => {
    expect(strip(['Menu', heading, ...blocks, ...prose])).toEqual([heading, ...blocks, ...prose])
  })

  // Not yet: the model takes the last label, right above the body, for a heading of it.
  test.fails('a long run of labels', () => {
    const labels = ['Wheels', 'Weirs', 'Bread', 'Rain', 'Flour', 'Ovens', 'Sluices', 'Bridges', 'Boats']
    expect(strip(['Menu', heading, ...labels, ...prose])).toEqual([heading, ...prose])
  })
})

describe('behind the body stays', () => {
  const refrain = '*Over, over, ring me over,\nno one is waiting for me.*'
  test.each([
    ['a word that is a sentence', ['“What did you do then?”', 'Lunch.']],
    ['a note that closes', ['This interview has been edited for length.']],
    ['a refrain that stands inside as well', [refrain]],
  ])('%s', (_, blocks) => {
    const body = [...prose, refrain, ...prose, ...blocks]
    expect(strip([...body, 'Share', 'Print', 'Related posts', 'Two mills burn'])).toEqual(body)
  })
})

test('a box about an author whose note is recorded takes no paragraph of the body', () => {
  expect(strip([heading, 'ABOUT THE AUTHORS', '[Ada Miller](#)', 'Essays', ...prose])).toEqual([heading, ...prose])
})

describe('numbers on lines of their own', () => {
  const long = `${prose[0]} ${prose[1]}`
  test('number sections where no sentence is cut', () => {
    const blocks = [heading, '1', long, '2', long.replace('mill', 'barn'), '3', prose[1]!]
    expect(strip(blocks)).toEqual(blocks)
  })
  test('are pages where a sentence is cut', () => {
    const cut = `${long} Nobody had told the miller, who was in the`
    expect(
      strip([heading, cut, '- 4 -', `${title} 3`, 'habit of sleeping late.', long, '- 5 -', `${title} 3`, long]),
    ).toEqual([heading, `${cut}\nhabit of sleeping late.`, long, long])
  })
})

describe('the elements of a page', () => {
  const page = (elements: readonly HtmlElement[], blocks: readonly (readonly [number, string])[]): string => {
    const text = `${blocks.map(([, block]) => block).join('\n\n')}\n`
    let start = 0
    const places = blocks.map(([element, block]) => {
      const range = {start, end: start + block.length, element}
      start = range.end + 2
      return range
    })
    const html = {elements, blocks: places, declarations: []}
    const document = new Document({id: 'case', text, mediaType: 'text/markdown', facts, html})
    const result = stripDebris.run(document, stripDebris.options.parse({}))
    return document.apply(result.edits, result).document.text
  }
  const more = [
    'Nobody in the valley had expected the sale, least of all the miller, who heard of it from the newspaper.',
    'The council had hoped for a museum, with a room for the deed and another one for the school.',
  ]
  test('a thread is a thread although it is longer than the article', () => {
    const elements = [
      {parent: -1, tag: 'body', words: ''},
      {parent: 0, tag: 'div', words: 'entry'},
      {parent: 0, tag: 'div', words: 'comments'},
    ]
    const kept = page(elements, [
      [1, `${prose[0]} ${prose[1]}`],
      [2, `${more[0]} ${more[1]}`],
      [2, more[1]!],
    ])
    expect(kept).toBe(`${prose[0]} ${prose[1]}\n`)
  })
  test('an anchor made from a heading says nothing, and parts of a longer name say little', () => {
    const elements = [
      {parent: -1, tag: 'body', words: ''},
      {parent: 0, tag: 'div', words: 'entry'},
      {parent: 1, tag: 'h2', words: 'the-copyright'},
      {parent: 1, tag: 'div', words: 'story-widget'},
    ]
    const blocks: [number, string][] = [
      [1, `${prose[0]} ${prose[1]} ${more[0]}`],
      [2, '## The copyright'],
      [1, `${more[0]} ${prose[0]} ${prose[1]}`],
      [3, '> I sold it because it rained in.'],
      [1, more[1]!],
    ]
    expect(page(elements, blocks)).toBe(`${blocks.map(([, block]) => block).join('\n\n')}\n`)
  })
  test('a lead is no teaser of another page, nor what opens by a click or waits in the oven', () => {
    const elements = [
      {parent: -1, tag: 'body', words: ''},
      {parent: 0, tag: 'h1', words: ''},
      {parent: 0, tag: 'div', words: 'teaser-text description'},
      {parent: 0, tag: 'div', words: 'entry'},
      {parent: 3, tag: 'div', words: 'js-readmore'},
      {parent: 3, tag: 'div', words: 'preparation--time'},
    ]
    const blocks: [number, string][] = [
      [1, heading],
      [2, 'What had been the talk of the valley for weeks was confirmed by the council'],
      [3, `${prose[0]} ${prose[1]} ${more[0]}`],
      [4, more[1]!],
      [5, '120 minutes (and 300 minutes of rest)'],
      [3, `${more[0]} ${prose[0]} ${prose[1]}`],
    ]
    expect(page(elements, blocks)).toBe(`${blocks.map(([, block]) => block).join('\n\n')}\n`)
  })
  test('several teasers are none of them a lead', () => {
    const elements = [
      {parent: -1, tag: 'body', words: ''},
      {parent: 0, tag: 'h1', words: ''},
      {parent: 0, tag: 'div', words: 'teaser-text'},
      {parent: 0, tag: 'div', words: 'entry'},
    ]
    const body = `${prose[0]} ${prose[1]} ${more[0]}`
    const kept = page(elements, [
      [1, heading],
      [2, 'The baker of the next village has bought a new oven for the winter'],
      [2, 'A ferry has been found in the mud below the old bridge at Millford'],
      [3, body],
      [3, more[1]!],
    ])
    expect(kept).toBe(`${heading}\n\n${body}\n\n${more[1]}\n`)
  })
})
