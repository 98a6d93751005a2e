/** `palimpsest links check` as a person runs it, against servers on this machine. */
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {registerLinks} from '../../src/cli/links.js'
import {runCommand} from '../cli/command.js'
import {makeFolder, putFiles, start} from '../cli/spawned.js'
import {answer, page, serve} from './servers.js'

const digest = `sha256:${'0'.repeat(64)}`

/** Results of a run over documents that have links: no more of them than the command reads. */
function project(documents: Readonly<Record<string, readonly string[]>>): string {
  const stages: readonly object[] = []
  const run = {
    format: 'palimpsest-manifest',
    formatVersion: 1,
    digest,
    tool: {name: 'palimpsest', version: '0.0.0'},
    pipeline: {digest, stages},
    documents: {clean: Object.keys(documents).length, suspect: 0, failed: 0},
    words: {raw: 1, clean: 1},
  }
  const entries = Object.entries(documents).map(([id, urls]) => ({
    id,
    verdict: 'clean',
    reasons: [],
    raw: {path: `${id}.md`, sha256: digest, bytes: 1},
    clean: {path: `clean/${id}.md`, sha256: digest, bytes: 1},
    provenance: {path: `provenance/${id}.json`, sha256: digest, bytes: 1},
    metadata: {},
    words: {raw: 1, clean: 1},
    classes: {},
    rules: {},
    annotations: {link: urls.map((value) => ({text: 'the report', value, count: 1}))},
  }))
  const lines = [run, ...entries].map((line) => `${JSON.stringify(line)}\n`)
  return makeFolder({'out/manifest.jsonl': lines.join(''), 'palimpsest.config.yaml': 'out: out\n'})
}

const quick = ['--delay', '0', '--retries', '0', '--timeout', '5s', '--wayback', 'off']

interface Checked {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Check in this process; a message of an error stands where the program would print it. */
async function check(cwd: string, ...args: string[]): Promise<Checked> {
  const config = args.includes('--config') ? [] : ['--config', join(cwd, 'palimpsest.config.yaml')]
  try {
    const {stdout, ...rest} = await runCommand(registerLinks, ['links', 'check', ...quick, ...config, ...args])
    return {...rest, stdout: String(stdout)}
  } catch (error) {
    return {code: 2, stdout: '', stderr: (error as Error).message}
  }
}

interface Line {
  readonly url: string
  readonly verdict: string
  readonly [member: string]: unknown
}
const recordsIn = (cwd: string, file = 'links.jsonl'): Line[] =>
  readFileSync(join(cwd, file), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

const site = () =>
  serve((request, response) => {
    if (request.url!.startsWith('/gone')) answer(response, 404, page('Not found'))
    else if (request.url === '/old') {
      response.writeHead(301, {location: '/new'})
      response.end()
    } else answer(response, 200, page('Fine'))
  })

describe('a check', () => {
  test('visits the links of all documents, and writes a record of each', async () => {
    const {base, headers} = await site()
    const cwd = project({a: [`${base}/a`, `${base}/gone`], 'sub/b': [`${base}/a`, `${base}/old`]})
    const {code, stdout, stderr} = await check(cwd, '--allow-private')
    expect(stderr).toBe(
      'palimpsest: for the next run to read them, write "links: {records: links.jsonl}" in the configuration\n',
    )
    expect(stdout).toMatch(
      /^verdict {2}links\nalive {8}1\nmoved {8}1\ngone {9}1\n\n3 links: 3 visited now; \S*links\.jsonl\n$/,
    )
    expect(code).toBe(0)
    const checked = expect.stringMatching(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
    expect(recordsIn(cwd)).toEqual([
      {url: `${base}/a`, verdict: 'alive', status: 200, checked},
      {url: `${base}/gone`, verdict: 'gone', status: 404, checked},
      {
        url: `${base}/old`,
        verdict: 'moved',
        status: 200,
        final: `${base}/new`,
        redirects: [{url: `${base}/old`, status: 301}],
        checked,
      },
    ])
    expect(new Set(headers.map((sent) => sent['user-agent']))).toEqual(
      new Set([expect.stringMatching(/^Mozilla\/5\.0 \(compatible; palimpsest\/\d.*; link check\)$/)]),
    )
    expect(readdirSync(cwd).filter((name) => /journal|lock|tmp/.test(name))).toEqual([])
  })

  test('goes on where another one ended, and visits nothing twice', async () => {
    const {base, requests} = await site()
    const cwd = project({a: [`${base}/a`], b: [`${base}/gone`]})
    expect((await check(cwd, '--allow-private', '--only', 'a.md')).stdout).toContain('1 link: 1 visited now')
    const before = requests.length
    expect((await check(cwd, '--allow-private')).stdout).toContain('2 links: 1 visited now')
    expect(requests.slice(before)).toEqual(['HEAD /gone', 'GET /gone'])
    const bytes = readFileSync(join(cwd, 'links.jsonl'))
    expect((await check(cwd, '--allow-private')).stdout).toContain('2 links: 0 visited now')
    expect(readFileSync(join(cwd, 'links.jsonl')).equals(bytes)).toBe(true)
    expect((await check(cwd, '--allow-private', '--max-age', '0')).stdout).toContain('2 links: 2 visited now')
  })

  test('refuses private addresses unless it is told otherwise', async () => {
    const {base, requests} = await site()
    const cwd = project({a: [`${base}/a`]})
    expect((await check(cwd)).code).toBe(0)
    expect(recordsIn(cwd)).toEqual([
      expect.objectContaining({
        verdict: 'unreachable',
        reason: 'not visited: it leads to no address of the public internet',
      }),
    ])
    expect(requests).toEqual([])
  })

  test('neither sends nor writes what holds a password', async () => {
    const {base, requests} = await site()
    const cwd = project({a: [base.replace('//', '//user:word@'), `${base}/a`]})
    const {stdout, stderr} = await check(cwd, '--allow-private', '--json')
    expect(JSON.parse(stdout)).toMatchObject({links: 1, secret: 1})
    expect(stderr).toContain('1 link with a user name or a password: not visited, not recorded')
    expect(readFileSync(join(cwd, 'links.jsonl'), 'utf8') + stdout + stderr).not.toMatch(/user:|:word|word@/)
    expect(requests).toEqual(['HEAD /a', 'GET /a'])
  })

  test('asks an archive about the dead', async () => {
    const {base} = await site()
    const archive = await serve((_, response) =>
      answer(
        response,
        200,
        '{"archived_snapshots":{"closest":{"available":true,"status":"200","url":"http://archive.example/1"}}}',
      ),
    )
    const cwd = project({a: [`${base}/a`, `${base}/gone`]})
    const {stdout} = await check(cwd, '--allow-private', '--wayback', `${archive.base}/available`)
    expect(stdout).toContain('2 links: 2 visited now; 1 with a snapshot')
    expect(recordsIn(cwd).map((record) => record['archive'])).toEqual([undefined, 'http://archive.example/1'])
  })

  test('--dry-run lists what would be visited, and visits nothing', async () => {
    const {base, requests} = await site()
    const cwd = project({a: [`${base}/a`, `${base}/gone`]})
    const {stdout} = await check(cwd, '--allow-private', '--dry-run')
    expect(stdout).toBe(`${base}/a (new)\n${base}/gone (new)\n\n2 of 2 links would be visited\n`)
    expect(requests).toEqual([])
    expect(existsSync(join(cwd, 'links.jsonl'))).toBe(false)
  })

  test('--prune drops records of links that no document has; without it they stay', async () => {
    const {base} = await site()
    const cwd = project({a: [`${base}/a`], b: [`${base}/b`]})
    await check(cwd, '--allow-private')
    const manifest = join(cwd, 'out/manifest.jsonl')
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(/^\{"id":"b".*\n/m, ''))
    await check(cwd, '--allow-private')
    expect(recordsIn(cwd)).toHaveLength(2)
    expect((await check(cwd, '--allow-private', '--prune')).stdout).toContain('1 record dropped')
    expect(recordsIn(cwd).map(({url}) => url)).toEqual([`${base}/a`])
  })

  test('writes where it is told to, or beside the configuration', async () => {
    const {base} = await site()
    const cwd = project({a: [`${base}/a`]})
    await check(cwd, '--allow-private', '--records', join(cwd, 'other.jsonl'))
    expect(recordsIn(cwd, 'other.jsonl')).toHaveLength(1)
    putFiles(cwd, {'conf/a.yaml': 'out: ../out\n'})
    await check(cwd, '--allow-private', '--config', join(cwd, 'conf/a.yaml'))
    expect(recordsIn(cwd, 'conf/links.jsonl')).toHaveLength(1)
    expect(existsSync(join(cwd, 'links.jsonl'))).toBe(false)
  })
})

describe('a check that is stopped', () => {
  /** A site that answers a few addresses, and never the others. */
  const slow = () =>
    serve((request, response) => {
      if (/[1-5]$/.test(request.url!)) answer(response, 404, page('Not found'))
    })

  const until = async (holds: () => boolean): Promise<void> => {
    for (let tries = 0; !holds(); tries++) {
      if (tries > 5000) throw new Error('it never came to that')
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  test.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
    'by %s has lost nothing, and the next one goes on',
    async (signal) => {
      const {base, requests} = await slow()
      const cwd = project({a: [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `${base}/p${number}`)})
      const args = ['links', 'check', ...quick, '--timeout', '60s', '--allow-private']
      const [child, ended] = start(args, {cwd})
      const journal = join(cwd, 'links.jsonl.journal')
      await until(() => existsSync(journal) && readFileSync(journal, 'utf8').trim().split('\n').length === 5)
      child.kill(signal)
      expect((await ended).signal).toBe(signal)
      if (signal === 'SIGKILL') expect(existsSync(join(cwd, 'links.jsonl'))).toBe(false)
      else {
        expect(recordsIn(cwd)).toHaveLength(5)
        expect(existsSync(journal)).toBe(false)
      }
      const before = requests.length
      const {stdout} = await check(cwd, '--allow-private', '--timeout', '200ms')
      expect(stdout).toContain('8 links: 3 visited now')
      expect(requests.slice(before).every((request) => /p[678]$/.test(request))).toBe(true)
      expect(recordsIn(cwd).map(({verdict}) => verdict)).toEqual([
        ...Array(5).fill('gone'),
        ...Array(3).fill('unreachable'),
      ])
      expect(readdirSync(cwd).filter((name) => /journal|lock|tmp/.test(name))).toEqual([])
    },
  )

  test('not yet: a second one does not begin', async () => {
    const {base} = await slow()
    const cwd = project({a: [`${base}/p1`, `${base}/p9`]})
    const [child, ended] = start(['links', 'check', ...quick, '--timeout', '60s', '--allow-private'], {cwd})
    await until(() => existsSync(join(cwd, 'links.jsonl.journal')))
    const {code, stderr} = await check(cwd, '--allow-private')
    expect(stderr).toContain('Another run')
    expect(code).toBe(2)
    child.kill('SIGINT')
    await ended
  })
})

describe('a wrong call', () => {
  test.each([
    [['--max-age', '30'], 'Expected a duration such as 500ms, 15s or 30d, at most 3650d.'],
    [['--timeout', '0'], 'Expected a duration such as 500ms, 15s or 30d, at most 10min.'],
    [['--per-host', '0'], 'Expected a whole number from 1 to 16.'],
    [['--wayback', 'no'], 'Expected an address that begins with http: or https:, or off.'],
    [['--user-agent', 'a\nb'], 'Expected a line of ASCII characters.'],
  ])('%j', async (args, message) => {
    const {code, stderr} = await check(makeFolder(), ...args)
    expect(stderr).toContain(message)
    expect(code).toBe(2)
  })

  test('no results, no such document, a file that is no file of records', async () => {
    const empty = makeFolder({'palimpsest.config.yaml': ''})
    expect(await check(empty)).toMatchObject({code: 2, stderr: expect.stringContaining('manifest')})
    const cwd = project({a: []})
    expect(await check(cwd, '--only', 'b*')).toMatchObject({
      code: 2,
      stderr: 'No document matches --only b*; globs are held against paths of raws',
    })
    expect(await check(cwd, '--only', 'a.md', '--prune')).toMatchObject({code: 2})
    writeFileSync(join(cwd, 'links.jsonl'), 'nonsense\n')
    expect(await check(cwd)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('links.jsonl:1:1: Unexpected text'),
    })
    expect(readFileSync(join(cwd, 'links.jsonl'), 'utf8')).toBe('nonsense\n')
  })
})
