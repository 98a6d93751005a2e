/** The corpus: what share of the raw each class took, at each stage, of each site. */
import type {ReportHead} from '../model.js'
import {bar, chip, sharesOf} from './classes.js'
import {el, foreign, svg} from './dom.js'
import {count, difference, number as formatted, percent} from './format.js'
import type {Shown} from './view.js'

/** Show the corpus. */
export function corpusView(head: ReportHead): Shown {
  return {title: 'Corpus', body: [byClass(head), byStage(head), bySite(head)]}
}

function section(
  title: string,
  note: string,
  heads: readonly string[],
  rows: readonly HTMLElement[],
  empty: string,
): HTMLElement {
  const id = title.toLowerCase().replaceAll(' ', '-')
  if (rows.length === 0) return el('section', {}, el('h2', {}, title), el('p', {class: 'empty'}, empty))
  return el(
    'section',
    {'aria-labelledby': id},
    el('h2', {id}, title),
    el('p', {class: 'note'}, note),
    el(
      'div',
      {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': `${title}, as a table`},
      el(
        'table',
        {class: 'sums'},
        el(
          'thead',
          {},
          el(
            'tr',
            {},
            ...heads.map((head, index) =>
              el('th', {scope: 'col', class: index > 0 && index < heads.length - 1 ? 'number' : undefined}, head),
            ),
          ),
        ),
        el('tbody', {}, ...rows),
      ),
    ),
  )
}

function byClass({classes, words}: ReportHead): HTMLElement {
  const used = classes.filter(({edits}) => edits > 0).sort((a, b) => b.words - a.words)
  const most = Math.max(1, ...used.map((item) => item.words))
  const rows = used.map(({name, meaning, edits, words: gone}) =>
    el(
      'tr',
      {},
      el('th', {scope: 'row'}, chip(name), el('span', {class: 'meaning'}, meaning)),
      el('td', {class: 'number'}, formatted(edits)),
      el('td', {class: 'number'}, difference(gone)),
      el('td', {class: 'number'}, percent(Math.max(0, gone), words.raw)),
      el('td', {class: 'wide'}, bar([{className: name, words: gone}], most, 'Beside the largest')),
    ),
  )
  return section(
    'By class',
    'What went, in words of the raw, less what came in its place. Markup is not counted: its words are none of the text.',
    ['Class', 'Edits', 'Words', 'Of the raw', 'Beside the largest'],
    rows,
    'Nothing was changed.',
  )
}

function byStage({stages, words}: ReportHead): HTMLElement {
  let left = words.raw
  const all = Math.max(1, words.raw)
  const rows = stages
    .filter(({edits}) => edits > 0)
    .map(({id, edits, words: gone}) => {
      const before = left
      left -= gone
      const least = Math.max(0, Math.min(before, left))
      const label = `${count(Math.max(0, left), 'word')} left of ${formatted(words.raw)}`
      const picture = svg(
        'svg',
        {class: 'bar', role: 'img', 'aria-label': label, width: '100%', height: 12},
        svg('rect', {x: 0, y: 0, width: `${Math.min(100, (100 * least) / all)}%`, height: '100%', class: 'left'}),
        svg('rect', {
          x: `${Math.min(100, (100 * least) / all)}%`,
          y: 0,
          width: `${(100 * Math.max(0, before - least)) / all}%`,
          height: '100%',
          class: 'fill k-promotion',
        }),
      )
      return el(
        'tr',
        {},
        el('th', {scope: 'row'}, id),
        el('td', {class: 'number'}, formatted(edits)),
        el('td', {class: 'number'}, difference(gone)),
        el('td', {class: 'number'}, percent(Math.max(0, left), words.raw)),
        el('td', {class: 'wide'}, picture),
      )
    })
  return section(
    'By stage',
    'Stages in their order; one that runs twice is counted where it runs first. Front matter is written at the end, and adds words.',
    ['Stage', 'Edits', 'Words', 'Left of the raw', 'What is left, and what went'],
    rows,
    'No stage changed anything.',
  )
}

function bySite(head: ReportHead): HTMLElement {
  const rows = head.sites.map(({name, documents, raw, clean, classes}) =>
    el(
      'tr',
      {},
      el('th', {scope: 'row'}, el('a', {href: `#/documents?${new URLSearchParams({site: name})}`}, foreign(name))),
      el('td', {class: 'number'}, formatted(documents)),
      el('td', {class: 'number'}, formatted(raw)),
      el('td', {class: 'number'}, percent(Math.min(clean, raw), raw)),
      el('td', {class: 'wide'}, bar(sharesOf(head, classes), raw, 'What went')),
    ),
  )
  const more = head.siteCount - head.sites.length
  return section(
    'By site',
    `The host of a document’s address, else the site that it names, else its folder.${more > 0 ? ` The ${head.sites.length} largest; ${formatted(more)} more are not listed.` : ''}`,
    ['Site', 'Documents', 'Words in', 'Stays', 'What went'],
    rows,
    'No document came out.',
  )
}
