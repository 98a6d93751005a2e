/** A text longer than any page stays whole between its first and its last paragraph, and the page about it goes. */
import {expect, test} from 'vitest'
import {stripDebris} from '../../pipeline/strip-debris/index.js'
import {Document} from '../../src/document/document.js'

const strip = (blocks: readonly string[]): string[] => {
  const document = new Document({id: 'case', text: `${blocks.join('\n\n')}\n`, mediaType: 'text/markdown'})
  const result = stripDebris.run(document, stripDebris.options.parse({}))
  return document.apply(result.edits, result).document.text.trimEnd().split('\n\n')
}

const nouns = 'mill wheel river weir council miller bridge winter ferry school market house'.split(' ')
const verbs = 'saw left built found lost kept sold mended'.split(' ')
const book = Array.from({length: 1500}, (_, index) => {
  const noun = (step: number): string => nouns[(index * step + (index >> 3)) % nouns.length]!
  const verb = verbs[(index * 5) % verbs.length]!
  const sentence = `The ${noun(1)} of the old ${noun(5)} ${verb} the ${noun(7)} before the ${noun(11)} came back in ${1500 + (index % 400)}, and nobody asked why.`
  return index % 40 === 0 ? [`Chapter ${index / 40 + 1}: The ${noun(1)}`, sentence] : [sentence]
}).flat()

test('a book stays whole', () => {
  expect(strip(book)).toEqual(book)
}, 30_000)

test('the page about a book goes', () => {
  const menu = ['Skip to content', '[Home](/)', '[Books](/books)', '[Log in](/login)']
  const foot = [
    'Share this article',
    'Privacy policy',
    '[Terms](/terms)',
    '© 2020 The Mill Press. All rights reserved.',
  ]
  const left = strip([...menu, ...book, ...foot])
  // Its first line may be taken for one of the page's.
  expect(left.filter((block) => book.includes(block)).slice(-book.length + 1)).toEqual(book.slice(1))
  expect(left.filter((block) => menu.includes(block) || foot.includes(block))).toEqual([])
}, 30_000)
