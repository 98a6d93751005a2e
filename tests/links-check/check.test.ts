/** Many links at once: politeness to hosts, hosts in trouble, and archives. */
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {linkRecords, signsOfRot} from '../../src/config/stages.js'
import type {Archive} from '../../src/links/archive.js'
import {type ClosedHost, checkLinks} from '../../src/links/check.js'
import type {Link} from '../../src/links/corpus.js'
import {Gates} from '../../src/links/gates.js'
import {type LinkRecord, RecordsFile} from '../../src/links/records-file.js'
import {startVisits, type VisitsInit} from '../../src/links/start.js'
import {makeFolder} from '../cli/spawned.js'
import {answer, page, serve} from './servers.js'

interface Checked {
  readonly records: LinkRecord[]
  readonly closed: ClosedHost[]
  readonly archive: Archive | undefined
}

async function checked(links: readonly (string | Link)[], more: Partial<VisitsInit> = {}): Promise<Checked> {
  const file = new RecordsFile(join(makeFolder(), 'links.jsonl'), 'links.jsonl', linkRecords)
  const perHost = more.perHost ?? 1
  const {visitor, archive, stop} = startVisits({
    signs: signsOfRot,
    userAgent: 'test',
    concurrency: 8,
    perHost,
    delay: 0,
    timeout: 3000,
    retries: 0,
    backOff: 1,
    wayback: 'off',
    allowPrivate: true,
    ...more,
  })
  const given = links.map((link) => (typeof link === 'string' ? {url: link} : link))
  try {
    const closed = await checkLinks({
      links: given,
      records: file,
      visitor,
      archive,
      perHost,
      now: () => new Date('2026-11-30T12:00:00.123Z'),
    })
    return {records: given.flatMap(({url}) => file.get(url) ?? []), closed, archive}
  } finally {
    await stop()
  }
}

test('spellings of one address are one visit, and a record each', async () => {
  const {base, requests} = await serve((_, response) => answer(response, 404, ''))
  const {records} = await checked([`${base}/ä`, `${base}/%C3%A4`])
  expect(records).toEqual([
    {url: `${base}/ä`, verdict: 'gone', status: 404, checked: '2026-11-30T12:00:00Z'},
    {url: `${base}/%C3%A4`, verdict: 'gone', status: 404, checked: '2026-11-30T12:00:00Z'},
  ])
  expect(requests).toEqual(['HEAD /%C3%A4', 'GET /%C3%A4'])
})

describe('politeness', () => {
  test('no more at once than are allowed, in all and to one host', async () => {
    const gates = new Gates({concurrency: 3, perHost: 2, delay: 0})
    let underWay = 0
    let most = 0
    const ofHost: Record<string, number> = {}
    let mostOfHost = 0
    const request = (host: string) => async (): Promise<void> => {
      most = Math.max(most, ++underWay)
      mostOfHost = Math.max(mostOfHost, (ofHost[host] = (ofHost[host] ?? 0) + 1))
      await new Promise((resolve) => setTimeout(resolve, 5))
      underWay--
      ofHost[host]!--
    }
    const hosts = ['a', 'b', 'c', 'd'].flatMap((host) => Array.from({length: 6}, () => host))
    await Promise.all(hosts.map((host) => gates.run(host, request(host))))
    expect([most, mostOfHost]).toEqual([3, 2])
  })

  test('requests to one host begin apart, those to others do not wait for it', async () => {
    const gates = new Gates({concurrency: 2, perHost: 2, delay: 60})
    const starts: Record<string, number[]> = {a: [], b: []}
    const request = (host: string) => async (): Promise<void> => {
      starts[host]!.push(performance.now())
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    await Promise.all(['a', 'a', 'a', 'a', 'b'].map((host) => gates.run(host, request(host))))
    const gaps = starts['a']!.slice(1).map((start, index) => start - starts['a']![index]!)
    expect(gaps).toHaveLength(3)
    expect(Math.min(...gaps)).toBeGreaterThan(59)
    expect(starts['b']![0]!).toBeLessThan(starts['a']![2]!)
  })

  test('a host that asks for a pause has it, though some wait already', async () => {
    const gates = new Gates({concurrency: 10, perHost: 2, delay: 0})
    const order: string[] = []
    let paused = 0
    let length = 0
    await Promise.all([
      gates.run('a', async () => {
        gates.pause('a', 200)
        paused = performance.now()
      }),
      gates.run('a', async () => {
        order.push('a')
        length = performance.now() - paused
      }),
      gates.run('b', async () => void order.push('b')),
    ])
    expect(order).toEqual(['b', 'a'])
    expect(length).toBeGreaterThan(199)
  })
})

describe('a host', () => {
  test('that is not there is asked for once', async () => {
    const {port} = await serve((_, response) => answer(response, 200, page('Fine')))
    const names: string[] = []
    const alive = [1, 2, 3, 4, 5].map((number) => `http://alive.example:${port}/${number}`)
    const gone = [1, 2, 3].map((number) => `http://gone.example/${number}`)
    const {records} = await checked([...alive, ...gone], {
      concurrency: 1,
      lookup: (name, _, callback) => {
        names.push(name)
        if (name === 'alive.example') callback(null, [{address: '127.0.0.1', family: 4}])
        else callback(Object.assign(new Error(name), {code: 'ENOTFOUND'}), [])
      },
    })
    expect(names.filter((name) => name === 'gone.example')).toHaveLength(1)
    const why = 'there is no such host (ENOTFOUND)'
    const others = `${why}; not asked for every address of the host`
    expect(records.slice(5).map(({verdict, reason}) => [verdict, reason])).toEqual([
      ['gone', why],
      ['gone', others],
      ['gone', others],
    ])
  })

  test('that is not there is only unreachable where no name can be looked up: there may be no network', async () => {
    const urls = [1, 2, 3, 4, 5].map((number) => `http://gone${number}.example/`)
    const {records} = await checked(urls, {
      lookup: (name, _, callback) => callback(Object.assign(new Error(name), {code: 'ENOTFOUND'}), []),
    })
    expect(new Set(records.map(({verdict}) => verdict))).toEqual(new Set(['unreachable']))
  })

  test('where nobody answers is asked for three times', async () => {
    const urls = [1, 2, 3, 4, 5].map((number) => `http://127.0.0.1:1/${number}`)
    const {records} = await checked(urls)
    const why = 'nothing listens there (ECONNREFUSED)'
    expect(records.map(({reason}) => reason)).toEqual([
      why,
      why,
      why,
      `${why}; not asked for every address of the host`,
      `${why}; not asked for every address of the host`,
    ])
  })

  test('that asks to be left alone for long is left, and nothing is recorded of the rest', async () => {
    const {base, requests} = await serve((request, response) => {
      if (request.url === '/1') answer(response, 429, '', {'retry-after': '7200'})
      else answer(response, 200, page('Fine'))
    })
    const {records, closed} = await checked([1, 2, 3].map((number) => `${base}/${number}`))
    expect(records.map(({verdict}) => verdict)).toEqual(['refused'])
    expect(closed).toEqual([{host: base.slice(7), time: 7_200_000, left: 2}])
    expect(requests).toEqual(['HEAD /1'])
  })
})

describe('an archive', () => {
  const snapshot = (url: string, more: object = {}): string =>
    JSON.stringify({
      archived_snapshots: {closest: {available: true, status: '200', timestamp: '20200101', url, ...more}},
    })

  test('is asked about the dead alone, for the time of the document', async () => {
    const site = await serve((request, response) => answer(response, request.url === '/dead' ? 404 : 200, page('Fine')))
    const archive = await serve((_, response) => answer(response, 200, snapshot('http://archive.example/2020/x')))
    const {records} = await checked([{url: `${site.base}/dead`, date: '2020-03-01T10:00:00Z'}, `${site.base}/alive`], {
      wayback: new URL(`${archive.base}/available`),
    })
    expect(records.map((record) => record.archive)).toEqual(['http://archive.example/2020/x', undefined])
    const asked = `url=${encodeURIComponent(`${site.base}/dead`)}&timestamp=20200301`
    expect(archive.requests).toEqual([`GET /available?${asked}`])
  })

  test.each([
    ['nothing', '{"archived_snapshots": {}}'],
    ['a snapshot of an error page', snapshot('http://archive.example/x', {status: '404'})],
    ['one that is not available', snapshot('http://archive.example/x', {available: false})],
    ['one that is no address', snapshot('javascript:alert(1)')],
  ])('that has %s gives none', async (_, body) => {
    const site = await serve((__, response) => answer(response, 404, ''))
    const archive = await serve((__, response) => answer(response, 200, body))
    const {records, archive: asked} = await checked([`${site.base}/a`], {wayback: new URL(archive.base)})
    expect(records[0]).toEqual({url: `${site.base}/a`, verdict: 'gone', status: 404, checked: '2026-11-30T12:00:00Z'})
    expect(asked?.unanswered).toBe(0)
  })

  test('that does not answer is left after three times, and the records are written all the same', async () => {
    const site = await serve((_, response) => answer(response, 410, ''))
    const archive = await serve((_, response) => answer(response, 503, ''))
    const urls = [1, 2, 3, 4, 5].map((number) => `${site.base}/${number}`)
    const {records, archive: asked} = await checked(urls, {wayback: new URL(archive.base)})
    expect(records).toHaveLength(5)
    expect(archive.requests).toHaveLength(3)
    expect([asked?.unanswered, asked?.reason]).toEqual([5, 'status 503'])
  })

  test('that answers with what is no JSON', async () => {
    const site = await serve((_, response) => answer(response, 410, ''))
    const archive = await serve((_, response) => answer(response, 200, page('Maintenance')))
    const {archive: asked} = await checked([`${site.base}/a`], {wayback: new URL(archive.base)})
    expect(asked?.reason).toBe('its answer is not the JSON of an availability API')
  })
})
