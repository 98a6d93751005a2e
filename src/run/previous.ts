/**
 * Read what the last run left, to see which documents stand unchanged. The manifest is trusted only where its digest
 * fits: a cache that anybody touched is no cache.
 */
import {join} from 'node:path'
import {OutputError} from '../errors.js'
import type {ManifestDocument, ManifestRun} from '../provenance/model.js'
import {sha256} from '../provenance/outputs.js'
import {manifestName} from '../provenance/read.js'
import {manifestDocumentSchema, manifestRunSchema} from '../provenance/schema.js'
import {readRegularFile} from '../regular-file.js'
import {describe} from './system-errors.js'

export interface Previous {
  /** The manifest as it stands on disk. */
  readonly text: string
  readonly run: ManifestRun
  /** By id. */
  readonly documents: ReadonlyMap<string, ManifestDocument>
}

/**
 * Read the manifest of the last run.
 *
 * @returns undefined where there is none, and 'damaged' for one that is not as it was written.
 */
export async function readPrevious(out: string): Promise<Previous | 'damaged' | undefined> {
  const path = join(out, manifestName)
  let text: string
  try {
    text = String(await readRegularFile(path))
  } catch (cause) {
    const {code} = cause as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw new OutputError(`Cannot read ${path}: ${describe(cause)}`, {cause})
  }
  const member = /^[^\n]*?"digest":"(sha256:[\da-f]{64})",/.exec(text)
  if (!member) return 'damaged'
  const start = member[0].length - member[1]!.length - '"digest":"",'.length
  if (sha256(text.slice(0, start) + text.slice(member[0].length)) !== member[1]) return 'damaged'
  const [head = '', ...lines] = text.trimEnd().split('\n')
  try {
    const run = manifestRunSchema.parse(JSON.parse(head))
    const documents = lines.map((line) => manifestDocumentSchema.parse(JSON.parse(line)))
    return {text, run, documents: new Map(documents.map((document) => [document.id, document]))}
  } catch {
    // Anybody can work out a digest: what fits it may be no manifest all the same.
    return 'damaged'
  }
}
