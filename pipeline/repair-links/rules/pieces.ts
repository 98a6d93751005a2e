/** Links in pieces: what a converter, or a line, took apart or wrote twice. */
import type {Rule} from '../../../src/document/stage.js'

export const piecesRules: readonly Rule[] = [
  {
    id: 'doubled-address',
    class: 'link',
    reason: 'A converter wrote the address of a link into its text, or behind it, as well; the text keeps its words.',
    examples: [
      {text: 'A [page](https://example.org/a) (https://example.org/a).', becomes: 'A [page](https://example.org/a).'},
      {text: 'A [page](https://example.org/a) (https://example.org/b).'},
      {text: 'By [A. Author \\(/people/a-author\\)](/people/a-author).', becomes: 'By [A. Author](/people/a-author).'},
      {
        text: 'As [he said \\(http://example.org/a_(b)\\)](http://example.org/a_(b)), so.',
        becomes: 'As [he said](http://example.org/a_(b)), so.',
      },
      {text: 'By [A. Author \\(/people/a-author\\)](#).', becomes: 'By [A. Author](/people/a-author).'},
      {text: 'The [law \\(of 1991\\)](https://example.org/law).'},
    ],
  },
  {
    id: 'address-as-text',
    class: 'link',
    reason: 'A link whose text is its address is written as the address alone.',
    examples: [
      {text: 'See [https://example.org/a](https://example.org/a).', becomes: 'See <https://example.org/a>.'},
      {text: 'See [www.example.org](https://www.example.org).'},
    ],
  },
  {
    id: 'split-link',
    class: 'link',
    reason: 'A converter set the text of a link in bold and its address behind it in brackets; they become one link.',
    examples: [
      {
        text: 'It supplied **both sides** (<https://example.org/arms>) with arms.',
        becomes: 'It supplied [both sides](https://example.org/arms) with arms.',
      },
      {
        text: 'Iran **did so, at last**, (https://example.org/iran_1.html) and left.',
        becomes: 'Iran [did so, at last](https://example.org/iran_1.html), and left.',
      },
      {
        text: 'for **one who, overall, leads (<https://example.org/x>)**.',
        becomes: 'for [one who, overall, leads](https://example.org/x).',
      },
      {text: 'He **said,** (https://example.org/s) "No."', becomes: 'He [said](https://example.org/s), "No."'},
      {text: 'The [report](#) (https://example.org/r) is out.', becomes: 'The [report](https://example.org/r) is out.'},
      {text: 'The [report] (https://example.org/r) is out.', becomes: 'The [report](https://example.org/r) is out.'},
      {text: '**Website:** (https://example.org)'},
      {text: 'A **bold** word (see https://example.org).'},
    ],
  },
  {
    id: 'wrapped-address',
    class: 'link',
    reason: 'A line break inside the address keeps a link from being one.',
    examples: [
      {
        text: 'The [report](https://example.org/a-\nlong-name) is out.',
        becomes: 'The [report](https://example.org/a-long-name) is out.',
      },
      {
        text: '> The [report](https://example.org/a-\n> long-\n> name) is out.',
        becomes: '> The [report](https://example.org/a-long-name) is out.',
      },
      {text: 'The [report](https://example.org/a\nand the letter) are out.'},
    ],
  },
  {
    id: 'nested-link',
    class: 'link',
    reason: 'Brackets round a whole link, with its address again or none, are left over from a link within a link.',
    examples: [
      {
        text: 'The [[report](https://example.org/r)](https://example.org/r) is out.',
        becomes: 'The [report](https://example.org/r) is out.',
      },
      {text: 'The [[report](https://example.org/r)] is out.', becomes: 'The [report](https://example.org/r) is out.'},
      {text: 'The [[report](https://example.org/r)](https://example.org/letter) is out.'},
      {text: 'He left [see the [report](https://example.org/r)] and returned.'},
    ],
  },
  {
    id: 'block-link',
    class: 'link',
    reason:
      'Brackets round whole blocks are no link in markdown; the title takes the link, and halves without their other go.',
    examples: [
      {
        text: '[\n\n### Rivers\n\nThey rise.\n\n](https://example.org/r)',
        becomes: '### [Rivers](https://example.org/r)\n\nThey rise.',
      },
      {
        text: '- [\n\n  Rivers\n\n  ](/r)\n- Roads',
        becomes: '- [Rivers](/r)\n- Roads',
      },
      {text: 'Before.\n\n](https://example.org/r)\n\nAfter.', becomes: 'Before.\n\n\n\nAfter.'},
      {text: '[Editor: they did.\n\nThey did not.]\n\nA [way](https://example.org/w).'},
    ],
  },
  {
    id: 'html-link',
    class: 'link',
    reason: 'A link that stands in markdown as tags of HTML is written as the others are.',
    examples: [
      {
        text: 'The <a class="x" href="https://example.org/r">*full* report</a> is out.',
        becomes: 'The [*full* report](https://example.org/r) is out.',
      },
      {
        text: 'The <a href="https://example.org/r"><b>full</b> report</a> is out.',
        becomes: 'The [<b>full</b> report](https://example.org/r) is out.',
      },
      {text: 'The <a href="https://example.org/r"><img src="https://example.org/r.png"> report</a> is out.'},
      {text: 'The <a id="top"></a> and <a name="x" href="https://example.org">place</a>.'},
    ],
  },
  {
    id: 'escaped-link',
    class: 'link',
    reason: 'A link that was escaped as if it were text is a link again.',
    examples: [
      {
        text: 'The \\[report\\]\\(https://example.org/r\\) is out.',
        becomes: 'The [report](https://example.org/r) is out.',
      },
      {text: 'He came \\[late\\] (https://example.org/r).'},
    ],
  },
  {
    id: 'link-note',
    class: 'link',
    reason:
      'What a page says of its links (that they lead outside, open a window) and attributes behind them are of the page.',
    examples: [
      {
        text: 'The [report (opens in a new tab)](https://example.org/r) and [law](https://example.org/l){target="_blank"}.',
        becomes: 'The [report](https://example.org/r) and [law](https://example.org/l).',
      },
      {text: 'The report (link is external) is out.', becomes: 'The report is out.'},
      {text: 'The shop (opens in a new city) and [a set](https://example.org/s) {1, 2}.'},
    ],
  },
  {
    id: 'undefined-reference',
    class: 'link',
    reason: 'A reference to a definition that the text does not have leads nowhere; its text stays.',
    examples: [
      {text: 'The [old report][4] is out.', becomes: 'The old report is out.'},
      {text: 'The [old report][4] is out.\n\n[4]: https://example.org/r'},
      {text: 'A map ![The road][image1] here.', becomes: 'A map The road here.'},
      {text: 'Cells a[i][j], notes [1][2], a study [Roe][1998].'},
    ],
  },
  {
    id: 'glued-punctuation',
    class: 'link',
    reason: 'Punctuation of the sentence stands inside of an address, or reads as part of it.',
    examples: [
      {text: '“See https://example.org/page” he said.', becomes: '“See <https://example.org/page>” he said.'},
      {text: 'See <https://example.org/page.> It is long.', becomes: 'See <https://example.org/page>. It is long.'},
      {text: 'See <https://example.org/v1.2/> and <https://example.org/a,b;c>.'},
    ],
  },
]
