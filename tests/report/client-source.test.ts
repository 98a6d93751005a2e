/** What the client must never do, read from its source: turn a string into markup or code, reach out, or make a link of a scrape's. */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {fixedFiles} from '../../src/report/page.js'

const folder = fileURLToPath(new URL('../../src/report/client', import.meta.url))
const sources = readdirSync(folder)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const)

const forbidden: readonly (readonly [what: string, pattern: RegExp])[] = [
  [
    'markup from a string',
    /innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|DOMParser|setHTML|srcdoc|template/i,
  ],
  ['code from a string', /\beval\b|new Function|setTimeout\(\s*['"`]|setInterval\(\s*['"`]|\bimport\(/],
  ['requests', /\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|\bWorker\(/],
  ['inline styles as attributes', /\bstyle:\s|setAttribute\(['"]style/],
]

for (const [what, pattern] of forbidden) {
  test(`the client makes no ${what}`, () => {
    for (const [name, source] of sources) expect(source.match(pattern)?.[0], name).toBeUndefined()
  })
}

test('every link leads within the report', () => {
  const hrefs = sources.flatMap(([name, source]) =>
    [...source.matchAll(/href: (?:`|')?([^,}]+)/g)].map(([, value]) => `${name}: ${value}`),
  )
  expect(hrefs.length).toBeGreaterThan(8)
  for (const href of hrefs) expect(href).toMatch(/: (?:#|documentRoute\(|ruleRoute\()/)
})

test('the page allows nothing but its own scripts and styles, and has none inline', () => {
  const page = fixedFiles()['index.html']!
  const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page) ?? []
  expect(policy).toMatch(
    /^default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'/,
  )
  expect(page).not.toMatch(/<style|style=|<script>|\son\w+=/)
})
