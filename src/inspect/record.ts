/**
 * Open what is known of one document: its line in the manifest, its provenance, its texts before and after each stage.
 */
import {join} from 'node:path'
import {UsageError} from '../errors.js'
import {findListed, ManifestFile} from '../provenance/manifest-file.js'
import type {ManifestDocument, ManifestEntry, Provenance} from '../provenance/model.js'
import {findDocument, type Manifest, type Replay, readTexts, replayStages} from '../provenance/read.js'
import type {ShardReader} from '../shards/reader.js'

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
 * @param manifest where it was read already.
 * @throws UsageError for an unknown name and for a document that failed; ProvenanceError for damaged files.
 */
export async function openRecord(folders: Folders, name: string, manifest?: Manifest): Promise<DocumentRecord> {
  const {raw, out} = folders
  const find = (file: ManifestFile): Promise<ManifestDocument> => findListed(file, name, raw)
  return openEntry(folders, manifest ? findDocument(manifest, name, out, raw) : await withManifest(out, find))
}

/**
 * Open a document of the manifest.
 *
 * @param reader of the shards, where several documents are opened.
 * @throws as `openRecord`.
 */
export async function openEntry(
  {raw, out}: Folders,
  entry: ManifestDocument,
  reader?: ShardReader,
): Promise<DocumentRecord> {
  if (entry.verdict === 'failed') {
    throw new UsageError(`${entry.id} failed, so there is nothing to show: ${entry.reasons.join('; ')}`)
  }
  const {provenance, clean} = await readTexts(out, entry, reader)
  return {
    entry,
    provenance,
    replay: replayStages(provenance, clean),
    rawPath: nameOf(join(raw, entry.raw.path), entry.raw.record),
    cleanPath: nameOf(join(out, entry.clean.path), entry.clean.record),
  }
}

/** Do something with the manifest of an output folder, and close it. */
export async function withManifest<Result>(
  out: string,
  act: (manifest: ManifestFile) => Promise<Result>,
): Promise<Result> {
  const manifest = await ManifestFile.open(out)
  try {
    return await act(manifest)
  } finally {
    await manifest.close()
  }
}

function nameOf(path: string, record: number | undefined): string {
  return record === undefined ? path : `${path}:${record}`
}
