/**
 * Sentences by the kind of thing that a name is of: what stays, and beside it what looks alike and must change. `{Old>New}` is
 * what the profile writes; a sentence without it stays as it is.
 */
export interface Kind {
  readonly profile: 'international' | 'armenian'
  /** What is no place of the gazetteer, or is named by others. */
  readonly stays: string
  /** Places, in sentences much like those. */
  readonly changes: string
}
