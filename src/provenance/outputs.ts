/** How output is named, ordered and digested: what whoever writes or reads it has in common. Loads no stage and no parser. */
import {createHash} from 'node:crypto'

/** What names the files of a document. */
export interface OutputName {
  readonly id: string
  /** Whether its raw is one of many in a container. */
  readonly isRecord: boolean
}

/** Path of a document's clean text below the output folder. */
export function cleanPath(name: OutputName): string {
  return `clean/${fileName(name)}.md`
}

/** Path of a document's provenance file below the output folder. */
export function provenancePath(name: OutputName): string {
  return `provenance/${fileName(name)}.json`
}

/**
 * Files lie as raws do. Those of a container's records, of which there may be millions, are spread over 256 folders by the
 * digest of their id: it stays the same whatever else the container comes to hold.
 */
function fileName({id, isRecord}: OutputName): string {
  if (!isRecord) return id
  const at = id.lastIndexOf('/') + 1
  return `${id.slice(0, at)}${createHash('sha256').update(id).digest('hex').slice(0, 2)}/${id.slice(at)}`
}

/** What names the files of a document of the manifest, or of one that came out of a raw. */
export function outputNameOf({
  id,
  raw,
}: {
  readonly id: string
  readonly raw: {readonly record?: number | undefined}
}): OutputName {
  return {id, isRecord: raw.record !== undefined}
}

/** Digest of bytes, or of a text as UTF-8. */
export function sha256(content: Uint8Array | string): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`
}

/** Order of ids: by UTF-16 code units, the same under every locale. */
export function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
