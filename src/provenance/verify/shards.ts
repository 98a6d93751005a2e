/** Prove the shards of an output as wholes: their digests, and that they hold the documents of the manifest and no others. */
import {createHash} from 'node:crypto'
import {join} from 'node:path'
import type {Readable} from 'node:stream'
import {createGunzip} from 'node:zlib'
import {openRegularFile} from '../../regular-file.js'
import type {ManifestRun, OutputEntity} from '../model.js'
import type {Report} from './report.js'

/** @param documents how many the manifest lists that came out. */
export async function verifyShards(
  out: string,
  {shards, gzip}: NonNullable<ManifestRun['output']>,
  documents: number,
  report: Report,
): Promise<void> {
  const held = shards.reduce((sum, shard) => sum + shard.documents, 0)
  if (held !== documents)
    report.found('manifest-counts', 'manifest.jsonl', `shards hold ${held} documents, ${documents} are listed`, '1')
  for (const {clean, provenance, documents: count} of shards) {
    await verifyFile(out, clean, count, gzip, report)
    await verifyFile(out, provenance, count, gzip, report)
  }
}

async function verifyFile(
  out: string,
  {path, sha256, bytes}: OutputEntity,
  documents: number,
  isGzip: boolean,
  report: Report,
): Promise<void> {
  report.made('shards')
  const isParquet = path.endsWith('.parquet')
  const hash = createHash('sha256')
  let size = 0
  let lines = 0
  try {
    const file = (await openRegularFile(join(out, path))).createReadStream()
    const content = isGzip && !isParquet ? decompressed(file) : file
    for await (const chunk of content as AsyncIterable<Buffer>) {
      hash.update(chunk)
      size += chunk.length
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines++
    }
  } catch (error) {
    report.found(
      'shards',
      path,
      `it cannot be read (${(error as NodeJS.ErrnoException).code ?? (error as Error).message})`,
    )
    return
  }
  const digest = `sha256:${hash.digest('hex')}`
  if (digest !== sha256 || size !== bytes) {
    report.found('shards', path, `it has ${size} bytes with ${digest}, the manifest records ${bytes} with ${sha256}`)
  } else if (!isParquet && lines !== documents) {
    report.found('shards', path, `it has ${lines} lines, the manifest records ${documents} documents`)
  }
}

function decompressed(file: Readable): Readable {
  const plain = createGunzip()
  file.on('error', (error) => plain.destroy(error))
  return file.pipe(plain)
}
