/** A document: raw and clean side by side, stage by stage, with what made each mark. */
import type {Range} from '../../document/range.js'
import {lineageOf} from '../../inspect/changes.js'
import type {ReplayedStage} from '../../provenance/read.js'
import type {DocumentData, ReportHead} from '../model.js'
import {Alignment} from './alignment.js'
import {chip} from './classes.js'
import {type Index, loadDocument} from './data.js'
import {el, foreign} from './dom.js'
import {bytes, count, difference, number as formatted, percent} from './format.js'
import {Inspector, otherDocument} from './inspector.js'
import type {Keys} from './keys.js'
import {partedComparison} from './parted.js'
import {replay} from './replay.js'
import {documentRoute, type Route, ruleRoute} from './route.js'
import {type Row, rowsOf, type Segment, segmentAt} from './rows.js'
import type {Shown} from './view.js'

/** Show a document. */
export async function documentView(head: ReportHead, index: Index, {number, query}: Route): Promise<Shown> {
  const [listed] = number < 0 ? [] : await index.between(number, number + 1)
  if (!listed)
    return {title: 'No such document', body: [el('p', {class: 'notice'}, 'There is no such document in this report.')]}
  const [id, title, verdict, reasons] = listed.row
  const pager = el(
    'nav',
    {'aria-label': 'Documents', class: 'pager'},
    await neighbour(index, number - 1, '← Previous'),
    el('span', {}, `${formatted(number + 1)} of ${formatted(index.size)}`),
    await neighbour(index, number + 1, 'Next →'),
  )
  const heading = title || id
  if (verdict === 2) {
    return {
      title: heading,
      body: [
        pager,
        el(
          'div',
          {class: 'notice'},
          el('p', {}, verdictBadge('failed'), ' Nothing came out of this raw.'),
          list(reasons),
        ),
      ],
    }
  }
  const data = await loadDocument(number)
  if ('fault' in data) {
    return {
      title: heading,
      body: [
        pager,
        el('div', {class: 'notice'}, el('p', {}, 'This document cannot be shown.'), el('p', {dir: 'auto'}, data.fault)),
      ],
    }
  }
  const view = new DocumentView(head, data)
  return {
    title: heading,
    body: [pager, ...view.elements],
    keys: view.keys,
    onShown: () => view.open(query),
    onPrint: () => view.makeAll(),
  }
}

async function neighbour(index: Index, number: number, text: string): Promise<HTMLElement> {
  const [other] = number < 0 ? [] : await index.between(number, number + 1)
  return other ? el('a', {href: documentRoute(other.number, other.row[0])}, text) : el('span', {class: 'is-off'}, text)
}

/** A verdict, in a word and a shape. */
export function verdictBadge(verdict: string): HTMLElement {
  return el('span', {class: `verdict v-${verdict}`}, verdict)
}

function list(items: readonly string[]): HTMLElement {
  return el('ul', {}, ...items.map((item) => el('li', {dir: 'auto'}, item)))
}

class DocumentView {
  readonly elements: readonly HTMLElement[]
  readonly keys: Keys
  readonly #head: ReportHead
  readonly #data: DocumentData
  readonly #stages: readonly ReplayedStage[]
  /** Number of the first stage that was given markdown. */
  readonly #base: number
  readonly #inspector: Inspector
  readonly #place = el('div', {class: 'alignment-place'})
  readonly #slider: HTMLInputElement
  readonly #told = el('output', {class: 'stage-told', for: 'stage'})
  readonly #source = el('input', {type: 'checkbox', id: 'source'})
  readonly #position = el('span', {class: 'position'})
  #alignment: Alignment | undefined
  #rows: readonly Row[] = []

  constructor(head: ReportHead, data: DocumentData) {
    this.#head = head
    this.#data = data
    this.#stages = replay(data)
    const base = data.stages.findIndex(({mediaType}) => mediaType === 'text/markdown')
    this.#base = Math.max(0, base)
    this.#inspector = new Inspector({
      head,
      data,
      onPlace: (offset) => this.#goToRaw(offset),
      onStage: (stage) => this.#goToStage(stage),
    })
    this.#inspector.stages = this.#stages
    this.#slider = el('input', {
      type: 'range',
      id: 'stage',
      min: 0,
      max: data.stages.length,
      value: 0,
      step: 1,
      list: 'stage-ticks',
      oninput: () => this.#show(),
    })
    this.#source.addEventListener('change', () => this.#show())
    this.elements = [this.#facts(), this.#toolbar(), this.#place, this.#inspector.element]
    this.keys = {
      n: () => this.#walk(1),
      p: () => this.#walk(-1),
      j: () => this.#alignment?.walkRows(1),
      k: () => this.#alignment?.walkRows(-1),
      ']': () => this.#step(1),
      '[': () => this.#step(-1),
      Escape: () => this.#inspector.hide(),
    }
  }

  /** Show what the address asks for: an edit, or all. */
  open(query: URLSearchParams): void {
    const [stage, number] = ['stage', 'edit'].map((name) => Number(query.get(name) ?? Number.NaN))
    const edit = this.#stages[stage!]?.edits[number!]
    if (!edit) {
      this.#show()
      return
    }
    const has = ({change}: Segment): boolean => change?.causes.some((cause) => cause.edit === edit) ?? false
    const find = (): {row: number; segment: Segment} | undefined => {
      const row = this.#rows.findIndex((segments) => segments.some(has))
      return row < 0 ? undefined : {row, segment: this.#rows[row]!.find(has)!}
    }
    this.#source.checked = stage! < this.#base
    this.#show()
    // What a later stage undid, or changed again, shows only where its own stage is looked at.
    if (!find()) {
      this.#slider.value = String(stage! + 1)
      this.#show()
    }
    const found = find()
    if (found) this.#alignment?.show(found.segment, found.row)
  }

  makeAll(): void {
    this.#alignment?.makeAll()
  }

  #facts(): HTMLElement {
    const {verdict, reasons, raw, clean, words, facts, messages, duplicateOf, repeats} = this.#data
    const classes = new Map<string, number>()
    for (const stage of this.#stages.slice(this.#base)) {
      for (const {rule} of stage.edits) {
        const name = stage.classes[rule] ?? 'custom'
        classes.set(name, (classes.get(name) ?? 0) + 1)
      }
    }
    const meaningOf = (name: string): string => this.#head.classes.find((item) => item.name === name)?.meaning ?? ''
    return el(
      'div',
      {class: 'document-facts'},
      el(
        'p',
        {class: 'summary'},
        verdictBadge(verdict),
        ` ${count(words.raw, 'word')} in, ${formatted(words.clean)} out (${percent(words.clean, words.raw)}). `,
        el(
          'span',
          {class: 'paths'},
          'Raw ',
          foreign(raw.path),
          `, ${bytes(raw.bytes)}, ${raw.encoding}; clean `,
          foreign(clean),
          '.',
        ),
      ),
      reasons.length > 0 && el('div', {class: 'notice'}, el('p', {}, 'Look at it yourself:'), list(reasons)),
      duplicateOf &&
        el('p', {class: 'notice'}, 'The same text stands, and stays, in ', otherDocument(duplicateOf), '.'),
      messages.length > 0 &&
        el('div', {class: 'notice'}, list(messages.map(([level, stage, text]) => `${level}, ${stage}: ${text}`))),
      facts.length > 0 &&
        el(
          'details',
          {open: matchMedia('(min-width: 46rem)').matches},
          el('summary', {}, `Front matter, and where it is from (${facts.length})`),
          el(
            'div',
            {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Front matter'},
            el(
              'table',
              {class: 'facts'},
              el(
                'thead',
                {},
                el(
                  'tr',
                  {},
                  ...['Field', 'Value', 'Found by', 'In the raw'].map((name) => el('th', {scope: 'col'}, name)),
                ),
              ),
              el('tbody', {}, ...facts.map((fact) => this.#fact(fact))),
            ),
          ),
        ),
      repeats.length > 0 &&
        el(
          'details',
          {},
          el('summary', {}, `Paragraphs that stand in other documents as well (${repeats.length})`),
          el(
            'ul',
            {},
            ...repeats.map(([start, end, other]) =>
              el('li', {}, this.#placeButton(start, end), ' stands in ', otherDocument(other)),
            ),
          ),
        ),
      classes.size > 0 &&
        el(
          'p',
          {class: 'legend'},
          el('span', {class: 'legend-title'}, 'Marks: '),
          ...[...classes]
            .sort(([, a], [, b]) => b - a)
            .map(([name, edits]) =>
              el('span', {class: 'legend-item'}, chip(name, meaningOf(name)), ` ${formatted(edits)}`),
            ),
        ),
    )
  }

  #fact([field, value, stage, rule, start, end]: DocumentData['facts'][number]): HTMLElement {
    const number = this.#head.rules.findIndex((item) => item.stage === stage && item.rule === rule)
    const name = `${stage}/${rule}`
    return el(
      'tr',
      {},
      el('th', {scope: 'row'}, field),
      el('td', {dir: 'auto'}, typeof value === 'string' ? value : value.join('; ')),
      el('td', {}, number < 0 ? name : el('a', {href: ruleRoute(number, stage, rule)}, name)),
      el('td', {}, start < 0 ? 'follows from the whole text' : this.#placeButton(start, end)),
    )
  }

  #placeButton(start: number, end: number): HTMLElement {
    const text = this.#data.text.slice(start, Math.min(end, start + 80)).replace(/\s+/g, ' ')
    const label = `${text}${end - start > 80 ? '…' : ''}`
    return el('button', {type: 'button', class: 'link', onclick: () => this.#goToRaw(start)}, foreign(label))
  }

  #toolbar(): HTMLElement {
    const button = (text: string, label: string, action: () => void): HTMLElement =>
      el('button', {type: 'button', class: 'button', 'aria-label': label, title: label, onclick: action}, text)
    const {raw, stages} = this.#data
    const isPage = raw.mediaType === 'text/html' && this.#base > 0
    const toolbar = el(
      'div',
      {class: 'toolbar'},
      el(
        'div',
        {class: 'tool stages'},
        el('label', {for: 'stage'}, 'Stage'),
        button('‹', 'Stage before that changed something', () => this.#step(-1)),
        this.#slider,
        el(
          'datalist',
          {id: 'stage-ticks'},
          ...stages.flatMap(({edits}, index) => (edits.length > 0 ? [el('option', {value: index + 1})] : [])),
        ),
        button('›', 'Next stage that changed something', () => this.#step(1)),
        this.#told,
      ),
      isPage && el('div', {class: 'tool'}, this.#source, el('label', {for: 'source'}, 'Source of the page')),
      el(
        'div',
        {class: 'tool'},
        button('↑', 'Previous mark (p)', () => this.#walk(-1)),
        button('↓', 'Next mark (n)', () => this.#walk(1)),
        this.#position,
      ),
    )
    // What sticks below it has to know how high it is.
    new ResizeObserver(() =>
      document.documentElement.style.setProperty('--toolbar', `${toolbar.offsetHeight}px`),
    ).observe(toolbar)
    return toolbar
  }

  /** The stages that are looked at: one, or all from the raw, or from the text of the page, on. */
  #selected(): {readonly stages: readonly ReplayedStage[]; readonly first: number} {
    const step = Number(this.#slider.value)
    if (step > 0) return {stages: this.#stages.slice(step - 1, step), first: step - 1}
    const isText = this.#data.raw.mediaType === 'text/html' && !this.#source.checked
    return {stages: this.#stages.slice(isText ? this.#base : 0), first: isText ? this.#base : 0}
  }

  #show(): void {
    const step = Number(this.#slider.value)
    const {stages, first} = this.#selected()
    const stage = this.#data.stages[step - 1]
    const edits = stage?.edits.length ?? 0
    const words = stage?.mediaType === 'text/markdown' && stage.words !== 0 ? `, ${difference(stage.words)} words` : ''
    const told = stage
      ? `${step} of ${this.#stages.length}: ${stage.id}, ${edits === 0 ? 'no edits' : count(edits, 'edit')}${words}`
      : `All ${this.#stages.length} stages`
    this.#told.textContent = told
    this.#slider.setAttribute('aria-valuetext', told)
    this.#source.disabled = step > 0
    this.#inspector.hide()
    this.#rows = rowsOf(partedComparison(stages))
    const isSource = this.#data.raw.mediaType === 'text/html' && first < this.#base
    this.#alignment = new Alignment(this.#rows, {
      titles: stage ? [`Before ${stage.id}`, `After ${stage.id}`] : [first > 0 ? 'Text of the page' : 'Raw', 'Clean'],
      isSource,
      onMark: (segment) => {
        if (segment?.change) this.#inspector.show(segment)
        else if (segment && !isSource) this.#inspector.showKept(this.#rawOf(segment, first))
        else this.#inspector.hide()
        this.#tellPosition()
      },
    })
    this.#place.replaceChildren(
      edits === 0 && stage ? el('p', {class: 'empty'}, `${stage.id} had nothing to change here.`) : '',
      this.#alignment.element,
    )
    this.#tellPosition()
  }

  /** Where a text stands in the raw that stands before a stage. */
  #rawOf({start, before}: Segment, stage: number): Range {
    const range = {start, end: start + before.trimEnd().length}
    return stage === 0 ? range : lineageOf(this.#stages.slice(0, stage)).originOf(range)
  }

  #tellPosition(): void {
    const {marks = 0, position = 0} = this.#alignment ?? {}
    this.#position.textContent =
      marks === 0
        ? 'No marks'
        : position === 0
          ? count(marks, 'mark')
          : `${formatted(position)} of ${count(marks, 'mark')}`
  }

  #walk(by: 1 | -1): void {
    this.#alignment?.walk(by)
    this.#tellPosition()
  }

  /** Go to the next stage that changed something, or the one before; behind the last there are all. */
  #step(by: 1 | -1): void {
    const all = this.#data.stages.length + 1
    let step = Number(this.#slider.value)
    do step = (step + by + all) % all
    while (step > 0 && this.#data.stages[step - 1]!.edits.length === 0)
    this.#slider.value = String(step)
    this.#show()
  }

  #goToStage(stage: number): void {
    this.#slider.value = String(stage + 1)
    this.#show()
    this.#slider.focus()
  }

  /** Go to what stands at an offset of the raw, in the text of the page where it is shown and has it. */
  #goToRaw(offset: number): void {
    this.#slider.value = '0'
    const {first} = this.#selected()
    let at = offset
    if (first > 0) {
      const before = lineageOf(this.#stages.slice(0, first))
      const span = before.spans.find(({origin, length}) => offset < origin + length)
      if (span && span.origin <= offset + 400) at = span.start + Math.max(0, offset - span.origin)
      else this.#source.checked = true
    }
    this.#show()
    const found = segmentAt(this.#rows, at)
    if (found) this.#alignment?.show(found.segment, found.row)
  }
}
