/** Results in files of their own: a clean text and a record of provenance a document. */
import {lstat} from 'node:fs/promises'
import {join} from 'node:path'
import type {ManifestDocument, ManifestEntry} from '../provenance/model.js'
import {cleanPath, type OutputName, outputNameOf, provenancePath, sha256} from '../provenance/outputs.js'
import {readRegularFile} from '../regular-file.js'
import type {Finding} from './one-document.js'
import type {OutputFolder} from './output.js'
import type {PendingResult, PutResult, Results} from './results.js'
import {recordedDigest} from './stale.js'
import {describe} from './system-errors.js'
import type {CleanedBytes} from './workers.js'

/** @param isCheck whether to hold results against what stands there, once their turn has come, and write nothing. */
export function fileResults(output: OutputFolder, isCheck: boolean): Results {
  const out = output.path
  return {
    isIntact: (entry) => isIntact(out, entry),
    put: async (result, previous) => (isCheck ? {pending: result} : write(output, result, previous)),
    place: async (entry, pending) => (pending ? {entry, findings: await check(out, entry, pending)} : {entry}),
    finish: async () => ({}),
    close: async () => undefined,
  }
}

async function check(out: string, entry: ManifestEntry, {clean, provenance}: PendingResult): Promise<Finding[]> {
  return [...(await compare(out, entry.clean.path, clean)), ...(await compare(out, entry.provenance.path, provenance))]
}

async function write(
  output: OutputFolder,
  {clean, provenance, entry}: Omit<CleanedBytes, 'sheets' | 'warnings'>,
  previous: ManifestDocument | undefined,
): Promise<PutResult> {
  const isReplaced = await isOfOthers(outputNameOf(entry), clean, previous, output.path)
  // Provenance first: a clean text of ours is then never without the file that says it is ours.
  await output.write(entry.provenance.path, provenance)
  await output.write(entry.clean.path, clean)
  return isReplaced ? {replaced: entry.clean.path} : {}
}

/** Tell whether the clean file that is to be written over is neither what was last written there nor what will be. */
async function isOfOthers(
  name: OutputName,
  clean: Uint8Array,
  entry: ManifestDocument | undefined,
  out: string,
): Promise<boolean> {
  const standing = await readRegularFile(join(out, cleanPath(name))).catch(() => undefined)
  if (!standing || standing.equals(clean)) return false
  const digest = sha256(standing)
  // A run that was killed has written its provenance and not the manifest.
  return (
    !(entry && entry.verdict !== 'failed' && entry.clean.sha256 === digest) &&
    (await recordedDigest(out, name)) !== digest
  )
}

async function isIntact(out: string, entry: ManifestEntry): Promise<boolean> {
  const {clean, provenance} = entry
  const name = outputNameOf(entry)
  if (clean.path !== cleanPath(name) || provenance.path !== provenancePath(name)) return false
  for (const {path, sha256: digest, bytes} of [clean, provenance]) {
    // Whatever keeps it from being read, it is written anew; what stands in the way of that is reported then.
    const content = (await isLink(join(out, path)))
      ? undefined
      : await readRegularFile(join(out, path), bytes).catch(() => undefined)
    if (!content || sha256(content) !== digest) return false
  }
  return true
}

/** Tell whether a link stands in the place of a file: what it leads to is none of ours, and may change unseen. */
export async function isLink(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => undefined))?.isSymbolicLink() ?? false
}

/** Hold a file of the output against what it should be. */
async function compare(out: string, path: string, content: Uint8Array): Promise<Finding[]> {
  if (await isLink(join(out, path))) return [{path, problem: 'differs', reason: 'it is a symbolic link'}]
  try {
    const actual = await readRegularFile(join(out, path), content.length)
    return actual.equals(content) ? [] : [{path, problem: 'differs'}]
  } catch (cause) {
    const {code} = cause as NodeJS.ErrnoException
    if (code === undefined) throw cause
    if (code === 'ENOENT' || code === 'ENOTDIR') return [{path, problem: 'missing'}]
    return [{path, problem: 'differs', ...(code !== 'EFBIG' && {reason: `it cannot be read: ${describe(cause)}`})}]
  }
}
