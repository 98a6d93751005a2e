/** The rules of drop-corpus-repeats, with what they hit and what they leave alone under a verdict. */
import {Document} from '../../src/document/document.js'
import type {Rule} from '../../src/document/stage.js'
import type {Verdict} from './decide.js'
import {nameOf48} from './hash.js'
import {cutDocument} from './units.js'

const story =
  'The ferry did not leave on Monday, for the river had risen by two metres in the night, and nobody could say when it would.'
const menu = '- [Home](/)\n- [News](/news)\n- [Weather](/weather)'
const legal =
  'All texts on these pages are protected, and may be printed elsewhere with the leave of the publisher only.'
const twin: Verdict = {duplicate: {of: 'news/ferry', isExact: true}}
const near: Verdict = {duplicate: {of: 'news/ferry', isExact: false}}
const drop = {duplicates: 'drop'}

/** A verdict by which these texts are furniture of a site. */
function furniture(...texts: readonly string[]): Verdict {
  const units = texts.flatMap(
    (text) => cutDocument(new Document({id: 'example', text, mediaType: 'text/markdown'}), 12).units,
  )
  return {furniture: {site: 'example.org', units: units.map(({key}) => nameOf48(key)).sort()}}
}

export const rules: readonly Rule[] = [
  {
    id: 'site-furniture',
    class: 'furniture',
    reason:
      'What stands at the edges of many documents of one site, in the same words, is of the site and not of the documents.',
    examples: [
      {text: `${menu}\n\n${story}\n\n${legal}`, verdict: furniture(menu, legal), becomes: story},
      {
        text: `- [Home](/)\n- [Sports](/sports)\n- [News](/news)\n- [Weather](/weather)\n\n${story}`,
        verdict: furniture(menu),
        becomes: `- [Sports](/sports)\n\n${story}`,
      },
      {text: `${story}\n\n---\n\n## About us\n\n${legal}`, verdict: furniture('## About us', legal), becomes: story},
      {text: `${story}\n\n${legal}\n\n${story.toUpperCase()} So it was.`, verdict: furniture(legal)},
      {text: `## References\n\n- Ann Other, *The River*`, verdict: furniture('## References')},
      {text: `${story}\n\nAmen.\n\n${story.toUpperCase()} So it was.`, verdict: furniture('Amen.')},
      {text: `${menu}\n\n${legal}`, verdict: furniture(menu, legal)},
      {text: `${menu}\n\n${story}`},
    ],
  },
  {
    id: 'exact-duplicate',
    class: 'duplicate',
    reason: 'A document with the very words of another one says nothing of its own.',
    examples: [
      {text: story, verdict: twin, options: drop, becomes: ''},
      {text: `---\ntitle: Ferry\n---\n\n${story}\n`, verdict: twin, options: drop, becomes: '---\ntitle: Ferry\n---'},
      {text: story, verdict: twin},
      {text: story, options: drop},
    ],
  },
  {
    id: 'near-duplicate',
    class: 'duplicate',
    reason: 'A document with nearly all the words of another one, in the same order, is a version of it.',
    examples: [
      {text: story, verdict: near, options: drop, becomes: ''},
      {text: story, verdict: near},
    ],
  },
]
