/** Say of each decision of a person what it did in a run. */
import {type Decision, idOfDecision} from '../document/decision.js'
import type {ManifestDocument} from '../provenance/model.js'

export interface DecisionReport {
  readonly id: string
  readonly decision: Decision
  /**
   * `applied`: some document came out otherwise for it; `agreed`: nothing did, as it would have come out so anyhow; `lost`: its
   * text, or its document, is not there any more.
   */
  readonly effect: 'applied' | 'agreed' | 'lost'
  /** In how many documents it was applied. */
  readonly documents: number
}

/** Counts what decisions did over the documents of a run. */
export class DecisionTally {
  readonly #applied = new Map<string, number>()
  readonly #agreed = new Set<string>()

  add(document: ManifestDocument): void {
    if (document.verdict === 'failed') return
    for (const [id, effect] of Object.entries(document.decisions ?? {})) {
      if (effect === 'applied') this.#applied.set(id, (this.#applied.get(id) ?? 0) + 1)
      else if (effect === 'agreed') this.#agreed.add(id)
    }
  }

  /** What each decision did, in their order. */
  reports(decisions: readonly Decision[]): DecisionReport[] {
    return decisions.map((decision) => {
      const id = idOfDecision(decision)
      const documents = this.#applied.get(id) ?? 0
      // Of what is decided for many documents nothing is noted where nothing was done; a rule or a name has no text to lose.
      const isThere = this.#agreed.has(id) || (decision.document === undefined && decision.text === undefined)
      return {id, decision, effect: documents > 0 ? 'applied' : isThere ? 'agreed' : 'lost', documents}
    })
  }
}
