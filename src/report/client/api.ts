/**
 * What a server offers to a report that it serves. From disk there is none, and nothing in the report asks for it: what it would be
 * asked to do has no button then. `served.ts` puts it in place, before the report itself.
 */
import type {ToldDecision, ToldDecisions, Wish} from '../actions.js'

export interface ReportApi {
  /** Decide; gives what was written down. */
  decide(wish: Wish): Promise<readonly ToldDecision[]>
  /** Take a decision back, by its id. */
  undo(id: string): Promise<void>
  /** All decisions, and whether the results are made with them. */
  list(): Promise<ToldDecisions>
  /** Have a run apply what was decided, and the report built anew. */
  apply(): Promise<{readonly written: number; readonly failed: number}>
}

export const api: ReportApi | undefined = (globalThis as {palimpsestApi?: ReportApi}).palimpsestApi
