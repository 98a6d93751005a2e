/**
 * What is written beside the clean text: the provenance file of a document and the manifest of a run, as types.
 * `schema.ts` holds the same as JSON Schema and says what each field means; a test holds the two together.
 */

/** `[start, end)` in Unicode code points. */
export type CodePointRange = [start: number, end: number]

/** What is known of a raw beside its bytes. */
export interface RawGiven {
  mediaType?: 'text/html' | 'text/plain' | undefined
  charset?: string | undefined
  doubt?: string | undefined
  fields?: Record<string, string | string[]> | undefined
}

/** A raw text: where it was and what it was. */
export interface RawEntity {
  path: string
  sha256: string
  bytes: number
  given?: RawGiven | undefined
}

/** A raw in the manifest: of one in a container also its place there, which may change without the raw. */
export interface ListedRaw extends RawEntity {
  record?: number | undefined
  field?: string | undefined
}

/** A text of the output: a file, or a record of a shard. */
export interface OutputEntity {
  /** Of the file, or of the shard. */
  path: string
  sha256: string
  bytes: number
  /** Its number in the shard, counting from 1. */
  record?: number | undefined
}

/** Files that hold the results of many documents: number n of one is that of number n of the other. */
export interface ManifestShard {
  documents: number
  clean: OutputEntity
  provenance: OutputEntity
}

export interface ProvenanceEdit {
  rule: string
  at: CodePointRange
  raw: CodePointRange
  before: string
  after: string
  evidence?: string | undefined
  copyOf?: {at: CodePointRange; raw: CodePointRange} | undefined
}

export interface ProvenanceActivity {
  stage: string
  version: number
  options: string
  mediaType: 'text/plain' | 'text/markdown' | 'text/html'
  verdict?: unknown
  classes: Record<string, string>
  edits: ProvenanceEdit[]
}

export interface ProvenanceFact {
  field: string
  value: string | string[]
  stage: string
  rule: string
  raw?: CodePointRange | undefined
}

export interface ProvenanceMessage {
  level: 'info' | 'warning'
  stage: string
  rule?: string | undefined
  raw?: CodePointRange | undefined
  text: string
}

/** What a stage recognised: a name, a link. */
export interface ProvenanceAnnotation {
  kind: string
  stage: string
  rule?: string | undefined
  raw: CodePointRange
  text: string
  value: string
  after?: string | undefined
  reason?: string | undefined
  details?: Record<string, string> | undefined
}

/**
 * The provenance file of one document.
 *
 * There is one way to write it, so that a file compares byte for byte and a line is an edit: JSON without spaces, members
 * in the order below, a line feed in front of the members `metadata`, `messages`, `annotations` and `activities` and of
 * every item of these and of `edits`, and one at the end.
 */
export interface Provenance {
  format: 'palimpsest-provenance'
  formatVersion: 1
  id: string
  raw: RawEntity & {
    characters: number
    mediaType: 'text/plain' | 'text/markdown' | 'text/html'
    encoding: string
    bom: boolean
    newline: 'none' | 'lf' | 'crlf' | 'cr' | 'mixed'
    undecodable?: {at: CodePointRange; base64: string}[] | undefined
  }
  clean: Omit<OutputEntity, 'path' | 'record'> & {path?: string | undefined; characters: number}
  verdict: 'clean' | 'suspect'
  reasons: string[]
  words: {raw: number; clean: number}
  plain: boolean
  metadata: ProvenanceFact[]
  messages: ProvenanceMessage[]
  annotations: ProvenanceAnnotation[]
  activities: ProvenanceActivity[]
}

/** How much a class or a rule changed. */
export interface Counts {
  edits: number
  words: number
}

/** The first line of a manifest; every line is JSON without spaces and ends in a line feed. */
export interface ManifestRun {
  format: 'palimpsest-manifest'
  formatVersion: 1
  /** Digest of the whole manifest without this very member (`"digest":"sha256:…",` of the first line). */
  digest: string
  tool: {name: 'palimpsest'; version: string}
  pipeline: {
    digest: string
    /** Digest of what a person decided for more than one document. */
    decisions?: string | undefined
    stages: {id: string; version: number; options: Record<string, unknown>; module?: string | undefined}[]
  }
  /** Missing where a document has files of its own. */
  output?: {format: 'jsonl' | 'parquet'; gzip: boolean; shards: ManifestShard[]} | undefined
  documents: {clean: number; suspect: number; failed: number}
  words: {raw: number; clean: number}
}

/** What a document has of one thing that was recognised in it: annotations that differ in their place alone. */
export interface ManifestAnnotation extends Omit<ProvenanceAnnotation, 'kind' | 'stage' | 'raw'> {
  count: number
}

/** A document's line in the manifest. */
export interface ManifestEntry {
  id: string
  verdict: 'clean' | 'suspect'
  reasons: string[]
  raw: ListedRaw
  clean: OutputEntity
  provenance: OutputEntity
  metadata: Record<string, string | string[]>
  words: {raw: number; clean: number}
  classes: Record<string, Counts>
  rules: Record<string, Counts>
  annotations: Record<string, ManifestAnnotation[]>
  decided?: Record<string, string> | undefined
  /** What decisions of a person did, by their ids. */
  decisions?: Record<string, 'applied' | 'agreed' | 'lost'> | undefined
}

/** The line of a document that could not be worked on. */
export interface ManifestFailure {
  id: string
  verdict: 'failed'
  reasons: string[]
  raw: {[Name in Exclude<keyof ListedRaw, 'path'>]?: ListedRaw[Name] | undefined} & {path: string}
}

export type ManifestDocument = ManifestEntry | ManifestFailure
export type ManifestLine = ManifestRun | ManifestDocument
