/** What drop-corpus-repeats decides upon corpora that a person can read. */
import {expect, test} from 'vitest'
import {dropCorpusRepeats} from '../../pipeline/drop-corpus-repeats/index.js'
import {isCorpusStage} from '../../src/document/corpus-stage.js'
import {sentence} from './corpora.js'
import {applied, decided, documentOf, observed, optionsOf, type Text} from './decided.js'

const times = (count: number, write: (index: number) => string): Text[] =>
  Array.from({length: count}, (_, index) => ({
    id: `doc${index}`,
    text: write(index),
    source: `https://www.example.org/${index}`,
  }))

async function cleaned(texts: readonly Text[], options = optionsOf()): Promise<string[]> {
  const verdicts = await decided(observed(texts, options), {options})
  return texts.map((text) => applied(text, verdicts.get(text.id), options).text)
}

const own = (index: number): string => `${sentence(index, 40)}\n\n${sentence(index + 1000, 30)}`
const texts = (sources: readonly Text[]): string[] => sources.map(({text}) => text)

const menu = '- [Home](/)\n- [News](/news)\n- [Sports](/sports)'
const legal =
  'All texts on these pages are protected, and may be printed elsewhere with the leave of the publisher only.'

test('a menu, a box and a legal line go from all documents of a site', async () => {
  const box = '## Our newsletter\n\nGet it every morning, and read it with your coffee, before all of the others do.'
  const sources = times(14, (index) => `${menu}\n\n${own(index)}\n\n---\n\n${box}\n\n${legal}`)
  expect(await cleaned(sources)).toEqual(sources.map((_, index) => own(index)))
})

test('furniture goes from around a title and a date, and where parts of it are missing', async () => {
  const sources = times(14, (index) =>
    [
      index === 3 ? '' : menu,
      `# Title ${index}`,
      '[Share](/share)\n\n[Print](/print)',
      own(index),
      index === 5 ? '' : legal,
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
  )
  expect(await cleaned(sources)).toEqual(sources.map((_, index) => `# Title ${index}\n\n${own(index)}`))
})

test.each<[string, (index: number) => string]>([
  ['a paragraph that many documents quote', (index) => `${own(index)}\n\n${legal}\n\n${own(index + 100)}`],
  ['section headings', (index) => `## Introduction\n\n${own(index)}\n\n## References\n\n- ${sentence(index, 8)}`],
  [
    'a recipe',
    (index) =>
      `## Ingredients\n\n- salt\n- ${sentence(index, 2)}\n- pepper\n\n## Method\n\nPreheat the oven.\n\n${own(index)}\n\nServe hot.`,
  ],
  ['a form of letters', (index) => `Dear friends,\n\n${own(index)}\n\nUntil next week\n\nAnna`],
  [
    'a form of letters between menus',
    (index) => `Home\n\nNews\n\nDear friends,\n\n${own(index)}\n\nUntil next week\n\nAnna`,
  ],
  ['a speaker before what he says', (index) => `Interviewer:\n\n${own(index)}\n\nInterviewer:\n\n${own(index + 200)}`],
  [
    'a refrain',
    (index) =>
      `${sentence(index, 6)}\n\nAnd still the river runs.\n\n${sentence(index + 50, 6)}\n\nAnd still the river runs.`,
  ],
  ['the day of an edition', (index) => `12 May 2020\n\n${own(index)}`],
  [
    'links of one name that lead elsewhere',
    (index) => `${own(index)}\n\n- [Official website](https://${index}.example/)`,
  ],
  ['a list of numbers', (index) => `1. One\n2. Two\n3. Three\n\n${own(index)}`],
])('%s stays', async (_, write) => {
  const sources = times(8, write)
  expect(await cleaned(sources)).toEqual(texts(sources))
})

test('what stands in few documents of a site stays, though it stands in many of others', async () => {
  const few = times(12, (index) => (index < 3 ? `${menu}\n\n${own(index)}` : own(index)))
  const many = times(14, (index) => `${menu}\n\n${own(index + 50)}`).map((text, index) => ({
    ...text,
    id: `other${index}`,
    source: 'https://other.example/',
  }))
  expect((await cleaned([...few, ...many])).slice(0, 12)).toEqual(texts(few))
})

test('what an author writes next to furniture stays, that goes', async () => {
  const labels = ['Home', 'News', 'World', 'Sports', 'Shop']
  const authored = (index: number): string => `Dear friends,\n\n${own(index)}\n\nUntil next week\n\nAnna`
  const linked = times(14, (index) => `${menu}\n\n${authored(index)}\n\n[Contact](/contact)\n\n${legal}`)
  expect(await cleaned(linked)).toEqual(linked.map((_, index) => authored(index)))
  const items = times(8, (index) => `- ${labels.join('\n- ')}\n\n${authored(index)}`)
  expect(await cleaned(items)).toEqual(items.map((_, index) => authored(index)))
  // Of labels that are no list, those may be a greeting that stand where one would.
  const plain = times(8, (index) => `${labels.join('\n\n')}\n\n${authored(index)}`)
  expect(await cleaned(plain)).toEqual(plain.map((_, index) => `Shop\n\n${authored(index)}`))
})

test('copies of an article are no evidence against its paragraphs', async () => {
  const sources = [...times(8, () => own(1)), ...times(4, (index) => own(index + 10))].map((text, index) => ({
    ...text,
    id: `doc${index}`,
  }))
  expect(await cleaned(sources)).toEqual(texts(sources))
})

test('a folder stands for a site where none is known; www and m are no sites of their own', () => {
  const groupOf = (text: Partial<Text>): string => observed([{id: 'a/b/c', text: 'x', ...text}])[0]!.sheet.group
  expect(groupOf({})).toBe('a/b/')
  expect(groupOf({id: 'c'})).toBe('/')
  expect(groupOf({source: 'https://www.example.org/a'})).toBe('example.org')
  expect(groupOf({source: 'http://m.Example.org:80/a'})).toBe('example.org')
  expect(groupOf({source: 'no address'})).toBe('a/b/')
})

test('the longest document stays, then the earliest, then the first by id', async () => {
  const text = own(1)
  const verdictOf = async (sources: Text[]): Promise<object> =>
    Object.fromEntries([...(await decided(observed(sources)))].map(([id, {duplicate}]) => [id, duplicate]))
  expect(
    await verdictOf([
      {id: 'a', text},
      {id: 'b', text: `${text} And more.`},
    ]),
  ).toEqual({
    a: {of: 'b', isExact: false},
  })
  expect(
    await verdictOf([
      {id: 'a', text},
      {id: 'b', text, date: '2020-02-01'},
      {id: 'c', text, date: '2020'},
    ]),
  ).toEqual({
    a: {of: 'c', isExact: true},
    b: {of: 'c', isExact: true},
  })
  expect(
    await verdictOf([
      {id: 'b', text},
      {id: 'a', text: `**${text.toUpperCase()}**`},
    ]),
  ).toEqual({
    b: {of: 'a', isExact: true},
  })
})

test('a short document is a duplicate by all its words only', async () => {
  const verdicts = await decided(
    observed([
      {id: 'a', text: 'The ferry leaves at nine today.'},
      {id: 'b', text: 'The ferry leaves at nine today!'},
      {id: 'c', text: 'The ferry leaves at nine today, weather permitting.'},
    ]),
  )
  expect([...verdicts]).toEqual([['b', {duplicate: {of: 'a', isExact: true}}]])
})

test('notices of a few lines with the same long foot are no duplicates', async () => {
  const foot = Array.from({length: 6}, (_, index) => sentence(500 + index, 40)).join('\n\n')
  const sources = times(12, (index) => `${sentence(index, 25)}\n\n${foot}`)
  const verdicts = await decided(observed(sources))
  expect([...verdicts.values()].filter(({duplicate}) => duplicate)).toEqual([])
  expect(await cleaned(sources)).toEqual(sources.map((_, index) => sentence(index, 25)))
})

test('a paragraph that stands in a longer document as well is marked there where it is shorter', async () => {
  const paragraph = sentence(77, 40)
  const sources = [
    {id: 'long', text: `${own(1)}\n\n${paragraph}\n\n${own(2)}`},
    {id: 'short', text: `${own(3)}\n\n${paragraph}`},
    {id: 'third', text: `${paragraph.replace('.', '!')}\n\n${sentence(5, 20)}`},
  ]
  const verdicts = await decided(observed(sources))
  const marks = sources.map((text) => {
    const result = dropCorpusRepeats.run(documentOf(text), optionsOf(), verdicts.get(text.id))
    return (result.annotations ?? []).map(({at, value, kind}) => [kind, text.text.slice(at.start, at.end), value])
  })
  expect(marks).toEqual([[], [['repeat', paragraph, 'long']], [['repeat', paragraph.replace('.', '!'), 'long']]])
})

test('a duplicate says so in its metadata, once', () => {
  const verdict = {duplicate: {of: 'other', isExact: false}}
  const document = documentOf({id: 'one', text: own(1)})
  const result = dropCorpusRepeats.run(document, optionsOf(), verdict)
  expect(result.facts).toEqual([{field: 'duplicate_of', value: 'other', rule: 'near-duplicate'}])
  const {document: next} = document.apply(result.edits, result)
  expect(next.text).toBe(document.text)
  expect(dropCorpusRepeats.run(next, optionsOf(), verdict).facts).toEqual([])
})

test('options turn its parts off', async () => {
  const sources = times(14, (index) => `${menu}\n\n${own(index)}\n\n${legal}`)
  expect(await cleaned(sources, optionsOf({furniture: 'keep'}))).toEqual(texts(sources))
  expect(observed(sources, optionsOf({paragraphs: 'keep'}))[0]!.sheet.paragraphs).toBeUndefined()
})

test('without a verdict nothing is proposed', () => {
  expect(isCorpusStage(dropCorpusRepeats)).toBe(true)
  expect(dropCorpusRepeats.run(documentOf({id: 'a', text: menu}), optionsOf())).toEqual({edits: []})
})
