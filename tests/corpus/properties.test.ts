/** What drop-corpus-repeats promises of any corpus. */
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {corpus, corpusOfAuthors, others} from './corpora.js'
import {applied, decided, observed, optionsOf} from './decided.js'

const runs = {numRuns: Number(process.env['RUNS'] ?? 150)}

test('the order of the sheets does not matter, nor how much memory there is', async () => {
  await fc.assert(
    fc.asyncProperty(
      corpus.chain((texts) => fc.tuple(fc.constant(texts), fc.shuffledSubarray(texts, {minLength: texts.length}))),
      async ([texts, shuffled]) => {
        const verdicts = await decided(observed(texts))
        expect(await decided(observed(shuffled), {budget: 2 ** 20})).toEqual(verdicts)
      },
    ),
    runs,
  )
})

test('documents of another site and of other words leave the verdicts as they are', async () => {
  await fc.assert(
    fc.asyncProperty(corpus, others, async (texts, unrelated) => {
      const verdicts = await decided(observed(texts))
      const among = await decided(observed([...unrelated, ...texts]))
      for (const {id} of unrelated) among.delete(id)
      expect(JSON.stringify([...among])).toEqual(JSON.stringify([...verdicts]))
    }),
    runs,
  )
})

test.each(['mark', 'drop'])('a second run with the same verdict changes nothing (%s)', async (duplicates) => {
  const options = optionsOf({duplicates})
  await fc.assert(
    fc.asyncProperty(corpus, async (texts) => {
      const verdicts = await decided(observed(texts, options), {options})
      for (const text of texts) {
        const once = applied(text, verdicts.get(text.id), options)
        expect(applied(once, verdicts.get(text.id), options)).toEqual(once)
      }
    }),
    runs,
  )
})

// A document all of whose units are furniture is left alone: where that is because of others that lost theirs, a second
// decision may find less furniture, and so something in it that is none.
test('what came out has no more furniture, where each document has something of its own', async () => {
  await fc.assert(
    fc.asyncProperty(corpusOfAuthors, async (texts) => {
      const verdicts = await decided(observed(texts))
      const cleaned = texts.map((text) => applied(text, verdicts.get(text.id)))
      for (const [id, {furniture}] of await decided(observed(cleaned))) expect({id, furniture}).toEqual({id})
    }),
    runs,
  )
})

test('no duplicate is pointed at, and what is pointed at is no shorter', async () => {
  await fc.assert(
    fc.asyncProperty(corpus, async (texts) => {
      const sheets = observed(texts)
      const words = new Map(sheets.map(({id, sheet}) => [id, sheet.words]))
      const verdicts = await decided(sheets)
      for (const [id, {duplicate, paragraphs = []}] of verdicts) {
        if (duplicate) {
          expect(verdicts.get(duplicate.of)?.duplicate).toBeUndefined()
          expect(words.get(duplicate.of)).toBeGreaterThanOrEqual(words.get(id)!)
        }
        for (const [, other] of paragraphs) {
          expect(other).not.toBe(id)
          expect(verdicts.get(other)?.duplicate).toBeUndefined()
        }
      }
    }),
    runs,
  )
})
