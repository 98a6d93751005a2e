/** What stands near a title and speaks of something else: an event, a work under review, a reader, another text. It dates nothing and stays. */
import {describe, expect, test} from 'vitest'
import {stages} from '../../pipeline/index.js'
import {makePipeline} from '../../src/run/pipeline.js'
import {metadataOf, page, prose, text, title} from './pages.js'

const pipeline = makePipeline(stages.map((stage) => ({stage, options: stage.options.parse({})})))
const cleanOf = (scrape: string): string => pipeline.clean(Buffer.from(scrape)).markdown
const of = (scrape: string): Readonly<Record<string, unknown>> => metadataOf(scrape).metadata

describe('the day of an event is no date, and stays in the text', () => {
  test.each([
    ['with an hour below a weekday', ['Saturday, 14 May 2022', '7:30 pm']],
    ['with a place below a weekday', ['Friday 9 June 2023', 'Town Hall, doors 7pm']],
    ['from one hour to another', ['15 maja 2022', 'godz. 10.00-16.00']],
    ['that begins at an hour', ['25 июня 2023', 'Начало в 19:00']],
    ['that begins in Japanese', ['2023年4月15日', '午後2時開演']],
    ['below a label of its own', ['When', 'Sunday, July 16, 2023', 'Where', 'Riverside Park']],
    ['with a kick-off', ['Kick-off: Saturday 4 February 2023, 3pm', '4 February 2023']],
    ['of several days', ['Lisbon, 3-5 September 2014']],
    ['of several days with the month before', ['28 May – 2 June 2014']],
    ['of several days in Japanese', ['2014年9月3日～5日']],
    ['in a court', ['Argued March 4, 2013', 'Decided June 17, 2013']],
  ])('%s', (_, lines) => {
    const scrape = text(...lines)
    expect(of(scrape)['date']).toBeUndefined()
    for (const line of lines) expect(cleanOf(scrape)).toContain(line)
  })

  test('but the paper’s own day is, with its hour or its author', () => {
    expect(of(text('By Anna Example', 'Saturday, 14 May 2022', '7:30 pm'))['date']).toBe('2022-05-14')
    expect(of(text('Published Saturday, 14 May 2022', '7:30 pm'))['date']).toBe('2022-05-14')
    expect(of(text('Saturday, 14 May 2022, 19:30'))['date']).toBe('2022-05-14')
    expect(of(text('Issue 12 – 5 September 2014'))['date']).toBe('2014-09-05')
  })
})

describe('a work under review', () => {
  const head = '# The Long Weekend\n\n'
  const body = `\n\n${prose.join('\n\n')}`

  test.each([
    ['a book', ['Picador, 320 pp., £14.99, published 6 August 2020']],
    ['a book without a cue', ['Faber, 288 pages, £18.99, 6 August 2020']],
    ['a film', ['Released: 7 July 2017', 'Directed by Arthur Crane', 'Written by Nell Gow']],
  ])('%s has its own day and author', (_, lines) => {
    const scrape = `${head}${lines.join('\n\n')}${body}`
    expect(of(scrape)).not.toHaveProperty('date')
    expect(of(scrape)).not.toHaveProperty('author')
    for (const line of lines) expect(cleanOf(scrape)).toContain(line)
  })

  test('is told from the review by who reviewed it', () => {
    const book = `${head}Reviewed by Tom Ashworth\n\nPicador, 320 pp., £14.99${body}`
    expect(of(book)['author']).toBe('Tom Ashworth')
    const film = `${head}Directed by Arthur Crane\n\nWritten by Nell Gow${body}\n\nReview by Tom Ashworth, 12 July 2017`
    expect(of(film)).toMatchObject({author: 'Tom Ashworth', date: '2017-07-12'})
    expect(of(text('Reviewed by Tom Ashworth'))).not.toHaveProperty('author')
  })
})

describe('others have names and days as well', () => {
  test('readers, below one paragraph', () => {
    const comment =
      '<div class="comment"><b>Martha Pugh</b> <time datetime="2019-03-04">March 4, 2019</time><p>Lovely!</p></div>'
    const scrape = `<h1>${title}</h1><p>${prose[0]}</p><h2>Ingredients</h2><ul><li>3 apples</li></ul><div class="comments"><h3>2 Comments</h3>${comment}</div>`
    expect(of(scrape)).not.toHaveProperty('author')
    expect(of(scrape)).not.toHaveProperty('date')
  })

  test('posts of a thread', () => {
    const scrape = `${title}\n\nStarted by rusty_nail, Mar 14 2011 08:22 PM\n\n${prose[0]}\n\nBob Hoskins\n\nPosted 15 March 2011 - 09:10 AM\n\n${prose[1]}`
    expect(of(scrape)).not.toHaveProperty('author')
    expect(of(scrape)['date']).toBe('2011-03-14')
  })

  test('other texts, however short their headings', () => {
    const below = '<h4><a href="/y">Miller flees</a></h4><p>By Tina Vole</p><p>9 February 2021</p>'
    expect(of(page({below}))).not.toHaveProperty('author')
    const books = `<h2><a href="/1">The Wet Year, by Ann Pike</a></h2><p>${prose[0]}</p>`
    expect(of(`<h1>${title}</h1>${books}<p>${prose[1]}</p>`)).not.toHaveProperty('author')
  })

  test('the entries of a list', () => {
    const entry = (at: number, day: string): string =>
      `<h2><a href="/b/${at}">Why bread takes ${at} days</a></h2><p>${day}</p><p>${prose[at]}</p>`
    const scrape = `<h1>Bread</h1>${entry(0, '10 May 2022')}${entry(1, '2 April 2022')}`
    expect(of(scrape)).not.toHaveProperty('date')
    expect(cleanOf(scrape)).toContain('10 May 2022')
    expect(cleanOf(scrape)).toContain('[Why bread takes 0 days](/b/0)')
  })

  test('who is quoted', () => {
    const said = (name: string, day: string): string =>
      `<blockquote><p>They came.</p></blockquote><p>By ${name}</p><p>${day}</p>`
    const scrape = `<h1>What they say</h1>${said('Joan Hadley', '3 May 2016')}${said('Kevin Platt', '19 June 2018')}`
    expect(of(scrape)).not.toHaveProperty('author')
    expect(of(scrape)).not.toHaveProperty('date')
  })

  test('publishers', () => {
    const line = 'Published by: American Geographical Society'
    expect(of(text(line, 'Author(s): Thomas Goltz'))['author']).toBe('Thomas Goltz')
    expect(of(text('Posted by Acme Insurance Group on 4 May 2011'))).toMatchObject({date: '2011-05-04'})
    expect(of(text('Posted by Acme Insurance Group on 4 May 2011'))).not.toHaveProperty('author')
    expect(cleanOf(text(line))).toContain(line)
  })

  test('the page, on the day that it was read', () => {
    const above = '<p>Donnerstag, 14. Dezember 2023</p>'
    const under = '<p>Stand: 13.12.2023, 18:45 Uhr</p>'
    expect(of(page({lang: 'de', above, under}))).toMatchObject({modified: '2023-12-13'})
    expect(of(page({lang: 'de', above, under}))).not.toHaveProperty('date')
    expect(of(page({lang: 'es', under: '<p>Actualizado a las 12:04 del 14/03/2024</p>'}))['modified']).toBe(
      '2024-03-14',
    )
  })

  test('who stands at the head of a text without a title', () => {
    const scrape = `Page 1\n\nForeword by the Chairman\n\nSir Anthony Beale\n\n${prose.join('\n\n')}`
    expect(of(scrape)).not.toHaveProperty('author')
  })
})

describe('a line that says what is recorded nowhere stays', () => {
  test.each([
    ['a date that cannot be told', '03/04/2020', {}],
    ['beside the author', 'By Anna Example · 03/04/2020', {author: 'Anna Example'}],
  ])('%s', (_, line, known) => {
    expect(of(text(line))).toMatchObject(known)
    expect(of(text(line))).not.toHaveProperty('date')
    expect(cleanOf(text(line))).toContain(line)
  })

  test('another name and day than the front matter’s', () => {
    const scrape = `---\ntitle: ${title}\nauthor: Jane Roe\ndate: 2019-06-03\n---\n\nBy John Doe\n\n4 May 2018\n\n${prose.join('\n\n')}`
    expect(cleanOf(scrape)).toContain('By John Doe\n\n4 May 2018')
    expect(cleanOf(scrape.replace('By John Doe', 'By Jane Roe'))).not.toContain('By Jane')
  })
})

describe('first publication', () => {
  test.each(['First published on Mon 1 Apr 2019 08.00 BST', 'First published: Mon 1 Apr 2019 08.00 BST'])(
    '%s',
    (line) => {
      expect(of(text(line))['date']).toBe('2019-04-01')
      expect(of(text(line))).not.toHaveProperty('first_published')
    },
  )
})

describe('authors', () => {
  test.each([
    ['By JOHN ANTCZAK Associated Press', 'John Antczak'],
    [
      'By Dr. Anna Kohl, Professor of Geology at the University of Graz, and Peter Moss, staff writer',
      ['Anna Kohl', 'Peter Moss'],
    ],
    ['By Anna Kohl, Professor of Geology, with photos by Lou Reedy, and Peter Moss', 'Anna Kohl'],
  ])('%s', (line, names) => {
    expect(of(text(line))['author']).toEqual(names)
  })
})
