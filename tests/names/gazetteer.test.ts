/** The built-in gazetteer as a table: what every entry must be, and its own examples. */
import {describe, expect, test} from 'vitest'
import type {NameEntry} from '../../pipeline/canonicalize-names/entry.js'
import {foldForm} from '../../pipeline/canonicalize-names/gazetteer/claims.js'
import {corrections, gazetteer, persons} from '../../pipeline/canonicalize-names/gazetteer/index.js'
import {isLatin, isWrittenIn} from '../../pipeline/canonicalize-names/gazetteer/script.js'
import {builtInProfiles} from '../../pipeline/canonicalize-names/options.js'
import {optionsOf, runNames} from './stage.js'

const profiles = ['international', 'armenian', 'azerbaijani', 'same-tradition'] as const
const options = Object.fromEntries(builtInProfiles.map((profile) => [profile, optionsOf({profile})]))
const formsOf = ({forms, aliases}: NameEntry): string[] => [...Object.values(forms), ...aliases.map(({form}) => form)]
const entries = gazetteer.map((entry) => [entry.id, entry] as const)

describe('the table', () => {
  test('has every id once', () => {
    const ids = gazetteer.map(({id}) => id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  test('gives a spelling to one entry only, and lists it there once', () => {
    const owners = new Map<string, string>()
    const twice: string[] = []
    for (const entry of gazetteer) {
      const written = new Set<string>()
      for (const form of formsOf(entry)) {
        if (written.has(form)) twice.push(`${form}: twice in ${entry.id}`)
        written.add(form)
        const owner = owners.get(foldForm(form)) ?? entry.id
        if (owner !== entry.id) twice.push(`${form}: ${owner} and ${entry.id}`)
        owners.set(foldForm(form), owner)
      }
    }
    expect(twice).toEqual([])
  })

  test('corrects no word that is a name, and corrects each to one that is right', () => {
    const names = new Set(gazetteer.flatMap(formsOf).map(foldForm))
    const wrong = corrections.map((correction) => foldForm(correction.wrong))
    expect(wrong.filter((form) => names.has(form))).toEqual([])
    expect(wrong.filter((form, index) => wrong.indexOf(form) !== index)).toEqual([])
    expect(corrections.filter(({right}) => wrong.includes(foldForm(right)))).toEqual([])
  })

  test('gives wikidata and ISO codes to one entry only', () => {
    for (const key of ['iso', 'wikidata'] as const) {
      const codes = gazetteer.flatMap((entry) => entry[key] ?? [])
      expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([])
    }
  })
})

describe.each(entries)('%s', (_, entry) => {
  test('has forms in the script that it says', () => {
    for (const form of Object.values(entry.forms)) expect(isLatin(form), form).toBe(true)
    for (const {form, script = 'Latn'} of entry.aliases) expect(isWrittenIn(form, script), form).toBe(true)
  })

  test('names the language of what is not English letters', () => {
    for (const {form, language, script, kind, needs} of entry.aliases) {
      if (script !== undefined) expect(language, form).toMatch(/^[a-z]{2}$/)
      if (kind === 'former' || kind === 'exonym') expect(needs, form).toBe('never')
    }
  })

  test('writes for a profile what is a form of it', () => {
    for (const form of Object.values(entry.profiles ?? {})) expect(formsOf(entry)).toContain(form)
    for (const form of Object.keys(entry.needs ?? {})) expect(Object.values(entry.forms)).toContain(form)
  })

  test('has an example that changes and one that stays, or says why it only stays', () => {
    const {examples = [], hazards = [], stays = false} = entry
    const changes = examples.some(({becomes}) => becomes !== undefined)
    const isSteady = examples.some(({becomes}) => becomes === undefined)
    if (stays || examples.length === 0) expect(hazards.length).toBeGreaterThan(0)
    else expect([changes, isSteady]).toEqual([true, true])
  })

  test('keeps its examples, and settles', () => {
    for (const {text, becomes = text, profile = 'international'} of entry.examples ?? []) {
      expect(runNames(text, options[profile]!).text).toBe(becomes)
      expect(runNames(becomes, options[profile]!).text).toBe(becomes)
    }
  })

  test.each(profiles)('is left alone by %s once it wrote it', (profile) => {
    for (const form of formsOf(entry)) {
      const once = runNames(`The road to ${form} was closed in May.`, options[profile]!).text
      expect(runNames(once, options[profile]!).text).toBe(once)
    }
  })

  test('is recorded by annotate under every spelling', () => {
    const textOf = (form: string): string => `The road to the town of ${form} was closed in May.`
    const isRecorded = (form: string): boolean =>
      runNames(textOf(form), options['annotate']!).entries.includes(entry.id)
    expect(formsOf(entry).filter((form) => !isRecorded(form))).toEqual([])
  })

  test('leaves alone what never changes, and what explains a name in another script', () => {
    for (const {form, language, script, needs} of entry.aliases) {
      const isFixed = needs === 'never' || (entry.stays && language !== undefined)
      if (script === undefined && !isFixed) continue
      const text = isFixed
        ? `Buses to the town of ${form} were late in May.`
        : `Buses were late in May, and ${form} was what the sign had on it.`
      for (const profile of profiles) expect(runNames(text, options[profile]!).text).toBe(text)
    }
  })
})

describe('each tradition is brought to the form that the profile writes', () => {
  test.each([
    [
      'international',
      'Shusha',
      'Stepanakert',
      'Lachin',
      'Kalbajar',
      'Jabrayil',
      'Aghdam',
      'Fuzuli',
      'Zangilan',
      'Ganja',
    ],
    ['armenian', 'Shushi', 'Stepanakert', 'Berdzor', 'Karvachar', 'Jrakan', 'Akna', 'Varanda', 'Kovsakan', 'Gandzak'],
    ['azerbaijani', 'Shusha', 'Khankendi', 'Lachin', 'Kalbajar', 'Jabrayil', 'Aghdam', 'Fuzuli', 'Zangilan', 'Ganja'],
  ])('%s', (profile, ...wanted) => {
    const pairs = ['az-sus', 'az-xa', 'az-lac', 'az-kal', 'az-cab', 'az-agm', 'az-fuz', 'az-zan', 'az-ga']
    for (const [index, id] of pairs.entries()) {
      const {forms} = gazetteer.find((entry) => entry.id === id)!
      for (const form of Object.values(forms)) {
        const text = `The road to the town of ${form} was closed in May.`
        expect(runNames(text, options[profile]!).text).toBe(text.replace(form, wanted[index]!))
        expect(runNames(text, options['same-tradition']!).text).toBe(text)
      }
    }
  })

  test('what differs in what it names is never merged', () => {
    for (const text of [
      'Artsakh was a state, Nagorno-Karabakh is a region of Karabakh.',
      'An Azeri and an Azerbaijani met in Hadrut.',
      'Martuni lies far from Aghdara and farther from Chartar.',
      'Syunik is not Zangezur.',
      'Dadivank and Khudavang, Gandzasar and Ganjasar, Amaras and Ghazanchetsots stand.',
      'The Second Artsakh War is not the Great Patriotic War.',
    ]) {
      expect(runNames(text, options['international']!).text).toBe(text)
      expect(runNames(text, options['same-tradition']!).text).toBe(text)
    }
  })
})

describe('names of people', () => {
  const plain = optionsOf({diacritics: 'plain'})
  const restore = optionsOf({diacritics: 'restore'})

  test('are listed once', () => {
    const names = persons.flatMap((person) => [person.full, person.plain])
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  test.each(persons.map(({full, plain: bare, isTransliterated = false}) => [full, bare, isTransliterated] as const))(
    '%s',
    (full, bare, isTransliterated) => {
      const text = (name: string): string => `On Monday ${name} spoke to the press.`
      for (const name of [full, bare]) expect(runNames(text(name), options['international']!).text).toBe(text(name))
      expect(runNames(text(full), plain).text).toBe(text(bare))
      expect(runNames(text(bare), restore).text).toBe(text(isTransliterated ? bare : full))
      expect(bare).toMatch(/^[ -~]+$/)
    },
  )
})
