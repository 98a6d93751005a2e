/** Digest and size of a shard, as a manifest records them: of JSON lines before they are gzipped, of Parquet of the file. */
import {createHash} from 'node:crypto'
import {openRegularFile} from '../regular-file.js'
import {readBytes, type WrittenShard} from './json-lines.js'

export async function digestShard(path: string): Promise<WrittenShard> {
  const hash = createHash('sha256')
  let bytes = 0
  const content = path.endsWith('.parquet') ? (await openRegularFile(path)).createReadStream() : readBytes(path)
  for await (const chunk of content as AsyncIterable<Buffer>) {
    hash.update(chunk)
    bytes += chunk.length
  }
  return {sha256: `sha256:${hash.digest('hex')}`, bytes}
}
