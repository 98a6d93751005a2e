/** Servers on this machine that answer as a test says; they are gone when it ends. */
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http'
import {createServer as createSecureServer} from 'node:https'
import {type AddressInfo, createServer as createPlainServer, type Server, type Socket} from 'node:net'
import {onTestFinished} from 'vitest'

export type Handler = (request: IncomingMessage, response: ServerResponse) => void

export interface Served {
  /** Address of the server, without a slash at its end. */
  readonly base: string
  readonly port: number
  /** `HEAD /path` of every request, in order. */
  readonly requests: string[]
  /** Headers of every request. */
  readonly headers: IncomingMessage['headers'][]
}

/** Serve pages over HTTP. */
export async function serve(handler: Handler, host = '127.0.0.1'): Promise<Served> {
  const requests: string[] = []
  const headers: IncomingMessage['headers'][] = []
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`)
    headers.push(request.headers)
    handler(request, response)
  })
  server.on('clientError', (_, socket) => socket.destroy())
  const port = await listen(server, host)
  return {base: `http://${host.includes(':') ? `[${host}]` : host}:${port}`, port, requests, headers}
}

/** Serve pages over HTTPS, with a certificate that nobody has signed. */
export async function serveSecurely(key: string, cert: string, handler: Handler): Promise<string> {
  const server = createSecureServer({key, cert}, handler)
  server.on('tlsClientError', () => {})
  return `https://127.0.0.1:${await listen(server, '127.0.0.1')}`
}

/** Serve whatever bytes. */
export async function serveBytes(onConnection: (socket: Socket) => void): Promise<string> {
  const server = createPlainServer((socket) => {
    socket.on('error', () => {})
    onConnection(socket)
  })
  return `http://127.0.0.1:${await listen(server, '127.0.0.1')}`
}

async function listen(server: Server, host: string): Promise<number> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  )
  return (server.address() as AddressInfo).port
}

/** A page of some length, with a title and a heading. */
export function page(title: string, heading = title, words = 300): string {
  const text = Array.from({length: words}, (_, index) => ['river', 'stone', 'market', 'letter'][index % 4]).join(' ')
  return `<!doctype html><html><head><title>${title}</title></head><body><h1>${heading}</h1><p>${text}.</p></body></html>`
}

/** Answer with a page. */
export function answer(
  response: ServerResponse,
  status: number,
  html: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, {'content-type': 'text/html; charset=utf-8', ...headers})
  response.end(html)
}
