/** What becomes of a link, by servers that behave and servers that do not. */
import {gzipSync} from 'node:zlib'
import {describe, expect, test} from 'vitest'
import {signsOfRot} from '../../src/config/stages.js'
import {startVisits, type VisitsInit} from '../../src/links/start.js'
import {type Visit, visit} from '../../src/links/visit.js'
import {answer, type Handler, page, serve, serveBytes, serveSecurely} from './servers.js'

/** Visit an address as quickly as a test wants it. */
async function visited(address: string, more: Partial<VisitsInit> = {}): Promise<Visit> {
  const {visitor, stop} = startVisits({
    signs: signsOfRot,
    userAgent: 'test-agent',
    concurrency: 4,
    perHost: 2,
    delay: 0,
    timeout: 5000,
    retries: 0,
    backOff: 5,
    wayback: 'off',
    allowPrivate: true,
    ...more,
  })
  try {
    return await visit(new URL(address), visitor)
  } finally {
    await stop()
  }
}

/** Redirect to a path. */
const to =
  (location: string, status = 301): Handler =>
  (_, response) => {
    response.writeHead(status, {location})
    response.end()
  }

/** Serve paths, and 404 beside them. */
const paths =
  (handlers: Readonly<Record<string, Handler>>): Handler =>
  (request, response) => {
    const handler = handlers[request.url!.replace(/\?.*$/, '')]
    if (handler) handler(request, response)
    else answer(response, 404, page('Not found'))
  }

const fine: Handler = (_, response) => answer(response, 200, page('A bridge was opened'))

describe('a page that is there', () => {
  test('is asked for by HEAD and by GET, by a program that says who it is', async () => {
    const {base, requests, headers} = await serve(fine)
    expect(await visited(`${base}/a?b=c#part`)).toEqual({verdict: 'alive', status: 200})
    expect(requests).toEqual(['HEAD /a?b=c', 'GET /a?b=c'])
    for (const sent of headers) {
      expect(sent['user-agent']).toBe('test-agent')
      expect(sent).not.toHaveProperty('referer')
      expect(sent).not.toHaveProperty('cookie')
    }
  })

  test('that is no page is not loaded', async () => {
    const {base, requests} = await serve((_, response) => {
      response.writeHead(200, {'content-type': 'application/pdf', 'content-length': '1000000000'})
      response.end()
    })
    expect(await visited(`${base}/paper.pdf`)).toEqual({verdict: 'alive', status: 200})
    expect(requests).toEqual(['HEAD /paper.pdf'])
  })

  test.each([405, 501, 403, 404, 400, 500, 503])('is there though HEAD is answered with %i', async (status) => {
    const {base} = await serve((request, response) => {
      if (request.method === 'HEAD') answer(response, status, '')
      else fine(request, response)
    })
    expect(await visited(`${base}/a`)).toEqual({verdict: 'alive', status: 200})
  })

  test('is there though the connection breaks at HEAD', async () => {
    const {base} = await serve((request, response) => {
      if (request.method === 'HEAD') request.socket.destroy()
      else fine(request, response)
    })
    expect(await visited(`${base}/a`)).toEqual({verdict: 'alive', status: 200})
  })

  test('has its letters asked for as they are encoded on the web', async () => {
    const {base, requests} = await serve(fine)
    await visited(`${base}/статья/մայր?имя=է`)
    await visited(`${base}/%D1%81%D1%82%D0%B0`)
    expect(requests.filter((request) => request.startsWith('GET'))).toEqual([
      'GET /%D1%81%D1%82%D0%B0%D1%82%D1%8C%D1%8F/%D5%B4%D5%A1%D5%B5%D6%80?%D0%B8%D0%BC%D1%8F=%D5%A7',
      'GET /%D1%81%D1%82%D0%B0',
    ])
  })

  test('has its host asked for as it is encoded in names', async () => {
    const {port, headers} = await serve(fine)
    const names: string[] = []
    await visited(`http://пример.example:${port}/`, {
      lookup: (name, _, callback) => {
        names.push(name)
        callback(null, [{address: '127.0.0.1', family: 4}])
      },
    })
    expect(new Set(names)).toEqual(new Set(['xn--e1afmkfd.example']))
    expect(headers[0]?.host).toBe(`xn--e1afmkfd.example:${port}`)
  })
})

describe('redirects', () => {
  test('that are for ever have moved the page', async () => {
    const {base} = await serve(paths({'/old/a': to('/older', 301), '/older': to('/new/a', 308), '/new/a': fine}))
    expect(await visited(`${base}/old/a`)).toEqual({
      verdict: 'moved',
      status: 200,
      final: `${base}/new/a`,
      redirects: [
        {url: `${base}/old/a`, status: 301},
        {url: `${base}/older`, status: 308},
      ],
    })
  })

  test.each([302, 303, 307])('for a while, such as %i, have not', async (status) => {
    const {base} = await serve(paths({'/old/a': to('/b', 301), '/b': to('/new/a', status), '/new/a': fine}))
    expect(await visited(`${base}/old/a`)).toMatchObject({verdict: 'alive', final: `${base}/new/a`})
  })

  test('to a page that is gone: it is gone', async () => {
    const {base} = await serve(paths({'/a': to('/b')}))
    expect(await visited(`${base}/a`)).toMatchObject({verdict: 'gone', status: 404, final: `${base}/b`})
  })

  test('that HEAD alone is sent on: GET decides', async () => {
    const {base} = await serve((request, response) => {
      if (request.method === 'GET' && request.url === '/a') fine(request, response)
      else if (request.url === '/a') to('/error')(request, response)
      else answer(response, 404, page('Not found'))
    })
    expect(await visited(`${base}/a`)).toEqual({verdict: 'alive', status: 200})
  })

  test.each([
    ['to itself', {'/a': to('/a')}, 'redirects in a circle'],
    ['in a circle', {'/a': to('/b'), '/b': to('/c'), '/c': to('/a')}, 'redirects in a circle'],
    ['to what is no address', {'/a': to('http://[')}, 'redirects to what is no address'],
    ['to a file', {'/a': to('file:///etc/passwd')}, 'redirects to file:'],
    [
      'to a password',
      {'/a': to('http://user:word@127.0.0.1/')},
      'redirects to an address with a user name or a password',
    ],
    [
      'to an address without end',
      {'/a': to(`/${'x'.repeat(9000)}`)},
      'redirects to an address of more than 8000 characters',
    ],
  ])('%s lead nowhere', async (_, handlers, reason) => {
    const {base} = await serve(paths(handlers as Record<string, Handler>))
    const found = await visited(`${base}/a`)
    expect(found).toMatchObject({verdict: 'unreachable', reason})
    expect(found).not.toHaveProperty('final')
    expect(JSON.stringify(found)).not.toContain('word@')
  })

  test('without end are left after ten', async () => {
    const {base, requests} = await serve((request, response) =>
      to(`/${Number(request.url!.slice(1)) + 1}`)(request, response),
    )
    const found = await visited(`${base}/1`)
    expect(found).toMatchObject({verdict: 'unreachable', reason: 'redirects more than 10 times'})
    expect(found.redirects).toHaveLength(10)
    expect(requests.length).toBeLessThanOrEqual(20)
  })

  test('in letters that are not encoded are understood', async () => {
    const {base, requests} = await serve(
      paths({
        '/a': (_, response) => {
          response.socket!.end(
            `HTTP/1.1 301 Moved\r\nLocation: /статья\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`,
          )
        },
        '/%D1%81%D1%82%D0%B0%D1%82%D1%8C%D1%8F': fine,
      }),
    )
    expect(await visited(`${base}/a`)).toMatchObject({verdict: 'moved', status: 200})
    expect(requests.at(-1)).toBe('GET /%D1%81%D1%82%D0%B0%D1%82%D1%8C%D1%8F')
  })
})

describe('a page that is not there', () => {
  test.each([404, 410])('by status %i', async (status) => {
    const {base, requests} = await serve((_, response) => answer(response, status, page('A bridge was opened')))
    expect(await visited(`${base}/a`)).toEqual({verdict: 'gone', status})
    expect(requests).toEqual(['HEAD /a', 'GET /a'])
  })

  test.each([
    ['title and heading', page('Page not found | The Example', 'Page not found'), 'page not found'],
    ['title of a short page', page('404 – Not Found', 'The Example', 20), '404'],
    [
      'heading of a short page',
      page('The Example', 'Oops! That page can’t be found.', 20),
      "oops! that page can't be found",
    ],
    ['a number, on a short page', page('404', '404', 20), '404'],
    ['Russian', page('Страница не найдена — Пример', 'Страница не найдена'), 'страница не найдена'],
    ['Turkish', page('Sayfa bulunamadı', 'Sayfa bulunamadı'), 'sayfa bulunamadı'],
    ['Armenian', page('Էջը չի գտնվել', 'Էջը չի գտնվել'), 'էջը չի գտնվել'],
    [
      'what it states for crawlers',
      '<head><meta name="prerender-status-code" content="404"><title>News</title></head><body>…',
      'status 404',
    ],
  ])('by what it says: %s', async (_, html, sign) => {
    const {base} = await serve((__, response) => answer(response, 200, html))
    expect(await visited(`${base}/a`)).toEqual({verdict: 'soft-404', status: 200, reason: `says: ${sign}`})
  })

  test('by what it says in another charset', async () => {
    const {base} = await serve((_, response) => {
      const letters = [...page('Страница не найдена', 'Страница не найдена')]
      const code = (letter: string): number => {
        const point = letter.codePointAt(0)!
        return point < 128 ? point : point - 0x410 + 0xc0
      }
      response.writeHead(200, {'content-type': 'text/html; charset=windows-1251'})
      response.end(Buffer.from(letters.map(code)))
    })
    expect(await visited(`${base}/a`)).toMatchObject({verdict: 'soft-404'})
  })

  test.each([
    [
      'an article about such pages',
      page('Page not found: a history of the 404', 'Page not found: a history of the 404').replace(': a', ' and a'),
    ],
    ['an article of an encyclopedia', page('HTTP 404 – Example', 'HTTP 404')],
    ['a title that nothing in the page agrees with', page('Not found', 'A bridge was opened')],
    ['a number for a title', page('404 | The Band', '404')],
    ['a short page', page('A bridge was opened', 'A bridge was opened', 10)],
    [
      'a short notice that something else is no longer available',
      page('Ferry', 'Ferry', 5).replace('river', 'The old ticket is no longer available.'),
    ],
    [
      'what a script says',
      `<script>document.title = 'Page not found'</script>${page('News', 'News', 20)}<style>h1{}</style>`,
    ],
  ])('is not: %s', async (_, html) => {
    const {base} = await serve((__, response) => answer(response, 200, html))
    expect(await visited(`${base}/a`)).toEqual({verdict: 'alive', status: 200})
  })

  test('by a redirect to the front page, where every address of the site has one', async () => {
    const {base} = await serve((request, response) => {
      if (request.url === '/') fine(request, response)
      else to('/')(request, response)
    })
    expect(await visited(`${base}/2019/bridge.html`)).toMatchObject({
      verdict: 'soft-404',
      final: `${base}/`,
      reason: 'leads to the front page, as any other address there does',
    })
  })

  test('is not: one that leads to the front page, where others are not found', async () => {
    const {base} = await serve(paths({'/home.html': to('/'), '/': fine}))
    expect(await visited(`${base}/home.html`)).toMatchObject({verdict: 'moved', final: `${base}/`})
  })

  test('is not: one that leads to the front page for a while', async () => {
    const {base} = await serve((request, response) => {
      if (request.url === '/') fine(request, response)
      else to('/', 302)(request, response)
    })
    expect(await visited(`${base}/2019/bridge.html`)).toMatchObject({
      verdict: 'alive',
      reason: 'leads to the front page',
    })
  })

  test('since its domain is gone, when names can be looked up at all', async () => {
    const {port} = await serve(fine)
    const {visitor, stop} = startVisits({
      signs: signsOfRot,
      userAgent: 'test',
      concurrency: 1,
      perHost: 1,
      delay: 0,
      timeout: 1000,
      retries: 1,
      backOff: 5,
      wayback: 'off',
      allowPrivate: true,
      lookup: (name, _, callback) => {
        if (name === 'alive.example') callback(null, [{address: '127.0.0.1', family: 4}])
        else callback(Object.assign(new Error(name), {code: name.startsWith('slow') ? 'EAI_AGAIN' : 'ENOTFOUND'}), [])
      },
    })
    const dead = new URL('http://gone.example/a')
    expect(await visit(dead, visitor)).toMatchObject({
      verdict: 'unreachable',
      reason: 'there is no such host (ENOTFOUND); but no name could be looked up at all: is there a network?',
    })
    expect(await visit(new URL(`http://alive.example:${port}/`), visitor)).toMatchObject({verdict: 'alive'})
    expect(await visit(dead, visitor)).toEqual({
      verdict: 'gone',
      reason: 'there is no such host (ENOTFOUND)',
      hostTrouble: 'certain',
    })
    expect(await visit(new URL('http://slow.example/'), visitor)).toMatchObject({verdict: 'unreachable'})
    await stop()
  })
})

describe('a domain that nobody uses', () => {
  test.each([
    ['says that it is for sale', page('example.com', 'example.com', 30).replace('river', 'This domain is for sale!')],
    [
      'shows what a parker serves',
      `<title>x</title><script src="//www.sedoparking.com/js/a.js"></script><p>Related searches`,
    ],
  ])('%s', async (_, html) => {
    const {base} = await serve((__, response) => answer(response, 200, html))
    expect(await visited(`${base}/a`)).toMatchObject({verdict: 'parked', status: 200})
  })

  test('leads to who sells it', async () => {
    const {base, port} = await serve(fine)
    const first = await serve(to(`http://www.hugedomains.com:${port}/domain_profile.cfm?d=x`, 302))
    const found = await visited(`${first.base}/a`, {
      lookup: (_, __, callback) => callback(null, [{address: '127.0.0.1', family: 4}]),
    })
    expect(found).toMatchObject({verdict: 'parked', reason: 'leads to www.hugedomains.com'})
    expect(base).toContain(String(port))
  })

  test.each([
    ['an article about such domains', page('What “this domain is for sale” means', 'This domain is for sale', 400)],
    ['a page that links to a seller', `<title>Links</title><a href="https://www.sedoparking.com/">here</a>`],
  ])('is not: %s', async (_, html) => {
    const {base} = await serve((__, response) => answer(response, 200, html))
    expect(await visited(`${base}/a`)).toMatchObject({verdict: 'alive'})
  })
})

describe('a server that refuses us', () => {
  test.each([400, 401, 402, 403, 406, 418, 429, 451, 999])('by status %i', async (status) => {
    const {base} = await serve((_, response) => answer(response, status, page('No')))
    expect(await visited(`${base}/a`)).toEqual({verdict: 'refused', status})
  })

  test('for a moment is waited for as long as it asks', async () => {
    let count = 0
    const {base, requests} = await serve((request, response) => {
      if (count++ === 0) answer(response, 429, '', {'retry-after': '1'})
      else fine(request, response)
    })
    const start = performance.now()
    expect(await visited(`${base}/a`, {retries: 1})).toEqual({verdict: 'alive', status: 200})
    expect(performance.now() - start).toBeGreaterThan(950)
    expect(requests).toEqual(['HEAD /a', 'HEAD /a', 'GET /a'])
  })

  test('for an hour is left alone', async () => {
    const {base, requests} = await serve((_, response) => answer(response, 429, '', {'retry-after': '3600'}))
    expect(await visited(`${base}/a`, {retries: 5})).toEqual({verdict: 'refused', status: 429, closedFor: 3_600_000})
    expect(requests).toHaveLength(1)
  })

  test('until a date is left alone until then', async () => {
    const date = new Date(Date.now() + 3_600_000).toUTCString()
    const {base} = await serve((_, response) => answer(response, 503, '', {'retry-after': date}))
    const {verdict, closedFor} = await visited(`${base}/a`, {retries: 5})
    expect(verdict).toBe('unreachable')
    expect(closedFor).toBeGreaterThan(3_500_000)
  })
})

describe('a server in trouble', () => {
  test('is tried again, and then its page is there', async () => {
    let count = 0
    const {base} = await serve((request, response) => {
      if (count++ < 4) answer(response, 503, '')
      else fine(request, response)
    })
    expect(await visited(`${base}/a`, {retries: 2})).toEqual({verdict: 'alive', status: 200})
  })

  test('for good is unreachable, not gone', async () => {
    const {base, requests} = await serve((_, response) => answer(response, 500, page('Oh')))
    expect(await visited(`${base}/a`, {retries: 1})).toEqual({
      verdict: 'unreachable',
      status: 500,
      reason: 'status 500',
    })
    expect(requests).toHaveLength(4)
  })

  test('that never answers', async () => {
    const {base} = await serve(() => {})
    const start = performance.now()
    expect(await visited(`${base}/a`, {timeout: 300})).toEqual({
      verdict: 'unreachable',
      reason: 'timed out after 300ms',
    })
    expect(performance.now() - start).toBeLessThan(3000)
  })

  test('that breaks off', async () => {
    const {base} = await serve((request) => request.socket.destroy())
    expect(await visited(`${base}/a`)).toMatchObject({verdict: 'unreachable'})
  })

  test('that resets', async () => {
    const base = await serveBytes((socket) => socket.once('data', () => socket.resetAndDestroy()))
    expect(await visited(`${base}/a`)).toEqual({
      verdict: 'unreachable',
      reason: 'the connection was reset (ECONNRESET)',
    })
  })

  test('where nothing listens', async () => {
    // Port 1 is nobody's.
    expect(await visited('http://127.0.0.1:1/a')).toEqual({
      verdict: 'unreachable',
      reason: 'nothing listens there (ECONNREFUSED)',
      hostTrouble: 'likely',
    })
  })

  test.each([
    ['speaks another language', 'SSH-2.0-OpenSSH_9.2\r\n'],
    ['has a broken head', 'HTTP/1.1 200 OK\r\nContent-Length: two\r\n\r\n'],
    ['has headers without end', `HTTP/1.1 200 OK\r\n${`X-A: ${'a'.repeat(1000)}\r\n`.repeat(100)}\r\n`],
  ])('that %s', async (_, bytes) => {
    const base = await serveBytes((socket) => socket.once('data', () => socket.end(bytes)))
    expect(await visited(`${base}/a`)).toMatchObject({verdict: 'unreachable', reason: expect.any(String)})
  })

  test('that redirects to nothing', async () => {
    const {base} = await serve((_, response) => answer(response, 304, ''))
    expect(await visited(`${base}/a`)).toMatchObject({verdict: 'unreachable', status: 304})
  })

  test('that cannot prove who it is', async () => {
    const base = await serveSecurely(key, certificate, fine)
    expect(await visited(`${base}/a`)).toEqual({
      verdict: 'unreachable',
      reason: 'no secure connection (DEPTH_ZERO_SELF_SIGNED_CERT)',
      hostTrouble: 'likely',
    })
  })

  test('that speaks no TLS', async () => {
    const base = await serveBytes((socket) => socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')))
    expect(await visited(`${base.replace('http:', 'https:')}/a`)).toMatchObject({
      verdict: 'unreachable',
      reason: expect.stringContaining('no secure connection'),
    })
  })
})

describe('a body that is a trap', () => {
  const head = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n'

  /** Answer GET with bytes, and go on for as long as somebody reads. */
  const endless = (first: string, more: Buffer, every = 0) =>
    serveBytes((socket) => {
      socket.once('data', (request) => {
        socket.write(first)
        if (String(request).startsWith('HEAD')) {
          socket.end()
          return
        }
        const write = (): void => {
          if (socket.destroyed) return
          if (every > 0) {
            socket.write(more)
            setTimeout(write, every)
          } else if (socket.write(more)) setImmediate(write)
          else socket.once('drain', write)
        }
        write()
      })
    })

  test('without end is read to a limit', async () => {
    const base = await endless(`${head}\r\n`, Buffer.alloc(65_536, 'river stone '))
    const before = process.memoryUsage().rss
    expect(await visited(`${base}/a`)).toEqual({verdict: 'alive', status: 200})
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 ** 2)
  })

  test('that drips is read until time is up', async () => {
    const base = await endless(`${head}\r\n`, Buffer.from('x'), 20)
    const start = performance.now()
    expect(await visited(`${base}/a`, {timeout: 500})).toEqual({verdict: 'alive', status: 200})
    expect(performance.now() - start).toBeLessThan(3000)
  })

  test.each([
    ['shorter than it says', `${head}Content-Length: 5000\r\n\r\n${page('A bridge was opened')}`],
    ['longer than it says', `${head}Content-Length: 50\r\n\r\n${page('A bridge was opened')}`],
    ['with broken chunks', `${head}Transfer-Encoding: chunked\r\n\r\nzz\r\nriver\r\n`],
  ])('%s', async (_, bytes) => {
    const base = await serveBytes((socket) => {
      socket.once('data', (request) => socket.end(String(request).startsWith('HEAD') ? `${head}\r\n` : bytes))
    })
    expect(await visited(`${base}/a`)).toEqual({verdict: 'alive', status: 200})
  })

  test('that is packed small and unpacks huge is unpacked to a limit', async () => {
    // A hundred megabytes of zeros, and a title that stands behind them.
    const bomb = gzipSync(Buffer.concat([Buffer.alloc(100 * 1024 ** 2), Buffer.from(page('Page not found'))]))
    const {base} = await serve((_, response) => {
      response.writeHead(200, {'content-type': 'text/html', 'content-encoding': 'gzip'})
      response.end(bomb)
    })
    const before = process.memoryUsage().rss
    expect(await visited(`${base}/a`)).toEqual({verdict: 'alive', status: 200})
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 ** 2)
  })

  test('that is packed is read', async () => {
    const {base} = await serve((_, response) => {
      response.writeHead(200, {'content-type': 'text/html', 'content-encoding': 'gzip'})
      response.end(gzipSync(page('Page not found')))
    })
    expect(await visited(`${base}/a`)).toMatchObject({verdict: 'soft-404'})
  })

  test.each([
    ['packed in an unknown way', {'content-encoding': 'zstd'}],
    ['said to be packed, which it is not', {'content-encoding': 'gzip'}],
    ['in a charset that there is not', {'content-type': 'text/html; charset=klingon'}],
  ])('%s says nothing against the page', async (_, headers) => {
    const {base} = await serve((__, response) =>
      answer(response, 200, page('A bridge was opened'), headers as Record<string, string>),
    )
    expect(await visited(`${base}/a`)).toEqual({verdict: 'alive', status: 200})
  })

  test.each([
    ['tags that never end', '<h1'.repeat(40_000)],
    ['titles that never end', '<title>'.repeat(18_000)],
    ['scripts that never end', '<script>'.repeat(16_000)],
    ['references that never end', '&#'.repeat(60_000)],
    ['attributes that never end', `<img ${'src=" '.repeat(20_000)}>`],
  ])('of %s is read in no time', async (_, html) => {
    const {base} = await serve((__, response) => answer(response, 200, html))
    const start = performance.now()
    expect(await visited(`${base}/a`)).toEqual({verdict: 'alive', status: 200})
    expect(performance.now() - start).toBeLessThan(2000)
  })
})

/** Of a server on this machine that nobody vouches for, for a hundred years. */
const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgj+Ilmwk51/0E4fPp
oC89GG0VAqTX+LZiRDKwP+jgXmehRANCAAQf4LaHpWjSIKaUCfXAngb3Y/TXqQyf
Nzlm7nYBJikH28bfc9VhmC8lmNkgW5ZiWMdbN/aYX5u6qiuTpsWCboN+
-----END PRIVATE KEY-----`
const certificate = `-----BEGIN CERTIFICATE-----
MIIBfzCCASWgAwIBAgIUNJdSmBYhtQT4o8NR7lLG0SQ7+nowCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEzMDExNDEzNVoYDzIxMjYxMTA2
MTE0MTM1WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAQf4LaHpWjSIKaUCfXAngb3Y/TXqQyfNzlm7nYBJikH28bfc9VhmC8l
mNkgW5ZiWMdbN/aYX5u6qiuTpsWCboN+o1MwUTAdBgNVHQ4EFgQUCkipKbVxGONq
E4OijkGCVo5vUC0wHwYDVR0jBBgwFoAUCkipKbVxGONqE4OijkGCVo5vUC0wDwYD
VR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiEA7t/k6Uac+u4i3L2XDBCB
3dKU4tElKAKTx1LwG37/46QCIDylly5SeWmlsYwNV8RD02EDoLXaTAnlnFm941Xy
tF7d
-----END CERTIFICATE-----`
