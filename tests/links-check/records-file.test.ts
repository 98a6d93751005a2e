/** The file of records: sorted, whole, and nothing of what was found out is lost. */
import {appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {linkRecords} from '../../src/config/stages.js'
import {UsageError} from '../../src/errors.js'
import {type LinkRecord, RecordsFile} from '../../src/links/records-file.js'
import {makeFolder} from '../cli/spawned.js'

const record = (url: string, more: Partial<LinkRecord> = {}): LinkRecord => ({
  url,
  verdict: 'alive',
  status: 200,
  checked: '2026-11-01T10:00:00Z',
  ...more,
})
const open = (path: string): RecordsFile => new RecordsFile(path, 'links.jsonl', linkRecords)
const linesOf = (path: string): LinkRecord[] => {
  const text = readFileSync(path, 'utf8')
  expect(text.endsWith('\n')).toBe(true)
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}

test('records are sorted by address when the file is closed, one a line, and nothing else is left', () => {
  const folder = makeFolder()
  const path = join(folder, 'links.jsonl')
  const file = open(path)
  for (const url of ['https://b.example/', 'http://ä.example/', 'https://a.example/', 'http://a.example/'])
    file.add(record(url))
  expect(existsSync(path)).toBe(false)
  file.close()
  expect(linesOf(path).map(({url}) => url)).toEqual([
    'http://a.example/',
    'http://ä.example/',
    'https://a.example/',
    'https://b.example/',
  ])
  expect(readdirSync(folder)).toEqual(['links.jsonl'])
})

test('members stand in one order, whatever the order in which they were found', () => {
  const path = join(makeFolder(), 'links.jsonl')
  const file = open(path)
  const redirects = [{url: 'http://a.example/', status: 301}]
  const {url, ...rest} = record('http://a.example/', {
    archive: 'https://web.archive.org/x',
    reason: 'why',
    redirects,
    final: 'http://b.example/',
  })
  file.add({...rest, url})
  file.close()
  expect(Object.keys(linesOf(path)[0]!)).toEqual([
    'url',
    'verdict',
    'status',
    'final',
    'redirects',
    'checked',
    'reason',
    'archive',
  ])
})

test('an address with spaces, as markdown may have one, is read again', () => {
  const path = join(makeFolder(), 'links.jsonl')
  const file = open(path)
  file.add(record('http://a.example/the report.pdf'))
  file.close()
  expect(open(path).get('http://a.example/the report.pdf')?.verdict).toBe('alive')
})

test('a file that is opened and closed stays as it is, byte for byte', () => {
  const path = join(makeFolder(), 'links.jsonl')
  writeFileSync(
    path,
    `${JSON.stringify(record('http://b.example/'))}\n\n${JSON.stringify(record('http://a.example/'))}`,
  )
  const before = readFileSync(path, 'utf8')
  open(path).close()
  expect(readFileSync(path, 'utf8')).toBe(before)
})

describe('after a kill', () => {
  test('what was found out is there, and the file of before is whole', () => {
    const path = join(makeFolder(), 'links.jsonl')
    const first = open(path)
    first.add(record('http://a.example/'))
    first.close()
    const before = readFileSync(path, 'utf8')
    // Nobody closes it.
    const second = open(path)
    second.add(record('http://b.example/'))
    second.add(record('http://a.example/', {verdict: 'gone', status: 404, checked: '2026-11-02T10:00:00Z'}))
    expect(readFileSync(path, 'utf8')).toBe(before)
    const third = open(path)
    expect(third.get('http://a.example/')?.verdict).toBe('gone')
    expect(third.size).toBe(2)
    third.close()
    expect(linesOf(path)).toHaveLength(2)
    expect(existsSync(`${path}.journal`)).toBe(false)
  })

  test.each([0, 1, 20, 60])('a line that was torn after %i characters costs that line alone', (length) => {
    const path = join(makeFolder(), 'links.jsonl')
    open(path).add(record('http://a.example/'))
    appendFileSync(`${path}.journal`, JSON.stringify(record('http://torn.example/')).slice(0, length))
    const next = open(path)
    next.add(record('http://b.example/'))
    // Killed once more.
    const last = open(path)
    last.close()
    expect(linesOf(path).map(({url}) => url)).toEqual(['http://a.example/', 'http://b.example/'])
  })

  test('an older journal does not undo a newer file', () => {
    const path = join(makeFolder(), 'links.jsonl')
    writeFileSync(
      path,
      `${JSON.stringify(record('http://a.example/', {verdict: 'gone', checked: '2026-11-09T10:00:00Z'}))}\n`,
    )
    writeFileSync(`${path}.journal`, `${JSON.stringify(record('http://a.example/'))}\n`)
    const file = open(path)
    expect(file.get('http://a.example/')?.verdict).toBe('gone')
    file.close()
    expect(linesOf(path)).toHaveLength(1)
  })
})

test.each([
  ['no JSON', '{"url":', 'links.jsonl:2:1: Unexpected text, expected a JSON object; mend the line, or take it out'],
  ['no object', '[1]', 'links.jsonl:2:1: Unexpected JSON, expected an object; mend the line, or take it out'],
  [
    'an unknown verdict',
    '{"url":"http://b.example/","verdict":"dead","checked":"2026-11-01T10:00:00Z"}',
    'links.jsonl:2:1: Unexpected "dead" for [1].verdict, expected one of alive, moved, gone, soft-404, parked, refused, unreachable',
  ],
  [
    'an address with a fragment',
    '{"url":"http://b.example/#a","verdict":"gone","checked":"2026-11-01T10:00:00Z"}',
    'links.jsonl:2:1: Unexpected "http://b.example/#a" for [1].url, expected a web address without a fragment',
  ],
  [
    'no time',
    '{"url":"http://b.example/","verdict":"gone","checked":"yesterday"}',
    'links.jsonl:2:1: Unexpected "yesterday" for [1].checked, expected a time in UTC such as 2026-11-30T11:00:00Z',
  ],
  ...['2026-99-99T00:00:00Z', '2026-02-30T00:00:00Z', '2026-01-01T24:30:00Z'].map((checked) => [
    `${checked}, a time that is on no calendar`,
    `{"url":"http://b.example/","verdict":"gone","checked":"${checked}"}`,
    `links.jsonl:2:1: Unexpected "${checked}" for [1].checked, expected a time in UTC such as 2026-11-30T11:00:00Z`,
  ]),
])('a line with %s is told with its place, and nothing is written', (_, line, message) => {
  const path = join(makeFolder(), 'links.jsonl')
  writeFileSync(path, `${JSON.stringify(record('http://a.example/'))}\n${line}\n`)
  expect(() => open(path)).toThrow(new UsageError(message))
})
