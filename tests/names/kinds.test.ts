/** What bears a name and is no place of the gazetteer, kind by kind, and places in sentences much like it. */
import {describe, expect, test} from 'vitest'
import {kinds} from './kinds.js'
import {optionsOf, runNames} from './stage.js'

const linesOf = (lines: string): string[] => lines.trim().split('\n')

for (const [kind, {profile, stays, changes}] of Object.entries(kinds)) {
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
