import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {canonicalizeNames, type NameOptions} from '../../pipeline/canonicalize-names/index.js'
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
  const annotations = (result.annotations ?? []).map(({at, value, after, reason}) => [
    text.slice(at.start, at.end),
    value,
    ...(after === undefined ? [] : [after]),
    ...(reason === undefined ? [] : [reason]),
  ])
  return {...document.apply(result.edits, result), annotations, result}
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
  test('annotate changes nothing and says what each name is, whoever says it and in whichever language', () => {
    const {edits, annotations} = run(
      'Shushi and Arcach. “Shushi!” The *ballad of Lachin*.\n\nW Szuszi było cicho, Szusza spała.',
      {
        profile: 'annotate',
      },
    )
    expect(edits).toEqual([])
    expect(annotations).toEqual([
      ['Shushi', 'az-sus'],
      ['Arcach', 'artsakh'],
      ['Shushi', 'az-sus'],
      ['Lachin', 'az-lac'],
      ['Szuszi', 'az-sus'],
      ['Szusza', 'az-sus'],
    ])
  })
  test('a phrase that stays is recorded under every profile, unless a name in it is to be repaired', () => {
    for (const profile of profiles) {
      expect(run('The Four-Day War and the 44-day war ended.', {profile}).annotations).toEqual([
        ['Four-Day War', 'april-war'],
        ['44-day war', 'second-nagorno-karabakh-war'],
      ])
      const {document} = run('The 2016 Nagorno–Karabakh conflict ended.', {profile})
      expect(document.text).toBe('The 2016 Nagorno-Karabakh conflict ended.')
    }
  })
  test('annotate passes over what only looks like a name', () => {
    const text = 'Ganja was seized by police. Captain Lachin had sushi. In Akna, Mexico, it rained.'
    expect(run(text, {profile: 'annotate'}).annotations).toEqual([])
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
  test('tells its language from its text where no metadata say it, and knows better than they do', () => {
    const text = '# Arcach\n\nMinister przyjechał do miasta i nie wrócił, bo drogi były zamknięte.'
    expect(run(text).document.text).toBe(text)
    expect(run(text, {}, [{field: 'language', value: 'en', rule: 'x'}]).document.text).toBe(text)
    expect(run('# Arcach\n\nThe minister came and did not return.', {}, [polish]).document.text).toBe(
      '# Artsakh\n\nThe minister came and did not return.',
    )
  })
  test('is in one language and has headings, lists and cells of another, which those beside them tell', () => {
    const english = 'The convoy left on Monday and was back by dark.'
    const foreign = 'Konwój wyjechał w poniedziałek i wrócił przed nocą, bo drogi nie było.'
    for (const short of ['## Agdam', '- Agdam\n- Fizuli', '| Agdam | 3 |\n| --- | --- |\n| Agdam | 4 |']) {
      const text = `${english}\n\n${english}\n\n${short}\n\n${foreign}`
      expect(run(text).document.text).toBe(text)
      expect(run(`${english}\n\n${short}\n\n${english}`).edits.length).toBeGreaterThan(0)
    }
  })
  test.each([
    'Kriget i Karabach',
    'Sorg i Erevan',
    'Put u Erevan',
    'Sukob oko Agdam',
    'Karas dėl Karabach',
    'Taika Karabach krašte',
    'Bitva o Agdam',
    'Háború Karabach miatt',
    'Erevan\n\nMinistern reste hem igen.',
    'Erevan\n\nLjudi su pobjegli u planine.',
    'Erevan\n\nŽmonės pabėgo į kalnus.',
    'Erevan\n\nIhmiset pakenivat vuorille.',
  ])('may be a heading and little more in another language: %s', (text) =>
    expect(run(`# ${text}`).document.text).toBe(`# ${text}`),
  )
  test.each([
    'War in %',
    'New clashes near %',
    '% mourns',
    'Inside %',
    '% on edge',
    '% peace plan',
    'Photos: % protests',
  ])('may be a heading alone in English: %s', (text) =>
    expect(run(`# ${text.replace('%', 'Erevan')}`).document.text).toBe(`# ${text.replace('%', 'Yerevan')}`),
  )
  test('uses a name in one sense: a place that is certain once, or a person', () => {
    const armenian = {profile: 'armenian'}
    const of = (text: string) => run(text, armenian).document.text
    expect(of('Lachin. It was cold.')).toBe('Lachin. It was cold.')
    expect(of('The bus reached Lachin.\n\nLachin. It was cold.')).toBe(
      'The bus reached Berdzor.\n\nBerdzor. It was cold.',
    )
    expect(of('Captain Lachin slept.\n\nLachin. It was cold.')).toBe('Captain Lachin slept.\n\nLachin. It was cold.')
    expect(of('The bus reached Lachin.\n\nCaptain Lachin slept.\n\nLachin. It was cold.')).toContain(
      'Lachin. It was cold.',
    )
    expect(of('My cousin Shusha slept.\n\nShusha. It was cold.')).toContain('Shusha. It was cold.')
    expect(of('Troops left Shusha.\n\nThe dealer sold Ganja by the gram.')).toContain('sold Ganja')
    expect(of('Azerbaijan honours Fuzuli.\n\nFuzuli is read at school.')).toContain('Fuzuli is read')
  })
  test('takes no capital for a sign that names of people are places', () => {
    const of = (text: string) => run(text, {profile: 'armenian'}).document.text
    expect(of('She left Erevan. Lachin was tired.')).toBe('She left Yerevan. Lachin was tired.')
    expect(of('She left Baku. Lachin was tired.')).toBe('She left Baku. Lachin was tired.')
    expect(of('She left Stepanakert. Lachin was empty.')).toBe('She left Stepanakert. Berdzor was empty.')
    expect(of('Yerevan, Goris and Lachin were dark.')).toBe('Yerevan, Goris and Berdzor were dark.')
  })
  test('says the same of its places once they are renamed', () => {
    const text = 'From Hadrut, Jebrail and Goris they came.\n\nJebrail waited, Fizuli burned.\n\nFizuli, that was all.'
    const once = run(text).document.text
    expect(once).toContain('Fuzuli, that was all.')
    expect(run(once).edits).toEqual([])
  })
  test('keeps its front matter', () => {
    const text = '---\ntitle: Arcach\n---\n\nThe war in Arcach.'
    expect(run(text).document.text).toBe('---\ntitle: Arcach\n---\n\nThe war in Artsakh.')
  })
  test('records every name: what it became, or why it stays; and nothing of what is none', () => {
    expect(run('We had sushi. Sushi is expensive.').annotations).toEqual([])
    expect(run('See https://e.org/Shusha or https://e.org/Shushi here.').annotations).toEqual([
      ['Shushi', 'az-sus', 'address'],
    ])
    const {edits, result} = run('He left Shushi. “Shushi!” he cried. Shusha burned.')
    expect(edits).toEqual([
      {
        start: 8,
        end: 14,
        replacement: 'Shusha',
        rule: 'cross-tradition',
        evidence: 'az-sus, Shushi, profile international',
      },
    ])
    const details = {form: 'Shushi', profile: 'international'}
    expect(result.annotations).toEqual([
      {kind: 'name', at: {start: 8, end: 14}, value: 'az-sus', details, after: 'Shusha', rule: 'cross-tradition'},
      {kind: 'name', at: {start: 17, end: 23}, value: 'az-sus', details, reason: 'quotation'},
      {kind: 'name', at: {start: 36, end: 42}, value: 'az-sus', details: {...details, form: 'Shusha'}},
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
    for (const value of [
      'War in Arcach',
      'Shushi: a lost town',
      'The “Shushi” question',
      'Shushi University Opens',
      'Szusza nie jest na sprzedaż',
    ]) {
      const text = `# ${value}`
      const title: MetadataFact = {field: 'title', value, rule: 'x'}
      const {document, result} = run(text, {}, [title])
      expect(result.facts?.[0]?.value ?? value).toBe(document.text.slice(2))
    }
  })
  test('takes from the body what language it is in, and whether a name is a person’s', () => {
    const of = (value: string, body: string) => {
      const {result} = run(body, {profile: 'armenian'}, [{field: 'title', value, rule: 'x'}])
      return result.facts?.[0]?.value ?? value
    }
    expect(of('Arcach', 'W Polsce mówi się o tym, że wojna nie jest daleko.')).toBe('Arcach')
    expect(of('Lachin at last', 'They came from Shusha to Lachin by bus.')).toBe('Berdzor at last')
    expect(of('Lachin at last', 'Lachin said that she left Shusha by bus.')).toBe('Lachin at last')
  })
})

const fragments = [
  'Shushi',
  'Shusha',
  'Arcach',
  'Agdam',
  'Fizuli',
  'Jebrail',
  'Hadrut',
  'Varanda',
  'said',
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
    {numRuns: 1000},
  )
})

test.each([
  ['one long word', 'Shushi'.repeat(100_000)],
  ['quotation marks', '"Shushi '.repeat(30_000)],
  ['single marks', "'Shushi ".repeat(30_000)],
  ['capitals', 'Shushi University of '.repeat(20_000)],
  ['one line of names', 'Shushi, Shusha, '.repeat(20_000)],
  ['slashes', 'Shushi/'.repeat(30_000)],
  ['names that may be something else', 'Ganja Lachin '.repeat(30_000)],
  ['brackets', 'Shushi ('.repeat(30_000)],
  ['paragraphs that open a quotation', '“Shushi is far\n\nAnd Lachin\n\n'.repeat(10_000)],
  ['short paragraphs', 'Agdam\n\n'.repeat(10_000)],
  ['cells', `| Agdam | Ganja |\n| --- | --- |\n${'| Agdam | Ganja |\n'.repeat(5000)}`],
])('%s are no trap', (_, text) => {
  expect(run(text).document.text.length).toBeGreaterThan(0)
})
