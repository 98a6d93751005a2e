/** What the README lists is what there is: the stages in their order, the commands in the order of the help. */
import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {stages} from '../pipeline/index.js'
import {palimpsest} from './cli/program.js'
import {makeFolder} from './cli/spawned.js'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

/** The first cells of the table below a heading, without its head. */
function firstCells(heading: string): string[] {
  const section = readme.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
  const rows = section.split('\n').filter((line) => line.startsWith('|'))
  return rows.slice(2).map((row) => row.split(/(?<!\\)\|/)[1]!.trim())
}

test('the table of stages names each stage once, in the order in which they first run', () => {
  expect(firstCells('Stages')).toEqual([...new Set(stages.map(({id}) => `\`${id}\``))])
})

test('the table of commands is that of the help, in its order and with its arguments', async () => {
  const {stdout, code} = await palimpsest(['--help'], {cwd: makeFolder()})
  expect(code).toBe(0)
  const helped = [...stdout.split('\nCommands:\n')[1]!.matchAll(/^ {2}(\w+)(.*?)(?: {2,}.*)?$/gm)]
    .map(([, name, rest]) => ({name, arguments: rest!.replace(' [options]', '').trim()}))
    .filter(({name}) => name !== 'help')
  const listed = firstCells('Commands').flatMap((cell) =>
    [...cell.matchAll(/`palimpsest (\w+)([^`]*)`/g)].map(([, name, rest]) => ({
      name,
      arguments: rest!.replaceAll('\\|', '|').trim(),
    })),
  )
  const names = (list: readonly {name?: string | undefined}[]): unknown[] => list.map(({name}) => name)
  expect(names(listed)).toEqual(names(helped))
  for (const [index, command] of helped.entries()) {
    // The README may name the choices of an argument in its place.
    const given = listed[index]!.arguments
    const bare = (text: string): string => text.replace(/^<(.*)>$/, '$1')
    if (command.name !== 'schema') expect(bare(given), command.name).toBe(bare(command.arguments))
  }
})

test('every file that the README links to is there', () => {
  const links = [...readme.matchAll(/\]\(([\w./-]+)(?:#[\w-]+)?\)/g)].map(([, path]) => path!)
  expect(links.length).toBeGreaterThan(4)
  for (const path of links) expect(() => readFileSync(new URL(`../${path}`, import.meta.url)), path).not.toThrow()
})
