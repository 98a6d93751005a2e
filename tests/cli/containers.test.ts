/** Runs over files that hold many raws: JSON Lines, archives, compressed files. */
import {appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'
import {describe, expect, test} from 'vitest'
import {compressed, idOf, record, response} from '../containers/archive.js'
import {palimpsest} from './program.js'
import {article, filesBelow, makeFolder, manifestOf} from './spawned.js'

const page = (number: number): string =>
  `<!doctype html><title>Story ${number}</title><body><nav>Home</nav><article><h1>Story ${number}</h1>${article(number)
    .split('\n\n')
    .slice(1)
    .map((text) => `<p>${text}</p>`)
    .join('')}</article></body>`

const line = (number: number, more: object = {}): string =>
  `${JSON.stringify({id: `story-${number}`, text: article(number), url: `https://example.org/${number}`, ...more})}\n`

const files = {
  // Stories of few words are alike: what is decided upon them is no matter of containers.
  'palimpsest.config.yaml': 'stages: {drop-corpus-repeats: false}\n',
  'raw/posts.jsonl': line(1) + line(2, {title: 'Another title', date: '2021-03-04', author: ['Ann Roe', 'Bo Roe']}),
  'raw/more/old.ndjson.gz': gzipSync(line(3) + line(4)),
  'raw/crawl.warc.gz': compressed([response(1, page(5)), response(2, page(6))]),
  'raw/alone.html.gz': gzipSync(page(7)),
  'raw/plain.txt': article(8),
}

const sound = {code: 0, stdout: '', stderr: ''}

const ids = [
  'alone',
  `crawl/${idOf(1)}`,
  `crawl/${idOf(2)}`,
  'more/old/story-3',
  'more/old/story-4',
  'plain',
  'posts/story-1',
  'posts/story-2',
]

describe('containers', () => {
  test('every record is a document, in the order of its container, with what stands beside it', async () => {
    const cwd = makeFolder(files)
    const {code, stderr} = await palimpsest(['run'], {cwd})
    expect([code, stderr]).toEqual([0, ''])
    const documents = manifestOf(join(cwd, 'out')) as Record<string, {raw: object; metadata?: Record<string, unknown>}>
    expect(Object.keys(documents)).toEqual(ids)
    expect(documents['posts/story-2']).toMatchObject({
      raw: {path: 'posts.jsonl', record: 2, field: 'text'},
      metadata: {
        title: 'Another title',
        date: '2021-03-04',
        author: ['Ann Roe', 'Bo Roe'],
        source: 'https://example.org/2',
      },
    })
    expect(documents[`crawl/${idOf(2)}`]).toMatchObject({
      raw: {path: 'crawl.warc.gz', record: 2, given: {mediaType: 'text/html'}},
      metadata: {title: 'Story 6', source: 'https://example.org/2'},
    })
  })

  test('what an archive holds beside pages and texts is told', async () => {
    const cwd = makeFolder({
      'raw/crawl.warc': Buffer.concat([
        record('warcinfo', 'software: test'),
        response(1, page(5)),
        record('request', 'GET / HTTP/1.1\r\n\r\n'),
        response(2, 'gone', {status: '404 Not Found'}),
      ]),
    })
    const {code, stdout} = await palimpsest(['run'], {cwd})
    expect([code, stdout]).toEqual([0, expect.stringContaining('2 for their record type, 1 for their HTTP status')])
  })

  test('verify finds their raws again, and restore gives them back', async () => {
    const cwd = makeFolder(files)
    await palimpsest(['run', '--quiet'], {cwd})
    const {code, stdout} = await palimpsest(['verify', '--json'], {cwd})
    expect([code, JSON.parse(stdout)]).toMatchObject([0, {isSound: true, hasRaw: true, checks: {raw: ids.length}}])
    await palimpsest(['restore', '--all', '--to', 'again'], {cwd})
    const again = filesBelow(join(cwd, 'again'))
    expect(again['posts.jsonl/story-1']).toBe(article(1))
    expect(again[`crawl.warc.gz/${idOf(1)}`]).toBe(page(5))
    expect(again['alone.html.gz']).toBe(page(7))
    expect(again['plain.txt']).toBe(article(8))
  })

  test('a raw that was changed in its container is found', async () => {
    const cwd = makeFolder(files)
    await palimpsest(['run', '--quiet'], {cwd})
    writeFileSync(join(cwd, 'raw/posts.jsonl'), line(1) + line(2, {text: 'Another text altogether.'}))
    const {code, stdout} = await palimpsest(['verify', '--json'], {cwd})
    const {findings} = JSON.parse(stdout) as {findings: {check: string; file: string}[]}
    expect(code).toBe(1)
    expect(findings.map(({check, file}) => [check, file])).toEqual([['raw', 'posts.jsonl']])
  })

  test('a container that was moved is told once, with what to do; what it held comes back all the same', async () => {
    const cwd = makeFolder(files)
    await palimpsest(['run', '--quiet'], {cwd})
    const before = filesBelow(join(cwd, 'out'))
    renameSync(join(cwd, 'raw/posts.jsonl'), join(cwd, 'raw/letters.jsonl'))
    const {code, stdout} = await palimpsest(['verify', '--quiet'], {cwd})
    expect([code, stdout]).toEqual([
      1,
      expect.stringMatching(/^posts\.jsonl: raw: it is not there\n {2}put it back .*\n$/),
    ])
    expect((await palimpsest(['explain', 'posts/story-1:8'], {cwd})).stdout).not.toContain('Note')
    expect((await palimpsest(['restore', 'posts/story-1'], {cwd})).stdout).toBe(article(1))
    // What it says to do does it, either way.
    const out = await palimpsest(['run', '--quiet', '--prune'], {cwd})
    expect([out, await palimpsest(['verify', '--quiet'], {cwd})]).toEqual([sound, sound])
    expect(Object.keys(manifestOf(join(cwd, 'out')))).toContain('letters/story-1')
    renameSync(join(cwd, 'raw/letters.jsonl'), join(cwd, 'raw/posts.jsonl'))
    await palimpsest(['run', '--quiet', '--prune'], {cwd})
    expect(filesBelow(join(cwd, 'out'))).toEqual(before)
    rmSync(join(cwd, 'raw/posts.jsonl'))
    mkdirSync(join(cwd, 'raw/posts.jsonl'))
    expect((await palimpsest(['verify', '--quiet'], {cwd})).stdout).toContain(
      'posts.jsonl: raw: it cannot be read: a folder stands there',
    )
  })

  test('records that have moved, or are gone, are called by number and id', async () => {
    const cwd = makeFolder(files)
    await palimpsest(['run', '--quiet'], {cwd})
    writeFileSync(join(cwd, 'raw/posts.jsonl'), line(2))
    const {code, stdout} = await palimpsest(['verify', '--quiet'], {cwd})
    expect(code).toBe(1)
    expect(stdout).toMatch(/^posts\.jsonl: raw: record 1 \(posts\/story-1\) has sha256:.*; it differs at 1:9, byte 8\n/)
    expect(stdout).toMatch(/\nposts\.jsonl: raw: record 2 \(posts\/story-2\) is not there\n/)
    expect(stdout).toContain('run `palimpsest run`; `palimpsest restore posts/story-2` gives back the raw as it was')
    expect((await palimpsest(['restore', 'posts/story-2'], {cwd})).stdout).toBe(article(2))
    expect((await palimpsest(['explain', 'posts/story-1:8'], {cwd})).stdout).toContain(
      'until `palimpsest run` reads it anew',
    )
  })

  test('records that are added, or move, leave the others as they stand', async () => {
    const cwd = makeFolder(files)
    await palimpsest(['run', '--quiet'], {cwd})
    const posts = join(cwd, 'raw/posts.jsonl')
    writeFileSync(posts, line(9) + readFileSync(posts, 'utf8'))
    appendFileSync(posts, line(10))
    const {totals} = JSON.parse((await palimpsest(['run', '--json'], {cwd})).stdout) as {totals: object}
    expect(totals).toMatchObject({documents: 10, unchanged: 8})
    const incremental = filesBelow(join(cwd, 'out'))
    await palimpsest(['run', '--quiet', '--force'], {cwd})
    expect(filesBelow(join(cwd, 'out'))).toEqual(incremental)
    expect((await palimpsest(['verify', '--quiet'], {cwd})).code).toBe(0)
  })

  test('a bad record fails alone, by its number; what an earlier run made of its container stays', async () => {
    const cwd = makeFolder(files)
    await palimpsest(['run', '--quiet'], {cwd})
    writeFileSync(join(cwd, 'raw/posts.jsonl'), `${line(1)}{"id": oops}\n`)
    const {code, stderr} = await palimpsest(['run', '--prune'], {cwd})
    expect(code).toBe(1)
    expect(stderr).toMatch(/posts\.jsonl, record 2: is not JSON: /)
    const clean = Object.keys(filesBelow(join(cwd, 'out/clean'))).map((path) => path.replace(/\/..\//, '/'))
    expect(clean).toContain('posts/story-2.md')
    const {code: outcome, stdout} = await palimpsest(['verify', '--quiet'], {cwd})
    expect([outcome, stdout.replaceAll(/\/..\//g, '/')]).toEqual([
      0,
      expect.stringContaining(
        'clean/posts/story-2.md: stale (warning): no raw gives it any more, but something failed in posts.jsonl',
      ),
    ])
    // What it says to do does it.
    expect(stdout).toContain(
      'mend what `palimpsest run` says of posts.jsonl, or take it out of the raw folder; then `palimpsest run --prune`',
    )
    writeFileSync(join(cwd, 'raw/posts.jsonl'), line(1))
    expect((await palimpsest(['run', '--prune'], {cwd})).code).toBe(0)
    expect(await palimpsest(['verify', '--quiet'], {cwd})).toEqual({code: 0, stdout: '', stderr: ''})
    expect(Object.keys(manifestOf(join(cwd, 'out'))).filter((id) => id.startsWith('posts'))).toEqual(['posts/story-1'])
  })

  test('a bad record takes no id from a good one', async () => {
    const cwd = makeFolder({
      ...files,
      'raw/posts.jsonl': `oops\n${line(1, {id: '1'})}{"id":"2"}\n${line(2, {id: '2'})}`,
    })
    expect((await palimpsest(['run'], {cwd})).code).toBe(1)
    const documents = Object.entries(manifestOf(join(cwd, 'out'))).filter(([id]) => id.startsWith('posts'))
    expect(documents.map(([id, {verdict}]) => [id, verdict])).toEqual([
      ['posts/~1', 'failed'],
      ['posts/1', 'clean'],
      ['posts/~2', 'failed'],
      ['posts/2', 'clean'],
    ])
    expect(await palimpsest(['verify', '--quiet'], {cwd})).toEqual({code: 0, stdout: '', stderr: ''})
  })

  test('records of gzip data that do not match their checksum are suspect, and proved all the same', async () => {
    const zips = [gzipSync(line(3)), gzipSync(line(4))]
    zips[0]![zips[0]!.length - 6]! ^= 1
    const cwd = makeFolder({...files, 'raw/more/old.ndjson.gz': Buffer.concat(zips)})
    expect((await palimpsest(['run'], {cwd})).code).toBe(0)
    const documents = manifestOf(join(cwd, 'out'))
    expect(documents['more/old/story-3']).toMatchObject({
      verdict: 'suspect',
      reasons: ['the gzip data that it stands in, which begin at byte 0 of the file, do not match their checksum'],
    })
    expect(documents['more/old/story-4']!.verdict).toBe('clean')
    expect(await palimpsest(['verify', '--quiet'], {cwd})).toEqual({code: 0, stdout: '', stderr: ''})
    // The file as it should be gives the same text, without a doubt.
    writeFileSync(join(cwd, 'raw/more/old.ndjson.gz'), gzipSync(line(3) + line(4)))
    const {totals} = JSON.parse((await palimpsest(['run', '--json'], {cwd})).stdout) as {totals: object}
    expect(totals).toMatchObject({clean: 8, unchanged: 7})
  })

  test('--only takes a container as a whole, and keeps the records of the others', async () => {
    const cwd = makeFolder(files)
    await palimpsest(['run', '--quiet'], {cwd})
    const before = filesBelow(join(cwd, 'out'))
    const {stdout} = await palimpsest(['run', '--json', '--force', '--only', '*.jsonl'], {cwd})
    expect(JSON.parse(stdout).documents.map(({id}: {id: string}) => id)).toEqual(['posts/story-1', 'posts/story-2'])
    expect(filesBelow(join(cwd, 'out'))).toEqual(before)
  })

  test('a container and a folder of its name do not meet', async () => {
    const cwd = makeFolder({...files, 'raw/posts/story-1.txt': article(11), 'raw/posts.txt': article(12)})
    const {code} = await palimpsest(['run'], {cwd})
    expect(code).toBe(0)
    const names = Object.keys(manifestOf(join(cwd, 'out'))).filter((id) => id.startsWith('posts'))
    expect(names).toEqual(['posts.jsonl/story-1', 'posts.jsonl/story-2', 'posts.txt', 'posts/story-1'])
    expect((await palimpsest(['verify', '--quiet'], {cwd})).code).toBe(0)
  })
})

describe('explain', () => {
  test('finds a line in a record of a container, of a shard, and by id', async () => {
    const cwd = makeFolder(files)
    await palimpsest(['run', '--quiet'], {cwd})
    await palimpsest(['run', '--quiet', '--format', 'jsonl', 'raw', 'lines'], {cwd})
    const explain = async (...args: string[]): Promise<string> => (await palimpsest(['explain', ...args], {cwd})).stdout
    expect(await explain('raw/posts.jsonl:2:3')).toMatch(/^raw\/posts\.jsonl:2:3\n +3 │ Report 2: /)
    expect(await explain('raw/alone.html.gz:1')).toMatch(/^raw\/alone\.html\.gz:1\n/)
    expect(await explain('posts/story-1:7')).toMatch(/Behind it: raw\/posts\.jsonl:1:1\n/)
    expect(await explain('lines/clean/part-00000.jsonl:7:3', '--out', 'lines')).toMatch(
      /Behind it: raw\/posts\.jsonl:1:3\n/,
    )
    const {code, stderr} = await palimpsest(['explain', 'raw/posts.jsonl:9'], {cwd})
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/No record 9 in raw\/posts\.jsonl; it is FILE:RECORD:LINE/),
    ])
  })

  test('says when the raw has changed since', async () => {
    const cwd = makeFolder(files)
    await palimpsest(['run', '--quiet'], {cwd})
    writeFileSync(join(cwd, 'raw/posts.jsonl'), line(1) + line(2, {text: 'Another text altogether.'}))
    expect((await palimpsest(['explain', 'posts/story-1:8'], {cwd})).stdout).not.toContain('has changed')
    expect((await palimpsest(['explain', 'posts/story-2:8'], {cwd})).stdout).toContain(
      'raw/posts.jsonl:2 has changed since',
    )
  })
})
