/** Every example in `docs/links.md` is one: the stage makes of the first cell the second, by the rule in the third. */
import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {rules} from '../../pipeline/repair-links/rules.js'
import {repair, repaired} from './repair.js'

const document = readFileSync(new URL('../../docs/links.md', import.meta.url), 'utf8')
const examples = [...document.matchAll(/^\| `([^`]+)` \| `([^`]+)` \| `([a-z-]+)` \|$/gm)].map(
  ([, before = '', after = '', rule = '']) =>
    [before.replaceAll('↵', '\n'), after.replaceAll('↵', '\n'), rule] as const,
)

describe('docs/links.md', () => {
  test('has examples', () => expect(examples.length).toBeGreaterThan(30))

  test.each(examples)('%j becomes %j (%s)', (before, after, rule) => {
    expect(repair(before)).toBe(after)
    expect(repaired(before).rules).toContain(rule)
  })

  test('names every rule', () => {
    expect(rules.filter(({id}) => !document.includes(`\`${id}\``)).map(({id}) => id)).toEqual([])
  })
})
