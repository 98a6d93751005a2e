/** Decide against a rule, in a report that is served: what may be decided of a mark, or of what was kept, as a small form. */
import type {ToldDecision, Wish} from '../actions.js'
import {api} from './api.js'
import {el} from './dom.js'

/** Something that may be decided, as a button. */
export interface Offer {
  readonly text: string
  readonly wish: Pick<Wish, 'manifest' | 'document' | 'decision' | 'raw' | 'rule'>
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
      await pending.refresh()
      status.replaceChildren(
        `Written down: ${decided.map((one) => describe(one)).join('; ')}. `,
        el('button', {type: 'button', class: 'link', onclick: () => void undo(decided)}, 'Take it back'),
      )
    } catch (error) {
      status.textContent = (error as Error).message
    }
  }
  async function undo(decided: readonly ToldDecision[]): Promise<void> {
    try {
      for (const {id} of decided) await api!.undo(id)
      await pending.refresh()
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
export function describe(
  {decision: {decision, rule, name, text, document, site}}: ToldDecision,
  of = 'this document',
): string {
  const subject = decision === 'never' ? rule : `“${name ?? text?.begins}”`
  return `${decision} ${subject} ${document !== undefined ? `in ${of}` : site !== undefined ? `on ${site}` : 'everywhere'}`
}

/** All that is decided: what waits for a run, and a list to take it back from. */
class Pending {
  readonly element = el('div', {class: 'pending', hidden: true})
  readonly #told = el('span', {role: 'status'})
  readonly #apply = el('button', {type: 'button', class: 'button', onclick: () => void this.#run()}, 'Run again')
  readonly #list = el('ul', {class: 'decisions'})
  readonly #empty = el('p', {})
  readonly #fault = el('p', {class: 'status', role: 'status'})
  readonly dialog = el(
    'dialog',
    {'aria-labelledby': 'decisions-title', class: 'decisions-dialog'},
    el('h2', {id: 'decisions-title'}, 'Decisions'),
    el(
      'p',
      {},
      'Of a document, choose a mark to keep what went or to leave out its rule, or a text that stayed to drop it. “Run again” applies what was decided.',
    ),
    this.#list,
    this.#empty,
    this.#fault,
    el('form', {method: 'dialog'}, el('button', {class: 'button'}, 'Close')),
  )

  constructor() {
    const open = el('button', {type: 'button', class: 'button', onclick: () => this.dialog.showModal()}, 'Decisions')
    this.element.append(this.#told, ' ', this.#apply, ' ', open)
    this.#apply.hidden = true
  }

  /** Ask what is decided, and show it; nothing where no server is there. */
  async refresh(): Promise<void> {
    if (!api) return
    this.element.hidden = false
    try {
      const {decisions, isPending} = await api.list()
      this.#told.textContent = isPending ? 'Not yet applied' : ''
      this.#apply.hidden = !isPending
      this.#empty.textContent = decisions.length === 0 ? 'Nothing is decided.' : ''
      this.#list.replaceChildren(...decisions.map((told) => this.#item(told)))
    } catch (error) {
      this.#told.textContent = (error as Error).message
    }
  }

  #item(told: ToldDecision): HTMLElement {
    const {document, note} = told.decision
    const undo = async (): Promise<void> => {
      try {
        await api!.undo(told.id)
        this.#fault.textContent = 'Taken back.'
        await this.refresh()
      } catch (error) {
        this.#fault.textContent = (error as Error).message
      }
    }
    return el(
      'li',
      {dir: 'auto'},
      `${describe(told, document)}${note === undefined ? '' : ` (${note})`} `,
      el('button', {type: 'button', class: 'link', onclick: () => void undo()}, 'Take it back'),
    )
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
