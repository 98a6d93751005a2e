/**
 * Hold what stages want to do to a document against what a person decided of it. Edits that would take what stays are cut or
 * left out, before they are applied; what was overruled is annotated.
 */
import type {Annotation} from '../document/annotation.js'
import {type Decision, type DecisionEffect, idOfDecision, PassageFinder} from '../document/decision.js'
import type {Document} from '../document/document.js'
import type {Edit} from '../document/edit.js'
import {type Range, upperBound} from '../document/range.js'
import {holdsFor} from '../document/site.js'
import {countWords} from '../document/words.js'

/** Kind of the annotations. */
const kind = 'decision'

/** The stage that applies what is to be dropped. */
const droppingStage = 'apply-decisions'
/** The stage whose edits are spellings of names. */
const namingStage = 'canonicalize-names'

/** The decisions upon one document, while stages run over it. */
export class Overruler {
  readonly #decisions: readonly Decision[]
  readonly #effects = new Map<string, DecisionEffect>()

  constructor(decisions: readonly Decision[]) {
    this.#decisions = decisions
  }

  /** What each decision did, by its id: of those that hold for the document. */
  get effects(): ReadonlyMap<string, DecisionEffect> {
    return this.#effects
  }

  /**
   * Go through the edits of a stage.
   *
   * @returns the edits that are left, and what to annotate of those that are not.
   */
  apply(stage: string, document: Document, edits: readonly Edit[]): {edits: Edit[]; annotations: Annotation[]} {
    // Before it is markdown, what a stage changes is what makes markdown of it.
    if (document.mediaType !== 'text/markdown') return {edits: [...edits], annotations: []}
    const annotations: Annotation[] = []
    const upon = this.#decisions.filter((decision) => holdsFor(decision, document))
    const of = (name: Decision['decision']): Decision[] => upon.filter(({decision}) => decision === name)
    for (const decision of upon) this.#see(decision, decision.text === undefined ? 'agreed' : 'lost')
    const note = (decision: Decision, at: Range, rule: string): void => {
      this.#effects.set(idOfDecision(decision), 'applied')
      annotations.push({
        kind,
        at,
        value: idOfDecision(decision),
        rule,
        ...(decision.note !== undefined && {reason: decision.note}),
        details: {decision: decision.decision},
      })
    }
    const never = new Map(of('never').map((decision) => [decision.rule, decision]))
    const names = stage === namingStage ? new Map(of('name').map((decision) => [decision.name, decision])) : undefined
    const allowed = edits.filter(({start, end, rule}) => {
      const decision = never.get(`${stage}/${rule}`) ?? names?.get(document.text.slice(start, end))
      if (decision) note(decision, {start, end}, rule)
      return !decision
    })
    for (const {decision, start, end} of find(of('drop'), document, allowed)) {
      if (stage === droppingStage) note(decision, {start, end}, 'drop')
      else this.#see(decision, 'agreed')
    }
    const kept = find(of('keep'), document, allowed)
    for (const {decision} of kept) this.#see(decision, 'agreed')
    return {
      edits: kept.length > 0 ? allowed.flatMap((edit) => cut(edit, document.text, kept, note)) : allowed,
      annotations,
    }
  }

  /** Note what a decision did, where nothing more is known of it. */
  #see(decision: Decision, effect: DecisionEffect): void {
    const id = idOfDecision(decision)
    const known = this.#effects.get(id)
    if (known === undefined || known === 'lost') this.#effects.set(id, effect)
  }
}

/** Where decided texts stand, in the order of the text; not looked for where nothing is changed. */
function find(decisions: readonly Decision[], {text}: Document, edits: readonly Edit[]): KeptPlace[] {
  if (decisions.length === 0 || edits.length === 0) return []
  const finder = new PassageFinder(text)
  return decisions
    .flatMap((decision) => finder.find(decision.text!).map((place) => ({...place, decision})))
    .sort((a, b) => a.start - b.start)
}

interface KeptPlace extends Range {
  readonly decision: Decision
}

/** Cut an edit at the texts that stay; what changes no word of them is left alone. */
function cut(
  edit: Edit,
  text: string,
  kept: readonly KeptPlace[],
  note: (decision: Decision, at: Range, rule: string) => void,
): Edit[] {
  if (edit.end === edit.start || countWords(edit.replacement) > 0) return [edit]
  const pieces: Edit[] = []
  let offset = edit.start
  for (let index = upperBound(kept, edit.start, ({end}) => end); index < kept.length; index++) {
    const place = kept[index]!
    if (place.start >= edit.end) break
    const start = Math.max(offset, place.start)
    const end = Math.min(edit.end, place.end)
    if (start >= end || !takesWords(text, {start, end})) continue
    note(place.decision, {start: place.start, end: place.end}, edit.rule)
    // The line ends about it stay with it, so that it stays a paragraph of its own.
    const from = beforeLineEnds(text, start, offset)
    if (from > offset) pieces.push({...edit, start: offset, end: from, replacement: ''})
    offset = behindLineEnds(text, end, edit.end)
  }
  if (offset === edit.start) return [edit]
  if (offset < edit.end) pieces.push({...edit, start: offset, replacement: ''})
  return pieces
}

/** Whether there are words in a stretch other than those of an address. */
function takesWords(text: string, {start, end}: Range): boolean {
  return countWords(text.slice(start, end).replace(/\]\([^()\s]*\)?/g, '')) > 0
}

function beforeLineEnds(text: string, offset: number, limit: number): number {
  let at = offset
  while (at > limit && text[at - 1] === '\n') at--
  return at
}

function behindLineEnds(text: string, offset: number, limit: number): number {
  let at = offset
  while (at < limit && text[at] === '\n') at++
  return at
}
