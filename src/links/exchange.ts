/**
 * Send one request and take its answer: status, a few headers, and the beginning of a page's text. Redirects are answers
 * like all others.
 *
 * Whatever a server does, this ends: in time, with a bounded number of bytes read and of bytes unpacked. No cookies are
 * kept and nothing is sent that would say where the address was found.
 */
import {createBrotliDecompress, createGunzip, createInflate, constants as zlib} from 'node:zlib'
import {Agent, type buildConnector, type Dispatcher} from 'undici'
import {formatDuration} from '../config/units.js'

export interface Answer {
  readonly status: number
  /** Where the answer leads on to, as the server wrote it. */
  readonly location?: string | undefined
  /** Media type without its parameters, in lower case; empty where none was said. */
  readonly mediaType: string
  /** How long the server asks to be left alone, in milliseconds. */
  readonly retryAfter?: number | undefined
  /** The beginning of the text, where it was asked for. */
  readonly text: string
}

/** Why there was no answer. */
export interface Failure {
  /**
   * `no-host`: there is no such name. `private`: the address may not be visited. `host`: nothing that listens, or nobody that
   * can prove to be it; other addresses of that host would fare the same. `answer`: what came was no answer.
   */
  readonly kind: 'no-host' | 'private' | 'host' | 'answer'
  /** For a person. */
  readonly reason: string
  /** Whether it may be different in a moment. */
  readonly isTransient: boolean
}

export interface Exchange {
  readonly url: URL
  readonly method: 'HEAD' | 'GET'
  readonly dispatcher: Dispatcher
  readonly userAgent: string
  /** Longest time from the request to the end of the answer, in milliseconds. */
  readonly timeout: number
  /** Whether the text of an answer is wanted. */
  readonly reads: (answer: Pick<Answer, 'status' | 'mediaType'>) => boolean
}

/** Most bytes of a page that are read, and most that are unpacked of them: its head, and a screen or two. */
const mostBytes = 128 * 1024

/** Send a request; never throws for what a server or a network does. */
export async function exchange(request: Exchange): Promise<Answer | Failure> {
  const {url, method, dispatcher, userAgent, timeout, reads} = request
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), timeout)
  try {
    const {statusCode, headers, body} = await dispatcher.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method,
      headers: {
        'user-agent': userAgent,
        accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
        'accept-encoding': 'gzip, deflate, br',
      },
      signal: controller.signal,
      headersTimeout: timeout,
      bodyTimeout: timeout,
    })
    // What is left unread breaks off with an error that is of our own making.
    body.on('error', () => {})
    const header = (name: string): string | undefined => [headers[name] ?? []].flat()[0]
    const type = header('content-type') ?? ''
    const answer = {
      status: statusCode,
      location: asText(header('location')),
      mediaType: type.split(';', 1)[0]!.trim().toLowerCase(),
      retryAfter: parseRetryAfter(header('retry-after')),
    }
    const bytes = method === 'GET' && reads(answer) ? await beginningOf(body) : Buffer.alloc(0)
    // The connection is of further use only where nothing more comes on it.
    if (method === 'HEAD') await body.dump()
    else body.destroy()
    return {...answer, text: decode(await unpack(bytes, header('content-encoding') ?? ''), type)}
  } catch (error) {
    if (controller.signal.aborted) {
      return {kind: 'answer', reason: `timed out after ${formatDuration(timeout)}`, isTransient: true}
    }
    return failureOf(error)
  } finally {
    clearTimeout(timer)
    // An answer without end is cut here.
    controller.abort()
  }
}

/** Whether there was no answer. */
export function isFailure(outcome: Answer | Failure): outcome is Failure {
  return 'kind' in outcome
}

/** Read as much of a body as is wanted. One that breaks off or never ends has said that it is there. */
async function beginningOf(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for await (const chunk of body) {
      chunks.push(chunk)
      length += chunk.length
      if (length >= mostBytes) break
    }
  } catch {
    // The connection broke, its length was a lie, or time was up: what came is what there is.
  }
  return Buffer.concat(chunks).subarray(0, mostBytes)
}

/** Unpack the beginning of a packed text, no more of it than is read of a plain one. */
async function unpack(bytes: Buffer, encoding: string): Promise<Buffer> {
  const name = encoding.trim().toLowerCase()
  if (name === '' || name === 'identity' || bytes.length === 0) return bytes
  // The end may be missing: what can be unpacked until there is given out all the same.
  const flush = {finishFlush: zlib.Z_SYNC_FLUSH}
  const unpacker =
    name === 'gzip' || name === 'x-gzip'
      ? createGunzip(flush)
      : name === 'deflate'
        ? createInflate(flush)
        : name === 'br'
          ? createBrotliDecompress({finishFlush: zlib.BROTLI_OPERATION_FLUSH})
          : undefined
  if (!unpacker) return Buffer.alloc(0)
  unpacker.end(bytes)
  const text = await beginningOf(unpacker as AsyncIterable<Buffer>)
  unpacker.destroy()
  return text
}

/** Decode a text as the header or the page itself names its charset; all that is looked for in it is phrases. */
function decode(bytes: Buffer, contentType: string): string {
  if (bytes.length === 0) return ''
  const declared = /charset\s*=\s*["']?([\w:.-]+)/i
  const label = declared.exec(contentType)?.[1] ?? declared.exec(bytes.toString('latin1', 0, 4096))?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(label).decode(bytes)
  } catch {
    // There is no such charset.
    return new TextDecoder().decode(bytes)
  }
}

/** Read a header of which the bytes may be UTF-8, though none but ASCII should be there. */
function asText(header: string | undefined): string | undefined {
  if (header === undefined || !/[\x80-\xff]/.test(header) || /[^\0-\xff]/.test(header)) return header
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(Buffer.from(header, 'latin1'))
  } catch {
    return header
  }
}

/** Read a Retry-After header, seconds or a date; undefined for what is neither. */
function parseRetryAfter(value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  if (/^\d{1,9}$/.test(value.trim())) return Number(value) * 1000
  const date = Date.parse(value)
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now())
}

const unresolved = new Set(['ENOTFOUND', 'ENODATA'])
const unconnected = new Set([
  'EAI_AGAIN',
  'EAI_FAIL',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
])
const broken = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'])

const wording: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no such host (ENOTFOUND)',
  ENODATA: 'there is no such host (ENODATA)',
  EAI_AGAIN: 'its name could not be looked up (EAI_AGAIN)',
  ECONNREFUSED: 'nothing listens there (ECONNREFUSED)',
  UND_ERR_CONNECT_TIMEOUT: 'no connection in time',
  ECONNRESET: 'the connection was reset (ECONNRESET)',
  UND_ERR_SOCKET: 'the connection was closed',
  UND_ERR_HEADERS_OVERFLOW: 'its headers are too large',
  EPRIVATE: 'not visited: it leads to no address of the public internet',
}

function failureOf(error: unknown): Failure {
  const {code = '', message} = innermost(error)
  const reason = wording[code] ?? (code || message)
  if (code === 'EPRIVATE') return {kind: 'private', reason, isTransient: false}
  if (unresolved.has(code)) return {kind: 'no-host', reason, isTransient: true}
  if (unconnected.has(code)) return {kind: 'host', reason, isTransient: true}
  if (broken.has(code)) return {kind: 'answer', reason, isTransient: true}
  if (/CERT|TLS|SSL|EPROTO|SELF_SIGNED|UNABLE_TO/.test(code)) {
    return {kind: 'host', reason: `no secure connection (${code})`, isTransient: false}
  }
  // A fault of our own is no fault of a server's.
  if (error instanceof TypeError || error instanceof ReferenceError || error instanceof RangeError) throw error
  return {kind: 'answer', reason: `its answer is not HTTP (${code || message})`, isTransient: false}
}

/** Where several addresses of a host were tried, the first failure speaks for all. */
function innermost(error: unknown): NodeJS.ErrnoException {
  const several = error as {readonly errors?: readonly NodeJS.ErrnoException[]; readonly code?: string}
  return several.code === undefined && several.errors?.[0] ? several.errors[0] : (error as NodeJS.ErrnoException)
}

/** Make a dispatcher that opens connections through a connector, and keeps them for a moment only. */
export function makeDispatcher(connect: buildConnector.connector, perHost: number): Agent {
  return new Agent({connect, connections: perHost, pipelining: 1, keepAliveTimeout: 4000, keepAliveMaxTimeout: 10_000})
}
