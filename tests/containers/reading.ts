/** Files and chunks for tests of containers, and what is read from them. */
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {onTestFinished} from 'vitest'
import {isGap, isMemberStart} from '../../src/containers/chunks.js'
import {gunzip} from '../../src/containers/gzip.js'
import type {BadRecord, ContainerRecord, ReadOptions} from '../../src/containers/record.js'
import {openRegularFile} from '../../src/regular-file.js'

export const options: ReadOptions = {
  limit: 1024 ** 2,
  jsonl: {
    text: ['text', 'content'],
    html: ['html'],
    id: ['id', 'url'],
    metadata: {
      title: ['title'],
      author: ['author', 'meta.author'],
      date: ['date', 'meta.date'],
      source: ['url', 'meta.url'],
    },
  },
}

/** Write a file that is gone when the test is over. */
export function makeFile(name: string, content: Uint8Array | string): string {
  const folder = mkdtempSync(join(tmpdir(), 'palimpsest-'))
  onTestFinished(() => rmSync(folder, {recursive: true}))
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

/** Cut bytes into chunks of a size. */
export function* inChunks(bytes: Uint8Array | string, size: number): Generator<Uint8Array> {
  const all = Buffer.from(bytes)
  for (let at = 0; at < all.length; at += size) yield all.subarray(at, at + size)
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}

/** Decompress a file: texts, and `{gap, at}` where something is missing. */
export async function unzipped(content: Uint8Array): Promise<(string | {gap: string; at: number})[]> {
  const handle = await openRegularFile(makeFile('a.gz', content))
  try {
    const read: (string | {gap: string; at: number})[] = []
    for await (const chunk of gunzip(handle)) {
      if (isMemberStart(chunk)) continue
      if (isGap(chunk)) read.push({gap: chunk.gap, at: chunk.at})
      else if (typeof read.at(-1) === 'string') read.push(`${read.pop()}${Buffer.from(chunk)}`)
      else read.push(`${Buffer.from(chunk)}`)
    }
    return read
  } finally {
    await handle.close()
  }
}

/** Records in short: the text of a good one, `!` and the reason of a bad one, `?` and the text of one in doubt. */
export async function summarize(
  records: AsyncIterable<ContainerRecord | BadRecord>,
): Promise<(readonly [name: string, what: string])[]> {
  return (await collect(records)).map((record) => {
    if ('reason' in record) return [record.name, `!${record.reason}`] as const
    return [record.name, `${record.given.doubt === undefined ? '' : '?'}${Buffer.from(record.bytes)}`] as const
  })
}
