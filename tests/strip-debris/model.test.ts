/** The model: its parts by cases of their own; what it decides is held by the examples of the rules and the whole documents. */
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {gatherEvidence} from '../../pipeline/strip-debris/index.js'
import {features, measureUnits} from '../../pipeline/strip-debris/model/features.js'
import {askForest, heaviestFeatures, readForest} from '../../pipeline/strip-debris/model/forest.js'
import {judge} from '../../pipeline/strip-debris/model/judge.js'
import {entriesOf, ownWords, readLexicon, scoreWords} from '../../pipeline/strip-debris/model/lexicon.js'
import {lookAgain, secondFeatures} from '../../pipeline/strip-debris/model/second-look.js'
import {readTopic} from '../../pipeline/strip-debris/model/topics.js'
import {
  lexicon as packedLexicon,
  pageForest,
  secondPageForest,
  secondTextForest,
  textForest,
} from '../../pipeline/strip-debris/model/weights.js'
import {Document} from '../../src/document/document.js'

const prose = [
  'The mill by the river was sold last week to a family that intends to live in it, the council said on Monday.',
  'Its wheel has not turned for thirty years, and nobody in the valley expects it to turn again, for the weir is broken.',
  'The council had hoped for a museum, and heard of the sale from the newspaper, a day after the miller had told everybody.',
]
const evidenceOf = (blocks: readonly string[]) =>
  gatherEvidence(new Document({id: 'case', text: `${blocks.join('\n\n')}\n`, mediaType: 'text/markdown'}))

describe('lexicon', () => {
  const lexicon = readLexicon('-50,comments,-200,leave,10,leave comments,-100,the,30')

  test('lists words and pairs of neighbours, each once', () => {
    expect([...entriesOf(['the', 'mill', 'the', 'mill'])]).toEqual(['the', 'mill', 'the mill', 'mill the'])
    expect(entriesOf(Array.from({length: 5000}, (_, index) => `w${index}`)).size).toBeLessThan(250)
  })

  test('scores a text by the words that it knows', () => {
    expect(scoreWords(lexicon, ['wheel'])).toBe(-0.5)
    expect(scoreWords(lexicon, ['leave', 'comments'])).toBeCloseTo(-0.5 + (0.1 - 2 - 1) / Math.sqrt(3))
    expect(scoreWords(lexicon, [])).toBe(-0.5)
    expect(scoreWords(lexicon, ['comments', 'leave'])).toBeCloseTo(-0.5 + (0.1 - 2) / Math.sqrt(2))
  })

  test('counts each word and pair once', () => {
    const once = scoreWords(lexicon, ['leave', 'comments'])
    expect(scoreWords(lexicon, ['leave', 'comments', 'leave', 'comments'])).toBe(once)
    expect(scoreWords(lexicon, ['leave', 'comments'])).toBe(once)
  })

  test('takes for own words those that it does not know', () => {
    expect([...ownWords(lexicon, ['the', 'wheel', 'of', 'the', 'wheel'])]).toEqual(['wheel'])
  })

  test('of the weights has words alone: no digits, signs or addresses', () => {
    const entries = packedLexicon.split(',').slice(1)
    expect(entries.length).toBeGreaterThan(2000)
    for (let at = 0; at < entries.length; at += 2) {
      expect(entries[at]).toMatch(/^[\p{L}\p{M}]+(?: [\p{L}\p{M}]+)?$/u)
      expect(entries[at + 1]).toMatch(/^-?\d+$/)
    }
  })
})

describe('forest', () => {
  const both = secondFeatures.length + features.length
  test.each([
    ['first, text', textForest, features.length],
    ['second, text', secondTextForest, both],
    ['first, page', pageForest, features.length],
    ['second, page', secondPageForest, both],
  ])('of the look %s compares features that there are', (_, packed, width) => {
    const {trees, features: compared} = readForest(packed)
    expect(trees).toBeGreaterThan(50)
    for (const feature of compared) {
      expect(feature).toBeGreaterThanOrEqual(0)
      expect(feature).toBeLessThan(width)
    }
  })

  test('refuses what is no forest', () => {
    expect(() => readForest('')).toThrow(RangeError)
    expect(() => readForest(textForest.slice(0, -8))).toThrow(RangeError)
  })

  /** Nodes of one tree in the form of `weights.ts`: the left child, the threshold, what it adds, the feature. */
  const pack = (
    nodes: readonly (readonly [left: number, threshold: number, value: number, feature: number])[],
  ): string => {
    const bytes = Buffer.alloc(16 + nodes.length * 14)
    bytes.writeUInt32LE(1, 0)
    bytes.writeUInt32LE(nodes.length, 4)
    bytes.writeFloatLE(0.25, 8)
    const lefts = 16
    for (const [node, [left, threshold, value, feature]] of nodes.entries()) {
      bytes.writeInt32LE(left, lefts + node * 4)
      bytes.writeFloatLE(threshold, lefts + nodes.length * 4 + node * 4)
      bytes.writeFloatLE(value, lefts + nodes.length * 8 + node * 4)
      bytes.writeInt16LE(feature, lefts + nodes.length * 12 + node * 2)
    }
    return bytes.toString('base64')
  }

  test('walks to a leaf that stands higher than others', () => {
    const forest = readForest(
      pack([
        [1, 0.5, 0, 0],
        [0, 0, 1, -1],
        [3, 7, -1.5, 1],
        [0, 0, -2, -1],
        [0, 0, -1, -1],
      ]),
    )
    expect(askForest(forest, Float32Array.of(0, 9))).toBe(1.25)
    expect(askForest(forest, Float32Array.of(Number.NaN, 6))).toBe(-1.75)
    expect(askForest(forest, Float32Array.of(1, 7))).toBe(-0.75)
    expect(heaviestFeatures(forest, Float32Array.of(1, 6), 3)).toEqual([
      {feature: 0, isHigh: true},
      {feature: 1, isHigh: false},
    ])
    expect(heaviestFeatures(forest, Float32Array.of(0, 6), 3)).toEqual([])
  })

  test('refuses trees that come back to themselves, lead out of the forest or too deep', () => {
    const leaf = [0, 0, 1, -1] as const
    expect(() => readForest(pack([[0, 0, 0, 0], leaf, leaf]))).toThrow('node 0 leads nowhere')
    expect(() => readForest(pack([[2, 0, 0, 0], leaf, leaf]))).toThrow('node 0 leads nowhere')
    const steps = Array.from({length: 60}, (_, node) => (node % 2 === 0 ? ([node + 1, 0, 0, 0] as const) : leaf))
    expect(() => readForest(pack([...steps, leaf]))).toThrow('steps deep')
  })

  // One tree: a first feature below 0.5 speaks for body, any other against it.
  const forest = {
    bias: 0.25,
    trees: 1,
    depth: 1,
    features: Int16Array.of(0),
    thresholds: Float32Array.of(0.5),
    values: Float32Array.of(0, 1, -2),
  }

  test('adds up what the leaves say', () => {
    expect(askForest(forest, Float32Array.of(0))).toBe(1.25)
    expect(askForest(forest, Float32Array.of(0.5))).toBe(-1.75)
  })

  test('names the features that spoke against a unit, and whether it was by being high', () => {
    expect(heaviestFeatures(forest, Float32Array.of(1), 3)).toEqual([{feature: 0, isHigh: true}])
    expect(heaviestFeatures(forest, Float32Array.of(0), 3)).toEqual([])
  })
})

describe('second look', () => {
  const line = fc.constantFrom(
    ...prose,
    'Share',
    '- [Mills](#)',
    'Read more',
    '## Wheels',
    '12 May 2019',
    '水車は川のそばにある。',
    '…',
  )

  test('writes as many numbers as it has features, none of them not a number', () => {
    fc.assert(
      fc.property(
        fc.array(line, {minLength: 1, maxLength: 40}),
        fc.double({min: -9, max: 9, noNaN: true}),
        (lines, odd) => {
          const {units} = evidenceOf(lines)
          const topics = units.map(readTopic)
          const odds = Float64Array.from(units, (_, index) => (index % 3 === 0 ? odd : -odd))
          const write = lookAgain(
            units,
            topics,
            readTopic({plain: 'The mill', words: 2}),
            odds,
            readLexicon(packedLexicon),
          )
          for (let index = 0; index < units.length; index++) {
            const row = new Float32Array(secondFeatures.length + 1).fill(Number.NaN)
            expect(write(index, row, 0)).toBe(secondFeatures.length)
            expect(row.subarray(0, -1).some(Number.isNaN)).toBe(false)
            expect(row.at(-1)).toBeNaN()
          }
        },
      ),
      {numRuns: 100},
    )
  })

  test('sees the body where the first look did', () => {
    const {units} = evidenceOf(['Share', ...prose, 'Privacy Policy'])
    const odds = Float64Array.from(units, ({isProse}) => (isProse ? 3 : -3))
    const write = lookAgain(units, units.map(readTopic), readTopic({plain: '', words: 0}), odds, readLexicon('0'))
    const inBody = secondFeatures.findIndex(({name}) => name === 'in body')
    const flags = units.map((_, index) => {
      const row = new Float32Array(secondFeatures.length)
      write(index, row, 0)
      return row[inBody]
    })
    expect(flags).toEqual([0, 1, 1, 1, 0])
  })

  test('knows a paragraph on another subject by its own words', () => {
    const {units} = evidenceOf([
      'The weir at Oberbach was mended by Kowalski, whose wheel at Oberbach turned again in spring.',
      'Kowalski says that Oberbach has waited long enough for its weir, and that he has, too.',
      'Trawlers off Lofoten landed herring worth millions, the Fiskeridirektorat said in Tromsø.',
    ])
    const odds = new Float64Array(units.length).fill(2)
    const lexicon = readLexicon('0,the,0,at,0,was,0,by,0,says,0,that,0,has,0,and,0,off,0,said,0')
    const write = lookAgain(units, units.map(readTopic), readTopic({plain: '', words: 0}), odds, lexicon)
    const column = secondFeatures.findIndex(({name}) => name === 'number of shared own words')
    const shared = units.map((_, index) => {
      const row = new Float32Array(secondFeatures.length)
      write(index, row, 0)
      return row[column]!
    })
    expect(shared[0]).toBeGreaterThan(0)
    expect(shared[2]).toBe(0)
  })
})

describe('judge', () => {
  test('says what spoke against a line, in words', () => {
    const evidence = evidenceOf(['Home', 'Mills', 'Floods', 'Search', '# The mill is sold', ...prose])
    const said = judge(evidence).flatMap((removal) => (removal ? [removal.evidence] : []))
    expect(said.length).toBeGreaterThan(0)
    for (const text of said) expect(text).toMatch(/^\d+ % debris: \S.*$|^stands between lines that go$/)
  })

  test('says nothing of what is settled', () => {
    const evidence = evidenceOf(['Home', 'Mills', 'Floods', 'Search', '# The mill is sold', ...prose])
    expect(judge(evidence, () => true)).toEqual(new Array(evidence.units.length))
  })

  test('measures a unit alike whatever is asked before', () => {
    const evidence = evidenceOf(['Home', ...prose, 'Share'])
    const write = measureUnits(evidence, evidence.units.map(readTopic))
    const first = new Float32Array(features.length)
    const again = new Float32Array(features.length)
    write(1, first, 0)
    write(0, again, 0)
    write(1, again, 0)
    expect(again).toEqual(first)
  })
})
