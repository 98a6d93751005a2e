/** A gazetteer of the user's own: from any region, in a file or in the configuration, extending the built-in one or overriding it. */
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import type {NameOptions} from '../../pipeline/canonicalize-names/index.js'
import {loadConfig} from '../../src/config/load.js'
import {UsageError} from '../../src/errors.js'
import {faultsOf, optionsOf, runNames} from './stage.js'

const becomes = (text: string, options: object): string => runNames(text, optionsOf(options)).text

const kyiv = {
  id: 'kyiv',
  forms: {ukrainian: 'Kyiv', russian: 'Kiev'},
  profiles: {international: 'Kyiv'},
  aliases: [
    {form: 'Kyev', tradition: 'ukrainian', kind: 'misspelling'},
    {form: 'Kiew', tradition: 'russian', kind: 'transliteration', language: 'de'},
    {form: 'Київ', tradition: 'ukrainian', kind: 'transliteration', language: 'uk', script: 'Cyrl'},
  ],
}
const gdansk = {id: 'gdansk', forms: {polish: 'Gdańsk', german: 'Danzig'}, profiles: {international: 'Gdańsk'}}
const mumbai = {
  id: 'mumbai',
  forms: {shared: 'Mumbai'},
  aliases: [{form: 'Bombay', kind: 'former', tradition: 'colonial'}],
}

describe('names of any region', () => {
  const entries = [kyiv, gdansk]
  const text = 'Trains from Kiev, Kyiv and Kyev meet trains from Gdańsk, from Danzig and from Kiew.'

  test.each([
    ['international', 'Trains from Kyiv, Kyiv and Kyiv meet trains from Gdańsk, from Gdańsk and from Kyiv.'],
    ['same-tradition', 'Trains from Kiev, Kyiv and Kyiv meet trains from Gdańsk, from Danzig and from Kiev.'],
    ['ukrainian', 'Trains from Kyiv, Kyiv and Kyiv meet trains from Gdańsk, from Danzig and from Kyiv.'],
    ['russian', 'Trains from Kiev, Kiev and Kiev meet trains from Gdańsk, from Danzig and from Kiev.'],
    ['german', 'Trains from Kiev, Kyiv and Kyiv meet trains from Danzig, from Danzig and from Kiev.'],
    ['armenian', 'Trains from Kiev, Kyiv and Kyiv meet trains from Gdańsk, from Danzig and from Kiev.'],
    ['annotate', text],
  ])('the tradition is the profile: %s', (profile, expected) => {
    // Each name by itself: set side by side, the two names of one place are a pair, which stays.
    const parts = (whole: string): string[] => whole.split(/(?<=[ ,.])/)
    const results = parts(text).map((part) =>
      becomes(`The road to ${part.trim()} was closed in May.`, {entries, profile}),
    )
    expect(results).toEqual(parts(expected).map((part) => `The road to ${part.trim()} was closed in May.`))
  })

  test('what is renamed stays where the built-in names do', () => {
    for (const kept of [
      '“Kiev is quiet,” the driver said.',
      'The bus for Kyiv/Kiev leaves at noon.',
      'The Kiev Polytechnic Institute enrolled 140 students.',
      'See https://example.org/kiev for more.',
      'The spelling Kiev is disputed.',
      'The band Kiev played in Ohio.',
      'Glenn Kiev sings.',
    ]) {
      expect(becomes(kept, {entries})).toBe(kept)
    }
  })

  test('a name out of use becomes the one in use where a profile says so, and only there', () => {
    const text = 'The ship reached Bombay in May.'
    expect(becomes(text, {entries: [mumbai]})).toBe(text)
    expect(becomes(text, {entries: [{...mumbai, profiles: {international: 'Mumbai'}}]})).toBe(
      'The ship reached Mumbai in May.',
    )
    expect(becomes(text, {entries: [{...mumbai, profiles: {modern: 'Mumbai'}}], profile: 'modern'})).toBe(
      'The ship reached Mumbai in May.',
    )
  })
})

describe('what an entry says of a built-in one', () => {
  const text = (name: string): string => `The road to ${name} was closed in May.`

  test('a spelling more', () => {
    const entries = [{id: 'az-sus', aliases: [{form: 'Chouchie', tradition: 'armenian'}]}]
    expect(becomes(text('Chouchie'), {entries})).toBe(text('Shusha'))
    expect(becomes(text('Chouchie'), {entries, profile: 'same-tradition'})).toBe(text('Shushi'))
    expect(becomes(text('Shoushi'), {entries})).toBe(text('Shusha'))
  })

  test('another form of a profile', () => {
    const entries = [{id: 'az-sus', profiles: {international: 'Shushi'}}]
    expect(becomes(text('Shusha'), {entries})).toBe(text('Shushi'))
    expect(becomes(text('Khankendi'), {entries})).toBe(text('Stepanakert'))
  })

  test('that it is off', () => {
    const entries = [{id: 'az-sus', off: true}]
    for (const name of ['Shushi', 'Shoushi', 'Şuşa']) expect(becomes(text(name), {entries})).toBe(text(name))
    expect(becomes(text('Khankandi'), {entries})).toBe(text('Stepanakert'))
  })

  test('that a spelling is one of another thing', () => {
    const entries = [{id: 'susa', forms: {shared: 'Susa'}, aliases: [{form: 'Sushi', kind: 'misspelling'}]}]
    expect(becomes('The fall of Sushi was near.', {entries})).toBe('The fall of Susa was near.')
  })

  test('of two entries of one id the first holds, and extends the second', () => {
    const entries = [{id: 'kyiv', forms: {ukrainian: 'Kyjiv'}, profiles: {international: 'Kyjiv'}, examples: []}, kyiv]
    for (const name of ['Kiev', 'Kyev', 'Kyjiv']) expect(becomes(text(name), {entries})).toBe(text('Kyjiv'))
  })

  test('that every mention stays', () => {
    expect(becomes(text('Shoushi'), {entries: [{id: 'az-sus', stays: true}]})).toBe(text('Shoushi'))
  })
})

describe('a profile of the user’s own', () => {
  const text = (name: string): string => `The road to ${name} was closed in May.`
  const profiles = {
    house: {prefer: ['armenian', 'international'], forms: {'az-lac': 'Lachin', 'az-sus': 'Shoushi'}},
  }
  const under = (name: string, more: object = {}): string => becomes(text(name), {profile: 'house', profiles, ...more})

  test('writes the form that it names', () => expect(under('Berdzor')).toBe(text('Lachin')))
  test('writes a spelling in place of its tradition’s form, and leaves it', () => {
    expect(under('Shushi')).toBe(text('Shoushi'))
    expect(under('Shusha')).toBe(text('Shoushi'))
    expect(under('Shoushi')).toBe(text('Shoushi'))
    expect(becomes('The Shoushi University opened.', {profile: 'house', profiles})).toBe(
      'The Shoushi University opened.',
    )
  })
  test('takes the first form that it prefers', () => {
    expect(under('Aghdam')).toBe(text('Akna'))
    expect(under('Khojalu')).toBe(text('Khojaly'))
    expect(under('Kiev', {entries: [kyiv]})).toBe(text('Kyiv'))
  })
  test('renames nothing where it has no form', () => {
    expect(becomes(text('Shushi'), {profile: 'bare', profiles: {bare: {}}})).toBe(text('Shushi'))
  })
  test('changes a built-in one', () => {
    const changed = {profiles: {international: {forms: {'az-xa': 'Khankendi'}}}}
    expect(becomes(text('Stepanakert'), changed)).toBe(text('Khankendi'))
    expect(becomes(text('Shushi'), changed)).toBe(text('Shusha'))
  })
  test('knows people of its own', () => {
    const persons = [{full: 'Þóra Jónsdóttir', plain: 'Thora Jonsdottir'}]
    expect(becomes('On Monday Þóra Jónsdóttir spoke.', {persons, diacritics: 'plain'})).toBe(
      'On Monday Thora Jonsdottir spoke.',
    )
  })
})

describe('what is refused', () => {
  const cases: readonly [title: string, options: object, ...faults: string[]][] = [
    [
      'an unknown profile, with the known ones',
      {profile: 'ukranian', entries: [kyiv]},
      'profile: expected one of international, armenian, azerbaijani, same-tradition, annotate, ukrainian, russian; did you mean "ukrainian"?',
    ],
    [
      'an entry without a form',
      {entries: [{id: 'az-suss', aliases: [{form: 'Chouchie'}]}]},
      'entries.0.id: expected an entry with forms, or the id of a built-in one; did you mean "az-sus"?',
    ],
    [
      'to switch off what is not there',
      {entries: [{id: 'az-suss', off: true}]},
      'entries.0.id: expected the id of a built-in entry; did you mean "az-sus"?',
    ],
    [
      'a spelling that two entries have',
      {entries: [kyiv, {id: 'kiew', forms: {shared: 'Kiew'}}]},
      'entries.1.forms.shared: expected a spelling of one entry; kyiv has it as well: leave it to one of the two',
    ],
    [
      'a spelling that is told apart by letters only that no text tells apart',
      {entries: [gdansk, {id: 'danzig', forms: {shared: 'Free City'}, aliases: [{form: 'DANZIG'}]}]},
      'entries.1.aliases.0.form: expected a spelling of one entry; gdansk has it as well: leave it to one of the two',
    ],
    [
      'a spelling that a built-in entry writes',
      {entries: [{id: 'fortress', forms: {shared: 'Fortress'}, aliases: [{form: 'Shushi'}]}]},
      'entries.0.aliases.0.form: expected a spelling of one entry; az-sus has it as well: extend the entry az-sus, or switch it off',
    ],
    [
      'a form of a profile that is none of the entry',
      {entries: [{...kyiv, profiles: {international: 'Kyjiv'}}]},
      'entries.0.profiles.international: expected a form or an alias of kyiv; did you mean "Kyiv"?',
    ],
    [
      'a need of a form that the entry has not',
      {entries: [{...kyiv, needs: {Kyif: 'place'}}]},
      'entries.0.needs.Kyif: expected a form or an alias of kyiv; did you mean "Kyiv"?',
    ],
    [
      'letters of two scripts, which look alike',
      {entries: [{...kyiv, aliases: [{form: 'K\u0456ev'}]}]},
      'entries.0.aliases.0.form: expected letters of one script; one of them only looks like its neighbours',
    ],
    [
      'a script that the form is not written in',
      {entries: [{...kyiv, aliases: [{form: 'Київ', script: 'Armn'}]}]},
      'entries.0.aliases.0.form: expected letters of the script Armn; correct one of the two',
    ],
    [
      'a script that there is not',
      {entries: [{...kyiv, aliases: [{form: 'Київ', script: 'Kyrl'}]}]},
      'entries.0.aliases.0.script: expected an ISO 15924 code of a script, such as Cyrl or Armn',
    ],
    [
      'a tradition of the name of a profile',
      {entries: [{id: 'kyiv', forms: {international: 'Kyiv'}}]},
      'entries.0.forms.international: expected a tradition of another name; international is a profile, what it writes stands under profiles',
    ],
    [
      'a form for the profile that renames nothing',
      {entries: [{...kyiv, profiles: {'same-tradition': 'Kyiv'}}]},
      'entries.0.profiles.same-tradition: expected nothing; the profile same-tradition renames nothing',
    ],
    [
      'a profile that prefers what there is not',
      {entries: [kyiv], profiles: {house: {prefer: ['ukranian']}}},
      'profiles.house.prefer.0: expected profiles and traditions that entries have; did you mean "ukrainian"?',
    ],
    [
      'a profile with a form of no entry',
      {entries: [kyiv], profiles: {house: {forms: {kyv: 'Kyiv'}}}},
      'profiles.house.forms.kyv: expected forms by the id of their entry, and there is no kyv; did you mean "kyiv"?',
    ],
    [
      'a profile with a form that its entry has not',
      {profiles: {house: {forms: {'az-sus': 'Shushah'}}}},
      'profiles.house.forms.az-sus: expected a form or an alias of az-sus; did you mean "Shusha"?',
    ],
    [
      'an example that does not hold',
      {
        entries: [
          {...kyiv, examples: [{text: 'The road to Kiev.', becomes: 'The road to Kyiv.', profile: 'same-tradition'}]},
        ],
      },
      'entries.0.examples.0.text: expected a text that becomes "The road to Kyiv.", and under same-tradition it stays; correct the entry or the example',
    ],
    [
      'an example that should have stayed',
      {entries: [{...kyiv, examples: [{text: 'The road to Kiev is long.'}]}]},
      'entries.0.examples.0.text: expected a text that stays, and under international it becomes "The road to Kyiv is long."; correct the entry or the example',
    ],
  ]
  test.each(cases)('%s', (_, options, ...faults) => expect(faultsOf(options)).toEqual(faults))

  test('no example is tried under a profile that there is not', () => {
    const entry = {...kyiv, examples: [{text: 'The road to Kyiv.', profile: 'ukranian'}]}
    expect(faultsOf({entries: [entry]}).join()).toMatch(
      /^entries\.0\.examples\.0\.profile: expected one of international, /,
    )
  })
})

describe('a file of names', () => {
  let cwd = ''
  beforeEach(() => {
    cwd = mkdtempSync(join(tmpdir(), 'palimpsest-names-'))
  })
  afterEach(() => rmSync(cwd, {recursive: true}))

  async function load(file: string, content: string, config = `names: {gazetteer: ${file}}`): Promise<NameOptions> {
    writeFileSync(join(cwd, file), content)
    writeFileSync(join(cwd, 'palimpsest.config.yaml'), config)
    return (await loadConfig({cwd})).stages['canonicalize-names'] as unknown as NameOptions
  }
  const faultOf = (file: string, content: string, config?: string): Promise<string> =>
    load(file, content, config).then(
      () => 'nothing',
      (error: Error) => {
        expect(error).toBeInstanceOf(UsageError)
        return error.message
      },
    )

  const yaml = `- id: kyiv
  forms: {ukrainian: Kyiv, russian: Kiev}
  profiles: {international: Kyiv}
  aliases:
    - {form: Kyev, tradition: ukrainian, kind: misspelling}
  examples:
    - {text: The train to Kiev was late., becomes: The train to Kyiv was late.}
`
  test.each([
    ['YAML', 'names.yaml', yaml],
    ['JSON', 'names.json', JSON.stringify([kyiv], null, '\t')],
  ])('is read as %s', async (_, file, content) => {
    expect(runNames('The train to Kiev was late.', await load(file, content)).text).toBe('The train to Kyiv was late.')
  })

  test.each([
    [
      'a typo in a key',
      '- id: kyiv\n  form: {shared: Kyiv}\n',
      'names.yaml:2:3: Unexpected key "form" in [0], expected one of id, off, ',
    ],
    [
      'a typo in a kind',
      '- id: kyiv\n  forms: {shared: Kyiv}\n  aliases:\n    - form: Kyev\n      kind: mispelling\n',
      'names.yaml:5:13: Unexpected "mispelling" for [0].aliases[0].kind, expected one of spelling, transliteration, misspelling, exonym, former; did you mean "misspelling"?',
    ],
    ['a missing id', '- forms: {shared: Kyiv}\n', 'names.yaml:1:3: Missing [0].id, expected '],
    [
      'an id that is none',
      '- id: Kyiv City\n  forms: {shared: Kyiv}\n',
      'names.yaml:1:7: Unexpected "Kyiv City" for [0].id, expected a kebab-case id such as kyiv',
    ],
    ['a tradition that is no word', '- id: kyiv\n  forms: {"the Ukrainian": Kyiv}\n', 'names.yaml:2:'],
    [
      'an empty spelling',
      '- id: kyiv\n  forms: {shared: ""}\n',
      'names.yaml:2:19: Unexpected "" for [0].forms.shared, expected a spelling, with nothing before and behind it and no control characters in it',
    ],
    [
      'a spelling claimed twice',
      '- id: kyiv\n  forms: {shared: Kyiv}\n- id: kiev\n  forms: {shared: Kiev}\n  aliases:\n    - form: Kyiv\n',
      'names.yaml:6:13: Unexpected "Kyiv" for [1].aliases[0].form, expected a spelling of one entry; kyiv has it as well: leave it to one of the two',
    ],
    [
      'a name of the built-in gazetteer',
      '- id: kyiv\n  forms: {shared: Shusha}\n',
      'names.yaml:2:19: Unexpected "Shusha" for [0].forms.shared, expected a spelling of one entry; az-sus has it as well: extend the entry az-sus, or switch it off',
    ],
    ['no list', 'kyiv: Kyiv\n', 'names.yaml:1:1: Unexpected mapping, expected a list'],
    ['an empty file', '', 'names.yaml:1:1: Missing content, expected a list'],
  ])('tells of %s with its place', async (_, content, message) => {
    expect(await faultOf('names.yaml', content)).toContain(message)
  })

  test('tells of an example that fails with its place in the file, beside what is wrong in the configuration', async () => {
    const failing = yaml.replace('becomes: The train to Kyiv', 'becomes: The bus to Kyiv')
    const message =
      'names.yaml:7:14: Unexpected "The train to Kiev was late." for [0].examples[0].text, expected a text that becomes "The bus to Kyiv was late.", and under international it becomes "The train to Kyiv was late."; correct the entry or the example'
    expect(await faultOf('names.yaml', failing)).toBe(message)
    const config = 'names:\n  entries:\n    - {id: az-sus}\n  gazetteer: names.yaml\nrules: [{id: r, scope: line}]\n'
    expect(await faultOf('names.yaml', failing, config)).toMatch(/^palimpsest\.config\.yaml:5:/)
    const both =
      'names:\n  entries:\n    - {id: az-sus}\n  gazetteer: names.yaml\nstages: {strip-debris: {skip: [no-rule]}}\n'
    expect((await faultOf('names.yaml', failing, both)).split('\n')).toEqual([
      expect.stringMatching(/^palimpsest\.config\.yaml:5:32: Unexpected "no-rule"/),
      message,
    ])
  })

  test('that is not there is the one thing that is told of it', async () => {
    const config = 'names:\n  gazetteer: other.yaml\n  profile: ukrainian\n'
    expect(await faultOf('names.yaml', yaml, config)).toBe(
      'palimpsest.config.yaml:2:14: Unexpected "other.yaml" for names.gazetteer, expected a file; there is none at other.yaml',
    )
  })

  test('tells of an unknown profile where it was written', async () => {
    const config = 'names:\n  gazetteer: names.yaml\n  profile: ukranian\n'
    expect(await faultOf('names.yaml', yaml, config)).toBe(
      'palimpsest.config.yaml:3:12: Unexpected "ukranian" for names.profile, expected one of international, armenian, azerbaijani, same-tradition, annotate, ukrainian, russian; did you mean "ukrainian"?',
    )
  })

  test('of five thousand names is read, checked and found in a text', async () => {
    const list = Array.from({length: 5000}, (_, index) => ({
      id: `place-${index}`,
      forms: {shared: `Bigtown${index}a`},
      aliases: [
        {form: `Bygtown${index}a`, kind: 'misspelling'},
        {form: `Town of ${index} Oaks`, kind: 'former', tradition: 'old'},
      ],
    }))
    const options = await load('names.json', JSON.stringify(list))
    expect(options.entries).toHaveLength(5000)
    const text = list.map(({id}, index) => `The road to Bygtown${index}a (${id}) was closed in May.`).join('\n\n')
    expect(runNames(text, options).text).toBe(text.replaceAll('Bygtown', 'Bigtown'))
  }, 60_000)
})
