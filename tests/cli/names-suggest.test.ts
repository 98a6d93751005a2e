import {existsSync, mkdtempSync, readFileSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import {type Names, suggestNames} from '../../src/cli/names-suggest.js'
import {builtInStages, faultOfNames, namesStage, nearNames} from '../../src/config/stages.js'
import {UsageError} from '../../src/errors.js'
import {CorpusWords} from '../../src/inspect/corpus-words.js'
import type {Folders} from '../../src/inspect/record.js'
import {writeFixture} from '../inspect/fixture.js'

const options = builtInStages.find(({id}) => id === namesStage)!.options.parse({})
const names: Names = {near: (words) => nearNames(options, words), faultOf: faultOfNames}
const into = (): string => join(mkdtempSync(join(tmpdir(), 'palimpsest-names-')), 'names.yaml')

let folders: Folders
beforeAll(() => {
  folders = writeFixture(
    {
      'a.txt': 'The bus to Stepanakerd was late. In Stepanakerd it rained; Tatar traders came from Hadrut.\n',
      'b.txt': 'A second Stepanakerd, and https://example.org/Shushy and `Shushy`.\n',
      'c.txt': 'failed',
    },
    [],
  )
})

describe('palimpsest names suggest', () => {
  test('lists unknown words that are near to a known name, the most certain first, with where they stand', async () => {
    const rows = JSON.parse(await suggestNames(folders, names, {json: true}))
    expect(rows).toEqual([
      {
        form: 'Stepanakerd',
        near: 'Stepanakert',
        entry: 'az-xa',
        tradition: 'armenian',
        distance: 1,
        isAlike: true,
        count: 3,
        documents: 2,
        first: 'a',
        context: 'The bus to Stepanakerd was late. In Stepanakerd it r',
      },
      expect.objectContaining({form: 'Tatar', near: 'Tartar', distance: 1}),
    ])
    const table = await suggestNames(folders, names, {most: 1})
    expect(table).toMatch(
      /^form +near +place +how +count +docs +first +there\nStepanakerd +Stepanakert +az-xa +1 letter, said/,
    )
    expect(table).toMatch(/\n1 more; --most lists them\n$/)
  })

  test('puts what a person accepts into a gazetteer, once, and leaves the rest of the file as it is', async () => {
    const path = into()
    expect(await suggestNames(folders, names, {accept: ['Stepanakerd', 'Shushy'], into: path})).toBe(
      `Stepanakerd: put in ${path}, as az-xa\nShushy: put in ${path}, as az-sus\n`,
    )
    const written = readFileSync(path, 'utf8')
    writeFileSync(path, `# Ours.\n${written}- id: mill # by the river\n  forms: {shared: Mill}\n`)
    expect(await suggestNames(folders, names, {accept: ['Milll', 'Myll'], as: 'mill', into: path})).toMatch(
      /^Milll: put in .*, as mill\n/,
    )
    expect(await suggestNames(folders, names, {accept: ['Shushy'], into: path})).toMatch(/stands already in/)
    expect(readFileSync(path, 'utf8')).toBe(
      '# Ours.\n- id: az-xa\n  aliases:\n    - {form: Stepanakerd, tradition: armenian}\n' +
        '- id: az-sus\n  aliases:\n    - {form: Shushy, tradition: armenian}\n' +
        '- id: mill # by the river\n  forms: {shared: Mill}\n  aliases:\n' +
        '    - {form: Milll, tradition: shared}\n    - {form: Myll, tradition: shared}\n',
    )
  })

  test('what was accepted is brought to the usual form by the next run', async () => {
    const path = into()
    await suggestNames(folders, names, {accept: ['Stepanakerd'], into: path})
    const {parse} = await import('yaml')
    const {createPipeline} = await import('../../src/index.js')
    const {clean} = createPipeline({names: {entries: parse(readFileSync(path, 'utf8'))}})
    expect(clean('The bus to Stepanakerd was late, and nobody knew why.\n').markdown).toContain(
      'bus to Stepanakert was',
    )
  })

  test.each<[why: string, content: string, message: RegExp]>([
    ['no YAML', 'a: [', /names\.yaml: .+/],
    ['a mapping', 'names: []', /expected a list of entries/],
    ['a list of words', '- az-sus', /expected a list of entries/],
  ])('refuses a file that is %s, and leaves it as it was', async (_, content, message) => {
    const path = into()
    writeFileSync(path, content)
    await expect(suggestNames(folders, names, {accept: ['Shushy'], into: path})).rejects.toThrow(message)
    await expect(suggestNames(folders, names, {accept: ['Shushy'], into: path})).rejects.toThrow(UsageError)
    expect(readFileSync(path, 'utf8')).toBe(content)
  })

  test.each([
    ['an entry that there is not', {accept: ['Shushy'], as: 'az-suz'}, 'az-suz'],
    ['a form of another entry', {accept: ['Lachin'], as: 'az-sus'}, 'az-lac'],
  ])('refuses %s, and writes nothing', async (_, flags, why) => {
    const path = into()
    await expect(suggestNames(folders, names, {...flags, into: path})).rejects.toThrow(why)
    await expect(suggestNames(folders, names, {...flags, into: path})).rejects.toThrow('is left as it is')
    expect(existsSync(path)).toBe(false)
  })

  test('refuses to accept what is near to nothing, flags that go with nothing, and writes no file then', async () => {
    const path = into()
    await expect(suggestNames(folders, names, {accept: ['Shushy', 'Oslo'], into: path})).rejects.toThrow(
      'Oslo is known already, or too far from every known name to guess; say of which entry it is, with --as',
    )
    expect(existsSync(path)).toBe(false)
    await expect(suggestNames(folders, names, {as: 'az-sus'})).rejects.toThrow('Unexpected --as without --accept')
    await expect(suggestNames(folders, names, {into: path})).rejects.toThrow('Unexpected --into without --accept')
  })
})

test('a word that stands in small letters anywhere is no name', () => {
  const corpus = new CorpusWords()
  corpus.add('a', 'Machine parts. The ma\u00adchine stopped. LACHIN and Lachin.')
  corpus.add('b', 'Stopped: Lachin.')
  expect([...corpus.names()].map(([form, {count, documents}]) => [form, count, documents])).toEqual([
    ['The', 1, 1],
    ['LACHIN', 1, 1],
    ['Lachin', 2, 2],
  ])
})
