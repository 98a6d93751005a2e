import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {canonicalizeNames, canonicalizeText, type NameOptions} from '../../pipeline/canonicalize-names/index.js'
import {Document, type MetadataFact} from '../../src/document/document.js'
import {cases} from './cases.js'

/** Options are parsed once, for a vocabulary is made of each. */
const parsed = new Map<string, NameOptions>()
const optionsOf = (options: object): NameOptions => {
  const key = JSON.stringify(options)
  const known = parsed.get(key) ?? canonicalizeNames.options.parse(options)
  parsed.set(key, known)
  return known
}
const run = (text: string, options: object = {}, facts: readonly MetadataFact[] = []) => {
  const document = new Document({id: 'x', text, mediaType: 'text/markdown', facts})
  const result = canonicalizeNames.run(document, optionsOf(options))
  return {...document.apply(result.edits, result), messages: result.messages ?? []}
}
const profiles = ['international', 'armenian', 'azerbaijani', 'same-tradition'] as const

for (const [kind, list] of Object.entries(cases)) {
  describe(kind, () => {
    for (const item of list) {
      test.each(profiles)(`${item.text} (%s)`, (profile) => {
        const once = run(item.text, {profile}).document.text
        expect(once).toBe(item[profile] ?? item.text)
        expect(run(once, {profile}).document.text).toBe(once)
      })
    }
  })
}

describe('options', () => {
  test('annotate changes nothing and says what each name is', () => {
    const {edits, messages} = run('Shushi and Arcach. Shushi.', {profile: 'annotate'})
    expect(edits).toEqual([])
    expect(messages.map(({text}) => text)).toEqual(['Shushi is az-sus, 2 times', 'Arcach is artsakh'])
  })
  test('diacritics of names of people are kept, dropped or restored', () => {
    const text = 'Erdoğan met Erdogan, and “Erdogan smiled”.'
    expect(run(text).document.text).toBe(text)
    expect(run(text, {diacritics: 'plain'}).document.text).toBe('Erdogan met Erdogan, and “Erdogan smiled”.')
    expect(run(text, {diacritics: 'restore'}).document.text).toBe('Erdoğan met Erdoğan, and “Erdoğan smiled”.')
  })
  test('entries of the user extend and override', () => {
    const entries = [
      {id: 'az-sus', profiles: {mine: 'Shushi'}, aliases: [{form: 'Chouchie', tradition: 'armenian'}]},
      {id: 'springfield', forms: {shared: 'Springfield'}, aliases: [{form: 'Sprngfeld', kind: 'misspelling'}]},
    ]
    const text = 'From Shusha to Chouchie and Sprngfeld by bus.'
    expect(run(text, {entries, profile: 'mine'}).document.text).toBe('From Shushi to Shushi and Springfield by bus.')
    expect(run(text, {entries}).document.text).toBe('From Shusha to Shusha and Springfield by bus.')
  })
  test('corrections of the user are made', () => {
    expect(run('The goverment fell.', {corrections: [{wrong: 'goverment', right: 'government'}]}).document.text).toBe(
      'The government fell.',
    )
  })
  test('an unknown profile is refused with the known ones', () => {
    const {error} = canonicalizeNames.options.safeParse({profile: 'french'})
    expect(error?.issues[0]?.message).toContain('international, armenian')
  })
  test('an unknown key is refused', () =>
    expect(canonicalizeNames.options.safeParse({profil: 'armenian'}).success).toBe(false))
})

describe('the document', () => {
  const polish: MetadataFact = {field: 'language', value: 'pl', rule: 'x'}
  test('gates by its language where a text is too short to tell', () => {
    expect(run('# Arcach', {}, [polish]).document.text).toBe('# Arcach')
    expect(run('# Arcach').document.text).toBe('# Artsakh')
  })
  test('is Polish, but an English paragraph in it is not', () =>
    expect(run('W Arcachu jest źle.\n\nThe war in Arcach was over.', {}, [polish]).document.text).toBe(
      'W Arcachu jest źle.\n\nThe war in Artsakh was over.',
    ))
  test('keeps its front matter', () => {
    const text = '---\ntitle: Arcach\n---\n\nThe war in Arcach.'
    expect(run(text).document.text).toBe('---\ntitle: Arcach\n---\n\nThe war in Artsakh.')
  })
  test('records entry, form and profile with each edit, and why a name was kept', () => {
    const {messages: none} = run('We had sushi. Sushi is expensive.')
    expect(none).toEqual([])
    const {edits, messages} = run('He left Shushi. “Shushi, Shushi!” he cried.')
    expect(edits).toEqual([
      {
        start: 8,
        end: 14,
        replacement: 'Shusha',
        rule: 'cross-tradition',
        evidence: 'az-sus, Shushi, profile international',
      },
    ])
    expect(messages).toEqual([
      {level: 'info', text: 'kept Shushi (az-sus): quotation, 2 times', at: {start: 17, end: 23}},
    ])
  })
})

describe('a title', () => {
  const title: MetadataFact = {field: 'title', value: 'War in Arcach', rule: 'x', raw: {start: 1, end: 3}}
  const factsOf = (options: object) => {
    const document = new Document({id: 'x', text: 'Peace.', mediaType: 'text/markdown', facts: [title]})
    return canonicalizeNames.run(document, optionsOf(options)).facts ?? []
  }
  test('is stated again where its spelling differs', () =>
    expect(factsOf({})).toEqual([
      {field: 'title', value: 'War in Artsakh', rule: 'transliteration', raw: {start: 1, end: 3}},
    ]))
  test('is left as it is on demand, and where the profile only annotates', () => {
    expect(factsOf({metadata: false})).toEqual([])
    expect(factsOf({profile: 'annotate'})).toEqual([])
  })

  test('follows the heading of the body', () => {
    for (const title of [
      'War in Arcach',
      'Shushi: a lost town',
      'The “Shushi” question',
      'Shushi University Opens',
      'Szusza nie jest na sprzedaż',
    ]) {
      expect(`# ${canonicalizeText(title, optionsOf({}))}`).toBe(run(`# ${title}`).document.text)
    }
  })
  test('stays where the profile only annotates', () =>
    expect(canonicalizeText('Arcach', optionsOf({profile: 'annotate'}))).toBe('Arcach'))
})

const fragments = [
  'Shushi',
  'Shusha',
  'Arcach',
  'Agdam',
  'Fizuli',
  'Lachin',
  'Stepanakert',
  'Khankandi',
  'Nagorno',
  'Karabakh',
  'the ',
  'in ',
  'of ',
  'Battle of ',
  ' ',
  '\n',
  '\n\n',
  '"',
  '“',
  '”',
  "'",
  '’s',
  '*',
  '**',
  '_',
  '(',
  ')',
  '/',
  '-',
  '–',
  '[',
  '](https://e.org/Shushi)',
  '> ',
  '# ',
  '`',
  ', ',
  '. ',
  ' and ',
  ' said ',
  'University',
  '\u00ad',
  '#',
  '@',
  'SHUSHI',
  'shushi',
  '<i>',
  '</i>',
  ' called ',
  '![',
]
test('on any text a second run changes nothing, and only names change', () => {
  const texts = fc.array(fc.constantFrom(...fragments), {maxLength: 25}).map((parts) => parts.join(''))
  fc.assert(
    fc.property(texts, fc.constantFrom(...profiles), (text, profile) => {
      const {document, edits} = run(text, {profile})
      expect(run(document.text, {profile}).document.text).toBe(document.text)
      for (const {start, end} of edits) expect(text.slice(start, end)).toMatch(/^[\p{L}\u00ad –-]+$/u)
    }),
    {numRuns: 3000},
  )
})

test.each([
  ['one long word', 'Shushi'.repeat(100_000)],
  ['quotation marks', '"Shushi '.repeat(30_000)],
  ['single marks', "'Shushi ".repeat(30_000)],
  ['capitals', 'Shushi University of '.repeat(20_000)],
  ['one line of names', 'Shushi, Shusha, '.repeat(20_000)],
  ['slashes', 'Shushi/'.repeat(30_000)],
])('%s are no trap', (_, text) => {
  expect(run(text).document.text.length).toBeGreaterThan(0)
})
