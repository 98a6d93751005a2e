/** Decide against a rule, in a report that is served: what may be decided of a mark, or of what was kept, as a small form. */
import type {ToldDecision, Wish} from '../actions.js'
import {api} from './api.js'
import {el} from './dom.js'
import {count} from './format.js'

/** Something that may be decided, as a button. */
export interface Offer {
  readonly text: string
  readonly wish: Pick<Wish, 'document' | 'decision' | 'raw' | 'rule'>
}

const scopes = [
  ['document', 'in this document'],
  ['site', 'on its site'],
  ['everywhere', 'everywhere'],
] as const

let numbers = 0

/** The form; nothing where no server is there, or nothing may be decided. */
export function decider(offers: readonly Offer[]): HTMLElement | false {
  if (!api || offers.length === 0) return false
  const ids = `decide-${++numbers}`
  const scope = el('select', {id: `${ids}-scope`}, ...scopes.map(([value, text]) => el('option', {value}, text)))
  const note = el('input', {
    id: `${ids}-note`,
    type: 'text',
    placeholder: 'Why (for whoever reads it)',
    autocomplete: 'off',
  })
  const status = el('p', {class: 'status', role: 'status'})
  const buttons = offers.map(({text, wish}) =>
    el(
      'button',
      {
        type: 'button',
        class: 'button',
        onclick: () =>
          void decide({...wish, scope: scope.value as Wish['scope'], ...(note.value && {note: note.value})}),
      },
      text,
    ),
  )
  async function decide(wish: Wish): Promise<void> {
    try {
      const decided = await api!.decide(wish)
      pending.add(decided)
      status.replaceChildren(
        `Written down: ${decided.map(describe).join('; ')}. `,
        el('button', {type: 'button', class: 'link', onclick: () => void undo(decided)}, 'Take it back'),
      )
    } catch (error) {
      status.textContent = (error as Error).message
    }
  }
  async function undo(decided: readonly ToldDecision[]): Promise<void> {
    try {
      for (const {id} of decided) await api!.undo(id)
      pending.add(decided)
      status.textContent = 'Taken back.'
    } catch (error) {
      status.textContent = (error as Error).message
    }
  }
  return el(
    'div',
    {class: 'decider'},
    ...buttons,
    el('label', {for: `${ids}-scope`, class: 'is-hidden'}, 'Where it holds'),
    scope,
    el('label', {for: `${ids}-note`, class: 'is-hidden'}, 'Why'),
    note,
    status,
  )
}

/** A decision in a few words. */
export function describe({decision: {decision, rule, name, text, document, site}}: ToldDecision): string {
  const subject = decision === 'never' ? rule : `“${name ?? text?.begins}”`
  return `${decision} ${subject} ${document !== undefined ? 'in this document' : site !== undefined ? `on ${site}` : 'everywhere'}`
}

/** What was decided since the last run, and the button that has one apply it. */
class Pending {
  readonly element = el('div', {class: 'pending', hidden: true})
  readonly #ids = new Set<string>()
  readonly #told = el('span', {role: 'status'})
  readonly #apply = el('button', {type: 'button', class: 'button', onclick: () => void this.#run()}, 'Run again')

  constructor() {
    this.element.append(this.#told, ' ', this.#apply)
  }

  add(decided: readonly ToldDecision[]): void {
    for (const {id} of decided) this.#ids.add(id)
    this.#told.textContent = `${count(this.#ids.size, 'change')} not yet applied`
    this.element.hidden = false
  }

  async #run(): Promise<void> {
    this.#apply.disabled = true
    this.#told.textContent = 'Running …'
    try {
      await api!.apply()
      location.reload()
    } catch (error) {
      this.#told.textContent = (error as Error).message
      this.#apply.disabled = false
    }
  }
}

export const pending: Pending = new Pending()
