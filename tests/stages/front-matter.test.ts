/** Front matter that a document came with: what is read of it, what is left, and that neither costs more than its length. */
import {describe, expect, test} from 'vitest'
import {stages} from '../../pipeline/index.js'
import {type CleanedDocument, makePipeline} from '../../src/run/pipeline.js'

const pipeline = makePipeline(stages.map((stage) => ({stage, options: stage.options.parse({})})))
const body =
  'The agreement was signed on the night of the tenth, and by the morning the first lorries were on the road to the mountain villages.'
const german =
  'Die Vereinbarung wurde in der Nacht auf den zehnten unterschrieben, und am Morgen waren die ersten Lastwagen auf der Straße in die Dörfer.'

/** Clean a document twice: the second run must change nothing. */
function clean(frontMatter: string): CleanedDocument {
  const cleaned = pipeline.clean(`---\n${frontMatter}\n---\n\n${body}\n`)
  expect(cleaned.markdown).toContain(body)
  expect(pipeline.clean(cleaned.markdown).markdown).toBe(cleaned.markdown)
  return cleaned
}
const lines = (count: number, line: (index: number) => string): string =>
  Array.from({length: count}, (_, index) => line(index)).join('\n')

describe('front matter is read', () => {
  test.each(['hello', '5', '[a, b]'])('without a prototype of %s', (value) => {
    const {markdown, messages} = clean(`title: The road\n__proto__: ${value}\nconstructor: c\nprototype: d`)
    expect(markdown).not.toContain('__proto__')
    expect(markdown).toContain('constructor: c\nprototype: d')
    expect(messages.map(({text}) => text).join()).toContain('__proto__')
  })

  test('of ten thousand keys', () => {
    const {metadata} = clean(lines(10_000, (index) => `key${index}: value ${index}`))
    expect(Object.keys(metadata).length).toBe(10_001)
    expect(metadata['key9999']).toBe('value 9999')
  })

  test('with a list of three hundred lines', () => {
    const {metadata} = clean(`title: A bridge\ntags:\n${lines(300, (index) => `  - tag ${index}`)}`)
    expect(metadata['tags']).toHaveLength(300)
  })

  test('with a value of a megabyte', () => {
    const value = 'word '.repeat(200_000).trim()
    expect(clean(`title: A bridge\ntext: ${value}`).metadata['text']).toBe(value)
  })

  test('with keys in other scripts, in other cases, of several words', () => {
    expect(clean('Title: Мост\nНазвание: Мост\n"@id": x\ndate created: yesterday\n2020: x').metadata).toMatchObject({
      title: 'Мост',
      Название: 'Мост',
      'date created': 'yesterday',
      2020: 'x',
    })
  })

  test('where two keys name one field: the second keeps its name, a repeated one is left out and named', () => {
    const {metadata, messages} = clean('url: https://a.example/\nlink: https://b.example/\ntitle: One\ntitle: Two')
    expect(metadata).toMatchObject({source: 'https://a.example/', link: 'https://b.example/', title: 'One'})
    expect(messages.map(({text}) => text).join()).toMatch(/left out: title\./)
  })

  test('without what is no value', () => {
    const {metadata} = clean('title: One\na: ~\nb: null\nc:\nd: "~"')
    expect(metadata).toMatchObject({title: 'One', d: '~'})
    for (const key of ['a', 'b', 'c']) expect(metadata).not.toHaveProperty(key)
  })

  test('as data: keys that every object has, tags, aliases', () => {
    expect(clean('constructor: a\ntoString: b\nx: !foo c\nd: &d e\nf: *d').metadata).toMatchObject({
      constructor: 'a',
      toString: 'b',
      x: 'c',
      f: 'e',
    })
  })
})

describe('front matter beyond all use stays as code', () => {
  test.each([
    ['flow nested deep', `a: ${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['lists nested deep', `a:\n ${'- '.repeat(100_000)}x`],
    ['mappings nested deep', lines(1500, (index) => `${' '.repeat(index)}a:`)],
    [
      'more aliases than any author writes',
      `${lines(5000, (index) => `a${index}: &a${index} v\nb${index}: *a${index}`)}`,
    ],
    ['no YAML', 'title: one: two'],
  ])('%s', (_, frontMatter) => {
    const {markdown, messages} = clean(frontMatter)
    expect(markdown).toContain(`\`\`\`yaml\n${frontMatter}\n\`\`\`\n`)
    expect(messages.map(({rule}) => rule)).toContain('front-matter')
  })

  test('but aliases that multiply only lose the fields that they make', () => {
    const nine = (name: string): string => `[${Array(9).fill(name).join(', ')}]`
    const {metadata, messages} = clean(
      `title: A bridge\na: &a ${nine('x')}\nb: &b ${nine('*a')}\nc: &c ${nine('*b')}\nd: ${nine('*c')}`,
    )
    expect(metadata['title']).toBe('A bridge')
    expect(messages.map(({text}) => text).join()).toMatch(/left out: b, c, d\./)
  })
})

describe('text is no front matter', () => {
  test.each([
    ['that nothing closes', `---\ntitle: A bridge\n\n${body}\n`],
    ['between two rules', `---\nA motto\n---\n\n${body}\n\n**More.**\n`],
    ['behind a rule, before another', `---\ntitle: A bridge\n\n${body}\n\n---\n\n**More.**\n`],
  ])('%s', (_, text) => {
    const {markdown, facts} = pipeline.clean(text)
    expect(facts.filter(({rule}) => rule === 'front-matter')).toEqual([])
    expect(markdown).toContain(body)
    expect(pipeline.clean(markdown).markdown).toBe(markdown)
  })
})

describe('front matter in TOML', () => {
  function cleanToml(frontMatter: string, text = body): CleanedDocument {
    const cleaned = pipeline.clean(`+++\n${frontMatter}\n+++\n\n${text}\n`)
    expect(cleaned.markdown).toContain(text)
    expect(pipeline.clean(cleaned.markdown).markdown).toBe(cleaned.markdown)
    return cleaned
  }

  test('is read as YAML is', () => {
    const {metadata, messages} = cleanToml(
      [
        '# what Hugo writes',
        'title = "The \\"Mill\\": a story"',
        "authors = ['Jane Roe', 'John Doe']",
        'date = 2019-06-03T10:00:00+02:00',
        'lastmod = 2019-06-04',
        'description = """\nIt was sold.\n+ + +\n"""',
        'tags = ["mills", "rivers"]',
        'languageCode = "en-us"',
        'lang = "en-us"',
        'canonical = "https://e.org/a?utm_source=x&id=3"',
        'weight = 12345678901234567890',
        'draft = false',
        '[params]',
        'layout = "wide"',
      ].join('\n'),
    )
    expect(metadata).toEqual({
      title: 'The "Mill": a story',
      author: ['Jane Roe', 'John Doe'],
      date: '2019-06-03T10:00:00+02:00',
      modified: '2019-06-04',
      description: 'It was sold.\n+ + +\n',
      tags: ['mills', 'rivers'],
      language: 'en-US',
      languageCode: 'en-us',
      source: 'https://e.org/a?id=3',
      weight: '12345678901234567890',
      draft: 'false',
    })
    expect(messages.map(({text}) => text).join()).toMatch(/: params\./)
  })

  test.each([
    ['a local date and time', 'date = 2019-06-03 10:00:00', '2019-06-03T10:00:00'],
    ['a date', 'date = 2019-06-03', '2019-06-03'],
    ['UTC', 'date = 2019-06-03T10:00:00Z', '2019-06-03T10:00:00Z'],
    ['text', 'date = "June 3, 2019"', '2019-06-03'],
  ])('gives dates as exact as they are: %s', (_, line, expected) => {
    expect(cleanToml(line).metadata['date']).toBe(expected)
  })

  test('that this program would write in YAML is filled with what the text says', () => {
    const page = `# The mill is sold\n\nBy Ann Example\n\n${body}\n`
    const {metadata} = pipeline.clean(`+++\ntitle = "The mill is sold"\nlanguage = "en"\n+++\n\n${page}`)
    expect(metadata).toMatchObject({title: 'The mill is sold', author: 'Ann Example', language: 'en'})
  })

  test('with Windows line ends and a byte order mark, and text right behind it', () => {
    const {metadata, markdown} = pipeline.clean(`\ufeff+++\r\ntitle = "A bridge"\r\n+++\r\n${body}\r\n`)
    expect(metadata['title']).toBe('A bridge')
    expect(markdown).toBe(`---\ntitle: A bridge\nlanguage: en\n---\n${body}\n`)
  })

  test('that is none stays as code, with a warning', () => {
    const {markdown, messages, metadata} = cleanToml('title = The mill\ntext = "```"')
    expect(markdown).toContain('````toml\ntitle = The mill\ntext = "```"\n````')
    expect(metadata['title']).toBeUndefined()
    expect(messages.map(({text}) => text).join()).toMatch(/no TOML/)
  })

  test('that is none and holds prose stays text, with a warning', () => {
    const {markdown, messages} = cleanToml(`title = The mill\n\n${german}`)
    expect(markdown).toContain('title = The mill')
    expect(markdown).toContain(german)
    expect(messages.map(({text}) => text).join()).toMatch(/no TOML/)
  })

  test.each([
    ['nested beyond all use', `a = ${'['.repeat(50_000)}${']'.repeat(50_000)}`],
    ['a key of ten thousand parts', `${lines(10_000, () => 'a').replaceAll('\n', '.')} = 1`],
    ['ten thousand keys', lines(10_000, (index) => `key${index} = "value ${index}"`)],
    ['keys that are no words', '"a\\"b" = 1\n"" = 2'],
    ['names of what every object has', '__proto__ = "x"\nconstructor = "y"\ntoString = "z"'],
    ['two hundred thousand fences', `a = b\n${lines(200_000, () => ' ```')}`],
  ])('costs no more than its length: %s', (_, frontMatter) => {
    cleanToml(frontMatter)
  })
})

test('a front matter of two hundred thousand fences that is no YAML stays as code', () => {
  expect(clean(`a: b: c\n${lines(200_000, () => ' ```')}`).markdown).toContain('````yaml\na: b: c')
})
