/**
 * Serve a report on the loopback interface, so that decisions can be made in it.
 *
 * Whoever has the address may decide, so the address holds a secret; who was led here by another page has another origin, by a name of his
 * own another host, and is refused. Nothing but the files of the report is given out.
 */
import {randomBytes, timingSafeEqual} from 'node:crypto'
import {lstat, readFile} from 'node:fs/promises'
import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'
import {join} from 'node:path'
import pLimit from 'p-limit'
import {z} from 'zod'
import {DocumentError, OutputError, UsageError} from '../errors.js'
import {describe} from '../run/system-errors.js'
import {type Actions, wishSchema} from './actions.js'
import {servedFiles, servedPolicy} from './page.js'

/** Loopback alone: no other machine gets here. */
const host = '127.0.0.1'
/** Largest request, in bytes. */
const mostBytes = 64 * 1024

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
}

const headers = {
  'content-security-policy': `${servedPolicy}; frame-ancestors 'none'`,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
}

export interface ServedReport {
  /** The address to open; it holds the secret. */
  readonly url: string
  close(): Promise<void>
}

/**
 * Begin to serve.
 *
 * @param folder the report.
 * @param port 0 for any that is free.
 * @throws UsageError for a port that cannot be had.
 */
export async function serveReport(folder: string, actions: Actions, port = 0): Promise<ServedReport> {
  const secret = randomBytes(24).toString('base64url')
  // One thing at a time: two runs at once would only refuse each other.
  const inTurn = pLimit(1)
  const server = createServer((request, response) => {
    handle(request, {folder, actions: {actions, inTurn}, secret, port: (server.address() as AddressInfo).port}).then(
      (answer) => send(response, answer),
      (error) =>
        send(response, {status: 500, body: JSON.stringify({error: String((error as Error).message)}), type: 'json'}),
    )
  })
  await listen(server, port)
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}/${secret}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) =>
      reject(new UsageError(`Cannot listen on port ${port}: ${faultOfPort(cause)}; name another with --port`, {cause})),
    )
    server.listen(port, host, resolve)
  })
}

function faultOfPort(cause: Error): string {
  return (cause as NodeJS.ErrnoException).code === 'EADDRINUSE' ? 'another program does' : describe(cause)
}

interface Setting {
  readonly folder: string
  readonly actions: {readonly actions: Actions; readonly inTurn: ReturnType<typeof pLimit>}
  readonly secret: string
  readonly port: number
}

interface Answer {
  readonly status: number
  readonly body: string | Buffer
  readonly type: string
  /** Whether the rest of what is sent is not read, and the connection ends. */
  readonly isLast?: boolean
}

const refusal = (status: number, error: string): Answer => ({status, body: JSON.stringify({error}), type: 'json'})

async function handle(request: IncomingMessage, {folder, actions, secret, port}: Setting): Promise<Answer> {
  const {method, headers: given} = request
  // A page of another name that leads here (DNS rebinding) says its own.
  const hosts = [`${host}:${port}`, `localhost:${port}`]
  if (!hosts.includes(given.host ?? '')) return refusal(421, 'Unexpected host')
  // Another page, on another port of this machine too, may not have anything loaded from here.
  const site = given['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return refusal(403, 'Unexpected origin')
  const [, token = '', ...rest] = (request.url ?? '').replace(/[?#].*$/s, '').split('/')
  if (!isSame(token, secret)) return refusal(404, 'Nothing here; open the address that the program printed')
  const path = rest.join('/')
  if (path.startsWith('api/')) {
    if (method !== 'POST') return refusal(405, 'Expected POST')
    if (given.origin === undefined || !hosts.some((name) => given.origin === `http://${name}`))
      return refusal(403, 'Unexpected origin')
    if (given['content-type'] !== 'application/json') return refusal(415, 'Expected application/json')
    const body = await read(request)
    if (body === undefined) return {...refusal(413, 'Too much'), isLast: true}
    return actions.inTurn(() => act(path.slice('api/'.length), body, actions.actions))
  }
  if (method !== 'GET' && method !== 'HEAD') return refusal(405, 'Expected GET')
  return file(folder, path === '' ? 'index.html' : path)
}

function isSame(given: string, secret: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(secret)]
  return one.length === other.length && timingSafeEqual(one, other)
}

async function read(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > mostBytes) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const undoSchema = z.strictObject({id: z.string().max(64)})

async function act(name: string, body: string, actions: Actions): Promise<Answer> {
  const answer = (value: unknown): Answer => ({status: 200, body: JSON.stringify(value ?? {}), type: 'json'})
  try {
    const value: unknown = JSON.parse(body)
    if (name === 'decide') return answer(await actions.decide(wishSchema.parse(value)))
    if (name === 'undo') return answer(await actions.undo(undoSchema.parse(value).id))
    if (name === 'list') return answer(await actions.list())
    if (name === 'apply') return answer(await actions.apply())
    return refusal(404, 'No such action')
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return refusal(400, 'Unexpected request')
    if (error instanceof UsageError || error instanceof DocumentError || error instanceof OutputError)
      return refusal(409, error.message)
    throw error
  }
}

/** A file of the report; what it is served with beside what it holds comes from the program. */
async function file(folder: string, path: string): Promise<Answer> {
  const own = servedFiles()
  if (Object.hasOwn(own, path)) return {status: 200, body: own[path]!, type: path.replace(/^.*\./, '')}
  // Its files are called by numbers and words: there is nothing to decode, and no way up.
  if (!/^(?:[\w-]+\/)*[\w-]+\.(?:js|css)$/.test(path)) return refusal(404, 'No such file')
  const name = join(folder, path)
  try {
    if (!(await lstat(name)).isFile()) return refusal(404, 'No such file')
    return {status: 200, body: await readFile(name), type: path.replace(/^.*\./, '')}
  } catch {
    return refusal(404, 'No such file; the report may be being built anew')
  }
}

function send(response: ServerResponse, {status, body, type, isLast}: Answer): void {
  response.writeHead(status, {
    ...headers,
    ...(isLast && {connection: 'close'}),
    'content-type': types[type] ?? 'application/json; charset=utf-8',
  })
  response.end(response.req.method === 'HEAD' ? undefined : body)
}
