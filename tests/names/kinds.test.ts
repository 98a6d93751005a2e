/** What bears a name and is no place of the gazetteer, kind by kind, and places in sentences much like it. */
import {describe, expect, test} from 'vitest'
import {people} from './kinds/people.js'
import {places} from './kinds/places.js'
import {things} from './kinds/things.js'
import {optionsOf, runNames} from './stage.js'

const linesOf = (lines: string): string[] => lines.trim().split('\n')

for (const [kind, {profile, stays, changes}] of Object.entries({...people, ...things, ...places})) {
  const options = optionsOf({profile})
  describe(kind, () => {
    test.each(linesOf(stays))('stays: %s', (text) => expect(runNames(text, options).text).toBe(text))
    test.each(linesOf(changes))('changes: %s', (line) => {
      expect(line).toContain('>')
      const becomes = line.replaceAll(/\{[^>]*>([^}]*)\}/g, '$1')
      const text = line.replaceAll(/\{([^>]*)>[^}]*\}/g, '$1')
      expect(runNames(text, options).text).toBe(becomes)
      expect(runNames(becomes, options).text).toBe(becomes)
    })
  })
}

describe('a gazetteer of the user', () => {
  const entries = [
    {id: 'kyiv', forms: {ukrainian: 'Kyiv', russian: 'Kiev'}, profiles: {international: 'Kyiv'}},
    {id: 'gdansk', forms: {polish: 'Gdańsk', german: 'Danzig'}, profiles: {international: 'Gdańsk'}},
  ]
  const options = optionsOf({entries})
  test.each([
    'Kyiv is a city in Ukraine.',
    'Kyiv, Ukraine, is far from the Polish city of Gdańsk.',
    'A port near Gdańsk in Poland was shut.',
  ])('may be of any country: %s', (written) =>
    expect(runNames(written.replaceAll('Kyiv', 'Kiev').replaceAll('Gdańsk', 'Danzig'), options).text).toBe(written),
  )
  test.each(['The Free City of Danzig was small.', 'The band Danzig toured in May.', 'Glenn Danzig sings.'])(
    'stays: %s',
    (text) => expect(runNames(text, options).text).toBe(text),
  )
})
