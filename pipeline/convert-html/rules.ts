/** Why a range of a page is not in its markdown, or stands there otherwise. */
import type {Rule, RuleExample} from '../../src/document/stage.js'

/** An example: the body of a page, what it becomes, and what stands in its head. */
const example = (body: string, becomes: string, head = ''): RuleExample => ({
  text: `<html><head>${head}</head><body>${body}</body></html>`,
  mediaType: 'text/html',
  becomes,
})

/** A page that the rule leaves alone, though it looks like what the rule takes; other rules make markdown of it. */
const spared = (body: string, becomes: string): RuleExample => ({
  text: `<html><body>${body}</body></html>`,
  mediaType: 'text/html',
  becomes,
  isSpared: true,
})

export const rules: readonly Rule[] = [
  {
    id: 'head',
    class: 'markup',
    reason: 'The head of a page is not shown; what it declares is kept as declarations.',
    examples: [
      example('<p>Rain fell.</p>', 'Rain fell.\n', '<title>Rain</title>'),
      spared('<header><p>Rain</p></header><p>It fell.</p>', 'Rain\n\nIt fell.\n'),
    ],
  },
  {
    id: 'script',
    class: 'markup',
    reason: 'A script is for the browser, not for the reader.',
    examples: [
      example('<p>Rain <script>track()</script>fell.</p>', 'Rain fell.\n'),
      spared('<p class="script">The script of the play.</p>', 'The script of the play.\n'),
    ],
  },
  {
    id: 'style',
    class: 'markup',
    reason: 'A style sheet is for the browser, not for the reader.',
    examples: [
      example('<style>p {color: red}</style><p>Rain.</p>', 'Rain.\n'),
      spared('<p style="color: red">Rain.</p>', 'Rain.\n'),
    ],
  },
  {
    id: 'comment',
    class: 'markup',
    reason: 'A comment in the markup is not shown.',
    examples: [
      example('<p>Rain<!-- heavy --> fell.</p>', 'Rain fell.\n'),
      spared('<p>Rain &lt;!-- heavy --> fell.</p>', 'Rain \\<!-- heavy --> fell.\n'),
    ],
  },
  {
    id: 'template',
    class: 'hidden',
    reason: 'A template is shown only where a script copies it.',
    examples: [
      example('<template><p>Name</p></template><p>Rain.</p>', 'Rain.\n'),
      spared('<div><template shadowrootmode="open"><p>Rain.</p></template></div>', 'Rain.\n'),
    ],
  },
  {
    id: 'noscript',
    class: 'hidden',
    reason: 'What is meant for browsers without scripts repeats what scripts show, or asks for scripts.',
    examples: [
      example('<noscript>Turn on JavaScript.</noscript><p>Rain.</p>', 'Rain.\n'),
      example('<p><img data-src="/a.jpg"><noscript><img src="/a.jpg"></noscript></p>', '![](/a.jpg)\n'),
      spared('<p>See:<noscript><img src="/a.jpg"></noscript></p>', 'See:![](/a.jpg)\n'),
    ],
  },
  {
    id: 'hidden',
    class: 'hidden',
    reason: 'The page itself says that the element is not shown.',
    examples: [
      example('<p>Rain.</p><div style="display: none">Close</div>', 'Rain.\n'),
      example('<p>Rain.</p><p hidden>Close</p>', 'Rain.\n'),
      example('<p>Rain.</p><p style="position: absolute; left: -9999px">Close</p>', 'Rain.\n'),
      spared('<p style="margin-left: -100px">Rain.</p>', 'Rain.\n'),
      spared(
        `<h3><button aria-expanded="false">Rain</button></h3><div hidden>${'<p>It fell all night.</p>'.repeat(5)}</div>`,
        `### Rain\n\n${Array(5).fill('It fell all night.').join('\n\n')}\n`,
      ),
      spared('<p class="hidden" style="display: block">Rain.</p>', 'Rain.\n'),
      spared('<p hidden="until-found">Rain.</p>', 'Rain.\n'),
    ],
  },
  {
    id: 'screen-reader',
    class: 'hidden',
    reason: 'The element is hidden from sight and only spoken by screen readers.',
    examples: [
      example('<a href="/"><span class="sr-only">Go to</span> Home</a>', '[Home](/)\n'),
      example('<a href="/"><span class="page-visually-hidden">Go to</span> Home</a>', '[Home](/)\n'),
      spared('<p><span class="md:not-sr-only">Rain.</span></p>', 'Rain.\n'),
      spared('<p class="screen-readers sr-only-test">Screen readers compared.</p>', 'Screen readers compared.\n'),
    ],
  },
  {
    id: 'icon',
    class: 'hidden',
    reason: 'An ornament without words that is hidden even from screen readers.',
    examples: [
      example('<p><i class="icon" aria-hidden="true">home</i> Home</p>', 'Home\n'),
      spared('<p><span class="lexicon" aria-hidden="true">Rain fell.</span></p>', 'Rain fell.\n'),
      spared('<p><i class="icon">Rain</i></p>', '*Rain*\n'),
    ],
  },
  {
    id: 'formula',
    class: 'hidden',
    reason: 'A formula is drawn beside its MathML, which is hidden but stands in the order of reading.',
    examples: [
      example('<p><i><math><mi>x</mi></math></i><span aria-hidden="true"><b>x</b></span> rises.</p>', '*x* rises.\n'),
      spared('<p><i>x</i><span aria-hidden="true">rises every day.</span></p>', '*x*rises every day.\n'),
    ],
  },
  {
    id: 'line-number',
    class: 'markup',
    reason: 'The numbers of the lines beside code are no part of it.',
    examples: [
      example('<pre><b class="lineno">1</b>a\n<b class="lineno">2</b>b</pre>', '```\na\nb\n```\n'),
      example(
        '<table><tr><td class="gutter"><pre>8\n9</pre></td><td><pre>a\nb</pre></td></tr></table>',
        '```\na\nb\n```\n',
      ),
      spared('<pre><b class="lineno">x</b>a</pre>', '```\nxa\n```\n'),
      spared('<p><span class="line-number">5</span> Rain fell.</p>', '5 Rain fell.\n'),
    ],
  },
  {
    id: 'form-control',
    class: 'markup',
    reason: 'The values of form controls are choices for the reader, not text; a button in code copies it.',
    examples: [
      example('<p>City <select><option>Oslo<option>Riga</select></p>', 'City\n'),
      example('<pre>a<button>Copy</button>\nb</pre>', '```\na\nb\n```\n'),
      spared('<p>Press <button>Send</button> to go on.</p>', 'Press Send to go on.\n'),
      spared('<p><label for="c">City</label> <output>Oslo</output></p>', 'City Oslo\n'),
    ],
  },
  {
    id: 'media',
    class: 'media',
    reason: 'Players, frames and drawings have no text; what stands in them is shown only where they fail.',
    examples: [
      example('<p>See:</p><iframe src="/v">No frames</iframe><svg><text>x</text></svg>', 'See:\n'),
      spared('<p class="video"><math><mi>x</mi></math> rises.</p>', 'x rises.\n'),
    ],
  },
  {
    id: 'image',
    class: 'markup',
    reason: 'An image is written as markdown; spacers, counting pixels and images without an address are left out.',
    examples: [
      example('<p><img src="/a.jpg" alt="A dog"></p>', '![A dog](/a.jpg)\n'),
      example('<p>Rain.<img src="/p.gif" width="1" height="1"></p>', 'Rain.\n'),
      spared('<figure><figcaption>A dog</figcaption></figure><p>&lt;img></p>', 'A dog\n\n\\<img>\n'),
    ],
  },
  {
    id: 'markup',
    class: 'markup',
    reason: 'Tags are no text.',
    examples: [
      example('<p>Rain <span>fell</span>.</p>', 'Rain fell.\n'),
      {text: 'Rain <3 &amp; fell.', mediaType: 'text/html', becomes: 'Rain <3 & fell.\n', isSpared: true},
    ],
  },
  {
    id: 'entity',
    class: 'encoding',
    reason: 'A character reference stands for a character.',
    examples: [
      example('<p>caf&eacute; &amp; bar</p>', 'café & bar\n'),
      spared('<p>R&D, fish & chips, a&b;</p>', 'R&D, fish & chips, a&b;\n'),
    ],
  },
  {
    id: 'invisible',
    class: 'encoding',
    reason: 'Soft hyphens and zero-width spaces show nothing, and split words for search.',
    examples: [
      example('<p>water&shy;mill and mill\u00adstone</p>', 'watermill and millstone\n'),
      example('<p>water&#8203;mill</p>', 'watermill\n'),
      spared('<pre>water\u00admill</pre>', '```\nwater\u00admill\n```\n'),
    ],
  },
  {
    id: 'whitespace',
    class: 'layout',
    reason: 'Runs of white space in the source of a page are shown as one space.',
    examples: [
      example('<p>Rain\n   fell.</p>', 'Rain fell.\n'),
      spared('<pre>a   b</pre>', '```\na   b\n```\n'),
      spared('<p>10\u00a0km of rain</p>', '10\u00a0km of rain\n'),
    ],
  },
  {
    id: 'block-break',
    class: 'layout',
    reason: 'Every block of the page becomes a block of its own.',
    examples: [
      example('<div>Rain<p>fell.</div>', 'Rain\n\nfell.\n'),
      {text: 'Rain <b>fell</b>.\n', mediaType: 'text/html', becomes: 'Rain **fell**.\n', isSpared: true},
    ],
  },
  {
    id: 'line-break',
    class: 'layout',
    reason: 'A line break becomes a hard line break; two in a row end the paragraph.',
    examples: [
      example('<p>12 High St<br>Leeds</p>', '12 High St\\\nLeeds\n'),
      example('<p>One.<br><br>Two.</p><p>a<br>b</p>', 'One.\n\nTwo.\n\na\\\nb\n'),
      spared('<p>Rain<wbr>fall\nfell.</p>', 'Rainfall fell.\n'),
    ],
  },
  {
    id: 'escape',
    class: 'layout',
    reason: 'A character that markdown would read as syntax gets a backslash.',
    examples: [
      example('<p>2 * 3 is *not* 5</p>', '2 * 3 is \\*not\\* 5\n'),
      spared('<p>2 * 3 > 5, snake_case and # 1!</p>', '2 * 3 > 5, snake_case and # 1!\n'),
    ],
  },
  {
    id: 'emphasis',
    class: 'layout',
    reason: 'Emphasis, strong and struck text get the marks of markdown.',
    examples: [
      example('<p>Very<b> hot </b>day</p>', 'Very **hot** day\n'),
      spared('<p>Very<b> </b>hot</p><h2><b>Day</b></h2>', 'Very hot\n\n## Day\n'),
    ],
  },
  {
    id: 'inline-code',
    class: 'layout',
    reason: 'Code gets the marks of markdown.',
    examples: [
      example('<p>Run <code>a `b`</code></p>', 'Run `` a `b` ``\n'),
      spared('<pre><code>a</code></pre>', '```\na\n```\n'),
    ],
  },
  {
    id: 'link',
    class: 'layout',
    reason: 'A link becomes a markdown link, its address behind its text.',
    examples: [
      example('<p><a href="/a">Read</a> on</p>', '[Read](/a) on\n'),
      spared('<p><a name="a">Read</a> <a href="javascript:print()">on</a></p>', 'Read on\n'),
      spared('<p><a href="java\nscript:print()">Read</a> on</p>', 'Read on\n'),
    ],
  },
  {
    id: 'generated',
    class: 'layout',
    reason: 'Signs that a browser shows though the source does not hold them: quotation marks, ruby, what is raised.',
    examples: [
      example('<p>He said <q>no</q>.</p>', 'He said "no".\n'),
      spared('<p>"No", on the 3<sup>rd</sup>.</p>', '"No", on the 3rd.\n'),
    ],
  },
  {
    id: 'superscript',
    class: 'layout',
    reason: 'Raised figures and signs become the characters that Unicode has for them, where it has one for each.',
    examples: [
      example('<p>5 km<sup>2</sup> and 10<sup>&minus;6</sup> m</p>', '5 km² and 10⁻⁶ m\n'),
      example('<p>As others found.<sup>3</sup></p>', 'As others found.³\n'),
      spared('<p>The 3<sup>rd</sup> of M<sup>me</sup> B, H<sup>+</sup></p>', 'The 3rd of Mme B, H+\n'),
      spared('<p>Rain<sup><a href="/n">1</a></sup></p>', 'Rain[1](/n)\n'),
    ],
  },
  {
    id: 'subscript',
    class: 'layout',
    reason: 'Lowered figures and signs become the characters that Unicode has for them, where it has one for each.',
    examples: [example('<p>H<sub>2</sub>O</p>', 'H₂O\n'), spared('<p><sub>2</sub> v<sub>max</sub></p>', '2 vmax\n')],
  },
  {
    id: 'heading',
    class: 'layout',
    reason: 'A heading gets its number signs.',
    examples: [example('<h2>Rain</h2>', '## Rain\n'), spared('<p class="h2"><b>Rain</b></p><h3> </h3>', '**Rain**\n')],
  },
  {
    id: 'list-item',
    class: 'layout',
    reason: 'An item of a list gets its marker.',
    examples: [
      example('<ul><li>a<li>b</ul>', '- a\n- b\n'),
      spared('<p>1990. A wet year.</p>', '1990\\. A wet year.\n'),
    ],
  },
  {
    id: 'footnote',
    class: 'layout',
    reason: 'A mark that leads to a note, and the note that leads back, become a footnote; the way back is not needed.',
    examples: [
      example(
        '<p>Rain<sup id="r"><a href="#n">1</a></sup> fell.</p><ol><li id="n">In the valley. <a href="#r">↩</a></ol>',
        'Rain[^1] fell.\n\n[^1]: In the valley.\n',
      ),
      spared('<p>Rain<a href="#n">1</a></p><h2 id="n">In the valley</h2>', 'Rain[1](#n)\n\n## In the valley\n'),
      spared('<p>Rain<a href="#n">1</a></p><ol><li id="n">In the valley</ol>', 'Rain[1](#n)\n\n1. In the valley\n'),
    ],
  },
  {
    id: 'quote',
    class: 'layout',
    reason: 'A quotation is marked line by line.',
    examples: [
      example('<blockquote><p>a<p>b</blockquote>', '> a\n>\n> b\n'),
      spared('<div class="blockquote">&gt; Rain</div>', '\\> Rain\n'),
    ],
  },
  {
    id: 'code-block',
    class: 'layout',
    reason: 'Preformatted text becomes fenced code, line by line as it stands.',
    examples: [
      example('<pre class="language-js">\na  &lt; b\n\nc</pre>', '```js\na  < b\n\nc\n```\n'),
      spared('<p>    Run <code>a</code></p>', 'Run `a`\n'),
    ],
  },
  {
    id: 'table',
    class: 'layout',
    reason: 'A table of data becomes a markdown table; its first row heads it.',
    examples: [
      example('<table><tr><th>a<th>b<tr><td>1<td>2</table>', '| a | b |\n| --- | --- |\n| 1 | 2 |\n'),
      spared('<table><tr><td>Rain fell.</td><td>It was night.</td></tr></table>', 'Rain fell.\n\nIt was night.\n'),
    ],
  },
  {
    id: 'thematic-break',
    class: 'layout',
    reason: 'A rule between blocks becomes a thematic break.',
    examples: [example('<p>a</p><hr><p>b</p>', 'a\n\n***\n\nb\n'), spared('<p>***</p>', '\\*\\*\\*\n')],
  },
  {
    id: 'removed-by-selector',
    class: 'custom',
    reason: 'The configuration says that the element is left out; the evidence is its selector.',
    examples: [
      {...example('<p>Rain.</p><div class="ad">Buy</div>', 'Rain.\n'), options: {remove: ['.ad']}},
      {...spared('<p class="adrift">Rain.</p>', 'Rain.\n'), options: {remove: ['.ad']}},
    ],
  },
  {
    id: 'outside-content',
    class: 'custom',
    reason: 'The configuration says which elements hold the document, and this stands outside of them.',
    examples: [
      {...example('<p>Menu</p><article>Rain.</article><p>End</p>', 'Rain.\n'), options: {content: ['article']}},
      {...spared('<p>Menu</p><div>Rain.</div>', 'Menu\n\nRain.\n'), options: {content: ['article']}},
      {
        ...spared('<p>Rain.</p><article hidden>Name</article>', 'Rain.\n'),
        options: {content: ['article']},
      },
    ],
  },
]
