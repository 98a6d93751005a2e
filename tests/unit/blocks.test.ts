import fc from 'fast-check'
import {expect, test} from 'vitest'
import {scanBlocks} from '../../src/document/blocks.js'
import {assembleTree, BlockParser, parseMarkdown} from '../../src/document/tree.js'

const fragments = [
  'a',
  'b c',
  '\n',
  '\n\n',
  '\n\n\n',
  ' ',
  '  ',
  '    ',
  '\t',
  '- ',
  '1. ',
  '2) ',
  '10. ',
  '* ',
  '> ',
  '# ',
  '## x',
  '```',
  '~~~',
  '---',
  '===',
  '<!--',
  '-->',
  '<div>',
  '</div>',
  '<p',
  '<pre>',
  '</pre>',
  '<b>',
  '[a]: /u',
  '[a]',
  '[^n]: t',
  '[^n]',
  '|',
  'a|b',
  '-|-',
  ':-:',
  '*',
  '**',
  '_',
  '`',
  '\\',
  '&amp;',
  'http://x.y',
  'www.a.bc',
  'a@b.cd',
  '\u00a0',
  'é',
  '😀',
  '<?',
  '?>',
  '<![CDATA[',
  ']]>',
  '<!A',
  '>',
  '<script>',
  '</script>',
  '.',
  ')',
  '~~',
]
const markdown = fc.array(fc.constantFrom(...fragments), {maxLength: 40}).map((parts) => parts.join(''))

test('the blocks of a text, parsed one by one, give the tree of the whole', () => {
  fc.assert(
    fc.property(markdown, (text) => {
      expect(assembleTree(text, scanBlocks(text), new BlockParser())).toEqual(parseMarkdown(text))
    }),
    {numRuns: Number(process.env['RUNS'] ?? 2000)},
  )
})
