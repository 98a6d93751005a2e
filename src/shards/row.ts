/** A clean document as a row of a data set: what a line of JSON Lines, or a row of Parquet, says of it. */
import type {ManifestEntry} from '../provenance/model.js'

/** The members, in this order. */
export interface CleanRow {
  id: string
  /** Clean markdown without front matter: what that would say stands in `metadata`. */
  text: string
  metadata: Record<string, string | string[]>
  verdict: 'clean' | 'suspect'
  /** Words of `text`. */
  words: number
  /** Where in a container it stood says the manifest: that may change without the document. */
  raw: {path: string; sha256: string}
  /** Digest of its record of provenance. */
  provenance: string
}

/** Make the row of a document. */
export function rowOf({id, metadata, verdict, words, raw, provenance}: ManifestEntry, text: string): CleanRow {
  const {path, sha256} = raw
  return {
    id,
    text,
    metadata,
    verdict,
    words: words.clean,
    raw: {path, sha256},
    provenance: provenance.sha256,
  }
}
