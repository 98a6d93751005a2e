/**
 * Open what is known of one document: its line in the manifest, its provenance, its texts before and after each stage.
 */
import {join} from 'node:path'
import {UsageError} from '../errors.js'
import type {ManifestEntry, Provenance} from '../provenance/model.js'
import {findDocument, type Manifest, type Replay, readManifest, readTexts, replayStages} from '../provenance/read.js'

/** Where raw scrapes and results are. */
export interface Folders {
  readonly raw: string
  readonly out: string
}

export interface DocumentRecord {
  readonly entry: ManifestEntry
  readonly provenance: Provenance
  readonly replay: Replay
  /** The files as a person would name them from here, with the number of the record where they hold several. */
  readonly rawPath: string
  readonly cleanPath: string
}

/**
 * Open a document by a name that `findDocument` understands.
 *
 * @throws UsageError for an unknown name and for a document that failed; ProvenanceError for damaged files.
 */
export async function openRecord(folders: Folders, name: string, manifest?: Manifest): Promise<DocumentRecord> {
  const {raw, out} = folders
  const entry = findDocument(manifest ?? (await readManifest(out)), name, out, raw)
  if (entry.verdict === 'failed') {
    throw new UsageError(`${entry.id} failed, so there is nothing to show: ${entry.reasons.join('; ')}`)
  }
  const {provenance, clean} = await readTexts(out, entry)
  return {
    entry,
    provenance,
    replay: replayStages(provenance, clean),
    rawPath: nameOf(join(raw, entry.raw.path), entry.raw.record),
    cleanPath: nameOf(join(out, entry.clean.path), entry.clean.record),
  }
}

function nameOf(path: string, record: number | undefined): string {
  return record === undefined ? path : `${path}:${record}`
}
