/**
 * Read the header of a saved message, as e-mail and mailing lists have it (RFC 5322): lines `Name: value` at the very
 * head of a text, up to the first that is none.
 *
 * One line says nothing, for prose, diaries and plays begin lines alike: there must be three known names, the sender's
 * among them, and beside it a subject or a date. Addresses are read past; what the message was encoded in is left as it
 * is, but for the encoded words of its header.
 */
import {messageDate} from './declared-dates.js'
import type {Statement} from './head-lines.js'
import {isNobody, isPerson} from './persons.js'

export interface MessageHeader {
  /** Where the lines stand: from the first to behind the last, before its newline. */
  readonly start: number
  readonly end: number
  readonly statements: readonly Statement[]
}

const known: ReadonlySet<string> = new Set(
  (
    'approved approved-by archived-at autocrypt auto-submitted bcc cc comments content-class content-description content-disposition ' +
    'content-language content-length content-transfer-encoding content-type date delivered-to delivery-date envelope-to errors-to ' +
    'followup-to from importance in-reply-to keywords lines mailing-list message-id mime-version newsgroups nntp-posting-host ' +
    'organisation organization path posted-date precedence priority received references reply-to resent-date resent-from resent-to ' +
    'return-path sender sensitivity sent status subject thread-index thread-topic to user-agent x-mailer xref'
  ).split(' '),
)
/** Families of names: extensions, lists, signatures, traces. */
const family = /^(?:x|list|arc|dkim|domainkey|received|authentication|ms|feedback|old|original)-[a-z\d-]{1,60}$/
const headerLine = /^([A-Za-z][A-Za-z\d-]{0,70}):(?:[ \t]|$)/
/** What stands before each message of a mailbox. */
const envelope = /^From \S+ {1,3}(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ \d]\d [\d: ]{5,20}/
const leastKnown = 3
const mostLines = 200
const longestLine = 2000

/** Read the header at the head of a text whose line ends are `\n`; undefined for a text without. */
export function readMessageHeader(text: string): MessageHeader | undefined {
  const start = /^[ \t\n]*/.exec(text)![0].length
  if (!headerLine.test(text.slice(start, start + 80)) && !envelope.test(text.slice(start, start + 300)))
    return undefined
  const fields = new Map<string, string>()
  let last = ''
  let end = start
  for (let at = start, count = 0; at < text.length && count < mostLines; count++) {
    const newline = text.indexOf('\n', at)
    const lineEnd = newline < 0 ? text.length : newline
    if (lineEnd - at > longestLine) break
    const line = text.slice(at, lineEnd)
    const name = headerLine.exec(line)?.[1]?.toLowerCase()
    if (name !== undefined && (known.has(name) || family.test(name))) {
      // The first of a name counts: what follows again was put in on the way.
      last = fields.has(name) ? '' : name
      if (last) fields.set(name, line.slice(name.length + 1).trim())
    } else if (fields.size > 0 && /^[ \t]+\S/.test(line)) {
      if (last) fields.set(last, `${fields.get(last)} ${line.trim()}`)
    } else if (!(count === 0 && envelope.test(line))) break
    end = lineEnd
    at = lineEnd + 1
  }
  if (fields.size < leastKnown || !fields.has('from') || !(fields.has('subject') || fields.has('date')))
    return undefined
  const statements = statementsOf(fields)
  return statements.length > 0 ? {start, end, statements} : undefined
}

function statementsOf(fields: ReadonlyMap<string, string>): Statement[] {
  const statements: Statement[] = []
  const title = decodeWords(fields.get('subject') ?? '')
  if (title) statements.push({field: 'title', value: title})
  const authors = namesOf(fields.get('from') ?? '')
  if (authors.length > 0) statements.push({field: 'author', value: authors.length === 1 ? authors[0]! : authors})
  const date = messageDate(fields.get('date') ?? '')
  if (date) statements.push({field: 'date', value: date})
  return statements
}

/** One mailbox of a list: a name in quotes or without, its address; the address and a comment that is the name; a name alone. */
const mailbox =
  /"((?:[^"\\]|\\.){0,200})"[^,]{0,300}|([^"<>(),@]{1,200})<[^<>]{0,300}>|[^"<>(),]{1,300}\(([^()]{1,200})\)|([^,]+)/g

/** The names of those that a field names, without their addresses. */
function namesOf(value: string): string[] {
  const names = Array.from(value.slice(0, longestLine).matchAll(mailbox), ([, quoted, bare, comment, alone = '']) =>
    decodeWords((quoted ?? bare ?? comment ?? (isPerson(alone.trim()) ? alone : '')).replace(/\\(.)/g, '$1'))
      .replace(/\s+via\s.*$/i, '')
      .replace(/^['"]+|['"]+$/g, '')
      .trim(),
  )
  return [...new Set(names.filter((name) => name.length > 1 && !/[@<>[\]{}]|^https?:/.test(name) && !isNobody(name)))]
}

const encodedWord = /=\?([\w-]{1,40})(?:\*[\w-]{1,20})?\?([bq])\?([^?\s]{0,400})\?=/gi

/** Decode the encoded words of a header (RFC 2047); one in an unknown charset stays as it is. */
function decodeWords(value: string): string {
  // Space between two of them is there for the length of lines only.
  const joined = value.replace(/(\?=)\s+(?==\?[\w-]{1,40}\?[bq]\?)/gi, '$1')
  return joined
    .replace(encodedWord, (word, charset: string, encoding: string, content: string) => {
      const bytes = /b/i.test(encoding)
        ? Buffer.from(content, 'base64')
        : Buffer.from(
            content
              .replaceAll('_', ' ')
              .replace(/=([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
            'latin1',
          )
      try {
        return new TextDecoder(charset).decode(bytes)
      } catch (error) {
        if (error instanceof RangeError) return word
        throw error
      }
    })
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}
