/**
 * The checks of `palimpsest verify`: what each one proves, and what to do when it fails. `--list` prints this table.
 *
 * Nothing under this folder shares code with the stages or with `src/document`: a fault there cannot hide itself here.
 */

export interface Check {
  /** What holds when the check finds nothing. */
  readonly proves: string
  /** What to do about a finding. */
  readonly advice: string
  /** A finding that leaves every promise standing. */
  readonly isWarning?: true
}

const again = 'run `palimpsest run` again, or take the file from a copy'
const bug = 'the record contradicts itself: run `palimpsest run` again; if that does not help, report a bug'

export type CheckId =
  | 'manifest-form'
  | 'manifest-digest'
  | 'manifest-order'
  | 'manifest-counts'
  | 'manifest-paths'
  | 'pipeline'
  | 'shards'
  | 'rows'
  | 'clean-digest'
  | 'provenance-digest'
  | 'provenance-form'
  | 'agreement'
  | 'activities'
  | 'edits'
  | 'replay-backwards'
  | 'replay-forwards'
  | 'restore'
  | 'raw'
  | 'raw-ranges'
  | 'tiling'
  | 'copies'
  | 'facts'
  | 'fact-places'
  | 'front-matter'
  | 'counts'
  | 'stale'

export const checks: Readonly<Record<CheckId, Check>> = {
  'manifest-form': {
    proves: 'every line of the manifest is whole, fits its schema and is written in the one way there is',
    advice: again,
  },
  'manifest-digest': {
    proves: 'the manifest has the digest that it states of itself',
    advice: again,
  },
  'manifest-order': {proves: 'documents stand in the order of their ids, each once', advice: again},
  'manifest-counts': {proves: 'the totals of the run are the sums of its documents', advice: again},
  'manifest-paths': {
    proves: 'the paths of a document follow from its id and stay inside their folders',
    advice: again,
  },
  pipeline: {
    proves: 'the digest of the pipeline follows from its stages, versions, options and modules',
    advice: again,
  },
  shards: {
    proves: 'every shard is there, has the size and digest that the manifest records, and holds as many documents',
    advice: again,
  },
  rows: {
    proves: 'the row of a document in a shard says of it what the manifest says',
    advice: again,
  },
  'clean-digest': {
    proves: 'every clean file is there and has the size and digest that the manifest records',
    advice: again,
  },
  'provenance-digest': {
    proves: 'every provenance file is there and has the size and digest that the manifest records',
    advice: again,
  },
  'provenance-form': {
    proves: 'every provenance file fits its schema and is written in the one way there is',
    advice: again,
  },
  agreement: {
    proves:
      'manifest and provenance say the same of a document: its files, verdict, reasons and words; plain text is called so',
    advice: bug,
  },
  activities: {
    proves: 'what the stages did is recorded in the order, the versions and under the options of the run',
    advice: bug,
  },
  edits: {proves: 'edits are sorted, do not overlap, stay inside the text, and each changes something', advice: bug},
  'replay-backwards': {
    proves: 'taking the edits back stage by stage, from the clean text to the raw, finds each where it should stand',
    advice: again,
  },
  'replay-forwards': {
    proves: 'making the edits stage by stage, from the raw text to the clean, gives the clean text',
    advice: again,
  },
  restore: {
    proves: 'clean text and provenance give back bytes of the raw’s size and digest; BOM and newlines are as recorded',
    advice: again,
  },
  raw: {
    proves: 'the file in the raw folder is those bytes',
    advice: 'the raw has changed since: run `palimpsest run`, or get it back with `palimpsest restore`',
  },
  'raw-ranges': {
    proves: 'the raw range of every edit and of every copy follows from the edits before it',
    advice: bug,
  },
  tiling: {
    proves: 'every character of the raw either stands in the clean text, the same, or lies in an edit, and never both',
    advice: bug,
  },
  copies: {
    proves: 'what a rule of the class repeat removes is a copy, which stands where its record points, and stays there',
    advice: bug,
  },
  facts: {
    proves: 'every fact and every remark comes from a stage that ran, and from a rule that is recorded of it',
    advice: bug,
  },
  'fact-places': {
    proves: 'the raw has a word or a number of each fact at its place, where a built-in stage found it',
    advice: 'see with `palimpsest explain` whether the raw says so there; a rule may have read between the lines',
    isWarning: true,
  },
  'front-matter': {
    proves: 'front matter, manifest and the facts of the provenance file say the same',
    advice: again,
  },
  counts: {
    proves: 'words and the counts by class and rule follow from the texts and the edits',
    advice: bug,
  },
  stale: {
    proves: 'no file lies in the output that the manifest does not know, but for dot files',
    advice: 'run `palimpsest run` again, or move the file elsewhere',
    isWarning: true,
  },
}

export const checkIds: readonly CheckId[] = Object.keys(checks) as CheckId[]
