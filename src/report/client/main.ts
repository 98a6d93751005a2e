/** The report in the browser: load what the address asks for, show it, and listen to keys. */

import type {ReportHead} from '../model.js'
import {corpusView} from './corpus-view.js'
import {Index, loadHead} from './data.js'
import {pending} from './decider.js'
import {documentView} from './document-view.js'
import {documentsView} from './documents-view.js'
import {el} from './dom.js'
import {KeyBoard, keyHelp} from './keys.js'
import {type Route, routeOf} from './route.js'
import {ruleView} from './rule-view.js'
import {rulesView} from './rules-view.js'
import type {Shown} from './view.js'

const heading = el('h1', {tabindex: -1})
const main = el('main', {id: 'main', tabindex: -1})
const views = [
  ['documents', 'Documents'],
  ['corpus', 'Corpus'],
  ['rules', 'Rules'],
] as const
const links = views.map(([view, title]) => el('a', {href: `#/${view}`, 'data-view': view}, title))
const help = helpDialog()
const keyboard = new KeyBoard({
  '?': () => help.showModal(),
  d: () => go('documents'),
  c: () => go('corpus'),
  r: () => go('rules'),
  '/': () => go('documents'),
})
let shown: Shown | undefined
let turn = 0

function go(view: string): void {
  location.hash = `#/${view}`
}

function viewOf(head: ReportHead, index: Index, route: Route): Shown | Promise<Shown> {
  if (route.view === 'document') return documentView(head, index, route)
  if (route.view === 'corpus') return corpusView(head)
  if (route.view === 'rules') return rulesView(head, route)
  if (route.view === 'rule') return ruleView(head, route)
  return documentsView(head, index, route)
}

async function show(head: ReportHead, index: Index, isFirst: boolean): Promise<void> {
  const mine = ++turn
  const route = routeOf(location.hash)
  let next: Shown
  try {
    next = await viewOf(head, index, route)
  } catch (error) {
    next = fault(error)
  }
  if (mine !== turn) return
  put(next, route.view)
  // Whoever came here by a link is at the top of the view, as on a page of its own.
  if (!isFirst) {
    scrollTo(0, 0)
    heading.focus({preventScroll: true})
  }
  next.onShown?.()
}

function put(next: Shown, view: string): void {
  shown = next
  keyboard.own = next.keys ?? {}
  heading.textContent = next.title
  heading.dir = 'auto'
  document.title = `${next.title} – Palimpsest report`
  main.className = `view-${view}`
  main.replaceChildren(heading, ...(next.body.filter((child) => child !== false && child !== undefined) as Node[]))
  for (const link of links) {
    const isHere =
      link.dataset['view'] === view ||
      (view === 'document' && link === links[0]) ||
      (view === 'rule' && link === links[2])
    if (isHere) link.setAttribute('aria-current', link.dataset['view'] === view ? 'page' : 'true')
    else link.removeAttribute('aria-current')
  }
}

function fault(error: unknown): Shown {
  return {title: 'This cannot be shown', body: [el('p', {class: 'notice', role: 'alert'}, (error as Error).message)]}
}

function helpDialog(): HTMLDialogElement {
  const toggle = el('input', {type: 'checkbox', id: 'keys-on'})
  const dialog = el(
    'dialog',
    {'aria-labelledby': 'help-title'},
    el('h2', {id: 'help-title'}, 'Keys'),
    el(
      'dl',
      {class: 'keys'},
      ...keyHelp.flatMap(([keys, what]) => [el('dt', {}, el('kbd', {}, keys)), el('dd', {}, what)]),
    ),
    el('p', {class: 'tool'}, toggle, el('label', {for: 'keys-on'}, 'Single keys are on')),
    el('form', {method: 'dialog'}, el('button', {class: 'button'}, 'Close')),
  )
  toggle.addEventListener('change', () => {
    keyboard.isOff = !toggle.checked
  })
  dialog.addEventListener('toggle', () => {
    toggle.checked = !keyboard.isOff
  })
  return dialog
}

async function start(): Promise<void> {
  const skip = el(
    'a',
    {
      href: '#main',
      class: 'skip',
      onclick: (event: Event) => {
        // The address says which view is shown: it stays.
        event.preventDefault()
        main.focus()
      },
    },
    'Skip to the content',
  )
  const foot = el('footer', {class: 'foot'})
  document.body.replaceChildren(
    skip,
    el(
      'header',
      {class: 'top'},
      el('a', {href: '#/documents', class: 'brand'}, 'Palimpsest'),
      el('nav', {'aria-label': 'Report'}, ...links),
      pending.element,
      el('button', {type: 'button', class: 'button help', onclick: () => help.showModal()}, 'Keys'),
    ),
    main,
    foot,
    help,
    pending.dialog,
  )
  void pending.refresh()
  put({title: 'Loading …', body: []}, '')
  try {
    const head = await loadHead()
    const index = new Index(head)
    foot.textContent = `${head.tool}, from the manifest ${head.manifest.slice(0, 19)}…`
    addEventListener('hashchange', () => void show(head, index, false))
    addEventListener('beforeprint', () => shown?.onPrint?.())
    await show(head, index, true)
  } catch (error) {
    put(fault(error), '')
  }
}

void start()
