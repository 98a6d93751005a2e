/**
 * Read the lines `Title: …`, `Author: …`, `Date: …`, `URL: …` that scrapers put at the very head of a text, and MultiMarkdown as well.
 *
 * One such line is a line of the text, for recipes, plays and forms begin lines alike. There must be three or more, a title or an address among
 * them, each with a name that is known and a value that fits it, and a blank line behind the last: in doubt all of them stay.
 */
import {partialDate} from './dates.js'
import {readDeclaredDate} from './declared-dates.js'
import {authorNames, plainText, webAddress} from './declared-values.js'
import type {Statement} from './head-lines.js'
import {languageTag} from './language.js'

export interface LabelledHead {
  /** Where the lines stand: from the first to behind the last, before its newline. */
  readonly start: number
  readonly end: number
  readonly statements: readonly Statement[]
}

/** Fields by what their lines begin with, in lower case. */
const labels: ReadonlyMap<string, string> = new Map(
  Object.entries({
    title: 'title headline',
    subtitle: 'subtitle subheadline',
    author: 'author authors author(s) byline writer written-by',
    date: 'date published publication-date publish-date pub-date date-published published-on published-at',
    modified: 'modified updated last-modified last-updated date-modified',
    site: 'site website site-name publisher publication outlet newspaper',
    source: 'url link source source-url canonical-url original-url permalink',
    section: 'section category',
    language: 'language lang',
    description: 'description summary abstract',
    rights: 'copyright rights license',
    tags: 'tags keywords',
  }).flatMap(([field, names]) => names.split(' ').map((name) => [name.replaceAll('-', ' '), field] as const)),
)
const labelledLine = /^(?:\*\*)?(\p{L}[\p{L}() _-]{1,24})(?:\*\*)?:(?:\*\*)?[ \t]+(\S.*?)[ \t\\]*$/u
const leastLines = 3
const mostLines = 12
const longestLine = 1000

/** Read the labelled lines at the head of a text whose line ends are `\n`; undefined for a text without. */
export function readLabelledHead(text: string): LabelledHead | undefined {
  const start = /^[ \t\n]*/.exec(text)![0].length
  const statements: Statement[] = []
  let end = start
  for (let at = start; ; ) {
    const newline = text.indexOf('\n', at)
    const lineEnd = newline < 0 ? text.length : newline
    const line = text.slice(at, Math.min(lineEnd, at + longestLine))
    if (line.trim() === '') break
    const [, label = '', value = ''] = lineEnd - at < longestLine ? (labelledLine.exec(line) ?? []) : []
    const field = labels.get(
      label
        .toLowerCase()
        .replace(/[\s_-]+/g, ' ')
        .trim(),
    )
    const statement = field === undefined ? undefined : statementOf(field, value)
    if (!statement || statements.length === mostLines || statements.some((other) => other.field === statement.field)) {
      return undefined
    }
    statements.push(statement)
    end = lineEnd
    if (newline < 0) break
    at = newline + 1
  }
  const isHead = statements.some(({field}) => field === 'title' || field === 'source')
  return isHead && statements.length >= leastLines ? {start, end, statements} : undefined
}

/** What one line states; undefined where its value does not fit. */
function statementOf(field: string, stated: string): Statement | undefined {
  const text = plainText(stated)
  if (text === undefined) return undefined
  const address = webAddress(text.replace(/^<(.*)>$/, '$1'), undefined)
  const value = valueIn(field, text)
  // Some name the paper as their source, some its address as the site.
  if (field === 'source' || field === 'site') {
    return address === undefined ? {field: 'site', value: text} : {field: 'source', value: address}
  }
  return value === undefined ? undefined : {field, value}
}

function valueIn(field: string, text: string): string | readonly string[] | undefined {
  if (field === 'date' || field === 'modified') return readDeclaredDate(text) ?? partialDate(text)
  if (field === 'language') return languageTag(text)
  if (field === 'tags') return text.split(/\s*[,;]\s*/).filter(Boolean)
  if (field !== 'author') return text
  const names = authorNames(text)
  return names.length > 1 ? names : names[0]
}
