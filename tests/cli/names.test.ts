import {beforeAll, describe, expect, test} from 'vitest'
import {z} from 'zod'
import {listNames, type NamesFlags, registerNames} from '../../src/cli/names.js'
import {defineStage} from '../../src/document/stage.js'
import {UsageError} from '../../src/errors.js'
import type {Folders} from '../../src/inspect/record.js'
import {writeFixture} from '../inspect/fixture.js'
import {helpOf} from './capture.js'

/** Repairs one name, and leaves another in quotation marks. */
const names = defineStage({
  id: 'names',
  version: 1,
  description: 'Repair a name.',
  rules: [{id: 'spelling', class: 'name', reason: 'A place has one spelling.'}],
  options: z.strictObject({}),
  run({text}) {
    const found = (pattern: RegExp) =>
      [...text.matchAll(pattern)].map((match) => ({start: match.index, end: match.index + match[0].length}))
    const wrong = found(/Arcach/g)
    const quoted = found(/(?<=“)Shushi/g)
    const rule = 'spelling'
    return {
      edits: wrong.map((at) => ({...at, replacement: 'Artsakh', rule})),
      annotations: [
        ...quoted.map((at) => ({kind: 'name', at, value: 'az-sus', reason: 'quotation'})),
        ...wrong.map((at) => ({
          ...{kind: 'name', at, value: 'artsakh', after: 'Artsakh', rule},
          ...(text.startsWith(' Army', at.end) && {reason: 'part of a name'}),
        })),
        ...found(/Artsakh/g).map((at) => ({kind: 'name', at, value: 'artsakh'})),
      ],
    }
  },
})

let folders: Folders
beforeAll(() => {
  folders = writeFixture(
    {
      'a.txt': 'Arcach and Arcach and Artsakh. “Shushi” it said.\n',
      'b.txt': 'Arcach is far.\n',
      'c.txt': 'A mill.\n',
      'e.txt': 'The Arcach Army.\n',
      'd.txt': 'failed',
    },
    [names],
  )
})
const list = (doc?: string, flags: NamesFlags = {}): Promise<string> => listNames(folders, doc, flags)

describe('palimpsest names', () => {
  test('lists the forms of all documents by place: how often, what each became, why one stayed', async () => {
    const table = await list()
    expect(table.split('\n').map((line) => line.split(/ {2,}/))).toEqual([
      ['form', 'place', 'count', 'docs', 'now', 'why'],
      ['Arcach', 'artsakh', '3', '2', 'Artsakh'],
      ['Arcach', 'artsakh', '1', '1', 'Artsakh', 'repaired only: part of a name'],
      ['Artsakh', 'artsakh', '1', '1'],
      ['Shushi', 'az-sus', '1', '1', 'quotation'],
      [''],
    ])
  })

  test('lists those of one document, of one place, those that changed, those that stay', async () => {
    expect(await list('b')).toBe('form    place    count  docs  now      why\nArcach  artsakh      1     1  Artsakh\n')
    const forms = async (flags: NamesFlags): Promise<string[]> =>
      (JSON.parse(await list(undefined, {...flags, json: true})) as {text: string}[]).map(({text}) => text)
    expect(await forms({place: 'az-sus'})).toEqual(['Shushi'])
    expect(await forms({changed: true})).toEqual(['Arcach', 'Arcach'])
    expect(await forms({kept: true})).toEqual(['Shushi'])
  })

  test('says of what was repaired where nothing may be renamed why that is', async () => {
    expect(await list('e')).toMatch(/^Arcach +artsakh +1 +1 +Artsakh +repaired only: part of a name$/m)
  })

  test('says so where there is nothing', async () => {
    expect(await list('c')).toBe('No names were found.\n')
    expect(await list('b', {kept: true})).toBe('No name was kept from changing.\n')
    expect(await list('c', {kept: true})).toBe('No names were found.\n')
    expect(JSON.parse(await list('c', {json: true}))).toEqual([])
  })

  test.each<[doc: string | undefined, flags: NamesFlags, message: string]>([
    ['nope', {}, 'No document nope in the manifest'],
    ['d', {}, 'd failed, so there is nothing to show: it took too long'],
    [undefined, {place: 'az-suz'}, 'Unexpected place az-suz, expected one of artsakh, az-sus; did you mean "az-sus"?'],
    ['c', {place: 'az-sus'}, 'Unexpected place az-sus: no names were found'],
    [undefined, {changed: true, kept: true}, 'Unexpected --changed beside --kept; use one'],
  ])('refuses %s with %o', async (doc, flags, message) => {
    await expect(list(doc, flags)).rejects.toThrow(UsageError)
    await expect(list(doc, flags)).rejects.toThrow(message)
  })

  test('has help with its exit codes and examples', () => {
    expect(helpOf(registerNames, 'names')).toMatch(/Exit codes: 0 fine; 2 [\s\S]*Examples:/)
  })
})
