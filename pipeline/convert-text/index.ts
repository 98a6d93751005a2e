/**
 * convert-text: make plain text markdown, and markdown out of converters whole.
 *
 * HTML is converted by a stage of its own. Words are never touched here; lines that were wrapped inside a paragraph are
 * left to join-broken-lines.
 */
import {z} from 'zod'
import {Document, type Message} from '../../src/document/document.js'
import type {Edit} from '../../src/document/edit.js'
import type {Rule, Stage} from '../../src/document/stage.js'
import {defineStage} from '../../src/document/stage.js'
import {readLabelledHead} from '../lift-metadata/labelled-head.js'
import {readMessageHeader} from '../lift-metadata/message-header.js'
import {markdownEdits} from './markdown.js'
import {plainEdits} from './plain.js'
import {tomlHead} from './toml.js'

const mediaType = 'text/plain'

/** Two paragraphs that were wrapped. */
const spaced =
  'The ferry that goes to the island every morning had\nbeen late for a week, and nobody who waited on the\nquay could say why. Some thought that the captain was\nill, and others that he was waiting.\nOn Friday it did not come at all. The harbour master\nput a notice on the door of his office which told the\npeople to go home, and went home himself.'

const rules: readonly Rule[] = [
  {
    id: 'line-paragraph',
    class: 'layout',
    reason: 'Paragraphs that stand on single newlines are put apart, for markdown would read them as one.',
    examples: [
      {
        mediaType,
        text: 'The first paragraph of the story.\nThe second one.',
        becomes: 'The first paragraph of the story.\n\nThe second one.',
      },
      {mediaType, text: 'Already apart.\n\nQuite so.'},
    ],
  },
  {
    id: 'spaced-line',
    class: 'layout',
    reason: 'Where a blank line stands behind every wrapped line it parts no paragraphs, and goes.',
    examples: [
      {
        mediaType,
        text: spaced.replaceAll('\n', '\n\n'),
        becomes: spaced.replace('waiting.\n', 'waiting.\n\n'),
      },
      {
        mediaType,
        text: 'Lorries may cross again\n\nMayor opens new school\n\nRain expected for weeks\n\nOld mill sold to brewer\n\nThieves take the church\n\nHarbour wall will stand\n\nBridge stays shut today\n\nFerry runs twice a week',
      },
    ],
  },
  {
    id: 'line-edge-space',
    class: 'layout',
    reason: 'Space at the ends of a line of plain text means nothing, but would mean code or a hard break in markdown.',
    examples: [
      {mediaType, text: '    Indented by the scraper.  ', becomes: 'Indented by the scraper.'},
      {mediaType, text: 'One.\n\u00a0 \nTwo.', becomes: 'One.\n\nTwo.'},
      {mediaType, text: 'Wide  gaps amid a line,\tand a tab.\n\nAre for later.'},
    ],
  },
  {
    id: 'verse-line',
    class: 'layout',
    reason: 'Lines of verse keep their breaks.',
    examples: [
      {
        mediaType,
        text: 'The apple tree has shed its leaves,\nthe river runs along,\nand nobody is left who grieves\nbut he who made this song.',
        becomes:
          'The apple tree has shed its leaves,\\\nthe river runs along,\\\nand nobody is left who grieves\\\nbut he who made this song.',
      },
      {
        mediaType,
        text: 'Feed the cat.\nClose the door.\nWrite when you are there.',
        becomes: 'Feed the cat.\n\nClose the door.\n\nWrite when you are there.',
        isSpared: true,
      },
    ],
  },
  {
    id: 'bare-marker',
    class: 'layout',
    reason: 'A bullet or separator with nothing beside it is what is left of an icon.',
    examples: [
      {mediaType, text: 'Text.\n\n * \n\nMore.', becomes: 'Text.\n\n\n\nMore.'},
      {mediaType, text: '* an item'},
    ],
  },
  {
    id: 'escape',
    class: 'markup',
    reason: 'A character that markdown would read as syntax is escaped, so that it stays what it was.',
    examples: [
      {mediaType, text: '# 5 on the list', becomes: '\\# 5 on the list'},
      {mediaType, text: '2020. That was the year.', becomes: '2020\\. That was the year.'},
      {mediaType, text: 'a * b and snake_case_names stay'},
    ],
  },
  {
    id: 'character-reference',
    class: 'encoding',
    reason: 'An HTML entity that the scraper left undecoded becomes its character.',
    examples: [
      {mediaType, text: 'Tom&nbsp;&amp; Jerry &#8212; friends', becomes: 'Tom\u00a0& Jerry — friends'},
      {mediaType, text: 'AT&T and R&D'},
    ],
  },
  {
    id: 'needless-escape',
    class: 'markup',
    reason: 'A backslash that a converter put before harmless punctuation goes.',
    examples: [
      {text: 'a \\$2.5 billion agreement', becomes: 'a $2.5 billion agreement'},
      {text: 'a \\$2.5 note and `a \\$ b` in code', becomes: 'a $2.5 note and `a \\$ b` in code'},
      {text: '1\\. is no list, nor is \\*this\\* emphasis'},
    ],
  },
  {
    id: 'toml-front-matter',
    class: 'front-matter',
    reason: 'Front matter in TOML becomes YAML, in which the later stages read it.',
    examples: [
      {
        text: '+++\ntitle = "The mill"\ndate = 2019-06-03\ntags = ["mills", "rivers"]\n+++\n\nIt was sold.',
        becomes: '---\n"title": "The mill"\n"date": "2019-06-03"\n"tags": ["mills", "rivers"]\n---\n\nIt was sold.',
      },
      {text: '+++\nBreaking: the mill is sold\n+++\n\nIt was sold.'},
    ],
  },
  {
    id: 'unread-toml',
    class: 'front-matter',
    reason: 'Front matter that is no TOML, or nested beyond all use, is not read; as code it stays what it is.',
    examples: [
      {
        text: '+++\ntitle = The mill\n+++\n\nIt was sold.',
        becomes: '```toml\ntitle = The mill\n```\n\nIt was sold.',
      },
      {text: '+++\ntitle = The mill\nIt was sold, and nobody knows to whom.\n+++\n\nIt was sold.'},
    ],
  },
]

export const convertText: Stage = defineStage({
  id: 'convert-text',
  version: 4,
  description: 'Make plain text markdown: paragraphs apart, syntax escaped, entities decoded.',
  rules,
  options: z.strictObject({}),
  run(document) {
    if (document.mediaType === 'text/html' || document.html) return {edits: []}
    const {edits, messages, end} = headOf(document)
    const text = document.text.slice(end)
    if (document.mediaType !== 'text/markdown') {
      return {edits: [...edits, ...shifted(plainEdits(text), end)], mediaType: 'text/markdown', messages}
    }
    // What stands in the head must not be read as markdown, nor what follows as a part of it.
    const rest = end === 0 ? document : new Document({id: document.id, mediaType: 'text/markdown', text})
    return {edits: [...edits, ...shifted(markdownEdits(rest), end)], messages}
  },
})

/** What stands above the text and is for lift-metadata to read: front matter in TOML, the header of a message, lines with labels. */
function headOf({text, mediaType}: Document): {end: number; edits: readonly Edit[]; messages: readonly Message[]} {
  const toml = mediaType === 'text/markdown' ? tomlHead(text) : undefined
  if (toml) return toml
  const header = readMessageHeader(text) ?? readLabelledHead(text)
  if (!header) return {end: 0, edits: [], messages: []}
  const {end} = header
  const isApart = /^\n(?:[ \t]*(?:\n|$))|^$/.test(text.slice(end))
  return {end, edits: isApart ? [] : [{start: end, end, replacement: '\n', rule: 'line-paragraph'}], messages: []}
}

function shifted(edits: readonly Edit[], by: number): readonly Edit[] {
  return by === 0 ? edits : edits.map((edit) => ({...edit, start: edit.start + by, end: edit.end + by}))
}
