/** The rules of drop-repeats, with what they hit and what they leave alone. */
import type {Rule} from '../../src/document/stage.js'

const lead = 'The old mill at the river was sold last week to a family of weavers from the coast.'
const body =
  'The wheel has not turned since the flood of 1911, when the weir above it was broken and nobody had the money to mend it.'
const last = 'What will become of the meadow behind the house was not said, and the family did not want to speak of it.'
const line = 'Both parties keep a copy of it.'

export const rules: readonly Rule[] = [
  {
    id: 'repeated-run',
    class: 'repeat',
    reason: 'Two or more paragraphs that stand twice in the same order were copied by a template, not by the author.',
    examples: [
      {
        text: 'The first of them lists what the villages lost that autumn.\n\nThe second says who came back to them, and when, and why.\n\nBetween.\n\nThe first of them lists what the villages lost that autumn.\n\nThe second says who came back to them, and when, and why.',
        becomes:
          'The first of them lists what the villages lost that autumn.\n\nThe second says who came back to them, and when, and why.\n\nBetween.',
      },
      {text: 'The river runs.\n\nThe road goes on.\n\nA verse.\n\nThe river runs.\n\nThe road goes on.'},
    ],
  },
  {
    id: 'repeated-paragraph',
    class: 'repeat',
    reason: 'A long paragraph of prose does not stand twice in an article on purpose.',
    examples: [
      {
        text: 'A single paragraph that has been printed twice by a template, once as the lead of the page and once as the opening of the story, goes.\n\nMore.\n\nA single paragraph that has been printed twice by a template, once as the lead of the page and once as the opening of the story, goes.',
        becomes:
          'A single paragraph that has been printed twice by a template, once as the lead of the page and once as the opening of the story, goes.\n\nMore.',
      },
      {text: 'And the water goes past.\n\nOne verse.\n\nAnd the water goes past.\n\nAnother verse.'},
    ],
  },
  {
    id: 'repeated-neighbour',
    class: 'repeat',
    reason: 'A line of some words that stands twice in a row is a caption or a heading printed twice.',
    examples: [
      {
        text: 'The market square of the old town\n\nThe market square of the old town\n\nText.',
        becomes: 'The market square of the old town\n\nText.',
      },
      {text: 'No.\n\nNo.\n\nNever.'},
      {text: 'And still we wait on the shore,\n\nand still we wait on the shore.\n\nThe sea is grey.'},
      {text: 'He said he would go home again.\n\nHe said he would go home again.\n\nHe stayed.'},
    ],
  },
  {
    id: 'changed-run',
    class: 'repeat',
    reason:
      'In a run of copies a paragraph that is nearly the same (a corrected name, a date, a link more) is a copy too.',
    examples: [
      {
        text: `${lead}\n\nThe weir above the mill was broken by the flood of 1911 and mended the year after.\n\n${body}\n\nMore news\n\n${lead}\n\nThe weir above the mill was broken by the flood of 1912 and mended the year after.\n\n${body}`,
        becomes: `${lead}\n\nThe weir above the mill was broken by the flood of 1911 and mended the year after.\n\n${body}\n\nMore news`,
      },
      {
        text: `The mill at Aber was built in 1790 by a family of weavers who had come from the coast.\n\n${body}\n\nThe mill at Cwm was built in 1812 by a family of weavers who had come from the coast.`,
      },
      {
        text: `The Lessee may end this agreement by a letter to the Lessor three months before the end of the year.\n\n${line}\n\nThe Lessor may end this agreement by a letter to the Lessee three months before the end of the year.\n\n${line}`,
      },
    ],
  },
  {
    id: 'joined-copy',
    class: 'repeat',
    reason:
      'A block that consists of other paragraphs of the page, in their order, is what the page keeps of its text for machines.',
    examples: [
      {
        text: `${lead}\n\n${body}\n\n${last}\n\n${lead} ${body} ${last}`,
        becomes: `${lead}\n\n${body}\n\n${last}`,
      },
      {
        text: `1. ${lead}\n2. ${body}\n3. ${last}\n\n${lead} ${body} ${last}`,
        becomes: `1. ${lead}\n2. ${body}\n3. ${last}`,
      },
      {
        text: `${lead}\n\n${body}\n\n${last}\n\nIn short: ${lead} ${last} The wheel has not turned since, and nobody at the council could say on Monday when the weir would be mended, or by whom.`,
      },
      {
        text: `# The mill\n\n${lead}\n\n${lead} ${body}`,
        becomes: `# The mill\n\n${lead} ${body}`,
        isSpared: true,
      },
    ],
  },
  {
    id: 'repeated-lead',
    class: 'repeat',
    reason:
      'A lead that is the beginning of a longer paragraph says nothing that the text does not; the whole paragraph stays.',
    examples: [
      {
        text: `# The mill\n\n**${lead}**\n\nBy Anna Example\n\n${lead} ${body}\n\n${last}`,
        becomes: `# The mill\n\nBy Anna Example\n\n${lead} ${body}\n\n${last}`,
      },
      {
        text: `# The mill\n\n${lead} ${body}\n\nBy Anna Example\n\n${lead}\n\n${body}\n\n${last}`,
        becomes: `# The mill\n\nBy Anna Example\n\n${lead}\n\n${body}\n\n${last}`,
      },
      {
        text: `# The mill\n\nThe mill at the river was sold last week\n\nThe mill at the river was sold last week to a family of weavers.`,
      },
      {text: `# The mill\n\n${last}\n\n${body}\n\n${lead}\n\n${lead} It stands to this day.`},
      {
        text: 'Down by the river the old wheel turns and turns,\\\nand nobody asks for whom.\n\nDown by the river the old wheel turns and turns,\\\nand nobody asks for whom.\\\nThe water goes past.',
      },
    ],
  },
  {
    id: 'cut-teaser',
    class: 'repeat',
    reason: 'A text that breaks off with dots, and stands whole elsewhere on the page, is a teaser of it.',
    examples: [
      {
        text: `Between.\n\n${lead} The council had ask…\n\n${lead} The council had asked for more, but nobody else had made an offer.`,
        becomes: `Between.\n\n${lead} The council had asked for more, but nobody else had made an offer.`,
      },
      {
        text: `${body}\n\n${last}\n\n${body.replace(' had the money to mend it.', '')} [...] [Read more](/mill)`,
        becomes: `${body}\n\n${last}`,
      },
      {text: `She had never thought of it…\n\nShe had never thought of it before that summer, and she said so.`},
      {text: `${lead} And then…\n\n${body}\n\n${last}`},
    ],
  },
  {
    id: 'pull-quote',
    class: 'repeat',
    reason:
      'A quotation set apart that stands word for word, as whole sentences, in a paragraph nearby is there to catch the eye.',
    examples: [
      {
        text: `${last}\n\n> “The weir was ours to mend, and for a hundred years nobody mended it.”\n\n${body} The weir was ours to mend, and for a hundred years nobody mended it. Now it is too late.`,
        becomes: `${last}\n\n${body} The weir was ours to mend, and for a hundred years nobody mended it. Now it is too late.`,
      },
      {
        text: `${last}\n\n${body}\n\n“The weir was ours to mend, and for a hundred years nobody mended it.” — Anna Example\n\n“The weir was ours to mend, and for a hundred years nobody mended it. Now it is too late,” says Anna Example.`,
        becomes: `${last}\n\n${body}\n\n“The weir was ours to mend, and for a hundred years nobody mended it. Now it is too late,” says Anna Example.`,
      },
      {
        text: `${last} She wrote to the council:\n\n> The weir was ours to mend, and for a hundred years nobody mended it.\n\n${body} The weir was ours to mend, and for a hundred years nobody mended it. The letter was not answered.`,
      },
      {
        text: `${last}\n\n> The weir was ours to mend, and for a hundred years nobody mended it.\n\nShe said that “the weir was ours to mend, and for a hundred years nobody mended it”, which was not true.`,
      },
      {
        text: `${last}\n\nThe weir was ours to mend, and for a hundred years nobody mended it.\n\n${body} The weir was ours to mend, and for a hundred years nobody mended it. Now it is too late.`,
      },
      {
        text: `${last}\n\n- “The weir was ours to mend, and for a hundred years nobody mended it.”\n\n${body} The weir was ours to mend, and for a hundred years nobody mended it. Now it is too late.`,
      },
    ],
  },
]
