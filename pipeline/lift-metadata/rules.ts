/** The rules of lift-metadata: what each takes out of the text, and why. */
import type {Rule} from '../../src/document/stage.js'

const body =
  'The agreement was signed on the night of the tenth, and by the morning the first lorries were on the road to the mountain villages.'

export const rules: readonly Rule[] = [
  {
    id: 'title',
    class: 'metadata',
    reason: 'The title is recorded, and stands in the text once, as a heading.',
    examples: [
      {
        text: `The road to the villages\n\nBy Anna Example\n\n${body}`,
        becomes: `# The road to the villages\n\n${body}`,
      },
      {text: body},
    ],
  },
  {
    id: 'repeated-title',
    class: 'metadata',
    reason: 'A title that stands twice above the body stands once.',
    examples: [
      {
        text: `The road to the villages\n\nThe road to the villages\n\n${body}`,
        becomes: `# The road to the villages\n\n${body}`,
      },
      {
        text: `# The road to the villages\n\n${body}\n\nThe road to the villages\n\nIt was closed for good that winter.`,
      },
    ],
  },
  {
    id: 'byline',
    class: 'metadata',
    reason: 'The line that names the author stands in the front matter.',
    examples: [
      {
        text: `# A title of four words\n\nVon Karl Beispiel und Anna Muster\n\n${body}`,
        becomes: `# A title of four words\n\n${body}`,
      },
      {text: `# A title of four words\n\nBy the river they sat down\n\n${body}`},
    ],
  },
  {
    id: 'date-line',
    class: 'metadata',
    reason: 'The line that dates the article stands in the front matter.',
    examples: [
      {
        text: `# A title of four words\n\nThe Example Post, October 17, 2020\n\n${body}`,
        becomes: `# A title of four words\n\n${body}`,
      },
      {
        text: `# A title of four words\n\nOld Harbour, 3 May 2019\n\n${body}`,
        becomes: `# A title of four words\n\n${body}`,
      },
      {text: `# A title of four words\n\n${body}\n\nOn October 17, 2020 they came back.`},
    ],
  },
  {
    id: 'first-publication',
    class: 'rights',
    reason: 'The note of where an article was first published is recorded; it is no part of the article.',
    examples: [
      {
        text: `${body}\n\n*This article was originally published on [The Example](https://example.org/a).*`,
        becomes: body,
      },
      {
        text: `${body}\n\nThe report was published in March and read by nobody who could have changed anything in the villages.`,
      },
    ],
  },
  {
    id: 'source-note',
    class: 'rights',
    reason: 'The note that names the source of the article is recorded; it is no part of the article.',
    examples: [
      {text: `${body}\n\nThe original source of this article is Example Research`, becomes: body},
      {text: `${body}\n\nThe original source of this text is a letter from the autumn of 1911.`},
    ],
  },
  {
    id: 'author-note',
    class: 'bio',
    reason: 'The note about the author is recorded; it is no part of the article.',
    examples: [
      {
        text: `# A title of four words\n\nby Anna Example\n\n${body}\n\nAnna Example is a fellow at the Institute of Examples.`,
        becomes: `# A title of four words\n\n${body}`,
      },
      {text: `${body}\n\nAnna Example is a fellow at the Institute of Examples.`},
    ],
  },
  {
    id: 'rights-note',
    class: 'rights',
    reason: 'Who holds the rights is recorded; it is no part of the article.',
    examples: [
      {text: `${body}\n\nCopyright © Anna Example, 2020`, becomes: body},
      {text: `${body}\n\nCopyright Example Press`, becomes: body},
      {text: `${body}\n\nCopyright was the last thing on anybody's mind.`},
    ],
  },
  {
    id: 'front-matter',
    class: 'metadata',
    reason: 'What the front matter of the scrape states is taken over; the last stage writes it anew.',
    isFact: true,
  },
  {
    id: 'given',
    class: 'metadata',
    reason:
      'What came beside the text, in a field of its JSON line or a header of its archive, is taken over where its front matter says nothing else.',
    isFact: true,
  },
  {
    id: 'unread-front-matter',
    class: 'front-matter',
    reason: 'Front matter that is no YAML, or nested beyond all use, is not read; as code it stays what it is.',
    examples: [
      {
        text: `---\ntitle: The road: a story\n---\n\n${body}`,
        becomes: `\`\`\`yaml\ntitle: The road: a story\n\`\`\`\n\n${body}`,
      },
      {text: `---\ntitle: "The road: a story"\n---\n\n${body}`},
      {text: `---\nA motto between two rules\n---\n\n${body}`},
    ],
  },
  {
    id: 'message-header',
    class: 'metadata',
    reason:
      'The header of a saved message stands in the front matter: its subject is the title, its sender the author.',
    examples: [
      {
        text: `From: Anna Example <anna@example.org>\nTo: list@example.org\nSubject: The road to the villages\nDate: Mon, 3 Jun 2019 10:00:00 +0200\n\n${body}`,
        becomes: `\n\n${body}`,
      },
      {text: `From: Anna Example\n\n${body}`},
      {text: `Date: the tenth, in the evening\nPlace: the mill\n\n${body}`},
    ],
  },
  {
    id: 'labelled-head',
    class: 'metadata',
    reason: 'Lines such as `Title:` and `Date:` that a scraper put at the head stand in the front matter.',
    examples: [
      {
        text: `Title: The road to the villages\nAuthor: Anna Example\nDate: 3 June 2019\n\n${body}`,
        becomes: `\n\n${body}`,
      },
      {text: `Title: The road to the villages\nServes: four\nDate: 3 June 2019\n\n${body}`},
      {text: `Title: The road to the villages\nDate: 3 June 2019\n\n${body}`},
      {text: `Title: The road to the villages\nAuthor: Anna Example\nDate: some day in June\n\n${body}`},
    ],
  },
  {
    id: 'language',
    class: 'metadata',
    reason: 'The language is told from the prose, where that is certain.',
    isFact: true,
  },
  {id: 'declared-json-ld', class: 'metadata', reason: 'The page declares it in its JSON-LD.', isFact: true},
  {id: 'declared-meta', class: 'metadata', reason: 'The page declares it in a meta element.', isFact: true},
  {id: 'declared-link', class: 'metadata', reason: 'The page declares it in a link element.', isFact: true},
  {id: 'declared-microdata', class: 'metadata', reason: 'The page declares it in microdata.', isFact: true},
  {id: 'declared-language', class: 'metadata', reason: 'The page declares it in its lang attribute.', isFact: true},
  {id: 'declared-title', class: 'metadata', reason: 'The page declares it in its title element.', isFact: true},
  {id: 'declared-time', class: 'metadata', reason: 'The page declares it in a time element.', isFact: true},
  {
    id: 'date-in-state',
    class: 'metadata',
    reason: 'The scripts of the page have it as the day of its publication, and nothing that is shown says it.',
    isFact: true,
  },
  {
    id: 'date-in-address',
    class: 'metadata',
    reason: 'The address of the page is filed by a day or a month, and nothing else says when it was published.',
    isFact: true,
  },
]
