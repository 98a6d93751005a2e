/**
 * What is known of a raw beside its bytes: what the container that it came in says of it (a field of a JSON line, a header of
 * an archive's record). It may change how the bytes are read, so it is recorded with the raw.
 */

export interface Given {
  /** What the raw is, where the container says so; sniffed from the text where it does not. */
  readonly mediaType?: 'text/html' | 'text/plain' | undefined
  /** Label of the charset that a server declared. */
  readonly charset?: string | undefined
  /** Why its bytes may not be those that were put into the container, as a clause: the document is suspect then. */
  readonly doubt?: string | undefined
  /** Metadata by the names of front matter fields: `source`, `date`, `title`. */
  readonly fields?: Readonly<Record<string, string | readonly string[]>> | undefined
}
