/** Corpora that would be dear, if anything were compared with everything. */
import {expect, test} from 'vitest'
import {sentence} from './corpora.js'
import {applied, decided, observed, optionsOf, type Text, type Work} from './decided.js'

const times = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({length: count}, (_, index) => make(index))

const article = times(6, (index) => sentence(index, 40)).join('\n\n')

test('of 10,000 equal documents all but one are duplicates of that one, and lose nothing', async () => {
  const texts = times(10_000, (index): Text => ({id: `copy/${String(index).padStart(5, '0')}`, text: article}))
  const verdicts = await decided(observed(texts), {budget: 2 ** 20})
  expect(verdicts.size).toBe(9_999)
  expect(new Set([...verdicts.values()].map((verdict) => JSON.stringify(verdict)))).toEqual(
    new Set([JSON.stringify({duplicate: {of: 'copy/00000', isExact: true}})]),
  )
})

test('of 3,000 documents that differ by a word all are duplicates of one of a few', async () => {
  const texts = times(3_000, (index): Text => ({id: `near/${index}`, text: `${article}\n\nNumber ${index} of them.`}))
  const verdicts = await decided(observed(texts), {budget: 2 ** 20})
  const kept = new Set([...verdicts.values()].map(({duplicate}) => duplicate?.of))
  expect(kept).toEqual(new Set(['near/0']))
  expect(verdicts.size).toBe(2_999)
})

test('a document of 100,000 blocks has a sheet of bounded size, and loses its furniture', async () => {
  const menu = '- [Home](/)\n- [News](/news)\n- [Sports](/sports)'
  const long = times(100_000, (index) => `Line ${index} of ${sentence(index, 3)}`).join('\n\n')
  const texts = [
    {id: 'site/long', text: `${menu}\n\n${long}\n\n${menu}`},
    ...times(5, (index): Text => ({id: `site/${index}`, text: `${menu}\n\n${sentence(index, 60)}`})),
  ]
  const sheets = observed(texts)
  expect(JSON.stringify(sheets[0]).length).toBeLessThan(5_000)
  const verdicts = await decided(sheets)
  expect(applied(texts[0]!, verdicts.get('site/long')).text).toBe(long)
})

test('a document of 100,000 paragraphs has a sheet of bounded size', () => {
  const text = times(100_000, (index) => sentence(index, 26)).join('\n\n')
  expect(JSON.stringify(observed([{id: 'long', text}])).length).toBeLessThan(40_000)
})

test.each([
  ['a list of 50,000 items', times(50_000, (index) => `- item ${index}`).join('\n')],
  ['brackets that nothing closes', '['.repeat(100_000)],
  ['links that nothing closes', '[a](b'.repeat(40_000)],
  ['links with blanks that nothing closes', `[a](${'b '.repeat(100_000)}`],
  ['50,000 thematic breaks', '---\n\n'.repeat(50_000)],
  ['one word', 'a'.repeat(1_000_000)],
  ['spaces', ' '.repeat(1_000_000)],
])('%s is observed, decided upon and left alone', async (_, text) => {
  const texts = times(2, (index): Text => ({id: `${index}`, text: `${text}${index}`}))
  const verdicts = await decided(observed(texts))
  for (const one of texts) expect(applied(one, verdicts.get(one.id)).text).toBe(one.text)
})

test('empty documents, and none, get no verdicts', async () => {
  const texts = times(50, (index): Text => ({id: `${index}`, text: ['', '\n\n', '---', '![](a.png)'][index % 4]!}))
  expect(await decided(observed(texts))).toEqual(new Map())
  expect(await decided([])).toEqual(new Map())
})

test('ten times the documents are ten times the work, in as many walks', async () => {
  const workOn = async (count: number): Promise<Work> => {
    const work = {walks: 0, records: 0}
    const texts = times(count, (index): Text => ({id: `${index}`, text: `Menu of the site\n\n${article}\n\n${index}`}))
    await decided(observed(texts), {work, budget: 2 ** 20})
    return work
  }
  const few = await workOn(40)
  const many = await workOn(400)
  expect(many.walks).toBe(few.walks)
  expect(many.walks).toBeLessThanOrEqual(5)
  expect(many.records).toBeLessThanOrEqual(10.5 * few.records)
})

test('sheets that come in another order are refused, for then a number is another document', async () => {
  const {dropCorpusRepeats} = await import('../../pipeline/drop-corpus-repeats/index.js')
  const {openShuffle} = await import('../../src/corpus/shuffle.js')
  const sheets = observed(times(8, (index) => ({id: `${index}`, text: article})))
  let walks = 0
  const decide = async (): Promise<void> => {
    const decisions = dropCorpusRepeats.decide(
      async function* () {
        yield* walks++ > 0 ? sheets.toReversed() : sheets
      },
      optionsOf(),
      openShuffle,
    )
    for await (const _ of decisions);
  }
  await expect(decide()).rejects.toThrow('the sheets came in another order: 7 where 0 was')
})
