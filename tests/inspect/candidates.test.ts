/** Documents and places are found on the way through a manifest as in all of it. */
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {manifestAbout} from '../../src/inspect/candidates.js'
import {findPlace} from '../../src/inspect/place.js'
import type {Folders} from '../../src/inspect/record.js'
import {findListed, ManifestFile} from '../../src/provenance/manifest-file.js'
import {findDocument, type Manifest, readManifest} from '../../src/provenance/read.js'
import {makeRun} from '../cli/program.js'
import {article} from '../cli/spawned.js'

const line = (id: string): string => `${JSON.stringify({id, text: article(id.length)})}\n`
const raws = {
  'raw/a.txt': article(1),
  'raw/a:1.txt': article(2),
  'raw/deep/a.txt': article(3),
  'raw/deep/er/a.txt': article(4),
  'raw/ab.txt': article(5),
  'raw/news.jsonl': ['one', 'two', 'three'].map(line).join(''),
  'raw/news-2.txt': article(6),
}

/** What is found, or why nothing is. */
function outcome(find: () => unknown): unknown {
  try {
    return find()
  } catch (error) {
    return String(error)
  }
}

/** A place found in all of the manifest, and in what is kept of it. */
async function both(text: string, whole: Manifest, folders: Folders): Promise<[unknown, unknown]> {
  const part = await manifestAbout(text, folders)
  expect(part.documents.length).toBeLessThanOrEqual(8)
  return [outcome(() => findPlace(text, whole, folders)), outcome(() => findPlace(text, part, folders))]
}

test('a place is found in a part of the manifest as in all of it', async () => {
  const cwd = await makeRun(raws)
  const folders = {raw: join(cwd, 'raw'), out: join(cwd, 'out')}
  const whole = await readManifest(folders.out)
  expect(whole.documents).toHaveLength(9)
  const files = [
    ...[
      'a',
      'a:1',
      'a.txt',
      'a:1.txt',
      'deep/a',
      'deep/a.txt',
      'er/a.txt',
      'ab',
      'ab.md',
      'deep',
      'deep/e',
      'news',
      'news-',
    ],
    ...[
      'news.jsonl',
      'news/two',
      'news/t',
      'clean/a.md',
      'clean/deep/a.md',
      './a',
      'aab',
      'nwes-2',
      'no-such-document',
    ],
    ...whole.documents.flatMap(({raw}) => [join(folders.raw, raw.path), `/elsewhere/raw/${raw.path}`]),
    ...whole.documents.flatMap((item) =>
      item.verdict === 'failed' ? [] : [item.clean.path, join(folders.out, item.clean.path)],
    ),
  ]
  for (const file of files) {
    for (const numbers of ['', ':1', ':2', ':9', ':1:2', ':3:1', ':2:1:4', ':9:9:9']) {
      const [expected, found] = await both(file + numbers, whole, folders)
      expect([file + numbers, found]).toEqual([file + numbers, expected])
    }
  }
}, 60_000)

test('a document is found on the way through a manifest as in all of it', async () => {
  const cwd = await makeRun(raws)
  const [out, raw] = [join(cwd, 'out'), join(cwd, 'raw')]
  const whole = await readManifest(out)
  const file = await ManifestFile.open(out)
  const names = [
    'a',
    'a:1',
    'deep',
    'deep/e',
    'news',
    'news.jsonl',
    'news/t',
    'news/tw',
    'zzz',
    'clean/ab.md',
    './clean/a.md',
  ]
  for (const name of [...names, ...whole.documents.map((item) => join(raw, item.raw.path))]) {
    const found = await findListed(file, name, raw).catch(String)
    expect([name, found]).toEqual([name, outcome(() => findDocument(whole, name, out, raw))])
  }
  expect(await findListed(file, 'news.jsonl', raw).catch(String)).toContain('news.jsonl holds 3 documents; name one')
  await file.close()
}, 60_000)
