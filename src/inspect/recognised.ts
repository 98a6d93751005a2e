/**
 * Sum up, over documents, what stages recognised of one kind: names, links. Reads the manifest alone.
 */
import {UsageError} from '../errors.js'
import type {ManifestAnnotation, ManifestDocument} from '../provenance/model.js'

/** What is said in the same words of one thing, wherever it stands. */
export interface Recognised extends ManifestAnnotation {
  /** In how many documents. */
  documents: number
}

/**
 * Bring together what documents have of a kind, in the order of the first of each.
 *
 * @throws UsageError for a document that failed, where it is the only one.
 */
export function recognisedIn(documents: readonly ManifestDocument[], kind: string): Recognised[] {
  const [only, ...others] = documents
  if (only?.verdict === 'failed' && others.length === 0) {
    throw new UsageError(`${only.id} failed, so there is nothing to show: ${only.reasons.join('; ')}`)
  }
  const rows = new Map<string, Recognised>()
  for (const document of documents) {
    if (document.verdict === 'failed') continue
    for (const {count, ...said} of document.annotations[kind] ?? []) {
      const key = JSON.stringify(said)
      const row = rows.get(key)
      if (row) {
        row.count += count
        row.documents++
      } else rows.set(key, {...said, count, documents: 1})
    }
  }
  return [...rows.values()]
}
