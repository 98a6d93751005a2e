/**
 * Hold what stages want to do to a document against what a person decided of it. Edits that would take what stays are cut or
 * left out, before they are applied; what was overruled is annotated.
 */
import type {Annotation} from '../document/annotation.js'
import {type DecidedPlace, placesOf} from '../document/decided-places.js'
import {type Decision, type DecisionEffect, droppingStage, idOfDecision, namingStage} from '../document/decision.js'
import type {Document, MetadataFact} from '../document/document.js'
import type {Edit} from '../document/edit.js'
import {type Range, upperBound} from '../document/range.js'
import {groupOf} from '../document/site.js'
import {countWords} from '../document/words.js'

/** Kind of the annotations. */
const kind = 'decision'

/** The stage that finds out the site of a document; what is decided of a site holds from there on. */
const sitingStage = 'lift-metadata'

/** The decisions that hold for a document, brought into order once for all of its stages. */
interface Upon {
  readonly keeps: readonly Decision[]
  readonly drops: readonly Decision[]
  /** By rule, as `stage/rule`. */
  readonly never: ReadonlyMap<string, Decision>
  readonly names: ReadonlyMap<string, Decision>
}

/** The decisions upon one document, while stages run over it. */
export class Overruler {
  readonly #decisions: readonly Decision[]
  readonly #effects = new Map<string, DecisionEffect>()
  #isSiteKnown: boolean
  #upon: {readonly site: string | undefined; readonly sorted: Upon} | undefined

  /**
   * @param decisions those that may hold for the document.
   * @param findsSite whether a stage will find out which site it is of.
   */
  constructor(decisions: readonly Decision[], findsSite: boolean) {
    this.#decisions = decisions
    this.#isSiteKnown = !findsSite
  }

  /** What each decision did, by its id: of those that hold for the document. */
  get effects(): ReadonlyMap<string, DecisionEffect> {
    return this.#effects
  }

  /**
   * Go through the edits of a stage.
   *
   * @param facts what the stage found the document to say about itself.
   * @returns the edits that are left, and what to annotate of those that are not.
   */
  apply(
    stage: string,
    document: Document,
    edits: readonly Edit[],
    facts: readonly MetadataFact[],
  ): {edits: Edit[]; annotations: Annotation[]} {
    this.#isSiteKnown ||= stage === sitingStage
    // Before it is markdown, what a stage changes is what makes markdown of it.
    if (document.mediaType !== 'text/markdown') return {edits: [...edits], annotations: []}
    const {keeps, drops, never, names} = this.#sorted(document, facts)
    const annotations: Annotation[] = []
    const note = (decision: Decision, at: Range, rule: string): void => {
      const id = idOfDecision(decision)
      this.#effects.set(id, 'applied')
      annotations.push({
        kind,
        at,
        value: id,
        rule,
        ...(decision.note !== undefined && {reason: decision.note}),
        details: {decision: decision.decision},
      })
    }
    const allowed = edits.filter(({start, end, rule}) => {
      const name = stage === namingStage ? names.get(document.text.slice(start, end)) : undefined
      const decision = never.get(`${stage}/${rule}`) ?? name
      if (decision) note(decision, {start, end}, rule)
      return !decision
    })
    if (allowed.length === 0) return {edits: allowed, annotations}
    for (const {decision, start, end} of placesOf(drops, document)) {
      if (stage === droppingStage) note(decision, {start, end}, 'drop')
      else this.#see(decision, 'agreed')
    }
    const kept = placesOf(keeps, document)
    for (const {decision} of kept) this.#see(decision, 'agreed')
    if (kept.length === 0) return {edits: allowed, annotations}
    const stretches = merged(kept)
    return {edits: allowed.flatMap((edit) => cut(edit, document.text, stretches, note)), annotations}
  }

  /** Look at what came out: a text stands there that no stage wanted to touch. */
  finish(document: Document): void {
    const {keeps} = this.#sorted(document, [])
    const unseen = keeps.filter((decision) => this.#effects.get(idOfDecision(decision)) === 'lost')
    for (const {decision} of placesOf(unseen, document)) this.#see(decision, 'agreed')
  }

  /** The decisions that hold for the document as far as it is known, and what each has done so far. */
  #sorted(document: Document, facts: readonly MetadataFact[]): Upon {
    const {id} = document
    const site = this.#isSiteKnown ? groupOf({id, facts: [...document.facts, ...facts]}) : undefined
    if (this.#upon && this.#upon.site === site) return this.#upon.sorted
    const upon = this.#decisions.filter((decision) => decision.site === undefined || decision.site === site)
    for (const decision of upon) this.#see(decision, decision.text === undefined ? 'agreed' : 'lost')
    const of = (name: Decision['decision']): Decision[] => upon.filter(({decision}) => decision === name)
    const sorted = {
      keeps: of('keep'),
      drops: of('drop'),
      never: new Map(of('never').map((decision) => [decision.rule!, decision])),
      names: new Map(of('name').map((decision) => [decision.name!, decision])),
    }
    this.#upon = {site, sorted}
    return sorted
  }

  /** Note what a decision did, where nothing more is known of it. */
  #see(decision: Decision, effect: DecisionEffect): void {
    const id = idOfDecision(decision)
    const known = this.#effects.get(id)
    if (known === undefined || known === 'lost') this.#effects.set(id, effect)
  }
}

/** A stretch of the text that stays, and who says so. */
interface Stretch extends Range {
  readonly decisions: readonly Decision[]
}

/** Places that overlap, as one. */
function merged(places: readonly DecidedPlace[]): Stretch[] {
  const stretches: Stretch[] = []
  for (const {start, end, decision} of places) {
    const last = stretches.at(-1)
    if (!last || start >= last.end) stretches.push({start, end, decisions: [decision]})
    else
      stretches[stretches.length - 1] = {
        start: last.start,
        end: Math.max(last.end, end),
        decisions: [...last.decisions, decision],
      }
  }
  return stretches
}

/** Cut an edit at the texts that stay; what changes no word of them is left alone. */
function cut(
  edit: Edit,
  text: string,
  kept: readonly Stretch[],
  note: (decision: Decision, at: Range, rule: string) => void,
): Edit[] {
  if (edit.end === edit.start || countWords(edit.replacement) > 0) return [edit]
  const pieces: Edit[] = []
  let offset = edit.start
  /** Take out what stands between two texts that stay, and leave them an empty line apart. */
  const take = (end: number): void => {
    if (end > offset) pieces.push({...edit, start: offset, end, replacement: offset === 0 ? '' : '\n\n'})
  }
  for (let index = upperBound(kept, edit.start, ({end}) => end); index < kept.length; index++) {
    const {start: from, end: to, decisions} = kept[index]!
    if (from >= edit.end) break
    const start = Math.max(offset, from)
    const end = Math.min(edit.end, to)
    if (start >= end || !takesWords(text, {start, end})) continue
    for (const decision of decisions) note(decision, {start: from, end: to}, edit.rule)
    take(start)
    offset = end
  }
  if (offset === edit.start) return [edit]
  take(edit.end)
  return pieces
}

/** Whether there are words in a stretch other than those of an address. */
function takesWords(text: string, {start, end}: Range): boolean {
  return countWords(text.slice(start, end).replace(/\]\([^()\s]*\)?/g, '')) > 0
}
