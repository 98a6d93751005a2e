/**
 * join-broken-lines: make whole again what a page break or a hard wrap cut.
 *
 * Joins the wrapped lines of a paragraph, in lists and quotes too, paragraphs and headings that break off in the middle
 * of a sentence, and words cut by a hyphen. Leaves alone: tables, code, verse, the items of a list, and every pair that
 * could as well be two things.
 */
import {z} from 'zod'
import type {Edit} from '../../src/document/edit.js'
import {defineStage, type Stage} from '../../src/document/stage.js'
import {Context} from './context.js'
import {joinHeading} from './headings.js'
import {joinLines} from './lines.js'
import {type Chain, extendChain, joinParagraphs} from './paragraphs.js'
import {mendWords} from './words.js'

export const joinBrokenLines: Stage = defineStage({
  id: 'join-broken-lines',
  version: 4,
  description: 'Join lines and paragraphs that a hard wrap or a page break cut, and words cut by a hyphen.',
  rules: [
    {
      id: 'wrapped-line',
      class: 'layout',
      reason: 'A line break inside a paragraph of prose is the width of some screen, not the author.',
      examples: [
        {
          text: 'The talks lasted until the early hours of the\nmorning, and nobody had slept.',
          becomes: 'The talks lasted until the early hours of the morning, and nobody had slept.',
        },
        {
          text: '> The talks lasted until the early hours of the\n> morning, they said.\n> - An item that goes on below its own beginning,\n>   as items do.',
          becomes:
            '> The talks lasted until the early hours of the morning, they said.\n> - An item that goes on below its own beginning, as items do.',
        },
        {
          text: 'それを聞いた人々は橋のたもとに集まり、朝まで\n話し合った。',
          becomes: 'それを聞いた人々は橋のたもとに集まり、朝まで話し合った。',
        },
        {text: '> A short line that is\n> left as it stands.'},
        {text: 'The mill was sold to the brewer of the next town<br>\nand nobody asked.'},
        {text: 'The line ends hard\\\nand is kept.'},
        {text: 'first line  \nsecond line'},
        {text: '(no subject)\nDate: Wednesday, 3 March 2004, at four in the afternoon'},
      ],
    },
    {
      id: 'broken-paragraph',
      class: 'layout',
      reason: 'A paragraph that stops in the middle of a sentence goes on in the next one: a page ended between them.',
      examples: [
        {
          text: 'On Monday the two ministers met for the third time in the capital, and the\n\nnegotiations went on until dawn.',
          becomes:
            'On Monday the two ministers met for the third time in the capital, and the negotiations went on until dawn.',
        },
        {
          text: 'It was announced that the delegation will be making a working visit to Tbilisi on\n\nMarch 3. Nothing more was said.',
          becomes:
            'It was announced that the delegation will be making a working visit to Tbilisi on March 3. Nothing more was said.',
        },
        {text: 'A heading of some words\n\nand a paragraph that begins small.'},
        {
          text: 'On Monday the two ministers met for the third time in the capital, and the\n\nriver ran on\npast the town',
        },
        {
          text: 'The agreement says, among other things, the following about the corridor and its use:\n\nno troops may enter.',
        },
      ],
    },
    {
      id: 'broken-word',
      class: 'layout',
      reason: 'A word cut at the end of a line is one word; the hyphen goes, unless it belongs to a compound.',
      examples: [
        {
          text: 'The commission wrote that the negoti-\nations had failed, and that nobody was to blame.',
          becomes: 'The commission wrote that the negotiations had failed, and that nobody was to blame.',
        },
        {
          text: 'Of the ten-\nyear-old boys of the inter-\nnational school, seventy-\nfive had been there.',
          becomes: 'Of the ten-year-old boys of the international school, seventy-five had been there.',
        },
        {
          text: 'Of all that was written pre- and\npost-war, or first-\nand second-hand, little is left.',
          becomes: 'Of all that was written pre- and post-war, or first- and second-hand, little is left.',
        },
        {
          text: 'The strike hit the village at night, and of what stood there nothing was left but a half-\n\nThe next morning brought rain.',
        },
        {
          text: 'The strike hit a village in the rebel-\n\nheld north of the country, witnesses said.',
          becomes: 'The strike hit a village in the rebel-held north of the country, witnesses said.',
        },
      ],
    },
    {
      id: 'broken-heading',
      class: 'layout',
      reason: 'A heading that stops in the middle of a phrase goes on in the next line: it was too long for its page.',
      examples: [
        {
          text: '## What the commission of the province found in the\n\n## second of its reports\n\nIt found little.',
          becomes: '## What the commission of the province found in the second of its reports\n\nIt found little.',
        },
        {
          text: '# What is known of the fire and of the\nmen who saw it first\n\nIt is little.',
          becomes: '# What is known of the fire and of the men who saw it first\n\nIt is little.',
        },
        {text: '## The first report\n\n## The second report\n\nIt found little.'},
        {text: '## What the commission found\n\nit was written, was little.'},
      ],
    },
    {
      id: 'spaced-hyphen',
      class: 'layout',
      reason: 'A word that was cut at the end of a line keeps its hyphen, and a space, where the line end is gone.',
      examples: [
        {
          text: 'The inter- national commission that was sent to the valley in the spring wrote to the govern\u00ad ment.',
          becomes: 'The international commission that was sent to the valley in the spring wrote to the government.',
        },
        {text: 'Both pre- and post-war, in first- or second-hand copies, a mid- century table of half- made plans.'},
      ],
    },
    {
      id: 'soft-hyphen',
      class: 'layout',
      reason: 'A soft hyphen inside a word shows where a line may end; in a text without lines it only hides the word.',
      examples: [
        {text: 'The com\u00admis\u00adsion wrote.', becomes: 'The commission wrote.'},
        {text: 'It is written `com\u00admission` in code.'},
      ],
    },
  ],
  options: z.strictObject({}),
  run(document) {
    const edits: Edit[] = []
    const context = new Context(document)
    const {blocks, text} = document
    let chain: Chain | undefined
    for (const [index, block] of blocks.entries()) {
      if (block.type === 'code' || block.type === 'html' || block.type === 'frontMatter') continue
      const next = blocks[index + 1]
      mendWords(context, block, edits)
      if (block.type === 'heading' && next) joinHeading(document, block, next, edits)
      if (block.type === 'list' || block.type === 'quote' || block.type === 'definition') {
        joinLines(context, block, edits)
      }
      if (block.type !== 'paragraph') continue
      joinLines(context, block, edits)
      chain = extendChain(chain, text, block)
      if (next?.type !== 'paragraph' || !joinParagraphs(context, block, next, chain, edits)) chain = undefined
    }
    return {edits}
  },
})
