/** Why a range of a page is not in its markdown, or stands there otherwise. */
import type {Rule} from '../../src/document/stage.js'

const page = (body: string, head = ''): string => `<html><head>${head}</head><body>${body}</body></html>`

export const rules: readonly Rule[] = [
  {
    id: 'head',
    class: 'markup',
    reason: 'The head of a page is not shown; what it declares is kept as declarations.',
    examples: [{text: page('<p>Rain fell.</p>', '<title>Rain</title>'), becomes: 'Rain fell.\n'}],
  },
  {
    id: 'script',
    class: 'markup',
    reason: 'A script is for the browser, not for the reader.',
    examples: [{text: page('<p>Rain <script>track()</script>fell.</p>'), becomes: 'Rain fell.\n'}],
  },
  {
    id: 'style',
    class: 'markup',
    reason: 'A style sheet is for the browser, not for the reader.',
    examples: [{text: page('<style>p {color: red}</style><p>Rain.</p>'), becomes: 'Rain.\n'}],
  },
  {
    id: 'comment',
    class: 'markup',
    reason: 'A comment in the markup is not shown.',
    examples: [{text: page('<p>Rain<!-- heavy --> fell.</p>'), becomes: 'Rain fell.\n'}],
  },
  {
    id: 'template',
    class: 'hidden',
    reason: 'A template is shown only where a script copies it.',
    examples: [{text: page('<template><p>Name</p></template><p>Rain.</p>'), becomes: 'Rain.\n'}],
  },
  {
    id: 'noscript',
    class: 'hidden',
    reason: 'What is meant for browsers without scripts repeats what scripts show, or asks for scripts.',
    examples: [
      {text: page('<noscript>Turn on JavaScript.</noscript><p>Rain.</p>'), becomes: 'Rain.\n'},
      {
        text: page('<p><img data-src="/a.jpg"><noscript><img src="/a.jpg"></noscript></p>'),
        becomes: '![](/a.jpg)\n',
      },
    ],
  },
  {
    id: 'hidden',
    class: 'hidden',
    reason: 'The page itself says that the element is not shown.',
    examples: [
      {text: page('<p>Rain.</p><div style="display: none">Close</div>'), becomes: 'Rain.\n'},
      {text: page('<p>Rain.</p><p hidden>Close</p>'), becomes: 'Rain.\n'},
    ],
  },
  {
    id: 'screen-reader',
    class: 'hidden',
    reason: 'The element is hidden from sight and only spoken by screen readers.',
    examples: [{text: page('<a href="/"><span class="sr-only">Go to</span> Home</a>'), becomes: '[Home](/)\n'}],
  },
  {
    id: 'icon',
    class: 'hidden',
    reason: 'An ornament without words that is hidden even from screen readers.',
    examples: [{text: page('<p><i class="icon" aria-hidden="true">home</i> Home</p>'), becomes: 'Home\n'}],
  },
  {
    id: 'form-control',
    class: 'markup',
    reason: 'The values of form controls are choices for the reader, not text.',
    examples: [{text: page('<p>City <select><option>Oslo<option>Riga</select></p>'), becomes: 'City\n'}],
  },
  {
    id: 'media',
    class: 'media',
    reason: 'Players, frames and drawings have no text; what stands in them is shown only where they fail.',
    examples: [
      {text: page('<p>See:</p><iframe src="/v">No frames</iframe><svg><text>x</text></svg>'), becomes: 'See:\n'},
    ],
  },
  {
    id: 'image',
    class: 'markup',
    reason: 'An image is written as markdown; spacers, counting pixels and images without an address are left out.',
    examples: [
      {text: page('<p><img src="/a.jpg" alt="A dog"></p>'), becomes: '![A dog](/a.jpg)\n'},
      {text: page('<p>Rain.<img src="/p.gif" width="1" height="1"></p>'), becomes: 'Rain.\n'},
    ],
  },
  {
    id: 'markup',
    class: 'markup',
    reason: 'Tags are no text.',
    examples: [{text: page('<p>Rain <span>fell</span>.</p>'), becomes: 'Rain fell.\n'}],
  },
  {
    id: 'entity',
    class: 'encoding',
    reason: 'A character reference stands for a character.',
    examples: [{text: page('<p>caf&eacute; &amp; bar</p>'), becomes: 'café & bar\n'}],
  },
  {
    id: 'whitespace',
    class: 'layout',
    reason: 'Runs of white space in the source of a page are shown as one space.',
    examples: [{text: page('<p>Rain\n   fell.</p>'), becomes: 'Rain fell.\n'}],
  },
  {
    id: 'block-break',
    class: 'layout',
    reason: 'Every block of the page becomes a block of its own.',
    examples: [{text: page('<div>Rain<p>fell.</div>'), becomes: 'Rain\n\nfell.\n'}],
  },
  {
    id: 'line-break',
    class: 'layout',
    reason: 'A line break becomes a hard line break; two in a row end the paragraph.',
    examples: [
      {text: page('<p>12 High St<br>Leeds</p>'), becomes: '12 High St\\\nLeeds\n'},
      {text: page('<p>One.<br><br>Two.</p><p>a<br>b</p>'), becomes: 'One.\n\nTwo.\n\na\\\nb\n'},
    ],
  },
  {
    id: 'escape',
    class: 'layout',
    reason: 'A character that markdown would read as syntax gets a backslash.',
    examples: [{text: page('<p>2 * 3 is *not* 5</p>'), becomes: '2 * 3 is \\*not\\* 5\n'}],
  },
  {
    id: 'emphasis',
    class: 'layout',
    reason: 'Emphasis, strong and struck text get the marks of markdown.',
    examples: [{text: page('<p>Very<b> hot </b>day</p>'), becomes: 'Very **hot** day\n'}],
  },
  {
    id: 'inline-code',
    class: 'layout',
    reason: 'Code gets the marks of markdown.',
    examples: [{text: page('<p>Run <code>a `b`</code></p>'), becomes: 'Run `` a `b` ``\n'}],
  },
  {
    id: 'link',
    class: 'layout',
    reason: 'A link becomes a markdown link, its address behind its text.',
    examples: [{text: page('<p><a href="/a">Read</a> on</p>'), becomes: '[Read](/a) on\n'}],
  },
  {
    id: 'generated',
    class: 'layout',
    reason: 'Signs that a browser shows though the source does not hold them: quotation marks, ruby, raised digits.',
    examples: [{text: page('<p>He said <q>no</q>.</p>'), becomes: 'He said "no".\n'}],
  },
  {
    id: 'heading',
    class: 'layout',
    reason: 'A heading gets its number signs.',
    examples: [{text: page('<h2>Rain</h2>'), becomes: '## Rain\n'}],
  },
  {
    id: 'list-item',
    class: 'layout',
    reason: 'An item of a list gets its marker.',
    examples: [{text: page('<ul><li>a<li>b</ul>'), becomes: '- a\n- b\n'}],
  },
  {
    id: 'quote',
    class: 'layout',
    reason: 'A quotation is marked line by line.',
    examples: [{text: page('<blockquote><p>a<p>b</blockquote>'), becomes: '> a\n>\n> b\n'}],
  },
  {
    id: 'code-block',
    class: 'layout',
    reason: 'Preformatted text becomes fenced code, line by line as it stands.',
    examples: [{text: page('<pre class="language-js">\na  &lt; b\n\nc</pre>'), becomes: '```js\na  < b\n\nc\n```\n'}],
  },
  {
    id: 'table',
    class: 'layout',
    reason: 'A table of data becomes a markdown table; its first row heads it.',
    examples: [
      {
        text: page('<table><tr><th>a<th>b<tr><td>1<td>2</table>'),
        becomes: '| a | b |\n| --- | --- |\n| 1 | 2 |\n',
      },
    ],
  },
  {
    id: 'thematic-break',
    class: 'layout',
    reason: 'A rule between blocks becomes a thematic break.',
    examples: [{text: page('<p>a</p><hr><p>b</p>'), becomes: 'a\n\n***\n\nb\n'}],
  },
]
