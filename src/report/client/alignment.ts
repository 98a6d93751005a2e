/**
 * Show two texts side by side, row by row: what is pointed at or focused on one side lights up on the other. Rows are made as one comes
 * to them; a text of a megabyte opens like one of a page.
 */
import type {Cause} from '../../inspect/changes.js'
import {colourOf} from './classes.js'
import {el} from './dom.js'
import {number as formatted} from './format.js'
import {hasWords, type Row, type Segment} from './rows.js'

export interface AlignmentOptions {
  /** What the two sides are called. */
  readonly titles: readonly [before: string, after: string]
  /** Whether the text before is the source of a page, set as such. */
  readonly isSource: boolean
  /** Told of the mark that is pointed at or focused. */
  readonly onMark: (segment: Segment | undefined, isChosen: boolean) => void
}

/** So many rows are made at once. */
const rowsAtOnce = 150
/** So much is shown of what went, and of unseen characters one by one. */
const longestMark = 3000
const shownOfLong = 1200
const longestKept = 40_000
const mostUnseen = 24

export class Alignment {
  readonly element: HTMLElement
  readonly #rows: readonly Row[]
  readonly #options: AlignmentOptions
  readonly #body = el('div', {role: 'rowgroup', class: 'rows'})
  readonly #more = el('button', {type: 'button', class: 'more'})
  readonly #elements = new Map<number, HTMLElement[]>()
  readonly #segments = new Map<number, Segment>()
  /** Segments that one walks through, with their rows. */
  readonly #marks: readonly {readonly segment: Segment; readonly row: number}[]
  #made = 0
  #lit: number | undefined
  #current = -1

  constructor(rows: readonly Row[], options: AlignmentOptions) {
    this.#rows = rows
    this.#options = options
    const all = rows.flatMap((row, index) =>
      row.filter(({kind}) => kind !== 'kept').map((segment) => ({segment, row: index})),
    )
    const readable = all.filter(({segment}) => hasWords(segment))
    this.#marks = readable.length > 0 ? readable : all
    for (const row of rows) for (const segment of row) this.#segments.set(segment.number, segment)
    const [before, after] = options.titles
    this.element = el(
      'div',
      {
        role: 'table',
        class: options.isSource ? 'alignment is-source' : 'alignment',
        'aria-label': `${before} and ${after}, side by side`,
      },
      el(
        'div',
        {role: 'rowgroup', class: 'heads'},
        el(
          'div',
          {role: 'row', class: 'row'},
          el('div', {role: 'columnheader', class: 'cell'}, before),
          el('div', {role: 'columnheader', class: 'cell'}, after),
        ),
      ),
      this.#body,
      this.#more,
    )
    this.#more.addEventListener('click', () => this.#make(this.#made + rowsAtOnce * 4))
    this.#body.addEventListener('pointerover', ({target}) => this.#point(target, false))
    this.#body.addEventListener('pointerleave', () => this.#light(this.#chosen()))
    this.#body.addEventListener('focusin', ({target}) => this.#point(target, true))
    this.#body.addEventListener('click', ({target}) => this.#point(target, true))
    this.#make(rowsAtOnce)
    new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) this.#make(this.#made + rowsAtOnce)
      },
      {rootMargin: '800px'},
    ).observe(this.#more)
  }

  /** How many marks there are to walk through. */
  get marks(): number {
    return this.#marks.length
  }

  /** Number of the mark that was come to last, from 1; 0 before the first. */
  get position(): number {
    return this.#current + 1
  }

  /** Go to the next mark, or the one before. */
  walk(by: 1 | -1): void {
    if (this.#marks.length === 0) return
    const from = this.#current < 0 && by < 0 ? 0 : this.#current
    this.#goTo((from + by + this.#marks.length) % this.#marks.length)
  }

  /** Go to the next row, or the one before. */
  walkRows(by: 1 | -1): void {
    const active = document.activeElement?.closest('.rows > .row')
    const index = active ? [...this.#body.children].indexOf(active) + by : 0
    if (index < 0 || index >= this.#rows.length) return
    this.#make(index + 1)
    const row = this.#body.children[index] as HTMLElement
    row.focus({preventScroll: true})
    row.scrollIntoView({block: 'nearest'})
  }

  /** Go to a segment, wherever it stands. */
  show(segment: Segment, row: number): void {
    const mark = this.#marks.findIndex((item) => item.segment === segment)
    if (mark >= 0) {
      this.#goTo(mark)
      return
    }
    this.#make(row + 1)
    const element = this.#body.children[row] as HTMLElement
    element.focus({preventScroll: true})
    element.scrollIntoView({block: 'center'})
    this.#light(segment.number)
  }

  /** Make all that is not made yet: to be printed, or searched by the browser. */
  makeAll(): void {
    this.#make(this.#rows.length)
  }

  #goTo(index: number): void {
    const {segment, row} = this.#marks[index]!
    this.#make(row + 1)
    const element = this.#markOf(segment.number)
    if (!element) return
    element.focus({preventScroll: true})
    // Of what is taller than there is room the beginning is wanted.
    const isTall = element.getBoundingClientRect().height > innerHeight * 0.3
    element.scrollIntoView({block: isTall ? 'start' : 'center', inline: 'nearest'})
  }

  /** The mark of a segment: in the text before, or, where nothing stood there, in the one after. */
  #markOf(number = -1): HTMLElement | undefined {
    return this.#elements.get(number)?.find((element) => element.matches('mark'))
  }

  #chosen(): number | undefined {
    return this.#marks[this.#current]?.segment.number
  }

  #point(target: EventTarget | null, isChosen: boolean): void {
    const element = target instanceof Element ? target.closest<HTMLElement>('[data-s]') : null
    if (!element) {
      const row = target instanceof HTMLElement && target.matches('.row') ? target : undefined
      if (isChosen && row)
        this.#light(...[...row.querySelectorAll<HTMLElement>('[data-s]')].map(({dataset}) => Number(dataset['s'])))
      return
    }
    const number = Number(element.dataset['s'])
    const segment = this.#segments.get(number)!
    this.#light(number)
    if (segment.kind === 'kept') {
      if (isChosen) this.#options.onMark(segment, true)
      return
    }
    if (isChosen) {
      const index = this.#marks.findIndex((mark) => mark.segment === segment)
      if (index >= 0) this.#setCurrent(index)
    }
    this.#options.onMark(segment, isChosen)
  }

  /** One mark is a stop of the tab key: the one that was come to last. */
  #setCurrent(index: number): void {
    const stop = (at: number, value: string): void =>
      this.#markOf(this.#marks[at]?.segment.number)?.setAttribute('tabindex', value)
    stop(Math.max(0, this.#current), '-1')
    this.#current = index
    stop(index, '0')
  }

  #light(...numbers: readonly (number | undefined)[]): void {
    if (this.#lit !== undefined || numbers.length !== 1) {
      for (const element of this.#body.querySelectorAll('.is-lit')) element.classList.remove('is-lit')
    }
    this.#lit = numbers[0]
    for (const number of numbers) {
      for (const element of this.#elements.get(number ?? -1) ?? []) element.classList.add('is-lit')
    }
  }

  #make(until: number): void {
    const end = Math.min(until, this.#rows.length)
    const made: HTMLElement[] = []
    for (; this.#made < end; this.#made++) made.push(this.#row(this.#rows[this.#made]!))
    this.#body.append(...made)
    const rest = this.#rows.length - this.#made
    this.#more.hidden = rest === 0
    this.#more.textContent = `Show more (${formatted(rest)} rows)`
    if (this.#current < 0) {
      const [first] = this.#marks
      this.#markOf(first?.segment.number)?.setAttribute('tabindex', '0')
    }
  }

  #row(row: Row): HTMLElement {
    const cells = (['before', 'after'] as const).map((side) =>
      el(
        'div',
        {role: 'cell', class: `cell ${side}${row.every((segment) => segment[side] === '') ? ' is-empty' : ''}`},
        el('div', {class: 'text', dir: 'auto'}, ...this.#cell(row, side)),
      ),
    )
    const kinds = row.every(({kind}) => kind === 'kept') ? 'row is-kept' : 'row'
    return el('div', {role: 'row', class: kinds, tabindex: -1}, ...cells)
  }

  #cell(row: Row, side: 'before' | 'after'): (Node | string)[] {
    let last = row.length - 1
    while (last > 0 && /^\n*$/.test(row[last]![side])) last--
    return row.flatMap((segment, index) => {
      // A line feed at the end of a row would be an empty line of the page.
      const shown = index >= last ? segment[side].replace(/\n+$/, '') : segment[side]
      // A mark begins and ends with what can be seen of it, but where nothing can.
      const isSeen = segment.kind !== 'kept' && shown.trim() !== ''
      const [, indent = '', text = shown, rest = ''] = (isSeen && /^(\s*)(.*?)(\s*)$/s.exec(shown)) || []
      const element = this.#segment(segment, side, text)
      element.dataset['s'] = String(segment.number)
      const elements = this.#elements.get(segment.number)
      if (elements) elements.push(element)
      else this.#elements.set(segment.number, [element])
      return [indent, element, rest]
    })
  }

  #segment(segment: Segment, side: 'before' | 'after', text: string): HTMLElement {
    const {kind} = segment
    if (kind === 'kept') {
      const kept = el('span', {class: 'kept'})
      // A line of a megabyte is more than a browser lays out while one waits.
      if (text.length > longestKept) appendLong(kept, text)
      else kept.append(text)
      return kept
    }
    const className = mainClass(segment)
    if (segment[side] === '') {
      // Only its place can be shown: nothing stands there.
      return el('span', {class: `place ${colourOf(className)}`})
    }
    const isUnseen = segment[side].trim() === ''
    const name = `mark ${kind} ${colourOf(className)}${isUnseen ? ' is-unseen' : ''}`
    const mark = el('mark', {class: name, tabindex: -1})
    const isLabelled = hasWords(segment) && className !== 'markup' && (side === 'before' || kind === 'added')
    if (isLabelled) mark.append(el('bdi', {class: 'label'}, className))
    if (isUnseen) mark.append(unseen(segment[side]))
    else if (text.length > longestMark) appendLong(mark, text)
    else mark.append(text)
    return mark
  }
}

/** The class of the rule that did most to it. */
function mainClass({change}: Segment): string {
  const sizeOf = ({edit}: Cause): number => edit.before.trim().length + edit.after.trim().length
  const [first, ...others] = change?.causes ?? []
  if (!first) return 'custom'
  return others.reduce((most, cause) => (sizeOf(cause) > sizeOf(most) ? cause : most), first).class
}

/** White space, as signs. */
function unseen(text: string): string {
  const signs = [...text.slice(0, mostUnseen)].map((character) =>
    character === '\n' ? '⏎' : character === ' ' ? '·' : character === '\t' ? '⇥' : '␣',
  )
  return signs.join('') + (text.length > mostUnseen ? '…' : '')
}

function appendLong(mark: HTMLElement, text: string): void {
  const rest = text.slice(shownOfLong)
  const button = el('button', {type: 'button', class: 'unfold'}, `Show ${formatted(rest.length)} more characters`)
  const shown = document.createTextNode(text.slice(0, shownOfLong))
  button.addEventListener('click', () => {
    shown.data = text
    button.remove()
    mark.focus()
  })
  mark.append(shown, button)
}
