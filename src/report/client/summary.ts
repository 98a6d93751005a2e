/** The corpus in four numbers and a bar. */
import type {ReportHead} from '../model.js'
import {bar, chip} from './classes.js'
import {el} from './dom.js'
import {number as formatted, percent} from './format.js'

const mostNamed = 8

/** What there is, what came out, what went. */
export function corpusSummary(head: ReportHead): HTMLElement {
  const {documents, words, classes, isPartial} = head
  const figure = (value: string, label: string, more?: string): HTMLElement =>
    el(
      'div',
      {class: 'figure'},
      el('dt', {}, label),
      el('dd', {}, el('strong', {}, value), more !== undefined && el('span', {}, more)),
    )
  const others = [
    documents.suspect > 0 && `${formatted(documents.suspect)} suspect`,
    documents.failed > 0 && `${formatted(documents.failed)} failed`,
  ].filter((text) => text !== false)
  const all = documents.clean + documents.suspect + documents.failed
  const gone = classes.filter((item) => item.words > 0).sort((a, b) => b.words - a.words)
  return el(
    'section',
    {class: 'corpus-summary', 'aria-label': 'The corpus'},
    isPartial && el('p', {class: 'notice'}, 'This report has only the documents that were asked for.'),
    el(
      'dl',
      {class: 'figures'},
      figure(
        formatted(all),
        all === 1 ? 'document' : 'documents',
        others.length > 0 ? others.join(', ') : all > 0 ? 'all clean' : undefined,
      ),
      figure(formatted(words.raw), 'words in'),
      figure(formatted(words.clean), 'words out'),
      figure(percent(words.clean, words.raw), 'of the words stay'),
    ),
    bar(
      gone.map(({name, words: sum}) => ({className: name, words: sum})),
      words.raw,
      'What went of the corpus',
    ),
    el(
      'p',
      {class: 'legend'},
      ...gone
        .slice(0, mostNamed)
        .map(({name, meaning, words: sum}) =>
          el('span', {class: 'legend-item'}, chip(name, meaning), ` ${percent(sum, words.raw)}`),
        ),
      gone.length > mostNamed && el('a', {href: '#/corpus'}, `and ${gone.length - mostNamed} more`),
    ),
  )
}
