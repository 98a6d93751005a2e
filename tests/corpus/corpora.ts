/** Arbitrary corpora: a few sites, whose documents have furniture, prose of their own, quotations and copies of one another. */
import fc from 'fast-check'
import type {Text} from './decided.js'

const words =
  'river stone bridge market harvest winter letter garden window candle mountain shepherd village council captain harbour orchard quarrel mirror kettle ladder carpet lantern meadow thunder pepper needle anchor basket copper saddle velvet walnut barrel feather'.split(
    ' ',
  )

/** A sentence of so many words, another one for each seed. */
export function sentence(seed: number, length: number): string {
  let state = (seed + 1) * 2654435761
  const chosen = Array.from({length}, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return words[(state >>> 10) % words.length]!
  })
  return `${chosen.join(' ')}.`
}

/** Blocks that documents of all sites may share, of every sort: labels, menus, headings, long lines, refrains. */
const shared = [
  '- [Home](/)\n- [News](/news)\n- [Sports](/sports)',
  '- [News](/news)\n- [Shop](/shop)',
  'Share',
  'Amen.',
  '**Follow us**',
  '## Related',
  '## Ingredients',
  'Interviewer:',
  '[Subscribe](/subscribe)',
  '---',
  'Published 12 May 2020',
  '> To be or not to be',
  sentence(900, 9),
  sentence(901, 18),
  sentence(902, 40),
]

const block = fc.oneof(
  {weight: 3, arbitrary: fc.constantFrom(...shared)},
  {weight: 1, arbitrary: fc.nat(8).map((seed) => sentence(seed, 5))},
  {weight: 1, arbitrary: fc.nat(30).map((seed) => sentence(seed, 30))},
)
const edge = fc.array(block, {maxLength: 4})

/** A site: templates above and below, and documents that may leave parts of them out. */
const site = fc.record({
  host: fc.constantFrom('a.example', 'b.example', undefined),
  above: edge,
  below: edge,
  bodies: fc.array(
    fc.record({
      body: fc.array(block, {maxLength: 5}),
      own: fc.option(fc.nat(10_000)),
      without: fc.nat(7),
      date: fc.constantFrom('2020-01-01', '2021', undefined),
    }),
    {maxLength: 12},
  ),
})

/** Corpora in which documents may be without a word of their own. */
export const corpus: fc.Arbitrary<Text[]> = corpora(false)

/** Corpora in which each document has a paragraph that no other one has. */
export const corpusOfAuthors: fc.Arbitrary<Text[]> = corpora(true)

function corpora(hasAuthor: boolean): fc.Arbitrary<Text[]> {
  return fc.array(site, {minLength: 1, maxLength: 3}).map((sites) =>
    sites.flatMap(({host, above, below, bodies}, place) =>
      bodies.map(({body, own, without, date}, index) => {
        const blocks = [
          ...above.filter((_, part) => part !== without),
          ...(own === null ? [] : [sentence(own, 45)]),
          ...(hasAuthor ? [sentence(50_000 + 100 * place + index, 45)] : []),
          ...body,
          ...below.filter((_, part) => part + 4 !== without),
        ]
        return {
          id: `site${place}/doc${index}`,
          text: blocks.join('\n\n'),
          ...(host !== undefined && {source: `https://www.${host}/${index}`}),
          ...(date !== undefined && {date}),
        }
      }),
    ),
  )
}

/** Documents that have nothing to do with any of the above. */
export const others: fc.Arbitrary<Text[]> = fc.nat(9).map((count) =>
  Array.from({length: count}, (_, index) => ({
    id: `other/doc${index}`,
    text: `Foreign menu of ${'xyz'.repeat(3)}\n\n${sentence(20_000 + index, 60).replaceAll('e', 'ø')}\n\n${'quux '.repeat(20)}`,
    source: `https://other.example/${index}`,
  })),
)
