/**
 * The documents: sorted, filtered and searched, a page at a time. In their own order a page is all that is loaded of the index; for
 * anything else all of it is.
 */
import {type ReportHead, verdicts} from '../model.js'
import {bar, sharesOf} from './classes.js'
import type {Index, Listed} from './data.js'
import {verdictBadge} from './document-view.js'
import {el, foreign} from './dom.js'
import {count, number as formatted, percent} from './format.js'
import {documentRoute, type Route} from './route.js'
import {corpusSummary} from './summary.js'
import type {Shown} from './view.js'

const rowsPerPage = 50

type Order = 'document' | 'verdict' | 'site' | 'in' | 'out' | 'kept'

interface Column {
  readonly order: Order
  readonly title: string
  readonly compare: (a: Listed, b: Listed) => number
}

const keptOf = ({row}: Listed): number => (row[4] === 0 ? 1 : row[5] / row[4])
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const nameOf = ({row}: Listed): string => (row[1] || row[0]).toLowerCase()

const columns: readonly Column[] = [
  {order: 'document', title: 'Document', compare: (a, b) => byText(nameOf(a), nameOf(b))},
  // What needs a look comes first.
  {order: 'verdict', title: 'Verdict', compare: (a, b) => b.row[2] - a.row[2]},
  {order: 'site', title: 'Site', compare: (a, b) => byText(a.row[6], b.row[6])},
  {order: 'in', title: 'Words in', compare: (a, b) => b.row[4] - a.row[4]},
  {order: 'out', title: 'Words out', compare: (a, b) => b.row[5] - a.row[5]},
  {order: 'kept', title: 'What went', compare: (a, b) => keptOf(a) - keptOf(b)},
]

/** Show the documents. */
export function documentsView(head: ReportHead, index: Index, {query}: Route): Shown {
  const list = new DocumentList(head, index, query)
  return {
    title: 'Documents',
    body: [corpusSummary(head), ...list.elements],
    onShown: () => void list.show(),
    keys: {
      '/': () => list.focusSearch(),
    },
  }
}

class DocumentList {
  readonly elements: readonly HTMLElement[]
  readonly #head: ReportHead
  readonly #index: Index
  readonly #search: HTMLInputElement
  readonly #verdict: HTMLSelectElement
  readonly #class: HTMLSelectElement
  readonly #site: HTMLSelectElement
  readonly #body = el('tbody')
  readonly #heads = el('tr')
  readonly #table: HTMLElement
  readonly #found = el('p', {role: 'status', class: 'found'})
  readonly #pager = el('nav', {class: 'pager', 'aria-label': 'Pages'})
  #order: Order | ''
  #isReverse: boolean
  #page: number
  #turn = 0

  constructor(head: ReportHead, index: Index, query: URLSearchParams) {
    this.#head = head
    this.#index = index
    const order = query.get('sort') ?? ''
    this.#isReverse = order.startsWith('-')
    const name = order.replace('-', '')
    this.#order = columns.some((column) => column.order === name) ? (name as Order) : ''
    this.#page = Math.max(0, (Number(query.get('page')) || 1) - 1)
    const change = (): void => {
      this.#page = 0
      void this.show()
    }
    this.#search = el('input', {
      type: 'search',
      id: 'search',
      value: query.get('q') ?? '',
      placeholder: 'Title or id',
      oninput: change,
    })
    this.#verdict = select('verdict', ['', ...verdicts], query, change)
    this.#class = select(
      'class',
      ['', ...head.classes.filter(({edits}) => edits > 0).map((item) => item.name)],
      query,
      change,
    )
    this.#site = select('site', ['', ...head.sites.map((item) => item.name)], query, change)
    const field = (label: string, input: HTMLElement): HTMLElement =>
      el('div', {class: 'field'}, el('label', {for: input.id}, label), input)
    this.#table = el(
      'table',
      {class: 'documents'},
      el('caption', {class: 'is-hidden'}, 'Documents'),
      el('thead', {}, this.#heads),
      this.#body,
    )
    this.elements = [
      el(
        'search',
        {},
        el(
          'form',
          {class: 'filters', 'aria-label': 'Filter', onsubmit: (event: Event) => event.preventDefault()},
          field('Search', this.#search),
          field('Verdict', this.#verdict),
          field('Something went of class', this.#class),
          head.sites.length > 1 &&
            field(head.siteCount > head.sites.length ? `Site (the ${head.sites.length} largest)` : 'Site', this.#site),
        ),
      ),
      this.#found,
      this.#table,
      this.#pager,
    ]
  }

  focusSearch(): void {
    this.#search.focus()
    this.#search.select()
  }

  async show(): Promise<void> {
    const turn = ++this.#turn
    this.#remember()
    this.#showHeads()
    const isAll = !this.#order && !this.#isFiltered()
    if (!isAll) this.#table.setAttribute('aria-busy', 'true')
    let found = this.#index.size
    let rows: readonly Listed[]
    if (isAll) rows = await this.#index.between(this.#page * rowsPerPage, (this.#page + 1) * rowsPerPage)
    else {
      const all = this.#sorted((await this.#index.all()).filter((listed) => this.#matches(listed)))
      found = all.length
      rows = all.slice(this.#page * rowsPerPage, (this.#page + 1) * rowsPerPage)
    }
    // Another letter may have been typed meanwhile.
    if (turn !== this.#turn) return
    this.#table.removeAttribute('aria-busy')
    this.#body.replaceChildren(...rows.map((listed) => this.#row(listed)))
    this.#table.hidden = found === 0
    const all = this.#index.size
    this.#found.textContent =
      all === 0
        ? 'There are no documents: put scrapes into the raw folder and run the pipeline.'
        : found === 0
          ? 'No document is so. Search for less, or take a filter away.'
          : found === all
            ? count(all, 'document')
            : `${formatted(found)} of ${count(all, 'document')}`
    this.#showPager(found)
  }

  #isFiltered(): boolean {
    return [this.#search, this.#verdict, this.#class, this.#site].some(({value}) => value.trim() !== '')
  }

  #matches({row: [id, title, verdict, , , , site, classes]}: Listed): boolean {
    const words = this.#search.value.toLowerCase().split(/\s+/).filter(Boolean)
    const text = `${id}\n${title}\n${site}`.toLowerCase()
    if (!words.every((word) => text.includes(word))) return false
    if (this.#verdict.value && verdicts[verdict] !== this.#verdict.value) return false
    if (this.#site.value && site !== this.#site.value) return false
    return !this.#class.value || classes.some(([number]) => this.#head.classes[number]!.name === this.#class.value)
  }

  #sorted(listed: Listed[]): Listed[] {
    const column = columns.find(({order}) => order === this.#order)
    if (!column) return listed
    const by = this.#isReverse ? -1 : 1
    return listed.sort((a, b) => by * column.compare(a, b) || a.number - b.number)
  }

  /** What is looked at stands in the address, so that one comes back to it. */
  #remember(): void {
    const query = new URLSearchParams()
    const set = (name: string, value: string): void => {
      if (value) query.set(name, value)
    }
    set('q', this.#search.value)
    set('verdict', this.#verdict.value)
    set('class', this.#class.value)
    set('site', this.#site.value)
    set('sort', this.#order && `${this.#isReverse ? '-' : ''}${this.#order}`)
    set('page', this.#page > 0 ? String(this.#page + 1) : '')
    const text = String(query)
    history.replaceState(null, '', `#/documents${text ? `?${text}` : ''}`)
  }

  #showHeads(): void {
    const focused = document.activeElement?.getAttribute('data-order')
    this.#heads.replaceChildren(
      ...columns.map(({order, title}) => {
        const isBy = order === this.#order
        const direction = isBy ? (this.#isReverse ? 'descending' : 'ascending') : undefined
        const sign = isBy ? (this.#isReverse ? ' ↑' : ' ↓') : ''
        const button = el(
          'button',
          {type: 'button', class: 'sort', 'data-order': order, onclick: () => this.#sortBy(order)},
          title,
          el('span', {'aria-hidden': 'true'}, sign),
        )
        return el('th', {scope: 'col', class: `c-${order}`, 'aria-sort': direction}, button)
      }),
    )
    if (focused) this.#heads.querySelector<HTMLElement>(`[data-order="${focused}"]`)?.focus()
  }

  /** Once, the other way round, and back to the order of the manifest. */
  #sortBy(order: Order): void {
    if (this.#order !== order) [this.#order, this.#isReverse] = [order, false]
    else if (!this.#isReverse) this.#isReverse = true
    else [this.#order, this.#isReverse] = ['', false]
    this.#page = 0
    void this.show()
  }

  #row(listed: Listed): HTMLElement {
    const {number, row} = listed
    const [id, title, verdict, reasons, raw, clean, site, classes] = row
    const isFailed = verdict === 2
    return el(
      'tr',
      {},
      el(
        'th',
        {scope: 'row', class: 'c-document'},
        el('a', {href: documentRoute(number, id)}, foreign(title || id)),
        title && el('span', {class: 'id'}, foreign(id)),
        reasons.length > 0 && el('span', {class: 'reasons'}, foreign(reasons.join('; '))),
      ),
      el('td', {class: 'c-verdict'}, verdictBadge(verdicts[verdict]!)),
      el('td', {class: 'c-site'}, foreign(site)),
      el('td', {class: 'c-in number'}, isFailed ? '–' : formatted(raw)),
      el('td', {class: 'c-out number'}, isFailed ? '–' : formatted(clean)),
      el(
        'td',
        {class: 'c-kept'},
        !isFailed && el('span', {class: 'kept-share'}, `${percent(Math.min(clean, raw), raw)} stays`),
        !isFailed && bar(sharesOf(this.#head, classes), raw, 'What went'),
      ),
    )
  }

  #showPager(found: number): void {
    const pages = Math.ceil(found / rowsPerPage)
    this.#pager.hidden = pages <= 1
    const go = (page: number, text: string): HTMLElement =>
      el(
        'button',
        {
          type: 'button',
          class: 'button',
          disabled: page < 0 || page >= pages,
          onclick: () => {
            this.#page = page
            void this.show().then(() => this.#found.scrollIntoView({block: 'start'}))
          },
        },
        text,
      )
    this.#pager.replaceChildren(
      go(this.#page - 1, '← Previous'),
      el('span', {}, `Page ${formatted(this.#page + 1)} of ${formatted(pages)}`),
      go(this.#page + 1, 'Next →'),
    )
  }
}

function select(
  id: string,
  values: readonly string[],
  query: URLSearchParams,
  onchange: () => void,
): HTMLSelectElement {
  const element = el('select', {id, onchange}, ...values.map((value) => el('option', {value}, value || 'any')))
  const asked = query.get(id) ?? ''
  if (values.includes(asked)) element.value = asked
  return element
}
