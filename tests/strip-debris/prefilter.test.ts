/** The prefilter must find every pattern that matches: one that it misses would be a rule that is silently gone. */
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {fold} from '../../pipeline/strip-debris/fold.js'
import {makePrefilter} from '../../pipeline/strip-debris/prefilter.js'
import {requiredLiterals, startMark} from '../../pipeline/strip-debris/required-literals.js'
import {debrisRules} from '../../pipeline/strip-debris/rules/index.js'

const patterns = debrisRules.flatMap((rule) => rule.patterns ?? [])
const matching = (text: string): number[] => patterns.flatMap((pattern, number) => (pattern.test(text) ? [number] : []))

describe('required literals', () => {
  test.each<[RegExp, string[] | undefined]>([
    [/mill/, ['mill']],
    [/^mill/, [`${startMark}mill`]],
    [/^(?:the )?mills?$/, [`${startMark}the mil`, `${startMark}mill`, `${startMark}mills`]],
    [/mill|weir/, ['mill', 'weir']],
    [/(?:^|by )the mill/, [`${startMark}the mil`, 'by the mil']],
    [/a?^mill/, ['amill', 'mill']],
    [/^(?:mi)+ll/, [`${startMark}mi`]],
    [/^(?:mi){2}/, [`${startMark}mi`]],
    [/a.{0,9}mill/, ['mill']],
    [/a(?:b.)?mill/, ['mill']],
    [/mil+s*weir/, ['weir']],
    [/mi[lr]l/, ['mill', 'mirl']],
    [/(?=.*weir).*/, ['weir']],
    [/(?!.*weir)mill/, ['mill']],
    [/mill(?<=weir)/, ['mill']],
    [/(?<name>mill)\k<name>/, ['mill']],
    [/(a)\u0000mill\x41\cA\1/, ['mill']],
    [/\p{L}mill\b/u, ['mill']],
    [/🐎🐎?/u, ['🐎🐎', '🐎']],
    [/🐎/, undefined],
    [/mill/i, undefined],
    [/^mill/m, undefined],
    [/(?:mill)?/, undefined],
    [/mill|./, undefined],
  ])('%s', (pattern, literals) => {
    expect(requiredLiterals(pattern)?.toSorted()).toEqual(literals?.toSorted())
  })

  test('one of them stands in whatever an expression matches', () => {
    const {expression} = fc.letrec<{expression: string; sequence: string; part: string; atom: string}>((tie) => ({
      expression: fc.array(tie('sequence'), {minLength: 1, maxLength: 3}).map((list) => list.join('|')),
      sequence: fc.array(tie('part'), {maxLength: 4}).map((list) => list.join('')),
      part: fc
        .tuple(tie('atom'), fc.constantFrom('', '', '', '?', '*', '+', '{0}', '{2}', '{1,2}', '{0,1}?', '+?', '{2,}'))
        .map(([atom, quantifier]) => (/^[\^$]$|^\\b|^\(\?<?[=!]/i.test(atom) ? atom : atom + quantifier)),
      atom: fc.oneof(
        {depthSize: 'small', withCrossShrink: true},
        fc.constantFrom('a', 'b', 'ab', 'ba', '^', '$', '.', '[ab]', '[^a]', '[a-c]', '[a\\-]', '\\.', '\\p{L}', '\\b'),
        fc
          .tuple(fc.constantFrom('(?:', '(?:', '(', '(?=', '(?!', '(?<=', '(?<!'), tie('expression'))
          .map(([open, inside]) => `${open}${inside})`),
      ),
    }))
    const text = fc.string({unit: fc.constantFrom('a', 'b', 'c', '.', '-', ' '), maxLength: 8})
    fc.assert(
      fc.property(expression, fc.array(text, {minLength: 5, maxLength: 20}), (source, texts) => {
        const pattern = new RegExp(source, 'u')
        const literals = requiredLiterals(pattern)
        for (const one of texts) {
          if (literals && pattern.test(one))
            expect(literals.some((literal) => (startMark + one).includes(literal))).toBe(true)
        }
      }),
      {numRuns: 2000},
    )
  })
})

describe('prefilter', () => {
  const prefilter = makePrefilter(patterns)

  test('tells the patterns that may match, in their order', () => {
    const few = makePrefilter([/weir/, /./, /^the (?:mill|weir)/, /wheel/])
    expect(few('the weir by the mill')).toEqual([0, 1, 2])
    expect(few('by the mill')).toEqual([1])
    expect(few('')).toEqual([1])
  })

  test('leaves few patterns of the rules to be tried', () => {
    const prose = 'the mill by the river was sold last week to a family that intends to live in it'
    expect(prefilter(prose).length).toBeLessThan(patterns.length / 20)
  })

  test('finds all that match in the examples of the rules', () => {
    const lines = debrisRules.flatMap(({examples}) => examples.flatMap(({text}) => text.split('\n')))
    expect(lines.length).toBeGreaterThan(1000)
    for (const line of lines.map(fold)) expect(prefilter(line), line).toEqual(expect.arrayContaining(matching(line)))
  })

  test('finds each pattern in texts that are made for it', () => {
    let known = 0
    for (const [number, pattern] of patterns.entries()) {
      const {source, flags} = pattern
      let texts: fc.Arbitrary<string>
      // fast-check writes no text for what looks around itself: without that, most of what it writes still matches.
      try {
        texts = fc.stringMatching(new RegExp(source.replaceAll(/\\b|\(\?<?[=!][^()]*\)/g, ''), flags), {size: 'small'})
      } catch {
        continue
      }
      known++
      fc.assert(
        fc.property(texts, (text) => {
          if (pattern.test(text)) expect(prefilter(text)).toContain(number)
        }),
        {numRuns: 3},
      )
    }
    expect(known).toBeGreaterThan(patterns.length / 2)
  })
})

test('of an expression with a group that has flags of its own nothing is certain', () => {
  for (const source of ['(?i:Hello) there', '(?-i:hello) there', '(?s-i:hello) there'])
    expect(requiredLiterals({source, flags: 'u'} as RegExp)).toBeUndefined()
})
