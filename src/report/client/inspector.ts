/** Say of a mark which stage and rule made it, on what evidence, and where the copy stays if it was one. */

import type {Range} from '../../document/range.js'
import type {Cause} from '../../inspect/changes.js'
import type {DocumentData, ReportHead} from '../model.js'
import {chip} from './classes.js'
import {decider, type Offer} from './decider.js'
import {el} from './dom.js'
import {count} from './format.js'
import {documentRoute, ruleRoute} from './route.js'
import type {Segment} from './rows.js'

export interface InspectorOptions {
  readonly head: ReportHead
  readonly data: DocumentData
  /** Go to what the raw says at an offset. */
  readonly onPlace: (rawOffset: number) => void
  /** Show what one stage did, by its number. */
  readonly onStage: (stage: number) => void
}

const longestQuote = 240

export class Inspector {
  readonly element: HTMLElement = el('aside', {class: 'inspector', 'aria-label': 'The mark', hidden: true})
  readonly #options: InspectorOptions
  readonly #body = el('div', {class: 'causes'})

  constructor(options: InspectorOptions) {
    this.#options = options
    const close = el('button', {type: 'button', class: 'close', 'aria-label': 'Close', onclick: () => this.hide()}, '×')
    this.element.append(close, this.#body)
  }

  /** Show a mark. */
  show(segment: Segment): void {
    this.#body.replaceChildren(...(segment.change?.causes ?? []).map((cause) => this.#cause(cause)))
    this.element.hidden = false
  }

  /** Show what may be decided of a text that was kept, by its place in the raw; nothing where no server is there. */
  showKept(raw: Range): void {
    const {head, data} = this.#options
    const wish = {manifest: head.manifest, document: data.id, decision: 'drop' as const, raw}
    const form = decider([{text: 'Drop this', wish}])
    if (form) this.#body.replaceChildren(el('p', {class: 'cause-title'}, 'No rule touched this.'), form)
    this.element.hidden = !form
  }

  hide(): void {
    this.element.hidden = true
  }

  #cause({stage, class: className, edit}: Cause): HTMLElement {
    const {head, data, onPlace, onStage} = this.#options
    const ruleNumber = head.rules.findIndex((rule) => rule.stage === stage && rule.rule === edit.rule)
    const rule = head.rules[ruleNumber]
    const meaning = head.classes.find(({name}) => name === className)?.meaning
    const verb = edit.after === '' ? 'took out' : edit.before === '' ? 'put in' : 'changed'
    const stageNumber = this.#stageOf(edit)
    const name = rule ? el('a', {href: ruleRoute(ruleNumber, stage, edit.rule)}, edit.rule) : el('span', {}, edit.rule)
    return el(
      'div',
      {class: 'cause'},
      el(
        'p',
        {class: 'cause-title'},
        chip(className, meaning),
        ' ',
        el('strong', {}, name),
        ' of stage ',
        el(
          'button',
          {type: 'button', class: 'link', onclick: () => onStage(stageNumber)},
          `${stageNumber + 1} ${stage}`,
        ),
        ` ${verb} ${count([...(edit.after === '' || edit.before !== '' ? edit.before : edit.after)].length, 'character')}.`,
      ),
      el(
        'dl',
        {},
        rule?.reason !== undefined && [el('dt', {}, 'Rule'), el('dd', {}, rule.reason)],
        edit.evidence !== undefined && [el('dt', {}, 'Evidence'), el('dd', {dir: 'auto'}, edit.evidence)],
        edit.before !== '' &&
          edit.after !== '' && [el('dt', {}, 'Before'), el('dd', {dir: 'auto', class: 'quote'}, quote(edit.before))],
        edit.before !== '' &&
          edit.after !== '' && [el('dt', {}, 'After'), el('dd', {dir: 'auto', class: 'quote'}, quote(edit.after))],
        edit.copyOf && [
          el('dt', {}, 'Copy'),
          el(
            'dd',
            {},
            el(
              'button',
              {type: 'button', class: 'link', onclick: () => onPlace(edit.copyOf!.raw.start)},
              'Go to the copy that stays',
            ),
          ),
        ],
        data.duplicateOf &&
          className === 'duplicate' && [el('dt', {}, 'Copy'), el('dd', {}, otherDocument(data.duplicateOf))],
      ),
      decider(this.#offers(stage, stageNumber, edit)),
    )
  }

  #stageOf(edit: Cause['edit']): number {
    return this.stages.findIndex(({edits}) => edits.includes(edit))
  }

  /** The stages that edits are looked up in. */
  stages: readonly {readonly edits: readonly Cause['edit'][]}[] = []

  /** What may be decided of an edit. What makes markdown of a page cannot be left out. */
  #offers(stage: string, stageNumber: number, {rule, raw, before, after}: Cause['edit']): Offer[] {
    if (this.#options.data.stages[stageNumber]?.mediaType !== 'text/markdown' || fixed.has(stage)) return []
    const wish = {
      manifest: this.#options.head.manifest,
      document: this.#options.data.id,
      raw: {start: raw.start, end: raw.end},
    }
    const isGone = hasText(before) && !hasText(after)
    return [
      ...(isGone ? [{text: 'Keep this', wish: {...wish, decision: 'keep' as const}}] : []),
      ...(stage === 'canonicalize-names'
        ? [{text: 'Leave this name', wish: {...wish, decision: 'name' as const}}]
        : []),
      {text: 'Never apply this rule', wish: {...wish, decision: 'never' as const, rule: `${stage}/${rule}`}},
    ]
  }
}

/** Stages that write what a person decided, or front matter. */
const fixed: ReadonlySet<string> = new Set(['apply-decisions', 'write-front-matter'])

const hasText = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

/** Another document: a link, where it is in the report. */
export function otherDocument([id, number]: readonly [id: string, number: number]): HTMLElement {
  const text = el('bdi', {}, id)
  return number < 0 ? el('span', {}, text, ' (not in this report)') : el('a', {href: documentRoute(number, id)}, text)
}

function quote(text: string): string {
  return text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text
}
