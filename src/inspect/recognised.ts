/**
 * Sum up, over documents, what stages recognised of one kind: names, links. Reads the manifest alone.
 */
import {UsageError} from '../errors.js'
import {findListed} from '../provenance/manifest-file.js'
import type {ManifestAnnotation} from '../provenance/model.js'
import {type Folders, withManifest} from './record.js'

/** What is said in the same words of one thing, wherever it stands. */
export interface Recognised extends ManifestAnnotation {
  /** In how many documents. */
  documents: number
}

/**
 * Bring together what the documents have of a kind, in the order of the first of each; or what one document has. Grows with what is
 * said in different words, and not with the documents.
 *
 * @throws UsageError for an unknown document, and for one that failed.
 */
export async function recognisedIn({raw, out}: Folders, doc: string | undefined, kind: string): Promise<Recognised[]> {
  const rows = new Map<string, Recognised>()
  await withManifest(out, async (manifest) => {
    const documents = doc === undefined ? manifest.documents() : [await findListed(manifest, doc, raw)]
    for await (const document of documents) {
      if (document.verdict !== 'failed') enter(document.annotations[kind] ?? [], rows)
      else if (doc !== undefined) {
        throw new UsageError(`${document.id} failed, so there is nothing to show: ${document.reasons.join('; ')}`)
      }
    }
  })
  return [...rows.values()]
}

function enter(annotations: readonly ManifestAnnotation[], rows: Map<string, Recognised>): void {
  for (const {count, ...said} of annotations) {
    const key = JSON.stringify(said)
    const row = rows.get(key)
    if (row) {
      row.count += count
      row.documents++
    } else rows.set(key, {...said, count, documents: 1})
  }
}
