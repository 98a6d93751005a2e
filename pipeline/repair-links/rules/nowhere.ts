/** Links that lead nowhere, or show nothing. */
import type {Rule} from '../../../src/document/stage.js'

export const nowhereRules: readonly Rule[] = [
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
]
