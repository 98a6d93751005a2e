/** What has to be known of the web to tell a page from a page that says that it is none; it is handed in. */

export interface RotSigns {
  /** Verdicts of pages that are not there any more, for certain. */
  readonly dead: ReadonlySet<string>
  /** Whether an address is that of a snapshot in an archive; none is visited. */
  readonly isSnapshot: (address: string) => boolean
  /** What pages that are not there have for a title or a heading, or for a whole part of one; folded as `folded` does. */
  readonly missing: ReadonlySet<string>
  /** Words that a short text says which has no page to show. */
  readonly missingPhrases: readonly string[]
  /** Who shows pages on domains that nobody uses: their hosts, which stand for their sub-domains too. */
  readonly parkers: readonly string[]
  /** Words that such a page says. */
  readonly parkedPhrases: readonly string[]
  /** Where archives are asked for snapshots, as the availability API of the Wayback Machine has it. */
  readonly archive: string
}

/** Make texts comparable: small letters, plain quotes, single spaces, no signs at the ends. */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/[^\p{L}\p{N}]+$/u, '')
}
