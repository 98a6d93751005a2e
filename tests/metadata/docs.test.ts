/** Hold docs/metadata.md to the program: its sources are those that are read, its examples come out as it says. */
import {readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {expect, test} from 'vitest'
import {parse} from 'yaml'
import {sources} from '../../pipeline/lift-metadata/declared-sources.js'
import {createPipeline, metadataFields} from '../../src/index.js'

const text = readFileSync(join(resolve(import.meta.dirname, '../..'), 'docs/metadata.md'), 'utf8')
const blocks = new Map(
  [...text.matchAll(/^```\w+ (.+)\n([\s\S]*?)\n```$/gm)].map(([, name, content]) => [name!, content!] as const),
)

test('lists the sources in their order', () => {
  const rows = [...text.matchAll(/^\| `(\w+)` \| (`[^|]+`) \|$/gm)].map(([, field, list]) => [
    field!,
    [...list!.matchAll(/`([^`]+)`/g)].map(([, source]) => source!),
  ])
  expect(Object.fromEntries(rows)).toEqual(sources)
})

test('explains every field', () => {
  const section = text.slice(text.indexOf('## Fields'), text.indexOf('## Where'))
  for (const field of metadataFields) expect(section).toContain(`\`${field}\``)
})

test.each(['page.html', 'scrape.md'])('%s gives what it says', (name) => {
  const pipeline = createPipeline()
  const {markdown} = pipeline.clean(blocks.get(name)!)
  expect(markdown).toMatch(/^---\n/)
  expect(markdown.split('\n---\n')[0]!.slice(4)).toBe(blocks.get(`${name} gives`))
  expect(pipeline.clean(markdown).markdown).toBe(markdown)
})

test('the configuration renames, and what it names is read again', () => {
  const pipeline = createPipeline(parse(blocks.get('palimpsest.config.yaml')!) as object)
  const {markdown} = pipeline.clean(blocks.get('page.html')!)
  expect(markdown).toContain('\nauthors:\n')
  expect(markdown).toContain('\ncanonical_url: ')
  expect(pipeline.clean(markdown).markdown).toBe(markdown)
})
