/** Front matter that a document came with: what is read of it, what is left, and that neither costs more than its length. */
import {describe, expect, test} from 'vitest'
import {stages} from '../../pipeline/index.js'
import {type CleanedDocument, makePipeline} from '../../src/run/pipeline.js'

const pipeline = makePipeline(stages.map((stage) => ({stage, options: stage.options.parse({})})))
const body =
  'The agreement was signed on the night of the tenth, and by the morning the first lorries were on the road to the mountain villages.'

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
