/** A rule: its hits over the corpus in context, the most suspect first, loaded a page at a time. */
import {type Hit, hitsPerPage, type ReportHead, suspicions} from '../model.js'
import {chip, colourOf} from './classes.js'
import {loadHits} from './data.js'
import {el, foreign} from './dom.js'
import {count, difference, number as formatted} from './format.js'
import {documentRoute, type Route} from './route.js'
import type {Shown} from './view.js'

const told: Readonly<Record<(typeof suspicions)[number], readonly [title: string, note: string]>> = {
  between: ['Between kept text', 'What stands in front and what stands behind came out: look here first.'],
  beside: [
    'Beside kept text',
    'What stands on one side came out, what stands on the other went as well, or is an end of the text.',
  ],
  changed: ['Changed in its place', 'Other words stand there now.'],
  apart: ['Apart from kept text', 'What stands around went as well.'],
  source: ['Before the text was markdown', 'In the source of a page, or in a text as it was found.'],
}

/** Show a rule. */
export function ruleView(head: ReportHead, {number}: Route): Shown {
  const rule = head.rules[number]
  if (!rule) return {title: 'No such rule', body: [el('p', {class: 'notice'}, 'There is no such rule in this report.')]}
  const {name, meaning} = head.classes[rule.class]!
  const listed = rule.hits.reduce((sum, hits) => sum + hits, 0)
  const rest = rule.edits - listed
  return {
    title: `${rule.stage}/${rule.rule}`,
    body: [
      el('p', {class: 'summary'}, chip(name), ` ${meaning}`),
      rule.reason !== undefined && el('p', {class: 'reason'}, rule.reason),
      el(
        'p',
        {class: 'note'},
        `${count(rule.edits, 'edit')} in ${count(rule.documents, 'document')}, ${difference(rule.words)} words.`,
      ),
      rest > 0 &&
        el(
          'p',
          {class: 'note'},
          `${count(rest, 'edit')} of them changed no word, or only markup, and ${rest === 1 ? 'is' : 'are'} not listed.`,
        ),
      listed === 0 && el('p', {class: 'empty'}, 'No hit of this rule changed a word.'),
      ...suspicions.flatMap((suspicion, index) =>
        rule.hits[index]! > 0 ? [hitList(number, index, rule.hits[index]!, name, told[suspicion])] : [],
      ),
    ],
  }
}

function hitList(
  rule: number,
  suspicion: number,
  size: number,
  className: string,
  [title, note]: readonly [string, string],
): HTMLElement {
  const list = el('ol', {class: 'hits'})
  const more = el('button', {type: 'button', class: 'more'})
  const fault = el('p', {class: 'notice', role: 'alert', hidden: true})
  let page = 0
  const load = async (isAsked: boolean): Promise<void> => {
    more.disabled = true
    try {
      const hits = await loadHits(rule, suspicion, page++)
      const items = hits.map((hit) => hitItem(hit, className))
      list.append(...items)
      if (isAsked) items[0]?.querySelector('a')?.focus()
    } catch (error) {
      fault.textContent = (error as Error).message
      fault.hidden = false
      page = size
    }
    const left = size - page * hitsPerPage
    more.hidden = left <= 0
    more.textContent = `Show more (${formatted(left)} left)`
    more.disabled = false
  }
  more.addEventListener('click', () => void load(true))
  void load(false)
  const id = `hits-${suspicion}`
  return el(
    'section',
    {'aria-labelledby': id},
    el('h2', {id}, `${title} (${formatted(size)})`),
    el('p', {class: 'note'}, note),
    list,
    fault,
    more,
  )
}

function hitItem(
  {document: [id, number], stage, edit, lead, trail, before, length, after, evidence}: Hit,
  className: string,
): HTMLElement {
  const colour = colourOf(className)
  const isChange = before !== '' && after !== ''
  const cut = length > before.length ? el('bdi', {class: 'cut'}, ` … ${formatted(length)} characters`) : undefined
  return el(
    'li',
    {class: 'hit'},
    el('p', {class: 'hit-document'}, el('a', {href: documentRoute(number, id, {stage, edit})}, foreign(id))),
    el(
      'div',
      {class: 'hit-text', dir: 'auto'},
      ...context(lead, 'lead'),
      before !== '' && marked(`mark ${isChange ? 'changed' : 'gone'} ${colour}`, before, cut),
      isChange && el('bdi', {class: 'arrow'}, ' → '),
      after !== '' && marked(`mark added ${colour}`, after),
      ...context(trail, 'trail'),
    ),
    evidence !== undefined && el('p', {class: 'evidence', dir: 'auto'}, evidence),
  )
}

/** A mark begins and ends with what can be seen of it. */
function marked(name: string, text: string, cut?: HTMLElement): HTMLElement {
  const [, leading = '', core = '', trailing = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? []
  return el('span', {}, closed(leading), el('mark', {class: name}, closed(core), cut), closed(trailing))
}

/** Without the empty lines between paragraphs: a hit is seen at a glance. */
function closed(text: string): string {
  return text.replace(/\n\s*\n/g, '\n')
}

/** What stands around: what went with it is set apart. */
function context(pieces: readonly string[], side: string): HTMLElement[] {
  return pieces.map((text, index) =>
    index % 2 === 0 ? el('span', {class: `context ${side}`}, closed(text)) : el('s', {class: 'context'}, closed(text)),
  )
}
