/** Who may import whom: what is known of scrapes, and how they are run, stay apart. */
import {readdirSync, readFileSync} from 'node:fs'
import {dirname, join, relative, resolve} from 'node:path'
import {expect, test} from 'vitest'

const root = resolve(import.meta.dirname, '../..')

/** Paths from the root that the files of a folder import, with the file that does. */
function importsOf(folder: string): {from: string; to: string}[] {
  const files = readdirSync(join(root, folder), {recursive: true, encoding: 'utf8'}).filter((name) =>
    name.endsWith('.ts'),
  )
  return files.flatMap((name) => {
    const file = join(root, folder, name)
    const found = readFileSync(file, 'utf8').matchAll(/\b(?:from|import)\s*\(?\s*['"](\.[^'"]*)['"]/g)
    return [...found].map((match) => ({
      from: relative(root, file).replaceAll('\\', '/'),
      to: relative(root, resolve(dirname(file), match[1]!)).replaceAll('\\', '/'),
    }))
  })
}

test('one file of src/ alone imports pipeline/', () => {
  const imports = importsOf('src')
  expect(imports.length).toBeGreaterThan(50)
  expect([...new Set(imports.filter(({to}) => to.startsWith('pipeline/')).map(({from}) => from))]).toEqual([
    'src/config/stages.ts',
  ])
})

test('pipeline/ imports src/document and itself, and nothing else of ours', () => {
  const imports = importsOf('pipeline')
  expect(imports.length).toBeGreaterThan(5)
  expect(imports.filter(({to}) => !to.startsWith('pipeline/') && !to.startsWith('src/document/'))).toEqual([])
})

test('verify imports neither stages nor the model, and of the run nothing but words for errors', () => {
  const imports = importsOf('src/provenance/verify')
  expect(imports.length).toBeGreaterThan(30)
  const others = new Set(imports.map(({to}) => to).filter((to) => !to.startsWith('src/provenance/verify/')))
  expect([...others].sort()).toEqual([
    'src/containers/open.js',
    'src/errors.js',
    'src/provenance/manifest-error.js',
    'src/provenance/model.js',
    'src/provenance/schema.js',
    'src/regular-file.js',
    'src/run/system-errors.js',
    'src/shards/reader.js',
    'src/shards/row.js',
  ])
})

test('nothing of ours is imported that is not under the root', () => {
  expect(
    [...importsOf('src'), ...importsOf('pipeline')].filter(({to}) => !/^(?:src|pipeline|package\.json)/.test(to)),
  ).toEqual([])
})
