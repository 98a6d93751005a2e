import {describe, expect, test} from 'vitest'
import {compareStages} from '../../src/inspect/changes.js'
import {plain} from '../../src/inspect/palette.js'
import {wordDiff} from '../../src/inspect/word-diff.js'
import {type MadeEdit, play, replace} from './edits.js'

const show = (text: string, edits: readonly MadeEdit[], context = 2): string =>
  wordDiff(compareStages(play(text, [edits])), plain, {context})

describe('a word diff', () => {
  test('shows one word of a long paragraph with a few around it', () => {
    const text = `${'lorem ipsum '.repeat(200)}Arcach dolor sit ${'amet '.repeat(200)}\n`
    expect(show(text, [replace(text, 'Arcach', 'Artsakh', {rule: 'place', evidence: 'gazetteer'})])).toBe(
      '1:2401 stage-1/place (layout): gazetteer\n  …lorem ipsum [-Arcach-]{+Artsakh+} dolor sit…\n',
    )
  })

  test('shows near changes in one passage, each rule with its place', () => {
    const text = 'one two three four\n'
    expect(show(text, [replace(text, 'two', '2', {rule: 'a'}), replace(text, 'four', '4', {rule: 'b'})])).toBe(
      '1:5 stage-1/a (layout)\n1:15 stage-1/b (layout)\n  one [-two-]{+2+} three [-four-]{+4+}⏎\n',
    )
  })

  test('shows both ends of a long removal', () => {
    const shown = show(`a ${'x'.repeat(5000)} b\n`, [{start: 2, end: 5002, after: ''}])
    expect(shown).toContain(`[-${'x'.repeat(160)} …4680 characters… ${'x'.repeat(160)}-]`)
  })

  test('does not run thousands of near changes together', () => {
    const text = 'a b '.repeat(500)
    const edits = [...text.matchAll(/b/g)].map(({index}) => ({start: index, end: index + 1, after: 'c'}))
    const passages = show(text, edits)
      .split('\n')
      .filter((line) => line.startsWith('  '))
    expect(passages).toHaveLength(63)
    expect(Math.max(...passages.map(({length}) => length))).toBeLessThan(120)
  })

  test('makes visible what differs unseen', () => {
    expect(show('a\u00a0\tb\n', [{start: 1, end: 3, after: ' '}], 1)).toContain('a[-<U+00A0>\\t-]{+ +}b')
    expect(show('a\n\nb\n', [{start: 1, end: 3, after: ' '}], 1)).toContain('a[-⏎⏎-]{+ +}b')
  })

  test('keeps the lines of what has many', () => {
    expect(show('x\n', [{start: 0, end: 0, after: 'a: 1\nb: 2\nc: 3\n'}], 1)).toBe(
      '1:1 stage-1/rule (layout)\n  {+a: 1⏎\n    b: 2⏎\n    c: 3⏎+}x…\n',
    )
  })

  test('isolates text that runs from right to left, so that marks stay around what they mark', () => {
    const text = 'קרא עוד כאן\n'
    expect(show(text, [replace(text, 'עוד', 'שוב')], 1)).toBe(
      '1:5 stage-1/rule (layout)\n  \u2068קרא [-\u2068עוד\u2069-]{+\u2068שוב\u2069+} כאן…\u2069\n',
    )
  })

  test('isolates every line of it by itself', () => {
    const text = 'مرحبا بكم\n'
    expect(show(text, [{start: 0, end: 0, after: 'a: 1\nب: 2\nc: 3\n'}], 1)).toBe(
      [
        '1:1 stage-1/rule (layout)',
        '  \u2068{+\u2068a: 1⏎\u2069\u2069',
        '    \u2068\u2068ب: 2⏎\u2069\u2069',
        '    \u2068\u2068c: 3⏎\u2069+}مرحبا…\u2069',
        '',
      ].join('\n'),
    )
  })

  test('isolates nothing of what runs from left to right, Armenian as well', () => {
    const text = 'Նախագահը հան-\nդիպեց քաղաքում\n'
    expect(show(text, [replace(text, '-\n', '')], 1)).toBe('1:13 stage-1/rule (layout)\n  …հան[--⏎-]դիպեց…\n')
  })

  test('shows prose that was wrapped as one passage, with the joints where lines ended', () => {
    const text = 'he came on\nSunday and\ntalked.\n'
    const edits = [...text.matchAll(/\n(?=.)/g)].map(({index}) => ({start: index, end: index + 1, after: ' '}))
    expect(show(text, edits, 3)).toBe(
      '1:11 stage-1/rule (layout) ×2\n  he came on[-⏎-]{+ +}Sunday and[-⏎-]{+ +}talked.⏎\n',
    )
  })

  test('never parts a character, nor lets it act', () => {
    const text = `${'𝒳'.repeat(300)}b${'e\u0301'.repeat(300)}\n`
    expect(show(text, [{start: 600, end: 601, after: 'c\u001b[2J\u202e'}])).toMatch(
      /^1:301 .*\n {2}…(?:𝒳)+\[-b-\]\{\+c\\x1b\[2J<U\+202E>\+\}(?:e\u0301)+…\n$/u,
    )
  })
})
