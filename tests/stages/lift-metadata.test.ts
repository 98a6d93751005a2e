/** What lift-metadata reads out of lines, where it may read it, and what it leaves alone. */
import {describe, expect, test} from 'vitest'
import {stages} from '../../pipeline/index.js'
import {readHeadLine} from '../../pipeline/lift-metadata/head-lines.js'
import {liftMetadata} from '../../pipeline/lift-metadata/index.js'
import {readRights} from '../../pipeline/lift-metadata/lines.js'
import {isPerson} from '../../pipeline/lift-metadata/persons.js'
import {Document} from '../../src/document/document.js'
import {makePipeline} from '../../src/run/pipeline.js'

const pipeline = makePipeline(stages.map((stage) => ({stage, options: stage.options.parse({})})))

const lift = (text: string): {text: string; facts: Record<string, unknown>} => {
  const document = new Document({id: 'x', text, mediaType: 'text/markdown'})
  const result = liftMetadata.run(document, liftMetadata.options.parse({}))
  return {
    text: document.apply(result.edits).document.text,
    facts: Object.fromEntries((result.facts ?? []).map(({field, value}) => [field, value])),
  }
}
const statements = (line: string): Record<string, unknown> | undefined => {
  const found = readHeadLine(line)
  return found && Object.fromEntries(found.statements.map(({field, value}) => [field, value]))
}
const body =
  'The agreement was signed on the night of the tenth, and by the morning the first lorries were on the road to the mountain villages.'

test('a title that reads like a note of rights stays', () => {
  const title = 'Copyright Anna Example, 2020'
  const page = `<!doctype html><title>${title}</title><p>${title}</p><p>${body}</p><p>${body.replace('tenth', 'third')}</p>`
  const {markdown, metadata} = pipeline.clean(page)
  expect(metadata['title']).toBe(title)
  expect(markdown).toContain(`# ${title}`)
})

describe('a line above the body', () => {
  test.each([
    ['Posted on November 3, 2017 by Anna Example', {author: 'Anna Example', date: '2017-11-03'}],
    ['Veröffentlicht am 12. November 2019 von Karla Muster', {author: 'Karla Muster', date: '2019-11-12'}],
    ['Опубликовано 3 февраля 2020 г. Глеб Примеров', {author: 'Глеб Примеров', date: '2020-02-03'}],
    ['П. Д. Примеров, 21 мая 2005 г.', {author: 'П. Д. Примеров', date: '2005-05-21'}],
    ['Haber: Selin Örnek', {author: 'Selin Örnek'}],
    ['نویسنده: مهتاب نمونه', {author: 'مهتاب نمونه'}],
    ['Autor: Zofia Przykład', {author: 'Zofia Przykład'}],
    ['Par Clémence Exemple', {author: 'Clémence Exemple'}],
    ['Propos recueillis par Clémence Exemple', {author: 'Clémence Exemple'}],
    ['Das Gespräch führte Karla Muster', {author: 'Karla Muster'}],
    ['Беседовала Анна Примерова', {author: 'Анна Примерова'}],
    ['Rozmawiała Zofia Przykład', {author: 'Zofia Przykład'}],
    ['Müəllif: Günel Nümunə', {author: 'Günel Nümunə'}],
    ['Հեղինակ՝ Արամ Օրինակյան', {author: 'Արամ Օրինակյան'}],
    ['ავტორი: ნინო მაგალითი', {author: 'ნინო მაგალითი'}],
    ['Por Ramiro Ejemplo', {author: 'Ramiro Ejemplo'}],
    ['January 30, 2016 · 4 comments', {date: '2016-01-30'}],
    ['30 Ocak 2016 · Nermin Örnek · 4 yorum', {author: 'Nermin Örnek', date: '2016-01-30'}],
    ['12:41, 3 June 2016', {date: '2016-06-03'}],
    ['Published 11:26 pm EST, Tuesday, November 19, 2019', {date: '2019-11-19'}],
    ['miércoles, 11 de mayo de 2022 - 3:40 a.m.', {date: '2022-05-11'}],
    ['Last updated: 9 September 2012', {modified: '2012-09-09'}],
    ['The Example Post, October 17, 2020', {site: 'The Example Post', date: '2020-10-17'}],
    ['June 2016', {date: '2016-06'}],
  ])('is read: %s', (line, expected) => {
    expect(statements(line)).toEqual(expected)
  })

  test.each([
    'By the river they sat down',
    'On October 17, 2020 they came back.',
    'By Monday, November 3, 2017 the bridge was open again',
    'This article was first published by Meridian Example.',
    'June 2016 was the wettest month in the valley',
    'Von den Bergen kam der Schnee',
    'Das Gespräch führte zu nichts',
    'Беседовали о погоде',
    'Por la noche nadie duerme',
    'The March 3, 2018 accord',
  ])('is the author’s own: %s', (line) => {
    expect(readHeadLine(line)).toBeUndefined()
  })

  test('gives no date where day and month could be exchanged', () => {
    expect(statements('05/06/2020')).toEqual({})
  })

  test('is read in time linear to its length', () => {
    for (const hostile of [
      'by '.repeat(40_000),
      'Anna '.repeat(40_000),
      '1.'.repeat(60_000),
      `By ${'A. '.repeat(60)}`,
    ]) {
      expect(readHeadLine(hostile)).toBeUndefined()
    }
  })
})

describe('a name', () => {
  test.each(['Zofia Przykład', 'A. B. Example', 'Prof. Ilse Muster', 'Марина Примерова', 'Jean-Luc Exemple'])(
    'is a person’s: %s',
    (name) => {
      expect(isPerson(name)).toBe(true)
    },
  )

  test.each([
    'Associated Press',
    'Human Rights',
    'Los Angeles',
    'The Example Post',
    'Carnegie Europe',
    'Zofia',
    'zofia przykład',
  ])('is none: %s', (name) => {
    expect(isPerson(name)).toBe(false)
  })

  test('alone under the title is the author', () => {
    const {text, facts} = lift(`# A title of four words\n\nZofia Przykład\n\n${body}`)
    expect(facts['author']).toBe('Zofia Przykład')
    expect(text).toBe(`# A title of four words\n\n${body}`)
    expect(lift(`# A title of four words\n\nHuman Rights\n\n${body}`).facts['author']).toBeUndefined()
  })

  test('that links to a page about a person is the author', () => {
    const text = `# A title of four words\n\n[Quilla Oxbow](https://example.org/people/quilla)\n\n${body}`
    expect(lift(text).facts['author']).toBe('Quilla Oxbow')
  })
})

describe('the title', () => {
  test('is found behind a notice and a menu where a byline follows', () => {
    const notice =
      'We use small files to make this site better, and by going on to read it you agree that we may keep some of them with you.'
    const {facts} = lift(
      [
        notice,
        'Accept',
        'Reject',
        'Settings',
        'The Plain Example',
        'Technology',
        'Why the river will not go away',
        'Posted on 4 May 2021 by Anna Example',
        '5 min read',
        body,
        body,
      ].join('\n\n'),
    )
    expect(facts).toMatchObject({title: 'Why the river will not go away', author: 'Anna Example', date: '2021-05-04'})
  })

  const village = [
    'The river rises in the hills above the villages and has not been bridged below them since the flood of 1987.',
    'Every spring the river takes a field or two, and every autumn the villages ask for a bridge and are given a study.',
    'This year the study came with a drawing. The bridge in it stands where no road leads, said the mayor on Monday.',
  ]

  test.each([
    ['right above the body', ['The villages ask for a bridge over the river']],
    ['above a standfirst', ['The villages ask for a bridge over the river', 'What a study is worth']],
    ['above what shares it', ['The villages ask for a bridge over the river', 'Share', 'Tweet', 'Print']],
    ['above its date', ['The villages ask for a bridge over the river', '4 May 2021']],
  ])('is found on a page that became text: %s', (_, head) => {
    const menu = [
      'Skip to main content',
      'The Plain Example',
      'News',
      'Weather',
      'Sport',
      'Search',
      'Log in',
      'Today in pictures',
    ]
    const foot = ['Related Articles', 'A road for the hills', 'Nobody buys the mill', 'Contact us', 'Privacy Policy']
    const {facts} = lift([...menu, ...head, ...village, ...foot].join('\n\n'))
    expect(facts['title']).toBe('The villages ask for a bridge over the river')
  })

  test('is the main heading where the title element has the name of the tab', () => {
    const page = (title: string, heading: string): string =>
      `<html><head><title>${title}</title></head><body><h1>${heading}</h1>${village.map((text) => `<p>${text}</p>`).join('')}</body></html>`
    const titleOf = (html: string): unknown => pipeline.clean(Buffer.from(html)).metadata['title']
    expect(titleOf(page('Home | The Gazette', 'The villages ask for a bridge'))).toBe('The villages ask for a bridge')
    expect(titleOf(page('The villages ask for a bridge', 'The Gazette'))).toBe('The villages ask for a bridge')
  })

  test.each(['Skip to main content', 'Print this article', '1 (702) 555-7353', 'Share: Facebook Twitter'])(
    'is not what a page says of itself: %s',
    (line) => {
      expect(lift([line, 'Menu', ...village].join('\n\n')).facts['title']).toBeUndefined()
    },
  )

  test('stands above the standfirst of which the body says more', () => {
    const standfirst = 'Every spring the river takes fields of the villages and every autumn a bridge is a study'
    const {facts} = lift(
      ['News', 'Society', 'How a drawing came to nothing', standfirst, '4 May 2021, 14:05', ...village].join('\n\n'),
    )
    expect(facts['title']).toBe('How a drawing came to nothing')
  })

  test('is not the head of a printed page', () => {
    const {facts} = lift(
      ['River Papers 14', 'The villages ask for a bridge', village[0], 'River Papers 15', village[1], village[2]].join(
        '\n\n',
      ),
    )
    expect(facts['title']).toBe('The villages ask for a bridge')
  })

  test('is not invented', () => {
    expect(lift(`${body}\n\nA short line.\n\n${body}`).facts['title']).toBeUndefined()
  })

  test('is found again in the own result, and nothing changes', () => {
    const once = lift(`Home\n\nThe road to the villages\n\nBy Anna Example\n\n6 May 2013\n\n${body}`).text
    expect(lift(`---\ntitle: The road to the villages\n---\n\n${once}`).text).toBe(
      `---\ntitle: The road to the villages\n---\n\n${once}`,
    )
  })
})

describe('a note', () => {
  test('about the author is recorded whole', () => {
    const bio = 'Anna Example writes about rivers. She lives by one.'
    const {text, facts} = lift(`# A title of four words\n\nBy Anna Example\n\n${body}\n\n## About the author\n\n${bio}`)
    expect(facts['author_bio']).toBe(bio)
    expect(text).not.toContain(bio)
  })

  test('about somebody else stays', () => {
    const note = 'Karl Muster is an author. He lives by a river.'
    expect(lift(`# A title of four words\n\nBy Anna Example\n\n${body}\n\n${note}`).text).toContain(note)
  })

  test.each([
    ['© 2021 Örnek Postası', '© 2021 Örnek Postası'],
    ['Copyright © 2005 Примерный листок', 'Copyright © 2005 Примерный листок'],
    ['جميع الحقوق محفوظة © 2021 صحيفة المثال', 'جميع الحقوق محفوظة © 2021 صحيفة المثال'],
    ['All rights reserved.', ''],
    ['Tüm hakları saklıdır.', ''],
  ])('reserves rights: %s', (line, holder) => {
    expect(readRights(line)).toBe(holder)
  })

  test('of a report about rights is none', () => {
    expect(readRights('All rights reserved to the villages were lost in the war.')).toBeUndefined()
  })
})

describe('an office', () => {
  test.each([
    ['By Anna Example Executive Editor', {author: 'Anna Example'}],
    ['Von Die Redaktion', {}],
    ['By Entertainment News Editor', {}],
  ])('is no author: %s', (line, expected) => {
    expect(statements(line)).toEqual(expected)
  })
})

describe('in languages and scripts that came later', () => {
  test.each([
    ['公開日：2019年3月12日 10:15', {date: '2019-03-12'}],
    ['发布时间：2019-03-12 10:15', {date: '2019-03-12'}],
    ['Publicado em 12 de março de 2019', {date: '2019-03-12'}],
    ['Bijgewerkt op 12 maart 2019', {modified: '2019-03-12'}],
    ['תאריך ושעה: 12 במרץ 2019', undefined],
    ['تاریخ انتشار: ۱۲ اسفند ۱۴۰۲', {date: '2024-03-02'}],
  ])('%s', (line, expected) => {
    expect(statements(line)).toEqual(expected)
  })

  test('a link to skip to the text is no title, and a line that begins like one may be', () => {
    expect(lift(`Skip to main content\n\nThe mill is sold\n\n3 May 2016\n\n${body}\n`).facts['title']).toBe(
      'The mill is sold',
    )
    expect(lift(`Pular para o conteúdo\n\nO moinho foi vendido\n\n3 de maio de 2016\n\n${body}\n`).facts['title']).toBe(
      'O moinho foi vendido',
    )
    expect(lift(`Skip to the mill by the river\n\n${body}\n`).facts['title']).toBe('Skip to the mill by the river')
  })

  test('a title in a script without spaces has words', () => {
    const prose =
      '河边的磨坊上星期卖给了一户打算住进去的人家，议会星期一公布了这个消息，村里人都很意外，最意外的是磨坊主自己。'
    expect(lift(`停航九年的老渡船重新开航\n\n2021年6月14日\n\n${prose}\n`).facts['title']).toBe(
      '停航九年的老渡船重新开航',
    )
  })

  test('an institute of three capitals is no month', () => {
    const note = 'This article was originally published on the MEI website.'
    expect(lift(`# The mill is sold\n\n${body}\n\n${note}\n`).facts['first_published']).toBeDefined()
  })
})

test('a byline that names nobody is no title', () => {
  const blocks = ['Menu', 'Log in', 'The Best Books of the Year', 'By our critics', 'December 10, 2018', body, body]
  expect(lift(blocks.join('\n\n')).facts['title']).toBe('The Best Books of the Year')
  expect(lift(['By the Sea', 'By Ann Example', body, body].join('\n\n')).facts['title']).toBe('By the Sea')
})
