import fc from 'fast-check'
import {toString as textOf} from 'mdast-util-to-string'
import {describe, expect, test} from 'vitest'
import {convertText} from '../../pipeline/convert-text/index.js'
import {Document, type MediaType} from '../../src/document/document.js'
import {parseMarkdown} from '../../src/document/tree.js'

const convert = (text: string, mediaType: MediaType = 'text/plain'): string => {
  const document = new Document({id: 'x', text, mediaType})
  return document.apply(convertText.run(document, {}).edits).document.text
}
const words = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []
/** What a reader sees of markdown, block by block. */
const seen = (markdown: string): string =>
  parseMarkdown(markdown)
    .children.map((node) => textOf(node))
    .join('\n')

const fragments = [
  'word',
  'Two words.',
  '\n',
  '\n\n',
  ' ',
  '  ',
  '\t',
  '*',
  '**',
  '_',
  '__',
  '`',
  '``',
  '~',
  '~~',
  '[',
  ']',
  '(',
  ')',
  '](',
  '[a]: b',
  '![',
  '<',
  '>',
  '<b>',
  '<!--',
  '&',
  '&amp;',
  '&nbsp;',
  '&lt;',
  '#',
  '## ',
  '- ',
  '+ ',
  '1. ',
  '2) ',
  '5. ',
  '---',
  '===',
  '|',
  '\\',
  '\\*',
  '\\\n',
  'http://a.b/c_d_e*f',
  'www.x.org',
  'a@b.cd',
  '!',
  ':',
  '[^1]',
  '[^1]: n',
  '    ',
  '```',
  '~~~',
  '$',
  'é',
  'հայ',
  '😀',
  '„',
  '<http://x.y>',
  '* * *',
  'a_b_c',
  '[x]',
  '{',
  '^',
  '"',
]
const plain = fc.array(fc.constantFrom(...fragments), {maxLength: 30}).map((parts) => parts.join(''))

describe('plain text', () => {
  test('means in markdown what it said: the same words are seen, in order', () => {
    fc.assert(
      fc.property(plain, (text) => {
        // What only looks like an entity is decoded; numbers of list items and bullets are markers, not words.
        fc.pre(!/&(?:amp|nbsp|lt);/.test(text) && !/\[\^1\]: n/.test(text))
        // A box that is ticked is seen, but is no word.
        fc.pre(!/^[ \t]*(?:[-+*]|\d[.)]).*\[x\]\s/m.test(text))
        const listless = (list: string[]): string => list.join('').replace(/\d/g, '')
        const isHtml = /<b>|<!--/.test(text)
        fc.pre(!isHtml || !text.includes('`'))
        expect(listless(words(seen(convert(text))))).toBe(listless(words(text)))
      }),
      {numRuns: 3000},
    )
  })

  test('converted once, it is markdown that a second conversion leaves alone', () => {
    fc.assert(
      fc.property(plain, (text) => {
        const once = convert(text)
        expect(convert(once, 'text/markdown')).toBe(once)
      }),
      {numRuns: 3000},
    )
  })

  test('keeps the lines of a wrapped paragraph together and puts unwrapped lines apart', () => {
    const wrapped =
      'The commission that was sent to the valley in the spring\nreturned in the autumn with nothing but a list of names,\nwhich it had copied from the stones of a churchyard that\nnobody had visited for a hundred years, as it wrote.\n\nThe list was printed in a small edition and forgotten by\nall but the one who had paid for the paper on which\nit was printed.'
    expect(convert(wrapped)).toBe(wrapped)
    expect(convert('Menu\nThe first story of the day.\nThe second.')).toBe(
      'Menu\n\nThe first story of the day.\n\nThe second.',
    )
  })

  test.each([
    ['* * *  [a]: b', '* * *  \\[a]: b'],
    ['- [a]: b', '- \\[a]: b'],
    ['- > [a]: b', '- > \\[a]: b'],
    ['* 5) [a]: b', '* 5) \\[a]: b'],
    ['- a [b]: c', '- a [b]: c'],
  ])('lets no item vanish that looks like a definition: %s', (text, expected) => {
    expect(convert(text)).toBe(expected)
    expect(seen(expected)).toContain('b')
  })

  test('takes numbers for a list only in a sequence', () => {
    expect(convert('1) one\n\n2) two\n\n3) three')).toBe('1) one\n\n2) two\n\n3) three')
    expect(convert('5. Oktober\n\n1994. The war')).toBe('5\\. Oktober\n\n1994\\. The war')
  })

  test('leaves addresses whole', () => {
    const text = 'see https://example.org/a_b_c?x=*1*&y=[2]&copy=3 and **that**'
    expect(convert(text)).toBe('see https://example.org/a_b_c?x=*1*&y=[2]&copy=3 and \\*\\*that\\*\\*')
  })
})

describe('markdown', () => {
  const md = (text: string): string => convert(text, 'text/markdown')

  test('puts long lines apart, keeps addresses, verse, hard breaks and code', () => {
    const long =
      'A line of prose that goes on and on, so that no wrapping program can have broken it at this very place, ends here.'
    expect(md(`${long}\n${long}`)).toBe(`${long}\n\n${long}`)
    for (const text of [
      `${long}  \n${long}`,
      '12 Mill Lane\nExample Town',
      `\`\`\`\n${long}\n${long}\n\`\`\``,
      `- ${long}\n${long}`,
    ]) {
      expect(md(text)).toBe(text)
    }
  })

  test('never breaks a link or emphasis that runs over a line', () => {
    const long =
      'so long that no wrapping program can have broken it at this very place, which is why it is a line of its own'
    const text = `See [the report, ${long}\nand ${long}](https://example.org), they say.`
    expect(md(text)).toBe(text)
  })

  test('drops escapes that guard nothing and keeps those that do', () => {
    expect(md('It cost \\$2.5 billion, \\"they\\" say')).toBe('It cost $2.5 billion, "they" say')
    for (const text of ['\\# not a heading', '1\\. no list', '\\*no emphasis\\*', 'code `\\$x`', '    \\$x', 'a\\\\$'])
      expect(md(text)).toBe(text)
  })
})
