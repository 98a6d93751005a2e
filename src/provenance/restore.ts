/**
 * Restore a raw, byte for byte, from its clean text and its provenance file alone. Bytes that have not the recorded
 * digest are never given out.
 */
import {createHash} from 'node:crypto'
import {CodePointIndex} from '../document/code-points.js'
import {encodeText, type Undecodable} from '../document/encoding.js'
import type {ShardReader} from '../shards/reader.js'
import type {ManifestDocument, Provenance} from './model.js'
import {ProvenanceError, readTexts, replayStages} from './read.js'

/**
 * Restore the raw bytes of a document.
 *
 * @param out the output folder.
 * @param reader of its shards, where several documents are restored.
 * @throws ProvenanceError when clean text or provenance are missing or damaged, or the document failed.
 */
export async function restoreRaw(out: string, entry: ManifestDocument, reader?: ShardReader): Promise<Uint8Array> {
  const {provenance, clean} = await readTexts(out, entry, reader)
  const bytes = restoreBytes(provenance, clean)
  if (provenance.raw.sha256 !== entry.raw.sha256) {
    throw new ProvenanceError(
      `Manifest and provenance file of ${entry.id} differ on the digest of the raw; run \`palimpsest verify\``,
    )
  }
  return bytes
}

/**
 * Restore raw bytes from a provenance file and the clean text.
 *
 * @throws ProvenanceError when what comes back has not the recorded digest.
 */
export function restoreBytes(provenance: Provenance, clean: string): Uint8Array {
  const {raw, id} = provenance
  const text = replayStages(provenance, clean).raw
  let bytes: Uint8Array
  try {
    bytes = encodeText(text, raw.encoding, undecodablesOf(raw, text))
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    throw new ProvenanceError(`Damaged provenance of ${id}: ${cause.message}; run \`palimpsest verify\``, {cause})
  }
  const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`
  if (digest === raw.sha256 && bytes.length === raw.bytes) return bytes
  throw new ProvenanceError(
    `Clean text and provenance of ${id} do not give back its raw: expected ${raw.sha256}, found ${digest}; run \`palimpsest verify\``,
  )
}

function undecodablesOf({undecodable = []}: Provenance['raw'], text: string): Undecodable[] {
  if (undecodable.length === 0) return []
  const index = new CodePointIndex(text)
  return undecodable.map(({at, base64}) => {
    return {start: index.toCodeUnit(at[0]), end: index.toCodeUnit(at[1]), bytes: Buffer.from(base64, 'base64')}
  })
}
