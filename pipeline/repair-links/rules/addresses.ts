/** Addresses that are whole again, absolute, or shorter. */
import type {Rule} from '../../../src/document/stage.js'

export const addressRules: readonly Rule[] = [
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
]
