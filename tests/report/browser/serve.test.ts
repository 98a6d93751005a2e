/** A report that is served: decided in with clicks, and shut to everybody else. */
import {readFileSync, rmSync, writeFileSync} from 'node:fs'
import {request} from 'node:http'
import {join} from 'node:path'
import type {Browser} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, onTestFinished, test} from 'vitest'
import {makeRun, palimpsest} from '../../cli/program.js'
import {start} from '../../cli/spawned.js'
import {findBarriers, hasBrowser, startBrowser} from './browser.js'

const raw =
  '# The bridge\n\nThe bridge was built in the winter of that year, when the river stood low and stone was cheap.\n\n' +
  'Share this on Facebook\n\nNobody remembers who paid for it, though many have claimed that it was their grandfather.\n'

interface Served {
  readonly cwd: string
  readonly url: string
  readonly stop: () => Promise<unknown>
}

async function serve(flags: readonly string[] = []): Promise<Served> {
  const cwd = await makeRun({'raw/a.txt': raw})
  if (flags.length > 0) expect((await palimpsest(['run', ...flags, '--quiet'], {cwd})).code).toBe(0)
  const [child, ended] = start(['report', '--serve'], {cwd})
  const url = await new Promise<string>((resolve, reject) => {
    let told = ''
    child.stdout!.on('data', (chunk: Buffer) => {
      told += chunk
      const found = /http:\S+\n/.exec(told)
      if (found) resolve(found[0].trim())
    })
    void ended.then(({stderr}) => reject(new Error(stderr)))
  })
  return {
    cwd,
    url,
    stop: async () => {
      child.kill('SIGINT')
      return (await ended).code
    },
  }
}

interface Asked {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** Ask as no browser would let a page do: with whatever headers, and the path as it is written. */
function ask(
  url: string,
  path: string,
  {method = 'GET', headers = {}, body = ''}: Asked = {},
): Promise<{status: number; body: string; headers: object}> {
  const {hostname, port, pathname} = new URL(url)
  return new Promise((resolve, reject) => {
    const sent = request({hostname, port, path: path.replace('SECRET/', pathname), method, headers}, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({status: response.statusCode!, body: String(Buffer.concat(chunks)), headers: response.headers}),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

describe('a report that is served', () => {
  test('is given to whoever has its address, and ends with Ctrl-C', async () => {
    const {url, stop} = await serve()
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{32}\/$/)
    const page = await ask(url, 'SECRET/')
    expect([page.status, page.body]).toEqual([200, expect.stringContaining('served.js')])
    expect(page.headers).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    })
    for (const path of ['report.js', 'report.css', 'served.js', 'data/head.js', 'data/documents/0/0.js'])
      expect((await ask(url, `SECRET/${path}`)).status, path).toBe(200)
    expect(await stop()).toBe(0)
  })

  test('gives out nothing but its own files', async () => {
    const {url} = await serve()
    for (const path of [
      '/',
      '/index.html',
      '/data/head.js',
      '/x/data/head.js',
      'SECRET/../manifest.jsonl',
      'SECRET/../../raw/a.txt',
      'SECRET/data/../../manifest.jsonl',
      'SECRET/%2e%2e/manifest.jsonl',
      'SECRET/data//head.js',
      'SECRET//etc/passwd',
      'SECRET/nothing.js',
      'SECRET/data',
      'SECRET/api/nothing',
      'SECRET/__proto__',
    ])
      expect((await ask(url, path)).status, path).toBeGreaterThanOrEqual(404)
  })

  test('refuses other hosts, other origins, and what is no request of its own', async () => {
    const {cwd, url} = await serve()
    const {origin, port} = new URL(url)
    const json = {origin, 'content-type': 'application/json'}
    const manifest: string = JSON.parse(readFileSync(join(cwd, 'out/manifest.jsonl'), 'utf8').split('\n')[0]!).digest
    const wish = (given: object): string =>
      JSON.stringify({manifest, document: 'a', decision: 'keep', raw: {start: 0, end: 9}, scope: 'document', ...given})
    const refused: readonly (readonly [path: string, asked: Asked, status: number])[] = [
      ['SECRET/', {headers: {host: `evil.example:${port}`}}, 421],
      ['SECRET/', {headers: {host: '127.0.0.1'}}, 421],
      ['SECRET/data/head.js', {headers: {'sec-fetch-site': 'cross-site'}}, 403],
      ['SECRET/data/head.js', {headers: {'sec-fetch-site': 'same-site'}}, 403],
      ['SECRET/', {method: 'DELETE'}, 405],
      ['SECRET/api/list', {}, 405],
      ['SECRET/api/apply', {method: 'POST', headers: {'content-type': 'application/json'}, body: '{}'}, 403],
      ['SECRET/api/apply', {method: 'POST', headers: {...json, origin: 'https://evil.example'}, body: '{}'}, 403],
      ['SECRET/api/apply', {method: 'POST', headers: {...json, origin: 'null'}, body: '{}'}, 403],
      ['SECRET/api/apply', {method: 'POST', headers: {origin, 'content-type': 'text/plain'}, body: '{}'}, 415],
      ['/wrong/api/apply', {method: 'POST', headers: json, body: '{}'}, 404],
      ['SECRET/api/decide', {method: 'POST', headers: json, body: 'no'}, 400],
      ['SECRET/api/decide', {method: 'POST', headers: json, body: '{"document":"a"}'}, 400],
      ['SECRET/api/decide', {method: 'POST', headers: json, body: `"${'x'.repeat(70_000)}"`}, 413],
      ...[
        {document: '../x'},
        // The beginning of an id names a document on the command line alone.
        {document: ''},
        {raw: {start: 0, end: 99_999}},
        {raw: {start: 9, end: 9}},
        {manifest: 'sha256:0'},
        {decision: 'never', rule: 'strip-debris/menu-label'},
      ].map((given) => ['SECRET/api/decide', {method: 'POST', headers: json, body: wish(given)}, 409] as const),
      ['SECRET/api/undo', {method: 'POST', headers: json, body: '{"id":"000000000000"}'}, 409],
    ]
    for (const [path, asked, status] of refused)
      expect(
        (await ask(url, path, asked)).status,
        `${asked.method ?? 'GET'} ${path} ${asked.body ?? ''}`.slice(0, 120),
      ).toBe(status)
    expect(() => readFileSync(join(cwd, 'decisions.jsonl'))).toThrow()
    expect((await ask(url, 'SECRET/api/list', {method: 'POST', headers: json, body: '{}'})).body).toBe(
      '{"decisions":[],"isPending":false}',
    )
  })
})

test('a report that is served knows that a decision was taken back, whatever else is decided', async () => {
  const {cwd, url} = await serve()
  const call = async (action: string, body: object): Promise<unknown> => {
    const headers = {origin: new URL(url).origin, 'content-type': 'application/json'}
    const answer = await ask(url, `SECRET/api/${action}`, {method: 'POST', headers, body: JSON.stringify(body)})
    return JSON.parse(answer.body)
  }
  const line = raw.split('\n').findIndex((text) => text.startsWith('Share')) + 1
  await palimpsest(['overrule', 'keep', `raw/a.txt:${line}`], {cwd})
  writeFileSync(
    join(cwd, 'decisions.jsonl'),
    `${readFileSync(join(cwd, 'decisions.jsonl'), 'utf8')}{"decision":"name","name":"Nowhere"}\n`,
  )
  expect(await call('list', {})).toMatchObject({isPending: true})
  expect(await call('apply', {})).toMatchObject({failed: 0})
  const {decisions, isPending} = (await call('list', {})) as {
    decisions: {id: string; decision: object}[]
    isPending: boolean
  }
  expect([decisions.length, isPending]).toEqual([2, false])
  await call('undo', {id: decisions[0]!.id})
  expect(await call('list', {})).toMatchObject({isPending: true})
})

test('a report that is served does not run over results that flags made', async () => {
  const {cwd, url} = await serve(['--names', 'armenian'])
  const before = readFileSync(join(cwd, 'out/manifest.jsonl'), 'utf8')
  const asked = {
    method: 'POST',
    headers: {origin: new URL(url).origin, 'content-type': 'application/json'},
    body: '{}',
  }
  expect(await ask(url, 'SECRET/api/apply', asked)).toMatchObject({
    status: 409,
    body: expect.stringContaining('other options than the configuration has'),
  })
  expect(readFileSync(join(cwd, 'out/manifest.jsonl'), 'utf8')).toBe(before)
})

describe.runIf(hasBrowser)('a report that is served, in Chromium', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await startBrowser()
  })
  afterAll(() => browser.close())

  test('keeps what went, and drops what stayed, with clicks', async () => {
    const {cwd, url} = await serve()
    const context = await browser.newContext()
    onTestFinished(() => context.close())
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(String(error)))
    await page.goto(`${url}#/document/0/a`)
    await page.waitForSelector('.rows')
    await page.locator('mark', {hasText: 'Share this'}).first().click()
    await page.getByPlaceholder('Why').fill('a joke')
    expect(await findBarriers(page)).toEqual([])
    await page.getByRole('button', {name: 'Keep this'}).click()
    await expect.poll(() => page.locator('.decider .status').textContent()).toContain('keep “share this on facebook”')
    await page.locator('.cell.before .kept', {hasText: 'Nobody'}).click()
    await page.getByRole('button', {name: 'Drop this'}).click()
    await expect.poll(() => page.locator('.decider .status').textContent()).toContain('drop “nobody remembers')
    await expect.poll(() => page.locator('.pending').textContent()).toContain('Not yet applied')
    await page.reload()
    await expect.poll(() => page.locator('.pending').textContent()).toContain('Not yet applied')
    const lines = readFileSync(join(cwd, 'decisions.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines).toMatchObject([
      {decision: 'keep', document: 'a', note: 'a joke'},
      {decision: 'drop', document: 'a'},
    ])
    await page.getByRole('button', {name: 'Run again'}).click()
    await expect.poll(() => page.locator('mark', {hasText: 'Nobody'}).count(), {timeout: 60_000}).toBe(1)
    expect(await page.locator('mark', {hasText: 'Share this'}).count()).toBe(0)
    const clean = readFileSync(join(cwd, 'out/clean/a.md'), 'utf8')
    expect(clean).toContain('Share this on Facebook')
    expect(clean).not.toContain('Nobody')
    await page.getByRole('button', {name: 'Decisions'}).click()
    expect(await findBarriers(page)).toEqual([])
    await page.locator('.decisions li', {hasText: 'drop'}).getByRole('button', {name: 'Take it back'}).click()
    await expect.poll(() => page.locator('.decisions li').count()).toBe(1)
    await page.getByRole('button', {name: 'Close'}).last().click()
    await expect.poll(() => page.locator('.pending').textContent()).toContain('Not yet applied')
    expect(complaints).toEqual([])
  })

  test('says so when nothing can be decided, and when the program has ended', async () => {
    const {cwd, url, stop} = await serve()
    const context = await browser.newContext()
    onTestFinished(() => context.close())
    const page = await context.newPage()
    await page.goto(`${url}#/document/0/a`)
    await page.waitForSelector('.rows')
    await page.locator('mark', {hasText: 'Share this'}).first().click()
    rmSync(join(cwd, 'out/provenance/a.json'))
    await page.getByRole('button', {name: 'Keep this'}).click()
    await expect.poll(() => page.locator('.decider .status').textContent()).toContain('provenance/a.json')
    await stop()
    await page.getByRole('button', {name: 'Keep this'}).click()
    await expect.poll(() => page.locator('.decider .status').textContent()).toContain('has ended')
  })
})
