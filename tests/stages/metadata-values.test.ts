/** Values that lift-metadata records: whole, true ones; and what a front matter that came with the text leaves to lift. */
import {describe, expect, test} from 'vitest'
import {stages} from '../../pipeline/index.js'
import {declaredDate} from '../../pipeline/lift-metadata/dates.js'
import {readHeadLine} from '../../pipeline/lift-metadata/head-lines.js'
import {type CleanedDocument, makePipeline} from '../../src/run/pipeline.js'

const pipeline = makePipeline(stages.map((stage) => ({stage, options: stage.options.parse({})})))
const body =
  'The agreement was signed on the night of the tenth, and by the morning the first lorries were on the road to the mountain villages. Nobody who lived there had been asked about it.'
const german =
  'Die Vereinbarung wurde in der Nacht auf den zehnten unterschrieben, und am Morgen waren die ersten Lastwagen auf der Straße in die Dörfer.'

/** Clean a document twice: the second run must change nothing. */
function clean(text: string): CleanedDocument {
  const cleaned = pipeline.clean(text)
  expect(pipeline.clean(cleaned.markdown).markdown).toBe(cleaned.markdown)
  return cleaned
}
const metadataOf = (line: string): Record<string, unknown> =>
  clean(`# The mill is sold\n\n${body}\n\n${line}\n`).metadata
const head = (line: string): Record<string, unknown> | undefined => {
  const found = readHeadLine(line)
  return found && Object.fromEntries(found.statements.map(({field, value}) => [field, value]))
}

describe('front matter that somebody else wrote', () => {
  const page = `# The mill is sold\n\nBy Ann Example\n\nOctober 5, 2020\n\n${body}\n\n© 2020 The Valley Times. All rights reserved.\n`
  test.each([
    ['as this program would write it', 'title: The mill is sold'],
    ['with quotes', 'title: "The mill is sold"'],
    ['as this program would write it, with a list', 'title: The mill is sold\ntags:\n  - mills\n  - rivers'],
    ['as this program would write it, with fields of its own', 'title: The mill is sold\nlayout: post'],
  ])('is filled with what the text says: %s', (_, frontMatter) => {
    const {metadata, markdown} = clean(`---\n${frontMatter}\n---\n\n${page}`)
    expect(metadata).toMatchObject({
      title: 'The mill is sold',
      author: 'Ann Example',
      date: '2020-10-05',
      language: 'en',
      rights: expect.stringContaining('The Valley Times'),
    })
    expect(markdown.replace(/^---\n[\s\S]*?\n---\n/, '')).toBe(`\n# The mill is sold\n\n${body}\n`)
  })

  test('keeps what it says itself', () => {
    const {metadata} = clean(`---\ntitle: The mill is sold\ndate: "2020-10-07"\n---\n\n${page}`)
    expect(metadata).toMatchObject({title: 'The mill is sold', author: 'Ann Example', date: '2020-10-07'})
  })

  test('gives no value that is none of its field', () => {
    const {metadata, messages} = clean(
      `---\ntitle: The mill is sold\ndate: 2020-02-31\nmodified: soon\nlanguage: !!python/object x\n---\n\n${german}\n`,
    )
    expect(metadata).toEqual({title: 'The mill is sold', language: 'de'})
    expect(messages.map(({text}) => text).join()).toMatch(/date, modified, language/)
  })

  test.each([
    ['- Jane Roe', 'Jane Roe'],
    ['- Jane Roe\n  - John Doe', ['Jane Roe', 'John Doe']],
    ['"[[Jane Roe]]"', 'Jane Roe'],
    ['- "[[Jane Roe]]"', 'Jane Roe'],
    ['- "[[Jane Roe]]"\n  - "[[People/John Doe|John]]"', ['Jane Roe', 'John']],
    ['"[[People/Jane Roe|Jane]]"', 'Jane'],
    ['"[[People/Jane Roe#Life]]"', 'Jane Roe'],
    ['"[[Jane Roe]], [[John Doe]]"', ['Jane Roe', 'John Doe']],
    ['[[Jane Roe]]', 'Jane Roe'],
    ['[[People/Jane Roe|Jane]]', 'Jane'],
    ['- [[Jane Roe]]', 'Jane Roe'],
    ['"see [[Jane Roe]]"', 'see [[Jane Roe]]'],
    ['"[Jane Roe]"', '[Jane Roe]'],
    ['"[[]]"', '[[]]'],
    ['"[[a/]]"', '[[a/]]'],
  ])('names its authors as this program writes them: %s', (value, expected) => {
    const {metadata} = clean(`---\ntitle: A bridge\nauthor:\n  ${value}\n---\n\nOne.\n`)
    expect(metadata['author']).toEqual(expected)
  })

  test.each(['d800', 'dbff', 'dc00', 'dfff'])('holds no half of a character: %s', (code) => {
    const {metadata} = clean(`---\ntitle: "A \\u${code} bridge"\ntags: ["\\u${code}"]\n---\n\nOne.\n`)
    expect(metadata).toEqual({title: 'A \ufffd bridge', tags: ['\ufffd']})
  })

  test('keeps links between notes, and lists of one, in fields of its own', () => {
    const {metadata} = clean(`---\ntitle: A bridge\nreviewers:\n  - "[[Jane Roe]]"\n---\n\nOne.\n`)
    expect(metadata['reviewers']).toEqual(['[[Jane Roe]]'])
  })

  test('names its source as its links are named', () => {
    const {metadata} = clean(`---\ntitle: A bridge\nurl: "https://e.org/a?utm_source=x&id=3"\n---\n\nOne.\n`)
    expect(metadata['source']).toBe('https://e.org/a?id=3')
  })

  test.each([
    ['en', 'en'],
    ['EN', 'en'],
    ['en_GB', 'en-GB'],
    ['pt-br', 'pt-BR'],
    ['sr-cyrl', 'sr-Cyrl'],
    ['de_DE.UTF-8', 'de-DE'],
    ['english', undefined],
    ['en-', undefined],
    ['x', undefined],
  ])('gives a language only as a tag: %s', (value, expected) => {
    expect(clean(`---\ntitle: A bridge\nlanguage: ${value}\n---\n\nOne.\n`).metadata['language']).toBe(expected)
  })
})

test.each(['d800', 'dbff', 'dc00', 'dfff'])('a page that declares or says half a character is read: %s', (code) => {
  const bytes = [0xed, 0x80 | ((Number.parseInt(code, 16) >> 6) & 0x3f), 0x80 | (Number.parseInt(code, 16) & 0x3f)]
  const page = `<html><head><title>A &#x${code}; \u0001\u0001\u0001 b</title><meta name="author" content="J &#x${code}; R"><script type="application/ld+json">{"@type":"Article","headline":"A \\u${code} bridge"}</script></head><body><p>x &#x${code}; y &#${Number.parseInt(code, 16)} z \u0001\u0001\u0001</p></body></html>`
  for (const text of [page, page.replace(/<[^>]*>/g, ' '), `# A bridge\n\n\u0001\u0001\u0001 &#x${code};\n`]) {
    const raw = Buffer.from(Buffer.from(text).map((byte) => byte))
    let index = 0
    for (const [at, byte] of raw.entries()) if (byte === 1) raw[at] = bytes[index++ % 3]!
    const {markdown, metadata} = pipeline.clean(raw)
    expect(markdown).not.toMatch(/\p{Surrogate}/u)
    expect(JSON.stringify(metadata)).not.toMatch(/\\ud/)
    expect(pipeline.clean(markdown).markdown).toBe(markdown)
  }
})

describe('rights', () => {
  test.each([
    ['Copyright © J. R. Smith, The Post, 2021', 'Copyright © J. R. Smith, The Post, 2021'],
    ['Copyright © Jane Q. Doe, The Valley Post, 2021', 'Copyright © Jane Q. Doe, The Valley Post, 2021'],
    ['Copyright © 2021 J. R. R. Example', 'Copyright © 2021 J. R. R. Example'],
    ['© 2021 The Valley Co. Ltd. All rights reserved.', '© 2021 The Valley Co. Ltd'],
    ['© 2020 The Valley Times. All rights reserved.', '© 2020 The Valley Times'],
    ['© 2020 The Valley Times', '© 2020 The Valley Times'],
    ['Copyright 2019 St. Example Press. All rights reserved.', 'Copyright 2019 St. Example Press'],
  ])('are recorded whole: %s', (line, expected) => {
    expect(String(metadataOf(line)['rights']).replace(/\.$/, '')).toBe(expected)
  })
})

describe('the name of an outlet', () => {
  test.each([
    ['This article first appeared on The Conversation.', 'The Conversation'],
    ['This article first appeared in the Valley Post.', 'Valley Post'],
    ['This article was originally published in The Hill Review on March 3, 2020.', 'The Hill Review'],
    ['Reprinted with permission from The Hill Review.', 'The Hill Review'],
    ['Republished with the kind permission of The Hill Review.', 'The Hill Review'],
    ['Reprinted by permission of the Hill Review', 'Hill Review'],
    ['This article is republished from The Conversation under a Creative Commons license.', 'The Conversation'],
    ['Republished from The Conversation', 'The Conversation'],
    ['Nachdruck mit freundlicher Genehmigung der Talpost', 'Talpost'],
    ['Перепечатано с разрешения «Долины»', '«Долины»'],
  ])('is whole: %s', (line, expected) => {
    const {metadata, markdown} = clean(`# The mill is sold\n\n${body}\n\n${line}\n`)
    expect(metadata['first_published']).toBe(expected)
    expect(markdown).not.toContain(line.slice(0, 20))
  })

  test.each([
    'Reprinted with permission from the author, the letter caused a stir in the valley and was read in every house.',
    'Republished from memory, the recipe lacks its second half.',
    'Reprinted with permission from The Hill Review, the letter caused a stir in the valley.',
  ])('is none: %s', (line) => {
    expect(metadataOf(line)['first_published']).toBeUndefined()
  })
})

describe('a job title is no site', () => {
  test.each([
    ['Jane Example, Senior Editor - Oct. 3, 2020 10:15 am', {author: 'Jane Example', date: '2020-10-03'}],
    ['Jane Example, Staff Writer, October 3, 2020', {author: 'Jane Example', date: '2020-10-03'}],
    ['Jane Example, Washington Correspondent | October 3, 2020', {author: 'Jane Example', date: '2020-10-03'}],
    ['Karla Beispiel, Chefredakteurin, 3. Oktober 2020', {date: '2020-10-03'}],
    ['Anna Beispiel, Redakteurin, 3. Oktober 2020', {author: 'Anna Beispiel', date: '2020-10-03'}],
    ['Marie Exemple, Rédactrice en chef, 3 octobre 2020', {author: 'Marie Exemple', date: '2020-10-03'}],
    ['Maria Ejemplo, Redactora Jefe, 3 de octubre de 2020', {author: 'Maria Ejemplo', date: '2020-10-03'}],
    ['Анна Примерова, Главный редактор, 3 октября 2020', {author: 'Анна Примерова', date: '2020-10-03'}],
    ['Political Reporter, October 3, 2020', {date: '2020-10-03'}],
  ])('%s', (line, expected) => {
    const found = head(line)
    expect(found?.['site']).toBeUndefined()
    expect(found).toMatchObject(expected)
  })

  test('but a paper with such a word is one', () => {
    expect(head('The Valley Reporter, October 3, 2020')).toEqual({site: 'The Valley Reporter', date: '2020-10-03'})
  })
})

describe('a date in front matter may be a month or a year', () => {
  test.each([
    ['2020-10', '2020-10'],
    ['October 2020', '2020-10'],
    ['2020', '2020'],
    ['2020-13', undefined],
    ['0001', undefined],
  ])('%s', (value, expected) => {
    expect(clean(`---\ntitle: A bridge\ndate: "${value}"\n---\n\nOne.\n`).metadata['date']).toBe(expected)
  })
})

describe('a declared date', () => {
  test.each([
    ['2020-02-31', undefined],
    ['2020-02-29', '2020-02-29'],
    ['2020-13-01', undefined],
    ['2020-10-05T25:10:00Z', '2020-10-05'],
    ['2020-10-05T23:10:00Z', '2020-10-05T23:10:00Z'],
    ['2020-10-05 23:10:00 +0200', '2020-10-05T23:10:00+02:00'],
    ['someday', undefined],
  ])('%s', (value, expected) => {
    expect(declaredDate(value)).toBe(expected)
  })
})
