/** How output is named, ordered and digested: what whoever writes or reads it has in common. Loads no stage and no parser. */
import {createHash} from 'node:crypto'

/** Path of a document's clean text below the output folder. */
export function cleanPath(id: string): string {
  return `clean/${id}.md`
}

/** Path of a document's provenance file below the output folder. */
export function provenancePath(id: string): string {
  return `provenance/${id}.json`
}

/** Digest of bytes, or of a text as UTF-8. */
export function sha256(content: Uint8Array | string): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`
}

/** Order of ids: by UTF-16 code units, the same under every locale. */
export function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
