/** No address leads into the network that the program stands in: not as a number, not by name, not by a redirect. */
import {type LookupAddress, lookup as systemLookup} from 'node:dns'
import {isIP} from 'node:net'
import {buildConnector} from 'undici'
import {describe, expect, test} from 'vitest'
import {signsOfRot} from '../../src/config/stages.js'
import {guardedConnector, type Lookup, PrivateAddressError} from '../../src/links/connector.js'
import {makeDispatcher} from '../../src/links/exchange.js'
import {isPublicAddress} from '../../src/links/public-addresses.js'
import {startVisits, type VisitsInit} from '../../src/links/start.js'
import {type Visit, visit} from '../../src/links/visit.js'
import {answer, page, serve} from './servers.js'

describe('an address of the public internet', () => {
  test.each([
    '8.8.8.8',
    '93.184.216.34',
    '172.32.0.1',
    '100.128.0.1',
    '2606:4700::1111',
    '::ffff:8.8.8.8',
    '64:ff9b::808:808',
  ])('%s is one', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })

  test.each([
    ['this machine', ['127.0.0.1', '127.8.9.10', '::1', '0.0.0.0', '::']],
    ['the same inside of IPv6', ['::ffff:127.0.0.1', '::ffff:7f00:1', '::127.0.0.1', '::ffff:0:127.0.0.1']],
    ['private networks', ['10.0.0.1', '172.16.0.1', '172.31.255.254', '192.168.1.1', 'fc00::1', 'fd12:3456::1']],
    ['the same inside of IPv6', ['::ffff:10.0.0.1', '::ffff:192.168.1.1']],
    [
      'links, and what clouds tell of themselves',
      ['169.254.169.254', '168.63.129.16', 'fe80::1', 'fe80::1%eth0', 'fec0::1'],
    ],
    ['networks of providers', ['100.64.0.1', '100.127.255.254']],
    ['many at once', ['224.0.0.1', '239.1.2.3', '255.255.255.255', 'ff02::1']],
    ['6to4 and Teredo', ['2002:7f00:1::', '2002:c0a8:101::1', '2002:808:808::1', '2001::1']],
    [
      'NAT64',
      ['64:ff9b::7f00:1', '64:ff9b::10.0.0.1', '64:ff9b::a9fe:a9fe', '64:ff9b:1::7f00:1', '64:ff9b:1::808:808'],
    ],
    ['IPv4 on a network of IPv6 (ISATAP)', ['2606:4700::5efe:10.0.0.1', '2606:4700::200:5efe:a00:1', '::5efe:8.8.8.8']],
    ['IPv4 as IPv6 once wrote it', ['::8.8.8.8', '0:0:0:0:0:0:8.8.8.8', '::808:808', '0::10.0.0.1']],
    ['a network of this machine that is named', ['2606:4700::1111%eth0', '2606:4700::1111%1', '::ffff:8.8.8.8%1']],
    ['networks that were given back', ['3ffe::1', '3ffe:831f:808:808::1']],
    ['nobody, or for tests and books', ['192.0.2.1', '198.18.0.1', '240.0.0.1', '2001:db8::1', '100::1', '4000::1']],
    [
      'no address as it is usually written',
      ['2130706433', '0x7f.1', '0177.0.0.1', '127.1', '0', 'localhost', '', '1.2.3.4.5'],
    ],
  ])('none: %s', (_, addresses) => {
    expect(addresses.filter(isPublicAddress)).toEqual([])
  })
})

/** Visit an address, with names that lead where the test says. */
async function visitWith(
  address: string,
  names: Readonly<Record<string, readonly string[]>> = {},
  more: Partial<VisitsInit> = {},
): Promise<Visit & {lookups: string[]}> {
  const lookups: string[] = []
  const {visitor, stop} = startVisits({
    signs: signsOfRot,
    userAgent: 'test',
    concurrency: 4,
    perHost: 2,
    delay: 0,
    timeout: 2000,
    retries: 0,
    backOff: 1,
    wayback: 'off',
    lookup: (hostname, _, callback) => {
      lookups.push(hostname)
      const addresses: LookupAddress[] = (names[hostname] ?? []).map((ip) => ({address: ip, family: isIP(ip)}))
      const error = addresses.length > 0 ? null : Object.assign(new Error('no such name'), {code: 'ENOTFOUND'})
      setImmediate(() => callback(error, addresses))
    },
    ...more,
  })
  try {
    return {...(await visit(new URL(address), visitor)), lookups}
  } finally {
    await stop()
  }
}

const refused = {
  verdict: 'unreachable',
  reason: 'not visited: it leads to no address of the public internet',
  hostTrouble: 'certain',
}

describe('a server on this machine is not visited', () => {
  test.each([
    '127.0.0.1',
    '127.1',
    '0',
    '0x7f.1',
    '2130706433',
    '017700000001',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '0.0.0.0',
    '１２７.0.0.1',
  ])('by the number %s', async (host) => {
    const {port, requests} = await serve((_, response) => answer(response, 200, page('Here')))
    expect(await visitWith(`http://${host}:${port}/`)).toEqual({...refused, lookups: []})
    expect(requests).toEqual([])
  })

  test('by the number [::1]', async () => {
    const {base, requests} = await serve((_, response) => answer(response, 200, page('Here')), '::1')
    expect(await visitWith(`${base}/`)).toEqual({...refused, lookups: []})
    expect(requests).toEqual([])
  })

  test.each([
    ['one', ['127.0.0.1']],
    ['one in IPv6', ['::1']],
    ['one inside of IPv6', ['::ffff:127.0.0.1']],
    ['one of another network', ['10.1.2.3']],
    ['a public one and a private one', ['93.184.216.34', '127.0.0.1']],
    ['a private one and a public one', ['127.0.0.1', '93.184.216.34']],
    ['what clouds tell of themselves', ['169.254.169.254']],
    ['NAT64 of this machine', ['64:ff9b::7f00:1']],
  ])('by a name that leads to %s', async (_, addresses) => {
    const {port, requests} = await serve((__, response) => answer(response, 200, page('Here')))
    expect(await visitWith(`http://inside.example:${port}/`, {'inside.example': addresses})).toEqual({
      ...refused,
      lookups: ['inside.example'],
    })
    expect(requests).toEqual([])
  })

  test('by the name localhost, as the system knows it', async () => {
    const {port, requests} = await serve((_, response) => answer(response, 200, page('Here')))
    const found = await visitWith(`http://localhost:${port}/`, {}, {lookup: systemLookup as Lookup})
    expect(found.reason).toBe(refused.reason)
    expect(requests).toEqual([])
  })

  test('over TLS', async () => {
    const {port, requests} = await serve((_, response) => answer(response, 200, page('Here')))
    expect((await visitWith(`https://127.0.0.1:${port}/`)).reason).toBe(refused.reason)
    expect((await visitWith(`https://inside.example:${port}/`, {'inside.example': ['127.0.0.1']})).reason).toBe(
      refused.reason,
    )
    expect(requests).toEqual([])
  })
})

test('the address that was checked is the one that is connected to: a name is looked up once a connection', async () => {
  const {port, requests} = await serve((_, response) => answer(response, 200, page('Here')))
  const found = await visitWith(`http://name.example:${port}/`, {'name.example': ['127.0.0.1']}, {allowPrivate: true})
  expect(found).toMatchObject({verdict: 'alive', status: 200})
  // After a HEAD the connection is closed, for servers that send a page all the same.
  expect(requests).toEqual(['HEAD /', 'GET /'])
  expect(found.lookups).toEqual(['name.example', 'name.example'])
})

test('a name that leads elsewhere the second time is checked the second time', async () => {
  const {port, requests} = await serve((_, response) => answer(response, 200, page('Here')))
  const addresses = ['127.0.0.1', '10.0.0.1']
  const seen: string[] = []
  const connect = guardedConnector({
    timeout: 1000,
    lookup: (_, __, callback) => {
      seen.push(addresses[seen.length]!)
      callback(null, [{address: seen.at(-1)!, family: 4}])
    },
  })
  for (const _ of addresses) {
    const error = await new Promise<Error | null>((resolve) => {
      const target = {hostname: 'name.example', host: `name.example:${port}`, protocol: 'http:', port: String(port)}
      connect(target, (...[failure]) => resolve(failure))
    })
    expect(error).toBeInstanceOf(PrivateAddressError)
  }
  expect(seen).toEqual(addresses)
  expect(requests).toEqual([])
})

test('a redirect to this machine is not followed', async () => {
  const inside = await serve((_, response) => answer(response, 200, page('Secret')))
  // The one private address that may be visited here stands for a public one.
  const outside = await serve((_, response) => {
    response.writeHead(302, {location: `http://127.0.0.1:${inside.port}/secret`})
    response.end()
  }, '127.0.0.2')
  const guarded = guardedConnector({timeout: 1000})
  const open = buildConnector({timeout: 1000})
  const {visitor, stop} = startVisits({
    signs: signsOfRot,
    userAgent: 'test',
    concurrency: 1,
    perHost: 1,
    delay: 0,
    timeout: 2000,
    retries: 0,
    wayback: 'off',
  })
  await stop()
  const dispatcher = makeDispatcher((target, callback) => {
    if (target.hostname === '127.0.0.2') open(target, callback)
    else guarded(target, callback)
  }, 1)
  const found = await visit(new URL(`${outside.base}/page`), {...visitor, dispatcher})
  await dispatcher.destroy()
  expect(found).toMatchObject({
    verdict: 'unreachable',
    reason: '127.0.0.1: not visited: it leads to no address of the public internet',
    redirects: [{url: `${outside.base}/page`, status: 302}],
  })
  expect(outside.requests.length).toBeGreaterThan(0)
  expect(inside.requests).toEqual([])
})
