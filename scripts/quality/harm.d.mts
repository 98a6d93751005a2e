/** The stages whose rules are measured. */
export const measuredStages: readonly string[]

/** What a rule did: texts taken, of them in the body; their words, of them missed; the cases, to be read. */
export interface HarmRow {
  readonly stage: string
  hits: number
  inGold: number
  words: number
  harmed: number
  readonly cases: {name: string; before: string; evidence: string}[]
}

/** The part of a cleaned document that is counted. */
export interface CountedResult {
  readonly id: string
  readonly markdown: string
  readonly activities: readonly {
    readonly stage: {readonly id: string}
    readonly edits: readonly {readonly rule: string; readonly before: string; readonly evidence?: string}[]
  }[]
}

export function wordsOf(markdown: string): string[]
export function makeHarm(): {
  readonly rows: Map<string, HarmRow>
  add(gold: string, result: CountedResult, name?: string): void
}
