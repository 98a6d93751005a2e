/**
 * What the data files of a report hold, as types: the builder writes them, the client in the browser reads them.
 *
 * Texts are whole, and of edits no more is kept than replays them: what an edit took is a range of the text before it. Offsets are
 * UTF-16 code units here, as the browser counts, and files are called by numbers: nothing of a scrape is part of a path.
 */

/** How many documents an index chunk holds, and how many hits a page of a rule. */
export const documentsPerChunk = 500
export const hitsPerPage = 40

/**
 * How suspect a hit is, the most suspect first: of what went by what stands beside it, and came out. What was changed in its place, and what
 * was done to the source of a page, are told apart.
 */
export const suspicions = ['between', 'beside', 'apart', 'changed', 'source'] as const
export type Suspicion = (typeof suspicions)[number]

export const verdicts = ['clean', 'suspect', 'failed'] as const

/** `data/head.js`: what is known of the whole corpus. */
export interface ReportHead {
  tool: string
  /** Digest of the manifest that the report was made from. */
  manifest: string
  /** Whether only some documents of the manifest were asked for. */
  isPartial: boolean
  documents: {clean: number; suspect: number; failed: number}
  words: {raw: number; clean: number}
  classes: ClassSum[]
  /** In the order in which they run; one that runs twice stands where it runs first. */
  stages: StageSum[]
  /** The largest, by words of the raw. */
  sites: SiteSum[]
  /** How many there are altogether. */
  siteCount: number
  rules: RuleSum[]
}

/** Edits made, and words that went, less those that came. */
export interface Sum {
  edits: number
  words: number
}

export interface ClassSum extends Sum {
  name: string
  meaning: string
}

export interface StageSum extends Sum {
  id: string
}

export interface SiteSum {
  name: string
  documents: number
  raw: number
  clean: number
  /** Words by number of the class. */
  classes: [classNumber: number, words: number][]
}

export interface RuleSum extends Sum {
  stage: string
  rule: string
  /** Number of its class. */
  class: number
  /** Missing of rules that this program does not know: of stages of the user's own. */
  reason?: string | undefined
  /** Documents in which it was at work. */
  documents: number
  /** Hits that are listed, by suspicion. */
  hits: [between: number, beside: number, apart: number, changed: number, source: number]
}

/** `data/index/<chunk>.js`: a document a row. */
export type IndexRow = [
  id: string,
  title: string,
  /** Number in `verdicts`. */
  verdict: number,
  reasons: string[],
  rawWords: number,
  cleanWords: number,
  site: string,
  classes: [classNumber: number, words: number, edits: number][],
]

/** An edit of a stage: where it begins behind the end of the one before, how long it is, and what stands there then. */
export type EditData = [
  gap: number,
  length: number,
  /** Number in the `rules` of its stage. */
  rule: number,
  after: string,
  evidence?: string,
  /** Where the text stays of which it was a copy, before the stage. */
  copyStart?: number,
  copyEnd?: number,
]

export interface StageData {
  id: string
  version: number
  /** What it was given. */
  mediaType: 'text/plain' | 'text/markdown' | 'text/html'
  /** Words that went, less those that came. */
  words: number
  rules: [id: string, className: string][]
  edits: EditData[]
}

/** Another document, and its number where it stands in the report. */
export type OtherDocument = [id: string, number: number]

/** `data/documents/<thousand>/<number>.js` */
export interface DocumentData {
  id: string
  verdict: string
  reasons: string[]
  raw: {path: string; mediaType: string; encoding: string; bytes: number}
  clean: string
  words: {raw: number; clean: number}
  /** The decoded raw text. */
  text: string
  stages: StageData[]
  /** What was found out, and where the raw says so: `start` is −1 where it follows from the whole text. */
  facts: [field: string, value: string | string[], stage: string, rule: string, start: number, end: number][]
  messages: [level: string, stage: string, text: string][]
  duplicateOf?: OtherDocument | undefined
  /** Paragraphs that stand in other documents as well. */
  repeats: [start: number, end: number, other: OtherDocument][]
}

/** In place of a document whose files cannot be read. */
export interface DocumentFault {
  fault: string
}

/** `data/rules/<rule>/<suspicion>-<page>.js`: hits in the order of the documents. */
export interface Hit {
  document: OtherDocument
  /** Number of the stage and of the edit in the document. */
  stage: number
  edit: number
  /** What stands in front and behind: by turns what stays and what goes. */
  lead: string[]
  trail: string[]
  /** What it took, cut where it is long, and its whole length. */
  before: string
  length: number
  after: string
  evidence?: string | undefined
}

/** Path of a data file below the report, which is also the name it is called by. */
export const dataPath = {
  head: 'data/head',
  index: (chunk: number): string => `data/index/${chunk}`,
  document: (number: number): string => `data/documents/${Math.floor(number / 1000)}/${number}`,
  hits: (rule: number, suspicion: number, page: number): string => `data/rules/${rule}/${suspicion}-${page}`,
} as const
