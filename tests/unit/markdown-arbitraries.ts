/** Generated markdown: odd, but of the shapes that blocks, containers and inlines take. */
import fc from 'fast-check'

const fragments =
  'a|b c|\n|\n|\n\n|\n\n\n| |  |    |\t|- |1. |2) |10. |* |+ |> |# |## x|```|~~~|---|***|===|<!--|-->|<div>|</div>|<p|<pre>|</pre>|<b>|</b>|[a]: /u|[a]|[^n]: t|[^n]|(x)|*|**|_|`|\\|&amp;|http://x.y|www.a.bc|a@b.cd|\u00a0|é|😀|<?|?>|<![CDATA[|]]>|<!A|>|<script>|</script>|.|)|~~|!|"|:'
    .split('|')
    .concat('|', 'a|b', '-|-', ':-:')

/** Fragments of markdown in any order. */
export const markdown: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...fragments), {maxLength: 40})
  .map((parts) => withoutMark(parts.join('')))

const containers = [
  '',
  '',
  '',
  '',
  ' ',
  '  ',
  '   ',
  '    ',
  '\t',
  '- ',
  '-\t',
  '* ',
  '1. ',
  '2. ',
  '10) ',
  '> ',
  '>',
  '[^n]: ',
]
const leaves = [
  ...[
    '',
    '',
    '',
    'a',
    'b *c* d',
    'e [a] f',
    'g[^n]',
    '# h',
    '###### i',
    '#',
    '```',
    '~~~~',
    '``` js',
    '~~~',
    '---',
    '***',
  ],
  ...['===', '--', '-', '=', '<div>', '</div>', '<b>', '</b>', '<a href="x">', '<b> x', '<!-- c -->', '<!-- c', '-->'],
  ...[
    '<pre>',
    'x</pre>',
    '<?p',
    '?>',
    '<!DOCTYPE x',
    '<![CDATA[',
    ']]>',
    '[a]: /u',
    '[a]: /u "t',
    't"',
    '[b]:',
    '[^n]: t',
  ],
  ...[
    '| a | b |',
    '|-|-|',
    'a|b',
    '-|-',
    '[ ] t',
    '[x] t',
    'a  ',
    'a\\',
    '2. x',
    '+',
    '<!-->',
    '<script>',
    '</script> x',
  ],
]

/** Whole lines behind markers of quotes, items and footnotes, which is what spans blank lines. */
export const lines: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('', '', '', '---\nt: a\n---\n', '---\n', '\n'),
    fc.array(
      fc
        .tuple(fc.array(fc.constantFrom(...containers), {maxLength: 3}), fc.constantFrom(...leaves))
        .map(([markers, leaf]) => markers.join('') + leaf),
      {maxLength: 12},
    ),
    fc.constantFrom('', '\n', '\n\n'),
  )
  .map(([front, list, end]) => front + list.join('\n') + end)

const words = fc.constantFrom(
  ...'word|A|12|(b)|“q”|don’t|5:30|a/b|x-y|3.5|[1]|[a]|*|_|~|`|AT&T|&|<|< 5|@me|m@x.org|#tag|http://x.y|https|www.x.y|www|—|...|!|50%|$2.5|\\$|&amp;|a_b|*b*|2.|-|+|=|>|:|\\|'
    .split('|')
    .concat('|', '  ', '\u00a0', '\u200b')
    .concat(
      '[a b](http://x.y/z)',
      '[c.](#d),',
      '([e](f_g*h~i?j=1&k=2)',
      '[l](m&amp;n)',
      '![o](p)',
      '[q@r.s](t)',
      '[u](v "w")',
    ),
)

const marked = fc.constantFrom(
  'word',
  'more words,',
  'A',
  '(b)',
  '“q”',
  '3.5',
  'é',
  '😀',
  '—',
  '!',
  ' ',
  ' ',
  '  ',
  '\n',
  '  \n',
  '\\\n',
  '*',
  '**',
  '***',
  '**bold**',
  '*slanted*',
  '**bold [link](u) words.**',
  '**bold (<http://x.y/z>)**',
  '[link](http://x.y/z)',
  '[*slanted*, **bold**](u)',
  '[link \\(http://x.y/z\\)](http://x.y/z)',
  '[www.x.y m@x.org](u)',
  '![picture](p.png)',
  '![](p.png)',
  '![http://x.y](p.png)',
  '[![picture](p.png)](u) ',
  '[![](p.png) words](u)',
  '[words ![](p.png)](u)',
  '<http://x.y/z?a=b_c>',
  '<https://x.y>',
  '(<http://x.y>)',
  '![[0]](p.png)',
  ' http://x.yz/a_b?c=d&e ',
  '(https://x.yz/a-b), ',
  'https://x.yz',
  '**bold (<http://x.y>)**,',
  '**“bold”**',
  '<http://x.y/?a&amp;b=*c*>',
  '\n©',
  '\n1.4',
  '\n/',
  '\n, ',
  '[0]',
  '[…]',
  '[x]',
  '[a](',
  '[',
  ']',
  '(',
  ')',
  '<',
  '<b',
  '&',
  'AT&T',
  '&amp;',
  '&amp',
  '_',
  '\\#',
  '\\[',
  '\\]',
  '\\*',
  '\\.',
  '\\\\',
  '\\',
  'www',
  'http',
  '://',
  '@',
  '.x.y',
  '1\\. ',
  '2. ',
  '# ',
  '- ',
  '> ',
  '| ',
  '---',
)

/** Paragraphs and headings of words with markup, most of which can be read in one way only. */
export const markedProse: fc.Arbitrary<string> = fc
  .array(
    fc
      .tuple(fc.constantFrom('', '', '', '', '# ', '## '), fc.array(marked, {minLength: 1, maxLength: 7}))
      .map(([mark, list]) => mark + list.join('')),
    {minLength: 1, maxLength: 3},
  )
  .map((parts) => parts.join('\n\n'))

/** Paragraphs and headings of words, numbers and signs, most of them plain. */
export const prose: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(
      fc.constantFrom('', '', '', '# ', '## ', '### '),
      fc.array(fc.oneof({weight: 3, arbitrary: fc.constantFrom('some', 'words', 'here,')}, words), {
        minLength: 1,
        maxLength: 8,
      }),
      fc.constantFrom('\n', '\n\n', '\n\n', ' \n'),
    ),
    {maxLength: 8},
  )
  .map((parts) => parts.map(([mark, list, end]) => mark + list.join(' ') + end).join(''))

/** A byte order mark is gone after decoding; micromark would leave it out of its offsets. */
function withoutMark(text: string): string {
  return text.replace(/^\ufeff+/, '')
}
