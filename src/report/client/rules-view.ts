/** The rules that were at work: those with the most hits between kept paragraphs first. */
import type {ReportHead, RuleSum} from '../model.js'
import {chip} from './classes.js'
import {el} from './dom.js'
import {count, difference, number as formatted} from './format.js'
import {type Route, ruleRoute} from './route.js'
import type {Shown} from './view.js'

/** Show the rules. */
export function rulesView(head: ReportHead, {query}: Route): Shown {
  const search = el('input', {
    type: 'search',
    id: 'rule-search',
    value: query.get('q') ?? '',
    placeholder: 'Rule, stage, class',
  })
  const body = el('tbody')
  const found = el('p', {role: 'status', class: 'found'})
  const rules = head.rules
    .map((rule, number) => ({rule, number}))
    .sort((a, b) => b.rule.hits[0] - a.rule.hits[0] || b.rule.words - a.rule.words || a.number - b.number)
  const table = el(
    'table',
    {class: 'rules'},
    el('caption', {class: 'is-hidden'}, 'Rules'),
    el(
      'thead',
      {},
      el(
        'tr',
        {},
        el('th', {scope: 'col'}, 'Rule'),
        el('th', {scope: 'col', class: 'c-class'}, 'Class'),
        el('th', {scope: 'col', class: 'number'}, 'Suspect'),
        el('th', {scope: 'col', class: 'number c-documents'}, 'Documents'),
        el('th', {scope: 'col', class: 'number'}, 'Edits'),
        el('th', {scope: 'col', class: 'number c-words'}, 'Words'),
      ),
    ),
    body,
  )
  const show = (): void => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean)
    const shown = rules.filter(({rule}) => {
      const text = `${rule.stage}/${rule.rule} ${head.classes[rule.class]!.name}`.toLowerCase()
      return words.every((word) => text.includes(word))
    })
    body.replaceChildren(...shown.map(({rule, number}) => row(head, rule, number)))
    table.hidden = shown.length === 0
    found.textContent =
      rules.length === 0
        ? 'No rule had anything to do.'
        : shown.length === 0
          ? 'No rule is so. Search for less.'
          : shown.length === rules.length
            ? count(shown.length, 'rule')
            : `${formatted(shown.length)} of ${count(rules.length, 'rule')}`
    const text = search.value ? `?${new URLSearchParams({q: search.value})}` : ''
    history.replaceState(null, '', `#/rules${text}`)
  }
  search.addEventListener('input', show)
  return {
    title: 'Rules',
    body: [
      el(
        'p',
        {class: 'note'},
        'Every edit has a rule. Suspect are those that stand between two paragraphs that came out: what is wrongly taken is most likely among them.',
      ),
      el('search', {class: 'filters'}, el('div', {class: 'field'}, el('label', {for: search.id}, 'Search'), search)),
      found,
      table,
    ],
    onShown: show,
    keys: {'/': () => search.focus()},
  }
}

function row(
  head: ReportHead,
  {stage, rule, class: classNumber, reason, documents, edits, words, hits}: RuleSum,
  number: number,
): HTMLElement {
  const {name, meaning} = head.classes[classNumber]!
  return el(
    'tr',
    {},
    el(
      'th',
      {scope: 'row'},
      el('a', {href: ruleRoute(number, stage, rule)}, rule),
      el('span', {class: 'id'}, stage),
      reason !== undefined && el('span', {class: 'meaning'}, reason),
    ),
    el('td', {class: 'c-class'}, chip(name, meaning)),
    el('td', {class: 'number'}, formatted(hits[0])),
    el('td', {class: 'number c-documents'}, formatted(documents)),
    el('td', {class: 'number'}, formatted(edits)),
    el('td', {class: 'number c-words'}, difference(words)),
  )
}
