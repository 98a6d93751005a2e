/** Archives of the web, made for tests. */
import {gzipSync} from 'node:zlib'

type Headers = Readonly<Record<string, string>>

/** Write the first line and the headers of a record or an answer. */
function head(first: string, headers: Headers): string {
  return `${first}\r\n${Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n`
}

/** A record of any type. */
export function record(type: string, block: Uint8Array | string, headers: Headers = {}): Buffer {
  const bytes = Buffer.from(block)
  const all = {
    'WARC-Type': type,
    'WARC-Date': '2021-02-03T04:05:06Z',
    'Content-Length': String(bytes.length),
    ...headers,
  }
  return Buffer.concat([Buffer.from(head('WARC/1.0', all)), bytes, Buffer.from('\r\n\r\n')])
}

/** The id of a record by its number. */
export function idOf(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
}

export interface Answer {
  readonly status?: string
  readonly http?: Headers
  readonly warc?: Headers
}

/** A record with the answer of a server. */
export function response(number: number, body: Uint8Array | string, {status, http, warc}: Answer = {}): Buffer {
  const answer = head(`HTTP/1.1 ${status ?? '200 OK'}`, http ?? {'Content-Type': 'text/html; charset=UTF-8'})
  return record('response', Buffer.concat([Buffer.from(answer), Buffer.from(body)]), {
    'Content-Type': 'application/http; msgtype=response',
    'WARC-Record-ID': `<urn:uuid:${idOf(number)}>`,
    'WARC-Target-URI': `https://example.org/${number}`,
    ...warc,
  })
}

/** An archive of which each record is compressed by itself. */
export function compressed(records: readonly Uint8Array[]): Buffer {
  return Buffer.concat(records.map((bytes) => gzipSync(bytes)))
}
