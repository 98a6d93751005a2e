/** The rules of repair-links, each with what it mends and what it leaves. */
import type {Rule} from '../../src/document/stage.js'

/** Records as a check of links leaves them, for the examples. */
const records = [
  {
    url: 'https://example.org/old',
    verdict: 'gone',
    status: 404,
    checked: '2026-01-02T03:04:05Z',
    archive: 'https://web.archive.org/web/20200102030405/https://example.org/old',
  },
  {url: 'https://example.org/down', verdict: 'unreachable', checked: '2026-01-02T03:04:05Z', reason: 'ECONNREFUSED'},
  {
    url: 'https://example.org/before',
    verdict: 'moved',
    status: 200,
    final: 'https://example.org/now',
    redirects: [{url: 'https://example.org/before', status: 301}],
    checked: '2026-01-02T03:04:05Z',
  },
  {
    url: 'https://example.org/today',
    verdict: 'moved',
    status: 200,
    final: 'https://example.org/login',
    redirects: [{url: 'https://example.org/today', status: 302}],
    checked: '2026-01-02T03:04:05Z',
  },
]

export const rules: readonly Rule[] = [
  {
    id: 'dead-link',
    class: 'link',
    reason: 'A link without an address, or to the page itself, leads nowhere; its text stays.',
    examples: [
      {text: 'As [Nordic Daily](#) wrote, [it](<>) was [so]().', becomes: 'As Nordic Daily wrote, it was so.'},
      {
        text: 'A [page](?), a [shop](http://undefined) and [a host](http://Example, Inc.).',
        becomes: 'A page, a shop and [a host](http://Example, Inc.).',
      },
      {text: 'The [report](https://example.org/#) is out.'},
    ],
  },
  {
    id: 'local-link',
    class: 'link',
    reason: 'An address that only the machine or the browser of the author knows leads nowhere; its text stays.',
    examples: [
      {text: 'The [draft](file:///C:/draft.htm) is [here](http://localhost/draft).', becomes: 'The draft is here.'},
      {text: 'Then open [the app](http://localhost:3000/) and [write](mailto:a@example.org).'},
    ],
  },
  {
    id: 'share-link',
    class: 'link',
    reason: 'A link that opens a form to share the page leads to nothing that the text speaks of; its text stays.',
    examples: [
      {
        text: '[Rivers rise](https://twitter.com/intent/tweet?text=Rivers) and [fall](mailto:?subject=Rivers&body=x).',
        becomes: 'Rivers rise and fall.',
      },
      {text: 'By Mail (mailto:?subject=Rivers)', becomes: 'By Mail'},
      {
        text: '[Ann](https://twitter.com/ann) wrote [this](https://twitter.com/ann/status/1); [write](mailto:a@example.org?subject=Rivers).',
      },
    ],
  },
  {
    id: 'dead-anchor',
    class: 'link',
    reason: 'A link to a place in the page that the text does not have leads nowhere; its text stays.',
    examples: [
      {text: 'See [the comments](#respond).', becomes: 'See the comments.'},
      {text: '# The Long Road\n\nSee [above](#the-long-road).'},
    ],
  },
  {
    id: 'own-anchor',
    class: 'link',
    reason: 'An absolute address of a place in the document itself is written as that place, which the text has.',
    examples: [
      {
        text: 'See [below](https://example.org/news/1#the-road).\n\n## The Road',
        metadata: {source: 'https://www.example.org/news/1'},
        becomes: 'See [below](#the-road).\n\n## The Road',
      },
      {
        text: 'See [there](https://example.org/news/2#the-road).\n\n## The Road',
        metadata: {source: 'https://example.org/news/1'},
      },
    ],
  },
  {
    id: 'anchor-sign',
    class: 'link',
    reason: 'A sign that links to its own place, or back to where a reader came from, belongs to the page.',
    examples: [
      {text: '## The Road [¶](#the-road)\n\n[^](#ref-1) Roe, p. 7.', becomes: '## The Road\n\nRoe, p. 7.'},
      {text: 'The [#1](https://example.org/1), see [§](https://example.org/law#4).'},
    ],
  },
  {
    id: 'script-link',
    class: 'link',
    reason: 'A link that calls a script of the page does nothing outside of it; its text stays.',
    examples: [
      {text: '[Read the letter](javascript:void(0)) in full.', becomes: 'Read the letter in full.'},
      {text: '**Print** (javascript:window.print())', becomes: '**Print**'},
      {text: 'A book (javascript: the good parts).'},
      {text: 'Two pages: [javascript:](https://example.org/javascript:void(0)) and [data](data/2020).'},
    ],
  },
  {
    id: 'empty-link',
    class: 'link',
    reason:
      'A link without text cannot be seen; a list item that held nothing else goes with it. A comma keeps its place.',
    examples: [
      {text: 'Roe[,](https://example.org/roe) Doe[ ](https://example.org/doe)and Poe.', becomes: 'Roe, Doe and Poe.'},
      {text: 'A word[](https://example.org/icon) here.', becomes: 'A word here.'},
      {text: 'Before [\\(/a/b\\)](/a/b) after.', becomes: 'Before  after.'},
      {text: '- one\n- [](https://example.org/icon)\n- two', becomes: '- one\n- two'},
      {text: 'A map [![](https://example.org/map.png)](https://example.org/map) and [§](https://example.org/4).'},
    ],
  },
  {
    id: 'tracking-image',
    class: 'link',
    reason: 'An image that counts readers, has no source or is an empty stand-in shows nothing.',
    examples: [
      {text: 'The end.![](https://pixel.wp.com/b.gif?v=1)', becomes: 'The end.'},
      {text: '![](data:image/gif;base64,R0lGODlhAQABAAAAACw=) Text.', becomes: ' Text.'},
      {text: '![A bridge](https://example.org/bridge.jpg)'},
    ],
  },
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
  {
    id: 'broken-address',
    class: 'link',
    reason:
      'An address with a torn or doubled scheme, none before www., backslashes for slashes, or blanks and quotation marks at its ends is made whole.',
    examples: [
      {
        text: 'A [page](ttps://example.org/a), [two](http://https://example.org/b) and [three](www.example.org/c%20).',
        becomes: 'A [page](https://example.org/a), [two](https://example.org/b) and [three](http://www.example.org/c).',
      },
      {
        text: 'A [page](https;//example.org/a), [two](http//example.org/b) and [three](htp://example.org/c).',
        becomes: 'A [page](https://example.org/a), [two](http://example.org/b) and [three](http://example.org/c).',
      },
      {
        text: 'A [page](http:\\\\example.org\\a) and [two](\\files\\b.pdf).',
        becomes: 'A [page](http://example.org/a) and [two](/files/b.pdf).',
      },
      {text: 'A [page](hxxp://example.org/a), [two](http/example.org) and [three](https://example.org/?a=\\b).'},
      {text: 'The [plan](/files/the plan.pdf) is out.', becomes: 'The [plan](/files/the%20plan.pdf) is out.'},
      {text: 'See <<https://example.org/a>>.', becomes: 'See <https://example.org/a>.'},
      {
        text: 'A [search](https://example.org/?q=%22rivers%22) and [page](/files/the plan) and [more](example.org/www.htm).',
      },
    ],
  },
  {
    id: 'resolved-link',
    class: 'link',
    reason: 'A relative address is made absolute, since the text no longer stands on its site.',
    examples: [
      {
        text: 'By [A. Author](/people/a-author).',
        metadata: {source: 'https://example.org/news/1.html'},
        becomes: 'By [A. Author](https://example.org/people/a-author).',
      },
      {text: 'By [A. Author](//example.org/a).', becomes: 'By [A. Author](https://example.org/a).'},
      {text: 'By [A. Author](/people/a-author).'},
    ],
  },
  {
    id: 'relative-link-unwrapped',
    class: 'link',
    reason:
      'Where the address of the page is not known, nobody can follow a relative link, and it was asked to go; its text stays.',
    examples: [
      {
        text: 'By [A. Author](/people/a-author), [here](mailto:a@example.org) and [there](#) too.',
        options: {relative: 'unwrap'},
        becomes: 'By A. Author, [here](mailto:a@example.org) and there too.',
      },
      {
        text: 'By [A. Author](people/a-author).',
        options: {relative: 'unwrap'},
        metadata: {source: 'https://example.org/news/1.html'},
        becomes: 'By [A. Author](https://example.org/news/people/a-author).',
        isSpared: true,
      },
      {
        text: 'See [the road](#the-road) and [more](https://example.org).\n\n## The Road',
        options: {relative: 'unwrap'},
      },
    ],
  },
  {
    id: 'redirector',
    class: 'link',
    reason: 'An address that only leads on to another, and counts who follows, gives way to the other.',
    examples: [
      {
        text: 'A [post](https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2Fa%3Fb%3D1&h=AT0).',
        becomes: 'A [post](https://example.org/a?b=1).',
      },
      {text: 'A [search](https://www.google.com/search?q=https://example.org).'},
    ],
  },
  {
    id: 'tracking-parameter',
    class: 'link',
    reason: 'A parameter that only says who followed a link is no part of its address.',
    examples: [
      {
        text: 'A [piece](https://example.org/%D0%9D?id=7&utm_source=feed&utm_medium=rss#top).',
        becomes: 'A [piece](https://example.org/%D0%9D?id=7#top).',
      },
      {text: 'A [piece](https://example.org/?page=2&ref=home).'},
    ],
  },
  {
    id: 'dead-page',
    class: 'link',
    reason: 'The page that a link leads to is gone, as a check of links found; the link stays.',
    isFact: true,
  },
  {
    id: 'dead-page-archived',
    class: 'link',
    reason: 'The page that a link leads to is gone, as a check of links found; it leads to the nearest snapshot.',
    examples: [
      {
        text: 'The [report](https://example.org/old#top) is out.',
        options: {records},
        becomes: 'The [report](https://web.archive.org/web/20200102030405/https://example.org/old#top) is out.',
      },
      {text: 'The [report](https://example.org/down) and [another](https://example.org/older).', options: {records}},
      {text: 'The [report](https://example.org/old) is out.', options: {records, dead: 'mark'}},
    ],
  },
  {
    id: 'dead-page-unwrapped',
    class: 'link',
    reason: 'The page that a link leads to is gone, as a check of links found; its text stays.',
    examples: [
      {
        text: 'The [report](https://example.org/old) is out.',
        options: {records, dead: 'unwrap'},
        becomes: 'The report is out.',
      },
      {text: 'The [report](https://example.org/down): <https://example.org/old>.', options: {records, dead: 'unwrap'}},
    ],
  },
  {
    id: 'moved-page',
    class: 'link',
    reason: 'The page that a link leads to has moved for good, as a check of links found; it leads to the new place.',
    examples: [
      {
        text: 'The [report](https://example.org/before#top) is out.',
        options: {records, moved: 'follow'},
        becomes: 'The [report](https://example.org/now#top) is out.',
      },
      {text: 'The [report](https://example.org/before) is out.', options: {records}},
      {text: 'The [report](https://example.org/today) is out.', options: {records, moved: 'follow'}},
    ],
  },
]
