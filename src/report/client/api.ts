/**
 * What a server may offer to a report that it serves. From disk there is none, and nothing in the report asks for it: what it would be
 * asked to do has no button then. A server puts it in place with a script of its own, before this one.
 */

/** An edit that a person thinks wrong. */
export interface Overruling {
  readonly document: string
  readonly stage: string
  readonly rule: string
  /** Number of the edit in its stage. */
  readonly edit: number
  /** The range of the raw text, in UTF-16 code units. */
  readonly raw: {readonly start: number; readonly end: number}
  readonly before: string
}

export interface ReportApi {
  /** Take an edit back; gives what to tell the person. */
  overrule?(overruling: Overruling): Promise<string>
}

export const api: ReportApi | undefined = (globalThis as {palimpsestApi?: ReportApi}).palimpsestApi
