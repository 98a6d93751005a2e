/** Saved messages of e-mail and mailing lists: what their header says is lifted, what only looks like one stays. */
import {describe, expect, test} from 'vitest'
import {stages} from '../../pipeline/index.js'
import {readMessageHeader} from '../../pipeline/lift-metadata/message-header.js'
import {type CleanedDocument, makePipeline} from '../../src/run/pipeline.js'

const pipeline = makePipeline(stages.map((stage) => ({stage, options: stage.options.parse({})})))
const body =
  'The mill by the river was sold last week to a family that intends to live in it, the council said.\n\nIts wheel has not turned for thirty years, and nobody in the valley expects it to turn again.'
const header =
  'From: Jane Roe <jane@example.org>\nTo: list@example.org\nSubject: The mill\nDate: Mon, 3 Jun 2019 10:00:00 +0200'

/** Clean a document twice: the second run must change nothing. */
function clean(text: string): CleanedDocument {
  const cleaned = pipeline.clean(text)
  expect(pipeline.clean(cleaned.markdown).markdown).toBe(cleaned.markdown)
  return cleaned
}
const lifted = {title: 'The mill', author: 'Jane Roe', date: '2019-06-03T10:00:00+02:00', language: 'en'}
const bodyOf = (markdown: string): string => markdown.replace(/^---\n[\s\S]*?\n---\n+/, '')

describe('the header of a message', () => {
  test.each([
    ['in plain text', `${header}\n\n${body}\n`],
    ['in markdown', `${header}\n\n${body.replace('thirty years', '**thirty** years')}\n`],
    ['with Windows line ends', `${header}\n\n${body}\n`.replaceAll('\n', '\r\n')],
    ['behind blank lines', `\n\n${header}\n\n${body}\n`],
    ['right before the text', `${header}\n${body}\n`],
    ['of a mailbox', `From jane@example.org Mon Jun  3 10:00:00 2019\n${header}\n\n${body}\n`],
    [
      'with lines that go on, and lines that servers wrote',
      `Received: from a.example.org\n\tby b.example.org;\n    - not an item\nX-Mailer: Mill 1.0\n${header}\nReferences: <1@example.org>\n <2@example.org>\n\n${body}\n`,
    ],
    ['with names in capitals', `${header.replace('From', 'FROM').replace('Subject', 'SUBJECT')}\n\n${body}\n`],
  ])('%s', (_, text) => {
    const {markdown, metadata} = clean(text)
    expect(metadata).toEqual(lifted)
    expect(bodyOf(markdown).replaceAll('**', '')).toBe(`${body}\n`)
  })

  test('stays, each line apart, where metadata are to stay', () => {
    const keeping = makePipeline(
      ['convert-text', 'lift-metadata', 'write-front-matter'].map((id) => {
        const stage = stages.find((other) => other.id === id)!
        return {stage, options: stage.options.parse(id === 'lift-metadata' ? {keep: ['metadata']} : {})}
      }),
    )
    const {markdown, metadata} = keeping.clean(`${header}\n\n${body}\n`)
    expect(metadata).toEqual(lifted)
    expect(markdown).toContain('Subject: The mill\n\nDate:')
    expect(keeping.clean(markdown).markdown).toBe(markdown)
  })

  test.each([
    ['a line of sender alone', `From: Jane Roe <jane@example.org>\n\n${body}`],
    ['two lines', `From: Jane Roe <jane@example.org>\nSubject: The mill\n\n${body}`],
    ['lines without a sender', `To: a@example.org\nSubject: The mill\nDate: Mon, 3 Jun 2019\nCc: b\n\n${body}`],
    ['a diary', `Date: the third of June\nPlace: the mill\nWeather: rain\n\n${body}`],
    ['a play', `Mother: Who is there?\nFrom: I am.\nTo: Who?\nDate: Nobody.\n\n${body}`],
    ['lines apart', `From: Jane Roe\n\nTo: John Doe\n\nSubject: The mill\n\nDate: 3 Jun 2019\n\n${body}`],
    ['lines further down', `${body}\n\n${header}\n\n${body}`],
    ['lines that say nothing', `From: jane@example.org\nTo: a@example.org\nSubject:\nDate: soon\n\n${body}`],
  ])('is not %s', (_, text) => {
    expect(readMessageHeader(text)).toBeUndefined()
    expect(clean(`${text}\n`).markdown).toContain(body.split('\n')[0])
  })

  test('is not a date in prose', () => {
    const diary = `${body}\n\nDate: the third of June, in the rain, and nobody came to see the mill.\n`
    expect(clean(diary).markdown).toContain('Date: the third of June')
  })
})

describe('what it says', () => {
  const read = (from: string, subject = 'S', date = 'Mon, 3 Jun 2019'): Record<string, unknown> =>
    Object.fromEntries(
      (readMessageHeader(`From: ${from}\nSubject: ${subject}\nDate: ${date}\n\nText.`)?.statements ?? []).map(
        ({field, value}) => [field, value],
      ),
    )

  test.each([
    ['Jane Roe <jane@example.org>', 'Jane Roe'],
    ['"Roe, Jane" <jane@example.org>', 'Roe, Jane'],
    ['jane@example.org (Jane Roe)', 'Jane Roe'],
    ['jane at example.org (Jane Roe)', 'Jane Roe'],
    ['Jane Roe', 'Jane Roe'],
    ['Jane Roe via List <list@example.org>', 'Jane Roe'],
    ['Jane Roe <jane@example.org>, John Doe <john@example.org>', ['Jane Roe', 'John Doe']],
    ['=?UTF-8?Q?Ren=C3=A9_Roe?= <r@example.org>', 'René Roe'],
    ['=?iso-8859-1?B?UmVu6Q==?= =?iso-8859-1?Q?_Roe?= <r@example.org>', 'René Roe'],
    ['jane@example.org', undefined],
    ['<jane@example.org>', undefined],
    ['"jane@example.org" <jane@example.org>', undefined],
    ['Admin <admin@example.org>', undefined],
    ['the mill', undefined],
  ])('of its sender: %s', (from, expected) => expect(read(from)['author']).toEqual(expected))

  test.each([
    ['The mill: a story', 'The mill: a story'],
    ['=?utf-8?B?TcO8aGxl?=', 'Mühle'],
    ['=?x-unknown?Q?M=FChle?=', '=?x-unknown?Q?M=FChle?='],
  ])('of its subject: %s', (subject, expected) => expect(read('a <b@c>', subject)['title']).toBe(expected))

  test.each([
    ['Mon, 3 Jun 2019 10:00:00 +0200', '2019-06-03T10:00:00+02:00'],
    ['Mon, 03 Jun 2019 10:00:00 +0200 (CEST)', '2019-06-03T10:00:00+02:00'],
    ['3 Jun 2019 9:05 GMT', '2019-06-03T09:05:00Z'],
    ['3 June 2019 10:00:00 -0000', '2019-06-03T10:00:00Z'],
    ['3 Jun 2019 10:00:00 EST', '2019-06-03T10:00:00'],
    ['Mon Jun  3 10:00:00 2019', '2019-06-03T10:00:00'],
    ['2019-06-03T10:00:00Z', '2019-06-03T10:00:00Z'],
    ['Mon, 31 Feb 2019 10:00:00 +0200', undefined],
    ['Mon, 3 Foo 2019', undefined],
    ['soon', undefined],
  ])('of its date: %s', (date, expected) => expect(read('a <b@c>', 'S', date)['date']).toBe(expected))

  test.each([
    ['many lines', 'X-A: b\n'.repeat(100_000)],
    ['a long line', `Subject: ${'=?a?q?'.repeat(100_000)}\n`],
    ['many quotes', `From: ${'"\\\\'.repeat(600)}\n`],
  ])('costs no more than its length: %s', (_, lines) => {
    readMessageHeader(`From: a <b@c>\nTo: d\nDate: soon\n${lines}\n\nText.`)
    readMessageHeader(`${lines}From: a <b@c>\nTo: d\nDate: 3 Jun 2019\n\nText.`)
  })
})
