/** Decide by its headers what a record of a web archive is: a raw and how it is given, one to leave out, or a bad one. */
import {AsyncIterReader, type StatusAndHeaders, StatusAndHeadersParser} from 'warcio'
import type {Given} from '../document/given.js'
import type {Codings} from './http-payload.js'
import type {LeftOut} from './record.js'

/** What a payload is: how it is given, and what has to be undone first. */
export interface Wanted {
  readonly given: Given
  readonly codings: Codings
  /** Whether nothing says what it is: it is left out unless it looks like text. */
  readonly isUnlabelled: boolean
}

export type Decision = {readonly wanted: Wanted} | {readonly leftOut: LeftOut} | {readonly reason: string}

const noCodings: Codings = {transfer: null, content: null}

/** Parse the first line and the headers of a record, or of an HTTP answer. */
export async function parseHeaders(bytes: Uint8Array): Promise<StatusAndHeaders | undefined> {
  // `Headers` join values that come twice; warcio's own map of them throws for some.
  const reader = new AsyncIterReader([bytes], null)
  return (await new StatusAndHeadersParser().parse(reader, {headersClass: Headers})) ?? undefined
}

/** The length of a record's block; undefined where its header has no valid one. */
export function blockLength({headers}: StatusAndHeaders): number | undefined {
  const value = headers.get('Content-Length')
  return value && /^\d{1,15}$/.test(value) ? Number(value) : undefined
}

/** The id of a record, where it is a UUID. */
export function recordId({headers}: StatusAndHeaders): string | undefined {
  const id = headers.get('WARC-Record-ID') ?? ''
  return /^<?urn:uuid:([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})>?$/i.exec(id)?.[1]?.toLowerCase()
}

/** Tell whether a record's block is an HTTP answer, with a header of its own before the payload. */
export function isResponse({headers}: StatusAndHeaders): boolean {
  return typeOf(headers) === 'response' && /^\s*application\/http\b/i.test(headers.get('Content-Type') ?? '')
}

/** Decide about a record that is no HTTP answer. */
export function decideByRecord({headers}: StatusAndHeaders): Decision {
  const type = typeOf(headers)
  // An answer without HTTP is one of DNS or FTP.
  if (type === 'response') return {leftOut: 'media type'}
  if (type !== 'resource' && type !== 'conversion') return {leftOut: 'record type'}
  return describePartial(headers) ?? decideByMedia(headers, headers.get('Content-Type'), noCodings)
}

/** Decide about an HTTP answer. */
export function decideByResponse({headers}: StatusAndHeaders, http: StatusAndHeaders | undefined): Decision {
  const status = http && /^HTTP\/[\d.]+\s+(\d{3})(?:\s|$)/i.exec(http.statusline)?.[1]
  if (!http || status === undefined) return {reason: 'holds no HTTP answer: it does not begin with a status'}
  if (!status.startsWith('2')) return {leftOut: 'HTTP status'}
  const codings = {
    transfer: http.headers.get('Transfer-Encoding') ?? null,
    content: http.headers.get('Content-Encoding') ?? null,
  }
  const decision = decideByMedia(headers, http.headers.get('Content-Type'), codings)
  return 'wanted' in decision ? (describePartial(headers) ?? decision) : decision
}

type HeaderMap = StatusAndHeaders['headers']

function typeOf(headers: HeaderMap): string {
  return (headers.get('WARC-Type') ?? '').toLowerCase()
}

/** Say why what a record holds is a part of what it should. A text that is cut off must not pass for a whole one. */
function describePartial(headers: HeaderMap): {readonly reason: string} | undefined {
  if (headers.get('WARC-Segment-Number')) return {reason: 'is one of several segments, which are not put together'}
  const cut = headers.get('WARC-Truncated')
  return cut ? {reason: `is not whole: whoever archived it stopped reading (${word(cut)})`} : undefined
}

/** Media types that are taken, and what they say of a raw: text may be markdown under its own name alone. */
const mediaTypes: Readonly<Record<string, Given['mediaType']>> = {
  'text/html': 'text/html',
  'application/xhtml+xml': 'text/html',
  'text/plain': 'text/plain',
  'text/markdown': undefined,
}
/** What servers say that do not know. */
const unknownTypes: readonly string[] = [
  '',
  '*/*',
  'unknown/unknown',
  'application/unknown',
  'application/octet-stream',
]

function decideByMedia(headers: HeaderMap, contentType: string | null | undefined, codings: Codings): Decision {
  const declared = essenceOf(contentType)
  const isUnknown = unknownTypes.includes(declared)
  // What the archive found out goes where the server told nothing.
  const type = isUnknown ? essenceOf(headers.get('WARC-Identified-Payload-Type')) : declared
  const isUnlabelled = isUnknown && unknownTypes.includes(type)
  if (!isUnlabelled && !Object.hasOwn(mediaTypes, type)) return {leftOut: 'media type'}
  const mediaType = mediaTypes[type]
  const charset = /;\s*charset\s*=\s*["']?([^\s"';,]{1,40})/i.exec(contentType ?? '')?.[1]?.toLowerCase()
  const source = sourceOf(headers.get('WARC-Target-URI'))
  // The date of an archive's record is that of the visit: it says nothing of when the text was published.
  const given = {
    ...(mediaType && {mediaType}),
    ...(charset !== undefined && {charset}),
    ...(source !== undefined && {fields: {source}}),
  }
  return {wanted: {given, codings, isUnlabelled}}
}

/** The media type alone, of the first header where a server sent several. */
function essenceOf(contentType: string | null | undefined): string {
  return (/^[^;,]*/.exec(contentType ?? '')?.[0] ?? '').trim().toLowerCase()
}

/** The address of a page. Some tools write it in angle brackets. */
function sourceOf(uri: string | null | undefined): string | undefined {
  const bare = uri?.replace(/^<(.*)>$/, '$1')
  if (!bare || !/^https?:\/\//i.test(bare) || !URL.canParse(bare)) return undefined
  return /[\s\p{Cc}]/u.test(bare) ? new URL(bare).href : bare
}

function word(text: string): string {
  return JSON.stringify(text.slice(0, 40))
}
