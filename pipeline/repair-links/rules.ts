/** The rules of repair-links, each with what it mends and what it leaves. */
import type {Rule} from '../../src/document/stage.js'

export const rules: readonly Rule[] = [
  {
    id: 'dead-link',
    class: 'link',
    reason: 'A link without an address, or to the page itself, leads nowhere; its text stays.',
    examples: [
      {text: 'As [Nordic Daily](#) wrote, [it](<>) was [so]().', becomes: 'As Nordic Daily wrote, it was so.'},
      {text: 'The [report](https://example.org/#) is out.'},
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
    id: 'script-link',
    class: 'link',
    reason: 'A link that calls a script of the page does nothing outside of it; its text stays.',
    examples: [
      {text: '[Read the letter](javascript:void(0)) in full.', becomes: 'Read the letter in full.'},
      {text: 'Two pages: [javascript:](https://example.org/javascript:void(0)) and [data](data/2020).'},
    ],
  },
  {
    id: 'empty-link',
    class: 'link',
    reason: 'A link without text cannot be seen; a list item that held nothing else goes with it.',
    examples: [
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
    reason: 'A converter wrote the address of a link into its text as well; the text keeps its words.',
    examples: [
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
    id: 'undefined-reference',
    class: 'link',
    reason: 'A reference to a definition that the text does not have leads nowhere; its text stays.',
    examples: [
      {text: 'The [old report][4] is out.', becomes: 'The old report is out.'},
      {text: 'The [old report][4] is out.\n\n[4]: https://example.org/r'},
      {text: 'Cells a[i][j] and notes [1][2].'},
    ],
  },
  {
    id: 'glued-punctuation',
    class: 'link',
    reason: 'Punctuation of the sentence stands inside the brackets of an address.',
    examples: [
      {text: 'See <https://example.org/page.> It is long.', becomes: 'See <https://example.org/page>. It is long.'},
      {text: 'See <https://example.org/v1.2/> and <https://example.org/a,b;c>.'},
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
]
